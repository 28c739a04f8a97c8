"""Stays in hospital and leaving it."""

from __future__ import annotations

from swp_domain.hospital import events
from swp_domain.hospital.rules import DUTIES, RULES
from swp_domain.hospital.state import HospitalState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="hospital", events=events, state=HospitalState(), evolve=evolve, rules=RULES, duties=DUTIES)
