"""The Court of Protection: what it was asked, and what it ordered."""

from __future__ import annotations

from swp_domain.court import events
from swp_domain.court.rules import DUTIES, RULES
from swp_domain.court.state import CourtState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="court", events=events, state=CourtState(), evolve=evolve, rules=RULES, duties=DUTIES)
