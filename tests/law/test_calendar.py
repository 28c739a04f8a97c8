"""England's working days, 2010 to 2028, against totals of our own and against another calendar."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from swp_domain.law.calendar import BANK_HOLIDAYS, ENCODED, Kind, deadline, is_working_day
from swp_domain.law.dates import Counting, LawNotKnown, Unit

YEARS = range(2010, 2029)
encoded_days = st.dates(min_value=date(2010, 1, 1), max_value=date(2028, 10, 31))


def test_every_year_has_its_known_number_of_weekday_holidays() -> None:
    counted = Counter(day.year for day in BANK_HOLIDAYS)
    extra = {2011: 9, 2012: 9, 2022: 10, 2023: 9}
    assert counted == {year: extra.get(year, 8) for year in YEARS}
    assert sum(counted.values()) == 157


def test_every_encoded_year_and_no_other_has_holidays() -> None:
    assert (ENCODED.first, ENCODED.last) == (date(2010, 1, 1), date(2028, 12, 31))
    assert {day.year for day in BANK_HOLIDAYS} == set(YEARS)


def test_every_listed_holiday_is_a_weekday_and_not_worked() -> None:
    for day in BANK_HOLIDAYS:
        assert day.weekday() < 5
        assert not is_working_day(day)


def test_the_table_agrees_with_an_independent_calendar_on_every_weekday() -> None:
    """No day differs. One that does is to be named here, with the proclamation that explains it."""
    theirs = holidays.country_holidays("GB", subdiv="ENG", years=YEARS)
    every_day = (date(2010, 1, 1) + timedelta(days=n) for n in range(6940))
    weekdays = [day for day in every_day if day.weekday() < 5]
    assert weekdays[-1] == date(2028, 12, 29)
    assert [day for day in weekdays if is_working_day(day) == (day in theirs)] == []


def test_one_off_holidays_and_moved_ones_say_what_they_were_for() -> None:
    told = {str(one.day): one.reason for one in BANK_HOLIDAYS.values() if one.reason}
    assert told == {
        "2011-04-29": "royal wedding",
        "2012-06-04": "moved from 28 May for the Diamond Jubilee",
        "2012-06-05": "Diamond Jubilee",
        "2020-05-08": "moved from 4 May for the 75th anniversary of VE Day",
        "2022-06-02": "moved from 30 May for the Platinum Jubilee",
        "2022-06-03": "Platinum Jubilee",
        "2022-09-19": "State Funeral of Queen Elizabeth II",
        "2023-05-08": "Coronation of King Charles III",
    }
    unusual = {str(one.day) for one in BANK_HOLIDAYS.values() if one.kind in {Kind.MOVED, Kind.ONE_OFF}}
    assert unusual == set(told)


def test_each_year_says_where_it_was_checked() -> None:
    published = "checked in the government's published list of bank holidays"
    told = {2010: "checked in two independent calendars"}
    told[2011] = f"{told[2010]} and on two public holiday sites"
    for one in BANK_HOLIDAYS.values():
        assert one.confidence == told.get(one.day.year, published), one.day


@pytest.mark.parametrize("usual", [date(2012, 5, 28), date(2020, 5, 4), date(2022, 5, 30)])
def test_a_moved_holiday_leaves_its_usual_day_a_working_day(usual: date) -> None:
    assert is_working_day(usual)


def test_every_christmas_boxing_and_new_years_day_at_a_weekend_has_one_substitute() -> None:
    fixed = [date(year, month, day) for year in YEARS for month, day in ((1, 1), (12, 25), (12, 26))]
    at_weekend = [day for day in fixed if day.weekday() >= 5]
    substitutes = [one.day for one in BANK_HOLIDAYS.values() if one.kind is Kind.SUBSTITUTE]
    assert len(substitutes) == len(at_weekend)
    for usual, substitute in zip(at_weekend, sorted(substitutes), strict=True):
        assert timedelta(days=1) <= substitute - usual <= timedelta(days=2)


def test_each_holiday_says_how_it_was_checked() -> None:
    assert BANK_HOLIDAYS[date(2010, 1, 1)].confidence == "checked in two independent calendars"
    assert (
        BANK_HOLIDAYS[date(2011, 4, 29)].confidence
        == "checked in two independent calendars and on two public holiday sites"
    )
    assert BANK_HOLIDAYS[date(2012, 6, 5)].confidence == "checked in the government's published list of bank holidays"


@pytest.mark.parametrize("day", [date(2009, 12, 31), date(2029, 1, 1), date(2029, 1, 6)])
def test_an_unknown_year_has_no_working_days_and_no_holidays_either(day: date) -> None:
    with pytest.raises(LawNotKnown):
        is_working_day(day)


def test_the_refusal_names_the_table_the_day_and_what_is_encoded() -> None:
    with pytest.raises(LawNotKnown) as refusal:
        is_working_day(date(2029, 1, 2))
    assert str(refusal.value) == (
        "Bank holidays in England: not known on 2 January 2029; encoded from 1 January 2010 to 31 December 2028."
    )


def test_a_deadline_in_working_days_that_runs_into_an_unknown_year_is_not_guessed() -> None:
    assert deadline(date(2028, 12, 28), 1, Unit.WORKING_DAYS, Counting.AFTER) == date(2028, 12, 29)
    with pytest.raises(LawNotKnown):
        deadline(date(2028, 12, 28), 2, Unit.WORKING_DAYS, Counting.AFTER)


def test_a_deadline_in_calendar_days_does_not_need_the_table() -> None:
    assert deadline(date(1995, 5, 1), 28, Unit.DAYS, Counting.AFTER) == date(1995, 5, 29)
    assert deadline(date(2040, 5, 1), 1, Unit.YEARS, Counting.BEGINNING_WITH) == date(2041, 4, 30)


def test_the_state_funeral_put_off_a_working_day_deadline() -> None:
    """Two working days after Friday 16 September 2022, with Monday 19 September a holiday."""
    assert deadline(date(2022, 9, 16), 2, Unit.WORKING_DAYS, Counting.AFTER) == date(2022, 9, 21)


def test_a_certificate_of_seven_days_skips_easter() -> None:
    """SI 2017/1035, r 2.4(4): Good Friday and Easter Monday 2024 do not count."""
    assert deadline(date(2024, 3, 27), 7, Unit.DAYS, Counting.CLEAR) == date(2024, 4, 9)


def test_fourteen_clear_days_that_end_on_christmas_day_run_to_the_next_open_day() -> None:
    """SI 2017/1035, r 2.4(5)."""
    assert deadline(date(2024, 12, 11), 14, Unit.DAYS, Counting.CLEAR) == date(2024, 12, 27)


@given(encoded_days, st.integers(1, 40), st.sampled_from([Counting.AFTER, Counting.BEGINNING_WITH]))
def test_a_working_day_deadline_has_just_that_many_working_days_up_to_it(
    start: date, length: int, counting: Counting
) -> None:
    last = deadline(start, length, Unit.WORKING_DAYS, counting)
    first = start if counting is Counting.BEGINNING_WITH else start + timedelta(days=1)
    span = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    assert sum(map(is_working_day, span)) == length
    assert is_working_day(last)
