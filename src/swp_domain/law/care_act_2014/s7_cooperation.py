"""Section 7: co-operation between a council and its partners in a specific case."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule


class CooperationFacts(Facts):
    """What became of a request for co-operation; if it was declined, whether the reasons went out in writing."""

    agreed: bool | None = None
    reasons_in_writing: bool | None = None


@rule(CARE_ACT["s 7(3)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="reasons for not co-operating")
def cooperation_or_reasons(facts: CooperationFacts) -> Limbs:
    """Whoever declines to co-operate in a case gives the reasons in writing to whoever asked."""
    shown = True if facts.agreed else facts.reasons_in_writing if facts.agreed is False else None
    return (limb("3", "co-operation was agreed to, or written reasons were given", shown),)
