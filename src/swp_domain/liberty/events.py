"""What can have happened about somebody's liberty.

What a care home, a hospital or another council did is recorded as it was done, and never refused. Of the council that
keeps the record, its decisions as supervisory body are asked of the law.
"""

from __future__ import annotations

from datetime import date
from typing import Final

from pydantic import ConfigDict

from swp_domain.actor import BodyKind, Entitled
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import AuthorisationId, DeprivationId, LibertyRequestId, LibertyReviewId, ReportId
from swp_domain.law.deprivation_of_liberty.meaning import DeprivationFacts, Reading
from swp_domain.law.function import Function
from swp_domain.law.mental_capacity_act_2005.s4b_vital_act import VitalActFacts
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import EquivalentFacts, ExtensionFacts, Requirement
from swp_domain.law.representatives_regulations_2008.reg3_eligibility import RepresentativeFacts
from swp_domain.law.standard_authorisations_regulations_2008.reg3_assessors import AssessorFacts
from swp_domain.law.standard_authorisations_regulations_2008.reg16_request import RequestContents
from swp_domain.liberty.vocabulary import (
    AuthorisationEnd,
    AuthorisationOutcome,
    DeprivationEnd,
    Determination,
    ExtensionOutcome,
    ReportOutcome,
    RepresentativeChoice,
    RepresentativeEnd,
    RequestGround,
    ReviewOutcome,
    Setting,
)
from swp_domain.party import Party
from swp_domain.personal import HoldsPersonalText, PersonalText

ANYBODY: Final = Entitled(frozenset(BodyKind))
"""Whoever arranges care, or looks at it, can have to say whether it deprives somebody of their liberty."""

SUPERVISORY_BODY: Final = Entitled(
    frozenset({BodyKind.COUNCIL, BodyKind.OTHER_COUNCIL, BodyKind.NHS_BODY}), Function.DEPRIVATION_OF_LIBERTY
)
"""A council, never a practice. Another council answers for its own people here; of hospitals, once, it was the PCT."""


# Deprivations


class DeprivationDetermined(Event, name="liberty/deprivation-determined", taken_by=ANYBODY, begins="deprivation"):
    """Whether arrangements deprive somebody of their liberty was concluded, by the reading of the day.

    ``reading`` is the one that was put to the facts. It says nothing of days: that a deprivation began, moved or
    ended are facts of their own, and a new reading of the law judges nothing again.
    """

    deprivation: DeprivationId
    facts: DeprivationFacts = DeprivationFacts()
    reading: Reading | None = None
    decision: Decision[Determination]


class DeprivationBegan(Event, name="liberty/deprivation-began", begins="deprivation"):
    """Somebody's liberty was taken from them. ``place`` is the code of the home or hospital, never an address.

    ``states_doing`` is whether it can be put down to the State; where it cannot, nothing here authorises it.
    """

    deprivation: DeprivationId
    setting: Setting = Setting.CARE_HOME
    place: str | None = None
    arranged_by: BodyKind | None = None
    states_doing: bool | None = None


class RespiteBegan(Event, name="liberty/respite-began", begins="deprivation"):
    """A stay began that was agreed up to a day. Whoever is kept beyond it is deprived of their liberty from then on.

    It does not say that the agreement made the stay lawful: where it was a deprivation from its first day, say so
    with ``liberty/deprivation-began``.
    """

    deprivation: DeprivationId
    setting: Setting = Setting.CARE_HOME
    place: str | None = None
    arranged_by: BodyKind | None = None
    agreed_until: date


class DeprivationMoved(Event, name="liberty/deprivation-moved"):
    """The person was moved and is deprived of their liberty in another place: no authorisation goes with them.

    ``request`` is the one that was made for the new place before the move, as it can be up to 28 days ahead.
    """

    deprivation: DeprivationId
    setting: Setting = Setting.CARE_HOME
    place: str | None = None
    request: LibertyRequestId | None = None


