"""The command that reads a practice's care budget: what each line held, gave, took and has left; what is owed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Annotated, Final

import typer

from swp_adapters.cli.errors import answered
from swp_adapters.cli.forms import Form, columns_of, form, put_rows, values_of
from swp_adapters.cli.output import dated, one_line, put_table, put_text
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, opened, see_file, when
from swp_domain.money import pounds
from swp_domain.refusal import Invalid
from swp_projections import Budget
from swp_projections.budget import LINE, LOAN, OVERSPEND, SURPLUS, BudgetRow, surplus_left

_ROW: Final = columns_of(BudgetRow)
_LINES: Final = ("year", "line", "agreed", "vired in", "vired out", "committed", "spent", "left")
_CARRIED: Final = ("year", "agreed", "kept")
_OVERSPENDS: Final = ("year", "found", "from the sub-pool", "from surplus", "from the commissioner", "raised", "unmet")
_LOANS: Final = ("loan", "year", "lent", "paid back", "outstanding", "next by", "next")
_DIGITS: Final = 4


@answered
def budget(
    practice: Annotated[str | None, typer.Argument(help="Only this practice: practice/….")] = None,
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    year: Annotated[
        str | None, typer.Option("--year", metavar="YEAR", help="Only the year of account that begins in April of it.")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """How a practice's care budget stands: each line of each year, what was carried forward, overspends and loans."""
    how, days, begins = form(as_json, as_csv), when(as_at, known_at), _year(year)
    with opened(database) as casework:
        if practice is not None:
            see_file(casework, practice)
        found = casework.view(Budget, file=practice, **days)
    found.sort(key=lambda one: (one.file, one.key))
    rows = [one for one in found if begins is None or (one.year is not None and one.year.year == begins)]
    if how is not Form.PEOPLE:
        put_rows(how, _ROW, map(values_of, rows))
        return
    put_text(dated(practice or "Budgets", **days), style="bold")
    for file in sorted({one.file for one in rows}):
        # What is left of the surplus is a question to all years, whichever are shown.
        put_practice(
            file, [one for one in rows if one.file == file], surplus_left(one for one in found if one.file == file)
        )
    if not rows:
        put_text("No budget is on record.")


def _year(text: str | None) -> int | None:
    if text is None:
        return None
    first = text.partition("-")[0]
    if len(first) != _DIGITS or not first.isascii() or not first.isdigit():
        raise Invalid("--year", f"{text!r} is not a year of account", "Write it as 2012, or as 2012-13")
    return int(first)


def put_practice(file: str, rows: Sequence[BudgetRow], surplus: Decimal) -> None:
    """One practice: its lines, and whatever there is of surplus, overspends and loans."""
    lines, carried, overspends, loans = (
        [one for one in rows if one.what == what] for what in (LINE, SURPLUS, OVERSPEND, LOAN)
    )
    put_table(f"{file}, lines of the sub-pool", _LINES, map(_line, lines))
    if carried:
        put_text(one_line(f"Surplus carried forward that is left: {pounds(surplus)}."))
        put_table("Carried forward", _CARRIED, ((_of(one.year), *map(_sum, (one.agreed, one.kept))) for one in carried))
    if overspends:
        put_table("Overspends", _OVERSPENDS, map(_overspend, overspends))
    if loans:
        put_table("Loans from the commissioner", _LOANS, map(_loan, loans))


def _line(one: BudgetRow) -> tuple[object, ...]:
    sums = (one.vired_in, one.vired_out, one.committed, one.spent, one.left)
    agreed = _sum(one.agreed) if one.agreed is not None else "not in the sub-pool"
    return (_of(one.year), one.line, agreed, *map(_sum, sums))


def _overspend(one: BudgetRow) -> tuple[object, ...]:
    found = f"{_sum(one.found)} forecast" if one.forecast else _sum(one.found)
    met = map(_sum, (one.met_from_sub_pool, one.met_from_surplus, one.met_from_commissioner))
    return (_of(one.year), found, *met, one.raised_on, _sum(one.left))


def _loan(one: BudgetRow) -> tuple[object, ...]:
    return (
        one.loan, _of(one.year), *map(_sum, (one.lent, one.repaid, one.left)), one.next_by, _sum(one.next_pounds)
    )  # fmt: skip


def _sum(amount: Decimal | None) -> str | None:
    return None if amount is None else pounds(amount)


def _of(year: date | None) -> str | None:
    """A year of account as it is written: 2012-13."""
    return None if year is None else f"{year.year}-{(year.year + 1) % 100:02}"
