"""The papers that tests submit: each lawful as it is, so that a test changes only what it is about."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from swp_domain.actor import BodyKind
from swp_domain.assessment.events import (
    AdvocateArranged,
    AssessmentCompleted,
    AssessmentRequested,
    AssessmentStarted,
    CarersAssessmentCompleted,
    CarersDutyEndedByRefusal,
    DutyEndedByRefusal,
    InvolvementConsidered,
)
from swp_domain.assessment.vocabulary import Conclusion
from swp_domain.case.events import CaseClosed
from swp_domain.case.vocabulary import ClosureOutcome
from swp_domain.contact.events import ContactReceived, ContactResolved
from swp_domain.contact.vocabulary import Channel, ContactOutcome
from swp_domain.court.events import ApplicationMade, OrderMade
from swp_domain.court.vocabulary import ApplicationKind, OrderOutcome
from swp_domain.decision import Decision
from swp_domain.eligibility.events import (
    BandedEligibilityDetermined,
    CarersEligibilityDetermined,
    EligibilityDetermined,
)
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.event import Event
from swp_domain.law.assessment_regulations_2014.conduct import ConductFacts
from swp_domain.law.care_act_2014.s9_assessment import Appearance, AssessmentCoverage, NoAssessmentReason
from swp_domain.law.care_act_2014.s10_carers import CarerCoverage
from swp_domain.law.care_act_2014.s11_refusal import RefusalFacts
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts
from swp_domain.law.care_act_2014.s67_advocacy import InvolvementFacts
from swp_domain.law.eligibility_regulations_2015.reg2_adults import AdultAbility, AdultNeeds, AdultOutcome
from swp_domain.law.eligibility_regulations_2015.reg3_carers import CarerAbility, CarerNeeds, CarerOutcome
from swp_domain.law.fair_access_to_care.bands import Band
from swp_domain.party import Party
from swp_domain.referral.events import ReferralReceived, ReferralTriaged
from swp_domain.referral.vocabulary import Source, TriageOutcome
from swp_domain.safeguarding.events import ConcernReceived, EnquiryDecided
from swp_domain.safeguarding.vocabulary import EnquiryOutcome

E = TypeVar("E", bound=Event)
O = TypeVar("O")  # noqa: E741 - the outcome's type

NO_NEEDS = Appearance(appears_to_have_needs=False, reason=NoAssessmentReason.NO_APPEARANCE_OF_NEEDS)
COVERED = AssessmentCoverage(wellbeing=True, outcomes_wished=True, contribution=True, involved=True, other_help=True)
CARER_COVERED = CarerCoverage(
    able=True, willing=True, wellbeing=True, outcomes_wished=True, work_education_recreation=True
)
REFUSAL_COUNTS = RefusalFacts(has_capacity_to_refuse=True, at_risk_of_abuse_or_neglect=False)
SUSPECTED = SafeguardingFacts(has_needs=True, at_risk=True, unable_to_protect=True)
NEEDS_AN_ADVOCATE = InvolvementFacts(difficulty_weighing=True, appropriate_person=False)
CRITERIA_MET = AdultNeeds(
    from_impairment_or_illness=True,
    abilities=(
        AdultAbility(outcome=AdultOutcome.NUTRITION, needs_assistance=True),
        AdultAbility(outcome=AdultOutcome.HYGIENE, significantly_longer=True),
    ),
    significant_impact_on_wellbeing=True,
)
CARER_CRITERIA_MET = CarerNeeds(
    from_necessary_care=True,
    abilities=(CarerAbility(outcome=CarerOutcome.RECREATION, needs_assistance=True),),
    significant_impact_on_wellbeing=True,
)
AN_ADVOCATE = Party(kind=BodyKind.REPRESENTATIVE, relation="advocate")


def decided(outcome: O, **told: Any) -> Decision[O]:
    """A decision with reasons."""
    return Decision[O](outcome=outcome, **{"reasons": "As discussed.", **told})


def _paper(kind: type[E], usual: dict[str, Any], told: dict[str, Any]) -> E:
    return kind.model_validate({**usual, **told})


def contact(**told: Any) -> ContactReceived:
    return _paper(ContactReceived, {"contact": "c1", "channel": Channel.TELEPHONE}, told)


def resolved(**told: Any) -> ContactResolved:
    usual = {"contact": "c1", "appearance": NO_NEEDS, "decision": decided(ContactOutcome.ADVICE_GIVEN)}
    return _paper(ContactResolved, usual, told)


def referral(**told: Any) -> ReferralReceived:
    return _paper(ReferralReceived, {"referral": "r1", "source": Source.GP}, told)


def triaged(outcome: TriageOutcome = TriageOutcome.ASSESS, **told: Any) -> ReferralTriaged:
    usual: dict[str, Any] = {"referral": "r1", "decision": decided(outcome)}
    if outcome.owes_an_assessment:
        usual["assessment"] = "a1"
    return _paper(ReferralTriaged, usual, told)


def request(**told: Any) -> AssessmentRequested:
    return _paper(AssessmentRequested, {"assessment": "a1"}, told)


def started(**told: Any) -> AssessmentStarted:
    usual = {"assessment": "a1", "conduct": ConductFacts(self_assessment_offered=True)}
    return _paper(AssessmentStarted, usual, told)


def completed(**told: Any) -> AssessmentCompleted:
    usual = {"assessment": "a1", "coverage": COVERED, "decision": decided(Conclusion.NEEDS)}
    return _paper(AssessmentCompleted, usual, told)


def carers_completed(**told: Any) -> CarersAssessmentCompleted:
    usual = {"assessment": "a1", "coverage": CARER_COVERED, "decision": decided(Conclusion.NEEDS)}
    return _paper(CarersAssessmentCompleted, usual, told)


def ended_by_refusal(**told: Any) -> DutyEndedByRefusal:
    usual = {"assessment": "a1", "refusal": REFUSAL_COUNTS, "decision": decided(True)}
    return _paper(DutyEndedByRefusal, usual, told)


def carers_refusal_accepted(**told: Any) -> CarersDutyEndedByRefusal:
    return _paper(CarersDutyEndedByRefusal, {"assessment": "a1", "decision": decided(True)}, told)


def involvement(**told: Any) -> InvolvementConsidered:
    return _paper(InvolvementConsidered, {"assessment": "a1", "involvement": NEEDS_AN_ADVOCATE}, told)


def advocate(**told: Any) -> AdvocateArranged:
    usual = {"assessment": "a1", "works_for_council_or_delegate": False, "decision": decided(AN_ADVOCATE)}
    return _paper(AdvocateArranged, usual, told)


def determined(**told: Any) -> EligibilityDetermined:
    usual = {
        "determination": "n1",
        "assessment": "a1",
        "needs": CRITERIA_MET,
        "wants_needs_met": True,
        "ordinarily_resident": True,
        "decision": decided(Eligibility.ELIGIBLE),
    }
    return _paper(EligibilityDetermined, usual, told)


def carer_determined(**told: Any) -> CarersEligibilityDetermined:
    usual = {
        "determination": "n1",
        "assessment": "a1",
        "needs": CARER_CRITERIA_MET,
        "decision": decided(Eligibility.ELIGIBLE),
    }
    return _paper(CarersEligibilityDetermined, usual, told)


def banded(*bands: Band, **told: Any) -> BandedEligibilityDetermined:
    usual = {
        "determination": "n1",
        "assessment": "a1",
        "bands": bands or (Band.CRITICAL,),
        "decision": decided(Eligibility.ELIGIBLE),
    }
    return _paper(BandedEligibilityDetermined, usual, told)


def concern(**told: Any) -> ConcernReceived:
    return _paper(ConcernReceived, {"concern": "k1"}, told)


def enquiry(outcome: EnquiryOutcome = EnquiryOutcome.ENQUIRE, **told: Any) -> EnquiryDecided:
    return _paper(EnquiryDecided, {"concern": "k1", "suspected": SUSPECTED, "decision": decided(outcome)}, told)


def application(**told: Any) -> ApplicationMade:
    usual = {"application": "p1", "kind": ApplicationKind.COMMUNITY_DEPRIVATION, "applicant": BodyKind.COUNCIL}
    return _paper(ApplicationMade, usual, told)


def order(review_by: str | None = None, expires_on: str | None = None, **told: Any) -> OrderMade:
    usual = {
        "order": "o1",
        "review_by": date.fromisoformat(review_by) if review_by else None,
        "expires_on": date.fromisoformat(expires_on) if expires_on else None,
        "decision": decided(OrderOutcome.GRANTED),
    }
    return _paper(OrderMade, usual, told)


def closed(outcome: ClosureOutcome = ClosureOutcome.NEEDS_MET, **told: Any) -> CaseClosed:
    return _paper(CaseClosed, {"decision": decided(outcome)}, told)
