"""Mental Capacity Act 2005: orders of the Court of Protection that authorise a deprivation of liberty."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

MENTAL_CAPACITY_ACT = Text("Mental Capacity Act 2005", Force.STATUTE, "checked against the Act")
COURT_PRACTICE = Text(
    "Court of Protection practice", Force.CASE_LAW, "checked in secondary sources; first day from memory"
)
