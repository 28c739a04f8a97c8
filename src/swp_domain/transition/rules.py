"""What the law makes of growing into adult care, and what it owes."""

from __future__ import annotations

from swp_domain.duty import Owed
from swp_domain.stage import Judge

RULES: tuple[Judge, ...] = ()
DUTIES: tuple[Owed, ...] = ()
