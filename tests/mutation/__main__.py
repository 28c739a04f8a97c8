"""``./run mutate``: whether the tests notice when the law or a rule is changed. CONTRIBUTING.md says how to read it."""

from __future__ import annotations

import argparse
import importlib
import multiprocessing
import random
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from multiprocessing.queues import Queue

import hypothesis
from hypothesis import Phase

from tests.mutation import trial
from tests.mutation.mutants import Mutant, mutants
from tests.mutation.report import FLOOR, Report, named_equivalent
from tests.mutation.trial import Verdict

_FORK = multiprocessing.get_context("fork")
_PRELOADED = ("coverage", "eventsourcing", "holidays", "pydantic", "pytest", "sqlalchemy", "structlog")


def main(arguments: Sequence[str] | None = None) -> int:
    """Try the mutants, print a line for each module and each survivor; 1 if the score is below the floor."""
    asked = _asked(arguments)
    everyone = mutants()
    if asked.only:
        everyone = [one for one in everyone if any(part in one.module for part in asked.only)]
    chosen = _sample(everyone, asked.sample, asked.seed)
    began = time.monotonic()
    for name in _PRELOADED:  # whatever every fork would import again
        importlib.import_module(name)
    # What a mutant breaks need not be made small, nor remembered for later runs.
    hypothesis.settings.register_profile("mutation", phases=(Phase.explicit, Phase.generate), database=None)
    hypothesis.settings.load_profile("mutation")
    verdicts = dict(_tried(chosen, asked.processes, plainly=asked.plainly))
    report = Report(chosen, verdicts, named_equivalent(everyone))
    print(report.text())
    print(f"{len(chosen)} of {len(everyone)} mutants in {time.monotonic() - began:.0f} s")
    return 0 if report.score >= FLOOR else 1


def _asked(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="./run mutate", description=__doc__)
    parser.add_argument("--sample", type=int, metavar="N", help="try N of them, some of every module")
    parser.add_argument("--seed", type=int, default=1, help="which sample (default 1)")
    parser.add_argument(
        "--only", nargs="+", metavar="PART", help="only modules with this in their path: referral/, s27"
    )
    parser.add_argument("--processes", type=int, default=2, metavar="N", help="at the same time (default 2)")
    parser.add_argument("--plainly", action="store_true", help="each from nothing, as a check on the short cut")
    return parser.parse_args(arguments)


def _sample(everyone: list[Mutant], size: int | None, seed: int) -> list[Mutant]:
    """As many as asked, drawn evenly; of each module at least one."""
    if size is None or size >= len(everyone):
        return everyone
    shuffled = random.Random(seed).sample(everyone, len(everyone))
    first = set({one.module: one for one in reversed(shuffled)}.values())
    others = [one for one in shuffled if one not in first]
    drawn = {*first, *others[: max(0, size - len(first))]}
    return [one for one in everyone if one in drawn]


def _tried(chosen: list[Mutant], processes: int, *, plainly: bool) -> Iterator[tuple[Mutant, Verdict]]:
    slow = chosen
    if not plainly:
        covered = _alone(trial.cover)
        quick = [one for one in chosen if not one.at_import]
        slow = [one for one in chosen if one.at_import]
        for mutant, verdict in _shared(quick, processes, lambda todo, tell: trial.quickly(todo, covered, tell)):
            if verdict is Verdict.SURVIVED:
                slow.append(mutant)
            else:
                yield mutant, verdict
    yield from _shared(slow, processes, _from_nothing)


def _from_nothing(todo: Iterator[Mutant], tell: Callable[[Mutant, Verdict], None]) -> None:
    for mutant in todo:
        tell(mutant, trial.from_nothing(mutant, trial.likely(mutant.module)))


def _alone(work: Callable[[], trial.Covered]) -> trial.Covered:
    """What a process of its own makes, so that this one imports nothing that a mutant changes."""
    told: Queue[trial.Covered | None] = _FORK.Queue()

    def run() -> None:
        made = None
        try:
            made = work()
        finally:
            told.put(made)

    process = _FORK.Process(target=run)
    process.start()
    made = told.get()
    process.join()
    if made is None:
        raise SystemExit(
            "mutate: the tests fail as it is, so there is nothing to measure: ./run test tests/stages tests/law"
        )
    return made


def _shared(
    todo: list[Mutant],
    processes: int,
    work: Callable[[Iterator[Mutant], Callable[[Mutant, Verdict], None]], None],
) -> Iterator[tuple[Mutant, Verdict]]:
    """The same work in several processes: each takes the next mutant when it has done with the one before."""
    place, told = _FORK.Value("i", 0), _FORK.Queue()

    def mine() -> Iterator[Mutant]:
        while True:
            with place.get_lock():
                number = place.value
                place.value += 1
            if number >= len(todo):
                return
            yield todo[number]

    workers = [
        _FORK.Process(target=work, args=(mine(), lambda mutant, verdict: told.put((mutant, verdict))))
        for _ in range(processes)
    ]
    for worker in workers:
        worker.start()
    for number in range(len(todo)):
        mutant, verdict = told.get()
        print(f"{number + 1:5} of {len(todo)}  {verdict.value:9} {mutant}", file=sys.stderr)
        yield mutant, verdict
    for worker in workers:
        worker.join()


if __name__ == "__main__":
    sys.exit(main())
