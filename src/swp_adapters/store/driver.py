"""The driver's own cursor under an SQLAlchemy engine: the hot paths of the log.

Connections come from the engine's pool and are in autocommit; a statement is a transaction unless
:func:`transaction` opened one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from typing import Any

from sqlalchemy import Connection, Engine

from swp_adapters.store.engine import discard_if_lost, writing


def mark_of(engine: Engine) -> str:
    """How the engine's driver marks a parameter."""
    return "?" if engine.dialect.name == "sqlite" else "%s"


@contextmanager
def borrowed(engine: Engine) -> Iterator[Any]:
    """A driver's connection in autocommit, given back afterwards."""
    pooled = engine.raw_connection()
    driver: Any = pooled.driver_connection
    if engine.dialect.name != "sqlite" and not driver.autocommit:
        driver.autocommit = True  # somebody asked SQLAlchemy for another isolation, which resets it
    try:
        yield driver
    except BaseException:
        discard_if_lost(engine, pooled, driver)
        raise
    finally:
        pooled.close()


def select_rows(
    engine: Engine, sql: str, parameters: Sequence[Any], held: Connection | None = None
) -> list[tuple[Any, ...]]:
    """All rows of a query; on PostgreSQL prepared and in binary, in one round trip.

    ``held`` is a connection to ask on, where the caller has one.
    """
    if held is not None:
        return _rows(engine, held.connection.driver_connection, sql, parameters)
    with borrowed(engine) as driver:
        return _rows(engine, driver, sql, parameters)


def _rows(engine: Engine, driver: Any, sql: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    if engine.dialect.name == "sqlite":
        rows: list[tuple[Any, ...]] = driver.execute(sql, parameters).fetchall()
    else:
        rows = driver.cursor(binary=True).execute(sql, parameters, prepare=True).fetchall()
    return rows


@contextmanager
def transaction(engine: Engine, *, shared: bool = False) -> Iterator[tuple[Any, Connection | None]]:
    """A writing transaction: the driver's cursor and, if ``shared``, the SQLAlchemy connection it runs on.

    On SQLite the write lock is taken at the beginning, so that nothing read inside can go stale.
    """
    if shared:
        with writing(engine) as connection:
            cursor = _cursor(connection.connection.driver_connection, engine)
            # Closed here and not by the collector: closing waits for whoever uses the connection next.
            with closing(cursor):
                yield cursor, connection
        return
    with borrowed(engine) as driver, closing(_cursor(driver, engine)) as cursor:
        cursor.execute("BEGIN IMMEDIATE" if engine.dialect.name == "sqlite" else "BEGIN")
        try:
            yield cursor, None
            cursor.execute("COMMIT")
        except BaseException:
            with suppress(Exception):  # a lost connection has nothing to roll back, and the first error matters
                driver.rollback()
            raise


def _cursor(driver: Any, engine: Engine) -> Any:
    return driver.cursor() if engine.dialect.name == "sqlite" else driver.cursor(binary=True)


def stream_query(
    base: str,
    mark: str,
    clauses: list[str],
    parameters: list[Any],
    gt: int | None,
    lte: int | None,
    desc: bool,
    limit: int | None,
) -> tuple[str, list[Any]]:
    """A query for versions of a stream, with its parameters; ``clauses`` and ``parameters`` begin it."""
    if gt is not None:
        clauses.append(f"version > {mark}")
        parameters.append(gt)
    if lte is not None:
        clauses.append(f"version <= {mark}")
        parameters.append(lte)
    sql = f"{base} WHERE {' AND '.join(clauses)} ORDER BY version {'DESC' if desc else 'ASC'}"
    if limit is not None:
        return f"{sql} LIMIT {mark}", [*parameters, limit]
    return sql, parameters
