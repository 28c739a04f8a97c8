"""A pilot's life as a scenario: its practice and its cases, written so that the engine judges every entry."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cached_property
from itertools import groupby
from random import Random
from typing import Final, cast

from swp_adapters.casework import Casework
from swp_adapters.pilots.cases import CasePen, lived
from swp_adapters.pilots.pilot import Pilot
from swp_adapters.pilots.staff import COUNCIL_BEGINS, PilotStaff, register_passed
from swp_adapters.pilots.told import Mark
from swp_adapters.testing.council import Council
from swp_adapters.testing.recording import Filled, fill
from swp_adapters.testing.sent import Sent
from swp_adapters.testing.staff import LEADS_MAY_APPROVE, Staff
from swp_adapters.testing.words import synthetic
from swp_domain.actor import Actor
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.governance.events import (
    AccountablePersonAppointed,
    CouncilToldOfAccountablePerson,
)
from swp_domain.governance.vocabulary import Appointment
from swp_domain.law.fair_access_to_care.bands import Band
from swp_domain.practice.events import ApprovalLimitSet, ThresholdSet
from swp_domain.proposal import Proposal, Submission, propose

_ENOUGH_FOR_TWO: Final = 200
"""From how many cases on it takes longer to judge them than to begin a second process."""

_INVENTED: Final = synthetic("the people of the practice are invented")


@dataclass(frozen=True)
class Scenario(Council):
    """A pilot lived: the same for the same seed, each case on its own. ``of`` makes one."""

    pilot: Pilot = field(kw_only=True)

    @classmethod
    def of(cls, pilot: Pilot, seed: int = 0) -> Scenario:
        """The scenario of a pilot, from the first day of its contract to the last that is told."""
        return cls(seed, pilot.first, pilot.cases.until, calls=False, pilot=pilot)

    @property
    def key(self) -> str:
        """The beginning of the name of every file: the pilot, and the seed where one was asked for."""
        return f"{self.pilot.name}-{self.seed}" if self.seed else self.pilot.name

    @cached_property
    def staff(self) -> Staff:
        """Everybody who works for the practice and the council."""
        return PilotStaff(self.pilot, self.key)

    @property
    def people(self) -> PilotStaff:
        """The same, as a pilot's."""
        return cast("PilotStaff", self.staff)

    def life(self, number: int) -> list[Sent]:
        """Case ``number``, in order of recording."""
        chance = Random(f"{self.pilot.name}/{self.seed}/{number}")
        pen = CasePen(self.pilot, self.people, self.name(number), chance, number)
        lived(pen)
        return pen.written()

    def established(self) -> Iterator[Sent]:
        """The practice's own file: its contract and all that came of it, and its people, day by day."""
        told = sorted(self._told_of_practice(), key=lambda one: one[0])
        for day, proposals in groupby(told, key=lambda one: one[0]):
            moment = datetime.combine(day, time(9), UTC)
            yield Sent(Submission(f"{self.staff.file}/{day}", tuple(one for _, one in proposals)), moment)

    def _told_of_practice(self) -> Iterator[tuple[date, Proposal[Event]]]:
        """What happened to the practice; of one day in this order."""
        people, pilot, first = self.people, self.pilot, self.pilot.first
        own, all_desks = people.desks, (people.council_desk, *people.desks)
        before = pilot.life[0].on - COUNCIL_BEGINS
        for one in (*people.joined((people.council_desk,), before), ThresholdSet(threshold=Band.SUBSTANTIAL)):
            yield self._invented(before, one)
        passed = register_passed()
        if before < passed <= pilot.cases.until:
            for one in people.taken_over(all_desks if first < passed else (people.council_desk,), passed):
                yield self._invented(passed, one)
        for happened, event in pilot.events():
            because = synthetic(happened.note or "invented") if happened.mark is Mark.SYNTHETIC else happened.where
            because = because if happened.mark is Mark.SYNTHETIC else f"{happened.mark.value.capitalize()}: {because}"
            yield happened.on, self._proposed(happened.on, event, people.acting(happened.by), because)
        for one in people.joined(own, first):
            yield self._invented(first, one)
        for desk in all_desks:
            yield self._invented(first, ApprovalLimitSet(member=desk.lead.id, weekly=LEADS_MAY_APPROVE))
        yield from self._accountable(first)
        if pilot.ended is not None:
            for one in people.left():
                yield self._invented(pilot.ended, one)

    def _accountable(self, first: date) -> Iterator[tuple[date, Proposal[Event]]]:
        """One named person, of whom the council is told; with the contract that ends too."""
        people = self.people
        decision = Decision(outcome=Appointment.APPOINTED, reasons=synthetic("leads the team"))
        named = AccountablePersonAppointed(member=people.accountable.id, decision=decision)
        told = CouncilToldOfAccountablePerson(member=people.accountable.id)
        for one in (named, told):
            yield first, self._proposed(first, one, people.support.lead, _INVENTED)

    def _invented(self, on: date, event: Event) -> tuple[date, Proposal[Event]]:
        return on, self._proposed(on, event, self.staff.clerk, _INVENTED)

    def _proposed(self, on: date, event: Event, by: Actor, because: str) -> Proposal[Event]:
        people = self.people
        clerk = people.as_on(people.clerk, on)
        recorded_by = people.as_on(by, on) if by.kind.ours else clerk
        return propose(people.file, event, people.as_on(by, on), on, recorded_by=recorded_by, reason=because)


def live(casework: Casework, pilot: Pilot, cases: int | None = None, *, seed: int = 0) -> Filled:
    """Write the life of a pilot into a record: its practice, and so many invented cases; done before, it does nothing.

    Args:
        casework: the record.
        pilot: which.
        cases: how many; tens, as its data says, unless told.
        seed: another makes other cases, and another file of the practice.

    Raises:
        Refusal: the engine does not let something of it in.
    """
    number = pilot.cases.number if cases is None else cases
    processes = min(2, os.cpu_count() or 1) if number > _ENOUGH_FOR_TWO else 1
    return fill(casework, Scenario.of(pilot, seed), number, processes=processes)
