"""Capacity, best interests and who was heard: doubts, findings, decisions for somebody, moves and limits on contact."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Final

from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import COUNCIL, kind_of
from swp_adapters.exchange.chronology_desk import NOT_YET, Desk, Weight
from swp_adapters.exchange.chronology_vocabulary import PERSONS_SIDE
from swp_domain.capacity.events import (
    BestInterestsDecided,
    CapacityAssessed,
    CapacityDecisionNamed,
    CapacityDoubted,
    CapacityDoubtSettled,
    ContactRestored,
    ContactRestricted,
    LastingPowerMade,
    MeetingHeld,
    ObjectionRecorded,
    PersonAccommodated,
    PersonOrOthersHeard,
)
from swp_domain.capacity.vocabulary import BestInterestsOutcome, CapacityResult, Found, MeetingKind
from swp_domain.correspondence.events import NoteMade
from swp_domain.decision import Decision
from swp_domain.law.dates import ONE_DAY, PartialDate, Precision
from swp_domain.law.mental_capacity_act_2005.s9_lasting_power import PowerKind
from swp_domain.law.mental_capacity_act_2005.s27_excluded import Matter
from swp_domain.party import Party

_ASSESS: Final = "assess capacity for the decision"
_NOT_TOLD: Final = "decision-not-told"
_COURTS: Final = frozenset({"court", "appeal-court"})
_RESULTS: Final = {
    "has": CapacityResult.HAS,
    "yes": CapacityResult.HAS,
    "lacks": CapacityResult.LACKS,
    "no": CapacityResult.LACKS,
}
_WORDS: Final = (
    (Matter.RESIDENCE, re.compile(r"\b(resid\w*|accommodat\w*|live|living|placement|mov(e|ing)|home)\b")),
    (Matter.CONTACT, re.compile(r"\b(contact|visit\w*)\b")),
    (Matter.TREATMENT, re.compile(r"\b(treatment|medic\w*|hospital|surgery)\b")),
    (Matter.PROPERTY_AND_AFFAIRS, re.compile(r"\b(money|financ\w*|property|tenancy|affairs)\b")),
    (Matter.CARE, re.compile(r"\b(care|support)\b")),
)
_ONE_OF_A_KIND: Final = frozenset({Matter.RESIDENCE, Matter.CARE, Matter.CONTACT})
"""Matters that are one decision whatever words are used; there are as many treatments as are told of."""


def doubted(desk: Desk, source: Happening) -> str | None:
    """A doubt about a decision, which is to be assessed."""
    event = CapacityDoubted(capacity_decision=_decision(desk, source), doubted_by=_party(source))
    desk.put(event, source, on=source.known)
    return None


def assessed(desk: Desk, source: Happening) -> str | None:
    """A finding. Where it does not say about which decision, or a doubt did not, it answers what is open."""
    which = _decision(desk, source)
    result = _RESULTS.get((source.result or "").lower(), CapacityResult.NOT_ESTABLISHED)
    desk.put(CapacityAssessed(capacity_decision=which, decision=Decision(outcome=result)), source)
    for duty in desk.file.ledger:
        told = _NOT_TOLD not in (which, duty.subject)
        if duty.duty == _ASSESS and duty.met_on is None and not told:
            desk.put(CapacityDoubtSettled(capacity_decision=duty.subject), source, weight=Weight.IMPLIED)
    return None


def assessed_for_liberty(desk: Desk, source: Happening) -> str | None:
    """An assessor under Schedule A1 who says whether the person has capacity has assessed it."""
    return assessed(desk, source) if (source.result or "").lower() in _RESULTS else NOT_YET


def heard(desk: Desk, source: Happening) -> str | None:
    """The person, or somebody close to them, was heard."""
    desk.put(PersonOrOthersHeard(who=_party(source)), source)
    return None


def met(desk: Desk, source: Happening) -> str | None:
    """A meeting about what is best, or what is planned, hears whoever comes."""
    best = "best" in (source.type or "").lower()
    desk.put(MeetingHeld(kind=MeetingKind.BEST_INTERESTS if best else MeetingKind.PLANNING), source)
    return None


def decided(desk: Desk, source: Happening) -> str | None:
    """A best interests decision rests on the finding that it names, else on whatever found incapacity last."""
    which = _decision(desk, source)
    lacking = lacking_on(desk, source.occurred.latest)
    if lacking and (which == _NOT_TOLD or lacking == _NOT_TOLD):
        which = lacking
    event = BestInterestsDecided(
        best_interests=desk.new("best-interests"),
        rests_on=which,
        decision=Decision(outcome=BestInterestsOutcome.DECIDED),
    )
    desk.put(event, source, weight=Weight.APPEARANCE if which == _NOT_TOLD else Weight.FACT)
    return None


def objected(desk: Desk, source: Happening) -> str | None:
    """Somebody objects to where the person lives, to the care, or to a decision."""
    desk.put(ObjectionRecorded(objector=_party(source)), source, on=source.known)
    return None


def power_made(desk: Desk, source: Happening) -> str | None:
    """A lasting power of attorney; nothing is told of its registration."""
    said = f"{source.type or ''} {source.decision or ''}".lower()
    money = _WORDS[3][1].search(said) is not None
    kind = PowerKind.PROPERTY_AND_AFFAIRS if money else PowerKind.HEALTH_AND_WELFARE
    desk.put(LastingPowerMade(authority=desk.new("lasting-power"), kind=kind, attorney=_party(source)), source)
    return None


def restricted(desk: Desk, source: Happening) -> str | None:
    """Contact was limited, under the best interests decision or the order that came before it, if any did."""
    orders, best = list(desk.file.court.orders), sorted(desk.file.capacity.best_interests)
    event = ContactRestricted(
        restriction=desk.new("restriction"),
        best_interests=best[-1] if best else None,
        order=orders[-1] if orders else None,
    )
    desk.put(event, source)
    return None


def restored(desk: Desk, source: Happening) -> str | None:
    """Whatever limit there was on contact was lifted."""
    limits = [one.event.restriction for one in desk.entries if isinstance(one.event, ContactRestricted)]
    if limits:
        desk.put(ContactRestored(restriction=limits[-1]), source)
    else:
        desk.put(NoteMade(note="Contact was allowed again. What had limited it is not told."), source)
    return None


def moved(desk: Desk, source: Happening) -> bool:
    """A move, or that somebody was kept; whether it was by the adult alone, of which nothing is held here.

    Where others moved or kept somebody who could not agree, that was a decision for them.
    """
    if source.by == "adult":
        return False
    own = source.by in PERSONS_SIDE | _COURTS or source.type == "respite"
    event = PersonAccommodated(kept=source.type == "retained")
    desk.put(event if own else _for_them(desk, source.occurred.latest, event), source)
    if source.type == "respite":
        _kept_after_respite(desk, source)
    return True


def _kept_after_respite(desk: Desk, source: Happening) -> None:
    """Respite that ran past its agreed end in a deprivation of liberty was a decision to keep the person there."""
    if source.agreed_until is not None:
        ends = source.agreed_until
    elif source.agreed_days is not None:
        length = timedelta(days=source.agreed_days)
        ends = _range(source.occurred.earliest + length, source.occurred.latest + length)
    else:
        return
    after = _range(ends.earliest + ONE_DAY, ends.latest + ONE_DAY)
    moves = [one for one in desk.later_than(source) if one.act == "moved-accommodation"]
    if after.latest <= desk.as_at and not any(one.occurred.earliest <= after.latest for one in moves):
        event = _for_them(desk, after.latest, PersonAccommodated(kept=True))
        if event.person_agrees is False or event.rests_on:
            desk.put(event, source, on=after, by=COUNCIL)


def _for_them(desk: Desk, day: date, event: PersonAccommodated) -> PersonAccommodated:
    """The same move, with what it rests on: incapacity that was found, or a doubt that nobody has answered."""
    waiting = desk.owed(_ASSESS)
    rests_on = lacking_on(desk, day) or (waiting.subject if waiting else None)
    detained = desk.chronology.holds("deprivation-of-liberty", day)
    return event.model_copy(update={"rests_on": rests_on, "person_agrees": False if detained else None})


def lacking_on(desk: Desk, day: date) -> str | None:
    """The decision for which an assessment of incapacity is in force on a day; of several, the one named last."""
    state = desk.file.capacity
    return next((one for one in reversed(state.decisions) if state.found(one, day) is Found.LACKS), None)


def _decision(desk: Desk, source: Happening) -> str:
    """The decision that an event is about, named the first time that it comes up."""
    said = (source.decision or "").lower()
    matter = next((one for one, words in _WORDS if words.search(said)), Matter.OTHER)
    code = re.sub(r"[^a-z0-9]+", "-", matter.value if matter in _ONE_OF_A_KIND else said).strip("-")[:60].strip("-")
    which = code or _NOT_TOLD
    if which not in desk.file.capacity.decisions:
        event = CapacityDecisionNamed(capacity_decision=which, matter=matter)
        desk.put(event, source, on=PartialDate.on(source.occurred.earliest), by=COUNCIL)
    return which


def _party(source: Happening) -> Party:
    return Party(kind=kind_of(source.by), relation=source.by)


def _range(first: date, last: date) -> PartialDate:
    return PartialDate.on(first) if first == last else PartialDate(first, last, Precision.RANGE)
