"""The commands that read: a case, its replay, and the views; each as at any day, as known on any day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Annotated

import typer

from swp_adapters.casework import Casework
from swp_adapters.cli.case_page import CasePage, put_case, put_last
from swp_adapters.cli.court import COLUMNS, cells
from swp_adapters.cli.cover import asked_day, whose
from swp_adapters.cli.errors import answered
from swp_adapters.cli.forms import Form, columns_of, form, put_rows, values_of
from swp_adapters.cli.holding import duty
from swp_adapters.cli.output import NOT_ADVICE, dated, one_line, put_json, put_lines, put_table, put_text
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, When, opened, see_file, when
from swp_adapters.cli.telling import ENTRY, entry_row, tell
from swp_domain.duty import duties
from swp_domain.history import history
from swp_projections import (
    Approvals,
    AuditTrail,
    Authorisations,
    Capacity,
    Caseload,
    ContinuingHealthcare,
    CourtOfProtection,
    Duties,
    Package,
)
from swp_projections.audit_trail import AuditRow
from swp_projections.caseload import CaseloadRow

_AUDIT = columns_of(AuditRow)

FileId = Annotated[str, typer.Argument(help="The file: case/…, contact/… or practice/….")]


@answered
def case(
    file: FileId,
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """A case on one page: who holds it, what is owed, what is before the court, and what happened (--csv: the last)."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    with opened(database) as casework:
        on = asked_day(casework, days["as_at"])
        entries = see_file(casework, file)
        told = history(entries, **days)
        if how is Form.CSV:
            put_rows(how, ENTRY, map(entry_row, told))
            return
        holds = casework.view(Caseload, file=file, **days)
        owed = casework.view(Duties, file=file, **days)
        package = casework.view(Package, file=file, **days)
        approvals = casework.view(Approvals, file=file, **days)
        court = casework.view(CourtOfProtection, file=file, **days)
        capacity = casework.view(Capacity, file=file, **days)
        liberty = casework.view(Authorisations, file=file, **days)
        healthcare = casework.view(ContinuingHealthcare, file=file, **days)
        if how is Form.JSON:
            put_json(
                {
                    "file": file,
                    "as_at": on,
                    "version": len(entries),
                    "caseload": holds,
                    "duties": [duty(one, on) for one in owed],
                    "package": [values_of(one) for one in package if one.holds_on(on)],
                    "approvals": [values_of(one) for one in approvals],
                    "court": [{**values_of(one), "standing": one.standing(on)} for one in court],
                    "capacity": [{**values_of(one), "standing": one.standing(on)} for one in capacity],
                    "liberty": [{**values_of(one), "standing": one.standing(on)} for one in liberty],
                    "continuing_healthcare": [{**values_of(one), "standing": one.standing(on)} for one in healthcare],
                    "entries": [one.entry_id for one in told],
                }
            )
            return
        put_text(dated(file, on, days["known_at"]), style="bold")
        put_case(file, CasePage(told, holds, owed, package, approvals, on, capacity, liberty, healthcare))
        for doubt in _doubted_merges(casework, holds, days):
            put_text(one_line(doubt))
        for away in whose(casework, days, None, None, None).away(one.worker for one in holds):
            put_text(one_line(away))
        if court:
            put_table("Court of Protection", COLUMNS, [cells(one, on) for one in court])
        put_last(told)
        put_text(NOT_ADVICE)


def _doubted_merges(casework: Casework, holds: Sequence[CaseloadRow], days: When) -> Iterator[str]:
    """What another file tells against a merge that is on record: it is not there, or it says the contrary."""
    for merged in (one for one in holds if one.merged_into):
        there = next(iter(casework.view(Caseload, file=merged.merged_into, **days)), None)
        if there is None:
            yield f"LOOK AT THE MERGE: nothing is recorded under {merged.merged_into}."
        elif there.merged_into is not None:
            yield f"LOOK AT THE MERGE: {merged.merged_into} says that work goes on in {there.merged_into}."


@answered
def replay(
    file: FileId,
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """A history entry by entry, in the order of the world, with what the law made of each when it was recorded."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    with opened(database) as casework:
        told = history(see_file(casework, file), **days)
        if how is Form.JSON:
            put_lines(told)
            return
        if how is Form.CSV:
            put_rows(how, ENTRY, map(entry_row, told))
            return
        owed = duties(told)
        for entry in told:
            head, *body = tell(entry, owed)
            put_text(one_line(head))
            put_text(f"entry {entry.entry_id}", indent=4)
            for line in body:
                put_text(one_line(line.strip()), indent=4)
        put_text(NOT_ADVICE)


@answered
def audit(
    file: Annotated[str | None, typer.Argument(help="Only this file.")] = None,
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Every entry in the order of recording: who, for whom, under what, and whether it still stands."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    with opened(database) as casework:
        if file is not None:
            see_file(casework, file)
        rows = sorted(casework.view(AuditTrail, file=file, **days), key=_recorded)
    if how is not Form.PEOPLE:
        put_rows(how, _AUDIT, map(values_of, rows))
        return
    _put_trail(rows, dated("Audit trail", **days))


def show_trail(casework: Casework, file: str | None, days: When) -> None:
    """The audit trail of a file, or of all, for people."""
    rows = sorted(casework.view(AuditTrail, file=file, **days), key=_recorded)
    _put_trail(rows, dated("Audit trail", **days))


def _recorded(row: AuditRow) -> tuple[object, ...]:
    return row.recorded_at, row.file, row.version


def _put_trail(rows: list[AuditRow], title: str) -> None:
    put_text(title, style="bold")
    for one in rows:
        recorded = f"{one.recorded_at:%Y-%m-%d %H:%M} UTC"
        happened = "" if one.lag_days == 0 else f", of {one.occurred}"
        standing = "" if one.stands else "  NO LONGER STANDS"
        put_text(f"{recorded}  {one.file} v{one.version}  {one.event}{happened}{standing}")
        under = f" under {one.under}" if one.under else ""
        taken = f"; {one.conduct}{', purported' if one.purported else ''}" if one.conduct else ""
        answers = f"; {one.answerable} answers" if one.answerable != one.acting else ""
        breaches = f"; BREACH {one.breaches}" if one.breaches else ""
        said = f"by {one.by} ({one.role}) for {one.acting}{under}{answers}{taken}{breaches}"
        put_text(one_line(said), indent=22)
        put_text(f"entry {one.key}", indent=22)
