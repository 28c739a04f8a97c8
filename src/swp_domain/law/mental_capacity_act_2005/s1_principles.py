"""Section 1: the principles. Capacity is presumed, people are helped to decide, and freedom is kept where it can be."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.mental_capacity_act_2005 import COMMENCED, MENTAL_CAPACITY_ACT
from swp_domain.law.rule import rule


class SupportFacts(Facts):
    """What was done to help somebody decide for themselves before they were found unable to."""

    practicable_steps_taken: bool | None = None


class GroundFacts(Facts):
    """What a finding of incapacity rests on, beside what was seen of the person's deciding."""

    only_an_unwise_decision: bool | None = None
    only_age_appearance_or_condition: bool | None = None


class FreedomFacts(Facts):
    """Whether somebody asked if the purpose can be achieved in a way that restricts rights and freedom less."""

    less_restrictive_considered: bool | None = None


def _not(told: bool | None) -> bool | None:
    return None if told is None else not told


@rule(MENTAL_CAPACITY_ACT["s 1(3)"], commenced=COMMENCED)
def helped_to_decide(facts: SupportFacts) -> Limbs:
    """Nobody is treated as unable to decide before all practicable steps to help them were taken in vain."""
    return (limb("3", "all practicable steps to help them decide were taken", facts.practicable_steps_taken),)


@rule(MENTAL_CAPACITY_ACT["ss 1(4), 2(3)"], commenced=COMMENCED)
def not_inferred_from_the_person(facts: GroundFacts) -> Limbs:
    """Incapacity is found neither because a decision is unwise, nor by age, appearance, condition or behaviour."""
    return (
        limb("1(4)", "it does not rest merely on an unwise decision", _not(facts.only_an_unwise_decision)),
        limb(
            "2(3)",
            "it does not rest merely on age, appearance, condition or behaviour",
            _not(facts.only_age_appearance_or_condition),
        ),
    )


@rule(MENTAL_CAPACITY_ACT["s 1(6)"], commenced=COMMENCED)
def less_restrictive_way_considered(facts: FreedomFacts) -> Limbs:
    """Before anything is done for somebody, regard is had to a way that restricts them less."""
    says = "regard was had to a less restrictive way of achieving the purpose"
    return (limb("6", says, facts.less_restrictive_considered),)
