"""Whose a case is: its cohort, who is responsible, what the council kept, agreed or took back."""

from __future__ import annotations

from swp_domain.belonging import Belonging
from swp_domain.responsibility import events
from swp_domain.responsibility.rules import DUTIES, RULES
from swp_domain.responsibility.state import evolve
from swp_domain.stage import Stage

STAGE = Stage(name="responsibility", events=events, state=Belonging(), evolve=evolve, rules=RULES, duties=DUTIES)
