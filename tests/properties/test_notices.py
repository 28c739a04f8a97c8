"""Whatever befalls a practice: the notices say what is derived, day by day, and what is derived never needs them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from swp_adapters.casework import Casework
from swp_adapters.transfers import notify
from swp_domain.actor import BodyKind
from swp_domain.event import EntryRetracted, Event
from swp_domain.history import history
from swp_domain.law.function import Function
from swp_domain.practice.answerable import Answerable
from swp_domain.practice.events import (
    CohortAgreed,
    CohortTransferred,
    ContractEnded,
    ContractExtended,
    ContractMade,
    DelegationEnded,
    FunctionsDelegated,
    ScopeChanged,
)
from swp_domain.practice.vocabulary import Instrument
from swp_domain.responsibility.events import ResponsibilityMoved
from tests.cast import COUNCIL, PRACTICE, administrator, council
from tests.desk import Clock, put
from tests.moving import FILE, case
from tests.telling import noon

FIRST, DAYS = date(2018, 1, 1), 12
ELSEWHERE = "practice/two"
AREAS = ("South", "North", "West")

_areas = st.sets(st.sampled_from(AREAS[:2]), min_size=1).map(lambda found: tuple(sorted(found)))
_days = st.integers(1, DAYS - 2).map(lambda number: FIRST + timedelta(number))
_last_day = st.none() | _days
_cohort = st.sampled_from(("c1", "c2"))
_events: st.SearchStrategy[Event] = st.one_of(
    st.builds(ContractMade, council=st.just(COUNCIL), practice=st.sampled_from((PRACTICE, "Second")), until=_last_day),
    st.builds(ContractExtended, until=_last_day),
    st.builds(ContractEnded, returned_to=st.sampled_from(("", COUNCIL, "Other Practice"))),
    st.builds(CohortAgreed, cohort=_cohort, areas=_areas),
    st.builds(CohortTransferred, cohort=_cohort, joint_until=_last_day),
    st.builds(
        FunctionsDelegated,
        delegation=st.just("d1"),
        functions=st.just((Function.REVIEW,)),
        under=st.just(Instrument.CARE_ACT_S79),
        areas=_areas,
        until=_last_day,
    ),
    st.builds(ScopeChanged, delegation=st.just("d1"), areas=_areas),
    st.builds(DelegationEnded, delegation=st.just("d1")),
)
_more = st.lists(st.tuples(st.sampled_from((FILE, FILE, ELSEWHERE)), _days, _events), max_size=10)
_made = st.builds(ContractMade, council=st.just(COUNCIL), practice=st.just(PRACTICE), until=_last_day)
_told = st.tuples(st.tuples(st.just(FILE), st.just(FIRST), _made), _more).map(lambda found: [found[0], *found[1]])


def day_by_day(casework: Casework, file: str) -> Iterator[tuple[date, Answerable]]:
    for number in range(DAYS):
        on = FIRST + timedelta(number)
        yield on, casework.standing(on).answerable(casework.file(file, as_at=on).belonging)


def moves(found: list[tuple[date, Answerable]]) -> list[tuple[date, str, str]]:
    """Every day on which another body was responsible than the day before; a council with no name yet is one."""
    return [
        (on, before.body, after.body)
        for (_, before), (on, after) in pairwise(found)
        if before.body != after.body and not before.kind is after.kind is BodyKind.COUNCIL
    ]


def noticed(casework: Casework, file: str) -> list[tuple[date, str, str]]:
    return [
        (one.occurred_on, one.event.from_body, one.event.to_body)
        for one in history(casework.entries(file))
        if isinstance(one.event, ResponsibilityMoved)
    ]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(_told, st.data())
def test_the_notices_are_the_moves_that_are_derived(told: list[tuple[str, date, Event]], data: st.DataObject) -> None:
    with Casework(clock=Clock(noon("2024-06-01"))) as casework:
        put(casework, *(administrator.tells(event, str(on), file=file) for file, on, event in told))
        files = [f"case/{area}" for area in AREAS]
        put(casework, *(said for area in AREAS for said in case(area, area=area, on="2017-12-01")))
        see(casework, files)
        file = data.draw(st.sampled_from([one for one, _, _ in told]))
        wrong = data.draw(st.sampled_from(casework.entries(file)))
        put(casework, council.corrects(wrong.entry_id, EntryRetracted(), "2024-06-01", file=file))
        see(casework, files)


def see(casework: Casework, files: list[str]) -> None:
    derived = {file: list(day_by_day(casework, file)) for file in files}
    by = council.who(FIRST)
    for practice in casework.practices():
        assert not notify(casework, practice, by).failed
    for file in files:
        assert noticed(casework, file) == moves(derived[file])
        assert list(day_by_day(casework, file)) == derived[file]
    for practice in casework.practices():
        found = notify(casework, practice, by)
        assert (found.notices, found.taken_back) == (0, 0)
