"""The database itself refuses what would change the record, whoever asks."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.exc import DBAPIError

from swp_adapters.store.engine import make_engine
from swp_adapters.store.factory import StoreFactory
from swp_adapters.store.stored import Receipt
from tests.store.samples import entries, raw

TABLES = ["log", "receipt", "head"]


def with_one_of_each(url: str) -> Engine:
    engine = make_engine(url)
    log = StoreFactory(engine).application_recorder()
    log.insert_events(entries(2), receipt=Receipt("command", "digest", "{}"), heads=True)
    return engine


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    made = with_one_of_each(database_url)
    yield made
    made.dispose()


@pytest.fixture
def postgres(postgres_url: str) -> Iterator[Engine]:
    made = with_one_of_each(postgres_url)
    yield made
    made.dispose()


@pytest.fixture
def sqlite(sqlite_url: str) -> Iterator[Engine]:
    made = with_one_of_each(sqlite_url)
    yield made
    made.dispose()


def everything(engine: Engine) -> list[list[object]]:
    with engine.connect() as connection:
        return [list(connection.execute(text(f"SELECT * FROM {table} ORDER BY 1"))) for table in TABLES]


def refused(engine: Engine, statement: str, why: str) -> None:
    before = everything(engine)
    with pytest.raises(DBAPIError, match=why):
        raw(engine, statement)
    assert everything(engine) == before


@pytest.mark.parametrize("table", TABLES)
def test_the_database_refuses_to_delete_a_row(engine: Engine, table: str) -> None:
    refused(engine, f"DELETE FROM {table}", f"{table} is append-only: DELETE is refused")


@pytest.mark.parametrize(
    ("table", "change"), [("log", "state = topic::bytea"), ("receipt", "body = ''"), ("head", "root = frontier")]
)
def test_the_database_refuses_to_change_a_row(engine: Engine, table: str, change: str) -> None:
    change = change.replace("::bytea", "" if engine.dialect.name == "sqlite" else "::bytea")
    refused(engine, f"UPDATE {table} SET {change}", f"{table} is append-only: UPDATE is refused")


@pytest.mark.parametrize("table", TABLES)
def test_the_database_refuses_to_truncate_a_table(postgres: Engine, table: str) -> None:
    refused(postgres, f"TRUNCATE {table}", f"{table} is append-only: TRUNCATE is refused")


def test_a_replication_role_does_not_switch_the_refusal_off(postgres: Engine) -> None:
    refused(postgres, "SET LOCAL session_replication_role = replica; DELETE FROM log", "append-only")


def test_an_upsert_does_not_change_a_row(engine: Engine) -> None:
    upsert = (
        "INSERT INTO receipt (command_id, digest, body) VALUES ('command', 'other', '{}') "
        "ON CONFLICT (command_id) DO UPDATE SET digest = 'other'"
    )
    refused(engine, upsert, "receipt")


@pytest.mark.parametrize("verb", ["INSERT OR REPLACE", "REPLACE", "INSERT"])
@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("(1, 'case/9', 1, 't', x'00', NULL)", "the position is not the next one"),
        ("(3, 'case/1', 1, 't', x'00', NULL)", "the stream has this version already"),
    ],
)
def test_sqlite_refuses_to_replace_an_entry(sqlite: Engine, verb: str, row: str, why: str) -> None:
    refused(sqlite, f"{verb} INTO log (position, stream, version, topic, state, leaf) VALUES {row}", why)


def test_sqlite_refuses_to_replace_by_entry_id(sqlite: Engine) -> None:
    replace = (
        "INSERT OR REPLACE INTO log SELECT 3, 'case/9', 9, topic, state, leaf, entry_id, event_version, "
        "occurred_on, recorded_at, command_id, corrects, law FROM log WHERE position = 1"
    )
    refused(sqlite, replace, "the entry id is taken")


def test_sqlite_refuses_to_replace_a_receipt_or_a_head(sqlite: Engine) -> None:
    refused(sqlite, "REPLACE INTO receipt (command_id, digest, body) VALUES ('command', '', '')", "is taken")
    refused(sqlite, "REPLACE INTO head SELECT size, frontier, root, at FROM head", "there is a head of this size")


def test_sqlite_refuses_an_entry_that_leaves_a_gap(sqlite: Engine) -> None:
    row = "(4, 'case/9', 1, 't', x'00')"
    refused(sqlite, f"INSERT INTO log (position, stream, version, topic, state) VALUES {row}", "not the next one")


def test_an_envelope_has_all_of_its_columns_or_none(engine: Engine) -> None:
    state = "x'00'" if engine.dialect.name == "sqlite" else "''::bytea"
    refused(
        engine,
        "INSERT INTO log (position, stream, version, topic, state, entry_id) "
        f"VALUES (3, 'case/9', 1, 't', {state}, 'id')",
        "log_all_or_none",
    )
