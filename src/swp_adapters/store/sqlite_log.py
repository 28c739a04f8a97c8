"""The log in an SQLite file: one writer at a time, readers never waiting for it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from threading import RLock
from typing import Any, Final

from eventsourcing.persistence import ApplicationRecorder, StoredEvent, Subscription, Tracking
from sqlalchemy import Engine

from swp_adapters.store.errors import CommandIdTaken
from swp_adapters.store.heads import keep_head
from swp_adapters.store.recorder import Also, LogRecorder
from swp_adapters.store.schema import moment_text
from swp_adapters.store.stored import COLUMNS, Receipt, StoredEntry, leaves_of, recorded_last, row_of
from swp_adapters.store.subscription import PolledSubscription
from swp_adapters.store.tracking import write_tracking

_INSERT: Final = f"INSERT INTO log (position, {', '.join(COLUMNS)}) VALUES (?, {', '.join('?' * len(COLUMNS))})"
_INSERT_PLAIN: Final = "INSERT INTO log (position, stream, version, topic, state) VALUES (?, ?, ?, ?, ?)"
_INSERT_RECEIPT: Final = (
    "INSERT INTO receipt (command_id, digest, body, first_position, last_position) VALUES (?, ?, ?, ?, ?)"
)


class SQLiteLog(LogRecorder):
    """Appends under SQLite's write lock, taken before the end of the log is looked up."""

    def __init__(self, engine: Engine) -> None:
        super().__init__(engine)
        # Threads of one process take turns here: SQLite's own waiting is by sleeping, and unfair.
        self._turn = RLock()

    def _append(
        self,
        events: Sequence[StoredEvent],
        receipt: Receipt | None,
        heads: bool,
        also: Also | None,
        tracking: Tracking | None,
    ) -> Sequence[int]:
        with self._turn, self._appending(shared=also is not None) as (cursor, connection):
            if receipt is not None:
                cursor.execute("SELECT 1 FROM receipt WHERE command_id = ?", (receipt.command_id,))
                if cursor.fetchone() is not None:
                    raise CommandIdTaken(receipt.command_id)
            cursor.execute("SELECT coalesce(max(position), 0) FROM log")
            tail: int = cursor.fetchone()[0]
            positions = range(tail + 1, tail + 1 + len(events))
            _insert(cursor, positions, events)
            if receipt is not None:
                span = (positions[0], positions[-1]) if positions else (None, None)
                cursor.execute(_INSERT_RECEIPT, (receipt.command_id, receipt.digest, receipt.body, *span))
            if tracking is not None:
                write_tracking(cursor, self._mark, tracking)
            if heads and events:
                keep_head(cursor, self._mark, tail, leaves_of(events), recorded_last(events))
            if also is not None and connection is not None:
                also(connection, positions)
        return list(positions)

    def _ordered(self) -> AbstractContextManager[object]:
        return self._turn

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> Subscription[ApplicationRecorder]:
        """Everything after a position, then everything new as it is recorded, by any process."""
        return PolledSubscription(self, gt, topics)


def _insert(cursor: Any, positions: Sequence[int], events: Sequence[StoredEvent]) -> None:
    placed = zip(positions, map(row_of, events), strict=True)
    if any(isinstance(one, StoredEntry) for one in events):
        cursor.executemany(_INSERT, (_texts(at, row) for at, row in placed))
    elif events:
        cursor.executemany(_INSERT_PLAIN, ((at, *row[:4]) for at, row in placed))


def _texts(position: int, row: tuple[Any, ...]) -> tuple[Any, ...]:
    """The row with its day and its moment as SQLite keeps them."""
    day, moment = row[7], row[8]
    if day is None:
        return (position, *row)
    return (position, *row[:7], day.isoformat(), moment_text(moment), *row[9:])
