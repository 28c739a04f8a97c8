"""Mental Health Act 1983, s 117: after-care."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

MENTAL_HEALTH_ACT = Text("Mental Health Act 1983", Force.STATUTE, "checked against the Act")
