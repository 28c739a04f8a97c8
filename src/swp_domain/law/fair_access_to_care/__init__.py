"""Fair Access to Care Services, re-issued in 2010 as *Prioritising need*: eligibility by bands."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

FACS = Text(
    "Fair Access to Care Services",
    Force.STATUTORY_GUIDANCE,
    "checked in secondary sources; first day and banding of each need from memory",
)
