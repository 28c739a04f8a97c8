"""Assessment of needs: the adult's, and carers'."""

from __future__ import annotations

from swp_domain.assessment import events
from swp_domain.assessment.rules import DUTIES, RULES
from swp_domain.assessment.state import AssessmentState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="assessment", events=events, state=AssessmentState(), evolve=evolve, rules=RULES, duties=DUTIES)
