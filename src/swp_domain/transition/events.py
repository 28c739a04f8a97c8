"""What can have happened on the way to adult care."""

from __future__ import annotations

from datetime import date

from swp_domain.actor import council_or_delegate
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import TransitionId
from swp_domain.law.care_act_2014.s58_transition import TransitionFacts, YoungPerson
from swp_domain.law.function import Function
from swp_domain.party import Party
from swp_domain.transition.vocabulary import AdultConclusion, RequestOutcome, TransitionOutcome

BY = council_or_delegate(Function.TRANSITION)


class TransitionExpected(Event, name="transition/transition-expected", begins="transition"):
    """It came to notice that a young person is likely to have needs after eighteen. ``birthday`` is the eighteenth."""

    transition: TransitionId
    who: YoungPerson = YoungPerson.CHILD
    facts: TransitionFacts = TransitionFacts()
    birthday: date | None = None


class TransitionAssessmentRequested(Event, name="transition/assessment-requested", begins="transition"):
    """A transition assessment was asked for."""

    transition: TransitionId
    who: YoungPerson = YoungPerson.CHILD
    asked_by: Party | None = None
    birthday: date | None = None


class TransitionRequestDecided(Event, name="transition/request-decided", taken_by=BY):
    """Whether to assess before eighteen was decided. Declining needs reasons and advice in writing."""

    transition: TransitionId
    who: YoungPerson = YoungPerson.CHILD
    facts: TransitionFacts = TransitionFacts()
    advice_given: bool | None = None
    decision: Decision[RequestOutcome]


class TransitionAssessmentCompleted(Event, name="transition/assessment-completed", taken_by=BY):
    """A transition assessment was finished. It indicates likely eligible needs, and gives advice (s 59(4)).

    ``birthday`` is the eighteenth, when it must be decided what the assessment is from then on (s 59(6)).
    """

    transition: TransitionId
    birthday: date | None = None
    advice_given: bool | None = None
    decision: Decision[TransitionOutcome]


class AdulthoodReached(Event, name="transition/adulthood-reached"):
    """The person turned eighteen. ``assessed`` is whether a transition assessment had been made."""

    transition: TransitionId
    assessed: bool | None = None


class TreatedAsNeedsAssessment(Event, name="transition/treated-as-needs-assessment", taken_by=BY):
    """Whether the transition assessment is treated as an adult's needs assessment was decided (s 59(6))."""

    transition: TransitionId
    decision: Decision[bool]


class AdultConclusionReached(Event, name="transition/adult-conclusion-reached", taken_by=BY):
    """Adult services came to one of the conclusions that let children's services end (s 66)."""

    transition: TransitionId
    decision: Decision[AdultConclusion]


class ChildrensServicesEnded(Event, name="transition/childrens-services-ended"):
    """Services for the person as a child ended; the day it happened is the first day without them."""

    transition: TransitionId


class FundingDecided(Event, name="transition/funding-decided"):
    """A panel or funder decided what will be paid for after eighteen."""

    transition: TransitionId
