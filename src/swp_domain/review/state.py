"""How it stands with reviews of a plan."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from swp_domain.entry import AnyEntry
from swp_domain.party import Whose
from swp_domain.review.events import (
    CircumstancesChanged,
    ReviewCompleted,
    ReviewOutcomeGiven,
    ReviewPlanned,
    ReviewRequestAnswered,
    ReviewRequested,
)
from swp_domain.review.vocabulary import RequestAnswer, ReviewKind, ReviewOutcome
from swp_domain.stage import changed


@dataclass(frozen=True)
class OneReview:
    """A review on a day, as far as it is told: asked for, called for by a change, planned, or held."""

    whose: Whose = Whose.ADULT
    requested_on: date | None = None
    changed_on: date | None = None
    planned_for: date | None = None
    answer: RequestAnswer | None = None
    completed_on: date | None = None
    kind: ReviewKind | None = None
    outcome: ReviewOutcome | None = None
    circumstances_changed: bool | None = None
    told_on: date | None = None


@dataclass(frozen=True)
class ReviewState:
    """All reviews, by identifier, in the order in which they were first told of."""

    reviews: dict[str, OneReview] = field(default_factory=dict)

    def last(self, whose: Whose = Whose.ADULT) -> OneReview | None:
        """The review that was completed last, of the adult's plan or of a carer's."""
        held = [one for one in self.reviews.values() if one.completed_on is not None and one.whose is whose]
        return max(held, key=lambda one: one.completed_on or date.min, default=None)


def evolve(state: ReviewState, entry: AnyEntry) -> ReviewState:
    """How it stands after one more entry."""
    on = entry.occurred_on
    match entry.event:
        case ReviewPlanned(review=which, whose=whose, kind=kind, planned_for=planned_for):
            return _with(state, which, whose=whose, kind=kind, planned_for=planned_for)
        case ReviewRequested(review=which, whose=whose):
            return _with(state, which, whose=whose, requested_on=on)
        case CircumstancesChanged(review=which):
            return _with(state, which, changed_on=on)
        case ReviewOutcomeGiven(review=which):
            return _with(state, which, told_on=on)
        case ReviewRequestAnswered(review=which, decision=decision) if entry.counts:
            return _with(state, which, answer=decision.outcome)
        case ReviewCompleted(review=which, whose=whose, kind=kind, facts=facts, decision=decision) if entry.counts:
            return _with(
                state,
                which,
                whose=whose,
                kind=kind,
                completed_on=on,
                outcome=decision.outcome,
                circumstances_changed=facts.circumstances_changed,
            )
    return state


def _with(state: ReviewState, which: str, **changes: Any) -> ReviewState:
    one = changed(state.reviews.get(which, OneReview()), **changes)
    return ReviewState({**state.reviews, which: one})
