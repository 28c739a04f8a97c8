"""Who holds which case, at what complexity, and since when."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from swp_domain.case.events import CaseAllocated, CaseClosed, ComplexityChanged, PersonDied
from swp_domain.entry import AnyEntry
from swp_domain.referral.events import ReferralReceived
from swp_projections.projection import Projection, Row, Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseloadRow(Row):
    """A case: who holds it. One that waits for a worker has a team at most; a closed one stays, closed."""

    opened_on: date
    team: str | None = None
    worker: str | None = None
    complexity: str | None = None
    allocated_on: date | None = None
    last_entry_on: date | None = None
    died_on: date | None = None
    closed_on: date | None = None


class Caseload(Projection[CaseloadRow]):
    """Who holds which case; a referral or an allocation after closure opens it again."""

    name = "caseload"
    row = CaseloadRow

    def apply(self, rows: Rows[CaseloadRow], entry: AnyEntry) -> None:
        """Open with the first entry, and follow who holds it."""
        file, on = entry.stream, entry.occurred_on
        row = rows.get(file) or CaseloadRow(file=file, key=file, opened_on=on)
        match entry.event:
            case CaseAllocated(team=team, worker=worker, complexity=complexity):
                level = complexity.value if complexity else row.complexity
                row = replace(row, team=team, worker=worker, complexity=level, allocated_on=on, closed_on=None)
            case ReferralReceived():
                row = replace(row, closed_on=None)
            case ComplexityChanged(complexity=complexity):
                row = replace(row, complexity=complexity.value)
            case PersonDied():
                row = replace(row, died_on=on)
            case CaseClosed():
                row = replace(row, closed_on=on)
        rows.put(replace(row, last_entry_on=on))
