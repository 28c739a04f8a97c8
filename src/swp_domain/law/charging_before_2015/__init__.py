"""Charging before the Care Act: National Assistance Act 1948, s 22, and Health and Social Services and Social
Security Adjudications Act 1983, s 17.

Named in the schedule of SI 2011/1568. What they ask is not encoded: nothing is concluded from them.
"""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

NATIONAL_ASSISTANCE = Text("National Assistance Act 1948", Force.STATUTE, "not encoded")
HASSASSA = Text("Health and Social Services and Social Security Adjudications Act 1983", Force.STATUTE, "not encoded")
