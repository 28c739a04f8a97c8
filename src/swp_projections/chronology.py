"""What happened in a case, in the order of the world: for whoever takes it over, and for a court's bundle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from swp_domain.entry import AnyEntry
from swp_domain.event import EntryRetracted
from swp_domain.history import chain_of, history, known_by
from swp_projections.audit_trail import standing_retractions
from swp_projections.projection import Projection, Row, Rows


class Status(StrEnum):
    """What became of an entry, or whose it was."""

    STANDS = "stands"
    CORRECTED = "corrected"
    RETRACTED = "retracted"
    PURPORTED = "purported"
    ANOTHERS = "another body's"


@dataclass(frozen=True, slots=True, kw_only=True)
class ChronologyRow(Row):
    """One event. ``occurred`` is the date as it was told, ``occurred_on`` the day it is placed on.

    ``author`` did or decided it, for ``body``; ``told_by`` put it on the record, at ``recorded_at``. No
    narrative is repeated here: ``key`` is the entry that has it.
    """

    version: int
    order: int
    occurred_on: date
    occurred: str
    exact: bool
    event: str
    about: str
    decided: str
    author: str
    role: str
    body: str
    told_by: str
    recorded_at: datetime
    status: str
    corrects: str | None

    @property
    def place(self) -> tuple[date, str, int, int]:
        """Where it stands in the order of the world: a correction beside what it corrects, if on the same day."""
        return self.occurred_on, self.file, self.order, self.version


class Chronology(Projection[ChronologyRow]):
    """Every event of a case, with those that no longer stand, each marked as what it is."""

    name = "chronology"
    row = ChronologyRow

    def apply(self, rows: Rows[ChronologyRow], entry: AnyEntry) -> None:
        """Add what happened. What takes an entry back is no event of the case."""
        if not isinstance(entry.event, EntryRetracted):
            rows.put(_row(entry))

    def of(
        self,
        file: str,
        entries: Sequence[AnyEntry],
        *,
        as_at: date | None = None,
        known_at: datetime | date | None = None,
    ) -> list[ChronologyRow]:
        """Every event known that had happened by ``as_at``, in the order of the world, with what became of it."""
        if file.partition("/")[0] not in self.kinds:
            return []
        known = known_by(entries, known_at)
        standing = {entry.entry_id for entry in history(known)}
        ruling = standing_retractions(known)
        withdrawn = {entry.corrects for entry in known if entry.entry_id in ruling}
        rows = []
        for entry in known:
            if isinstance(entry.event, EntryRetracted) or (as_at is not None and entry.occurred_on > as_at):
                continue
            row = _row(entry)
            if entry.corrects:
                chain = chain_of(known, entry.entry_id)
                row = replace(row, order=min(one.version for one in known if one.entry_id in chain))
            if entry.entry_id not in standing:
                gone = entry.entry_id in withdrawn or _all_gone(entry, known, standing)
                row = replace(row, status=(Status.RETRACTED if gone else Status.CORRECTED).value)
            rows.append(row)
        return sorted(rows, key=lambda row: row.place)


def _all_gone(entry: AnyEntry, known: Sequence[AnyEntry], standing: set[str]) -> bool:
    """Whether nothing stands in its place: it was corrected, and the whole was taken back."""
    return not chain_of(known, entry.entry_id) & standing


def _row(entry: AnyEntry) -> ChronologyRow:
    decision = getattr(entry.event, "decision", None)
    outcome = getattr(decision, "outcome", None)
    return ChronologyRow(
        file=entry.stream,
        key=entry.entry_id,
        version=entry.version,
        order=entry.version,
        occurred_on=entry.occurred_on,
        occurred=str(entry.occurred),
        exact=entry.occurred.is_exact,
        event=entry.event_name.partition("/")[2].replace("-", " "),
        about="; ".join(f"{kind} {which}" for kind, which in entry.event.speaks_of()),
        decided=_said(outcome),
        author=entry.by.id,
        role=entry.by.role.value,
        body=entry.by.body or entry.by.kind.value,
        told_by=entry.entered_by.id,
        recorded_at=entry.recorded_at,
        status=_status(entry).value,
        corrects=entry.corrects,
    )


def _said(outcome: object) -> str:
    """The words of a decision, where they are of a closed list: whoever was appointed is told by the entry."""
    if isinstance(outcome, bool):
        return "yes" if outcome else "no"
    return outcome.value if isinstance(outcome, StrEnum) else ""


def _status(entry: AnyEntry) -> Status:
    if entry.purported:
        return Status.PURPORTED
    decided = entry.event.taken_by is not None
    return Status.ANOTHERS if decided and entry.conduct is None else Status.STANDS
