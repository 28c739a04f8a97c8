"""The command that reads silence: what should have happened and did not, since when, whose it was, under what."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Annotated

import typer

from swp_adapters.cli.cover import COVER, Mine, Team, Whose, Worker, asked_day, holders, say_if_unknown, whose
from swp_adapters.cli.errors import answered
from swp_adapters.cli.forms import Form, columns_of, form, put_rows, values_of
from swp_adapters.cli.output import dated, one_line, put_table, put_text
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, opened, see_file, when
from swp_domain.law.finding import Force
from swp_projections import Duties
from swp_projections.caseload import CaseloadRow
from swp_projections.duties import DutyRow

_ROW = columns_of(DutyRow, "first_missed_day", "days_missed", "binding", "standing", "team", "worker", *COVER)
_COLUMNS = ("case", "what did not happen", "first missed day", "days", "whose", "team", "worker", "under", "done since")


def binding(row: DutyRow) -> str:
    """The force by which something was late: that of its limit, where the limit is weaker than the duty."""
    return row.limit_force or row.force


@answered
def silence(
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    file: Annotated[str | None, typer.Option("--case", help="Only this file.")] = None,
    team: Team = None,
    worker: Worker = None,
    acting: Mine = None,
    everything: Annotated[bool, typer.Option("--all", help="Also what was done or ended since, late.")] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """What should have happened by a day and did not: the first missed day, whose it was, under what, by force."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    with opened(database) as casework:
        on = asked_day(casework, days["as_at"])
        if file is not None:
            see_file(casework, file)
        asked = whose(casework, days, team, worker, acting)
        found = casework.view(Duties, file=file, held=asked.held, **days)
        held = holders(casework, asked, days, file)
        if not found:
            say_if_unknown(casework, asked, days)
    missed = [one for one in found if one.late_since(on) and (everything or one.standing(on) == "late")]
    missed.sort(key=lambda one: (_place(binding(one)), one.late_since(on) or date.max, one.file, one.duty))
    if how is not Form.PEOPLE:
        put_rows(how, _ROW, (_told(one, on, held.get(one.file), asked) for one in missed))
        return
    by_force = Counter(binding(one) for one in missed)
    for force in by_force:
        rows = (_cells(one, on, held.get(one.file), asked) for one in missed if binding(one) == force)
        put_table(dated(f"Missed, under {force}", **days), _COLUMNS, rows)
    if not missed:
        put_text("Nothing that the record knows of should have happened by then and did not.")
        return
    counts = "; ".join(f"{count} under {force}" for force, count in by_force.items())
    put_text(one_line(f"{counts}. They are never added up: a target of ours that was missed is no breach of statute."))


def _place(force: str) -> int:
    """Law first, then guidance, then targets."""
    order = [one.value for one in Force]
    return order.index(force) if force in order else len(order)


def _told(one: DutyRow, on: date, held: CaseloadRow | None, asked: Whose) -> dict[str, object]:
    worker = held.worker if held else None
    return {
        **values_of(one),
        "first_missed_day": one.late_since(on),
        "days_missed": _days(one, on),
        "binding": binding(one),
        "standing": one.standing(on),
        "team": held.team if held else None,
        "worker": worker,
        **asked.seen_to(worker),
    }


def _days(one: DutyRow, on: date) -> int:
    """How many days it was late by then, up to the day it was done."""
    since = one.late_since(on)
    return 0 if since is None else (min(one.met_on or on, on) - since).days + (one.met_on is None or one.met_on > on)


def _cells(one: DutyRow, on: date, held: CaseloadRow | None, asked: Whose) -> tuple[object, ...]:
    about = f"{one.duty} ({one.subject})" if one.subject else one.duty
    under = f"{one.rule}: {one.provision}; {one.limit}" if one.limit else f"{one.rule}: {one.provision}"
    if "memory" in one.confidence:
        under = f"{under}, {one.confidence}"
    done = one.met_on if one.standing(on) != "late" else None
    return (
        one.file, about, one.late_since(on), _days(one, on), one.owner, held.team if held else None,
        asked.holder(held.worker) if held else None, under, done,
    )  # fmt: skip
