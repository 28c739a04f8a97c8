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
    """What a review came to, for what the person gets."""

    DECREASE = "decrease"
    UNCHANGED = "unchanged"
    INCREASE = "increase"
    ENDED = "ended"


class RequestAnswer(StrEnum):
    """What was answered to a request for a review."""

    REVIEW = "a review will be held"
    REFUSED = "refused"


class WhatChanged(StrEnum):
    """What changed around the person."""

    HEALTH = "health or abilities"
    CARER = "a carer can give less or nothing"
    HOME = "where or with whom they live"
    CRISIS = "a crisis"
    IMPROVED = "needs are fewer"
    OTHER = "other"
