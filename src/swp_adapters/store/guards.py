"""What the database itself refuses, whoever asks: triggers on the tables that are only ever added to.

They stop mistakes and hand-run SQL. Whoever owns the database can drop them, which is what the
exported heads are for.
"""

from __future__ import annotations

from typing import Any, Final

from sqlalchemy import Connection, Table, event

from swp_adapters.store.schema import APPEND_ONLY, head, log, receipt

CHANNEL: Final = "swp_log"
"""Where PostgreSQL says that the log has grown."""

ORDERING_LOCK: Final = 8263
"""First half of the advisory lock that orders appends; the second half is the log table's own number."""

_EXISTS: Final = {
    log: (
        (
            "the position is not the next one",
            "NEW.position IS NOT (SELECT coalesce(max(position), 0) + 1 FROM log)",
        ),
        (
            "the stream has this version already",
            "EXISTS (SELECT 1 FROM log WHERE stream = NEW.stream AND version = NEW.version)",
        ),
        ("the entry id is taken", "EXISTS (SELECT 1 FROM log WHERE entry_id = NEW.entry_id)"),
    ),
    receipt: (("the command id is taken", "EXISTS (SELECT 1 FROM receipt WHERE command_id = NEW.command_id)"),),
    head: (("there is a head of this size", "EXISTS (SELECT 1 FROM head WHERE size = NEW.size)"),),
}


def _sqlite(table: Table) -> list[str]:
    name = table.name
    # INSERT OR REPLACE deletes without firing the delete trigger, so it is met before it begins.
    tests = "\n".join(f"SELECT RAISE(ABORT, '{name}: {why}') WHERE {test};" for why, test in _EXISTS[table])
    return [
        f"CREATE TRIGGER {name}_refuses_{verb.lower()} BEFORE {verb} ON {name} "
        f"BEGIN SELECT RAISE(ABORT, '{name} is append-only: {verb} is refused'); END"
        for verb in ("UPDATE", "DELETE")
    ] + [f"CREATE TRIGGER {name}_refuses_replace BEFORE INSERT ON {name} BEGIN {tests} END"]


# Per cent signs are doubled because the driver reads the text for parameters.
_REFUSE: Final = """
CREATE OR REPLACE FUNCTION append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '%% is append-only: %% is refused', TG_TABLE_NAME, TG_OP
        USING ERRCODE = 'restrict_violation';
END $$"""

_TAIL: Final = f"""
CREATE OR REPLACE FUNCTION log_tail() RETURNS bigint LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    -- Held to commit: positions become visible in order, and a reader that follows them misses none.
    PERFORM pg_advisory_xact_lock({ORDERING_LOCK}, 'log'::regclass::oid::int);
    PERFORM pg_notify('{CHANNEL}', '');
    RETURN (SELECT coalesce(max(position), 0) FROM log);
END $$"""


def _postgresql(table: Table) -> list[str]:
    name = table.name
    return [
        _REFUSE,
        # For each statement, so that it costs an append nothing, and TRUNCATE is met too.
        f"CREATE TRIGGER {name}_is_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON {name} "
        "FOR EACH STATEMENT EXECUTE FUNCTION append_only()",
        f"ALTER TABLE {name} ENABLE ALWAYS TRIGGER {name}_is_append_only",
    ] + ([_TAIL] if table is log else [])


def _guard(table: Table, connection: Connection, **_: Any) -> None:
    for statement in (_sqlite if connection.dialect.name == "sqlite" else _postgresql)(table):
        connection.exec_driver_sql(statement)


for _table in APPEND_ONLY:
    event.listen(_table, "after_create", _guard)
