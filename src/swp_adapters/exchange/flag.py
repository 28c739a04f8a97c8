"""A flag: one obligation that a council did not keep, or that somebody should look at."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from pydantic import BaseModel, ConfigDict, Field


class Level(StrEnum):
    """How loud a flag is."""

    RED = "red"
    AMBER = "amber"


class Flag(BaseModel):
    """One obligation that was not kept, or that somebody should look at.

    ``from`` is the first day, ``to`` the day on which it ended, ``None`` while it is open. ``about`` is
    the subject of the duty, ``mark`` how sure the encoding of the provision is, ``why`` a sentence.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True, serialize_by_alias=True)

    theme: str
    rule: str
    since: date = Field(alias="from")
    until: date | None = Field(alias="to", default=None)
    level: Level
    about: str
    provision: str
    force: str
    mark: str
    why: str


def spanned(against: Iterable[Flag]) -> list[Flag]:
    """One flag for all that one rule held against one thing, from the first time to the last."""
    kept: dict[tuple[str, str, str], Flag] = {}
    for flag in sorted(against, key=lambda one: one.since):
        name = (flag.theme, flag.rule, flag.about)
        kept[name] = _one(kept[name], flag) if name in kept else flag
    return list(kept.values())


def joined(found: list[Flag]) -> list[Flag]:
    """One flag for one obligation on the same days, whether it was a duty or an act that broke it."""
    kept: list[Flag] = []
    for flag in sorted(found, key=lambda one: (one.theme, one.rule, one.about, one.since)):
        last = kept[-1] if kept else None
        same = last is not None and (last.theme, last.rule, last.about) == (flag.theme, flag.rule, flag.about)
        if last is not None and same and (last.until is None or flag.since <= last.until):
            kept[-1] = _one(last, flag)
        else:
            kept.append(flag)
    return kept


def _one(first: Flag, second: Flag) -> Flag:
    until = None if first.until is None or second.until is None else max(first.until, second.until)
    level = Level.RED if Level.RED in (first.level, second.level) else Level.AMBER
    return first.model_copy(update={"until": until, "level": level, "why": f"{first.why} {second.why}"})
