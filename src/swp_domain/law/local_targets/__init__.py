"""Targets that practices and councils set themselves. Local policy, never law."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import FROM_MEMORY, Text

PROCEDURES = Text("Multi-agency safeguarding procedures", Force.LOCAL, FROM_MEMORY)
OURS = Text("Working parameter", Force.LOCAL, "proposed by us, to be set by the council")
FRAMEWORK_2005 = Text(
    "Safeguarding Adults framework (ADSS 2005)", Force.LOCAL, "checked in secondary sources; first day from memory"
)
