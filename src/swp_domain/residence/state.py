"""How it stands with where the adult lives, and which council answers."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from swp_domain.cover import uncovered
from swp_domain.entry import AnyEntry
from swp_domain.law.dates import ONE_DAY, Period
from swp_domain.residence.events import (
    AfterCareBegan,
    AfterCareEnded,
    ContinuityBegan,
    ContinuityStopped,
    CustodyBegan,
    CustodyEnded,
    DisputeArose,
    DisputeReferred,
    DisputeResolved,
    IntentionConfirmed,
    MoveGivenUp,
    MoveNotified,
    OrdinaryResidenceDecided,
    PersonMoved,
    ResponsibilityAssumed,
)
from swp_domain.stage import changed


@dataclass(frozen=True)
class Move:
    """A move from one council's area to another's. ``continued`` are the days on which needs were met as before."""

    from_council: str = ""
    to_council: str = ""
    planned_for: date | None = None
    confirmed_on: date | None = None
    moved_on: date | None = None
    assumed_on: date | None = None
    given_up_on: date | None = None
    continued: tuple[Period, ...] = ()

    def uncovered(self, as_at: date) -> list[Period]:
        """The days since the move on which needs were neither met as before nor anew (s 38)."""
        if self.moved_on is None or self.moved_on > as_at:
            return []
        last = as_at if self.assumed_on is None else min(as_at, self.assumed_on - ONE_DAY)
        needed = [] if last < self.moved_on else [Period(self.moved_on, last)]
        return uncovered(needed, self.continued, as_at=as_at)


@dataclass(frozen=True)
class Dispute:
    """Two councils that differ on who is responsible."""

    arose: DisputeArose | None = None
    arose_on: date | None = None
    referred_on: date | None = None
    resolved_on: date | None = None
    responsible: str = ""


@dataclass(frozen=True)
class AfterCare:
    """After-care under section 117 of the Mental Health Act."""

    began_on: date | None = None
    council: str = ""
    ended_on: date | None = None


@dataclass(frozen=True)
class ResidenceState:
    """What the file tells of where the adult lives, and which council answers.

    ``custody`` is the prison or other place that holds the person, while it does; ``decided`` the last
    decision on whose the responsibility is.
    """

    moves: dict[str, Move] = field(default_factory=dict)
    disputes: dict[str, Dispute] = field(default_factory=dict)
    after_care: dict[str, AfterCare] = field(default_factory=dict)
    custody: CustodyBegan | None = None
    custody_since: date | None = None
    decided: OrdinaryResidenceDecided | None = None
    decided_on: date | None = None

    @property
    def has_after_care(self) -> bool:
        """Whether after-care has begun and not ended."""
        return any(one.began_on is not None and one.ended_on is None for one in self.after_care.values())


def evolve(state: ResidenceState, entry: AnyEntry) -> ResidenceState:
    """How it stands after one more entry."""
    on, event = entry.occurred_on, entry.event
    match event:
        case DisputeArose(dispute=which):
            return _dispute(state, which, arose=event, arose_on=on)
        case DisputeReferred(dispute=which):
            return _dispute(state, which, referred_on=on)
        case DisputeResolved(dispute=which, responsible=responsible):
            return _dispute(state, which, resolved_on=on, responsible=responsible)
        case AfterCareBegan(after_care=which, council=council):
            return _after_care(state, which, AfterCare(on, council))
        case AfterCareEnded(after_care=which) if entry.counts:
            return _after_care(state, which, changed(state.after_care.get(which, AfterCare()), ended_on=on))
        case CustodyBegan():
            return changed(state, custody=event, custody_since=on)
        case CustodyEnded():
            return changed(state, custody=None, custody_since=None)
        case OrdinaryResidenceDecided() if entry.counts:
            return changed(state, decided=event, decided_on=on)
    return _moving(state, entry)


def _moving(state: ResidenceState, entry: AnyEntry) -> ResidenceState:
    on = entry.occurred_on
    match entry.event:
        case MoveNotified(move=which) as told:
            return _move(state, which, planned_for=told.planned_for, **_councils(told))
        case IntentionConfirmed(move=which, decision=decision) if entry.counts and decision.outcome:
            return _move(state, which, confirmed_on=on)
        case PersonMoved(move=which) as moved:
            return _move(state, which, moved_on=on, **_councils(moved))
        case ContinuityBegan(move=which):
            known = _known(state, which).continued
            return _move(state, which, continued=(*known, Period(on, None)))
        case ContinuityStopped(move=which):
            return _move(state, which, continued=_cut(_known(state, which).continued, on))
        case ResponsibilityAssumed(move=which):
            return _move(state, which, assumed_on=on)
        case MoveGivenUp(move=which):
            return _move(state, which, given_up_on=on)
    return state


def _councils(told: MoveNotified | PersonMoved) -> dict[str, str]:
    """The councils that an event names; one that it does not name stays as it was known."""
    named = {"from_council": told.from_council, "to_council": told.to_council}
    return {which: name for which, name in named.items() if name}


def _cut(periods: tuple[Period, ...], on: date) -> tuple[Period, ...]:
    """Periods that are none from a day on."""
    return tuple(Period(one.first, min(one.last or on, on - ONE_DAY)) for one in periods if one.first < on)


def _known(state: ResidenceState, which: str) -> Move:
    return state.moves.get(which, Move())


def _move(state: ResidenceState, which: str, **changes: Any) -> ResidenceState:
    return changed(state, moves={**state.moves, which: changed(_known(state, which), **changes)})


def _dispute(state: ResidenceState, which: str, **changes: Any) -> ResidenceState:
    one = changed(state.disputes.get(which, Dispute()), **changes)
    return changed(state, disputes={**state.disputes, which: one})


def _after_care(state: ResidenceState, which: str, one: AfterCare) -> ResidenceState:
    return changed(state, after_care={**state.after_care, which: one})
