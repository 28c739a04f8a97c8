"""Section 11: when a refusal of assessment ends the duty to assess."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule


class RefusalFacts(Facts):
    """What was concluded about an adult who does not want to be assessed."""

    has_capacity_to_refuse: bool | None = None
    assessment_in_best_interests: bool | None = None
    at_risk_of_abuse_or_neglect: bool | None = None


def _capacity_limb_clear(facts: RefusalFacts) -> bool | None:
    """Clear unless the adult lacks capacity to refuse *and* an assessment is in their best interests."""
    if facts.has_capacity_to_refuse or facts.assessment_in_best_interests is False:
        return True
    if facts.has_capacity_to_refuse is None or facts.assessment_in_best_interests is None:
        return None
    return False


@rule(CARE_ACT["s 11(2)(a)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="refusal without capacity")
def refusal_counts_for_capacity(facts: RefusalFacts) -> Limbs:
    """A refusal without capacity to refuse does not end the duty, if assessing is in the adult's best interests."""
    return (
        limb(
            "a",
            "the adult has capacity to refuse, or an assessment is not in their best interests",
            _capacity_limb_clear(facts),
        ),
    )


@rule(CARE_ACT["s 11(2)(b)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="refusal by an adult at risk")
def refusal_counts_for_safety(facts: RefusalFacts) -> Limbs:
    """A refusal does not end the duty where the adult is experiencing, or at risk of, abuse or neglect."""
    risk = facts.at_risk_of_abuse_or_neglect
    return (
        limb(
            "b",
            "the adult is neither experiencing nor at risk of abuse or neglect",
            None if risk is None else not risk,
        ),
    )
