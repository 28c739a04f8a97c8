"""Views as tables: rows of a projection, kept with the position up to which the log is in them."""

from __future__ import annotations

import json
import types
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from functools import cached_property
from operator import attrgetter
from typing import Any, Final, Generic, TypeVar, Union, get_args, get_origin, get_type_hints

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Date,
    Delete,
    Insert,
    Integer,
    MetaData,
    Select,
    Table,
    Text,
    bindparam,
    delete,
    insert,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.types import TypeEngine

from swp_adapters.store.schema import Amount, Moment
from swp_domain.personal import Kept, Sealed, Sealer
from swp_projections.asking import Before, OneOf, Question, Without
from swp_projections.projection import Projection, Row, Rows

R = TypeVar("R", bound=Row)
_TYPES: Final[dict[type, type[TypeEngine[Any]] | TypeEngine[Any]]] = {
    str: Text,
    int: Integer,
    bool: Boolean,
    date: Date,
    datetime: Moment,
    Decimal: Amount,
}
_BATCH: Final = 500

views = MetaData()
"""Derived tables, apart from the record: any of them may be dropped, and is then made again."""

position = Table(
    "view_position", views, Column("view", Text, primary_key=True), Column("position", BigInteger, nullable=False)
)
"""Up to which position of the log each view's rows are."""

_MOVE: Final = text(
    "INSERT INTO view_position (view, position) VALUES (:view, :position) "
    "ON CONFLICT (view) DO UPDATE SET position = excluded.position"
)


def move_to(connection: Connection, kept: Iterable[View[Any]], reached: int) -> None:
    """Remember how far the rows of views are, in the transaction that writes them."""
    if moved := [{"view": view.name, "position": reached} for view in kept]:
        connection.execute(_MOVE, moved)


