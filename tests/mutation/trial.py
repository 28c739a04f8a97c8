"""Tests against one mutant after another: quickly, in a session that has collected them, or from nothing.

Nothing is ever written to a source file. Quickly: the tests are collected once, and in a fork for each
mutant the functions that were imported are given the changed code. From nothing: in a fork made before
anything of ours was imported, the import system is handed the changed module, and the tests are run as
always. What is evaluated at import can only be tried so, and what survived quickly is tried so again.
"""

from __future__ import annotations

import gc
import os
import re
import signal
from collections.abc import Callable, Generator, Iterator
from enum import StrEnum
from functools import cache, partial
from importlib.machinery import SourceFileLoader
from pathlib import Path
from types import CodeType, FunctionType

import pytest
from coverage import Coverage

from tests.mutation.mutants import DOMAIN, ROOT, Mutant

TESTS = ("tests/stages", "tests/law")
_OPTIONS = ("-q", "-p", "no:cacheprovider", "--hypothesis-seed=0", f"--rootdir={ROOT}")
_LONGEST = 180
"""Seconds after which a mutant that goes on for ever is stopped, and counts as noticed."""

Covered = dict[str, dict[int, set[str]]]
"""By module and line, the tests that run it."""


class Verdict(StrEnum):
    """What the tests made of a mutant; ``NONSENSE`` cannot be imported, and is not counted."""

    KILLED = "killed"
    SURVIVED = "survived"
    NONSENSE = "nonsense"


def in_a_fork(work: Callable[[], Verdict]) -> Verdict:
    """The verdict of a process of its own, which is silent; one that crashes or goes on for ever has killed it."""
    child = os.fork()
    if child == 0:
        code = list(Verdict).index(Verdict.KILLED)
        try:
            silence()
            signal.alarm(_LONGEST)
            code = list(Verdict).index(work())
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    return list(Verdict)[os.WEXITSTATUS(status)] if os.WIFEXITED(status) else Verdict.KILLED


