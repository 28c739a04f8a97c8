"""What a deprivation of liberty is: article 5 as the courts read it, each reading for its own days."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

BEFORE_2014 = Text("Article 5 as read before 19 March 2014", Force.CASE_LAW, "in part from memory, not checked")
CHESHIRE_WEST = Text(
    "Cheshire West [2014] UKSC 19", Force.CASE_LAW, "checked in published notes of the judgment that overruled it"
)
UKSC_16 = Text("[2026] UKSC 16", Force.CASE_LAW, "checked in published notes of the judgment")
SAFEGUARDS_BEGAN, CHESHIRE_WEST_DECIDED, OVERRULED = "2009-04-01", "2014-03-19", "2026-06-02"
