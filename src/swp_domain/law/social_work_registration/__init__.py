"""Who may call themselves a social worker: registered on the day, with the regulator of the day."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

TITLE_2000 = Text("Care Standards Act 2000", Force.STATUTE, "checked in secondary sources")
TITLE_2001 = Text("SI 2002/254", Force.REGULATIONS, "from memory, not checked")
TITLE_2018 = Text("SI 2018/893", Force.REGULATIONS, "checked against the instrument")
