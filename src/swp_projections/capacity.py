"""Each decision that somebody may be unable to take: who assessed, what was found, and what rests on it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from swp_domain.capacity import STAGE
from swp_domain.capacity.events import (
    BestInterestsDecided,
    CapacityAssessed,
    CapacityDecisionNamed,
    CapacityDoubted,
)
from swp_domain.capacity.side_by_side import contradictory
from swp_domain.capacity.state import CapacityState, InQuestion
from swp_domain.entry import AnyEntry
from swp_domain.law.dates import ONE_DAY
from swp_projections.projection import Projection, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityRow(Row):
    """One assessment of one decision, beside every other of it; a decision that nobody assessed has one row.

    There is no row about a person: whoever asks whether somebody can decide names the decision and the day. The four
    abilities say whether the person is *able* to do each. ``opposite_of`` are the days of the assessments that this
    one contradicts, within the time in which that asks for an explanation. ``in_force_to`` is its last day before
    another took its place. ``best_interests_doubt`` is why the decision in best interests beside it has nothing to
    rest on, as the record now stands: no assessment bore it out on its day, or a later one says something else.
    """

    decision: str
    matter: str = ""
    named_on: date | None = None
    doubted_on: date | None = None
    assessed_on: date | None = None
    assessor: str = ""
    assessor_kind: str = ""
    result: str = ""
    understands: bool | None = None
    retains: bool | None = None
    uses_or_weighs: bool | None = None
    communicates: bool | None = None
    impairment: bool | None = None
    because_of_it: bool | None = None
    helped_to_decide: bool | None = None
    fluctuates: bool | None = None
    look_again_on: date | None = None
    in_force_to: date | None = None
    opposite_of: str = ""
    counts: bool = True
    best_interests: str = ""
    best_interests_on: date | None = None
    best_interests_outcome: str = ""
    best_interests_doubt: str = ""

    def in_force(self, as_at: date) -> bool:
        """Whether it is the assessment, or one of those, that a day goes by."""
        if self.assessed_on is None or not self.counts or as_at < self.assessed_on:
            return False
        replaced = self.in_force_to is not None and self.in_force_to < as_at
        stale = self.look_again_on is not None and self.look_again_on < as_at
        return not replaced and not stale

    def standing(self, as_at: date) -> str:
        """``not assessed``, ``in force``, ``opposite findings``, ``replaced``, ``void``; or past its last day."""
        if self.assessed_on is None or as_at < self.assessed_on:
            return "not assessed"
        if not self.counts:
            return "void"
        if self.in_force(as_at):
            return "opposite findings" if self.opposite_of else "in force"
        return "replaced" if self.in_force_to is not None and self.in_force_to < as_at else "to be looked at again"


class Capacity(Projection[CapacityRow]):
    """Every assessment of every decision in question, side by side, with the decision that rests on it."""

    name = "capacity"
    version = 2
    row = CapacityRow
    stepwise = False

    def concerned(self, entry: AnyEntry) -> bool:
        """What the stage declares."""
        return isinstance(entry.event, STAGE.event_types)

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[CapacityRow]:
        """A row for each assessment, and one for each decision that was not assessed."""
        mine = [entry for entry in told if isinstance(entry.event, STAGE.event_types)]
        state = CapacityState()
        for entry in mine:
            state = STAGE.evolve(state, entry)
        rows: dict[str, CapacityRow] = {}
        assessed: dict[str, list[AnyEntry]] = {}
        for entry in mine:
            match entry.event:
                case CapacityAssessed(capacity_decision=which):
                    assessed.setdefault(which, []).append(entry)
                    rows.setdefault(which, _begun(file, which))
                case _ if (row := _applied(file, rows, entry)) is not None:
                    rows[row.decision] = row
        for which, row in rows.items():
            row = _doubted(row, state.decisions.get(which, InQuestion()))
            entries = assessed.get(which, [])
            if entries:
                yield from _side_by_side(row, entries, state.decisions.get(which, InQuestion()))
            else:
                yield row


def _begun(file: str, which: str) -> CapacityRow:
    return CapacityRow(file=file, key=which, decision=which)


def _applied(file: str, rows: dict[str, CapacityRow], entry: AnyEntry) -> CapacityRow | None:
    """The row of a decision after what is told of the decision itself."""
    on = entry.occurred_on
    match entry.event:
        case CapacityDecisionNamed(capacity_decision=which, matter=matter):
            return replace(rows.get(which, _begun(file, which)), matter=matter.value, named_on=on)
        case CapacityDoubted(capacity_decision=which):
            return replace(rows.get(which, _begun(file, which)), doubted_on=on)
        case BestInterestsDecided(rests_on=which, best_interests=name, decision=decision):
            return replace(
                rows.get(which, _begun(file, which)),
                best_interests=name,
                best_interests_on=on,
                best_interests_outcome=decision.outcome.value,
            )
    return None


def _doubted(row: CapacityRow, one: InQuestion) -> CapacityRow:
    """A decision in best interests rests on incapacity: on its day, and for as long as somebody goes by it."""
    decided_on = row.best_interests_on
    if decided_on is None:
        return row
    then = one.found(decided_on)
    if not then.bears_incapacity:
        return replace(row, best_interests_doubt=f"on its day: {then.value}")
    later = max((kept.on for kept in one.assessed if kept.on > decided_on), default=None)
    now = one.found(later) if later else then
    says = "" if later is None or now.bears_incapacity else f"since {later}: {now.value}"
    return replace(row, best_interests_doubt=says)


def _side_by_side(row: CapacityRow, entries: list[AnyEntry], one: InQuestion) -> Iterator[CapacityRow]:
    pairs = contradictory(one)
    counted = iter(one.assessed)
    days = [kept.on for kept in one.assessed]
    for entry in entries:
        told = entry.event
        if not isinstance(told, CapacityAssessed):
            continue
        mine = next(counted) if entry.counts else None
        others = sorted({str(b.on if a is mine else a.on) for a, b in pairs if mine is not None and mine in (a, b)})
        later = [day for day in days if day > entry.occurred_on]
        yield replace(
            row,
            key=f"{row.decision}|{entry.entry_id}",
            assessed_on=entry.occurred_on,
            assessor=entry.by.id,
            assessor_kind=entry.by.kind.value,
            result=told.decision.outcome.value,
            **told.found.model_dump(),
            helped_to_decide=told.support.practicable_steps_taken,
            fluctuates=told.fluctuates,
            look_again_on=told.look_again_on,
            in_force_to=min(later) - ONE_DAY if later else None,
            opposite_of=", ".join(others),
            counts=entry.counts,
        )
