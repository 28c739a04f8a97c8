"""What the law makes of plans, budgets and the services that carry them out, and what it owes."""

from __future__ import annotations

from swp_domain.duty import Owed
from swp_domain.stage import Judge

RULES: tuple[Judge, ...] = ()
DUTIES: tuple[Owed, ...] = ()
