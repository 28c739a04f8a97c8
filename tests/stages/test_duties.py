"""Every duty that a stage declares opens, is met, is late, and is met late: for every event that can do so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from datetime import date, timedelta
from decimal import Decimal

import pytest

from swp_domain.actor import BodyKind
from swp_domain.assessment.events import (
    AssessmentCopyGiven,
    AssessmentDeferred,
    AssessmentResumed,
    CarerIdentified,
    CaringEnded,
    HealthcareReferralMade,
)
from swp_domain.capacity.events import AdvocateNeedEnded, AuthorityEnded, CapacityDoubtSettled, ObjectionResolved
from swp_domain.capacity.vocabulary import AuthorityEnd, NeedEnd, Objecting
from swp_domain.case.events import (
    CaseAllocated,
    CaseHandedOver,
    CaseReopened,
    ClosureTold,
    OldLawSupportRecorded,
    PersonDied,
    TransitionReviewCompleted,
    WaitRechecked,
    WorkerWithdrawn,
)
from swp_domain.case.vocabulary import ClosureOutcome, TransitionConclusion
from swp_domain.case_file import FILES, CaseFile
from swp_domain.catalogue import owed
from swp_domain.complaints.events import (
    ComplaintAcknowledged,
    ComplaintReceived,
    ComplaintResponded,
    ComplaintSettledAtOnce,
    ComplaintWithdrawn,
    LateComplaintDeclined,
    RemedyCarriedOut,
    RemedyPromised,
    RemedyReleased,
)
from swp_domain.complaints.vocabulary import ComplaintOutcome, RemedyKind
from swp_domain.continuing_healthcare.events import (
    ChecklistOutcomeTold,
    ConsiderationEnded,
    FastTrackCarePutInPlace,
    FundingEndNotified,
    HealthcareDisputeArose,
    HealthcareDisputeResolved,
    HealthcareReviewed,
    HealthcareReviewWithdrawn,
    IndependentReviewDecided,
    IndependentReviewRequested,
    InterimFundingAgreed,
    LocalReviewDecided,
    LocalReviewRequested,
    RecommendationSentBack,
    RefundDecided,
    RefundPaid,
)
from swp_domain.continuing_healthcare.vocabulary import ConsiderationEnd, Funder, RefundGround, ReviewResult
from swp_domain.correspondence.events import (
    AdvocateReported,
    ContactAttempted,
    MessageNeedsNoReply,
    MessageReceived,
    OutcomeLearned,
    OutcomeTold,
    ReplySent,
)
from swp_domain.correspondence.vocabulary import How
from swp_domain.court.events import (
    ApplicationIssued,
    ApplicationMade,
    ChallengeConsidered,
    DeputyReported,
    DirectionComplied,
    DirectionDischarged,
    EvidenceFiled,
    LitigantJoined,
    OrderEnded,
    OrderReviewed,
    ParticipationDecided,
    ServiceAcknowledged,
    ServiceCertified,
    ServiceDispensedWith,
)
from swp_domain.court.vocabulary import ApplicationKind, DirectionKind, LitigantRole, OrderEnd, Participation, Told
from swp_domain.direct_payments.events import (
    DirectPaymentRequestWithdrawn,
    PaymentConditionLost,
    PaymentDecisionGiven,
    PaymentReviewPrompted,
)
from swp_domain.direct_payments.vocabulary import Condition, PaymentOutcome, ReviewPrompt
from swp_domain.duty import DutyStanding
from swp_domain.eligibility.events import AdviceGiven, DeterminationGiven
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.event import Event
from swp_domain.finance.events import DeferredPaymentOffered, FinancialAssessmentGiven
from swp_domain.governance.events import ContractReviewed, PartnershipEnded
from swp_domain.governance.vocabulary import Reported
from swp_domain.hospital.events import (
    AssessmentNoticeAnswered,
    AssessmentNoticeReceived,
    DischargeNoticeReceived,
    DischargePlanningBegan,
    InvolvedInDischarge,
    NoticeWithdrawn,
    PatientDischarged,
)
from swp_domain.law.assessment_regulations_2014.conduct import ConductFacts
from swp_domain.law.care_act_2014.s9_assessment import Appearance
from swp_domain.law.care_act_2014.s26_budget import BudgetShown
from swp_domain.law.care_act_2014.s27_review import Reassessment
from swp_domain.law.care_act_2014.s37_moving import MoveFacts
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts
from swp_domain.law.care_act_2014.s44_review import ReviewFacts
from swp_domain.law.care_act_2014.s58_transition import TransitionFacts
from swp_domain.law.care_act_2014.s67_advocacy import InvolvementFacts
from swp_domain.law.eligibility_regulations_2015.reg2_adults import AdultNeeds
from swp_domain.law.eligibility_regulations_2015.reg3_carers import CarerNeeds
from swp_domain.law.mental_capacity_act_2005.s39_advocates import AdvocateNeed, Trigger
from swp_domain.liberty.events import (
    AssessmentsCompleted,
    AuthorisationEnded,
    AuthorisationReviewRequested,
    DeprivationEnded,
    DeprivationMoved,
    DeprivationObjectedTo,
    ObjectionMet,
    RepresentativeCeased,
    RequestWithdrawn,
    UnauthorisedDeprivationDecided,
    UnauthorisedDeprivationReported,
)
from swp_domain.liberty.vocabulary import ReportOutcome, RepresentativeEnd
from swp_domain.mark import Act
from swp_domain.owed import Owed
from swp_domain.party import Party, Whose
from swp_domain.planning.events import PlanCopyGiven, ProviderFailed
from swp_domain.planning.package import BudgetLine
from swp_domain.planning.vocabulary import ServiceKind
from swp_domain.practice.events import ContractEnded, ContractExtended, ContractMade, TerminationDecided
from swp_domain.practice.vocabulary import TerminationGround
from swp_domain.referral.events import UrgentSupportProvided
from swp_domain.referral.vocabulary import TriageOutcome
from swp_domain.residence.events import (
    AfterCareBegan,
    AfterCareEnded,
    ContinuityBegan,
    DifferencesExplained,
    DisputeArose,
    DisputeReferred,
    DisputeResolved,
    FailedProvidersNeedsMet,
    IntentionConfirmed,
    MoveGivenUp,
    MoveInformationGiven,
    NeedsMetForAnother,
    NeedsMetMeanwhile,
    OtherCouncilNotified,
    PersonInformedOfDispute,
    PersonMoved,
    PlanPassedOn,
    ProviderFailureDutyEnded,
    ResponsibilityAssumed,
)
from swp_domain.residence.vocabulary import AfterCareEnd, FailureEnd
from swp_domain.responsibility.events import (
    OutOfHoursHandedBack,
    OutOfHoursHandedOver,
    ReservedDecisionAnswered,
    ReservedDecisionReferred,
)
from swp_domain.responsibility.vocabulary import Agreement
from swp_domain.review.events import CrisisAnswered, ReviewOutcomeGiven, ReviewRequestWithdrawn
from swp_domain.review.vocabulary import CrisisAnswer, ReviewOutcome
from swp_domain.safeguarding.enquiry_vocabulary import EnquiryEnd, EnquiryKind, ReleaseGround
from swp_domain.safeguarding.events import (
    ActionDone,
    ActionReleased,
    AdultFoundSafe,
    AdultsReviewAskedFor,
    AdultsReviewNotAskedFor,
    ConcernJoined,
    ConcernReopened,
    EnquiryOutcomeTold,
    EnquiryOutcomeWithheld,
    EnquiryReported,
    PersonAlleged,
    PositionOfTrustConsidered,
    ProtectionPutInPlace,
    ReferrerNotTold,
    ReferrerTold,
    ReviewConditionsNoted,
)
from swp_domain.safeguarding.vocabulary import EnquiryOutcome, NotTold
from swp_domain.safeguarding_adults_review.events import (
    ChronologyAsked,
    ChronologyReceived,
    RecommendationCarriedOut,
    RecommendationMade,
    ReviewDecided,
    ReviewReferralReceived,
    ReviewReported,
)
from swp_domain.safeguarding_adults_review.vocabulary import ReviewChoice
from swp_domain.sub_pool.events import LoanRepaid
from swp_domain.sub_pool.vocabulary import MetFrom
from swp_domain.transition.events import (
    AdultConclusionReached,
    AdulthoodReached,
    TransitionAssessmentCompleted,
    TransitionAssessmentRequested,
    TransitionExpected,
    TransitionRequestDecided,
    TreatedAsNeedsAssessment,
)
from swp_domain.transition.vocabulary import AdultConclusion, RequestOutcome, TransitionOutcome
from tests import healthcare_papers as healthcare
from tests import safeguarding_papers as safeguarding
from tests.capacity_papers import assessed as capacity_assessed
from tests.capacity_papers import deputy, doubted, instructed_by_nhs, objection
from tests.capacity_papers import instructed as advocate_instructed
from tests.capacity_papers import need as advocate_need
from tests.cast import council, court, hospital, person, somebody
from tests.court_papers import directed, served
from tests.governance_papers import (
    appointed,
    exercise_report,
    instalment,
    met_from,
    partnership,
    pool_report,
    stood_down,
    told_of,
)
from tests.liberty_papers import granted, represented, requested, terminated, urgent
from tests.papers import (
    advocate,
    application,
    banded,
    carer_determined,
    carers_completed,
    carers_refusal_accepted,
    closed,
    completed,
    concern,
    decided,
    determined,
    ended_by_refusal,
    enquiry,
    involvement,
    order,
    request,
    triaged,
)
from tests.papers_money import (
    CONDITIONS_MET,
    means,
    payment,
    payment_request,
    payment_reviewed,
    payment_started,
    payment_stopped,
)
from tests.plan_papers import CONTENT, agreed, budget, budget_set, carers_agreed, not_meeting, service_ended
from tests.plan_papers import service as began
from tests.review_papers import (
    CHANGED,
    carers_plan_agreed,
    carers_reviewed,
    circumstances,
    plan_agreed,
    request_refused,
    review_requested,
    reviewed,
    service,
)
from tests.telling import Given, Record, Said, Voice, day, given

NOT_ELIGIBLE = decided(Eligibility.NOT_ELIGIBLE)
OLD_LAW, CARE_ACT = "2012-05-01", "2024-05-01"
IN_BETWEEN = "2015-06-01"
"""A day on which either law may be a person's: they were supported before the Care Act."""


