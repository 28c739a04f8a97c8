"""Casework, where deciding meets storing: receipts, races, years ago, and what is never written down."""

from __future__ import annotations

import gc
import json
import logging
import multiprocessing
import re
import sqlite3
import time
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from pydantic import BaseModel, PlainSerializer
from sqlalchemy import Engine, event, make_url

from swp_adapters.casework import Casework, Receipt
from swp_adapters.security.keys import FileKeys, KeyForgotten, KeyMissing, MemoryKeys
from swp_adapters.security.seal import SealBroken, Sealer
from swp_adapters.store.engine import writing
from swp_adapters.store.errors import RecordReadOnly, translation
from swp_adapters.store.recorder import LogRecorder
from swp_domain import catalogue
from swp_domain.actor import Actor, BodyKind
from swp_domain.case.events import CaseAllocated, PersonDied, PersonRegistered
from swp_domain.case_file import FILES, CaseFile
from swp_domain.contact.events import ContactPassedOn
from swp_domain.event import EntryRetracted
from swp_domain.personal import FORGOTTEN, marks_on
from swp_domain.proposal import propose
from swp_domain.refusal import (
    CaseHasMovedOn,
    CommandReused,
    Invalid,
    OutOfSequence,
    Refusal,
    Unlawful,
)
from swp_projections import VIEWS, AuditTrail, Caseload, Duties
from tests.cast import DELEGATE, council, hospital, person, practice
from tests.desk import Clock, Desk, Filling, everything, opened, proposals, put
from tests.papers import completed, concern, contact, enquiry, order, referral, request, started
from tests.telling import CASE, CONTACT, PRACTICE, Said, noon

processes = multiprocessing.get_context("spawn")


def test_twenty_lines_embed_it(desk: Desk) -> None:
    casework = desk.open()
    put(casework, *DELEGATE)
    worker = casework.actor("practice-worker", date(2024, 4, 1))

    receipt = casework.submit(propose("case/7", request(), worker, "2024-05-01"))
    assert [one["event"] for one in receipt.entries] == ["assessment/assessment-requested"]

    with pytest.raises(Unlawful) as refused:
        casework.submit(propose("case/7", completed(coverage={}), worker, "2024-05-20"))
    assert "CA-09-02: Care Act 2014, s 9(4)" in str(refused.value)

    casework.submit(propose("case/7", completed(), worker, "2024-05-20"))
    assess = next(one for one in casework.view(Duties, file="case/7") if one.duty == "assess needs")
    assert assess.standing(as_at=date(2024, 5, 10)) == "owed"
    assert assess.standing(as_at=date(2024, 5, 20)) == "met"
    file = casework.file("case/7")
    assert isinstance(file, CaseFile)
    assert file.assessment.assessments["a1"].completed_on == date(2024, 5, 20)
    assert casework.verify().intact


# Receipts


def test_a_receipt_says_what_was_recorded(casework: Casework, desk: Desk) -> None:
    receipt = put(
        casework,
        person.tells(concern(), "2024-05-01"),
        practice.records(enquiry(), "2024-05-02"),
        command_id="c-1",
    )
    entries = casework.entries(CASE)
    assert receipt.command_id == "c-1"
    assert receipt.recorded_at == entries[-1].recorded_at.isoformat() == desk.clock.moment.isoformat()
    assert not receipt.repeated
    assert [set(one) for one in receipt.entries] == 2 * [
        {"stream", "version", "entry_id", "event", "occurred_on", "purported", "counts", "breaches"}
    ]
    told = [(one["stream"], one["version"], one["entry_id"], one["event"]) for one in receipt.entries]
    assert told == [(CASE, one.version, one.entry_id, one.event_name) for one in entries]
    assert [one["occurred_on"] for one in receipt.entries] == ["2024-05-01", "2024-05-02"]
    assert [one["purported"] for one in receipt.entries] == [False, True]
    assert receipt.entries[0]["breaches"] == []
    assert receipt.entries[1]["breaches"] == [str(one) for one in entries[1].breaches] != []


def test_a_command_sent_again_is_answered_with_its_first_receipt(casework: Casework, desk: Desk) -> None:
    said = person.tells(request(wanted="Help with washing."), "2024-05-01")
    first = put(casework, said, command_id="c-1", expected_version=0)
    put(casework, person.tells(concern(), "2024-05-02"))
    before = everything(casework)

    # The file has moved on, the clock stands wrong, another process asks: the answer is the same.
    desk.clock.set("2020-01-01")
    for again in (casework, desk.open()):
        assert put(again, said, command_id="c-1", expected_version=0) == Receipt(
            first.command_id, first.recorded_at, first.entries, repeated=True
        )
    assert everything(casework) == before


WASHING = person.tells(request(wanted="Help with washing."), "2024-05-01")
SOMETHING_ELSE = {
    "words": (person.tells(request(wanted="Help with cooking."), "2024-05-01"),),
    "day": (person.tells(request(wanted="Help with washing."), "2024-05-02"),),
    "actor": (hospital.tells(request(wanted="Help with washing."), "2024-05-01"),),
    "file": (person.tells(request(wanted="Help with washing."), "2024-05-01", file="case/two"),),
    "twice": (WASHING, WASHING),
    "nothing": (),
}


def test_a_command_id_used_for_something_else_is_refused(casework: Casework) -> None:
    put(casework, WASHING, command_id="c-1")
    before = everything(casework)
    for how, other in SOMETHING_ELSE.items():
        with pytest.raises(CommandReused) as refused:
            put(casework, *other, command_id="c-1")
        assert str(refused.value) == (
            "command_id: c-1 was used before for something else. Send a new command under a new id"
        ), how
    assert everything(casework) == before


