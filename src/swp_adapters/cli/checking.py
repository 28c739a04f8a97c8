"""The commands that show what the engine makes of things: check, demo."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Annotated

import typer
from platformdirs import user_data_path

from swp_adapters.casework import Casework
from swp_adapters.cli.court import show_court
from swp_adapters.cli.drawing import on_the_line
from swp_adapters.cli.errors import NOT_VERIFIED, answered
from swp_adapters.cli.holding import show_caseload, show_duties
from swp_adapters.cli.output import NOT_ADVICE, put_command, put_json, put_text
from swp_adapters.cli.quarter import show_quarter
from swp_adapters.cli.reading import show_trail
from swp_adapters.cli.settings import AsJson, Database, When, day, opened
from swp_adapters.demo import edition, published
from swp_adapters.demo.life import CASE, live
from swp_adapters.demo.quarter import live_quarter, usual
from swp_adapters.exchange import check as checker
from swp_adapters.exchange.chronology import Chronology, read_chronology
from swp_adapters.exchange.chronology_desk import Desk


@answered
def check(
    case: Annotated[Path, typer.Argument(help="A chronology (YAML).")],
    as_at: Annotated[
        str | None, typer.Option("--as-at", metavar="DATE", help="Let the clocks run to this day; else today.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Check a chronology against the law, in memory: what is flagged, and what is not understood yet."""
    on = day(as_at, "--as-at") or date.today()
    chronology = read_chronology(case)
    if as_json:
        put_json(checker.check(chronology, on))
    else:
        _check_and_show(chronology, on)


@answered
def demo(
    database: Database = None,
    people: Annotated[
        int | None,
        typer.Option("--people", min=0, max=100_000, help="How many synthetic people the quarter has; 0 for none."),
    ] = None,
) -> None:
    """Two published cases checked, one invented case and a synthetic quarter lived. Twice does no harm."""
    with opened(_demo_database(database), new=True) as casework:
        lived = list(live(casework))  # whole before it is shown: a reader may have enough in the middle
        for case in published.CASES:
            source = files("swp_adapters.demo") / "chronologies" / case.chronology
            _check_and_show(read_chronology(Path(str(source))), case.on)
            put_text(f"What was found ({case.reference}), in our words:")
            for found_by_the_court in case.found:
                put_text(found_by_the_court, indent=7)
        put_text("\nOne invented adult's case", style="bold")
        for told in lived:
            put_text(f"{'REFUSED' if told.refusal else 'recorded':9} {told.says}")
            for line in (told.refusal or "").splitlines():
                put_text(line, indent=10)
        _views(casework)
        _quarter(_demo_file("quarter", database), usual() if people is None else people)
        found = casework.verify()
        put_text(f"\n{found}")
        where = casework.engine.url.render_as_string()
        put_text("Kept. Try:")
        put_command(f"swp replay {CASE} --database {where}")
        put_text("What an auditor asks of it: which decisions can nobody show authority for, and who held what?")
        put_command(f"swp decisions --unproven --database {where}")
        put_command(f"swp delegation --database {where}")
        put_text(NOT_ADVICE)
        if not found.intact:
            raise typer.Exit(NOT_VERIFIED)


def _views(casework: Casework) -> None:
    today = casework.clock().date()
    days = When(as_at=None, known_at=None)
    show_caseload(casework, days)
    show_duties(casework, today, days)
    show_court(casework, today, days)
    show_trail(casework, CASE, days)


def _quarter(database: str | None, people: int) -> None:
    """A quarter in a record of its own, which is kept where that of the demonstration is; else it is in memory."""
    if not people:
        return
    in_memory = "sqlite:///:memory:"  # as a command's --database it is refused, since it is lost with the command
    with opened(database, new=True) if database else closing(Casework(in_memory)) as casework:
        lived = live_quarter(casework, people)
        shown = show_quarter(casework, lived)
        put_text(f"\n{casework.verify()}")
        if database:
            put_text(f"Kept: --database {database}. What a manager, an auditor and a board ask of it:")
            for asked in _questions(lived.council.last, shown):
                put_command(f"swp {asked} --database {database}")


def _questions(last: date, case: str | None) -> Iterator[str]:
    """Who waits, which reviews are late, what a package cost; liberty, court, healthcare; authority; the board."""
    yield f"waiting --as-at {last}"
    yield f"reviews --late --as-at {last}"
    if case:
        yield f"package {case} --as-at {last.replace(year=last.year - 2, month=3, day=1)}"
    yield f"liberty --as-at {last}"
    yield f"court --as-at {last}"
    yield f"chc --as-at {last}"
    yield f"capacity --as-at {last}"
    yield "decisions --unproven"
    yield f"delegation --as-at {last}"
    yield f"board --year {last.year - 1} --as-at {last} --html board.html"


def _demo_database(database: str | None) -> str | None:
    """The database named, or one of this release's demonstration; never the default record."""
    return _demo_file("demo", database) or database


def _demo_file(name: str, database: str | None) -> str | None:
    """A file of this release's demonstration, where no other database is named."""
    if database is not None or os.environ.get("SWP_DATABASE_URL"):
        return None
    folder = user_data_path("swp")
    folder.mkdir(parents=True, exist_ok=True)
    return f"sqlite:///{folder / f'{name}-{edition()}.db'}"


def _check_and_show(chronology: Chronology, on: date) -> None:
    """What is flagged, after how much of it was understood: nothing flagged says little where little was."""
    checked = checker.check(chronology, on)
    put_text(f"\n{checked.case}, as at {checked.as_at}", style="bold")
    told = len(Desk(chronology, on).told)
    understood = told - len(checked.not_understood)
    put_text(f"{understood} of {told} events understood{'.' if understood else ': nothing could be judged by them.'}")
    if understood and not checked.flags:
        put_text("Nothing that this release judges is shown to be wrong.")
    for flag in checked.flags:
        until = f"to {flag.until}" if flag.until else "still open"
        put_text(f"{flag.level.value:5}  {flag.since} {until}  {flag.theme} {flag.rule}  {flag.about}")
        put_text(flag.why, indent=7)
        put_text(f"{flag.provision}; {flag.force}; {flag.mark}", indent=7)
    if checked.days:
        put_text("Days of deprivation of liberty, a sign for each week: = authorised, ! not, ? cannot be told.")
    for one in checked.days:
        put_text(on_the_line(one.first, one.last, one.authority, one.why), indent=7)
    if checked.not_understood:
        acts = sorted({one.act for one in checked.not_understood})
        put_text(f"Not understood yet ({len(checked.not_understood)} events): {', '.join(acts)}.")
