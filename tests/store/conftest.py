"""A log to try things on, and one that somebody has taken the locks off."""

from __future__ import annotations

import pytest
from sqlalchemy import Engine

from swp_adapters.store.factory import StoreFactory
from swp_adapters.store.recorder import LogRecorder
from swp_adapters.store.schema import APPEND_ONLY
from swp_adapters.store.verify import verify
from tests.store.samples import COMMANDS, entries, raw


@pytest.fixture
def log(engine: Engine) -> LogRecorder:
    return StoreFactory(engine).application_recorder()


@pytest.fixture
def recorded(engine: Engine, log: LogRecorder) -> Engine:
    """A log of twelve entries and four heads, whose triggers somebody has dropped."""
    for number in range(COMMANDS):
        log.insert_events(entries(3, f"case/{number + 1}"), heads=True)
    for table in APPEND_ONLY:
        if engine.dialect.name == "sqlite":
            raw(engine, *(f"DROP TRIGGER {table.name}_refuses_{verb}" for verb in ("update", "delete", "replace")))
        else:
            raw(engine, f"DROP TRIGGER {table.name}_is_append_only ON {table.name}")
    assert verify(engine).intact
    return engine
