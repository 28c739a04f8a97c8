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
            "From the end of the agreed stay, 5 January 2010, to 14 April 2010 nothing authorised keeping him: compare "
            "P13, and the line of days.",
            "From 15 April to 23 December 2010 an urgent and three standard authorisations stood, and were unlawful "
            "all the same: what he and his father wanted was left out, and nobody looked at them hard (Sch A1). "
            "The engine holds that they were given; that they were unsafe is for people to judge: compare P16.",
            "The council should have brought his and his father's objection to the court long before 28 October 2010 "
            "(art 5(4); s 21A): compare P15.",
            "An advocate was to be instructed in April and came at the end of October (ss 39A to 39D): compare P12.",
            "Nothing was reviewed although there was reason to (Sch A1 Part 8): compare COP-21A.",
            "A psychologist's report that the council had on 16 August 2010 was not passed on for over six weeks: "
            "compare P19.",
        ),
    ),
)
