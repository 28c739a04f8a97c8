"""How soon a council answers a practice, and a case comes back from out of hours: parameters of ours to set."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import OURS

reserved_answered = limit(
    OURS["ten working days to answer what is reserved"],
    10,
    Unit.WORKING_DAYS,
    Counting.AFTER,
    family="time to answer a reserved decision",
    commenced="2011-08-01",
)
emergency_answered = limit(
    OURS["two working days to answer what could not wait"],
    2,
    Unit.WORKING_DAYS,
    Counting.AFTER,
    family="time to answer a reserved decision that could not wait",
    commenced="2011-08-01",
)
handed_back = limit(
    OURS["one working day to hand back from out of hours"],
    1,
    Unit.WORKING_DAYS,
    Counting.AFTER,
    family="time to hand a case back from out of hours",
    commenced="2011-08-01",
)
