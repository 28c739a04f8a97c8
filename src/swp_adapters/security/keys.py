"""Where the keys of personal text are kept: apart from the record, so that a text can be forgotten.

One key for each file of a person. Destroying it makes every text that was sealed under it unreadable,
in the record and in every copy of it, and leaves the record's digests and proofs as they are.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock, local
from typing import Final, Protocol

from sqlalchemy import make_url

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


class KeysHaveNoPlace(OSError):
    """Nobody said where the keys are kept, and beside this database there is no place for them."""


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


class FileKeys:
    """Keys in an SQLite file of their own, which only its owner may read.

    It may be used by several processes and threads at once. What is deleted is overwritten in the file;
    copies made of it before (a backup, a snapshot of the disk) still hold the key, so back it up apart
    from the record and keep those copies for a short time only.
    """

    def __init__(self, path: Path | str) -> None:
        self.path = Path(path)
        self._mine = local()
        # Made before SQLite opens it, so that it is never readable to others, not even for a moment.
        os.close(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o600))
        if self.path.stat().st_mode & 0o077:
            self.path.chmod(0o600)  # a file brought back from a backup has often lost its mode
        with self._writing() as connection:
            connection.execute("CREATE TABLE IF NOT EXISTS key (key_id TEXT PRIMARY KEY, key BLOB) WITHOUT ROWID")

    def key(self, key_id: str) -> bytes | None:
        """The key, or ``None`` where there is none, or none any more."""
        row = self._connection().execute("SELECT key FROM key WHERE key_id = ?", (key_id,)).fetchone()
        return None if row is None else row[0]

    def make(self, key_id: str) -> bytes:
        """The key, made and written to the disk if there never was one.

        Raises:
            KeyForgotten: there was one, and it was destroyed.
        """
        found = self.key(key_id)
        if found is not None:
            return found
        with self._writing() as connection:
            row = connection.execute("SELECT key FROM key WHERE key_id = ?", (key_id,)).fetchone()
            key: bytes | None = row[0] if row is not None else os.urandom(KEY_BYTES)
            if row is None:
                connection.execute("INSERT INTO key (key_id, key) VALUES (?, ?)", (key_id, key))
        if key is None:
            raise KeyForgotten(key_id)
        return key

    def forget(self, key_id: str) -> None:
        """Destroy a key for ever, overwriting it in the file; the disk has done so when this returns."""
        with self._writing() as connection:
            connection.execute(
                "INSERT INTO key (key_id, key) VALUES (?, NULL) ON CONFLICT (key_id) DO UPDATE SET key = NULL",
                (key_id,),
            )

    def close(self) -> None:
        """Let go of the file, in this thread."""
        connection = self._mine.__dict__.pop("connection", None)
        if connection is not None:
            connection.close()

    def _connection(self) -> sqlite3.Connection:
        # One for each thread and each process: an SQLite connection must not cross a fork.
        if getattr(self._mine, "process", None) != os.getpid():
            connection = sqlite3.connect(self.path, timeout=30.0, isolation_level=None)
            # A rollback journal, not a write-ahead log, which would keep a destroyed key for a while.
            connection.execute("PRAGMA journal_mode = TRUNCATE")
            connection.execute("PRAGMA synchronous = EXTRA")
            connection.execute("PRAGMA fullfsync = ON")
            connection.execute("PRAGMA secure_delete = ON")
            self._mine.connection, self._mine.process = connection, os.getpid()
        found: sqlite3.Connection = self._mine.connection
        return found

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        connection = self._connection()
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            connection.rollback()
            raise


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
