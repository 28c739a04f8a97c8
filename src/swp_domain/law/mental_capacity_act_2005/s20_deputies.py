"""Sections 16, 19 and 20: deputies decide what the court's order says, where the person cannot."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.mental_capacity_act_2005 import COMMENCED, MENTAL_CAPACITY_ACT
from swp_domain.law.rule import rule


class DeputyFacts(Facts):
    """A matter that a deputy would decide."""

    lacks_capacity: bool | None = None
    within_the_order: bool | None = None
    against_an_attorney: bool | None = None


@rule(MENTAL_CAPACITY_ACT["ss 16(5), 20(1), (4)"], commenced=COMMENCED)
def a_deputy_may_decide(facts: DeputyFacts) -> Limbs:
    """A deputy decides within the order, where the person lacks capacity, and not against an attorney in scope."""
    free = None if facts.against_an_attorney is None else not facts.against_an_attorney
    return (
        limb("16(5)", "the matter is within what the order confers", facts.within_the_order),
        limb("20(1)", "the person lacks capacity for the matter", facts.lacks_capacity),
        limb("20(4)", "it does not go against what an attorney decided within their power", free),
    )
