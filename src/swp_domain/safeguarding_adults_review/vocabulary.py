"""The words of safeguarding adults reviews."""

from __future__ import annotations

from enum import StrEnum


class ReviewChoice(StrEnum):
    """What a board decided on a referral."""

    MANDATORY = "mandatory review"
    DISCRETIONARY = "discretionary review"
    OTHER_LEARNING = "other learning"
    NONE = "no review"

    @property
    def is_a_review(self) -> bool:
        """Whether a review under section 44 follows."""
        return self in (ReviewChoice.MANDATORY, ReviewChoice.DISCRETIONARY)


class Harm(StrEnum):
    """What became of an adult in a review, as the national collection counts them (SG5b)."""

    DIED = "suffered serious harm and died"
    SURVIVED = "suffered serious harm and survived"
    NOT_KNOWN = "not known"
