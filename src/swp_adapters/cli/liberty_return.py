"""The national return on deprivations of liberty as it is shown: tables for people, rows for programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from swp_adapters.casework import Casework
from swp_adapters.cli.cover import asked_day
from swp_adapters.cli.forms import Form, put_rows
from swp_adapters.cli.output import NOT_ADVICE, dated, put_table, put_text
from swp_adapters.cli.settings import When
from swp_domain.law.dates import Period, spoken
from swp_domain.law.liberty_collection import COLLECTION, collection_year
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import Requirement
from swp_domain.refusal import Invalid
from swp_projections.liberty_return import Return
from swp_projections.liberty_return_fold import LibertyReturn
from swp_projections.liberty_return_rows import ApplicationRow, Granted
from swp_projections.safeguarding_board_cells import Table

NOT_TOLD: Final = "not told"
_UNTOLD: Final = ("la_code", "cqc_location_code", "demographics")
"""Columns of the return that nothing on record fills."""

_ROW: Final = (
    "person", "application", "came", "place", "setting", "ground", "received", "urgent",
    *(one.name.lower() for one in Requirement), "last_assessed", "assessments_complete", "signed_off", "stands",
    "not_met", "withdrawn", "died", "days", "in_time", "authorisation", "begins", "planned_end", "ended", "suspended",
    "reviews", "latest_review", *_UNTOLD, "file", "entries",
)  # fmt: skip
_ENTRY: Final = ("cell", "file", "on", "item", "entries")
SMALL_NUMBERS: Final = (
    "Nobody's name is here. Small numbers, and every single row, can still tell who somebody is: for publication, the "
    "national rules of suppression and rounding are to be applied."
)


def put_return(casework: Casework, began: int, days: When, cell: str | None, how: Form) -> None:
    """The return of the year that began on 1 April of a calendar year, or what one of its numbers is counted from.

    Raises:
        Invalid: there is no such year, it has not begun by the day that is asked about, or there is no such cell.
    """
    try:
        year = collection_year(began)
    except ValueError:
        raise Invalid(
            "--return", f"{began} is no year of the collection", "Write it as 2023; the first is 2013"
        ) from None
    on = asked_day(casework, days["as_at"])
    if on < year.first:
        raise Invalid("--return", f"the year begins on {year.first}, after {on}", "Ask for an earlier year")
    on = min(on, year.last or on)
    told = Return(casework.view(LibertyReturn, as_at=on, known_at=days["known_at"]), year, on)
    if cell is not None:
        _put_cell(told, cell, how)
    elif how is not Form.PEOPLE:
        put_rows(how, _ROW, _rows(told))
    else:
        _put(told, dated("Return on deprivations of liberty", as_at=None, known_at=days["known_at"]))


def _rows(told: Return) -> Iterator[dict[str, Any]]:
    for one in told.applications:
        yield {
            "person": told.person(one),
            "application": one.application,
            "came": told.came[one.file, one.key].value,
            "place": one.place,
            "setting": one.setting.value if one.setting is not None else None,
            "ground": one.ground.value if one.ground is not None else None,
            "urgent": one.urgent,
            **{asked.name.lower(): answer.value for asked, answer in one.answers.items()},
            **_outcome(one),
            **_granted(one.granted, told),
            **dict.fromkeys(_UNTOLD, NOT_TOLD),
            "file": one.file,
            "entries": " ".join(one.entries),
        }


def _outcome(one: ApplicationRow) -> dict[str, Any]:
    """Days as they were told; what was decided, and how long it took."""
    return {
        "received": str(one.received.told) if one.received is not None else None,
        "last_assessed": str(one.last_assessed.told) if one.last_assessed is not None else None,
        "assessments_complete": one.assessed_on,
        "signed_off": str(one.signed.when.told) if one.signed is not None else None,
        "stands": one.stands,
        "not_met": "; ".join(asked.value for asked in one.not_met),
        "withdrawn": one.withdrawn_on,
        "died": one.died_on,
        "days": one.days,
        "in_time": one.in_time,
    }


def _granted(one: Granted | None, told: Return) -> dict[str, Any]:
    names = ("authorisation", "begins", "planned_end", "ended", "suspended", "reviews", "latest_review")
    if one is None:
        return dict.fromkeys(names)
    review = one.latest_review.value if one.latest_review is not None else None
    values = (one.authorisation, one.begins_on, one.planned_until, one.last_day(told.on), one.suspended, one.reviews)
    return dict(zip(names, (*values, review), strict=True))


def _put_cell(told: Return, name: str, how: Form) -> None:
    if name not in told.cells:
        raise Invalid("--cell", f"{name!r} is no cell of this return", "swp liberty --return shows the name of each")
    found = told.cells[name]
    rows = [
        {"cell": name, "file": one.file, "on": one.on, "item": one.key, "entries": " ".join(one.entries)}
        for one in found.rows
    ]
    if how is not Form.PEOPLE:
        put_rows(how, _ENTRY, rows)
        return
    title = f"{name}: {found.shown}, from {len(rows)}"
    put_table(title, _ENTRY[1:], ([one[column] for column in _ENTRY[1:]] for one in rows))


def _put(told: Return, title: str) -> None:
    days = Period(told.year.first, told.on)
    put_text(f"{title}, {days}", style="bold")
    if told.year.last is not None and told.on < told.year.last:
        put_text(f"The year is not over: it is counted to {spoken(told.on)}, and that day stands for its last.")
    for table in told.tables:
        _put_table(table)
    put_text(f"{COLLECTION.title} ({COLLECTION.force.value}): {COLLECTION.confidence}.")
    put_text("Nothing is added up over statute, guidance and targets, and there is no percentage of compliance.")
    put_text("--csv and --json have a row for each application; --cell and a name, what a number is counted from.")
    put_text(SMALL_NUMBERS)
    put_text(NOT_ADVICE)


def _put_table(table: Table) -> None:
    """A table, without the lines in which there is nothing, with its note and with what cannot be told."""
    rows = [(f"{'  ' * line.part}{line.label}", cell.shown, cell.name) for line, _, cell in table.cells if cell.rows]
    put_table(table.title, ("what", *table.columns, "cell"), rows, empty="none.")
    if table.note and rows:
        put_text(table.note, indent=4)
    for one in table.unsaid:
        put_text(f"Not told: {one}.")
