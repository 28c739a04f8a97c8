"""NHS continuing healthcare: from the first signs of a primary health need to the end of funding."""

from __future__ import annotations

from swp_domain.continuing_healthcare import events
from swp_domain.continuing_healthcare.rules import DUTIES, RULES
from swp_domain.continuing_healthcare.state import ContinuingHealthcareState, evolve
from swp_domain.stage import Stage

STAGE = Stage(
    name="continuing_healthcare",
    events=events,
    state=ContinuingHealthcareState(),
    evolve=evolve,
    rules=RULES,
    duties=DUTIES,
)
