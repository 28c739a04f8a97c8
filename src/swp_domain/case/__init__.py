"""The case itself: who the adult is, who holds the case, and when it ends."""

from __future__ import annotations

from swp_domain.case import events
from swp_domain.case.offers import offers
from swp_domain.case.rules import DUTIES, RULES
from swp_domain.case.state import CaseState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="case", events=events, state=CaseState(), evolve=evolve, rules=RULES, duties=DUTIES, offers=offers)
