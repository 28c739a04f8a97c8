"""Schedule A1: the six qualifying requirements, and when a standard authorisation must and may not be given."""

from __future__ import annotations

from enum import StrEnum

from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.mental_capacity_act_2005 import DEPRIVATION_BEGAN, MENTAL_CAPACITY_ACT
from swp_domain.law.rule import rule


class Requirement(StrEnum):
    """A qualifying requirement (para 12), each with an assessment of its own."""

    AGE = "age"
    MENTAL_HEALTH = "mental health"
    MENTAL_CAPACITY = "mental capacity"
    BEST_INTERESTS = "best interests"
    ELIGIBILITY = "eligibility"
    NO_REFUSALS = "no refusals"


class RequirementFacts(Facts):
    """What the assessments came to: whether each requirement is met, as far as it was assessed."""

    age: bool | None = None
    mental_health: bool | None = None
    mental_capacity: bool | None = None
    best_interests: bool | None = None
    eligibility: bool | None = None
    no_refusals: bool | None = None


class PlaceFacts(Facts):
    """Who would be deprived of their liberty, and where."""

    adult: bool | None = None
    hospital_or_care_home: bool | None = None


class EquivalentFacts(Facts):
    """What is known of an assessment made before, and of a new use of it (para 49).

    ``recent_enough`` is whether it was made in the last twelve months, or is one of age.
    ``advocate_and_representative_heard`` is asked of a best interests assessment alone.
    """

    recent_enough: bool | None = None
    meets_the_same_demands: bool | None = None
    written_copy_held: bool | None = None
    no_reason_to_doubt: bool | None = None
    advocate_and_representative_heard: bool | None = None


class ExtensionFacts(Facts):
    """Why an urgent authorisation was extended (para 84(4))."""

    standard_requested: bool | None = None
    exceptional_reasons: bool | None = None
    detention_essential: bool | None = None


def _limbs(facts: RequirementFacts) -> Limbs:
    return tuple(
        limb(letter, f"the {requirement.value} requirement is met", getattr(facts, requirement.name.lower()))
        for letter, requirement in zip("abcdef", Requirement, strict=True)
    )


@rule(MENTAL_CAPACITY_ACT["Sch A1 para 50(1)"], commenced=DEPRIVATION_BEGAN, family="duty to give an authorisation")
def all_requirements_met(facts: RequirementFacts) -> Limbs:
    """A standard authorisation is given where every assessment is positive, and then it must be."""
    return _limbs(facts)


@rule(MENTAL_CAPACITY_ACT["Sch A1 para 50(2)"], commenced=DEPRIVATION_BEGAN, family="refusal of an authorisation")
def some_requirement_not_met(facts: RequirementFacts) -> Limbs:
    """A standard authorisation is refused where an assessment is negative."""
    answers = [getattr(facts, one.name.lower()) for one in Requirement]
    negative = any_of(None if one is None else not one for one in answers)
    return (limb("2", "an assessment came to the conclusion that its requirement is not met", negative),)


@rule(MENTAL_CAPACITY_ACT["Sch A1 paras 1(2) and 13"], commenced=DEPRIVATION_BEGAN, family="reach of the schedule")
def schedule_reaches(facts: PlaceFacts) -> Limbs:
    """The schedule is for adults who are in a hospital or a care home; elsewhere it is for the court."""
    return (
        limb("1", "it is a hospital or a care home", facts.hospital_or_care_home),
        limb("2", "the person is 18 or over", facts.adult),
    )


@rule(MENTAL_CAPACITY_ACT["Sch A1 para 49"], commenced=DEPRIVATION_BEGAN, family="use of an equivalent assessment")
def equivalent_can_be_used(facts: EquivalentFacts) -> Limbs:
    """An assessment is used again where it is recent, meets the same demands, is held in writing and not in doubt."""
    return (
        limb("a", "it was made within the last twelve months, or is of age", facts.recent_enough),
        limb("b", "it meets the demands on a new one", facts.meets_the_same_demands),
        limb("c", "a written copy is held", facts.written_copy_held),
        limb("d", "there is no reason to think that it is no longer accurate", facts.no_reason_to_doubt),
    )


@rule(
    MENTAL_CAPACITY_ACT["Sch A1 para 49"],
    commenced=DEPRIVATION_BEGAN,
    family="use of an equivalent best interests assessment",
)
def others_heard_on_equivalent(facts: EquivalentFacts) -> Limbs:
    """Before a best interests assessment is used again, regard is had to what representative and advocate say."""
    return (limb("1", "representative and advocate were heard", facts.advocate_and_representative_heard),)


@rule(MENTAL_CAPACITY_ACT["Sch A1 para 84(4)"], commenced="2009-05-01", family="extension of an urgent authorisation")
def urgent_may_be_extended(facts: ExtensionFacts) -> Limbs:
    """A standard authorisation was requested, exceptional reasons delay it, and detention meanwhile is essential."""
    return (
        limb("a", "a standard authorisation was requested", facts.standard_requested),
        limb("b", "exceptional reasons have kept it from being disposed of", facts.exceptional_reasons),
        limb("c", "it is essential that detention goes on until it is", facts.detention_essential),
    )
