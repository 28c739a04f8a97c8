"""When another body became responsible for a case, and which entry of which practice's file moved it.

What moves a case is in the files of the practices; nothing here is told by the case but to whom it belongs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from swp_domain.actor import BodyKind
from swp_domain.belonging import Belonging
from swp_domain.entry import AnyEntry
from swp_domain.history import history
from swp_domain.law.dates import ONE_DAY
from swp_domain.practice.answerable import Answerable
from swp_domain.practice.standing import Standing
from swp_domain.practice.state import PracticeState, evolve


@dataclass(frozen=True, slots=True)
class Moved:
    """Another body is responsible for a case from a day on, and why.

    ``practice`` is the file in which ``entry`` stands that moved it. ``ran_out`` is whether that entry had set a last
    day, and the day before was it: then nothing was recorded of the day itself.
    """

    on: date
    before: Answerable
    after: Answerable
    practice: str
    entry: AnyEntry
    ran_out: bool = False


@dataclass(frozen=True, slots=True)
class _Step:
    """The arrangements of one file after an entry that changed them."""

    practice: str
    entry: AnyEntry
    state: PracticeState


@dataclass(frozen=True, slots=True)
class _Stage:
    """How things stood at one moment of a day, and what brought it about."""

    standing: Standing
    by: _Step | None = None
    ran_out: bool = False


class Moves:
    """Every day on which the practices' files can have moved responsibility, as they are now known."""

    def __init__(self, practices: Mapping[str, Sequence[AnyEntry]]) -> None:
        self._steps = {name: list(_steps(name, entries)) for name, entries in sorted(practices.items())}
        self._days: dict[date, list[_Stage]] = {}
        changed = {step.entry.occurred_on for steps in self._steps.values() for step in steps}
        ran_out = {last + ONE_DAY for steps in self._steps.values() for one in steps for _, last in _ends(one.state)}
        self.days: tuple[date, ...] = tuple(sorted(changed | ran_out))

    def of(self, on: date, before: Belonging, after: Belonging) -> Moved | None:
        """How a case moved on a day by what stands in a practice's file, or ``None`` if nothing there moved it.

        Args:
            on: the first day on which another body is responsible.
            before: to whom the case belonged at the end of the day before.
            after: the same at the end of the day, without what notices of that day say.

        Where several entries of a day tell of it, the one counts that brought about how it then stood.
        """
        stages = self._on(on)
        was = stages[0].standing.answerable(before)
        bodies = [one.standing.answerable(after) for one in stages]
        if _same(was, bodies[-1]):
            return None
        for place in range(len(stages) - 1, 0, -1):
            stage = stages[place]
            if stage.by is not None and bodies[place].body != bodies[place - 1].body:
                return Moved(on, was, bodies[-1], stage.by.practice, stage.by.entry, stage.ran_out)
        return None

    def untold(self, on: date, practice: str, belonging: Belonging) -> bool:
        """Whether a practice's file changed that day, and whom that reaches turns on what a case does not tell."""
        stages = self._on(on)
        if not any(one.by is not None and one.by.practice == practice for one in stages):
            return False
        of = (belonging.client_groups, belonging.area)
        return any(
            extent.holds(*of) is None
            for one in stages
            for state in one.standing.practices
            for extent in (*(kept.extent for kept in state.cohorts.values()), *state.served)
        )

    def _on(self, on: date) -> list[_Stage]:
        """The day before; the day as it began; and the day after each entry that changed anything."""
        if on not in self._days:
            self._days[on] = list(self._stages(on))
        return self._days[on]

    def _stages(self, on: date) -> Iterator[_Stage]:
        states: dict[str, PracticeState] = {}
        today: list[_Step] = []
        ran_out: _Step | None = None
        for name, steps in self._steps.items():
            earlier = [one for one in steps if one.entry.occurred_on < on]
            today += (one for one in steps if one.entry.occurred_on == on)
            if earlier:
                states[name] = earlier[-1].state
                ran_out = ran_out or _set_last_day(earlier, on - ONE_DAY)
        yield _Stage(_standing(states, on - ONE_DAY))
        yield _Stage(_standing(states, on), ran_out, ran_out=True)
        for step in today:
            states[step.practice] = step.state
            yield _Stage(_standing(states, on), step)


def _standing(states: Mapping[str, PracticeState], on: date) -> Standing:
    return Standing(on, tuple(state.on(on) for _, state in sorted(states.items())))


def _steps(practice: str, entries: Sequence[AnyEntry]) -> Iterator[_Step]:
    state = PracticeState()
    for entry in history(entries):
        known = _arranged(state)
        state = evolve(state, entry)
        if _arranged(state) != known:
            yield _Step(practice, entry, state)


def _arranged(state: PracticeState) -> tuple[Any, ...]:
    """All of a practice on which it turns who is responsible."""
    parties = (state.council, state.practice, state.until)
    ended = (state.returned_to, state.former_council, state.former_practice, state.ended_on, state.served)
    return parties, ended, state.delegations, state.cohorts


def _ends(state: PracticeState) -> list[tuple[str, date]]:
    """Every last day that was set: of the contract, and of each authorisation."""
    found = [("", state.until), *((which, one.period.last) for which, one in state.delegations.items())]
    return [(which, last) for which, last in found if last is not None]


def _set_last_day(steps: Sequence[_Step], last: date) -> _Step | None:
    """The entry that set a last day which still stood when it came."""
    for which in (one for one in _ends(steps[-1].state) if one[1] == last):
        place = len(steps) - 1
        while place > 0 and which in _ends(steps[place - 1].state):
            place -= 1
        return steps[place]
    return None


def _same(one: Answerable, other: Answerable) -> bool:
    """Whether nothing moved: the council may have had no name on record, and is the council all the same."""
    return one.body == other.body or one.kind is other.kind is BodyKind.COUNCIL
