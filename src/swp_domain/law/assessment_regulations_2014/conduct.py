"""Care and Support (Assessment) Regulations 2014, SI 2014/2827."""

from __future__ import annotations

from swp_domain.law.assessment_regulations_2014 import ASSESSMENT
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule

COMMENCED = "2015-04-01"


class ConductFacts(Facts):
    """How an assessment was carried out, as far as the regulations ask.

    ``information_held_given``: whoever assessed themselves was given what the council holds about them.
    """

    self_assessment_offered: bool | None = None
    self_assessment_wanted: bool | None = None
    able_to_self_assess: bool | None = None
    self_assessed: bool | None = None
    information_held_given: bool | None = None
    assessor_trained: bool | None = None
    deafblind: bool | None = None
    assessor_deafblind_trained: bool | None = None
    may_need_nhs_continuing_healthcare: bool | None = None


@rule(ASSESSMENT["reg 2"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="supported self-assessment")
def self_assessment_asked(facts: ConductFacts) -> Limbs:
    """The person is asked whether they want a supported self-assessment."""
    return (limb("2", "the person was asked about a supported self-assessment", facts.self_assessment_offered),)


@rule(ASSESSMENT["reg 2"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="a self-assessment that was wanted")
def self_assessment_made(facts: ConductFacts) -> Limbs:
    """Whoever wants a supported self-assessment, and has the capacity to take part, gets one."""
    spared = (told is False for told in (facts.self_assessment_wanted, facts.able_to_self_assess))
    untold = None in (facts.self_assessment_wanted, facts.able_to_self_assess)
    shown = True if any(spared) else None if untold else facts.self_assessed
    return (limb("2", "a supported self-assessment was made, or was not wanted or not possible", shown),)


@rule(ASSESSMENT["reg 2"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="what a self-assessment goes on")
def self_assessment_informed(facts: ConductFacts) -> Limbs:
    """Whoever makes a supported self-assessment is given the information that is held about them."""
    shown = True if facts.self_assessed is False else facts.information_held_given if facts.self_assessed else None
    return (limb("2", "no self-assessment was made, or what is held about the person was given", shown),)


@rule(ASSESSMENT["reg 5"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="training of an assessor")
def assessor_competent(facts: ConductFacts) -> Limbs:
    """Whoever assesses has the skills, knowledge and competence for it, and is trained."""
    return (limb("5", "the assessor is trained and competent for it", facts.assessor_trained),)


@rule(ASSESSMENT["reg 6"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="assessor of a deafblind person")
def deafblind_assessor(facts: ConductFacts) -> Limbs:
    """Somebody who is deafblind is assessed by a person with specific training and expertise."""
    shown = True if facts.deafblind is False else facts.assessor_deafblind_trained if facts.deafblind else None
    return (limb("6", "the person is not deafblind, or the assessor is trained for it", shown),)


@rule(
    ASSESSMENT["reg 7"],
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="referral for continuing healthcare",
)
def healthcare_referral_due(facts: ConductFacts) -> Limbs:
    """Somebody who may be eligible for NHS continuing healthcare is referred to the NHS body."""
    return (limb("7", "may be eligible for NHS continuing healthcare", facts.may_need_nhs_continuing_healthcare),)
