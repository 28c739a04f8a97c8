"""Care and Support (Assessment) Regulations 2014, SI 2014/2827."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

ASSESSMENT = Text("SI 2014/2827", Force.REGULATIONS, "checked against the instrument")
