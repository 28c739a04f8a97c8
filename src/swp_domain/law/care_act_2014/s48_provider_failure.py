"""Sections 48 and 52: the temporary duty when a provider's business fails."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit

as_soon_as_aware = limit(
    CARE_ACT["ss 48(2), 52(1)"],
    1,
    Unit.DAYS,
    Counting.BEGINNING_WITH,
    family="time to meet the needs that a failed provider met",
    commenced=COMMENCED,
)
"""The council is under the duty as soon as it is aware of the failure, whoever paid and wherever the person lives."""
