"""The page about the Court of Protection: what is late and what comes next, orders, directions, hearings, matters.

It holds codes, days and identifiers, and never anybody's name or words.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from swp_adapters.pages.court_matters import CourtPage, made_cell, matters
from swp_adapters.pages.frame import as_at, framed, paragraphs
from swp_adapters.pages.markup import Markup, tag
from swp_adapters.pages.notes import Notes
from swp_adapters.pages.owed import late_table
from swp_adapters.pages.tables import day_cell, table_or_none
from swp_domain.law.court_of_protection_rules_2017.pd4b_bundles import bundle_is_whole
from swp_projections.court_of_protection import CourtRow

_UNBROKEN: Final = (
    "case", "day", "made", "review by", "came back", "expires", "given", "last day", "ended", "listed for",
)  # fmt: skip
_ORDERS: Final = ("case", "order", "application", "made", "forbids", "review by", "expires", "stands", "entries")
_DEPRIVES: Final = ("case", "order", "made", "review by", "came back", "expires", "stands", "review under", "entries")
_DIRECTIONS: Final = ("case", "direction", "what", "whose", "given", "last day", "stands", "under", "entries")
_HEARINGS: Final = ("case", "hearing", "what for", "listed for", "the bundle must hold", "missing", "entries")


def court_page(page: CourtPage) -> str:
    """The page as HTML, which is well-formed XML as well."""
    notes = Notes()
    title = f"Court of Protection{f': {page.case}' if page.case else ''}"
    sections = [
        ("Late, and what comes next", [late_table("Late before the court", page.owed, page.on, notes), _next(page)]),
        ("Orders", list(_orders(page, notes))),
        ("Deprivations of liberty that the court authorised", [_deprivations(page, notes)]),
        ("Directions", list(_directions(page, notes))),
        ("Hearings and their bundles", list(_hearings(page, notes))),
        ("Matters", list(matters(page)) or [tag("p", "None.")]),
        ("How this was made", [_made()]),
    ]
    return framed(title, f"The record {as_at(page.on, page.known_at)}.", [*sections, *notes.sections()])


def _next(page: CourtPage) -> Markup:
    """Hearings, days for review and for what was directed, and last days of orders, in their order."""
    found = []
    for one in page.rows:
        days = {"hearing": one.listed_for} if one.what == "hearing" else {}
        if one.what == "order":
            days = {"order to come back to the court": one.review_by, "last day of the order": one.expires_on}
        if one.what in ("application", "direction"):
            days = {one.due or one.what: one.last_day}
        if not _over(page, one):
            found += [(on, what, one) for what, on in days.items() if on is not None and on >= page.on]
    found.sort(key=lambda each: (each[0], each[2].file, each[2].key))
    rows = [(day_cell(on), what, f"{one.kind} {_name(one)}", one.file, one.matter) for on, what, one in found]
    return table_or_none("What comes next", ("day", "what", "which", "case", "application"), rows, unbroken=_UNBROKEN)


def _over(page: CourtPage, one: CourtRow) -> bool:
    stands = one.standing(page.on)
    return stands in ("ended", "expired", "no order", "done", "discharged", "held", "vacated", "left")


def _name(one: CourtRow) -> str:
    return one.key.partition("|")[2]


def _of(page: CourtPage, what: str, *, over: bool | None = None) -> list[CourtRow]:
    return [one for one in page.rows if one.what == what and over in (None, _over(page, one))]


def _orders(page: CourtPage, notes: Notes) -> Iterator[Markup]:
    for title, over in (("Orders in force", False), ("Orders that are not in force", True)):
        rows = [
            (
                one.file, f"{_name(one)}: {one.kind}", one.matter, made_cell(one), one.says or "nothing told",
                day_cell(one.review_by), day_cell(one.expires_on), _stands(page, one), page.entries_of(one, notes),
            )
            for one in _of(page, "order", over=over)
        ]  # fmt: skip
        yield table_or_none(title, _ORDERS, rows, unbroken=_UNBROKEN)


def _stands(page: CourtPage, one: CourtRow) -> str:
    return "; ".join(filter(None, (one.standing(page.on), one.how_ended)))


def _deprivations(page: CourtPage, notes: Notes) -> Markup:
    rows = [
        (
            one.file, _name(one), made_cell(one), day_cell(one.review_by), day_cell(one.reviewed_on),
            day_cell(one.expires_on), _stands(page, one), _under(one, notes), page.entries_of(one, notes),
        )
        for one in page.rows
        if one.what == "order" and one.authorises_deprivation_of_liberty
    ]  # fmt: skip
    return table_or_none("Orders that authorise a deprivation of liberty", _DEPRIVES, rows, unbroken=_UNBROKEN)


def _under(one: CourtRow, notes: Notes) -> str:
    return notes.under(one.provision, one.force, one.confidence, one.limit, one.limit_force)


def _directions(page: CourtPage, notes: Notes) -> Iterator[Markup]:
    owed = sorted(_of(page, "direction", over=False), key=lambda one: (one.last_day or page.on, one.file, one.key))
    for title, rows in (("Directed, and not done", owed), ("Done or discharged", _of(page, "direction", over=True))):
        yield table_or_none(title, _DIRECTIONS, [_direction(page, one, notes) for one in rows], unbroken=_UNBROKEN)


def _direction(page: CourtPage, one: CourtRow, notes: Notes) -> tuple[str, ...]:
    late, over = one.late_since(page.on), _over(page, one)
    stands = f"{one.standing(page.on)}{f' since {day_cell(late)}' if late else ''}"
    ended = f" on {day_cell(one.ended_on)}" if over else ""
    return (
        one.file, _name(one), one.kind, one.owner, made_cell(one),
        day_cell(one.last_day) or ("" if over else "none set"), f"{stands}{ended}", _under(one, notes),
        page.entries_of(one, notes),
    )  # fmt: skip


def _hearings(page: CourtPage, notes: Notes) -> Iterator[Markup]:
    listed = sorted(_of(page, "hearing", over=False), key=lambda one: (one.listed_for or page.on, one.file, one.key))
    rows = [_hearing(page, one, notes) for one in listed]
    yield table_or_none("Hearings that are listed", _HEARINGS, rows, unbroken=_UNBROKEN)
    if listed:
        law = bundle_is_whole.provision
        yield tag("p", f"Bundles: {notes.under(str(law), law.force.value, law.confidence)}.", class_="note")
    yield table_or_none(
        "Hearings that were held or vacated",
        ("case", "hearing", "what for", "listed for", "stands", "ended", "entries"),
        [
            (
                one.file, _name(one), one.kind, day_cell(one.listed_for), one.how_ended, day_cell(one.ended_on),
                page.entries_of(one, notes),
            )
            for one in _of(page, "hearing", over=True)
        ],
        unbroken=_UNBROKEN,
    )  # fmt: skip


def _hearing(page: CourtPage, one: CourtRow, notes: Notes) -> tuple[str, ...]:
    passed = one.listed_for is not None and one.listed_for < page.on
    when = f"{day_cell(one.listed_for)}{'; whether it was held is not told' if passed else ''}"
    return (
        one.file, _name(one), one.kind, when, one.needs, one.says or "nothing", page.entries_of(one, notes),
    )  # fmt: skip


def _made() -> Markup:
    return paragraphs(
        (
            "Orders, directions and hearings are shown as the record has them. Whether an order forbids something that "
            "is not told here, the order itself says: read it.",
            "What is late is measured against the day that was set, or that the rules set. What a bundle must hold is "
            "read from the practice direction, from what is before the court and from what was directed.",
            "The record is read as it stood on the day above. Read again later, or as known on another day, it may "
            "differ. There is no percentage of compliance.",
            "Nobody's name and nobody's words are on this page. Days and codes can still tell who somebody is.",
        )
    )
