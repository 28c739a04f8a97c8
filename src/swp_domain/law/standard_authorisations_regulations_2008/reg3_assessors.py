"""Regulations 3 to 12: who may carry out which assessment.

The regulations name the regulators of their time; registration is asked of whoever keeps the register on the day.
"""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import Requirement
from swp_domain.law.rule import rule
from swp_domain.law.standard_authorisations_regulations_2008 import COMMENCED, STANDARD_AUTHORISATIONS


class AssessorFacts(Facts):
    """What the supervisory body knows of somebody whom it selects as an assessor.

    ``best_interests_assessor`` and ``mental_health_assessor`` say that they may act as one: profession, years since
    registration and training, that of the last twelve months included. ``section_12_doctor`` is a doctor approved
    under section 12 of the Mental Health Act 1983; ``approved_mental_health_professional`` an AMHP.
    """

    best_interests_assessor: bool | None = None
    mental_health_assessor: bool | None = None
    section_12_doctor: bool | None = None
    approved_mental_health_professional: bool | None = None
    insured_and_checked: bool | None = None
    related: bool | None = None
    financially_interested: bool | None = None
    involved_in_care: bool | None = None


class SelectionFacts(Facts):
    """Somebody, and what they are to assess."""

    requirement: Requirement
    assessor: AssessorFacts = AssessorFacts()


def _both(*answers: bool | None) -> bool | None:
    if False in answers:
        return False
    return None if None in answers else True


def _qualified(facts: SelectionFacts) -> bool | None:
    one = facts.assessor
    match facts.requirement:
        case Requirement.MENTAL_HEALTH:
            return one.mental_health_assessor
        case Requirement.MENTAL_CAPACITY:
            return any_of((one.mental_health_assessor, one.best_interests_assessor))
        case Requirement.ELIGIBILITY:
            doctor = _both(one.mental_health_assessor, one.section_12_doctor)
            return any_of((doctor, _both(one.best_interests_assessor, one.approved_mental_health_professional)))
    return one.best_interests_assessor


@rule(STANDARD_AUTHORISATIONS["regs 3 to 9"], commenced=COMMENCED, family="who may carry out an assessment")
def assessor_is_eligible(facts: SelectionFacts) -> Limbs:
    """Each assessment has its own assessors; all are insured and checked."""
    return (
        limb("1", "may carry out this assessment", _qualified(facts)),
        limb("2", "is insured, and checked", facts.assessor.insured_and_checked),
    )


def _not(told: bool | None) -> bool | None:
    return None if told is None else not told


@rule(STANDARD_AUTHORISATIONS["regs 10 to 12"], commenced=COMMENCED, family="who may not carry out an assessment")
def assessor_is_independent(facts: SelectionFacts) -> Limbs:
    """No assessor is related or has a financial interest; whoever assesses best interests is not in the care."""
    apart = facts.requirement is not Requirement.BEST_INTERESTS
    return (
        limb("1", "is no relative of the person, or of somebody with an interest", _not(facts.assessor.related)),
        limb("2", "has no financial interest in the case", _not(facts.assessor.financially_interested)),
        limb("3", "is not involved in the care", any_of((apart, _not(facts.assessor.involved_in_care)))),
    )
