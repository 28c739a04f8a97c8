"""Views, whatever is recorded in whatever order: kept live, made again, folded in memory, on any day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import inspect

from swp_adapters.casework import Casework
from swp_adapters.security.keys import MemoryKeys
from swp_adapters.store import runner
from swp_adapters.store.views import View
from swp_adapters.testing.values import models
from swp_domain.actor import Actor, BodyKind
from swp_domain.case.events import CaseAllocated, PersonDied
from swp_domain.case_file import FILES
from swp_domain.catalogue import events
from swp_domain.duty import DutyStanding, duties
from swp_domain.entry import AnyEntry
from swp_domain.event import EntryRetracted, Event
from swp_domain.history import history
from swp_domain.proposal import Conduct, propose
from swp_domain.refusal import Invalid, OutOfSequence
from swp_domain.safeguarding.events import ConcernReceived
from swp_projections import VIEWS, AuditTrail, Caseload, CourtOfProtection, Duties
from swp_projections.projection import Projection, Row, Rows
from tests.cast import council, court, person, practice
from tests.desk import Clock, Desk, put
from tests.papers import application, completed, concern, order, request
from tests.telling import CASE, noon

OTHERS = Actor(id="worker", kind=BodyKind.OTHER_COUNCIL, body="Southmere Council")
OURS = Actor(id="worker", kind=BodyKind.COUNCIL, body="Northmere Council")
KINDS = {kind.kind: [event for event in events().values() if event in kind.homes()] for kind in FILES}
FIRST, LAST = date(2015, 3, 1), date(2016, 6, 1)  # over the change of regime, where most can go wrong

Answers = dict[str, list[Row]]


@dataclass(frozen=True)
class Told:
    """Something to record in a file; ``about`` says which earlier entry it corrects or retracts."""

    file: str
    number: int
    event: Event
    on: date
    about: int | None = None
    ours: bool = False


@st.composite
def stories(draw: st.DrawFn, files: Sequence[str] = ("case/a", "case/b", "contact/a", "practice/a")) -> list[Told]:
    """Anything that can be told of some files, in any order of days, with corrections and retractions."""
    told: list[Told] = []
    classes: dict[str, list[type[Event]]] = {file: [] for file in files}
    for _ in range(draw(st.integers(1, 9))):
        file, on = draw(st.sampled_from(files)), draw(st.dates(FIRST, LAST))
        had = classes[file]
        how = draw(st.sampled_from(["new", "new", "new", "correct", "retract"])) if had else "new"
        about = draw(st.integers(0, len(had) - 1)) if how != "new" else None
        if how == "retract":
            kind: type[Event] = EntryRetracted
        elif about is not None and had[about] is not EntryRetracted:
            kind = had[about]
        else:
            kind, about = draw(st.sampled_from(KINDS[file.partition("/")[0]])), None
        had.append(kind)
        told.append(Told(file, len(had) - 1, draw(models(kind)), on, about, draw(st.booleans())))
    return told


def tell(casework: Casework, told: Told, prefix: str = "") -> None:
    """Record it; what corrects something that no longer stands is refused, and left out."""
    file = f"{told.file}{prefix}"
    by, conduct = (OURS, Conduct.RECORDING) if told.ours else (OTHERS, Conduct.DECIDING)
    asked = propose(file, told.event, by, told.on, conduct=conduct, reason="Found in the paper file.")
    if told.about is None:
        casework.submit(replace(asked, entry_id=f"{file}#{told.number}"))
    else:
        with suppress(Invalid, OutOfSequence):
            casework.submit(replace(asked, entry_id=f"{file}#{told.number}", corrects=f"{file}#{told.about}"))


def live(casework: Casework) -> Answers:
    return {view.name: casework.view(view) for view in VIEWS}


def folded(casework: Casework, **when: Any) -> Answers:
    found = list(casework.files())
    return {
        view.name: in_order(row for file, entries in found for row in view().of(file, entries, **when))
        for view in VIEWS
    }


def in_order(rows: Any) -> list[Row]:
    return sorted(rows, key=lambda row: (row.file, row.key))


@contextmanager
def record(url: str = "sqlite:///:memory:") -> Iterator[Casework]:
    casework = Casework(url, keys=MemoryKeys(), clock=Clock(noon("2024-06-01")))
    try:
        yield casework
    finally:
        casework.close()


# Whatever is recorded


@pytest.fixture(scope="module")
def kept() -> Iterator[Casework]:
    """One record in memory, in which every story has files of its own."""
    with record() as casework:
        yield casework


_numbers = iter(range(10**6))


@settings(max_examples=50, deadline=None)
@given(story=stories())
def test_live_rows_belong_to_their_file_and_are_what_the_fold_in_memory_gives(
    kept: Casework, story: list[Told]
) -> None:
    prefix = f"-{next(_numbers)}"
    for told in story:
        tell(kept, told, prefix)
        file = f"{told.file}{prefix}"
        for view in VIEWS:
            rows = kept.view(view, file=file)
            assert {row.file for row in rows} <= {file}
            assert rows == in_order(view().of(file, kept.entries(file))), view.name


@settings(max_examples=8, deadline=None)
@given(told=st.lists(stories(), min_size=2, max_size=4))
def test_rows_made_again_are_the_rows_that_were_kept(told: list[list[Told]]) -> None:
    with record() as casework:
        for number, story in enumerate(told):
            for one in story:
                tell(casework, one, f"-{number}")
        before = live(casework)
        assert before == folded(casework)
        for view in VIEWS:
            rows = before[view.name]
            assert {row.file.partition("/")[0] for row in rows} <= set(view.kinds)
            assert max(Counter((row.file, row.key) for row in rows).values(), default=1) == 1
        casework.rebuild()
        assert live(casework) == before
        assert casework.verify().intact


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(story=stories(), read=st.lists(st.booleans(), min_size=9, max_size=9))
def test_on_either_database_they_are_the_same_however_often_they_were_read_between(
    desk: Desk, story: list[Told], read: list[bool]
) -> None:
    """On a server the tables lag behind until somebody reads them: one entry at a time, or many at once."""
    casework = desk.open(keys=MemoryKeys())
    prefix = f"-{next(_numbers)}"
    for told, now in zip(story, read, strict=False):
        tell(casework, told, prefix)
        if now:
            assert live(casework) == folded(casework)
    assert live(casework) == folded(casework)
    casework.rebuild()
    assert live(casework) == folded(casework)
    casework.close()


@settings(max_examples=15, deadline=None)
@given(story=stories(), days=st.lists(st.dates(FIRST, LAST), min_size=1, max_size=2))
def test_what_is_recorded_later_never_changes_an_earlier_answer(story: list[Told], days: list[date]) -> None:
    with record() as casework:
        asked: list[tuple[date | None, datetime, Answers]] = []
        for told in story:
            tell(casework, told)
            known = casework.clock()
            asked += [(on, known, folded(casework, as_at=on, known_at=known)) for on in (None, *days)]
        for on, known, answer in asked:
            assert folded(casework, as_at=on, known_at=known) == answer
            for view in VIEWS:
                assert in_order(casework.view(view, as_at=on, known_at=known)) == answer[view.name]


@settings(max_examples=15, deadline=None)
@given(story=stories(), on=st.dates(FIRST, LAST))
def test_an_answer_as_at_a_day_knows_of_nothing_that_happened_later(story: list[Told], on: date) -> None:
    with record() as casework:
        for told in story:
            tell(casework, told)
        for file, entries in casework.files():
            happened = {one.entry_id for one in history(entries, as_at=on)}
            left = [one for one in history(entries) if one.entry_id in happened]
            for view in (one for one in (Caseload, CourtOfProtection, Duties) if file.partition("/")[0] in one.kinds):
                assert list(view().of(file, entries, as_at=on)) == list(view().fold(file, left))


@settings(max_examples=20, deadline=None)
@given(story=stories(files=["case/a"]), on=st.dates(FIRST, LAST))
def test_a_row_of_the_duty_ledger_stands_as_the_duty_stands(story: list[Told], on: date) -> None:
    said = {"due soon": "owed", "paused": "owed"} | {one.value: one.value for one in DutyStanding}
    with record() as casework:
        for told in story:
            tell(casework, told)
        entries = casework.entries("case/a")
        for known in (None, on):
            ledger = {(one.duty, one.subject, one.opened_on): one for one in duties(history(entries, as_at=known))}
            rows = Duties().of("case/a", entries, as_at=known)
            assert len(rows) == len(ledger)
            for row in rows:
                duty = ledger[row.duty, row.subject, row.opened_on]
                assert said[row.standing(on)] == duty.standing(on).value
                assert row.late_since(on) == duty.late_since(on)


# Tables


@pytest.fixture
def told(casework: Casework) -> Casework:
    put(casework, person.tells(request(), "2024-01-10"), practice.tells(CaseAllocated(team="East"), "2024-01-12"))
    put(casework, practice.decides(completed(), "2024-02-20"))
    put(
        casework,
        council.tells(application(), "2024-03-01"),
        court.tells(order("2024-05-01", "2024-09-01"), "2024-04-01"),
    )
    put(casework, person.tells(concern(), "2024-02-01", file="case/two"))
    live(casework)
    return casework


class Stumbling(Projection[Row]):
    """A view that cannot take in a death."""

    name = "stumbling"
    row = Row

    def apply(self, rows: Rows[Row], entry: AnyEntry) -> None:
        rows.put(Row(file=entry.stream, key=entry.entry_id))
        if isinstance(entry.event, PersonDied):
            raise ZeroDivisionError("a mistake in a view")


def test_a_view_that_raises_half_way_leaves_log_and_tables_as_they_were(told: Casework) -> None:
    from tests.desk import everything

    told.runner.kept = [*told.runner.kept, View(Stumbling())]
    told.runner.prepare(told.engine)
    put(told, person.tells(concern(concern="k2"), "2024-04-02"))
    live(told)
    before = everything(told)
    assert before["view_stumbling_v1"]

    died = (person.tells(concern(concern="k3"), "2024-05-01"), person.tells(PersonDied(), "2024-05-02"))
    if told.embedded:
        with pytest.raises(ZeroDivisionError):
            put(told, *died, command_id="c-1")
        assert everything(told) == before
        told.runner.kept = told.runner.kept[:-1]
        assert not put(told, *died, command_id="c-1").repeated
    else:
        # A server's views follow the log: what was recorded stays recorded, and the tables wait.
        put(told, *died, command_id="c-1")
        with pytest.raises(ZeroDivisionError):
            told.view(Caseload)
        after = everything(told)
        assert {name: rows for name, rows in after.items() if name.startswith("view_")} == {
            name: rows for name, rows in before.items() if name.startswith("view_")
        }
        told.runner.kept = told.runner.kept[:-1]
    assert live(told) == folded(told)
    (held,) = told.view(Caseload, file=CASE)
    assert held.died_on == date(2024, 5, 2)


def test_what_another_connection_recorded_is_in_the_tables(told: Casework, desk: Desk) -> None:
    other = desk.open()
    put(other, practice.tells(CaseAllocated(team="West"), "2024-05-01"))
    (held,) = told.view(Caseload, file=CASE)
    assert held.team == "West"
    assert live(told) == live(other) == folded(other)


def test_what_a_writer_that_keeps_no_views_recorded_is_taken_in_by_the_next_reader_or_writer(
    told: Casework, desk: Desk
) -> None:
    bare = desk.open()
    bare.runner.kept = []
    put(bare, practice.tells(CaseAllocated(team="West"), "2024-05-01"))
    put(bare, person.tells(concern(), "2024-02-02", file="case/three"))
    (held,) = told.view(Caseload, file=CASE)
    assert held.team == "West"
    put(bare, practice.tells(CaseAllocated(team="North"), "2024-05-02"))
    put(bare, practice.tells(CaseAllocated(team="South"), "2024-01-02", file="case/three"))
    put(told, person.tells(concern(concern="k9"), "2024-05-03"))
    assert live(told) == folded(told)


def test_tables_are_caught_up_in_steps_that_may_end_in_the_middle_of_a_file(
    told: Casework, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = live(told)
    bare = desk.open()
    bare.runner.kept = []
    teams = ("West", "North", "South", "East", "West")
    for number, team in enumerate(teams, start=1):
        put(bare, practice.tells(CaseAllocated(team=team), f"2024-05-{9 - number:02}"))
    _empty(told)
    monkeypatch.setattr(runner, "_BATCH", 2)
    after = live(told)
    assert after == folded(told) != before
    told.rebuild()
    assert live(told) == after


def test_several_readers_at_once_bring_the_tables_up_to_date_once(told: Casework, desk: Desk) -> None:
    bare = desk.open()
    bare.runner.kept = []
    readers = [desk.open() for _ in range(3)]
    for number in range(4):
        put(bare, person.tells(concern(concern=f"n{number}"), "2024-05-01", file=f"case/{number}"))
        with ThreadPoolExecutor(len(readers)) as at_once:
            found = list(at_once.map(live, readers))
        assert found == [folded(told)] * len(readers)


def test_somebody_may_make_the_views_again_while_others_read_and_record(told: Casework, desk: Desk) -> None:
    reader, builder = desk.open(), desk.open()

    def work(number: int) -> int:
        put(told, person.tells(concern(concern=f"n{number}"), "2024-05-01"))
        return len(reader.view(AuditTrail)) + builder.rebuild()

    with ThreadPoolExecutor(3) as at_once:
        list(at_once.map(work, range(9)))
    assert live(told) == folded(told)


@pytest.mark.parametrize("which", ["all", "one", "one and where it was"])
def test_views_whose_tables_were_dropped_are_made_again(told: Casework, desk: Desk, which: str) -> None:
    before = live(told)
    tables = [*(View(view()).name for view in VIEWS), "view_position"]
    assert set(tables) <= set(inspect(told.engine).get_table_names())
    dropped = {"all": tables, "one": ["view_caseload_v2"], "one and where it was": ["view_caseload_v2"]}[which]
    with told.engine.begin() as connection:
        for name in dropped:
            connection.exec_driver_sql(f"DROP TABLE {name}")
        if which == "one and where it was":
            connection.exec_driver_sql("DELETE FROM view_position WHERE view = 'view_caseload_v2'")
    assert live(desk.open()) == before
    assert live(told) == before


def test_rows_that_somebody_altered_are_put_right_by_making_the_views_again(told: Casework) -> None:
    before = live(told)
    with told.engine.begin() as connection:
        connection.exec_driver_sql("UPDATE view_caseload_v2 SET worker = 'mallory'")
        connection.exec_driver_sql("DELETE FROM view_duties_v2 WHERE file = 'case/two'")
        connection.exec_driver_sql(
            "INSERT INTO view_caseload_v2 (file, key, opened_on, closures) VALUES ('case/9', '', '2024-01-01', 0)"
        )
    assert live(told) != before
    counted: list[int] = []
    assert told.rebuild(counted.append) == counted[-1] == len(told.view(AuditTrail))
    assert live(told) == before


def test_a_view_of_a_new_version_is_made_beside_the_old(told: Casework, desk: Desk) -> None:
    class CaseloadToCome(Caseload):
        version = 3

    before = told.view(Caseload)
    newer = desk.open()
    newer.runner.kept = [View(CaseloadToCome())]
    newer.runner.prepare(newer.engine)
    put(newer, practice.tells(CaseAllocated(team="West"), "2024-05-01"))
    newer.view(CaseloadToCome)
    with told.engine.connect() as connection:
        old = connection.exec_driver_sql("SELECT team FROM view_caseload_v2 WHERE file = 'case/one'").scalar()
        new = connection.exec_driver_sql("SELECT team FROM view_caseload_v3 WHERE file = 'case/one'").scalar()
    assert new == "West"
    assert old == next(one.team for one in before if one.file == CASE) == "East"
    assert next(one.team for one in told.view(Caseload) if one.file == CASE) == "West"


def _empty(casework: Casework) -> None:
    with casework.engine.begin() as connection:
        for view in casework.runner.kept:
            view.empty(connection)


# What rows say


@pytest.fixture
def fresh() -> Iterator[Casework]:
    with record() as casework:
        yield casework


def test_a_retraction_stands_until_it_is_retracted_itself(fresh: Casework) -> None:
    def stands() -> list[bool]:
        return [row.stands for row in sorted(fresh.view(AuditTrail), key=lambda row: row.version)]

    def retract(version: int) -> None:
        entry = fresh.entries(CASE)[version - 1].entry_id
        put(fresh, council.corrects(entry, EntryRetracted(), "2024-05-02"))

    put(fresh, person.tells(concern(), "2024-05-01"))
    retract(1)
    assert stands() == [False, True]
    retract(2)
    assert stands() == [True, False, True]


def test_the_audit_trail_keeps_what_was_corrected(fresh: Casework) -> None:
    put(fresh, person.tells(concern(), "2024-05-01"))
    wrong = fresh.entries(CASE)[0].entry_id
    put(fresh, council.corrects(wrong, concern(), "2024-04-30"))
    rows = sorted(fresh.view(AuditTrail), key=lambda row: row.version)
    assert [(row.occurred_on.isoformat(), row.corrects, row.stands) for row in rows] == [
        ("2024-05-01", None, False),
        ("2024-04-30", wrong, True),
    ]
    before = fresh.view(AuditTrail, known_at=fresh.entries(CASE)[0].recorded_at)
    assert [row.stands for row in before] == [True]


COURT: list[tuple[str, str]] = [
    ("2024-05-01", "in force"),
    ("2024-06-30", "in force"),
    ("2024-07-01", "in force, review overdue"),
    ("2024-07-09", "in force, review overdue"),
    ("2024-07-10", "in force"),
    ("2024-09-01", "in force"),
    ("2024-09-02", "expired"),
]


def test_an_order_stands_on_a_day_as_was_so_on_that_day() -> None:
    """Whether the row was folded as at that day or comes from the live table."""
    from swp_domain.court.events import OrderReviewed

    clock = Clock(noon("2025-06-01"))
    with record() as casework:
        casework.clock = clock
        put(casework, council.tells(application(), "2024-04-01"))
        put(
            casework,
            court.tells(order("2024-06-30", "2024-09-01", ends_application=True, application="p1"), "2024-05-01"),
        )
        put(casework, court.tells(OrderReviewed(order="o1"), "2024-07-10"))
        for day, stands in COURT:
            on = date.fromisoformat(day)
            for rows in (casework.view(CourtOfProtection), casework.view(CourtOfProtection, as_at=on)):
                assert {row.what: row.standing(on) for row in rows} == {"application": "ended", "order": stands}
        on = date(2024, 4, 30)
        (asked, *_) = casework.view(CourtOfProtection)
        assert asked.standing(on) == "before the court"


def test_a_duty_warns_before_its_last_day_and_is_late_after_it(fresh: Casework) -> None:
    put(fresh, person.tells(request(), "2024-05-01"))
    (owed,) = (row for row in fresh.view(Duties) if row.duty == "assess needs")
    assert owed.last_day is not None
    last = owed.last_day.toordinal()

    def standing(days: int, **told: Any) -> str:
        return owed.standing(date.fromordinal(last + days), **told)

    assert [standing(days) for days in (-7, 0, 1)] == ["due soon", "due soon", "late"]
    assert owed.warn_day is not None
    assert owed.standing(owed.warn_day, soon=0) == "owed"
    assert owed.standing(owed.warn_day + timedelta(days=1), soon=0) == "due soon"
    assert owed.late_since(date.fromordinal(last)) is None
    assert owed.late_since(date.fromordinal(last + 9)) == date.fromordinal(last + 1)


def test_a_case_opens_again_after_it_was_closed(fresh: Casework) -> None:
    from tests.papers import closed, referral

    def row() -> Any:
        return fresh.view(Caseload)[0]

    put(fresh, practice.tells(CaseAllocated(team="East", worker="ada"), "2024-01-10"))
    put(fresh, council.records(closed(), "2024-02-01"))
    assert row().closed_on == date(2024, 2, 1)
    assert fresh.view(Caseload, as_at=date(2024, 1, 31))[0].closed_on is None
    put(fresh, person.tells(referral(), "2024-03-01"))
    assert (row().closed_on, row().opened_on, row().last_entry_on) == (None, date(2024, 1, 10), date(2024, 3, 1))


def test_a_projection_that_folds_whole_files_says_so() -> None:
    event: Callable[[], Event] = lambda: ConcernReceived(concern="k1")  # noqa: E731
    with record() as casework:
        casework.submit(propose(CASE, event(), OTHERS, "2024-05-01"))
        with pytest.raises(TypeError, match="Duties folds whole files"):
            Duties().apply(Rows(), casework.entries(CASE)[0])


def test_the_record_in_a_file_is_the_record_in_another_process(desk: Desk, tmp_path: Path) -> None:
    """Opened again, the tables are what they were."""
    one = desk.open()
    put(one, person.tells(concern(), "2024-05-01"))
    before = live(one)
    assert live(desk.open()) == before
