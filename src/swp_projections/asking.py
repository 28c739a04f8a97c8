"""Questions to the rows of a view: the same one is asked of a table in SQL and of rows in memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from swp_projections.projection import Row


@dataclass(frozen=True, slots=True)
class OneOf:
    """The field holds one of these values."""

    field: str
    values: frozenset[Any]

    def met_by(self, row: Row) -> bool:
        """Whether a row answers to it."""
        return getattr(row, self.field) in self.values


@dataclass(frozen=True, slots=True)
class Before:
    """The field holds a day, and one before this."""

    field: str
    day: date

    def met_by(self, row: Row) -> bool:
        """Whether a row answers to it."""
        told = getattr(row, self.field)
        return told is not None and told < self.day


@dataclass(frozen=True, slots=True)
class Without:
    """The field holds nothing."""

    field: str

    def met_by(self, row: Row) -> bool:
        """Whether a row answers to it."""
        return getattr(row, self.field) is None


Question: TypeAlias = OneOf | Before | Without


def one_of(field: str, values: Collection[Any]) -> OneOf:
    """That a field holds one of some values; of none, no row does."""
    return OneOf(field, frozenset(values))


def answers(row: Row, where: Iterable[Question]) -> bool:
    """Whether a row answers to every question."""
    return all(one.met_by(row) for one in where)
