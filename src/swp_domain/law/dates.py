"""Days as people tell them, days as the law counts them, and the days on which law is known."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from functools import lru_cache
from zoneinfo import ZoneInfo

from pydantic_core import CoreSchema, core_schema

_LONDON = ZoneInfo("Europe/London")
ONE_DAY = timedelta(days=1)


def day_after(day: date) -> date:
    """The next day. The last day of the calendar, as which others write "for ever", stays what it is."""
    return day + ONE_DAY if day < date.max else day


def day_before(day: date) -> date:
    """The day before. The first day of the calendar stays what it is."""
    return day - ONE_DAY if day > date.min else day


# Our own names: strftime follows the locale of whoever embeds us, and these words are stored in findings.
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def spoken(day: date) -> str:
    """A day as it is written in a letter: 1 May 2024."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


class OutsideTheCalendar(ValueError, OverflowError):
    """A day was asked for that lies before the year 1 or after the year 9999."""


class LawNotKnown(LookupError):
    """The law asked for lies outside what is encoded: no answer is given, and none is guessed.

    Attributes:
        what: the rule or table that was asked.
        on: the day it was asked about.
        encoded_from: first day that is encoded, ``None`` if none is.
        encoded_to: last day that is encoded, ``None`` where it has no end.
    """

    def __init__(self, what: str, on: date, encoded_from: date | None, encoded_to: date | None) -> None:
        super().__init__(what, on, encoded_from, encoded_to)
        self.what = what
        self.on = on
        self.encoded_from = encoded_from
        self.encoded_to = encoded_to

    def __str__(self) -> str:
        encoded = "nothing of it is encoded"
        if self.encoded_from is not None:
            encoded = f"encoded {Period(self.encoded_from, self.encoded_to)}"
        return f"{self.what}: not known on {spoken(self.on)}; {encoded}."


@dataclass(frozen=True, slots=True)
class Period:
    """The days from ``first`` to ``last``, both within it; ``last`` is ``None`` while it has no end.

    Raises:
        ValueError: it would end before it begins.
    """

    first: date
    last: date | None

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise ValueError(f"A period cannot end on {spoken(self.last)} and begin on {spoken(self.first)}.")

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)

    def __str__(self) -> str:
        return f"from {spoken(self.first)}" + (f" to {spoken(self.last)}" if self.last else "")


class Precision(StrEnum):
    """How exactly a date was told."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    RANGE = "range"
    BEFORE = "before"
    AFTER = "after"
    ABOUT = "about"


_LEANING = frozenset({Precision.BEFORE, Precision.AFTER, Precision.ABOUT})
_PATTERN = (
    "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?|((before|after|about) )?[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2})$"
)
_READABLE = re.compile(_PATTERN)
_FORMS = (
    "write a day (2024-05-01), a month (2024-05), a year (2024), a range (2024-05-01/2024-06-10), "
    "or before, after or about a range (about 2024-05-01/2024-06-10)"
)


@dataclass(frozen=True, slots=True, repr=False)
class PartialDate:
    """A date as it was told: a day, a month, a year, or a range of days in which it lies.

    *Before*, *after* and *about* keep the teller's word and carry both ends of their range, because an
    open end could be neither placed in a history nor counted from. Both ends lie within the range.
    There is no order among them: two vague dates may overlap, so a history sorts by the day each was
    :meth:`placed` on.

    Attributes:
        earliest: first day it can have been.
        latest: last day it can have been.
        precision: how it was told.

    Raises:
        ValueError: the ends are moments, the wrong way round, or not what the precision says.
    """

    earliest: date
    latest: date
    precision: Precision

    def __post_init__(self) -> None:
        # A ValueError, here and in _told, because pydantic turns a TypeError into no refusal of the field.
        moments = [end for end in (self.earliest, self.latest) if isinstance(end, datetime)]
        if moments:
            raise ValueError(f"{moments[0].isoformat()} is a moment, not a day: say which day it was.")
        if self.latest < self.earliest:
            raise ValueError(f"'{self}' ends before it begins: give the earliest day first.")
        if self.precision in _WHOLE and (self.earliest, self.latest) != _WHOLE[self.precision](self.earliest):
            raise ValueError(f"{self.earliest} to {self.latest} is not one {self.precision.value}: tell it as a range.")

    @classmethod
    def on(cls, day: date) -> PartialDate:
        """An exact day.

        Raises:
            ValueError: it is a moment (a ``datetime``) rather than a day.
        """
        return cls(day, day, Precision.DAY)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read a date from the text that ``str`` gives.

        Raises:
            ValueError: the text has none of the forms, lacks an end, or names a day that never was.
        """
        return _parsed(text)

    @property
    def is_exact(self) -> bool:
        """Only one day is possible."""
        return self.earliest == self.latest

    def placed(self, floor: date | None = None) -> date:
        """The day on which a history takes it to have happened.

        Args:
            floor: day of the entry before it in the same submission, so that what was told in an order
                keeps that order; it is used only where it lies within the range.
        """
        if floor is not None and self.earliest <= floor <= self.latest:
            return floor
        return self.earliest

    def counted_from(self, recorded_on: date | None = None) -> date:
        """The day from which a clock that starts on it is counted: the latest, as far as it had come when recorded."""
        return self.latest if recorded_on is None else min(self.latest, recorded_on)

    def __str__(self) -> str:
        if self.precision is Precision.DAY:
            return self.earliest.isoformat()
        if self.precision is Precision.MONTH:
            return self.earliest.isoformat()[:7]
        if self.precision is Precision.YEAR:
            return self.earliest.isoformat()[:4]
        word = f"{self.precision.value} " if self.precision in _LEANING else ""
        return f"{word}{self.earliest.isoformat()}/{self.latest.isoformat()}"

    def __repr__(self) -> str:
        return f"PartialDate.parse('{self}')"

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: object, _handler: object) -> CoreSchema:
        """Validate from text, a day or itself; serialise to text, in Python and in JSON."""
        return core_schema.no_info_plain_validator_function(
            _told, serialization=core_schema.to_string_ser_schema(when_used="always")
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, _schema: CoreSchema, _handler: object) -> dict[str, object]:
        """A string; the pattern lets a form refuse a vague date with an end missing."""
        return {"type": "string", "pattern": _PATTERN}


