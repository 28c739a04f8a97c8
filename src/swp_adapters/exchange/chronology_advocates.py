"""Advocates: those of the Mental Capacity Act for whoever is detained or moved, and those of the Care Act."""

from __future__ import annotations

from typing import Final

from swp_adapters.exchange.chronology import Fact, Happening
from swp_adapters.exchange.chronology_actors import COUNCIL, council_acts, kind_of
from swp_adapters.exchange.chronology_capacity import lacking_on
from swp_adapters.exchange.chronology_desk import Desk, Weight
from swp_adapters.exchange.chronology_involvement import consider_involvement
from swp_domain.actor import BodyKind
from swp_domain.assessment.events import AdvocateArranged, InvolvementConsidered
from swp_domain.capacity.events import (
    AdvocateInstructed,
    AdvocateInstructedByNhs,
    AdvocateNeedArose,
    AdvocateNeedEnded,
    ObjectionRecorded,
)
from swp_domain.capacity.vocabulary import NeedEnd
from swp_domain.decision import Decision
from swp_domain.law.care_act_2014.s67_advocacy import InvolvementFacts
from swp_domain.law.mental_capacity_act_2005.s39_advocates import AdvocateNeed, Trigger
from swp_domain.party import Party

_ADVOCATE: Final = Party(kind=BodyKind.REPRESENTATIVE, relation="independent mental capacity advocate")
_NHS: Final = frozenset({BodyKind.NHS_BODY, BodyKind.HOSPITAL})
_LEAVING: Final = frozenset({"moved-accommodation", "person-died", "hospital-admission"})
_AUTHORISED: Final = frozenset({"dols-urgent-granted", "dols-standard-granted"})
_SUBJECT: Final = _AUTHORISED | {"dols-standard-requested"}
"""What makes somebody subject to Schedule A1: who is alone then needs an advocate at once (s 39A)."""


def instructed(desk: Desk, source: Happening) -> str | None:
    """An advocate was instructed, for whatever was open; without it, for the detention or the accommodation."""
    open_ = [which for which, one in desk.file.capacity.advocacies.items() if not (one.instructed_on or one.ended_on)]
    detained = desk.chronology.holds("deprivation-of-liberty", source.occurred.earliest)
    for which in open_ or [desk.new("advocacy")]:
        one = desk.file.capacity.advocacies.get(which)
        trigger = one.trigger if one and one.trigger else Trigger.DETENTION if detained else Trigger.PROTECTION
        decision = Decision(outcome=_ADVOCATE)
        if kind_of(source.by) in _NHS:
            desk.put(AdvocateInstructedByNhs(advocacy=which, trigger=trigger, decision=decision), source)
        else:
            desk.put(AdvocateInstructed(advocacy=which, trigger=trigger, decision=decision), source)
    return None


def detained(desk: Desk, source: Happening) -> None:
    """Somebody detained who is alone, or whose objection nobody takes to the court, needs an advocate.

    It runs beside a request, an authorisation, an objection and the appointment of a representative.
    """
    day, state = source.occurred.latest, desk.file.capacity
    acts = {source.act, *(one.act for one in desk.before(source))}
    before_the_court = any(one.ended_on is None for one in desk.file.court.applications.values())
    spoken_for = any(one.ended_on is None for one in state.advocacies.values())
    if not acts & _SUBJECT or before_the_court or spoken_for:
        return
    alone = any((one.who or "none") == "none" for one in _support(desk, source))
    objects = any(isinstance(one.event, ObjectionRecorded) for one in desk.entries) and state.objected_to(None)
    if alone:
        trigger, need = Trigger.DETENTION, AdvocateNeed(befriended=False, someone_with_authority=False)
    elif acts & _AUTHORISED and (objects or desk.chronology.holds("representative-supports-placement", day)):
        trigger, need = Trigger.UNPAID_REPRESENTATIVE, AdvocateNeed(representative_unlikely_to_act=True)
    else:
        return
    event = AdvocateNeedArose(advocacy=desk.new("advocacy"), trigger=trigger, need=need)
    # Whether there is nobody to consult, or the representative needs help, is for a person to judge.
    desk.put(event, source, by=COUNCIL, weight=Weight.APPEARANCE)


def reviewed(desk: Desk, source: Happening) -> None:
    """A plan or a review without an assessment beside it asks for the same advocate (Care Act 2014 s 67(3))."""
    looked_at = any(isinstance(one.event, InvolvementConsidered | AdvocateArranged) for one in desk.entries)
    if looked_at or not council_acts(source.by) or any(getattr(one.event, "assessment", None) for one in desk.entries):
        return
    consider_involvement(desk, source, desk.new("involvement"), source.occurred.earliest, weight=Weight.APPEARANCE)


def moved(desk: Desk, source: Happening) -> None:
    """Somebody with nobody to consult, whom the council moved because they could not decide, needs one too (s 39)."""
    start = source.occurred
    alone = any((one.who or "none") == "none" for one in _support(desk, source))
    waits = any(one.ended_on is None for one in desk.file.capacity.advocacies.values())
    if not council_acts(source.by) or source.type == "respite" or not alone or waits:
        return
    if lacking_on(desk, start.latest) is None:
        return
    later = [one.occurred.earliest for one in desk.later_than(source) if one.act in _LEAVING]
    need = AdvocateNeed(
        lacks_capacity=True,
        befriended=False,
        someone_with_authority=False,
        under_mental_health_act=False,
        days=(min([*later, desk.as_at]) - start.latest).days,
    )
    # Whether it could wait is not told: taken as urgent, it favours the council.
    event = AdvocateNeedArose(
        advocacy=desk.new("advocacy"), trigger=Trigger.COUNCIL_ACCOMMODATION, need=need, urgent=True
    )
    desk.put(event, source, by=COUNCIL, weight=Weight.APPEARANCE)


def _support(desk: Desk, source: Happening) -> list[Fact]:
    return [one for one in desk.chronology.facts("appropriate-person") if one.holds_on(source.occurred.latest)]


def before_the_court(desk: Desk, source: Happening) -> None:
    """Once the court is asked, the rights that an advocate helps to use are being used."""
    for which, one in desk.file.capacity.advocacies.items():
        if one.trigger is Trigger.UNPAID_REPRESENTATIVE and not (one.instructed_on or one.ended_on):
            desk.put(AdvocateNeedEnded(advocacy=which, why=NeedEnd.BEFORE_THE_COURT), source, by=COUNCIL)


def requested(desk: Desk, source: Happening) -> str | None:
    """A council that asks for an advocate says that one is owed; whoever else asks, that somebody should look."""
    named = (getattr(one.event, "assessment", None) for one in reversed(desk.entries))
    subject = next((one for one in named if one), None) or desk.new("involvement")
    if any(isinstance(one.event, InvolvementConsidered) and one.event.assessment == subject for one in desk.entries):
        return None
    # Which of the four difficulties it is, and that nobody else can help, is what asking implies.
    facts = InvolvementFacts(difficulty_understanding=True, appropriate_person=False)
    weight = Weight.INFERRED if council_acts(source.by) else Weight.APPEARANCE
    desk.put(InvolvementConsidered(assessment=subject, involvement=facts), source, by=COUNCIL, weight=weight)
    return None
