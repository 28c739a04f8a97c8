"""Direct payments before the Care Act: Health and Social Care Act 2001, s 57, and SI 2009/1887.

Named in the schedule of SI 2011/1568. What they ask is not encoded: nothing is concluded from them.
"""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

HSCA_2001 = Text("Health and Social Care Act 2001", Force.STATUTE, "not encoded")
