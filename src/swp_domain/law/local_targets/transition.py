"""How soon a transition request is answered, and how long before eighteen somebody is assessed: for councils to set."""

from __future__ import annotations

from datetime import date

from swp_domain.law.care_act_2014 import COMMENCED
from swp_domain.law.dates import Counting, Unit, add_months
from swp_domain.law.limit import limit
from swp_domain.law.local_targets import OURS

request_answered = limit(
    OURS["four weeks to answer a transition request"],
    28,
    Unit.DAYS,
    Counting.AFTER,
    family="time to answer a transition request",
    commenced=COMMENCED,
)
_MONTHS_BEFORE = 3
AHEAD_OF_EIGHTEEN = OURS["three months before the eighteenth birthday"]


def ahead_of_eighteen(birthday: date | None) -> date | None:
    """The last day for an assessment that leaves time to plan, where the birthday is told."""
    return None if birthday is None else add_months(birthday, -_MONTHS_BEFORE)
