"""Carers (Recognition and Services) Act 1995: a carer's assessment, on request, before the Care Act."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import FROM_MEMORY, Text

CARERS_1995 = Text("Carers (Recognition and Services) Act 1995", Force.STATUTE, FROM_MEMORY)
COMMENCED = "1996-04-01"
