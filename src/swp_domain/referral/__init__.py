"""Referral and duty triage: what comes to a case, and what it starts."""

from __future__ import annotations

from swp_domain.referral import events
from swp_domain.referral.rules import RULES
from swp_domain.referral.state import ReferralState, evolve
from swp_domain.stage import Stage

STAGE = Stage(name="referral", events=events, state=ReferralState(), evolve=evolve, rules=RULES)
