"""Capital limits, tariff income, weeks that are free, and nights in care homes that count together."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swp_domain.law.charging_regulations_2014.reg3_free import last_free_day
from swp_domain.law.charging_regulations_2014.reg12_capital import LIMITS, capital_limits, tariff_income
from swp_domain.law.charging_regulations_2014.sch2_disregards import last_disregarded_day
from swp_domain.law.dates import LawNotKnown
from swp_domain.law.direct_payments_regulations_2014.reg6_care_homes import Stay, nights_together

ON = date(2015, 6, 1)
DAY = timedelta(days=1)
some = settings(max_examples=60, deadline=None)


@pytest.mark.parametrize(
    ("capital", "income"),
    [
        ("0", 0),
        ("14250", 0),
        ("14250.01", 1),
        ("14500", 1),
        ("14500.01", 2),
        ("15000", 3),
        ("23000.01", 36),
        ("23250", 36),
    ],
)
def test_capital_counts_as_a_pound_for_each_250_and_for_what_is_left(capital: str, income: int) -> None:
    assert tariff_income(Decimal(capital), on=ON) == income


def test_above_the_upper_limit_there_is_no_tariff() -> None:
    with pytest.raises(ValueError, match="above the financial limit"):
        tariff_income(Decimal("23250.01"), on=ON)


def test_the_limits_have_their_days_and_say_how_sure_we_are() -> None:
    with pytest.raises(LawNotKnown):
        capital_limits(date(2015, 3, 31))
    assert [capital_limits(day).confidence for day in (ON, date(2016, 4, 1))] == [
        "checked against the instrument as made",
        "from memory, not checked",
    ]
    for one, following in pairwise(LIMITS):
        assert one.period.last is not None
        assert following.period.first == one.period.last + DAY


@some
@given(st.decimals(0, 23249, places=2), st.decimals(0, 1, places=2))
def test_more_capital_never_counts_as_less_income(capital: Decimal, more: Decimal) -> None:
    assert tariff_income(capital, on=ON) <= tariff_income(capital + more, on=ON)


@some
@given(st.dates(date(2015, 4, 1), date(2026, 1, 1)))
def test_the_first_day_is_day_one_of_the_free_weeks(began: date) -> None:
    assert last_free_day(began) - began == timedelta(days=6 * 7 - 1)
    assert last_disregarded_day(began) - began == timedelta(days=12 * 7 - 1)


def _stay(first: str, nights: int) -> Stay:
    begins = date.fromisoformat(first)
    return Stay(begins, begins + DAY * (nights - 1))


def _together(*stays: Stay) -> int:
    return nights_together(stays, max(one.last_night for one in stays))


def test_stays_add_up_where_less_than_four_weeks_lie_between_them() -> None:
    first = _stay("2024-05-01", 10)
    assert _together(first, _stay("2024-06-07", 5)) == 15, "27 nights between"
    assert _together(first, _stay("2024-06-08", 5)) == 5, "28 nights between"


def test_a_stay_of_four_weeks_is_added_to_nothing() -> None:
    assert _together(_stay("2024-05-01", 27), _stay("2024-06-01", 2)) == 29
    assert _together(_stay("2024-05-01", 28), _stay("2024-06-01", 2)) == 2


def test_only_the_nights_of_twelve_months_count() -> None:
    monthly = [_stay(f"{year}-{month:02}-01", 7) for year in (2023, 2024) for month in range(1, 13)]
    assert _together(*monthly) == 12 * 7


def test_nights_are_counted_once_and_an_end_before_a_beginning_counts_nothing() -> None:
    assert _together(_stay("2024-05-01", 10), _stay("2024-05-05", 10)) == 14
    assert nights_together([Stay(date(2024, 5, 2), date(2024, 5, 1))], date(2024, 5, 1)) == 0


def test_a_stay_within_another_adds_no_night_and_ends_nothing() -> None:
    long, within = _stay("2024-05-01", 20), _stay("2024-05-05", 2)
    assert _together(long, within) == 20
    assert _together(long, within, _stay("2024-06-10", 2)) == 22, "20 nights after the longer one"


@pytest.mark.parametrize("ends", ["2024-05-19", "2024-05-01"])
def test_a_stay_that_ends_before_it_begins_is_none_and_joins_no_others(ends: str) -> None:
    slip = Stay(date(2024, 5, 20), date.fromisoformat(ends))
    assert slip.nights == 0
    assert _together(_stay("2024-05-01", 10), slip, _stay("2024-06-10", 5)) == 5


def test_what_comes_after_the_night_asked_about_is_not_counted() -> None:
    stays = [_stay("2024-05-01", 10), _stay("2024-05-12", 1), _stay("2024-09-01", 10)]
    assert nights_together(stays, date(2024, 5, 12)) == 11
    assert nights_together(stays, date(2024, 5, 11)) == 10


def test_the_longer_a_stay_or_what_lies_between_the_less_is_added() -> None:
    assert _together(_stay("2024-05-01", 40), _stay("2024-06-15", 2)) == 2
    assert _together(_stay("2024-05-01", 10), _stay("2024-08-01", 5)) == 5


@some
@given(
    st.lists(st.tuples(st.dates(date(2016, 1, 1), date(2018, 1, 1)), st.integers(1, 60)), min_size=1, max_size=6),
)
def test_the_order_in_which_stays_are_told_changes_nothing(told: list[tuple[date, int]]) -> None:
    stays = [Stay(first, first + DAY * (nights - 1)) for first, nights in told]
    last = max(one.last_night for one in stays)
    assert nights_together(stays, last) == nights_together(stays[::-1], last)
    assert nights_together(stays, last) <= 366
