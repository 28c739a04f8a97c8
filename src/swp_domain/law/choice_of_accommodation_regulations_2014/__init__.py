"""Care and Support and After-care (Choice of Accommodation) Regulations 2014, SI 2014/2670."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

CHOICE = Text("SI 2014/2670", Force.REGULATIONS, "checked against the instrument")
COMMENCED = "2015-04-01"
