"""The contracting-out orders on which the pilots rested: SI 2011/1568, then SI 2014/829."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

ORDER_2011 = Text("SI 2011/1568", Force.REGULATIONS, "checked against the order")
ORDER_2014 = Text(
    "SI 2014/829", Force.REGULATIONS, "checked against the order; that it serves those still under old law, from memory"
)
