"""Section 10: assessing a carer who may have needs for support, now or in the future."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule


class CarerCoverage(Facts):
    """What an assessment of a carer's needs looked at (s 10(5)-(6))."""

    able: bool | None = None
    willing: bool | None = None
    wellbeing: bool | None = None
    outcomes_wished: bool | None = None
    work_education_recreation: bool | None = None


@rule(
    CARE_ACT["s 10(5)-(6)"],
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="content of a carer's assessment",
)
def carers_assessment_covers(facts: CarerCoverage) -> Limbs:
    """A carer's assessment asks whether the carer can and will go on caring, and what it costs them."""
    return (
        limb("5a", "whether the carer is able to care, and will remain so", facts.able),
        limb("5b", "whether the carer is willing to care, and will remain so", facts.willing),
        limb("5c", "the impact on the carer's well-being", facts.wellbeing),
        limb("5d", "the outcomes the carer wishes to achieve", facts.outcomes_wished),
        limb("6", "work, education, training and recreation", facts.work_education_recreation),
    )
