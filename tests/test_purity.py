"""The domain and the folds know no clock, no chance and nothing outside; what evolves never refuses."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import swp_domain
import swp_projections

ROOTS = [Path(package.__path__[0]) for package in (swp_domain, swp_projections)]
FILES = sorted(path for root in ROOTS for path in root.rglob("*.py"))
EVENTS = [path for path in FILES if path.name == "events.py"]
ROOMS = [path.parent for path in EVENTS]


def _own_imports(path: Path) -> Iterator[Path]:
    """The files of its own room that a file imports."""
    room = path.parent
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(f"swp_domain.{room.name}."):
            yield room / f"{(node.module or '').rpartition('.')[2]}.py"


_TYPES = ("events.py", "vocabulary.py", "package.py")
"""What is only types: what can have happened, its words, and what the events of planning are made of."""


def _folding() -> list[Path]:
    """What evolves: each stage's state, and whatever of its room that is made of."""
    found = [room / "state.py" for room in ROOMS]
    for path in found:
        new = [one for one in _own_imports(path) if one not in found and one.name not in _TYPES]
        found += dict.fromkeys(new)
    return found


STATES = _folding()

FORBIDDEN_MODULES = frozenset(
    [
        "asyncio",
        "cryptography",
        "eventsourcing",
        "http",
        "io",
        "logging",
        "multiprocessing",
        "os",
        "pathlib",
        "psycopg",
        "random",
        "requests",
        "rich",
        "secrets",
        "shelve",
        "shutil",
        "signal",
        "socket",
        "sqlalchemy",
        "sqlite3",
        "ssl",
        "structlog",
        "subprocess",
        "sys",
        "tempfile",
        "threading",
        "time",
        "typer",
        "urllib",
        "uuid",
        "yaml",
        "swp_adapters",
    ]
)
FORBIDDEN_CALLS = frozenset({"open", "input", "print", "exec", "compile", "__import__", "breakpoint"})
CLOCKS = frozenset({"now", "today", "utcnow", "fromtimestamp", "time_ns", "monotonic", "uuid1", "uuid4"})


def impurities(tree: ast.AST) -> Iterator[str]:
    """What in some code reaches for a clock, for chance, or for the world outside."""
    for node in ast.walk(tree):
        match node:
            case ast.Import(names=names):
                yield from (f"imports {one.name}" for one in names if one.name.split(".")[0] in FORBIDDEN_MODULES)
            case ast.ImportFrom(module=str(module)) if module.split(".")[0] in FORBIDDEN_MODULES:
                yield f"imports {module}"
            case ast.Call(func=ast.Name(id=name)) if name in FORBIDDEN_CALLS:
                yield f"calls {name}"
            case ast.Attribute(attr=name) if name in CLOCKS:
                yield f"reads the clock: {name}"
            case ast.Global() | ast.Nonlocal():
                yield "keeps something between calls"


def _name(path: Path) -> str:
    return str(path.relative_to(path.parents[len(path.parts) - 2 - path.parts.index("src")]))


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_no_clock_no_chance_and_nothing_outside(path: Path) -> None:
    assert list(impurities(ast.parse(path.read_text()))) == []


def _functions(path: Path) -> Iterator[ast.FunctionDef]:
    yield from (node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef))


@pytest.mark.parametrize("path", STATES, ids=_name)
def test_what_evolves_never_refuses(path: Path) -> None:
    assert path.name != "state.py" or "evolve" in [one.name for one in _functions(path)]
    for function in _functions(path):
        refusing = [node for node in ast.walk(function) if isinstance(node, ast.Raise | ast.Assert | ast.Try)]
        assert not refusing, f"{function.name} of {path.parent.name} refuses, or expects to"


@pytest.mark.parametrize("path", STATES, ids=_name)
def test_what_evolves_never_asks_the_law(path: Path) -> None:
    """It may speak in the law's words (types); it calls no test and counts no limit."""
    tree = ast.parse(path.read_text())
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    from_law = {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("swp_domain.law")
        for alias in node.names
    }
    # A period of days is a value, made of what the event states.
    assert called & from_law <= {"Period"}


def test_what_evolves_is_followed_into_the_files_that_it_is_made_of() -> None:
    names = {f"{path.parent.name}/{path.name}" for path in STATES}
    assert {"planning/plans.py", "planning/services.py", "planning/held.py", "planning/needed.py"} <= names
    assert len([path for path in STATES if path.name == "state.py"]) == len(ROOMS)


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ("import random", "imports random"),
        ("from datetime import datetime\ndatetime.now()", "reads the clock: now"),
        ("from datetime import date as d\nd.today()", "reads the clock: today"),
        ("from uuid import uuid4", "imports uuid"),
        ("import os.path", "imports os.path"),
        ("open('x')", "calls open"),
        ("from sqlalchemy.orm import Session", "imports sqlalchemy.orm"),
        ("def f():\n    global seen", "keeps something between calls"),
    ],
)
def test_this_check_finds(code: str, found: str) -> None:
    assert list(impurities(ast.parse(code))) == [found]


def test_no_number_of_the_law_stands_outside_the_law() -> None:
    """What binds events to the law counts nothing itself: a limit, a rate or a day stands in the room of the law."""
    root = ROOTS[0]
    # Every file of every room; the check digits of an NHS number are no law.
    bound = [path for room in ROOMS for path in room.glob("*.py") if path.name != "nhs_number.py"]
    # What stands beside the rooms, too; pence have two places, and the name of a file has a longest length.
    bound += [path for path in root.glob("*.py") if path.name not in ("money.py", "catalogue.py")]
    assert len(bound) > 100
    found = [
        f"{path.relative_to(root)}:{node.lineno} {node.value!r}"
        for path in bound
        for node in _constants(ast.parse(path.read_text()))
        if _says_when_or_how_much(node.value)
    ]
    assert found == []


_LENGTHS = frozenset({"min_length", "max_length"})
"""How long a text may be is the record's own."""


def _constants(tree: ast.AST) -> Iterator[ast.Constant]:
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.keyword) and node.arg in _LENGTHS:
            continue
        if isinstance(node, ast.Constant):
            yield node
        yield from _constants(node)


def _says_when_or_how_much(value: object) -> bool:
    if isinstance(value, str):
        return re.fullmatch(r"\d{4}(-\d{2}){0,2}", value) is not None
    return type(value) in (int, float) and value not in (0, 1)
