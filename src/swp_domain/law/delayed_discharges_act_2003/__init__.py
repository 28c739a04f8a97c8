"""Community Care (Delayed Discharges etc.) Act 2003: hospital notices before the Care Act.

The shortest time that a council had under it is not encoded, so that nothing is late under it here.
"""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

DELAYED_DISCHARGES = Text("Community Care (Delayed Discharges etc.) Act 2003", Force.STATUTE, "checked against the Act")
BEGAN, ENDED = "2003-10-01", "2015-03-31"
"""First and last day (SI 2003/2280; the Care Act took its place)."""
