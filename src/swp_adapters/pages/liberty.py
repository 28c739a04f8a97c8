"""The page about liberty: whom nothing authorised and on which days, requests that wait, authorisations that end.

It holds codes, days and identifiers, and never anybody's name or words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from swp_adapters.pages.detained import Person, by_person, drawn, people
from swp_adapters.pages.frame import as_at, framed, paragraphs
from swp_adapters.pages.markup import Markup, tag
from swp_adapters.pages.notes import Notes
from swp_adapters.pages.owed import late_table
from swp_adapters.pages.tables import day_cell, table_or_none, told_cell
from swp_domain.deprivation_cover import Authority, DeprivedDays
from swp_projections.authorisations import AUTHORISATION, LEFT, REQUEST, WAITING, AuthorisationRow
from swp_projections.duties import DutyRow

SOON: Final = 28
"""How many days ahead the last day of an authorisation is looked for."""

_REQUESTS: Final = (
    "case", "request", "place", "requested", "urgent until", "last day", "stands", "late since", "days waited", "under",
    "entries",
)  # fmt: skip
_AUTHORISATIONS: Final = (
    "case", "authorisation", "place", "from", "until", "stands", "representative", "entries",
)  # fmt: skip
_UNBROKEN: Final = (
    "case", "requested", "urgent until", "last day", "late since", "from", "until", "died",
)  # fmt: skip
_KINDS: Final = {REQUEST: "authorisation-request", AUTHORISATION: "authorisation"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LibertyPage:
    """What the page is of. ``case`` is the only file it is about, ``known_at`` as known by which day.

    ``days`` are every day of deprivation, ``rows`` every request and authorisation, ``owed`` what is owed about them,
    ``entries`` those that speak of something, by file, kind and identifier.
    """

    days: Sequence[tuple[str, DeprivedDays]]
    rows: Sequence[AuthorisationRow]
    owed: Sequence[DutyRow]
    entries: Mapping[tuple[str, str, str], Sequence[str]]
    on: date
    known_at: date | None = None
    case: str | None = None


def liberty_page(page: LibertyPage) -> str:
    """The page as HTML, which is well-formed XML as well."""
    notes = Notes()
    found = people(page.days, page.on)
    whose = f" of {page.case}" if page.case else ""
    requests = [
        one for one in page.rows if one.what == REQUEST and (page.case or one.standing(page.on) in (*WAITING, LEFT))
    ]
    granted = [one for one in page.rows if one.what == AUTHORISATION]
    soon = [one for one in granted if page.case or one.expires_within(SOON, page.on)]
    died = [one for one in page.rows if one.standing(page.on) == "died waiting"]
    sections = [
        *(_everyday_cell(page, found, notes) if page.case else _by_what_stands(page, found, notes)),
        ("Requests" if page.case else "Requests that wait", list(_requests(page, requests, notes))),
        (
            "Authorisations" if page.case else f"Authorisations that end within {SOON} days",
            [_authorisations(page, soon, notes)],
        ),
        ("People who died waiting", [_died(page, died, notes)]),
        ("What else is late", [late_table("Late about liberty", page.owed, page.on, notes)]),
        ("How this was made", [_made()]),
    ]
    return framed(f"Deprivation of liberty{whose}", f"The record {as_at(page.on, page.known_at)}.",
                  [*sections, *notes.sections()])  # fmt: skip


_Section = tuple[str, Sequence[Markup]]


def _everyday_cell(page: LibertyPage, found: Sequence[Person], notes: Notes) -> Iterator[_Section]:
    told = [part for number, one in enumerate(found, start=1) for part in drawn(number, one, notes)]
    table = by_person("Days of deprivation of liberty", found, page.on)
    yield "Every day", [table, *told] if found else [tag("p", "No deprivation of liberty is on record.")]


def _by_what_stands(page: LibertyPage, found: Sequence[Person], notes: Notes) -> Iterator[_Section]:
    bare = [one for one in found if one.days(Authority.NOT_AUTHORISED)]
    untold = [one for one in found if one not in bare and one.days(Authority.CANNOT_TELL)]
    days = sum(one.days(Authority.NOT_AUTHORISED) for one in bare)
    whole = f"People: {len(bare)}. Days that nothing authorised, each person's counted once: {days}."
    title = "People with days that nothing authorised"
    told = [part for number, one in enumerate(bare, start=1) for part in drawn(number, one, notes)]
    yield title, [tag("p", whole), by_person(title, bare, page.on), *told] if bare else [tag("p", "Nobody.")]
    title = "People with days of which it cannot be told"
    told = [part for number, one in enumerate(untold, start=len(bare) + 1) for part in drawn(number, one, notes)]
    yield title, [by_person(title, untold, page.on), *told] if untold else [tag("p", "Nobody else.")]


def _requests(page: LibertyPage, found: Iterable[AuthorisationRow], notes: Notes) -> Iterator[Markup]:
    order = sorted(found, key=lambda one: (one.standing(page.on) != "late", one.requested_on or date.max, one.file))
    waits = [age for one in order if (age := one.waits(page.on)) is not None]
    late = sum(one.standing(page.on) == "late" for one in order)
    if waits:
        yield tag("p", f"Requests that wait: {len(waits)}; late: {late}; days that the oldest waits: {max(waits)}.")
    yield table_or_none(
        "Requests for a standard authorisation",
        _REQUESTS,
        [_request(page, one, notes) for one in order],
        unbroken=_UNBROKEN,
    )


def _request(page: LibertyPage, one: AuthorisationRow, notes: Notes) -> tuple[str, ...]:
    waited = one.waits(page.on)
    return (
        one.file, one.about, one.place or "not told", told_cell(one.requested), day_cell(one.urgent_until),
        day_cell(one.last_day), one.standing(page.on), day_cell(one.late_since(page.on)),
        "" if waited is None else str(waited),
        notes.under(one.provision, one.force, one.confidence, one.limit, one.limit_force), _entries(page, one, notes),
    )  # fmt: skip


def _authorisations(page: LibertyPage, found: Iterable[AuthorisationRow], notes: Notes) -> Markup:
    order = sorted(found, key=lambda one: (one.until or date.max, one.file, one.about))
    has = {True: "yes", False: "none recorded", None: "not told"}
    rows = [
        (
            one.file, one.about, one.place or "not told", told_cell(one.begins), day_cell(one.until),
            one.standing(page.on), has[one.represented], _entries(page, one, notes),
        )
        for one in order
    ]  # fmt: skip
    return table_or_none("Standard authorisations", _AUTHORISATIONS, rows, unbroken=_UNBROKEN)


def _died(page: LibertyPage, found: Iterable[AuthorisationRow], notes: Notes) -> Markup:
    rows = [
        (
            one.file,
            one.about,
            told_cell(one.requested),
            day_cell(one.died_on),
            _waited(one),
            _entries(page, one, notes),
        )
        for one in sorted(found, key=lambda one: (one.died_on or date.max, one.file))
    ]
    columns = ("case", "request", "requested", "died", "days waited", "entries")
    return table_or_none("Requests that nobody had decided when the person died", columns, rows, unbroken=_UNBROKEN)


def _waited(one: AuthorisationRow) -> str:
    return str((one.died_on - one.requested_on).days) if one.died_on and one.requested_on else ""


def _entries(page: LibertyPage, one: AuthorisationRow, notes: Notes) -> str:
    return notes.rests_on(one.file, page.entries.get((one.file, _KINDS[one.what], one.about), ()))


def _made() -> Markup:
    return paragraphs(
        (
            "A day is not authorised where the person was certainly deprived of their liberty and nothing on record "
            "can have authorised it. Where that hangs on what was not told, or on a vague date, it cannot be told.",
            "An authorisation covers the place that it was given for. Days before the safeguards began are not looked "
            "at.",
            "The record is read as it stood on the day above. Read again later, or as known on another day, it may "
            "differ. What is owed is measured against days; there is no percentage of compliance.",
            "Nobody's name and nobody's words are on this page. Days and codes can still tell who somebody is.",
        )
    )
