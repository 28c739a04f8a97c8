"""Between entries and the bytes of the log."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from eventsourcing.domain import DomainEventProtocol
from eventsourcing.persistence import Mapper, StoredEvent, Transcoder
from pydantic_core import PydanticSerializationError

from swp_adapters.security.key_ring import always
from swp_adapters.security.seal import Sealer
from swp_adapters.store.proofs import leaf_hash
from swp_adapters.store.stored import StoredEntry
from swp_domain.entry import AnyEntry
from swp_domain.stored import from_bytes, to_bytes


class EntryMapper(Mapper[str]):
    """Writes entries with their personal text sealed under the key of their file, and reads them back.

    Args:
        transcoder: the library's, which is not used.
        sealer: seals and opens.
        holds_sealed: whether the log holds a file with anything sealed in it. It is asked only where
            no key of that file is known, and something personal comes after its first entry.
    """

    def __init__(self, transcoder: Transcoder, sealer: Sealer, holds_sealed: Callable[[str], bool]) -> None:
        super().__init__(transcoder)
        self.sealer, self._holds_sealed = sealer, holds_sealed

    def to_stored_event(self, domain_event: Any) -> StoredEvent:
        """The row of an entry: its bytes, and copies of what is searched for.

        Raises:
            KeyForgotten: it tells something personal, and the key of its file was destroyed.
            KeyMissing: it tells something personal, and the key of its file is not at hand.
        """
        entry = cast("AnyEntry", domain_event)

        def is_new() -> bool:
            return entry.version == 1 or not self._holds_sealed(entry.stream)

        try:
            state = to_bytes(entry, StreamSealer(self.sealer, entry.stream, is_new))
        except PydanticSerializationError:
            self.sealer.keys.make(entry.stream, is_new)  # says that there is no such key any more, if that is why
            raise
        return StoredEntry(
            originator_id=entry.stream,
            originator_version=entry.version,
            topic=entry.event_name,
            state=state,
            entry_id=entry.entry_id,
            event_version=entry.event_version,
            occurred_on=entry.occurred_on,
            recorded_at=entry.recorded_at,
            command_id=entry.command_id,
            corrects=entry.corrects,
            law=entry.law,
            leaf=leaf_hash(state),
        )

    def to_domain_event(self, stored_event: StoredEvent) -> DomainEventProtocol[str]:
        """The entry of a row, its personal text still sealed."""
        sealer = self.sealer_of(str(stored_event.originator_id))
        return cast("DomainEventProtocol[str]", from_bytes(stored_event.state, stored_event.topic, sealer))

    def sealer_of(self, stream: str) -> StreamSealer:
        """What seals and opens the personal text of one file."""
        return StreamSealer(self.sealer, stream)


class StreamSealer:
    """Seals under the key of one file, and opens whatever key a text names, which is looked up each time."""

    def __init__(self, sealer: Sealer, stream: str, is_new: Callable[[], bool] = always) -> None:
        self._stream, self._sealer, self.open, self._is_new = stream, sealer, sealer.open, is_new

    def seal(self, text: str) -> dict[str, str]:
        """The stored form of a text."""
        return self._sealer.seal(self._stream, text, self._is_new)
