"""The practice: who decides, who answers, and under what power."""

from __future__ import annotations

from swp_domain.practice import events
from swp_domain.practice.rules import DUTIES, RULES
from swp_domain.practice.state import PracticeState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="contract", events=events, state=PracticeState(), evolve=evolve, rules=RULES, duties=DUTIES)
