"""The words of assessment."""

from __future__ import annotations

from enum import StrEnum


class Prompt(StrEnum):
    """How the council came to know that an assessment may be needed."""

    REQUEST = "request"
    APPEARANCE = "appearance of need"
    PROMISE = "promise to assess"
    CHANGE = "believed change of needs or circumstances"
    MOVE = "move from another council"
    HOSPITAL = "hospital notice"


class Support(StrEnum):
    """What an assessment came to for what the person gets, beside what they had before."""

    DECREASE = "decrease"
    UNCHANGED = "unchanged"
    INCREASE = "increase"


class Conclusion(StrEnum):
    """What an assessment concluded."""

    NEEDS = "has needs"
    NO_NEEDS = "has no needs"

    @property
    def found_needs(self) -> bool:
        """Whether there are needs, so that it is determined if they are eligible."""
        return self is Conclusion.NEEDS
