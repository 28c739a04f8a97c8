"""Many lives into a record, each judged by the engine, without a transaction for every entry.

:func:`judged` makes the entries of one life in memory; :func:`fill` writes them through the recorder, many to a
transaction, and makes the views afterwards. What stands in the log is what ``Casework.submit`` would have put
there at those moments. What is saved is the waiting for the disk, not the judging.
"""

from __future__ import annotations

import multiprocessing
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import count, islice
from typing import Any, Final, Protocol, cast

from swp_adapters.casework import Casework
from swp_adapters.security.keys import FileKeys
from swp_adapters.store.heads import extend_heads
from swp_adapters.store.receipts import body_of
from swp_adapters.store.recorder import LogRecorder
from swp_adapters.store.stored import Receipt
from swp_adapters.testing.sent import Sent
from swp_adapters.testing.staff import Staff
from swp_domain.admission import Standings, Streams, admit, standing_on
from swp_domain.entry import AnyEntry
from swp_domain.practice.standing import Standing
from swp_domain.stored import from_bytes, to_bytes

_AT_ONCE: Final = 2_000
"""Entries to a transaction, about."""

_AHEAD: Final = 12
"""Lives that each process may have judged before they are written."""


@dataclass(frozen=True, slots=True)
class Filled:
    """How much was recorded, and how long each part of it took (seconds)."""

    lives: int
    entries: int
    judging: float
    writing: float
    views: float


class Lives(Protocol):
    """What is lived: the practice, and lives by their number, each in files that begin with its name."""

    @property
    def key(self) -> str:
        """The beginning of the name of every file."""

    @property
    def staff(self) -> Staff:
        """Everybody who works there, and the practice's file."""

    def name(self, number: int) -> str:
        """The name of a life."""

    def case(self, number: int) -> str:
        """The file of a life's case."""

    def established(self) -> Iterator[Sent]:
        """The practice, to be recorded before any life."""

    def life(self, number: int) -> list[Sent]:
        """A life, in order of recording."""


class Recorder:
    """Judges the lives of a council, each on its own: nothing of one is held while another is judged."""

    def __init__(self, council: Lives) -> None:
        self.council = council
        self.practices: dict[str, list[AnyEntry]] = {}
        for number, sent in enumerate(council.established(), start=1):
            for entry in judged([sent], self.practices, f"{council.key}-practice-{number}"):
                self.practices.setdefault(entry.stream, []).append(entry)

        # Practice and council are judged once, and are as they were on a day for every life of that day.
        @cache
        def standings(day: date) -> Standing:
            return standing_on(day, self.practices)

        self._standings = standings

    def entries(self, number: int) -> list[AnyEntry]:
        """The entries of life ``number``, in the order of recording.

        Raises:
            Refusal: the engine does not let one of them in.
        """
        return list(judged(self.council.life(number), {}, self.council.name(number), self._standings))


def judged(life: Iterable[Sent], streams: Streams, key: str, standings: Standings | None = None) -> Iterator[AnyEntry]:
    """The entries of submissions in their order, as the engine makes them.

    Args:
        life: in order of recording.
        streams: what is on record before: the practice, where ``standings`` does not stand for it.
        key: the beginning of every entry id, so that the same life has the same ids.
        standings: the standing on a day.

    Raises:
        Refusal: the engine does not let one of them in.
    """
    numbers = count(1)
    known: dict[str, Sequence[AnyEntry]] = dict(streams)

    def new_id() -> str:
        return f"{key}-{next(numbers):05}"

    for sent in life:
        made = admit(sent.submission, known, recorded_at=sent.recorded_at, new_id=new_id, standings=standings)
        for entry in made:
            known[entry.stream] = [*known.get(entry.stream, ()), entry]
        yield from made


def fill(
    casework: Casework,
    council: Lives,
    lives: int,
    *,
    start: int = 0,
    processes: int = 1,
    progress: Callable[[int, int], None] = lambda lives, entries: None,
) -> Filled:
    """Record so many lives of a council, and bring the views up to date.

    A council's practice is recorded with the first of its lives. Lives that are on record already are left
    alone, so that the same asked twice does no harm.

    Args:
        casework: the record.
        council: whose lives.
        lives: how many.
        start: the number of the first.
        processes: how many judge; the writing is this one's. With 1, nothing is started.
        progress: told how many lives and entries have been recorded.
    """
    began = time.perf_counter()
    recorder = cast("LogRecorder", casework.recorder)
    recorded = set(recorder.streams(f"case/{council.key}-"))
    wanted = [
        number
        for number in range(start, start + lives)
        if council.case(number) not in recorded and not recorder.streams(f"contact/{council.name(number)}")
    ]
    practice = council.staff.file
    writing, entries, done = 0.0, 0, 0
    if not casework.entries(practice):
        entries += _put(casework, [one for each in Recorder(council).practices.values() for one in each])
    with closing(_made(council, wanted, processes)) as made:
        while batch := _some(made):
            here = time.perf_counter()
            entries += _put(casework, [one for life in batch for one in life])
            writing += time.perf_counter() - here
            done += len(batch)
            progress(done, entries)
    judging = time.perf_counter() - began - writing
    here = time.perf_counter()
    if done:
        extend_heads(casework.engine)
        casework.rebuild()
    return Filled(done, entries, judging, writing, time.perf_counter() - here)


def _some(made: Iterator[list[AnyEntry]]) -> list[list[AnyEntry]]:
    """Lives for one transaction."""
    batch: list[list[AnyEntry]] = []
    entries = 0
    while entries < _AT_ONCE and (found := list(islice(made, 1))):
        batch += found
        entries += len(found[0])
    return batch


def _put(casework: Casework, entries: Sequence[AnyEntry]) -> int:
    if isinstance(keys := casework.sealer.keys, FileKeys):
        keys.make_several({one.stream: None for one in entries})  # one wait for the disk, and not one for each file
    command = f"{entries[0].command_id}-{entries[-1].command_id}"
    receipt = Receipt(command, "", body_of(command, entries[:1]))
    casework.events.put(cast("Any", entries), receipt=receipt)
    return len(entries)


# Several processes


def _made(council: Lives, numbers: Sequence[int], processes: int) -> Generator[list[AnyEntry], None, None]:
    """The entries of each life, in order of its number."""
    if processes <= 1:
        yield from map(Recorder(council).entries, numbers)
        return
    methods = multiprocessing.get_context("forkserver")
    ahead = iter(numbers)
    with methods.Pool(processes, _begin, (council,)) as pool:
        # So many are judged before they are written, and no more: whoever writes may be the slower one.
        waiting = deque(pool.apply_async(_judge, (one,)) for one in islice(ahead, processes * _AHEAD))
        while waiting:
            life = waiting.popleft().get()
            waiting.extend(pool.apply_async(_judge, (one,)) for one in islice(ahead, 1))
            yield [from_bytes(state, name) for name, state in life]


_working: list[Recorder] = []


def _begin(council: Lives) -> None:
    _working[:] = [Recorder(council)]


def _judge(number: int) -> list[tuple[str, bytes]]:
    return [(one.event_name, to_bytes(one)) for one in _working[0].entries(number)]
