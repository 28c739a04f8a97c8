"""Plans, budgets and the services that carry them out."""

from __future__ import annotations

from swp_domain.planning import events
from swp_domain.planning.rules import DUTIES, RULES
from swp_domain.planning.state import PlanningState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="planning", events=events, state=PlanningState(), evolve=evolve, rules=RULES, duties=DUTIES)
