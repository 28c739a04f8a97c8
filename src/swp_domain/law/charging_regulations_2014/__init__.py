"""Care and Support (Charging and Assessment of Resources) Regulations 2014, SI 2014/2672."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

CHARGING = Text("SI 2014/2672", Force.REGULATIONS, "checked against the instrument as made")
COMMENCED = "2015-04-01"
