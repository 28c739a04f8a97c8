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
STATES = [path for path in FILES if path.name == "state.py"]

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
    assert "evolve" in [one.name for one in _functions(path)]
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
    bound = [*root.glob("*/rules.py"), *root.glob("*/state.py"), *root.glob("*/events.py"), root / "case_file.py"]
    assert len(bound) > 15
    found = [
        f"{path.relative_to(root)}:{node.lineno} {node.value!r}"
        for path in bound
        for node in ast.walk(ast.parse(path.read_text()))
        if isinstance(node, ast.Constant) and _says_when_or_how_much(node.value)
    ]
    assert found == []


def _says_when_or_how_much(value: object) -> bool:
    if isinstance(value, str):
        return re.fullmatch(r"\d{4}(-\d{2}){0,2}", value) is not None
    return type(value) in (int, float) and value not in (0, 1)
