"""How the care budget of a practice stands."""

from __future__ import annotations

from swp_domain.stage import Stage
from swp_domain.sub_pool import events
from swp_domain.sub_pool.rules import DUTIES, RULES
from swp_domain.sub_pool.state import SubPoolState, evolve

STAGE = Stage(name="sub_pool", events=events, state=SubPoolState(), evolve=evolve, rules=RULES, duties=DUTIES)