@dataclass(frozen=True)
class Way:
    """One way into and out of a duty. What ends it only ``at_once`` is tried on the first day."""

    opens: Event
    meets: tuple[Event, ...]
    on: tuple[str, ...] = (CARE_ACT,)
    before: tuple[Said, ...] = field(default=())
    at_once: tuple[Event, ...] = ()
    by: Voice = council


_ADULTS = (request(), triaged())
_AT_ONCE = UrgentSupportProvided(assessment="a1")
_ASSESSED = (
    completed(),
    ended_by_refusal(),
    triaged(TriageOutcome.RESOLVED, assessment="a1", appearance=Appearance(appears_to_have_needs=False)),
)
_NO_CARER = CaringEnded(carer="carer", assessment="a1")
_CARER = (carers_completed(), carers_refusal_accepted(), _NO_CARER)
_TRIAGED_CARER = triaged(TriageOutcome.ASSESS_CARER, assessment="a1")
_NO_DIFFICULTY = involvement(
    involvement=InvolvementFacts(
        difficulty_understanding=False,
        difficulty_retaining=False,
        difficulty_weighing=False,
        difficulty_communicating=False,
    )
)
_ORDER_OVER = OrderEnded(order="o1", why=OrderEnd.DISCHARGED)
_REVIEWED = (OrderReviewed(order="o1"), _ORDER_OVER)
_BROUGHT_BACK = (*_REVIEWED, application(kind=ApplicationKind.WELFARE, order="o1"))
# A review that ends support begins no other year; a plan does, and so it is the first period that is looked at.
_HELD = (reviewed(ReviewOutcome.ENDED, review="v2"),)
_CARERS_HELD = (carers_reviewed(ReviewOutcome.ENDED, review="v2"),)
_PLAN, _CARERS_PLAN = (plan_agreed(plan="plan-2"),), (carers_plan_agreed(plan="plan-3"),)
_UNREVISED = CHANGED.model_copy(update={"plan_revised": None, "reassessment": Reassessment.TO_FOLLOW})
_CLOSED = (closed(),)
_COPY = (AssessmentCopyGiven(assessment="a1"),)
_UNMET = CarerNeeds(from_necessary_care=False)
_UNSUITABLE = CONDITIONS_MET.model_copy(update={"appropriate": False})
_LAST_REVIEW = payment_reviewed(continues=False)
_WELL_AGAIN = payment_reviewed(conditions=CONDITIONS_MET.model_copy(update={"nominated": False}))

_CONFIRMED = IntentionConfirmed(move="m1", decision=decided(True))
_MOVED = PersonMoved(
    move="m1",
    facts=MoveFacts(needs_met_by_first_council=True, second_council_told=True, second_council_satisfied=True),
)
_GIVEN_UP, _TOLD = MoveGivenUp(move="m1"), MoveInformationGiven(move="m1")
_ASSUMED = ResponsibilityAssumed(move="m1", differs=True)
_DIFFER, _RESOLVED = DisputeArose(dispute="d1", needs_met=False), DisputeResolved(dispute="d1")
_MEANWHILE = (NeedsMetMeanwhile(dispute="d1"), _RESOLVED)
_BOARD = somebody(BodyKind.SAFEGUARDING_BOARD)
_REVIEW_DECIDED = ReviewDecided(decision=decided(ReviewChoice.MANDATORY))
_NO_REVIEW = ReviewDecided(decision=decided(ReviewChoice.NONE))
_CONTRACT = ContractMade(council="Northmere Council", practice="P", until=date(2024, 6, 30))
_TERMINATED = TerminationDecided(
    ends_on=date(2024, 7, 1), returns_to="Northmere Council", decision=decided(TerminationGround.AGREED)
)
_KIND = "planning/approval-decided"
_AGREED_TO = ReservedDecisionAnswered(of=_KIND, reference="r1", decision=decided(Agreement.AGREED))
_NOT_CONSIDERED = ConsiderationEnded(consideration="h1", why=ConsiderationEnd.NO_SIGNS)
_FUNDED, _UNFUNDED = healthcare.found(), healthcare.funding_ended()
_LOOKED_AT = HealthcareReviewed(consideration="h1")
_NOT_ELIGIBLE = healthcare.found(healthcare.NOT_ELIGIBLE)
_TAKEN_BACK = HealthcareReviewWithdrawn(review="v1", consideration="h1")
_UPHELD = decided(ReviewResult.UPHELD)
_NHS = healthcare.nhs
HEALTHCARE_WAYS: dict[str, tuple[Way, ...]] = {
    "CHC-10": (
        Way(
            healthcare.signs(),
            (
                healthcare.checklist(),
                healthcare.received(),
                healthcare.fast_track(),
                healthcare.fast_track_received(),
                healthcare.tool(),
                _FUNDED,
                HealthcareReferralMade(assessment="a1", consideration="h1"),
                _NOT_CONSIDERED,
            ),
            by=_NHS,
        ),
    ),
    "CHC-01": (Way(healthcare.checklist(), (ChecklistOutcomeTold(consideration="h1"), _NOT_CONSIDERED), by=_NHS),),
    "CHC-02": (Way(healthcare.received(), (_FUNDED, _NOT_CONSIDERED), by=_NHS),),
    "CHC-12": (
        Way(healthcare.tool(), (_FUNDED, RecommendationSentBack(consideration="h1"), _NOT_CONSIDERED), by=_NHS),
    ),
    "CHC-04": (Way(healthcare.fast_track_received(), (_FUNDED, _NOT_CONSIDERED, _NOT_ELIGIBLE), by=_NHS),),
    "CHC-13": (
        Way(
            healthcare.fast_track_received(),
            (FastTrackCarePutInPlace(consideration="h1"), _NOT_CONSIDERED, _NOT_ELIGIBLE),
            by=_NHS,
        ),
    ),
    "CHC-05": (Way(_FUNDED, (healthcare.told_in_writing(),), by=_NHS),),
    "CHC-06": (Way(_FUNDED, (_LOOKED_AT, _UNFUNDED, _NOT_ELIGIBLE), by=_NHS),),
    "CHC-06-YEARLY": (Way(_LOOKED_AT, (_LOOKED_AT, _UNFUNDED, _NOT_ELIGIBLE), by=_NHS),),
    "CHC-09": (
        Way(
            HealthcareDisputeArose(dispute="d1", consideration="h1"),
            (InterimFundingAgreed(dispute="d1", funder=Funder.COUNCIL), HealthcareDisputeResolved(dispute="d1")),
        ),
    ),
    "CHC-15": (
        Way(
            LocalReviewRequested(review="v1", consideration="h1"),
            (LocalReviewDecided(review="v1", consideration="h1", decision=_UPHELD), _TAKEN_BACK),
            by=_NHS,
        ),
    ),
    "CHC-15-NHSE": (
        Way(
            IndependentReviewRequested(review="v1", consideration="h1"),
            (IndependentReviewDecided(review="v1", consideration="h1", decision=_UPHELD), _TAKEN_BACK),
            by=_NHS,
        ),
    ),
    "CHC-18": (
        Way(
            RefundDecided(refund="r1", consideration="h1", ground=RefundGround.LATE, decision=decided(Decimal(100))),
            (RefundPaid(refund="r1"),),
            by=_NHS,
        ),
    ),
    "CHC-17": (
        Way(FundingEndNotified(consideration="h1", ends_on=date(2024, 6, 1)), (_FUNDED,), by=_NHS),
        Way(FundingEndNotified(consideration="h1", ends_on=date(2024, 6, 1)), (completed(), ended_by_refusal())),
        Way(
            FundingEndNotified(consideration="h1", ends_on=date(2024, 6, 1)),
            (healthcare.funding_ended(council_assessed=True),),
            by=_NHS,
        ),
    ),
}

