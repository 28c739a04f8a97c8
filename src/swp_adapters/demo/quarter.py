"""A quarter of North East Lincolnshire, smaller than it is, with synthetic people only."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import date
from typing import Final

from swp_adapters.casework import Casework
from swp_adapters.demo.reviews import adults_reviews
from swp_adapters.testing.council import Council
from swp_adapters.testing.recording import Filled, fill

QUARTER: Final = Council(seed=1, first=date(2022, 4, 1), last=date(2025, 3, 31), calls_from=date(2025, 1, 1))
"""January to March 2025, at the flow that was published of January to March 2012; cases begin up to three years before,
so that reviews have come due."""

ONE_IN: Final = 10
"""How much smaller than published the quarter is lived, unless told."""

_ENOUGH_FOR_TWO: Final = 60


@dataclass(frozen=True, slots=True)
class Lived:
    """What was lived: how many people of how many, and what was recorded now (nothing, the second time)."""

    council: Council
    people: int
    filled: Filled

    @property
    def scale(self) -> str:
        """How large it is beside what was published."""
        whole = self.council.shape.people
        return f"{self.people} synthetic people for the {whole:,} published, about 1 in {round(whole / self.people)}"


def live_quarter(casework: Casework, people: int) -> Lived:
    """Live it in a record, once; each entry is judged by the engine."""
    processes = min(2, os.cpu_count() or 1) if people > _ENOUGH_FOR_TWO else 1
    lived = Lived(QUARTER, people, fill(casework, QUARTER, people, processes=processes))
    if people:
        adults_reviews(casework, QUARTER)
    return lived


def usual() -> int:
    """How many people the demonstration lives unless told."""
    return round(QUARTER.shape.people / ONE_IN)
