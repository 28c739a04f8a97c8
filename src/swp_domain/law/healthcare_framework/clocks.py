"""How soon the framework wants things done, and the months of 2020 in which assessments were paused."""

from __future__ import annotations

from datetime import date
from typing import Final

from swp_domain.law.dates import Counting, Period, Unit
from swp_domain.law.healthcare_framework import COMMENCED, FRAMEWORK
from swp_domain.law.limit import limit

PAUSED: Final = Period(date(2020, 3, 19), date(2020, 8, 31))
"""Assessments, reviews and appeals were paused nationally for the emergency, and resumed on 1 September 2020."""

decision = limit(
    FRAMEWORK["28 days to decide"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time to decide on continuing healthcare",
    commenced=COMMENCED,
    still=(PAUSED,),
)
answer = limit(
    FRAMEWORK["two working days to answer a recommendation"],
    2,
    Unit.WORKING_DAYS,
    Counting.AFTER,
    family="time to answer a recommendation",
    commenced=COMMENCED,
)
fast_track = limit(
    FRAMEWORK["48 hours for a fast track package"],
    2,
    Unit.DAYS,
    Counting.AFTER,
    family="time to put fast track care in place",
    commenced=COMMENCED,
)
first_review = limit(
    FRAMEWORK["review within three months"],
    3,
    Unit.MONTHS,
    Counting.AFTER,
    family="time to the first review of continuing healthcare",
    commenced=COMMENCED,
    still=(PAUSED,),
)
yearly_review = limit(
    FRAMEWORK["review every twelve months"],
    12,
    Unit.MONTHS,
    Counting.AFTER,
    family="time between reviews of continuing healthcare",
    commenced=COMMENCED,
    still=(PAUSED,),
)
asking_locally = limit(
    FRAMEWORK["six months to ask for a local review"],
    6,
    Unit.MONTHS,
    Counting.AFTER,
    family="time to ask for a local review",
    commenced=COMMENCED,
)
local_review = limit(
    FRAMEWORK["three months for a local review"],
    3,
    Unit.MONTHS,
    Counting.AFTER,
    family="time for a local review",
    commenced=COMMENCED,
    still=(PAUSED,),
)
asking_independently = limit(
    FRAMEWORK["six months to ask for an independent review"],
    6,
    Unit.MONTHS,
    Counting.AFTER,
    family="time to ask for an independent review",
    commenced=COMMENCED,
)
independent_review = limit(
    FRAMEWORK["three months for an independent review"].from_memory(),
    3,
    Unit.MONTHS,
    Counting.AFTER,
    family="time for an independent review",
    commenced=COMMENCED,
    still=(PAUSED,),
)
