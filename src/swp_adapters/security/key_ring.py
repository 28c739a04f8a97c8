"""Keys of personal text by name: what is asked of those who keep them, and those kept in memory.

One key for each file of a person. Destroying it makes every text that was sealed under it unreadable,
in the record and in every copy of it, and leaves the record's digests and proofs as they are.
"""

from __future__ import annotations

import os
from threading import Lock
from typing import Final, Protocol

KEY_BYTES: Final = 32
"""AES-256."""


class KeyForgotten(LookupError):
    """The key was destroyed on purpose; nothing can be sealed under it again."""

    def __init__(self, key_id: str) -> None:
        super().__init__(
            f"The key {key_id!r} was destroyed, so that what was sealed under it is forgotten. "
            "Nothing new is sealed under it: open a new file for what has to be recorded now."
        )
        self.key_id = key_id


class KeyRing(Protocol):
    """Keeps keys by name."""

    def key(self, key_id: str) -> bytes | None:
        """The key, or ``None`` where there is none, or none any more."""

    def make(self, key_id: str) -> bytes:
        """The key, made if there never was one. When this returns, the key is on the disk.

        Raises:
            KeyForgotten: there was one, and it was destroyed.
        """

    def forget(self, key_id: str) -> None:
        """Destroy a key for ever; that it was destroyed is remembered."""


class MemoryKeys:
    """Keys that are gone with the process: for tests, and beside a database in memory."""

    def __init__(self) -> None:
        self._keys: dict[str, bytes | None] = {}
        self._lock = Lock()

    def key(self, key_id: str) -> bytes | None:
        """The key, or ``None``."""
        return self._keys.get(key_id)

    def make(self, key_id: str) -> bytes:
        """The key, made if there never was one.

        Raises:
            KeyForgotten: there was one, and it was destroyed.
        """
        with self._lock:
            key = self._keys.setdefault(key_id, os.urandom(KEY_BYTES))
        if key is None:
            raise KeyForgotten(key_id)
        return key

    def forget(self, key_id: str) -> None:
        """Destroy a key for ever."""
        with self._lock:
            self._keys[key_id] = None
