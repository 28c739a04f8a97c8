"""By when the receipt of a complaint is acknowledged."""

from __future__ import annotations

from swp_domain.law.complaints_regulations_2009 import COMMENCED, COMPLAINTS
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit

three_working_days = limit(
    COMPLAINTS["reg 13(3)"],
    3,
    Unit.WORKING_DAYS,
    Counting.AFTER,
    family="time to acknowledge a complaint",
    commenced=COMMENCED,
)
