"""Snapshots of aggregates, for applications of the library that ask for them. Case files need none."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final
from uuid import UUID

from eventsourcing.persistence import AggregateRecorder, StoredEvent

from swp_adapters.store.driver import select_rows, stream_query, transaction
from swp_adapters.store.errors import translated
from swp_adapters.store.stored import row_of
from swp_adapters.store.tracking import PositionRecorder

_SNAPSHOT: Final = "(stream, version, topic, state)"


class SnapshotRecorder(PositionRecorder, AggregateRecorder):
    """Keeps snapshots of aggregates, which are derived: it returns no positions, as the library asks."""

    def insert_events(self, stored_events: Sequence[StoredEvent], **_: Any) -> None:
        """Keep snapshots.

        Raises:
            IntegrityError: there is a snapshot of this version.
        """
        rows = [row_of(one)[:4] for one in stored_events]
        marks = ", ".join([self._mark] * 4)
        if rows:
            with translated, transaction(self.engine) as (cursor, _connection):
                cursor.executemany(f"INSERT INTO snapshot {_SNAPSHOT} VALUES ({marks})", rows)

    def select_events(
        self,
        originator_id: UUID | str,
        *,
        gt: int | None = None,
        lte: int | None = None,
        desc: bool = False,
        limit: int | None = None,
    ) -> Sequence[StoredEvent]:
        """The snapshots of an aggregate in order of version."""
        base, stream = "SELECT version, topic, state FROM snapshot", [f"stream = {self._mark}"]
        sql = stream_query(base, self._mark, stream, [str(originator_id)], gt, lte, desc, limit)
        with translated:
            return [StoredEvent(originator_id, *row) for row in select_rows(self.engine, *sql)]
