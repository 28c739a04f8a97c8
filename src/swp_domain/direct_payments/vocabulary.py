"""The words of direct payments: closed lists."""

from __future__ import annotations

from enum import StrEnum


class CapacityRoute(StrEnum):
    """Which section a direct payment stands on."""

    WITH_CAPACITY = "requested by an adult with capacity (s 31)"
    WITHOUT_CAPACITY = "requested by an authorised person (s 32)"


class Payee(StrEnum):
    """Who receives the payment."""

    PERSON = "the person"
    NOMINEE = "a nominated person"
    AUTHORISED = "an authorised person"


class PaymentOutcome(StrEnum):
    """What was decided on a request for a direct payment."""

    AGREED = "agreed"
    REFUSED = "refused"


class Employed(StrEnum):
    """Who is paid from it, in relation to the person (SI 2014/2871 reg 3)."""

    NOT_RELATED = "nobody close"
    CLOSE_ELSEWHERE = "a partner or close relative who lives elsewhere"
    CLOSE_SAME_HOUSEHOLD = "a partner or close relative in the same household"


class ReviewPrompt(StrEnum):
    """Why a direct payment must be looked at again before its time."""

    SUSPECTED_BREACH = "a condition may have been breached"
    CAPACITY_LOST = "the person lost capacity to request it"
    CAPACITY_GAINED = "the person regained capacity"
    CONDITION_DOUBTED = "it may no longer be managed, or suit the needs"
    THIRD_PARTY = "somebody raised a concern"


class Condition(StrEnum):
    """A condition without which no direct payment may be made (Care Act 2014 ss 31, 32)."""

    MANAGING = "the recipient can manage it"
    APPROPRIATE = "it suits the needs"
    NOT_PROHIBITED = "regulations allow it"
    BEST_INTERESTS = "the authorised person acts in the adult's best interests"
    AGREEMENT = "whoever must agree to it does"


class EndGround(StrEnum):
    """Why a direct payment ends."""

    CONDITION_LOST = "a condition is no longer met"
    CONDITION_BREACHED = "a condition attached to it was breached"
    PERSON_WISHES = "the person wishes it"
    NEEDS_ENDED = "no longer needed"
    MOVED = "moved away"
    DIED = "died"
    OTHER = "other"

    @property
    def leaves_needs(self) -> bool:
        """Whether there are needs that the council still has to meet when it ends."""
        return self not in (EndGround.NEEDS_ENDED, EndGround.MOVED, EndGround.DIED)
