"""The words of letters, calls, notes and papers: closed lists."""

from __future__ import annotations

from enum import StrEnum


class How(StrEnum):
    """How somebody was, or tried to be, in touch."""

    PHONE = "telephone"
    LETTER = "letter"
    EMAIL = "e-mail"
    VISIT = "visit"
    MEETING = "meeting"
    ONLINE = "online"
    OTHER = "other"

    @property
    def in_writing(self) -> bool:
        """Whether it leaves something to read."""
        return self in (How.LETTER, How.EMAIL, How.ONLINE)


class OutcomeKind(StrEnum):
    """What the council knows, and others are waiting to be told."""

    ASSESSMENT = "an assessment"
    FUNDING = "a decision on funding"
    REPORT = "a report"
    ENQUIRY = "a safeguarding enquiry"
    COMPLAINT = "a complaint"
    DECISION = "a decision"
    OTHER = "other"


class Subject(StrEnum):
    """What information or advice was about (Care Act 2014 s 4(2))."""

    SYSTEM = "how care and support works"
    CHOICE = "the choice of care and of providers"
    ACCESS = "how to get it"
    FINANCE = "independent financial advice"
    SAFEGUARDING = "how to raise a concern"
    OTHER = "other"
