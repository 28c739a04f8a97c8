"""Views as tables: rows of a projection, kept with the position up to which the log is in them."""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, datetime
from typing import Any, Final, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Connection,
    Date,
    Integer,
    MetaData,
    Table,
    Text,
    delete,
    insert,
    select,
    update,
)
from sqlalchemy.types import TypeEngine

from swp_adapters.store.schema import Moment
from swp_projections.projection import Projection, Row, Rows

R = TypeVar("R", bound=Row)
_TYPES: Final[dict[type, type[TypeEngine[Any]] | TypeEngine[Any]]] = {
    str: Text,
    int: Integer,
    bool: Boolean,
    date: Date,
    datetime: Moment,
}
_BATCH: Final = 500

views = MetaData()
"""Derived tables, apart from the record: any of them may be dropped, and is then made again."""

position = Table(
    "view_position", views, Column("view", Text, primary_key=True), Column("position", BigInteger, nullable=False)
)
"""Up to which position of the log each view's rows are."""


class View(Generic[R]):
    """The table of one projection. Its name carries the projection's version, so a new one is built beside the old."""

    def __init__(self, projection: Projection[R]) -> None:
        self.projection = projection
        self.name = f"view_{projection.name}_v{projection.version}"
        self.table = _table(self.name, projection.row)

    def position(self, connection: Connection) -> int:
        """The last position of the log that the rows hold; 0 before the first."""
        found = connection.execute(select(position.c.position).where(position.c.view == self.name)).scalar()
        return found or 0

    def move_to(self, connection: Connection, reached: int) -> None:
        """Remember how far the rows are, in the transaction that writes them."""
        moved = connection.execute(update(position).where(position.c.view == self.name).values(position=reached))
        if not moved.rowcount:
            connection.execute(insert(position).values(view=self.name, position=reached))

    def rows(self, connection: Connection, file: str | None = None) -> list[R]:
        """The rows of one file, or of all, in a stable order."""
        asked = select(self.table).order_by(self.table.c.file, self.table.c.key)
        if file is not None:
            asked = asked.where(self.table.c.file == file)
        return [self._row(found) for found in connection.execute(asked).mappings()]

    def working(self, connection: Connection, file: str) -> Rows[R]:
        """One file's rows, to apply an entry to."""

        def load(key: str) -> R | None:
            asked = select(self.table).where(self.table.c.file == file, self.table.c.key == key)
            found = connection.execute(asked).mappings().first()
            return None if found is None else self._row(found)

        return Rows(load)

    def keep(self, connection: Connection, file: str, rows: Rows[R]) -> None:
        """Write what changed in one file's rows."""
        for key, row in rows.changed.items():
            connection.execute(delete(self.table).where(self.table.c.file == file, self.table.c.key == key))
            if row is not None:
                connection.execute(insert(self.table), asdict(row))

    def replace(self, connection: Connection, file: str, rows: Iterable[R]) -> None:
        """Put one file's rows in the place of those it had; rows that are the same are left alone."""
        had = {row.key: row for row in self.rows(connection, file)}
        now = {row.key: row for row in rows}
        for key, row in had.items():
            if now.get(key) != row:
                connection.execute(delete(self.table).where(self.table.c.file == file, self.table.c.key == key))
        self.add(connection, [row for key, row in now.items() if had.get(key) != row])

    def add(self, connection: Connection, rows: Sequence[R]) -> None:
        """Add rows that are not there yet."""
        for start in range(0, len(rows), _BATCH):
            connection.execute(insert(self.table), [asdict(row) for row in rows[start : start + _BATCH]])

    def empty(self, connection: Connection) -> None:
        """Take every row away."""
        connection.execute(delete(self.table))
        connection.execute(delete(position).where(position.c.view == self.name))

    def _row(self, found: Mapping[Any, Any]) -> R:
        return self.projection.row(**found)  # type: ignore[return-value]


def _table(name: str, row: type[Row]) -> Table:
    made = views.tables.get(name)
    if made is None:
        made = Table(name, views, *(_column(field, hint) for field, hint in get_type_hints(row).items()))
    return made


def _column(name: str, hint: Any) -> Column[Any]:
    optional = get_origin(hint) in (types.UnionType, Union) and type(None) in get_args(hint)
    kind = next(arm for arm in get_args(hint) if arm is not type(None)) if optional else hint
    return Column(name, _TYPES[kind], primary_key=name in ("file", "key"), nullable=optional)
