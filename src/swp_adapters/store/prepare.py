"""Makes the tables where they are missing, and refuses a database of a later release."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection, Engine, MetaData, func, insert, inspect, select

import swp_adapters.store.guards  # noqa: F401  the triggers are made with the tables
from swp_adapters.store.engine import writing
from swp_adapters.store.errors import DatabaseTooNew, translated
from swp_adapters.store.schema import FORMAT, format_, metadata

_MAKING: Final = 8262
"""The advisory lock under which PostgreSQL's tables are made."""


def prepare(engine: Engine, tables: MetaData = metadata) -> None:
    """Make what is missing of the tables; what is there is left as it is.

    Several processes may do this at once: the first makes the tables, the others wait and find them.

    Raises:
        DatabaseTooNew: the database was made by a later release; nothing has been touched.
    """
    with translated, engine.connect() as looking:
        # Looked at first, so that a record that cannot be written can still be read and verified.
        if _format_of(looking) == FORMAT and set(tables.tables) <= set(inspect(looking).get_table_names()):
            return
    with translated, writing(engine) as connection:
        if engine.dialect.name == "postgresql":
            connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_MAKING})")
        found = _format_of(connection)
        if found > FORMAT:
            raise DatabaseTooNew(found, FORMAT)
        tables.create_all(connection)
        if found < FORMAT:
            connection.execute(insert(format_).values(version=FORMAT))


def _format_of(connection: Connection) -> int:
    if not inspect(connection).has_table(format_.name):
        return 0
    return connection.scalar(select(func.max(format_.c.version))) or 0
