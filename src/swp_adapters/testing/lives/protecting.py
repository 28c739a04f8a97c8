"""Concerns about an adult's safety, and the enquiries that follow."""

from __future__ import annotations

from random import Random
from typing import Final

from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import synthetic
from swp_domain.actor import Actor, BodyKind
from swp_domain.decision import Decision
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts, enquiry_duty
from swp_domain.law.care_act_2014.s68_advocacy import EnquiryInvolvementFacts
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
    EnquiryAdvocateArranged,
    EnquiryClosed,
    EnquiryDecided,
    EnquiryInvolvementConsidered,
    EnquiryOpened,
    EnquiryOutcomeTold,
    OutcomesAsked,
    ReferrerTold,
    SafeguardingPlanAgreed,
    SafeguardingPlanReviewed,
)
from swp_domain.safeguarding.vocabulary import AbuseType, EnquiryOutcome, Location, NoEnquiryGround, RiskSource


def concern(pen: Pen) -> None:
    """A concern, and what the council decided on it; now and then against the law, on paper."""
    which = pen.named("concern")
    provider = Party(kind=BodyKind.PROVIDER, relation="home care")
    kinds = (pen.chance.choice(tuple(AbuseType)),)
    location, source = pen.chance.choice(tuple(Location)), pen.chance.choice(tuple(RiskSource))
    named, place = _named(Random(f"{pen.key}/{which}"), location, source)
    told = ConcernReceived(
        concern=which,
        raised_by=provider,
        types=kinds,
        account=synthetic("bruises that nobody explains"),
        location=location,
        risk_source=source,
        provider=named,
        location_name=place,
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


_PROVIDERS: Final = ("Oldfield Care (invented)", "Northmere Homes (invented)", "Wherry Support (invented)")
_HOMES: Final = {
    "Northmere Homes (invented)": "Linden House (invented)",
    "Oldfield Care (invented)": "The Limes (invented)",
}


def _named(chance: Random, location: Location, source: RiskSource) -> tuple[str, str]:
    """The provider and the place that a concern names, where the risk comes from a provider; now and then neither."""
    if source is not RiskSource.SERVICE_PROVIDER or chance.random() < 0.1:
        return "", ""
    provider = chance.choices(_PROVIDERS, (2, 5, 3))[0]
    at_home = location in (Location.NURSING_HOME, Location.RESIDENTIAL_HOME)
    return provider, _HOMES.get(provider, "") if at_home else ""


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
    expressed = pen.maybe(0.7)
    # What the record of an enquiry holds besides is drawn apart.
    chance = Random(f"{pen.key}/{which}")
    asks = chance.random() < 0.85
    if asks:
        pen.tell(OutcomesAsked(enquiry=which, when=AskedWhen.START, asked=adult, expressed=expressed))
    _involved(pen, which, kind, chance, who)
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
    plan = pen.named("safeguarding-plan") if acts is ActionOutcome.ACTION and chance.random() < 0.7 else ""
    if plan:
        pen.tell(SafeguardingPlanAgreed(plan=plan, enquiry=which))
    achieved, lacked = pen.chance.choice(tuple(Achieved)), pen.chance.choice(tuple(LackedCapacity))
    ended = EnquiryClosed(
        enquiry=which,
        risk_after=pen.chance.choice(tuple(RiskAfter)),
        achieved=achieved if asks and expressed else None,
        lacked_capacity=lacked,
        supported=chance.random() < 0.8 if lacked is LackedCapacity.YES else None,
        decision=Decision(outcome=EnquiryEnd.CONCLUDED, reasons=synthetic("what it was made for is decided")),
    )
    pen.tell(ended, by=who)
    pen.after(0, 10)
    pen.tell(EnquiryOutcomeTold(enquiry=which, told=adult))
    if plan and chance.random() < 0.8:
        pen.after(40, 90)
        pen.tell(SafeguardingPlanReviewed(plan=plan, risk=RiskAfter.REDUCED, goes_on=False))


def _involved(pen: Pen, enquiry: str, kind: EnquiryKind, chance: Random, who: Actor) -> None:
    """How far the adult can be involved, most of the time; an advocate where one is owed."""
    if kind is not EnquiryKind.SECTION_42 or chance.random() < 0.25:
        return
    hard, somebody = chance.random() < 0.4, chance.random() < 0.5
    facts = EnquiryInvolvementFacts(
        difficulty_understanding=False,
        difficulty_retaining=False,
        difficulty_weighing=hard,
        difficulty_communicating=False,
        appropriate_person=somebody,
    )
    pen.tell(EnquiryInvolvementConsidered(enquiry=enquiry, involvement=facts))
    if hard and not somebody:
        pen.after(1, 12)
        advocate = Party(kind=BodyKind.REPRESENTATIVE, relation="independent advocate")
        decision = Decision(outcome=advocate, reasons=synthetic("the advocacy service has somebody"))
        pen.tell(EnquiryAdvocateArranged(enquiry=enquiry, independent=True, decision=decision), by=who)


def _decided(
    which: str, facts: SafeguardingFacts, outcome: EnquiryOutcome, reasons: str, *grounds: NoEnquiryGround
) -> EnquiryDecided:
    decision = Decision(outcome=outcome, reasons=reasons, views=synthetic("wants to be left in peace"))
    return EnquiryDecided(concern=which, suspected=facts, grounds=grounds, decision=decision)
