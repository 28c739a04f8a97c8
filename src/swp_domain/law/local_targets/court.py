"""How soon an objection is put before the court, or a challenge considered: weeks, as we propose."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import OURS

going_to_court = limit(
    OURS["four weeks to put an objection before the court"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time to put an objection before the court",
    commenced="2007-10-01",
)
considering_a_challenge = limit(
    OURS["four weeks to consider a challenge or a review"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time to consider a challenge to an authorisation",
    commenced="2009-04-01",
)
