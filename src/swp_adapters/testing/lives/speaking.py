"""Notes, and complaints with their answers."""

from __future__ import annotations

from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import about, synthetic
from swp_domain.actor import BodyKind
from swp_domain.complaints.events import ComplaintAcknowledged, ComplaintReceived, ComplaintResponded
from swp_domain.complaints.vocabulary import ComplaintOutcome
from swp_domain.correspondence.events import NoteMade
from swp_domain.decision import Decision
from swp_domain.party import Party


def note(pen: Pen) -> None:
    """A case note."""
    pen.after(0, 12)
    pen.tell(NoteMade(note=synthetic(f"a visit; spoke about {about(pen.chance)}")))


def complaint(pen: Pen) -> None:
    """Somebody complains, is told that it was received, and is answered; some wait longer than they should."""
    which = pen.named("complaint")
    by = Party(kind=BodyKind.FAMILY, relation="daughter")
    told = ComplaintReceived(complaint=which, made_by=by, oral=False, about=synthetic("visits came late"))
    pen.tell(told, by=pen.staff.front_door.lead)
    pen.after(0, 2)
    pen.tell(ComplaintAcknowledged(complaint=which, handling_offered=True), by=pen.staff.front_door.lead)
    pen.after(10, 90)
    outcome = pen.chance.choice(tuple(ComplaintOutcome))
    decision = Decision(outcome=outcome, reasons=synthetic("the rota was looked at"))
    pen.tell(ComplaintResponded(complaint=which, decision=decision), by=pen.staff.council_desk.lead)
