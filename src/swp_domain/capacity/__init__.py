"""Mental capacity: one decision at one time, best interests, who may decide, and who speaks for the person."""

from __future__ import annotations

from swp_domain.capacity import events
from swp_domain.capacity.rules import DUTIES, RULES
from swp_domain.capacity.state import CapacityState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="capacity", events=events, state=CapacityState(), evolve=evolve, rules=RULES, duties=DUTIES)
