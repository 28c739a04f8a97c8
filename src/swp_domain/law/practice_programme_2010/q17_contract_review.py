"""Question 17: the council reviews the contract periodically, and is expected to each year."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.practice_programme_2010 import COMMENCED, PROGRAMME

REVIEWED = PROGRAMME["question 17"]

yearly_review = limit(
    REVIEWED,
    12,
    Unit.MONTHS,
    Counting.AFTER,
    family="time to review the contract",
    commenced=COMMENCED,
)
