"""Section 14: what a council may charge for. It is a power, and only the council's own (s 79(2))."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from enum import StrEnum

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Force, Limbs, limb
from swp_domain.law.rule import Regime, Text, rule

AFTER_CARE = Text(
    "R v Manchester City Council, ex p Stennett [2002] UKHL 34", Force.CASE_LAW, "checked in a secondary source"
)


class ChargedFor(StrEnum):
    """What a charge is made for."""

    CARE_HOME = "care home"
    CARE_AT_HOME = "care outside a care home"
    REABLEMENT = "intermediate care or reablement"
    AID = "an aid"
    ADAPTATION = "an adaptation"
    CARER_SUPPORT = "support to a carer"
    CARE_TO_ADULT_OF_CARER = "care to the adult, charged to the carer"
    AFTER_CARE = "after-care"
    ARRANGING = "arranging care"
    ASSESSMENT = "an assessment"
    OTHER = "other"


class ChargeFacts(Facts):
    """What a charge is made for, and from when.

    ``first_day`` is the first day charged for; ``provision_began`` the first day of the reablement, or the day
    on which the person first moved into a care home to stay. ``cost`` is what the thing costs, in pounds.
    ``counts_home`` is whether the value of the person's home is counted. ``above_limit`` is whether the person's
    means are above the financial limit, and they asked for care to be arranged all the same. ``vcjd`` is
    whether they have variant Creutzfeldt-Jakob disease.
    """

    charged_for: ChargedFor | None = None
    first_day: date | None = None
    provision_began: date | None = None
    cost: Decimal | None = None
    counts_home: bool | None = None
    above_limit: bool | None = None
    vcjd: bool | None = None


def unless(charge: ChargeFacts, what: ChargedFor, shown: bool | None) -> bool | None:
    """What a limb about one kind of charge comes to: it holds of every other kind."""
    if charge.charged_for is None:
        return True if shown else None
    return shown if charge.charged_for is what else True


@rule(CARE_ACT["s 14(1)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="what may be charged for")
def meets_needs(charge: ChargeFacts) -> Limbs:
    """A charge is for meeting needs, or for arranging care of people with means who asked; never for assessing."""
    return (
        limb("a", "it is not for an assessment", unless(charge, ChargedFor.ASSESSMENT, False)),
        limb(
            "b",
            "it is for arranging care only where means are above the limit and the person asked",
            unless(charge, ChargedFor.ARRANGING, charge.above_limit),
        ),
    )


@rule(CARE_ACT["s 14(3)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="charges to carers")
def not_the_carers(charge: ChargeFacts) -> Limbs:
    """A carer is not charged for care that is given to the adult they care for."""
    return (
        limb(
            "3",
            "a carer is not charged for care to the adult",
            unless(charge, ChargedFor.CARE_TO_ADULT_OF_CARER, False),
        ),
    )


@rule(AFTER_CARE[""], commenced="1993-04-01", family="after-care is free")
def not_after_care(charge: ChargeFacts) -> Limbs:
    """After-care under section 117 of the Mental Health Act 1983 is free; a top-up for a dearer place is no charge."""
    return (limb("117", "it is not for after-care", unless(charge, ChargedFor.AFTER_CARE, False)),)