RESIDENCE_WAYS: dict[str, tuple[Way, ...]] = {
    "CA-37-01": (Way(_CONFIRMED, (_TOLD, _GIVEN_UP, _ASSUMED)),),
    "CA-37-02": (Way(_CONFIRMED, (_TOLD, _GIVEN_UP, _ASSUMED)),),
    "CA-37-03": (Way(_TOLD, (PlanPassedOn(move="m1"), _GIVEN_UP, _ASSUMED)),),
    "CA-37-04": (Way(_CONFIRMED, (_ASSUMED, _GIVEN_UP)),),
    "CA-37-05": (Way(_ASSUMED, (DifferencesExplained(move="m1"),)),),
    "CA-38-01": (Way(_MOVED, (ContinuityBegan(move="m1"), _ASSUMED, _GIVEN_UP)),),
    "CA-19-02": (Way(NeedsMetForAnother(council="Southmere"), (OtherCouncilNotified(council="Southmere"),)),),
    "CA-40-01": (Way(_DIFFER, _MEANWHILE),),
    "CC-OR-01": (Way(_DIFFER, _MEANWHILE, (OLD_LAW, IN_BETWEEN)),),
    "CA-40-02": (Way(_DIFFER, (DisputeReferred(dispute="d1"), _RESOLVED)),),
    "CA-40-04": (Way(_DIFFER, (PersonInformedOfDispute(dispute="d1"), _RESOLVED)),),
    "MHA-117-01": (
        Way(
            AfterCareBegan(after_care="c1", section="3"),
            (AfterCareEnded(after_care="c1", decision=decided(AfterCareEnd.DETAINED_AGAIN)),),
            (OLD_LAW, CARE_ACT),
        ),
    ),
    "CA-48-01": (
        Way(
            ProviderFailed(provider="Elmcare"),
            (
                FailedProvidersNeedsMet(provider="Elmcare"),
                ProviderFailureDutyEnded(provider="Elmcare", decision=decided(FailureEnd.MET_OTHERWISE)),
            ),
        ),
    ),
}

_OTHER_ENQUIRY = enquiry(decision=decided(EnquiryOutcome.OTHER_ENQUIRY))
_NO_ENQUIRY = enquiry(EnquiryOutcome.NO_ENQUIRY, suspected=SafeguardingFacts(at_risk=False))
_BEGUN = (safeguarding.opened(), ConcernJoined(concern="k1", enquiry="q1"))
_CEASED = safeguarding.ended(EnquiryEnd.CEASED_AT_REQUEST)
_OUTCOME_TOLD = (EnquiryOutcomeTold(enquiry="q1"), EnquiryOutcomeWithheld(enquiry="q1", why=NotTold.UNSAFE))
_IN_TRUST = PersonAlleged(alleged="w1", concern="k1", position_of_trust=True)
_LAST_LOOK = (safeguarding.plan_looked_at(goes_on=False),)
_SAFE = (
    AdultFoundSafe(concern="k1"),
    safeguarding.safe_plan(concern="k1"),
    enquiry(EnquiryOutcome.NO_ENQUIRY, suspected=SafeguardingFacts(at_risk=False)),
)
SAFEGUARDING_WAYS: dict[str, tuple[Way, ...]] = {
    "SG-42-01": (Way(enquiry(EnquiryOutcome.NO_ENQUIRY, suspected=SafeguardingFacts()), (enquiry(),)),),
    "SG-CLK-01": (Way(concern(), (enquiry(),)),),
    "SG-OLD-01": (Way(concern(), (_OTHER_ENQUIRY,), (OLD_LAW,)),),
    "SG-CLK-02": (Way(ConcernReopened(concern="k1"), (enquiry(),)),),
    "SG-OLD-02": (Way(ConcernReopened(concern="k1"), (_OTHER_ENQUIRY,), (OLD_LAW,)),),
    "SG-IMM-01": (Way(concern(safe_now=False), (ProtectionPutInPlace(concern="k1"), *_SAFE), (OLD_LAW, CARE_ACT)),),
    "SG-TEL-02": (Way(enquiry(), (ReferrerTold(concern="k1"), ReferrerNotTold(concern="k1", why=NotTold.NOT_NAMED))),),
    "SG-POT-01": (
        Way(
            PersonAlleged(alleged="w1", concern="k1", position_of_trust=True),
            (PositionOfTrustConsidered(alleged="w1"),),
        ),
    ),
    "SG-ACT-01": (
        Way(
            safeguarding.agreed_to(),
            (ActionDone(action="x1"), ActionReleased(action="x1", why=ReleaseGround.NOT_NEEDED)),
            (OLD_LAW, CARE_ACT),
        ),
    ),
    "SG-42-11": (Way(enquiry(), (*_BEGUN, _NO_ENQUIRY)),),
    "SG-42-14": (Way(_OTHER_ENQUIRY, (*_BEGUN, _NO_ENQUIRY)),),
    "SG-OLD-03": (Way(_OTHER_ENQUIRY, (*_BEGUN, _NO_ENQUIRY), (OLD_LAW,)),),
    "SG-42-02": (Way(safeguarding.opened(), (safeguarding.action(), _CEASED)),),
    "SG-CLK-04": (Way(safeguarding.opened(EnquiryKind.OTHER), (safeguarding.action(), safeguarding.ended())),),
    "SG-OLD-04": (
        Way(safeguarding.opened(EnquiryKind.OTHER), (safeguarding.action(), safeguarding.ended()), (OLD_LAW,)),
    ),
    "SG-42-13": (Way(safeguarding.caused(), (EnquiryReported(enquiry="q1"), safeguarding.ended())),),
    "SG-68-01": (
        Way(
            safeguarding.considered(),
            (
                safeguarding.advocate_arranged(),
                safeguarding.considered(involvement=safeguarding.NO_DIFFICULTY),
                safeguarding.ended(),
            ),
        ),
    ),
    "SG-MSP-02": (Way(safeguarding.opened(), (safeguarding.asked(), _CEASED)),),
    "SG-TEL-01": (Way(safeguarding.action(), _OUTCOME_TOLD), Way(_CEASED, _OUTCOME_TOLD)),
    "SG-CLK-03": (
        Way(safeguarding.safe_plan(), _LAST_LOOK),
        Way(safeguarding.plan_looked_at(), _LAST_LOOK),
    ),
    "SG-OLD-05": (
        Way(safeguarding.safe_plan(), _LAST_LOOK, (OLD_LAW,)),
        Way(safeguarding.plan_looked_at(review_by=date(2012, 6, 1)), _LAST_LOOK, (OLD_LAW,)),
    ),
}