def test_a_refused_command_leaves_its_id_free(casework: Casework) -> None:
    put(casework, person.tells(request(), "2024-05-01"))
    with pytest.raises(Unlawful):
        put(casework, practice.decides(completed(coverage={}), "2024-05-20"), command_id="c-1")
    assert not put(casework, person.tells(request(), "2024-05-01"), command_id="c-1").repeated


def test_the_same_request_made_twice_is_two_facts(casework: Casework) -> None:
    said = person.tells(request(), "2024-05-01")
    put(casework, said)
    put(casework, said)
    assert [one.version for one in casework.entries(CASE)] == [1, 2]


def test_one_command_sent_by_many_at_once_is_recorded_once(desk: Desk, casework: Casework) -> None:
    said = person.tells(request(), "2024-05-01")
    others = [casework, casework, desk.open(), desk.open()]
    with ThreadPoolExecutor(len(others)) as at_once:
        receipts = list(at_once.map(lambda one: put(one, said, command_id="c-1"), others))
    assert len({json.dumps(one.entries) for one in receipts}) == 1
    assert [one.repeated for one in receipts].count(False) == 1
    assert len(casework.entries(CASE)) == 1


# All or nothing

A_REQUEST = person.tells(request(), "2024-05-01")


A_PROPOSAL: Any = A_REQUEST.proposal
CANNOT = "holds a character that cannot be stored"

WRONG: dict[str, tuple[Said, type[Refusal]]] = {
    "tomorrow": (person.tells(concern(), "2024-06-02"), Invalid),
    "in the wrong file": (person.tells(contact(), "2024-05-01", file=CASE), Invalid),
    "recorded without a reason": (council.records(completed(), "2024-05-20", because=None), Invalid),
    "on nothing that was begun": (council.decides(completed(assessment="a9"), "2024-05-20"), OutOfSequence),
    "in the place of nothing": (council.corrects("no-such-entry", request(), "2024-05-01"), OutOfSequence),
    "against the law": (council.decides(completed(assessment="a0", coverage={}), "2024-05-20"), Unlawful),
}


def test_of_two_proposals_of_which_one_is_wrong_nothing_is_recorded(casework: Casework) -> None:
    put(casework, person.tells(request(assessment="a0"), "2024-04-01"))
    before = everything(casework)
    for wrong, refusal in WRONG.values():
        for step in (1, -1):
            with pytest.raises(refusal):
                put(casework, *(A_REQUEST, wrong)[::step], command_id="c-1")
    assert everything(casework) == before


def test_one_submission_goes_into_two_files(casework: Casework) -> None:
    passed = ContactPassedOn(contact="c1", case=CASE, referral="r1")
    receipt = put(
        casework,
        practice.tells(contact(), "2024-05-01"),
        practice.tells(passed, "2024-05-01"),
        practice.tells(referral(contact="c1"), "2024-05-01"),
        command_id="c-1",
        causation_id="call-77",
        correlation_id="day-1",
    )
    assert [(one["stream"], one["version"]) for one in receipt.entries] == [(CONTACT, 1), (CONTACT, 2), (CASE, 1)]
    for one in (*casework.entries(CONTACT), *casework.entries(CASE)):
        assert (one.command_id, one.causation_id, one.correlation_id) == ("c-1", "call-77", "day-1")
        assert one.recorded_at == casework.entries(CONTACT)[0].recorded_at
    trail = casework.view(AuditTrail)
    assert {one.file for one in trail if one.command_id == "c-1"} == {CONTACT, CASE}


def test_a_race_for_the_second_file_undoes_the_first_as_well(desk: Desk, casework: Casework) -> None:
    """Whoever loses is judged again on both files, and nothing of the first try is left."""
    rival = desk.open()
    raced: list[object] = []

    def hurried() -> datetime:
        if not raced:
            raced.append(put(rival, person.tells(concern(), "2024-05-01")))
        return desk.clock()

    slow = desk.open(clock=hurried)
    put(slow, person.tells(contact(), "2024-05-01"), person.tells(referral(), "2024-05-01"), command_id="c-1")
    assert [one.version for one in casework.entries(CONTACT)] == [1]
    assert [one.event_name for one in casework.entries(CASE)] == [
        "safeguarding/concern-received",
        "referral/referral-received",
    ]


# Races


def test_a_file_at_another_version_than_expected_has_moved_on(casework: Casework) -> None:
    put(casework, person.tells(request(), "2024-05-01"), expected_version=0)
    before = everything(casework)
    for expected in (0, 2):
        with pytest.raises(CaseHasMovedOn) as moved:
            put(casework, person.tells(concern(), "2024-05-02"), expected_version=expected)
        assert str(moved.value) == (
            f"expected_version: case/one is at version 1, not {expected}. Read it again, then decide"
        )
        assert (moved.value.stream, moved.value.expected, moved.value.found) == (CASE, expected, 1)
    assert everything(casework) == before
    put(casework, person.tells(concern(), "2024-05-02"), expected_version=1)


