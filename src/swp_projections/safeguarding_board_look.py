"""A line of where a board looks first, and a reason with its lines: what each says, its files and its entries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Final, TypeVar

from swp_domain.law.dates import spoken
from swp_projections.safeguarding_board_rows import BoardRow

_R = TypeVar("_R", bound=BoardRow)

SHOWN: Final = 3
"""How many lines of one reason are shown; the others are counted."""


@dataclass(frozen=True, slots=True)
class Look:
    """Something to look at: why, in a sentence, and the rows that say so. ``force`` is of what was missed, if any."""

    reason: str
    says: str
    rows: tuple[BoardRow, ...]
    force: str = ""

    @property
    def files(self) -> tuple[str, ...]:
        """The files to open."""
        return tuple(dict.fromkeys(one.file for one in self.rows))

    @property
    def entries(self) -> tuple[str, ...]:
        """The entries to read."""
        return tuple(dict.fromkeys(entry for one in self.rows for entry in one.entries))


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason to look, with every line of it."""

    says: str
    looks: tuple[Look, ...]

    @property
    def shown(self) -> tuple[Look, ...]:
        """The first of them."""
        return tuple(islice(self.looks, SHOWN))

    @property
    def more(self) -> int:
        """How many are not shown."""
        return len(self.looks) - len(self.shown)


def longest(rows: Iterable[_R]) -> list[_R]:
    """Rows, the longest ago first."""
    return sorted(rows, key=lambda one: (one.on, one.file, one.key))


def day_of(on: date | None) -> str:
    """A day in words."""
    return spoken(on) if on else "a day that is not told"


def days_since(since: date, on: date) -> str:
    """How many days have passed, in words."""
    passed = (on - since).days
    return "1 day" if passed == 1 else f"{passed} days"
