"""Section 4B: a deprivation of liberty for life-sustaining treatment or a vital act, while the court is asked."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.mental_capacity_act_2005 import DEPRIVATION_BEGAN, MENTAL_CAPACITY_ACT
from swp_domain.law.rule import rule


class VitalActFacts(Facts):
    """What a named person concluded: what the deprivation is for, and whether that needs it.

    That a question is before the court is not told here: the record has the applications.
    """

    for_treatment_or_vital_act: bool | None = None
    necessary: bool | None = None


@rule(MENTAL_CAPACITY_ACT["s 4B"], commenced=DEPRIVATION_BEGAN, family="deprivation while the court is asked")
def vital_act(facts: VitalActFacts) -> Limbs:
    """The deprivation is for life-sustaining treatment or a vital act, and is necessary for it."""
    return (
        limb("3", "it is for, or is, life-sustaining treatment or a vital act", facts.for_treatment_or_vital_act),
        limb("4", "it is necessary for that", facts.necessary),
    )
