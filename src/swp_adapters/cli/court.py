"""The command that reads the Court of Protection: matters, orders and what they forbid, what is directed and late."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Final

import typer

from swp_adapters.casework import Casework
from swp_adapters.cli.cover import asked_day
from swp_adapters.cli.errors import answered
from swp_adapters.cli.forms import AsPage, Form, columns_of, form, put_page, put_rows, values_of
from swp_adapters.cli.output import dated, put_table
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, When, opened, see_file, when
from swp_adapters.pages.court import court_page
from swp_adapters.pages.court_matters import CourtPage
from swp_domain.court import STAGE
from swp_projections import CourtOfProtection, Duties
from swp_projections.court_of_protection import CourtRow
from swp_projections.steps import CourtSteps, by_matter, by_name

COLUMNS: Final = ("what", "kind", "whose", "made", "by", "expires", "stands", "forbids, lacks or owes")
"""What people are told of a row: see :func:`cells`."""

_ROW: Final = columns_of(CourtRow, "standing")
_OURS: Final = frozenset(one.name for one in STAGE.duties)


@answered
def court(
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    file: Annotated[str | None, typer.Option("--case", help="Only this case.")] = None,
    page: AsPage = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """What is before the Court of Protection, orders in force and what they forbid, what is directed and late."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    with opened(database) as casework:
        on = asked_day(casework, days["as_at"])
        if file is not None:
            see_file(casework, file)
        rows = casework.view(CourtOfProtection, file=file, **days)
        if page is not None:
            put_page(page, court_page(_page(casework, file, on, days, rows)))
            return
    if how is not Form.PEOPLE:
        put_rows(how, _ROW, ({**values_of(one), "standing": one.standing(on)} for one in rows))
        return
    _put(rows, on, days["known_at"])


def _page(casework: Casework, file: str | None, on: date, days: When, rows: list[CourtRow]) -> CourtPage:
    steps = casework.view(CourtSteps, file=file, **days)
    owed = [one for one in casework.view(Duties, file=file, **days) if one.duty in _OURS]
    matters, entries = by_matter(steps), by_name(steps)
    return CourtPage(rows=rows, owed=owed, steps=matters, entries=entries, on=on, known_at=days["known_at"], case=file)


def show_court(casework: Casework, on: date, days: When) -> None:
    """The court's business and how it stands on a day, for people."""
    _put(casework.view(CourtOfProtection, **days), on, days["known_at"])


def _put(rows: list[CourtRow], on: date, known_at: date | None) -> None:
    told = ((one.file, *cells(one, on)) for one in rows)
    put_table(dated("Court of Protection", on, known_at), ("file", *COLUMNS), told)


def cells(one: CourtRow, on: date) -> tuple[object, ...]:
    """A row for people."""
    by_when = one.listed_for or one.last_day or one.review_by
    deprives = "authorises a deprivation of liberty" if one.authorises_deprivation_of_liberty else ""
    owes = f"{one.owes(on)} (late)" if one.late_since(on) else one.owes(on)
    note = "; ".join(filter(None, (deprives, one.says, "" if one.what == "direction" else owes)))
    return (one.what, one.kind, one.owner, one.told_as or one.made_on, by_when, one.expires_on, one.standing(on), note)
