"""How far each reader of the log has come: one row a reader, which only ever moves forward."""

from __future__ import annotations

from typing import Any

from eventsourcing.persistence import IntegrityError, Tracking, TrackingRecorder
from sqlalchemy import Connection, Engine

from swp_adapters.store.driver import mark_of, select_rows, transaction
from swp_adapters.store.errors import translated


def track(connection: Connection, tracking: Tracking) -> None:
    """Record the position in the open transaction, so that it stands or falls with the rows of a view.

    Raises:
        IntegrityError: this position, or a later one, was recorded before.
    """
    with translated:
        write_tracking(connection.connection.cursor(), mark_of(connection.engine), tracking)


def write_tracking(cursor: Any, mark: str, tracking: Tracking) -> None:
    """The same, on a driver's cursor that marks a parameter with ``mark``."""
    # Two workers at one position: the second waits for the first's row, then finds nothing to move.
    cursor.execute(
        f"INSERT INTO tracking (application_name, notification_id) VALUES ({mark}, {mark}) "
        "ON CONFLICT (application_name) DO UPDATE SET notification_id = excluded.notification_id "
        "WHERE tracking.notification_id < excluded.notification_id RETURNING notification_id",
        (tracking.application_name, tracking.notification_id),
    )
    if cursor.fetchone() is None:
        raise IntegrityError(
            f"{tracking.application_name!r} has been followed to {tracking.notification_id} or further"
        )


class PositionRecorder(TrackingRecorder):
    """Keeps the positions of readers, as the library asks of a tracking recorder."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self._mark = mark_of(engine)

    def insert_tracking(self, tracking: Tracking) -> None:
        """Record a position.

        Raises:
            IntegrityError: this position, or a later one, was recorded before.
        """
        with translated, transaction(self.engine) as (cursor, _):
            write_tracking(cursor, self._mark, tracking)

    def max_tracking_id(self, application_name: str) -> int | None:
        """The furthest position recorded for a reader, or ``None`` before the first."""
        sql = f"SELECT notification_id FROM tracking WHERE application_name = {self._mark}"
        with translated:
            rows = select_rows(self.engine, sql, (application_name,))
        return rows[0][0] if rows else None
