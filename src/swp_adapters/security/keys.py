"""Where the keys of personal text are kept: apart from the record, so that a text can be forgotten."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from time import monotonic
from typing import Final

from sqlalchemy import make_url

from swp_adapters.security.key_ring import KEY_BYTES, KeyForgotten, KeyMissing, KeyRing, MemoryKeys, always

__all__ = ["FileKeys", "KeyForgotten", "KeyMissing", "KeyRing", "KeysHaveNoPlace", "MemoryKeys", "keys_beside"]

REMEMBERED: Final = 1.0
"""Seconds for which a key that was read is used again without looking whether it is still there."""


class KeysHaveNoPlace(OSError):
    """Nobody said where the keys are kept, and beside this database there is no place for them."""


class FileKeys:
    """Keys in an SQLite file of their own, which only its owner may read.

    It may be used by several processes and threads at once. A key that another process destroys opens
    nothing here after :data:`REMEMBERED`, and seals nothing from then on. It is overwritten in the file;
    copies made of it before (a backup, a snapshot of the disk) still hold the key, so back it up apart
    from the record and keep those copies for a short time only.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._turn, self._process = Lock(), 0
        self._known: dict[str, bytes] = {}
        self._known_until = 0.0
        self._connection: sqlite3.Connection | None = None
        self._read_only = False
        try:
            # Made before SQLite opens it, so that it is never readable to others, not even for a moment.
            os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
        except OSError:
            if not self.path.is_file():
                raise
            self._read_only = True  # An auditor's copy: it opens what is there, and makes and destroys nothing.
            return
        if self.path.stat().st_mode & 0o077:
            self.path.chmod(0o600)  # a file brought back from a backup has often lost its mode
        with self._writing() as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS key (key_id TEXT PRIMARY KEY, key BLOB) WITHOUT ROWID")

    def key(self, key_id: str) -> bytes | None:
        """The key, or ``None`` where there is none, or none any more."""
        if (now := monotonic()) > self._known_until:
            self._known, self._known_until = {}, now + REMEMBERED
        known = self._known
        if (found := known.get(key_id)) is None and (found := self._read(key_id)) is not None:
            known[key_id] = found
        return found

    def _read(self, key_id: str) -> bytes | None:
        row = self._row(key_id)
        return None if row is None else row[0]

    def _row(self, key_id: str) -> tuple[bytes | None] | None:
        """The key or, where it was destroyed, nothing in its place; ``None`` where it was never here."""
        with self._opened() as connection:
            row: tuple[bytes | None] | None = connection.execute(_SELECT, (key_id,)).fetchone()
        return row

    def make(self, key_id: str, is_new: Callable[[], bool] = always) -> bytes:
        """The key, made and written to the disk if there never was one.

        Raises:
            KeyForgotten: there was one, and it was destroyed.
            KeyMissing: there was one, and it is not in this file.
        """
        # Never from memory: what is sealed under a key destroyed a moment ago would be lost.
        row = self._row(key_id)
        if row is None:
            if not is_new():
                raise KeyMissing(key_id, str(self.path))
            with self._writing() as connection:
                connection.execute(_MAKE, (key_id, os.urandom(KEY_BYTES)))
                row = connection.execute(_SELECT, (key_id,)).fetchone()
        key: bytes | None = row[0] if row is not None else None
        if key is None:
            raise KeyForgotten(key_id)
        return key

    def make_several(self, key_ids: Iterable[str]) -> None:
        """Make a key for each of these that has none, all of them on the disk at once: for files known to be new."""
        with self._writing() as connection:
            connection.executemany(_MAKE, [(key_id, os.urandom(KEY_BYTES)) for key_id in key_ids])

    def forget(self, key_id: str) -> None:
        """Destroy a key for ever, overwriting it in the file; the disk has done so when this returns."""
        with self._writing() as connection:
            connection.execute(_FORGET, (key_id,))
        self._known = {}

    def was_forgotten(self, key_id: str) -> bool:
        """Whether it was destroyed on purpose, as against never known to this file."""
        return self._row(key_id) == (None,)

    def close(self) -> None:
        """Let go of the file. It is opened again when it is needed."""
        if self._connection is not None and self._process == os.getpid():
            self._connection.close()
        self._connection = None

    def __del__(self) -> None:
        if getattr(self, "_connection", None) is not None:
            self.close()

    @contextmanager
    def _opened(self) -> Iterator[sqlite3.Connection]:
        if self._process != os.getpid():
            # After a fork: neither the connection nor a lock that another thread held may be used here.
            self._turn, self._process, self._connection = Lock(), os.getpid(), None
        with self._turn:
            if self._connection is None:
                self._connection = _connect_to_read(self.path) if self._read_only else _connect(self.path)
            yield self._connection

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._opened() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                connection.rollback()
                raise


_SELECT: Final = "SELECT key FROM key WHERE key_id = ?"
_MAKE: Final = "INSERT INTO key (key_id, key) VALUES (?, ?) ON CONFLICT (key_id) DO NOTHING"
_FORGET: Final = "INSERT INTO key (key_id, key) VALUES (?, NULL) ON CONFLICT (key_id) DO UPDATE SET key = NULL"


def _connect_to_read(path: Path) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode=ro"
    return sqlite3.connect(address, uri=True, timeout=30.0, isolation_level=None, check_same_thread=False)


def _connect(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=30.0, isolation_level=None, check_same_thread=False)
    # A rollback journal, not a write-ahead log, which would keep a destroyed key for a while.
    connection.execute("PRAGMA journal_mode = TRUNCATE")
    connection.execute("PRAGMA synchronous = EXTRA")
    connection.execute("PRAGMA fullfsync = ON")
    connection.execute("PRAGMA secure_delete = ON")
    return connection


def keys_beside(database: str) -> KeyRing:
    """The keys that belong to a database unless others are given: ``record.db`` has ``record.db.keys``.

    Raises:
        KeysHaveNoPlace: the database is no file, so there is nothing to put them beside.
    """
    url = make_url(database)
    if url.get_backend_name() != "sqlite":
        raise KeysHaveNoPlace(
            "The keys of personal text are not kept in the database server: its backups would bring back "
            "what was forgotten. Say which file they are in: keys=FileKeys('record.keys')."
        )
    if url.database in (None, "", ":memory:"):
        return MemoryKeys()
    return FileKeys(f"{url.database}.keys")
