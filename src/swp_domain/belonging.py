"""Whose a case is, as its own file tells it: every decision in it is held against that."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Answer:
    """An answer of the council to a decision that it reserved; ``weekly`` in pounds a week, where told.

    ``reference`` is what it answers; empty where it spoke unasked.
    """

    entry_id: str
    on: date
    agreed: bool
    weekly: Decimal | None = None
    reference: str = ""

    def covers(self, amount: Decimal | None) -> bool | None:
        """Whether it agrees to an amount, in pounds a week; ``None`` where that turns on what was not told."""
        if not self.agreed:
            return False
        if self.weekly is None:
            return True
        return None if amount is None else amount <= self.weekly


@dataclass(frozen=True)
class Urgent:
    """A reserved decision that was referred because it cannot wait, and the day of that."""

    entry_id: str
    on: date
    reference: str


@dataclass(frozen=True)
class Belonging:
    """To which cohort an adult belongs, and what the council kept, agreed or took back, on a day.

    ``answers`` and ``emergencies`` are by the kind of decision: what the council answered, and what was referred
    because it cannot wait, in order. ``moved_to`` is the body that the last notice on the file names.
    """

    client_groups: tuple[str, ...] = ()
    area: str = ""
    answers: dict[str, tuple[Answer, ...]] = field(default_factory=dict)
    emergencies: dict[str, tuple[Urgent, ...]] = field(default_factory=dict)
    taken_back_on: date | None = None
    moved_to: str = ""
    moved_on: date | None = None
    joint_until: date | None = None
    out_of_hours: str = ""
    ratified: dict[str, bool] = field(default_factory=dict)
