"""How soon a council is told of the named person, and a loan has a schedule: parameters of ours, to be agreed."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import OURS

council_told = limit(
    OURS["five working days to tell the council who is accountable"],
    5,
    Unit.WORKING_DAYS,
    Counting.AFTER,
    family="time to tell the council of the named person",
    commenced="2011-01-01",
)
schedule_agreed = limit(
    OURS["four weeks to agree how a loan is paid back"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time to agree a schedule of recoupment",
    commenced="2012-04-01",
)
