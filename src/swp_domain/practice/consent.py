"""What the council said to decisions that it reserved: one agreement is for one decision, and so is one emergency."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from swp_domain.actor import BodyKind
from swp_domain.belonging import Answer, Urgent
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.file import File
from swp_domain.proposal import Proposal

if TYPE_CHECKING:
    from decimal import Decimal

    from swp_domain.practice.standing import Standing


@dataclass(frozen=True, slots=True)
class Open:
    """Agreements to a kind of decision and emergencies in it that no decision has used yet, in the order told.

    ``used`` are the references of emergencies in which the decision was taken: an answer to one is about that
    decision, and lets no other be taken.
    """

    agreements: tuple[Answer, ...] = ()
    emergencies: tuple[Urgent, ...] = ()
    used: frozenset[str] = frozenset()

    def covers(self, amount: Decimal | None) -> bool | None:
        """Whether the council agreed to a decision of an amount; ``None`` where that turns on what was not told."""
        answers = [one.covers(amount) for one in self.agreements]
        return True if True in answers else None if None in answers else False

    def after_answer(self, answer: Answer) -> Open:
        """The same once the council answered: an answer takes the place of what it had said to the same reference.

        Without a reference it takes the place of what the council had said unasked, and ends every emergency. If
        it does not agree then, nothing that it had agreed to stands.
        """
        unasked = not answer.reference
        withdrawn = unasked and not answer.agreed
        kept = () if withdrawn else tuple(one for one in self.agreements if one.reference != answer.reference)
        late = bool(answer.reference) and answer.reference in self.used
        agreements = (*kept, answer) if answer.agreed and not late else kept
        waiting = () if unasked else tuple(one for one in self.emergencies if one.reference != answer.reference)
        return Open(agreements, waiting, self.used)

    def after_decision(self, amount: Decimal | None) -> Open:
        """The same once a decision was taken: it uses the first agreement that covers it, or else an emergency."""
        for certain in (True, None):
            for place, one in enumerate(self.agreements):
                if one.covers(amount) is certain and (certain or not self.emergencies):
                    rest = (*self.agreements[:place], *self.agreements[place + 1 :])
                    return Open(rest, self.emergencies, self.used)
        if not self.emergencies:
            return self
        return Open(self.agreements, self.emergencies[1:], self.used | {self.emergencies[0].reference})


def still_open(file: File, asked: Proposal[Event]) -> Open:
    """What no decision of the same kind has used yet, on the file as it stands on the day of a proposal."""
    kind, belonging = asked.event.name, file.belonging
    if kind not in belonging.answers and kind not in belonging.emergencies:
        return Open()
    said = {one.entry_id: one for one in belonging.answers.get(kind, ())}
    urgent = {one.entry_id: one for one in belonging.emergencies.get(kind, ())}
    found = Open()
    for entry in file.entries:
        if entry.entry_id in said:
            found = found.after_answer(said[entry.entry_id])
        elif entry.entry_id in urgent:
            found = Open(found.agreements, (*found.emergencies, urgent[entry.entry_id]), found.used)
        elif entry.event_name == kind and _uses(entry):
            found = found.after_decision(entry.event.weekly_cost)
    return found


def _uses(entry: AnyEntry) -> bool:
    """Whether a decision needed the council's agreement: what was the practice's own to take uses none."""
    if entry.by.kind is not BodyKind.PRACTICE or not entry.counts:
        return False
    return entry.authority is None or entry.authority.reserved is not False


def agreed(file: File, asked: Proposal[Event]) -> bool | None:
    """Whether the council agreed to this decision, which it reserved."""
    return still_open(file, asked).covers(asked.event.weekly_cost)


def emergency_since(file: File, asked: Proposal[Event]) -> date | None:
    """Since when this decision may be taken because it cannot wait; ``None`` where it may not on that ground."""
    found = still_open(file, asked)
    if found.covers(asked.event.weekly_cost) or not found.emergencies:
        return None
    return found.emergencies[0].on


def can_be_reserved(asked: Proposal[Event]) -> bool:
    """Whether it is a decision of a practice: of no other does the council keep any."""
    return asked.by.kind is BodyKind.PRACTICE and asked.event.taken_by is not None


def reserved(asked: Proposal[Event], standing: Standing) -> bool | None:
    """Whether the contract reserves a practice's decision; ``None`` where that turns on an amount not told."""
    answers = [one.reserves(asked.event.name, asked.event.weekly_cost) for one in standing.reservations(asked.by.body)]
    return True if True in answers else None if None in answers else False
