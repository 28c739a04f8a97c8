"""What the record makes of it."""

from __future__ import annotations

from swp_domain.owed import Owed
from swp_domain.stage import Judge

RULES: tuple[Judge, ...] = ()

DUTIES: tuple[Owed, ...] = ()
