"""Keeps views up to date with the log, and makes them again from nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final, cast

from sqlalchemy import Connection, Engine, func, select

from swp_adapters.store.engine import writing
from swp_adapters.store.prepare import prepare
from swp_adapters.store.schema import log
from swp_adapters.store.views import View, views
from swp_domain.entry import AnyEntry

Read = Callable[[str, str, bytes], AnyEntry]
"""Makes an entry from stream, topic and state."""

_BATCH: Final = 1000
_FOLLOWING: Final = 8263
"""The advisory lock of whoever brings PostgreSQL's views up to date."""
_LATEST: Final = select(func.max(log.c.position))


class ViewRunner:
    """Applies the log to views. Every step writes rows and position in one transaction.

    Args:
        read: makes an entry of a stored one.
        kept: the views to keep.
    """

    def __init__(self, read: Read, kept: Sequence[View[Any]]) -> None:
        self.read, self.kept = read, kept

    def prepare(self, engine: Engine) -> None:
        """Make the tables that are not there yet; several processes may do so at once."""
        prepare(engine, views)

    def is_current(self, connection: Connection) -> bool:
        """Whether every view holds the whole log."""
        end: int = connection.execute(_LATEST).scalar() or 0
        return all(view.position(connection) == end for view in self.kept)

    def catch_up(self, connection: Connection, known: dict[str, list[AnyEntry]] | None = None) -> int:
        """Bring every view up to the end of the log, in the caller's transaction.

        Args:
            connection: within a transaction that was begun for writing.
            known: streams whose entries the caller has at hand, whole.

        Returns:
            the position reached.
        """
        _alone(connection)
        reached: int = connection.execute(_LATEST).scalar() or 0
        behind = min((view.position(connection) for view in self.kept), default=reached)
        while behind < reached:
            until = min(behind + _BATCH, reached)
            for view in self.kept:
                start = view.position(connection)
                if start < until:
                    self._advance(view, connection, start, until, known or {})
                    view.move_to(connection, until)
            behind = until
        return reached

    def _advance(
        self, view: View[Any], connection: Connection, start: int, until: int, known: dict[str, list[AnyEntry]]
    ) -> None:
        fresh = (
            select(log.c.stream, log.c.version, log.c.topic, log.c.state)
            .where(log.c.position > start, log.c.position <= until)
            .order_by(log.c.stream, log.c.version)
        )
        for stream, found in groupby(connection.execute(fresh).all(), key=lambda row: cast("str", row.stream)):
            if stream.partition("/")[0] not in view.projection.kinds:
                continue
            new = [self.read(stream, row.topic, row.state) for row in found]
            if view.projection.stepwise and self._lie_last(connection, stream, new):
                rows = view.working(connection, stream)
                for entry in new:
                    view.projection.apply(rows, entry)
                view.keep(connection, stream, rows)
            else:
                whole = known.get(stream) or self._stream(connection, stream, new[-1].version)
                view.replace(connection, stream, view.projection.of(stream, whole))

    def _lie_last(self, connection: Connection, stream: str, new: Sequence[AnyEntry]) -> bool:
        """Whether new entries come after all others of their file, in order, and put none of them right."""
        days = [entry.occurred_on for entry in new]
        if any(entry.corrects for entry in new) or days != sorted(days):
            return False
        before = select(func.max(log.c.occurred_on)).where(log.c.stream == stream, log.c.version < new[0].version)
        latest = connection.execute(before).scalar()
        return latest is None or latest <= days[0]

    def _stream(self, connection: Connection, stream: str, until: int) -> list[AnyEntry]:
        asked = (
            select(log.c.topic, log.c.state)
            .where(log.c.stream == stream, log.c.version <= until)
            .order_by(log.c.version)
        )
        return [self.read(stream, row.topic, row.state) for row in connection.execute(asked)]

    def rebuild(self, engine: Engine, progress: Callable[[int], None] = lambda _: None) -> int:
        """Make every view again from the log, file by file, in one transaction.

        Args:
            engine: of the database.
            progress: told how many entries have been read.

        Returns:
            how many entries were folded.
        """
        with writing(engine) as connection:
            _alone(connection)
            reached: int = connection.execute(_LATEST).scalar() or 0
            for view in self.kept:
                view.empty(connection)
            waiting: dict[str, list[Any]] = {view.name: [] for view in self.kept}
            count = 0
            for stream, entries in self.files(connection, reached):
                count += len(entries)
                for view in self.kept:
                    waiting[view.name] += view.projection.of(stream, entries)
                    if len(waiting[view.name]) >= _BATCH:
                        view.add(connection, waiting[view.name])
                        waiting[view.name] = []
                progress(count)
            for view in self.kept:
                view.add(connection, waiting[view.name])
                view.move_to(connection, reached)
        return count

    def files(self, connection: Connection, until: int) -> Iterator[tuple[str, list[AnyEntry]]]:
        """Every file with its entries, one file at a time, up to a position of the log."""
        asked = (
            select(log.c.stream, log.c.topic, log.c.state)
            .where(log.c.position <= until)
            .order_by(log.c.stream, log.c.version)
            .execution_options(yield_per=_BATCH)
        )
        for stream, found in groupby(connection.execute(asked), key=lambda row: cast("str", row.stream)):
            yield stream, [self.read(stream, row.topic, row.state) for row in found]


def _alone(connection: Connection) -> None:
    """One at a time brings the views up to date: on SQLite whoever writes is alone anyway."""
    if connection.engine.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_FOLLOWING})")
