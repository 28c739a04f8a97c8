"""The tables of the record. The log's columns are copies of what the stored bytes say.

``log.state`` holds the whole envelope; the other columns are there to be searched, and verifying
compares them with it. Other modules add their tables to the same :data:`metadata`.
"""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Final, cast

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    Date,
    DateTime,
    Dialect,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeDecorator, TypeEngine

FORMAT: Final = 1
"""The version of these tables. A database of a later one is not opened."""

metadata: Final = MetaData()


class Moment(TypeDecorator[datetime]):
    """A moment in UTC: ``timestamptz`` on PostgreSQL, on SQLite ISO text that sorts as time does."""

    impl = DateTime
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[datetime]:
        """The column's own type on this database."""
        if dialect.name == "sqlite":
            return cast("TypeEngine[datetime]", dialect.type_descriptor(String(32)))
        return dialect.type_descriptor(DateTime(timezone=True))

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | str | None:
        """What is written for a moment."""
        if value is None or dialect.name != "sqlite":
            return value
        return moment_text(value)

    def process_result_value(self, value: object, dialect: Dialect) -> datetime | None:
        """The moment that was written, in UTC."""
        if isinstance(value, datetime):
            return value.astimezone(UTC)
        return None if value is None else datetime.fromisoformat(str(value))


class Amount(TypeDecorator[Decimal]):
    """An exact amount, as text: SQLite has no decimals of its own, and a float is no amount of money."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: Dialect) -> str | None:
        """What is written for an amount."""
        return None if value is None else str(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> Decimal | None:
        """The amount that was written, to the penny."""
        return None if value is None else Decimal(value)


def moment_text(moment: datetime) -> str:
    """A moment as SQLite keeps it: UTC, microseconds always written, so that text order is time order.

    Raises:
        ValueError: the moment has no time zone, so nobody can say when it was.
    """
    if moment.tzinfo is None:
        raise ValueError(f"{moment} has no time zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


_KEY: Final = Text().with_variant(Text(collation="C"), "postgresql")
"""Text that is compared byte by byte: its order, and the index, outlive a change of the server's locale."""

_POSITION: Final = BigInteger().with_variant(Integer, "sqlite")  # INTEGER is what SQLite makes its rowid
_ENVELOPE: Final = ("event_version", "occurred_on", "recorded_at", "command_id", "law", "leaf")

log = Table(
    "log",
    metadata,
    Column("position", _POSITION, primary_key=True, autoincrement=False),
    Column("stream", _KEY, nullable=False),
    Column("version", Integer, nullable=False),
    Column("topic", _KEY, nullable=False),
    Column("state", LargeBinary, nullable=False),
    Column("leaf", LargeBinary),
    Column("entry_id", _KEY),
    Column("event_version", Integer),
    Column("occurred_on", Date),
    Column("recorded_at", Moment),
    Column("command_id", _KEY),
    Column("corrects", _KEY),
    Column("law", Text),
    UniqueConstraint("stream", "version", name="log_stream_version"),
    UniqueConstraint("entry_id", name="log_entry_id"),
    # Events of other applications have none of these; an entry of ours has all of them.
    CheckConstraint(
        " AND ".join(f"(entry_id IS NULL) = ({name} IS NULL)" for name in _ENVELOPE), name="log_all_or_none"
    ),
    CheckConstraint("corrects IS NULL OR entry_id IS NOT NULL", name="log_corrects"),
    CheckConstraint("length(leaf) = 32", name="log_leaf"),
)
"""Everything that was recorded, in order. Positions run from 1 without a gap."""

receipt = Table(
    "receipt",
    metadata,
    Column("command_id", _KEY, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("first_position", BigInteger),
    Column("last_position", BigInteger),
)
"""What was answered to each command, so that a repeated one is answered the same."""

head = Table(
    "head",
    metadata,
    Column("size", _POSITION, primary_key=True, autoincrement=False),
    Column("root", LargeBinary, nullable=False),
    Column("frontier", LargeBinary, nullable=False),
    Column("at", Moment, nullable=False),
)
"""Merkle roots over the first ``size`` leaves; ``frontier`` is what the next one is computed from."""

snapshot = Table(
    "snapshot",
    metadata,
    Column("stream", _KEY, primary_key=True),
    Column("version", Integer, primary_key=True, autoincrement=False),
    Column("topic", _KEY, nullable=False),
    Column("state", LargeBinary, nullable=False),
)
"""Derived, and may be deleted at any time."""

tracking = Table(
    "tracking",
    metadata,
    Column("application_name", _KEY, primary_key=True),
    Column("notification_id", BigInteger, nullable=False),
)
"""How far each reader of the log has come."""

format_ = Table("format", metadata, Column("version", Integer, primary_key=True, autoincrement=False))
"""The versions of these tables that this database has had; the highest is the one it has."""

APPEND_ONLY: Final = (log, receipt, head)
