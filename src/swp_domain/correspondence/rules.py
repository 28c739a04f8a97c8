"""What the law makes of what was said, sent, tried and written down about a case, and what it owes."""

from __future__ import annotations

from swp_domain.duty import Owed
from swp_domain.stage import Judge

RULES: tuple[Judge, ...] = ()
DUTIES: tuple[Owed, ...] = ()
