"""Regulation 23: review by NHS England, after the local process."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import rule
from swp_domain.law.standing_rules_2012 import COMMENCED, STANDING_RULES


class IndependentReviewFacts(Facts):
    """Whether the NHS body's own process is over, or its use would delay unduly."""

    local_process_over: bool | None = None
    undue_delay: bool | None = None


@rule(STANDING_RULES["reg 23"], commenced=COMMENCED, family="when an independent review can be asked for")
def after_the_local_process(facts: IndependentReviewFacts) -> Limbs:
    """NHS England reviews a decision once the local process was used, or where using it would cause undue delay."""
    shown = any_of((facts.local_process_over, facts.undue_delay))
    return (limb("1", "the local process was used, or would cause undue delay", shown),)
