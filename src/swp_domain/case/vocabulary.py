"""The words of holding a case."""

from __future__ import annotations

from enum import StrEnum


class Complexity(StrEnum):
    """How complex a case is, on the practice's own scale."""

    LEVEL_1 = "1"
    LEVEL_2_A3 = "2 A3"
    LEVEL_2 = "2"
    LEVEL_2_PLUS = "2+"
    LEVEL_3 = "3"


class ClosureOutcome(StrEnum):
    """Why a case was closed."""

    NEEDS_MET = "needs met"
    NO_NEEDS = "no needs for care and support"
    DECLINED = "the adult does not want to go on"
    MOVED = "moved to another area"
    DIED = "died"
    OTHER = "other"


class LeftOpen(StrEnum):
    """What goes on although the case is closed, where whoever closes it says so."""

    PLAN = "a plan in force"
    SERVICES = "services that go on"
    NEEDS = "eligible needs not met"


class TransitionConclusion(StrEnum):
    """How a council's review of an old case came out; only these complete it (SI 2015/995 art 2(5))."""

    NO_NEEDS = "no needs"
    MEETING_NEEDS = "needs, and has begun to meet them"
    NOT_MEETING_NEEDS = "needs, and will not meet any"
