"""The commands that read practices: those of a record on a day, and the seven pilots, which one of them can live."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Annotated

import typer

from swp_adapters.casework import Casework
from swp_adapters.cli.cover import asked_day
from swp_adapters.cli.errors import answered
from swp_adapters.cli.forms import Form, form, put_rows
from swp_adapters.cli.output import counted, dated, one_line, put_table, put_text
from swp_adapters.cli.pilot_lines import LISTED, lines_of_pilot, listed_pilot
from swp_adapters.cli.practice_lines import COLUMNS, lines_of, row, together
from swp_adapters.cli.practice_seen import Line, Seen
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, When, opened, when
from swp_adapters.pilots import NAMES, live, pilot, pilots
from swp_domain.actor import BodyKind
from swp_domain.law.dates import ONE_DAY
from swp_domain.refusal import Invalid
from swp_projections import Caseload
from swp_projections.asking import Question, Without, one_of

Pilots = Annotated[bool, typer.Option("--pilots", help="The seven pilots of 2011 to 2014 instead; needs no database.")]

_LIST = (
    "file", "practice", "council", "commissioner", "form", "since", "until", "stands", "functions", "under",
    "client_groups", "areas", "reserved", "accountable", "staff", "social_workers", "cases",
)  # fmt: skip


@answered
def list_practices(
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    of_pilots: Pilots = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Every practice: its council, its contract, and what it may exercise that day under what."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    if of_pilots:
        _list_pilots(how, _no_record(days))
        return
    with opened(database) as casework:
        on = asked_day(casework, days["as_at"])
        rows = [_listed(casework, one, days) for one in _practices(casework, on, days["known_at"])]
    if how is not Form.PEOPLE:
        put_rows(how, _LIST, rows)
        return
    shown = ("file", "practice", "council", "stands", "since", "until", "functions", "under", "staff", "cases")
    cells = ([len(_split(one[column])) if column == "functions" else one[column] for column in shown] for one in rows)
    put_table(dated("Practices", on, days["known_at"]), shown, cells, empty="None. swp practice list --pilots")


@answered
def show(
    name: Annotated[str, typer.Argument(help="Its file (practice/…), what it is called, or a pilot's name.")],
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    of_pilots: Pilots = False,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """One practice: contract, functions held and under what, cohorts, reserved decisions, people, cases."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    if of_pilots:
        found = pilot(name)
        _put(how, found.practice.value, list(lines_of_pilot(found, _no_record(days)["as_at"])), days)
        return
    with opened(database) as casework:
        on = asked_day(casework, days["as_at"])
        seen = _named(name, list(_practices(casework, on, days["known_at"])))
        lines = list(lines_of(seen, _cases(casework, seen, days)))
    _put(how, seen.practice, lines, When(as_at=on, known_at=days["known_at"]))


@answered
def live_pilot(
    name: Annotated[str, typer.Argument(help=f"Which: {', '.join(NAMES)}.")],
    database: Database = None,
    cases: Annotated[
        int | None, typer.Option("--cases", min=0, max=10_000, help="How many invented cases; tens unless told.")
    ] = None,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Another makes other cases.")] = 0,
) -> None:
    """Write one pilot's contract, delegations, staff and cases into a record. Twice does no harm."""
    found = pilot(name)
    if database is None:
        rule = "a scenario is written only into a record that is named, never into your own unasked"
        raise Invalid("--database", rule, f"Name a file, such as sqlite:///{name}.db")
    with opened(database, new=True) as casework:
        lived = live(casework, found, cases, seed=seed)
        where = casework.engine.url.render_as_string()
    told = f"{counted(lived.lives, 'case')} and {counted(lived.entries, 'entry', 'entries')} recorded"
    again = "" if lived.entries else "; it had been lived before"
    put_text(f"{found.practice.value}, {found.council.value}: {told}{again}. Nobody in it exists.")
    put_text(f"Kept. Try: swp practice show {name} --as-at {found.first} --database {where}")


# A record's practices


def _practices(casework: Casework, on: date, known_at: date | None) -> Iterator[Seen]:
    for file, entries in sorted(casework.practices().items()):
        seen = Seen.of(file, entries, on, known_at)
        if seen.told:
            yield seen


