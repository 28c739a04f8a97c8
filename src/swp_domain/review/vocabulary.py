"""The words of review: closed lists."""

from __future__ import annotations

from enum import StrEnum


class ReviewKind(StrEnum):
    """What kind of review it is."""

    LIGHT_TOUCH = "first, light-touch"
    PLANNED = "planned"
    UNPLANNED = "unplanned"
    REQUESTED = "requested"


class ReviewOutcome(StrEnum):
    """What a review came to, for what the person gets; an import may not tell."""

    DECREASE = "decrease"
    UNCHANGED = "unchanged"
    INCREASE = "increase"
    ENDED = "ended"
    NOT_TOLD = "not told"

    @property
    def takes_away(self) -> bool:
        """Whether the person is left with less."""
        return self in (ReviewOutcome.DECREASE, ReviewOutcome.ENDED)


class RequestAnswer(StrEnum):
    """What was answered to a request for a review, or decided after a change."""

    REVIEW = "a review will be held"
    REFUSED = "refused"


class WhatChanged(StrEnum):
    """What changed around the person."""

    HEALTH = "health or abilities"
    CARER = "a carer can give less"
    CARER_UNABLE = "a carer cannot go on"
    HOME = "where or with whom they live"
    CRISIS = "a crisis"
    IMPROVED = "needs are fewer"
    OTHER = "other"

    @property
    def usually_a_crisis(self) -> bool:
        """Whether somebody must act in days, unless it is said that they need not."""
        return self in (WhatChanged.CARER_UNABLE, WhatChanged.CRISIS)


class CrisisAnswer(StrEnum):
    """What was done at once."""

    URGENT_SUPPORT = "urgent support"
    MORE_SUPPORT = "more of what was there"
    HOSPITAL = "went into hospital"
    OTHERS = "others stepped in"
    SEEN = "seen, and safe to wait"
