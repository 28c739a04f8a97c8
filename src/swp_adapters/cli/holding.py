"""The commands that show whose work is what: who holds which case, what is owed, and who waits."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated

import typer

from swp_adapters.casework import Casework
from swp_adapters.cli.citing import cited
from swp_adapters.cli.cover import COVER, Mine, Team, Whose, Worker, asked_day, holders, say_if_unknown, whose
from swp_adapters.cli.errors import answered
from swp_adapters.cli.forms import Form, columns_of, form, put_rows, values_of
from swp_adapters.cli.output import dated, one_line, put_table, put_text
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, When, day, opened, see_file, when
from swp_domain.refusal import Invalid
from swp_projections import Caseload, Duties, Waiting
from swp_projections.asking import Before, Question, Without
from swp_projections.caseload import CaseloadRow
from swp_projections.duties import DutyRow
from swp_projections.waiting import WaitingRow

STANDINGS = ("owed", "due soon", "late", "paused", "met", "met late", "ended", "ended late")
OVER = ("met", "met late", "ended", "ended late")
_CASELOAD = columns_of(CaseloadRow, *COVER)
_DUTY = columns_of(DutyRow, "standing", "late_since", "team", "worker", *COVER)
_WAITING = columns_of(WaitingRow, "days", *COVER)


@answered
def caseload(
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    team: Team = None,
    worker: Worker = None,
    acting: Mine = None,
    closed: Annotated[bool, typer.Option("--closed", help="Closed cases as well.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Who holds which case, and how many each team holds at which level."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    with opened(database) as casework:
        asked = whose(casework, days, team, worker, acting)
        still: list[Question] = [] if closed else [Without("closed_on")]
        rows = casework.view(Caseload, where=[*asked.held, *still], **days)
        if not rows:
            say_if_unknown(casework, asked, days)
    if how is not Form.PEOPLE:
        put_rows(how, _CASELOAD, ({**values_of(one), **asked.seen_to(one.worker)} for one in rows))
        return
    _put_caseload(rows, asked, dated("Caseload", **days))


def show_caseload(casework: Casework, days: When) -> None:
    """The open cases, for people."""
    rows = casework.view(Caseload, where=[Without("closed_on")], **days)
    _put_caseload(rows, whose(casework, days, None, None, None), dated("Caseload", **days))


def _put_caseload(rows: list[CaseloadRow], asked: Whose, title: str) -> None:
    columns = ("case", "team", "worker", "level", "opened", "last entry", "died", "goes on in")
    put_table(
        title,
        columns,
        (
            (
                one.file,
                one.team,
                asked.holder(one.worker),
                one.complexity,
                one.opened_on,
                one.last_entry_on,
                one.died_on,
                one.merged_into,
            )
            for one in rows
        ),
    )
    _put_away(asked, (one.worker for one in rows))
    # A file that was merged is shown, and its adult counted where work goes on.
    held = (one for one in rows if one.merged_into is None)
    counts = Counter((one.team or "no team", one.complexity or "not set") for one in held)
    put_table(
        "Cases by team and level", ("team", "level", "cases"), ((*key, count) for key, count in sorted(counts.items()))
    )


@answered
def duties(
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    file: Annotated[str | None, typer.Option("--case", help="Only this file.")] = None,
    team: Team = None,
    worker: Worker = None,
    acting: Mine = None,
    standing: Annotated[
        str | None, typer.Option("--standing", help=f"Only what stands so: {', '.join(STANDINGS)}.")
    ] = None,
    late: Annotated[bool, typer.Option("--late", help="Only what is still to be done and late.")] = False,
    due_before: Annotated[
        str | None,
        typer.Option(
            "--due-before", metavar="DATE", help="Only what is still to be done, with a last day before this."
        ),
    ] = None,
    open_only: Annotated[bool, typer.Option("--open", help="Only what is still to be done.")] = False,
    soon: Annotated[
        int,
        typer.Option("--soon", min=0, max=3650, help="Days before the last day in which a duty is about to fall due."),
    ] = 7,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """What is owed to whom, by when and under what; met, late, or about to fall due."""
    if standing not in (None, *STANDINGS):
        raise Invalid("--standing", f"{standing!r} is not a way to stand", f"Use one of {', '.join(STANDINGS)}")
    if late and standing not in (None, "late"):
        raise Invalid("--late", f"nothing is late and stands as {standing}", "Give one of them")
    standing = "late" if late else standing
    how, days, due = form(as_json, as_csv), when(as_at, known_at), day(due_before, "--due-before")
    with opened(database) as casework:
        on = asked_day(casework, days["as_at"])
        if file is not None:
            see_file(casework, file)
        asked = whose(casework, days, team, worker, acting)
        where = [Before("last_day", due)] if due else []
        found = casework.view(Duties, file=file, where=where, held=asked.held, **days)
        holds = holders(casework, asked, days, file)
        if not found:
            say_if_unknown(casework, asked, days)
    rows = [
        one
        for one in sorted(found, key=falls_due)
        if standing in (None, one.standing(on, soon=soon)) and not ((open_only or due) and one.standing(on) in OVER)
    ]
    if how is not Form.PEOPLE:
        put_rows(how, _DUTY, (_held_duty(one, on, soon, holds, asked) for one in rows))
        return
    _put_duties(rows, on, soon, holds, asked, days["known_at"])


def show_duties(casework: Casework, on: date, days: When) -> None:
    """Every duty and how it stands on a day, for people."""
    asked = whose(casework, days, None, None, None)
    rows = sorted(casework.view(Duties, **days), key=falls_due)
    _put_duties(rows, on, 7, holders(casework, asked, days), asked, days["known_at"])


def _put_duties(
    rows: list[DutyRow], on: date, soon: int, holds: Mapping[str, CaseloadRow], asked: Whose, known_at: date | None
) -> None:
    cells = ((one.file, _holder(one.file, holds, asked), *duty_cells(one, on, soon)) for one in rows)
    put_table(dated("Duties", on, known_at), ("file", "worker", *DUTY_COLUMNS), cells)
    _put_away(asked, (holds[one.file].worker for one in rows if one.file in holds))


def _looked(one: WaitingRow) -> str:
    if one.rechecked_on is None:
        return "never"
    found = {True: ", safe to wait", False: ", NOT safe to wait", None: ""}[one.safe_to_wait]
    return f"{one.rechecked_on}{found}{f', again by {one.look_again_by}' if one.look_again_by else ''}"


def _put_away(asked: Whose, workers: Iterable[str | None]) -> None:
    for told in asked.away(workers):
        put_text(one_line(told))


def _holder(file: str, holds: Mapping[str, CaseloadRow], asked: Whose) -> str | None:
    held = holds.get(file)
    return None if held is None else asked.holder(held.worker)


def _held_duty(one: DutyRow, on: date, soon: int, holds: Mapping[str, CaseloadRow], asked: Whose) -> dict[str, object]:
    held = holds.get(one.file)
    worker = held.worker if held else None
    return {**duty(one, on, soon), "team": held.team if held else None, "worker": worker, **asked.seen_to(worker)}


DUTY_COLUMNS = ("what", "about", "to", "under", "opened", "last day", "stands", "late since", "met or ended")


def duty_cells(one: DutyRow, on: date, soon: int = 7) -> tuple[object, ...]:
    """A duty for people."""
    where = cited(one.provision, one.confidence, one.limit)
    return (
        one.what,
        one.subject,
        one.owed_to,
        where,
        one.opened_on,
        one.last_day,
        one.standing(on, soon=soon),
        one.late_since(on),
        one.met_on if one.met_on is not None and one.met_on <= on else None,
    )


def duty(one: DutyRow, on: date, soon: int = 7) -> dict[str, object]:
    """A duty for programs, and how it stands on a day."""
    return {**values_of(one), "standing": one.standing(on, soon=soon), "late_since": one.late_since(on)}


def falls_due(one: DutyRow) -> tuple[date, str]:
    """What falls due first comes first."""
    return one.last_day or date.max, one.file


@answered
def waiting(
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    team: Team = None,
    worker: Worker = None,
    acting: Mine = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Who waits for a worker, or for an assessment to start: the longest first, with the last re-check."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    with opened(database) as casework:
        on = asked_day(casework, days["as_at"])
        asked = whose(casework, days, team, worker, acting)
        rows = sorted(casework.view(Waiting, where=asked.held, **days), key=lambda one: (one.since, one.file, one.key))
        if not rows:
            say_if_unknown(casework, asked, days)
    if how is not Form.PEOPLE:
        found = ({**values_of(one), "days": one.days(on), **asked.seen_to(one.worker)} for one in rows)
        put_rows(how, _WAITING, found)
        return
    columns = ("case", "waits for", "about", "since", "days", "urgency", "team", "worker", "asks to wait", "re-checked")
    put_table(
        dated("Waiting", on, days["known_at"]),
        columns,
        (
            (
                one.file,
                one.waits_for,
                one.about,
                one.since,
                one.days(on),
                one.urgency,
                one.team,
                asked.holder(one.worker),
                one.deferred_on,
                _looked(one),
            )
            for one in rows
        ),
        empty="Nobody waits.",
    )
    _put_away(asked, (one.worker for one in rows))
