"""Each matter before the Court of Protection: what was asked, who takes part, and every step on a timeline."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from swp_adapters.pages.markup import Markup, tag
from swp_adapters.pages.notes import Notes
from swp_adapters.pages.steps import step_by_step
from swp_adapters.pages.tables import day_cell, table_or_none, told_cell
from swp_projections.court_of_protection import CourtRow
from swp_projections.duties import DutyRow
from swp_projections.steps import Step

_KINDS: Final = {
    "application": "application",
    "order": "order",
    "direction": "direction",
    "hearing": "hearing",
}
_PARTIES: Final = ("who", "as what", "since", "stands")


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtPage:
    """What the page is of. ``case`` is the only file it is about, ``known_at`` as known by which day.

    ``rows`` are the court's view, ``owed`` what is owed to the court or under its rules, ``steps`` what was done, by
    file and matter, and ``entries`` those that speak of something, by file, kind and identifier.
    """

    rows: Sequence[CourtRow]
    owed: Sequence[DutyRow]
    steps: Mapping[tuple[str, str], Sequence[Step]]
    entries: Mapping[tuple[str, str, str], Sequence[str]]
    on: date
    known_at: date | None = None
    case: str | None = None

    def entries_of(self, one: CourtRow, notes: Notes) -> str:
        """The numbers of the entries that speak of what a row is about."""
        which = (one.file, _KINDS.get(one.what, ""), one.key.partition("|")[2])
        return notes.rests_on(one.file, self.entries.get(which, ()))


def matters(page: CourtPage) -> Iterator[Markup]:
    """Every application with its parties and steps; then what was done in no application that is told."""
    applications = {(one.file, one.key.partition("|")[2]): one for one in page.rows if one.what == "application"}
    for number, which in enumerate(dict.fromkeys([*applications, *page.steps]), start=1):
        yield _matter(page, number, which, applications.get(which))


def _matter(page: CourtPage, number: int, which: tuple[str, str], asked: CourtRow | None) -> Markup:
    file, matter = which
    called = f"application {matter} in {file}" if matter else f"no application told, {file}"
    moments = [one.moment for one in page.steps.get(which, ())]
    parts = [one for one in page.rows if one.file == file and one.matter == matter and one.what in _TAKE_PART]
    rows = [(one.owner or "not told", one.kind, made_cell(one), one.standing(page.on)) for one in parts]
    return tag(
        "div",
        tag("h3", f"{called[0].upper()}{called[1:]}"),
        tag("p", _about(page, asked)) if asked else None,
        table_or_none(f"Who takes part: {called}", _PARTIES, rows, unbroken=("since",)) if asked else None,
        step_by_step(f"matter-{number}", called, moments, _until(page, which, moments[-1].on if moments else page.on)),
    )


_TAKE_PART: Final = ("party", "representative")


def _about(page: CourtPage, asked: CourtRow) -> str:
    told = (
        asked.kind,
        f"on form {asked.form}" if asked.form else "form not told",
        f"asked by: {asked.owner}",
        asked.permission or "nothing told of permission",
        f"issued on {day_cell(asked.issued_on)}" if asked.issued_on else "not issued, as far as is told",
        f"how the person takes part: {asked.says or 'not told'}",
        f"stands: {asked.standing(page.on)}",
    )
    said = "; ".join(told)
    return f"{said[0].upper()}{said[1:]}."


def made_cell(one: CourtRow) -> str:
    """The day on which it was made, as it was told."""
    return told_cell(one.told_as or one.made_on)


def _until(page: CourtPage, which: tuple[str, str], last: date) -> date:
    """Where a drawing ends: on the day asked about while anything goes on in the matter, else with its last step."""
    on = page.on
    going = (
        one.standing(on)
        for one in page.rows
        if (one.file, one.matter) == which or (one.what == "application" and (one.file, one.key) == _key(which))
    )
    return on if any(stands.startswith(_GOES_ON) for stands in going) else last


_GOES_ON: Final = ("before the court", "in force", "owed", "late", "listed")


def _key(which: tuple[str, str]) -> tuple[str, str]:
    return which[0], f"application|{which[1]}"