_NOTICE = AssessmentNoticeReceived(notice="n1", admission="s1")
_LEAVES = DischargeNoticeReceived(
    notice="n2", admission="s1", discharge_on=date(2020, 5, 6), assessment_notice_on=date(2020, 5, 2)
)
_ANSWERED = (
    AssessmentNoticeAnswered(admission="s1"),
    NoticeWithdrawn(notice="n2", admission="s1"),
    PatientDischarged(admission="s1"),
)
_BIRTHDAY = date(2024, 12, 1)
_LIKELY = TransitionFacts(likely_needs_after_18=True, significant_benefit=True, consent=True)
_EXPECTED = TransitionExpected(transition="t1", facts=_LIKELY, birthday=_BIRTHDAY)
_ASSESSED_YOUNG = TransitionAssessmentCompleted(
    transition="t1", birthday=_BIRTHDAY, decision=decided(TransitionOutcome.LIKELY_ELIGIBLE)
)
_DECLINED = TransitionRequestDecided(transition="t1", decision=decided(RequestOutcome.DECLINED))
_NO_CONSENT = TransitionRequestDecided(
    transition="t1",
    facts=_LIKELY.model_copy(update={"consent": False, "abuse_or_neglect": False}),
    decision=decided(RequestOutcome.DECLINED),
)
_WILL_ASSESS = TransitionRequestDecided(transition="t1", facts=_LIKELY, decision=decided(RequestOutcome.ASSESS))
_CONCLUDED = AdultConclusionReached(transition="t1", decision=decided(AdultConclusion.MEETING))
_TREATED = TreatedAsNeedsAssessment(transition="t1", decision=decided(True))
_NOT_TREATED = TreatedAsNeedsAssessment(transition="t1", decision=decided(False))
HOSPITAL_AND_TRANSITION_WAYS: dict[str, tuple[Way, ...]] = {
    "HD-01": (Way(_NOTICE, _ANSWERED, ("2020-05-01",)), Way(_LEAVES, _ANSWERED, ("2020-05-03",))),
    "CC-DD-01": (Way(_NOTICE, _ANSWERED, (OLD_LAW,)), Way(_LEAVES, _ANSWERED, (OLD_LAW,))),
    "HD-05": (
        Way(
            DischargePlanningBegan(admission="s1"),
            (InvolvedInDischarge(admission="s1"), PatientDischarged(admission="s1")),
        ),
    ),
    "CA-58-02": (
        Way(_EXPECTED, (_ASSESSED_YOUNG, _NO_CONSENT, _CONCLUDED)),
        Way(_WILL_ASSESS, (_ASSESSED_YOUNG, _NO_CONSENT, _CONCLUDED)),
    ),
    "CA-58-06": (Way(_EXPECTED, (_ASSESSED_YOUNG, _DECLINED, AdulthoodReached(transition="t1"))),),
    "CA-58-07": (
        Way(
            TransitionAssessmentRequested(transition="t1", birthday=_BIRTHDAY),
            (_DECLINED, _ASSESSED_YOUNG, AdulthoodReached(transition="t1"), _CONCLUDED),
        ),
    ),
    "CA-58-01": (
        Way(_ASSESSED_YOUNG, (_TREATED, _CONCLUDED)),
        Way(AdulthoodReached(transition="t1", assessed=True), (_TREATED, _CONCLUDED), (str(_BIRTHDAY),)),
    ),
    "CA-59-02": (Way(_NOT_TREATED, (_CONCLUDED,)),),
}
_GIVEN = (CaseAllocated(team="north", worker="w2"), CaseHandedOver(team="north", worker="w2"), closed())
_COMPLAINT = ComplaintReceived(complaint="c1", oral=True, happened_on=date(2022, 1, 1))
_SETTLED = (ComplaintSettledAtOnce(complaint="c1", decision=decided(True)),)
_COMPLAINT_DECLINED = LateComplaintDeclined(complaint="c1", good_reason=False, decision=decided(True))
_COMPLAINT_ANSWERED = ComplaintResponded(complaint="c1", decision=decided(ComplaintOutcome.UPHELD))
_COMPLAINT_OVER = (_COMPLAINT_ANSWERED, ComplaintWithdrawn(complaint="c1"), _COMPLAINT_DECLINED)
_KEPT = (RemedyCarriedOut(remedy="r1"), RemedyReleased(remedy="r1"))
_WRITTEN = ReplySent(message="m1", how=How.LETTER)

NO_BUDGET = CONTENT.model_copy(update={"budget_included": False})
ONE_LINE = budget(lines=(BudgetLine(need="nutrition", weekly=Decimal(200)),))
OPAQUE = budget(lines=(), shows=BudgetShown(breakdown=False))

_INSTRUCTED = (advocate_instructed(), AdvocateNeedEnded(advocacy="i1", why=NeedEnd.NOT_GONE_AHEAD))
_NHS_INSTRUCTED = (instructed_by_nhs(), AdvocateNeedEnded(advocacy="i1", why=NeedEnd.BEFRIENDED))
_PLANNED = date(2024, 5, 20)
_BEFORE_CARE_ACT = date(2012, 5, 20)
_SETTLED_DOUBT = CapacityDoubtSettled(capacity_decision="q1")
CAPACITY_WAYS: dict[str, tuple[Way, ...]] = {
    "MCA-01-02": (Way(doubted(), (capacity_assessed(), _SETTLED_DOUBT), (OLD_LAW, CARE_ACT)),),
    "MCA-02-03": (Way(capacity_assessed(look_again_on=date(2024, 8, 1)), (capacity_assessed(), _SETTLED_DOUBT)),),
    "IMCA-39": (
        Way(advocate_need(planned_for=_PLANNED), _INSTRUCTED),
        Way(advocate_need(planned_for=_BEFORE_CARE_ACT), _INSTRUCTED, (OLD_LAW,)),
    ),
    "IMCA-39-URGENT": (Way(advocate_need(urgent=True), _INSTRUCTED, (OLD_LAW, CARE_ACT)),),
    "IMCA-37": tuple(
        Way(advocate_need(trigger, planned_for=_PLANNED), _NHS_INSTRUCTED, by=hospital)
        for trigger in (Trigger.SERIOUS_TREATMENT, Trigger.NHS_ACCOMMODATION)
    ),
    "IMCA-39A": (
        *(
            Way(advocate_need(trigger), (advocate_instructed(trigger), _INSTRUCTED[1]), (OLD_LAW, CARE_ACT))
            for trigger in (Trigger.DETENTION, Trigger.NO_REPRESENTATIVE)
        ),
        Way(
            advocate_need(Trigger.DETENTION, need=AdvocateNeed(befriended=False, someone_with_authority=False)),
            (instructed_by_nhs(Trigger.DETENTION),),
            (OLD_LAW,),
            by=hospital,
        ),
    ),
}
_ISSUED = ApplicationIssued(application="p1")
_JOINED = ParticipationDecided(application="p1", decision=decided(Participation.JOINED))
_PARTY = LitigantJoined(litigant="l1", application="p1", role=LitigantRole.PERSON, who=Party(kind=BodyKind.PERSON))
_DONE = (DirectionComplied(direction="e1"), DirectionDischarged(direction="e1"))
_REPORT = DirectionKind.SECTION_49_REPORT
_ASKED = application(kind=ApplicationKind.CHALLENGE_TO_AUTHORISATION)
_MET_OBJECTION = ObjectionResolved()
_COUNCIL_DEPUTY = deputy(deputy=Party(kind=BodyKind.COUNCIL))
_REPORTED = (DeputyReported(authority="deputy"), AuthorityEnded(authority="deputy", why=AuthorityEnd.DISCHARGED))
_CONSIDERED = ChallengeConsidered(considered_by=Party(kind=BodyKind.REPRESENTATIVE))


