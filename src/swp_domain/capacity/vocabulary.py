"""The words of capacity. What a decision can be about is in the law of the Act."""

from __future__ import annotations

from enum import StrEnum


class CapacityResult(StrEnum):
    """What an assessor concluded about one decision at one time."""

    LACKS = "lacks capacity for this decision"
    HAS = "has capacity for this decision"
    NOT_ESTABLISHED = "not established either way"


class Found(StrEnum):
    """What the record holds about one decision on one day. Where it holds nothing, capacity is presumed (s 1(2))."""

    NOTHING = "no assessment"
    LACKS = "an assessment of incapacity in force"
    HAS = "an assessment of capacity in force"
    NOT_ESTABLISHED = "an assessment that established neither"
    CONTRADICTED = "opposite assessments of one day"
    TO_BE_LOOKED_AT_AGAIN = "an assessment of incapacity that was to be looked at again"

    @property
    def bears_incapacity(self) -> bool | None:
        """Whether an act can rest on it; ``None`` where somebody has to look."""
        match self:
            case Found.LACKS:
                return True
            case Found.CONTRADICTED | Found.TO_BE_LOOKED_AT_AGAIN:
                return None
        return False


class BestInterestsOutcome(StrEnum):
    """What came of asking what is in somebody's best interests."""

    DECIDED = "decided in their best interests"
    POSTPONED = "put off"
    TO_COURT = "to be put to the court"

    @property
    def decides(self) -> bool:
        """Whether something was decided for the person."""
        return self is BestInterestsOutcome.DECIDED


class AuthorityEnd(StrEnum):
    """Why an attorney or a deputy has no authority any more."""

    REVOKED = "revoked"
    DISCLAIMED = "disclaimed"
    DISCHARGED = "discharged by the court"
    DIED = "died"
    LOST_CAPACITY = "lost capacity"
    BANKRUPT = "bankrupt"
    OTHER = "other"


class NeedEnd(StrEnum):
    """Why an advocate is not needed any more."""

    BEFRIENDED = "there is somebody to consult"
    HAS_CAPACITY = "the person can decide"
    NOT_GONE_AHEAD = "what was proposed did not go ahead"
    NOT_LASTING = "it will not last"
    BEFORE_THE_COURT = "the rights are being used"


class MeetingKind(StrEnum):
    """What a meeting about the person was for."""

    BEST_INTERESTS = "best interests"
    PLANNING = "planning"
    OTHER = "other"


class Objecting(StrEnum):
    """What somebody objects to."""

    RESIDENCE = "where the person lives"
    CARE = "the care"
    CONTACT = "limits on contact"
    FINDING = "the finding on capacity"
    OTHER = "something else"
