"""Section 4: information and advice that people can understand and use."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule


class InformationFacts(Facts):
    """Whether what was given was in a form that its reader can use."""

    accessible: bool | None = None


@rule(CARE_ACT["s 4(4)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="accessible information")
def information_accessible(facts: InformationFacts) -> Limbs:
    """Information and advice is accessible to whom it is given, and in proportion to what they need."""
    return (limb("4", "accessible to whoever it was given to, and in proportion", facts.accessible),)
