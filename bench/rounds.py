"""Every side of a line in a process of its own, and the rounds of a line side by side.

A process for each, so that the most memory it held means something; all of them at once and in turns,
so that a busy machine slows all sides alike and the ratios hold.
"""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from statistics import median
from typing import Any, Final

from bench.place import Place, Watch, peak

SIDES: Final = ("ours", "native", "alike", "floor")
_PROCESSES: Final = multiprocessing.get_context("forkserver")


@dataclass
class Side:
    """What one side did on one line: how much a second in each round, and the most memory it held (MiB)."""

    rates: list[float] = field(default_factory=list)
    peak: float = 0.0

    @property
    def rate(self) -> float:
        """The middle round."""
        return median(self.rates)

    def over(self, other: Side) -> float:
        """How many times as fast as another, each round beside its own."""
        return median(mine / theirs for mine, theirs in zip(self.rates, other.rates, strict=True))


def start() -> None:
    """Import all sides once, in the process that the others are forked from."""
    _PROCESSES.set_forkserver_preload(["bench.ours", "bench.native", "bench.floor"])


def measure(line: str, places: dict[str, Place], rounds: int) -> dict[str, Side]:
    """Every side that has such a line, round by round; a first round, which warms up, is not counted."""
    with ExitStack() as stack:
        running = {side: stack.enter_context(_process(_serve, side, place, line)) for side, place in places.items()}
        running = {side: pipe for side, pipe in running.items() if pipe.recv()}
        found = {side: Side() for side in running}
        for turn in range(rounds + 1):
            for side in _in_turn(list(running), turn):
                running[side].send("go")
                done, seconds = running[side].recv()
                if turn:
                    found[side].rates.append(done / seconds)
        for side, pipe in running.items():
            pipe.send("stop")
            found[side].peak = pipe.recv()
    return found


def write_lives(seeds: int, path: str) -> float:
    """Have the engine judge so many lives; how many bytes an entry has when it is stored."""
    found: float = _apart(_write_lives, seeds, path)
    return found


def fill(side: str, place: Place) -> None:
    """Write a side's cases into its record."""
    _apart(_fill, side, place)


def _apart(work: Callable[..., Any], *arguments: Any) -> Any:
    with _process(_answer, work, arguments) as pipe:
        return pipe.recv()


def _in_turn(sides: Sequence[str], turn: int) -> Sequence[str]:
    """Another begins every time."""
    first = turn % len(sides)
    return [*sides[first:], *sides[:first]]


@contextmanager
def _process(work: Callable[..., None], *arguments: Any) -> Iterator[Connection]:
    ours, theirs = _PROCESSES.Pipe()
    process = _PROCESSES.Process(target=work, args=(theirs, *arguments))
    process.start()
    theirs.close()
    try:
        yield ours
    except EOFError:
        raise SystemExit("bench: a process of its own gave up; it says why above") from None
    finally:
        ours.close()
        process.join()


def _serve(pipe: Connection, name: str, place: Place, line: str) -> None:
    """One side of one line, round by round, as the parent asks."""
    side = _side(name, place)
    work = getattr(side, line, None)
    pipe.send(work is not None)
    try:
        while work is not None and pipe.recv() == "go":
            watch = Watch()
            done = work(watch)
            pipe.send((done, watch.seconds))
        pipe.send(peak())
    except (EOFError, BrokenPipeError):
        pass  # another side failed, and the parent gave up
    finally:
        side.close()


def _answer(pipe: Connection, work: Callable[..., Any], arguments: Sequence[Any]) -> None:
    pipe.send(work(*arguments))


def _write_lives(seeds: int, path: str) -> float:
    from bench import lives

    _quiet()
    return lives.write(seeds, path)


def _fill(name: str, place: Place) -> None:
    side = _side(name, place)
    side.fill()
    side.close()


def _side(name: str, place: Place) -> Any:
    from bench.floor import Floor
    from bench.native import Alike, Native
    from bench.ours import Ours

    _quiet()
    sides: dict[str, Any] = {"ours": Ours, "native": Native, "alike": Alike, "floor": Floor}
    return sides[name](place)


def _quiet() -> None:
    import structlog

    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.WARNING))
