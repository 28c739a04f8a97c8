"""Data was put right with hand-run SQL instead of reasoned corrections (section 8 of the design, number 7)."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from shutil import copy
from typing import Any

import pytest
from hypothesis import strategies as st

from swp_adapters.casework import Casework
from swp_adapters.security.keys import MemoryKeys
from swp_adapters.testing.recording import fill
from tests.properties.holding import COUNCIL, caught, holds

LIVES = 3
COLUMNS = ("stream", "version", "topic", "state", "leaf", "entry_id", "occurred_on", "recorded_at", "command_id", "law")
HANDS = st.tuples(
    st.sampled_from(["alter", "alter", "alter", "drop", "swap"]), st.sampled_from(COLUMNS), st.floats(0, 1)
)


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of some lives."""
    path = tmp_path_factory.mktemp("sql") / "record.db"
    casework = Casework(f"sqlite:///{path}", keys=MemoryKeys())
    fill(casework, COUNCIL, LIVES)
    casework.close()
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = DELETE")
    return path


def found_out(whole: Path) -> Callable[[tuple[str, str, float]], None]:
    """The property: whatever a hand with SQL does to the log, verifying says so."""

    def check(hand: tuple[str, str, float]) -> None:
        path = whole.with_name("touched.db")
        copy(whole, path)
        with closing(sqlite3.connect(path)) as database, database:
            for (trigger,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
                database.execute(f'DROP TRIGGER "{trigger}"')
            (last,) = database.execute("SELECT max(position) FROM log").fetchone()
            _touch(database, *hand, last=last)
        casework = Casework(f"sqlite:///{path}", keys=MemoryKeys())
        try:
            assert not casework.verify().intact, f"nobody notices: {hand}"
        finally:
            casework.close()

    return check


def _touch(database: sqlite3.Connection, how: str, column: str, part: float, *, last: int) -> None:
    position = 1 + round(part * (last - 1))
    if how == "drop":
        database.execute("DELETE FROM log WHERE position = ?", [position])
    elif how == "swap":
        other = position % last + 1
        database.execute("UPDATE log SET position = -1 WHERE position = ?", [position])
        database.execute("UPDATE log SET position = ? WHERE position = ?", [position, other])
        database.execute("UPDATE log SET position = ? WHERE position = -1", [other])
    else:
        (value,) = database.execute(f"SELECT {column} FROM log WHERE position = ?", [position]).fetchone()
        database.execute(f"UPDATE log SET {column} = ? WHERE position = ?", [_other(value), position])


def _other(value: Any) -> Any:
    """Something else of the same kind, as a hand would put it."""
    match value:
        case bytes():
            return value[:-3] + bytes([value[-3] ^ 1]) + value[-2:]
        case int():
            return value + 100_000
        case str() if value[:4].isdigit():
            return f"2001{value[4:]}"
    return f"{value}x"


def test_whatever_is_done_by_hand_is_found_out(whole: Path) -> None:
    holds(found_out(whole), HANDS, examples=40)


def test_the_property_catches_a_check_that_does_not_look_at_columns(
    whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("swp_adapters.store.verify.first_difference", lambda *_: None)
    caught(found_out(whole), HANDS)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE log SET occurred_on = '2001-01-01'", "DELETE FROM log", "INSERT OR REPLACE INTO log SELECT * FROM log"],
)
def test_the_database_itself_refuses_the_hand(whole: Path, statement: str) -> None:
    with closing(sqlite3.connect(whole)) as database, pytest.raises(sqlite3.IntegrityError):
        database.execute(statement)
