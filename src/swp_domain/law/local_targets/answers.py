"""How soon letters are answered, outcomes told and promises kept: parameters of ours, for the council to set."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import OURS

reply = limit(
    OURS["two weeks for a reply"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to reply to a message",
    commenced="1993-04-01",
)
telling = limit(
    OURS["two weeks to tell an outcome"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to tell what is known",
    commenced="1993-04-01",
)
advocates_report = limit(
    OURS["two weeks for a written response"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to respond to an advocate's report",
    commenced="2015-04-01",
)
remedy = limit(
    OURS["four weeks for what was promised"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time to carry out a remedy",
    commenced="1993-04-01",
)
