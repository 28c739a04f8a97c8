"""A log with the counts that were printed: the report comes to them, and a correction moves only its own cells."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from swp_adapters.casework import Casework
from swp_adapters.exchange.published_figures import from_file, month, name_of, read, shipped
from swp_adapters.security.keys import MemoryKeys
from swp_adapters.testing import Council, fill, north_east_lincolnshire
from swp_adapters.testing.published_pages import ACCESS
from swp_adapters.testing.published_quarter import PublishedQuarter
from swp_adapters.testing.recording import Recorder
from swp_domain.admission import admit
from swp_domain.entry import AnyEntry
from swp_domain.event import EntryRetracted
from swp_domain.law.dates import Period
from swp_domain.proposal import Submission, propose
from swp_domain.refusal import Invalid
from swp_projections import performance_measures
from swp_projections.performance import NO_TEAM, Performance, PerformanceRow, Table
from swp_projections.performance_identities import mismatches
from swp_projections.performance_measures import LEVELS, MEASURES
from tests.projections.test_views import Told, record, stories, tell

(PRINTED,) = shipped()
MONTHS = tuple(month(one) for one in PRINTED.months)
LATER = datetime(2012, 6, 1, 9, tzinfo=UTC)


# What was printed


def test_what_was_printed_stands_as_it_is_in_the_synthetic_council_too() -> None:
    shape = north_east_lincolnshire()
    for told, when in zip(shape.front_door, PRINTED.months, strict=True):
        number = partial(_printed, when)
        assert (told.calls, told.calls_about_service_users) == (number("calls-in"), number("calls-service-user"))
        assert told.complex_from_the_front_door == number("calls-complex")
        assert (told.referrals_to_triage, told.resolved_at_triage) == (number("triage-in"), number("triage-resolved"))
        assert told.passed_to_a_case_worker == number("triage-case-worker")
        assert told.assessments_and_reviews_completed == number("access-completed")
        assert told.passed_to_complex_teams == number("complex-total")
    assert set(PRINTED.teams) == {one.name for one in shape.teams}
    for team in shape.teams:
        assert _printed("2012-03", "in-receipt", team.name) == team.receiving
        levels = {name: _printed("2012-03", name, team.name) or 0 for name in LEVELS}
        assert levels == {name: dict(team.levels)[level] for name, level in LEVELS.items()}
    assert {name: _printed("2012-03", name) for name in LEVELS} == {
        name: dict(shape.printed_level_totals)[level] for name, level in LEVELS.items()
    }


def _printed(when: str, measure: str, team: str | None = None) -> int | None:
    return PRINTED.counts.get((measure, when, team))


def test_what_does_not_add_up_in_print_is_found_and_nothing_else() -> None:
    found = {(when, one.what): one.unexplained for when in PRINTED.months for one in PRINTED.mismatches(when)}
    assert found == {
        ("2012-01", "access-completed"): 69,
        ("2012-02", "access-completed"): 54,
        ("2012-03", "access-completed"): 58,
        ("2012-01", "complex-total"): -10,
        ("2012-02", "complex-total"): -1,
        ("2012-03", "complex-total"): -9,
        ("2012-03", "levelled"): 4,
        ("2012-03", "level-1"): 2,
        ("2012-03", "level-2+"): 1,
        ("2012-03", "level-3"): 1,
    }


def test_the_per_cents_that_were_printed_with_their_counts_are_right_and_of_the_others_that_is_said() -> None:
    doubts = list(PRINTED.doubts())
    assert len(doubts) == 2
    assert "25%, 24%, 18%: printed without counts, and no two printed counts come to it" in doubts[0]
    assert doubts[1].endswith(
        "2%, 2%, 2%: printed without counts; of those printed, in every month only these come to it: The single point "
        "of access: passed to complex case management, as a part of The single point of access: about a service user"
    )


def test_a_printed_per_cent_that_is_not_that_of_its_counts_is_doubted() -> None:
    table = read(
        """
        [counts.2024-05]
        triage-in = 100
        triage-resolved = 30
        [per-cents.2024-05]
        triage-resolved = 31
        managed = 97
        complex-total = 2
        """,
        "ours",
    )
    said = list(table.doubts())
    assert said[0] == "2024-05: Duty triage: resolved at triage is printed as 31%, but 30 of 100 is not that"
    assert said[1] == "2024-05: 97% managed and 2% passed on are not 100%"
    assert (table.title, table.months, table.teams) == ("ours", ("2024-05",), ())


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("counts = ", "is no TOML"),
        ("[counts.2012-13]\ncalls-in = 1", "'2012-13' is no month"),
        ("[counts.march]\ncalls-in = 1", "'march' is no month"),
        ("[counts.2012-01]\ncompliance = 1", "'compliance' of 2012-01 is no measure"),
        ("[counts.2012-01]\ncalls-in = 'many'", "calls-in of 2012-01 is no number"),
        ("[counts.2012-01]\ncalls-in = -1", "calls-in of 2012-01 is no number"),
        ("[counts.2012-01]\ncalls-in = true", "calls-in of 2012-01 is no number"),
        ("[counts.2012-01]\ncalls-in = 1.5", "calls-in of 2012-01 is no whole number"),
        ("counts = 3", "counts is no table of months"),
        ("[counts]\n2012-01 = 3", "2012-01 is no table of figures"),
        ("[teams.2012-01]\nNorth = 3", "North is no table of figures"),
    ],
)
def test_figures_that_cannot_be_read_are_refused_by_name(text: str, said: str) -> None:
    with pytest.raises(Invalid, match=said):
        read(text, "figures.toml")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="cannot be read"):
        from_file(tmp_path / "none.toml")


# A log that comes to it

Files = dict[str, list[AnyEntry]]


@cache
def log_of(scale: int) -> tuple[PublishedQuarter, Recorder, Files]:
    quarter = PublishedQuarter(PRINTED, scale=scale)
    recorder, files = Recorder(quarter), defaultdict[str, list[AnyEntry]](list)
    for number in range(quarter.lives):
        for entry in recorder.entries(number):
            assert not entry.breaches, f"{entry.event_name}: {entry.breaches}"
            files[entry.stream].append(entry)
    return quarter, recorder, dict(files)


def rows_of(files: Files, **when: Any) -> list[PerformanceRow]:
    return [row for file, entries in files.items() for row in Performance().of(file, entries, **when)]


def count(table: Table, period: Period, measure: str, team: str | None) -> int:
    return table.cell(measure, period, team).count


def broken(table: Table) -> list[str]:
    teams = (*table.teams, NO_TEAM)
    return [str(one) for period in MONTHS for one in mismatches(partial(count, table, period), teams)]


def test_a_small_log_comes_to_the_counts_that_it_was_made_for() -> None:
    quarter, _, files = log_of(10)
    table = Table(rows_of(files))
    assert broken(table) == []
    made = (
        "calls-in",
        "calls-service-user",
        "calls-complex",
        "triage-resolved",
        "triage-case-worker",
        "access-completed",
    )
    for period in MONTHS:
        for name in made:
            assert count(table, period, name, None) == quarter.count(name, period), name
        for team in PRINTED.teams:
            for name in ("in-receipt", *LEVELS):
                assert count(table, MONTHS[-1], name, team) == quarter.count(name, MONTHS[-1], team)
        changes = sum(quarter.count(f"access-completed-{one}", period) for one in ("decrease", "unchanged", "increase"))
        untold = quarter.count("access-completed", period) - changes
        assert count(table, period, "access-completed-untold", None) == untold > 0
        assert count(table, period, "access-completed", ACCESS) == quarter.count("access-completed", period)


@pytest.mark.slow
def test_the_whole_log_comes_to_the_printed_counts_but_where_these_do_not_add_up() -> None:
    _, _, files = log_of(1)
    assert sum(map(len, files.values())) > 24_000
    table = Table(rows_of(files))
    assert broken(table) == []
    differ = {
        (measure, when): (count(table, month(when), measure, team), printed)
        for (measure, when, team), printed in PRINTED.counts.items()
        if count(table, month(when), measure, team) != printed
    }
    assert differ == {
        ("complex-total", "2012-01"): (21, 11),
        ("complex-total", "2012-02"): (17, 16),
        ("complex-total", "2012-03"): (28, 19),
        ("levelled", "2012-03"): (1674, 1678),
        ("level-1", "2012-03"): (796, 798),
        ("level-2+", "2012-03"): (289, 290),
        ("level-3", "2012-03"): (210, 211),
    }
    assert [count(table, period, "access-completed-untold", None) for period in MONTHS] == [69, 54, 58]
    assert [count(table, period, "calls-resolved", None) for period in MONTHS] == [1080, 1014, 796]


def test_a_log_that_is_recorded_is_counted_alike(tmp_path: Path) -> None:
    quarter = PublishedQuarter(PRINTED, scale=100)
    casework = Casework(f"sqlite:///{tmp_path / 'record.db'}", keys=MemoryKeys())
    fill(casework, quarter, quarter.lives)
    _, _, files = log_of(100)
    assert sorted(casework.view(Performance), key=_place) == sorted(rows_of(files), key=_place)
    assert fill(casework, quarter, quarter.lives).lives == 0, "asked twice, it does no harm"
    casework.close()


def _place(row: PerformanceRow) -> tuple[str, str]:
    return row.file, row.key


def test_in_whole_lives_of_a_synthetic_council_parts_make_wholes_too() -> None:
    council = Council(seed=3, first=date(2014, 6, 1), last=date(2017, 12, 31))
    recorder, files = Recorder(council), defaultdict[str, list[AnyEntry]](list)
    for number in range(8):
        for entry in recorder.entries(number):
            files[entry.stream].append(entry)
    table = Table(rows_of(dict(files)))
    seen = set[str]()
    for period in (month(f"{year}-{number:02}") for year in (2014, 2015, 2016, 2017) for number in range(1, 13)):
        assert not list(mismatches(partial(count, table, period), (*table.teams, NO_TEAM)))
        seen |= {name for name in MEASURES if count(table, period, name, None)}
    assert {"calls-resolved", "triage-in", "completed", "in-receipt", "levelled", "alternatives", "decisions"} <= seen


# What one entry moves

Cells = dict[tuple[str, str, str | None], tuple[PerformanceRow, ...]]


def cells(table: Table) -> Cells:
    teams = (None, *table.teams, NO_TEAM)
    return {
        (name, name_of(period), team): table.cell(name, period, team).rows
        for name in MEASURES
        for period in MONTHS
        for team in teams
    }


@cache
def small() -> tuple[Files, dict[str, list[PerformanceRow]], Cells]:
    _, _, files = log_of(100)
    by_file = {file: Performance().of(file, entries) for file, entries in files.items()}
    return files, by_file, cells(Table([row for each in by_file.values() for row in each]))


@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_correction_or_a_retraction_of_any_entry_moves_only_what_stands_on_it(data: st.DataObject) -> None:
    files, by_file, before = small()
    file = data.draw(st.sampled_from(sorted(files)))
    entry = data.draw(st.sampled_from(files[file]))
    after_entries = [*files[file], _mended(data, files[file], entry)]
    now = {**by_file, file: Performance().of(file, after_entries)}
    table = Table([row for each in now.values() for row in each])
    assert broken(table) == []
    after = cells(table)
    for key in before.keys() | after.keys():
        had, has = set(before.get(key, ())), set(after.get(key, ()))
        gone, come = had - has, has - had
        assert {one.file for one in gone | come} <= {file}, f"{key} moved with another file"
        assert len(has) - len(had) == len(come) - len(gone)
    untouched = Table([row for each in by_file.values() for row in each])
    known = {**by_file, file: Performance().of(file, after_entries, known_at=datetime(2012, 5, 31, 9, tzinfo=UTC))}
    assert cells(Table([row for each in known.values() for row in each])) == cells(untouched), "as known before it"


_MAY_BE_UNTOLD = ("support", "to", "pathway", "concerns_a_service_user", "complexity")


def _mended(data: st.DataObject, told: list[AnyEntry], entry: AnyEntry) -> AnyEntry:
    """A retraction of an entry, or the same told again of another day or with something else left untold."""
    again = data.draw(st.booleans())
    event = entry.event if again else EntryRetracted()
    on = data.draw(st.dates(date(2011, 12, 1), date(2012, 3, 31))) if again else entry.occurred_on
    names = [one for one in _MAY_BE_UNTOLD if hasattr(event, one)]
    if again and names:
        event = event.model_copy(update={data.draw(st.sampled_from(names)): None})
    proposal = propose(entry.stream, event, entry.by, on, reason="It was typed wrongly.", corrects=entry.entry_id)
    _, recorder, _ = log_of(100)
    streams = {**recorder.practices, entry.stream: told}
    (made,) = admit(Submission("mended", (proposal,)), streams, recorded_at=LATER, new_id=lambda: "mended")
    return made


@settings(max_examples=25, deadline=None)
@given(story=stories())
def test_whatever_is_told_in_whatever_order_parts_make_wholes_and_no_earlier_answer_changes(story: list[Told]) -> None:
    with record() as casework:
        asked: list[tuple[datetime, list[PerformanceRow]]] = []
        for told in story:
            tell(casework, told)
            known = casework.clock()
            asked.append((known, casework.view(Performance, known_at=known)))
        for known, answer in asked:
            assert casework.view(Performance, known_at=known) == answer
        table = Table(casework.view(Performance))
        for period in _months():
            assert not [str(one) for one in mismatches(partial(count, table, period), (*table.teams, NO_TEAM))]


def _months() -> Iterator[Period]:
    return (month(f"{year}-{number:02}") for year in (2015, 2016) for number in range(1, 13))


def test_what_is_not_modelled_is_said_aloud() -> None:
    assert any("sickness" in one for one in performance_measures.NOT_MODELLED)
