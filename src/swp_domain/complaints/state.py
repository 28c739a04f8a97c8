"""How it stands with complaints, and what was promised in answer."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from swp_domain.complaints.events import (
    ComplaintDelayExplained,
    ComplaintReceived,
    ComplaintResponded,
    ComplaintWithdrawn,
    RemedyCarriedOut,
    RemedyPromised,
    RemedyReleased,
)
from swp_domain.complaints.vocabulary import ComplaintOutcome, RemedyKind
from swp_domain.entry import AnyEntry
from swp_domain.stage import changed


@dataclass(frozen=True)
class OneComplaint:
    """A complaint on a day. ``received`` is the latest day on which it can have come."""

    received: date | None = None
    as_received: ComplaintReceived | None = None
    explained_on: date | None = None
    withdrawn_on: date | None = None
    answered_on: date | None = None
    outcome: ComplaintOutcome | None = None


@dataclass(frozen=True)
class OneRemedy:
    """Something that was promised, on a day."""

    kind: RemedyKind = RemedyKind.OTHER
    promised_on: date | None = None
    done_on: date | None = None
    released_on: date | None = None


@dataclass(frozen=True)
class ComplaintsState:
    """Every complaint and every promise that the file tells of, by identifier."""

    complaints: dict[str, OneComplaint] = field(default_factory=dict)
    remedies: dict[str, OneRemedy] = field(default_factory=dict)

    def named(self, which: str) -> OneComplaint | None:
        """The complaint by that identifier, where the file knows it."""
        return self.complaints.get(which)


def evolve(state: ComplaintsState, entry: AnyEntry) -> ComplaintsState:
    """How it stands after one more entry."""
    on = entry.occurred_on
    match entry.event:
        case ComplaintReceived(complaint=which) as received:
            return _complaint(state, which, received=entry.occurred.latest, as_received=received)
        case ComplaintDelayExplained(complaint=which):
            return _complaint(state, which, explained_on=on)
        case ComplaintWithdrawn(complaint=which):
            return _complaint(state, which, withdrawn_on=on)
        case ComplaintResponded(complaint=which, decision=decision) if entry.counts:
            return _complaint(state, which, answered_on=on, outcome=decision.outcome)
        case RemedyPromised(remedy=which, kind=kind):
            return _remedy(state, which, kind=kind, promised_on=on)
        case RemedyCarriedOut(remedy=which):
            return _remedy(state, which, done_on=on)
        case RemedyReleased(remedy=which):
            return _remedy(state, which, released_on=on)
    return state


def _complaint(state: ComplaintsState, which: str, **changes: Any) -> ComplaintsState:
    one = changed(state.complaints.get(which, OneComplaint()), **changes)
    return changed(state, complaints={**state.complaints, which: one})


def _remedy(state: ComplaintsState, which: str, **changes: Any) -> ComplaintsState:
    one = changed(state.remedies.get(which, OneRemedy()), **changes)
    return changed(state, remedies={**state.remedies, which: one})
