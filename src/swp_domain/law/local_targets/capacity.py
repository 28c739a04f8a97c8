"""How soon a doubt about capacity is answered, and an advocate instructed: parameters of ours."""

from __future__ import annotations

from datetime import date

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import OURS

assessing_capacity = limit(
    OURS["four weeks to assess capacity"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time to assess capacity once it is doubted",
    commenced="2007-10-01",
)
instructing_an_advocate = limit(
    OURS["two weeks to instruct an advocate"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to instruct a mental capacity advocate",
    commenced="2007-04-01",
)
_A_SHORT_TIME = 28


def soon_after(earlier: date, later: date) -> bool:
    """Whether two findings are so near that one of them asks for an explanation: four weeks, as we propose."""
    return (later - earlier).days <= _A_SHORT_TIME
