"""What can have happened about NHS continuing healthcare: the NHS body decides, and the record takes it in.

A ``consideration`` is the path of one question, whether somebody has a primary health need, from the first sign to the
end of funding.
"""

from __future__ import annotations

from datetime import date

from pydantic import BaseModel, ConfigDict

from swp_domain.actor import NHS_BODY
from swp_domain.continuing_healthcare.vocabulary import (
    ChecklistOutcome,
    Consent,
    ConsiderationEnd,
    DelayReason,
    Funder,
    HealthcareOutcome,
    Notification,
    NursingEnd,
    Profession,
    RefundGround,
    ReviewResult,
)
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import AssessmentId, ConsiderationId, HealthcareDisputeId, HealthcareReviewId, RefundId
from swp_domain.law.healthcare_framework.checklist import ColumnsFacts
from swp_domain.law.healthcare_framework.decision_tool import LevelsFacts
from swp_domain.law.standing_rules_2012.reg21_fast_track import FastTrackFacts
from swp_domain.law.standing_rules_2012.reg21_primary_health_need import PrimaryNeedFacts
from swp_domain.money import Pounds
from swp_domain.party import Party
from swp_domain.personal import PersonalText


class TeamMember(BaseModel):
    """A member of a multidisciplinary team.

    ``assesses_care``: responsible for assessing needs for care and support (since April 2015 under section 9).
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    profession: Profession
    assesses_care: bool | None = None


# Considered


class HealthcareSignsNoted(Event, name="continuing-healthcare/signs-noted", begins="consideration"):
    """Somebody noted that the adult may have a primary health need. ``assessment``: the one in which it was noted."""

    consideration: ConsiderationId
    assessment: AssessmentId | None = None
    signs: PersonalText | None = None


class ChecklistCompleted(Event, name="continuing-healthcare/checklist-completed", begins="consideration"):
    """Somebody was screened. ``by_judgement``: sent on, or not, against what the columns come to."""

    consideration: ConsiderationId
    completed_by: Profession | None = None
    consent: Consent | None = None
    national_checklist: bool | None = None
    columns: ColumnsFacts = ColumnsFacts()
    outcome: ChecklistOutcome | None = None
    by_judgement: PersonalText | None = None


class ChecklistOutcomeTold(Event, name="continuing-healthcare/checklist-outcome-told"):
    """The person was told whether they will be assessed in full."""

    consideration: ConsiderationId
    in_writing: bool | None = None
    told: Party | None = None


class NotificationReceived(Event, name="continuing-healthcare/notification-received", begins="consideration"):
    """The NHS body received a positive checklist, or other notice that a full assessment is needed."""

    consideration: ConsiderationId
    what: Notification = Notification.CHECKLIST


class ConsiderationEnded(Event, name="continuing-healthcare/consideration-ended"):
    """Somebody is no longer considered, and nothing was decided."""

    consideration: ConsiderationId
    why: ConsiderationEnd


# Assessed and decided


class DecisionToolCompleted(Event, name="continuing-healthcare/decision-tool-completed", begins="consideration"):
    """A multidisciplinary team completed the decision support tool, and recommends.

    ``need`` is what the team concluded of a primary health need, looking at the nature, intensity, complexity and
    unpredictability of needs. Where it did not agree on a level, the higher is put down, and ``disagreement`` says so.
    """

    consideration: ConsiderationId
    team: tuple[TeamMember, ...] = ()
    assessment_up_to_date: bool | None = None
    levels: LevelsFacts = LevelsFacts()
    need: PrimaryNeedFacts = PrimaryNeedFacts()
    nature: PersonalText | None = None
    intensity: PersonalText | None = None
    complexity: PersonalText | None = None
    unpredictability: PersonalText | None = None
    disagreement: PersonalText | None = None
    views: PersonalText | None = None
    recommends: HealthcareOutcome | None = None


class RecommendationSentBack(Event, name="continuing-healthcare/recommendation-sent-back"):
    """The NHS body verified the recommendation, and sent it back to the team."""

    consideration: ConsiderationId
    why: PersonalText | None = None


class HealthcareEligibilityDecided(
    Event, name="continuing-healthcare/eligibility-decided", taken_by=NHS_BODY, begins="consideration"
):
    """The NHS body verified what the team recommended, and decided.

    ``exceptional_reasons``: reasons not to follow the recommendation are recorded. ``delay_justified`` is about a
    decision that came late: whether it was for a reason beyond the NHS body's control. ``council_consulted`` is yes
    too where the council could not reasonably be.
    """

    consideration: ConsiderationId
    primary_health_need: bool | None = None
    tool_used: bool | None = None
    council_consulted: bool | None = None
    exceptional_reasons: bool | None = None
    delay: DelayReason | None = None
    delay_justified: bool | None = None
    decision: Decision[HealthcareOutcome]


class HealthcareDecisionTold(Event, name="continuing-healthcare/decision-told"):
    """The decision was told to the person or their representative."""

    consideration: ConsiderationId
    in_writing: bool | None = None
    reasons_given: bool | None = None
    review_route_told: bool | None = None
    told: Party | None = None


# Fast track


class FastTrackCompleted(Event, name="continuing-healthcare/fast-track-completed", begins="consideration"):
    """A clinician completed the fast track tool."""

    consideration: ConsiderationId
    facts: FastTrackFacts = FastTrackFacts()


class FastTrackReceived(Event, name="continuing-healthcare/fast-track-received", begins="consideration"):
    """The NHS body received a completed fast track tool."""

    consideration: ConsiderationId


class FastTrackCarePutInPlace(Event, name="continuing-healthcare/fast-track-care-in-place"):
    """Care on the fast track began."""

    consideration: ConsiderationId


# Reviewed on request


class LocalReviewRequested(Event, name="continuing-healthcare/local-review-requested", begins="review"):
    """Somebody asked the NHS body to look at its decision again. ``letter_on`` is the day of the decision letter."""

    review: HealthcareReviewId
    consideration: ConsiderationId
    letter_on: date | None = None


class LocalReviewDecided(Event, name="continuing-healthcare/local-review-decided", taken_by=NHS_BODY):
    """The NHS body looked at its decision again, and decided."""

    review: HealthcareReviewId
    consideration: ConsiderationId
    decision: Decision[ReviewResult]


class IndependentReviewRequested(Event, name="continuing-healthcare/independent-review-requested", begins="review"):
    """Somebody asked NHS England for an independent review.

    ``letter_on`` is the day of the letter with the outcome of the local review; ``undue_delay``: using the local
    process would have delayed unduly.
    """

    review: HealthcareReviewId
    consideration: ConsiderationId
    letter_on: date | None = None
    undue_delay: bool | None = None


class IndependentReviewDecided(Event, name="continuing-healthcare/independent-review-decided", taken_by=NHS_BODY):
    """An independent review was concluded."""

    review: HealthcareReviewId
    consideration: ConsiderationId
    decision: Decision[ReviewResult]


class HealthcareReviewWithdrawn(Event, name="continuing-healthcare/review-withdrawn"):
    """Whoever asked for a review, local or independent, took that back."""

    review: HealthcareReviewId
    consideration: ConsiderationId


# Who pays


class HealthcareDisputeArose(Event, name="continuing-healthcare/dispute-arose", begins="dispute"):
    """NHS body and council disagree on eligibility, or on who pays. ``funder``: who pays meanwhile, where told."""

    dispute: HealthcareDisputeId
    consideration: ConsiderationId
    agreed_procedure: bool | None = None
    funder: Funder | None = None


class InterimFundingAgreed(Event, name="continuing-healthcare/interim-funding-agreed"):
    """Who pays while NHS body and council disagree was agreed."""

    dispute: HealthcareDisputeId
    funder: Funder


class HealthcareDisputeResolved(Event, name="continuing-healthcare/dispute-resolved"):
    """NHS body and council no longer disagree. ``funder``: who pays, as it ended."""

    dispute: HealthcareDisputeId
    funder: Funder | None = None


class FundingEndNotified(Event, name="continuing-healthcare/funding-end-notified"):
    """The NHS body gave notice that it will no longer fund care. ``ends_on`` is the first day without it."""

    consideration: ConsiderationId
    ends_on: date | None = None


class HealthcareFundingEnded(Event, name="continuing-healthcare/funding-ended", taken_by=NHS_BODY):
    """The NHS body ended its funding; the day it happened is the first without it.

    ``by_agreement``: the council agreed to it. ``decision`` is whether the person is still eligible.
    """

    consideration: ConsiderationId
    council_consulted: bool | None = None
    council_assessed: bool | None = None
    by_agreement: bool | None = None
    decision: Decision[HealthcareOutcome]


class HealthcareReviewed(Event, name="continuing-healthcare/package-reviewed"):
    """The package was reviewed: whether it still meets needs, and whether eligibility has to be looked at again."""

    consideration: ConsiderationId
    meets_needs: bool | None = None
    eligibility_to_be_looked_at: bool | None = None


class RefundDecided(Event, name="continuing-healthcare/refund-decided", taken_by=NHS_BODY, begins="refund"):
    """The NHS body decided to pay back what was paid for care, from one day to another; the outcome is pounds."""

    refund: RefundId
    consideration: ConsiderationId
    ground: RefundGround
    paid_from: date | None = None
    paid_to: date | None = None
    decision: Decision[Pounds]


class RefundPaid(Event, name="continuing-healthcare/refund-paid"):
    """A refund was paid."""

    refund: RefundId


# Funded nursing care


class NursingCareFunded(Event, name="continuing-healthcare/nursing-care-funded"):
    """The NHS began to pay for nursing in a care home, or the sum changed. Pounds a week.

    ``higher`` is for people on the high band before October 2007. ``healthcare_considered``: whether continuing
    healthcare was considered before.
    """

    weekly: Pounds | None = None
    higher: bool | None = None
    healthcare_considered: bool | None = None


class NursingCareFundingEnded(Event, name="continuing-healthcare/nursing-care-funding-ended"):
    """The NHS no longer pays for nursing in a care home."""

    why: NursingEnd
