"""What comes before the Court of Protection: challenges, deprivations in the community, disputes, deputies."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from swp_adapters.testing.lives.hearing import (
    asked,
    directed,
    heard,
    in_part,
    issued,
    ordered,
    spoken_for,
)
from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import synthetic
from swp_domain.actor import BodyKind
from swp_domain.capacity.events import DeputyAppointed, ObjectionRecorded
from swp_domain.capacity.vocabulary import Objecting
from swp_domain.court.events import ChallengeConsidered, DeputyReported, OrderReviewed
from swp_domain.court.vocabulary import (
    ActKind,
    ApplicationKind,
    DirectionKind,
    Form,
    HearingKind,
    OnAuthorisation,
    OrderOutcome,
    Participation,
)
from swp_domain.law.court_of_protection_rules_2017.pd11a_streamlined import StreamlinedFacts
from swp_domain.law.dates import add_months
from swp_domain.law.mental_capacity_act_2005.s9_lasting_power import PowerKind
from swp_domain.party import Party

_RELATIVE: Final = Party(kind=BodyKind.FAMILY, relation="daughter")
_REPRESENTATIVE: Final = Party(kind=BodyKind.REPRESENTATIVE, relation="relevant person's representative")


def challenged(pen: Pen, *, alone: bool) -> None:
    """An authorisation is challenged: the representative brings it, soon or after months, and it takes months more."""
    pen.after(3, 25 if pen.maybe(0.6) else 120)
    pen.tell(ChallengeConsidered(considered_by=_REPRESENTATIVE, why=synthetic("the person asks to go home")))
    pen.after(2, 30)
    case = asked(pen, ApplicationKind.CHALLENGE_TO_AUTHORISATION, BodyKind.REPRESENTATIVE, Form.COPDLA)
    issued(pen, case, respondents=True)
    spoken_for(pen, case, alone=alone)
    heard(pen, case, HearingKind.DIRECTIONS)
    in_part(pen, case, Participation.JOINED)
    directed(pen, case, DirectionKind.STATEMENT, BodyKind.COUNCIL, 21)
    directed(pen, case, DirectionKind.CARE_PLAN, BodyKind.COUNCIL, 28)
    if pen.maybe(0.5):
        directed(pen, case, DirectionKind.SECTION_49_REPORT, BodyKind.NHS_BODY, 60)
    order = ordered(pen, case, OrderOutcome.INTERIM, review_by=pen.day + timedelta(days=90))
    pen.after(60, 120)
    heard(pen, case, HearingKind.FINAL)
    on = pen.chance.choice((OnAuthorisation.LEFT, OnAuthorisation.LEFT, OnAuthorisation.VARIED))
    ordered(pen, case, OrderOutcome.GRANTED, final=True, authorisation=on, replaces=order)


def community_deprivation(pen: Pen, *, alone: bool) -> None:
    """A deprivation in supported living is put before the court on paper; its order comes back each year, or late."""
    fewer = alone or pen.maybe(0.3)
    paper = StreamlinedFacts(
        consulted=1 if fewer else 3,
        why_fewer=True if fewer and pen.maybe(0.8) else None,
        medical_evidence=True,
        rule_1_2_representative=pen.maybe(0.8),
        person_objects=False,
        relatives_not_consulted=False,
        contested=False,
        wide_restrictions=False,
        needs_a_hearing=False,
        under_18=False,
    )
    case = asked(pen, ApplicationKind.COMMUNITY_DEPRIVATION, BodyKind.COUNCIL, Form.COPDOL11, paper=paper)
    pen.after(40, 160)
    in_part(pen, case, Participation.REPRESENTATIVE)
    order = ordered(
        pen, case, OrderOutcome.GRANTED, final=True, review_by=_in_a_year(pen), deprives=True, expires=_in_a_year(pen)
    )
    while True:
        pen.until(_in_a_year(pen) - timedelta(days=pen.chance.randint(20, 60)))
        if pen.maybe(0.3):
            pen.after(80, 260)  # it has run out, and nobody noticed
        case = asked(pen, ApplicationKind.COMMUNITY_DEPRIVATION, BodyKind.COUNCIL, Form.COPDOL11, order=order)
        pen.after(15, 90)
        in_part(pen, case, Participation.REPRESENTATIVE)
        order = ordered(
            pen,
            case,
            OrderOutcome.GRANTED,
            final=True,
            review_by=_in_a_year(pen),
            deprives=True,
            expires=_in_a_year(pen),
            replaces=order,
        )


def _in_a_year(pen: Pen) -> date:
    return add_months(pen.day, 12) - timedelta(days=1)


def welfare(pen: Pen) -> None:
    """Somebody objects to what is planned, and the council asks the court, most of the time with what it needs."""
    pen.tell(ObjectionRecorded(to=Objecting.CARE, objector=_RELATIVE, in_words=synthetic("wants to see to it alone")))
    pen.after(10, 90)
    case = asked(pen, ApplicationKind.WELFARE, BodyKind.COUNCIL, Form.COP1, permission=pen.maybe(0.85) or None)
    issued(pen, case, respondents=True)
    spoken_for(pen, case, alone=False)
    heard(pen, case, HearingKind.DIRECTIONS)
    in_part(pen, case, Participation.JOINED)
    directed(pen, case, DirectionKind.STATEMENT, BodyKind.COUNCIL, 28)
    directed(pen, case, DirectionKind.CAPACITY_EVIDENCE, BodyKind.COUNCIL, 42)
    directed(pen, case, DirectionKind.STATEMENT, BodyKind.FAMILY, 28)
    forbids = (ActKind.CONTACT_LIMITED,) if pen.maybe(0.4) else (ActKind.MOVE,)
    order = ordered(pen, case, OrderOutcome.INTERIM, review_by=pen.day + timedelta(days=120), forbids=forbids)
    pen.after(70, 150)
    heard(pen, case, HearingKind.DISPUTE_RESOLUTION)
    if pen.maybe(0.5):
        pen.tell(OrderReviewed(order=order, review_by=pen.day + timedelta(days=90)), by=pen.staff.court)
        pen.after(50, 110)
        heard(pen, case, HearingKind.FINAL)
    expires = add_months(pen.day, pen.chance.choice((6, 12, 24)))
    ordered(pen, case, OrderOutcome.GRANTED, final=True, expires=expires, forbids=forbids, replaces=order)


def deputyship(pen: Pen) -> None:
    """The council asks to be deputy for somebody's money, becomes it, and reports each year; some reports are late."""
    case = asked(pen, ApplicationKind.DEPUTYSHIP, BodyKind.COUNCIL, Form.COP1, permission=None)
    issued(pen, case, respondents=False)
    pen.after(60, 150)
    in_part(pen, case, Participation.NOTHING)
    order = ordered(pen, case, OrderOutcome.GRANTED, final=True)
    authority = pen.named("authority")
    council = Party(kind=BodyKind.COUNCIL, relation="deputy", id="deputyship-team")
    pen.tell(
        DeputyAppointed(authority=authority, kind=PowerKind.PROPERTY_AND_AFFAIRS, deputy=council, order=order),
        by=pen.staff.court,
    )
    while True:
        pen.after(340, 364 if pen.maybe(0.7) else 450)
        pen.tell(DeputyReported(authority=authority), by=pen.staff.council_desk.lead)
