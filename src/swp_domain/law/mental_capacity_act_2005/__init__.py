"""Mental Capacity Act 2005: orders of the Court of Protection that authorise a deprivation of liberty."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

MENTAL_CAPACITY_ACT = Text("Mental Capacity Act 2005", Force.STATUTE, "checked against the Act")
COURT_ORDER = Text("Order of the Court of Protection", Force.COURT_RULES, "as the record has the order")
COURT_PRACTICE = Text(
    "Court of Protection practice", Force.CASE_LAW, "checked in the court's own form; first day from memory"
)
COMMENCED, DEPRIVATION_BEGAN = "2007-10-01", "2009-04-01"
