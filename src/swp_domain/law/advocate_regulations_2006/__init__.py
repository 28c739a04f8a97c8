"""SI 2006/2883: the wider role of independent mental capacity advocates in England."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

EXPANSION = Text("SI 2006/2883", Force.REGULATIONS, "checked against the instrument as made")
