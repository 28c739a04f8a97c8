"""How soon what has no day is done about direct payments and charges: parameters of ours, for the council to set."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import OURS

payment_decision = limit(
    OURS["four weeks to decide on a direct payment"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time to decide on a direct payment",
    commenced="2015-04-01",
)
prompted_review = limit(
    OURS["four weeks to look at a direct payment again"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time to review a direct payment that was called in question",
    commenced="2015-04-01",
)
payment_ended = limit(
    OURS["four weeks to end a direct payment"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time to end a direct payment whose conditions are not met",
    commenced="2015-04-01",
)
recent_look = limit(
    OURS["twelve weeks that a review supports a cut"],
    12,
    Unit.WEEKS,
    Counting.AFTER,
    family="time for which a review supports a cut",
    commenced="1993-04-01",
)
last_invoice = limit(
    OURS["four weeks for the last invoice"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time for the last invoice of a service",
    commenced="2015-04-01",
)
