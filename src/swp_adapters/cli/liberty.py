"""The command that reads liberty: days that nothing authorised, requests that wait, authorisations that end."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from swp_adapters.casework import Casework
from swp_adapters.cli.cover import asked_day
from swp_adapters.cli.drawing import on_the_line
from swp_adapters.cli.errors import answered
from swp_adapters.cli.forms import AsPage, Form, columns_of, form, put_page, put_rows, values_of
from swp_adapters.cli.liberty_return import put_return
from swp_adapters.cli.output import NOT_ADVICE, counted, dated, put_table, put_text
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, When, opened, see_file, when
from swp_adapters.pages.detained import people
from swp_adapters.pages.liberty import SOON, LibertyPage, liberty_page
from swp_domain.case_file import CaseFile
from swp_domain.deprivation_cover import Authority, DeprivedDays, deprived_days
from swp_domain.liberty import STAGE
from swp_domain.liberty.rules import ASSESSMENTS
from swp_domain.refusal import Invalid
from swp_projections import Authorisations, Duties
from swp_projections.authorisations import LEFT, REQUEST, AuthorisationRow
from swp_projections.steps import LibertySteps, by_name

_DAYS = ("file", "deprivation", "place", "setting", "first", "last", "days", "authority", "why", "under", "entries")
_ROW = (*_DAYS, *(one for one in columns_of(AuthorisationRow, "standing", "late_since", "waits") if one not in _DAYS))
_STANDING = ("case", "what", "name", "place", "requested", "last day", "from", "until", "stands", "days waited")
_OTHERS = frozenset(one.name for one in STAGE.duties if one.name != ASSESSMENTS)
"""What is owed beside the assessments of a request, which a request's own row tells."""

_Days = tuple[str, DeprivedDays]


@answered
def liberty(
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    file: Annotated[str | None, typer.Option("--case", help="Only this case, with every day as a line.")] = None,
    page: AsPage = None,
    year: Annotated[
        int | None, typer.Option("--return", metavar="YEAR", help="The national return of the year from 1 April YEAR.")
    ] = None,
    cell: Annotated[
        str | None, typer.Option("--cell", metavar="CELL", help="What one number of the return is counted from.")
    ] = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Days of deprivation of liberty that nothing authorised, by person; requests that wait; authorisations."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    if (year is not None and file is not None) or (year is None and cell is not None):
        raise Invalid("--return", "is asked of all cases, and --cell of a return", "Give --return without --case")
    with opened(database) as casework:
        if year is not None:
            put_return(casework, year, days, cell, how)
            return
        on = asked_day(casework, days["as_at"])
        if file is not None:
            see_file(casework, file)
        rows = casework.view(Authorisations, file=file, **days)
        found = list(_deprived(casework, file, on, days))
        if page is not None:
            put_page(page, liberty_page(_page(casework, file, on, days, rows, found)))
            return
    rows.sort(key=lambda one: (one.file, one.requested_on or one.begins_on or date.max, one.key))
    if how is not Form.PEOPLE:
        put_rows(how, _ROW, [*(_told(*one) for one in found), *(_answer(one, on) for one in rows)])
        return
    bare = [one for one in found if file is not None or one[1].authority is not Authority.AUTHORISED]
    title = "Days of deprivation of liberty" if file else "Days of deprivation of liberty, not authorised or untold"
    put_table(dated(title, **days), ("case", "from", "to", "days", "stands", "why"), (_line(*one) for one in bare))
    if file is not None:
        for _, one in found:
            put_text(on_the_line(one.days.first, one.days.last or on, one.authority, one.why))
    put_text(_uncovered(found, on))
    put_table(dated("Requests and authorisations", **days), _STANDING, (_cells(one, on) for one in rows))
    put_text(_backlog(rows, on))
    put_text(NOT_ADVICE)


def _page(
    casework: Casework, file: str | None, on: date, days: When, rows: list[AuthorisationRow], found: list[_Days]
) -> LibertyPage:
    owed = [one for one in casework.view(Duties, file=file, **days) if one.duty in _OTHERS]
    entries = by_name(casework.view(LibertySteps, file=file, **days))
    return LibertyPage(days=found, rows=rows, owed=owed, entries=entries, on=on, known_at=days["known_at"], case=file)


def _deprived(casework: Casework, file: str | None, on: date, days: When) -> Iterator[_Days]:
    names = [file] if file else [name for name, _ in casework.files() if name.startswith(f"{CaseFile.kind}/")]
    for name in names:
        held = casework.file(name, as_at=on, known_at=days["known_at"])
        if isinstance(held, CaseFile):
            yield from ((name, one) for one in deprived_days(held, on))


def _length(one: DeprivedDays) -> int:
    return ((one.days.last or one.days.first) - one.days.first).days + 1


def _line(name: str, one: DeprivedDays) -> tuple[object, ...]:
    return (name, one.days.first, one.days.last, _length(one), one.authority.value, one.why)


def _told(name: str, one: DeprivedDays) -> dict[str, object]:
    return {
        **dict.fromkeys(_ROW),
        "file": name,
        "what": "days",
        "deprivation": one.deprivation,
        "place": one.place,
        "setting": one.setting.value,
        "first": one.days.first,
        "last": one.days.last,
        "days": _length(one),
        "authority": one.authority.value,
        "why": one.why,
        "under": "; ".join(map(str, one.under)),
        "entries": " ".join(one.entries),
    }


def _answer(one: AuthorisationRow, on: date) -> dict[str, object]:
    return {
        **dict.fromkeys(_ROW),
        **values_of(one),
        "standing": one.standing(on),
        "late_since": one.late_since(on),
        "waits": one.waits(on),
    }


def _cells(one: AuthorisationRow, on: date) -> tuple[object, ...]:
    stands = one.standing(on) + (", ends soon" if one.expires_within(SOON, on) else "")
    begins, until = (one.urgent_from, one.urgent_until) if one.what == REQUEST else (one.begins, one.until)
    return (
        one.file, one.what, one.about, one.place, one.requested, one.last_day, begins, until, stands, one.waits(on),
    )  # fmt: skip


def _uncovered(found: list[_Days], on: date) -> str:
    """How many people had days that nothing authorised, and how many days, each person's counted once."""
    numbers = [days for one in people(found, on) if (days := one.days(Authority.NOT_AUTHORISED))]
    return f"{counted(len(numbers), 'person', 'people')}, {counted(sum(numbers), 'day')} that nothing authorised."


def _backlog(rows: list[AuthorisationRow], on: date) -> str:
    ages = [age for one in rows if (age := one.waits(on)) is not None]
    late = sum(one.standing(on) == "late" for one in rows)
    died = sum(one.standing(on) == "died waiting" for one in rows)
    gone = sum(one.standing(on) == LEFT for one in rows)
    left = f" {counted(gone, 'request')} for a place that the person has left." if gone else ""
    oldest = f", the oldest {counted(max(ages), 'day')}" if ages else ""
    waiting = f"{counted(len(ages), 'request')} wait{'s' if len(ages) == 1 else ''}"
    return f"{waiting}{oldest}; {late} late; {died} died waiting.{left}"
