"""Care and Support (Independent Advocacy Support) (No. 2) Regulations 2014, SI 2014/2889."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

ADVOCACY = Text("SI 2014/2889", Force.REGULATIONS, "checked against the instrument")
