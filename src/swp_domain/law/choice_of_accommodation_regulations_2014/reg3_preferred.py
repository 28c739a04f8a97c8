"""Regulations 3, 5 and 9: when the preferred place is arranged, who may pay what it costs more, and refusing it."""

from __future__ import annotations

from enum import StrEnum

from swp_domain.law.choice_of_accommodation_regulations_2014 import CHOICE, COMMENCED
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule


class SelfPayGround(StrEnum):
    """What lets a person pay their own top-up (SI 2014/2670 regs 4(3), 5)."""

    PROPERTY_DISREGARD = "within the twelve weeks in which the home is disregarded"
    DEFERRED_PAYMENT = "with a deferred payment agreement"
    AFTER_CARE = "after-care"
    NONE = "none of them"


class PreferenceFacts(Facts):
    """What was found of a place that the person prefers.

    ``type_in_plan`` holds where the plan says that needs are met in accommodation of a type, and the place is of
    that type. ``affordable`` holds where it costs no more than the personal budget has for that type, or somebody
    pays the rest under a written agreement.
    """

    type_in_plan: bool | None = None
    suitable: bool | None = None
    available: bool | None = None
    terms_agreed: bool | None = None
    affordable: bool | None = None


class TopUpFacts(Facts):
    """Who pays a top-up, and what it rests on."""

    by_the_person: bool | None = None
    ground: SelfPayGround | None = None
    willing_and_able: bool | None = None
    written: bool | None = None


class RefusalFacts(Facts):
    """What a refusal of a preferred place gives the person."""

    reasons_given: bool | None = None


@rule(
    CHOICE["regs 3, 5"],
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="arranging the preferred place",
)
def must_be_arranged(found: PreferenceFacts) -> Limbs:
    """A suitable, available place of the type in the plan is arranged, where terms and cost are settled."""
    return (
        limb("a", "the plan says accommodation of that type", found.type_in_plan),
        limb("b", "the place suits the needs", found.suitable),
        limb("c", "the place is available", found.available),
        limb("d", "the provider agrees to the council's terms", found.terms_agreed),
        limb("e", "it costs no more than the budget, or somebody pays the rest", found.affordable),
    )


@rule(CHOICE["reg 5"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="who may pay a top-up, and how")
def top_up_stands(facts: TopUpFacts) -> Limbs:
    """Somebody willing and able pays it under a written agreement; the person only in the cases that are listed."""
    ground = None if facts.ground is None else facts.ground is not SelfPayGround.NONE
    by_person = facts.by_the_person
    eligible = True if by_person is False or ground else None if by_person is None else ground
    return (
        limb("a", "the payer may pay it", eligible),
        limb("b", "the payer is willing and able to, for as long as it is likely to last", facts.willing_and_able),
        limb("c", "there is a written agreement with the council", facts.written),
    )


@rule(CHOICE["reg 9"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="refusing the preferred place")
def refused_with_reasons(facts: RefusalFacts) -> Limbs:
    """A council that does not arrange the preferred place says why, in writing."""
    return (limb("9", "the reasons are given in writing", facts.reasons_given),)
