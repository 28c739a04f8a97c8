"""Deprivation of liberty: what the supervisory body decides."""

from __future__ import annotations

from swp_domain.liberty import events
from swp_domain.liberty.rules import DUTIES, RULES
from swp_domain.liberty.state import LibertyState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="liberty", events=events, state=LibertyState(), evolve=evolve, rules=RULES, duties=DUTIES)
