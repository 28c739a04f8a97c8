"""The recorder tests that the eventsourcing library ships, run against our recorders."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from typing import Any, ClassVar
from uuid import UUID, uuid4

import pytest
from eventsourcing.persistence import AggregateRecorder, ApplicationRecorder, ProcessRecorder, TrackingRecorder
from eventsourcing.tests.persistence import (
    AggregateRecorderTestCase,
    ApplicationRecorderTestCase,
    NonInterleavingNotificationIDsBaseCase,
    ProcessRecorderTestCase,
    TrackingRecorderTestCase,
)

from swp_adapters.store.factory import StoreFactory


class OnOurStore:
    """Gives the library's cases a factory on a new database; its identifiers are texts, as ours are."""

    database: ClassVar[str]
    factory: StoreFactory

    @pytest.fixture(autouse=True)
    def _new_database(self, request: pytest.FixtureRequest) -> Iterator[None]:
        before = set(threading.enumerate())
        self.factory = StoreFactory(str(request.getfixturevalue(self.database)))
        yield
        for left_behind in set(threading.enumerate()) - before:
            left_behind.join(5)  # one of the library's cases does not wait for its readers
        self.factory.close()

    def new_originator_id(self) -> UUID | str:
        return str(uuid4())


class ApplicationCases(OnOurStore, ApplicationRecorderTestCase[Any]):
    def create_recorder(self) -> ApplicationRecorder:
        return self.factory.application_recorder()

    def test_insert_subscribe(self) -> None:
        self.optional_test_insert_subscribe()


class ProcessCases(OnOurStore, ProcessRecorderTestCase):
    def create_recorder(self) -> ProcessRecorder:
        return self.factory.process_recorder()


class TrackingCases(OnOurStore, TrackingRecorderTestCase):
    def create_recorder(self) -> TrackingRecorder:
        recorder: TrackingRecorder = self.factory.tracking_recorder()
        return recorder


class SnapshotCases(OnOurStore, AggregateRecorderTestCase):
    def new_originator_id(self) -> UUID | str:
        return uuid4()

    def create_recorder(self) -> AggregateRecorder:
        return self.factory.aggregate_recorder(purpose="snapshots")


class OrderCases(OnOurStore, NonInterleavingNotificationIDsBaseCase):
    def create_recorder(self) -> ApplicationRecorder:
        return self.factory.application_recorder()


class TestApplicationOnSQLite(ApplicationCases):
    database = "sqlite_url"


class TestApplicationOnPostgreSQL(ApplicationCases):
    database = "postgres_url"


class TestProcessOnSQLite(ProcessCases):
    database = "sqlite_url"


class TestProcessOnPostgreSQL(ProcessCases):
    database = "postgres_url"


class TestTrackingOnSQLite(TrackingCases):
    database = "sqlite_url"


class TestTrackingOnPostgreSQL(TrackingCases):
    database = "postgres_url"


class TestSnapshotsOnSQLite(SnapshotCases):
    database = "sqlite_url"


class TestSnapshotsOnPostgreSQL(SnapshotCases):
    database = "postgres_url"


class TestOrderOnSQLite(OrderCases):
    database = "sqlite_url"


class TestOrderOnPostgreSQL(OrderCases):
    database = "postgres_url"


del ApplicationCases, ProcessCases, TrackingCases, SnapshotCases, OrderCases
del AggregateRecorderTestCase, ApplicationRecorderTestCase, ProcessRecorderTestCase
del NonInterleavingNotificationIDsBaseCase, TrackingRecorderTestCase
