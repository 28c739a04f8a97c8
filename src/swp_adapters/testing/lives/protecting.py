"""Concerns about an adult's safety, and the Court of Protection."""

from __future__ import annotations

from datetime import timedelta

from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import synthetic
from swp_domain.actor import BodyKind
from swp_domain.court.events import ApplicationMade, OrderMade, OrderReviewed
from swp_domain.court.vocabulary import ApplicationKind, OrderOutcome
from swp_domain.decision import Decision
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts, enquiry_duty
from swp_domain.party import Party
from swp_domain.safeguarding.events import ConcernReceived, EnquiryDecided
from swp_domain.safeguarding.vocabulary import AbuseType, EnquiryOutcome, NoEnquiryGround


def concern(pen: Pen) -> None:
    """A concern, and what the council decided on it; now and then against the law, on paper."""
    which = pen.named("concern")
    provider = Party(kind=BodyKind.PROVIDER, relation="home care")
    kinds = (pen.chance.choice(tuple(AbuseType)),)
    told = ConcernReceived(
        concern=which, raised_by=provider, types=kinds, account=synthetic("bruises that nobody explains")
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
