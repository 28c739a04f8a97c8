"""Care and Support (Eligibility Criteria) Regulations 2015, SI 2015/313."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

ELIGIBILITY = Text("SI 2015/313", Force.REGULATIONS, "checked against the instrument")
COMMENCED = "2015-04-01"
