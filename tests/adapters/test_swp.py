"""``swp`` as its users meet it: what it prints where, and how it ends."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from pathlib import Path
from shutil import copy
from typing import Any

import pytest

UNKNOWN_CONCERN = {
    "name": "safeguarding/enquiry-decided",
    "concern": "S9",
    "suspected": {},
    "decision": {"outcome": "no enquiry"},
}
SWP = [sys.executable, "-c", "from swp_adapters.cli import main; main()"]


@pytest.fixture(scope="session")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which the demonstration was lived, with its keys."""
    folder = tmp_path_factory.mktemp("lived")
    swp(folder, "demo", "--people", "0")
    return folder


@pytest.fixture
def record(lived: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    for file in lived.glob("record.db*"):
        copy(file, tmp_path)
    return tmp_path


def stored(folder: Path) -> list[tuple[object, ...]]:
    """The log as it is stored."""
    with sqlite3.connect(folder / "record.db") as database:
        return database.execute("SELECT position, state FROM log").fetchall()


def swp(folder: Path, *words: str, sent: str = "", code: int = 0) -> subprocess.CompletedProcess[str]:
    env = {"PATH": "/usr/bin:/bin", "HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), "COLUMNS": "120"}
    database = ["--database", f"sqlite:///{folder / 'record.db'}"] if words[0] not in ("check", "rules") else []
    ran = subprocess.run([*SWP, *words, *database], input=sent, capture_output=True, text=True, env=env, check=False)
    assert ran.returncode == code, ran.stderr
    assert "Traceback" not in ran.stderr
    return ran


def asked(**told: Any) -> str:
    usual = {
        "file": "case/1",
        "event": {"name": "assessment/assessment-requested", "assessment": "A1"},
        "occurred": "2025-02-20",
        "by": "ada",
    }
    return json.dumps({**usual, **told}) + "\n"


@pytest.mark.parametrize(
    ("sent", "code", "says"),
    [
        ("{bad\n", 65, "line: no JSON"),
        (asked(event={"name": "nope/x"}), 65, "event.name: 'nope/x' is not an event"),
        (asked(event={"name": "assessment/assessment-requested", "assessment": "A1", "version": 9}), 65, "version 9"),
        (asked(event={"name": "assessment/assessment-requested", "asessment": "A1"}), 65, "assessment: Field required"),
        (asked(occurred="2025-02-30"), 65, "there is no such date"),
        (asked(occurred="2999-01-01"), 65, "is after the day of recording"),
        (asked(file="cases/1"), 65, "is not the id of a file"),
        (asked(by="nobody"), 1, "nobody called nobody is on the staff"),
        (
            asked(event=UNKNOWN_CONCERN),
            1,
            "concern: no concern S9 is on the file",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_recorded_is_refused_with_its_line_and_leaves_nothing(
    record: Path, sent: str, code: int, says: str
) -> None:
    before = stored(record)
    ran = swp(record, "record", "-", sent=sent, code=code)
    assert says in ran.stderr
    assert "line 1 was not recorded" in ran.stderr
    assert ran.stdout == ""
    assert stored(record) == before


def test_what_was_recorded_is_answered_with_a_receipt_and_read_back(record: Path) -> None:
    receipt = json.loads(swp(record, "record", "-", sent=asked()).stdout)
    assert receipt["entries"][0]["stream"] == "case/1"
    told = [json.loads(line) for line in swp(record, "replay", "case/1", "--json").stdout.splitlines()]
    assert [one["event_name"] for one in told] == ["assessment/assessment-requested"]
    assert told[0]["marks"][0]["duty"] == "assess needs"
    late = [json.loads(line) for line in swp(record, "duties", "--case", "case/1", "--json").stdout.splitlines()]
    assert [(one["duty"], one["standing"], one["late_since"]) for one in late] == [
        ("assess needs", "late", "2025-04-04")
    ]


def test_the_demonstration_does_no_harm_when_run_twice(record: Path) -> None:
    before = stored(record)
    swp(record, "demo", "--people", "0")
    assert stored(record) == before
    assert not (record / "data" / "swp" / "record.db").exists()


def test_a_log_that_was_edited_or_cut_is_named_and_ends_with_3(record: Path) -> None:
    head = swp(record, "verify").stdout.split("elsewhere: ")[1].strip()
    with sqlite3.connect(record / "record.db") as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        hers = "CAST(state AS TEXT) LIKE '%\"ada\"%' AND stream LIKE 'case/%'"
        (told,) = database.execute(f"SELECT min(position) FROM log WHERE {hers}").fetchone()
        edited = "UPDATE log SET state = CAST(replace(CAST(state AS TEXT), 'ada', 'eve') AS BLOB) WHERE position = ?"
        database.execute(edited, (told,))
    assert f"Entry {told}" in swp(record, "verify", code=3).stdout
    with sqlite3.connect(record / "record.db") as database:
        database.execute("DELETE FROM log WHERE position > 12")
        database.execute("DELETE FROM head WHERE size > 12")
    assert "Intact" in swp(record, "verify").stdout
    swp(record, "verify", "--head", head, code=3)


@pytest.mark.parametrize(
    "words", [("case", "case/404"), ("caseload", "--as-at", "2025-13-01"), ("verify", "--head", "x")]
)
def test_nonsense_is_bad_input(record: Path, words: tuple[str, ...]) -> None:
    swp(record, *words, code=65)


def test_every_reading_command_answers_in_json_and_in_words(record: Path) -> None:
    for words in (
        ("case", "case/demo-1"),
        ("replay", "case/demo-1"),
        ("caseload",),
        ("duties",),
        ("court",),
        ("audit",),
    ):
        for line in swp(record, *words, "--json").stdout.splitlines():
            json.loads(line)
        assert swp(record, *words, "--as-at", "2025-02-10").stdout.strip()
    assert json.loads(swp(record, "verify", "--json").stdout)["intact"]
    assert "entries folded" in swp(record, "rebuild").stdout


def test_rules_events_and_law_are_listed(tmp_path: Path) -> None:
    listed = [json.loads(line) for line in swp(tmp_path, "rules", "--json").stdout.splitlines()]
    assert "SG-42-01" in {one["rule"] for one in listed}
    assert "from memory" in swp(tmp_path, "rules", "--law", "--json").stdout
    assert "safeguarding/enquiry-decided" in swp(tmp_path, "rules", "--events", "--json").stdout


def test_a_chronology_is_checked_in_memory(tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text(
        "id: made-up\nkind: ombudsman\nchronology:\n"
        "- {'on': '2023-01-10', precision: day, act: assessment-requested, by: adult}\n"
        "- {'on': '2023-06-01', precision: day, act: juggling, by: council}\n"
    )
    checked = json.loads(swp(tmp_path, "check", str(case), "--as-at", "2023-12-01", "--json").stdout)
    assert [(one["theme"], one["from"], one["to"], one["level"]) for one in checked["flags"]] == [
        ("P01", "2023-02-22", None, "red")
    ]
    assert [one["act"] for one in checked["not_understood"]] == ["juggling"]
    assert not list(tmp_path.glob("**/*.db"))
    case.write_text("chronology: [")
    swp(tmp_path, "check", str(case), code=65)


def test_one_rule_is_shown_with_its_law_its_events_and_its_tests(tmp_path: Path) -> None:
    shown = " ".join(swp(tmp_path, "rules", "ca-27-01").stdout.split())
    assert "- *refuse*, Care Act: A review is refused only where the request for it is not reasonable" in shown
    assert "under: Care Act 2014, s 27(1)(b) (statute; checked against the Act; from 1 April 2015)" in shown
    assert "opened by: `review/review-requested`" in shown
    assert "broken by: `test_review." in shown
    assert "- shown by: reviews" in shown
    told = [json.loads(line) for line in swp(tmp_path, "rules", "CA-27-01", "--json").stdout.splitlines()]
    assert {one["effect"] for one in told} == {"refuse", "flag", "duty"}
    assert {one["rule"] for one in told} == {"CA-27-01"}


def test_a_rule_that_is_held_as_a_whole_or_not_modelled_says_so_and_another_is_none(tmp_path: Path) -> None:
    assert "- held as a whole, by the log" in swp(tmp_path, "rules", "REC-01").stdout
    assert "- not modelled (from 1 April 2023" in swp(tmp_path, "rules", "RET-03").stdout
    refused = swp(tmp_path, "rules", "CA-99-99", code=65).stderr
    assert "'CA-99-99' is the id of no rule. Look at the list that `swp rules` gives" in refused


def test_coverage_is_listed_with_what_is_not_modelled(tmp_path: Path) -> None:
    shown = swp(tmp_path, "rules", "--coverage").stdout
    assert "Not modelled" in shown
    assert "Coronavirus Act 2020" in shown
    told = [json.loads(line) for line in swp(tmp_path, "rules", "--coverage", "--json").stdout.splitlines()]
    assert {"SG-42-01", "CA-09-05"} <= {one["rule"] for one in told}
    assert swp(tmp_path, "rules", "--coverage", "--csv").stdout.startswith("rule,effect,regime,says,law,events,")


def test_the_module_of_the_commands_runs_them_too() -> None:
    ran = subprocess.run(
        [sys.executable, "-m", "swp_adapters.cli.main", "--help"],
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    assert ("Usage: swp " in ran.stdout, ran.stderr) == (True, "")
