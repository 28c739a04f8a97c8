"""The command that reads safeguarding: every concern and enquiry, where it stands, and what is owed next."""

from __future__ import annotations

from dataclasses import asdict, fields
from datetime import date
from typing import Annotated

import typer

from swp_adapters.cli.cover import COVER, Mine, Team, Whose, Worker, asked_day, say_if_unknown, whose
from swp_adapters.cli.errors import answered
from swp_adapters.cli.forms import Form, columns_of, form, put_rows, values_of
from swp_adapters.cli.output import dated, one_line, put_table, put_text
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, opened, when
from swp_projections import Safeguarding
from swp_projections.clusters import Cluster, clusters
from swp_projections.safeguarding import SafeguardingRow

_COLUMNS = (
    "case", "worker", "concern", "received", "kinds", "place", "decided", "enquiry", "opened", "action", "ended",
    "outcomes", "next", "last day", "stands", "late since",
)  # fmt: skip
_ROW = columns_of(SafeguardingRow, "standing", "late_since", *COVER)
_CLUSTER = tuple(one.name for one in fields(Cluster))


@answered
def safeguarding(
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    team: Team = None,
    worker: Worker = None,
    acting: Mine = None,
    late: Annotated[bool, typer.Option("--late", help="Only where something is late.")] = False,
    everything: Annotated[bool, typer.Option("--all", help="What is over as well.")] = False,
    together: Annotated[
        bool, typer.Option("--clusters", help="Providers and places that concerns of one year have in common.")
    ] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Every concern and the enquiries it led to, with the days of its decisions and what is owed next."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    with opened(database) as casework:
        on = asked_day(casework, days["as_at"])
        asked = whose(casework, days, team, worker, acting)
        found = casework.view(Safeguarding, held=asked.held, **days)
        if not found:
            say_if_unknown(casework, asked, days)
    if together:
        _put_clusters(how, clusters(found), dated("Concerns in common", **days))
        return
    rows = [one for one in found if (everything or not one.over) and (not late or one.late_since(on) is not None)]
    rows.sort(key=lambda one: (one.last_day or date.max, one.file, one.key))
    if how is not Form.PEOPLE:
        put_rows(how, _ROW, (_told(one, on, asked) for one in rows))
        return
    put_table(dated("Safeguarding", **days), _COLUMNS, (_cells(one, on, asked) for one in rows))
    for away in asked.away(one.worker for one in rows):
        put_text(one_line(away))


def _told(one: SafeguardingRow, on: date, asked: Whose) -> dict[str, object]:
    stands = {"standing": one.standing(on), "late_since": one.late_since(on)}
    return {**values_of(one), **stands, **asked.seen_to(one.worker)}


def _put_clusters(how: Form, found: list[Cluster], title: str) -> None:
    if how is not Form.PEOPLE:
        put_rows(how, _CLUSTER, (asdict(one) for one in found))
        return
    put_table(title, tuple(name.replace("_on", "") for name in _CLUSTER), (list(asdict(one).values()) for one in found))


def _cells(one: SafeguardingRow, on: date, asked: Whose) -> tuple[object, ...]:
    decided = f"{one.decided_on}: {one.decision}" if one.decided_on else None
    action = f"{one.action_on}: {one.action}" if one.action_on else None
    ended = f"{one.closed_on}: {one.end}" if one.closed_on else None
    place = ", ".join(filter(None, (one.location, one.location_name, one.provider))) or None
    wanted = one.achieved or ("asked" if one.asked else one.unasked)
    concern = f"{one.concern} ({one.called or 'its receipt is not on record'})"
    enquiry = f"{one.enquiry} ({one.enquiry_called})" if one.enquiry else None
    return (
        one.file, asked.holder(one.worker), concern, one.received_on, one.types, place, decided,
        enquiry, one.opened_on, action, ended, wanted, one.due, one.last_day, one.standing(on), one.late_since(on),
    )  # fmt: skip
