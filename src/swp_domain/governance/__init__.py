"""How a practice is held to account."""

from __future__ import annotations

from swp_domain.governance import events
from swp_domain.governance.rules import DUTIES, RULES
from swp_domain.governance.state import GovernanceState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="governance", events=events, state=GovernanceState(), evolve=evolve, rules=RULES, duties=DUTIES)
