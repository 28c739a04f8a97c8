"""An end that was cut, entries that are gone or moved, a log made again: verifying names each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Engine

from swp_adapters.store.engine import make_engine
from swp_adapters.store.factory import StoreFactory
from swp_adapters.store.heads import last_head
from swp_adapters.store.recorder import LogRecorder
from swp_adapters.store.stored import Head
from swp_adapters.store.verify import Kind, verify
from tests.store.samples import COMMANDS, change, entries, entry, forged, raw


def test_a_cut_end_is_named(recorded: Engine) -> None:
    raw(recorded, "DELETE FROM log WHERE position > 10")
    found = verify(recorded)
    assert [(one.kind, one.position) for one in found.differences] == [(Kind.CUT, 10)]
    assert str(found.first) == ("The log ends with entry 10, though there was a head of 12: 2 gone from its end.")


def test_an_end_cut_with_its_heads_is_found_by_a_head_kept_elsewhere(recorded: Engine) -> None:
    exported = last_head(recorded)
    raw(recorded, "DELETE FROM log WHERE position > 9", "DELETE FROM head WHERE size > 9")
    assert verify(recorded).intact
    assert [one.kind for one in verify(recorded, exported).differences] == [Kind.CUT]


@pytest.mark.parametrize(("statement", "gone"), [("position = 5", "5"), ("position IN (5, 6, 7)", "5 to 7")])
def test_missing_entries_are_named(recorded: Engine, statement: str, gone: str) -> None:
    raw(recorded, f"DELETE FROM log WHERE {statement}")
    found = verify(recorded)
    assert [(one.kind, one.position) for one in found.differences] == [(Kind.MISSING, 5)]
    assert f"Missing from the log: {gone}." in str(found)


def test_entries_that_changed_places_are_found(recorded: Engine) -> None:
    raw(
        recorded,
        "UPDATE log SET position = 100 WHERE position = 5",
        "UPDATE log SET position = 5 WHERE position = 6",
        "UPDATE log SET position = 6 WHERE position = 100",
    )
    assert [(one.kind, one.position) for one in verify(recorded).differences] == [(Kind.HISTORY, 6)]


def test_a_log_made_again_with_its_heads_is_found_by_a_head_kept_elsewhere(recorded: Engine, sqlite_url: str) -> None:
    exported = last_head(recorded)
    again = make_engine(sqlite_url.replace("record.db", "again.db"))
    log = StoreFactory(again).application_recorder()
    for number in range(COMMANDS + 1):
        log.insert_events(entries(3, f"case/{number + 1}"), heads=True)
    assert verify(again).intact
    found = verify(again, exported)
    assert [(one.kind, one.position) for one in found.differences] == [(Kind.HISTORY, 12)]
    assert str(found.first) == "The first 12 entries are not those of the head brought along."
    again.dispose()


def test_several_differences_are_each_named_where_they_begin(recorded: Engine) -> None:
    forged(recorded, 2, leaf=False)
    forged(recorded, 3, leaf=False)
    change(recorded, "UPDATE log SET law = 'another' WHERE position = 8")
    change(recorded, "UPDATE head SET root = ? WHERE size = 6", bytes(32))
    raw(recorded, "DELETE FROM log WHERE position = 12")
    kinds = [(one.kind, one.position) for one in verify(recorded).differences]
    assert kinds == [(Kind.ENTRY, 2), (Kind.HEAD, 6), (Kind.COLUMN, 8), (Kind.CUT, 11)]


def test_an_emptied_log_is_not_an_empty_one(recorded: Engine) -> None:
    raw(recorded, "DELETE FROM log")
    assert [(one.kind, one.position) for one in verify(recorded).differences] == [(Kind.CUT, 0)]


def test_an_empty_log_is_intact(log: LogRecorder) -> None:
    assert str(verify(log.engine)) == "The log is empty, and no head says that it ever held anything."


def test_a_log_without_heads_is_intact_as_far_as_can_be_seen(log: LogRecorder) -> None:
    log.insert_events(entries(2))
    assert str(verify(log.engine)).startswith("Intact as far as can be seen: the 2 entries")


def test_a_long_log_is_read_a_page_at_a_time(log: LogRecorder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("swp_adapters.store.verify._PAGE", 7)
    for number in range(20):
        log.insert_events(entries(3, f"case/{number}"), heads=True)
    found = verify(log.engine)
    assert (found.intact, found.entries, found.heads) == (True, 60, 20)


def test_verifying_does_not_wait_for_writers_nor_see_half_of_what_they_write(log: LogRecorder) -> None:
    log.insert_events(entries(3), heads=True)
    counted: Iterator[int] = iter(range(3))

    def columns_of(state: bytes) -> None:
        if next(counted, None) == 1:
            log.insert_events([entry("case/2")], heads=True)

    found = verify(log.engine, columns_of=_plain_but(columns_of))
    assert (found.entries, found.heads) == (3, 1)


def _plain_but(first: Callable[[bytes], None]) -> Callable[[bytes], dict[str, Any]]:
    from swp_adapters.store.envelope import columns_of

    def read(state: bytes) -> dict[str, Any]:
        first(state)
        return dict(columns_of(state) or {})

    return read


def test_a_head_is_compared_whatever_its_moment(recorded: Engine) -> None:
    head = last_head(recorded)
    assert isinstance(head, Head)
    assert not verify(recorded, replace(head, root=bytes(32))).intact
