"""What the law makes of who is who: the adult found twice, and the people around them, and what it owes."""

from __future__ import annotations

from swp_domain.duty import Owed
from swp_domain.stage import Judge

RULES: tuple[Judge, ...] = ()
DUTIES: tuple[Owed, ...] = ()
