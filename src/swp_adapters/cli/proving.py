"""The command that reads decisions with their authority: those that nobody can show it for first, and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Annotated, Final

import typer

from swp_adapters.cli.cover import Team, say_if_unknown, whose
from swp_adapters.cli.errors import answered, say
from swp_adapters.cli.forms import Form, columns_of, form, put_rows, values_of
from swp_adapters.cli.output import NOT_ADVICE, counted, dated, one_line, put_table, put_text
from swp_adapters.cli.settings import AsAt, AsCsv, AsJson, Database, KnownAt, opened, see_file, when
from swp_domain.practice.proof import Link
from swp_domain.proposal import Conduct
from swp_projections import Decisions
from swp_projections.decisions import DecisionRow

_ROW: Final = columns_of(DecisionRow)
_SHOWN: Final = ("made", "case", "decision", "came to", "who", "under", "answers")

_FAILS: Final[dict[Link, str]] = {
    Link.STATUTE: "no Act lets whoever took it have the function",
    Link.COUNCIL: "no council is on record that answers for it",
    Link.INSTRUMENT: "no authorisation of that day covers it",
    Link.BODY: "it belongs to another body",
    Link.RESERVATION: "the council kept it to itself, and its agreement is not on record",
    Link.POST: "who took it did not have the post or the registration",
    Link.LIMIT: "it was beyond what who took it could approve",
}
"""What each link comes to where it fails, in plain words."""


@answered
def decisions(
    file: Annotated[str | None, typer.Argument(help="Only the decisions of this file.")] = None,
    database: Database = None,
    as_at: AsAt = None,
    known_at: KnownAt = None,
    unproven: Annotated[
        bool, typer.Option("--unproven", help="Only those for which nobody can show the authority.")
    ] = False,
    link: Annotated[Link | None, typer.Option("--link", help="Only those in which this link fails.")] = None,
    by: Annotated[str | None, typer.Option("--by", help="Only the decisions of this person.")] = None,
    team: Team = None,
    as_json: AsJson = False,
    as_csv: AsCsv = False,
) -> None:
    """Every decision with its chain of authority; those for which it cannot be shown first, by the link that fails."""
    how, days = form(as_json, as_csv), when(as_at, known_at)
    with opened(database) as casework:
        if file is not None:
            see_file(casework, file)
        asked = whose(casework, days, team, None, None)
        found = casework.view(Decisions, file=file, held=asked.held, **days)
        if team is not None and not found:
            say_if_unknown(casework, asked, days)
    if by is not None and not any(one.by == by for one in found):
        say(f"swp: no decision of anybody called {by} is among them.")
    rows = sorted((one for one in found if by in (None, one.by)), key=_place)
    if link is not None:
        rows = [one for one in rows if link.value in one.links.split("; ")]
    wanted = [one for one in rows if not (unproven and one.shown)]
    if how is not Form.PEOPLE:
        put_rows(how, _ROW, map(values_of, wanted))
        return
    put_text(dated(f"{file}: decisions" if file else "Decisions", **days), style="bold")
    _put_unproven(rows)
    if not unproven and link is None:
        put_table("\nAuthority is shown for", _SHOWN, (_cells(one) for one in rows if one.shown))
    _put_counts(rows, alone=link is not None)
    if not all(one.shown for one in rows):
        put_text("One of them as it was known then: swp decision and the id of its entry.")
    put_text(NOT_ADVICE)


def _place(one: DecisionRow) -> tuple[object, ...]:
    """Those that cannot be shown first, by the link that fails; what is shown to be wrong before what is unknown."""
    return bool(one.shown), _number(one), one.shown is None, one.occurred_on, one.file, one.version


def _number(one: DecisionRow) -> int:
    return list(Link).index(Link(one.link)) if one.link else len(Link)


def _put_unproven(rows: Iterable[DecisionRow]) -> None:
    last = ""
    for one in rows:
        if one.shown:
            continue
        if one.link != last:
            put_text(f"\n{one.link}: {_FAILS[Link(one.link)]}", style="bold")
            last = one.link
        put_text(one_line(_what(one)))
        put_text(one_line(f"{one.why} ({one.rule}, {one.provision}; {one.force}; {one.confidence})"), indent=12)
        put_text(one_line(_how(one)), indent=12)


def _what(one: DecisionRow) -> str:
    """What was decided, when, and by whom."""
    came_to = f" ({one.outcome})" if one.outcome else ""
    event = one.event.partition("/")[2].replace("-", " ")
    return f"{one.occurred}  {one.file}  {event}{came_to}, by {one.by} ({one.role}, {one.body})"


def _how(one: DecisionRow) -> str:
    """How it came on record, and what became of it."""
    conduct = "recorded as done already" if one.conduct == Conduct.RECORDING.value else "taken through the engine"
    late = f", {counted(one.lag_days, 'day')} later" if one.lag_days else ""
    told = [conduct + late, "reasons recorded" if one.reasons else "NO REASONS RECORDED"]
    if one.shown is None:
        told.append("whether that link holds cannot be told")
    also = [link for link in one.links.split("; ") if link != one.link]
    if also:
        told.append(f"also not shown: {', '.join(also)}")
    if one.ratified is not None:
        told.append(f"{'ratified' if one.ratified else 'not ratified'} by the council on {one.ratified_on}")
    return "; ".join((*told, f"entry {one.key}"))


def _cells(one: DecisionRow) -> tuple[object, ...]:
    event = one.event.partition("/")[2].replace("-", " ")
    under = f"{one.instrument} ({one.delegation})" if one.instrument else one.statute
    came_to = f"{one.outcome} (purported)".strip() if one.purported else one.outcome
    return one.occurred_on, one.file, event, came_to, one.by, under, one.answerable


def _put_counts(rows: Sequence[DecisionRow], *, alone: bool) -> None:
    """How many fail at each link, apart for each force: a breach of an Act is not added to one of our own rules."""
    told = Counter((_number(one), one.link, one.force, one.shown) for one in rows if not one.shown)
    at = sorted({key[:3] for key in told})
    cells = [
        (link, force, told[place, link, force, False], told[place, link, force, None]) for place, link, force in at
    ]
    columns = ("link that fails", "force", "not shown", "cannot be told")
    put_table("\nBy the link that fails", columns, cells, empty="authority is shown for every one.")
    if not alone:
        shown = sum(1 for one in rows if one.shown)
        put_text(f"{counted(len(rows), 'decision')}; authority is shown for {shown}.")
