"""``./run bench``: a table of ratios, and the same as JSON. The ratios are the claim, never the figures a second.

``native`` is the library's own way with our events and nothing around them; ``alike`` the same where its
events carry all that our entries carry. Neither seals personal text, judges, or can prove anything.
"""

from __future__ import annotations

import argparse
import json
import platform
import sqlite3
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path
from typing import Any

from bench import council, databases, rounds
from bench.lines import LINES, Line
from bench.place import Place

_APART = 100_000
"""Between the new cases of one line and those of the next."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure every line on every database, and print what it comes to."""
    asked = _asked(arguments)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if asked.council:
            return _keep(council.run(folder, asked.council, asked.processes), asked.json)
        kinds = {"sqlite": databases.sqlite(folder)}
        told = {"with": _with(), "cases": asked.cases, "rounds": asked.rounds}
        if "postgresql" in asked.on and (found := stack.enter_context(databases.postgresql(folder))) is not None:
            kinds["postgresql"], told["with"]["PostgreSQL"] = found
        kinds = {kind: new for kind, new in kinds.items() if kind in asked.on}
        rounds.start()
        told["bytes"] = round(rounds.write_lives(asked.lives, f"{folder}/lives"))
        _print_head(told)
        told["lines"] = []
        for kind, new in kinds.items():
            places = {
                side: Place(kind, new(side), f"{folder}/lives", asked.cases, size=asked.size) for side in rounds.SIDES
            }
            for row in _measured(kind, places, asked):
                told["lines"].append(row)
                _print(row)
    _print_foot(told)
    return _keep(told, asked.json)


def _keep(told: dict[str, Any], file: str | None) -> int:
    if file:
        Path(file).write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    return 0


def _measured(kind: str, places: dict[str, Place], asked: argparse.Namespace) -> Iterator[dict[str, Any]]:
    for side, place in places.items():
        rounds.fill(side, place)
    for number, line in enumerate(LINES):
        if not asked.only or line.name in asked.only:
            fresh = asked.cases + number * _APART
            begun = {side: place.further(fresh) for side, place in places.items()}
            yield _row(kind, line, rounds.measure(line.name, begun, asked.rounds))


def _row(kind: str, line: Line, found: dict[str, rounds.Side]) -> dict[str, Any]:
    ours = found["ours"]
    return {
        "line": line.name,
        "says": line.says,
        "counts": line.counts,
        "database": kind,
        "target": line.target,
        "rates": {side: round(one.rate, 1) for side, one in found.items()},
        "ratios": {side: round(ours.over(one), 3) for side, one in found.items() if side != "ours"},
        "peak": {side: round(one.peak, 1) for side, one in found.items()},
    }


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    ask = argparse.ArgumentParser(prog="bench", description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    names = [line.name for line in LINES]
    ask.add_argument("--json", metavar="FILE", help="write the figures here as well")
    ask.add_argument("--quick", action="store_true", help="a small log and few rounds: rough figures in seconds")
    ask.add_argument("--only", metavar="LINE", action="append", choices=names, help=f"one of {', '.join(names)}")
    ask.add_argument("--on", metavar="DATABASE", action="append", choices=("sqlite", "postgresql"))
    ask.add_argument("--cases", type=int, help="how many cases of twenty entries are in the log")
    ask.add_argument("--rounds", type=int, help="how many times each side is measured")
    ask.add_argument(
        "--council", type=int, metavar="N", help="instead: a log that grows to N synthetic lives, and what it costs"
    )
    ask.add_argument("--processes", type=int, default=2, help="how many judge the lives of --council")
    asked = ask.parse_args(arguments)
    asked.on = asked.on or ["sqlite", "postgresql"]
    asked.cases = asked.cases or (60 if asked.quick else 500)
    asked.rounds = asked.rounds or (2 if asked.quick else 7)
    asked.size, asked.lives = (0.25, 3) if asked.quick else (1.0, 12)
    return asked


def _with() -> dict[str, str]:
    found = {"Python": platform.python_version(), "SQLite": sqlite3.sqlite_version}
    packages = ("eventsourcing", "sqlalchemy", "pydantic", "orjson", "psycopg", "cryptography")
    return found | {one: version(one) for one in packages}


def _print_head(told: dict[str, Any]) -> None:
    print(", ".join(f"{name} {one}" for name, one in told["with"].items()), f"on {platform.system()}")
    print(f"{told['cases']} cases of 20 entries of {told['bytes']} bytes, the middle of {told['rounds']} rounds")
    print(
        f"\n{'':10} {'':24} {'':8} {'ours /s':>9} {'native /s':>9} {'ratio':>6} {'alike /s':>9} {'ratio':>6} "
        f"{'floor /s':>9} {'ratio':>6} {'MB':>5} {'native':>6}",
        flush=True,
    )


def _print(row: dict[str, Any]) -> None:
    cells = [f"{row['database']:10} {row['says']:24} {row['counts']:8} {row['rates']['ours']:>9,.0f}"]
    for side in rounds.SIDES[1:]:
        if side in row["rates"]:
            below = "*" if side == "native" and row["ratios"][side] < row["target"] else ""
            cells.append(f"{row['rates'][side]:>9,.0f} {format(row['ratios'][side], '.2f') + below:>6}")
        else:
            cells.append(f"{'-':>9} {'-':>6}")
    cells.append(f"{row['peak']['ours']:>5.0f} {format(row['peak'].get('native', 0), '.0f'):>6}")
    print(*cells, flush=True)


def _print_foot(told: dict[str, Any]) -> None:
    below = [
        f"{one['line']} on {one['database']} ({one['ratios']['native']:.2f} of {one['target']})"
        for one in told["lines"]
        if one["ratios"].get("native", one["target"]) < one["target"]
    ]
    print("\nratio: ours to the side before it, each round beside its own; MB: the most that ours, and native, held")
    print(f"* below target: {', '.join(below)}" if below else "Every line reaches its target.")


if __name__ == "__main__":
    sys.exit(main())
