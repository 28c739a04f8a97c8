"""Care Act Schedule 3 and its regulations: when a hospital's notices count, and by when a council must have acted."""

from __future__ import annotations

from datetime import date, timedelta

from swp_domain.law.care_act_2014 import COMMENCED
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.discharge_regulations_2014 import DISCHARGE, SCHEDULE_3_ENDED
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.limit import limit
from swp_domain.law.rule import not_known, rule

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


def days_of_delay(
    ready_on: date, *, arranged_on: date | None, by_eleven: bool | None, discharged_on: date | None, as_at: date
) -> int:
    """How many days an adult who was ready to leave hospital stayed, as at a day (reg 9).

    The day on which support was arranged counts, unless it is told that it was by 11 am. It is a count of
    days and no bill: what a hospital could ask for them is not computed.

    Raises:
        LawNotKnown: the adult was ready on a day on which no notices were the law.
    """
    if not minimum_period.in_force(ready_on):
        raise not_known("SI 2014/2823, reg 9 (days of delay)", ready_on, minimum_period.period)
    if arranged_on is not None and not by_eleven:
        arranged_on += timedelta(days=1)
    ends = [day for day in (arranged_on, discharged_on) if day is not None]
    end = min([*ends, as_at + timedelta(days=1)])
    return max((end - ready_on).days, 0)


@rule(DISCHARGE["reg 5"], commenced=COMMENCED, ceased=SCHEDULE_3_ENDED, family="notice of discharge")
def notice_of_discharge_is_long_enough(facts: DischargeNoticeFacts) -> Limbs:
    """A discharge notice is given at least one day before the discharge."""
    told = facts.counts_on is not None and facts.discharge_on is not None
    before = facts.counts_on < facts.discharge_on if facts.counts_on and facts.discharge_on else None
    return (limb("1", "the notice counts on a day before the discharge", before if told else None),)
