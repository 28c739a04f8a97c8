"""Section 13: a determination stands on an assessment, and is given with reasons, in writing."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule


class DeterminationFacts(Facts):
    """What a determination stands on."""

    assessment_completed: bool | None = None
    needs_found: bool | None = None
    reasons_recorded: bool | None = None


@rule(CARE_ACT["s 13(1)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="determination after assessment")
def stands_on_an_assessment(facts: DeterminationFacts) -> Limbs:
    """Eligibility is determined on the basis of an assessment that was completed."""
    return (
        limb("1", "a needs or carer's assessment is completed", facts.assessment_completed),
        limb("1n", "the council is satisfied on it that there are needs", facts.needs_found),
    )


@rule(CARE_ACT["s 13(2)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="reasons for a determination")
def has_reasons(facts: DeterminationFacts) -> Limbs:
    """A determination is recorded with its reasons."""
    return (limb("2", "the reasons are recorded", facts.reasons_recorded),)
