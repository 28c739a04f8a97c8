"""The log behind the library's recorder interfaces: what is the same on every database."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from threading import local
from typing import Any, Final
from uuid import UUID

from eventsourcing.persistence import (
    IntegrityError,
    Notification,
    ProcessRecorder,
    StoredEvent,
    Tracking,
)
from sqlalchemy import Connection, Engine

from swp_adapters.store.driver import select_rows, stream_query, transaction
from swp_adapters.store.errors import CommandIdTaken, translated
from swp_adapters.store.stored import Receipt
from swp_adapters.store.tracking import PositionRecorder

Also = Callable[[Connection, Sequence[int]], None]
"""More to write in the transaction of an append: the connection, and the positions just taken."""

_EVENT: Final = "SELECT position, stream, version, topic, state FROM log"


class LogRecorder(PositionRecorder, ProcessRecorder):
    """Appends to the log, reads streams and the whole, and keeps readers' positions."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        self._mine = _Mine()

    def insert_events(
        self,
        stored_events: Sequence[StoredEvent],
        *,
        receipt: Receipt | None = None,
        heads: bool = False,
        also: Also | None = None,
        tracking: Tracking | None = None,
        **_: Any,
    ) -> Sequence[int]:
        """Append events and all that belongs to them in one transaction: all of it, or nothing.

        Args:
            receipt: the answer to the command, under a command id not used before.
            heads: keep a head of the log as it is afterwards.
            also: called before the commit, to write more on the same connection; what it raises undoes all.
            tracking: the position of the upstream event that this answers.

        Returns:
            the positions of the events, in their order.

        Raises:
            IntegrityError: a stream has one of these versions already, an entry id is taken, or the
                tracking position was recorded before.
            CommandIdTaken: the receipt's command was recorded before; it wins over a lost race.
            StorageFull: the disk refuses; nothing was kept.
        """
        try:
            with translated:
                return self._append(stored_events, receipt, heads, also, tracking)
        except IntegrityError as error:
            if receipt is not None and self._mine.held is None and self.receipt(receipt.command_id) is not None:
                raise CommandIdTaken(receipt.command_id) from error
            raise

    @abstractmethod
    def _append(
        self,
        events: Sequence[StoredEvent],
        receipt: Receipt | None,
        heads: bool,
        also: Also | None,
        tracking: Tracking | None,
    ) -> Sequence[int]:
        """Append in the way that is fastest on this database."""

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the lock that orders appends, so that nobody appends between what is read here and what is appended.

        What this thread reads and appends meanwhile goes on one connection, and is kept or undone as a
        whole at the end. Everybody else waits: nothing slow may be done here.

        Raises:
            RecordBusy: the lock did not come free in time.
        """
        with translated, self._ordered(), transaction(self.engine, shared=True) as held:
            self._order(held[0])
            self._mine.held = held
            try:
                yield
            finally:
                self._mine.held = None

    def _ordered(self) -> AbstractContextManager[object]:
        """The turn of this thread among those of the process, where the database gives none."""
        return nullcontext()

    def _order(self, cursor: Any) -> None:
        """Take the ordering lock in a transaction that has begun, where it does not hold it already."""

    @contextmanager
    def _appending(self, *, shared: bool) -> Iterator[tuple[Any, Connection | None]]:
        """The transaction of an append: the one this thread is alone in, or a new one."""
        if self._mine.held is not None:
            yield self._mine.held
            return
        with transaction(self.engine, shared=shared) as opened:
            yield opened

    def receipt(self, command_id: str) -> Receipt | None:
        """What was answered to a command, or ``None`` if it never was recorded."""
        rows = self._select(
            "SELECT command_id, digest, body, first_position, last_position FROM receipt "
            f"WHERE command_id = {self._mark}",
            [command_id],
        )
        return Receipt(*rows[0]) if rows else None

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """The events of a stream in order of version; each is a notification, so its position is known."""
        clauses, parameters = [f"stream = {self._mark}"], [str(originator_id)]
        sql = stream_query(_EVENT, self._mark, clauses, parameters, gt, lte, desc, limit)
        return list(map(_notification, self._select(*sql)))

    def stream(self, name: str, first: int = 1) -> list[tuple[str, bytes]]:
        """The topic and the stored bytes of a stream's entries from a version on: what a file is folded from."""
        named = f"stream = {self._mark} AND version >= {self._mark}"
        rows = self._select(f"SELECT topic, state FROM log WHERE {named} ORDER BY version", [name, first])
        return [(topic, bytes(state)) for topic, state in rows]

    def select_notifications(
        self,
        start: int | None,
        limit: int,
        stop: int | None = None,
        topics: Sequence[str] = (),
        *,
        inclusive_of_start: bool = True,
    ) -> Sequence[Notification]:
        """The log from a position on, at most ``limit`` events. None that was committed is missed."""
        clauses: list[str] = []
        parameters: list[Any] = []
        if start is not None:
            clauses.append(f"position {'>=' if inclusive_of_start else '>'} {self._mark}")
            parameters.append(start)
        if stop is not None:
            clauses.append(f"position <= {self._mark}")
            parameters.append(stop)
        if topics:
            clauses.append(f"topic IN ({', '.join([self._mark] * len(topics))})")
            parameters.extend(topics)
        where = f" WHERE {' AND '.join(clauses)}" if clauses else ""
        rows = self._select(f"{_EVENT}{where} ORDER BY position LIMIT {self._mark}", [*parameters, limit])
        return list(map(_notification, rows))

    def streams(self, prefix: str = "") -> list[str]:
        """The names of the streams that begin with a prefix, in order."""
        clauses, bound = [f"stream >= {self._mark}"], [prefix]
        if prefix:
            clauses.append(f"stream < {self._mark}")
            bound.append(prefix[:-1] + chr(ord(prefix[-1]) + 1))
        sql = f"SELECT min(stream) FROM log WHERE {' AND '.join(clauses)}"
        found: list[str] = []
        # From name to name through the index, so that the length of the streams does not matter.
        while (name := self._select(sql, bound)[0][0]) is not None:
            found.append(name)
            sql, bound[0] = sql.replace("stream >= ", "stream > "), name
        return found

    def max_notification_id(self) -> int | None:
        """The last position of the log, or ``None`` while it is empty."""
        found: int | None = self._select("SELECT max(position) FROM log", [])[0][0]
        return found

    def _select(self, sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
        with translated:
            held = self._mine.held
            return select_rows(self.engine, sql, parameters, None if held is None else held[1])


class _Mine(local):
    """What a thread holds: the cursor and the connection of the transaction in which it is alone."""

    held: tuple[Any, Connection | None] | None = None


def _notification(row: tuple[Any, ...]) -> Notification:
    position, stream, version, topic, state = row
    # A frozen dataclass sets each field through object.__setattr__; this is three times as fast.
    made = object.__new__(Notification)
    fields = made.__dict__
    fields["originator_id"] = stream
    fields["originator_version"] = version
    fields["topic"] = topic
    fields["state"] = state
    fields["id"] = position
    return made
