"""A view of the library's kind on PostgreSQL."""

from __future__ import annotations

from typing import Any

from eventsourcing.persistence import Tracking
from eventsourcing.postgres import PostgresTrackingRecorder
from psycopg.sql import SQL


class PostgresCounts(PostgresTrackingRecorder):
    """Counts events by aggregate: the smallest view there is."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sql_create_statements.append(
            SQL("CREATE TABLE IF NOT EXISTS counts (name TEXT PRIMARY KEY, n INTEGER)").format()
        )
        self.create_table()

    def count(self, name: str, tracking: Tracking) -> None:
        """One more, with the position, in one transaction."""
        with self.datastore.transaction(commit=True) as cursor:
            self._insert_tracking(cursor, tracking)
            cursor.execute(
                "INSERT INTO counts VALUES (%s, 1) ON CONFLICT (name) DO UPDATE SET n = counts.n + 1",
                (name,),
            )
