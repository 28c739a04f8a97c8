"""Reviews of a plan."""

from __future__ import annotations

from swp_domain.review import events
from swp_domain.review.rules import DUTIES, RULES
from swp_domain.review.state import ReviewState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="review", events=events, state=ReviewState(), evolve=evolve, rules=RULES, duties=DUTIES)
