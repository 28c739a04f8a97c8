"""``swp`` when things go wrong: bad lines, full disks, killed processes, closed pipes, other people's databases."""

from __future__ import annotations

import json
import os
import pty
import re
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from swp_adapters.casework import Casework
from swp_adapters.cli.errors import (
    BAD_INPUT,
    DONE,
    NOT_VERIFIED,
    REFUSED,
    TRY_AGAIN,
    UNAVAILABLE,
    USAGE,
    code_of,
)
from swp_adapters.cli.main import app
from swp_adapters.cli.marked import Marked
from swp_adapters.demo.life import CASE, live
from swp_adapters.demo.people import COUNCIL_NAME
from swp_adapters.security.keys import FileKeys
from swp_adapters.store.errors import RecordBusy, RecordReadOnly
from swp_adapters.testing import north_east_lincolnshire

SWP = [sys.executable, "-c", "from swp_adapters.cli import main; main()"]
ESCAPE = "\x1b"

Run = Callable[..., Result]


@pytest.fixture(scope="module")
def lived(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database in which the demonstration was lived, with its keys."""
    folder = tmp_path_factory.mktemp("lived")
    casework = Casework(f"sqlite:///{folder / 'record.db'}")
    list(live(casework))
    casework.close()
    return folder


@pytest.fixture
def file(lived: Path, tmp_path: Path) -> Path:
    """A copy of it for one test."""
    for one in lived.glob("record.db*"):
        shutil.copy(one, tmp_path)
    return tmp_path / "record.db"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data folder of one's own, and no settings."""
    for name in ("SWP_DATABASE_URL", "SWP_KEYS", "SWP_LOG_LEVEL", "SWP_LOG_FORMAT", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "swp"


@pytest.fixture
def swp(file: Path, home: Path) -> Run:
    """Run a command on the copy; anything that is no answer but a traceback fails the test."""

    def run(*words: str, sent: str | bytes | None = None, code: int = DONE, database: bool = True) -> Result:
        where = ["--database", f"sqlite:///{file}"] if database else []
        ran = CliRunner().invoke(app, [*words, *where], input=sent, catch_exceptions=False, prog_name="swp")
        assert ran.exit_code == code, ran.output
        return ran

    return run


def stored(file: Path) -> list[tuple[object, ...]]:
    with sqlite3.connect(file) as database:
        return database.execute("SELECT position, state FROM log").fetchall()


def line(name: str = "safeguarding/concern-received", **told: Any) -> str:
    event = {"name": name, **({"concern": "k1"} if name.endswith("concern-received") else {}), **told.pop("event", {})}
    return json.dumps({"file": "case/1", "occurred": "2025-02-20", "by": "ada", "event": event, **told}) + "\n"


def said(ran: Result) -> list[Any]:
    """What is on standard output, all of which is JSON."""
    return [json.loads(one) for one in ran.stdout.splitlines()]


# What is recorded


def test_each_line_is_answered_with_a_receipt_and_nothing_else_is_on_standard_output(swp: Run) -> None:
    ran = swp("record", "-", sent=line(command_id="c-1") + "\n" + line(command_id="c-2", file="case/2"))
    receipts = said(ran)
    assert [list(one) for one in receipts] == 2 * [["command_id", "recorded_at", "entries", "repeated"]]
    assert [one["command_id"] for one in receipts] == ["c-1", "c-2"]
    assert ran.stderr == "2 submissions recorded.\n"
    again = swp("record", "-", sent=line(command_id="c-1"))
    assert said(again) == [{**receipts[0], "repeated": True}]
    assert again.stderr == "1 submission recorded.\n"


def test_a_file_may_have_blank_lines_and_the_marks_of_other_systems(swp: Run, tmp_path: Path) -> None:
    sent = tmp_path / "sent.jsonl"
    sent.write_bytes(("\ufeff" + line() + "\n  \n" + line()).replace("\n", "\r\n").encode())
    assert len(said(swp("record", str(sent)))) == 2
    assert len(said(swp("record", "-", sent=("\ufeff" + line()).encode()))) == 1
    assert said(swp("record", "-", sent="")) == []


def test_several_proposals_in_one_line_are_one_submission(swp: Run, file: Path) -> None:
    one, two = json.loads(line()), json.loads(line(file="contact/9", name="contact/contact-received"))
    two["event"] = {"name": "contact/contact-received", "contact": "C9", "channel": "telephone"}
    (receipt,) = said(swp("record", "-", sent=json.dumps({"command_id": "c-9", "proposals": [one, two]}) + "\n"))
    assert [entry["stream"] for entry in receipt["entries"]] == ["case/1", "contact/9"]
    two["event"]["channel"] = "pigeon"
    before = stored(file)
    ran = swp("record", "-", sent=json.dumps({"proposals": [one, two]}) + "\n", code=BAD_INPUT)
    assert "channel" in ran.stderr
    assert stored(file) == before


def test_the_first_refusal_stops_and_what_was_before_it_stays(swp: Run, file: Path) -> None:
    before = len(stored(file))
    ran = swp("record", "-", sent=line() + line() + line(occurred="2999-01-01") + line(), code=BAD_INPUT)
    assert len(said(ran)) == 2
    assert len(stored(file)) == before + 2
    assert ran.stderr.splitlines()[0] == "swp: line 3 was not recorded; 2 submissions recorded before it."


CLOSED = {"decision": {"outcome": "needs met", "reasons": "Invented."}}
COUNCIL = {"id": "edith", "kind": "council", "body": COUNCIL_NAME}


@pytest.mark.parametrize(
    ("sent", "code", "words"),
    [
        ("[]", BAD_INPUT, "line: Input should be an object"),
        ("null", BAD_INPUT, "line: Input should be an object"),
        ("{}", BAD_INPUT, "Field required"),
        ('{"proposals": []}', BAD_INPUT, "proposals: List should have at least 1 item"),
        ('{"file": }', BAD_INPUT, "line: no JSON: Expecting value, at character 10. Send one JSON object a line"),
        ("[" * 100_000, BAD_INPUT, "nested too deeply"),
        ("[1" + "0" * 5000 + "]", BAD_INPUT, "no JSON: Exceeds the limit"),
        (
            line(event={"account": "\ud800"}),
            BAD_INPUT,
            "line: event.account: holds half of a surrogate pair (\\ud800 to \\udfff), which is no character",
        ),
        (line().replace("{", '{"\\udc00": 1, ', 1), BAD_INPUT, "line: holds half of a surrogate pair"),
        ('{"proposals": [' + line(reason="\ud800").strip() + "]}", BAD_INPUT, "line: proposals.0.reason: holds half"),
        (line(event={"types": json.loads(60 * "[" + 60 * "]")}), BAD_INPUT, "line: nested too deeply"),
        (line(expected_version=float("nan")), BAD_INPUT, "line: NaN is no number of JSON"),
        (line(expected_version=1).replace(": 1}", ": 1e999}"), BAD_INPUT, "expected_version: is too large a number"),
        (line(reason="a").replace("{", '{"reason": "b", ', 1), BAD_INPUT, "line: reason: is given twice in one object"),
        (line().replace('"k1"', '"k1", "concern": "k2"'), BAD_INPUT, "line: concern: is given twice in one object"),
        (line(event={"account": {"key": "x"}}), BAD_INPUT, "event safeguarding/concern-received: account: is not text"),
        (
            line(event={"raised_by": {"kind": "carer", "name": {"key": "x"}}}),
            BAD_INPUT,
            "event safeguarding/concern-received: raised_by.name: is not text",
        ),
        (line(event={"account": " "}), BAD_INPUT, "account: is empty: leave the field out, or say something"),
        (line(event={"concern": "has a blank"}), BAD_INPUT, "concern: String should match pattern"),
        (line(event={"version": "1"}), BAD_INPUT, "event.version: '1' is not a whole number"),
        (line(event={"version": 0}), BAD_INPUT, "no version 0; this code knows version 1"),
        (line(event={"name": None}), BAD_INPUT, "event.name: is missing"),
        (line(reason=""), BAD_INPUT, "reason: String should have at least 1 character"),
        (line(conduct="joking"), BAD_INPUT, "conduct: Input should be 'deciding' or 'recording'"),
        (line(occurred="about 2025"), BAD_INPUT, "needs both ends of its range"),
        (line(occurred="2025-02-20/2025-02-10"), BAD_INPUT, "2025-02-20/2025-02-10"),
        (line(by=None), BAD_INPUT, "Name somebody on the staff in by, or with --as"),
        (line(by={"id": "x"}), BAD_INPUT, "line: by.kind: Field required. Put it right"),
        (line(by=7), BAD_INPUT, "line: by: Input should be an object"),
        (line(recorded_by={"id": "x", "kind": "wizard"}), BAD_INPUT, "line: recorded_by.kind: Input should be 'pract"),
        (
            '{"proposals": [' + line(by={"id": "x"}).strip() + "]}",
            BAD_INPUT,
            "line: proposals.0.by.kind: Field required",
        ),
        (line("case/person-registered", event={"nhs_number": "1234567890"}), BAD_INPUT, "check digit"),
        (line(corrects="nothing", reason="Wrong."), REFUSED, "corrects: no entry nothing is on the file"),
        (line(expected_version=3), TRY_AGAIN, "case/1 is at version 0, not 3. Read it again, then decide"),
        (line("case/case-closed", event=CLOSED, by=COUNCIL, occurred="1990-05-01"), REFUSED, "LawNotKnown: The law of"),
        (line("case/case-closed", event=CLOSED, by="ada", occurred="1990-05-01"), REFUSED, "nobody called ada"),
    ],
)
def test_what_cannot_be_recorded_is_said_in_one_message(swp: Run, file: Path, sent: str, code: int, words: str) -> None:
    before = stored(file)
    ran = swp("record", "-", sent=sent, code=code)
    first, *rest = ran.stderr.splitlines()
    assert first == "swp: line 1 was not recorded; 0 submissions recorded before it."
    assert rest[0].startswith("swp: ")
    assert words in ran.stderr
    assert "123456789" not in ran.stderr, "what was sent may be personal and is not repeated"
    assert ran.stdout == ""
    assert stored(file) == before


def test_a_decision_before_the_law_that_is_encoded_can_be_recorded(swp: Run) -> None:
    told = {"event": CLOSED, "by": COUNCIL, "occurred": "1990-05-01", "conduct": "recording", "reason": "On paper."}
    (receipt,) = said(swp("record", "-", sent=line("case/case-closed", **told)))
    assert receipt["entries"][0]["occurred_on"] == "1990-05-01"


@pytest.mark.parametrize(
    ("source", "words"),
    [("no-such-file.jsonl", "no-such-file.jsonl: No such file or directory"), (".", ".: Is a directory")],
)
def test_a_source_that_cannot_be_read_is_bad_input(swp: Run, source: str, words: str) -> None:
    assert words in swp("record", source, code=BAD_INPUT).stderr


def test_a_line_that_is_no_text_is_named_and_what_is_before_it_is_recorded(
    swp: Run, file: Path, tmp_path: Path
) -> None:
    before = len(stored(file))
    sent = tmp_path / "sent.jsonl"
    sent.write_bytes((line() + line()).encode() + b'{"file": "case/\xe9"}\n' + line().encode())
    for words, bytes_sent in ((str(sent), None), ("-", sent.read_bytes())):
        ran = swp("record", words, sent=bytes_sent, code=BAD_INPUT)
        assert ran.stderr == (
            "swp: line 3 was not recorded; 2 submissions recorded before it.\n"
            "swp: Invalid: line: byte 16 of the line is not UTF-8 text. "
            "Save the file as UTF-8, and send it again from this line\n"
        )
        assert len(said(ran)) == 2
    assert len(stored(file)) == before + 4
    sent.write_bytes(line().encode("utf-16"))
    assert "line 1 was not recorded" in swp("record", str(sent), code=BAD_INPUT).stderr


DECLINED = {
    "concern": "never-received",
    "suspected": {"has_needs": True, "at_risk": True, "unable_to_protect": True},
    "decision": {"outcome": "no enquiry"},
}


def test_breaches_and_flags_are_counted_by_rule_when_all_is_recorded(swp: Run) -> None:
    told = {"event": DECLINED, "by": COUNCIL, "conduct": "recording", "reason": "On paper."}
    ran = swp("record", "-", sent=line() + line("safeguarding/enquiry-decided", **told))
    (*_, entry) = said(swp("replay", "case/1", "--json"))
    flags = [one["rule"] for one in entry["findings"] if one["effect"] == "flag"]
    assert len(entry["breaches"]) == 1
    assert len(flags) == 2
    assert ran.stderr == "2 submissions recorded; 1 breach (SG-42-01), 2 flags (REC-SEQ, REC-WHY).\n"
    assert [len(one["entries"][0]["breaches"]) for one in said(ran)] == [0, 1]


def test_personal_text_of_a_file_whose_key_is_gone_is_refused(swp: Run, file: Path) -> None:
    FileKeys(f"{file}.keys").forget(CASE)
    before = stored(file)
    ran = swp("record", "-", sent=line(file=CASE, event={"account": "Invented."}), code=REFUSED)
    assert "open a new file for what has to be recorded now" in ran.stderr
    assert stored(file) == before
    assert "[forgotten]" in swp("replay", CASE).stdout
    swp("verify")


# The staff


def test_staff_come_from_a_file_once(swp: Run, tmp_path: Path) -> None:
    staff = tmp_path / "staff.yaml"
    staff.write_text(
        "practice: practice/haverby\nstaff:\n"
        "- {id: bo, works_for: practice, role: advice officer, since: 2024-01-01, full_name: Invented Bo}\n"
    )
    ran = swp("record", "-", "--actor", str(staff), "--as", "bo", sent=line(by=None))
    assert ran.stderr.startswith("1 joined the staff.\n")
    assert swp("record", "-", "--actor", str(staff), sent="").stderr.startswith("0 joined the staff.\n")
    assert "Invented Bo" not in swp("audit", "practice/haverby").stdout
    for wrong in ("practice: [", "practice: practice/haverby\nstaff: 1\n", "[]"):
        staff.write_text(wrong)
        assert "staff.yaml" in swp("record", "-", "--actor", str(staff), sent="", code=BAD_INPUT).stderr


BO = "{id: bo, works_for: practice, role: advice officer, since: 2024-01-01}"
BOMB = "".join(f"x{n}: &x{n} {{<<: [{', '.join(2 * [f'*x{n - 1}'])}]}}\n" for n in range(1, 40))
STAFF = {
    "practice: practice/haverby\nstaff: &a [*a]\n": "staff.yaml: uses an alias (*name). Write it out where it is meant",
    "&a [*a]": "staff.yaml: uses an alias",
    "practice: practice/haverby\nstaff: []\nx0: &x0 {a: 1}\n" + BOMB: "staff.yaml: uses an alias",
    "practice: practice/haverby\nstaff: []\n": "staff.yaml: staff: List should have at least 1 item",
    "practice: case/1\nstaff: ["
    + BO
    + "]": "staff.yaml: practice: case/1 is not the file of a practice. Use practice/…",
    "staff: [" + BO + "]": "staff.yaml: practice: Field required",
    "practice: practice/haverby\nstaff: [" + BO + ", " + BO + "]": "staff.yaml: staff.1.id: bo is given twice",
    5000 * "[" + 5000 * "]": "staff.yaml: is nested too deeply",
    "practice: !!timestamp x": "staff.yaml: is no YAML or JSON that can be read: a value is not what it says it is",
    "practice: " + 5000 * "9": "staff.yaml: is no YAML or JSON that can be read",
    "practice: \x00": "staff.yaml: is no YAML or JSON that can be read",
    "practice: practice/haverby\nstaff: ["
    + BO
    + "]\nstaff: []": "staff.yaml: is no YAML or JSON that can be read: 'staff'",
}
MEMBERS = {
    ("role: advice officer", "role: wizard"): "staff.yaml: staff.1.role: Input should be 'social worker'",
    ("since: 2024-01-01", "since: 2024-02-30"): "staff.yaml: staff.1.since: '2024-02-30' is not in the calendar",
    ("since: 2024-01-01", "since: 2024-01-01, full_name: ''"): "staff.yaml: staff.1.full_name: is empty",
    ("id: bo", "id: ''"): "staff.yaml: staff.1.id: String should have at least 1 character",
    ("id: bo", "{a: 1}: bo"): "staff.yaml: is no YAML or JSON that can be read",
    ("since: 2024-01-01", "since: 2999-01-01"): "occurred: 2999-01-01 is after the day of recording",
}


def test_a_file_of_staff_that_is_wrong_is_bad_input_and_nobody_joins(swp: Run, file: Path, tmp_path: Path) -> None:
    """Nor is half of it imported: whoever puts the file right sends it whole."""
    staff, before = tmp_path / "staff.yaml", stored(file)
    good = "{id: jo, works_for: practice, role: manager, since: 2024-01-01}"
    member = {f"practice: practice/haverby\nstaff: [{good}, {BO.replace(*put)}]": says for put, says in MEMBERS.items()}
    for text, words in (STAFF | member).items():
        staff.write_text(text)
        ran = swp("record", "-", "--actor", str(staff), sent=line(), code=BAD_INPUT)
        first, second = ran.stderr.splitlines()[:2]
        assert first == "swp: nobody of staff.yaml joined the staff, and nothing was recorded."
        assert second.startswith(f"swp: Invalid: {words}"), text[:80]
        assert ran.stdout == ""
    staff.write_bytes(b"practice: \xff")
    ran = swp("record", "-", "--actor", str(staff), sent=line(), code=BAD_INPUT)
    assert "staff.yaml: is not text in UTF-8. Save it as UTF-8" in ran.stderr
    assert stored(file) == before


def test_the_staff_of_a_file_join_together(swp: Run, tmp_path: Path) -> None:
    staff = tmp_path / "staff.json"
    people = [
        {"id": one, "works_for": "council", "role": "manager", "since": "2024-01", "supervisor": "edith"}
        for one in ("ny", "pat")
    ]
    staff.write_text(json.dumps({"practice": "practice/haverby", "staff": people}))
    assert swp("record", "-", "--actor", str(staff), sent="").stderr.startswith("2 joined the staff.\n")
    *_, one, two = said(swp("audit", "practice/haverby", "--json"))
    assert (one["event"], one["command_id"]) == ("practice/staff-joined", two["command_id"])
    people.append({"id": "quin", "works_for": "practice", "role": "case worker", "since": "2024-02-01"})
    staff.write_text(json.dumps({"practice": "practice/haverby", "staff": people}))
    ran = swp("record", "-", "--actor", str(staff), "--as", "quin", sent=line(by=None))
    assert ran.stderr.startswith("1 joined the staff.\n")


# What is read

CASELOAD = (
    "file key opened_on team worker complexity allocated_on worker_since waiting_since rechecked_on look_again_by "
    "supervised_on last_contact_on last_entry_on died_on closed_on closed_as closures reopened_on "
    "merged_with merged_into"
)
DUTY = (
    "file key duty subject rule theme owner owed_to provision force confidence limit limit_force opened_on warn_day "
    "last_day met_on met_by lapsed paused_on standing late_since"
)
COURT = (
    "file key what kind made_on told_as ended_on review_by expires_on reviewed_on authorises_deprivation_of_liberty "
    "stands matter owner listed_for how_ended says due last_day due_until form permission issued_on needs"
    " provision force confidence limit limit_force standing"
)
AUDIT = (
    "file key version event occurred occurred_on recorded_at lag_days by role recorded_by acting answerable under "
    "conduct purported breaches findings corrects command_id law stands"
)
CHRONOLOGY = (
    "file key version order occurred_on occurred exact event about decided author role body told_by recorded_at "
    "status corrects"
)
COVER = "on_staff absent covered_by"
LISTS = {
    ("chronology",): CHRONOLOGY,
    ("chronology", CASE, "--as-at", "2025-02-01"): CHRONOLOGY,
    ("caseload",): f"{CASELOAD} {COVER}",
    ("caseload", "--as-at", "2025-02-01"): f"{CASELOAD} {COVER}",
    ("duties",): f"{DUTY} team worker {COVER}",
    ("duties", "--case", CASE, "--known-at", "2999-01-01"): f"{DUTY} team worker {COVER}",
    (
        "find",
        "adult",
    ): "file name_given name_family birth_date birth_year nhs_number team closed_on died_on merged_into",
    ("waiting", "--as-at", "2025-01-10"): (
        "file key waits_for about since team worker urgency deferred_on rechecked_on safe_to_wait look_again_by "
        f"days {COVER}"
    ),
    ("package", CASE, "--as-at", "2025-04-01"): (
        "file key element kind plan needs provider quantity unit weekly one_off commissioned suspended begin_told "
        "from_day until ended_why counts approved_weekly approved_by approved_on approval_limit"
    ),
    ("court",): COURT,
    ("audit",): AUDIT,
    ("audit", CASE): AUDIT,
    ("rules",): "rule effect regime says",
    ("rules", "--events"): "event version taken by says fields",
    ("rules", "--law"): "family regime provision force in force checked says",
}


def test_programs_find_the_keys_they_know_and_nothing_else_on_standard_output(swp: Run) -> None:
    for words, keys in LISTS.items():
        ran = swp(*words, "--json", database=words[0] != "rules")
        found = said(ran)
        assert found, words
        assert {" ".join(one) for one in found} == {keys}, words
        assert ran.stderr == ""


def test_one_case_and_a_verification_are_one_object_each(swp: Run) -> None:
    (case,) = said(swp("case", CASE, "--json", "--as-at", "2025-03-01"))
    assert list(case) == [
        "file", "as_at", "version", "caseload", "duties", "package", "approvals", "court", "capacity", "liberty",
        "continuing_healthcare", "entries",
    ]  # fmt: skip
    assert (case["as_at"], case["version"], case["court"]) == ("2025-03-01", 27, [])
    assert {" ".join(one) for one in case["duties"]} == {DUTY}
    (found,) = said(swp("verify", "--json"))
    assert list(found) == ["intact", "says", "size", "head", "missing_keys"]
    assert (found["intact"], found["size"]) == (True, 64)
    (again,) = said(swp("verify", "--json", "--head", found["head"]))
    assert again["intact"]
    assert not said(swp("verify", "--json", "--head", "29:" + 64 * "0", code=NOT_VERIFIED))[0]["intact"]


def test_every_entry_of_a_replay_has_the_whole_envelope_and_its_judgement(swp: Run) -> None:
    told = said(swp("replay", CASE, "--json"))
    assert len(told) == 27
    assert {
        "format stream version entry_id event_name event_version event occurred occurred_on recorded_at by recorded_by "
        "conduct purported counts reason law corrects causation_id correlation_id command_id "
        "authority findings breaches marks"
    } == {" ".join(one) for one in told}


def test_the_same_days_are_shown_to_people_and_to_programs(swp: Run) -> None:
    for days in ("0", "3650"):
        words = ("duties", "--as-at", "2025-02-01", "--case", CASE, "--soon", days)
        (owed,) = (one for one in said(swp(*words, "--json")) if one["duty"] == "assess needs")
        assert owed["standing"] == {"0": "owed", "3650": "due soon"}[days]
        assert owed["standing"] in swp(*words).stdout


def test_the_days_that_were_asked_about_stand_in_the_title(swp: Run) -> None:
    for words, title in {
        ("caseload",): "Caseload",
        ("duties",): "Duties",
        ("court",): "Court of Protection",
        ("audit",): "Audit trail",
        ("chronology",): "Chronology",
        ("case", CASE): CASE,
    }.items():
        shown = swp(*words, "--as-at", "2025-05-01", "--known-at", "2999-02-03").stdout
        assert shown.startswith(f"{title} as at 2025-05-01, as known on 2999-02-03"), words
    assert swp("caseload").stdout.startswith("Caseload\n")
    assert swp("audit", "--known-at", "2999-02-03").stdout.startswith("Audit trail as known on 2999-02-03\n")


def test_an_entry_that_is_to_be_corrected_is_found_by_its_id(swp: Run) -> None:
    ids = [one["entry_id"] for one in said(swp("replay", CASE, "--json"))]
    for words in (("replay", CASE), ("audit", CASE)):
        shown = [one.strip() for one in swp(*words).stdout.splitlines()]
        assert {f"entry {one}" for one in ids} <= set(shown)


def test_lists_can_be_narrowed_to_nothing_and_say_so(swp: Run) -> None:
    assert said(swp("caseload", "--team", "Nowhere", "--json")) == []
    assert swp("caseload", "--worker", "nobody").stdout.splitlines()[0] == "Caseload: Nothing."
    assert {one["standing"] for one in said(swp("duties", "--standing", "late", "--json"))} == {"late"}
    assert not [one for one in said(swp("duties", "--open", "--json")) if one["met_on"]]
    assert swp("case", CASE, "--as-at", "2024-01-01").stdout.startswith(
        f"{CASE} as at 2024-01-01\nWhat is owed: Nothing.\n"
    )
    assert said(swp("replay", CASE, "--known-at", "2025-01-01", "--json")) == []


NONSENSE = {
    ("case", "nowhere"): "file: 'nowhere' is not the id of a file. Use one of case/…, contact/…, practice/…",
    ("replay", "case/9"): "file: nothing is recorded under case/9. swp caseload lists the cases",
    ("chronology", "case/9"): "file: nothing is recorded under case/9",
    ("audit", "case/9"): "file: nothing is recorded under case/9",
    ("duties", "--case", "case/9"): "file: nothing is recorded under case/9",
    ("duties", "--standing", "lost"): "--standing: 'lost' is not a way to stand. Use one of owed, due soon, late",
    ("caseload", "--as-at", "2025-02"): "--as-at: '2025-02' is not a day. Write it as 2024-05-01",
    ("court", "--known-at", "yesterday"): "--known-at: 'yesterday' is not a day",
    ("verify", "--head", "29:xyz"): (
        "--head: '29:xyz' is no head, which is a number of entries and 64 hexadecimal digits. "
        "Give it as verify printed it, SIZE:ROOT"
    ),
    ("verify", "--head", "deadbeef"): "--head: 'deadbeef' is no head",
    ("verify", "--head", "-1:00"): "--head: '-1:00' is no head",
    ("verify", "--head", "0:"): "--head: '0:' is no head",
    ("verify", "--head", "0:" + 64 * "0"): "--head: '0:000",
    ("verify", "--head", "29:"): "--head: '29:' is no head",
    ("verify", "--head", "29:" + 32 * "a "): "--head: '29:a a",
    ("verify", "--head", "29:" + 62 * "a"): "--head: '29:aaa",
    ("verify", "--head", "٢٩:" + 64 * "a"): "--head: '٢٩:aaa",
    ("verify", "--head", ""): "--head: '' is no head",
}


def test_what_makes_no_sense_is_bad_input(swp: Run) -> None:
    for words, answer in NONSENSE.items():
        ran = swp(*words, code=BAD_INPUT)
        assert ran.stderr.startswith(f"swp: Invalid: {answer}"), words
        assert ran.stdout == ""
    for words, answer in {
        ("caseload", "--json", "--csv"): "--csv: is given beside --json. Give one of them",
        ("duties", "--late", "--standing", "met"): "--late: nothing is late and stands as met. Give one of them",
        ("duties", "--due-before", "soon"): "--due-before: 'soon' is not a day. Write it as 2024-05-01",
        ("find", "!!!"): "who: holds no letter and no digit. Give parts of a name",
        ("find", "31/2/1941"): "who: is no birth date, no year of birth and no NHS number of ten digits",
        ("find", "999 000 0019"): "NHS number: the check digit of the NHS number is wrong",
    }.items():
        ran = swp(*words, code=BAD_INPUT)
        assert ran.stderr.startswith(f"swp: Invalid: {answer}"), words
        assert ran.stdout == ""
    for words in (
        ("caselod",),
        ("find",),
        ("duties", "--soon", "-1"),
        ("duties", "--soon", "99999999999"),
        ("case",),
        ("--nope",),
    ):
        assert "Usage: swp" in swp(*words, code=USAGE).stderr


def test_help_lists_the_commands_in_whole_sentences(swp: Run) -> None:
    shown = swp("--help", database=False).stdout
    for command in app.registered_commands:
        (told,) = (one for one in shown.splitlines() if one.startswith(f"  {command.name} "))
        assert told.endswith("."), told
        assert "..." not in told
    assert "75 try again" in shown


def test_recorded_words_are_shown_and_never_obeyed(swp: Run) -> None:
    """Whoever can record a text must not steer the terminal of whoever reads it."""
    nasty = f"Invented.{ESCAPE}[2J{ESCAPE}]0;owned\x07 [bold]not bold[/bold]"
    told = {"event": {"decision": {"outcome": "needs met", "reasons": nasty}}, "by": COUNCIL}
    swp("record", "-", sent=line("case/case-closed", conduct="recording", reason=nasty, **told))
    swp("record", "-", sent=line("case/case-allocated", event={"team": nasty}))
    for words in (("replay", "case/1"), ("caseload",), ("case", "case/1"), ("audit", "case/1")):
        shown = swp(*words).stdout
        assert ESCAPE not in shown
        assert "\x07" not in shown
    assert "[bold]not bold[/bold]" in swp("replay", "case/1").stdout.replace("\n", "")


STEERING = f"{ESCAPE}[2J\x9b2J\u202etfel\u2066x\u200f"


def steers(shown: str) -> list[str]:
    return [one for one in STEERING if one in shown and not one.isascii()] + [ESCAPE] * (ESCAPE in shown)


def test_what_a_message_repeats_steers_no_terminal(swp: Run, tmp_path: Path) -> None:
    ran = swp("record", "-", sent=line("nope/" + STEERING), code=BAD_INPUT)
    assert "event.name: 'nope/" in ran.stderr
    assert not steers(ran.stderr)
    assert not steers(swp("caseload", "--as-at", STEERING, code=BAD_INPUT).stderr)
    assert not steers(swp("record", str(tmp_path / STEERING), code=BAD_INPUT).stderr)


def test_a_chronology_steers_no_terminal(swp: Run, tmp_path: Path) -> None:
    told = {"on": "2023-01-10", "precision": "day", "by": "adult"}
    acts = [{**told, "act": "assessment-requested", "detail": STEERING}, {**told, "act": f"juggling{STEERING}"}]
    case = tmp_path / "case.yaml"
    case.write_text(json.dumps({"id": f"x{STEERING}", "kind": "ombudsman", "chronology": acts}))
    shown = swp("check", str(case), "--as-at", "2023-12-01", database=False).stdout
    assert "juggling\ufffd" in shown
    assert not steers(shown)


def test_programs_get_every_character_and_terminals_none_that_steers(swp: Run) -> None:
    swp("record", "-", sent=line("case/case-allocated", event={"team": STEERING}))
    for words in (("caseload",), ("case", "case/1")):
        assert not steers(swp(*words).stdout)
    ran = swp("caseload", "--json")
    assert not steers(ran.stdout)
    assert STEERING in {one["team"] for one in said(ran)}


def test_a_decision_is_shown_in_the_words_of_the_field(swp: Run) -> None:
    shown = swp("replay", CASE).stdout
    assert "decided: independent advocate\n" in shown
    assert not re.search(r"decided: .*[<=]", shown)


# Databases


NO_RECORD = "there is no record at {}. Name the file of one; swp record and swp demo begin a new one"


def test_reading_what_does_not_exist_makes_nothing(swp: Run, tmp_path: Path) -> None:
    """Whoever mistypes a path must not be told that nothing is recorded, nor find new keys."""
    for where in (tmp_path / "typo.db", tmp_path / "no" / "such" / "folder.db"):
        for words in READING:
            ran = swp(*words, "--database", f"sqlite:///{where}", code=BAD_INPUT, database=False)
            assert ran.stderr == f"swp: Invalid: --database: {NO_RECORD.format(where)}\n"
            assert ran.stdout == ""
    assert not list(tmp_path.glob("typo*"))
    swp("record", "-", "--database", f"sqlite:///{tmp_path / 'new.db'}", sent="", database=False)
    swp("verify", "--database", f"sqlite:///{tmp_path / 'new.db'}", database=False)


READING = (
    ("case", CASE),
    ("replay", CASE),
    ("caseload",),
    ("duties",),
    ("court",),
    ("audit",),
    ("verify",),
    ("rebuild",),
)

NO_PLACE = {
    "sqlite://": "this is a database in memory",
    "sqlite:///": "this is a database in memory",
    "sqlite:///:memory:": "this is a database in memory",
    "sqlite:///file:x?mode=memory&uri=true": "this is a database in memory",
    "sqlite:///record.db?timeout=soon": "this says more than the name of a file. Write it as sqlite:///record.db",
    "sqlite://server/record.db": "this says more than the name of a file",
    "sqlite+nothing:///record.db": "this says more than the name of a file",
    "postgresql://u:hush@host:notaport/x": "the port is not a number. Write it as postgresql://server:5432/name",
    "postgresql://[::1/x": "the port is not a number",
}


@pytest.mark.parametrize("where", NO_PLACE)
def test_an_address_at_which_nothing_is_kept_is_bad_input(
    swp: Run, where: str, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for words in (("record", "-"), ("caseload",), ("demo", "--people", "0")):
        ran = swp(*words, "--database", where, sent=line(), code=BAD_INPUT, database=False)
        assert ran.stderr.startswith(f"swp: Invalid: --database: {NO_PLACE[where]}")
        assert "hush" not in ran.output
        assert ran.stdout == ""
    monkeypatch.setenv("SWP_DATABASE_URL", where)
    ran = swp("record", "-", sent=line(), code=BAD_INPUT, database=False)
    assert ran.stderr.startswith(f"swp: Invalid: SWP_DATABASE_URL: {NO_PLACE[where]}")
    assert not home.exists()


def test_a_damaged_file_is_said_to_be_so_with_what_to_do(swp: Run, file: Path) -> None:
    with file.open("r+b") as damaged:
        damaged.seek(8192)
        damaged.write(b"\x5a" * (file.stat().st_size // 2))
    for words in (("verify",), ("rebuild",), ("audit",)):
        ran = swp(*words, code=UNAVAILABLE)
        assert "The file of the record is damaged" in ran.stderr
        assert "Restore a copy of the record, with the file of keys that belongs to it, and verify that" in ran.stderr
        assert ran.stdout == ""


def test_a_file_that_is_no_record_is_said_to_be_none_and_is_left_as_it_was(swp: Run, file: Path) -> None:
    file.write_text("Dear colleague, " * 100, encoding="utf-8")
    for words in (("audit",), ("verify",), ("record", "-")):
        ran = swp(*words, sent=line(), code=UNAVAILABLE)
        assert ran.stderr.splitlines()[-1] == (
            "swp: --database: the file that it names is no record (it is not an SQLite file). Name the file of one"
        )
        assert ran.stdout == ""
    assert file.read_text(encoding="utf-8") == "Dear colleague, " * 100


def test_without_a_database_the_one_in_the_data_folder_is_used_and_its_path_is_said(swp: Run, home: Path) -> None:
    ran = swp("audit", "--json", database=False, code=BAD_INPUT)
    assert ran.stdout == ""
    assert (
        ran.stderr
        == f"Database: {home / 'record.db'}\nswp: Invalid: --database: {NO_RECORD.format(home / 'record.db')}\n"
    )
    assert not home.exists()
    clerk = {"id": "clerk", "kind": "other"}
    assert len(said(swp("record", "-", sent=line(by=clerk), database=False))) == 1
    assert len(said(swp("audit", "--json", database=False))) == 1
    assert (home / "record.db.keys").exists()


def test_the_environment_names_a_database(swp: Run, file: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SWP_DATABASE_URL", f"sqlite:///{file}")
    assert swp("verify", database=False).stderr == ""
    assert not home.exists()


def test_the_demonstration_leaves_the_default_record_alone(swp: Run, file: Path, home: Path, tmp_path: Path) -> None:
    swp("record", "-", sent=line(by={"id": "clerk", "kind": "other"}), database=False)
    before = (home / "record.db").read_bytes(), stored(home / "record.db")
    first = swp("demo", "--people", "3", database=False)
    (demo,) = home.glob("demo-*.db")
    lived = stored(demo)
    second = swp("demo", "--people", "3", database=False)
    assert stored(demo) == lived != []
    assert ((home / "record.db").read_bytes(), stored(home / "record.db")) == before
    assert [one for one in first.stdout.splitlines() if one.startswith("REFUSED")] == [
        one for one in second.stdout.splitlines() if one.startswith("REFUSED")
    ]
    assert f"swp replay {CASE} --database sqlite:///{demo}" in " ".join(first.stdout.split())

    other = tmp_path / "other.db"
    assert CliRunner().invoke(app, ["demo", "--people", "0", "--database", f"sqlite:///{other}"]).exit_code == DONE
    assert len(stored(other)) == len(lived)
    assert stored(file)


@pytest.mark.parametrize(
    ("database", "words"),
    [
        ("nonsense", "This is no database address."),
        ("mysql://user:hush@server/db", "'mysql' databases cannot be opened."),
        ("postgresql://user:hush@127.0.0.1:1/db", "connection failed"),
        ("sqlite:///{tmp}", "unable to open database file"),
        ("sqlite:///{tmp}/text.db", "swp: --database: the file that it names is no record"),
        ("sqlite:///{tmp}/newer.db", "This database has table format 99; this release knows formats up to 1."),
    ],
)
def test_a_database_that_cannot_be_used_is_said_to_be_so(
    swp: Run, tmp_path: Path, file: Path, database: str, words: str
) -> None:
    (tmp_path / "text.db").write_text("This is no database, however long it is. " * 100)
    shutil.copy(file, tmp_path / "newer.db")
    with sqlite3.connect(tmp_path / "newer.db") as newer:
        newer.execute("INSERT INTO format VALUES (99)")
    newer.close()
    before = (tmp_path / "newer.db").read_bytes()
    for command in (["caseload"], ["record", "-"], ["verify"], ["rebuild"]):
        where = ["--database", database.format(tmp=tmp_path)]
        ran = CliRunner().invoke(app, [*command, *where], input=line(), catch_exceptions=False)
        assert ran.exit_code == UNAVAILABLE, ran.output
        assert words in ran.stderr
        assert "hush" not in ran.output
        assert ran.stdout == ""
    assert (tmp_path / "newer.db").read_bytes() == before


def test_a_record_is_not_begun_in_a_folder_that_does_not_exist(swp: Run) -> None:
    ran = swp("record", "-", "--database", "sqlite:///no/such/folder/record.db", code=UNAVAILABLE, database=False)
    assert "The folder" in ran.stderr


# What was done to the log


def tampered(file: Path, *statements: str) -> None:
    with sqlite3.connect(file) as database:
        for (name,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            database.execute(f'DROP TRIGGER "{name}"')
        for statement in statements:
            database.execute(statement)
    database.close()


EDITED = "UPDATE log SET state = CAST(replace(CAST(state AS TEXT), 'ada', 'eve') AS BLOB) WHERE position IN (20, 24)"


@pytest.mark.parametrize(
    ("statements", "words"),
    [
        ([EDITED], "Entry 20 (version 3 of case/demo-1)"),
        (["DELETE FROM log WHERE position > 20"], "20"),
        (["DELETE FROM log WHERE position = 15"], "Missing from the log: 15."),
        (["UPDATE log SET occurred_on = '2020-01-01' WHERE position = 20"], "Entry 20 (version 3 of case/demo-1)"),
    ],
    ids=["edited", "cut", "hole", "column"],
)
def test_a_log_that_was_tampered_with_ends_with_3_and_names_the_first_entry(
    swp: Run, file: Path, statements: list[str], words: str
) -> None:
    tampered(file, *statements)
    ran = swp("verify", code=NOT_VERIFIED)
    assert ran.stdout.startswith("The log is not what was recorded. ")
    assert words in " ".join(ran.stdout.split())
    (found,) = said(swp("verify", "--json", code=NOT_VERIFIED))
    assert not found["intact"]
    assert words in found["says"]


def test_a_cut_log_takes_nothing_more(swp: Run, file: Path) -> None:
    """Or what is appended would cover up the cut."""
    tampered(file, "DELETE FROM log WHERE position > 20")
    before = stored(file)
    assert "entries are gone from its end" in swp("record", "-", sent=line(), code=UNAVAILABLE).stderr
    assert stored(file) == before


def test_views_that_are_wrong_are_put_right_by_rebuild(swp: Run, file: Path) -> None:
    before = swp("caseload", "--json").stdout
    tampered(file, "UPDATE view_caseload_v2 SET worker = 'mallory'")
    assert "mallory" in swp("caseload", "--json").stdout
    ran = swp("rebuild")
    assert (ran.stdout, ran.stderr) == ("64 entries folded.\n", "")
    assert swp("caseload", "--json").stdout == before


# Processes


@pytest.fixture
def env(file: Path, home: Path) -> dict[str, str]:
    """What a command of its own process is given. It is not measured: on a full disk that would speak up, too."""
    return {
        **{name: told for name, told in os.environ.items() if not name.startswith("COVERAGE_")},
        "SWP_DATABASE_URL": f"sqlite:///{file}",
        "PYTHONPATH": os.pathsep.join(filter(None, sys.path)),
    }


def test_a_reader_that_has_enough_ends_the_command_without_a_word(swp: Run, env: dict[str, str]) -> None:
    swp("record", "-", sent="".join(line(command_id=f"many-{number}") for number in range(60)))
    for words in (["audit", "--json"], ["audit"], ["verify"]):
        reading, writing = os.pipe()
        with subprocess.Popen([*SWP, *words], stdout=writing, stderr=subprocess.PIPE, env=env) as process:
            os.close(writing)
            if words != ["verify"]:
                os.read(reading, 1)
            os.close(reading)
            assert process.stderr is not None
            assert process.stderr.read() == b""
        assert process.returncode == DONE, words


def test_a_reader_of_receipts_that_has_enough_stops_the_recording_and_it_is_said(env: dict[str, str]) -> None:
    """It is half done, and whoever started it must not take it for done."""
    reading, writing = os.pipe()
    with subprocess.Popen(
        [*SWP, "record", "-"],
        stdin=subprocess.PIPE,
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        bufsize=1,
        env=env,
    ) as process:
        os.close(writing)
        assert process.stdin is not None
        process.stdin.write(line())
        with os.fdopen(reading) as receipts:
            receipts.readline()
        _, answer = process.communicate(line() + line())
    assert process.returncode == UNAVAILABLE
    assert answer.splitlines() == [
        "swp: line 2 was recorded, but its receipt could not be written; 2 submissions recorded, none after it.",
        "swp: the system: [Errno 32] Broken pipe",
    ]


def test_a_receipt_that_cannot_be_written_is_said_to_be_so(env: dict[str, str], file: Path) -> None:
    before = len(stored(file))
    with open("/dev/full", "w") as full:
        ran = subprocess.run(
            [*SWP, "record", "-"], input=line() + line(), stdout=full, stderr=subprocess.PIPE, text=True, env=env
        )
    assert ran.returncode == UNAVAILABLE
    assert ran.stderr.splitlines() == [
        "swp: line 1 was recorded, but its receipt could not be written; 1 submission recorded, none after it.",
        "swp: the system: [Errno 28] No space left on device",
    ]
    assert len(stored(file)) == before + 1


def test_a_reader_who_has_enough_of_the_demonstration_leaves_nothing_half_lived(
    env: dict[str, str], tmp_path: Path
) -> None:
    there = tmp_path / "there.db"
    with subprocess.Popen(
        [*SWP, "demo", "--people", "0", "--database", f"sqlite:///{there}"],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=env,
    ) as process:
        assert process.stdout is not None
        process.stdout.close()
    assert process.returncode == DONE
    assert len(stored(there)) == 64


def test_no_colour_is_shown_where_none_is_wanted(env: dict[str, str]) -> None:
    def shown(**told: str) -> str:
        ours, theirs = pty.openpty()
        with subprocess.Popen(
            [*SWP, "court"], stdout=theirs, stderr=theirs, env={**env, "TERM": "xterm-256color", **told}
        ) as process:
            os.close(theirs)
            found = b""
            while part := _read(ours):
                found += part
        os.close(ours)
        assert process.returncode == DONE
        return found.decode()

    coloured = re.compile(rf"{ESCAPE}\[(?:\d+;)*(?:3\d|4\d|9\d|10\d)")
    assert ESCAPE in shown()
    assert not coloured.search(shown(NO_COLOR="1"))


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:  # the other side is closed
        return b""


def test_what_was_acknowledged_before_a_kill_is_in_the_log(env: dict[str, str], file: Path, swp: Run) -> None:
    def sent() -> Iterator[str]:
        number = 0
        while True:
            yield line(file=f"case/k{number}", command_id=f"k-{number}", event={"account": "Invented. " * 50})
            number += 1

    with subprocess.Popen(
        [*SWP, "record", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env
    ) as one:
        assert one.stdin is not None
        assert one.stdout is not None
        lines, receipts = sent(), []
        for _ in range(20):  # each answer comes before the next line is sent
            one.stdin.write(next(lines))
            one.stdin.flush()
            receipts.append(json.loads(one.stdout.readline()))
        one.stdin.writelines(next(lines) for _ in range(20))
        one.stdin.flush()
        receipts.append(json.loads(one.stdout.readline()))
        one.send_signal(signal.SIGKILL)
        receipts += [json.loads(left) for left in one.stdout.read().splitlines(keepends=True) if left.endswith("\n")]
    found = {row["command_id"]: row for row in said(swp("audit", "--json"))}
    for receipt in receipts:
        assert found[receipt["command_id"]]["key"] == receipt["entries"][0]["entry_id"]
    kept = [command for command in found if command.startswith("k-")]
    assert len(receipts) <= len(kept) <= 40
    swp("verify")
    # Sent again from the beginning, what was kept is answered and the rest is recorded.
    again = sent()
    told = said(swp("record", "-", sent="".join(next(again) for _ in range(41))))
    assert [one["repeated"] for one in told] == [True] * len(kept) + [False] * (41 - len(kept))


def test_a_full_disk_leaves_nothing_half_done(env: dict[str, str], file: Path, swp: Run, tmp_path: Path) -> None:
    sent = tmp_path / "sent.jsonl"
    lines = [line(file="case/f", command_id=f"f-{n}", event={"account": f"{n} Invented. " * 900}) for n in range(60)]
    sent.write_text("".join(lines))
    limit = file.stat().st_size + 250_000

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    ran = subprocess.run(
        [*SWP, "record", str(sent)], capture_output=True, text=True, env=env, preexec_fn=small, check=False
    )
    receipts = [json.loads(one) for one in ran.stdout.splitlines()]
    assert ran.returncode == UNAVAILABLE, ran.stderr
    assert 0 < len(receipts) < len(lines)
    first, second = ran.stderr.splitlines()
    assert first == f"swp: line {len(receipts) + 1} was not recorded; {len(receipts)} submissions recorded before it."
    assert second.startswith("swp: StorageFull: The disk that holds the record is full or refuses writes")
    kept = said(swp("audit", "case/f", "--json"))
    assert [row["key"] for row in kept] == [one["entries"][0]["entry_id"] for one in receipts]
    swp("verify")
    told = said(swp("record", str(sent)))
    assert [one["repeated"] for one in told] == [True] * len(receipts) + [False] * (len(lines) - len(receipts))
    swp("verify")


def test_a_disk_that_is_full_for_the_keys_leaves_nothing_half_done(env: dict[str, str], file: Path, swp: Run) -> None:
    """The key is made before anything is sealed under it; where it cannot be made, nothing is recorded."""
    limit = 8192  # no more than the file of keys has; the record is longer already, so that not even a key fits
    sent = "".join(line(file=f"case/n{n}", event={"account": "Invented."}) for n in range(200))

    def small() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    before = stored(file)
    ran = subprocess.run(
        [*SWP, "record", "-"], input=sent, capture_output=True, text=True, env=env, preexec_fn=small, check=False
    )
    assert ran.returncode == UNAVAILABLE, ran.stderr
    assert "Traceback" not in ran.stderr
    receipts = [json.loads(one) for one in ran.stdout.splitlines()]
    assert len(stored(file)) == len(before) + len(receipts)
    swp("verify")


def test_an_answer_that_cannot_be_written_is_said_to_be_so(env: dict[str, str]) -> None:
    with open("/dev/full", "w") as full:
        ran = subprocess.run([*SWP, "audit"], stdout=full, stderr=subprocess.PIPE, text=True, env=env, check=False)
    assert ran.returncode == UNAVAILABLE
    assert ran.stderr == "swp: the system: [Errno 28] No space left on device\n"


def test_two_processes_record_into_one_file_and_nothing_is_lost(env: dict[str, str], swp: Run) -> None:
    def sent(who: str) -> str:
        return "".join(line(file="case/two", command_id=f"{who}-{number}") for number in range(15))

    ran = [
        subprocess.Popen([*SWP, "record", "-"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=env)
        for _ in range(2)
    ]
    for who, one in zip(("a", "b"), ran, strict=True):
        assert one.stdin is not None
        one.stdin.write(sent(who))
        one.stdin.close()
    for one in ran:
        assert one.stdout is not None
        assert len(one.stdout.read().splitlines()) == 15
        assert one.wait() == DONE
    assert sorted(row["version"] for row in said(swp("audit", "case/two", "--json"))) == list(range(1, 31))
    swp("verify")


def test_logs_go_to_standard_error_with_names_and_counts_only(swp: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SWP_LOG_LEVEL", "info")
    monkeypatch.setenv("SWP_LOG_FORMAT", "json")
    ran = swp("record", "-", sent=line(command_id="c-1", event={"account": "Zanzibar."}, reason="Zanzibar."))
    assert len(said(ran)) == 1
    logged, summary = ran.stderr.splitlines()
    told = json.loads(logged)
    assert {key: told[key] for key in ("event", "command", "entries", "streams")} == {
        "event": "recorded",
        "command": "c-1",
        "entries": 1,
        "streams": ["case/1"],
    }
    assert summary == "1 submission recorded."
    assert "Zanzibar" not in ran.output


# Checking


CHRONOLOGIES = {
    "chronology: [": "case: is no YAML that can be read",
    "": "case: is not a mapping of fields",
    "[]": "case: is not a mapping of fields",
    "id: x\nkind: ombudsman\nchronology:\n- {'on': '2023-02-30', precision: day, act: a, by: adult}\n": (
        "chronology.0.on: '2023-02-30' is not in the calendar"
    ),
    "id: x\nkind: ombudsman\nchronology: &a [*a]\n": "chronology.0",
    "!!python/object/apply:os.system ['true']": "case: is no YAML that can be read",
}


def test_a_malformed_chronology_is_bad_input(swp: Run, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    for text, words in CHRONOLOGIES.items():
        case.write_text(text)
        ran = swp("check", str(case), code=BAD_INPUT, database=False)
        assert ran.stderr.startswith(f"swp: Invalid: {words}"), text
        assert ran.stdout == ""
    case.write_bytes(b"\xff\xfe\x00")
    swp("check", str(case), code=BAD_INPUT, database=False)
    swp("check", str(tmp_path), code=BAD_INPUT, database=False)
    swp("check", str(tmp_path / "none.yaml"), code=BAD_INPUT, database=False)
    assert "--as-at" in swp("check", str(case), "--as-at", "soon", code=BAD_INPUT, database=False).stderr


def test_how_much_was_understood_is_said_before_what_was_found(swp: Run, tmp_path: Path) -> None:
    told = {"on": "2023-01-10", "precision": "day", "by": "adult"}
    acts = [
        {**told, "act": "assessment-requested"},
        {**told, "act": "juggling"},
        {**told, "on": "2024-01-01", "act": "later"},
    ]
    case = tmp_path / "case.yaml"

    def shown(*of: object) -> list[str]:
        case.write_text(json.dumps({"id": "x", "kind": "ombudsman", "chronology": of}))
        return swp("check", str(case), "--as-at", "2023-01-20", database=False).stdout.splitlines()[2:]

    assert shown(*acts)[:2] == ["1 of 2 events understood.", "Nothing that this release judges is shown to be wrong."]
    assert shown(*acts[1:])[:1] == ["0 of 1 events understood: nothing could be judged by them."]
    assert "Nothing that" not in "".join(shown(*acts[1:]))


README = " ".join((Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8").split())


def test_the_readme_says_of_the_demonstration_what_it_shows(swp: Run) -> None:
    first = "the plans, what their budgets showed and whose reviews fell due"
    assert f"of the first {first}, and of the second every one." in README
    shown = swp("demo", "--people", "0").stdout
    first, second = (one for one in shown.splitlines() if " events understood" in one)
    assert first == "4 of 9 events understood."
    assert second == "14 of 14 events understood."
    assert "cop-" not in shown


def test_the_demonstration_lives_a_quarter_and_says_its_scale(swp: Run, home: Path) -> None:
    shown = swp("demo", "--people", "30", database=False).stdout
    told = " ".join(shown.split())
    assert "30 synthetic people for the 3,158 published, about 1 in 105." in told
    assert "Nobody in it exists." in told
    assert all(team.name in told for team in north_east_lincolnshire().teams)
    assert "Caseload by team and complexity" in told
    assert "Reviews overdue: " in told
    assert re.search(r"One case in full: case/s1-\d{6}", told)
    (quarter,) = home.glob("quarter-*.db")
    assert f"Kept: --database sqlite:///{quarter}." in told
    asked = re.findall(r"swp (waiting|reviews|package|decisions|delegation) (.*?)--database", told)
    of_the_quarter, of_the_case = ["waiting", "reviews", "package"], ["decisions", "delegation"]
    assert [name for name, _ in asked] == of_the_quarter + of_the_case + of_the_case
    for name, words in asked:
        assert swp(name, *words.split(), "--database", f"sqlite:///{quarter}", database=False).stdout
    again = " ".join(swp("demo", "--people", "30", database=False).stdout.split())
    assert "entries judged and recorded in" in told
    assert "entries judged and recorded in" not in again


def test_what_the_court_found_stands_beside_what_is_flagged(swp: Run) -> None:
    shown = " ".join(swp("demo", "--people", "0").stdout.split())
    of_cp = shown[: shown.index("hillingdon-v-neary")]
    for theme in ("P07", "P09"):
        assert re.search(rf"2016-04-1[12] to 2017-11-17 {theme} ", of_cp), theme
        assert f"compare {theme}." in of_cp[of_cp.index("[2019] EWCA Civ 1614") :]


def test_with_a_database_named_the_quarter_is_lived_in_memory(swp: Run, tmp_path: Path) -> None:
    shown = swp("demo", "--people", "10", "--database", f"sqlite:///{tmp_path / 'named.db'}", database=False).stdout
    assert "10 synthetic people for the 3,158 published" in " ".join(shown.split())
    assert not list(tmp_path.rglob("quarter-*.db"))


def test_checking_writes_nowhere(swp: Run, home: Path, tmp_path: Path) -> None:
    case = tmp_path / "case.yaml"
    case.write_text("id: x\nkind: ombudsman\nchronology: []\n")
    shown = swp("check", str(case), database=False).stdout
    assert "0 of 0 events understood: nothing could be judged by them.\n" in shown
    assert "Nothing that this release judges" not in shown
    checked = json.loads(swp("check", str(case), "--json", "--as-at", "2024-01-01", database=False).stdout)
    assert checked["as_at"] == "2024-01-01"
    today = json.loads(swp("check", str(case), "--json", database=False).stdout)["as_at"]
    assert abs(date.fromisoformat(today) - date.today()).days <= 1
    assert not home.exists()


def test_verify_says_which_keys_are_missing_and_forgives_those_that_were_destroyed(swp: Run, file: Path) -> None:
    assert json.loads(swp("verify", "--json").stdout)["missing_keys"] == []
    FileKeys(f"{file}.keys").forget(CASE)
    assert json.loads(swp("verify", "--json").stdout)["missing_keys"] == []
    Path(f"{file}.keys").unlink()
    assert CASE in json.loads(swp("verify", "--json").stdout)["missing_keys"]
    said_so = swp("verify").stdout
    assert "Keys missing, though nobody destroyed them: case/demo-1" in said_so
    told = line(file=CASE, event={"concern": "k9", "account": "Something personal."})
    ran = swp("record", "-", sent=told, code=UNAVAILABLE)
    assert "the keys that belong to this record seem to be missing" in ran.stderr


def test_waiting_in_vain_is_worth_another_try() -> None:
    assert code_of(RecordBusy("busy")) == TRY_AGAIN
    assert code_of(RecordReadOnly("read only")) == UNAVAILABLE


def test_recorded_words_begin_no_line_that_could_be_taken_for_ours(swp: Run) -> None:
    forged = line(name="case/case-allocated", event={"name": "case/case-allocated", "team": "E\nForged line"})
    words = line(event={"concern": "k77", "account": "x"}, reason="bank\nBREACH forged")
    swp("record", "-", sent=forged + words)
    for shown in (swp("replay", "case/1").stdout, swp("case", "case/1").stdout, swp("caseload").stdout):
        assert not [one for one in shown.splitlines() if one.strip().startswith(("BREACH", "Forged"))]


def test_a_record_without_its_keys_says_so_before_it_is_read(swp: Run, file: Path) -> None:
    assert "file of keys" not in swp("replay", CASE).stderr
    Path(f"{file}.keys").unlink()
    assert f"There is no file of keys at {file}.keys" in swp("replay", CASE).stderr


def test_of_many_rules_the_most_frequent_are_named() -> None:
    told = Marked(flags=Counter({f"R-{number}": 1 for number in range(1, 9)} | {"R-9": 3}))
    assert str(told) == "11 flags (R-9 3 times, R-1, R-2, R-3, R-4, R-5, 3 other rules)"
    assert str(Marked()) == ""
