"""Complaints, and what was promised in answer."""

from __future__ import annotations

from swp_domain.complaints import events
from swp_domain.complaints.rules import DUTIES, RULES
from swp_domain.complaints.state import ComplaintsState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="complaints", events=events, state=ComplaintsState(), evolve=evolve, rules=RULES, duties=DUTIES)
