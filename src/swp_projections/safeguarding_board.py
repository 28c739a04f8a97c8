"""A safeguarding adults board's report: rows of every case and review, and the tables counted from them.

A cell is a number with the entries behind it. What is not yet, or not told, is a part of its whole. Nothing is a
score, and nothing is added up over statute, guidance and local targets: see docs/adr/0032.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from typing import TypeVar

from swp_domain.entry import AnyEntry
from swp_domain.law.dates import Period
from swp_projections.projection import Projection
from swp_projections.safeguarding_board_cells import Cell, Section, Table, ordered
from swp_projections.safeguarding_board_conduct import breaches, decisions, reviews, timeliness
from swp_projections.safeguarding_board_fold import Story
from swp_projections.safeguarding_board_funnel import conversion, funnel
from swp_projections.safeguarding_board_personal import advocacy, personal
from swp_projections.safeguarding_board_rows import (
    BoardRow,
    BreachRow,
    ConcernRow,
    DecisionRow,
    EnquiryRow,
    HarmRow,
    PlanRow,
    ReviewRow,
    StepRow,
)
from swp_projections.safeguarding_board_themes import Together, clusters_table, themes, together
from swp_projections.safeguarding_board_trail import ours, review, trail
from swp_projections.safeguarding_collection import collection, concluded

R = TypeVar("R", bound=BoardRow)


class SafeguardingBoard(Projection[BoardRow]):
    """Concerns, enquiries, plans, steps, decisions, breaches and reviews. It is folded when asked, and kept nowhere."""

    name = "safeguarding_board"
    row = BoardRow
    kinds = ("case", "adults-review")
    stepwise = False

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[BoardRow]:
        """The rows of one case, or of one review."""
        if not ours(told):
            return
        if file.startswith("adults-review/"):
            yield from review(file, told)
        else:
            yield from Story(file, told).rows()
        yield from trail(file, told)


class Board:
    """The report of a period, as things stand on a day.

    Args:
        rows: those of every file, folded as at that day.
        period: the days that are asked about, none after ``on``.
        on: the day as at which the rows were folded.
    """

    def __init__(self, rows: Iterable[BoardRow], period: Period, on: date) -> None:
        self.period, self.on = period, on
        self._rows = ordered(rows)

    def every(self, kind: type[R]) -> list[R]:
        """All rows of a kind, whenever."""
        return [one for one in self._rows if isinstance(one, kind)]

    def within(self, kind: type[R]) -> list[R]:
        """Those whose day lies in the period."""
        return [one for one in self.every(kind) if one.on in self.period]

    @cached_property
    def concerns(self) -> list[ConcernRow]:
        """Those received in the period."""
        return [one for one in self.within(ConcernRow) if one.received_on is not None]

    @cached_property
    def begun(self) -> list[EnquiryRow]:
        """Enquiries that began in the period."""
        return [one for one in self.within(EnquiryRow) if one.opened_on is not None]

    @cached_property
    def concluded(self) -> list[EnquiryRow]:
        """Enquiries that were concluded in the period, whenever they began."""
        found = self.every(EnquiryRow)
        return [one for one in found if concluded(one) and one.closed_on is not None and one.closed_on in self.period]

    @cached_property
    def clusters(self) -> list[Together]:
        """Concerns that are looked at together."""
        return together(self.every(ConcernRow), self.period)

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Every table, in the order in which a board reads."""
        came = {(one.file, one.concern) for one in self.concerns}
        enquiries = [
            one for one in self.every(EnquiryRow) if any((one.file, concern) in came for concern in one.concerns)
        ]
        led_to = {(one.file, one.enquiry) for one in enquiries}
        alone = [one for one in self.every(PlanRow) if not one.enquiry]
        plans = [
            *(one for one in self.every(PlanRow) if (one.file, one.enquiry) in led_to),
            *(one for one in alone if (one.file, one.concern) in came or (not one.concern and one.on in self.period)),
        ]
        finished = [one for one in self.every(ReviewRow) if one.reported_on and one.reported_on in self.period]
        harmed = [one for one in self.every(HarmRow) if one.reported_on and one.reported_on in self.period]
        return (
            Section(
                "What came, and what became of it",
                (funnel(self.concerns, enquiries, plans), conversion(self.concerns, self.concerns, self.begun)),
            ),
            Section("How long each step took", (timeliness(self.within(StepRow), self.on),)),
            Section("The adult", (personal(self.concluded), advocacy(self.begun, self.concluded))),
            Section("What it is about", (*themes(self.concerns), clusters_table(self.clusters))),
            Section("Decisions and breaches", (decisions(self.within(DecisionRow)), *self._broken())),
            Section("Reviews", (reviews(self.every(ReviewRow), self.period),)),
            Section(
                "The national collection",
                tuple(collection(self.concerns, self.begun, self.concluded, finished, harmed)),
            ),
        )

    def _broken(self) -> tuple[Table, ...]:
        return tuple(breaches(self.within(BreachRow)))

    @property
    def tables(self) -> Iterator[Table]:
        """Every table of every section."""
        return (table for section in self.sections for table in section.tables)

    @cached_property
    def cells(self) -> dict[str, Cell]:
        """Every cell by its name."""
        return {cell.name: cell for table in self.tables for _, _, cell in table.cells}
