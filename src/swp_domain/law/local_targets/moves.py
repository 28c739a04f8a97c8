"""How soon things are done around a move and a dispute, where the Act gives no day: for the council to set."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import COMMENCED
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import OURS

about_the_move = limit(
    OURS["two weeks to tell of a move"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to tell of a move",
    commenced=COMMENCED,
)
plan_passed_on = limit(
    OURS["two weeks to pass on a plan"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to pass on a plan",
    commenced=COMMENCED,
)
differences_explained = limit(
    OURS["two weeks to explain differences"],
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time to explain differences",
    commenced=COMMENCED,
)
news_of_a_dispute = limit(
    OURS["four weeks to tell how a dispute stands"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time to tell how a dispute stands",
    commenced=COMMENCED,
)
