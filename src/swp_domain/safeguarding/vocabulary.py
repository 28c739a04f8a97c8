"""The words of safeguarding adults."""

from __future__ import annotations

from enum import StrEnum


class EnquiryOutcome(StrEnum):
    """What was decided on a concern."""

    ENQUIRE = "make a section 42 enquiry"
    OTHER_ENQUIRY = "make another enquiry"
    NO_ENQUIRY = "no enquiry"


class AbuseType(StrEnum):
    """The types of abuse and neglect of the statutory guidance."""

    PHYSICAL = "physical"
    DOMESTIC = "domestic"
    SEXUAL = "sexual"
    PSYCHOLOGICAL = "psychological"
    FINANCIAL = "financial or material"
    MODERN_SLAVERY = "modern slavery"
    DISCRIMINATORY = "discriminatory"
    ORGANISATIONAL = "organisational"
    NEGLECT = "neglect and acts of omission"
    SELF_NEGLECT = "self-neglect"


class NoEnquiryGround(StrEnum):
    """Grounds given for not enquiring. None of the first four is one in law."""

    NO_CONSENT = "no consent"
    NO_CAPACITY = "no capacity"
    NOT_ELIGIBLE = "no eligible needs"
    NOT_RESIDENT = "not ordinarily resident"
    NOT_MET = "section 42(1) is not met"
    NOT_HERE = "the adult is in another council's area"
    OTHER = "other"

    @property
    def is_no_ground(self) -> bool:
        """Whether section 42 gives it no weight."""
        return self not in (NoEnquiryGround.NOT_MET, NoEnquiryGround.NOT_HERE, NoEnquiryGround.OTHER)
