"""England's bank holidays by date, and the deadlines that are counted over them.

Bank holidays are those of the Banking and Financial Dealings Act 1971, s 1 and Sch 1, and those
proclaimed under it; Good Friday and Christmas Day are holidays without it, and every definition of a
working day used here leaves them out too. The table holds weekdays only, because a weekend is never a
working day. Scotland and Northern Ireland have other days.

A holiday can be proclaimed at a few days' notice. It is added here as one more day; time limits that
were already brought keep the last day written when they were judged, until someone extends them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from types import MappingProxyType

from swp_domain.law.dates import Counting, LawNotKnown, Period, Unit, last_day

ENCODED = Period(date(2010, 1, 1), date(2028, 12, 31))


class Kind(StrEnum):
    """Why a weekday is a holiday. A moved day makes its usual date an ordinary working day."""

    ORDINARY = "ordinary"
    SUBSTITUTE = "substitute"
    MOVED = "moved"
    ONE_OFF = "one-off"


@dataclass(frozen=True, slots=True)
class BankHoliday:
    """A weekday that is not a working day, and how sure we are of it.

    ``reason`` is told for days that no rule would give: what the moved or one-off day was for.
    """

    day: date
    kind: Kind
    confidence: str
    reason: str = ""


_MARKS = {"": Kind.ORDINARY, "s": Kind.SUBSTITUTE, "m": Kind.MOVED, "x": Kind.ONE_OFF}

# Month and day; s is a substitute for a day at a weekend, m a moved day, x one extra.
_DAYS = {
    2010: "01-01 04-02 04-05 05-03 05-31 08-30 12-27s 12-28s",
    2011: "01-03s 04-22 04-25 04-29x 05-02 05-30 08-29 12-26 12-27s",
    2012: "01-02s 04-06 04-09 05-07 06-04m 06-05x 08-27 12-25 12-26",
    2013: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2014: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2015: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28s",
    2016: "01-01 03-25 03-28 05-02 05-30 08-29 12-26 12-27s",
    2017: "01-02s 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
    2018: "01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26",
    2019: "01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26",
    2020: "01-01 04-10 04-13 05-08m 05-25 08-31 12-25 12-28s",
    2021: "01-01 04-02 04-05 05-03 05-31 08-30 12-27s 12-28s",
    2022: "01-03s 04-15 04-18 05-02 06-02m 06-03x 08-29 09-19x 12-26 12-27s",
    2023: "01-02s 04-07 04-10 05-01 05-08x 05-29 08-28 12-25 12-26",
    2024: "01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
    2025: "01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
    2026: "01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28s",
    2027: "01-01 03-26 03-29 05-03 05-31 08-30 12-27s 12-28s",
    2028: "01-03s 04-14 04-17 05-01 05-29 08-28 12-25 12-26",
}

_REASONS = {
    date(2011, 4, 29): "royal wedding",
    date(2012, 6, 4): "moved from 28 May for the Diamond Jubilee",
    date(2012, 6, 5): "Diamond Jubilee",
    date(2020, 5, 8): "moved from 4 May for the 75th anniversary of VE Day",
    date(2022, 6, 2): "moved from 30 May for the Platinum Jubilee",
    date(2022, 6, 3): "Platinum Jubilee",
    date(2022, 9, 19): "State Funeral of Queen Elizabeth II",
    date(2023, 5, 8): "Coronation of King Charles III",
}


def _confidence(year: int) -> str:
    if year == 2010:
        return "checked in two independent calendars"
    if year == 2011:
        return "checked in two independent calendars and on two public holiday sites"
    return "checked in the government's published list of bank holidays"


def _holidays() -> Iterator[BankHoliday]:
    for year, days in _DAYS.items():
        for marked in days.split():
            day = date.fromisoformat(f"{year}-{marked[:5]}")
            yield BankHoliday(day, _MARKS[marked[5:]], _confidence(year), _REASONS.get(day, ""))


BANK_HOLIDAYS: Mapping[date, BankHoliday] = MappingProxyType({one.day: one for one in _holidays()})


def is_working_day(day: date) -> bool:
    """Whether a day is neither at a weekend nor a bank holiday, Good Friday or Christmas Day in England.

    Raises:
        LawNotKnown: the bank holidays of that day's year are not encoded (weekends included, so that a
            deadline never depends on which day of an unknown year was asked first).
    """
    if day not in ENCODED:
        raise LawNotKnown("Bank holidays in England", day, ENCODED.first, ENCODED.last)
    return day.weekday() < 5 and day not in BANK_HOLIDAYS


def deadline(start: date, length: int, unit: Unit, counting: Counting) -> date:
    """The last day in time, for a period that starts on ``start``, over England's working days.

    Args:
        start: the day the period is counted from.
        length: how many of ``unit``, at least 1.
        unit: days, weeks, months and years of the calendar, or working days.
        counting: whether ``start`` is day 1 or day 0, or clear days are meant.

    Raises:
        LawNotKnown: working or clear days are counted over a day whose bank holidays are not encoded.
        ValueError: the length is less than 1, or clear days are asked for in another unit than days.
    """
    return last_day(start, length, unit, counting, is_working_day)
