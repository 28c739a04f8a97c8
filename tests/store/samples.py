"""Made-up entries as they are stored, and what tests of several processes run in each of them."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import Any
from uuid import uuid4

from eventsourcing.persistence import IntegrityError
from sqlalchemy import Engine

from swp_adapters.store.driver import mark_of
from swp_adapters.store.engine import make_engine
from swp_adapters.store.factory import StoreFactory
from swp_adapters.store.proofs import leaf_hash
from swp_adapters.store.recorder import LogRecorder
from swp_adapters.store.stored import Receipt, StoredEntry

COMMANDS = 4
"""Appends of three entries each in the log that tests alter, with a head after each."""

MOMENT = datetime(2024, 5, 1, 9, 30, tzinfo=UTC)


def entry(stream: str = "case/1", version: int = 1, **told: Any) -> StoredEntry:
    """An entry whose columns say what its bytes say."""
    envelope = {
        "format": 1,
        "stream": stream,
        "version": version,
        "entry_id": uuid4().hex,
        "event_name": "case/noted",
        "event_version": 1,
        "event": {"note": "x" * 200},
        "occurred_on": "2024-05-01",
        "recorded_at": MOMENT.isoformat(),
        "command_id": "command",
        "law": "digest",
    } | told
    state = json.dumps(envelope).encode()
    return StoredEntry(
        originator_id=stream,
        originator_version=version,
        topic=str(envelope["event_name"]),
        state=state,
        entry_id=str(envelope["entry_id"]),
        event_version=1,
        occurred_on=date.fromisoformat(str(envelope["occurred_on"])),
        recorded_at=MOMENT,
        command_id=str(envelope["command_id"]),
        corrects=told.get("corrects"),
        law=str(envelope["law"]),
        leaf=leaf_hash(state),
    )


def entries(count: int, stream: str = "case/1", after: int = 0) -> list[StoredEntry]:
    return [entry(stream, after + number + 1) for number in range(count)]


@contextmanager
def opened(url: str) -> Iterator[LogRecorder]:
    """The log of a database, for as long as a process needs it."""
    factory = StoreFactory(url)
    try:
        yield factory.application_recorder()
    finally:
        factory.close()


def raw(engine: Engine, *statements: str) -> None:
    """Statements as somebody with the password and no scruples would send them."""
    with engine.begin() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)


def change(engine: Engine, statement: str, *parameters: Any) -> None:
    with engine.begin() as connection:
        connection.exec_driver_sql(statement.replace("?", mark_of(engine)), parameters)


def forged(engine: Engine, position: int, *, leaf: bool) -> None:
    """Put other bytes in the place of an entry's, with columns that agree, and their digest if asked."""
    with engine.begin() as connection:
        found = connection.exec_driver_sql(f"SELECT state FROM log WHERE position = {position}").scalar_one()
    state = json.dumps(json.loads(bytes(found)) | {"event": {"note": "nothing happened"}}).encode()
    change(engine, "UPDATE log SET state = ? WHERE position = ?", state, position)
    if leaf:
        change(engine, "UPDATE log SET leaf = ? WHERE position = ?", leaf_hash(state), position)


# What runs in processes of its own.


def append_batches(url: str, batches: int) -> None:
    with opened(url) as log:
        for number in range(batches):
            log.insert_events(entries(1 + number % 7, f"case/{uuid4().hex}"))


def append_at_version(url: str, stream: str, version: int, outcomes: Any) -> None:
    with opened(url) as log:
        try:
            log.insert_events([entry(stream, version)])
        except IntegrityError:
            outcomes.put("lost")
        else:
            outcomes.put("won")


def open_database(url: str, outcomes: Any) -> None:
    try:
        with opened(url) as log:
            log.insert_events(entries(1, f"case/{uuid4().hex}"))
        outcomes.put("opened")
    except Exception as error:
        outcomes.put(repr(error))


def track_to(url: str, last: int, outcomes: Any) -> None:
    from eventsourcing.persistence import Tracking

    with opened(url) as log:
        won = []
        for position in range(1, last + 1):
            try:
                log.insert_tracking(Tracking("view", position))
                won.append(position)
            except IntegrityError:
                pass
        outcomes.put(won)


def append_and_say(url: str) -> None:
    """Append commands for ever, and print each once it is acknowledged."""
    with opened(url) as log:
        number = 0
        while True:
            command = f"{os.getpid()}-{number}"
            log.insert_events(
                entries(3, f"case/{command}"), receipt=Receipt(command, "digest", "{}"), heads=number % 2 == 0
            )
            print(command, flush=True)
            number += 1


def append_until_full(url: str, limit: int) -> None:
    """Append until no file may grow any more, and print the error that says so."""
    import resource

    with opened(url) as log:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        number = 0
        try:
            while True:
                stream = f"case/{number}"
                log.insert_events(entries(20, stream), receipt=Receipt(stream, "digest", "{}"), heads=True)
                number += 1
                print(stream, flush=True)
        except Exception as error:
            print(f"{type(error).__name__}: {error}", flush=True)
            assert log.receipt(f"case/{number}") is None
            assert log.select_events(f"case/{number}") == []


def verify_and_say(url: str) -> None:
    from swp_adapters.store.verify import verify

    engine = make_engine(url)
    print(verify(engine))
    engine.dispose()


if __name__ == "__main__":
    globals()[sys.argv[1]](*(int(told) if told.isdigit() else told for told in sys.argv[2:]))
