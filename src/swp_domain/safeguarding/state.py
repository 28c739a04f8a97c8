"""How the concerns about an adult stand, and the enquiries and plans that they led to."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from swp_domain.entry import AnyEntry
from swp_domain.safeguarding.concerns import Concern
from swp_domain.safeguarding.enquiries import Enquiry, Protection
from swp_domain.safeguarding.events import (
    ActionDecided,
    AdultFoundSafe,
    ConcernJoined,
    ConcernReceived,
    ConcernReopened,
    EnquiryAdvocateArranged,
    EnquiryAdvocateEnded,
    EnquiryAdvocateRefused,
    EnquiryCaused,
    EnquiryClosed,
    EnquiryDecided,
    EnquiryInvolvementConsidered,
    EnquiryOpened,
    EnquiryOutcomeTold,
    EnquiryReported,
    OutcomesAsked,
    PersonAlleged,
    PersonAllegedAgain,
    ProtectionPutInPlace,
    SafeguardingPlanAgreed,
    SafeguardingPlanReviewed,
)
from swp_domain.safeguarding.vocabulary import EnquiryOutcome
from swp_domain.stage import changed


@dataclass(frozen=True)
class SafeguardingState:
    """All concerns, enquiries and safeguarding plans, by identifier."""

    concerns: dict[str, Concern] = field(default_factory=dict)
    enquiries: dict[str, Enquiry] = field(default_factory=dict)
    plans: dict[str, Protection] = field(default_factory=dict)

    @property
    def suspected_at_risk(self) -> bool:
        """Whether the latest decisions on concerns include one to enquire."""
        return any(one.outcome is EnquiryOutcome.ENQUIRE for one in self.concerns.values())

    def planned_or_ended(self, concern: str) -> bool:
        """Whether a plan keeps the adult safe from a concern, or every enquiry into it is closed."""
        into = self.concerns[concern].enquiries
        planned = any(one.concern == concern or one.enquiry in into for one in self.plans.values())
        return planned or (bool(into) and all(self.enquiries[one].closed_on is not None for one in into))

    def goes_on(self, concern: str) -> bool:
        """Whether an enquiry into a concern goes on, or has still to begin.

        One that was closed before the concern was decided on again is not the one that was then decided on.
        """
        about = self.concerns[concern]
        enquiries = [self.enquiries[one] for one in about.enquiries]
        if any(one.closed_on is None for one in enquiries):
            return True
        decided = about.decided_on
        return all(decided is not None and one.closed_on and one.closed_on < decided for one in enquiries)


def evolve(state: SafeguardingState, entry: AnyEntry) -> SafeguardingState:
    """How safeguarding stands after one more entry."""
    on = entry.occurred_on
    match entry.event:
        case ConcernReceived(concern=which) as told:
            return _concern(
                state,
                which,
                received_on=on,
                raised_by=told.raised_by.kind if told.raised_by else None,
                types=told.types,
                location=told.location,
                location_name=told.location_name,
                provider=told.provider,
                risk_source=told.risk_source,
            )
        case EnquiryDecided(concern=which, decision=decision) if entry.counts:
            return _concern(state, which, decided_on=on, outcome=decision.outcome, reopened_on=None)
        case ConcernReopened(concern=which):
            return _concern(state, which, reopened_on=on)
        case ProtectionPutInPlace(concern=which):
            return _concern(state, which, protected_on=on)
        case AdultFoundSafe(concern=which):
            return _concern(state, which, safe_on=on)
        case PersonAlleged(concern=which, alleged=alleged) | PersonAllegedAgain(concern=which, alleged=alleged):
            known = state.concerns.get(which, Concern()).alleged
            return _concern(state, which, alleged=known | {alleged})
        case EnquiryOpened(enquiry=enquiry, concern=which, kind=kind):
            return _joined(_enquiry(state, enquiry, opened_on=on, kind=kind), which, enquiry)
        case ConcernJoined(enquiry=enquiry, concern=which):
            return _joined(state, which, enquiry)
    return _enquired(state, entry)


def _enquired(state: SafeguardingState, entry: AnyEntry) -> SafeguardingState:
    """What an entry changes in an enquiry, or in a plan."""
    on = entry.occurred_on
    match entry.event:
        case EnquiryCaused(enquiry=which, decision=decision) if entry.counts:
            return _enquiry(state, which, maker=decision.outcome)
        case EnquiryReported(enquiry=which):
            return _enquiry(state, which, reported_on=on)
        case EnquiryInvolvementConsidered(enquiry=which, involvement=involvement):
            return _enquiry(state, which, involvement=involvement)
        case EnquiryAdvocateArranged(enquiry=which) if entry.counts:
            return _enquiry(state, which, advocate_on=on)
        case EnquiryAdvocateRefused(enquiry=which):
            return _enquiry(state, which, advocate_refused_on=on)
        case EnquiryAdvocateEnded(enquiry=which, why=why):
            return _enquiry(state, which, advocate_ended_on=on, advocate_end=why)
        case OutcomesAsked(enquiry=which, when=when, expressed=expressed):
            one = state.enquiries.get(which, Enquiry())
            said = one.expressed if expressed is None or one.expressed else expressed
            return _enquiry(state, which, asked=one.asked | {when}, expressed=said)
        case ActionDecided(enquiry=which, decision=decision, risk=risk) if entry.counts:
            return _enquiry(state, which, decided_on=on, action=decision.outcome, risk=risk)
        case EnquiryClosed(enquiry=which, decision=decision) as closed if entry.counts:
            how = {"risk_after": closed.risk_after, "achieved": closed.achieved, "unasked": closed.unasked}
            return _enquiry(state, which, closed_on=on, end=decision.outcome, **how)
        case EnquiryOutcomeTold(enquiry=which):
            return _enquiry(state, which, told_on=on)
        case SafeguardingPlanAgreed(plan=plan, enquiry=which, concern=concern):
            return _plan(state, plan, enquiry=which or "", concern=concern or "", agreed_on=on)
        case SafeguardingPlanReviewed(plan=plan, risk=found, goes_on=goes_on):
            return _plan(state, plan, reviewed_on=on, risk=found, ended_on=None if goes_on else on)
    return state


def _concern(state: SafeguardingState, which: str, **changes: Any) -> SafeguardingState:
    one = changed(state.concerns.get(which, Concern()), **changes)
    return changed(state, concerns={**state.concerns, which: one})


def _enquiry(state: SafeguardingState, which: str, **changes: Any) -> SafeguardingState:
    one = changed(state.enquiries.get(which, Enquiry()), **changes)
    return changed(state, enquiries={**state.enquiries, which: one})


def _plan(state: SafeguardingState, which: str, **changes: Any) -> SafeguardingState:
    one = changed(state.plans.get(which, Protection()), **changes)
    return changed(state, plans={**state.plans, which: one})


def _joined(state: SafeguardingState, concern: str, enquiry: str) -> SafeguardingState:
    """A concern and an enquiry that know of each other."""
    led_to = state.concerns.get(concern, Concern()).enquiries
    came_of = state.enquiries.get(enquiry, Enquiry()).concerns
    state = _concern(state, concern, enquiries=(*(one for one in led_to if one != enquiry), enquiry))
    return _enquiry(state, enquiry, concerns=(*(one for one in came_of if one != concern), concern))
