"""Whoever owns the database can alter it; verifying names what was altered."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import Engine

from swp_adapters.store.envelope import COMPARED
from swp_adapters.store.heads import last_head
from swp_adapters.store.recorder import LogRecorder
from swp_adapters.store.verify import Kind, verify
from tests.store.samples import change, entries, forged


def test_a_log_that_nobody_touched_is_intact(recorded: Engine) -> None:
    found = verify(recorded)
    assert (found.entries, found.heads, found.differences) == (12, 4, ())
    assert str(found) == (
        "Intact: the 12 entries of the log agree with their digests, with their columns and with all 4 heads "
        "kept here. (A head kept elsewhere would prove more.)"
    )
    head = last_head(recorded)
    assert head is not None
    assert head.root == found.root
    assert str(verify(recorded, head)).endswith("all 4 heads kept here, and with the head of 12 brought along.")


def test_altered_bytes_are_named(recorded: Engine) -> None:
    forged(recorded, 5, leaf=False)
    found = verify(recorded)
    assert [one.kind for one in found.differences] == [Kind.ENTRY]
    assert found.first is not None
    assert (found.first.position, found.first.stream, found.first.version) == (5, "case/2", 2)
    assert str(found) == (
        "The log is not what was recorded. Entry 5 (version 2 of case/2): "
        "its bytes are not those of which the digest was kept."
    )


def test_an_altered_digest_is_told_from_altered_bytes(recorded: Engine) -> None:
    change(recorded, "UPDATE log SET leaf = ? WHERE position = 5", bytes(32))
    found = verify(recorded)
    assert [(one.kind, one.position) for one in found.differences] == [(Kind.DIGEST, 5)]
    assert "its bytes are as recorded, but the digest kept beside them was altered" in str(found)


def test_bytes_altered_with_their_digest_are_found_by_the_heads(recorded: Engine) -> None:
    forged(recorded, 5, leaf=True)
    found = verify(recorded)
    assert [(one.kind, one.position) for one in found.differences] == [(Kind.HISTORY, 6)]
    assert str(found.first) == (
        "The head of 6 is not that of the entries there are: "
        "an entry after 3 was altered together with its digest, or the head was."
    )


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("stream", "case/other"),
        ("version", 99),
        ("topic", "case/closed"),
        ("entry_id", "another"),
        ("event_version", 2),
        ("occurred_on", "2024-05-02"),
        ("recorded_at", "2024-05-01T09:31:00.000000+00:00"),
        ("command_id", "another"),
        ("corrects", "another"),
        ("law", "another"),
    ],
)
def test_an_altered_column_is_named(recorded: Engine, column: str, value: Any) -> None:
    change(recorded, f"UPDATE log SET {column} = ? WHERE position = 5", value)
    found = verify(recorded)
    assert [(one.kind, one.position) for one in found.differences] == [(Kind.COLUMN, 5)]
    assert f"the column '{column}' says" in str(found)
    assert "and its bytes say otherwise." in str(found)


def test_columns_that_were_emptied_are_named(recorded: Engine) -> None:
    emptied = [*COMPARED[3:], "leaf"]
    change(recorded, f"UPDATE log SET {', '.join(f'{name} = NULL' for name in emptied)} WHERE position = 5")
    assert [(one.kind, one.position) for one in verify(recorded).differences] == [(Kind.DIGEST, 5)]


@pytest.mark.parametrize("column", ["root", "frontier"])
def test_an_altered_head_is_named(recorded: Engine, column: str) -> None:
    change(recorded, f"UPDATE head SET {column} = ? WHERE size = 6", bytes(64))
    found = verify(recorded)
    assert [(one.kind, one.position) for one in found.differences] == [(Kind.HEAD, 6)]
    assert "The head of 6 entries was altered" in str(found)


def test_an_altered_frontier_does_not_spoil_the_heads_that_follow(recorded: Engine, log: LogRecorder) -> None:
    change(recorded, "UPDATE head SET frontier = ? WHERE size = 12", bytes(64))
    log.insert_events(entries(1, "case/9"), heads=True)
    assert [(one.kind, one.position) for one in verify(recorded).differences] == [(Kind.HEAD, 12)]


def test_the_last_head_altered_cannot_be_told_from_a_rewritten_end(recorded: Engine) -> None:
    change(recorded, "UPDATE head SET root = ? WHERE size = 12", bytes(32))
    assert [(one.kind, one.position) for one in verify(recorded).differences] == [(Kind.HISTORY, 12)]
