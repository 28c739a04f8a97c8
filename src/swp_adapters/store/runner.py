"""Keeps views up to date with the log, and makes them again from nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import Any, Final, cast

from sqlalchemy import Connection, Engine, Text, bindparam, delete, func, inspect, literal, select, union_all

from swp_adapters.store.engine import writing
from swp_adapters.store.errors import RecordReadOnly, translated
from swp_adapters.store.prepare import prepare
from swp_adapters.store.schema import log
from swp_adapters.store.views import View, move_to, position, views
from swp_domain.entry import AnyEntry
from swp_projections.projection import Projection

Read = Callable[[str, str, bytes], AnyEntry]
"""Makes an entry from stream, topic and state."""

_BATCH: Final = 1000
_FOLLOWING: Final = 8263
"""The advisory lock of whoever brings PostgreSQL's views up to date."""
_REACHED: Final = union_all(
    select(literal("", Text).label("view"), func.coalesce(func.max(log.c.position), 0).label("position")),
    select(position.c.view, position.c.position),
)
"""The end of the log under no name, and how far each view is: one question, because it is asked after every entry."""
_FRESH: Final = (
    select(log.c.stream, log.c.version, log.c.topic, log.c.state)
    .where(log.c.position > bindparam("start"), log.c.position <= bindparam("until"))
    .order_by(log.c.stream, log.c.version)
)
_EARLIER: Final = (
    select(log.c.topic, log.c.state)
    .where(log.c.stream == bindparam("stream"), log.c.version < bindparam("version"))
    .order_by(log.c.version)
)
_ALREADY: Final = select(func.max(log.c.occurred_on), func.count(log.c.corrects)).where(
    log.c.stream == bindparam("stream"), log.c.version < bindparam("version")
)


class ViewRunner:
    """Applies the log to views. Every step writes rows and position in one transaction.

    Args:
        read: makes an entry of a stored one.
        kept: the views to keep.
    """

    def __init__(self, read: Read, kept: Sequence[View[Any]]) -> None:
        self.read, self.kept = read, kept
        self.ready = True

    def prepare(self, engine: Engine) -> None:
        """Make the tables that are not there yet; several processes may do so at once."""
        try:
            self._made(engine)
        except RecordReadOnly:
            self.ready = False  # It can still be read: whoever asks for a view has it folded.

    def _made(self, engine: Engine) -> None:
        with translated, engine.connect() as connection:
            there = set(inspect(connection).get_table_names())
        lost = [view.name for view in self.kept if view.name not in there]
        if lost and position.name in there:
            # A view whose table was dropped holds nothing, whatever was remembered of it.
            with translated, writing(engine) as connection:
                connection.execute(delete(position).where(position.c.view.in_(lost)))
        prepare(engine, views)

    def keeps(self, projection: type[Projection[Any]]) -> bool:
        """Whether a view of this projection is kept as a table."""
        return self.ready and any(type(view.projection) is projection for view in self.kept)

    def is_current(self, connection: Connection) -> bool:
        """Whether every view holds the whole log."""
        end, at = _reached(connection)
        return all(at.get(view.name, 0) == end for view in self.kept)

    def behind(self, connection: Connection) -> tuple[int, int]:
        """How many entries the view that is furthest behind does not hold yet, and how many there are."""
        end, at = _reached(connection)
        return end - min((at.get(view.name, 0) for view in self.kept), default=end), end

    def catch_up(self, connection: Connection, known: dict[str, list[AnyEntry]] | None = None) -> int:
        """Bring every view up to the end of the log, in the caller's transaction.

        Args:
            connection: within a transaction that was begun for writing.
            known: streams whose entries the caller has at hand, whole.

        Returns:
            the position reached.
        """
        _alone(connection)
        reached, held = _reached(connection)
        at = dict.fromkeys((view.name for view in self.kept), 0) | held
        behind = min((at[view.name] for view in self.kept), default=reached)
        while behind < reached:
            until = min(behind + _BATCH, reached)
            late = [view for view in self.kept if at[view.name] < until]
            for start in {at[view.name] for view in late}:
                beside = [view for view in late if at[view.name] == start]
                self._advance(beside, connection, start, until, known or {})
            move_to(connection, late, until)
            at |= {view.name: until for view in late}
            behind = until
        return reached

    def _advance(
        self,
        kept: Sequence[View[Any]],
        connection: Connection,
        start: int,
        until: int,
        known: dict[str, list[AnyEntry]],
    ) -> None:
        """Bring views that are equally far up to a position; what is new is read once for all of them."""
        changed: dict[str, dict[tuple[str, str], Any]] = {view.name: {} for view in kept}
        fresh = connection.execute(_FRESH, {"start": start, "until": until}).all()
        for stream, found in groupby(fresh, key=lambda row: cast("str", row.stream)):
            kind = stream.partition("/")[0]
            concerned = [view for view in kept if kind in view.projection.kinds]
            if not concerned:
                continue
            new = [self.read(stream, row.topic, row.state) for row in found]
            last, plain = self._lie_last(connection, stream, new)
            whole = known.get(stream)
            for view in concerned:
                if plain and not any(map(view.projection.concerned, new)):
                    continue
                if last and view.projection.stepwise:
                    rows = view.working(connection, stream)
                    for entry in new:
                        view.projection.apply(rows, entry)
                    changed[view.name] |= {(stream, key): row for key, row in rows.changed.items()}
                else:
                    whole = whole or self._before(connection, stream, new[0].version) + new
                    changed[view.name] |= view.changes(connection, stream, view.projection.of(stream, whole))
        for view in kept:
            view.keep(connection, changed[view.name])

    def _lie_last(self, connection: Connection, stream: str, new: Sequence[AnyEntry]) -> tuple[bool, bool]:
        """Whether new entries come after all others of their file, in order, and put none of them right.

        And whether besides there are others and none of them puts another right: then whatever the first of the file
        made of its rows stands.
        """
        asked = {"stream": stream, "version": new[0].version}
        latest, mended = connection.execute(_ALREADY, asked).one()
        days = [entry.occurred_on for entry in new]
        ordered = days == sorted(days) and not any(entry.corrects for entry in new)
        last = ordered and (latest is None or latest <= days[0])
        return last, last and latest is not None and not mended

    def _before(self, connection: Connection, stream: str, version: int) -> list[AnyEntry]:
        """The entries of a stream before a version."""
        if version == 1:
            return []
        found = connection.execute(_EARLIER, {"stream": stream, "version": version})
        return [self.read(stream, row.topic, row.state) for row in found]

    def rebuild(self, engine: Engine, progress: Callable[[int], None] = lambda _: None) -> int:
        """Make every view again from the log, file by file, in one transaction.

        Args:
            engine: of the database.
            progress: told how many entries have been read.

        Returns:
            how many entries were folded.
        """
        with translated, writing(engine) as connection:
            _alone(connection)
            reached, _ = _reached(connection)
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
            move_to(connection, self.kept, reached)
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


def _reached(connection: Connection) -> tuple[int, dict[str, int]]:
    """The last position of the log, and that of each view; a view that holds nothing is left out."""
    at: dict[str, int] = {row.view: row.position for row in connection.execute(_REACHED)}
    return at.pop(""), at


def _alone(connection: Connection) -> None:
    """One at a time brings the views up to date: on SQLite whoever writes is alone anyway."""
    if connection.engine.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_FOLLOWING})")
