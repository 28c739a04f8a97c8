"""The words of safeguarding adults."""

from __future__ import annotations

from enum import StrEnum


class EnquiryOutcome(StrEnum):
    """What was decided on a concern."""

    ENQUIRE = "make a section 42 enquiry"
    OTHER_ENQUIRY = "make another enquiry"
    NO_ENQUIRY = "no enquiry"

    @property
    def enquires(self) -> bool:
        """Whether an enquiry of some kind is to be made."""
        return self is not EnquiryOutcome.NO_ENQUIRY


class AbuseType(StrEnum):
    """The types of abuse and neglect: ten of the statutory guidance, and sexual exploitation, counted by itself."""

    PHYSICAL = "physical"
    DOMESTIC = "domestic"
    SEXUAL = "sexual"
    SEXUAL_EXPLOITATION = "sexual exploitation"
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


class Location(StrEnum):
    """Where it happened, as the Safeguarding Adults Collection counts it."""

    OWN_HOME = "own home"
    COMMUNITY = "in the community"
    COMMUNITY_SERVICE = "community service"
    NURSING_HOME = "care home - nursing"
    RESIDENTIAL_HOME = "care home - residential"
    ACUTE_HOSPITAL = "hospital - acute"
    MENTAL_HEALTH_HOSPITAL = "hospital - mental health"
    COMMUNITY_HOSPITAL = "hospital - community"
    OTHER = "other"


class RiskSource(StrEnum):
    """From whom the risk comes. Whoever assesses and manages care, of council or NHS, is no service provider."""

    SERVICE_PROVIDER = "service provider"
    KNOWN = "other - known to individual"
    UNKNOWN = "other - unknown to individual"


class Consent(StrEnum):
    """Whether the adult agrees that an enquiry is made. Nobody needs it (Care Act 2014 s 42)."""

    GIVEN = "given"
    REFUSED = "refused"
    NOT_ASKED = "not asked"
    CANNOT_DECIDE = "cannot decide"


class Override(StrEnum):
    """Why an enquiry is made, or goes on, although the adult does not agree."""

    OTHERS_AT_RISK = "others are or may be at risk"
    PUBLIC_INTEREST = "it is in the public interest"
    NO_CAPACITY = "they lack capacity, and it is in their best interests"
    COERCION = "they may be coerced"
    UNSAFE_TO_ASK = "asking would have put them at risk"
    CRIME = "a crime may have been committed"


class OtherBody(StrEnum):
    """Bodies that are told of a concern."""

    POLICE = "police"
    REGULATOR = "regulator"
    COMMISSIONER = "commissioner"
    NHS = "NHS"
    OTHER_COUNCIL = "another council"
    EMPLOYER = "employer"
    OTHER = "other"


class NotTold(StrEnum):
    """Why an outcome is not told to somebody."""

    NOT_NAMED = "they gave no name"
    UNSAFE = "it would put somebody at risk"
    CONFIDENTIAL = "it is not theirs to know"
    NOT_WANTED = "they do not want to hear"
    NOT_REACHED = "they cannot be reached"
