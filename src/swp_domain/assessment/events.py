"""What can have happened to an assessment of needs, the adult's or a carer's."""

from __future__ import annotations

from swp_domain.actor import council_or_delegate
from swp_domain.assessment.vocabulary import Conclusion, Prompt, Support
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import AssessmentId, ConsiderationId
from swp_domain.law.assessment_regulations_2014.conduct import ConductFacts
from swp_domain.law.care_act_2014.s9_assessment import AssessmentCoverage
from swp_domain.law.care_act_2014.s10_carers import CarerCoverage
from swp_domain.law.care_act_2014.s11_refusal import RefusalFacts
from swp_domain.law.care_act_2014.s67_advocacy import InvolvementFacts
from swp_domain.law.function import Function
from swp_domain.party import Party, Whose
from swp_domain.personal import PersonalText


class AssessmentRequested(Event, name="assessment/assessment-requested", begins="assessment"):
    """The council was asked for an assessment, or came to know by itself that one may be needed."""

    assessment: AssessmentId
    whose: Whose = Whose.ADULT
    prompt: Prompt = Prompt.REQUEST
    asked_by: Party | None = None
    carer: str | None = None
    wanted: PersonalText | None = None


class AssessmentOffered(Event, name="assessment/assessment-offered"):
    """An assessment was offered, with the time it is likely to take where that was said."""

    assessment: AssessmentId
    indicative_time: str = ""


class AssessmentDeferred(Event, name="assessment/assessment-deferred"):
    """The person asked to wait. The clock stands still until the wait ends."""

    assessment: AssessmentId


class AssessmentResumed(Event, name="assessment/assessment-resumed"):
    """The wait that the person asked for ended."""

    assessment: AssessmentId


class RefusalExpressed(Event, name="assessment/refusal-expressed"):
    """The person said that they do not want to be assessed. Whether that ends the duty is another matter."""

    assessment: AssessmentId
    in_words: PersonalText | None = None


class DutyEndedByRefusal(
    Event, name="assessment/duty-ended-by-refusal", taken_by=council_or_delegate(Function.NEEDS_ASSESSMENT)
):
    """Whether the adult's refusal ends the duty to assess them was decided."""

    assessment: AssessmentId
    refusal: RefusalFacts = RefusalFacts()
    decision: Decision[bool]


class CarersDutyEndedByRefusal(
    Event, name="assessment/carers-duty-ended-by-refusal", taken_by=council_or_delegate(Function.CARERS_ASSESSMENT)
):
    """Whether a carer's refusal ends the duty to assess them was decided. Risk is no bar to it (s 11(5)-(7))."""

    assessment: AssessmentId
    decision: Decision[bool]


class InvolvementConsidered(Event, name="assessment/involvement-considered"):
    """How far the person can be involved was considered, and who could support them."""

    assessment: AssessmentId
    involvement: InvolvementFacts


class AdvocateArranged(Event, name="assessment/advocate-arranged", taken_by=council_or_delegate(Function.ADVOCACY)):
    """An independent advocate was appointed to represent and support the person."""

    assessment: AssessmentId
    works_for_council_or_delegate: bool | None = None
    decision: Decision[Party]


class AssessmentStarted(Event, name="assessment/assessment-started"):
    """The first substantive step was taken."""

    assessment: AssessmentId
    conduct: ConductFacts = ConductFacts()


class AssessmentCompleted(
    Event, name="assessment/assessment-completed", taken_by=council_or_delegate(Function.NEEDS_ASSESSMENT)
):
    """An assessment of the adult's needs was finished.

    ``support`` is whether what they get decreased, stayed or increased with it, where that is told.
    """

    assessment: AssessmentId
    coverage: AssessmentCoverage = AssessmentCoverage()
    conduct: ConductFacts = ConductFacts()
    support: Support | None = None
    decision: Decision[Conclusion]


class CarersAssessmentCompleted(
    Event,
    name="assessment/carers-assessment-completed",
    taken_by=council_or_delegate(Function.CARERS_ASSESSMENT),
):
    """An assessment of a carer's needs was finished. ``support`` is as that of the adult's assessment."""

    assessment: AssessmentId
    carer: str | None = None
    coverage: CarerCoverage = CarerCoverage()
    support: Support | None = None
    decision: Decision[Conclusion]


class AssessmentCopyGiven(Event, name="assessment/copy-given"):
    """A written record of the assessment was given. ``asked_for`` is about anybody but the person assessed."""

    assessment: AssessmentId
    given_to: Party | None = None
    to_the_person: bool = True
    asked_for: bool | None = None


class HealthcareReferralMade(Event, name="assessment/healthcare-referral-made", begins="consideration"):
    """The NHS body was asked to consider NHS continuing healthcare. ``consideration``: the path that this began."""

    assessment: AssessmentId
    consideration: ConsiderationId | None = None


class CarerIdentified(Event, name="assessment/carer-identified", begins="assessment"):
    """Somebody came to the council's notice as a carer who may have needs for support."""

    carer: str
    relation: str = ""
    assessment: AssessmentId


class CaringEnded(Event, name="assessment/caring-ended"):
    """A carer no longer cares for the adult, so that nobody is left to assess as one."""

    carer: str
    assessment: AssessmentId
