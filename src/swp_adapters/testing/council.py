"""A synthetic council and its practice: as many whole lives as are asked for, over any years.

Everything follows from the seed: no clock is read and nothing is drawn from elsewhere. Life ``k`` is the same
whatever the number asked for, and only one is held at a time. Nobody in it exists, and every entry says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from random import Random
from typing import Final

from swp_adapters.testing.lives.assessing import assessed, declines, determined
from swp_adapters.testing.lives.caring import carer
from swp_adapters.testing.lives.ending import closed
from swp_adapters.testing.lives.front_door import allocated, calls, comes_to_notice, triaged
from swp_adapters.testing.lives.supporting import supported
from swp_adapters.testing.pen import Over, Pen
from swp_adapters.testing.sent import Sent
from swp_adapters.testing.shape import Shape, north_east_lincolnshire
from swp_adapters.testing.staff import Staff
from swp_domain.case.vocabulary import ClosureOutcome
from swp_domain.law.contracting_out_orders.art3_authorisation import authorised_under_2011

_NEW_SINCE: Final = 0.35
"""The part of the lives that come to notice after the first months; the others were there at the beginning."""

_FIRST_MONTHS: Final = 150
"""Days in which the lives that were there at the beginning come on record."""


@dataclass(frozen=True)
class Council:
    """A synthetic council: its practice, and the lives of the adults it holds.

    Args:
        seed: everything follows from it.
        first: the first day; not before the first order under which a practice could act.
        last: the last day; what is recorded after it is left out.
        shape: the size and flow of the practice.
        calls: whether each life brings its share of the calls that are resolved at the front door.
        calls_from: the first day on which those calls are told; the first of all, unless told.

    Raises:
        ValueError: the days are the wrong way round, or begin before there were practices.
    """

    seed: int = 0
    first: date = date(2016, 1, 1)
    last: date = date(2025, 12, 31)
    shape: Shape = field(default_factory=north_east_lincolnshire)
    calls: bool = True
    calls_from: date | None = None

    def __post_init__(self) -> None:
        earliest = authorised_under_2011.period
        if earliest is None or not earliest.first <= self.first < self.last:
            raise ValueError(
                f"first ({self.first}) lies before last ({self.last}), and not before the first order: give other days"
            )

    @cached_property
    def staff(self) -> Staff:
        """Everybody who works for the practice and the council."""
        return Staff(self.shape, f"{self.key}-practice", self.first, self.last)

    @property
    def key(self) -> str:
        """The beginning of the name of every file."""
        return f"s{self.seed}"

    def name(self, number: int) -> str:
        """The name of a life."""
        return f"{self.key}-{number:06}"

    def case(self, number: int) -> str:
        """The file of a life's case."""
        return f"case/{self.name(number)}"

    def established(self) -> Iterator[Sent]:
        """The practice, its staff and its authorisations, to be recorded before any life."""
        return self.staff.established()

    def life(self, number: int) -> list[Sent]:
        """Life ``number``: its case, then its share of the calls to the front door, each in order of recording."""
        told = self._told(number, "", _case)
        return told + self._told(number, "c", calls, self.calls_from) if self.calls else told

    def lives(self, number: int, start: int = 0) -> Iterator[list[Sent]]:
        """So many lives, one at a time."""
        return map(self.life, range(start, start + number))

    def _told(self, number: int, part: str, chapter: Callable[[Pen], None], begins: date | None = None) -> list[Sent]:
        chance = Random(f"{self.seed}/{number}/{part}")
        pen = Pen(self.shape, self.staff, f"{self.name(number)}{part}", chance, begins or self.first, self.last)
        with suppress(Over):
            chapter(pen)
        return pen.written()


def _case(pen: Pen) -> None:
    """A whole life: from the first notice to the last day, or to the end of the case."""
    days = (pen.last - pen.day).days
    new = pen.maybe(_NEW_SINCE)
    pen.after(0, days if new else min(days, _FIRST_MONTHS))
    referral = comes_to_notice(pen)
    # Those who were there at the beginning were in receipt of services; of those who are new, many need none.
    assessment = triaged(pen, referral, ends=pen.shape.resolved_at_triage if new else 0)
    if not assessment:
        closed(pen, ClosureOutcome.NO_NEEDS, "nothing more was needed")
    allocated(pen)
    if not pen.old_law:
        if pen.maybe(0.12):
            carer(pen)
        if new and pen.maybe(0.1):
            declines(pen, assessment)
            closed(pen, ClosureOutcome.DECLINED, "the adult wants no assessment")
    if not assessed(pen, assessment, needs=0.85 if new else 1.0):
        closed(pen, ClosureOutcome.NO_NEEDS, "the assessment found no needs for care and support")
    eligible = not new or pen.maybe(0.65)
    found = determined(pen, assessment, eligible=eligible)
    if not eligible:
        closed(pen, ClosureOutcome.OTHER, "no needs are eligible, and advice was given")
    supported(pen, found)
