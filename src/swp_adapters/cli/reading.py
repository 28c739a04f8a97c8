"""The commands that read: a case, its replay, and the views; each as at any day, as known on any day."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Annotated

import typer

from swp_adapters.casework import Casework
from swp_adapters.cli.case_page import put_case, put_last
from swp_adapters.cli.errors import answered
from swp_adapters.cli.output import NOT_ADVICE, one_line, put_json, put_lines, put_table, put_text
from swp_adapters.cli.settings import AsAt, AsJson, Database, KnownAt, day, opened
from swp_adapters.cli.telling import tell
from swp_domain.catalogue import file_kind
from swp_domain.entry import AnyEntry
from swp_domain.history import history
from swp_domain.law.dates import local_day
from swp_domain.refusal import Invalid
from swp_projections import AuditTrail, Caseload, Chronology, CourtOfProtection, Duties
from swp_projections.audit_trail import AuditRow
from swp_projections.caseload import CaseloadRow
from swp_projections.chronology import ChronologyRow
from swp_projections.court_of_protection import CourtRow
from swp_projections.duties import DutyRow
from swp_projections.projection import Row

STANDINGS = ("owed", "due soon", "late", "paused", "met", "met late", "ended", "ended late")
_OVER = ("met", "met late", "ended", "ended late")

FileId = Annotated[str, typer.Argument(help="The file: case/…, contact/… or practice/….")]


@answered
def case(
    file: FileId, database: Database = None, as_at: AsAt = None, known_at: KnownAt = None, as_json: AsJson = False
) -> None:
    """A case on one page: who holds it, what is owed, what is before the court, and what happened."""
    with opened(database) as casework:
        on = _asked_day(casework, as_at)
        when = {"as_at": day(as_at, "--as-at"), "known_at": day(known_at, "--known-at")}
        entries = _entries(casework, file)
        holds = casework.view(Caseload, file=file, **when)
        owed = casework.view(Duties, file=file, **when)
        court = casework.view(CourtOfProtection, file=file, **when)
        told = history(entries, **when)
        if as_json:
            put_json(
                {
                    "file": file,
                    "as_at": on,
                    "version": len(entries),
                    "caseload": holds,
                    "duties": [_duty(one, on) for one in owed],
                    "court": [{**_fields(one), "standing": one.standing(on)} for one in court],
                    "entries": [one.entry_id for one in told],
                }
            )
            return
        put_text(_dated(file, on, when["known_at"]), style="bold")
        put_case(file, told, holds, owed, on)
        if court:
            put_table("Court of Protection", _COURT_COLUMNS, [_court_cells(one, on) for one in court])
        put_last(told)
        put_text(NOT_ADVICE)


@answered
def replay(
    file: FileId, database: Database = None, as_at: AsAt = None, known_at: KnownAt = None, as_json: AsJson = False
) -> None:
    """A history entry by entry, in the order of the world, with what the law made of each when it was recorded."""
    with opened(database) as casework:
        told = history(_entries(casework, file), as_at=day(as_at, "--as-at"), known_at=day(known_at, "--known-at"))
        if as_json:
            put_lines(told)
            return
        for entry in told:
            head, *body = tell(entry)
            put_text(one_line(head))
            put_text(f"entry {entry.entry_id}", indent=4)
            for line in body:
                put_text(one_line(line.strip()), indent=4)
        put_text(NOT_ADVICE)


@answered
def caseload(
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    team: Annotated[str | None, typer.Option("--team", help="Only this team.")] = None,
    worker: Annotated[str | None, typer.Option("--worker", help="Only this worker.")] = None,
    closed: Annotated[bool, typer.Option("--closed", help="Closed cases as well.")] = False,
    as_json: AsJson = False,
) -> None:
    """Who holds which case, and how many each team holds at which level."""
    on, known = day(as_at, "--as-at"), day(known_at, "--known-at")
    with opened(database) as casework:
        found = casework.view(Caseload, as_at=on, known_at=known)
    rows = [
        one
        for one in found
        if (closed or one.closed_on is None) and team in (None, one.team) and worker in (None, one.worker)
    ]
    if as_json:
        put_lines(rows)
        return
    _put_caseload(rows, _dated("Caseload", on, known))


def show_caseload(casework: Casework, as_at: date | None, known_at: date | None) -> None:
    """The open cases, for people."""
    rows = [one for one in casework.view(Caseload, as_at=as_at, known_at=known_at) if one.closed_on is None]
    _put_caseload(rows, _dated("Caseload", as_at, known_at))


def _put_caseload(rows: list[CaseloadRow], title: str) -> None:
    put_table(
        title,
        ("case", "team", "worker", "level", "opened", "last entry", "died"),
        (
            (one.file, one.team, one.worker, one.complexity, one.opened_on, one.last_entry_on, one.died_on)
            for one in rows
        ),
    )
    counts = Counter((one.team or "no team", one.complexity or "not set") for one in rows)
    put_table(
        "Cases by team and level", ("team", "level", "cases"), ((*key, count) for key, count in sorted(counts.items()))
    )


@answered
def duties(
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    file: Annotated[str | None, typer.Option("--case", help="Only this file.")] = None,
    standing: Annotated[
        str | None, typer.Option("--standing", help=f"Only what stands so: {', '.join(STANDINGS)}.")
    ] = None,
    open_only: Annotated[bool, typer.Option("--open", help="Only what is still to be done.")] = False,
    soon: Annotated[
        int,
        typer.Option("--soon", min=0, max=3650, help="Days before the last day in which a duty is about to fall due."),
    ] = 7,
    as_json: AsJson = False,
) -> None:
    """What is owed to whom, by when and under what; met, late, or about to fall due."""
    if standing not in (None, *STANDINGS):
        raise Invalid("--standing", f"{standing!r} is not a way to stand", f"Use one of {', '.join(STANDINGS)}")
    with opened(database) as casework:
        on = _asked_day(casework, as_at)
        if file is not None:
            _entries(casework, file)
        known = day(known_at, "--known-at")
        found = casework.view(Duties, file=file, as_at=day(as_at, "--as-at"), known_at=known)
    rows = [
        one
        for one in found
        if standing in (None, one.standing(on, soon=soon)) and not (open_only and one.standing(on) in _OVER)
    ]
    if as_json:
        put_lines(_duty(one, on, soon) for one in sorted(rows, key=_falls_due))
        return
    _put_duties(rows, soon, on, known)


def show_duties(casework: Casework, on: date, as_at: date | None, known_at: date | None) -> None:
    """Every duty and how it stands on a day, for people."""
    _put_duties(casework.view(Duties, as_at=as_at, known_at=known_at), 7, on, known_at)


def _put_duties(rows: list[DutyRow], soon: int, on: date, known_at: date | None) -> None:
    cells = ((one.file, *_duty_cells(one, on, soon)) for one in sorted(rows, key=_falls_due))
    put_table(_dated("Duties", on, known_at), ("file", *_DUTY_COLUMNS), cells)


@answered
def court(database: Database = None, as_at: AsAt = None, known_at: KnownAt = None, as_json: AsJson = False) -> None:
    """What is before the Court of Protection, and its orders with their reviews and last days."""
    with opened(database) as casework:
        on = _asked_day(casework, as_at)
        known = day(known_at, "--known-at")
        rows = casework.view(CourtOfProtection, as_at=day(as_at, "--as-at"), known_at=known)
    if as_json:
        put_lines({**_fields(one), "standing": one.standing(on)} for one in rows)
        return
    _put_court(rows, on, known)


def show_court(casework: Casework, on: date, as_at: date | None, known_at: date | None) -> None:
    """The court's business and how it stands on a day, for people."""
    _put_court(casework.view(CourtOfProtection, as_at=as_at, known_at=known_at), on, known_at)


