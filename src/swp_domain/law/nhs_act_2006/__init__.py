"""National Health Service Act 2006, s 75: partnership arrangements, the other route by which a practice acts."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

NHS_ACT = Text("NHS Act 2006", Force.STATUTE, "checked in SI 2000/617; the section and its first day from memory")
