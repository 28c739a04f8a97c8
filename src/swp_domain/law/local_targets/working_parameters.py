"""How soon the Acts' duties without a day are done: parameters of ours, for the council to set."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import OURS

written_record = limit(
    OURS["two weeks for a copy"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to give a written record",
    commenced="1993-04-01",
)
advice = limit(
    OURS["two weeks for advice"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to give written advice",
    commenced="2015-04-01",
)
referral_onward = limit(
    OURS["two weeks for a referral"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to refer to the NHS body",
    commenced="2015-04-01",
)
advocate = limit(
    OURS["two weeks for an advocate"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to arrange an advocate",
    commenced="2015-04-01",
)
plan = limit(
    OURS["four weeks for a plan"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time to plan support",
    commenced="1993-04-01",
)
