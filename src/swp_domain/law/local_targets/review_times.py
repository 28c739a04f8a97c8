"""How soon a review is held that somebody asked for, and a crisis answered: parameters of ours, no limit of the law."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import COMMENCED
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import OURS

requested_review = limit(
    OURS["four to six weeks for a review"],
    42,
    Unit.DAYS,
    Counting.AFTER,
    family="time to review when asked, or after a change",
    commenced=COMMENCED,
    warn=28,
)
"""As long as the Ombudsman has regarded as reasonable for an assessment."""

crisis_answer = limit(
    OURS["three days for a crisis"],
    3,
    Unit.DAYS,
    Counting.AFTER,
    family="time to answer a crisis",
    commenced="1993-04-01",
    warn=1,
)
