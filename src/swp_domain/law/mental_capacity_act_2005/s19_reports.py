"""Sections 19(9) and 58: a deputy reports to the Public Guardian; in practice once a year."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Force
from swp_domain.law.limit import limit
from swp_domain.law.mental_capacity_act_2005 import COMMENCED
from swp_domain.law.rule import FROM_MEMORY, Text

_YEARLY = Text(
    "Mental Capacity Act 2005",
    Force.STATUTE,
    f"that it is yearly is checked on gov.uk; from which day the year runs is {FROM_MEMORY}",
)

annual_report = limit(
    _YEARLY["ss 19(9), 58"],
    12,
    Unit.MONTHS,
    Counting.AFTER,
    family="report of a deputy to the Public Guardian",
    commenced=COMMENCED,
)
