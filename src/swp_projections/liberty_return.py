"""The national return on deprivations of liberty, as a question to the rows of every application."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property

from swp_projections.liberty_return_active import Active
from swp_projections.liberty_return_gaps import to_put_right
from swp_projections.liberty_return_tables import tables
from swp_projections.safeguarding_board_cells import Cell, Table


class Return(Active):
    """The return of a year: its rows (see :class:`Active`), and the tables that are counted from them."""

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every table, in the order in which they are read."""
        return (*tables(self), to_put_right(self))

    @cached_property
    def cells(self) -> Mapping[str, Cell]:
        """Every cell by its name."""
        return {cell.name: cell for table in self.tables for _, _, cell in table.cells}
