"""Reviews of services before the Care Act: within three months of their start, then every year. From memory."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.fair_access_to_care import BEGAN, ENDED, FACS
from swp_domain.law.limit import limit
from swp_domain.law.rule import Regime

first_review = limit(
    FACS["first review"].from_memory(),
    3,
    Unit.MONTHS,
    Counting.AFTER,
    family="time to the first review",
    commenced=BEGAN,
    ceased=ENDED,
    regime=Regime.COMMUNITY_CARE,
)

yearly_review = limit(
    FACS["yearly review"].from_memory(),
    12,
    Unit.MONTHS,
    Counting.AFTER,
    family="time from one review to the next",
    commenced=BEGAN,
    ceased=ENDED,
    regime=Regime.COMMUNITY_CARE,
)
