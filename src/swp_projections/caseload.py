"""Who holds which case, at what complexity, since when; who waits, since when, and who looked last."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Final

from swp_domain.assessment.events import AssessmentRequested
from swp_domain.case.events import (
    CaseAllocated,
    CaseClosed,
    CaseHandedOver,
    CaseReopened,
    ComplexityChanged,
    PersonDied,
    SupervisionHeld,
    WaitRechecked,
    WorkerWithdrawn,
)
from swp_domain.correspondence.events import ContactAttempted, MessageReceived, ReplySent
from swp_domain.entry import AnyEntry
from swp_domain.identity.events import CasesMerged, CasesUnmerged
from swp_domain.referral.events import ReferralReceived
from swp_domain.safeguarding.events import ConcernReceived
from swp_projections.projection import Projection, Row, Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseloadRow(Row):
    """A case: who holds it. One that waits for a worker has a team at most; a closed one stays, closed.

    ``allocated_on`` is when it was last given to a team or worker, ``worker_since`` since when this worker
    has it, ``waiting_since`` since when it is open without one. ``last_contact_on`` is the last word with
    anybody about the case that reached somebody. ``closures`` counts every closure, ``merged_into`` is the
    file in which work goes on, where that is another.
    """

    opened_on: date
    team: str | None = None
    worker: str | None = None
    complexity: str | None = None
    allocated_on: date | None = None
    worker_since: date | None = None
    waiting_since: date | None = None
    rechecked_on: date | None = None
    look_again_by: date | None = None
    supervised_on: date | None = None
    last_contact_on: date | None = None
    last_entry_on: date | None = None
    died_on: date | None = None
    closed_on: date | None = None
    closed_as: str | None = None
    closures: int = 0
    reopened_on: date | None = None
    merged_with: str | None = None
    merged_into: str | None = None


class Caseload(Projection[CaseloadRow]):
    """Who holds which case.

    A closed case is open again once somebody opens it or is given it, and once there is something to do in
    it: a referral, a request, a concern. A case that is not listed is one that nobody looks at.
    """

    name = "caseload"
    version = 2
    row = CaseloadRow

    def apply(self, rows: Rows[CaseloadRow], entry: AnyEntry) -> None:
        """Open with the first entry, and follow who holds it."""
        file, on = entry.stream, entry.occurred_on
        row = rows.get(file) or CaseloadRow(file=file, key=file, opened_on=on, waiting_since=on)
        match entry.event:
            case CaseAllocated(team=team, worker=worker, complexity=complexity):
                level = complexity.value if complexity else row.complexity
                row = replace(_given(_opened(row, on), team, worker, on), complexity=level)
            case CaseHandedOver(team=team, worker=worker):
                row = _given(_opened(row, on), team, worker, on)
            case WorkerWithdrawn() if row.closed_on is None:
                row = _left(row, on)
            case CaseReopened() | ReferralReceived() | AssessmentRequested() | ConcernReceived():
                row = _opened(row, on)
            case CaseClosed(decision=decision) if entry.counts:
                row = replace(row, closed_on=row.closed_on or on, closed_as=decision.outcome.value)
                row = replace(row, closures=row.closures + 1, **_NOT_WAITING)
            case _:
                row = _looked_at(row, entry)
        rows.put(replace(row, last_entry_on=on))


_HOLDING: Final = (
    CaseAllocated,
    CaseHandedOver,
    WorkerWithdrawn,
    CaseReopened,
    CaseClosed,
    ReferralReceived,
    AssessmentRequested,
    ConcernReceived,
    PersonDied,
    CasesMerged,
    CasesUnmerged,
)


def holding(entry: AnyEntry) -> bool:
    """Whether an entry may change who holds a case, or whether and where it is open: for views that show that."""
    return isinstance(entry.event, _HOLDING)


def held_by(file: str, told: Sequence[AnyEntry]) -> CaseloadRow | None:
    """Who holds a case after a history, and whether it is open; not when anybody was last in touch or wrote."""
    moving = (entry for at, entry in enumerate(told) if at == 0 or isinstance(entry.event, _HOLDING))
    return next(iter(Caseload().fold(file, list(moving))), None)


_NOT_WAITING: dict[str, Any] = {"waiting_since": None, "rechecked_on": None, "look_again_by": None}


def _looked_at(row: CaseloadRow, entry: AnyEntry) -> CaseloadRow:
    """What changes a row without changing who holds the case."""
    on = entry.occurred_on
    match entry.event:
        case ComplexityChanged(complexity=complexity):
            return replace(row, complexity=complexity.value)
        case WaitRechecked(look_again_by=again):
            return replace(row, rechecked_on=on, look_again_by=again)
        case SupervisionHeld():
            return replace(row, supervised_on=on)
        case MessageReceived() | ReplySent() | ContactAttempted(reached=True):
            return replace(row, last_contact_on=on)
        case PersonDied():
            return replace(row, died_on=row.died_on or on)
        case CasesMerged(other=other, goes_on_in=goes_on_in):
            away = goes_on_in if goes_on_in != entry.stream else row.merged_into
            return replace(row, merged_with=other, merged_into=away)
        case CasesUnmerged(other=other) if row.merged_with == other or row.merged_into == other:
            return replace(row, merged_with=None, merged_into=None)
    return row


def _given(row: CaseloadRow, team: str, worker: str | None, on: date) -> CaseloadRow:
    if worker is None:
        return replace(_left(row, on), team=team, allocated_on=on)
    since = row.worker_since if worker == row.worker else None
    return replace(row, team=team, worker=worker, allocated_on=on, worker_since=since or on, **_NOT_WAITING)


def _left(row: CaseloadRow, on: date) -> CaseloadRow:
    return replace(row, worker=None, worker_since=None, waiting_since=row.waiting_since or on)


def _opened(row: CaseloadRow, on: date) -> CaseloadRow:
    """The case open again, with nobody who holds it; one that is open stays as it is."""
    if row.closed_on is None:
        return row
    return _left(replace(row, closed_on=None, closed_as=None, reopened_on=on), on)
