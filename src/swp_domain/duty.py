"""Duties as they stand: folded from the marks of entries.

What a stage declares is in :mod:`swp_domain.owed`, and the engine writes marks from that when an entry is judged.
:func:`duties` matches the marks, and gives the same answer whatever the order in which the entries were recorded.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from enum import StrEnum
from itertools import zip_longest
from typing import NamedTuple

from swp_domain.entry import AnyEntry
from swp_domain.law.dates import ONE_DAY
from swp_domain.mark import Act, Mark


class DutyStanding(StrEnum):
    """How a duty stands on a day."""

    OWED = "owed"
    MET = "met"
    LATE = "late"
    MET_LATE = "met late"
    ENDED = "ended"
    ENDED_LATE = "ended late"


def standing_of(*, over: bool, lapsed: bool, late: bool) -> DutyStanding:
    """How a duty stands: whether it is over, was done or only ended, and whether it was late."""
    if not over:
        return DutyStanding.LATE if late else DutyStanding.OWED
    if lapsed:
        return DutyStanding.ENDED_LATE if late else DutyStanding.ENDED
    return DutyStanding.MET_LATE if late else DutyStanding.MET


@dataclass(frozen=True, slots=True)
class Opened:
    """One opening within a period: the entry that made it, the day, and the last day it brings."""

    entry_id: str
    on: date
    last_day: date | None
    mark: Mark


@dataclass(frozen=True, slots=True)
class Duty:
    """One period of one duty to one subject, with the strictest unreplaced limit governing.

    ``met_by`` is the stored name of the event that did or ended it; ``lapsed`` says that it only ended,
    undone: the adult died, or refused. ``expired`` says that nothing ended it but the day that an event had named,
    which can lie ahead.
    """

    duty: str
    subject: str
    opened_on: date
    openers: tuple[Opened, ...]
    met_on: date | None = None
    met_by: str = ""
    lapsed: bool = False
    paused_on: date | None = None
    expired: bool = field(default=False, kw_only=True)
    mark: Mark = field(repr=False, kw_only=True)

    @property
    def last_day(self) -> date | None:
        """The last day in time: the strictest that any opening brings."""
        return min((one.last_day for one in self.openers if one.last_day), default=None)

    @property
    def warn_day(self) -> date | None:
        """The day after which somebody should look, moved with the last day where that was replaced."""
        strictest = min((one for one in self.openers if one.last_day), key=lambda one: str(one.last_day), default=None)
        if strictest is None or strictest.mark.warn_day is None or strictest.mark.last_day is None:
            return None
        return strictest.mark.warn_day + (
            strictest.last_day - strictest.mark.last_day if strictest.last_day else _NO_TIME
        )

    @property
    def governing(self) -> Mark:
        """The mark of the opening whose limit governs (the first opening, where none brings one)."""
        last = self.last_day
        return next((one.mark for one in self.openers if last and one.last_day == last), self.mark)

    @property
    def awaits(self) -> bool:
        """Whether nothing that happened has done or ended it; only its own last day may, or may have."""
        return self.met_on is None or self.expired

    def over(self, as_at: date) -> bool:
        """Whether it was done or had ended by a day."""
        return self.met_on is not None and self.met_on <= as_at

    def late_since(self, as_at: date) -> date | None:
        """The first day on which it was late, if it was by ``as_at``; a paused clock is not late."""
        return late_since(self.last_day, self.met_on, self.paused_on, as_at)

    def standing(self, as_at: date) -> DutyStanding:
        """Owed, late, met, ended, or the latter two late, as at a day."""
        return standing_of(over=self.over(as_at), lapsed=self.lapsed, late=self.late_since(as_at) is not None)


def late_since(last_day: date | None, met_on: date | None, paused_on: date | None, as_at: date) -> date | None:
    """The first day on which a duty was late, if it was by ``as_at``; a paused clock is not late."""
    if last_day is None or (paused_on is not None and paused_on <= last_day):
        return None
    return last_day + ONE_DAY if min(met_on or as_at, as_at) > last_day else None


_NO_TIME = timedelta(0)


class End(NamedTuple):
    """What ended a duty: on which day, whether undone, by which event (its stored name), and whether for good.

    What ``settles`` ends what was opened on its own day too, in either order. What ``expires`` ended by itself.
    """

    on: date
    lapses: bool = False
    by: str = ""
    for_good: bool = False
    settles: bool = False
    expires: bool = False


def duties(entries: Iterable[AnyEntry]) -> list[Duty]:
    """Every period of every duty in a history, in the order in which they were opened."""
    kept: dict[tuple[str, str], list[tuple[Mark, str]]] = {}
    sweeping: dict[str, list[tuple[Mark, str]]] = {}
    for entry in entries:
        for mark in entry.marks:
            if mark.act is not Act.OPENS and not mark.subject:
                sweeping.setdefault(mark.duty, []).append((mark, entry.entry_id))
            else:
                kept.setdefault((mark.duty, mark.subject), []).append((mark, entry.entry_id))
    found: list[Duty] = []
    for (duty, subject), marks in kept.items():
        found += _periods(duty, subject, marks + sweeping.get(duty, []))
    return sorted(found, key=lambda one: (one.opened_on, one.duty, one.subject))


def _periods(duty: str, subject: str, marks: list[tuple[Mark, str]]) -> list[Duty]:
    def days(act: Act) -> list[date]:
        return sorted(mark.on for mark, _ in marks if mark.act is act)

    openings = sorted(
        (Opened(entry_id, mark.on, mark.last_day, mark) for mark, entry_id in marks if mark.act is Act.OPENS),
        key=lambda one: (one.on, str(one.last_day), one.mark.of, one.mark.limit, one.mark.rule),
    )
    if not openings:
        return []
    done = [
        End(mark.on, mark.lapses, mark.of, mark.lapses and not mark.recurring, mark.recurring and not mark.lapses)
        for mark, _ in marks
        if mark.act is Act.DISCHARGES
    ]
    ends = sorted([*done, *_expiring(mark for mark, _ in marks if mark.act is Act.EXPIRES)])
    if any(one.mark.recurring for one in openings):
        groups = _recurring(openings, ends)
    else:
        again = sorted({mark.on for mark, _ in marks if mark.act is Act.DISCHARGES and mark.recurring})
        groups = _once(openings, ends, again)
    made = []
    for group, met in groups:
        openers = tuple(_extended(one, met, marks) for one in group)
        how = (met.on, met.by, met.lapses) if met else ()
        expired = met is not None and met.expires
        period = Duty(duty, subject, group[0].on, openers, *how, expired=expired, mark=group[0].mark)
        made.append(_paused(period, days(Act.PAUSES), days(Act.RESUMES)))
    return made


def _expiring(named: Iterable[Mark]) -> list[End]:
    """The ends that come by themselves: the day after each last day that stood when it came."""
    marks = sorted(named, key=lambda mark: (mark.on, str(mark.last_day)))
    ends = []
    for mark, after in zip_longest(marks, marks[1:]):
        last = mark.last_day or date.max
        if last < date.max and (after is None or after.on > last):
            ends.append(End(max(last, mark.on) + ONE_DAY, True, mark.of, not mark.recurring, expires=True))
    return ends


def _once(openings: list[Opened], ends: list[End], again: list[date]) -> list[tuple[list[Opened], End | None]]:
    """One period, and another for what was opened after an end that holds only until then.

    What was done before the opening counts, as done on the day it opened, back to the last such end. What
    ended the duty undone holds until it is opened again on a later day; a death holds for good.
    """
    groups: list[tuple[list[Opened], End | None]] = []
    for one in openings:
        since = max((day for day in again if day < one.on), default=None)
        met = next((end for end in ends if since is None or end.on > since or end.for_good), None)
        if groups and groups[-1][1] == met:
            groups[-1][0].append(one)
        else:
            groups.append(([one], met))
    return [(group, met._replace(on=max(met.on, group[0].on)) if met else None) for group, met in groups]


def _recurring(openings: list[Opened], ends: list[End]) -> list[tuple[list[Opened], End | None]]:
    """A discharge ends every period open before it; an opening on or after it begins a new one.

    After a death nothing begins: what is opened then has ended.
    """
    groups: list[tuple[list[Opened], End | None]] = []
    for one in openings:
        met = next((end for end in ends if end.on > one.on or end.for_good or _on_the_day(end, one)), None)
        if groups and groups[-1][1] == met:
            groups[-1][0].append(one)
        else:
            groups.append(([one], met))
    return [(group, met._replace(on=max(met.on, group[0].on)) if met else None) for group, met in groups]


def _on_the_day(end: End, one: Opened) -> bool:
    return end.settles and end.on == one.on


def _extended(one: Opened, met: End | None, marks: list[tuple[Mark, str]]) -> Opened:
    """An opening with the last day that the latest extension of it brings, within its period.

    One that only lengthens brings nothing once the time has run out: what was late then stays late.
    """
    within = [
        mark
        for mark, _ in marks
        if mark.act is Act.EXTENDS
        and mark.of == one.mark.of
        and mark.last_day is not None
        and mark.on >= one.on
        and (met is None or mark.on <= met[0])
    ]
    last_day = one.last_day
    for mark in sorted(within, key=lambda mark: (mark.on, str(mark.last_day), mark.lengthens)):
        if not mark.lengthens or (last_day is not None and mark.last_day and mark.on <= last_day < mark.last_day):
            last_day = mark.last_day
    return one if last_day == one.last_day else replace(one, last_day=last_day)


def _paused(duty: Duty, pauses: list[date], resumes: list[date]) -> Duty:
    """The clock stands still from a pause to the next resumption, and the last day moves by that much.

    A wait moves what was opened before it began. Waiting that begins after the last day moves nothing:
    what was late then stays late.
    """
    paused_on, running_from = None, duty.opened_on
    for pause in pauses:
        ended = duty.met_on is not None and pause >= duty.met_on
        late = duty.last_day is not None and pause > duty.last_day
        if pause < running_from or ended or late or paused_on is not None:
            continue
        resumed = next((day for day in resumes if day >= pause), None)
        if resumed is None:
            paused_on = pause
            continue
        running_from = resumed
        moved = resumed - pause
        openers = tuple(
            replace(one, last_day=one.last_day + moved) if one.last_day and one.on <= pause else one
            for one in duty.openers
        )
        duty = replace(duty, openers=openers)
    return replace(duty, paused_on=paused_on) if paused_on else duty
