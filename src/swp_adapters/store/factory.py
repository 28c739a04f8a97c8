"""The library's infrastructure on our store. It reads no environment: an engine or an address is given."""

from __future__ import annotations

from typing import Any

from eventsourcing.persistence import InfrastructureFactory, TrackingRecorder
from eventsourcing.utils import Environment
from sqlalchemy import URL, Engine

from swp_adapters.store.engine import make_engine
from swp_adapters.store.postgres_log import PostgresLog
from swp_adapters.store.prepare import prepare
from swp_adapters.store.recorder import LogRecorder
from swp_adapters.store.snapshots import SnapshotRecorder
from swp_adapters.store.sqlite_log import SQLiteLog
from swp_adapters.store.tracking import PositionRecorder


class StoreFactory(InfrastructureFactory[TrackingRecorder]):
    """Makes recorders over one database, whose tables it makes or finds when it is constructed.

    Args:
        database: an engine from :func:`make_engine`, which then stays the caller's to dispose of, or an
            address, whose engine is disposed of by :meth:`close`.
        env: settings that the library itself looks for, given by hand; never the process's environment.

    Raises:
        UnknownDatabase: the address names no database that can be opened.
        DatabaseTooNew: a later release made the database.
    """

    def __init__(self, database: Engine | URL | str, env: dict[str, str] | None = None) -> None:
        super().__init__(Environment("", env or {}))
        self._owns_engine = not isinstance(database, Engine)
        self.engine = database if isinstance(database, Engine) else make_engine(database)
        try:
            prepare(self.engine)
        except BaseException:
            self.close()
            raise

    def application_recorder(self) -> LogRecorder:
        """The log of the whole application."""
        return SQLiteLog(self.engine) if self.engine.dialect.name == "sqlite" else PostgresLog(self.engine)

    def process_recorder(self) -> LogRecorder:
        """The same log: it records what an upstream event led to together with its position."""
        return self.application_recorder()

    def aggregate_recorder(self, purpose: str = "events") -> LogRecorder | SnapshotRecorder:
        """The log, or a place for snapshots where that is the purpose."""
        return self.application_recorder() if purpose == "events" else SnapshotRecorder(self.engine)

    def tracking_recorder(self, tracking_recorder_class: type[Any] | None = None) -> Any:
        """The positions of the log's readers; a class of one's own is constructed with the engine."""
        return (tracking_recorder_class or PositionRecorder)(self.engine)

    def close(self) -> None:
        """Let go of the database, if the engine was made here."""
        if self._owns_engine:
            self.engine.dispose()
