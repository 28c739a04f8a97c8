"""Mental Capacity Act 2005: capacity, best interests, who may decide for somebody, advocates, orders of the court."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import FROM_MEMORY, Text

MENTAL_CAPACITY_ACT = Text("Mental Capacity Act 2005", Force.STATUTE, "checked against the Act")
CODE = Text("Mental Capacity Act 2005 Code of Practice", Force.CODE, FROM_MEMORY)
COURT_ORDER = Text("Order of the Court of Protection", Force.COURT_RULES, "as the record has the order")
COURT_PRACTICE = Text(
    "Court of Protection practice", Force.CASE_LAW, "checked in the court's own form; first day from memory"
)
COMMENCED, DEPRIVATION_BEGAN = "2007-10-01", "2009-04-01"
ADVOCATES_BEGAN = "2007-04-01"
"""In England mental capacity advocates came half a year before the rest of the Act."""
