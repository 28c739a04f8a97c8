"""The log on PostgreSQL: an append is one statement, and readers see positions in order.

``log_tail()`` takes the ordering lock and says where the log ends. As every append asks it for its
positions and holds the lock until its commit, no reader ever sees a position before a lower one.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from eventsourcing.persistence import ApplicationRecorder, StoredEvent, Subscription, Tracking

from swp_adapters.store.driver import borrowed
from swp_adapters.store.guards import ORDERING_LOCK
from swp_adapters.store.heads import keep_head
from swp_adapters.store.recorder import Also, LogRecorder
from swp_adapters.store.stored import COLUMNS, Receipt, StoredEntry, leaves_of, recorded_last, row_of
from swp_adapters.store.subscription import ListeningSubscription
from swp_adapters.store.tracking import write_tracking

_TYPES: Final = {
    "version": "int",
    "state": "bytea",
    "leaf": "bytea",
    "event_version": "int",
    "occurred_on": "date",
    "recorded_at": "timestamptz",
}


def _statement(columns: Sequence[str], *, receipt: bool) -> str:
    """Take the lock, find the end, append all rows and the receipt, and say which position was last."""
    names = ", ".join(columns)
    arrays = ", ".join(f"%s::{_TYPES.get(name, 'text')}[]" for name in columns)
    answered = (
        ", answered AS (INSERT INTO receipt (command_id, digest, body, first_position, last_position) "
        "SELECT %s, %s, %s, tail + 1, tail + %s FROM place)"
        if receipt
        else ""
    )
    return (
        "WITH place AS MATERIALIZED (SELECT log_tail() AS tail), "
        f"kept AS (INSERT INTO log (position, {names}) "
        f"SELECT place.tail + new.n, {', '.join(f'new.{name}' for name in columns)} "
        f"FROM place, unnest({arrays}) WITH ORDINALITY AS new({names}, n))"
        f"{answered} SELECT tail FROM place"
    )


_STATEMENTS: Final = {
    (columns, receipt): _statement(columns, receipt=receipt)
    for columns in (COLUMNS, COLUMNS[:4])
    for receipt in (False, True)
}
_LONE_RECEIPT: Final = "INSERT INTO receipt (command_id, digest, body) VALUES (%s, %s, %s)"


class PostgresLog(LogRecorder):
    """Appends in one autocommitted statement, or in a transaction where more belongs to the append."""

    def _append(
        self,
        events: Sequence[StoredEvent],
        receipt: Receipt | None,
        heads: bool,
        also: Also | None,
        tracking: Tracking | None,
    ) -> Sequence[int]:
        if not events and receipt is None and tracking is None and also is None:
            return []
        if not (heads or also or tracking or self._mine.held):
            with borrowed(self.engine) as driver:
                return _insert(driver.cursor(binary=True), events, receipt)
        with self._appending(shared=also is not None) as (cursor, connection):
            positions = _insert(cursor, events, receipt)
            if tracking is not None:
                write_tracking(cursor, self._mark, tracking)
            if heads and positions:
                tail = positions[0] - 1
                keep_head(cursor, self._mark, tail, leaves_of(events), recorded_last(events))
            if also is not None and connection is not None:
                also(connection, positions)
        return positions

    def _order(self, cursor: Any) -> None:
        # The lock that log_tail() takes, without the notification: whether anything is appended is not known yet.
        cursor.execute(f"SELECT pg_advisory_xact_lock({ORDERING_LOCK}, 'log'::regclass::oid::int)")

    def subscribe(self, gt: int | None = None, topics: Sequence[str] = ()) -> Subscription[ApplicationRecorder]:
        """Everything after a position, then everything new as it is recorded, by any process."""
        return ListeningSubscription(self, gt, topics)


def _insert(cursor: Any, events: Sequence[StoredEvent], receipt: Receipt | None) -> Sequence[int]:
    if not events:
        if receipt is not None:
            cursor.execute(_LONE_RECEIPT, (receipt.command_id, receipt.digest, receipt.body))
        return []
    columns = COLUMNS if any(isinstance(one, StoredEntry) for one in events) else COLUMNS[:4]
    arrays: list[Any] = [list(column) for column in zip(*map(row_of, events), strict=True)][: len(columns)]
    if receipt is not None:
        arrays += [receipt.command_id, receipt.digest, receipt.body, len(events)]
    cursor.execute(_STATEMENTS[columns, receipt is not None], arrays, prepare=True)
    tail: int = cursor.fetchone()[0]
    return list(range(tail + 1, tail + 1 + len(events)))
