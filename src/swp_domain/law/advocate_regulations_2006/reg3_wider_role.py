"""Regulations 3 and 4: an advocate may be instructed for a review of accommodation, and in adult protection."""

from __future__ import annotations

from swp_domain.law.advocate_regulations_2006 import EXPANSION
from swp_domain.law.finding import Limbs, limb
from swp_domain.law.mental_capacity_act_2005 import ADVOCATES_BEGAN
from swp_domain.law.mental_capacity_act_2005.s39_advocates import AdvocateNeed, Trigger
from swp_domain.law.rule import rule

_TWELVE_WEEKS = 84


@rule(EXPANSION["reg 3"], commenced=ADVOCATES_BEGAN, family="power to instruct for a review")
def may_instruct_for_a_review(need: AdvocateNeed) -> Limbs:
    """An advocate may be instructed for the review of a stay of twelve weeks of somebody unbefriended."""
    alone = None if need.befriended is None else not need.befriended
    other = None if need.someone_with_authority is None else not need.someone_with_authority
    lasted = None if need.lived_there_days is None else need.lived_there_days >= _TWELVE_WEEKS
    return (
        limb("1", "the person lacks capacity to take part in the review", need.lacks_capacity),
        limb("2", "they have lived there for twelve weeks or more", lasted),
        limb("3", "there is nobody appropriate to consult who is not paid to care", alone),
        limb("4", "no person of section 40 can be consulted", other),
        limb("5", "it would be of particular benefit", need.of_benefit),
    )


@rule(EXPANSION["reg 4"], commenced=ADVOCATES_BEGAN, family="power to instruct in adult protection")
def may_instruct_in_protection(need: AdvocateNeed) -> Limbs:
    """In adult protection an advocate may be instructed although there are family and friends."""
    return (
        limb("1", "the person lacks capacity to agree to the measures", need.lacks_capacity),
        limb("2", "protective measures are taken or proposed", need.measures_proposed),
        limb("3", "it would be of particular benefit", need.of_benefit),
    )


MAY = {Trigger.REVIEW: may_instruct_for_a_review, Trigger.PROTECTION: may_instruct_in_protection}
"""The test that belongs to each trigger under which an advocate may be instructed, and need not."""
