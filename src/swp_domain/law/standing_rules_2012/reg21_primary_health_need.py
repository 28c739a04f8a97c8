"""Regulation 21(6)-(7): a primary health need, and what follows from one."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import rule
from swp_domain.law.standing_rules_2012 import COMMENCED, STANDING_RULES


class PrimaryNeedFacts(Facts):
    """What was concluded of the nursing and other health services that somebody needs, taken as a whole."""

    more_than_incidental: bool | None = None
    beyond_what_a_council_provides: bool | None = None


class OutcomeFacts(Facts):
    """What the NHS body concluded, and what it decided."""

    primary_health_need: bool | None = None
    eligible: bool | None = None


@rule(STANDING_RULES["reg 21(7)"], commenced=COMMENCED, family="a primary health need")
def primary_health_need(facts: PrimaryNeedFacts) -> Limbs:
    """A primary health need is a need of more health care, or of another kind, than a council may provide."""
    says = "as a whole more than incidental to accommodation, or beyond what a council can be expected to provide"
    shown = any_of((facts.more_than_incidental, facts.beyond_what_a_council_provides))
    return (limb("7", says, shown),)


@rule(STANDING_RULES["reg 21(6)"], commenced=COMMENCED, family="what follows from a primary health need")
def eligible_with_a_primary_health_need(facts: OutcomeFacts) -> Limbs:
    """Somebody with a primary health need is eligible for continuing healthcare."""
    none = None if facts.primary_health_need is None else not facts.primary_health_need
    return (limb("6", "there is no primary health need, or eligible", any_of((none, facts.eligible))),)
