"""The NHS Bodies and Local Authorities Partnership Arrangements Regulations 2000 (SI 2000/617), as made."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

PARTNERSHIP = Text("SI 2000/617", Force.REGULATIONS, "checked against the regulations as made")
COMMENCED = "2000-04-01"
