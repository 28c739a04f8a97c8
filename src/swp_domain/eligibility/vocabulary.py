"""The words of eligibility."""

from __future__ import annotations

from enum import StrEnum


class Eligibility(StrEnum):
    """What a determination came to: derived from the outcomes recorded, never ticked."""

    ELIGIBLE = "has eligible needs"
    NOT_ELIGIBLE = "has no eligible needs"

    @property
    def is_eligible(self) -> bool:
        """Whether there are needs that the council has to plan for."""
        return self is Eligibility.ELIGIBLE
