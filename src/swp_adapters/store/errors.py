"""What can go wrong with the database, in words, and as the library's persistence errors.

Callers meet the classes of ``eventsourcing.persistence`` and the few below; never a driver's.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from types import TracebackType
from typing import Final

import sqlalchemy.exc
from eventsourcing.persistence import (
    DatabaseError,
    DataError,
    IntegrityError,
    InterfaceError,
    InternalError,
    NotSupportedError,
    OperationalError,
    PersistenceError,
    ProgrammingError,
)

_BY_NAME: Final = {
    error.__name__: error
    for error in (
        DatabaseError,
        DataError,
        IntegrityError,
        InterfaceError,
        InternalError,
        NotSupportedError,
        OperationalError,
        ProgrammingError,
    )
}
_DRIVERS: Final = frozenset({"sqlite3", "psycopg"})
_FULL_SQLITE: Final = ("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_FSYNC", "SQLITE_IOERR_SHMSIZE")
_FULL_POSTGRES: Final = "53100"
_READ_ONLY_POSTGRES: Final = ("25006", "42501")
_FOLDER: Final = (
    "Its folder must exist, and be writable even to read: SQLite keeps a file beside it. "
    "To read a copy that must not change, copy it to a folder of your own first."
)
_BUSY_POSTGRES: Final = "55P03"


class UnknownDatabase(InterfaceError):
    """The address names no database this engine can open, or one whose driver is not installed."""


class DatabaseTooNew(PersistenceError):
    """The database was written by a later release, whose tables this one does not know."""

    def __init__(self, found: int, known: int) -> None:
        super().__init__(
            f"This database has table format {found}; this release knows formats up to {known}. "
            "Nothing was changed. Open it with the release that wrote it, or a later one."
        )
        self.found, self.known = found, known


class CommandIdTaken(PersistenceError):
    """A command of this id is in the log already; its first receipt says what was done."""

    def __init__(self, command_id: str) -> None:
        super().__init__(f"The command id {command_id!r} was used before; nothing was recorded again.")
        self.command_id = command_id


class StorageFull(OperationalError):
    """The disk is full or refuses writes. Nothing of what was being recorded has been kept."""


class RecordBusy(OperationalError):
    """Others held the lock of the database for longer than anybody waits for it. Nothing has been kept."""


class RecordReadOnly(OperationalError):
    """The database may be read here, and not written. Nothing has been kept."""


class LogDamaged(DatabaseError):
    """The log contradicts the heads kept of it, so that appending would hide what was done to it."""


class _Translated(AbstractContextManager[None]):
    """Turns what a driver raises into the library's persistence errors. It has no state of its own."""

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        if error is not None and (plain := translation(error)) is not None:
            raise plain from error


translated: Final = _Translated()


def translation(error: BaseException) -> PersistenceError | None:
    """The persistence error that says what a driver's error says, or ``None`` where it is not a driver's.

    SQLAlchemy's own ``IntegrityError`` is left alone: the log is written on the driver's cursor, so it
    can only come from a view written in the same transaction, and must not look like a lost race.
    """
    if isinstance(error, sqlalchemy.exc.IntegrityError):
        return None
    if isinstance(error, sqlalchemy.exc.DBAPIError) and error.orig is not None:
        return translation(error.orig)
    if isinstance(error, sqlalchemy.exc.TimeoutError):
        return OperationalError(f"no connection to the database came free in time: {error}")
    if isinstance(error, sqlalchemy.exc.SQLAlchemyError):
        return PersistenceError(str(error))
    if type(error).__module__.partition(".")[0] not in _DRIVERS:
        return None
    if _is_full(error):
        return StorageFull(
            "The disk that holds the record is full or refuses writes, so nothing of this was kept. "
            f"Free some space and send it again with the same command id. (The database said: {error})"
        )
    name = getattr(error, "sqlite_errorname", None) or ""
    if name == "SQLITE_READONLY_DIRECTORY":
        return OperationalError(f"{error}. {_FOLDER}")
    if name.startswith("SQLITE_READONLY") or getattr(error, "sqlstate", None) in _READ_ONLY_POSTGRES:
        return RecordReadOnly(
            "The record can be read here and not be written, so nothing of this was kept. "
            f"Record where it may be written. (The database said: {error})"
        )
    if name.startswith("SQLITE_CANTOPEN"):
        return OperationalError(f"{error}. {_FOLDER}")
    if _is_busy(error):
        return RecordBusy(
            "Others kept the record busy for too long, so nothing of this was kept. "
            f"Send it again with the same command id. (The database said: {error})"
        )
    for kind in type(error).__mro__:
        if kind.__name__ in _BY_NAME:
            return _BY_NAME[kind.__name__](str(error))
    return PersistenceError(str(error))


def _is_busy(error: BaseException) -> bool:
    name = getattr(error, "sqlite_errorname", None) or ""
    return name.startswith("SQLITE_BUSY") or getattr(error, "sqlstate", None) == _BUSY_POSTGRES


def _is_full(error: BaseException) -> bool:
    name = getattr(error, "sqlite_errorname", None) or ""
    return name.startswith(_FULL_SQLITE) or getattr(error, "sqlstate", None) == _FULL_POSTGRES
