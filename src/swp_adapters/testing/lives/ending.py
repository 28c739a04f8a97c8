"""How a case ends."""

from __future__ import annotations

from swp_adapters.testing.pen import Over, Pen
from swp_adapters.testing.words import synthetic
from swp_domain.case.events import CaseClosed, PersonDied
from swp_domain.case.vocabulary import ClosureOutcome
from swp_domain.decision import Decision


def closed(pen: Pen, outcome: ClosureOutcome, why: str) -> None:
    """The case is closed, with reasons; nothing is told of it any more."""
    pen.ends()
    pen.after(1, 14)
    pen.tell(CaseClosed(decision=Decision(outcome=outcome, reasons=synthetic(why))))
    raise Over


def died(pen: Pen) -> None:
    """The adult died; sometimes that is heard of weeks later, while others go on recording."""
    pen.ends(died=True)
    late = pen.chance.randint(20, 60) if pen.maybe(0.2) else None
    pen.tell(PersonDied(cause_known=True), by=pen.staff.front_door.lead, late=late)
    if late is not None:
        pen.after(late + 1, late + 10)
    closed(pen, ClosureOutcome.DIED, "the adult died")
