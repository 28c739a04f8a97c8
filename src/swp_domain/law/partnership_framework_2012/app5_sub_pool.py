"""Appendix 5: the practice's budget is a sub-pool; how money is moved, kept, and found when there is too little."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.partnership_framework_2012 import COMMENCED, FRAMEWORK
from swp_domain.law.rule import rule

SUB_POOL = FRAMEWORK["appendix 5"]


class VirementFacts(Facts):
    """Between what money is moved, and whether there is that much."""

    from_is_in_the_sub_pool: bool | None = None
    to_is_in_the_sub_pool: bool | None = None
    so_much_is_uncommitted: bool | None = None


@rule(SUB_POOL, commenced=COMMENCED)
def virement_within_the_sub_pool(facts: VirementFacts) -> Limbs:
    """The practice moves money between lines of its own sub-pool only, and only what is not committed or spent."""
    return (
        limb("from", "the line it comes from is in the sub-pool of that year", facts.from_is_in_the_sub_pool),
        limb("to", "the line it goes to is in the sub-pool of that year", facts.to_is_in_the_sub_pool),
        limb("left", "so much is left uncommitted on the line it comes from", facts.so_much_is_uncommitted),
    )


class CarryForwardFacts(Facts):
    """Whether the council agreed that an underspend is kept, and so much of it."""

    council_agreed: bool | None = None
    within_what_was_agreed: bool | None = None


@rule(SUB_POOL, commenced=COMMENCED)
def underspend_carried_forward(facts: CarryForwardFacts) -> Limbs:
    """An underspend is kept for later years with the council's agreement only, and up to what it agreed to."""
    return (
        limb("agreed", "the council agreed that an underspend of that year is kept", facts.council_agreed),
        limb("sum", "all that is kept of it lies within the sum agreed", facts.within_what_was_agreed),
    )


class CoverFacts(Facts):
    """What had been looked to before an overspend was met from somewhere.

    Each is whether nothing was left there, or that it is not skipped because the step comes later.
    """

    sub_pool_used: bool | None = None
    surplus_used: bool | None = None
    raised: bool | None = None


@rule(SUB_POOL, commenced=COMMENCED)
def overspend_met_in_order(facts: CoverFacts) -> Limbs:
    """An overspend is met from the sub-pool, then from surplus carried forward, then raised with the commissioner."""
    return (
        limb("1", "what other lines of the sub-pool have left is used first", facts.sub_pool_used),
        limb("2", "surplus carried forward is used next", facts.surplus_used),
        limb("3", "it is raised with the commissioner before the commissioner covers it", facts.raised),
    )


class LoanFacts(Facts):
    """What is on record of what the commissioner covered."""

    is_a_loan: bool | None = None
    within_the_loan: bool | None = None


@rule(SUB_POOL, commenced=COMMENCED)
def cover_is_a_loan(facts: LoanFacts) -> Limbs:
    """What the commissioner covers is a loan, paid back in later years by a schedule that comes to no more than it."""
    return (
        limb("loan", "it is put down as a loan", facts.is_a_loan),
        limb("schedule", "the schedule comes to no more than the loan", facts.within_the_loan),
    )