def _month_of(day: date) -> tuple[date, date]:
    return day.replace(day=1), day.replace(day=monthrange(day.year, day.month)[1])


def _year_of(day: date) -> tuple[date, date]:
    return date(day.year, 1, 1), date(day.year, 12, 31)


_WHOLE: dict[Precision, Callable[[date], tuple[date, date]]] = {
    Precision.DAY: lambda day: (day, day),
    Precision.MONTH: _month_of,
    Precision.YEAR: _year_of,
}


def _told(value: object) -> PartialDate:
    if isinstance(value, str):
        return _parsed(value)
    if isinstance(value, PartialDate):
        return value
    if isinstance(value, date):
        return PartialDate.on(value)
    raise ValueError(f"A date is told as text or as a day, not as {type(value).__name__}: {_FORMS}.")


# Replay reads the same few thousand days over and over, and the value cannot change.
@lru_cache(maxsize=16_384)
def _parsed(text: str) -> PartialDate:
    if not _READABLE.fullmatch(text):
        raise ValueError(_unreadable(text))
    word, _, ends = text.rpartition(" ")
    first, _, last = ends.partition("/")
    if last:
        return PartialDate(_day(first, text), _day(last, text), Precision(word or "range"))
    precision = _BY_LENGTH[len(first)]
    start = _day(first + "-01-01"[len(first) - len("2024") :], text)
    return PartialDate(*_WHOLE[precision](start), precision)


_BY_LENGTH = {4: Precision.YEAR, 7: Precision.MONTH, 10: Precision.DAY}


def _day(iso: str, text: str) -> date:
    try:
        return date.fromisoformat(iso)
    except ValueError:
        raise ValueError(f"'{text}' is not in the calendar: there is no such date.") from None


def _unreadable(text: str) -> str:
    if text.partition(" ")[0] in _LEANING:
        return (
            f"'{text}' needs both ends of its range, the earliest and the latest day it can have been: "
            f"write it as '{text.partition(' ')[0]} 2024-04-20/2024-06-10'."
        )
    return f"'{text}' is not a date that can be read: {_FORMS}."


class Unit(StrEnum):
    """What a time limit is counted in; days are calendar days unless the text says working days."""

    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"
    YEARS = "years"
    WORKING_DAYS = "working_days"


