"""The words of who is responsible for a case, and of what the council says to a practice about it."""

from __future__ import annotations

from enum import StrEnum


class MoveGround(StrEnum):
    """Why another body is responsible for a case."""

    COHORT_TRANSFERRED = "cohort transferred"
    SCOPE_CHANGED = "scope changed"
    LEFT_THE_COHORT = "left the cohort"
    CONTRACT_ENDED = "contract ended"
    OTHER = "other"


class Agreement(StrEnum):
    """What the council says to a decision that it reserved."""

    AGREED = "agreed"
    NOT_AGREED = "not agreed"


class Ratification(StrEnum):
    """What the council makes of a decision that a practice took without the power to."""

    RATIFIED = "ratified"
    NOT_RATIFIED = "not ratified"


class TakingBack(StrEnum):
    """Why the council takes the decisions of one case itself."""

    CONFLICT_OF_INTEREST = "conflict of interest"
    CONCERN = "concern about the practice"
    AT_THE_PERSONS_WISH = "at the person's wish"
    PRACTICE_ASKED = "the practice asked"
    OTHER = "other"
