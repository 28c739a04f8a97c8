"""How it stands with NHS continuing healthcare."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from swp_domain.continuing_healthcare.events import (
    ChecklistCompleted,
    ChecklistOutcomeTold,
    ConsiderationEnded,
    DecisionToolCompleted,
    FastTrackCompleted,
    FastTrackReceived,
    FundingEndNotified,
    HealthcareDecisionTold,
    HealthcareDisputeArose,
    HealthcareDisputeResolved,
    HealthcareEligibilityDecided,
    HealthcareFundingEnded,
    HealthcareReviewed,
    HealthcareSignsNoted,
    IndependentReviewDecided,
    IndependentReviewRequested,
    InterimFundingAgreed,
    LocalReviewDecided,
    LocalReviewRequested,
    NotificationReceived,
    NursingCareFunded,
    NursingCareFundingEnded,
)
from swp_domain.continuing_healthcare.vocabulary import ChecklistOutcome, Funder, HealthcareOutcome, ReviewResult
from swp_domain.entry import AnyEntry
from swp_domain.stage import changed


@dataclass(frozen=True)
class Consideration:
    """One question of continuing healthcare, on a day. Days are the earliest they can mean, save ``received_on``."""

    signs_on: date | None = None
    checklist_on: date | None = None
    checklist: ChecklistOutcome | None = None
    checklist_told_on: date | None = None
    received_on: date | None = None
    tool_on: date | None = None
    tool: DecisionToolCompleted | None = None
    fast_track: FastTrackCompleted | None = None
    fast_track_on: date | None = None
    first_decided_on: date | None = None
    decided_on: date | None = None
    outcome: HealthcareOutcome | None = None
    told_on: date | None = None
    local_review_on: date | None = None
    local_review_decided_on: date | None = None
    independent_review_on: date | None = None
    reversed_on: date | None = None
    reviewed_on: date | None = None
    end_notified_on: date | None = None
    funding_ended_on: date | None = None
    ended_on: date | None = None

    @property
    def funded(self) -> bool:
        """Whether the NHS body funds the care."""
        return self.outcome is HealthcareOutcome.ELIGIBLE and self.funding_ended_on is None


@dataclass(frozen=True)
class HealthcareDispute:
    """A disagreement between NHS body and council, on a day."""

    consideration: str = ""
    arose_on: date | None = None
    funder: Funder | None = None
    resolved_on: date | None = None


@dataclass(frozen=True)
class ContinuingHealthcareState:
    """Every consideration and dispute by identifier; funded nursing care, in pounds a week, while it is paid."""

    considerations: dict[str, Consideration] = field(default_factory=dict)
    disputes: dict[str, HealthcareDispute] = field(default_factory=dict)
    nursing: NursingCareFunded | None = None
    nursing_since: date | None = None

    def named(self, which: str) -> Consideration:
        """The consideration by that identifier, empty where the file does not know it."""
        return self.considerations.get(which, Consideration())

    @property
    def funded(self) -> bool:
        """Whether the NHS body funds continuing healthcare."""
        return any(one.funded for one in self.considerations.values())

    def disputed(self, which: str) -> bool:
        """Whether NHS body and council disagree about a consideration."""
        return any(one.consideration == which and one.resolved_on is None for one in self.disputes.values())


def evolve(state: ContinuingHealthcareState, entry: AnyEntry) -> ContinuingHealthcareState:
    """How it stands after one more entry."""
    on = entry.occurred_on
    match entry.event:
        case NursingCareFunded() as funded:
            return changed(state, nursing=funded, nursing_since=state.nursing_since or on)
        case NursingCareFundingEnded():
            return changed(state, nursing=None, nursing_since=None)
        case HealthcareDisputeArose(dispute=which, consideration=about, funder=funder):
            return _dispute(state, which, consideration=about, arose_on=on, funder=funder)
        case InterimFundingAgreed(dispute=which, funder=funder):
            return _dispute(state, which, funder=funder)
        case HealthcareDisputeResolved(dispute=which):
            return _dispute(state, which, resolved_on=on)
    which = getattr(entry.event, "consideration", "")
    changes = _changes(state.named(which), entry) if entry.counts else {}
    if not changes:
        return state
    one = changed(state.named(which), **changes)
    return changed(state, considerations={**state.considerations, which: one})


def _dispute(state: ContinuingHealthcareState, which: str, **changes: Any) -> ContinuingHealthcareState:
    one = changed(state.disputes.get(which, HealthcareDispute()), **changes)
    return changed(state, disputes={**state.disputes, which: one})


def _changes(had: Consideration, entry: AnyEntry) -> dict[str, Any]:
    """What an entry changes of the consideration that it is about."""
    on = entry.occurred_on
    match entry.event:
        case HealthcareSignsNoted():
            return {"signs_on": had.signs_on or on}
        case ChecklistCompleted(outcome=outcome):
            return {"checklist_on": on, "checklist": outcome}
        case ChecklistOutcomeTold():
            return {"checklist_told_on": on}
        case NotificationReceived():
            return {"received_on": had.received_on or entry.occurred.latest}
        case DecisionToolCompleted() as tool:
            return {"tool_on": on, "tool": tool}
        case FastTrackCompleted() as tool:
            return {"fast_track": tool}
        case FastTrackReceived():
            return {"fast_track_on": on}
        case HealthcareDecisionTold():
            return {"told_on": on}
        case HealthcareReviewed():
            return {"reviewed_on": on}
        case FundingEndNotified():
            return {"end_notified_on": on}
        case ConsiderationEnded():
            return {"ended_on": on}
    return _decided(had, entry)


def _decided(had: Consideration, entry: AnyEntry) -> dict[str, Any]:
    """What a decision, or the review of one, changes."""
    on = entry.occurred_on
    match entry.event:
        case HealthcareEligibilityDecided(decision=decision):
            first = had.first_decided_on or on
            again = {"funding_ended_on": None, "ended_on": None, "told_on": None}
            return {"first_decided_on": first, "decided_on": on, "outcome": decision.outcome, **again}
        case HealthcareFundingEnded(decision=decision):
            return {"funding_ended_on": on, "outcome": decision.outcome}
        case LocalReviewRequested():
            return {"local_review_on": on}
        case IndependentReviewRequested():
            return {"independent_review_on": on}
        case LocalReviewDecided(decision=decision):
            return {"local_review_decided_on": on, **_reversed(decision.outcome, on)}
        case IndependentReviewDecided(decision=decision):
            return _reversed(decision.outcome, on)
    return {}


def _reversed(result: ReviewResult, on: date) -> dict[str, Any]:
    if result is not ReviewResult.ELIGIBLE:
        return {}
    return {"reversed_on": on, "outcome": HealthcareOutcome.ELIGIBLE, "funding_ended_on": None}
