"""Money of the sub-pool, whatever is told in whatever order: virement neither makes nor loses any."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from swp_domain.event import EntryRetracted, Event
from swp_domain.law.year_of_account import YEAR_OF_ACCOUNT
from swp_domain.practice_file import Practice
from swp_domain.sub_pool.account import NOTHING
from swp_domain.sub_pool.events import (
    BudgetAgreed,
    BudgetLine,
    CommitmentMade,
    CommitmentReleased,
    SpendingReported,
    Vired,
)
from swp_domain.sub_pool.state import SubPoolState
from swp_domain.sub_pool.vocabulary import Movement
from tests.cast import PILOT, practice
from tests.papers import decided
from tests.telling import PRACTICE, Given, Said, Then
from tests.telling import given as on_record

LINES, COMMITMENTS = ("homecare", "residential", "roads"), ("c1", "c2")
YEARS = (date(2012, 4, 1), date(2013, 4, 1))
pounds = st.decimals(0, 1000, places=2)
years = st.sampled_from((None, *YEARS))
lines = st.sampled_from(LINES)

events: st.SearchStrategy[Event] = st.one_of(
    st.builds(
        BudgetAgreed,
        year_begins=st.sampled_from(YEARS),
        lines=st.lists(st.builds(BudgetLine, line=lines, pounds=pounds), min_size=1, max_size=3).map(tuple),
    ),
    st.builds(
        Vired,
        from_line=lines,
        to_line=lines,
        pounds=pounds,
        year_begins=years,
        decision=st.just(decided(Movement.MOVED)),
    ),
    st.builds(CommitmentMade, commitment=st.sampled_from(COMMITMENTS), line=lines, pounds=pounds, year_begins=years),
    st.builds(CommitmentReleased, commitment=st.sampled_from(COMMITMENTS), pounds=pounds),
    st.builds(SpendingReported, line=lines, pounds=pounds, year_begins=years),
)
days = st.dates(date(2012, 4, 1), date(2014, 3, 31))
told = st.lists(st.tuples(events, days), max_size=12)


def _said(event: Event, on: date, **more: Any) -> Said:
    return practice.records(event, str(on), recorded="2014-04-01", **more)


def _recorded(entries: list[tuple[Event, date]]) -> Given:
    return on_record(*PILOT, *(_said(event, on, entry=f"e{number}") for number, (event, on) in enumerate(entries)))


def _pool(record: Given | Then, as_at: date | None = None) -> SubPoolState:
    file = record.file(PRACTICE, as_at=str(as_at) if as_at else None)
    assert isinstance(file, Practice)
    return file.sub_pool


def _adds_up(pool: SubPoolState) -> None:
    """Each line's own sum, and that what left one line of a year came to another."""
    for year in YEARS:
        own = [line for (begun, _), line in pool.lines.items() if begun == year]
        assert sum((one.vired_in for one in own), NOTHING) == sum((one.vired_out for one in own), NOTHING)
        held = sum((one.agreed or NOTHING for one in own), NOTHING)
        used = sum((max(one.committed, one.spent or NOTHING) for one in own), NOTHING)
        assert sum((one.left for one in own), NOTHING) == held - used
    for line in pool.lines.values():
        used = max(line.committed, line.spent or NOTHING)
        assert line.left == (line.agreed or NOTHING) + line.vired_in - line.vired_out - used
        assert line.committed >= 0


@settings(max_examples=150, deadline=None)
@given(told, days)
def test_virement_makes_no_money_and_loses_none(entries: list[tuple[Event, date]], as_at: date) -> None:
    record = _recorded(entries)
    for pool in (_pool(record), _pool(record, as_at)):
        _adds_up(pool)
    moved = {
        year: sum(
            (
                event.pounds
                for event, on in entries
                if isinstance(event, Vired) and YEAR_OF_ACCOUNT.beginning(event.year_begins or on) == year
            ),
            NOTHING,
        )
        for year in YEARS
    }
    given_up = {
        year: sum((line.vired_out for (begun, _), line in _pool(record).lines.items() if begun == year), NOTHING)
        for year in YEARS
    }
    assert given_up == moved, "what was moved is where it went, whether it might be moved or not"


@settings(max_examples=100, deadline=None)
@given(
    st.lists(st.tuples(events, days), max_size=8, unique_by=lambda one: one[1]).flatmap(
        lambda entries: st.tuples(st.just(entries), st.permutations(entries))
    )
)
def test_the_account_is_the_same_in_every_order_of_recording(
    orders: tuple[list[tuple[Event, date]], list[tuple[Event, date]]],
) -> None:
    one, other = (_pool(_recorded(list(order))) for order in orders)
    assert (one.lines, one.commitments) == (other.lines, other.commitments)


@settings(max_examples=100, deadline=None)
@given(told.filter(bool), st.data())
def test_what_is_taken_back_leaves_the_account_as_if_it_had_never_been_told(
    entries: list[tuple[Event, date]], data: st.DataObject
) -> None:
    which = data.draw(st.integers(0, len(entries) - 1))
    taken = practice.corrects(f"e{which}", EntryRetracted(), "2014-04-01", recorded="2014-04-01", file=PRACTICE)
    record = _recorded(entries).when(taken)
    _adds_up(_pool(record))
    without = _recorded([one for number, one in enumerate(entries) if number != which])
    assert _pool(record).lines == _pool(without).lines


@settings(max_examples=100, deadline=None)
@given(told, pounds)
def test_what_may_be_moved_never_takes_a_line_below_nothing(entries: list[tuple[Event, date]], much: Decimal) -> None:
    record = _recorded(entries)
    event = Vired(
        from_line="homecare", to_line="residential", pounds=much, year_begins=YEARS[0],
        decision=decided(Movement.MOVED),
    )  # fmt: skip
    after = record.when(practice.decides(event, "2014-03-31", recorded="2014-04-01"))
    before = _pool(record).line(YEARS[0], "homecare")
    in_pool = None not in (before.agreed, _pool(record).line(YEARS[0], "residential").agreed)
    assert (after.refusal is None) is (in_pool and much <= before.left)
    if after.refusal is None:
        left = _pool(after).line(YEARS[0], "homecare").left
        assert left == before.left - much
        assert left >= 0
