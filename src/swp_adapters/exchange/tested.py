"""Which tests break a rule and which keep it, and how many ways into and out of a duty are tried.

Read from the text of ``tests/stages`` without running it: the decorators ``@breaks(…)`` and ``@keeps(…)``, and the
tables whose name ends in ``WAYS``. An installed package has no tests beside it, and then there is nothing to tell.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path

from swp_domain.stage import Judge

REPOSITORY = Path(__file__).parents[3]
_HOW = frozenset({"breaks", "keeps"})


@dataclass(frozen=True)
class Tested:
    """The tests of each rule by their names (``test_review.test_…``), and of each duty how many ways are tried."""

    breaks: dict[Judge, list[str]] = field(default_factory=lambda: defaultdict(list))
    keeps: dict[Judge, list[str]] = field(default_factory=lambda: defaultdict(list))
    ways: dict[str, int] = field(default_factory=dict)


def stage_tests(repository: Path = REPOSITORY) -> Tested | None:
    """What the tests of the stages exercise; ``None`` where there are no tests to read."""
    folder = repository / "tests" / "stages"
    if not folder.is_dir():
        return None
    found = Tested()
    for path in sorted(folder.glob("test_*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named = dict(_imported(tree))
        for test in (one for one in tree.body if isinstance(one, ast.FunctionDef)):
            for how, rule in _exercised(test, named):
                getattr(found, how)[rule].append(f"{path.stem}.{test.name}")
        found.ways.update(_ways(tree))
    return found


def _imported(tree: ast.Module) -> Iterator[tuple[str, object]]:
    """What a test file imports from the domain, by the name that it has there."""
    for node in tree.body:
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("swp_domain"):
            module = import_module(str(node.module))
            for one in node.names:
                yield one.asname or one.name, _of(module, str(node.module), one.name)


def _of(module: object, where: str, name: str) -> object:
    return getattr(module, name) if hasattr(module, name) else import_module(f"{where}.{name}")


def _exercised(test: ast.FunctionDef, named: dict[str, object]) -> Iterator[tuple[str, Judge]]:
    for decorator in test.decorator_list:
        match decorator:
            case ast.Call(func=ast.Name(id=how), args=rules) if how in _HOW:
                for rule in rules:
                    meant = _meant(rule, named)
                    if not isinstance(meant, Judge):
                        raise LookupError(f"{test.name}: {ast.unparse(rule)} of @{how} is no rule of the domain")
                    yield how, meant


def _meant(node: ast.expr, named: dict[str, object]) -> object:
    match node:
        case ast.Name(id=name):
            return named.get(name)
        case ast.Attribute(value=whole, attr=name):
            return getattr(_meant(whole, named), name, None)
    return None


def _ways(tree: ast.Module) -> Iterator[tuple[str, int]]:
    """How many ways the tables of ``Way(…)`` have for each duty: a ``tuple(… for …)`` of them counts as one."""
    for node in tree.body:
        match node:
            case ast.AnnAssign(target=ast.Name(id=name), value=ast.Dict(keys=keys, values=values)) if name.endswith(
                "WAYS"
            ):
                for key, value in zip(keys, values, strict=True):
                    if isinstance(key, ast.Constant):
                        yield str(key.value), len(value.elts) if isinstance(value, ast.Tuple) else 1
