"""The command that reads a safeguarding adults board's report, prints it as a page, and lists the entries of a cell."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, Final

import typer

from swp_adapters.casework import Casework
from swp_adapters.cli.cover import asked_day
from swp_adapters.cli.errors import answered
from swp_adapters.cli.forms import AsPage, Form, form, put_page, put_rows
from swp_adapters.cli.output import NOT_ADVICE, dated, one_line, put_table, put_text, shortened
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, When, day, opened, when
from swp_adapters.pages.board import Page, board_page
from swp_domain.law.dates import Period, spoken
from swp_domain.law.safeguarding_collection import collection_year, collection_year_on
from swp_domain.refusal import Invalid
from swp_projections import SafeguardingBoard
from swp_projections.safeguarding_board import Board
from swp_projections.safeguarding_board_cells import Table
from swp_projections.safeguarding_board_first import first

_ROW: Final = ("kind", "section", "table", "line", "column", "cell", "number", "unit", "force", "files", "entries")
_ENTRY: Final = ("cell", "file", "on", "item", "entries")


@answered
def board(
    database: Database = None,
    begins: Annotated[str | None, typer.Option("--from", metavar="DATE", help="The first day of the report.")] = None,
    ends: Annotated[str | None, typer.Option("--to", metavar="DATE", help="The last day of the report.")] = None,
    year: Annotated[
        int | None, typer.Option("--year", help="The year that begins on 1 April of it, instead of two days.")
    ] = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    cell: Annotated[
        str | None, typer.Option("--cell", metavar="CELL", help="What one number is counted from, by its name.")
    ] = None,
    page: AsPage = None,
    bare: Annotated[
        bool, typer.Option("--without-entries", help="Of the page, without the appendix of entries.")
    ] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """A safeguarding board's report: where to look first, then every number, each with its entries."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    if bare and page is None:
        raise Invalid("--without-entries", "is given without --html", "Give it with --html, or leave it out")
    with opened(database) as casework:
        on = asked_day(casework, days["as_at"])
        period = asked_period(begins, ends, year, on)
        told = Board(casework.view(SafeguardingBoard, as_at=on, known_at=days["known_at"]), period, on)
        council = _council(casework, days, on)
    if page is not None:
        put_page(page, board_page(Page(told, council, days["known_at"], entries=not bare)))
    elif cell is not None:
        _put_cell(told, cell, how)
    elif how is not Form.PEOPLE:
        put_rows(how, _ROW, _rows(told))
    else:
        _put(told, dated("Safeguarding board", **days))


def asked_period(begins: str | None, ends: str | None, year: int | None, on: date) -> Period:
    """The days that are asked about, none after the day that is asked about: unless told, the year so far.

    Raises:
        Invalid: they are no days, given twice, the wrong way round, or after that day.
    """
    first, last = day(begins, "--from"), day(ends, "--to")
    if year is not None and (first or last):
        raise Invalid("--year", "is given beside --from or --to", "Give one of them")
    try:
        whole = collection_year(year) if year is not None else collection_year_on(last or on)
    except ValueError:
        if year is None:
            raise Invalid(
                "--to", f"{last or on} lies in no whole year of the calendar", "Ask for another day"
            ) from None
        raise Invalid("--year", f"{year} is no year of the calendar", "Write it as 2024") from None
    until = last or (on if first is not None or whole.last is None else whole.last)
    first, last = first or whole.first, min(until, on)
    if first > last:
        raise Invalid("--from", f"{first} lies after {last}", "Ask for an earlier day, or a later --as-at")
    return Period(first, last)


def _council(casework: Casework, days: When, on: date) -> str:
    """The council whose board it is, where there is one."""
    found = {one.council or one.former_council for one in casework.standing(on, known_at=days["known_at"]).practices}
    return found.pop() if len(found) == 1 else ""


def _rows(told: Board) -> Iterator[dict[str, Any]]:
    """For programs: what to look at first, then a row a cell, then what is not modelled."""
    for reason in first(told):
        for one in reason.looks:
            yield _bare(kind="look", section=reason.says, line=one.says, force=one.force,
                        files=" ".join(one.files), entries=" ".join(one.entries))  # fmt: skip
    for section in told.sections:
        for table in section.tables:
            where = {"section": section.title, "table": table.title}
            for line, column, cell in table.cells:
                yield _bare(
                    kind="part" if line.part else "count" if cell.told is None else "worked out", **where,
                    line=line.label, column=column, cell=cell.name, number=cell.number, unit=cell.unit,
                    files=" ".join(dict.fromkeys(row.file for row in cell.rows)), entries=" ".join(cell.entries),
                )  # fmt: skip
            yield from (_bare(kind="not modelled", **where, line=one) for one in table.unsaid)


def _bare(**told: Any) -> dict[str, Any]:
    return {**dict.fromkeys(_ROW), **told}


def _put_cell(told: Board, name: str, how: Form) -> None:
    """What a cell is counted from.

    Raises:
        Invalid: there is no such cell in this report.
    """
    if name not in told.cells:
        raise Invalid("--cell", f"{name!r} is no cell of this report", "swp board --csv has the name of each")
    rows = [
        {"cell": name, "file": one.file, "on": one.on, "item": one.key, "entries": " ".join(one.entries)}
        for one in told.cells[name].rows
    ]
    if how is not Form.PEOPLE:
        put_rows(how, _ENTRY, rows)
        return
    title = f"{name}: {told.cells[name].shown}, from {len(rows)}"
    put_table(title, _ENTRY[1:], ([one[column] for column in _ENTRY[1:]] for one in rows))


def _put(told: Board, title: str) -> None:
    last = told.period.last or told.on
    put_text(f"{title}, from {spoken(told.period.first)} to {spoken(last)}", style="bold")
    put_text("\nWhere to look first", style="bold")
    for reason in first(told):
        put_text(f"{reason.says}{f' ({reason.more} more)' if reason.more else ''}")
        for one in reason.shown:
            force = f" [{one.force}]" if one.force else ""
            put_text(f"{shortened(one_line(one.says))}{force}. In {', '.join(one.files)}", indent=4)
    for section in told.sections:
        put_text(f"\n{section.title}", style="bold")
        for table in section.tables:
            _put_table(table)
    put_text("Nothing is added up over statute, guidance and targets, and there is no percentage of compliance.")
    put_text(NOT_ADVICE)


def _put_table(table: Table) -> None:
    """A table, without the lines in which there is nothing."""
    told = [one for one in table.lines if any(cell is not None and cell.rows for cell in one.cells)]
    put_table(
        table.title,
        ("what", *table.columns),
        ((f"{'  ' * one.part}{one.label}", *(cell.shown if cell else None for cell in one.cells)) for one in told),
        empty="none.",
    )
    for one in table.unsaid:
        put_text(f"Not modelled: {one}.")
