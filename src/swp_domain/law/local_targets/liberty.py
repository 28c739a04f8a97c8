"""A working target of ours for an objection to a deprivation of liberty: the law says that it is prompt, and no day."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import OURS
from swp_domain.law.mental_capacity_act_2005 import DEPRIVATION_BEGAN

objection_to_the_court = limit(
    OURS["objections to a deprivation of liberty"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time to bring an objection before the court",
    commenced=DEPRIVATION_BEGAN,
)
"""Weeks and not months: whoever objects is before a court within four weeks, whoever applies."""
