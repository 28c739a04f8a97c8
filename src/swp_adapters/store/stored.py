"""What goes into the log and comes out of it, as bytes and columns."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any, Final

from eventsourcing.persistence import StoredEvent

from swp_adapters.store.proofs import leaf_hash

COLUMNS: Final = (
    "stream",
    "version",
    "topic",
    "state",
    "leaf",
    "entry_id",
    "event_version",
    "occurred_on",
    "recorded_at",
    "command_id",
    "corrects",
    "law",
)
"""The log's columns after ``position``, in the order of :func:`row_of`."""


@dataclass(frozen=True)
class StoredEntry(StoredEvent):
    """A stored event with the columns that are copied out of its envelope.

    ``leaf`` is the digest of ``state`` in the Merkle tree; ``recorded_at`` has a time zone; ``law`` is
    the digest of the rule register; ``corrects`` is the id of the entry whose place this one takes.
    """

    entry_id: str
    event_version: int
    occurred_on: date
    recorded_at: datetime
    command_id: str
    corrects: str | None
    law: str
    leaf: bytes


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was answered to a command: ``digest`` tells whether a repeated one asks for the same.

    ``first`` and ``last`` are the positions of what it recorded. They are filled in when it is
    recorded, and ``None`` where it recorded nothing.
    """

    command_id: str
    digest: str
    body: str
    first: int | None = None
    last: int | None = None


@dataclass(frozen=True, slots=True)
class Head:
    """The Merkle root over the first ``size`` entries of the log, as it was ``at`` a moment."""

    size: int
    root: bytes
    at: datetime


def row_of(event: StoredEvent) -> tuple[Any, ...]:
    """The event in the order of :data:`COLUMNS`; events of other applications have no envelope."""
    stream = event.originator_id if isinstance(event.originator_id, str) else str(event.originator_id)
    plain = (stream, event.originator_version, event.topic, event.state)
    if not isinstance(event, StoredEntry):
        return plain + _NO_ENVELOPE
    return (
        *plain,
        event.leaf,
        event.entry_id,
        event.event_version,
        event.occurred_on,
        event.recorded_at,
        event.command_id,
        event.corrects,
        event.law,
    )


_NO_ENVELOPE: Final = (None,) * (len(COLUMNS) - 4)


def leaves_of(events: Sequence[StoredEvent]) -> list[bytes]:
    """The leaves of events in the Merkle tree; those of other applications bring none of their own."""
    return [event.leaf if isinstance(event, StoredEntry) else leaf_hash(event.state) for event in events]


def recorded_last(events: Sequence[StoredEvent]) -> datetime:
    """When the last of them was recorded; now, where none says so."""
    said = (event.recorded_at for event in reversed(events) if isinstance(event, StoredEntry))
    return next(said, None) or datetime.now(UTC)
