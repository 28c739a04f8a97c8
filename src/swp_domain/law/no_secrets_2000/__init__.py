"""*No Secrets* (March 2000): adult protection under s 7 guidance, before there was a duty to enquire."""

from __future__ import annotations

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

NO_SECRETS = Text("No Secrets", Force.STATUTORY_GUIDANCE, "checked in secondary sources; first day from memory")
BEGAN, ENDED = "2000-03-20", "2015-03-31"
