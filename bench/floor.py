"""The bare driver with our bytes: what no store can beat."""

from __future__ import annotations

import json
import sqlite3
from collections import deque
from hashlib import sha256
from typing import Any

from bench.clock import rate
from bench.workload import PER_CASE, cases
from swp_domain.stored import to_bytes

Line = tuple[str, int, str, bytes]


def measure(kind: str, where: str, number: int) -> dict[str, float]:
    """Insert, select and hash the same stored bytes, unsealed."""
    lines: list[list[Line]] = [
        [(one.stream, one.version, one.event_name, to_bytes(one)) for one in case] for case in cases(number)
    ]
    return _sqlite(where, lines) if kind == "sqlite" else _postgres(where, lines)


_TABLE = (
    "CREATE TABLE floor (id {key}, stream TEXT, version INTEGER, topic TEXT, state {bytes}, UNIQUE (stream, version))"
)


def _sqlite(path: str, lines: list[list[Line]]) -> dict[str, float]:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute(_TABLE.format(key="INTEGER PRIMARY KEY", bytes="BLOB"))
    insert = "INSERT INTO floor (stream, version, topic, state) VALUES (?, ?, ?, ?)"

    def put(batch: list[Line]) -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.executemany(insert, batch)
        connection.execute("COMMIT")

    def select(stream: str) -> list[Any]:
        sql = "SELECT state FROM floor WHERE stream = ? ORDER BY version"
        return [_envelope(row[0]) for row in connection.execute(sql, (stream,))]

    def scan() -> None:
        for row in connection.execute("SELECT state FROM floor ORDER BY id"):
            sha256(row[0]).digest()

    return _lines(lines, put, select, scan)


def _postgres(url: str, lines: list[list[Line]]) -> dict[str, float]:
    import psycopg

    connection = psycopg.connect(url, autocommit=True)
    connection.execute(_TABLE.format(key="BIGSERIAL PRIMARY KEY", bytes="BYTEA"))
    insert = "INSERT INTO floor (stream, version, topic, state) VALUES (%s, %s, %s, %s)"

    def put(batch: list[Line]) -> None:
        with connection.transaction():
            connection.cursor().executemany(insert, batch)

    def select(stream: str) -> list[Any]:
        sql = "SELECT state FROM floor WHERE stream = %s ORDER BY version"
        return [_envelope(row[0]) for row in connection.execute(sql, (stream,), prepare=True)]

    def scan() -> None:
        for row in connection.execute("SELECT state FROM floor ORDER BY id"):
            sha256(row[0]).digest()

    return _lines(lines, put, select, scan)


def _lines(lines: list[list[Line]], put: Any, select: Any, scan: Any) -> dict[str, float]:
    singles = max(len(lines) // 10, 1)
    number = len(lines)
    found = {
        "append 1": rate(singles * PER_CASE, lambda: _drain(put([one]) for case in lines[:singles] for one in case)),
        "append 20": rate((number - singles) * PER_CASE, lambda: _drain(put(case) for case in lines[singles:])),
        "load a case": rate(number, lambda: _drain(select(case[0][0]) for case in lines), times=3),
        "verify": rate(number * PER_CASE, scan),
    }
    found["replay"] = found["load a case"] * PER_CASE
    return found


def _envelope(stored: bytes) -> Any:
    """The first line, as ours reads it: what the law made of an entry waits until it is asked for."""
    return json.loads(bytes(stored).partition(b"\n")[0])


def _drain(values: Any) -> None:
    deque(values, maxlen=0)
