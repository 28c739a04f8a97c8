"""In what form rows are given to programs: the one place that every list of ``swp`` goes through."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from swp_adapters.cli.errors import say
from swp_adapters.cli.output import put_lines
from swp_adapters.cli.spreadsheet import put_csv
from swp_domain.refusal import Invalid
from swp_projections.projection import Row

AsPage = Annotated[
    Path | None,
    typer.Option("--html", metavar="FILE", help="Write a page to print on A4: one file, and nobody's name in it."),
]


class Form(StrEnum):
    """Tables for people, or rows for programs."""

    PEOPLE = "people"
    JSON = "json"
    CSV = "csv"


def form(as_json: bool, as_csv: bool) -> Form:
    """In what form the answer is asked for.

    Raises:
        Invalid: in two at once.
    """
    if as_json and as_csv:
        raise Invalid("--csv", "is given beside --json", "Give one of them")
    return Form.JSON if as_json else Form.CSV if as_csv else Form.PEOPLE


def put_rows(form: Form, columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """The same columns, under the same stable names, as JSON Lines or as CSV; without rows, CSV has its header."""
    if form is Form.CSV:
        put_csv(columns, rows)
    else:
        put_lines({column: row[column] for column in columns} for row in rows)


def columns_of(row: type[Row], *more: str) -> tuple[str, ...]:
    """The names of a view's columns, and of those that a day or another view adds."""
    return (*(one.name for one in fields(row)), *more)


def values_of(row: Row) -> dict[str, object]:
    """A row by the names of its columns."""
    return {one.name: getattr(row, one.name) for one in fields(row)}


def put_page(file: Path, page: str) -> None:
    """Write a page, and say where."""
    file.write_text(page, encoding="utf-8")
    say(f"Written: {file}")
