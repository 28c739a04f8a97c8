"""``--council N``: N synthetic lives over ten years in one growing log, and what an entry costs as it grows.

Every entry is judged by the engine. At each size the whole log is verified and its views are made again; cases
are loaded at random. What is linear shows the same cost an entry at every size, and the same cost a case.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any, Final

from bench.place import drain, peak
from swp_adapters.casework import Casework
from swp_adapters.testing.council import Council
from swp_adapters.testing.recording import fill
from swp_domain.catalogue import file_kind
from swp_domain.history import history
from swp_projections import Caseload

TEN_YEARS: Final = Council(seed=1, first=date(2016, 1, 1), last=date(2025, 12, 31))
_SIZES: Final = (3, 10, 30, 100, 300, 1000, 3000)
_LOADED: Final = 50


@dataclass(frozen=True, slots=True)
class Size:
    """The log at one size. Costs of judging and writing are those of what was added since the size before."""

    lives: int
    entries: int
    added: int
    judged_us: float
    written_us: float
    views_us: float
    replay_us: float
    verify_us: float
    case_ms: float
    caseload_ms: float
    bytes: float
    peak_mib: float


def measure(database: Path, lives: int, processes: int) -> Iterator[Size]:
    """Grow a log to so many lives, and say at each size what things cost."""
    casework = Casework(f"sqlite:///{database}", remembered=0)
    try:
        there = entries = 0
        for size in [*(one for one in _SIZES if one < lives), lives]:
            done = fill(casework, TEN_YEARS, size - there, start=there, processes=processes)
            there, entries = size, entries + done.entries
            yield _measured(casework, database, there, entries, done.entries, done.judging, done.writing, done.views)
    finally:
        casework.close()


def _measured(
    casework: Casework,
    database: Path,
    lives: int,
    entries: int,
    added: int,
    judging: float,
    writing: float,
    views: float,
) -> Size:
    verifying = _seconds(lambda: _intact(casework))
    chance = random.Random(lives)
    asked = [TEN_YEARS.case(chance.randrange(lives)) for _ in range(_LOADED)]
    loading = _seconds(lambda: drain(casework.file(one) for one in asked))
    return Size(
        lives=lives,
        entries=entries,
        added=added,
        judged_us=1e6 * judging / added,
        written_us=1e6 * writing / added,
        views_us=1e6 * views / entries,
        replay_us=1e6 * _seconds(lambda: _replay(casework)) / entries,
        verify_us=1e6 * verifying / entries,
        case_ms=1e3 * loading / _LOADED,
        caseload_ms=1e3 * _seconds(lambda: casework.view(Caseload)),
        bytes=database.stat().st_size / entries,
        peak_mib=peak(),
    )


def _seconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began


def _replay(casework: Casework) -> None:
    """Fold every file from its history, one after the other, and forget it."""
    for file, entries in casework.files():
        file_kind(file).fold(file, history(entries))


def _intact(casework: Casework) -> None:
    found = casework.verify()
    if not found.intact:
        raise SystemExit(f"the log that the benchmark wrote does not verify: {found}")


def run(folder: Path, lives: int, processes: int) -> dict[str, Any]:
    """Measure, printing each size as it is reached."""
    shape = TEN_YEARS.shape
    print(f"{lives} synthetic lives of {shape.people:,} published, {TEN_YEARS.first} to {TEN_YEARS.last}, on SQLite")
    print(
        f"\n{'lives':>6} {'entries':>9} {'judge µs':>9} {'write µs':>9} {'views µs':>9} {'replay µs':>9} "
        f"{'verify µs':>9} {'case ms':>8} {'caseload ms':>11} {'bytes':>6} {'MiB':>5}"
    )
    told = []
    for one in measure(folder / "council.db", lives, processes):
        told.append(asdict(one))
        print(
            f"{one.lives:>6} {one.entries:>9,} {one.judged_us:>9.0f} {one.written_us:>9.0f} {one.views_us:>9.0f} "
            f"{one.replay_us:>9.1f} {one.verify_us:>9.1f} {one.case_ms:>8.2f} {one.caseload_ms:>11.1f} "
            f"{one.bytes:>6.0f} {one.peak_mib:>5.0f}",
            flush=True,
        )
    print(
        "\njudge, write: an entry added since the line before; views (made again), replay, verify: an entry of the log"
    )
    return {"council": told, "processes": processes}
