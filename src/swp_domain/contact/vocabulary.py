"""The words of the front door."""

from __future__ import annotations

from enum import StrEnum


class Channel(StrEnum):
    """How somebody made contact."""

    TELEPHONE = "telephone"
    EMAIL = "e-mail"
    LETTER = "letter"
    IN_PERSON = "in person"
    ONLINE = "online"
    OTHER = "other"


class ContactOutcome(StrEnum):
    """How a contact was resolved at the front door, with nothing passed on."""

    INFORMATION_GIVEN = "information given"
    ADVICE_GIVEN = "advice given"
    SIGNPOSTED = "signposted"
    NO_FURTHER_ACTION = "no further action"
