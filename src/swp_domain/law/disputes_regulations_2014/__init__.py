"""Care and Support (Disputes Between Local Authorities) Regulations 2014, SI 2014/2829."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

DISPUTES = Text("SI 2014/2829", Force.REGULATIONS, "checked against the regulations")
