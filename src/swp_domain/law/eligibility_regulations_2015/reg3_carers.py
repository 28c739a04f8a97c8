"""Regulation 3: a carer's needs meet the criteria when three things hold, on any one circumstance."""

from __future__ import annotations

from enum import StrEnum

from swp_domain.law.eligibility_regulations_2015 import COMMENCED, ELIGIBILITY
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import Regime, rule


class CarerOutcome(StrEnum):
    """The eight outcomes of reg 3(2)(b)."""

    CHILDCARE = "caring for a child"
    CARING_FOR_OTHERS = "caring for other people"
    HOME = "maintaining a habitable home"
    NUTRITION = "managing and maintaining nutrition"
    RELATIONSHIPS = "family and other relationships"
    WORK_AND_LEARNING = "work, training, education or volunteering"
    COMMUNITY = "facilities and services in the community"
    RECREATION = "recreational activities"


class CarerAbility(Facts):
    """How one outcome stands for a carer. Taking significantly longer does not count (reg 3(3))."""

    outcome: CarerOutcome
    needs_assistance: bool | None = None
    pain_distress_or_anxiety: bool | None = None
    danger_to_health_or_safety: bool | None = None

    @property
    def unable(self) -> bool | None:
        """Whether the carer is unable to achieve it within the meaning of reg 3(3)."""
        return any_of((self.needs_assistance, self.pain_distress_or_anxiety, self.danger_to_health_or_safety))


class CarerNeeds(Facts):
    """What an assessment concluded about a carer. Outcomes not listed were not looked at."""

    from_necessary_care: bool | None = None
    health_at_risk: bool | None = None
    abilities: tuple[CarerAbility, ...] = ()
    significant_impact_on_wellbeing: bool | None = None


@rule(ELIGIBILITY["reg 3(1)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="eligibility of a carer")
def carer_eligible(needs: CarerNeeds) -> Limbs:
    """Needs from providing necessary care, one circumstance of two kinds, and a significant impact on well-being."""
    circumstance = any_of((needs.health_at_risk, *(_unable(one, needs.abilities) for one in CarerOutcome)))
    return (
        limb("a", "needs arise from providing necessary care for an adult", needs.from_necessary_care),
        limb("b", "health is at risk, or an outcome is out of reach", circumstance),
        limb(
            "c",
            "there is, or is likely to be, a significant impact on well-being",
            needs.significant_impact_on_wellbeing,
        ),
    )


def _unable(outcome: CarerOutcome, abilities: tuple[CarerAbility, ...]) -> bool | None:
    """Whether one outcome is out of reach, by all that was told of it; unknown if it was not looked at."""
    told = [one.unable for one in abilities if one.outcome is outcome]
    return any_of(told) if told else None
