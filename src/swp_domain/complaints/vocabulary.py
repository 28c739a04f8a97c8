"""The words of complaints and remedies: closed lists."""

from __future__ import annotations

from enum import StrEnum


class ComplaintOutcome(StrEnum):
    """What the answer to a complaint found; ``NOT_TOLD`` is for answers of which only that is known."""

    UPHELD = "upheld"
    PARTLY_UPHELD = "partly upheld"
    NOT_UPHELD = "not upheld"
    NOT_TOLD = "not told"


class RemedyKind(StrEnum):
    """What was promised to put something right."""

    ASSESSMENT = "an assessment"
    CARERS_ASSESSMENT = "a carer's assessment"
    REVIEW = "a review"
    PLAN = "a plan or budget"
    SERVICE = "a service"
    PAYMENT = "a payment"
    APOLOGY = "an apology"
    WORKER = "a worker or a team"
    INFORMATION = "information or an answer"
    PROCEDURE = "a change of procedure"
    OTHER = "other"

    @property
    def is_for_life(self) -> bool:
        """Whether it can only be done for an adult who lives; money, an apology or a change can still be owed."""
        return self in _FOR_LIFE


_FOR_LIFE = frozenset(
    {RemedyKind.ASSESSMENT, RemedyKind.REVIEW, RemedyKind.PLAN, RemedyKind.SERVICE, RemedyKind.WORKER}
)
