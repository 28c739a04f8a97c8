"""How a safeguarding adults review stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from swp_domain.entry import AnyEntry
from swp_domain.safeguarding_adults_review.events import (
    AdultHarmed,
    ChronologyAsked,
    ChronologyReceived,
    RecommendationCarriedOut,
    RecommendationMade,
    ReviewDecided,
    ReviewerAppointed,
    ReviewPublished,
    ReviewReferralReceived,
    ReviewReported,
)
from swp_domain.safeguarding_adults_review.vocabulary import Harm, ReviewChoice
from swp_domain.stage import changed


@dataclass(frozen=True)
class ReviewProcess:
    """A review on a day. ``chronologies`` and ``recommendations`` say whether each was received, or settled."""

    cases: tuple[str, ...] = ()
    harms: dict[str, Harm] = field(default_factory=dict)
    referred_on: date | None = None
    received_on: date | None = None
    decided_on: date | None = None
    choice: ReviewChoice | None = None
    reviewer_on: date | None = None
    reported_on: date | None = None
    published_on: date | None = None
    chronologies: dict[str, bool] = field(default_factory=dict)
    recommendations: dict[str, bool] = field(default_factory=dict)

    @property
    def under_way(self) -> bool:
        """Whether a review was arranged."""
        return self.choice is not None and self.choice.is_a_review


def evolve(state: ReviewProcess, entry: AnyEntry) -> ReviewProcess:
    """The review after one more entry."""
    on = entry.occurred_on
    match entry.event:
        case ReviewReferralReceived(cases=cases, referred_on=written):
            known = tuple(dict.fromkeys((*state.cases, *cases)))
            return changed(
                state,
                cases=known,
                received_on=state.received_on or on,
                referred_on=state.referred_on or written or on,
            )
        case AdultHarmed(case=case, harm=harm):
            known = tuple(dict.fromkeys((*state.cases, case)))
            return changed(state, cases=known, harms={**state.harms, case: harm})
        case ReviewDecided(decision=decision) if entry.counts:
            return changed(state, decided_on=on, choice=decision.outcome)
        case ReviewerAppointed():
            return changed(state, reviewer_on=on)
        case ReviewReported():
            return changed(state, reported_on=state.reported_on or on)
        case ReviewPublished():
            return changed(state, published_on=state.published_on or on)
    return _followed(state, entry)


def _followed(state: ReviewProcess, entry: AnyEntry) -> ReviewProcess:
    """What was asked of each agency, and what came of it."""
    match entry.event:
        case ChronologyAsked(agency=agency):
            return changed(state, chronologies={**state.chronologies, agency: state.chronologies.get(agency, False)})
        case ChronologyReceived(agency=agency):
            return changed(state, chronologies={**state.chronologies, agency: True})
        case RecommendationMade(recommendation=which):
            return changed(state, recommendations={**state.recommendations, which: False})
        case RecommendationCarriedOut(recommendation=which):
            return changed(state, recommendations={**state.recommendations, which: True})
    return state
