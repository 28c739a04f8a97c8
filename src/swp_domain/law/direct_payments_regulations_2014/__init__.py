"""Care and Support (Direct Payments) Regulations 2014, SI 2014/2871."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

DIRECT_PAYMENTS = Text("SI 2014/2871", Force.REGULATIONS, "checked against the instrument")
COMMENCED = "2015-04-01"
