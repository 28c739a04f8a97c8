"""Keys of personal text by name: what is asked of those who keep them, and those kept in memory.

One key for each file of a person. Destroying it makes every text that was sealed under it unreadable,
in the record and in every copy of it, and leaves the record's digests and proofs as they are.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from threading import Lock
from typing import Final, Protocol, runtime_checkable

from eventsourcing.persistence import PersistenceError

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


class KeyMissing(PersistenceError):
    """Texts were sealed under a key of this name, and the keys at hand never knew it."""

    def __init__(self, key_id: str, place: str) -> None:
        super().__init__(
            f"Texts of {key_id} were sealed before, but their key is not in {place}, nor was it destroyed on purpose: "
            "the keys that belong to this record seem to be missing. Nothing was recorded, because a second key of "
            "the same name would make one of the two unreadable. Put the right file of keys back, then send it again."
        )
        self.key_id, self.place = key_id, place


def always() -> bool:
    """What is answered where a key may be made in any case."""
    return True


class KeyRing(Protocol):
    """Keeps keys by name."""

    def key(self, key_id: str) -> bytes | None:
        """The key, or ``None`` where there is none, or none any more."""

    def make(self, key_id: str, is_new: Callable[[], bool] = always) -> bytes:
        """The key, made if there never was one. When this returns, the key is on the disk.

        Args:
            key_id: its name.
            is_new: asked before a key is made: whether nothing was ever sealed under this name.

        Raises:
            KeyForgotten: there was one, and it was destroyed.
            KeyMissing: something was sealed under one, which is not among these keys and never was.
        """

    def forget(self, key_id: str) -> None:
        """Destroy a key for ever; that it was destroyed is remembered."""

    def was_forgotten(self, key_id: str) -> bool:
        """Whether a key was destroyed here on purpose, as against one that was never known."""


@runtime_checkable
class MakesMany(Protocol):
    """A key ring that makes several keys in the time of one."""

    def make_several(self, key_ids: Iterable[str]) -> None:
        """Make the keys under whose names nothing was ever sealed, all on the disk when this returns.

        A key that is there, or was destroyed, is left as it is.
        """


class MemoryKeys:
    """Keys that are gone with the process: for tests, and beside a database in memory."""

    def __init__(self) -> None:
        self._keys: dict[str, bytes | None] = {}
        self._lock = Lock()

    def key(self, key_id: str) -> bytes | None:
        """The key, or ``None``."""
        return self._keys.get(key_id)

    def make(self, key_id: str, is_new: Callable[[], bool] = always) -> bytes:
        """The key, made if there never was one.

        Raises:
            KeyForgotten: there was one, and it was destroyed.
            KeyMissing: there was one, and it is not here.
        """
        if key_id not in self._keys and not is_new():
            raise KeyMissing(key_id, "the keys kept in memory")
        with self._lock:
            key = self._keys.setdefault(key_id, os.urandom(KEY_BYTES))
        if key is None:
            raise KeyForgotten(key_id)
        return key

    def forget(self, key_id: str) -> None:
        """Destroy a key for ever."""
        with self._lock:
            self._keys[key_id] = None

    def was_forgotten(self, key_id: str) -> bool:
        """Whether it was destroyed on purpose."""
        return self._keys.get(key_id, b"") is None
