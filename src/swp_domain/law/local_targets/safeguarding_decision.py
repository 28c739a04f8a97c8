"""Targets of multi-agency safeguarding procedures. Local policy, never law."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import PROCEDURES

enquiry_decision = limit(
    PROCEDURES["decision on a concern"],
    5,
    Unit.WORKING_DAYS,
    Counting.AFTER,
    family="time to decide on a concern",
    commenced="2010-01-01",
)
