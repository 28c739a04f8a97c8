"""SI 2008/1315: the relevant person's representative, from 1 April 2009."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

REPRESENTATIVES = Text("SI 2008/1315", Force.REGULATIONS, "checked against the regulations as made")
COMMENCED = "2009-04-01"
