"""``swp`` for a team: whose work it is, who covers, who waits, whose case it is; the same rows as CSV."""

from __future__ import annotations

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from swp_adapters.casework import Casework
from swp_adapters.cli.errors import DONE
from swp_adapters.cli.main import app
from swp_adapters.cli.spreadsheet import cell, guarded
from swp_adapters.demo.people import establish
from swp_domain.assessment.events import AssessmentDeferred, AssessmentRequested, AssessmentStarted
from swp_domain.case.events import (
    CaseAllocated,
    CaseClosed,
    PersonDied,
    PersonRegistered,
    WaitRechecked,
    WorkerWithdrawn,
)
from swp_domain.case.vocabulary import ClosureOutcome
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.practice.events import StaffAbsent, StaffReturned
from swp_domain.proposal import propose
from swp_domain.referral.events import ReferralReceived
from swp_domain.referral.vocabulary import Source, Urgency
from swp_projections import Waiting

Run = Callable[..., Result]
FORMULA = '=HYPERLINK("http://x.invalid","Click")'


def referral(urgency: Urgency = Urgency.ROUTINE, which: str = "R1") -> ReferralReceived:
    return ReferralReceived(referral=which, source=Source.FRONT_DOOR, urgency=urgency)


PEOPLE: dict[str, tuple[tuple[Event, str], ...]] = {
    "case/1": (
        (referral(), "2025-01-06"),
        (
            PersonRegistered(
                name_given="Zoë", name_family="O’Neill-Łukasz", birth_date="1941-02-03", nhs_number="943 476 5919"
            ),
            "2025-01-06",
        ),
        (AssessmentRequested(assessment="A1"), "2025-01-07"),
        (CaseAllocated(team="East", worker="ada"), "2025-01-20"),
        (AssessmentStarted(assessment="A1"), "2025-01-21"),
    ),
    "case/2": (
        (referral(Urgency.URGENT), "2025-02-03"),
        (PersonRegistered(name_given="Mary", name_family="Smith", birth_date="3 March 1938"), "2025-02-03"),
        (AssessmentRequested(assessment="A1"), "2025-02-04"),
        (CaseAllocated(team="East"), "2025-02-10"),
    ),
    "case/3": (
        (referral(), "2025-01-10"),
        (PersonRegistered(name_given=FORMULA, name_family="Smythe", birth_year=1950), "2025-01-10"),
        (AssessmentRequested(assessment="A1"), "2025-01-10"),
        (CaseAllocated(team="West", worker="olu"), "2025-01-13"),
        (AssessmentDeferred(assessment="A1"), "2025-01-14"),
    ),
    "case/4": ((referral(), "2025-03-01"), (PersonDied(), "2025-03-02")),
}


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A practice with four cases; ada is away from 10 to 14 March, and olu covers."""
    file = tmp_path_factory.mktemp("team") / "record.db"
    casework = Casework(f"sqlite:///{file}")
    establish(casework)
    ada = casework.actor("ada", date(2025, 1, 1))
    for case, told in PEOPLE.items():
        casework.submit(*(propose(case, event, ada, on) for event, on in told))
    away = StaffAbsent(member="ada", covered_by="olu", until=date(2025, 3, 20))
    casework.submit(propose("practice/haverby", away, ada, "2025-03-10"))
    casework.submit(propose("practice/haverby", StaffReturned(member="ada"), ada, "2025-03-15"))
    casework.close()
    return file


@pytest.fixture
def swp(record: Path) -> Run:
    """Run a command on it."""

    def run(*words: str, code: int = DONE, sent: str | None = None) -> Result:
        told = [*words, "--database", f"sqlite:///{record}"]
        ran = CliRunner().invoke(app, told, input=sent, catch_exceptions=False, prog_name="swp")
        assert ran.exit_code == code, ran.output
        return ran

    return run


def rows(ran: Result) -> list[dict[str, Any]]:
    return [json.loads(one) for one in ran.stdout.splitlines()]


def files(ran: Result) -> list[str]:
    return [one["file"] for one in rows(ran)]


# Whose work it is

LIVE: tuple[str, ...] = ()
AS_AT = ("--as-at", "2025-03-07")


@pytest.mark.parametrize("when", [LIVE, AS_AT])
def test_cases_and_duties_are_narrowed_to_a_team_or_a_worker_now_and_as_at_any_day(
    swp: Run, when: tuple[str, ...]
) -> None:
    for words, found in {
        ("--team", "East"): ["case/1", "case/2"],
        ("--worker", "ada"): ["case/1"],
        ("--as", "olu"): ["case/3"],
        ("--as", "olu", "--worker", "ada"): ["case/1"],
        ("--team", "East", "--worker", "olu"): [],
    }.items():
        assert files(swp("caseload", *words, *when, "--json")) == found, words
        owed = rows(swp("duties", *words, *when, "--json"))
        assert sorted({one["file"] for one in owed}) == found, words
        assert {(one["team"], one["worker"]) for one in owed} <= {("East", "ada"), ("East", None), ("West", "olu")}


@pytest.mark.parametrize("when", [LIVE, ("--as-at", "2025-03-31")])
def test_duties_are_narrowed_to_what_is_late_or_due_before_a_day(swp: Run, when: tuple[str, ...]) -> None:
    def last_days(*words: str) -> list[str]:
        found = rows(swp("duties", *words, *when, "--json"))
        return [one["last_day"] for one in found if one["duty"] == "assess needs"]

    assert last_days("--team", "East") == ["2025-02-18", "2025-03-18"]
    assert last_days("--team", "East", "--due-before", "2025-02-18") == []
    assert last_days("--team", "East", "--due-before", "2025-02-19") == ["2025-02-18"]
    assert last_days("--team", "East", "--late") == ["2025-02-18", "2025-03-18"]
    assert last_days("--worker", "olu", "--late") == []  # the person asked to wait, and the clock stands still


def test_a_day_earlier_nothing_was_late_yet(swp: Run) -> None:
    assert rows(swp("duties", "--late", "--as-at", "2025-02-18", "--json")) == []
    assert files(swp("duties", "--late", "--as-at", "2025-02-19", "--json")) == ["case/1"]


@pytest.mark.parametrize(
    ("on", "found"),
    [
        ("2025-03-09", ["case/3"]),
        ("2025-03-10", ["case/1", "case/3"]),
        ("2025-03-14", ["case/1", "case/3"]),
        ("2025-03-15", ["case/3"]),
    ],
)
def test_whoever_covers_sees_the_work_of_the_absent_marked_so(swp: Run, on: str, found: list[str]) -> None:
    for command in ("caseload", "duties"):
        told = rows(swp(command, "--worker", "olu", "--as-at", on, "--json"))
        assert sorted({one["file"] for one in told}) == found
        covered = {one["file"] for one in told if one["absent"]}
        assert covered == set(found) - {"case/3"}
        assert {one["covered_by"] for one in told if one["absent"]} <= {"olu"}
        shown = swp(command, "--worker", "olu", "--as-at", on).stdout
        assert ("ada (away)" in shown) == bool(covered)
        assert ("ada is away until 2025-03-20; olu covers." in shown) == bool(covered)
    shown = swp("case", "case/1", "--as-at", on).stdout
    assert ("ada is away until 2025-03-20; olu covers." in shown) == (len(found) > 1)


def test_before_the_absence_was_recorded_nobody_knew_of_it(swp: Run) -> None:
    assert rows(swp("caseload", "--worker", "olu", "--as-at", "2025-03-10", "--known-at", "2025-03-10", "--json")) == []


def test_a_slip_of_the_keys_does_not_read_as_no_work(swp: Run) -> None:
    for command in ("caseload", "duties", "waiting"):
        assert swp(command, "--worker", "oul").stderr == "swp: nobody called oul is on the staff or holds a case.\n"
        assert swp(command, "--team", "Eats").stderr == "swp: no case was ever given to a team called Eats.\n"
        assert swp(command, "--worker", "edith").stderr == ""  # who has nothing, and is known


# Who waits


def test_who_waits_is_listed_with_the_longest_wait_first(swp: Run) -> None:
    told = rows(swp("waiting", "--as-at", "2025-02-20", "--json"))
    assert [(one["file"], one["waits_for"], one["since"], one["days"]) for one in told] == [
        ("case/3", "an assessment", "2025-01-10", 41),
        ("case/2", "a worker", "2025-02-03", 17),
        ("case/2", "an assessment", "2025-02-04", 16),
    ]
    assert told[0]["deferred_on"] == "2025-01-14"
    assert [one["urgency"] for one in told] == ["routine", "urgent", "urgent"]
    assert files(swp("waiting", "--team", "East", "--json")) == ["case/2", "case/2"]
    assert files(swp("waiting", "--as-at", "2025-03-01", "--json"))[-1] == "case/4"
    assert "case/4" not in files(swp("waiting", "--json"))
    assert swp("waiting", "--as-at", "2024-01-01").stdout == "Waiting as at 2024-01-01: Nobody waits.\n"
    assert "never" in swp("waiting").stdout


def test_a_case_that_was_closed_waits_for_a_worker_once_it_is_referred_again(tmp_path: Path) -> None:
    file = tmp_path / "record.db"
    casework = Casework(f"sqlite:///{file}")
    establish(casework)
    ada = casework.actor("ada", date(2025, 1, 1))
    closed = CaseClosed(decision=Decision(outcome=ClosureOutcome.MOVED, reasons="Invented: moved away."))
    story: tuple[tuple[Event, str], ...] = (
        (referral(), "2025-01-06"),
        (CaseAllocated(team="East", worker="ada"), "2025-01-07"),
        (closed, "2025-02-01"),
        (referral(which="R2"), "2025-03-01"),
    )
    casework.submit(*(propose("case/1", event, ada, on) for event, on in story))
    casework.close()

    def waits(on: str) -> list[str]:
        words = ["waiting", "--as-at", on, "--json", "--database", f"sqlite:///{file}"]
        return [one["since"] for one in rows(CliRunner().invoke(app, words))]

    assert [waits(on) for on in ("2025-01-06", "2025-01-07", "2025-02-28", "2025-03-01")] == [
        ["2025-01-06"],
        [],
        [],
        ["2025-03-01"],
    ]


def test_a_wait_says_who_looked_last_and_a_new_one_begins_without(tmp_path: Path) -> None:
    file = tmp_path / "record.db"
    casework = Casework(f"sqlite:///{file}")
    establish(casework)
    ada = casework.actor("ada", date(2025, 1, 1))
    again = WaitRechecked(safe_to_wait=False, look_again_by=date(2025, 2, 3), risk="Invented: alone at night.")
    story: tuple[tuple[Event, str], ...] = (
        (referral(), "2025-01-06"),
        (AssessmentRequested(assessment="A1"), "2025-01-06"),
        (again, "2025-02-01"),
        (CaseAllocated(team="East", worker="ada"), "2025-02-10"),
        (WorkerWithdrawn(worker="ada"), "2025-03-10"),
    )
    casework.submit(*(propose("case/1", event, ada, on) for event, on in story))

    def waits(on: str) -> list[tuple[Any, ...]]:
        found = casework.view(Waiting, as_at=date.fromisoformat(on))
        return [(one.waits_for, str(one.since), one.rechecked_on and str(one.rechecked_on)) for one in found]

    assert waits("2025-01-31") == [("an assessment", "2025-01-06", None), ("a worker", "2025-01-06", None)]
    assert {found[2] for found in waits("2025-02-01")} == {"2025-02-01"}
    assert waits("2025-02-10") == [("an assessment", "2025-01-06", "2025-02-01")]
    assert waits("2025-03-10")[1] == ("a worker", "2025-03-10", None)
    casework.close()
    words = ["waiting", "--as-at", "2025-02-01", "--database", f"sqlite:///{file}"]
    shown = CliRunner().invoke(app, words).stdout
    assert "2025-02-01, NOT safe to wait, again by 2025-02-03" in " ".join(shown.split())


# Whose case it is


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("smith", ["case/2"]),
        ("SM", ["case/2", "case/3"]),
        ("mary smith", ["case/2"]),
        ("Smith, Mary", ["case/2"]),
        ("mary smythe", []),
        ("oneill", ["case/1"]),
        ("O'Neill", ["case/1"]),
        ("zoe lukasz", ["case/1"]),
        ("ZOË", ["case/1"]),
        ("1941-02-03", ["case/1"]),
        ("3/2/1941", ["case/1"]),
        ("3 February 1941", ["case/1"]),
        ("03.03.1938", ["case/2"]),
        ("1938", ["case/2"]),
        ("1950", ["case/3"]),
        ("9434765919", ["case/1"]),
        ("943-476 5919", ["case/1"]),
        ("forgotten", []),
    ],
)
def test_a_case_is_found_by_name_birth_date_or_nhs_number(swp: Run, asked: str, found: list[str]) -> None:
    assert files(swp("find", *asked.split(), "--json")) == found
    assert files(swp("find", asked, "--as-at", "2025-03-31", "--json")) == found
    assert files(swp("find", "-", "--json", sent=f"{asked}\n")) == found
    if not found:
        assert swp("find", asked).stdout == "Found: Nobody.\n"


def test_somebody_is_found_from_the_day_they_were_registered(swp: Run) -> None:
    assert files(swp("find", "smith", "--as-at", "2025-02-02", "--json")) == []
    (told,) = rows(swp("find", "smith", "--as-at", "2025-02-03", "--json"))
    assert (told["team"], told["birth_date"]) == (None, "3 March 1938")
    assert files(swp("find", "smith", "--known-at", "2025-02-03", "--json")) == []


def test_who_is_looked_for_is_in_no_log_no_message_and_no_table(
    swp: Run, record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SWP_LOG_LEVEL", "DEBUG")
    before = {one: one.read_bytes() for one in record.parent.iterdir()}
    for asked in ("Zanzibarova", "7/7/1907", "999 000 0019"):
        ran = CliRunner().invoke(app, ["find", asked, "--database", f"sqlite:///{record}"], prog_name="swp")
        assert asked not in ran.output
        assert not any(asked.encode() in one.read_bytes() for one in record.parent.iterdir())
    assert before[record] == record.read_bytes()


def test_the_table_of_people_is_sealed_and_forgets_with_the_key(tmp_path: Path) -> None:
    file = tmp_path / "record.db"
    casework = Casework(f"sqlite:///{file}")
    establish(casework)
    ada = casework.actor("ada", date(2025, 1, 1))
    for case, family in (("case/1", "Quillfeather"), ("case/2", "Quillon")):
        casework.submit(propose(case, PersonRegistered(name_family=family), ada, "2025-01-06"))

    def found() -> list[str]:
        words = ["find", "quill", "--json", "--database", f"sqlite:///{file}"]
        return files(CliRunner().invoke(app, words, catch_exceptions=False))

    assert found() == ["case/1", "case/2"]
    casework.sealer.keys.forget("case/1")
    assert found() == ["case/2"]
    with sqlite3.connect(file) as database:
        kept = database.execute("SELECT name_family FROM view_people_v1").fetchall()
    assert len(kept) == 2
    assert "Quill" not in repr(kept)
    # A text that somebody altered hides nobody else.
    with sqlite3.connect(file) as database:
        database.execute("UPDATE view_people_v1 SET name_family = replace(name_family, 'case/1', 'case/2')")
    words = ["find", "quill", "--json", "--database", f"sqlite:///{file}"]
    ran = CliRunner().invoke(app, words, catch_exceptions=False)
    assert files(ran) == ["case/2"]
    assert ran.stderr.startswith("swp: case/1 is left out: A text sealed under 'case/2' was altered")
    casework.close()


# CSV

READING = (
    ("case", "case/3"),
    ("replay", "case/3"),
    ("caseload",),
    ("duties",),
    ("waiting",),
    ("find", "sm"),
    ("court",),
    ("reviews",),
    ("performance", "--month", "2025-01"),
    ("safeguarding",),
    ("safeguarding", "--clusters"),
    ("chronology",),
    ("audit",),
)


@pytest.mark.parametrize("words", READING, ids=" ".join)
def test_every_reading_command_answers_in_csv_with_the_columns_it_has_in_json(swp: Run, words: tuple[str, ...]) -> None:
    written = swp(*words, "--csv").stdout_bytes.decode("utf-8")
    assert written.endswith("\r\n")
    told = list(csv.DictReader(io.StringIO(written, newline="")))
    assert not [one for one in told if None in one or None in one.values()]
    if words[0] in ("case", "replay"):
        assert [one["event"] for one in told] == [event.name for event, _ in PEOPLE["case/3"]]
        return
    plain = rows(swp(*words, "--json"))
    assert [list(one) for one in told] == [list(one) for one in plain]
    for cells, values in zip(told, plain, strict=True):
        for name, value in values.items():
            shown = "" if value is None else json.dumps(value) if not isinstance(value, str) else guarded(value)
            assert cells[name] == shown, name


def test_an_amount_has_all_its_digits_however_it_was_sent() -> None:
    assert [cell(Decimal(one)) for one in ("1e5", "407.00", "100", "0")] == ["100000", "407.00", "100", "0"]


def test_without_rows_there_is_a_header(swp: Run) -> None:
    assert swp("find", "nobody", "--csv").stdout.strip() == (
        "file,name_given,name_family,birth_date,birth_year,nhs_number,team,closed_on,died_on,merged_into"
    )


def test_rules_are_listed_in_csv_as_well() -> None:
    for words in ((), ("--events",), ("--law",)):
        ran = CliRunner().invoke(app, ["rules", *words, "--csv"], catch_exceptions=False)
        assert len(list(csv.DictReader(io.StringIO(ran.stdout)))) > 20


def test_what_was_recorded_becomes_no_formula(swp: Run) -> None:
    (told,) = csv.DictReader(io.StringIO(swp("find", "smythe", "--csv").stdout))
    assert told["name_given"] == f"'{FORMULA}"
    for text in ("=1", "+1", "-1", "@A1", "\t=1", " =1", "\n=1", "＝1", "\tx", "\u3000=1"):
        assert guarded(text) == f"'{text}"
    for text in ("", "one", "O'Neill", "2025-01-01", "a=1", "'=1"):
        assert guarded(text) == text
    assert guarded("two\r\nlines") == "two\nlines"
    assert guarded("\x1b[2J") == "\ufffd[2J"


# In a terminal


def test_what_is_too_wide_for_a_table_is_told_in_paragraphs(swp: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")
    shown = swp("duties", "--team", "East").stdout
    assert max(map(len, shown.splitlines())) <= 80
    told = " ".join(shown.split())
    assert "case/2 what: assess needs; about: A1; to: the adult; under: Care Act 2014, s 9(1);" in told
    assert "opened: 2025-02-04; last day: 2025-03-18; stands: late; late since: 2025-03-19" in told
