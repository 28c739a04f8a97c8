"""Growing into adult care."""

from __future__ import annotations

from swp_domain.stage import Stage
from swp_domain.transition import events
from swp_domain.transition.rules import DUTIES, RULES
from swp_domain.transition.state import TransitionState, evolve

STAGE = Stage(name="transition", events=events, state=TransitionState(), evolve=evolve, rules=RULES, duties=DUTIES)
