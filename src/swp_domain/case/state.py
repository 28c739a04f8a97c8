"""How a case stands: who holds it, and under which law the person is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from swp_domain.case.events import (
    CaseAllocated,
    CaseClosed,
    ComplexityChanged,
    OldLawSupportRecorded,
    PersonDied,
    PersonRegistered,
    TransitionReviewCompleted,
)
from swp_domain.case.vocabulary import Complexity
from swp_domain.entry import AnyEntry
from swp_domain.stage import changed


@dataclass(frozen=True)
class CaseState:
    """A case on a day."""

    registered: PersonRegistered | None = None
    team: str = ""
    worker: str | None = None
    complexity: Complexity | None = None
    old_law_support: OldLawSupportRecorded | None = None
    transition_review_on: date | None = None
    closed_on: date | None = None
    died_on: date | None = None


def evolve(state: CaseState, entry: AnyEntry) -> CaseState:
    """The case after one more entry."""
    on = entry.occurred_on
    match entry.event:
        case PersonRegistered() as person:
            return changed(state, registered=person)
        case CaseAllocated(team=team, worker=worker, complexity=complexity):
            return changed(state, team=team, worker=worker, complexity=complexity or state.complexity, closed_on=None)
        case ComplexityChanged(complexity=complexity):
            return changed(state, complexity=complexity)
        case OldLawSupportRecorded() as support:
            return changed(state, old_law_support=support)
        case TransitionReviewCompleted() if entry.counts:
            return changed(state, transition_review_on=state.transition_review_on or on)
        case CaseClosed():
            return changed(state, closed_on=on)
        case PersonDied():
            return changed(state, died_on=on)
    return state
