"""The words of plans, budgets and services: closed lists."""

from __future__ import annotations

from enum import StrEnum


class PlanOutcome(StrEnum):
    """How a plan came to be final. Agreement is sought; it is not required (Care Act 2014 s 25(5))."""

    AGREED = "agreed with the person"
    SETTLED = "settled without agreement"


class ApprovalOutcome(StrEnum):
    """What an approver, or a panel, made of a plan put before them."""

    APPROVED = "approved"
    RETURNED = "returned for changes"
    DECLINED = "declined"


class ServiceKind(StrEnum):
    """What kind of service it is."""

    HOME_CARE = "care at home"
    DAY_CARE = "day care"
    RESPITE = "respite"
    RESIDENTIAL = "care home"
    NURSING = "care home with nursing"
    SUPPORTED_LIVING = "supported living"
    SHARED_LIVES = "shared lives"
    REABLEMENT = "reablement"
    EQUIPMENT = "equipment or adaptation"
    TRANSPORT = "transport"
    MEALS = "meals"
    PROFESSIONAL_SUPPORT = "professional support"
    CARER_SUPPORT = "support for a carer"
    OTHER = "other"

    @property
    def for_a_carer(self) -> bool:
        """Whether it is a carer's support, and not the adult's."""
        return self is ServiceKind.CARER_SUPPORT


class Unit(StrEnum):
    """What the quantity of a service counts, in a week."""

    HOURS = "hours a week"
    DAYS = "days a week"
    SESSIONS = "sessions a week"
    NIGHTS = "nights a week"
    PLACE = "a place, the whole week"
    ITEM = "an item, once"


class ChangeKind(StrEnum):
    """What a change does to what the person gets."""

    INCREASE = "increase"
    UNCHANGED = "neither more nor less"
    DECREASE = "decrease"
    END = "end"

    @property
    def takes_away(self) -> bool:
        """Whether the person is left with less."""
        return self in (ChangeKind.DECREASE, ChangeKind.END)


class ChangeGround(StrEnum):
    """Why support changes. Only the first three speak of the person's needs."""

    NEEDS_CHANGED = "needs or circumstances changed"
    OUTCOMES_MET = "outcomes met"
    PERSON_WISHES = "the person wishes it"
    PROVIDER = "the provider ends or changes it"
    POLICY = "policy, cap, matrix or priority"
    COST = "cost"
    MOVED = "moved away"
    DIED = "died"
    OTHER = "other"


class NotMeetingGround(StrEnum):
    """Why a council will not meet a need (Care Act 2014 ss 18(7), 21 to 23, 24(2))."""

    NOT_ELIGIBLE = "not eligible, and the power is not used"
    MET_BY_CARER = "met by a carer"
    NOT_RESIDENT = "ordinarily resident elsewhere"
    IMMIGRATION = "destitution alone, and subject to immigration control"
    NHS = "for the NHS to provide"
    HOUSING = "for the housing authority to provide"
    DECLINED = "the person does not want it met"
    MEANS = "means above the limit, and the person has not asked"
    POLICY = "policy, cap, matrix or priority"
    COST = "cost"
    OTHER = "other"


class ServiceEnd(StrEnum):
    """Why a service ended."""

    NO_LONGER_NEEDED = "no longer needed"
    CHANGED = "replaced by another"
    PERSON_DECLINED = "the person declined it"
    COUNCIL = "ended by the council"
    PROVIDER = "ended by the provider"
    PROVIDER_FAILED = "the provider failed"
    MOVED = "moved away"
    DIED = "died"
    OTHER = "other"
