"""The Court of Protection, as far as the record has stages for it."""

from __future__ import annotations

from swp_adapters.exchange import chronology_needs as needs
from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import council_acts, kind_of
from swp_adapters.exchange.chronology_desk import Desk
from swp_domain.actor import Actor, BodyKind
from swp_domain.court.events import ApplicationMade, OrderMade, OrderReviewed
from swp_domain.court.vocabulary import ApplicationKind, OrderOutcome
from swp_domain.decision import Decision

_COURT = Actor(id="court", kind=BodyKind.COURT, body="Court of Protection")


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
