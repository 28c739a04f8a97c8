"""The page about NHS continuing healthcare: how far each question is, how long it took, disputes, what is late.

It holds codes, days and identifiers, and never anybody's name or words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from swp_adapters.pages.frame import as_at, framed, paragraphs
from swp_adapters.pages.markup import Markup, tag
from swp_adapters.pages.notes import Notes
from swp_adapters.pages.steps import step_by_step
from swp_adapters.pages.tables import day_cell, table_or_none
from swp_domain.law.dates import ONE_DAY
from swp_projections.continuing_healthcare import ContinuingHealthcareRow, late_by_force
from swp_projections.steps import Step

_UNBROKEN: Final = ("case", "since", "received", "decided", "last day", "late since", "begun")
_STAGES: Final = ("case", "consideration", "stands", "since", "days since", "entries")
_DECIDING: Final = (
    "case", "consideration", "received", "decided", "days", "of which counted", "still waits", "framework", "entries",
)  # fmt: skip
_DISPUTES: Final = ("case", "consideration", "since", "days", "who pays meanwhile", "stands", "entries")
_OWED: Final = ("case", "consideration", "what", "whose", "begun", "last day", "under")
_LATE: Final = (*_OWED[:5], "late since", "days late", "under")


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthcarePage:
    """What the page is of. ``only`` says which cases were asked for, ``known_at`` as known by which day.

    ``rows`` are the view's, several where several things are owed on one consideration; ``steps`` what was done, by
    file and consideration.
    """

    rows: Sequence[ContinuingHealthcareRow]
    steps: Mapping[tuple[str, str], Sequence[Step]]
    on: date
    known_at: date | None = None
    only: str = ""

    @property
    def considerations(self) -> list[ContinuingHealthcareRow]:
        """A row for each consideration."""
        return list({(one.file, one.consideration): one for one in self.rows}.values())

    def entries_of(self, one: ContinuingHealthcareRow, notes: Notes) -> str:
        """The numbers of the entries that speak of a consideration."""
        return notes.rests_on(one.file, (each.key for each in self.steps_of(one)))

    def steps_of(self, one: ContinuingHealthcareRow) -> Sequence[Step]:
        """What was done in a consideration."""
        return self.steps.get((one.file, one.consideration), ())


def healthcare_page(page: HealthcarePage) -> str:
    """The page as HTML, which is well-formed XML as well."""
    notes = Notes()
    sections = [
        ("How far each question is", list(_stages(page, notes))),
        ("From the notification to the decision", [_deciding(page, notes)]),
        ("Disputes", [_disputes(page, notes)]),
        ("What is late, and what is owed", list(_owed(page, notes))),
        ("Step by step", list(_step_by_step(page)) or [tag("p", "None.")]),
        ("How this was made", [_made()]),
    ]
    days = " ".join(filter(None, (f"The record {as_at(page.on, page.known_at)}.", page.only)))
    return framed("NHS continuing healthcare", days, [*sections, *notes.sections()])


def _stages(page: HealthcarePage, notes: Notes) -> Iterator[Markup]:
    found = sorted(page.considerations, key=lambda one: (one.stage, one.since or date.max, one.file, one.key))
    counts = [(stage, str(number)) for stage, number in sorted(Counter(one.stage for one in found).items())]
    yield table_or_none("How many stand where", ("stands", "considerations"), counts)
    rows = [
        (
            one.file, one.consideration, one.stage, day_cell(one.since), _days(one.since, page.on),
            page.entries_of(one, notes),
        )
        for one in found
    ]  # fmt: skip
    yield table_or_none("Where each stands", _STAGES, rows, unbroken=_UNBROKEN)


def _days(since: date | None, on: date) -> str:
    return str((on - since).days) if since else "not told"


def _deciding(page: HealthcarePage, notes: Notes) -> Markup:
    """Days to the decision; of what is not decided, days until now."""
    found = [one for one in page.considerations if one.received_on is not None]
    rows = [
        (
            one.file, one.consideration, day_cell(one.received_on), day_cell(one.decided_on),
            "" if one.days is None else str(one.days), "" if one.days_counted is None else str(one.days_counted),
            f"{_days(one.received_on, page.on)} days" if one.stage in _WAITING else "",
            one.framework or "not told", page.entries_of(one, notes),
        )
        for one in sorted(found, key=lambda one: (one.stage not in _WAITING, one.received_on or date.max, one.file))
    ]  # fmt: skip
    return table_or_none("Days from the notification to the first decision", _DECIDING, rows, unbroken=_UNBROKEN)


_WAITING: Final = ("to be decided", "recommended", "on the fast track")


def _disputes(page: HealthcarePage, notes: Notes) -> Markup:
    found = [one for one in page.considerations if one.disputed_since is not None]
    rows = [
        (
            one.file, one.consideration, day_cell(one.disputed_since), _days(one.disputed_since, page.on),
            one.funder or "not told", one.stage, page.entries_of(one, notes),
        )
        for one in sorted(found, key=lambda one: (one.disputed_since or date.max, one.file))
    ]  # fmt: skip
    return table_or_none("What NHS body and council disagree on", _DISPUTES, rows, unbroken=_UNBROKEN)


def _owed(page: HealthcarePage, notes: Notes) -> Iterator[Markup]:
    owed = sorted((one for one in page.rows if one.due), key=lambda one: (one.last_day or date.max, one.file, one.key))
    forces = late_by_force(owed, page.on)
    if forces:
        yield tag("p", f"Late {'; '.join(f'under {force}: {number}' for force, number in forces.items())}.")
    late = [one for one in owed if one.late_since(page.on) is not None]
    yield table_or_none("Late", _LATE, [_due(page, one, notes) for one in late], unbroken=_UNBROKEN)
    rest = [_due(page, one, notes) for one in owed if one.late_since(page.on) is None]
    yield table_or_none("Owed, and not late", _OWED, rest, unbroken=_UNBROKEN)


def _due(page: HealthcarePage, one: ContinuingHealthcareRow, notes: Notes) -> tuple[str, ...]:
    late = one.late_since(page.on)
    when = (day_cell(late), str((page.on - late + ONE_DAY).days)) if late else (day_cell(one.last_day) or "none set",)
    under = notes.under(one.provision, one.force, one.confidence, one.limit, one.limit_force)
    return (one.file, one.consideration, one.due, one.by, day_cell(one.opened_on), *when, under)


def _step_by_step(page: HealthcarePage) -> Iterator[Markup]:
    for number, one in enumerate(sorted(page.considerations, key=lambda one: (one.file, one.key)), start=1):
        moments = [each.moment for each in page.steps_of(one)]
        called = f"consideration {one.consideration} in {one.file}"
        until = moments[-1].on if moments and one.over else page.on
        drawn = step_by_step(f"consideration-{number}", called, moments, until)
        yield tag("div", tag("h3", f"{called[0].upper()}{called[1:]}"), drawn)


def _made() -> Markup:
    return paragraphs(
        (
            "Days are those of the calendar from the notification to the first decision; of those that count, the days "
            "on which the clock stood still in 2020 are left out.",
            "What breaks the regulations, departs from the framework and misses a local target are different things, "
            "and are never added up. There is no percentage of compliance.",
            "The record is read as it stood on the day above. Read again later, or as known on another day, it may "
            "differ.",
            "Nobody's name and nobody's words are on this page. Days and codes can still tell who somebody is.",
        )
    )
