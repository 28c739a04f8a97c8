"""The papers of an enquiry that tests submit: each lawful as it is, so that a test changes only what it is about."""

from __future__ import annotations

from typing import Any, TypeVar

from swp_domain.actor import BodyKind
from swp_domain.event import Event
from swp_domain.law.care_act_2014.s68_advocacy import EnquiryInvolvementFacts
from swp_domain.law.safeguarding_guidance.consent import StopFacts
from swp_domain.party import Party
from swp_domain.safeguarding.enquiry_vocabulary import (
    Achieved,
    ActionOutcome,
    AskedWhen,
    EnquiryEnd,
    EnquiryKind,
    EnquiryMaker,
    LackedCapacity,
    RiskFound,
)
from swp_domain.safeguarding.events import (
    ActionAgreed,
    ActionDecided,
    EnquiryAdvocateArranged,
    EnquiryCaused,
    EnquiryClosed,
    EnquiryInvolvementConsidered,
    EnquiryOpened,
    OutcomesAsked,
    SafeguardingPlanAgreed,
    SafeguardingPlanReviewed,
)
from swp_domain.safeguarding.vocabulary import AbuseType, Location, RiskSource
from tests.papers import decided

E = TypeVar("E", bound=Event)

THE_ADULT = Party(kind=BodyKind.PERSON)
AN_ADVOCATE = Party(kind=BodyKind.OTHER, relation="advocate")
NEEDS_SUPPORT = EnquiryInvolvementFacts(difficulty_weighing=True, appropriate_person=False)
NO_DIFFICULTY = EnquiryInvolvementFacts(
    difficulty_understanding=False,
    difficulty_retaining=False,
    difficulty_weighing=False,
    difficulty_communicating=False,
)
MAY_STOP = StopFacts(able_to_choose=True, others_at_risk=False, under_pressure=False)
COUNTED: dict[str, Any] = {
    "types": (AbuseType.FINANCIAL,),
    "location": Location.OWN_HOME,
    "risk_source": RiskSource.KNOWN,
}


def _paper(kind: type[E], usual: dict[str, Any], told: dict[str, Any]) -> E:
    return kind(**usual | told)


def opened(kind: EnquiryKind = EnquiryKind.SECTION_42, **told: Any) -> EnquiryOpened:
    return _paper(EnquiryOpened, {"enquiry": "q1", "concern": "k1", "kind": kind}, told)


def caused(**told: Any) -> EnquiryCaused:
    return _paper(EnquiryCaused, {"enquiry": "q1", "decision": decided(EnquiryMaker.PROVIDER)}, told)


def considered(**told: Any) -> EnquiryInvolvementConsidered:
    return _paper(EnquiryInvolvementConsidered, {"enquiry": "q1", "involvement": NEEDS_SUPPORT}, told)


def advocate_arranged(**told: Any) -> EnquiryAdvocateArranged:
    usual = {"enquiry": "q1", "independent": True, "decision": decided(AN_ADVOCATE)}
    return _paper(EnquiryAdvocateArranged, usual, told)


def asked(when: AskedWhen = AskedWhen.START, **told: Any) -> OutcomesAsked:
    return _paper(OutcomesAsked, {"enquiry": "q1", "when": when, "expressed": True}, told)


def action(outcome: ActionOutcome = ActionOutcome.ACTION, **told: Any) -> ActionDecided:
    usual = {
        "enquiry": "q1",
        "risk": RiskFound.IDENTIFIED,
        "action": "Invented: the bank is told.",
        "by_whom": Party(kind=BodyKind.COUNCIL),
        "decision": decided(outcome),
    }
    return _paper(ActionDecided, usual, told)


def ended(end: EnquiryEnd = EnquiryEnd.CONCLUDED, **told: Any) -> EnquiryClosed:
    usual = {
        "enquiry": "q1",
        "wish": MAY_STOP,
        "achieved": Achieved.FULLY,
        "lacked_capacity": LackedCapacity.NO,
        "decision": decided(end),
    }
    return _paper(EnquiryClosed, usual, told)


def safe_plan(**told: Any) -> SafeguardingPlanAgreed:
    return _paper(SafeguardingPlanAgreed, {"plan": "s1", "enquiry": "q1"}, told)


def plan_looked_at(**told: Any) -> SafeguardingPlanReviewed:
    return _paper(SafeguardingPlanReviewed, {"plan": "s1"}, told)


def agreed_to(**told: Any) -> ActionAgreed:
    return _paper(ActionAgreed, {"action": "x1", "owner": Party(kind=BodyKind.PROVIDER)}, told)
