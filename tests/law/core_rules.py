"""What trips each rule that a record cannot do without, and when: the rows of ``test_dates_of_core_rules``."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from swp_domain.actor import BodyKind
from swp_domain.assessment.events import AssessmentCopyGiven
from swp_domain.case.events import OldLawSupportRecorded, TransitionReviewCompleted
from swp_domain.case.vocabulary import TransitionConclusion
from swp_domain.direct_payments.events import PaymentConditionLost
from swp_domain.direct_payments.vocabulary import CapacityRoute, Condition
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.event import Event
from swp_domain.law.assessment_regulations_2014.conduct import ConductFacts
from swp_domain.law.care_act_2014.s9_assessment import Appearance, AssessmentCoverage, NoAssessmentReason
from swp_domain.law.care_act_2014.s10_carers import CarerCoverage
from swp_domain.law.care_act_2014.s11_refusal import RefusalFacts
from swp_domain.law.care_act_2014.s14_charging import ChargedFor
from swp_domain.law.care_act_2014.s24_not_meeting import NotMeetingGround
from swp_domain.law.care_act_2014.s25_plan import PlanContent
from swp_domain.law.care_act_2014.s27_review import RequestFacts
from swp_domain.law.care_act_2014.s37_moving import MoveFacts
from swp_domain.law.eligibility_regulations_2015.reg2_adults import AdultNeeds
from swp_domain.law.eligibility_regulations_2015.reg3_carers import CarerNeeds
from swp_domain.party import Party, Whose
from swp_domain.referral.events import UrgentSupportProvided
from swp_domain.referral.vocabulary import TriageOutcome
from swp_domain.residence.events import ContinuityStopped, DisputeArose, NeedsMetForAnother, PersonMoved
from swp_domain.safeguarding.vocabulary import EnquiryOutcome
from tests.cast import council, unregistered
from tests.papers import (
    advocate,
    banded,
    carer_determined,
    carers_completed,
    closed,
    completed,
    concern,
    decided,
    determined,
    ended_by_refusal,
    enquiry,
    involvement,
    referral,
    request,
    triaged,
)
from tests.papers_money import charge, invoice, payment, payment_request, payment_reviewed, payment_started
from tests.plan_papers import agreed, budget, cut, not_meeting, service, service_ended
from tests.review_papers import plan_agreed, request_refused, review_requested, reviewed
from tests.telling import Voice

DAY = timedelta(days=1)
CARE_ACT, REVIEWED_OR_NOT = date(2015, 4, 1), date(2016, 4, 1)
SUPPORTED = council.tells(OldLawSupportRecorded(), "2015-03-31")
REFUSE, BREACH, FLAG, DUTY = "refuse", "breach", "flag", "duty"


@dataclass(frozen=True)
class Row:
    """What trips a rule, after what on the same day, by whom; and from when to when, if not as the Care Act does."""

    rule: str
    effect: str
    event: Event
    after: tuple[Event, ...] = ()
    by: Voice = council
    supported: bool = False
    first: date | None = None
    last: date | None = None

    def __str__(self) -> str:
        return f"{self.rule} {self.effect} {self.event.name}"


_ELIGIBLE_FOR_NO_REASON = decided(Eligibility.ELIGIBLE, reasons=None)
_NOT_ELIGIBLE = decided(Eligibility.NOT_ELIGIBLE)
_LEFT_TO_A_CARER = decided(NotMeetingGround.MET_BY_CARER, reasons=None)
_HER_SON = Party(kind=BodyKind.REPRESENTATIVE, relation="son")
_NO_NEEDS = AdultNeeds(from_impairment_or_illness=False)
_CARER = request(whose=Whose.CARER)
_ASSESSED = (request(), completed())
_DETERMINED = (*_ASSESSED, determined())
_ASSESSED_CARER = (_CARER, carers_completed())
_NO_CARE = CarerNeeds(from_necessary_care=False)
_MOVED = PersonMoved(
    move="m1",
    facts=MoveFacts(needs_met_by_first_council=True, second_council_told=True, second_council_satisfied=True),
)
_SHORT = budget(person="40").model_copy(update={"council_pays": Decimal(150)})
_UNTRAINED = ConductFacts(deafblind=True, assessor_deafblind_trained=False)
_FOR_THE_NHS = ConductFacts(may_need_nhs_continuing_healthcare=True)
_TURNED_AWAY = triaged(TriageOutcome.RESOLVED, appearance=Appearance(appears_to_have_needs=True))
_FOR_MEANS = triaged(
    TriageOutcome.RESOLVED, appearance=Appearance(appears_to_have_needs=False, reason=NoAssessmentReason.MEANS)
)

UNDER_THE_CARE_ACT = (
    Row("CA-09-01", REFUSE, _TURNED_AWAY, (referral(),)),
    Row("CA-09-01", BREACH, _FOR_MEANS, (referral(),)),
    Row("CA-09-02", REFUSE, completed(coverage=AssessmentCoverage(wellbeing=False)), (request(),)),
    Row("CA-10-01", REFUSE, carers_completed(coverage=CarerCoverage(able=False)), (_CARER,)),
    Row(
        "CA-11-01",
        REFUSE,
        ended_by_refusal(refusal=RefusalFacts(has_capacity_to_refuse=False, assessment_in_best_interests=True)),
        (request(),),
    ),
    Row("CA-11-02", REFUSE, ended_by_refusal(refusal=RefusalFacts(at_risk_of_abuse_or_neglect=True)), (request(),)),
    Row("CA-12-01", DUTY, completed(), (request(),)),
    Row(
        "CA-12-01",
        BREACH,
        AssessmentCopyGiven(assessment="a1", to_the_person=False, given_to=_HER_SON, asked_for=False),
        _ASSESSED,
    ),
    Row("CA-AR-06", REFUSE, completed(conduct=_UNTRAINED), (request(),)),
    Row("CA-AR-07", DUTY, completed(conduct=_FOR_THE_NHS), (request(),)),
    Row("CA-13-01", REFUSE, determined(), (request(),)),
    Row("CA-13-01", DUTY, completed(), (request(),)),
    Row("CA-13-02", REFUSE, determined(decision=_ELIGIBLE_FOR_NO_REASON), _ASSESSED),
    Row("CA-13-02", DUTY, determined(), _ASSESSED),
    Row("CA-13-03", REFUSE, determined(decision=_NOT_ELIGIBLE), _ASSESSED),
    Row("CA-13-04", REFUSE, carer_determined(needs=_NO_CARE), _ASSESSED_CARER),
    Row(
        "CA-13-05",
        DUTY,
        determined(needs=_NO_NEEDS, decision=_NOT_ELIGIBLE),
        _ASSESSED,
    ),
    Row("CA-19-02", DUTY, NeedsMetForAnother(council="Southmere")),
    Row("CA-19-02", BREACH, service(), (*_ASSESSED, determined(ordinarily_resident=False))),
    Row("CA-19-03", DUTY, UrgentSupportProvided(assessment="a1")),
    Row("CA-14-02", REFUSE, charge(ChargedFor.AID)),
    Row("CA-14-02", BREACH, invoice(charged_for=ChargedFor.AID)),
    Row("CA-18-01", BREACH, not_meeting(NotMeetingGround.COST), _DETERMINED),
    Row("CA-24-01", DUTY, determined(), _ASSESSED),
    Row("CA-24-02", REFUSE, not_meeting(decision=_LEFT_TO_A_CARER), _DETERMINED),
    Row("CA-25-01", REFUSE, agreed(content=PlanContent(matters_relevant=False)), _DETERMINED),
    Row("CA-26-01", REFUSE, agreed(budget=_SHORT), _DETERMINED),
    Row("CA-27-01", REFUSE, request_refused(request=RequestFacts(reasonable=True)), (review_requested(),)),
    Row("CA-27-01", DUTY, review_requested()),
    Row("CA-27-02", DUTY, plan_agreed(), _DETERMINED),
    Row("CA-27-03", DUTY, plan_agreed(), _DETERMINED),
    Row("CA-27-04", BREACH, cut(), (service(),)),
    Row("CA-DP-01", DUTY, payment_started()),
    Row("CA-DP-02", DUTY, payment_reviewed()),
    Row("CA-DP-03", REFUSE, payment(route=CapacityRoute.WITHOUT_CAPACITY), (payment_request(),)),
    Row("CA-DP-04", DUTY, PaymentConditionLost(payment="p1", which=Condition.MANAGING)),
    Row("CA-38-01", DUTY, _MOVED),
    Row("CA-38-01", BREACH, ContinuityStopped(move="m1"), (_MOVED,)),
    Row("CA-40-02", DUTY, DisputeArose(dispute="d1", needs_met=False)),
    Row("CA-67-01", DUTY, involvement(), (request(),)),
    Row("CA-67-01", BREACH, completed(), (request(), involvement())),
    Row("CA-67-02", REFUSE, advocate(works_for_council_or_delegate=True), (request(),)),
)
"""Asked under the Care Act, and of nobody who is under the law before it."""

BY_CALENDAR = (
    Row("REG-02", BREACH, closed(), supported=True, first=CARE_ACT),
    Row("REG-02", BREACH, service_ended(), (service(),), supported=True, first=REVIEWED_OR_NOT),
    Row("REG-03", REFUSE, banded(), _ASSESSED, first=CARE_ACT),
    Row("REG-03", REFUSE, banded(), _ASSESSED, supported=True, first=REVIEWED_OR_NOT),
    Row("REG-03", REFUSE, determined(), _ASSESSED, last=CARE_ACT - DAY),
    Row("REG-03", REFUSE, determined(), _ASSESSED, supported=True, last=REVIEWED_OR_NOT - DAY),
    Row(
        "REG-04",
        REFUSE,
        TransitionReviewCompleted(met_from=date(2020, 1, 1), decision=decided(TransitionConclusion.MEETING_NEEDS)),
        supported=True,
        first=CARE_ACT,
    ),
    Row("SG-42-01", REFUSE, enquiry(EnquiryOutcome.NO_ENQUIRY), (concern(),), first=CARE_ACT),
    Row("SG-42-01", REFUSE, enquiry(EnquiryOutcome.NO_ENQUIRY), (concern(),), supported=True, first=CARE_ACT),
    Row("SG-OLD-01", DUTY, concern(), last=CARE_ACT - DAY),
    Row("SG-OLD-01", DUTY, concern(), first=date(2000, 3, 20)),
    Row("GOV-14", BREACH, completed(), (request(),), by=unregistered, first=date(2005, 4, 1)),
)
"""Bound to a day of the calendar, whatever the law that the person is under, or to the day on which that changes."""

OLD_LAW = (
    Row("CC-47-01", DUTY, request(), last=CARE_ACT - DAY),
    Row("CC-47-01", DUTY, request(), supported=True, last=REVIEWED_OR_NOT - DAY),
    Row("CC-47-01", DUTY, UrgentSupportProvided(assessment="a1"), supported=True, last=REVIEWED_OR_NOT - DAY),
    Row("CC-47-02", DUTY, completed(), (request(),), supported=True, last=REVIEWED_OR_NOT - DAY),
    Row("CC-REV-02", DUTY, reviewed(), (plan_agreed(),), supported=True, last=REVIEWED_OR_NOT - DAY),
)
"""What follows from the law before, which ends for one person on one day and for another a year later."""

_ON = date(2024, 5, 1)
CLOCKS = (
    Row("REG-02", DUTY, OldLawSupportRecorded(), first=date(2015, 3, 31), last=date(2016, 3, 31)),
    Row("CA-19-02", DUTY, NeedsMetForAnother(council="Southmere"), first=_ON, last=_ON),
    Row("CA-19-03", DUTY, UrgentSupportProvided(assessment="a1"), first=_ON, last=date(2024, 6, 12)),
    Row("CA-27-01", DUTY, review_requested(), first=_ON, last=date(2024, 6, 12)),
    Row("CA-27-02", DUTY, plan_agreed(), _DETERMINED, first=_ON, last=date(2024, 6, 26)),
    Row("CA-27-03", DUTY, plan_agreed(), _DETERMINED, first=_ON, last=date(2025, 5, 1)),
    Row("CA-DP-01", DUTY, payment_started(), first=_ON, last=date(2024, 11, 1)),
    Row("CA-DP-02", DUTY, payment_reviewed(), first=_ON, last=date(2025, 5, 1)),
    Row("CA-38-01", DUTY, _MOVED, first=_ON, last=_ON),
    Row("CA-40-02", DUTY, DisputeArose(dispute="d1", needs_met=False), first=_ON, last=date(2024, 9, 1)),
)
"""Clocks that start on ``first``, with the last day in time: counted here by hand, and not by the law's own means."""
