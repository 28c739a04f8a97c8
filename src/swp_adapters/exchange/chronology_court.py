"""The Court of Protection: what it was asked and ordered, what came back, and objections that never reached it."""

from __future__ import annotations

from datetime import date
from typing import Final

from swp_adapters.exchange import chronology_needs as needs
from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import COUNCIL, council_acts, kind_of
from swp_adapters.exchange.chronology_capacity import lacking_on
from swp_adapters.exchange.chronology_desk import NOT_YET, Desk, Weight
from swp_adapters.exchange.chronology_vocabulary import PERSONS_SIDE
from swp_domain.actor import Actor, BodyKind
from swp_domain.capacity.events import ObjectionRecorded, ObjectionResolved
from swp_domain.capacity.vocabulary import Objecting
from swp_domain.court.events import (
    ApplicationMade,
    ChallengeConsidered,
    DirectionComplied,
    DirectionGiven,
    HearingHeld,
    OrderMade,
    OrderReviewed,
    PapersServed,
)
from swp_domain.court.vocabulary import ApplicationKind, DirectionKind, OrderOutcome, Told
from swp_domain.decision import Decision
from swp_domain.law.dates import PartialDate
from swp_domain.party import Party

_COURT: Final = Actor(id="court", kind=BodyKind.COURT, body="Court of Protection")
_COURTS: Final = frozenset({"court", "appeal-court"})
_AUTHORISED: Final = frozenset({"dols-urgent-granted", "dols-standard-granted"})
_DIRECTED: Final = "do what the court directed"
_NO_APPLICATION: Final = "no application to the Court of Protection is on the file"


def applied(desk: Desk, source: Happening) -> str | None:
    """An application; the right kind, by the council, brings every order back that was to come back."""
    overdue = _to_come_back(desk)
    returns = council_acts(source.by) and source.type != "other"
    event = ApplicationMade(
        application=desk.new("application"),
        kind=_kind(desk, source),
        applicant=kind_of(source.by),
        order=overdue[0] if returns and overdue else None,
    )
    desk.put(event, source)
    if returns:
        _brought_back(desk, source)
    return None


def heard(desk: Desk, source: Happening) -> str | None:
    """A hearing: the case is before the court again, and with it what it ordered."""
    desk.put(HearingHeld(application=_pending(desk)), source)
    _brought_back(desk, source)
    return None


def ordered(desk: Desk, source: Happening) -> str | None:
    """An order replaces what was to come back, and may name a day of its own."""
    _brought_back(desk, source)
    event = OrderMade(
        order=desk.new("order"),
        application=_pending(desk),
        review_by=source.review_by.latest if source.review_by else None,
        expires_on=source.valid_to.latest if source.valid_to else None,
        decision=Decision(outcome=OrderOutcome.GRANTED),
    )
    desk.put(event, source, by=_COURT)
    if source.assessment_by is not None:
        _directed(desk, source, source.assessment_by.latest)
    return None


def _directed(desk: Desk, source: Happening, due: date) -> None:
    """A day that the court set for an assessment."""
    event = DirectionGiven(
        direction=desk.new("direction"),
        application=_pending(desk),
        owner=BodyKind.COUNCIL,
        kind=DirectionKind.OTHER,
        due=due,
    )
    desk.put(event, source, by=_COURT)
    needs.ordered(desk, source)


def assessed(desk: Desk, source: Happening) -> None:
    """An assessment by the council is what a court set a day for."""
    if council_acts(source.by) and source.statutory and source.subject in (None, "adult", "cared-for"):
        for duty in [one for one in desk.file.ledger if one.duty == _DIRECTED and one.met_on is None]:
            desk.put(DirectionComplied(direction=duty.subject), source, on=needs.since(source, duty))


def judged(desk: Desk, source: Happening) -> str | None:
    """A judgment in proceedings that are before the Court of Protection ends them; of other courts nothing is held."""
    pending = _pending(desk)
    if source.by not in _COURTS or pending is None:
        return NOT_YET
    _brought_back(desk, source)
    event = OrderMade(
        order=desk.new("order"),
        application=pending,
        ends_application=True,
        decision=Decision(outcome=OrderOutcome.GRANTED),
    )
    desk.put(event, source, by=_COURT)
    return None


