"""A chronology tells what happened in the order in which it did, and of each event what became of it."""

from __future__ import annotations

from datetime import date

from swp_domain.assessment.events import AssessmentRequested
from swp_domain.correspondence.events import NoteMade
from swp_domain.event import EntryRetracted
from swp_domain.safeguarding.vocabulary import EnquiryOutcome
from swp_projections import Chronology
from swp_projections.chronology import ChronologyRow, Status
from tests.cast import DELEGATE, council, other_council, person, practice
from tests.papers import completed, concern, enquiry, request
from tests.telling import CASE, PRACTICE, Given, given


def rows(record: Given, as_at: str | None = None, known_at: str | None = None) -> list[ChronologyRow]:
    day = [date.fromisoformat(one) if one else None for one in (as_at, known_at)]
    return Chronology().of(CASE, record.streams[CASE], as_at=day[0], known_at=day[1])


def told(found: list[ChronologyRow]) -> list[tuple[str, str, str]]:
    return [(one.occurred, one.event, one.status) for one in found]


def test_events_stand_in_the_order_of_the_world_with_their_dates_as_told() -> None:
    record = given(
        council.tells(concern(), "2024-05-10"),
        person.tells(request(), "2024-03", recorded="2024-06-01"),
        council.decides(enquiry(EnquiryOutcome.ENQUIRE), "2024-05-12", recorded="2024-06-02"),
    )
    found = rows(record)
    assert told(found) == [
        ("2024-03", "assessment requested", "stands"),
        ("2024-05-10", "concern received", "stands"),
        ("2024-05-12", "enquiry decided", "stands"),
    ]
    assert [one.exact for one in found] == [False, True, True]
    last = found[-1]
    assert (last.decided, last.about) == (EnquiryOutcome.ENQUIRE.value, "concern k1")
    assert (last.author, last.role, last.body) == ("council-worker", "social worker", "Northmere Council")
    assert (last.told_by, last.recorded_at.date()) == ("council-worker", date(2024, 6, 2))


def test_what_was_corrected_stays_and_says_so() -> None:
    record = given(
        person.tells(request(), "2024-05-01", entry="e1"),
        council.tells(concern(), "2024-05-02"),
        person.corrects("e1", request(), "2024-05-02", recorded="2024-06-01"),
    )
    found = rows(record)
    assert told(found) == [
        ("2024-05-01", "assessment requested", "corrected"),
        ("2024-05-02", "assessment requested", "stands"),
        ("2024-05-02", "concern received", "stands"),
    ]
    assert found[1].corrects == "e1"
    assert [one.status for one in rows(record, known_at="2024-05-31")] == [Status.STANDS] * 2


def test_what_was_taken_back_stays_and_says_so() -> None:
    back = EntryRetracted()
    record = given(
        person.tells(request(), "2024-05-01", entry="e1"),
        person.corrects("e1", request(), "2024-05-03", recorded="2024-06-01", entry="e2"),
        council.corrects("e1", back, "2024-06-02", file=CASE, entry="e3", because="Of another adult."),
    )
    assert [one.status for one in rows(record)] == [Status.RETRACTED, Status.RETRACTED]
    undone = given(
        person.tells(request(), "2024-05-01", entry="e1"),
        council.corrects("e1", back, "2024-06-02", file=CASE, entry="e3", because="Of another adult."),
        council.corrects("e3", back, "2024-06-03", file=CASE, because="It was the right one."),
    )
    assert told(rows(undone)) == [("2024-05-01", "assessment requested", "stands")]


def test_whose_decision_it_was_and_whether_the_law_let_it_be_taken_is_said() -> None:
    refused = completed(coverage={"wellbeing": False})
    record = given(
        *DELEGATE,
        person.tells(request(), "2024-05-01"),
        other_council.tells(completed(), "2024-05-10"),
        practice.records(refused, "2024-05-20"),
    )
    assert [one.status for one in rows(record)] == [Status.STANDS, Status.ANOTHERS, Status.PURPORTED]


def test_a_chronology_as_at_a_day_ends_with_it_and_repeats_no_narrative() -> None:
    record = given(
        council.tells(NoteMade(note="Invented Bo was sad."), "2024-05-01"),
        person.tells(AssessmentRequested(assessment="a1", wanted="to go out"), "2024-05-02"),
    )
    assert told(rows(record, as_at="2024-05-01")) == [("2024-05-01", "note made", "stands")]
    assert "Bo" not in str(rows(record))
    assert Chronology().of(PRACTICE, record.streams[CASE]) == []
