"""What NHS bodies owe about continuing healthcare and funded nursing care: SI 2012/2996, Part 6."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

STANDING_RULES = Text("SI 2012/2996", Force.REGULATIONS, "checked in a copy with wording of 2013 in places")
COMMENCED = "2013-04-01"
