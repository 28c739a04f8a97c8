"""National Health Service and Community Care Act 1990, s 47: assessment before the Care Act."""

from __future__ import annotations

from swp_domain.law.community_care_act_1990 import COMMUNITY_CARE
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule

BEGAN, ENDED = "1993-04-01", "2016-03-31"


class CommunityCareFacts(Facts):
    """What was concluded about somebody before the Care Act applied to them."""

    may_need_services: bool | None = None
    assessment_completed: bool | None = None


@rule(
    COMMUNITY_CARE["s 47(1)(a)"],
    commenced=BEGAN,
    ceased=ENDED,
    regime=Regime.COMMUNITY_CARE,
    family="duty to assess an adult",
)
def duty_to_assess_for_services(facts: CommunityCareFacts) -> Limbs:
    """Somebody who appears to need community care services that could be provided must be assessed."""
    return (limb("a", "may be in need of community care services", facts.may_need_services),)


@rule(
    COMMUNITY_CARE["s 47(1)(b)"],
    commenced=BEGAN,
    ceased=ENDED,
    regime=Regime.COMMUNITY_CARE,
    family="determination after assessment",
)
def decision_has_regard_to_assessment(facts: CommunityCareFacts) -> Limbs:
    """Whether needs call for services is decided having regard to the assessment."""
    return (limb("b", "an assessment is completed", facts.assessment_completed),)
