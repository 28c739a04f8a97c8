"""What became of requests to authorise a deprivation of liberty in England, as reported. Figures, not law."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Requests:
    """Requests for a standard authorisation in a year: how many, how many still waited, and the part in time."""

    year: str
    source: str
    received: int
    waiting: int
    in_time: float

    @property
    def left_waiting(self) -> float:
        """What waits at the end of the year, as a part of what comes in a year."""
        return self.waiting / self.received


ENGLAND: Final = Requests(
    year="2023-24",
    source="The national figures for 2023-24 as two law publishers reported them, not seen themselves; "
    "the number received is rounded, and the part in time is of assessments completed within 21 days",
    received=330_000,
    waiting=123_790,
    in_time=0.19,
)
"""One in five in time, and for every eight that come in a year three that still wait."""
