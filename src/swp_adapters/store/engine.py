"""Opens a database with the settings that a statutory record needs.

On both databases the driver is left in autocommit and a transaction begins only where one is asked
for: a read costs one round trip and an append on PostgreSQL is one statement. ``engine.begin()``
still opens a transaction, because an event sends the BEGIN.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final
from uuid import uuid4

import sqlalchemy
from sqlalchemy import URL, Connection, Engine, PoolProxiedConnection, QueuePool, event, make_url

from swp_adapters.store.errors import UnknownDatabase

OLDEST_SQLITE: Final = (3, 36)
"""The first SQLite with RETURNING, and with databases in memory that connections share."""

BEGIN: Final = "begin"
"""Execution option of a connection: the words that follow BEGIN, such as IMMEDIATE."""


def make_engine(url: str | URL, *, wait: float = 30.0) -> Engine:
    """An engine for ``sqlite:///file``, ``sqlite:///:memory:`` or ``postgresql://…``.

    Args:
        url: where the database is.
        wait: seconds to wait for a lock or for a free connection before giving up.

    Raises:
        UnknownDatabase: another kind of address, a folder that does not exist, no driver installed.
    """
    try:
        parsed = make_url(url)
    except sqlalchemy.exc.ArgumentError:
        raise UnknownDatabase(f"This is no database address. {_WHAT_IT_IS}") from None
    match parsed.get_backend_name():
        case "sqlite":
            return _sqlite(parsed, wait)
        case "postgresql" | "postgres":
            return _postgresql(parsed, wait)
        case other:
            # The rest of the address may hold a password, so only the scheme is repeated.
            raise UnknownDatabase(f"{other!r} databases cannot be opened. {_WHAT_IT_IS}")


_WHAT_IT_IS: Final = "It begins with sqlite:/// and a file, or with postgresql:// and a server."


def _sqlite(url: URL, wait: float) -> Engine:
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise UnknownDatabase(f"SQLite 3.36 or later is needed; this Python has {sqlite3.sqlite_version}.")
    if url.database in (None, "", ":memory:"):
        return _in_memory(url, min(wait, 5.0))
    folder = Path(url.database or "").absolute().parent
    if not folder.is_dir():
        raise UnknownDatabase(f"The folder {str(folder)!r} for the database file does not exist.")
    arguments = {"timeout": wait, "check_same_thread": False, "isolation_level": None}
    engine = sqlalchemy.create_engine(url, connect_args=arguments, **_pool(wait))

    @event.listens_for(engine, "connect")
    def settings(connection: sqlite3.Connection, _: object) -> None:
        _write_ahead(connection, wait)
        connection.execute("PRAGMA synchronous = FULL")  # an acknowledged entry survives a power cut
        connection.execute("PRAGMA fullfsync = ON")  # and on macOS, where fsync alone does not reach the disk
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA recursive_triggers = ON")  # so that REPLACE also meets the delete trigger

    _begin_when_asked(engine)
    return engine


def _in_memory(url: URL, wait: float) -> Engine:
    """A database that several connections share and that is gone when the engine is disposed of.

    A transaction that writes waits until whatever is being read has been read to its end.
    """
    address = f"file:/{uuid4().hex}?vfs=memdb"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(address, uri=True, timeout=wait, check_same_thread=False, isolation_level=None)

    engine = sqlalchemy.create_engine(url, creator=connect, **_pool(wait))
    anchor = connect()  # the database lives for as long as it has a connection
    event.listen(engine, "engine_disposed", lambda _: anchor.close())
    _begin_when_asked(engine)
    return engine


def _pool(wait: float) -> dict[str, Any]:
    return {"poolclass": QueuePool, "pool_size": 5, "max_overflow": 20, "pool_timeout": wait}


def _write_ahead(connection: sqlite3.Connection, wait: float) -> None:
    """Switch to write-ahead logging; SQLite does not wait for the lock that this needs, so we do."""
    deadline = time.monotonic() + wait
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > deadline:
                raise
            time.sleep(0.01)


def _postgresql(url: URL, wait: float) -> Engine:
    if find_spec("psycopg") is None:
        raise UnknownDatabase("PostgreSQL needs psycopg 3: install this package with its extra 'postgres'.")
    if "connect_timeout" not in url.query:
        url = url.update_query_dict({"connect_timeout": str(max(2, round(wait)))})
    engine = sqlalchemy.create_engine(url.set(drivername="postgresql+psycopg"), **_pool(wait))

    @event.listens_for(engine, "connect")
    def settings(connection: Any, _: object) -> None:
        connection.autocommit = True
        # log_tail() must see what was committed while it waited for its lock: READ COMMITTED only.
        connection.execute(
            "SET default_transaction_isolation = 'read committed'; SET TIME ZONE 'UTC'; "
            f"SET lock_timeout = {round(wait * 1000)}"
        )

    _begin_when_asked(engine)
    return engine


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """A transaction that will write. Prefer it to ``engine.begin()`` wherever something is read first.

    SQLite then takes its write lock at once, and waits for it; a transaction that only later turns
    out to write is refused without waiting when somebody wrote in between.
    """
    with engine.connect() as connection:
        driver = connection.connection.driver_connection
        connection.execution_options(**{BEGIN: "IMMEDIATE" if engine.dialect.name == "sqlite" else ""})
        try:
            with connection.begin():
                yield connection
        except BaseException:
            discard_if_lost(engine, connection, driver)
            raise


def discard_if_lost(engine: Engine, borrowed: Connection | PoolProxiedConnection, driver: Any) -> None:
    """After an error: let go of a connection whose server went away, and of the idle ones, as dead as it."""
    if getattr(driver, "closed", False):
        borrowed.invalidate()
        engine.dispose()


def _begin_when_asked(engine: Engine) -> None:
    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        words = connection.get_execution_options().get(BEGIN, "")
        connection.connection.cursor().execute(f"BEGIN {words}".rstrip())
