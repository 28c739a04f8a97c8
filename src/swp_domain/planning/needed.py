"""Needs that are the council's to meet, from when to when, and which days nothing met them.

The fold is over intervals of days. What other stages hold (direct payments, urgent support, a carer who stopped) is
handed in as :class:`Cover` by whoever sees the whole file: see :mod:`swp_domain.unmet_needs`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from swp_domain.cover import uncovered as days_uncovered
from swp_domain.law.dates import ONE_DAY, Period
from swp_domain.party import Whose
from swp_domain.planning.package import NeedCode
from swp_domain.stage import changed


@dataclass(frozen=True)
class Needed:
    """The days on which a need was the council's to meet, and the entry from which it was.

    ``by_carer`` holds where a carer was willing and able to meet it; ``by_payment`` where a direct payment was to.
    """

    need: NeedCode
    whose: Whose
    first: date
    last: date | None
    entry: str
    by_carer: bool = False
    by_payment: bool = False


@dataclass(frozen=True)
class Cover:
    """Days on which needs were met, or were not wanted met. ``needs`` is ``None`` for whichever there were."""

    needs: tuple[NeedCode, ...] | None
    first: date
    last: date | None
    by: str

    def meets(self, need: NeedCode) -> bool:
        """Whether it can have met a need."""
        return self.needs is None or need in self.needs


@dataclass(frozen=True)
class Unmet:
    """Days on which a need was not met, and the entry from which it was needed. Both days lie within it."""

    need: NeedCode
    whose: Whose
    days: Period
    entry: str


def opened(needed: tuple[Needed, ...], one: Needed) -> tuple[Needed, ...]:
    """The same needs, and one that begins; where it ran already, it goes on as it now is."""
    running = next((was for was in needed if _runs(was, one.need, one.whose)), None)
    if running is None:
        return (*needed, one)
    if (running.by_carer, running.by_payment) == (one.by_carer, one.by_payment):
        return needed
    return (*closed(needed, one.first, (one.need,), one.whose), one)


def closed(needed: tuple[Needed, ...], on: date, needs: Iterable[NeedCode] | None, whose: Whose) -> tuple[Needed, ...]:
    """The same needs, some of which end; ``on`` is the first day without them. Without ``needs``, all of them do."""
    ends = None if needs is None else frozenset(needs)
    kept = []
    for one in needed:
        if one.last is not None or one.whose is not whose or (ends is not None and one.need not in ends):
            kept.append(one)
        elif one.first < on:
            kept.append(changed(one, last=on - ONE_DAY))
    return tuple(kept)


def _runs(one: Needed, need: NeedCode, whose: Whose) -> bool:
    return one.last is None and one.need == need and one.whose is whose


def unmet(
    needed: Iterable[Needed], covers: Iterable[Cover], *, as_at: date, caring_until: date | None = None
) -> Iterator[Unmet]:
    """The days on which a need was the council's to meet and nothing met it, need by need.

    Args:
        needed: the needs.
        covers: what met them.
        as_at: the last day that is looked at.
        caring_until: the last day on which a carer met what carers were to meet, where that ended.
    """
    held = tuple(covers)
    for one in needed:
        last = as_at if one.last is None else min(one.last, as_at)
        if last < one.first:
            continue
        meeting = [Period(cover.first, cover.last) for cover in held if cover.meets(one.need)]
        if one.by_carer and (caring_until is None or caring_until >= one.first):
            meeting.append(Period(one.first, caring_until))
        for days in days_uncovered([Period(one.first, last)], meeting, as_at=as_at):
            yield Unmet(one.need, one.whose, days, one.entry)