class Counting(StrEnum):
    """Which day is day 1.

    *Within 21 days beginning with the date of receipt* makes receipt day 1 (SI 2008/1858, reg 13(1));
    *within 14 days of issue* makes issue day 0. Clear days are those of the Court of Protection
    (SI 2017/1035, r 2.4): the day on which the period begins does not count, nor does the day of an
    event that ends it; in a period of 7 days or less only business days count; and where the court
    office is shut on the last day, the next day on which it is open is in time.
    """

    BEGINNING_WITH = "beginning_with"
    AFTER = "after"
    CLEAR = "clear"


# SI 2017/1035, r 2.4: the longest period, in days, in which only business days count.
_SHORT_CLEAR_PERIOD = 7


def last_day(
    start: date,
    length: int,
    unit: Unit,
    counting: Counting,
    is_working_day: Callable[[date], bool],
) -> date:
    """The last day in time, for a period that starts on ``start``.

    A month after 31 January ends on 28 February: the same date, or the last of a month that has no such
    date (*Dodds v Walker* [1981] 1 WLR 1027). A month *beginning with* a day ends the day before the same
    date; where the month has no such date it ends on the last of the month (Halsbury's Laws, 3rd edn,
    vol 37), because a day earlier would give less than a month. So a year beginning with 29 February
    2024 ends on 28 February 2025.

    Args:
        start: the day the period is counted from.
        length: how many of ``unit``, at least 1.
        unit: days, weeks, months and years of the calendar, or working days.
        counting: whether ``start`` is day 1 or day 0.
        is_working_day: asked only for working days and clear days; it also stands for the days on which
            the court office is open. What it raises is passed on.

    Raises:
        ValueError: the length is less than 1, or clear days are asked for in another unit than days
            (r 2.4(2) counts days, so what it would make of a clear month is not known).
    """
    if length < 1:
        raise ValueError(f"A period lasts at least 1 of its unit, not {length} {_words(unit)}.")
    if counting is Counting.CLEAR:
        if unit is not Unit.DAYS:
            raise ValueError(f"Clear days are days, not {_words(unit)} (SI 2017/1035, r 2.4(2)).")
        if length <= _SHORT_CLEAR_PERIOD:
            return _nth_working_day(start + ONE_DAY, length, is_working_day)
        # Our reading of r 2.4(5), to be checked: every act is given the next open day, not only one that
        # is done at the court office.
        return _nth_working_day(start + timedelta(days=length), 1, is_working_day)
    inclusive = counting is Counting.BEGINNING_WITH
    if unit is Unit.WORKING_DAYS:
        return _nth_working_day(start if inclusive else start + ONE_DAY, length, is_working_day)
    if unit in {Unit.DAYS, Unit.WEEKS}:
        days = length * 7 if unit is Unit.WEEKS else length
        return start + timedelta(days=days - 1 if inclusive else days)
    same = add_months(start, length * 12 if unit is Unit.YEARS else length)
    # A clamped day is already the day before the date that the month does not have.
    return same - ONE_DAY if inclusive and same.day == start.day else same


def add_months(day: date, months: int) -> date:
    """The same date ``months`` months on (or back, if negative), or the last of a shorter month.

    Raises:
        OutsideTheCalendar: the result lies outside the years 1 to 9999.
    """
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if not date.min.year <= year <= date.max.year:
        raise OutsideTheCalendar(f"{months} months from {spoken(day)} lies outside the calendar.")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _nth_working_day(first: date, number: int, is_working_day: Callable[[date], bool]) -> date:
    """The ``number``-th working day, counting ``first`` if it is one."""
    day = first
    left = number - is_working_day(day)
    while left:
        day += ONE_DAY
        left -= is_working_day(day)
    return day


def _words(unit: Unit) -> str:
    return unit.value.replace("_", " ")


def local_day(moment: datetime) -> date:
    """The day that people in England had at a moment (Europe/London).

    Raises:
        ValueError: the moment has no time zone, so it may lie on either of two days.
    """
    if moment.utcoffset() is None:
        raise ValueError(f"{moment.isoformat()} has no time zone: a moment is recorded in UTC.")
    return moment.astimezone(_LONDON).date()


def end_of_day(day: date) -> datetime:
    """The last microsecond of a day in Europe/London, as a UTC moment: what was known by its end."""
    return datetime.combine(day, time.max, _LONDON).astimezone(UTC)
