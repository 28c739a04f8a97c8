"""The words of how a practice is constituted, held to account and reported on."""

from __future__ import annotations

from enum import StrEnum


class PracticeForm(StrEnum):
    """What a practice is in law."""

    COMMUNITY_INTEREST_COMPANY = "community interest company"
    SOCIAL_ENTERPRISE = "social enterprise"
    CHARITY = "charity"
    COUNCIL_OWNED = "owned by the council"
    COMPANY = "company"
    OTHER = "other"


class Appointment(StrEnum):
    """The outcome of naming somebody."""

    APPOINTED = "appointed"


class Reported(StrEnum):
    """What a report under a partnership covers."""

    QUARTER = "quarter"
    YEAR = "year"


class AgreementHead(StrEnum):
    """What a written partnership agreement must deal with (SI 2000/617 regs 7(3) and 8(2))."""

    AIMS_AND_OUTCOMES = "aims and outcomes"
    CONTRIBUTIONS = "contributions and their variation"
    FUNCTIONS = "functions"
    PEOPLE_AND_SERVICES = "people and services"
    STAFF_GOODS_ACCOMMODATION = "staff, goods and accommodation"
    DURATION = "duration, review, variation and termination"
    MANAGEMENT = "management and monitoring"
    HOST = "host partner"


class Activation(StrEnum):
    """The outcome of putting an agreement into effect."""

    IN_EFFECT = "in effect"
