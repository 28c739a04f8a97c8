"""Values of any type that the domain declares, read from the declarations: a new event needs no code here."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Final, TypeVar, Union, get_args, get_origin

from hypothesis import strategies as st
from pydantic import AfterValidator, BaseModel

from swp_domain.actor import Regulator
from swp_domain.case.nhs_number import checked
from swp_domain.catalogue import events
from swp_domain.event import Names, NamesDecisions

M = TypeVar("M", bound=BaseModel)

TEXTS: Final = ("as discussed", "Mrs Ō’Neill said: “no”", "line one\nline two", "x" * 200)
CODES: Final = ("nutrition", "hygiene", "getting-out")
FIRST, LAST = date(2009, 1, 1), date(2026, 11, 1)

days = st.dates(FIRST, LAST)
"""The days between the first and the last that are told of, unless a caller says others."""

_NHS_NUMBERS: Final = st.sampled_from(["943 476 5919", "9876543210", "4505577104"])

# What a type alone does not tell of a text.
_BY_FIELD: Final[dict[str, st.SearchStrategy[Any]]] = {
    "registered_with": st.sampled_from(["nobody", *(one.value for one in list(Regulator)[:3])]),
}


@cache
def models(kind: type[M]) -> st.SearchStrategy[M]:
    """Any value of a model, every field told or not told."""
    fields = {
        name: _BY_FIELD[name] if name in _BY_FIELD else values(info.annotation, tuple(info.metadata))
        for name, info in kind.model_fields.items()
    }
    return st.builds(kind, **fields)


def values(annotation: Any, metadata: Iterable[Any] = ()) -> st.SearchStrategy[Any]:
    """Any value of a type, within what its annotation allows."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return values(args[0], (*args[1:], *metadata))
    if origin in (Union, UnionType):
        return st.one_of(*(values(arm) for arm in sorted(args, key=lambda arm: arm is not NoneType)))
    allowed = _Allowed(metadata)
    if origin is tuple:
        least = allowed.of("min_length", 0)
        return st.lists(values(args[0]), min_size=least, max_size=allowed.of("max_length", max(3, least))).map(tuple)
    return _plain(annotation, allowed)


class _Allowed:
    """What is said beside a type: bounds, lengths, a pattern, what an identifier names."""

    def __init__(self, metadata: Iterable[Any]) -> None:
        self.said = tuple(_flat(metadata))

    def of(self, bound: str, otherwise: Any = None) -> Any:
        """A bound, by the name that pydantic has for it."""
        told = (getattr(one, bound, None) for one in self.said)
        return next((one for one in told if one is not None), otherwise)

    @property
    def names(self) -> str:
        """What an identifier names."""
        return next((one.kind for one in self.said if isinstance(one, Names)), "")

    @property
    def decisions(self) -> bool:
        """Whether it is the stored name of a class of decision."""
        return any(isinstance(one, NamesDecisions) for one in self.said)

    @property
    def nhs_number(self) -> bool:
        """Whether the check digit of an NHS number is looked at."""
        return any(isinstance(one, AfterValidator) and one.func is checked for one in self.said)


def _flat(metadata: Iterable[Any]) -> Iterator[Any]:
    for one in metadata:
        yield one
        yield from getattr(one, "metadata", ())  # a Field within an annotation


def _plain(kind: Any, allowed: _Allowed) -> st.SearchStrategy[Any]:
    if kind is NoneType:
        return st.none()
    if kind is bool:
        return st.booleans()
    if kind is int:
        least = allowed.of("ge")
        return st.integers(1900, 2010) if least is None else st.integers(least, least + 100)
    if kind is Decimal:
        most = allowed.of("le", 100_000)
        return st.decimals(allowed.of("ge", 0), most, places=allowed.of("decimal_places", 2))
    if kind is str:
        return _text(allowed)
    if kind is date:
        return days
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return models(kind)


def _text(allowed: _Allowed) -> st.SearchStrategy[str]:
    if allowed.nhs_number:
        return _NHS_NUMBERS
    if named := allowed.names:
        return st.sampled_from([f"{named}-1", f"{named}-2"])
    if allowed.decisions:
        return st.sampled_from([name for name, event in events().items() if event.taken_by is not None])
    pattern, most = allowed.of("pattern"), allowed.of("max_length", 200)
    if pattern is None:
        return st.sampled_from([one[:most] for one in TEXTS])
    if fitting := [one for one in CODES if re.fullmatch(pattern, one)]:
        return st.sampled_from(fitting)
    return st.from_regex(pattern, fullmatch=True).filter(lambda text: len(text) <= most and not text.endswith("\n"))
