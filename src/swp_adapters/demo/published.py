"""The published cases of the demonstration, and what the courts found, in our own words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final


@dataclass(frozen=True, slots=True)
class Published:
    """A case as published: its chronology, the day to which the clock runs, and what was found of what we judge."""

    chronology: str
    on: date
    reference: str
    found: tuple[str, ...]


CASES: Final = (
    Published(
        "cp-v-north-east-lincolnshire.yaml",
        date(2019, 10, 3),
        "[2019] EWCA Civ 1614",
        (
            "From 11 April 2016 to 17 November 2017 the plans held no personal budget, or none that showed what it "
            "was made of (Care Act 2014 ss 25(1)(e), 26): compare P07.",
            "The day centre that helped to meet the adult's needs was not paid for in that time (ss 18, 26): "
            "compare P09.",
            "From 17 November 2017 the centre is in the budget.",
        ),
    ),
    Published(
        "hillingdon-v-neary.yaml",
        date(2011, 6, 9),
        "[2011] EWHC 1377 (COP)",
        (
            "A psychologist's report that the council had on 16 August 2010 was not passed on for over six weeks: "
            "compare P19. What the court found of the detention itself is for stages to come.",
        ),
    ),
)
