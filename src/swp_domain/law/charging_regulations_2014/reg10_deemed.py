"""Regulation 10: when a financial assessment is treated as carried out."""

from __future__ import annotations

from swp_domain.law.charging_regulations_2014 import CHARGING, COMMENCED
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule


class DeemedFacts(Facts):
    """What a financial assessment that was not carried out in full rests on."""

    light_touch: bool | None = None
    consented: bool | None = None
    deemed: bool | None = None
    refused: bool | None = None


@rule(
    CHARGING["reg 10"],
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="financial assessment treated as carried out",
)
def may_be_treated_as_done(facts: DeemedFacts) -> Limbs:
    """A light touch needs the person's consent; treating it as done needs their refusal, or no co-operation."""
    return (
        limb("a", "the person agrees to a light touch", _where(facts.light_touch, facts.consented)),
        limb("b", "the person refused, or did not co-operate", _where(facts.deemed, facts.refused)),
    )


def _where(asked: bool | None, shown: bool | None) -> bool | None:
    if asked is None:
        return True if shown else None
    return shown if asked else True
