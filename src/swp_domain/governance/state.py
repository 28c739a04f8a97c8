"""How a practice is held to account, on a day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from swp_domain.cover import uncovered
from swp_domain.entry import AnyEntry
from swp_domain.governance.events import (
    AccountablePersonAppointed,
    AccountablePersonStoodDown,
    ContractReviewed,
    ExerciseReported,
    OutOfHoursArranged,
    PartnershipEnded,
    PartnershipMade,
    PoolReported,
    PracticeConstituted,
)
from swp_domain.law.dates import ONE_DAY, Period
from swp_domain.stage import changed

Days = frozenset[date]


@dataclass(frozen=True)
class Partnership:
    """A partnership: what it is about, its days, and the last day that a report on each has covered."""

    made: PartnershipMade | None = None
    from_day: date | None = None
    ended_on: date | None = None
    reported: dict[tuple[str, str], date] = field(default_factory=dict)


@dataclass(frozen=True)
class GovernanceState:
    """How a practice is held to account, on a day.

    ``appointed`` and ``stood_down`` are the days on which each was, by the id of the member. ``out_of_hours`` is who
    answers then: empty for the practice itself, ``None`` where that was never told.
    """

    constituted: PracticeConstituted | None = None
    appointed: dict[str, Days] = field(default_factory=dict)
    stood_down: dict[str, Days] = field(default_factory=dict)
    reviewed_on: date | None = None
    partnerships: dict[str, Partnership] = field(default_factory=dict)
    out_of_hours: str | None = None

    def spells(self, member: str) -> tuple[Period, ...]:
        """The days on which somebody was the named accountable person, the last of them open while they are.

        Somebody who stands down and is appointed on the same day is named on that day, whichever was told first.
        """
        found: list[Period] = []
        ends = sorted(self.stood_down.get(member, ()))
        for first in sorted(self.appointed.get(member, ())):
            if found and (found[-1].last is None or first <= found[-1].last):
                continue
            end = next((day for day in ends if day > first), None)
            found.append(Period(first, end and end - ONE_DAY))
        return _joined(found)

    def accountable_on(self, day: date) -> tuple[str, ...]:
        """Who was the named accountable person on a day: nobody, one, or against the contract more than one."""
        return tuple(one for one in sorted(self.appointed) if any(day in spell for spell in self.spells(one)))

    def days_without(self, contracted: Iterable[Period], *, as_at: date) -> list[Period]:
        """The days of the contract on which nobody was named, as whole intervals, up to and including ``as_at``."""
        named = (spell for member in self.appointed for spell in self.spells(member))
        return uncovered(contracted, named, as_at=as_at)


def _joined(spells: list[Period]) -> tuple[Period, ...]:
    """Spells of one person that touch are one: they stood down and were appointed again on the same day."""
    joined: list[Period] = []
    for one in spells:
        if joined and joined[-1].last is not None and one.first <= joined[-1].last + ONE_DAY:
            one = Period(joined.pop().first, one.last)
        joined.append(one)
    return tuple(joined)


def evolve(state: GovernanceState, entry: AnyEntry) -> GovernanceState:
    """The same after one more entry. A decision that was not anybody's to take who took it changes nothing."""
    match entry.event:
        case PracticeConstituted() as constituted:
            return changed(state, constituted=constituted)
        case AccountablePersonAppointed(member=who) if entry.counts:
            return changed(state, appointed=_also(state.appointed, who, entry.occurred_on))
        case AccountablePersonStoodDown(member=who):
            return changed(state, stood_down=_also(state.stood_down, who, entry.occurred_on))
        case ContractReviewed():
            return changed(state, reviewed_on=entry.occurred_on)
        case PartnershipMade(partnership=which) as made if entry.counts:
            return _partnership(state, which, made=made, from_day=entry.occurred_on)
        case PartnershipEnded(partnership=which):
            return _partnership(state, which, ended_on=entry.occurred_on)
        case PoolReported(partnership=which) | ExerciseReported(partnership=which) as report:
            about = (report.name, report.covers.value)
            known = state.partnerships.get(which, Partnership()).reported
            return _partnership(
                state, which, reported={**known, about: max(report.up_to, known.get(about, report.up_to))}
            )
        case OutOfHoursArranged(provider=provider):
            return changed(state, out_of_hours=provider)
    return state


def _also(told: dict[str, Days], who: str, on: date) -> dict[str, Days]:
    return {**told, who: told.get(who, frozenset()) | {on}}


def _partnership(state: GovernanceState, which: str, **told: object) -> GovernanceState:
    known = state.partnerships.get(which, Partnership())
    return changed(state, partnerships={**state.partnerships, which: changed(known, **told)})
