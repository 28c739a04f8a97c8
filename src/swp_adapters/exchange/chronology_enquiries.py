"""What is put on the desk about an enquiry: what was decided, that it began, and that it came to something."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from swp_adapters.exchange import chronology_needs as needs
from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import COUNCIL
from swp_adapters.exchange.chronology_desk import Desk, Weight
from swp_domain.decision import Decision
from swp_domain.duty import Duty
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts, enquiry_duty
from swp_domain.law.dates import PartialDate
from swp_domain.safeguarding.enquiry_vocabulary import ActionOutcome, EnquiryKind
from swp_domain.safeguarding.events import ActionDecided, ConcernJoined, EnquiryDecided, EnquiryOpened
from swp_domain.safeguarding.vocabulary import EnquiryOutcome

DECIDE: Final = "decide on the concern"
MAKE: Final = "make the enquiry that was decided on"
REVIEW: Final = "review the safeguarding plan"
ENDS: Final = frozenset(
    {
        "decide what action is to be taken",
        "bring the other enquiry to its end",
        "bring the investigation to its end",
    }
)
"""What is owed of an enquiry that began."""
_ENQUIRES: Final = ("enquire", "enquiry", "section-42", "section 42", "s42", "s.42", "yes")
_DECLINES: Final = ("not met", "not-met", "nfa", "closed", "screened", "signpost", "threshold", "declin", "unfounded")


def outcome_of(desk: Desk, source: Happening) -> EnquiryOutcome:
    """What was decided, by its words, or by what followed."""
    said = (source.decision or source.result or "").lower()
    if "no" in said.split() or said.startswith("no-") or any(word in said for word in _DECLINES):
        return EnquiryOutcome.NO_ENQUIRY
    follows = any(one.act == "enquiry-started" and one.statutory for one in desk.later_than(source))
    if (follows or said in _ENQUIRES) and enquiry_duty.in_force(source.occurred.earliest):
        return EnquiryOutcome.ENQUIRE
    return EnquiryOutcome.OTHER_ENQUIRY


def decision_shown(source: Happening) -> EnquiryOutcome:
    """The decision that an enquiry of the council shows: before April 2015 none was made under section 42."""
    statutory = source.statutory and enquiry_duty.in_force(source.occurred.earliest)
    return EnquiryOutcome.ENQUIRE if statutory else EnquiryOutcome.OTHER_ENQUIRY


def decide(desk: Desk, source: Happening, outcome: EnquiryOutcome) -> None:
    """A decision on every concern that waits for one; what is told of it is the outcome alone."""
    # To decide on a section 42 enquiry is to say that its three limbs are met; nothing else is told of them.
    shown = True if outcome is EnquiryOutcome.ENQUIRE else None
    suspected = SafeguardingFacts(has_needs=shown, at_risk=shown, unable_to_protect=shown)
    for duty in owed_before(desk, source, {DECIDE}):
        event = EnquiryDecided(concern=duty.subject, suspected=suspected, decision=Decision(outcome=outcome))
        weight = Weight.IMPLIED if _implied(desk, duty) else Weight.FACT
        desk.put(event, source, on=needs.since(source, duty), by=COUNCIL, weight=weight)


def begin(desk: Desk, source: Happening, *, always: bool = False, weight: Weight = Weight.FACT) -> None:
    """One enquiry into all that was decided on and has none; ``always``: into what came last, if into nothing else."""
    waiting = owed_before(desk, source, {MAKE})
    known = list(desk.file.safeguarding.concerns)
    if not waiting and not always:
        return
    enquiry = desk.new("enquiry")
    first = waiting[0].subject if waiting else (known[-1] if known else desk.new("concern"))
    outcome = desk.file.safeguarding.concerns[first].outcome if first in known else decision_shown(source)
    kind = EnquiryKind.SECTION_42 if outcome is EnquiryOutcome.ENQUIRE else EnquiryKind.OTHER
    on = needs.since(source, waiting[0] if waiting else None)
    desk.put(EnquiryOpened(enquiry=enquiry, concern=first, kind=kind), source, on=on, weight=weight)
    for duty in waiting[1:]:
        joined = ConcernJoined(concern=duty.subject, enquiry=enquiry)
        desk.put(joined, source, on=needs.since(source, duty), weight=weight)


def came_to_something(desk: Desk, source: Happening) -> None:
    """Every enquiry that is still owed its end came to something by then."""
    for enquiry in open_enquiries(desk):
        if duty := end_of(desk, enquiry):
            acted(desk, source, enquiry, needs.since(source, duty))


def acted(desk: Desk, source: Happening, enquiry: str, on: PartialDate) -> None:
    """It was decided what an enquiry leads to, as what is told shows."""
    event = ActionDecided(enquiry=enquiry, decision=Decision(outcome=ActionOutcome.ACTION))
    desk.put(event, source, on=on, by=COUNCIL, weight=Weight.IMPLIED)


def open_enquiries(desk: Desk) -> list[str]:
    """The enquiries that are not closed, by identifier."""
    return [name for name, one in desk.file.safeguarding.enquiries.items() if one.closed_on is None]


def end_of(desk: Desk, enquiry: str) -> Duty | None:
    """What is still owed of an enquiry that began."""
    owed = (one for one in desk.file.ledger if one.duty in ENDS and one.subject == enquiry and one.met_on is None)
    return next(owed, None)


def owed_before(desk: Desk, source: Happening, names: set[str]) -> list[Duty]:
    """What of these waited before, or could have, when something was done."""
    found: Iterator[Duty] = (one for one in desk.file.ledger if one.duty in names and one.met_on is None)
    return [one for one in found if one.opened_on <= source.occurred.latest]


def _implied(desk: Desk, duty: Duty) -> bool:
    return all(desk.weights.get(one.entry_id) is Weight.IMPLIED for one in duty.openers)
