"""Several processes and threads on one database: nothing missed, nothing twice, one winner of a race."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pytest
from eventsourcing.persistence import IntegrityError, Tracking

from swp_adapters.store.driver import transaction
from swp_adapters.store.engine import make_engine
from swp_adapters.store.errors import RecordBusy
from swp_adapters.store.verify import verify
from tests.store import samples
from tests.store.samples import append_batches, entries, entry, opened

processes = multiprocessing.get_context("spawn")


def in_processes(count: int, work: Callable[..., None], *told: Any) -> list[Any]:
    """Run the work in processes of its own and give what each put into the queue it was given last."""
    outcomes = processes.Queue()
    started = [processes.Process(target=work, args=(*told, outcomes)) for _ in range(count)]
    for one in started:
        one.start()
    found = [outcomes.get(timeout=30) for _ in started]
    for one in started:
        one.join()
    return found


def test_a_reader_that_follows_the_log_misses_nothing(database_url: str) -> None:
    with opened(database_url) as log:
        writers = [processes.Process(target=append_batches, args=(database_url, 120)) for _ in range(3)]
        for writer in writers:
            writer.start()
        seen: list[int] = []
        while True:
            writing = any(writer.is_alive() for writer in writers)
            found = log.select_notifications(seen[-1] if seen else 0, 50, inclusive_of_start=False)
            seen += [one.id for one in found]
            if not found and not writing:
                break
        assert [writer.exitcode for writer in writers] == [0, 0, 0]
        assert seen == list(range(1, len(seen) + 1))
        assert len(seen) == 3 * sum(1 + number % 7 for number in range(120))


def test_a_subscriber_is_given_everything_once_and_in_order(database_url: str) -> None:
    with opened(database_url) as log:
        seen: list[int] = []
        with log.subscribe(gt=0) as subscription:
            writers = [threading.Thread(target=append_batches, args=(database_url, 40)) for _ in range(3)]
            for writer in writers:
                writer.start()
            expected = 3 * sum(1 + number % 7 for number in range(40))
            for notification in subscription:
                seen.append(notification.id)
                if len(seen) == expected:
                    break
            for writer in writers:
                writer.join()
        assert seen == list(range(1, expected + 1))


def test_a_subscriber_hears_of_an_entry_recorded_by_another_process(
    database_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("swp_adapters.store.subscription.LOOK_ANYWAY", 60.0)
    with opened(database_url) as log, log.subscribe() as subscription:
        writer = processes.Process(target=append_batches, args=(database_url, 1))
        writer.start()
        started = time.monotonic()
        assert next(subscription).id == 1
        assert time.monotonic() - started < 30
        writer.join()


def test_a_subscriber_to_a_log_in_memory_hears_of_new_entries() -> None:
    with opened("sqlite:///:memory:") as log, log.subscribe() as subscription:
        log.insert_events(entries(2))
        assert [next(subscription).id, next(subscription).id] == [1, 2]


def test_of_two_writers_at_one_version_one_is_told_that_it_lost(database_url: str) -> None:
    with opened(database_url) as log:
        for version in range(1, 11):
            start = threading.Barrier(2)

            def append(version: int = version, start: threading.Barrier = start) -> str:
                start.wait()
                try:
                    log.insert_events([entry("case/1", version)], heads=True)
                except IntegrityError:
                    return "lost"
                return "won"

            with ThreadPoolExecutor(2) as threads:
                outcomes = [threads.submit(append), threads.submit(append)]
            assert sorted(outcome.result() for outcome in outcomes) == ["lost", "won"]
        assert log.max_notification_id() == 10


def test_a_writer_that_waits_too_long_is_told_so(database_url: str) -> None:
    with opened(database_url) as log, transaction(log.engine) as (cursor, _):
        cursor.execute("SELECT 1" if log.engine.dialect.name == "sqlite" else "SELECT log_tail()")
        impatient = make_engine(database_url, wait=0.2)
        other = type(log)(impatient)
        with pytest.raises(RecordBusy, match=r"busy for too long.*(database is locked|lock timeout)"):
            other.insert_events(entries(1))
        assert other.max_notification_id() is None  # reading does not wait
        impatient.dispose()


def test_nobody_appends_between_what_is_read_and_what_is_appended_alone(database_url: str) -> None:
    with opened(database_url) as log, opened(database_url) as other, ThreadPoolExecutor(1) as threads:
        log.insert_events(entries(1))
        with log.alone():
            waiting = threads.submit(other.insert_events, [entry("case/2")])
            time.sleep(0.2)
            assert len(log.stream("case/1")) == 1
            assert other.max_notification_id() == 1  # whoever reads does not wait
            log.insert_events([entry("case/1", 2)], heads=True)
            assert not waiting.done()
        assert waiting.result() == [3]


def test_what_was_appended_alone_is_undone_as_a_whole(database_url: str) -> None:
    with opened(database_url) as log:
        with suppress(ZeroDivisionError), log.alone():
            log.insert_events(entries(2))
            assert log.max_notification_id() == 2
            raise ZeroDivisionError
        assert log.max_notification_id() is None
        assert log.insert_events(entries(1)) == [1]


def test_more_threads_than_connections_are_alone_one_after_the_other(database_url: str) -> None:
    with opened(database_url) as log:

        def append(_: int) -> None:
            with log.alone():
                log.insert_events([entry("case/1", len(log.stream("case/1")) + 1)])

        with ThreadPoolExecutor(40) as threads:
            list(threads.map(append, range(40)))
        assert log.max_notification_id() == 40


def test_of_several_processes_at_one_version_one_wins(database_url: str) -> None:
    with opened(database_url) as log:
        outcomes = in_processes(3, samples.append_at_version, database_url, "case/1", 1)
        assert sorted(outcomes) == ["lost", "lost", "won"]
        assert log.max_notification_id() == 1


def test_two_workers_never_record_the_same_position(database_url: str) -> None:
    with opened(database_url) as log:
        first, second = in_processes(2, samples.track_to, database_url, 60)
        assert not set(first) & set(second)
        assert log.max_tracking_id("view") == 60
        with pytest.raises(IntegrityError, match="'view' has been followed to 60 or further"):
            log.insert_tracking(Tracking("view", 60))


def test_several_processes_may_make_the_tables_at_once(database_url: str) -> None:
    assert in_processes(4, samples.open_database, database_url) == ["opened"] * 4
    engine = make_engine(database_url)
    assert verify(engine).entries == 4
    engine.dispose()


def test_heads_kept_by_several_processes_agree(database_url: str) -> None:
    with opened(database_url) as log:

        def append(number: int) -> None:
            with opened(database_url) as own:
                for version in range(1, 11):
                    own.insert_events([entry(f"case/{number}", version)], heads=True)

        with ThreadPoolExecutor(3) as threads:
            list(threads.map(append, range(3)))
        found = verify(log.engine)
        assert found.intact
        assert (found.entries, found.heads) == (30, 30)
