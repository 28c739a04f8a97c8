"""Files at hand: as true as the log, whoever wrote to it meanwhile, and never more than asked for."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from swp_adapters.casework import Casework
from swp_adapters.store.recent import RecentFiles
from swp_domain.entry import AnyEntry
from tests.cast import person
from tests.desk import opened, put
from tests.papers import request
from tests.telling import CASE, Given, given


def said(number: int) -> str:
    return f"2024-05-{number:02}"


@pytest.fixture
def record() -> Given:
    return given(*(person.tells(request(), said(number)) for number in range(1, 5)))


class Log:
    """Reads from what is on record, as far as it has come, and notes how much."""

    def __init__(self, record: Given, come: int = 4) -> None:
        self.record, self.read, self.come = record, [0], come

    def __call__(self, stream: str, first: int) -> list[AnyEntry]:
        found = [one for one in self.record.streams.get(stream, []) if first <= one.version <= self.come]
        self.read.append(len(found))
        return found


def test_of_a_file_at_hand_only_what_is_new_is_read(record: Given) -> None:
    log = Log(record, come=3)
    recent = RecentFiles(log, 100)
    assert recent.entries(CASE) == record.streams[CASE][:3]
    assert log.read[-1] == 3
    recent.entries(CASE)
    assert log.read[-1] == 1  # the last one again, to see that it is still there

    log.come = 4
    assert recent.entries(CASE) == record.streams[CASE]
    assert log.read[-1] == 2


def test_whoever_asks_may_change_the_list_that_they_get(record: Given) -> None:
    recent = RecentFiles(Log(record), 100)
    recent.entries(CASE).clear()
    recent.entries(CASE).clear()
    assert len(recent.entries(CASE)) == 4


def test_no_more_entries_are_kept_than_asked_for(record: Given) -> None:
    for number in range(5):
        record.streams[f"case/{number}"] = record.streams[CASE]
    log = Log(record)
    recent = RecentFiles(log, 8)
    for number in (0, 1, 2):
        recent.entries(f"case/{number}")
    recent.entries("case/2")
    assert log.read[-1] == 1
    recent.entries("case/0")
    assert log.read[-1] == 4
    nothing = RecentFiles(log, 0)
    for _ in range(2):
        assert len(nothing.entries(CASE)) == 4
        assert log.read[-1] == 4


def test_neither_files_that_are_not_there_nor_one_too_long_take_the_place_of_others(record: Given) -> None:
    record.streams["case/long"] = given(*(person.tells(request(), said(n)) for n in range(1, 9))).streams[CASE]
    log = Log(record, come=9)
    recent = RecentFiles(log, 6)
    recent.entries(CASE)
    for number in range(20):
        recent.entries(f"case/none-{number}")
    recent.entries("case/long")
    recent.entries(CASE)
    assert log.read[-1] == 1
    assert list(recent._files) == [CASE]
    record.streams[CASE] = record.streams["case/long"]
    assert len(recent.entries(CASE)) == 8
    assert list(recent._files) == [], "a file that has outgrown its place is still kept"


def test_a_file_that_is_not_there_is_looked_for_again(record: Given) -> None:
    recent = RecentFiles(Log(record), 100)
    assert recent.entries("case/new") == []
    record.streams["case/new"] = record.streams[CASE]
    assert len(recent.entries("case/new")) == 4


def test_a_log_that_was_put_back_to_an_earlier_copy_is_read_whole(tmp_path: Path) -> None:
    """The file at hand has an entry that the log has no more: what is judged next stands on the log."""

    def here() -> Casework:
        return opened(f"sqlite:///{tmp_path / 'record.db'}", tmp_path / "the.keys")

    with_one = here()
    put(with_one, person.tells(request(), said(1)))
    with_one.close()
    shutil.copy(tmp_path / "record.db", tmp_path / "copy.db")

    casework = here()
    put(casework, person.tells(request(), said(2)), person.tells(request(), said(3)))
    assert len(casework.entries(CASE)) == 3
    casework.engine.dispose()
    for beside in tmp_path.glob("record.db-*"):
        beside.unlink()
    shutil.copy(tmp_path / "copy.db", tmp_path / "record.db")

    assert [one.occurred_on.day for one in casework.entries(CASE)] == [1]
    receipt = put(casework, person.tells(request(), said(4)))
    assert receipt.entries[0]["version"] == 2
    assert casework.verify().intact
    casework.close()


def test_another_process_that_writes_is_seen_at_once(database_url: str, tmp_path: Path) -> None:
    one, other = (opened(database_url, tmp_path / "the.keys") for _ in range(2))
    put(one, person.tells(request(), said(1)))
    assert len(other.entries(CASE)) == 1
    put(one, person.tells(request(), said(2)))
    assert [entry.version for entry in other.entries(CASE)] == [1, 2]
    for casework in (one, other):
        casework.close()
