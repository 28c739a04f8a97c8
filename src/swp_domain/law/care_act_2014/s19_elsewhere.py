"""Section 19(2): meeting the needs of somebody who is resident in another council's area."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.rule import Regime

tell_the_other_council = limit(
    CARE_ACT["s 19(2)(c)"],
    1,
    Unit.DAYS,
    Counting.BEGINNING_WITH,
    family="time to tell the council of residence",
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
)
"""The other council is told of the intention, so at the latest on the day on which needs begin to be met."""
