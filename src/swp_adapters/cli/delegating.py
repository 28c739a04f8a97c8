"""The command that reads the delegation ledger: who held which function on a day, under what; and the gaps."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Annotated, Final

import typer

from swp_adapters.casework import Casework
from swp_adapters.cli.cover import asked_day
from swp_adapters.cli.errors import answered
from swp_adapters.cli.forms import Form, columns_of, form, put_rows, values_of
from swp_adapters.cli.output import NOT_ADVICE, dated, put_table, put_text
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, When, opened, see_file, when
from swp_domain.law.function import Function
from swp_domain.refusal import Invalid
from swp_projections import Delegations
from swp_projections.delegation import DelegationRow
from swp_projections.delegation_days import Stands

_ROW: Final = columns_of(DelegationRow)
_HELD: Final = ("functions", "for", "practice", "under", "authorisation", "from", "to", "ends because")
_GAPS: Final = ("functions", "for", "practice", "from", "to", "because", "ends because")
_NOTHING: Final = ("functions", "under", "authorisation", "from", "to", "because")
_Cells = Callable[[DelegationRow], tuple[object, ...]]


@answered
def delegation(
    practice: Annotated[str | None, typer.Argument(help="Only this practice's file: practice/…")] = None,
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    function: Annotated[
        str | None, typer.Option("--function", help="Only this function, by its name or a part of it.")
    ] = None,
    only_gaps: Annotated[
        bool, typer.Option("--gaps", help="Only the gaps, and what authorisations name without effect.")
    ] = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Who holds which function of the council on a day, under what; without a day, all intervals and the gaps."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    asked = _functions(function)
    with opened(database) as casework:
        found = _rows(casework, practice, days)
        today = asked_day(casework, days["as_at"])
    rows = [one for one in found if one.function in asked and one.from_day <= today]
    if days["as_at"] is not None:
        rows = [one for one in rows if one.holds_on(today)]
    if only_gaps:
        rows = [one for one in rows if one.stands != Stands.HELD.value]
    if how is not Form.PEOPLE:
        put_rows(how, _ROW, map(values_of, rows))
        return
    put_text(dated("Delegation", **days), style="bold")
    if not only_gaps:
        put_table("Held under an authorisation", _HELD, _together(rows, Stands.HELD, _held), empty="nothing.")
        if days["as_at"] is not None:
            _put_the_councils(rows, asked)
    gaps = "\nGaps: held before, and nobody's but the council's on days of a contract"
    put_table(gaps, _GAPS, _together(rows, Stands.GAP, _gap), empty="none.")
    nothing = "\nNamed by an authorisation without effect"
    put_table(nothing, _NOTHING, _together(rows, Stands.WITHOUT_EFFECT, _without_effect), empty="nothing.")
    put_text(NOT_ADVICE)


def _functions(asked: str | None) -> list[str]:
    """The functions that are meant.

    Raises:
        Invalid: none has such a name.
    """
    found = [one.value for one in Function if asked is None or asked.casefold() in one.value.casefold()]
    if not found:
        raise Invalid("--function", f"no function is called {asked!r}", f"Write one of: {', '.join(Function)}")
    return found


def _rows(casework: Casework, practice: str | None, days: When) -> list[DelegationRow]:
    """The rows of one practice's file, or of every one's: no other file has any, so none is read.

    Raises:
        Invalid: there is no such file, or it is not a practice's.
    """
    if practice is not None:
        see_file(casework, practice)
        if practice.partition("/")[0] not in Delegations.kinds:
            raise Invalid("practice", f"{practice} is not the file of a practice", "Use practice/…")
    files = [practice] if practice is not None else sorted(casework.practices())
    rows = [row for file in files for row in casework.view(Delegations, file=file, **days)]
    return sorted(rows, key=lambda one: (one.file, list(Function).index(Function(one.function)), one.from_day, one.key))


def _put_the_councils(rows: Sequence[DelegationRow], asked: Iterable[str]) -> None:
    held = {one.function for one in rows if one.stands == Stands.HELD.value}
    own = [one for one in asked if one not in held]
    if own:
        put_text(f"Held by nobody but the council: {', '.join(own)}.")


def _together(rows: Iterable[DelegationRow], stands: Stands, cells: _Cells) -> list[tuple[object, ...]]:
    """The intervals of a kind, in order; functions of which the same is to be told stand together."""
    found: dict[tuple[object, ...], list[str]] = {}
    for one in sorted(rows, key=lambda one: (one.from_day, one.file)):
        if one.stands == stands.value:
            found.setdefault(cells(one), []).append(one.function)
    return [("; ".join(functions), *told) for told, functions in found.items()]


def _for(one: DelegationRow) -> str:
    return f"{one.cohort} ({one.people})" if one.people else one.cohort


def _to(one: DelegationRow) -> date | str:
    return one.last_day or "no end set"


def _held(one: DelegationRow) -> tuple[object, ...]:
    given = f"{one.delegation}, through {one.commissioner}" if one.commissioner else one.delegation
    return _for(one), one.practice, one.instrument, given, one.from_day, _to(one), one.ended


def _gap(one: DelegationRow) -> tuple[object, ...]:
    return _for(one), one.practice, one.from_day, _to(one), one.why, one.ended


def _without_effect(one: DelegationRow) -> tuple[object, ...]:
    return one.instrument, one.delegation, one.from_day, _to(one), one.why
