"""Concerns about an adult's safety, and the Court of Protection."""

from __future__ import annotations

from datetime import timedelta

from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import synthetic
from swp_domain.actor import Actor, BodyKind
from swp_domain.court.events import ApplicationMade, OrderMade, OrderReviewed
from swp_domain.court.vocabulary import ApplicationKind, OrderOutcome
from swp_domain.decision import Decision
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts, enquiry_duty
from swp_domain.party import Party
from swp_domain.safeguarding.enquiry_vocabulary import (
    Achieved,
    ActionOutcome,
    AskedWhen,
    EnquiryEnd,
    EnquiryKind,
    LackedCapacity,
    RiskAfter,
    RiskFound,
)
from swp_domain.safeguarding.events import (
    ActionDecided,
    ConcernReceived,
    EnquiryClosed,
    EnquiryDecided,
    EnquiryOpened,
    EnquiryOutcomeTold,
    OutcomesAsked,
    ReferrerTold,
)
from swp_domain.safeguarding.vocabulary import AbuseType, EnquiryOutcome, Location, NoEnquiryGround, RiskSource


def concern(pen: Pen) -> None:
    """A concern, and what the council decided on it; now and then against the law, on paper."""
    which = pen.named("concern")
    provider = Party(kind=BodyKind.PROVIDER, relation="home care")
    kinds = (pen.chance.choice(tuple(AbuseType)),)
    told = ConcernReceived(
        concern=which,
        raised_by=provider,
        types=kinds,
        account=synthetic("bruises that nobody explains"),
        location=pen.chance.choice(tuple(Location)),
        risk_source=pen.chance.choice(tuple(RiskSource)),
    )
    pen.tell(told, by=pen.chance.choice(pen.staff.safeguarding.all))
    pen.after(0, 3 if pen.maybe(0.8) else 25)
    met = pen.maybe(0.4)
    facts = SafeguardingFacts(has_needs=True, at_risk=met, unable_to_protect=True)
    who = pen.staff.council_desk.decider(pen.chance)
    reasons = synthetic("each limb was looked at")
    if not enquiry_duty.in_force(pen.day):
        outcome = EnquiryOutcome.OTHER_ENQUIRY if met else EnquiryOutcome.NO_ENQUIRY
        pen.tell(_decided(which, facts, outcome, reasons), by=who)
        _followed(pen, which, EnquiryKind.OTHER if met else None, who)
    elif met and pen.maybe(0.1):
        wrong = _decided(
            which, facts, EnquiryOutcome.NO_ENQUIRY, synthetic("the family will watch"), NoEnquiryGround.OTHER
        )
        pen.record(wrong, "found in the paper file", by=who, wrong="SG-42-01")
    else:
        if met and pen.maybe(0.08):
            by_the_practice = _decided(which, facts, EnquiryOutcome.ENQUIRE, synthetic("it could not wait"))
            pen.record(by_the_practice, "the practice had decided it by itself", wrong="DEL-02")
            pen.after(1, 5)
        outcome = EnquiryOutcome.ENQUIRE if met else EnquiryOutcome.NO_ENQUIRY
        ground = () if met else (NoEnquiryGround.NOT_MET,)
        pen.tell(_decided(which, facts, outcome, reasons, *ground), by=who)
        _followed(pen, which, EnquiryKind.SECTION_42 if met else None, who)


def _followed(pen: Pen, concern: str, kind: EnquiryKind | None, who: Actor) -> None:
    """Whoever raised a concern hears what was decided, most of the time; where it is to be looked into, it is."""
    pen.after(0, 6)
    if pen.maybe(0.9):
        pen.tell(ReferrerTold(concern=concern))
    if kind is not None:
        enquiry(pen, concern, kind, who)


def enquiry(pen: Pen, concern: str, kind: EnquiryKind, who: Actor) -> None:
    """An enquiry into a concern: begun, what the adult wants, what is to be done, its end, and who is told."""
    which = pen.named("enquiry")
    adult = Party(kind=BodyKind.PERSON)
    pen.tell(EnquiryOpened(enquiry=which, concern=concern, kind=kind))
    asked = OutcomesAsked(enquiry=which, when=AskedWhen.START, asked=adult, expressed=pen.maybe(0.7))
    pen.tell(asked)
    pen.after(5, 25 if pen.maybe(0.8) else 70)
    acts = ActionOutcome.ACTION if pen.maybe(0.6) else ActionOutcome.NO_ACTION
    action = ActionDecided(
        enquiry=which,
        risk=pen.chance.choice(tuple(RiskFound)),
        action=synthetic("the rota is changed") if acts is ActionOutcome.ACTION else None,
        by_whom=Party(kind=BodyKind.PROVIDER) if acts is ActionOutcome.ACTION else None,
        decision=Decision(outcome=acts, reasons=synthetic("what was found"), views=synthetic("wants it to stop")),
    )
    pen.tell(action, by=who)
    ended = EnquiryClosed(
        enquiry=which,
        risk_after=pen.chance.choice(tuple(RiskAfter)),
        achieved=pen.chance.choice(tuple(Achieved)),
        lacked_capacity=pen.chance.choice(tuple(LackedCapacity)),
        decision=Decision(outcome=EnquiryEnd.CONCLUDED, reasons=synthetic("what it was made for is decided")),
    )
    pen.tell(ended, by=who)
    pen.after(0, 10)
    pen.tell(EnquiryOutcomeTold(enquiry=which, told=adult))


def _decided(
    which: str, facts: SafeguardingFacts, outcome: EnquiryOutcome, reasons: str, *grounds: NoEnquiryGround
) -> EnquiryDecided:
    decision = Decision(outcome=outcome, reasons=reasons, views=synthetic("wants to be left in peace"))
    return EnquiryDecided(concern=which, suspected=facts, grounds=grounds, decision=decision)


def court(pen: Pen) -> None:
    """An application, an order, and its review; some reviews come after the day that the order named."""
    application, order = pen.named("application"), pen.named("order")
    applicant = pen.staff.council_desk.lead
    kind = pen.chance.choice((ApplicationKind.PROPERTY_AND_AFFAIRS, ApplicationKind.WELFARE))
    pen.tell(ApplicationMade(application=application, kind=kind, applicant=BodyKind.COUNCIL), by=applicant)
    pen.after(30, 90)
    back = pen.day + timedelta(days=pen.chance.randint(150, 360))
    decision = Decision(outcome=OrderOutcome.GRANTED, reasons=synthetic("an order was needed"))
    made = OrderMade(
        order=order,
        application=application,
        authorises_deprivation_of_liberty=False,
        review_by=back,
        ends_application=True,
        decision=decision,
    )
    pen.tell(made, by=pen.staff.court)
    pen.after(120, 400)
    pen.tell(OrderReviewed(order=order), by=pen.staff.court)
