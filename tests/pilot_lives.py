"""The pilots lived in memory, once, for whoever looks at them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain

from swp_adapters.pilots import Pilot, Scenario, pilot
from swp_adapters.testing.recording import Recorder
from swp_domain.admission import standing_on
from swp_domain.belonging import Belonging
from swp_domain.case.events import CaseClosed
from swp_domain.case_file import CaseFile
from swp_domain.entry import AnyEntry
from swp_domain.history import history
from swp_domain.practice.standing import Standing


@dataclass(frozen=True)
class Lived:
    """A pilot that was lived in memory: its practice, and its cases."""

    pilot: Pilot
    scenario: Scenario
    practices: dict[str, list[AnyEntry]]
    cases: dict[str, list[AnyEntry]]

    @property
    def practice(self) -> list[AnyEntry]:
        """The practice's own file."""
        return self.practices[self.scenario.staff.file]

    def standing(self, on: date) -> Standing:
        return standing_on(on, self.practices)

    def entries(self) -> Iterator[AnyEntry]:
        """Those of every case."""
        return chain.from_iterable(self.cases.values())

    def belonging(self, case: str, on: date) -> Belonging:
        """To which cohort a case belongs, and where it was moved, as its file has it on a day."""
        return CaseFile.fold(case, history(self.cases[case], as_at=on)).belonging

    def open_on(self, on: date) -> list[str]:
        """The cases that were open on a day."""
        return [
            case
            for case, entries in self.cases.items()
            if entries[0].occurred_on <= on
            and not any(isinstance(one.event, CaseClosed) and one.occurred_on <= on for one in entries)
        ]


@cache
def lived(name: str) -> Lived:
    scenario = Scenario.of(pilot(name))
    recorder = Recorder(scenario)
    numbers = range(scenario.pilot.cases.number)
    cases = {scenario.case(number): recorder.entries(number) for number in numbers}
    return Lived(scenario.pilot, scenario, recorder.practices, cases)
