"""Where one side keeps its record, what it is filled with, and the watch that it is measured by."""

from __future__ import annotations

import gc
import resource
import sys
import time
from collections import deque
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Place:
    """One side's own database, and the cases.

    ``cases`` numbers 0 up to it are in the database before anything is measured; lines that append take
    numbers from ``fresh`` on. ``size`` scales how much a line does in a round.
    """

    kind: str
    address: str
    lives: str
    cases: int
    fresh: int = 0
    size: float = 1.0

    @property
    def embedded(self) -> bool:
        """Whether it is SQLite."""
        return self.kind == "sqlite"

    def further(self, fresh: int) -> Place:
        """The same, where new cases begin with another number."""
        return replace(self, fresh=fresh)


class Side:
    """What every side has: the cases, those in the record in turn, and new ones."""

    def __init__(self, place: Place) -> None:
        from bench.lives import Cases  # here, so that whoever only measures does not import the engine

        self.place, self.cases = place, Cases(Path(place.lives))
        self._next, self._turn = place.fresh, 0

    def some(self, number: int) -> int:
        """A number scaled to the size of the benchmark."""
        return max(1, round(number * self.place.size))

    def new(self, number: int) -> list[int]:
        """The numbers of cases that nobody has written yet."""
        taken = range(self._next, self._next + self.some(number))
        self._next = taken.stop
        return list(taken)

    def present(self, number: int) -> list[int]:
        """The numbers of cases in the record, others each time."""
        taken = [(self._turn + one) % self.place.cases for one in range(min(self.some(number), self.place.cases))]
        self._turn += len(taken)
        return taken


class Watch:
    """Counts the seconds of a ``with`` block, over all blocks of a round.

    What was there before is collected and frozen first, on every side alike: else the collector's walks
    through a program's own modules, and through the cases that wait to be written, are measured.
    """

    def __init__(self) -> None:
        self.seconds = 0.0

    def __enter__(self) -> None:
        gc.collect()
        gc.freeze()
        self._began = time.perf_counter()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self.seconds += time.perf_counter() - self._began


def drain(values: Iterable[object]) -> None:
    """Consume without keeping: a list of everything would measure the garbage collector."""
    deque(values, maxlen=0)


def in_turns(cases: Iterable[list[T]]) -> list[T]:
    """The entries of cases as they come in over weeks: the first of each, then the second of each."""
    return [one for step in zip(*cases, strict=True) for one in step]


def peak() -> float:
    """The most memory that this process has held, in MiB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)
