"""Intervals, from what is so on each of the days on which something may change."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Protocol, TypeVar

from swp_domain.law.dates import ONE_DAY


class OnADay(Protocol):
    """Something that is so from a day on, until the next."""

    @property
    def day(self) -> date:
        """The first day of it."""


W = TypeVar("W", bound=Hashable)
D = TypeVar("D", bound=OnADay)


@dataclass(frozen=True, slots=True)
class Span(Generic[W]):
    """What was so over some days, both ends within them; ``last`` is ``None`` while no end is set."""

    what: W
    first: date
    last: date | None = None
    ended: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.first <= day and (self.last is None or day <= self.last)


def spans(days: Sequence[D], so: Callable[[D], Iterable[W]], ended: Callable[[W, D], str]) -> list[Span[W]]:
    """The intervals over which each thing was so without a break.

    Args:
        days: in order; between one and the next nothing changes, and after the last nothing more.
        so: what is so on a day.
        ended: why something is not so any more, on the first day on which it is not.
    """
    begun: dict[W, date] = {}
    closed: list[Span[W]] = []
    for one in days:
        now = dict.fromkeys(so(one), one.day)
        for what in [what for what in begun if what not in now]:
            closed.append(Span(what, begun.pop(what), one.day - ONE_DAY, ended(what, one)))
        begun = {**now, **begun}
    return closed + [Span(what, first) for what, first in begun.items()]