def test_a_race_that_is_lost_with_an_expected_version_is_not_retried(desk: Desk, casework: Casework) -> None:
    rival = desk.open()

    def hurried() -> datetime:
        put(rival, person.tells(concern(), "2024-05-01"))
        return desk.clock()

    slow = desk.open(clock=hurried)
    with pytest.raises(CaseHasMovedOn):
        put(slow, person.tells(request(), "2024-05-01"), expected_version=0)
    assert [one.event_name for one in casework.entries(CASE)] == ["safeguarding/concern-received"]


def test_whoever_loses_a_race_is_judged_on_what_the_winner_left(desk: Desk, casework: Casework) -> None:
    """Two managers decide on one concern; the second sees the adult's death that came in between."""
    rival = desk.open()
    raced: list[object] = []
    put(casework, person.tells(request(), "2024-04-01"))

    def hurried() -> datetime:
        if not raced:
            raced.append(put(rival, practice.decides(completed(), "2024-05-01")))
        return desk.clock()

    slow = desk.open(clock=hurried)
    put(slow, person.tells(PersonDied(), "2024-05-02"))
    found = casework.entries(CASE)
    assert [one.version for one in found] == [1, 2, 3]
    assert casework.verify().intact


def rushed(desk: Desk, at_once: ThreadPoolExecutor, told: list[Future[Receipt]]) -> Callable[[], datetime]:
    """A clock at which somebody else writes to the file, or waits to, whenever it is looked at."""
    rival = desk.open()

    def look() -> datetime:
        said = person.tells(concern(concern=f"k{len(told)}"), "2024-05-01")
        told.append(at_once.submit(put, rival, said))
        wait(told, timeout=0.5)
        return desk.clock()

    return look


def test_a_race_that_is_lost_each_time_is_decided_while_nobody_else_writes(desk: Desk, casework: Casework) -> None:
    told: list[Future[Receipt]] = []
    with ThreadPoolExecutor(1) as at_once:
        receipt = put(desk.open(clock=rushed(desk, at_once, told)), person.tells(request(), "2024-05-01"))
    rivals = [one.result().entries[0]["version"] for one in told]
    assert rivals == [1, 2, 3, 5]
    assert receipt.entries[0]["version"] == 4
    assert [one.version for one in casework.entries(CASE)] == [1, 2, 3, 4, 5]


def test_what_is_refused_while_nobody_else_writes_lets_the_others_go_on(desk: Desk, casework: Casework) -> None:
    told: list[Future[Receipt]] = []
    with ThreadPoolExecutor(1) as at_once:
        look = rushed(desk, at_once, told)

        def wrong_at_last() -> datetime:
            return look() if len(told) < 3 else datetime(2024, 6, 1, 12)

        slow = desk.open(clock=wrong_at_last)
        with pytest.raises(Invalid, match="a moment without its time zone"):
            put(slow, person.tells(request(), "2024-05-01"), command_id="c-1")
    put(casework, person.tells(request(), "2024-05-01"), command_id="c-1")
    assert [one.version for one in casework.entries(CASE)] == [1, 2, 3, 4]


