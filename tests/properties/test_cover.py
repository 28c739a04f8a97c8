"""Cover, against a reading of it day by day."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from swp_domain.cover import uncovered
from swp_domain.law.dates import Period
from tests.properties.entries import day

many = settings(max_examples=120, deadline=None)
LAST = 30


@st.composite
def periods(draw: st.DrawFn) -> Period:
    first = draw(st.integers(0, LAST))
    last = draw(st.none() | st.integers(first, LAST))
    return Period(day(first), None if last is None else day(last))


some = st.lists(periods(), max_size=6)


def days_of(found: list[Period]) -> list[date]:
    out: list[date] = []
    for one in found:
        assert one.last is not None
        out += [one.first + timedelta(days=number) for number in range((one.last - one.first).days + 1)]
    return out


@many
@given(some, some, st.integers(0, LAST + 5))
def test_the_days_not_covered_are_those_needed_and_not_covered(
    needed: list[Period], covering: list[Period], until: int
) -> None:
    expected = [
        one
        for one in map(day, range(until + 1))
        if any(one in period for period in needed) and not any(one in period for period in covering)
    ]
    assert days_of(uncovered(needed, covering, as_at=day(until))) == expected


@many
@given(some, some, st.integers(0, LAST))
def test_gaps_are_whole_and_in_order(needed: list[Period], covering: list[Period], until: int) -> None:
    gaps = uncovered(needed, covering, as_at=day(until))
    for one, following in pairwise(gaps):
        assert one.last is not None
        between = one.last + timedelta(days=1)
        assert between < following.first
        assert any(between in period for period in covering) or not any(between in period for period in needed)


@many
@given(some, some, st.integers(0, LAST))
def test_the_order_of_intervals_makes_no_difference(needed: list[Period], covering: list[Period], until: int) -> None:
    answer = uncovered(needed, covering, as_at=day(until))
    assert uncovered(reversed(needed), reversed(covering), as_at=day(until)) == answer
    assert uncovered(needed * 2, covering * 2, as_at=day(until)) == answer


def test_nothing_needed_is_nothing_uncovered_and_no_cover_is_all_of_it() -> None:
    week = Period(day(1), day(7))
    assert uncovered([], [week], as_at=day(30)) == []
    assert uncovered([week], [], as_at=day(30)) == [week]
    assert uncovered([week], [week], as_at=day(30)) == []
    assert uncovered([Period(day(1), None)], [week], as_at=day(9)) == [Period(day(8), day(9))]
