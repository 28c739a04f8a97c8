"""Safeguarding concerns and the Court of Protection, as far as the record has stages for them."""

from __future__ import annotations

from swp_adapters.exchange import chronology_needs as needs
from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import COUNCIL, council_acts, kind_of
from swp_adapters.exchange.chronology_desk import NOT_YET, Desk
from swp_domain.actor import Actor, BodyKind
from swp_domain.court.events import ApplicationMade, OrderMade, OrderReviewed
from swp_domain.court.vocabulary import ApplicationKind, OrderOutcome
from swp_domain.decision import Decision
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts, enquiry_duty
from swp_domain.party import Party
from swp_domain.safeguarding.events import ConcernReceived, EnquiryDecided
from swp_domain.safeguarding.vocabulary import EnquiryOutcome

_COURT = Actor(id="court", kind=BodyKind.COURT, body="Court of Protection")
_DECIDE = "decide on the concern"


def concern(desk: Desk, source: Happening) -> str | None:
    """A concern, on the day on which the council learned of it."""
    raised_by = Party(kind=kind_of(source.by))
    desk.put(ConcernReceived(concern=desk.new("concern"), raised_by=raised_by), source, on=source.known)
    return None


def decided(desk: Desk, source: Happening) -> str | None:
    """A decision on every concern that waits for one; an enquiry that follows shows what it was."""
    said = (source.decision or source.result or "").lower()
    follows = any(one.act == "enquiry-started" and one.statutory for one in desk.later_than(source))
    if "no" in said.split() or said.startswith("no-"):
        outcome = EnquiryOutcome.NO_ENQUIRY
    elif follows or said in ("enquire", "enquiry", "section-42", "s42", "yes"):
        outcome = EnquiryOutcome.ENQUIRE
    else:
        outcome = EnquiryOutcome.OTHER_ENQUIRY
    _decide(desk, source, outcome)
    return None


def enquired(desk: Desk, source: Happening) -> str | None:
    """An enquiry by the council was decided on at the latest when it began, or ended."""
    if council_acts(source.by):
        _decide(desk, source, EnquiryOutcome.ENQUIRE if source.statutory else EnquiryOutcome.OTHER_ENQUIRY)
    return None


def met(desk: Desk, source: Happening) -> str | None:
    """Before there was a duty to enquire, the strategy meeting was where a response was decided on."""
    if council_acts(source.by) and not enquiry_duty.in_force(source.occurred.earliest):
        _decide(desk, source, EnquiryOutcome.OTHER_ENQUIRY)
        return None
    return NOT_YET


def applied(desk: Desk, source: Happening) -> str | None:
    """An application; the right kind, by the council, brings every order back that was to come back."""
    other = source.type == "other"
    event = ApplicationMade(
        application=desk.new("application"),
        kind=ApplicationKind.OTHER if other else ApplicationKind.WELFARE,
        applicant=kind_of(source.by),
    )
    desk.put(event, source)
    if council_acts(source.by) and not other:
        _brought_back(desk, source)
    return None


def heard(desk: Desk, source: Happening) -> str | None:
    """A hearing: the case is before the court again, and with it what it ordered."""
    _brought_back(desk, source)
    return None


def ordered(desk: Desk, source: Happening) -> str | None:
    """An order replaces what was to come back, and may name a day of its own."""
    _brought_back(desk, source)
    event = OrderMade(
        order=desk.new("order"),
        review_by=source.review_by.latest if source.review_by else None,
        expires_on=source.valid_to.latest if source.valid_to else None,
        decision=Decision(outcome=OrderOutcome.GRANTED),
    )
    desk.put(event, source, by=_COURT)
    if source.assessment_by:
        needs.ordered(desk, source)
    return None


def _brought_back(desk: Desk, source: Happening) -> None:
    for duty in desk.file.ledger:
        if duty.duty == "bring the order back to the court" and duty.met_on is None:
            desk.put(OrderReviewed(order=duty.subject), source, by=_COURT)


def _decide(desk: Desk, source: Happening, outcome: EnquiryOutcome) -> None:
    # To decide on a section 42 enquiry is to say that its three limbs are met; nothing else is told of them.
    shown = True if outcome is EnquiryOutcome.ENQUIRE else None
    suspected = SafeguardingFacts(has_needs=shown, at_risk=shown, unable_to_protect=shown)
    for duty in desk.file.ledger:
        if duty.duty == _DECIDE and duty.met_on is None:
            event = EnquiryDecided(concern=duty.subject, suspected=suspected, decision=Decision(outcome=outcome))
            desk.put(event, source, on=needs.since(source, duty), by=COUNCIL)
