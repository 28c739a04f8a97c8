"""The page that a safeguarding adults board circulates: what to look at first, every table, paths, and the entries.

It holds codes, days and identifiers, and never anybody's name or words.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from swp_adapters.pages.frame import as_at, framed, paragraphs
from swp_adapters.pages.markup import Markup, lines, tag
from swp_adapters.pages.steps import step_by_step
from swp_adapters.pages.tables import References, cells_table, entries_table, report_table
from swp_domain.law.dates import spoken
from swp_projections.safeguarding_board import Board
from swp_projections.safeguarding_board_first import first
from swp_projections.safeguarding_board_look import Look, Reason
from swp_projections.safeguarding_board_rows import ConcernRow, EnquiryRow, PlanRow

LISTED: Final = 12
"""Of how many concerns the path is drawn: those first to be looked at."""


@dataclass(frozen=True, slots=True)
class Page:
    """What the page is of. ``council`` is whose board, where that is known; ``known_at`` as known by which day.

    ``entries`` is whether the appendix is there, to which each number leads.
    """

    board: Board
    council: str = ""
    known_at: date | None = None
    entries: bool = True

    @property
    def title(self) -> str:
        """The title of the page."""
        return f"Safeguarding adults: report to the board{f' of {self.council}' if self.council else ''}"


def board_page(page: Page) -> str:
    """The page as HTML, which is well-formed XML as well."""
    board = page.board
    reasons = first(board)
    refs = References(cell for table in board.tables for _, _, cell in table.cells if page.entries)
    concerns = listed(board, reasons)
    sections: list[tuple[str, Sequence[Markup]]] = [
        ("Where to look first", [_looks(reasons)]),
        *((one.title, [report_table(table, refs) for table in one.tables]) for one in board.sections),
        ("Concerns, and what was done", list(_paths(board, concerns))),
        ("How this was made", [_made()]),
        ("Entries behind each number", [cells_table(refs), entries_table(refs)])
        if page.entries
        else ("The entries are left out", [_left_out()]),
    ]
    return framed(page.title, _days(page), sections)


def listed(board: Board, reasons: Sequence[Reason]) -> list[ConcernRow]:
    """The concerns that the lines to look at first are about, in their order; the others of the period after them."""
    by_name = {(one.file, one.concern): one for one in board.every(ConcernRow)}
    enquiries = {(one.file, one.enquiry): one for one in board.every(EnquiryRow)}
    by_entry: dict[str, list[ConcernRow]] = {}
    for one in by_name.values():
        for moment in one.path:
            by_entry.setdefault(moment.entry, []).append(one)
    found: dict[tuple[str, str], ConcernRow] = {}
    for look in (look for reason in reasons for look in reason.shown):
        for row in look.rows:
            named = [row] if isinstance(row, ConcernRow) else []
            if isinstance(row, EnquiryRow):
                named = [by_name[row.file, which] for which in enquiries[row.file, row.enquiry].concerns]
            for concern in named or [one for entry in row.entries for one in by_entry.get(entry, [])]:
                found.setdefault((concern.file, concern.concern), concern)
    for concern in board.concerns:
        found.setdefault((concern.file, concern.concern), concern)
    return list(found.values())


def _days(page: Page) -> str:
    period = page.board.period
    last = spoken(period.last) if period.last else "today"
    return f"From {spoken(period.first)} to {last}, {as_at(page.board.on, page.known_at)}."


def _looks(reasons: Sequence[Reason]) -> Markup:
    if not reasons:
        return tag("p", "Nothing that the record knows of.")
    order = "In this order: what the law requires before what a target does, the longest first. It is no score."
    return lines(tag("p", order, class_="note"), *(_reason(one) for one in reasons))


def _reason(reason: Reason) -> Markup:
    more = tag("p", f"And {reason.more} more.") if reason.more else None
    return tag("div", tag("h3", reason.says), tag("ul", [_look(one) for one in reason.shown]), more)


def _look(look: Look) -> Markup:
    force = f" [{look.force}]" if look.force else ""
    where = tag("span", f" In {', '.join(look.files)}; entries {', '.join(look.entries)}.", class_="ids")
    return tag("li", f"{look.says}{force}.", where)


def _paths(board: Board, concerns: Sequence[ConcernRow]) -> Iterator[Markup]:
    if not concerns:
        yield tag("p", "None was received.")
        return
    more = len(concerns) - LISTED
    told = f"Those first to be looked at; {more} more of the period are not drawn." if more > 0 else "Each of them."
    yield tag("p", told, class_="note")
    for number, one in enumerate(concerns[:LISTED], start=1):
        called = f"{one.called.capitalize()} {one.concern} in {one.file}"
        yield tag(
            "div",
            tag("h3", called),
            tag("p", _about(one)),
            step_by_step(f"path-{number}", called, one.path, _until(board, one)),
        )


def _until(board: Board, concern: ConcernRow) -> date:
    """Where a drawing ends: with the last thing that happened where nothing goes on, else on the day asked about."""
    open_still = [
        one for one in board.every(EnquiryRow) if one.file == concern.file and concern.concern in one.concerns
        and (one.closed_on is None or any(_goes_on(board, one.file, plan) for plan in one.plans))
    ]  # fmt: skip
    begun = concern.enquiries or not (concern.decision and concern.decision.enquires)
    return board.on if concern.waits or open_still or not begun else concern.path[-1].on


def _goes_on(board: Board, file: str, plan: str) -> bool:
    return any((one.file, one.plan) == (file, plan) and one.ended_on is None for one in board.every(PlanRow))


def _about(one: ConcernRow) -> str:
    told = [
        ", ".join(kind.value for kind in one.types) or "kind not told",
        one.location.value if one.location else "place not told",
        *(name for name in (one.location_name, one.provider) if name),
        f"source of risk: {', '.join(source.value for source in one.sources) or 'not told'}",
    ]
    said = "; ".join(told)
    return f"{said[0].upper()}{said[1:]}."


def _left_out() -> Markup:
    told = (
        "The appendix with the entries behind each number is not in this copy. The same command without "
        "--without-entries writes the page with it.",
        "swp board --cell CELL lists what one number is counted from, and swp board --csv has the name of every cell.",
    )
    return paragraphs(told)


def _made() -> Markup:
    told = (
        "Every number is a count of entries of the record, or is worked out of one. What is not yet, or not "
        "told, is a part of its whole, so that the parts make the whole.",
        "The record is read as it stood on the day above. Read again later, or as known on another day, it may differ.",
        "There is no percentage of compliance. A breach of an Act, a departure from guidance and a missed local target "
        "are different things, and are never added up.",
        "Nobody's name and nobody's words are on this page. Small numbers can still tell who somebody is: for "
        "publication, the national rules of suppression and rounding are to be applied.",
    )
    return paragraphs(told)
