"""Means, charges and the choice of a place."""

from __future__ import annotations

from swp_domain.finance import events
from swp_domain.finance.rules import DUTIES, RULES
from swp_domain.finance.state import FinanceState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="finance", events=events, state=FinanceState(), evolve=evolve, rules=RULES, duties=DUTIES)
