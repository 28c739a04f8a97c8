"""How a case stands: who holds it and since when, how it was closed and opened again, under which law it is."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from swp_domain.case.events import (
    CaseAllocated,
    CaseClosed,
    CaseHandedOver,
    CaseReopened,
    ClosureTold,
    ComplexityChanged,
    OldLawSupportRecorded,
    PersonDied,
    PersonRegistered,
    SupervisionHeld,
    TransitionReviewCompleted,
    WaitRechecked,
    WorkerWithdrawn,
)
from swp_domain.case.vocabulary import ClosureOutcome, Complexity
from swp_domain.decision import Decision
from swp_domain.entry import AnyEntry
from swp_domain.stage import changed


@dataclass(frozen=True)
class Closure:
    """One closure: when, why and by whom, whether the adult was told, and how it was opened again.

    It is never taken away. ``reopening`` is ``None`` where nobody said that the case is open again and
    it was only given to somebody.
    """

    on: date
    by: str
    decision: Decision[ClosureOutcome]
    told_on: date | None = None
    reopened_on: date | None = None
    reopened_by: str = ""
    reopening: CaseReopened | None = None


@dataclass(frozen=True)
class CaseState:
    """A case on a day.

    ``registered`` is who the adult is, with all that was told, and ``registrations`` what was told when.
    ``held_since`` is since when this worker holds it, ``waits_since`` since when a case that was given
    to a team has no worker. A closed case keeps who held it last, until it is opened again.
    """

    registered: PersonRegistered | None = None
    registrations: tuple[tuple[date, PersonRegistered], ...] = ()
    team: str = ""
    worker: str | None = None
    complexity: Complexity | None = None
    held_since: date | None = None
    waits_since: date | None = None
    rechecked_on: date | None = None
    look_again_by: date | None = None
    supervised_on: date | None = None
    closures: tuple[Closure, ...] = ()
    old_law_support: OldLawSupportRecorded | None = None
    transition_review_on: date | None = None
    died_on: date | None = None

    @property
    def closed_on(self) -> date | None:
        """Since when the case is closed; ``None`` while it is open."""
        return next((one.on for one in self.closures if one.reopened_on is None), None)


def evolve(state: CaseState, entry: AnyEntry) -> CaseState:
    """The case after one more entry."""
    on = entry.occurred_on
    match entry.event:
        case PersonRegistered() as told:
            known = _with_what_was_known(told, state.registered)
            return changed(state, registered=known, registrations=(*state.registrations, (on, told)))
        case ComplexityChanged(complexity=complexity):
            return changed(state, complexity=complexity)
        case OldLawSupportRecorded() as support:
            return changed(state, old_law_support=support)
        case TransitionReviewCompleted() if entry.counts:
            return changed(state, transition_review_on=state.transition_review_on or on)
        case PersonDied():
            return changed(state, died_on=state.died_on or on)
        case CaseClosed() | ClosureTold() | CaseReopened():
            return _ended(state, entry)
    return _held(state, entry)


def _held(state: CaseState, entry: AnyEntry) -> CaseState:
    """Who holds the case, who waits, and who looked."""
    on = entry.occurred_on
    match entry.event:
        case CaseAllocated(team=team, worker=worker, complexity=complexity):
            given = _given(_reopened(state, entry), team, worker, on)
            return changed(given, complexity=complexity or state.complexity)
        case CaseHandedOver(team=team, worker=worker):
            return _given(_reopened(state, entry), team, worker, on)
        case WorkerWithdrawn() if state.closed_on is None:
            return _given(state, state.team, None, on)
        case WaitRechecked(look_again_by=again):
            return changed(state, rechecked_on=on, look_again_by=again)
        case SupervisionHeld():
            return changed(state, supervised_on=on)
    return state


def _given(state: CaseState, team: str, worker: str | None, on: date) -> CaseState:
    """The case with a team and a worker; with none, it waits, and since the day on which the wait began."""
    if worker is None:
        waits = state.waits_since or on
        return changed(state, team=team, worker=None, held_since=None, waits_since=waits)
    held = state.held_since if worker == state.worker else None
    return changed(
        state,
        team=team,
        worker=worker,
        held_since=held or on,
        waits_since=None,
        rechecked_on=None,
        look_again_by=None,
    )


def _ended(state: CaseState, entry: AnyEntry) -> CaseState:
    """How the case was closed, and opened again."""
    on = entry.occurred_on
    match entry.event:
        case CaseClosed(decision=decision) if entry.counts:
            closure = Closure(on, entry.by.id, decision)
            return changed(
                state, closures=(*state.closures, closure), waits_since=None, rechecked_on=None, look_again_by=None
            )
        case ClosureTold() if state.closures and state.closures[-1].told_on is None:
            told = changed(state.closures[-1], told_on=on)
            return changed(state, closures=(*state.closures[:-1], told))
        case CaseReopened() as reopening if state.closed_on is not None:
            return changed(_reopened(state, entry, reopening), waits_since=on)
    return state


def _reopened(state: CaseState, entry: AnyEntry, reopening: CaseReopened | None = None) -> CaseState:
    """The case open again, with every closure as it was, and with nobody who holds it."""
    if state.closed_on is None:
        return state
    how = {"reopened_on": entry.occurred_on, "reopened_by": entry.by.id, "reopening": reopening}
    closures = tuple(changed(one, **how) if one.reopened_on is None else one for one in state.closures)
    return changed(state, closures=closures, worker=None, held_since=None)


def _with_what_was_known(told: PersonRegistered, known: PersonRegistered | None) -> PersonRegistered:
    """What was told, and for the rest what was known. Sealed texts stay sealed."""
    if known is None:
        return told
    rest = {field: kept for field, kept in known.__dict__.items() if told.__dict__[field] is None}
    return told.model_copy(update=rest)
