"""What was said, sent, tried and written down about a case."""

from __future__ import annotations

from swp_domain.correspondence import events
from swp_domain.correspondence.rules import DUTIES, RULES
from swp_domain.correspondence.state import CorrespondenceState, evolve
from swp_domain.stage import Stage

STAGE = Stage(
    name="correspondence", events=events, state=CorrespondenceState(), evolve=evolve, rules=RULES, duties=DUTIES
)
