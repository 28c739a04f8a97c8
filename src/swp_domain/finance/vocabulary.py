"""The words of means and charges: closed lists."""

from __future__ import annotations

from enum import StrEnum


class HowAssessed(StrEnum):
    """How means were assessed."""

    FULL = "full"
    LIGHT_TOUCH = "light-touch"
    DEEMED = "treated as done, because it was refused"


class MeansOutcome(StrEnum):
    """What an assessment of means came to."""

    ABOVE_LIMIT = "means above the limit"
    CONTRIBUTES = "contributes"
    NOTHING = "contributes nothing"


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


class ChargeOutcome(StrEnum):
    """What was decided on charging."""

    CHARGE = "charge"
    NO_CHARGE = "no charge"
    WAIVED = "waived"


class Accommodation(StrEnum):
    """The types of accommodation of which a person may choose a place (SI 2014/2670 regs 6 to 8)."""

    CARE_HOME = "care home"
    SHARED_LIVES = "shared lives"
    SUPPORTED_LIVING = "supported living"


class PlacementOutcome(StrEnum):
    """What was decided on the place a person prefers."""

    ARRANGED = "arranged"
    REFUSED = "refused"


class TopUpPayer(StrEnum):
    """Who pays what a preferred place costs above the budget."""

    THIRD_PARTY = "a third party"
    PERSON = "the person"


class SelfPayGround(StrEnum):
    """What lets a person pay their own top-up (SI 2014/2670 reg 5)."""

    PROPERTY_DISREGARD = "within the twelve weeks in which the home is disregarded"
    DEFERRED_PAYMENT = "with a deferred payment agreement"
    AFTER_CARE = "after-care"
    NONE = "none of them"