def _named(name: str, known: list[Seen]) -> Seen:
    """The practice that is meant.

    Raises:
        Invalid: there is none by that name on that day, and which there are; or there are several.
    """
    asked = name.casefold()
    found = [one for one in known if asked in (one.file, one.file.removeprefix("practice/"), one.practice.casefold())]
    if len(found) == 1:
        return found[0]
    if found:
        raise Invalid("practice", f"several are called {name}", f"Name one of {', '.join(one.file for one in found)}")
    there = ", ".join(f"{one.file} ({one.practice})" for one in known) or "none on that day"
    also = "; it is one of the pilots: swp practice show --pilots" if asked in NAMES else ""
    raise Invalid("practice", f"there is none called {name} on record", f"There are: {there}{also}")


def _cases(casework: Casework, seen: Seen, days: When) -> int:
    """How many open cases the practice's own staff hold."""
    held: list[Question] = [Without("closed_on"), one_of("worker", seen.staff(BodyKind.PRACTICE))]
    return len(casework.view(Caseload, where=held, **days)) if seen.staff(BodyKind.PRACTICE) else 0


def _listed(casework: Casework, seen: Seen, days: When) -> dict[str, object]:
    state, ended, functions = seen.state, seen.ended(), list(seen.functions())
    groups = dict.fromkeys(one for held in state.delegations.values() for one in held.extent.client_groups)
    areas = dict.fromkeys(one for held in state.delegations.values() for one in held.extent.areas)
    own = [one for one in state.staff.values() if one.works_for is BodyKind.PRACTICE]
    return {
        "file": seen.file,
        "practice": seen.practice,
        "council": seen.council,
        "commissioner": state.commissioner or seen.partnership(),
        "form": seen.form(),
        "since": seen.first(),
        "until": ended - ONE_DAY if ended else state.until,
        "stands": seen.stands(),
        "functions": "; ".join(dict.fromkeys(one.says for one in functions)),
        "under": "; ".join(dict.fromkeys(one.under for one in functions)),
        "client_groups": "; ".join(groups),
        "areas": "; ".join(areas),
        "reserved": "; ".join(one for kept in state.reservations.values() for one in kept.decisions),
        "accountable": seen.accountable(),
        "staff": len(own),
        "social_workers": sum(one.registration is not None for one in own),
        "cases": _cases(casework, seen, days),
    }


def _split(told: object) -> list[str]:
    return [one for one in str(told).split("; ") if one]


# Pilots


def _no_record(days: When) -> When:
    """The days, where the pilots are asked for.

    Raises:
        Invalid: it is asked as known on a day; they are no record.
    """
    if days["known_at"] is not None:
        raise Invalid("--known-at", "the pilots are data, and were recorded on no day", "Leave it out")
    return days


def _list_pilots(how: Form, days: When) -> None:
    rows = [listed_pilot(one, days["as_at"]) for one in pilots()]
    if how is not Form.PEOPLE:
        put_rows(how, LISTED, rows)
        return
    shown = ("pilot", "practice", "council", "form", "serves", "since", "stands", "became")
    put_table(
        dated("The seven pilots", days["as_at"], None), shown, ([one[column] for column in shown] for one in rows)
    )
    put_text("Each fact has its mark in swp practice show NAME --pilots.")


def _put(how: Form, name: str, lines: list[Line], days: When) -> None:
    if how is not Form.PEOPLE:
        put_rows(how, COLUMNS, (row(name, one) for one in lines))
        return
    put_text(dated(name, **days), style="bold")
    for one in together(lines):
        first = f"from {one.since}" if one.since else ""
        last = f"to {one.until}" if one.until else ""
        tail = "; ".join(part for part in (f"{first} {last}".strip(), one.under, one.limited_to) if part)
        put_text(one_line(f"{one.about}: {one.says}{f' ({tail})' if tail else ''}"), indent=2)
        if one.mark:
            put_text(one_line(f"{one.mark}{f': {one.source}' if one.source else ''}"), indent=6, style="dim")
