"""Care Act 2014 (Transitional Provision) Order 2015, SI 2015/995: who is under which law, and until when."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

TRANSITION = Text("SI 2015/995", Force.REGULATIONS, "checked against the order")
