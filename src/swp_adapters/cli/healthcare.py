"""The command that reads continuing healthcare: how far each question is, how long it took, what is owed."""

from __future__ import annotations

from datetime import date
from typing import Annotated

import typer

from swp_adapters.cli.citing import cited
from swp_adapters.cli.cover import COVER, Mine, Team, Whose, Worker, asked_day, say_if_unknown, whose
from swp_adapters.cli.errors import answered
from swp_adapters.cli.forms import AsPage, Form, columns_of, form, put_page, put_rows, values_of
from swp_adapters.cli.output import dated, one_line, put_table, put_text
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, opened, when
from swp_adapters.pages.healthcare import HealthcarePage, healthcare_page
from swp_projections import ContinuingHealthcare
from swp_projections.continuing_healthcare import ContinuingHealthcareRow, late_by_force
from swp_projections.steps import HealthcareSteps, by_matter

_COLUMNS = (
    "case", "worker", "consideration", "stands", "since", "received", "decided", "days", "disputed since", "pays",
    "owed", "by", "last day", "late since", "under",
)  # fmt: skip
_ROW = columns_of(ContinuingHealthcareRow, "standing", "late_since", *COVER)


@answered
def healthcare(
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    team: Team = None,
    worker: Worker = None,
    acting: Mine = None,
    late: Annotated[bool, typer.Option("--late", help="Only where something is late.")] = False,
    disputed: Annotated[bool, typer.Option("--disputed", help="Only what NHS body and council disagree on.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="What is over, and closed cases, as well.")] = False,
    page: AsPage = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """NHS continuing healthcare: how far each question is, days to the decision, disputes, and what is owed."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    with opened(database) as casework:
        on = asked_day(casework, days["as_at"])
        asked = whose(casework, days, team, worker, acting)
        found = casework.view(ContinuingHealthcare, held=asked.held, **days)
        if not found:
            say_if_unknown(casework, asked, days)
        told = casework.view(HealthcareSteps, held=asked.held, **days) if page is not None else []
    rows = [one for one in found if everything or not (one.over or one.closed_on)]
    rows = [one for one in rows if not late or one.late_since(on) is not None]
    rows = [one for one in rows if not disputed or one.disputed_since is not None]
    rows.sort(key=lambda one: (one.last_day or date.max, one.file, one.key))
    if page is not None:
        only = _only(bool(asked.held), late, disputed, everything)
        made = HealthcarePage(rows=rows, steps=by_matter(told), on=on, known_at=days["known_at"], only=only)
        put_page(page, healthcare_page(made))
        return
    if how is not Form.PEOPLE:
        put_rows(how, _ROW, (_told(one, on, asked) for one in rows))
        return
    put_table(dated("Continuing healthcare", **days), _COLUMNS, (_cells(one, on, asked) for one in rows))
    for force, number in late_by_force(rows, on).items():
        put_text(f"Late under {force}: {number}")
    for away in asked.away(one.worker for one in rows):
        put_text(one_line(away))


def _only(held: bool, late: bool, disputed: bool, everything: bool) -> str:
    """Which cases a page is of, where it is not of all."""
    told = {
        "Only of one team or worker.": held,
        "Only what is late.": late,
        "Only disputes.": disputed,
        "What is over is left out.": not everything,
    }
    return " ".join(says for says, holds in told.items() if holds)


def _told(one: ContinuingHealthcareRow, on: date, asked: Whose) -> dict[str, object]:
    stands = {"standing": one.standing(on), "late_since": one.late_since(on)}
    return {**values_of(one), **stands, **asked.seen_to(one.worker)}


def _cells(one: ContinuingHealthcareRow, on: date, asked: Whose) -> tuple[object, ...]:
    under = cited(f"{one.provision} ({one.force})", one.confidence, one.limit) if one.due else None
    counted = one.days_counted
    took = one.days if counted == one.days else f"{one.days} ({counted} counted)"
    return (
        one.file, asked.holder(one.worker), one.consideration, one.stage, one.since, one.received_on, one.decided_on,
        took, one.disputed_since, one.funder, one.due, one.by, one.last_day, one.late_since(on), under,
    )  # fmt: skip
