"""What the law makes of means, charges and the choice of a place, and what it owes."""

from __future__ import annotations

from swp_domain.duty import Owed
from swp_domain.stage import Judge

RULES: tuple[Judge, ...] = ()
DUTIES: tuple[Owed, ...] = ()