def _dispensed(told: Told) -> ServiceDispensedWith:
    return ServiceDispensedWith(application="p1", told=told)


COURT_WAYS: dict[str, tuple[Way, ...]] = {
    "COP-01": (Way(_ISSUED, (served(Told.RESPONDENT), _dispensed(Told.RESPONDENT))),),
    "COP-01-N": (Way(_ISSUED, (served(Told.OTHER), _dispensed(Told.OTHER))),),
    "COP-02": (
        Way(_ISSUED, (served(Told.PERSON), _dispensed(Told.PERSON))),
        Way(_ISSUED, (_JOINED, _PARTY), by=court),
    ),
    "COP-01-C": (
        Way(served(Told.RESPONDENT), (ServiceCertified(serving="s1"),)),
        Way(served(Told.OTHER), (ServiceCertified(serving="s1"),)),
    ),
    "COP-02-C": (Way(served(Told.PERSON), (ServiceCertified(serving="s1"),)),),
    "COP-03": (Way(served(Told.RESPONDENT, takes_part=True), (ServiceAcknowledged(serving="s1"),)),),
    "COP-03-E": (
        Way(
            ServiceAcknowledged(serving="s1", opposes=True, served_on=date(2024, 5, 1)),
            (EvidenceFiled(serving="s1"),),
        ),
    ),
    "COP-06-D": (Way(directed(), _DONE), Way(directed(owner=BodyKind.PRACTICE), _DONE)),
    "COP-06-O": (Way(directed(owner=BodyKind.FAMILY), _DONE),),
    "COP-07": (Way(directed(kind=_REPORT), _DONE),),
    "COP-07-O": (Way(directed(kind=_REPORT, owner=BodyKind.NHS_BODY), _DONE),),
    "COP-09": (Way(_COUNCIL_DEPUTY, _REPORTED), Way(_REPORTED[0], _REPORTED)),
    "COP-15": tuple(
        Way(objection(to=one), (_ASKED, _MET_OBJECTION))
        for one in (Objecting.RESIDENCE, Objecting.CARE, Objecting.CONTACT, Objecting.DEPRIVATION)
    ),
    "COP-21A": (Way(objection(to=Objecting.DEPRIVATION), (_ASKED, _CONSIDERED, _MET_OBJECTION)),),
}

_NO_CONTRACT = ContractEnded()
_PARTNERED, _PARTED = partnership(), PartnershipEnded(partnership="s75")
GOVERNANCE_WAYS: dict[str, tuple[Way, ...]] = {
    "GOV-01": (
        Way(ContractMade(council="Northmere Council", practice="P"), (appointed(), _NO_CONTRACT)),
        Way(stood_down(), (appointed(), _NO_CONTRACT)),
    ),
    "GOV-02": tuple(Way(one, (told_of(), _NO_CONTRACT)) for one in (appointed(), stood_down())),
    "GOV-04": (
        Way(ContractMade(council="Northmere Council", practice="P"), (ContractReviewed(), _NO_CONTRACT)),
        Way(ContractReviewed(), (ContractReviewed(), _NO_CONTRACT)),
    ),
    "GOV-10": tuple(Way(one, (pool_report("2024-07-31"), _PARTED)) for one in (_PARTNERED, pool_report("2024-04-30"))),
    "GOV-10-YEAR": tuple(
        Way(one, (pool_report("2025-04-30", Reported.YEAR), _PARTED))
        for one in (_PARTNERED, pool_report("2024-04-30", Reported.YEAR))
    ),
    "GOV-11": tuple(
        Way(one, (exercise_report("2024-07-31"), _PARTED)) for one in (_PARTNERED, exercise_report("2024-04-30"))
    ),
    "GOV-11-YEAR": tuple(
        Way(one, (exercise_report("2025-04-30", Reported.YEAR), _PARTED))
        for one in (_PARTNERED, exercise_report("2024-04-30", Reported.YEAR))
    ),
    "GOV-09-PLAN": (Way(met_from(MetFrom.COMMISSIONER, 300, loan="l1"), (instalment("2025-03-31", 300),)),),
    "GOV-09-LOAN": (
        Way(
            instalment("2025-03-31", 300),
            (LoanRepaid(loan="l1", pounds=Decimal(300), instalment="i1"),),
        ),
    ),
}

_UNAUTHORISED = UnauthorisedDeprivationDecided(report="u1", request="q1", decision=decided(ReportOutcome.UNAUTHORISED))
_CHALLENGE = ApplicationMade(
    application="p1", kind=ApplicationKind.CHALLENGE_TO_AUTHORISATION, applicant=BodyKind.FAMILY
)
_ASSESSED_OR_NOT = (AssessmentsCompleted(request="q1"), granted(None), RequestWithdrawn(request="q1"))
_FIRST_MONTH = ("2009-04-15",)
LIBERTY_WAYS: dict[str, tuple[Way, ...]] = {
    "DOL-01": (
        Way(requested(), _ASSESSED_OR_NOT),
        Way(urgent("2024-05-07"), _ASSESSED_OR_NOT),
        Way(_UNAUTHORISED, _ASSESSED_OR_NOT),
    ),
    "DOL-01-2009": (
        Way(requested(), _ASSESSED_OR_NOT, _FIRST_MONTH),
        Way(urgent("2009-04-21"), _ASSESSED_OR_NOT, _FIRST_MONTH),
        Way(_UNAUTHORISED, _ASSESSED_OR_NOT, _FIRST_MONTH),
    ),
    "DOL-11": (
        Way(granted(None), (represented(), AuthorisationEnded(authorisation="s1"), terminated())),
        Way(
            RepresentativeCeased(authorisation="s1", why=RepresentativeEnd.UNWILLING),
            (represented(), AuthorisationEnded(authorisation="s1"), terminated()),
        ),
    ),
    "DOL-13": (
        Way(
            AuthorisationReviewRequested(review="r1", authorisation="s1"),
            (terminated(), AuthorisationEnded(authorisation="s1")),
        ),
    ),
    "DOL-19": (
        Way(
            DeprivationMoved(deprivation="d1"),
            (requested(deprivation="d1"), DeprivationEnded(deprivation="d1")),
        ),
    ),
    "DOL-21": (
        Way(
            DeprivationObjectedTo(deprivation="d1"),
            (_CHALLENGE, DeprivationEnded(deprivation="d1"), ObjectionMet(deprivation="d1")),
        ),
    ),
    "DOL-23": (Way(UnauthorisedDeprivationReported(report="u1"), (_UNAUTHORISED,)),),
}

