"""The command that reads a commissioner's report, and the entries behind each of its cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, Any, Final

import typer

from swp_adapters.cli.cover import Team, asked_day
from swp_adapters.cli.errors import answered, say
from swp_adapters.cli.forms import Form, form, put_rows
from swp_adapters.cli.output import dated, put_table
from swp_adapters.cli.performance_report import ROW, Report, year_to
from swp_adapters.cli.performance_screen import put_report
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, opened, when
from swp_adapters.exchange.published_figures import Published, from_file, month, name_of, shipped
from swp_domain.law.dates import ONE_DAY, Period
from swp_domain.refusal import Invalid
from swp_projections.performance import Performance, Table
from swp_projections.performance_later import CameLater, came_into_services_later
from swp_projections.performance_measures import MEASURES

_ENTRY: Final = ("cell", "month", "team", "file", "on", "item", "came_to", "how", "entries")


@answered
def performance(
    database: Database = None,
    month_asked: Annotated[
        str | None,
        typer.Option("--month", metavar="MONTH", help="One month, such as 2012-01; else the last whole one."),
    ] = None,
    quarter: Annotated[
        str | None, typer.Option("--quarter", metavar="QUARTER", help="Three months, such as 2012-Q1.")
    ] = None,
    team: Team = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    entries: Annotated[
        str | None,
        typer.Option("--entries", metavar="CELL", help="The entries that a cell is counted from, by its name."),
    ] = None,
    published: Annotated[
        bool,
        typer.Option("--published", help="Beside what was published of these months, and what does not add up in it."),
    ] = False,
    against: Annotated[
        Path | None, typer.Option("--against", help="Beside the figures of a TOML file of your own.")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """A commissioner's report by month: calls, triage, assessments, who is in receipt, outcomes; and its entries."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    with opened(database) as casework:
        on = asked_day(casework, days["as_at"])
        months = asked_months(month_asked, quarter, on)
        rows = casework.view(Performance, **days)
    report = Report(Table(rows), months, team, _printed(months, published, against))
    if team is not None and team not in report.table.teams:
        say(f"swp: no case was ever given to a team called {team}.")
    later = came_into_services_later(rows, year_to(months[-1]), on)
    if entries is not None:
        _put_entries(report, entries, later, how)
    elif how is not Form.PEOPLE:
        put_rows(how, ROW, report.rows(later))
    else:
        put_report(report, dated("Performance", **days), later)


def asked_months(month_asked: str | None, quarter: str | None, on: date) -> tuple[Period, ...]:
    """The months that are asked about, none of them beyond the day that is asked about.

    Raises:
        Invalid: there is no such month or quarter, both were given, or it begins after that day.
    """
    if month_asked and quarter:
        raise Invalid("--quarter", "is given beside --month", "Give one of them")
    if quarter:
        found = re.fullmatch(r"(\d{4})-Q([1-4])", quarter)
        if found is None:
            raise Invalid("--quarter", f"{quarter!r} is no quarter", "Write it as 2012-Q1")
        first = 3 * int(found[2]) - 2
        months = [month(f"{found[1]}-{first + number:02}", "--quarter") for number in range(3)]
    else:
        last_whole = (on + ONE_DAY).replace(day=1) - ONE_DAY
        months = [month(month_asked) if month_asked else month(last_whole.isoformat()[:7])]
    begun = [one for one in months if one.first <= on]
    if not begun:
        raise Invalid(
            "--month", f"{name_of(months[0])} begins after {on}", "Ask for an earlier one, or a later --as-at"
        )
    return tuple(Period(one.first, min(one.last or on, on)) for one in begun)


def _printed(months: tuple[Period, ...], published: bool, against: Path | None) -> Published | None:
    """The published table to set beside it.

    Raises:
        Invalid: none of those that come with this package prints anything of these months.
    """
    if against is not None:
        return from_file(against)
    if not published:
        return None
    asked = {name_of(one) for one in months}
    found = next((one for one in shipped() if asked & set(one.months)), None)
    if found is None:
        known = "; ".join(f"{one.months[0]} to {one.months[-1]}: {one.title}" for one in shipped())
        raise Invalid("--published", "nothing published is kept of these months", f"There is {known}")
    return found


def _put_entries(report: Report, cell: str, later: CameLater, how: Form) -> None:
    """The rows of a cell, each with its entries.

    Raises:
        Invalid: there is no such cell.
    """
    rows = list(_entries(report, cell, later))
    if how is not Form.PEOPLE:
        put_rows(how, _ENTRY, rows)
        return
    put_table(
        f"Entries of {cell}: {len(rows)}",
        ("month", "team", "file", "on", "what", "came to", "how", "entries"),
        (
            (one["month"], one["team"], one["file"], one["on"], one["item"], one["came_to"], one["how"], one["entries"])
            for one in rows
        ),
    )


def _entries(report: Report, cell: str, later: CameLater) -> Iterator[dict[str, Any]]:
    if cell == "below-later":
        for file, (on, ids) in sorted(later.later.items()):
            told = {"file": file, "on": on, "entries": " ".join((*later.helped[file], *ids))}
            yield {**dict.fromkeys(_ENTRY), "cell": cell, **told}
        return
    if cell not in MEASURES:
        raise Invalid("--entries", f"{cell!r} is no cell", f"Use one of {', '.join((*MEASURES, 'below-later'))}")
    for period in report.months:
        for row in report.table.cell(cell, period, report.team).rows:
            yield {
                "cell": cell, "month": name_of(period), "team": row.team, "file": row.file, "on": row.on,
                "item": row.item.value, "came_to": row.came_to.value, "how": row.how, "entries": " ".join(row.entries),
            }  # fmt: skip
