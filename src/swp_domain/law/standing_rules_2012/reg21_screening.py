"""Regulation 21(4): if somebody is screened, it is with the national checklist."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import rule
from swp_domain.law.standing_rules_2012 import COMMENCED, STANDING_RULES


class ScreeningFacts(Facts):
    """Whether the tool that was used is the national checklist."""

    national_checklist: bool | None = None


@rule(STANDING_RULES["reg 21(4)"], commenced=COMMENCED, family="the tool for screening")
def screened_with_the_checklist(facts: ScreeningFacts) -> Limbs:
    """Whoever is screened for continuing healthcare is screened with the national checklist."""
    return (limb("4", "the tool used is the national checklist", facts.national_checklist),)
