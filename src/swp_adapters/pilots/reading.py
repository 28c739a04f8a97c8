"""Reads what is kept of the pilots: one file each, which a person can read and correct."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Final

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from swp_adapters.pilots.pilot import Pilot
from swp_adapters.pilots.told import Nonsense
from swp_domain.refusal import Invalid

NAMES: Final = ("focus", "people2people", "activ8", "sensingchange", "jmc", "topaz", "firstpoint")
"""The seven, in the order in which they are usually told."""


def pilot(name: str) -> Pilot:
    """One of the seven, by its short name, or by what it is called.

    Raises:
        Invalid: there is no such pilot, and which there are; or what is kept of it does not hold together.
    """
    asked = _letters(name)
    if asked in NAMES:
        return _kept(asked)
    found = next((one for one in pilots() if asked in _called(one)), None)
    if found is None:
        raise Invalid("pilot", f"there is no pilot called {name}", f"Name one of {', '.join(NAMES)}")
    return found


def _letters(name: str) -> str:
    """A name without what people write differently: capitals, spaces, hyphens."""
    return "".join(one for one in name.casefold() if one.isalnum())


def _called(one: Pilot) -> set[str]:
    names = (one.practice.value, one.also_called.value if one.also_called else "")
    return {_letters(name) for name in names if name}


@cache
def _kept(name: str) -> Pilot:
    """What is kept of one."""
    file = files("swp_adapters.pilots") / "data" / f"{name}.toml"
    return read(file.read_text(encoding="utf-8"), f"{name}.toml")


def pilots() -> tuple[Pilot, ...]:
    """The seven."""
    return tuple(map(_kept, NAMES))


def read(text: str, where: str = "pilot") -> Pilot:
    """A pilot from the text of its file.

    Args:
        text: TOML.
        where: what to call it in an error.

    Raises:
        Invalid: it is no TOML, or tells what cannot be: the field, the rule it breaks, and the remedy.
    """
    try:
        return Pilot.model_validate(tomllib.loads(text))
    except tomllib.TOMLDecodeError as error:
        raise Invalid(where, f"is no TOML: {error}", "Mend that line") from None
    except ValidationError as error:
        raise _said(where, error.errors()[0]) from None


def _said(where: str, wrong: ErrorDetails) -> Invalid:
    field = ".".join((where, *map(str, wrong["loc"])))
    said = wrong.get("ctx", {}).get("error")
    if isinstance(said, Nonsense):
        return Invalid(field, said.rule, said.remedy)
    remedy = {
        "missing": "Add it",
        "extra_forbidden": "Leave it out, or correct its name",
        "enum": "Use one of these",
        "date_from_datetime_parsing": "Write the day as 2013-09-01",
    }.get(wrong["type"], "Correct it")
    return Invalid(field, wrong["msg"][:1].lower() + wrong["msg"][1:], remedy)
