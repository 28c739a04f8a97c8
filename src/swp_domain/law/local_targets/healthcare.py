"""How soon signs of a primary health need are followed up: a parameter of ours, for the council to set."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.healthcare_framework.clocks import PAUSED
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import OURS

considered = limit(
    OURS["two weeks to consider continuing healthcare"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to consider continuing healthcare",
    commenced="2013-04-01",
    still=(PAUSED,),
)