def silence() -> None:
    """What pytest prints in this process is printed nowhere."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)


def from_nothing(mutant: Mutant, first: list[str]) -> Verdict:
    """Imports and runs everything with the changed module; ``first`` are the tests likely to see it."""

    def work() -> Verdict:
        _hand_over(mutant)
        try:
            import swp_domain.catalogue

            assert swp_domain.catalogue.judges()
        except Exception:
            return Verdict.NONSENSE
        for tests in (first, TESTS):
            if tests and pytest.main(["-x", *_OPTIONS, *tests]) != pytest.ExitCode.OK:
                return Verdict.KILLED
        return Verdict.SURVIVED

    return in_a_fork(work)


@cache
def likely(module: str) -> list[str]:
    """The files of tests that name the module, and then those of a stage whose modules name it."""
    own = _dotted(DOMAIN / module)
    users = [path for path in DOMAIN.glob("*/*.py") if own in path.read_text(encoding="utf-8")]
    wanted = re.compile("|".join(rf"\b{re.escape(one)}\b" for one in sorted({own, *map(_dotted, users)})))
    called = {f"test_{path.parent.name}.py" for path in (DOMAIN / module, *users)}
    files = [path for folder in TESTS for path in sorted((ROOT / folder).glob("test_*.py"))]
    texts = {path: path.read_text(encoding="utf-8") for path in files}
    found = [path for path in files if path.name in called or wanted.search(texts[path])]
    nearest = sorted(found, key=lambda path: (own not in texts[path], path.parent.name != module.partition("/")[0]))
    return [str(path.relative_to(ROOT)) for path in nearest]


def _dotted(path: Path) -> str:
    return ".".join(("swp_domain", *path.relative_to(DOMAIN).with_suffix("").parts)).removesuffix(".__init__")


def _hand_over(mutant: Mutant) -> None:
    """Whoever imports the module is given the changed one, whatever bytecode is at hand."""
    path, changed = str(mutant.path), mutant.source()
    as_ever = SourceFileLoader.get_code

    def get_code(loader: SourceFileLoader, name: str) -> CodeType | None:
        if loader.path == path:
            return loader.source_to_code(changed.encode(), path)
        return as_ever(loader, name)

    SourceFileLoader.get_code = get_code  # type: ignore[method-assign, assignment]


class Quickly:
    """A session that collects the tests, and tries each mutant it is given on those that run the place."""

    def __init__(self, todo: Iterator[Mutant], covered: Covered, tell: Callable[[Mutant, Verdict], None]) -> None:
        self.todo, self.covered, self.tell = todo, covered, tell

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """In place of running the tests once."""
        functions: dict[str, list[FunctionType]] = {}
        for one in gc.get_objects():
            if isinstance(one, FunctionType):
                functions.setdefault(one.__code__.co_filename, []).append(one)
        gc.freeze()
        for mutant in self.todo:
            mine = functions.get(str(mutant.path), [])
            tests = list(self._that_run(mutant, session.items))
            self.tell(mutant, in_a_fork(partial(_try, mutant, mine, tests)))
        return True

    def _that_run(self, mutant: Mutant, items: list[pytest.Item]) -> Iterator[pytest.Item]:
        """Those that run the very line, then those that run anything of its function; the likely ones first."""
        lines = self.covered.get(str(mutant.path), {})
        there = lines.get(mutant.line, set())
        near = set().union(*(lines.get(line, set()) for line in range(mutant.lines[0] + 1, mutant.lines[1] + 1)))
        files = likely(mutant.module)
        place = {file: number for number, file in enumerate(files)}
        ran = [item for item in items if item.nodeid in there]
        yield from sorted(ran, key=lambda item: place.get(item.nodeid.partition("::")[0], len(files)))
        yield from (item for item in items if item.nodeid in near - there)


def _try(mutant: Mutant, functions: list[FunctionType], tests: list[pytest.Item]) -> Verdict:
    codes = dict(_codes(compile(mutant.source(), str(mutant.path), "exec", dont_inherit=True)))
    for function in functions:
        function.__code__ = codes[_key(function.__code__)]
    for test in tests:
        test.config.hook.pytest_runtest_protocol(item=test, nextitem=None)
        if test.session.testsfailed:
            return Verdict.KILLED
    return Verdict.SURVIVED


def _codes(code: CodeType) -> Iterator[tuple[tuple[str, int], CodeType]]:
    yield _key(code), code
    for inner in code.co_consts:
        if isinstance(inner, CodeType):
            yield from _codes(inner)


def _key(code: CodeType) -> tuple[str, int]:
    return code.co_qualname, code.co_firstlineno


def quickly(todo: Iterator[Mutant], covered: Covered, tell: Callable[[Mutant, Verdict], None]) -> None:
    """Try the mutants in one session, in this process."""
    silence()
    pytest.main([*_OPTIONS, *TESTS], plugins=[Quickly(todo, covered, tell)])


class _Covering:
    def __init__(self, coverage: Coverage) -> None:
        self.coverage = coverage

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, object, object]:
        """The name of the test goes with each line that is run."""
        self.coverage.switch_context(item.nodeid)
        return (yield)


def cover() -> Covered:
    """Which test runs which line.

    Raises:
        RuntimeError: a test fails without any mutant.
    """
    silence()
    coverage = Coverage(data_file=None, source_pkgs=["swp_domain"], config_file=False)
    coverage.start()
    failed = pytest.main([*_OPTIONS, *TESTS], plugins=[_Covering(coverage)])
    coverage.stop()
    if failed:
        raise RuntimeError("a test fails as it is")
    data = coverage.get_data()
    return {
        path: {line: set(tests) - {""} for line, tests in data.contexts_by_lineno(path).items()}
        for path in data.measured_files()
    }
