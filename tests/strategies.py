"""Values of any type the domain declares, read from the declarations: a new event needs no code here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, TypeVar, Union, get_args, get_origin

from annotated_types import MinLen
from hypothesis import strategies as st
from pydantic import BaseModel, StringConstraints

from swp_domain.event import Names

M = TypeVar("M", bound=BaseModel)

TEXTS = ("as discussed", "Mrs Ō’Neill said: “no”", "line one\nline two", "x" * 200)
CODES = ("nutrition", "hygiene", "getting-out")
FIRST, LAST = date(2009, 1, 1), date(2026, 11, 1)
days = st.dates(FIRST, LAST)

# What a type alone does not tell of a text.
_BY_FIELD: dict[str, st.SearchStrategy[Any]] = {
    "nhs_number": st.sampled_from(["943 476 5919", "9876543210", "4505577104"]),
    "sha256": st.just("0f" * 32),
    "registered_with": st.sampled_from(
        ["nobody", "General Social Care Council", "Health and Care Professions Council", "Social Work England"]
    ),
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
    """Any value of a type."""
    origin, args = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return values(args[0], (*args[1:], *metadata))
    if origin in (Union, UnionType):
        return st.one_of(*(values(arm) for arm in sorted(args, key=lambda arm: arm is not NoneType)))
    if origin is tuple:
        least = next((one.min_length for one in metadata if isinstance(one, MinLen)), 0)
        return st.lists(values(args[0]), min_size=least, max_size=3).map(tuple)
    return _plain(annotation, tuple(metadata))


def _plain(kind: Any, metadata: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if kind is NoneType:
        return st.none()
    if kind is bool:
        return st.booleans()
    if kind is int:
        return st.integers(1900, 2010)
    if kind is Decimal:
        return st.decimals(0, 100_000, places=2)
    if kind is str:
        named = next((one.kind for one in metadata if isinstance(one, Names)), "")
        if any(isinstance(one, StringConstraints) for one in metadata) and not named:
            return st.sampled_from(CODES)
        return st.sampled_from([f"{named}-1", f"{named}-2"] if named else TEXTS)
    if kind is date:
        return days
    if issubclass(kind, Enum):
        return st.sampled_from(kind)
    return models(kind)
