"""Sections 19(9) and 58: a deputy reports to the Public Guardian; in practice once a year."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.mental_capacity_act_2005 import COMMENCED, MENTAL_CAPACITY_ACT

annual_report = limit(
    MENTAL_CAPACITY_ACT["ss 19(9), 58"].from_memory(),
    12,
    Unit.MONTHS,
    Counting.AFTER,
    family="report of a deputy to the Public Guardian",
    commenced=COMMENCED,
)
