"""Situations that every fold must get right: late typing, corrections, vague dates, a beginning that is missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import permutations

import pytest

from swp_domain.assessment.events import AssessmentCompleted
from swp_domain.case.events import CaseAllocated
from swp_domain.case_file import CaseFile
from swp_domain.duty import DutyStanding
from swp_domain.refusal import OutOfSequence
from tests.cast import council, hospital, other_council, person
from tests.papers import completed, concern, determined, referral, request, triaged
from tests.telling import CASE, Given, Record, given
from tests.toy import (
    DUTY,
    TOY,
    AllCompleted,
    Requested,
    UrgentExtended,
    UrgentGiven,
    Withdrawn,
    toy_files,
)


@pytest.fixture(autouse=True)
def _with_the_toy() -> Iterator[None]:
    with toy_files():
        yield


def holder(record: Record, *, as_at: str | None = None, known_at: str | None = None) -> str | None:
    file = record.file(as_at=as_at, known_at=known_at)
    assert isinstance(file, CaseFile)
    return file.case.worker


# 1


def test_a_request_typed_in_after_the_work_was_done_in_time_is_done_in_time() -> None:
    (
        given(
            other_council.tells(AllCompleted(), "2024-05-15", recorded="2024-05-15", file=TOY),
            hospital.tells(Requested(), "2024-05-01", recorded="2024-06-10", file=TOY),
        )
        .owes(DUTY, as_at="2024-06-10", last_day="2024-05-21", standing=DutyStanding.MET, stream=TOY)
        .owes(DUTY, as_at="2024-05-14", last_day="2024-05-21", standing=DutyStanding.OWED, stream=TOY)
    )


def test_the_same_of_an_assessment_of_needs() -> None:
    (
        given(
            council.records(completed(), "2024-05-15", recorded="2024-05-15"),
            person.tells(request(), "2024-05-01", recorded="2024-06-20"),
        )
        .owes("assess needs", "a1", as_at="2024-06-20", last_day="2024-06-12", standing=DutyStanding.MET)
    )  # fmt: skip


# 2


def test_a_request_that_is_corrected_after_the_work_brings_another_last_day() -> None:
    record = given(
        hospital.tells(Requested(), "2024-05-01", entry="request", file=TOY),
        other_council.tells(AllCompleted(), "2024-05-25", file=TOY),
        hospital.corrects("request", Requested(), "2024-05-10", recorded="2024-06-01", file=TOY),
    )
    record.owes(DUTY, as_at="2024-06-30", last_day="2024-05-30", standing=DutyStanding.MET, stream=TOY)
    record.owes(
        DUTY,
        as_at="2024-06-30",
        known_at="2024-05-31",
        last_day="2024-05-21",
        standing=DutyStanding.MET_LATE,
        late_since="2024-05-22",
        stream=TOY,
    )


# 3


@pytest.mark.parametrize("urgent_first", [True, False])
def test_the_strictest_limit_governs_whatever_was_typed_first(urgent_first: bool) -> None:
    urgent = hospital.tells(UrgentGiven(until=date(2024, 5, 8)), "2024-05-02", recorded="2024-06-01", file=TOY)
    asked = hospital.tells(Requested(), "2024-05-03", recorded="2024-06-01", file=TOY)
    record = given(*((urgent, asked) if urgent_first else (asked, urgent)))
    record.owes(DUTY, as_at="2024-05-08", last_day="2024-05-08", stream=TOY)
    record.owes(DUTY, as_at="2024-05-09", standing=DutyStanding.LATE, late_since="2024-05-09", stream=TOY)
    assert record.duty(DUTY, as_at="2024-05-31", stream=TOY).opened_on == date(2024, 5, 2)


def test_an_extension_replaces_the_last_day_of_what_it_extends_and_no_other_in_every_order_of_typing() -> None:
    said = (
        hospital.tells(UrgentGiven(until=date(2024, 5, 8)), "2024-05-02", recorded="2024-06-10", file=TOY),
        hospital.tells(Requested(), "2024-05-03", recorded="2024-06-10", file=TOY),
        other_council.tells(UrgentExtended(until=date(2024, 5, 15)), "2024-05-07", recorded="2024-06-10", file=TOY),
    )
    for order in permutations(said):
        record = given(*order)
        record.owes(DUTY, as_at="2024-05-06", last_day="2024-05-08", stream=TOY)
        record.owes(DUTY, as_at="2024-05-09", last_day="2024-05-15", stream=TOY)


def test_an_extension_beyond_it_leaves_the_request_to_govern() -> None:
    (
        given(
            hospital.tells(UrgentGiven(until=date(2024, 5, 8)), "2024-05-02", file=TOY),
            hospital.tells(Requested(), "2024-05-03", file=TOY),
            other_council.tells(UrgentExtended(until=date(2024, 6, 30)), "2024-05-07", file=TOY),
        ).owes(DUTY, as_at="2024-05-09", last_day="2024-05-23", stream=TOY)
    )


def test_an_extension_still_reaches_an_opening_whose_record_was_corrected() -> None:
    record = given(
        hospital.tells(UrgentGiven(until=date(2024, 5, 8)), "2024-05-02", entry="urgent", file=TOY),
        other_council.tells(UrgentExtended(until=date(2024, 5, 15)), "2024-05-07", file=TOY),
        hospital.corrects("urgent", UrgentGiven(until=date(2024, 5, 9)), "2024-05-03", recorded="2024-06-01", file=TOY),
    )
    record.owes(DUTY, as_at="2024-05-10", last_day="2024-05-15", stream=TOY)


def test_what_names_no_subject_ends_the_duty_for_all_of_them() -> None:
    record = given(
        other_council.tells(Withdrawn(), "2024-05-20", recorded="2024-05-20", file=TOY),
        hospital.tells(Requested(request="q1"), "2024-05-01", recorded="2024-06-01", file=TOY),
        hospital.tells(Requested(request="q2"), "2024-05-10", recorded="2024-06-01", file=TOY),
    )
    for one in ("q1", "q2"):
        record.owes(DUTY, one, as_at="2024-06-30", standing=DutyStanding.MET, stream=TOY)


# 4


def test_an_allocation_of_february_typed_in_march_does_not_take_the_case_from_the_worker_of_march() -> None:
    record = given(
        council.tells(CaseAllocated(team="north", worker="march"), "2024-03-04", recorded="2024-03-04"),
        council.tells(CaseAllocated(team="south", worker="february"), "2024-02-05", recorded="2024-03-20"),
    )
    assert holder(record) == "march"
    assert holder(record, as_at="2024-02-20") == "february"
    assert holder(record, as_at="2024-02-20", known_at="2024-03-19") is None
    assert holder(record, known_at="2024-03-19") == "march"


# 5


def test_as_at_a_day_before_the_correction_was_made_the_corrected_event_is_shown() -> None:
    record = given(
        council.tells(CaseAllocated(team="north", worker="wrong"), "2024-03-04", entry="allocation"),
        council.corrects(
            "allocation", CaseAllocated(team="north", worker="right"), "2024-03-04", recorded="2024-05-01"
        ),
    )
    assert holder(record, as_at="2024-03-10") == "right"
    assert holder(record, as_at="2024-03-10", known_at="2024-04-30") == "wrong"
    assert len(record.history(as_at="2024-03-10")) == 1


def test_a_correction_keeps_the_place_among_others_of_that_day() -> None:
    record = given(
        council.tells(CaseAllocated(team="north", worker="first"), "2024-03-04", entry="first"),
        council.tells(CaseAllocated(team="north", worker="second"), "2024-03-04"),
        council.corrects("first", CaseAllocated(team="north", worker="mended"), "2024-03-04", recorded="2024-05-01"),
    )
    assert holder(record) == "second"


# 6


def test_an_import_may_begin_in_the_middle_and_its_beginning_may_come_later() -> None:
    middle = council.records(triaged(), "2024-05-02", because="Imported.", recorded="2024-06-20")
    record = given(middle, council.records(completed(), "2024-05-20", because="Imported.", recorded="2024-06-20"))
    assert [[one.rule for one in entry.findings if one.contradiction] for entry in record.streams[CASE]] == [
        ["REC-SEQ"],
        [],
    ]
    record.owes("assess needs", "a1", as_at="2024-06-20", standing=DutyStanding.MET, last_day="2024-06-13")
    whole = record.when(council.tells(referral(), "2024-05-01", recorded="2024-06-21"))
    file = whole.then(type(referral())).file()
    assert isinstance(file, CaseFile)
    assert file.referral.referrals["r1"].received_on == date(2024, 5, 1)
    assert file.referral.referrals["r1"].outcome is triaged().decision.outcome


def test_deciding_waits_until_the_file_speaks_of_it_and_recording_does_not() -> None:
    """What an import brought is there to be decided on, though its beginning is not."""
    given().when(council.decides(determined(), "2024-05-21")).refused(OutOfSequence)
    record = given(
        council.records(determined(), "2024-05-21", because="Imported.", recorded="2024-06-20"),
        council.records(completed(), "2024-05-20", because="Imported.", recorded="2024-06-20"),
    )
    record.owes("give the determination in writing", "n1", as_at="2024-05-21", last_day="2024-06-04")
    again = council.decides(determined(determination="n2"), "2024-05-22")
    record.when(again).then(type(determined())).breaches().flags()
    unheard = council.decides(determined(determination="n2", assessment="a2"), "2024-05-22")
    record.when(unheard).refused(OutOfSequence, "assessment: no assessment a2 is on the file on that day")
    begun = record.when(person.tells(request(), "2024-05-01", recorded="2024-06-21")).then(type(request()))
    begun.when(again).then(type(determined())).breaches().flags()


# 7


def test_vague_dates_of_one_submission_keep_the_order_in_which_they_were_given() -> None:
    vague = council.tells(concern(concern="k1"), "2024-05")
    exact = council.tells(concern(concern="k2"), "2024-05-10")
    later = council.tells(concern(concern="k3"), "2024-05", recorded="2024-06-01")
    after = given().when(vague, exact, later)
    assert [str(entry.occurred) for entry in after.entries] == ["2024-05", "2024-05-10", "2024-05"]
    assert [entry.occurred_on for entry in after.entries] == [date(2024, 5, 1), date(2024, 5, 10), date(2024, 5, 10)]
    assert [entry.event for entry in after.history()] == [entry.event for entry in after.entries]


def test_a_vague_date_is_not_placed_where_it_cannot_lie() -> None:
    after = given().when(
        council.tells(concern(concern="k1"), "2024-06-10"),
        council.tells(concern(concern="k2"), "2024-05", recorded="2024-07-01"),
    )
    assert [entry.occurred_on for entry in after.entries] == [date(2024, 6, 10), date(2024, 5, 1)]


def test_vagueness_makes_nobody_late() -> None:
    asked = person.tells(request(), "about 2024-05-01/2024-05-20", recorded="2024-08-01")
    done = council.records(completed(), "2024-07", recorded="2024-08-01")
    record = given(asked, done)
    record.owes("assess needs", "a1", as_at="2024-06-30", last_day="2024-07-01")
    record.owes("assess needs", "a1", as_at="2024-08-01", standing=DutyStanding.MET)


@pytest.mark.parametrize("on", ["2024-05-01", "2024-05"])
def test_what_was_done_on_the_day_of_asking_or_before_it_counts_from_the_asking(on: str) -> None:
    record = given(
        council.records(completed(), on, recorded="2024-06-01"),
        person.tells(request(), "2024-05-10", recorded="2024-06-01"),
    )
    duty = record.duty("assess needs", "a1")
    assert duty.met_on == date(2024, 5, 10)


def test_two_files_of_one_submission_are_placed_in_one_order() -> None:
    after = given().when(
        council.tells(concern(), "2024-05-10"),
        council.tells(concern(), "2024-05", file="case/two", recorded="2024-06-01"),
    )
    assert [entry.occurred_on for entry in after.entries] == [date(2024, 5, 10)] * 2


def test_a_decision_of_friday_typed_on_monday_is_judged_on_friday_and_the_lag_is_kept() -> None:
    record: Given = given(person.tells(request(), "2024-05-01"))
    entry = (
        record.when(council.decides(completed(), "2024-05-17", recorded="2024-05-20")).then(AssessmentCompleted).entry
    )
    assert (entry.occurred_on, entry.recorded_at.date()) == (date(2024, 5, 17), date(2024, 5, 20))
    assert {one.on for one in entry.findings} == {date(2024, 5, 17)}


def test_how_a_vague_date_was_counted_is_said_in_the_entry() -> None:
    vague = given().when(person.tells(request(), "2024-05", recorded="2024-06-10"))
    vague.finds("The record of a vague date: met on 1 May 2024.")
    (said,) = (one for one in vague.findings if one.rule == "REC-DATE")
    assert [one.says for one in said.limbs] == [
        "a clock that starts with it is counted from 31 May 2024, its latest day"
    ]
    done = vague.when(council.decides(completed(), "2024-06", recorded="2024-06-20"))
    (said,) = (one for one in done.findings if one.rule == "REC-DATE")
    assert [one.says for one in said.limbs] == [
        "a clock that starts with it is counted from 20 June 2024, its latest day",
        "what it does to a duty is counted on 1 June 2024, its earliest day",
    ]
    exact = given().when(person.tells(request(), "2024-05-01"))
    assert "REC-DATE" not in [one.rule for one in exact.findings]


def test_a_vague_date_that_began_before_what_it_stands_on_is_told_how_to_be_told() -> None:
    record = given(person.tells(request(), "2024-05-02"))
    for told, remedy in (("2024-05", "2024-05-02/2024-05-31"), ("2024-04-20/2024-05-02", "2024-05-02")):
        record.when(council.decides(completed(), told, recorded="2024-07-01")).refused(OutOfSequence).in_these_words(
            "assessment: no assessment a1 is on the file on that day, but from 2024-05-02 on. "
            f"Tell the date as {remedy}, if that is so"
        )
    record.when(council.decides(completed(), "2024-05-02/2024-05-31", recorded="2024-07-01")).then(type(completed()))
    unheard = record.when(council.decides(completed(assessment="a9"), "2024-05", recorded="2024-07-01"))
    unheard.refused(OutOfSequence, "Record it first, or record this with a reason")