WAYS: dict[str, tuple[Way, ...]] = {
    **HEALTHCARE_WAYS,
    **CAPACITY_WAYS,
    **COURT_WAYS,
    **LIBERTY_WAYS,
    "CA-09-05": tuple(Way(one, _ASSESSED) for one in _ADULTS),
    "CA-19-03": (Way(_AT_ONCE, _ASSESSED),),
    "CC-47-01": tuple(Way(one, _ASSESSED, (OLD_LAW, IN_BETWEEN)) for one in (*_ADULTS, _AT_ONCE)),
    "CA-10-02": (
        Way(request(whose=Whose.CARER), _CARER),
        Way(CarerIdentified(carer="carer", assessment="a1"), _CARER),
        Way(_TRIAGED_CARER, _CARER),
    ),
    "CC-CARER-01": tuple(
        Way(one, _CARER, (OLD_LAW, IN_BETWEEN)) for one in (request(whose=Whose.CARER), _TRIAGED_CARER)
    ),
    "CA-12-01": (Way(completed(), _COPY), Way(carers_completed(), _COPY)),
    "CA-AR-07": (
        Way(
            completed(conduct=ConductFacts(may_need_nhs_continuing_healthcare=True)),
            (HealthcareReferralMade(assessment="a1"),),
        ),
    ),
    "CA-67-01": (Way(involvement(), (advocate(), _NO_DIFFICULTY)),),
    "CA-24-01": (Way(determined(), (agreed(determination="n1"), not_meeting())),),
    "CA-24-03": (Way(carer_determined(), (carers_agreed(determination="n1"), not_meeting(whose=Whose.CARER))),),
    "CA-24-04": (Way(began(plan=None), (agreed(), carers_agreed(), service_ended())),),
    "CC-47-03": (Way(banded(), (agreed(determination="n1"), not_meeting()), (OLD_LAW, IN_BETWEEN)),),
    "CA-26-03": tuple(
        Way(one(plan="p0", budget=None, content=NO_BUDGET), (budget_set(), agreed(), carers_agreed()))
        for one in (agreed, carers_agreed)
    ),
    "CA-26-02": tuple(
        Way(one, (budget_set(), agreed(), carers_agreed()))
        for one in (agreed(plan="p0", budget=ONE_LINE), carers_agreed(plan="p0", budget=ONE_LINE), budget_set(OPAQUE))
    ),
    "CA-25-04": tuple(Way(one, (PlanCopyGiven(plan="p1"),)) for one in (agreed(), carers_agreed())),
    "CA-24-02": (Way(not_meeting(advice_given=None), (AdviceGiven(determination="n1"),)),),
    "CA-13-01": (Way(completed(), (determined(),)), Way(carers_completed(), (carer_determined(),))),
    "CC-47-02": (Way(completed(), (banded(),), (OLD_LAW, IN_BETWEEN)),),
    "REG-02": (
        Way(
            OldLawSupportRecorded(),
            (
                TransitionReviewCompleted(decision=decided(TransitionConclusion.MEETING_NEEDS)),
                closed(ClosureOutcome.MOVED),
                closed(ClosureOutcome.DECLINED),
            ),
            ("2015-03-31",),
        ),
    ),
    "CA-13-02": (
        Way(determined(), (DeterminationGiven(determination="n1"),)),
        Way(carer_determined(), (DeterminationGiven(determination="n1"),)),
    ),
    "CA-13-05": (
        Way(
            determined(needs=AdultNeeds(from_impairment_or_illness=False), decision=NOT_ELIGIBLE),
            (AdviceGiven(determination="n1"),),
        ),
        Way(carer_determined(needs=_UNMET, decision=NOT_ELIGIBLE), (AdviceGiven(determination="n1"),)),
    ),
    "CA-27-01": (Way(review_requested(), (reviewed(), request_refused(), ReviewRequestWithdrawn(review="v1"))),),
    "CA-27-05": (Way(circumstances(), (reviewed(), request_refused(), *_PLAN, *_CLOSED)),),
    "REV-02": (
        Way(
            circumstances(crisis=True),
            (CrisisAnswered(review="v1", how=CrisisAnswer.URGENT_SUPPORT), reviewed()),
            (OLD_LAW, CARE_ACT),
        ),
    ),
    "REV-03": (Way(reviewed(), (ReviewOutcomeGiven(review="v1"),), (OLD_LAW, CARE_ACT)),),
    "CA-27-02": tuple(Way(one, (*_HELD, *_PLAN, *_CLOSED)) for one in (plan_agreed(), service())),
    "CA-27-03": tuple(Way(one, (*_HELD, *_PLAN, completed(), *_CLOSED)) for one in (plan_agreed(), reviewed())),
    "CA-27-02C": tuple(
        Way(one, (*_CARERS_HELD, *_CARERS_PLAN, *_CLOSED, _NO_CARER))
        for one in (carers_plan_agreed(), service(kind=ServiceKind.CARER_SUPPORT))
    ),
    "CA-27-03C": tuple(
        Way(one, (*_CARERS_HELD, *_CARERS_PLAN, carers_completed(), *_CLOSED, _NO_CARER))
        for one in (carers_plan_agreed(), carers_reviewed())
    ),
    "CC-REV-01": (Way(service(), (*_HELD, *_PLAN, *_CLOSED), (OLD_LAW, IN_BETWEEN)),),
    "CC-REV-02": tuple(
        Way(one, (*_HELD, *_PLAN, completed(), *_CLOSED), (OLD_LAW, IN_BETWEEN)) for one in (plan_agreed(), reviewed())
    ),
    "CA-27-04": (Way(reviewed(facts=_UNREVISED), (*_PLAN, *_CLOSED)),),
    "CA-27-04C": (Way(carers_reviewed(facts=_UNREVISED), (*_CARERS_PLAN, *_CLOSED)),),
    "CA-27-08": (Way(reviewed(facts=_UNREVISED), (completed(), *_CLOSED)),),
    "CA-27-08C": (Way(carers_reviewed(facts=_UNREVISED), (carers_completed(), *_CLOSED)),),
    **SAFEGUARDING_WAYS,
    "CASE-04": (Way(closed(), (ClosureTold(), CaseReopened())),),
    "CASE-06": (
        Way(WorkerWithdrawn(), _GIVEN),
        Way(CaseHandedOver(team="north"), _GIVEN),
        Way(WaitRechecked(safe_to_wait=False), _GIVEN),
    ),
    "CASE-07": (
        Way(CaseAllocated(team="north"), (WaitRechecked(), *_GIVEN)),
        Way(CaseHandedOver(team="north"), (WaitRechecked(), *_GIVEN)),
        Way(WorkerWithdrawn(), (WaitRechecked(), *_GIVEN)),
        Way(WaitRechecked(look_again_by=date(2024, 6, 1)), (WaitRechecked(), *_GIVEN)),
        Way(CaseReopened(), (WaitRechecked(), *_GIVEN)),
    ),
    "COP-06": (
        Way(order(review_by="2025-05-01"), _BROUGHT_BACK),
        Way(OrderReviewed(order="o1", review_by=date(2025, 5, 1)), _BROUGHT_BACK),
    ),
    "CA-31-03": (Way(payment_request(), (payment(), payment_started(), DirectPaymentRequestWithdrawn(payment="p1"))),),
    "CA-DP-06": (Way(payment(PaymentOutcome.REFUSED, conditions=_UNSUITABLE), (PaymentDecisionGiven(payment="p1"),)),),
    "CA-DP-01": (Way(payment_started(), (payment_reviewed(), payment_stopped())),),
    "CA-DP-02": (Way(payment_reviewed(), (_LAST_REVIEW, payment_stopped())),),
    "CA-DP-07": (
        Way(
            PaymentReviewPrompted(payment="p1", prompt=ReviewPrompt.SUSPECTED_BREACH),
            (payment_reviewed(), payment_stopped()),
        ),
    ),
    "CA-DP-04": (
        Way(PaymentConditionLost(payment="p1", which=Condition.MANAGING), (payment_stopped(), _WELL_AGAIN)),
        Way(payment_reviewed(conditions=_UNSUITABLE), (payment_stopped(), _WELL_AGAIN)),
    ),
    "CA-14-01": (Way(means(), (FinancialAssessmentGiven(financial="f1"),)),),
    "CA-34-01": (
        Way(
            means(permanent_care_home=True, counts_home=True, other_capital="0.00"),
            (DeferredPaymentOffered(),),
        ),
    ),
    "COP-05": (
        Way(order(authorises_deprivation_of_liberty=True), _BROUGHT_BACK),
        Way(OrderReviewed(order="o1", until_further_order=True), _BROUGHT_BACK),
    ),
    **RESIDENCE_WAYS,
    **HOSPITAL_AND_TRANSITION_WAYS,
    "REC-05": (Way(_COMPLAINT, _COMPLAINT_OVER, at_once=_SETTLED),),
    "REC-05-ACK": (Way(_COMPLAINT, (ComplaintAcknowledged(complaint="c1"), *_COMPLAINT_OVER), at_once=_SETTLED),),
    "REM-01": (Way(RemedyPromised(remedy="r1", kind=RemedyKind.REVIEW), _KEPT),),
    "REM-02": (Way(RemedyPromised(remedy="r1", kind=RemedyKind.PAYMENT), _KEPT),),
    "COR-01": (
        Way(
            MessageReceived(message="m1", needs_reply=True),
            (_WRITTEN, ContactAttempted(message="m1", reached=True), MessageNeedsNoReply(message="m1")),
        ),
    ),
    "COR-02": (Way(OutcomeLearned(outcome="u1"), (OutcomeTold(outcome="u1"),)),),
    "COR-03": (Way(OutcomeLearned(outcome="u1", owed_to=Party(kind=BodyKind.PERSON)), (OutcomeTold(outcome="u1"),)),),
    "CA-67-03": (Way(AdvocateReported(message="m1"), (_WRITTEN,)),),
    "DEL-10": (
        Way(_CONTRACT, (ContractExtended(), ContractEnded(), _TERMINATED)),
        Way(ContractExtended(until=date(2024, 6, 30)), (ContractExtended(), ContractEnded(), _TERMINATED)),
    ),
    "SG-44-01": (
        Way(
            ReviewConditionsNoted(conditions=ReviewFacts(died_of_abuse=True)),
            (AdultsReviewAskedFor(), AdultsReviewNotAskedFor(why="No concern about joint working.")),
        ),
    ),
    "SG-44-06": (Way(ReviewReferralReceived(), (_REVIEW_DECIDED,), by=_BOARD),),
    "SG-44-07": (Way(_REVIEW_DECIDED, (ReviewReported(), _NO_REVIEW), by=_BOARD),),
    "SG-44-08": (Way(ChronologyAsked(agency="A"), (ChronologyReceived(agency="A"),)),),
    "SG-44-09": (
        Way(RecommendationMade(recommendation="r1", agency="A"), (RecommendationCarriedOut(recommendation="r1"),)),
    ),
    **GOVERNANCE_WAYS,
    "GOV-03-ANSWER": (Way(ReservedDecisionReferred(reference="r1", of=_KIND), (_AGREED_TO,)),),
    "GOV-03-URGENT": (Way(ReservedDecisionReferred(reference="r1", of=_KIND, emergency=True), (_AGREED_TO,)),),
    "GOV-OOH": (Way(OutOfHoursHandedOver(to_body="Night"), (OutOfHoursHandedBack(from_body="Night"),)),),
}
"""By the id of the rule: each event that opens its duty, with the events that end it."""