def test_a_command_that_another_process_recorded_meanwhile_is_not_recorded_again(
    desk: Desk, casework: Casework, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("swp_adapters.casework._TRIES", 0)
    said = person.tells(request(), "2024-05-01")
    slow = desk.open()
    truly = LogRecorder.alone

    def overtaken(self: LogRecorder) -> Any:
        if self is slow.recorder:
            put(casework, said, command_id="c-1")
        return truly(self)

    monkeypatch.setattr(LogRecorder, "alone", overtaken)
    assert put(slow, said, command_id="c-1").repeated
    assert len(casework.entries(CASE)) == 1


def test_an_id_that_is_taken_is_no_race(desk: Desk) -> None:
    """Trying again would not help, and the error says what is wrong."""
    careless = Casework(desk.url, keys=MemoryKeys(), clock=desk.clock, new_id=lambda: "always-the-same")
    put(careless, person.tells(request(), "2024-05-01"))
    with pytest.raises(Invalid, match=r"entry_id: is that of another entry\. Leave it out, or give a new one"):
        put(careless, person.tells(concern(), "2024-05-01"), command_id="c-1")
    assert len(careless.entries(CASE)) == 1
    careless.close()


EACH = 12


def submit_many(casework: Casework, who: str) -> list[str]:
    return [
        put(
            casework, person.tells(concern(concern=f"{who}-{number}"), "2024-05-01"), command_id=f"{who}-{number}"
        ).entries[0]["entry_id"]
        for number in range(EACH)
    ]


def submit_in_a_process(url: str, keys: Path, who: str, outcomes: Any) -> None:
    try:
        casework = opened(url, keys)
        outcomes.put(submit_many(casework, who))
        casework.close()
    except Exception as error:
        outcomes.put([repr(error)])


def test_threads_that_race_on_one_file_lose_nothing(desk: Desk, casework: Casework) -> None:
    whose = {"one": casework, "two": casework, "three": desk.open()}
    with ThreadPoolExecutor(len(whose)) as at_once:
        told = [one for found in at_once.map(lambda one: submit_many(whose[one], one), whose) for one in found]
    entries = casework.entries(CASE)
    assert [one.version for one in entries] == list(range(1, len(whose) * EACH + 1))
    assert sorted(one.entry_id for one in entries) == sorted(told)
    assert len(casework.view(AuditTrail, file=CASE)) == len(entries)


def test_processes_that_race_on_one_file_lose_nothing(desk: Desk) -> None:
    """They also open the new database at once, and make its tables and its keys."""
    outcomes = processes.Queue()
    started = [
        processes.Process(target=submit_in_a_process, args=(desk.url, desk.keys_file, f"p{number}", outcomes))
        for number in range(3)
    ]
    for one in started:
        one.start()
    told = [one for _ in started for one in outcomes.get(timeout=30)]
    for one in started:
        one.join()
    casework = desk.open()
    entries = casework.entries(CASE)
    assert sorted(one.entry_id for one in entries) == sorted(told)
    assert [one.version for one in entries] == list(range(1, 3 * EACH + 1))
    for view in VIEWS:
        folded = [row for name, found in casework.files() for row in view().of(name, found)]
        assert casework.view(view) == sorted(folded, key=lambda row: (row.file, row.key))


def test_many_open_a_new_database_at_once(desk: Desk) -> None:
    with ThreadPoolExecutor(6) as at_once:
        found = list(at_once.map(lambda _: desk.open(), range(6)))
    for number, one in enumerate(found):
        put(one, person.tells(concern(), "2024-05-01", file=f"case/{number}"))
    assert len(found[0].view(AuditTrail)) == 6


def test_what_a_lost_race_leaves_behind_does_not_stop_the_next_writer(sqlite_url: str, tmp_path: Path) -> None:
    """Rubbish is collected by any thread; what it collects must not wait for a thread that waits for it."""
    desk = Desk(sqlite_url, tmp_path)
    rival = desk.open()
    raced: list[object] = []

    def hurried() -> datetime:
        if not raced:
            raced.append(put(rival, person.tells(concern(), "2024-05-01")))
        return desk.clock()

    slow = desk.open(clock=hurried)
    gc.collect()
    gc.disable()
    try:
        put(slow, person.tells(request(), "2024-05-01"))
        with ThreadPoolExecutor(1) as other:
            with writing(rival.engine):
                waiting = other.submit(put, slow, person.tells(concern(), "2024-05-02"))
                time.sleep(0.1)
                begun = time.monotonic()
                gc.collect()
                assert time.monotonic() - begun < 5
            waiting.result()
    finally:
        gc.enable()
        desk.clear()


# Considering


def test_to_consider_writes_nothing_and_says_what_would_be_kept(casework: Casework) -> None:
    put(casework, person.tells(request(), "2024-05-01"), person.tells(concern(), "2024-05-01"))
    for said in (
        person.tells(concern(concern="k2"), "2024-05-01"),
        practice.records(enquiry(), "2024-05-02"),
        council.records(completed(coverage={}), "2024-05-20"),
    ):
        before = everything(casework)
        judged = casework.consider(said.proposal)
        assert everything(casework) == before
        put(casework, said)
        kept = casework.entries(CASE)[-1]
        assert judged.authority == kept.authority
        assert (judged.conduct, judged.purported) == (kept.conduct, kept.purported)
        assert (judged.findings, judged.breaches, judged.marks) == (kept.findings, kept.breaches, kept.marks)


def test_to_consider_refuses_in_the_words_of_submitting(casework: Casework) -> None:
    put(casework, person.tells(request(), "2024-05-01"))
    said = practice.decides(completed(coverage={}), "2024-05-20")
    before = everything(casework)
    with pytest.raises(Unlawful) as considered:
        casework.consider(said.proposal)
    with pytest.raises(Unlawful) as submitted:
        put(casework, said)
    assert str(considered.value) == str(submitted.value)
    assert everything(casework) == before


def test_to_consider_looks_at_the_clock_as_submitting_does(desk: Desk, casework: Casework) -> None:
    put(casework, person.tells(request(), "2024-05-01"))
    tomorrow = person.tells(request(), "2024-06-02")
    said = []
    for ask in (lambda: casework.consider(tomorrow.proposal), lambda: put(casework, tomorrow)):
        with pytest.raises(Invalid, match="occurred: 2024-06-02 is after the day of recording") as refused:
            ask()
        said.append(str(refused.value))
    assert said[0] == said[1]
    desk.clock.set("2024-05-30")
    with pytest.raises(Invalid, match="recorded_at: earlier than the last entry"):
        casework.consider(person.tells(concern(), "2024-05-01").proposal)


def test_what_is_told_vaguely_is_considered_as_it_would_be_submitted(casework: Casework) -> None:
    """It cannot have happened after the day of recording, which the clock for a duty then starts from."""
    vague = person.tells(request(), "2024")
    considered = casework.consider(vague.proposal)
    put(casework, vague)
    kept = casework.entries(CASE)[-1]
    assert considered.marks == kept.marks != ()
    assert considered.findings == kept.findings


# Nonsense

HALF = "half \ud83d a character"
SENT: dict[str, tuple[Any, dict[str, Any], str]] = {
    "an actor by name": (replace(A_PROPOSAL, by="ada"), {}, "by: is a str, not an Actor. Send an Actor"),
    "nobody": (replace(A_PROPOSAL, by=None), {}, "by: is nothing, not an Actor. Send an Actor"),
    "nobody to record": (replace(A_PROPOSAL, recorded_by=None), {}, "recorded_by: is nothing, not an Actor."),
    "an event by name": (replace(A_PROPOSAL, event="case/closed"), {}, "event: is a str, not an Event. Send an Event"),
    "a day by itself": (replace(A_PROPOSAL, occurred=date(2024, 5, 1)), {}, "occurred: is a date, not a PartialDate."),
    "conduct by name": (replace(A_PROPOSAL, conduct="recording"), {}, "conduct: is a str, not a Conduct."),
    "no file": (replace(A_PROPOSAL, file=None), {}, "file: is nothing, not a text. Send a text"),
    "no proposal": (request(), {}, "proposals: holds an AssessmentRequested, not a proposal."),
    "half a character in a file": (replace(A_PROPOSAL, file=f"case/{HALF}"), {}, f"file: {CANNOT}"),
    "half a character in a reason": (replace(A_PROPOSAL, reason=HALF), {}, f"reason: {CANNOT}"),
    "half a character in a text": (replace(A_PROPOSAL, event=request(wanted=HALF)), {}, f"event.wanted: {CANNOT}"),
    "NUL in a text": (replace(A_PROPOSAL, event=request(wanted="\0")), {}, f"event.wanted: {CANNOT}"),
    "half a character in a command id": (A_PROPOSAL, {"command_id": HALF}, f"command_id: {CANNOT}"),
    "a number for a command id": (A_PROPOSAL, {"command_id": 7}, "command_id: is an int, not a text. Send a text"),
    "an empty command id": (A_PROPOSAL, {"command_id": ""}, "command_id: is empty. Leave it out"),
    "half a character in what caused it": (A_PROPOSAL, {"causation_id": HALF}, f"causation_id: {CANNOT}"),
    "a version in words": (A_PROPOSAL, {"expected_version": "1"}, "expected_version: is not a whole number."),
}


@pytest.mark.parametrize("what", SENT)
def test_nonsense_is_invalid_and_the_field_is_named(what: str, desk: Desk) -> None:
    proposal, told, why = SENT[what]
    casework = desk.open()
    before = everything(casework)
    with pytest.raises(Invalid, match=f"^{re.escape(why)}") as refused:
        casework.submit(proposal, **told)
    if not told:
        with pytest.raises(Invalid) as considered:
            casework.consider(proposal)
        assert str(considered.value) == str(refused.value)
    assert HALF not in str(refused.value)
    assert everything(casework) == before


@pytest.mark.parametrize(
    ("when", "why"),
    [
        ({"as_at": "2024-05-01"}, "as_at: is not a day. Give a day, such as date(2024, 5, 1)"),
        ({"as_at": noon("2024-05-01")}, "as_at: is not a day."),
        ({"known_at": "2024-05-01"}, "known_at: is not a day."),
        ({"known_at": datetime(2024, 5, 1, 12)}, "known_at: a moment without its time zone. Give it in UTC"),
    ],
)
def test_a_question_about_no_day_or_moment_is_invalid(when: dict[str, Any], why: str, desk: Desk) -> None:
    casework = desk.open()
    for ask in (lambda: casework.view(Caseload, **when), lambda: casework.file(CASE, **when)):
        with pytest.raises(Invalid, match=f"^{re.escape(why)}"):
            ask()


def test_a_question_about_no_file_or_by_nobody_is_invalid(desk: Desk) -> None:
    casework = desk.open()
    asking: list[Callable[[Any], object]] = [
        casework.file,
        casework.entries,
        lambda file: casework.view(Duties, file=file),
    ]
    for ask in asking:
        with pytest.raises(Invalid, match=f"^file: {CANNOT}"):
            ask(f"case/{HALF}")
        with pytest.raises(Invalid, match="file: is not the id of a file"):
            ask(7)
    with pytest.raises(Invalid, match="by: is not an actor"):
        casework.next_steps(CASE, cast("Any", None))
    with pytest.raises(Invalid, match="on: is not a day"):
        casework.actor("practice-worker", cast("Any", "2024-05-01"))


# Years ago


def test_a_record_from_years_ago_is_read_as_at_and_as_known_on_any_day(desk: Desk) -> None:
    desk.clock.set("2016-03-01")
    then = desk.open()
    put(then, *DELEGATE)
    put(
        then,
        person.tells(request(), "2016-02-01"),
        practice.tells(CaseAllocated(team="East", worker="ada"), "2016-02-03"),
    )
    desk.clock.set("2016-05-01")
    put(then, practice.decides(completed(), "2016-04-20"))
    put(then, practice.tells(CaseAllocated(team="West", worker="ben"), "2016-04-25"))
    desk.clock.set("2018-09-01")
    wrong = then.entries(CASE)[0].entry_id
    put(then, practice.corrects(wrong, request(), "2016-02-10"))

    desk.clock.set("2024-06-01")
    now = desk.open()

    def holder(as_at: str | None = None, known_at: str | None = None) -> str | None:
        at, known = (date.fromisoformat(day) if day else None for day in (as_at, known_at))
        rows = now.view(Caseload, file=CASE, as_at=at, known_at=known)
        return rows[0].worker if rows else None

    assert holder() == "ben"
    assert holder(as_at="2016-03-15") == "ada"
    assert holder(as_at="2024-06-01", known_at="2016-03-31") == "ada"
    assert holder(known_at="2016-02-29") is None
    assert holder(as_at="2016-02-02", known_at="2016-03-31") is None

    def asked_on(known_at: str) -> date:
        (found,) = (
            one for one in now.view(Duties, known_at=date.fromisoformat(known_at)) if one.duty == "assess needs"
        )
        return found.opened_on

    assert asked_on("2016-05-01") == date(2016, 2, 1)
    assert asked_on("2018-09-01") == date(2016, 2, 10)
    file = now.file(CASE, as_at=date(2016, 2, 5), known_at=date(2018, 1, 1))
    assert [one.event_name for one in file.entries] == ["assessment/assessment-requested", "case/case-allocated"]
    assert now.file(CASE, as_at=date(2016, 2, 5)).entries[0].event_name == "case/case-allocated"
    # To the moment, too: what was recorded after noon was not known at noon.
    assert now.view(Caseload, known_at=noon("2016-03-01")) == []


def test_a_decision_of_years_ago_is_judged_on_the_law_of_its_day(casework: Casework) -> None:
    put(casework, council.records(completed(coverage={}), "2013-05-20"))
    put(casework, council.records(completed(coverage={}), "2016-05-20", file="case/two"))
    before, after = casework.entries(CASE)[0], casework.entries("case/two")[0]
    assert not [one for one in before.findings if "Care Act 2014" in one.provision]
    assert [one for one in after.findings if one.provision.startswith("Care Act 2014")]


# Moments


def test_a_clock_that_went_backwards_is_refused(desk: Desk, casework: Casework) -> None:
    put(casework, person.tells(request(), "2024-05-01"))
    before = everything(casework)
    desk.clock.set("2024-05-30")
    with pytest.raises(Invalid) as refused:
        put(casework, person.tells(concern(), "2024-05-01"))
    assert str(refused.value) == "recorded_at: earlier than the last entry of the file. Set the clock right"
    assert everything(casework) == before
    # Another file does not hang on it.
    put(casework, person.tells(concern(), "2024-05-01", file="case/two"))


def test_a_clock_without_a_time_zone_is_refused(desk: Desk, casework: Casework) -> None:
    before = everything(casework)
    naive = desk.open(clock=lambda: datetime(2024, 6, 1, 12))
    with pytest.raises(Invalid, match="time zone"):
        put(naive, person.tells(request(), "2024-05-01"))
    assert everything(casework) == before


def test_the_day_of_recording_is_the_one_in_london(desk: Desk, casework: Casework) -> None:
    desk.clock.moment = datetime(2024, 6, 1, 23, 30, tzinfo=UTC)  # half past midnight on 2 June there
    put(casework, person.tells(request(), "2024-06-02"))
    with pytest.raises(Invalid, match="is after the day of recording, 2024-06-02"):
        put(casework, person.tells(request(), "2024-06-03"))


# Personal text


@pytest.fixture
def filled(desk: Desk, caplog: pytest.LogCaptureFixture) -> tuple[Casework, Filling, list[Any]]:
    """Every event there is, with every personal text in it, recorded with a reason; and what was logged."""
    casework, filling = desk.open(), Filling()
    by = Actor(id="somebody", kind=BodyKind.OTHER_COUNCIL, body="Southmere Council")
    receipts = []
    with caplog.at_level(logging.INFO, logger="swp"):
        for kind in catalogue.events().values():
            home = next(one.kind for one in FILES if kind in one.homes() or kind is EntryRetracted)
            corrects = casework.entries(CASE)[-1].entry_id if kind is EntryRetracted else None
            event = filling.model(kind)
            told = propose(f"{home}/one", event, by, "2024-05-01", reason=filling.word(), corrects=corrects)
            receipts.append(casework.submit(told))
        with pytest.raises(Refusal) as refused:
            casework.submit(propose(CASE, filling.model(PersonRegistered), by, "2025-05-01"))
    return casework, filling, [[one.msg for one in caplog.records], receipts, str(refused.value)]


def test_personal_text_is_nowhere_but_under_its_key(
    filled: tuple[Casework, Filling, list[Any]], desk: Desk, tmp_path: Path
) -> None:
    casework, filling, said = filled
    read_back = json.dumps([one.model_dump(mode="json") for _, found in casework.files() for one in found])
    assert len(filling.words) > 60
    for word in filling.words[:-5]:
        assert word in read_back, f"{word} was not recorded at all, so that this test shows nothing"

    for view in VIEWS:
        casework.view(view)
    casework.rebuild()
    written = repr(everything(casework)).encode() + b"".join(
        file.read_bytes() for file in tmp_path.iterdir() if file.is_file()
    )
    shown = repr(said)
    assert "'event': 'recorded'" in shown
    for word in (*filling.words, filling.NHS_NUMBER):
        assert word.encode() not in written
        assert word not in shown


def test_personal_text_stays_sealed_until_somebody_reads_it(
    filled: tuple[Casework, Filling, list[Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    casework, filling, _ = filled
    opened: list[str] = []
    truly = Sealer.open

    def watched(self: Sealer, sealed: dict[str, str]) -> str | None:
        opened.append(sealed["key"])
        return truly(self, sealed)

    monkeypatch.setattr(Sealer, "open", watched)
    for kind in ("case", "contact", "practice", "adults-review"):
        casework.file(f"{kind}/one")
    casework.rebuild()
    for view in VIEWS:
        casework.view(view)
        casework.view(view, as_at=date(2024, 5, 2))
    shown = repr([casework.entries(CASE), casework.file(CASE)])
    assert opened == []
    assert "[sealed]" in shown
    assert not [word for word in (*filling.words, filling.NHS_NUMBER) if word in shown]

    read = {text for _, entries in casework.files() for one in entries for text in _texts(one)}
    assert read == set(filling.words[:-4]) | {filling.NHS_NUMBER}
    assert len(opened) >= len(read)


def _texts(model: BaseModel) -> Iterator[str]:
    """Every personal text of a model and of all within it, each read as its field."""
    for name, info in type(model).model_fields.items():
        value = getattr(model, name)
        if isinstance(value, BaseModel):
            yield from _texts(value)
        elif isinstance(value, tuple):
            for one in value:
                yield from _texts(one) if isinstance(one, BaseModel) else ()
        elif value is not None and any(isinstance(mark, PlainSerializer) for mark in marks_on(info)):
            assert type(value) is str, f"{type(model).__name__}.{name} is not opened when it is read"
            yield value


def test_nothing_but_personal_text_is_lost_with_its_key(filled: tuple[Casework, Filling, list[Any]]) -> None:
    casework, filling, _ = filled
    before = casework.entries(CASE), casework.entries(CONTACT)
    views = {view: casework.view(view) for view in VIEWS}
    stored = everything(casework)
    casework.sealer.keys.forget(CASE)

    words = set(filling.words)
    text = json.dumps([one.model_dump(mode="json") for one in casework.entries(CASE)])
    assert text.count(FORGOTTEN) > 40
    assert not [one for one in words if one in text]
    assert filling.NHS_NUMBER not in text
    assert casework.entries(CONTACT) == before[1]
    assert [one.findings for one in casework.entries(CASE)] == [one.findings for one in before[0]]

    file = casework.file(CASE)
    assert isinstance(file, CaseFile)
    assert file.case.registered is not None
    assert file.case.registered.name_given == FORGOTTEN
    assert file.case.registered.birth_year == 1941
    assert {view: casework.view(view) for view in VIEWS} == views
    casework.rebuild()
    assert {view: casework.view(view) for view in VIEWS} == views
    assert everything(casework) == stored
    assert casework.verify().intact


def test_a_file_whose_key_is_gone_takes_what_has_no_personal_text(casework: Casework) -> None:
    put(casework, person.tells(request(wanted="Help with washing."), "2024-05-01"))
    casework.sealer.keys.forget(CASE)
    put(casework, practice.tells(started(), "2024-05-03"))
    before = everything(casework)
    with pytest.raises(KeyForgotten, match="open a new file"):
        put(casework, person.tells(concern(account="Money goes missing."), "2024-05-04"))
    assert everything(casework) == before
    assert Counter(one.event_name for one in casework.entries(CASE)).total() == 2


def test_keys_that_were_never_there_read_as_forgotten(desk: Desk, casework: Casework) -> None:
    put(casework, person.tells(request(wanted="Help with washing."), "2024-05-01"))
    without = desk.open(keys=MemoryKeys())
    event = without.entries(CASE)[0].event
    assert getattr(event, "wanted") == FORGOTTEN  # noqa: B009
    assert [view.name for view in VIEWS if without.view(view) != casework.view(view)] == []


def test_without_its_key_no_second_one_is_made_for_a_file(desk: Desk, casework: Casework) -> None:
    """A second key of the same name would make what one of the two sealed unreadable for ever."""
    put(casework, person.tells(request(wanted="Help with washing."), "2024-05-01"))
    empty = MemoryKeys()
    without = desk.open(keys=empty)
    before = everything(casework)
    for _ in range(2):
        with pytest.raises(KeyMissing, match="Texts of case/one were sealed before"):
            put(without, person.tells(concern(account="Money goes missing."), "2024-05-02"))
    assert everything(casework) == before
    assert empty.key(CASE) is None

    # What holds no personal text goes in, and so does a new file; with the keys back, all of it is read.
    put(without, practice.tells(started(), "2024-05-03"))
    put(without, person.tells(request(wanted="Help with cooking."), "2024-05-01", file="case/two"))
    put(casework, person.tells(concern(account="Money goes missing."), "2024-05-02"))
    read = [getattr(one.event, "wanted", None) or getattr(one.event, "account", None) for one in casework.entries(CASE)]
    assert read == ["Help with washing.", None, "Money goes missing."]


def test_a_file_that_told_nothing_personal_gets_its_key_when_it_does(casework: Casework) -> None:
    put(casework, person.tells(request(), "2024-05-01"))
    assert casework.sealer.keys.key(CASE) is None
    put(
        casework,
        person.tells(concern(), "2024-05-01"),
        person.tells(concern(concern="k2", account="Money goes missing."), "2024-05-01"),
    )
    assert getattr(casework.entries(CASE)[-1].event, "account") == "Money goes missing."  # noqa: B009


def test_missing_keys_are_told_from_destroyed_ones(desk: Desk, casework: Casework) -> None:
    for number in (1, 2):
        put(casework, person.tells(request(wanted="Help."), "2024-05-01", file=f"case/{number}"))
    put(casework, person.tells(request(), "2024-05-01", file="case/3"))
    casework.sealer.keys.forget("case/1")
    assert casework.missing_keys() == []
    others = MemoryKeys()
    others.forget("case/1")
    assert desk.open(keys=others).missing_keys() == ["case/2"]


def test_a_text_that_cannot_be_opened_spoils_nothing_but_its_reading(desk: Desk, casework: Casework) -> None:
    put(casework, person.tells(request(wanted="Help with washing."), "2024-05-01"))
    put(casework, person.tells(request(wanted="Help with cooking."), "2024-05-01", file="case/two"))
    wrong, right = MemoryKeys(), casework.sealer.keys
    wrong.make(CASE)  # another key of the same name
    setattr(wrong, "_keys", {**wrong._keys, "case/two": right.key("case/two")})  # noqa: B010
    views = {view: casework.view(view) for view in VIEWS}
    broken = desk.open(keys=wrong)
    broken.rebuild()
    assert {view: broken.view(view) for view in VIEWS} == views
    assert broken.view(Caseload, as_at=date(2024, 5, 2)) == casework.view(Caseload, as_at=date(2024, 5, 2))
    event = broken.file(CASE).entries[0].event
    assert getattr(event, "assessment") == "a1"  # noqa: B009
    with pytest.raises(SealBroken, match="A text sealed under 'case/one' was altered, or the key is not the one"):
        getattr(event, "wanted")  # noqa: B009
    assert getattr(broken.entries("case/two")[0].event, "wanted") == "Help with cooking."  # noqa: B009
    put(broken, practice.tells(started(), "2024-05-03"))


# A record that cannot be written


@pytest.mark.parametrize("name", ["SQLITE_READONLY_DIRECTORY", "SQLITE_CANTOPEN"])
def test_a_record_in_a_folder_that_cannot_be_written_is_told_as_one_that_cannot_be_read_there(name: str) -> None:
    error = sqlite3.OperationalError("attempt to write a readonly database")
    error.sqlite_errorname = name
    told = translation(error)
    assert not isinstance(told, RecordReadOnly)
    assert "be writable even to read" in str(told)


def test_a_record_that_cannot_be_written_is_read_and_verified(sqlite_url: str, tmp_path: Path) -> None:
    keys = tmp_path / "the.keys"
    casework = opened(sqlite_url, keys)
    put(casework, person.tells(request(wanted="Help with washing."), "2024-05-01"))
    with writing(casework.engine) as connection:
        connection.exec_driver_sql("DELETE FROM view_position")  # so that the views are behind
    told = {view: casework.view(view, as_at=date(2024, 6, 1)) for view in VIEWS}
    casework.close()

    def only_read(connection: Any, _: object) -> None:
        connection.execute("PRAGMA query_only = ON")

    event.listen(Engine, "connect", only_read)
    try:
        readable = opened(sqlite_url, keys)
        assert len(readable.entries(CASE)) == 1
        assert {view: readable.view(view) for view in VIEWS} == told
        assert readable.verify().intact
        with pytest.raises(RecordReadOnly, match="can be read here and not be written"):
            put(readable, person.tells(request(), "2024-05-02"))
        with pytest.raises(RecordReadOnly):
            readable.rebuild()
        assert len(readable.entries(CASE)) == 1
        readable.close()
    finally:
        event.remove(Engine, "connect", only_read)


# The library's environment


def test_the_librarys_environment_variables_change_nothing(
    desk: Desk, casework: Casework, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    elsewhere = tmp_path / "elsewhere.db"
    for prefix in ("", "CASEWORK_"):
        for name, value in {
            "PERSISTENCE_MODULE": "eventsourcing.sqlite",
            "SQLITE_DBNAME": str(elsewhere),
            "POSTGRES_DBNAME": "nobody",
            "POSTGRES_HOST": "nowhere.invalid",
            "MAPPER_TOPIC": "no.such:Mapper",
            "TRANSCODER_TOPIC": "no.such:Transcoder",
            "COMPRESSOR_TOPIC": "zlib",
            "CIPHER_TOPIC": "eventsourcing.cipher:AESCipher",
            "CIPHER_KEY": "nonsense",
            "IS_SNAPSHOTTING_ENABLED": "y",
            "AGGREGATE_CACHE_MAXSIZE": "10",
            "CREATE_TABLE": "n",
            "ORIGINATOR_ID_TYPE": "uuid",
        }.items():
            monkeypatch.setenv(f"{prefix}{name}", value)
    other = desk.open()
    put(other, person.tells(request(wanted="Help."), "2024-05-01"))
    assert casework.entries(CASE) == other.entries(CASE) != []
    assert not elsewhere.exists()


def test_a_record_in_memory_needs_nothing(tmp_path: Path) -> None:
    with_nothing = Casework(clock=Clock(noon("2024-06-01")))
    put(with_nothing, person.tells(request(wanted="Help."), "2024-05-01"))
    assert getattr(with_nothing.entries(CASE)[0].event, "wanted") == "Help."  # noqa: B009
    assert with_nothing.verify().intact
    with_nothing.close()


def test_the_keys_of_a_file_stand_beside_it(sqlite_url: str) -> None:
    casework = Casework(sqlite_url, clock=Clock(noon("2024-06-01")))
    put(casework, person.tells(request(wanted="Help."), "2024-05-01"))
    casework.close()
    beside = Path(f"{make_url(sqlite_url).database}.keys")
    assert FileKeys(beside).key(CASE) is not None
    assert beside.stat().st_mode & 0o077 == 0


def test_the_staff_are_those_of_the_day(casework: Casework) -> None:
    assert casework.actor("practice-worker").body == "Northmere Social Work Practice"
    with pytest.raises(OutOfSequence, match="nobody called practice-worker is on the staff on 2014-01-01"):
        casework.actor("practice-worker", date(2014, 1, 1))
    assert casework.standing(date(2024, 5, 1)).member("practice-worker") is not None
    assert casework.entries(PRACTICE)[0].stream == PRACTICE


def test_an_order_of_the_court_is_nobodys_here_to_refuse(casework: Casework) -> None:
    """Decisions of other bodies have no conduct, whoever types them in."""
    judge = Actor(id="judge", kind=BodyKind.COURT, body="Court of Protection")
    put(casework, Said(propose(CASE, order(), judge, "2024-05-01")))
    assert casework.entries(CASE)[0].conduct is None


def test_proposals_can_be_none_at_all(casework: Casework) -> None:
    with pytest.raises(Invalid, match="a submission holds at least one proposal"):
        casework.submit(*proposals())
