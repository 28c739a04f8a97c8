"""Cells of a board's report, the lines and tables they stand in, and what must hold between them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import TypeVar

from swp_projections.performance_shares import per_cent
from swp_projections.safeguarding_board_rows import BoardRow, StepRow

R = TypeVar("R", bound=BoardRow)


@dataclass(frozen=True, slots=True)
class Cell:
    """A number with the rows behind it: how many they are, unless ``told`` is something else worked out of them."""

    name: str
    rows: tuple[BoardRow, ...]
    told: Decimal | None = None
    unit: str = ""

    @property
    def count(self) -> int:
        """How many rows."""
        return len(self.rows)

    @property
    def number(self) -> Decimal | int:
        """The number as it is shown."""
        if self.told is None:
            return self.count
        whole = self.unit == "days" and self.told == self.told.to_integral_value()
        return int(self.told) if whole else self.told

    @property
    def shown(self) -> str:
        """The number in figures, with its unit."""
        return f"{self.number:,}{'%' if self.unit == '%' else ''}"

    @property
    def entries(self) -> tuple[str, ...]:
        """The ids of the entries behind it, in the order of the days of what they count for."""
        return tuple(dict.fromkeys(entry for row in self.rows for entry in row.entries))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a table: what it counts, and a cell a column; ``None`` where a column says nothing of it."""

    label: str
    cells: tuple[Cell | None, ...]
    part: bool = False


@dataclass(frozen=True, slots=True)
class Identity:
    """Cells that must make a whole: each of its rows in ``exactly`` one part, or in at least one."""

    whole: str
    parts: tuple[str, ...]
    exactly: bool = True


@dataclass(frozen=True, slots=True)
class Table:
    """Lines under one heading. ``unsaid`` is what a reader would look for, and the record cannot say."""

    name: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    note: str = ""
    identities: tuple[Identity, ...] = ()
    unsaid: tuple[str, ...] = ()

    @property
    def cells(self) -> Iterator[tuple[Line, str, Cell]]:
        """Every cell with its line and its column."""
        for line in self.lines:
            for column, cell in zip(self.columns, line.cells, strict=True):
                if cell is not None:
                    yield line, column, cell


@dataclass(frozen=True, slots=True)
class Section:
    """Tables about one thing."""

    title: str
    tables: tuple[Table, ...]


Part = tuple[str, str, Callable[[R], bool]]
"""The last word of a cell's name, its label, and which rows are in it."""


def among(told: Callable[[R], Iterable[object]], code: object) -> Callable[[R], bool]:
    """Whether a code is among those that a row tells."""
    return lambda one: code in told(one)


def slug(text: str) -> str:
    """A name for a cell: small letters, figures and hyphens; other words stay apart."""
    return re.sub(r"[^\w]+", "-", text.lower()).strip("-") or "not-told"


def ordered(rows: Iterable[R]) -> tuple[R, ...]:
    """Rows in the order of their days."""
    return tuple(sorted(rows, key=lambda one: (one.on, one.file, one.key)))


def split(
    name: str, label: str, rows: Sequence[R], parts: Sequence[Part[R]], *, exactly: bool = True
) -> tuple[list[Line], Identity]:
    """A whole and its parts, a line each, and the identity that they must keep."""
    made = [
        Line(says, (Cell(f"{name}/{word}", ordered(one for one in rows if holds(one))),), part=True)
        for word, says, holds in parts
    ]
    whole = Line(label, (Cell(name, ordered(rows)),))
    return [whole, *made], Identity(name, tuple(f"{name}/{word}" for word, _, _ in parts), exactly)


def one_column(name: str, title: str, *splits: tuple[list[Line], Identity], note: str = "") -> Table:
    """A table of wholes with their parts under them."""
    lines = tuple(line for told, _ in splits for line in told)
    return Table(name, title, ("how many",), lines, note, tuple(one for _, one in splits if one.parts))


def share(name: str, part: Sequence[BoardRow], whole: Sequence[BoardRow]) -> Cell | None:
    """A per cent of two counts; ``None`` where there is nothing to take it of. It is told with both."""
    if not whole:
        return None
    return Cell(name, ordered({(one.file, one.key): one for one in (*whole, *part)}.values()), _share(part, whole), "%")


def _share(part: Sequence[BoardRow], whole: Sequence[BoardRow]) -> Decimal:
    return per_cent(len(part), len(whole))


def middle(name: str, rows: Sequence[StepRow]) -> Cell | None:
    """The middle number of days that steps took, of those that were done."""
    days = [one.days for one in rows if one.days is not None]
    return Cell(name, _done(rows), Decimal(str(median(days))), "days") if days else None


def longest(name: str, rows: Sequence[StepRow]) -> Cell | None:
    """The most days that a step took, with the steps that took so many."""
    most = max((one.days for one in rows if one.days is not None), default=None)
    if most is None:
        return None
    return Cell(name, ordered(one for one in rows if one.days == most), Decimal(most), "days")


def _done(rows: Sequence[StepRow]) -> tuple[StepRow, ...]:
    return ordered(one for one in rows if one.days is not None)


def mismatches(tables: Iterable[Table]) -> Iterator[str]:
    """Every identity that does not hold, in words. Of ours there is none."""
    for table in tables:
        cells = {cell.name: cell for _, _, cell in table.cells}
        for one in table.identities:
            whole, parts = cells[one.whole], [cells[name] for name in one.parts]
            made = [(row.file, row.key) for part in parts for row in part.rows]
            wanted = {(row.file, row.key) for row in whole.rows}
            if set(made) != wanted or (one.exactly and len(made) != len(wanted)):
                yield f"{table.title}: {one.whole} is {whole.count}, and its parts make {len(made)}"
