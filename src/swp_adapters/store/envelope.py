"""The log's columns as the stored bytes give them, for verifying that the copies are true."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from typing import Any, Final

COMPARED: Final = (
    "stream",
    "version",
    "topic",
    "entry_id",
    "event_version",
    "occurred_on",
    "recorded_at",
    "command_id",
    "corrects",
    "law",
)

ColumnsOf = Callable[[bytes], Mapping[str, Any] | None]
"""Reads stored bytes; ``None`` where they are not an envelope of ours."""


def columns_of(stored: bytes) -> Mapping[str, Any] | None:
    """The columns that an envelope of format 1 should have beside it: its topic is the event's stored name."""
    try:
        envelope = json.loads(stored.partition(b"\n")[0])
    except ValueError:
        return None
    if not isinstance(envelope, dict) or "format" not in envelope:
        return None
    found = {name: envelope.get(name) for name in COMPARED}
    found["topic"] = envelope.get("event_name")
    return found


def first_difference(columns: Mapping[str, Any], envelope: Mapping[str, Any] | None) -> str | None:
    """The name of the first column that is not what the envelope says, or ``None`` where all are."""
    if envelope is None:
        # The event of another application, which has no columns of an envelope either.
        return next((name for name in COMPARED[3:] if columns[name] is not None), None)
    return next((name for name in COMPARED if _plain(name, columns[name]) != _plain(name, envelope[name])), None)


def _plain(name: str, value: Any) -> Any:
    """A day as its text and a moment in UTC, however the database or the envelope writes them."""
    if value is None:
        return None
    if name == "occurred_on":
        return value.isoformat() if isinstance(value, date) else value
    if name == "recorded_at":
        return _moment(value)
    return value


def _moment(value: Any) -> Any:
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError:
            return value
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value.astimezone(UTC)
    return value
