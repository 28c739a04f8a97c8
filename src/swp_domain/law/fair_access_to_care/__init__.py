"""Fair Access to Care Services, re-issued in 2010 as *Prioritising need*: eligibility by bands."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

FACS = Text(
    "Fair Access to Care Services",
    Force.STATUTORY_GUIDANCE,
    "checked in secondary sources; first day and banding of each need from memory",
)
BEGAN = "2003-04-07"
ENDED = "2016-03-31"
"""The last day on which anybody could still be under the old law (SI 2015/995 art 2(3))."""
