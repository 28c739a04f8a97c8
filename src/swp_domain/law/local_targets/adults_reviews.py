"""How soon a case is referred for a safeguarding adults review, and decided on: parameters of ours, to be set."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import COMMENCED
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import OURS

referred = limit(
    OURS["twenty-eight days to refer for a review"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time to refer for a safeguarding adults review",
    commenced=COMMENCED,
)
decided = limit(
    OURS["six weeks to decide on a referral for a review"],
    42,
    Unit.DAYS,
    Counting.AFTER,
    family="time for a board to decide on a referral",
    commenced=COMMENCED,
)
