"""How long an open case may be without a worker, and a closure untold: parameters of ours, for the council to set."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import OURS

another_worker = limit(
    OURS["two weeks for another worker"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to give a case another worker",
    commenced="1993-04-01",
)
not_safe_to_wait = limit(
    OURS["three days where it is not safe to wait"],
    3,
    Unit.DAYS,
    Counting.AFTER,
    family="time to give a worker to an adult who is not safe to wait",
    commenced="1993-04-01",
)
first_look = limit(
    OURS["four weeks to look again"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time to look again at an adult who waits",
    commenced="1993-04-01",
)
closure_told = limit(
    OURS["two weeks to tell of a closure"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to tell an adult of a closure",
    commenced="1993-04-01",
)
