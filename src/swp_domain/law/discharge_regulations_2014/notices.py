"""Care Act Schedule 3 and its regulations: when a hospital's notices count, and by when a council must have acted."""

from __future__ import annotations

from datetime import date, timedelta

from swp_domain.law.care_act_2014 import COMMENCED
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.discharge_regulations_2014 import DISCHARGE, SCHEDULE_3_ENDED
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.limit import limit
from swp_domain.law.rule import rule

minimum_period = limit(
    DISCHARGE["reg 8"],
    2,
    Unit.DAYS,
    Counting.AFTER,
    family="least time to assess a hospital patient",
    commenced=COMMENCED,
    ceased=SCHEDULE_3_ENDED,
)


class DischargeNoticeFacts(Facts):
    """The day on which a discharge notice counts as given, and the day of discharge that it names."""

    counts_on: date | None = None
    discharge_on: date | None = None


def counted_on(given_on: date, after_two: bool | None) -> date:
    """The day on which a notice counts as given: the next one, where it came after 2 pm (reg 11).

    Where the hour is not told, the next day too: the reading that asks less of a council.
    """
    return given_on if after_two is False else given_on + timedelta(days=1)


def relevant_day(discharge_on: date | None, notice_on: date | None) -> date | None:
    """The day by whose end a council must have acted (Sch 3 para 4; reg 8), ``None`` where it cannot be told.

    Args:
        discharge_on: the day of discharge that the notice names.
        notice_on: the day on which the assessment notice counts as given.
    """
    if discharge_on is None or notice_on is None or not minimum_period.in_force(notice_on):
        return discharge_on
    return max(discharge_on, minimum_period.last_day(notice_on))


@rule(DISCHARGE["reg 5"], commenced=COMMENCED, ceased=SCHEDULE_3_ENDED, family="notice of discharge")
def notice_of_discharge_is_long_enough(facts: DischargeNoticeFacts) -> Limbs:
    """A discharge notice is given at least one day before the discharge."""
    told = facts.counts_on is not None and facts.discharge_on is not None
    before = facts.counts_on < facts.discharge_on if facts.counts_on and facts.discharge_on else None
    return (limb("1", "the notice counts on a day before the discharge", before if told else None),)
