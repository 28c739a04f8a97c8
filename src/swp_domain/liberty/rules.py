"""What the law makes of deprivation of liberty. Whose decision it is, ``practice.authority_rules`` says."""

from __future__ import annotations

from swp_domain.owed import Owed
from swp_domain.stage import Judge

RULES: tuple[Judge, ...] = ()

DUTIES: tuple[Owed, ...] = ()
