"""Section 2(8): who is an adult, throughout Part 1."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import rule

MAJORITY = 18
"""Years of age."""


class AgeFacts(Facts):
    """Whether the person had turned 18 by that day."""

    aged_18: bool | None = None


@rule(CARE_ACT["s 2(8)"].from_memory(), commenced=COMMENCED, family="who is an adult")
def is_an_adult(facts: AgeFacts) -> Limbs:
    """An adult is a person aged 18 or over."""
    return (limb("8", "is aged 18 or over", facts.aged_18),)
