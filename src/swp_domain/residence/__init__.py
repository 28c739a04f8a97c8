"""Where the adult lives, and which council answers."""

from __future__ import annotations

from swp_domain.residence import events
from swp_domain.residence.rules import DUTIES, RULES
from swp_domain.residence.state import ResidenceState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="residence", events=events, state=ResidenceState(), evolve=evolve, rules=RULES, duties=DUTIES)
