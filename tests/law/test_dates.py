"""How days are told, counted and placed; the refusals are public and are read word for word."""

from __future__ import annotations

import copy
import pickle
import re
from dataclasses import FrozenInstanceError
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, ConfigDict, ValidationError

from swp_domain.law.dates import (
    Counting,
    LawNotKnown,
    PartialDate,
    Period,
    Precision,
    Unit,
    add_months,
    end_of_day,
    last_day,
    local_day,
    spoken,
)

days = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 12, 31))
lengths = st.integers(min_value=1, max_value=400)
calendar_units = st.sampled_from([Unit.DAYS, Unit.WEEKS])
month_units = st.sampled_from([Unit.MONTHS, Unit.YEARS])
plain_clock = st.tuples(st.sampled_from(Unit), st.sampled_from([Counting.AFTER, Counting.BEGINNING_WITH]))
any_clock = plain_clock | st.just((Unit.DAYS, Counting.CLEAR))


@st.composite
def texts(draw: st.DrawFn) -> str:
    """Every form in which a date can be told."""
    first, last = sorted([draw(days), draw(days)])
    word = draw(st.sampled_from(["", "before ", "after ", "about "]))
    forms = [str(first), str(first)[:7], str(first)[:4], f"{word}{first}/{last}"]
    return draw(st.sampled_from(forms))


def weekday(day: date) -> bool:
    return day.weekday() < 5


def never_asked(day: date) -> bool:
    raise AssertionError("calendar days do not ask which days are worked")


def in_days(start: date, length: int, counting: Counting) -> date:
    return last_day(start, length, Unit.DAYS, counting, weekday)


def exactly(message: str) -> str:
    return f"^{re.escape(message)}$"


# Dates as they are told


@given(texts())
def test_a_date_gives_back_the_text_it_was_told_in(text: str) -> None:
    told = PartialDate.parse(text)
    assert str(told) == text
    assert PartialDate.parse(str(told)) == told


@given(texts())
def test_equal_dates_have_equal_hashes_and_survive_copying(text: str) -> None:
    told = PartialDate.parse(text)
    twins = [
        PartialDate(told.earliest, told.latest, told.precision),
        copy.deepcopy(told),
        pickle.loads(pickle.dumps(told)),
    ]
    for twin in twins:
        assert twin == told
        assert hash(twin) == hash(told)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    [
        ("2024-05-01", date(2024, 5, 1), date(2024, 5, 1), Precision.DAY),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), Precision.MONTH),
        ("2023-02", date(2023, 2, 1), date(2023, 2, 28), Precision.MONTH),
        ("2024", date(2024, 1, 1), date(2024, 12, 31), Precision.YEAR),
        ("9999-12", date(9999, 12, 1), date(9999, 12, 31), Precision.MONTH),
        ("2024-05-01/2024-06-10", date(2024, 5, 1), date(2024, 6, 10), Precision.RANGE),
        ("before 2024-04-20/2024-06-10", date(2024, 4, 20), date(2024, 6, 10), Precision.BEFORE),
        ("after 2024-04-20/2024-06-10", date(2024, 4, 20), date(2024, 6, 10), Precision.AFTER),
        ("about 2024-04-20/2024-06-10", date(2024, 4, 20), date(2024, 6, 10), Precision.ABOUT),
    ],
)
def test_a_told_date_covers_the_days_it_can_have_been(
    text: str, earliest: date, latest: date, precision: Precision
) -> None:
    told = PartialDate.parse(text)
    assert (told.earliest, told.latest, told.precision) == (earliest, latest, precision)
    assert told.is_exact == (earliest == latest)


def test_the_same_days_told_in_other_words_are_not_the_same_date() -> None:
    assert PartialDate.parse("2024-05") != PartialDate.parse("2024-05-01/2024-05-31")
    assert PartialDate.parse("before 2024-05-01/2024-05-31") != PartialDate.parse("after 2024-05-01/2024-05-31")


def test_a_date_cannot_be_changed() -> None:
    told = PartialDate.on(date(2024, 5, 1))
    with pytest.raises(FrozenInstanceError):
        told.earliest = date(2024, 4, 1)  # type: ignore[misc]
    assert not hasattr(told, "__dict__")


