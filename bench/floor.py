"""The bare driver with the bytes that ours stores: what no store can beat. It decodes nothing."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from hashlib import sha256
from typing import Any

from bench.lives import PER_CASE, stream_of
from bench.place import Place, Side, Watch, drain, in_turns
from swp_adapters.security.keys import MemoryKeys
from swp_adapters.security.seal import Sealer
from swp_adapters.store.mapper import StreamSealer
from swp_domain.stored import to_bytes

Line = tuple[str, int, str, bytes]

_TABLES = (
    "CREATE TABLE IF NOT EXISTS floor "
    "(id {key}, stream TEXT, version INTEGER, topic TEXT, state {bytes}, UNIQUE (stream, version))",
    "CREATE TABLE IF NOT EXISTS row (stream TEXT, version INTEGER, PRIMARY KEY (stream, version))",
)
_INSERT = "INSERT INTO floor (stream, version, topic, state) VALUES (?, ?, ?, ?)"
_ROW = "INSERT INTO row (stream, version) VALUES (?, ?)"
_STREAM = "SELECT state FROM floor WHERE stream = ? ORDER BY version"
_ALL = "SELECT state FROM floor ORDER BY id"
_NEW = "SELECT stream, version, state FROM floor WHERE id > ? ORDER BY id"


class Floor(Side):
    """One method a line; each does one round and says how much it did."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        self.driver = SQLite(place.address) if place.embedded else Postgres(place.address)
        self._sealer = Sealer(MemoryKeys())

    def fill(self) -> None:
        """Fifty cases to a transaction."""
        for start in range(0, self.place.cases, 50):
            numbers = range(start, min(start + 50, self.place.cases))
            self.driver.put(_INSERT, in_turns([self._lines(number) for number in numbers]))

    def append_1(self, watch: Watch) -> int:
        """An insertion and a commit each."""
        lines = [one for number in self.new(3) for one in self._lines(number)]
        with watch:
            drain(self.driver.put(_INSERT, [one]) for one in lines)
        return len(lines)

    def append_20(self, watch: Watch) -> int:
        """Twenty insertions and a commit."""
        cases = [self._lines(number) for number in self.new(20)]
        with watch:
            drain(self.driver.put(_INSERT, case) for case in cases)
        return len(cases) * PER_CASE

    def command(self, watch: Watch) -> int:
        """The bytes of the case read, and one insertion committed."""
        cases = [self._lines(number) for number in self.new(2)]
        with watch:
            for one in (one for case in cases for one in case):
                self.driver.get(_STREAM, one[0])
                self.driver.put(_INSERT, [one])
        return len(cases) * PER_CASE

    def load(self, watch: Watch) -> int:
        """The bytes of a case read."""
        streams = list(map(stream_of, self.present(100)))
        with watch:
            drain(self.driver.get(_STREAM, stream) for stream in streams)
        return len(streams)

    def replay(self, watch: Watch) -> int:
        """The same, counted in entries."""
        return self.load(watch) * PER_CASE

    def as_at(self, watch: Watch) -> int:
        """The same: the bytes of a case read."""
        return self.load(watch)

    def views_1(self, watch: Watch) -> int:
        """What is new read, and one row committed."""
        return self._view([[one] for one in in_turns([self._lines(number) for number in self.new(2)])], watch)

    def views_live(self, watch: Watch) -> int:
        """What is new read, and a row for each committed at once."""
        return self._view([in_turns([self._lines(number) for number in self.new(20)])], watch)

    def views_rebuilt(self, watch: Watch) -> int:
        """Everything read, and a row for each committed at once."""
        self.driver.clear("row")
        with watch:
            found = self.driver.get(_NEW, 0)
            self.driver.put(_ROW, [(stream, version) for stream, version, _ in found])
        return len(found)

    def caseload_as_at(self, watch: Watch) -> int:
        """Everything read."""
        with watch:
            found = self.driver.get(_ALL)
        return len(found) // PER_CASE

    def verify(self, watch: Watch) -> int:
        """Everything read and hashed."""
        with watch:
            digests = [sha256(row[0]).digest() for row in self.driver.get(_ALL)]
        return len(digests)

    def close(self) -> None:
        """Let go of the database."""
        self.driver.close()

    def _view(self, batches: list[list[Line]], watch: Watch) -> int:
        for batch in batches:
            last = self.driver.get("SELECT max(id) FROM floor")[0][0]
            self.driver.put(_INSERT, batch)
            with watch:
                found = self.driver.get(_NEW, last)
                self.driver.put(_ROW, [(stream, version) for stream, version, _ in found])
        return sum(map(len, batches))

    def _lines(self, number: int) -> list[Line]:
        sealer = StreamSealer(self._sealer, stream_of(number))
        return [(one.stream, one.version, one.event_name, to_bytes(one, sealer)) for one in self.cases[number]]


class SQLite:
    """The standard library's driver, with write-ahead log and every commit on the disk."""

    def __init__(self, path: str) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None)
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = FULL")
        for table in _TABLES:
            self.connection.execute(table.format(key="INTEGER PRIMARY KEY", bytes="BLOB"))

    def put(self, sql: str, rows: Sequence[Any]) -> None:
        """Rows in one transaction."""
        self.connection.execute("BEGIN IMMEDIATE")
        self.connection.executemany(sql, rows)
        self.connection.execute("COMMIT")

    def get(self, sql: str, *parameters: Any) -> list[Any]:
        """All rows of a query."""
        return self.connection.execute(sql, parameters).fetchall()

    def clear(self, table: str) -> None:
        """Take every row away."""
        self.connection.execute(f"DELETE FROM {table}")

    def close(self) -> None:
        """Let go of the database."""
        self.connection.close()


class Postgres:
    """psycopg, prepared and in binary."""

    def __init__(self, url: str) -> None:
        import psycopg

        self.connection = psycopg.connect(url, autocommit=True)
        for table in _TABLES:
            self.connection.execute(table.format(key="BIGSERIAL PRIMARY KEY", bytes="BYTEA"))

    def put(self, sql: str, rows: Sequence[Any]) -> None:
        """Rows in one transaction."""
        with self.connection.transaction():
            self.connection.cursor().executemany(_marked(sql), rows)

    def get(self, sql: str, *parameters: Any) -> list[Any]:
        """All rows of a query."""
        return self.connection.cursor(binary=True).execute(_marked(sql), parameters, prepare=True).fetchall()

    def clear(self, table: str) -> None:
        """Take every row away."""
        self.connection.execute(f"DELETE FROM {table}")

    def close(self) -> None:
        """Let go of the database."""
        self.connection.close()


def _marked(sql: str) -> Any:
    return sql.replace("?", "%s")
