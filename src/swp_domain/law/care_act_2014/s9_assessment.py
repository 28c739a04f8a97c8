"""Section 9: assessing an adult who appears to have needs, whatever their level and means."""

from __future__ import annotations

from enum import StrEnum

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule


class NoAssessmentReason(StrEnum):
    """Why no assessment follows. Section 9(3) rules out the level of the needs and the adult's means."""

    NO_APPEARANCE_OF_NEEDS = "no appearance of needs for care and support"
    MEANS = "means"
    LEVEL_OF_NEED = "level of need"
    DECLINED = "the adult does not want an assessment"
    ALREADY = "already assessed, or being assessed"
    OTHER = "other"

    @property
    def stands_with_needs(self) -> bool:
        """Whether it is a reason although needs appear: the duty is done, or section 11 may have ended it."""
        return self in (NoAssessmentReason.DECLINED, NoAssessmentReason.ALREADY)


class Appearance(Facts):
    """What was concluded about whether the adult may have needs, and why nothing follows if nothing does."""

    appears_to_have_needs: bool | None = None
    reason: NoAssessmentReason | None = None


class AssessmentCoverage(Facts):
    """What an assessment of an adult's needs looked at (s 9(4)-(6)).

    ``involved`` holds where everybody whom s 9(5) names was involved, or it is recorded why not.
    """

    wellbeing: bool | None = None
    outcomes_wished: bool | None = None
    contribution: bool | None = None
    involved: bool | None = None
    other_help: bool | None = None


@rule(CARE_ACT["s 9(1)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="duty to assess an adult")
def duty_to_assess(facts: Appearance) -> Limbs:
    """An adult who appears to have needs for care and support must be assessed."""
    return (limb("1", "it appears that the adult may have needs for care and support", facts.appears_to_have_needs),)


@rule(CARE_ACT["s 9(3)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="grounds for not assessing")
def lawful_ground_for_not_assessing(facts: Appearance) -> Limbs:
    """Neither the level of the needs nor the adult's means is a reason not to assess."""
    reason = facts.reason
    level = None if reason is None else reason is NoAssessmentReason.LEVEL_OF_NEED
    means = None if reason is None else reason is NoAssessmentReason.MEANS
    return (
        limb("a", "the reason is not the level of the needs", None if level is None else not level),
        limb("b", "the reason is not the adult's means", None if means is None else not means),
    )


@rule(CARE_ACT["s 9(4)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="content of a needs assessment")
def assessment_covers(facts: AssessmentCoverage) -> Limbs:
    """A needs assessment looks at well-being, at the outcomes wished for, and at what support could do."""
    return (
        limb("a", "the impact of the needs on well-being is assessed", facts.wellbeing),
        limb("b", "the outcomes the adult wishes to achieve are assessed", facts.outcomes_wished),
        limb("c", "whether and how far care and support could contribute is assessed", facts.contribution),
    )


@rule(
    CARE_ACT["s 9(5)"],
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="involvement in a needs assessment",
)
def everybody_involved(facts: AssessmentCoverage) -> Limbs:
    """The adult, any carer, and whoever the adult asks for are involved."""
    return (limb("1", "those to be involved were, or it is recorded why not", facts.involved),)


@rule(CARE_ACT["s 9(6)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="other help considered")
def other_help_considered(facts: AssessmentCoverage) -> Limbs:
    """What else could help, and prevention or advice, is considered."""
    return (limb("1", "other sources of help are considered", facts.other_help),)