def _cases() -> Iterator[object]:
    for duty in owed():
        for way in WAYS.get(duty.rule, ()):
            for on in way.on:
                for meets in way.meets:
                    names = [type(one).__name__ for one in (way.opens, meets)]
                    yield pytest.param(duty, way, on, meets, id=f"{duty.rule}-{'-'.join(names)}-{on[:4]}")


def _begun(way: Way, on: str) -> Given:
    """The file with the duty open; what it refers to is an import that begins in the middle."""
    old = [council.tells(OldLawSupportRecorded(), "2015-03-31")] if on == IN_BETWEEN else []
    return given(*old, way.by.records(way.opens, on))


@pytest.mark.parametrize(("duty", "way", "on", "meets"), list(_cases()))
def test_a_duty_opens_is_met_is_late_and_is_met_late(duty: Owed, way: Way, on: str, meets: Event) -> None:
    record = _begun(way, on)
    opened = record.duty(duty.name)
    assert (opened.mark.rule, opened.mark.owner, opened.mark.owed_to) == (duty.rule, duty.by, duty.owed_to)
    assert opened.mark.provision == str(duty.provision)
    record.owes(duty.name, as_at=on)
    over = DutyStanding.ENDED if _undone(duty, meets) else DutyStanding.MET
    if opened.last_day is None:
        # Owed, and nothing says by when: it is never late. What recurs is ended by what comes on a later day.
        done_on = str(day(on) + timedelta(days=1)) if duty.recurring else on
        done = record.when(way.by.records(meets, done_on)).then(type(meets))
        _first_period(done, duty, as_at=done_on, standing=over)
        record.owes(duty.name, as_at=str(day(on) + timedelta(days=3650)))
        return
    last, after = str(opened.last_day), str(opened.last_day + timedelta(days=1))
    record.owes(duty.name, as_at=last)
    record.owes(duty.name, as_at=after, standing=DutyStanding.LATE, late_since=after)
    if not (duty.recurring and last == on):
        in_time = record.when(way.by.records(meets, last)).then(type(meets))
        _first_period(in_time, duty, as_at=last, standing=over)
        _first_period(in_time, duty, as_at=after, standing=over)
    late = record.when(way.by.records(meets, after)).then(type(meets))
    late.owes(duty.name, as_at=last)
    over_late = DutyStanding.ENDED_LATE if _undone(duty, meets) else DutyStanding.MET_LATE
    _first_period(late, duty, as_at=after, standing=over_late, late_since=after)


def _undone(duty: Owed, meets: Event) -> bool:
    """Whether a duty ends by this undone: one event can do it or end it, by what it says."""
    when = duty.undone_by.get(type(meets))
    return type(meets) in duty.undone_by and (when is None or bool(when(meets)))


def _first_period(
    record: Record, duty: Owed, *, as_at: str, standing: DutyStanding, late_since: str | None = None
) -> None:
    """How what was opened first stands: what ends it may begin the next."""
    found = record.duties(duty.name, as_at=as_at)
    assert len(found) == 1 or duty.recurring
    assert found[0].standing(day(as_at)) is standing
    if late_since is not None:
        assert found[0].late_since(day(as_at)) == day(late_since)


@pytest.mark.parametrize("duty", owed(), ids=lambda duty: f"{duty.rule}-{duty.name}")
def test_a_duty_is_asked_of_every_event_that_it_names(duty: Owed) -> None:
    """By whatever field it names it, so that no kind of table can be forgotten."""
    kind = next(one for one in FILES if duty in one.owed())
    named = {event for one in fields(duty) for event in _events_in(getattr(duty, one.name))}
    assert named
    assert all(duty in kind.owed_for(event) for event in named)
    if kind.ends_with is not None:
        assert (duty in kind.owed_for(kind.ends_with)) is (kind.ends_with in named or not duty.survives_death)


def _events_in(told: object) -> set[type[Event]]:
    among = told if isinstance(told, dict | frozenset) else ()
    return {one for one in among if isinstance(one, type) and issubclass(one, Event)}


def test_every_duty_has_its_ways() -> None:
    assert sorted(WAYS) == sorted(duty.rule for duty in owed())


@pytest.mark.parametrize("duty", owed(), ids=lambda duty: duty.rule)
def test_every_way_into_and_out_of_a_duty_is_tried(duty: Owed) -> None:
    ways = WAYS[duty.rule]
    assert {type(way.opens) for way in ways} == set(duty.opened_by)
    tried = {type(meets) for way in ways for meets in (*way.meets, *way.at_once)}
    assert tried == {*duty.discharged_by, *duty.undone_by}


