"""Regulation 7: a direct payment is reviewed within six months, then at least every twelve, and when called for."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.direct_payments_regulations_2014 import COMMENCED, DIRECT_PAYMENTS
from swp_domain.law.limit import limit
from swp_domain.law.rule import Regime

first_review = limit(
    DIRECT_PAYMENTS["reg 7"],
    6,
    Unit.MONTHS,
    Counting.AFTER,
    family="first review of a direct payment",
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
)
next_review = limit(
    DIRECT_PAYMENTS["reg 7"],
    12,
    Unit.MONTHS,
    Counting.AFTER,
    family="next review of a direct payment",
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
)
