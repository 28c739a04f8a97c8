"""How long something takes, as a rate."""

from __future__ import annotations

import gc
import resource
import time
from collections.abc import Callable


def rate(number: int, work: Callable[[], object]) -> float:
    """How many a second, where ``work`` does ``number`` of them."""
    gc.collect()
    began = time.perf_counter()
    work()
    return number / (time.perf_counter() - began)


def peak() -> float:
    """The most memory this process has held, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
