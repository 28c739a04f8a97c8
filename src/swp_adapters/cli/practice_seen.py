"""A practice as it stands on a day, read from the entries of its file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from swp_domain.actor import BodyKind
from swp_domain.entry import AnyEntry
from swp_domain.governance.events import (
    AccountablePersonAppointed,
    AccountablePersonStoodDown,
    PartnershipMade,
    PracticeConstituted,
)
from swp_domain.history import history
from swp_domain.law.dates import ONE_DAY
from swp_domain.practice.events import ContractEnded, ContractMade
from swp_domain.practice.state import PracticeState
from swp_domain.practice_file import Practice


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that is told of a practice.

    ``limited_to`` is for whom a function is held. ``mark`` says how sure it is, where that is not the record itself.
    """

    about: str
    says: str
    since: date | None = None
    until: date | None = None
    under: str = ""
    limited_to: str = ""
    mark: str = ""
    source: str = ""


@dataclass(frozen=True)
class Seen:
    """A practice as it stands on a day, with the entries from which it was folded, in the order of the world."""

    file: str
    on: date
    told: Sequence[AnyEntry]

    @classmethod
    def of(cls, file: str, entries: Sequence[AnyEntry], on: date, known_at: date | None = None) -> Seen:
        """A practice from its entries."""
        return cls(file, on, history(entries, as_at=on, known_at=known_at))

    @cached_property
    def folded(self) -> PracticeState:
        """The contract as it was folded, run out or not."""
        return Practice.fold(self.file, self.told).contract

    @cached_property
    def state(self) -> PracticeState:
        """How it stands: a contract that has run out is none."""
        return self.folded.on(self.on)

    @property
    def practice(self) -> str:
        """What it is called, or was while it had a contract."""
        state = self.state
        return state.practice or state.former_practice or self.file

    @property
    def council(self) -> str:
        """Whose functions it has, or had."""
        return self.state.council or self.state.former_council

    def first(self) -> date | None:
        """The first day of the contract, or of the last one."""
        made = [one.occurred_on for one in self.told if isinstance(one.event, ContractMade)]
        return made[-1] if made else None

    def ended(self) -> date | None:
        """The first day without a contract, where it has ended or run out."""
        if self.state.practice or self.first() is None:
            return None
        told = [one.occurred_on for one in self.told if isinstance(one.event, ContractEnded)]
        last = self.folded.until
        return told[-1] if told else (last + ONE_DAY if last else None)

    def accountable(self) -> str:
        """The named person who is accountable for the contract, by their id on the staff."""
        if not self.state.practice:
            return ""
        named = ""
        for one in self.told:
            match one.event:
                case AccountablePersonAppointed(member=who) if one.counts:
                    named = who
                case AccountablePersonStoodDown(member=who) if who == named:
                    named = ""
        return named

    def form(self) -> str:
        """What it is in law."""
        told = [one.event.form.value for one in self.told if isinstance(one.event, PracticeConstituted)]
        return told[-1] if told else ""

    def partnership(self) -> str:
        """The NHS body that exercises functions of the council in between."""
        made = [one.event.nhs_body for one in self.told if isinstance(one.event, PartnershipMade) and one.counts]
        return made[-1] if made else ""

    def functions(self) -> Iterator[Line]:
        """What it may exercise that day, under what, and for whom."""
        for given in self.state.delegations.values():
            for function in given.functions:
                if given.gives(function, self.on):
                    first, last = given.period.first, given.period.last
                    yield Line("function held", function.value, first, last, given.under.value, str(given.extent))

    def staff(self, kind: BodyKind) -> list[str]:
        """The ids of those who work for a body."""
        return [one.id for one in self.state.staff.values() if one.works_for is kind]

    def stands(self) -> str:
        """Whether it is under contract that day."""
        if self.state.practice:
            return "under contract"
        return "ended" if self.first() else "no contract yet"
