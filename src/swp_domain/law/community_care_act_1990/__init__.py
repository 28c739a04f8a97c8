"""National Health Service and Community Care Act 1990, s 47: assessment before the Care Act."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

COMMUNITY_CARE = Text("NHS and Community Care Act 1990", Force.STATUTE, "checked against the Act")
