"""Every clock of six rooms against a table: the first day, the last day in time, and the day on which it is late.

The rooms are asked which clocks they have. A new one fails here until it has a row in ``tests/clock_table.py``, and a
row fails that no clock stands for.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from swp_domain.case_file import FILES
from swp_domain.duty import Duty, DutyStanding
from swp_domain.event import Event
from swp_domain.law.calendar import BANK_HOLIDAYS, Kind
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.limit import TimeLimit
from swp_domain.mark import Act
from swp_domain.owed import Opening, Owed
from tests.cast import council
from tests.clock_table import CLOCKS, By, Key, Moved, Within
from tests.stages.test_duties import WAYS, Way
from tests.telling import Given, Record, Then, day, given

ROOMS = ("safeguarding", "capacity", "liberty", "court", "continuing_healthcare", "safeguarding_adults_review")
ONE_DAY = timedelta(days=1)


def duties_of_the_rooms() -> list[Owed]:
    stages = [stage for kind in FILES for stage in kind.stages]
    return [
        duty
        for stage in stages
        if str(stage.events.__package__).rpartition(".")[2] in ROOMS
        for duty in stage.duties
    ]  # fmt: skip


def clocks(duties: Iterable[Owed]) -> Iterator[Key]:
    """Every way in which a duty can have a last day."""
    for duty in duties:
        for event, opening in duty.opened_by.items():
            if isinstance(opening.limit, TimeLimit):
                yield duty.rule, event, "within"
            elif opening.limit is not None:
                yield duty.rule, event, "by"
            if opening.stated is not None:
                yield duty.rule, event, "by"
        for event in duty.extended_by:
            yield duty.rule, event, "moved"


def without_a_row(duties: Iterable[Owed], table: Mapping[Key, object]) -> list[str]:
    return sorted(f"{rule} {event.__name__} {how}" for rule, event, how in set(clocks(duties)) - set(table))


DUTIES = {duty.rule: duty for duty in duties_of_the_rooms()}


def test_every_clock_of_the_rooms_has_its_row_and_every_row_its_clock() -> None:
    assert {stage.rule for stage in DUTIES.values()} >= {
        "SG-CLK-01",
        "MCA-01-02",
        "DOL-01",
        "COP-01",
        "CHC-02",
        "SG-44-07",
    }
    assert without_a_row(DUTIES.values(), CLOCKS) == []
    assert set(CLOCKS) - set(clocks(DUTIES.values())) == set()


@pytest.mark.parametrize("key", CLOCKS, ids=lambda key: f"{key[0]}-{key[1].__name__}-{key[2]}")
def test_a_row_that_is_taken_away_is_missed(key: Key) -> None:
    table = {one: row for one, row in CLOCKS.items() if one != key}
    assert without_a_row(DUTIES.values(), table) == [f"{key[0]} {key[1].__name__} {key[2]}"]


def test_a_clock_that_is_new_is_missed() -> None:
    undated = DUTIES["CHC-18"]
    (event,) = undated.opened_by
    limit = next(iter(DUTIES["CHC-15"].opened_by.values())).limit
    dated = replace(undated, rule="NEW", opened_by={event: Opening(limit, stated=lambda _: None)})
    assert without_a_row((*DUTIES.values(), dated), CLOCKS) == ["NEW RefundDecided by", "NEW RefundDecided within"]


# What is looked at


def periods(record: Record, rule: str, subject: str = "") -> list[Duty]:
    """The periods that a rule opened; another rule may owe the same under the law before or after."""
    return [one for one in record.duties(DUTIES[rule].name) if one.mark.rule == rule]


def _ends_on(record: Record, rule: str, last: str) -> None:
    """Owed up to the last day, and late from the day after."""
    found = periods(record, rule)
    assert len(found) == 1, f"{rule}: {len(found)} periods"
    (one,) = found
    after = day(last) + ONE_DAY
    assert one.last_day == day(last), f"{rule}: last day {one.last_day}, not {last}"
    assert (one.standing(day(last)), one.late_since(day(last))) == (DutyStanding.OWED, None)
    assert (one.standing(after), one.late_since(after)) == (DutyStanding.LATE, after)


def _way(rule: str, event: type[Event]) -> Way:
    return next(way for way in WAYS[rule] if type(way.opens) is event)


def _meets(rule: str, on: date) -> Event:
    """What does what is owed under the law of a day: that may be the law which followed."""
    same = (one.rule for one in DUTIES.values() if one.name == DUTIES[rule].name and on in one.period)
    law = rule if on in DUTIES[rule].period else next(same, rule)
    return WAYS[law][0].meets[0]


_IN_TIME = (DutyStanding.MET, DutyStanding.ENDED)
_TOO_LATE = (DutyStanding.MET_LATE, DutyStanding.ENDED_LATE)


def _rows(kind: type[Within] | type[By] | type[Moved]) -> list[object]:
    return [
        pytest.param(rule, event, row, id=f"{rule}-{event.__name__}")
        for (rule, event, _), row in CLOCKS.items()
        if isinstance(row, kind)
    ]


@pytest.mark.parametrize(("rule", "event", "row"), _rows(Within))
def test_what_is_owed_within_a_time_is_late_on_the_day_after_its_last(
    rule: str, event: type[Event], row: Within
) -> None:
    way = _way(rule, event)
    for first, last in row.spans:
        record = given(way.by.records(way.opens, first))
        _ends_on(record, rule, last)
        for on, in_time in ((day(last), True), (day(last) + ONE_DAY, False)):
            meets = _meets(rule, on)
            done = record.when(way.by.records(meets, str(on))).then(type(meets))
            standing = periods(done, rule)[0].standing(on)
            assert standing in (_IN_TIME if in_time else _TOO_LATE), f"{rule}: {first} to {on}: {standing}"


@pytest.mark.parametrize(("rule", "event", "row"), _rows(Within))
def test_what_is_owed_within_a_time_is_owed_on_the_days_of_its_law_and_on_no_other(
    rule: str, event: type[Event], row: Within
) -> None:
    way, since = _way(rule, event), day(row.since)

    def opens(on: date) -> bool:
        after = given().when(way.by.records(way.opens, str(on)))
        assert isinstance(after, Then)
        return any(mark.act is Act.OPENS and mark.rule == rule for entry in after.entries for mark in entry.marks)

    assert (opens(since - ONE_DAY), opens(since)) == (False, True)
    if row.until:
        assert (opens(day(row.until)), opens(day(row.until) + ONE_DAY)) == (True, False)


@pytest.mark.parametrize(("rule", "event", "row"), _rows(By))
def test_what_is_owed_by_a_day_that_was_told_is_late_on_the_day_after_it(
    rule: str, event: type[Event], row: By
) -> None:
    way = _way(rule, event)
    for on, told, last in row.told:
        paper = row.event(day(told))
        assert type(paper) is event
        _ends_on(given(way.by.records(paper, on)), rule, last)


@pytest.mark.parametrize(("rule", "event", "row"), _rows(Moved))
def test_a_last_day_that_is_moved_is_the_one_that_counts(rule: str, event: type[Event], row: Moved) -> None:
    record = given(council.records(row.opens, row.opened))
    _ends_on(record, rule, row.first_last)
    for on, told, last in row.moved:
        paper = row.moves(day(told))
        assert type(paper) is event
        _ends_on(Given(record.when(council.records(paper, on)).then(event).streams), rule, last)


# That the examples are hard enough


def _counted_in(key: Key) -> TimeLimit:
    limit = DUTIES[key[0]].opened_by[key[1]].limit
    assert isinstance(limit, TimeLimit)
    return limit


def _unusual(first: date, last: date) -> set[date]:
    """The moved and one-off holidays that a count which starts on one day and ends on another meets."""
    found = {one.day for one in BANK_HOLIDAYS.values() if one.kind in (Kind.MOVED, Kind.ONE_OFF)}
    return {one for one in found if first < one <= last}


@pytest.mark.parametrize("key", [key for key, row in CLOCKS.items() if isinstance(row, Within)], ids=lambda key: key[0])
def test_a_count_of_working_or_clear_days_is_tried_over_every_kind_of_holiday(key: Key) -> None:
    """Christmas, Easter, and every holiday that was moved or proclaimed once while the clock is law."""
    limit, row = _counted_in(key), CLOCKS[key]
    assert isinstance(row, Within)
    if limit.unit is not Unit.WORKING_DAYS and limit.counting is not Counting.CLEAR:
        return
    spans = [(day(first), day(last)) for first, last in row.spans]
    met = [one.day for one in BANK_HOLIDAYS.values() for first, last in spans if first < one.day <= last]
    assert any((one.month, one.day) in ((12, 25), (12, 26), (12, 27), (12, 28)) for one in met)
    assert any(one.month in (3, 4) and one.weekday() == 4 for one in met), "no Good Friday"
    since, until = max(day(row.since), spans[0][0]), day(row.until or "2024-12-31")
    wanted = _unusual(since, until)
    assert wanted <= set(met), sorted(wanted - set(met))


@pytest.mark.parametrize("key", [key for key, row in CLOCKS.items() if isinstance(row, Within)], ids=lambda key: key[0])
def test_a_count_of_months_or_days_is_tried_in_a_leap_year_and_in_another(key: Key) -> None:
    limit, row = _counted_in(key), CLOCKS[key]
    assert isinstance(row, Within)
    if limit.counting is Counting.CLEAR or limit.unit is Unit.WORKING_DAYS or row.until == "2009-04-30":
        return
    leap = date(2024, 2, 29) if row.until is None else date(2012, 2, 29)
    assert any(day(first) <= leap <= day(last) for first, last in row.spans), "no leap day"
