"""Safeguarding: a concern, and the decision whether to enquire."""

from __future__ import annotations

from swp_domain.safeguarding import events
from swp_domain.safeguarding.rules import DUTIES, RULES
from swp_domain.safeguarding.state import SafeguardingState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="safeguarding", events=events, state=SafeguardingState(), evolve=evolve, rules=RULES, duties=DUTIES)
