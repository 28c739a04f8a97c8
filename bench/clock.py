"""How long something takes, as a rate."""

from __future__ import annotations

import gc
import resource
import time
from collections.abc import Callable


def rate(number: int, work: Callable[[], object], *, times: int = 1) -> float:
    """How many a second, where ``work`` does ``number`` of them: the best of so many times.

    What was imported is frozen first, on every side alike: a service would do so, and else the
    collector's walks through a program's own modules are what is measured.
    """
    best = 0.0
    for _ in range(times):
        gc.collect()
        gc.freeze()
        began = time.perf_counter()
        work()
        best = max(best, number / (time.perf_counter() - began))
    return best


def peak() -> float:
    """The most memory this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