class DeprivationEnded(Event, name="liberty/deprivation-ended"):
    """The deprivation, or the stay, ended. Its last day is this one."""

    deprivation: DeprivationId
    how: DeprivationEnd = DeprivationEnd.LEFT


class DeprivedForVitalAct(Event, name="liberty/deprived-for-vital-act"):
    """Section 4B was relied on from this day, while a question is before the court."""

    deprivation: DeprivationId
    facts: VitalActFacts = VitalActFacts()


class VitalActEnded(Event, name="liberty/vital-act-ended"):
    """Section 4B is no longer relied on. Its last day is this one."""

    deprivation: DeprivationId


class DeprivationObjectedTo(Event, name="liberty/deprivation-objected-to"):
    """The person, or somebody for them, objects to being deprived of their liberty there."""

    deprivation: DeprivationId
    objector: Party | None = None


class ObjectionMet(Event, name="liberty/objection-met"):
    """The objection was met, or taken back: nobody need bring it before the court."""

    deprivation: DeprivationId


# Requests, urgent authorisations, assessments


class StandardAuthorisationRequested(Event, name="liberty/standard-authorisation-requested", begins="request"):
    """The supervisory body received a managing authority's request. ``follows`` is the authorisation that it renews."""

    request: LibertyRequestId
    deprivation: DeprivationId | None = None
    setting: Setting = Setting.CARE_HOME
    place: str | None = None
    ground: RequestGround = RequestGround.FIRST
    follows: AuthorisationId | None = None
    contents: RequestContents = RequestContents()


class RequestWithdrawn(Event, name="liberty/request-withdrawn"):
    """The request was withdrawn, or there is nothing left to authorise."""

    request: LibertyRequestId


class UrgentAuthorisationGiven(Event, name="liberty/urgent-authorisation-given", begins="request"):
    """A managing authority gave itself an urgent authorisation. ``until`` is the last day that it states."""

    request: LibertyRequestId
    deprivation: DeprivationId | None = None
    place: str | None = None
    until: date | None = None


class UrgentExtensionRequested(Event, name="liberty/urgent-extension-requested"):
    """The managing authority asked for more days."""

    request: LibertyRequestId


class UrgentExtensionDecided(Event, name="liberty/urgent-extension-decided", taken_by=SUPERVISORY_BODY):
    """Whether the urgent authorisation lasts longer was decided; ``until`` is its new last day."""

    request: LibertyRequestId
    until: date | None = None
    facts: ExtensionFacts = ExtensionFacts()
    decision: Decision[ExtensionOutcome]


class AssessorSelected(Event, name="liberty/assessor-selected", taken_by=SUPERVISORY_BODY):
    """Somebody was selected to carry out an assessment: the outcome of the decision is which."""

    request: LibertyRequestId
    assessor: str
    facts: AssessorFacts = AssessorFacts()
    decision: Decision[Requirement]


class RequirementAssessed(Event, name="liberty/requirement-assessed"):
    """An assessment came to a conclusion. ``longest_until`` is the last day that a best interests assessor would allow.

    ``facts`` is what is known of the assessor by now, where that differs from when they were selected.
    """

    request: LibertyRequestId
    requirement: Requirement
    met: bool
    assessor: str | None = None
    facts: AssessorFacts = AssessorFacts()
    longest_until: date | None = None
    written_copy: bool | None = None


class EquivalentAssessmentUsed(Event, name="liberty/equivalent-assessment-used", taken_by=SUPERVISORY_BODY):
    """An assessment made before was used again. The outcome of the decision is whether it finds the requirement met."""

    request: LibertyRequestId
    requirement: Requirement
    assessed_on: date
    facts: EquivalentFacts = EquivalentFacts()
    decision: Decision[bool]


class AssessmentsCompleted(Event, name="liberty/assessments-completed"):
    """Every assessment that was needed is complete: all six, or as far as the first that is negative."""

    request: LibertyRequestId


