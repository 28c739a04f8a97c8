"""The words of growing up: closed lists."""

from __future__ import annotations

from enum import StrEnum


class RequestOutcome(StrEnum):
    """What was decided on a request for a transition assessment."""

    ASSESS = "assess"
    DECLINED = "declined"


class TransitionOutcome(StrEnum):
    """What a transition assessment expects after 18."""

    LIKELY_ELIGIBLE = "likely to have eligible needs"
    NOT_LIKELY = "not likely to have eligible needs"


class AdultConclusion(StrEnum):
    """The conclusions that let children's services end (s 66)."""

    NO_NEEDS = "no needs for care and support"
    MEETING = "has begun to meet needs"
    NOT_MEETING = "will not meet needs"
