"""Local Authority Social Services and NHS Complaints (England) Regulations 2009, SI 2009/309."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

COMPLAINTS = Text("SI 2009/309", Force.REGULATIONS, "rule checked in public sources, number of the regulation not")
COMMENCED = "2009-04-01"