class Condition(HoldsPersonalText):
    """A condition: whether the best interests assessor recommended it, and whether the supervisory body set it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    in_words: PersonalText
    recommended: bool | None = None
    was_set: bool = True


class StandardAuthorisationDecided(
    Event, name="liberty/standard-authorisation-decided", taken_by=SUPERVISORY_BODY, begins="authorisation"
):
    """The supervisory body granted or refused a standard authorisation.

    It comes into force on ``begins_on``, or when it is given; ``until`` is its last day. A condition that was
    recommended and not set is kept among the others.
    """

    authorisation: AuthorisationId
    request: LibertyRequestId | None = None
    begins_on: date | None = None
    until: date | None = None
    purpose: PersonalText | None = None
    conditions: tuple[Condition, ...] = ()
    decision: Decision[AuthorisationOutcome]


# While it lasts


class ConditionChecked(Event, name="liberty/condition-checked"):
    """Somebody looked whether the managing authority keeps to a condition."""

    authorisation: AuthorisationId
    condition: PersonalText | None = None
    kept: bool | None = None


class RepresentativeAppointed(Event, name="liberty/representative-appointed", taken_by=SUPERVISORY_BODY):
    """Somebody was appointed to represent the person while the authorisation lasts."""

    authorisation: AuthorisationId
    representative: Party
    facts: RepresentativeFacts = RepresentativeFacts()
    decision: Decision[RepresentativeChoice]


class RepresentativeVisited(Event, name="liberty/representative-visited"):
    """The representative was in contact with the person."""

    authorisation: AuthorisationId


class RepresentativeCeased(Event, name="liberty/representative-ceased"):
    """The representative is one no longer."""

    authorisation: AuthorisationId
    why: RepresentativeEnd


class AuthorisationReviewRequested(Event, name="liberty/review-requested", begins="review"):
    """The person, the representative or the managing authority asked for a review."""

    review: LibertyReviewId
    authorisation: AuthorisationId
    asked_by: Party | None = None


class AuthorisationReviewed(Event, name="liberty/reviewed", taken_by=SUPERVISORY_BODY, begins="review"):
    """An authorisation was reviewed. ``negative`` says that an assessment found a requirement not met.

    ``until`` is its last day now, where the review says one.
    """

    review: LibertyReviewId
    authorisation: AuthorisationId
    negative: bool | None = None
    until: date | None = None
    decision: Decision[ReviewOutcome]


class AuthorisationSuspended(Event, name="liberty/authorisation-suspended"):
    """The managing authority told that the person is no longer eligible: nothing is authorised while that lasts.

    ``detained_under_mental_health_act`` is whether they are detained in that hospital under the Act of 1983 meanwhile,
    which is an authority of its own.
    """

    authorisation: AuthorisationId
    detained_under_mental_health_act: bool | None = None


class SuspensionLifted(Event, name="liberty/suspension-lifted"):
    """The managing authority told that the person is eligible again."""

    authorisation: AuthorisationId


class AuthorisationEnded(Event, name="liberty/authorisation-ended"):
    """A standard authorisation came to an end. Its last day is this one."""

    authorisation: AuthorisationId
    why: AuthorisationEnd = AuthorisationEnd.EXPIRED


# Reports by others


class UnauthorisedDeprivationReported(Event, name="liberty/unauthorised-deprivation-reported", begins="report"):
    """Somebody told the supervisory body that a person seems to be deprived of their liberty without authority.

    ``authority_was_asked_first`` is whether they had told the managing authority and asked it to apply. Where they had
    not, it is no request that the supervisory body must have assessed (Sch A1 para 68).
    """

    report: ReportId
    deprivation: DeprivationId | None = None
    reported_by: Party | None = None
    authority_was_asked_first: bool | None = None


class UnauthorisedDeprivationDecided(
    Event, name="liberty/unauthorised-deprivation-decided", taken_by=SUPERVISORY_BODY, begins="request"
):
    """What came of the report. ``request`` is the one that a finding of a deprivation is treated as (para 71)."""

    report: ReportId
    request: LibertyRequestId | None = None
    decision: Decision[ReportOutcome]
