"""An append is one transaction: events, receipt, head and whatever else belongs to it, or nothing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime

import pytest
import sqlalchemy.exc
from eventsourcing.persistence import IntegrityError, Notification, StoredEvent, Tracking
from sqlalchemy import Column, Connection, Engine, Integer, MetaData, Table, insert, select

from swp_adapters.store.engine import make_engine
from swp_adapters.store.errors import CommandIdTaken, LogDamaged
from swp_adapters.store.factory import StoreFactory
from swp_adapters.store.heads import extend_heads, last_head
from swp_adapters.store.proofs import root
from swp_adapters.store.recorder import LogRecorder
from swp_adapters.store.schema import log as log_table
from swp_adapters.store.stored import Head, Receipt
from swp_adapters.store.tracking import track
from swp_adapters.store.verify import verify
from tests.store.samples import MOMENT, entries, entry, raw

view = Table("view_of_tests", MetaData(), Column("position", Integer, primary_key=True))


def test_positions_run_from_one_without_a_gap_even_after_a_refused_append(log: LogRecorder) -> None:
    assert log.insert_events(entries(2)) == [1, 2]
    with pytest.raises(IntegrityError):
        log.insert_events([entry("case/2"), entry("case/1", 2)])
    assert log.insert_events([entry("case/2")]) == [3]
    assert [one.id for one in log.select_notifications(None, 10)] == [1, 2, 3]


def test_events_read_from_a_stream_know_their_position(log: LogRecorder) -> None:
    log.insert_events([entry("case/2"), entry("case/1")])
    (found,) = log.select_events("case/1")
    assert isinstance(found, Notification)
    assert found.id == 2


def test_the_columns_of_an_entry_are_kept_as_they_are(engine: Engine, log: LogRecorder) -> None:
    recorded = entry(corrects="an-earlier-one")
    log.insert_events([recorded])
    with engine.connect() as connection:
        row = connection.execute(select(log_table)).one()
    assert row.state == recorded.state
    assert row.leaf == recorded.leaf
    assert row.occurred_on == date(2024, 5, 1)
    assert row.recorded_at == datetime(2024, 5, 1, 9, 30, tzinfo=UTC)
    assert (row.entry_id, row.event_version) == (recorded.entry_id, 1)
    assert (row.command_id, row.corrects, row.law) == ("command", "an-earlier-one", "digest")


def test_events_with_and_without_an_envelope_go_in_together(engine: Engine, log: LogRecorder) -> None:
    plain = StoredEvent("other/1", 1, "topic", b"state")
    assert log.insert_events([plain, entry(), StoredEvent("other/1", 2, "topic", b"more")], heads=True) == [1, 2, 3]
    assert verify(engine).intact


def test_an_entry_id_is_used_once(log: LogRecorder) -> None:
    log.insert_events([entry(entry_id="one")])
    with pytest.raises(IntegrityError):
        log.insert_events([entry("case/2", entry_id="one")])


def test_the_streams_that_begin_with_a_prefix_are_listed_in_order(log: LogRecorder) -> None:
    for stream in ("practice/b", "case/1", "practice/a", "practices", "Practice/c"):
        log.insert_events(entries(2, stream))
    assert log.streams("practice/") == ["practice/a", "practice/b"]
    assert log.streams() == ["Practice/c", "case/1", "practice/a", "practice/b", "practices"]


def test_a_receipt_says_where_its_entries_are(log: LogRecorder) -> None:
    log.insert_events(entries(1))
    log.insert_events(entries(3, "case/2"), receipt=Receipt("command", "digest", '{"said": "done"}'))
    assert log.receipt("command") == Receipt("command", "digest", '{"said": "done"}', 2, 4)
    assert log.receipt("another") is None


def test_a_command_that_records_nothing_can_have_a_receipt(log: LogRecorder) -> None:
    assert log.insert_events([], receipt=Receipt("command", "digest", "{}")) == []
    assert log.receipt("command") == Receipt("command", "digest", "{}")


@pytest.mark.parametrize("heads", [False, True])
def test_a_command_id_is_used_once_and_the_first_receipt_stays(log: LogRecorder, heads: bool) -> None:
    log.insert_events(entries(1), receipt=Receipt("command", "first", "{}"), heads=heads)
    with pytest.raises(CommandIdTaken, match="'command' was used before"):
        log.insert_events(entries(1, after=1), receipt=Receipt("command", "second", "{}"), heads=heads)
    with pytest.raises(CommandIdTaken):  # also where the stream has moved on, because the same was sent twice
        log.insert_events(entries(1), receipt=Receipt("command", "first", "{}"), heads=heads)
    assert log.max_notification_id() == 1
    first = log.receipt("command")
    assert first is not None
    assert first.digest == "first"


def test_a_lost_race_leaves_no_receipt(log: LogRecorder) -> None:
    log.insert_events(entries(1))
    with pytest.raises(IntegrityError):
        log.insert_events(entries(1), receipt=Receipt("command", "digest", "{}"), heads=True)
    assert log.receipt("command") is None


def test_a_view_is_written_with_the_entries_it_shows(engine: Engine, log: LogRecorder) -> None:
    view.create(engine)

    def show(connection: Connection, positions: Sequence[int]) -> None:
        connection.execute(insert(view), [{"position": position} for position in positions])
        track(connection, Tracking("view", positions[-1]))

    log.insert_events(entries(2), also=show, heads=True)
    with engine.connect() as connection:
        assert list(connection.execute(select(view.c.position)).scalars()) == [1, 2]
    assert log.max_tracking_id("view") == 2


def test_a_view_that_fails_undoes_the_append(engine: Engine, log: LogRecorder) -> None:
    def fail(connection: Connection, positions: Sequence[int]) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        log.insert_events(entries(2), receipt=Receipt("command", "digest", "{}"), heads=True, also=fail)
    assert log.max_notification_id() is None
    assert log.receipt("command") is None
    assert last_head(engine) is None
    assert log.insert_events(entries(1)) == [1]


def test_a_conflict_in_a_view_is_not_taken_for_a_lost_race(engine: Engine, log: LogRecorder) -> None:
    view.create(engine)

    def twice(connection: Connection, positions: Sequence[int]) -> None:
        for _ in range(2):
            connection.execute(insert(view).values(position=1))

    with pytest.raises(sqlalchemy.exc.IntegrityError):
        log.insert_events(entries(1), also=twice)
    assert log.max_notification_id() is None


def test_each_append_keeps_a_head_where_it_is_asked_to(engine: Engine, log: LogRecorder) -> None:
    batches = [entries(count, f"case/{count}") for count in (1, 2, 5)]
    for batch in batches:
        log.insert_events(batch, heads=True)
    leaves = [one.leaf for batch in batches for one in batch]
    assert last_head(engine) == Head(8, root(leaves), MOMENT)
    assert verify(engine).heads == 3


def test_a_head_covers_what_was_appended_without_one(engine: Engine, log: LogRecorder) -> None:
    recorded = entries(7)
    log.insert_events(recorded[:3])
    log.insert_events(recorded[3:4], heads=True)
    log.insert_events(recorded[4:])
    head = extend_heads(engine, at=MOMENT)
    assert head is not None
    assert (head.size, head.root) == (7, root(one.leaf for one in recorded))
    assert extend_heads(engine) == head
    assert verify(engine).heads == 2


def test_an_empty_log_has_no_head(engine: Engine, log: LogRecorder) -> None:
    assert extend_heads(engine) is None


def test_nothing_is_appended_to_a_log_that_was_cut(engine: Engine, log: LogRecorder) -> None:
    log.insert_events(entries(3), heads=True)
    trigger = "log_refuses_delete" if engine.dialect.name == "sqlite" else "log_is_append_only ON log"
    raw(engine, f"DROP TRIGGER {trigger}", "DELETE FROM log WHERE position = 3")
    with pytest.raises(LogDamaged, match="entries are gone from its end"):
        log.insert_events(entries(1, "case/2"), heads=True)
    assert log.max_notification_id() == 2


def test_a_log_in_memory_can_be_read_while_it_is_being_read() -> None:
    engine = make_engine("sqlite:///:memory:")
    log = StoreFactory(engine).application_recorder()
    log.insert_events(entries(3))
    with engine.connect() as connection:
        for row in connection.execute(select(log_table.c.stream).execution_options(yield_per=1)):
            assert len(log.select_events(row.stream)) == 3
    engine.dispose()


def test_a_log_in_memory_serves_several_threads() -> None:
    from concurrent.futures import ThreadPoolExecutor

    engine = make_engine("sqlite:///:memory:")
    log = StoreFactory(engine).application_recorder()
    with ThreadPoolExecutor(4) as threads:
        list(threads.map(lambda number: log.insert_events(entries(3, f"case/{number}"), heads=True), range(20)))
    assert log.max_notification_id() == 60
    assert verify(engine).intact
    engine.dispose()