def _put_court(rows: list[CourtRow], on: date, known_at: date | None) -> None:
    cells = ((one.file, *_court_cells(one, on)) for one in rows)
    put_table(_dated("Court of Protection", on, known_at), ("file", *_COURT_COLUMNS), cells)


@answered
def audit(
    file: Annotated[str | None, typer.Argument(help="Only this file.")] = None,
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """Every entry in the order of recording: who, for whom, under what, and whether it still stands."""
    on, known = day(as_at, "--as-at"), day(known_at, "--known-at")
    with opened(database) as casework:
        if file is not None:
            _entries(casework, file)
        rows = casework.view(AuditTrail, file=file, as_at=on, known_at=known)
    if as_json:
        put_lines(sorted(rows, key=_recorded))
        return
    _put_trail(rows, _dated("Audit trail", on, known))


def show_trail(casework: Casework, file: str | None, as_at: date | None, known_at: date | None) -> None:
    """The audit trail of a file, or of all, for people."""
    rows = casework.view(AuditTrail, file=file, as_at=as_at, known_at=known_at)
    _put_trail(rows, _dated("Audit trail", as_at, known_at))


def _recorded(row: AuditRow) -> tuple[object, ...]:
    return row.recorded_at, row.file, row.version


def _put_trail(rows: list[AuditRow], title: str) -> None:
    put_text(title, style="bold")
    for one in sorted(rows, key=_recorded):
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


@answered
def chronology(
    file: Annotated[str | None, typer.Argument(help="Only this case.")] = None,
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    as_json: AsJson = False,
) -> None:
    """What happened, in the order in which it did: dates as told, who did it, who told it and when."""
    on, known = day(as_at, "--as-at"), day(known_at, "--known-at")
    with opened(database) as casework:
        if file is not None:
            _entries(casework, file)
        rows = sorted(casework.view(Chronology, file=file, as_at=on, known_at=known), key=lambda one: one.place)
    if as_json:
        put_lines(rows)
        return
    cells = (_chronology_cells(one) for one in rows)
    put_table(_dated("Chronology", on, known), ("date", "case", "event", "by", "told", "status"), cells)


def _chronology_cells(one: ChronologyRow) -> tuple[object, ...]:
    what = ": ".join(filter(None, (one.event, one.decided))) + (f" ({one.about})" if one.about else "")
    author = f"{one.author} ({one.role}), {one.body}"
    told = f"{one.told_by}, {one.recorded_at:%Y-%m-%d %H:%M} UTC"
    return one.occurred, one.file, what, author, told, one.status


_DUTY_COLUMNS = ("what", "about", "to", "under", "opened", "last day", "stands", "late since", "met or ended")
_COURT_COLUMNS = ("what", "kind", "made", "review by", "expires", "stands")


def _duty_cells(one: DutyRow, on: date, soon: int = 7) -> tuple[object, ...]:
    where = f"{one.provision} ({one.confidence})" if "memory" in one.confidence else one.provision
    return (
        one.duty,
        one.subject,
        one.owed_to,
        where,
        one.opened_on,
        one.last_day,
        one.standing(on, soon=soon),
        one.late_since(on),
        one.met_on,
    )


def _falls_due(one: DutyRow) -> tuple[date, str]:
    return one.last_day or date.max, one.file


def _duty(one: DutyRow, on: date, soon: int = 7) -> dict[str, object]:
    return {**_fields(one), "standing": one.standing(on, soon=soon), "late_since": one.late_since(on)}


def _court_cells(one: CourtRow, on: date) -> tuple[object, ...]:
    return (one.what, one.kind, one.made_on, one.review_by, one.expires_on, one.standing(on))


def _fields(one: Row) -> dict[str, object]:
    return {name: getattr(one, name) for name in type(one).__dataclass_fields__}


def _dated(title: str, as_at: date | None, known_at: date | None) -> str:
    """A title with the days that were asked about: an answer of another day must not pass for today's."""
    days = [f"as at {as_at}"] if as_at else []
    days += [f"as known on {known_at}"] if known_at else []
    return f"{title} {', '.join(days)}" if days else title


def _asked_day(casework: Casework, as_at: str | None) -> date:
    """The day that is asked about: today, in London, unless told."""
    return day(as_at, "--as-at") or local_day(casework.clock())


def _entries(casework: Casework, file: str) -> list[AnyEntry]:
    """The entries of a file that must exist.

    Raises:
        Invalid: there is no such file.
    """
    file_kind(file)
    entries = casework.entries(file)
    if not entries:
        raise Invalid("file", f"nothing is recorded under {file}", "swp caseload lists the cases")
    return entries
