"""SI 2008/1858: standard authorisations, assessments and ordinary residence, from 1 April 2009."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

STANDARD_AUTHORISATIONS = Text("SI 2008/1858", Force.REGULATIONS, "checked against the regulations as made")
COMMENCED = "2009-04-01"
