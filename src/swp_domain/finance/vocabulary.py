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


class TopUpOutcome(StrEnum):
    """What came of asking somebody to pay what a preferred place costs above the budget."""

    AGREED = "agreed"
    DECLINED = "declined"


class FreeGround(StrEnum):
    """Why nothing is charged for a time."""

    REABLEMENT = "intermediate care or reablement"
    PROMISED = "the council said so"
    OTHER = "other"
