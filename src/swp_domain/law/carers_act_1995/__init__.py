"""Carers' assessments before the Care Act: the Acts of 1995, 2000 and 2004."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import FROM_MEMORY, Text

CARERS_1995 = Text("Carers (Recognition and Services) Act 1995", Force.STATUTE, FROM_MEMORY)
CARERS_2000 = Text("Carers and Disabled Children Act 2000", Force.STATUTE, FROM_MEMORY)
