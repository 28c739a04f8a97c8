"""Regulation 2: an adult's needs meet the criteria when three things hold."""

from __future__ import annotations

from enum import StrEnum

from swp_domain.law.eligibility_regulations_2015 import COMMENCED, ELIGIBILITY
from swp_domain.law.finding import Facts, Limbs, any_of, at_least, limb
from swp_domain.law.rule import Regime, rule

OUTCOMES_NEEDED = 2


class AdultOutcome(StrEnum):
    """The ten outcomes of reg 2(2)."""

    NUTRITION = "managing and maintaining nutrition"
    HYGIENE = "maintaining personal hygiene"
    TOILET = "managing toilet needs"
    CLOTHING = "being appropriately clothed"
    HOME_SAFETY = "using the home safely"
    HOME = "maintaining a habitable home"
    RELATIONSHIPS = "family and other relationships"
    WORK_AND_LEARNING = "work, training, education or volunteering"
    COMMUNITY = "facilities and services in the community"
    CHILDCARE = "caring for a child"


class AdultAbility(Facts):
    """How one outcome stands: each way of being unable to achieve it (reg 2(3))."""

    outcome: AdultOutcome
    needs_assistance: bool | None = None
    pain_distress_or_anxiety: bool | None = None
    danger_to_health_or_safety: bool | None = None
    significantly_longer: bool | None = None

    @property
    def unable(self) -> bool | None:
        """Whether the adult is unable to achieve it within the meaning of reg 2(3)."""
        return any_of(
            (
                self.needs_assistance,
                self.pain_distress_or_anxiety,
                self.danger_to_health_or_safety,
                self.significantly_longer,
            )
        )


class AdultNeeds(Facts):
    """What an assessment concluded about an adult. Outcomes not listed were not looked at."""

    from_impairment_or_illness: bool | None = None
    abilities: tuple[AdultAbility, ...] = ()
    significant_impact_on_wellbeing: bool | None = None


@rule(ELIGIBILITY["reg 2(1)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="eligibility of an adult")
def adult_eligible(needs: AdultNeeds) -> Limbs:
    """Needs from impairment or illness, two outcomes out of reach, and a significant impact on well-being."""
    return (
        limb(
            "a",
            "needs arise from a physical or mental impairment or illness",
            needs.from_impairment_or_illness,
        ),
        limb(
            "b",
            "is unable to achieve two or more of the outcomes",
            at_least(OUTCOMES_NEEDED, (_unable(one, needs.abilities) for one in AdultOutcome)),
        ),
        limb(
            "c",
            "there is, or is likely to be, a significant impact on well-being",
            needs.significant_impact_on_wellbeing,
        ),
    )


def _unable(outcome: AdultOutcome, abilities: tuple[AdultAbility, ...]) -> bool | None:
    """Whether one outcome is out of reach, by all that was told of it; unknown if it was not looked at."""
    told = [one.unable for one in abilities if one.outcome is outcome]
    return any_of(told) if told else None
