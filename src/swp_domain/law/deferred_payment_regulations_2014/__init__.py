"""Care and Support (Deferred Payment) Regulations 2014, SI 2014/2671."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

DEFERRED_PAYMENT = Text("SI 2014/2671", Force.REGULATIONS, "checked against the instrument as at March 2015")
COMMENCED = "2015-04-01"
