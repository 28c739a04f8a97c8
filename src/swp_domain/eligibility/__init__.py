"""Eligibility: whether needs meet the criteria, derived from the outcomes recorded."""

from __future__ import annotations

from swp_domain.eligibility import events
from swp_domain.eligibility.rules import DUTIES, RULES
from swp_domain.eligibility.state import EligibilityState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="eligibility", events=events, state=EligibilityState(), evolve=evolve, rules=RULES, duties=DUTIES)
