"""Every entry, in the order of recording: who did what, who answers, under what, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from swp_domain.entry import AnyEntry
from swp_domain.event import EntryRetracted
from swp_domain.history import history, known_by
from swp_projections.projection import Projection, Row, Rows


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRow(Row):
    """One entry. ``stands`` is false once it was corrected or retracted; it is never taken away."""

    version: int
    event: str
    occurred: str
    occurred_on: date
    recorded_at: datetime
    lag_days: int
    by: str
    role: str
    recorded_by: str
    acting: str
    answerable: str
    under: str
    conduct: str
    purported: bool
    breaches: str
    findings: int
    corrects: str | None
    command_id: str
    law: str
    stands: bool = True


class AuditTrail(Projection[AuditRow]):
    """Who did what, when it happened and when it was recorded, for every kind of file."""

    name = "audit_trail"
    row = AuditRow
    kinds = ("case", "contact", "practice", "adults-review")

    def apply(self, rows: Rows[AuditRow], entry: AnyEntry) -> None:
        """Add the entry."""
        rows.put(_row(entry))

    def of(
        self,
        file: str,
        entries: Sequence[AnyEntry],
        *,
        as_at: date | None = None,
        known_at: datetime | date | None = None,
    ) -> list[AuditRow]:
        """Every entry known that had happened by ``as_at``, with whether it still stands."""
        known = known_by(entries, known_at)
        standing = {entry.entry_id for entry in history(known)} | standing_retractions(known)
        rows = (replace(_row(entry), stands=entry.entry_id in standing) for entry in known)
        return [row for row in rows if as_at is None or row.occurred_on <= as_at]


def standing_retractions(known: Sequence[AnyEntry]) -> set[str]:
    """The retractions that were not taken back by another. A history leaves them all out."""
    standing: set[str] = set()
    undone: set[str | None] = set()
    for entry in reversed(known):
        if isinstance(entry.event, EntryRetracted) and entry.entry_id not in undone:
            standing.add(entry.entry_id)
            undone.add(entry.corrects)
    return standing


def _row(entry: AnyEntry) -> AuditRow:
    authority = entry.authority
    return AuditRow(
        file=entry.stream,
        key=entry.entry_id,
        version=entry.version,
        event=entry.event_name,
        occurred=str(entry.occurred),
        occurred_on=entry.occurred_on,
        recorded_at=entry.recorded_at,
        lag_days=(entry.recorded_on - entry.occurred_on).days,
        by=entry.by.id,
        role=entry.by.role.value,
        recorded_by=entry.entered_by.id,
        acting=authority.acting if authority else "",
        answerable=authority.answerable if authority else "",
        under=authority.under if authority else "",
        conduct=entry.conduct.value if entry.conduct else "",
        purported=entry.purported,
        breaches="; ".join(f"{one.rule} {one.provision}" for one in entry.breaches),
        findings=len(entry.findings),
        corrects=entry.corrects,
        command_id=entry.command_id,
        law=entry.law,
    )
