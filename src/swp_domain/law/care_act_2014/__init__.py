"""Care Act 2014, Part 1: in force for new contacts from 1 April 2015 (SI 2015/993)."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

CARE_ACT = Text("Care Act 2014", Force.STATUTE, "checked against the Act")
GUIDANCE = Text("Care and Support Statutory Guidance", Force.STATUTORY_GUIDANCE, "checked in secondary sources")
COMMENCED = "2015-04-01"
