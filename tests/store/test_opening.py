"""Opening a database: what is made, what is refused, and in which words."""

from __future__ import annotations

import contextlib
import sqlite3
from pathlib import Path

import pytest
from eventsourcing.persistence import OperationalError
from sqlalchemy import Engine, inspect

from swp_adapters.store.engine import make_engine, writing
from swp_adapters.store.errors import DatabaseTooNew, UnknownDatabase
from swp_adapters.store.factory import StoreFactory
from swp_adapters.store.postgres_log import PostgresLog
from swp_adapters.store.prepare import prepare
from swp_adapters.store.schema import FORMAT
from swp_adapters.store.snapshots import SnapshotRecorder
from swp_adapters.store.sqlite_log import SQLiteLog
from tests.store.samples import entries, raw


def test_a_database_can_be_opened_again(engine: Engine) -> None:
    prepare(engine)
    StoreFactory(engine).application_recorder().insert_events(entries(2))
    prepare(engine)
    assert StoreFactory(engine).application_recorder().max_notification_id() == 2


def test_a_database_of_a_later_release_is_not_opened(engine: Engine) -> None:
    prepare(engine)
    raw(engine, f"INSERT INTO format VALUES ({FORMAT + 2})", "DROP TABLE receipt")
    with pytest.raises(DatabaseTooNew) as refused:
        StoreFactory(engine)
    assert str(refused.value) == (
        "This database has table format 3; this release knows formats up to 1. Nothing was changed. "
        "Open it with the release that wrote it, or a later one."
    )
    assert (refused.value.found, refused.value.known) == (3, 1)
    assert not inspect(engine).has_table("receipt")


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("mysql://user:secret@host/record", r"'mysql' databases cannot be opened. It begins with sqlite:/// and"),
        ("record.db", "This is no database address. It begins with sqlite:///"),
        ("sqlite:////no/such/folder/record.db", "The folder '/no/such/folder' for the database file does not exist"),
    ],
)
def test_an_address_that_cannot_be_opened_is_refused_in_words(address: str, why: str) -> None:
    with pytest.raises(UnknownDatabase, match=why) as refused:
        make_engine(address)
    assert "secret" not in str(refused.value)


def test_without_a_driver_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("swp_adapters.store.engine.find_spec", lambda name: None)
    with pytest.raises(UnknownDatabase, match="install this package with its extra 'postgres'"):
        make_engine("postgresql://localhost/record")


def test_a_server_that_does_not_answer_is_a_failure_of_operation() -> None:
    with pytest.raises(OperationalError):
        StoreFactory("postgresql://nobody@127.0.0.1:1/record")


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("Dear Sir or Madam, " * 400)
    with pytest.raises(Exception, match="not a database"):
        StoreFactory(f"sqlite:///{tmp_path / 'letter.txt'}")


def test_the_factory_makes_what_the_database_needs(sqlite_url: str, postgres_url: str) -> None:
    for url, kind in ((sqlite_url, SQLiteLog), (postgres_url, PostgresLog)):
        with StoreFactory(url) as factory:
            assert type(factory.application_recorder()) is kind
            assert type(factory.process_recorder()) is kind
            assert type(factory.aggregate_recorder()) is kind
            assert type(factory.aggregate_recorder("snapshots")) is SnapshotRecorder
        factory.close()


def test_a_stray_setting_in_the_environment_opens_no_other_store(
    sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PERSISTENCE_MODULE", "eventsourcing.popo")
    monkeypatch.setenv("COMPRESSOR_TOPIC", "zlib")
    factory = StoreFactory(sqlite_url)
    assert factory.compressor() is None
    assert isinstance(factory.application_recorder(), SQLiteLog)
    factory.close()


def test_an_engine_that_was_given_stays_the_callers(sqlite_url: str) -> None:
    engine = make_engine(sqlite_url)
    factory = StoreFactory(engine)
    factory.close()
    assert factory.application_recorder().insert_events(entries(1)) == [1]
    engine.dispose()


def test_an_sqlite_file_is_safe_against_a_power_cut(sqlite_url: str) -> None:
    engine = make_engine(sqlite_url)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2  # FULL
    engine.dispose()


def test_a_transaction_is_undone_as_a_whole(engine: Engine) -> None:
    prepare(engine)
    statement = "INSERT INTO tracking (application_name, notification_id) VALUES ('view', 1)"
    for begin in (engine.begin, lambda: writing(engine)):
        with contextlib.suppress(ZeroDivisionError), begin() as connection:
            connection.exec_driver_sql(statement)
            raise ZeroDivisionError
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM tracking").scalar() == 0


def test_a_database_that_may_not_be_written_can_be_read(tmp_path: Path, sqlite_url: str) -> None:
    factory = StoreFactory(sqlite_url)
    log = factory.application_recorder()
    log.insert_events(entries(1))
    other = sqlite3.connect(str(tmp_path / "record.db"), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        assert log.max_notification_id() == 1
    finally:
        other.close()
        factory.close()
