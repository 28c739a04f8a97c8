"""Ordinary Residence Disputes (National Assistance Act 1948) Directions 2010: disputes before the Care Act."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import FROM_MEMORY, Text

DIRECTIONS = Text(
    "Ordinary Residence Disputes (National Assistance Act 1948) Directions 2010", Force.REGULATIONS, FROM_MEMORY
)
