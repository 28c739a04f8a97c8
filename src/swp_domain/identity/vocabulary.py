"""The words of who is who around a case: closed lists."""

from __future__ import annotations

from enum import StrEnum


class MatchedOn(StrEnum):
    """What two files share."""

    NHS_NUMBER = "NHS number"
    NAME = "name"
    BIRTH_DATE = "birth date"
    ADDRESS = "address"
    OTHER = "other"


class Relationship(StrEnum):
    """How somebody stands to the adult."""

    PARTNER = "partner"
    PARENT = "parent"
    CHILD = "child"
    SIBLING = "sibling"
    OTHER_RELATIVE = "other relative"
    FRIEND = "friend or neighbour"
    PROFESSIONAL = "professional"
    OTHER = "other"


class PartyRole(StrEnum):
    """In what capacity somebody takes part in a case: one person may in several."""

    CARER = "carer"
    ATTORNEY_WELFARE = "attorney, health and welfare"
    ATTORNEY_PROPERTY = "attorney, property and affairs"
    DEPUTY_WELFARE = "deputy, personal welfare"
    DEPUTY_PROPERTY = "deputy, property and affairs"
    APPOINTEE = "appointee for benefits"
    NEAREST_RELATIVE = "nearest relative"
    NEXT_OF_KIN = "next of kin"
    EMERGENCY_CONTACT = "emergency contact"
    APPROPRIATE_PERSON = "appropriate person (s 67)"
    GP = "GP"
    OTHER = "other"

    @property
    def decides_for_the_adult(self) -> bool:
        """Whether it gives somebody a say in the adult's place, within what the instrument or order allows."""
        return self.is_attorney or self in (PartyRole.DEPUTY_WELFARE, PartyRole.DEPUTY_PROPERTY)

    @property
    def is_attorney(self) -> bool:
        """Whether it rests on a power of attorney."""
        return self in (PartyRole.ATTORNEY_WELFARE, PartyRole.ATTORNEY_PROPERTY)


class PartyEnd(StrEnum):
    """Why somebody no longer stands around the adult."""

    DIED = "died"
    MOVED_ON = "moved on, or left the post"
    ADULT_WISHES = "the adult does not want it"
    AUTHORITY_ENDED = "the power or the order ended"
    OTHER = "other"