def test_dates_have_no_order_because_vague_ones_overlap() -> None:
    with pytest.raises(TypeError):
        sorted([PartialDate.parse("2024"), PartialDate.parse("2024-05")])  # type: ignore[type-var]


def test_a_date_shows_itself_as_the_text_to_read_it_from() -> None:
    assert repr(PartialDate.parse("2024-05")) == "PartialDate.parse('2024-05')"


BOTH_ENDS = "needs both ends of its range, the earliest and the latest day it can have been"
FORMS = (
    "write a day (2024-05-01), a month (2024-05), a year (2024), a range (2024-05-01/2024-06-10), "
    "or before, after or about a range (about 2024-05-01/2024-06-10)."
)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2023-02-29", "'2023-02-29' is not in the calendar: there is no such date."),
        ("2024-13", "'2024-13' is not in the calendar: there is no such date."),
        ("0000", "'0000' is not in the calendar: there is no such date."),
        (
            "about 2024-02-30/2024-03-10",
            "'about 2024-02-30/2024-03-10' is not in the calendar: there is no such date.",
        ),
        (
            "before 2024-04-20",
            f"'before 2024-04-20' {BOTH_ENDS}: write it as 'before 2024-04-20/2024-06-10'.",
        ),
        (
            "about 2024",
            f"'about 2024' {BOTH_ENDS}: write it as 'about 2024-04-20/2024-06-10'.",
        ),
        (
            "2024-06-10/2024-05-01",
            "'2024-06-10/2024-05-01' ends before it begins: give the earliest day first.",
        ),
        ("last May", f"'last May' is not a date that can be read: {FORMS}"),
        ("", f"'' is not a date that can be read: {FORMS}"),
    ],
)
def test_a_date_that_cannot_be_read_is_refused_with_the_remedy(text: str, message: str) -> None:
    with pytest.raises(ValueError, match=exactly(message)):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "text",
    [
        "20240501",
        "2024-W18-3",
        "2024-5-1",
        " 2024-05-01",
        "2024-05-01\n",
        "2024-05-01T10:00",
        "2024-05/2024-06",
        "Before 2024-04-20/2024-06-10",
        "٢٠٢٤",
    ],
)
def test_only_the_stored_forms_are_read(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date that can be read"):
        PartialDate.parse(text)


def test_a_moment_is_not_taken_for_a_day() -> None:
    with pytest.raises(
        ValueError, match=exactly("2024-05-01T10:00:00+00:00 is a moment, not a day: say which day it was.")
    ):
        PartialDate.on(datetime(2024, 5, 1, 10, 0, tzinfo=UTC))


def test_the_ends_must_be_what_the_precision_says() -> None:
    with pytest.raises(ValueError, match=exactly("2024-05-01 to 2024-05-30 is not one month: tell it as a range.")):
        PartialDate(date(2024, 5, 1), date(2024, 5, 30), Precision.MONTH)


# Placing


def test_a_vague_date_is_placed_on_its_earliest_day() -> None:
    assert PartialDate.parse("2024-05").placed() == date(2024, 5, 1)


def test_a_vague_date_keeps_the_order_of_its_submission() -> None:
    assert PartialDate.parse("2024-05").placed(floor=date(2024, 5, 20)) == date(2024, 5, 20)


@pytest.mark.parametrize("floor", [date(2024, 4, 30), date(2024, 6, 1)])
def test_a_floor_outside_the_range_places_nothing(floor: date) -> None:
    assert PartialDate.parse("2024-05").placed(floor=floor) == date(2024, 5, 1)


@given(texts(), st.none() | days)
def test_a_date_is_placed_within_its_own_range(text: str, floor: date | None) -> None:
    told = PartialDate.parse(text)
    assert told.earliest <= told.placed(floor) <= told.latest


# As a field


class Told(BaseModel):
    model_config = ConfigDict(frozen=True)

    occurred: PartialDate
    ended: PartialDate | None = None


@given(texts())
def test_a_field_reads_and_writes_the_text_in_python_and_in_json(text: str) -> None:
    told = Told.model_validate({"occurred": text})
    assert told.occurred == PartialDate.parse(text)
    assert told.model_dump() == {"occurred": text, "ended": None}
    assert told.model_dump_json() == f'{{"occurred":"{text}","ended":null}}'
    assert Told.model_validate_json(told.model_dump_json()) == told
    assert Told.model_validate(told.model_dump()) == told


def test_a_field_takes_a_day_and_a_partial_date() -> None:
    exact = PartialDate.on(date(2024, 5, 1))
    assert Told.model_validate({"occurred": date(2024, 5, 1)}).occurred == exact
    assert Told(occurred=exact).occurred is exact


def test_a_field_refuses_a_moment_and_a_number_without_escaping_as_another_error() -> None:
    with pytest.raises(ValidationError, match="is a moment, not a day"):
        Told.model_validate({"occurred": datetime(2024, 5, 1, tzinfo=UTC)})
    with pytest.raises(ValidationError, match="A date is told as text or as a day, not as int: write a day"):
        Told.model_validate({"occurred": 2024})
    with pytest.raises(ValidationError, match="'2023-02-29' is not in the calendar"):
        Told.model_validate_json('{"occurred": "2023-02-29"}')


@pytest.mark.parametrize("mode", ["validation", "serialization"])
def test_the_json_schema_of_a_field_is_a_patterned_string(mode: str) -> None:
    schema = Told.model_json_schema(mode=mode)  # type: ignore[arg-type]
    assert schema["properties"]["occurred"] == {
        "title": "Occurred",
        "type": "string",
        "pattern": "^([0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?"
        "|((before|after|about) )?[0-9]{4}-[0-9]{2}-[0-9]{2}/[0-9]{4}-[0-9]{2}-[0-9]{2})$",
    }


# Counting


def test_assessments_are_owed_on_day_twenty_one_with_receipt_as_day_one() -> None:
    """SI 2008/1858, reg 13(1): 21 days beginning with the date of receipt."""
    assert in_days(date(2024, 5, 1), 21, Counting.BEGINNING_WITH) == date(2024, 5, 21)


def test_fourteen_days_of_a_day_leave_that_day_out() -> None:
    assert in_days(date(2024, 5, 1), 14, Counting.AFTER) == date(2024, 5, 15)


def test_respondents_are_served_within_fourteen_clear_days_of_issue() -> None:
    """SI 2017/1035, r 9.6 counted under r 2.4."""
    assert in_days(date(2024, 5, 1), 14, Counting.CLEAR) == date(2024, 5, 15)


def test_a_short_period_of_clear_days_counts_business_days_only() -> None:
    """SI 2017/1035, r 2.4(4): 7 days from a Wednesday end after 8 days do, which skip nothing."""
    assert in_days(date(2024, 6, 5), 7, Counting.CLEAR) == date(2024, 6, 14)
    assert in_days(date(2024, 6, 5), 8, Counting.CLEAR) == date(2024, 6, 13)


def test_a_period_of_clear_days_that_ends_when_the_office_is_shut_runs_to_the_next_open_day() -> None:
    """SI 2017/1035, r 2.4(5): 14 days from a Saturday would end on a Saturday."""
    assert in_days(date(2024, 6, 1), 14, Counting.CLEAR) == date(2024, 6, 17)


@pytest.mark.parametrize(
    ("start", "months", "after", "beginning_with"),
    [
        (date(2024, 1, 15), 1, date(2024, 2, 15), date(2024, 2, 14)),
        (date(2024, 3, 1), 1, date(2024, 4, 1), date(2024, 3, 31)),
        (date(2023, 1, 28), 1, date(2023, 2, 28), date(2023, 2, 27)),
        (date(2023, 1, 29), 1, date(2023, 2, 28), date(2023, 2, 28)),
        (date(2023, 1, 31), 1, date(2023, 2, 28), date(2023, 2, 28)),
        (date(2023, 2, 1), 1, date(2023, 3, 1), date(2023, 2, 28)),
        (date(2023, 8, 31), 6, date(2024, 2, 29), date(2024, 2, 29)),
        (date(2023, 9, 30), 4, date(2024, 1, 30), date(2024, 1, 29)),
    ],
)
def test_months_end_on_the_same_date_or_the_last_of_a_shorter_month(
    start: date, months: int, after: date, beginning_with: date
) -> None:
    assert last_day(start, months, Unit.MONTHS, Counting.AFTER, never_asked) == after
    assert last_day(start, months, Unit.MONTHS, Counting.BEGINNING_WITH, never_asked) == beginning_with


@pytest.mark.parametrize(
    ("start", "after", "beginning_with"),
    [
        (date(2023, 6, 1), date(2024, 6, 1), date(2024, 5, 31)),
        (date(2024, 2, 29), date(2025, 2, 28), date(2025, 2, 28)),
        (date(2023, 3, 1), date(2024, 3, 1), date(2024, 2, 29)),
    ],
)
def test_a_year_from_a_leap_day_is_a_whole_year(start: date, after: date, beginning_with: date) -> None:
    assert last_day(start, 1, Unit.YEARS, Counting.AFTER, never_asked) == after
    assert last_day(start, 1, Unit.YEARS, Counting.BEGINNING_WITH, never_asked) == beginning_with


def test_working_days_after_a_day_leave_that_day_out() -> None:
    friday = date(2024, 6, 7)
    assert last_day(friday, 1, Unit.WORKING_DAYS, Counting.AFTER, weekday) == date(2024, 6, 10)
    assert last_day(friday, 5, Unit.WORKING_DAYS, Counting.AFTER, weekday) == date(2024, 6, 14)


def test_working_days_beginning_with_a_working_day_count_it() -> None:
    friday, saturday = date(2024, 6, 7), date(2024, 6, 8)
    assert last_day(friday, 1, Unit.WORKING_DAYS, Counting.BEGINNING_WITH, weekday) == friday
    assert last_day(friday, 2, Unit.WORKING_DAYS, Counting.BEGINNING_WITH, weekday) == date(2024, 6, 10)
    assert last_day(saturday, 1, Unit.WORKING_DAYS, Counting.BEGINNING_WITH, weekday) == date(2024, 6, 10)


@given(days, st.integers(0, 400), lengths, any_clock)
def test_a_later_start_never_has_an_earlier_last_day(
    start: date, later: int, length: int, clock: tuple[Unit, Counting]
) -> None:
    unit, counting = clock
    last = last_day(start, length, unit, counting, weekday)
    assert last <= last_day(start + timedelta(days=later), length, unit, counting, weekday)


@given(days, lengths, plain_clock)
def test_a_longer_period_ends_later(start: date, length: int, clock: tuple[Unit, Counting]) -> None:
    unit, counting = clock
    shorter = last_day(start, length, unit, counting, weekday)
    assert start <= shorter < last_day(start, length + 1, unit, counting, weekday)


@given(days, lengths)
def test_clear_days_never_end_before_days_after_and_always_on_an_open_day(start: date, length: int) -> None:
    last = in_days(start, length, Counting.CLEAR)
    assert last >= in_days(start, length, Counting.AFTER)
    assert weekday(last)


@given(days, lengths, calendar_units)
def test_beginning_with_a_day_ends_a_day_sooner_than_after_it(start: date, length: int, unit: Unit) -> None:
    after = last_day(start, length, unit, Counting.AFTER, never_asked)
    beginning_with = last_day(start, length, unit, Counting.BEGINNING_WITH, never_asked)
    assert beginning_with == after - timedelta(days=1)


@given(days, lengths, month_units)
def test_months_beginning_with_a_day_end_a_day_sooner_unless_the_month_is_too_short(
    start: date, length: int, unit: Unit
) -> None:
    after = last_day(start, length, unit, Counting.AFTER, never_asked)
    beginning_with = last_day(start, length, unit, Counting.BEGINNING_WITH, never_asked)
    shortened = after.day != start.day
    assert beginning_with == after - timedelta(days=0 if shortened else 1)


@given(days, lengths)
def test_back_to_back_months_leave_no_day_out(start: date, length: int) -> None:
    """Periods that each begin the day after the last one ended never drift into the next month."""
    first = start.replace(day=1)
    for _ in range(3):
        last = last_day(first, length, Unit.MONTHS, Counting.BEGINNING_WITH, never_asked)
        first = last + timedelta(days=1)
        assert first.day == 1


@given(days, st.integers(-500, 500))
def test_months_are_added_to_the_same_date_or_clamped_to_the_month_end(day: date, months: int) -> None:
    moved = add_months(day, months)
    assert (moved.year - day.year) * 12 + moved.month - day.month == months
    assert moved.day == day.day or (moved.day < day.day and (moved + timedelta(days=1)).day == 1)


def test_months_beyond_the_calendar_are_refused() -> None:
    with pytest.raises(ValueError, match=exactly("1 months from 1 December 9999 lies outside the calendar.")):
        add_months(date(9999, 12, 1), 1)


def test_months_to_the_ends_of_the_calendar_are_counted_and_no_further() -> None:
    assert add_months(date(9999, 11, 1), 1) == date(9999, 12, 1)
    assert add_months(date(1, 2, 1), -1) == date(1, 1, 1)
    with pytest.raises(ValueError, match=exactly("-1 months from 1 January 1 lies outside the calendar.")):
        add_months(date(1, 1, 1), -1)


@pytest.mark.parametrize(
    ("length", "last"), [(1, date(2024, 5, 6)), (3, date(2024, 5, 8)), (7, date(2024, 5, 14)), (8, date(2024, 5, 13))]
)
def test_of_seven_clear_days_or_fewer_only_business_days_count(length: int, last: date) -> None:
    """From a Friday; of eight all count, and the last of them, a Saturday, is moved on to the Monday."""
    assert last_day(date(2024, 5, 3), length, Unit.DAYS, Counting.CLEAR, weekday) == last


def test_a_moment_is_named_whichever_end_it_is() -> None:
    first, last = datetime(2024, 5, 1, 9, 0), datetime(2024, 5, 2, 10, 0)
    told = ((first, last, first), (first, date(2024, 5, 2), first), (date(2024, 5, 1), last, last))
    for begin, end, named in told:
        with pytest.raises(ValueError, match=rf"^{named.isoformat()} is a moment, not a day"):
            PartialDate(begin, end, Precision.RANGE)


@pytest.mark.parametrize("length", [0, -1])
def test_a_period_of_no_length_is_refused(length: int) -> None:
    with pytest.raises(ValueError, match=exactly(f"A period lasts at least 1 of its unit, not {length} working days.")):
        last_day(date(2024, 5, 1), length, Unit.WORKING_DAYS, Counting.AFTER, weekday)


@pytest.mark.parametrize("unit", [Unit.WEEKS, Unit.MONTHS, Unit.YEARS, Unit.WORKING_DAYS])
def test_clear_days_are_not_guessed_for_other_units(unit: Unit) -> None:
    words = unit.value.replace("_", " ")
    with pytest.raises(ValueError, match=exactly(f"Clear days are days, not {words} (SI 2017/1035, r 2.4(2)).")):
        last_day(date(2024, 5, 1), 1, unit, Counting.CLEAR, weekday)


# Periods, and law that is not known


def test_a_period_holds_both_its_ends() -> None:
    period = Period(date(2015, 4, 1), date(2016, 3, 31))
    assert date(2015, 4, 1) in period
    assert date(2016, 3, 31) in period
    assert date(2015, 3, 31) not in period
    assert date(2016, 4, 1) not in period
    assert str(period) == "from 1 April 2015 to 31 March 2016"


def test_a_period_without_an_end_holds_every_later_day() -> None:
    period = Period(date(2015, 4, 1), None)
    assert date(9999, 12, 31) in period
    assert str(period) == "from 1 April 2015"


def test_a_period_of_one_day_is_a_period_and_a_backward_one_is_not() -> None:
    assert date(2015, 4, 1) in Period(date(2015, 4, 1), date(2015, 4, 1))
    with pytest.raises(ValueError, match=exactly("A period cannot end on 1 April 2015 and begin on 31 March 2016.")):
        Period(date(2016, 3, 31), date(2015, 4, 1))


@pytest.mark.parametrize(
    ("encoded_from", "encoded_to", "encoded"),
    [
        (date(2015, 4, 1), date(2016, 3, 31), "encoded from 1 April 2015 to 31 March 2016."),
        (date(2015, 4, 1), None, "encoded from 1 April 2015."),
        (None, None, "nothing of it is encoded."),
    ],
)
def test_law_not_known_names_the_rule_the_day_and_what_is_encoded(
    encoded_from: date | None, encoded_to: date | None, encoded: str
) -> None:
    refusal = LawNotKnown("Care Act 2014, s 42(1)", date(2012, 5, 1), encoded_from, encoded_to)
    assert str(refusal) == f"Care Act 2014, s 42(1): not known on 1 May 2012; {encoded}"
    assert (refusal.what, refusal.on) == ("Care Act 2014, s 42(1)", date(2012, 5, 1))
    assert (refusal.encoded_from, refusal.encoded_to) == (encoded_from, encoded_to)
    assert str(pickle.loads(pickle.dumps(refusal))) == str(refusal)


def test_a_day_is_spoken_as_it_is_written_in_a_letter() -> None:
    assert spoken(date(2024, 5, 1)) == "1 May 2024"


# Moments and local days


@pytest.mark.parametrize(
    ("moment", "day"),
    [
        (datetime(2024, 1, 10, 23, 59, tzinfo=UTC), date(2024, 1, 10)),
        (datetime(2024, 6, 10, 22, 59, tzinfo=UTC), date(2024, 6, 10)),
        (datetime(2024, 6, 10, 23, 0, tzinfo=UTC), date(2024, 6, 11)),
        # Clocks went forward at 01:00 UTC on 31 March 2024: its first midnight is UTC, its second is not.
        (datetime(2024, 3, 30, 23, 59, tzinfo=UTC), date(2024, 3, 30)),
        (datetime(2024, 3, 31, 0, 0, tzinfo=UTC), date(2024, 3, 31)),
        (datetime(2024, 3, 31, 23, 0, tzinfo=UTC), date(2024, 4, 1)),
        # Clocks went back at 01:00 UTC on 27 October 2024: a day of 25 hours.
        (datetime(2024, 10, 26, 23, 0, tzinfo=UTC), date(2024, 10, 27)),
        (datetime(2024, 10, 27, 23, 59, tzinfo=UTC), date(2024, 10, 27)),
        (datetime(2024, 6, 11, 1, 30, tzinfo=timezone(timedelta(hours=3))), date(2024, 6, 10)),
    ],
)
def test_the_day_of_a_moment_is_the_one_people_in_england_had(moment: datetime, day: date) -> None:
    assert local_day(moment) == day


def test_a_moment_without_a_time_zone_has_no_day() -> None:
    with pytest.raises(ValueError, match=exactly("2024-05-01T10:00:00 has no time zone: a moment is recorded in UTC.")):
        local_day(datetime(2024, 5, 1, 10, 0))


@pytest.mark.parametrize(
    ("day", "end"),
    [
        (date(2024, 1, 10), datetime(2024, 1, 10, 23, 59, 59, 999_999, UTC)),
        (date(2024, 6, 10), datetime(2024, 6, 10, 22, 59, 59, 999_999, UTC)),
        (date(2024, 3, 31), datetime(2024, 3, 31, 22, 59, 59, 999_999, UTC)),
        (date(2024, 10, 27), datetime(2024, 10, 27, 23, 59, 59, 999_999, UTC)),
    ],
)
def test_a_day_ends_at_midnight_in_england_told_in_utc(day: date, end: datetime) -> None:
    assert end_of_day(day) == end
    assert end_of_day(day).tzinfo is UTC


@given(days)
def test_the_last_microsecond_of_a_day_is_its_own_and_the_next_is_not(day: date) -> None:
    end = end_of_day(day)
    assert local_day(end) == day
    assert local_day(end + timedelta(microseconds=1)) == day + timedelta(days=1)