def papers_served(desk: Desk, source: Happening) -> str | None:
    """Papers were served in the proceedings."""
    pending = _pending(desk)
    if pending is None:
        return _NO_APPLICATION
    told = Told.PERSON if source.to == "adult" else Told.RESPONDENT
    desk.put(PapersServed(serving=desk.new("serving"), application=pending, told=told), source)
    return None


# Objections that have to reach the court


def objecting(desk: Desk, source: Happening) -> Objecting:
    """What somebody objects to, as far as it can be for the court.

    An objection is to the deprivation where that is authorised; to where the person lives where they are deprived of
    their liberty without that, or were moved or kept by others and cannot decide it. Any other is not for the court.
    """
    day = source.known.earliest
    if desk.chronology.holds("deprivation-of-liberty", day):
        return Objecting.DEPRIVATION if _authorised(desk, source) else Objecting.RESIDENCE
    moved = any(one.act == "moved-accommodation" and one.by not in PERSONS_SIDE for one in desk.before(source))
    return Objecting.RESIDENCE if moved and lacking_on(desk, source.known.latest) else Objecting.OTHER


def objection_stands(desk: Desk, source: Happening) -> None:
    """Whoever objects and is then detained under an authorisation objects to that: it is looked at from this day."""
    day = source.occurred.earliest
    if not desk.file.capacity.objected_to(None) or not desk.chronology.holds("deprivation-of-liberty", day):
        return
    earlier = [one.event for one in desk.entries if isinstance(one.event, ObjectionRecorded)]
    if any(one.to is Objecting.DEPRIVATION for one in earlier) or not any(one.to.for_the_court for one in earlier):
        return
    event = ObjectionRecorded(objector=earlier[-1].objector, to=Objecting.DEPRIVATION)
    desk.put(event, source, by=COUNCIL, weight=Weight.APPEARANCE)


def foreseen(desk: Desk) -> None:
    """An objection to a move that was known in advance: on record from the day on which it was known."""
    for fact in desk.chronology.facts("objection-foreseen"):
        if fact.begins is not None and fact.begins.earliest <= desk.as_at:
            event = ObjectionRecorded(objector=Party(kind=BodyKind.PERSON, relation="adult"), to=Objecting.RESIDENCE)
            desk.put(event, None, on=fact.begins, by=COUNCIL)


def considered(desk: Desk, source: Happening) -> None:
    """A review of an authorisation looks at the objection, as a challenge would."""
    party = Party(kind=kind_of(source.by), relation=source.by)
    desk.put(ChallengeConsidered(considered_by=party), source)


def went_home(desk: Desk, source: Happening) -> None:
    """Whoever is moved by their own side, or by the court, has what they wanted: nothing is left to put to it."""
    if source.by in PERSONS_SIDE | _COURTS and source.type != "respite":
        _resolved(desk, source.occurred)


def let_go(desk: Desk) -> None:
    """Once the person is not deprived of their liberty any more, nothing is left to put to the court."""
    facts = list(desk.chronology.facts("deprivation-of-liberty"))
    ends = [one.ends.latest for one in facts if one.ends is not None]
    if facts and len(ends) == len(facts) and max(ends) <= desk.as_at:
        _resolved(desk, PartialDate.on(max(ends)))


def _resolved(desk: Desk, on: PartialDate) -> None:
    if desk.file.capacity.objected_to(None):
        desk.put(ObjectionResolved(), None, on=on, by=COUNCIL)


# What is before the court


def _kind(desk: Desk, source: Happening) -> ApplicationKind:
    if source.type == "other":
        return ApplicationKind.OTHER
    return ApplicationKind.CHALLENGE_TO_AUTHORISATION if _authorised(desk, source) else ApplicationKind.WELFARE


def _authorised(desk: Desk, source: Happening) -> bool:
    return any(one.act in _AUTHORISED for one in desk.before(source))


def _pending(desk: Desk) -> str | None:
    """The application that was made last and is still before the court."""
    return next((name for name, one in reversed(desk.file.court.applications.items()) if one.ended_on is None), None)


def _to_come_back(desk: Desk) -> list[str]:
    duty = "bring the order back to the court"
    return [one.subject for one in desk.file.ledger if one.duty == duty and one.awaits]


def _brought_back(desk: Desk, source: Happening) -> None:
    for order in _to_come_back(desk):
        desk.put(OrderReviewed(order=order), source, by=_COURT)