@pytest.mark.parametrize("duty", owed(), ids=lambda duty: duty.rule)
def test_what_ends_a_duty_only_at_once_ends_it_then_and_not_later(duty: Owed) -> None:
    for way in WAYS[duty.rule]:
        for ends in way.at_once:
            record = _begun(way, way.on[0])
            last = str(record.duty(duty.name).last_day)
            record.when(council.records(ends, way.on[0])).owes(duty.name, as_at=last, standing=DutyStanding.ENDED)
            record.when(council.records(ends, last)).owes(duty.name, as_at=last)


@pytest.mark.parametrize("duty", [duty for duty in owed() if duty.paused_by], ids=lambda duty: duty.rule)
def test_a_duty_that_can_wait_waits_as_long_as_it_was_asked_to(duty: Owed) -> None:
    assert set(duty.paused_by) == {AssessmentDeferred}
    assert set(duty.resumed_by) == {AssessmentResumed}
    for way in WAYS[duty.rule]:
        on = way.on[0]
        record = _begun(way, on)
        last = record.duty(duty.name).last_day
        assert last is not None
        waited = record.when(council.tells(AssessmentDeferred(assessment="a1"), str(last))).then(AssessmentDeferred)
        waited.owes(duty.name, as_at=str(last + timedelta(days=30)))
        end = str(last + timedelta(days=20))
        resumed = waited.when(council.tells(AssessmentResumed(assessment="a1"), end)).then(AssessmentResumed)
        resumed.owes(duty.name, as_at=end, last_day=end)


def test_no_duty_extends_by_an_event_that_no_test_tries() -> None:
    """The fold of extensions is tried in tests/properties/test_duties.py, and each of these in its stage."""
    assert {duty.rule for duty in owed() if duty.extended_by} == {
        "COP-06-D", "COP-06-O", "COP-07", "COP-07-O", "GOV-09-LOAN", "GOV-10", "GOV-10-YEAR", "GOV-11", "GOV-11-YEAR",
        "REC-05", "SG-44-07",
        "DOL-01", "DOL-01-2009", "CHC-17",
    }  # fmt: skip


@pytest.mark.parametrize("duty", owed(), ids=lambda duty: duty.rule)
def test_a_duty_names_who_owes_it_to_whom_and_under_what(duty: Owed) -> None:
    assert duty.by
    assert duty.owed_to
    assert duty.provision.text
    assert duty.provision.confidence


def test_an_event_marks_each_duty_and_subject_once() -> None:
    record = given(council.tells(request(), OLD_LAW))
    entry = record.when(council.decides(completed(), OLD_LAW)).entry
    acts = [(mark.act, mark.duty, mark.subject) for mark in entry.marks if mark.subject]
    opened = (Act.OPENS, "determine whether needs are eligible", "a1")
    assert acts == [(Act.DISCHARGES, "assess needs", "a1"), opened]


@pytest.mark.parametrize("duty", CaseFile.owed(), ids=lambda duty: f"{duty.rule}-{duty.name}")
def test_a_death_ends_what_is_owed_and_keeps_what_was_late(duty: Owed) -> None:
    way = WAYS[duty.rule][0]
    record = _begun(way, way.on[0])
    last = record.duty(duty.name).last_day
    after = str((last or day(way.on[0])) + timedelta(days=1))
    died = record.when(council.tells(PersonDied(), after)).then(PersonDied)
    still_owed = died.duty(duty.name).met_on is None
    assert still_owed is duty.survives_death
    if last is not None:
        assert died.duty(duty.name).late_since(last + timedelta(days=5)) == last + timedelta(days=1)
    if not still_owed:
        ended = died.duty(duty.name)
        assert ended.met_by == PersonDied.name
        assert ended.standing(day(after)) is (DutyStanding.ENDED_LATE if last else DutyStanding.ENDED)


def test_what_outlives_the_adult_and_what_comes_again_is_said_here_too() -> None:
    """So that neither is changed by a slip: what follows from each is tried above."""
    assert {duty.rule for duty in owed() if duty.survives_death} == {
        "CA-67-03", "CHC-15", "CHC-15-NHSE", "CHC-18", "COR-01", "COR-02", "REC-05", "REC-05-ACK", "REM-02",
        "SG-42-01", "SG-44-01", "SG-42-02", "SG-42-11", "SG-42-13", "SG-CLK-01", "SG-CLK-02", "SG-CLK-04",
        "SG-OLD-01", "SG-OLD-02", "SG-OLD-03", "SG-OLD-04", "SG-POT-01", "SG-TEL-02",
        "SG-42-14",
    }  # fmt: skip
    assert {duty.rule for duty in owed() if duty.recurring} == {
        "CA-26-02", "CA-26-03", "CA-27-02", "CA-27-02C", "CA-27-03", "CA-27-03C", "CA-27-04", "CA-27-04C",
        "CA-27-05", "CA-27-08", "CA-27-08C", "CA-DP-01", "CA-DP-02", "CA-DP-04", "CA-DP-07", "CASE-07",
        "CC-REV-01", "CC-REV-02", "COP-05", "COP-06", "COP-09", "SG-42-11", "SG-42-13", "SG-CLK-02", "SG-CLK-03",
        "SG-OLD-02", "SG-OLD-03", "SG-OLD-05",
        "CHC-05", "CHC-06", "CHC-06-YEARLY", "CHC-10", "CHC-12", "CHC-17", "DEL-10", "GOV-OOH",
        "SG-42-14", "MCA-01-02", "MCA-02-03",
        "DOL-11", "DOL-19", "GOV-01", "GOV-02", "GOV-04", "GOV-10", "GOV-10-YEAR", "GOV-11", "GOV-11-YEAR",
    }  # fmt: skip


def test_what_was_not_owed_in_spring_can_be_owed_in_autumn() -> None:
    """What ends a duty undone holds until it is opened again."""
    known = CarerIdentified(carer="daughter", assessment="a1")
    record = given(
        council.tells(known, "2024-05-01"),
        council.tells(CaringEnded(carer="daughter", assessment="a1"), "2024-05-10"),
        council.tells(known, "2024-09-10"),
    )
    ended, owed_again = record.duties("assess the carer")
    assert (ended.standing(day("2024-09-10")), ended.met_on) == (DutyStanding.ENDED, day("2024-05-10"))
    assert owed_again.standing(day("2024-09-10")) is DutyStanding.OWED
    resolved = triaged(TriageOutcome.RESOLVED, assessment="a1", appearance=Appearance(appears_to_have_needs=False))
    asked = given(council.records(resolved, "2024-05-02"), council.tells(request(), "2024-05-10"))
    asked.owes("assess needs", "a1", as_at="2024-05-10", last_day="2024-06-21")


@pytest.mark.parametrize("on", ["2024-04-01", "2024-05-01", "2024-06-01"])
def test_nothing_is_owed_of_somebody_who_died_whenever_it_was_opened(on: str) -> None:
    deprives = order(authorises_deprivation_of_liberty=True, review_by="2024-12-01")
    record = given(council.tells(PersonDied(), on), court.decides(deprives, "2024-05-01"))
    for duty in record.file().ledger:
        assert duty.standing(day("2026-01-01")) is DutyStanding.ENDED, duty.duty
        assert duty.met_on == max(day(on), day("2024-05-01"))


def test_what_was_done_vaguely_is_counted_on_its_earliest_day_and_not_where_it_was_placed() -> None:
    record = given(person.tells(request(), "2024-05-01"))
    after = record.when(
        council.tells(application(), "2024-06-20"), council.decides(completed(), "2024-06", recorded="2024-07-01")
    )
    assert [one.occurred_on for one in after.entries] == [day("2024-06-20")] * 2
    after.owes("assess needs", "a1", as_at="2024-07-01", last_day="2024-06-12", standing=DutyStanding.MET)
