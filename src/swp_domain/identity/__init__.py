"""Who is who: the adult found twice, and the people around them."""

from __future__ import annotations

from swp_domain.identity import events
from swp_domain.identity.rules import DUTIES, RULES
from swp_domain.identity.state import IdentityState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="identity", events=events, state=IdentityState(), evolve=evolve, rules=RULES, duties=DUTIES)