class View(Generic[R]):
    """The table of one projection. Its name carries the projection's version, so a new one is built beside the old.

    Args:
        projection: makes the rows.
        sealer: seals and opens the personal text of a file, where rows hold any: the table has it as the
            log has it, so that it is forgotten with its key.
    """

    def __init__(self, projection: Projection[R], sealer: Callable[[str], Sealer] | None = None) -> None:
        self.projection, self._sealer = projection, sealer
        self.name = f"view_{projection.name}_v{projection.version}"
        self.table = _table(self.name, projection.row)
        self._columns = tuple(self.table.c.keys())
        self._sealed = _sealed(projection.row)
        self._told = attrgetter(*self._columns)

    # Statements are built once, because building one costs more than executing it.

    @cached_property
    def _all(self) -> Select[Any]:
        return select(self.table).order_by(self.table.c.file, self.table.c.key)

    @cached_property
    def _of_file(self) -> Select[Any]:
        return self._all.where(self.table.c.file == bindparam("of_file"))

    @cached_property
    def _one(self) -> Select[Any]:
        return select(self.table).where(*self._named())

    @cached_property
    def _delete(self) -> Delete:
        return delete(self.table).where(*self._named())

    @cached_property
    def _insert(self) -> Insert:
        return insert(self.table)

    @cached_property
    def _put(self) -> dict[str, Insert]:
        """A row in the place of the one under its key, if there is one; by the database's name."""
        put: dict[str, Any] = {"sqlite": sqlite.insert(self.table), "postgresql": postgresql.insert(self.table)}
        rest = [name for name in self._columns if name not in ("file", "key")]
        at = ["file", "key"]
        if not rest:
            return {name: one.on_conflict_do_nothing(index_elements=at) for name, one in put.items()}
        return {
            name: one.on_conflict_do_update(index_elements=at, set_={column: one.excluded[column] for column in rest})
            for name, one in put.items()
        }

    def _named(self) -> tuple[ColumnElement[bool], ...]:
        return self.table.c.file == bindparam("of_file"), self.table.c.key == bindparam("of_key")

    def rows(
        self,
        connection: Connection,
        file: str | None = None,
        where: Sequence[Question] = (),
        of: Select[Any] | None = None,
    ) -> list[R]:
        """The rows of one file, or of all, in a stable order.

        Args:
            connection: to the database.
            file: the one file.
            where: what the rows must answer to.
            of: a query for the files they must belong to, such as :meth:`files` of another view.
        """
        if where or of is not None:
            asked = self._all.where(*self._clauses(where))
            asked = asked if file is None else asked.where(self.table.c.file == file)
            asked = asked if of is None else asked.where(self.table.c.file.in_(of))
            return [self._row(found) for found in connection.execute(asked)]
        plain = (self._all, {}) if file is None else (self._of_file, {"of_file": file})
        return [self._row(found) for found in connection.execute(*plain)]

    def files(self, where: Sequence[Question]) -> Select[Any]:
        """A query for the files with a row that answers to all questions."""
        return select(self.table.c.file).where(*self._clauses(where))

    def _clauses(self, where: Sequence[Question]) -> list[ColumnElement[bool]]:
        return [_clause(self.table, one) for one in where]

    def working(self, connection: Connection, file: str) -> Rows[R]:
        """One file's rows, to apply an entry to."""

        def load(key: str) -> R | None:
            found = connection.execute(self._one, {"of_file": file, "of_key": key}).first()
            return None if found is None else self._row(found)

        return Rows(load)

    def keep(self, connection: Connection, changed: Mapping[tuple[str, str], R | None]) -> None:
        """Write rows that changed, by file and key; ``None`` is a row that is no more."""
        if gone := [{"of_file": file, "of_key": key} for (file, key), row in changed.items() if row is None]:
            connection.execute(self._delete, gone)
        self._write(connection, self._put[connection.dialect.name], [row for row in changed.values() if row])

    def changes(self, connection: Connection, file: str, rows: Iterable[R]) -> dict[tuple[str, str], R | None]:
        """What has to be written to put one file's rows in the place of those it had."""
        of_file = connection.execute(self._of_file, {"of_file": file})
        had = {found.key: tuple(found) for found in of_file}
        now = {row.key: row for row in rows}
        changed: dict[tuple[str, str], R | None] = {(file, key): None for key in had if key not in now}
        return changed | {
            (file, key): row for key, row in now.items() if key not in had or had[key] != self._values(row)
        }

    def add(self, connection: Connection, rows: Sequence[R]) -> None:
        """Add rows that are not there yet."""
        self._write(connection, self._insert, rows)

    def empty(self, connection: Connection) -> None:
        """Take every row away."""
        connection.execute(delete(self.table))
        connection.execute(delete(position).where(position.c.view == self.name))

    def _row(self, found: Iterable[Any]) -> R:
        told = dict(zip(self._columns, found, strict=True))
        for name in self._sealed:
            if told[name] is not None:
                sealer = self._sealer(told["file"]) if self._sealer is not None else None
                told[name] = Sealed(json.loads(told[name]), sealer)
        return self.projection.row(**told)  # type: ignore[return-value]

    def _values(self, row: R) -> tuple[Any, ...]:
        """What the columns hold of a row."""
        if not self._sealed:
            values: tuple[Any, ...] = self._told(row)
            return values
        told = dict(zip(self._columns, self._told(row), strict=True))
        for name in self._sealed:
            if told[name] is not None:
                told[name] = json.dumps(self._kept(row.file, told[name]))
        return tuple(told.values())

    def _kept(self, file: str, text: Kept) -> dict[str, str]:
        if isinstance(text, Sealed):
            return text.kept
        if self._sealer is None:
            raise TypeError(f"{self.name} holds personal text, and was given nothing to seal it with")
        return self._sealer(file).seal(text)

    def _write(self, connection: Connection, statement: Insert, rows: Sequence[R]) -> None:
        told = [dict(zip(self._columns, self._values(row), strict=True)) for row in rows]
        for start in range(0, len(told), _BATCH):
            connection.execute(statement, told[start : start + _BATCH])


def _table(name: str, row: type[Row]) -> Table:
    made = views.tables.get(name)
    if made is None:
        made = Table(name, views, *(_column(field, hint) for field, hint in get_type_hints(row).items()))
    return made


def _arms(hint: Any) -> tuple[Any, ...]:
    return get_args(hint) if get_origin(hint) in (types.UnionType, Union) else (hint,)


def _sealed(row: type[Row]) -> tuple[str, ...]:
    """The fields of a row that hold personal text."""
    return tuple(field for field, hint in get_type_hints(row).items() if Sealed in _arms(hint))


def _clause(table: Table, asked: Question) -> ColumnElement[bool]:
    column = table.c[asked.field]
    match asked:
        case OneOf(values=values):
            return column.in_(sorted(values, key=str))
        case Before(day=day):
            return column < day
        case Without():
            return column.is_(None)


def _column(name: str, hint: Any) -> Column[Any]:
    arms = _arms(hint)
    optional = type(None) in arms
    kind = next(arm for arm in arms if arm not in (type(None), Sealed))
    return Column(name, _TYPES[kind], primary_key=name in ("file", "key"), nullable=optional)
