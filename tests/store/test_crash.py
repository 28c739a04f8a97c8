"""What was acknowledged is there after a crash, and a full disk leaves nothing half done."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from eventsourcing.persistence import OperationalError

from swp_adapters.store.verify import verify
from tests.store import samples
from tests.store.samples import opened

HERE = Path(__file__).parents[2]


def started(*told: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "tests.store.samples", *told],
        stdout=subprocess.PIPE,
        text=True,
        cwd=HERE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
    )


@pytest.mark.parametrize("acknowledged", [5, 40])
def test_what_was_acknowledged_survives_a_killed_process(database_url: str, acknowledged: int) -> None:
    with started(samples.append_and_say.__name__, database_url) as process:
        assert process.stdout is not None
        commands = [process.stdout.readline().strip() for _ in range(acknowledged)]
        process.send_signal(signal.SIGKILL)
        commands += process.stdout.read().split("\n")[:-1]

    with opened(database_url) as log:
        found = verify(log.engine)
        assert found.intact, str(found)
        assert found.entries % 3 == 0
        for command in commands:
            receipt = log.receipt(command)
            assert receipt is not None
            assert receipt.last is not None
            assert len(log.select_events(f"case/{command}")) == 3
        assert found.entries - 3 * len(commands) in (0, 3)  # one may have been kept and not yet acknowledged


@pytest.mark.parametrize("shared", [False, True])
def test_after_the_server_has_hung_up_the_log_is_there_again(postgres_url: str, shared: bool) -> None:
    told: dict[str, Any] = {"also": lambda connection, positions: None} if shared else {}
    with opened(postgres_url) as log, opened(postgres_url) as other:
        log.insert_events(samples.entries(1), **told)
        with log.engine.connect(), log.engine.connect():
            pass  # two connections in the pool: the loss of one says that the other is lost as well
        hang_up = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        samples.raw(other.engine, f"{hang_up} AND datname = current_database()")
        with pytest.raises(OperationalError):
            log.insert_events(samples.entries(1, "case/2"), **told)
        assert log.insert_events(samples.entries(1, "case/2"), **told) == [2]
        assert verify(log.engine).entries == 2


@pytest.mark.parametrize("limit", [150_000, 400_000])
def test_a_full_disk_is_named_and_leaves_the_log_as_it_was(sqlite_url: str, limit: int) -> None:
    pytest.importorskip("resource")
    process = started(samples.append_until_full.__name__, sqlite_url, str(limit))
    told, _ = process.communicate(timeout=60)
    assert process.returncode == 0, told
    *commands, error = told.strip().split("\n")
    assert re.match("StorageFull: The disk that holds the record is full or refuses writes", error), error
    assert commands

    with opened(sqlite_url) as log:
        found = verify(log.engine)
        assert found.intact, str(found)
        assert found.entries == 20 * len(commands)
        assert all(log.receipt(command) is not None for command in commands)
        log.insert_events(samples.entries(1, "case/afterwards"), heads=True)
