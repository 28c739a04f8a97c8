"""The words of plans, budgets and services: closed lists."""

from __future__ import annotations

from enum import StrEnum

from swp_domain.law.care_act_2014.s24_not_meeting import NotMeetingGround as NotMeetingGround


class PlanOutcome(StrEnum):
    """How a plan came to be final. Agreement is sought; it is not required (Care Act 2014 s 25(5))."""

    AGREED = "agreed with the person"
    SETTLED = "settled without agreement"


class ApprovalOutcome(StrEnum):
    """What an approver, or a panel, made of a plan put before them."""

    APPROVED = "approved"
    RETURNED = "returned for changes"
    DECLINED = "declined"


class Untold(StrEnum):
    """In the place of a sum that was decided and is not told: a decision always has an outcome."""

    NOT_TOLD = "not told"


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

    @property
    def may_prevent(self) -> bool:
        """Whether it is commonly given to prevent or delay needs (s 2), so that alone it calls for no plan."""
        return self in (ServiceKind.REABLEMENT, ServiceKind.EQUIPMENT)


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

    @property
    def is_the_councils(self) -> bool:
        """Whether it is the council that makes the change, and not the person, a provider or events."""
        return self not in (
            ChangeGround.PERSON_WISHES,
            ChangeGround.PROVIDER,
            ChangeGround.MOVED,
            ChangeGround.DIED,
        )


class Suspension(StrEnum):
    """Why a service paused."""

    HOSPITAL = "the person is in hospital"
    PERSON_WISHES = "the person wishes it"
    PROVIDER = "the provider does not come"
    COUNCIL = "paused by the council"
    OTHER = "other"

    @property
    def leaves_need_unmet(self) -> bool:
        """Whether the need goes on without anybody meeting it: a hospital does, and nobody owes what is not wanted."""
        return self not in (Suspension.HOSPITAL, Suspension.PERSON_WISHES)


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

    @property
    def leaves_need_unmet(self) -> bool:
        """Whether the need that it met is still there to be met, and is not declined."""
        return self in (ServiceEnd.COUNCIL, ServiceEnd.PROVIDER, ServiceEnd.PROVIDER_FAILED, ServiceEnd.OTHER)
