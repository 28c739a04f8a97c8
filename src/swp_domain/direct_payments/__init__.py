"""Direct payments."""

from __future__ import annotations

from swp_domain.direct_payments import events
from swp_domain.direct_payments.rules import DUTIES, RULES
from swp_domain.direct_payments.state import DirectPaymentsState, evolve
from swp_domain.stage import Stage

STAGE = Stage(
    name="direct_payments", events=events, state=DirectPaymentsState(), evolve=evolve, rules=RULES, duties=DUTIES
)
