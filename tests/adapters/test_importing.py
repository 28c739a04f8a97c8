"""A whole history is recorded in batches; killed half-way, it is run again and doubles nothing."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Collection
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from eventsourcing.persistence import StoredEvent
from typer.testing import CliRunner, Result

from swp_adapters.casework import Casework
from swp_adapters.cli.errors import BAD_INPUT, DONE, REFUSED, UNAVAILABLE
from swp_adapters.cli.main import app
from swp_adapters.demo.people import establish
from swp_adapters.security.key_ring import MakesMany
from swp_domain.actor import Actor, BodyKind, Registration, Regulator
from swp_domain.case.events import CaseAllocated, PersonDied
from swp_domain.correspondence.events import NoteMade
from swp_domain.entry import AnyEntry
from swp_domain.practice.events import RegistrationRecorded
from swp_domain.proposal import Conduct, propose
from swp_domain.refusal import CommandReused, Invalid
from swp_projections import VIEWS, AuditTrail

SWP = [sys.executable, "-c", "from swp_adapters.cli import main; main()"]
Run = Callable[..., Result]


def line(number: int, **told: Any) -> str:
    event = {"name": "safeguarding/concern-received", "concern": f"k{number}", "account": f"Invented {number}."}
    whole = {"command_id": f"old-{number}", "file": f"case/{number % 7}", "occurred": "2024-02-20", "by": "ada"}
    return json.dumps({**whole, "event": event, **told}) + "\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    casework = Casework(f"sqlite:///{tmp_path / 'record.db'}")
    establish(casework)
    casework.close()
    return tmp_path / "record.db"


@pytest.fixture
def swp(file: Path) -> Run:
    def run(*words: str, sent: str = "", code: int = DONE) -> Result:
        told = ["record", "--recording", "-", *words, "--database", f"sqlite:///{file}"]
        ran = CliRunner().invoke(app, told, input=sent, catch_exceptions=False, prog_name="swp")
        assert ran.exit_code == code, ran.output
        return ran

    return run


def commands(file: Path) -> list[str]:
    """The commands in the log, one an entry, after checking it and its views."""
    casework = Casework(f"sqlite:///{file}")
    try:
        assert casework.verify().intact
        for view in VIEWS:
            folded = [row for name, entries in casework.files() for row in view().of(name, entries)]
            assert casework.view(view) == sorted(folded, key=lambda row: (row.file, row.key))
        found = sorted(casework.view(AuditTrail), key=lambda row: (row.recorded_at, row.file, row.version))
        return [one.command_id for one in found if one.command_id.startswith("old-")]
    finally:
        casework.close()


def receipts(ran: Result) -> list[dict[str, Any]]:
    return [json.loads(one) for one in ran.stdout.splitlines()]


def test_a_history_is_recorded_in_batches_with_a_receipt_a_line(swp: Run, file: Path) -> None:
    ran = swp("--batch", "10", sent="".join(map(line, range(25))))
    assert [one["command_id"] for one in receipts(ran)] == [f"old-{n}" for n in range(25)]
    # Who takes the third concern of a year about one adult is told to look at them together.
    assert ran.stderr == "25 submissions recorded (25 entries); 11 flags (SG-CLU-01 11 times).\n"
    assert commands(file) == [f"old-{n}" for n in range(25)]
    again = swp("--batch", "10", sent="".join(map(line, range(27))))
    assert [one["repeated"] for one in receipts(again)] == [True] * 25 + [False] * 2
    assert again.stderr == "2 submissions recorded (2 entries), 25 recorded already; 2 flags (SG-CLU-01 2 times).\n"
    assert len(commands(file)) == 27


@pytest.mark.parametrize("size", ["1", "4", "100"])
@pytest.mark.parametrize(
    ("wrong", "code", "words"),
    [
        ("nonsense\n", BAD_INPUT, "Invalid: line: no JSON"),
        (line(6, occurred="2999-01-01"), BAD_INPUT, "Invalid: occurred: 2999-01-01 is after the day of recording"),
        (line(6, command_id=None), BAD_INPUT, "Invalid: command_id: is missing"),
        (line(6, by="nobody"), REFUSED, "OutOfSequence: by: nobody called nobody is on the staff"),
        (line(6, event={"name": "case/case-allocated"}), BAD_INPUT, "Invalid: event case/case-allocated: team"),
        (line(2, occurred="2024-03-01"), REFUSED, "CommandReused: "),
    ],
)
def test_before_a_bad_line_all_is_kept_and_after_it_nothing_until_it_is_put_right(
    swp: Run, file: Path, size: str, wrong: str, code: int, words: str
) -> None:
    good = [line(n) for n in range(9)]
    ran = swp("--batch", size, sent="".join([*good[:6], wrong, *good[7:]]), code=code)
    assert len(receipts(ran)) == 6
    told, why = ran.stderr.splitlines()
    assert told.startswith("swp: line 7 was not recorded, nor any after it; 6 submissions recorded (6 entries) before")
    assert told.endswith(
        "Send it again from the beginning when it is put right: what is recorded is not recorded twice."
    )
    assert why.startswith(f"swp: {words}")
    assert commands(file) == [f"old-{n}" for n in range(6)]
    again = swp("--batch", size, sent="".join([*good[:6], wrong, *good[7:]]), code=code).stderr
    assert "; 0 submissions recorded (0 entries), 6 recorded already before it. " in again
    swp("--batch", size, sent="".join(good))
    assert commands(file) == [f"old-{n}" for n in range(9)]


def test_what_was_decided_against_the_law_is_recorded_with_the_reason_that_is_given_for_all(
    swp: Run, file: Path
) -> None:
    event = {"name": "safeguarding/enquiry-decided", "concern": "k0", "decision": {"outcome": "no enquiry"}}
    event["suspected"] = {"has_needs": True, "at_risk": True, "unable_to_protect": True}
    sent = line(0) + line(7, by="edith", event=event)
    ran = swp(sent=sent, code=BAD_INPUT)
    assert "Invalid: reason: recording a decision that was already taken needs a reason" in ran.stderr
    ran = swp("--reason", "Imported from the old system.", sent=sent)
    assert "1 breach" in ran.stderr
    casework = Casework(f"sqlite:///{file}")
    told, decided = casework.entries("case/0")
    assert (told.reason, decided.reason) == (None, "Imported from the old system.")
    assert (decided.conduct, decided.purported) == (Conduct.RECORDING, True)
    casework.close()
    # A line that says how it is meant is taken at its word.
    assert "Unlawful" in swp(sent=line(14, by="edith", event=event, conduct="deciding"), code=REFUSED).stderr


def test_staff_who_join_within_the_history_act_in_it(swp: Run, file: Path) -> None:
    clerk = {"id": "haverby-clerk", "kind": "council", "body": "Haverby Council (invented)"}
    joined = {"name": "practice/staff-joined", "member": "newt", "works_for": "practice", "role": "case worker"}
    sent = line(0, file="practice/haverby", by=clerk, event=joined) + line(1, by="newt")
    swp(sent=sent)
    assert commands(file) == ["old-0", "old-1"]


def test_a_history_sent_again_is_the_same_though_more_is_known_of_who_acted(swp: Run, file: Path) -> None:
    sent = "".join(map(line, range(3)))
    swp(sent=sent)
    casework = Casework(f"sqlite:///{file}")
    clerk = Actor(id="haverby-clerk", kind=BodyKind.COUNCIL, body="Haverby Council (invented)")
    known = RegistrationRecorded(member="ada", registration=Registration(regulator=Regulator.SWE, number="SW2"))
    casework.submit(propose("practice/haverby", known, clerk, "2024-01-01"))
    casework.close()
    assert [one["repeated"] for one in receipts(swp(sent=sent))] == [True] * 3
    plain = ["record", "-", "--database", f"sqlite:///{file}"]
    assert CliRunner().invoke(app, plain, input=line(0)).exit_code == REFUSED  # there it is meant otherwise: deciding


def test_a_killed_import_goes_on_where_it_stopped(file: Path, swp: Run, tmp_path: Path) -> None:
    lines = [line(n) for n in range(400)]
    sent = tmp_path / "history.jsonl"
    sent.write_text("".join(lines))
    told = ["record", "--recording", "--batch", "20", str(sent), "--database", f"sqlite:///{file}"]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    with subprocess.Popen([*SWP, *told], stdout=subprocess.PIPE, text=True, env=env) as process:
        assert process.stdout is not None
        answered = [json.loads(process.stdout.readline())["command_id"] for _ in range(50)]
        process.send_signal(signal.SIGKILL)
        answered += [json.loads(one)["command_id"] for one in process.stdout.read().splitlines(True) if one[-1] == "\n"]
    kept = commands(file)
    assert kept == [f"old-{n}" for n in range(len(kept))]
    assert len(kept) % 20 == 0, "a batch is kept whole or not at all"
    assert answered == kept[: len(answered)]
    ran = swp("--batch", "20", sent="".join(lines))
    assert [one["repeated"] for one in receipts(ran)] == [n < len(kept) for n in range(400)]
    assert commands(file) == [f"old-{n}" for n in range(400)]


def test_receipts_that_nobody_reads_stop_the_import_and_it_is_said(file: Path) -> None:
    env = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    told = [*SWP, "record", "--recording", "--batch", "5", "-", "--database", f"sqlite:///{file}"]
    with Path("/dev/full").open("w") as full:
        ran = subprocess.run(
            told, input="".join(map(line, range(12))), stdout=full, stderr=subprocess.PIPE, text=True, env=env
        )
    assert ran.returncode == UNAVAILABLE
    assert ran.stderr.startswith("swp: lines to 5 were recorded, but not all of their receipts could be written; 5 sub")
    assert len(commands(file)) == 5


def test_nonsense_options_are_bad_input(file: Path) -> None:
    ran = CliRunner().invoke(app, ["record", "-", "--reason", "x", "--database", f"sqlite:///{file}"], input="")
    assert (ran.exit_code, ran.stderr[:30]) == (BAD_INPUT, "swp: Invalid: --reason: is for")


# The batch itself, on either database


def ada(casework: Casework) -> Actor:
    establish(casework)
    return casework.actor("ada", date(2024, 1, 1))


@pytest.fixture
def two(database_url: str, tmp_path: Path) -> Any:
    from swp_adapters.security.keys import FileKeys

    opened = [Casework(database_url, keys=FileKeys(tmp_path / "the.keys")) for _ in range(2)]
    yield opened
    assert opened[0].verify().intact
    for one in opened:
        one.close()


def test_nothing_is_in_the_record_before_a_batch_is_kept_and_then_all_of_it(two: list[Casework]) -> None:
    casework, other = two
    by = ada(casework)
    batch = casework.batch()
    for number in range(3):
        batch.submit(propose("case/1", CaseAllocated(team=f"T{number}"), by, "2024-05-01"), command_id=f"c{number}")
    batch.submit(propose("case/1", CaseAllocated(team="T0"), by, "2024-05-01"), command_id="c0")
    with pytest.raises(CommandReused):
        batch.submit(propose("case/1", CaseAllocated(team="T9"), by, "2024-05-01"), command_id="c0")
    with pytest.raises(Invalid):
        batch.submit(propose("case/1", CaseAllocated(team="T9"), by, "2999-05-01"), command_id="c9")
    assert len(batch) == 4
    assert other.entries("case/1") == []
    kept = batch.keep()
    assert [one.repeated for one in kept.receipts] == [False, False, False, True]
    assert other.entries("case/1") == kept.entries
    assert [row.team for row in other.view(VIEWS[0])] == ["T2"]
    assert batch.keep().receipts == []


def test_who_loses_a_race_is_judged_again_and_what_became_wrong_stops_it(two: list[Casework]) -> None:
    casework, other = two
    by = ada(casework)
    batch = casework.batch()
    batch.submit(propose("case/1", CaseAllocated(team="A"), by, "2024-05-01"), command_id="a")
    batch.submit(propose("case/2", CaseAllocated(team="B"), by, "2024-05-01"), command_id="b", expected_version=0)
    batch.submit(propose("case/3", PersonDied(), by, "2024-05-01"), command_id="c")
    other.submit(propose("case/1", CaseAllocated(team="Z"), by, "2024-05-02"))
    kept = batch.keep()
    assert [one.command_id for one in kept.receipts] == ["a", "b", "c"]
    assert [one.version for one in casework.entries("case/1")] == [1, 2]

    batch.submit(propose("case/4", CaseAllocated(team="A"), by, "2024-05-01"), command_id="d")
    batch.submit(propose("case/5", CaseAllocated(team="B"), by, "2024-05-01"), command_id="e", expected_version=0)
    batch.submit(propose("case/6", CaseAllocated(team="C"), by, "2024-05-01"), command_id="f")
    other.submit(propose("case/5", CaseAllocated(team="Z"), by, "2024-05-02"))
    kept = batch.keep()
    assert [one.command_id for one in kept.receipts] == ["d"]
    assert type(kept.stopped_by).__name__ == "CaseHasMovedOn"
    assert len(casework.entries("case/4")) == 1
    assert casework.entries("case/6") == []


def test_a_line_that_cannot_be_sealed_stops_the_batch_before_it(swp: Run, file: Path) -> None:
    swp(sent=line(0))
    casework = Casework(f"sqlite:///{file}")
    casework.sealer.keys.forget("case/0")
    casework.close()
    ran = swp(sent=line(0) + line(1) + line(7) + line(2), code=REFUSED)
    assert [one["command_id"] for one in receipts(ran)] == ["old-0", "old-1"]
    assert ran.stderr.startswith(
        "swp: line 3 was not recorded, nor any after it; 1 submission recorded (1 entry), 1 rec"
    )
    assert "KeyForgotten: The key 'case/0' was destroyed" in ran.stderr
    assert commands(file) == ["old-0", "old-1"]


def test_each_entry_of_a_batch_is_sealed_once_and_its_new_files_get_their_keys_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    casework = Casework(f"sqlite:///{tmp_path / 'record.db'}")
    sealed: list[str] = []
    made: list[list[str]] = []
    keys = casework.sealer.keys
    assert isinstance(keys, MakesMany)
    as_kept, make_several = casework.stored, keys.make_several

    def seal(entry: AnyEntry) -> StoredEvent:
        sealed.append(entry.entry_id)
        return as_kept(entry)

    def make(key_ids: Collection[str]) -> None:
        made.append(list(key_ids))
        make_several(key_ids)

    monkeypatch.setattr(casework, "stored", seal)
    monkeypatch.setattr(keys, "make_several", make)
    clerk = Actor(id="clerk", kind=BodyKind.COUNCIL, body="Haverby Council")
    batch = casework.batch()
    for number in range(6):
        note = NoteMade(note=f"Invented {number}.")
        batch.submit(propose(f"case/{number % 3}", note, clerk, "2024-05-01"), command_id=f"b-{number}")
    kept = batch.keep()
    assert sealed == [one.entry_id for one in kept.entries]
    assert made == [["case/0", "case/1", "case/2"]]
