"""How the referrals of a case stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from swp_domain.entry import AnyEntry
from swp_domain.referral.events import ReferralReceived, ReferralTriaged, UrgentSupportProvided
from swp_domain.referral.vocabulary import Source, TriageOutcome, Urgency
from swp_domain.stage import changed


@dataclass(frozen=True)
class OneReferral:
    """A referral on a day, as far as it is told; ``outcome`` is ``None`` until it is triaged."""

    received_on: date | None = None
    source: Source | None = None
    urgency: Urgency | None = None
    outcome: TriageOutcome | None = None
    assessment: str | None = None


@dataclass(frozen=True)
class ReferralState:
    """All referrals, by identifier, and since when urgent needs have been met."""

    referrals: dict[str, OneReferral] = field(default_factory=dict)
    urgent_support_on: date | None = None

    def started_for_a_carer(self, assessment: str) -> bool:
        """Whether triage started that assessment, of a carer."""
        return any(
            one.assessment == assessment and one.outcome is not None and one.outcome.assesses_a_carer
            for one in self.referrals.values()
        )


def evolve(state: ReferralState, entry: AnyEntry) -> ReferralState:
    """The referrals after one more entry."""
    match entry.event:
        case ReferralReceived() as came:
            known = state.referrals.get(came.referral, OneReferral())
            one = changed(known, received_on=entry.occurred_on, source=came.source, urgency=came.urgency)
            return changed(state, referrals={**state.referrals, came.referral: one})
        case ReferralTriaged(referral=which, decision=decision, assessment=assessment):
            known = state.referrals.get(which, OneReferral())
            triaged = changed(known, outcome=decision.outcome, assessment=assessment)
            return changed(state, referrals={**state.referrals, which: triaged})
        case UrgentSupportProvided():
            return changed(state, urgent_support_on=entry.occurred_on)
    return state
