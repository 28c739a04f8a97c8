"""What a practice's performance is counted from, and the count: each cell is a number with the entries behind it.

A cell is a measure, in a month (or, of what stands, at its end), of one team or of all. Nothing here is a score,
and no cell is added to one of another kind. What the record does not tell is a measure of its own, so that every
whole is the sum of its parts: :mod:`swp_projections.performance_identities` says which.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from swp_domain.entry import AnyEntry
from swp_domain.law.dates import Period
from swp_projections.performance_flow import of_case, of_contact
from swp_projections.performance_measures import MEASURES, Measure
from swp_projections.performance_rows import CameTo, Item, PerformanceRow
from swp_projections.projection import Projection

__all__ = ["CameTo", "Cell", "Item", "Performance", "PerformanceRow", "Table"]


class Performance(Projection[PerformanceRow]):
    """Calls, referrals, work done and cases as they stood. Asked for monthly, it is folded then, and keeps no table."""

    name = "performance"
    row = PerformanceRow
    kinds = ("case", "contact")
    stepwise = False

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[PerformanceRow]:
        """The rows of one case, or of one contact."""
        if not told:
            return ()
        return of_contact(file, told) if file.startswith("contact/") else of_case(file, told)


@dataclass(frozen=True, slots=True)
class Cell:
    """A count: how many rows answer to a measure in a period, of a team where one is asked for, and which."""

    measure: str
    period: Period
    team: str | None
    rows: tuple[PerformanceRow, ...]

    @property
    def count(self) -> int:
        """How many."""
        return len(self.rows)

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of the entries that it is counted from, in the order of the days of what they count for."""
        return tuple(dict.fromkeys(entry for row in self.rows for entry in row.entries))


NO_TEAM = ""
"""Asked for as a team: what no team has."""


class Table:
    """Rows, to be counted. What happened counts by its day; what stands, as it stood at the end of the period."""

    def __init__(self, rows: Iterable[PerformanceRow]) -> None:
        self._rows: dict[Item, list[PerformanceRow]] = defaultdict(list)
        for row in sorted(rows, key=lambda one: (one.on, one.file, one.key)):
            self._rows[row.item].append(row)
        self._stood: dict[date, list[PerformanceRow]] = {}

    def cell(self, measure: str, period: Period, team: str | None = None) -> Cell:
        """A measure in a period.

        Args:
            measure: its name, one of ``MEASURES``.
            period: from its first to its last day; of what stands, its last day counts.
            team: only of one team; ``NO_TEAM`` of none.

        Raises:
            KeyError: there is no such measure.
        """
        asked = MEASURES[measure]
        found = (one for one in self._in(asked, period) if asked.counts(one))
        return Cell(measure, period, team, tuple(one for one in found if team is None or (one.team or NO_TEAM) == team))

    @cached_property
    def teams(self) -> tuple[str, ...]:
        """Every team that anything was ever counted for."""
        return tuple(sorted({one.team for rows in self._rows.values() for one in rows if one.team}))

    def rows(self, item: Item) -> Sequence[PerformanceRow]:
        """Every row about one kind of thing, in the order of days."""
        return self._rows[item]

    def _in(self, measure: Measure, period: Period) -> Iterable[PerformanceRow]:
        if not measure.stands:
            return (one for item in measure.items for one in self._rows[item] if one.on in period)
        if period.last is None:
            raise ValueError("what stands is asked of a day: give the period its last one")
        if period.last not in self._stood:
            self._stood[period.last] = self._standing(period.last)
        return self._stood[period.last]

    def _standing(self, day: date) -> list[PerformanceRow]:
        """Each adult once: where files were merged, as the file has it in which work goes on."""
        goes_on = self.goes_on_in
        adults: dict[str, PerformanceRow] = {}
        for row in self._rows[Item.STANDING]:
            if not row.stands_on(day):
                continue
            adult = last_of(goes_on, row.file)
            adults[adult] = _together(adults[adult], row, adult) if adult in adults else row
        return list(adults.values())

    @cached_property
    def goes_on_in(self) -> Mapping[str, str]:
        """Of each file that was merged away, the one in which work goes on, as far as the rows reach."""
        return {one.file: one.adult for one in self._rows[Item.STANDING] if one.until is None and one.adult != one.file}


def last_of(goes_on: Mapping[str, str], file: str) -> str:
    """The file in which work for an adult goes on in the end."""
    seen = {file}
    while (after := goes_on.get(file)) is not None and after not in seen:
        file = after
        seen.add(file)
    return file


def _together(one: PerformanceRow, other: PerformanceRow, adult: str) -> PerformanceRow:
    """Two files of one adult: held as the file has it in which work goes on, in receipt if either gives anything."""
    main, beside = (one, other) if one.file == adult else (other, one)
    given = main.in_receipt or beside.in_receipt
    return replace(main, in_receipt=given, entries=tuple(dict.fromkeys((*main.entries, *beside.entries))))
