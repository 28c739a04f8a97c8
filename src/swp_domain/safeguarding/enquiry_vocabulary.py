"""The words of an enquiry: who makes it, what comes of it, and how it ends."""

from __future__ import annotations

from enum import StrEnum


class EnquiryKind(StrEnum):
    """Under what an enquiry is made. Before April 2015 there was no statutory one."""

    SECTION_42 = "section 42 enquiry"
    OTHER = "other enquiry"


class EnquiryMaker(StrEnum):
    """Who makes an enquiry, or is caused to make it (Care Act 2014 s 42(2)). What it leads to, the council decides."""

    COUNCIL = "the council"
    PRACTICE = "a practice"
    NHS = "an NHS body"
    POLICE = "the police"
    PROVIDER = "a provider"
    REGULATOR = "a regulator"
    OTHER = "somebody else"


class AskedWhen(StrEnum):
    """When the adult was asked what they want."""

    START = "at the start"
    DURING = "during the enquiry"
    END = "at the end"


class Unasked(StrEnum):
    """What is known of an adult of whom no asking is on record, as the collection counts it."""

    NO = "not asked"
    NOT_KNOWN = "don't know"


class AdvocateEnd(StrEnum):
    """Why an advocate acts no more in an enquiry. That the adult wants none is told apart."""

    WORK_DONE = "their work is done"
    UNAVAILABLE = "they are no longer available"
    OTHER = "other"


class Achieved(StrEnum):
    """How far the outcomes that the adult wanted were achieved."""

    FULLY = "fully achieved"
    PARTLY = "partially achieved"
    NOT = "not achieved"


class ActionOutcome(StrEnum):
    """Whether action is to be taken (s 42(2))."""

    ACTION = "action is taken"
    NO_ACTION = "no action is taken"


class RiskFound(StrEnum):
    """What the risk assessment of an enquiry found."""

    IDENTIFIED = "risk identified"
    INCONCLUSIVE = "inconclusive"
    NONE = "no risk identified"


class RiskAfter(StrEnum):
    """What became of an identified risk."""

    REMAINED = "risk remained"
    REDUCED = "risk reduced"
    REMOVED = "risk removed"


class EnquiryEnd(StrEnum):
    """Why an enquiry is closed. The reasons after the first can end it without a decision on action."""

    CONCLUDED = "concluded"
    CEASED_AT_REQUEST = "ceased at the adult's request"
    ADULT_DIED = "the adult died"
    PASSED_ON = "passed on to another council"
    MERGED = "carried on in another enquiry"
    OTHER = "other"

    @property
    def needs_a_decision(self) -> bool:
        """Whether it says that the enquiry was made to its end."""
        return self is EnquiryEnd.CONCLUDED


class LackedCapacity(StrEnum):
    """Whether the adult lacked capacity to take part in decisions of the enquiry, as the collection counts it."""

    YES = "yes"
    NO = "no"
    NOT_KNOWN = "don't know"


class MeetingKind(StrEnum):
    """What a safeguarding meeting was; before April 2015 a planning meeting was called a strategy meeting."""

    PLANNING = "planning"
    CONFERENCE = "case conference"
    REVIEW = "review"
    OTHER = "other"


class ReleaseGround(StrEnum):
    """Why something that was agreed is no longer to be done."""

    NOT_WANTED = "the adult does not want it"
    NOT_NEEDED = "it is no longer needed"
    REPLACED = "something else was agreed"
    OTHER = "other"
