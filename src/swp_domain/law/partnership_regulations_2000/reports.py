"""Regulations 7(4) and 8(3): the reports of a quarter and of a year, of the pool manager and of the NHS body.

The regulations ask for a report each quarter and each year, and name no day by which one must be given. That each is
given by the day after the period it is about is a parameter of ours, counted from the beginning of the partnership and
then from the end of what the last report covered. The duty is the regulations', and the day is not.
"""

from __future__ import annotations

from datetime import date

from swp_domain.law.dates import ONE_DAY, Counting, Unit
from swp_domain.law.limit import TimeLimit, limit
from swp_domain.law.local_targets import OURS
from swp_domain.law.partnership_regulations_2000 import COMMENCED, PARTNERSHIP

POOL_REPORTS, EXERCISE_REPORTS = PARTNERSHIP["reg 7(4)"], PARTNERSHIP["reg 8(3)"]
BY_THE_DAY_AFTER = OURS["a report by the day after its period"]

pool_quarter = limit(
    BY_THE_DAY_AFTER,
    3,
    Unit.MONTHS,
    Counting.AFTER,
    family="time for the quarterly report on a pooled fund",
    commenced=COMMENCED,
)
pool_year = limit(
    BY_THE_DAY_AFTER,
    12,
    Unit.MONTHS,
    Counting.AFTER,
    family="time for the annual return of a pooled fund",
    commenced=COMMENCED,
)
exercise_quarter = limit(
    BY_THE_DAY_AFTER,
    3,
    Unit.MONTHS,
    Counting.AFTER,
    family="time for the quarterly report of an NHS body",
    commenced=COMMENCED,
)
exercise_year = limit(
    BY_THE_DAY_AFTER,
    12,
    Unit.MONTHS,
    Counting.AFTER,
    family="time for the annual report of an NHS body",
    commenced=COMMENCED,
)


def next_after(report: TimeLimit, up_to: date) -> date | None:
    """The last day for the next report, after one that covers a period up to ``up_to``.

    The next period begins on the day after; ``None`` where that lies outside what is encoded.
    """
    latest = date.max.replace(year=date.max.year - 2)
    if up_to > latest or not report.in_force(up_to + ONE_DAY):
        return None
    return report.last_day(up_to + ONE_DAY)
