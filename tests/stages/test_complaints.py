"""Complaints are acknowledged and answered in time, and what is promised in answer is owed until it is done."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from swp_domain.actor import BodyKind
from swp_domain.case.events import PersonDied
from swp_domain.complaints.events import (
    ComplaintAcknowledged,
    ComplaintCarriedOn,
    ComplaintDelayExplained,
    ComplaintPeriodAgreed,
    ComplaintReceived,
    ComplaintResponded,
    ComplaintSettledAtOnce,
    ComplaintWithdrawn,
    LateComplaintDeclined,
    RemedyCarriedOut,
    RemedyPromised,
    RemedyReleased,
)
from swp_domain.complaints.rules import (
    a_complaint_is_made_within_a_year,
    a_late_answer_was_explained,
    a_promise_looks_ahead,
    more_time_is_agreed_while_some_is_left,
    only_a_late_complaint_is_declined_as_late,
    only_an_oral_complaint_settled_at_once_is_outside,
)
from swp_domain.complaints.vocabulary import ComplaintOutcome, RemedyKind
from swp_domain.duty import DutyStanding
from swp_domain.law.finding import Outcome
from swp_domain.mark import Act
from swp_domain.party import Party
from swp_domain.refusal import Unlawful
from tests.cast import council, other_council, person
from tests.papers import decided
from tests.telling import Given, Then, breaks, given, keeps

ACKNOWLEDGE, ANSWER = "acknowledge the complaint", "answer the complaint"
FOR_LIFE, PROMISED = "do for the adult what was promised", "carry out what was promised"


def complaint(**told: Any) -> ComplaintReceived:
    return ComplaintReceived(**{"complaint": "c1", **told})


def answered(outcome: ComplaintOutcome = ComplaintOutcome.UPHELD) -> ComplaintResponded:
    return ComplaintResponded(complaint="c1", decision=decided(outcome))


def settled(outcome: bool = True) -> ComplaintSettledAtOnce:
    return ComplaintSettledAtOnce(complaint="c1", decision=decided(outcome))


def declined(**told: Any) -> LateComplaintDeclined:
    return LateComplaintDeclined(**{"complaint": "c1", "decision": decided(True), **told})


def more_time(until: str) -> ComplaintPeriodAgreed:
    return ComplaintPeriodAgreed(complaint="c1", until=date.fromisoformat(until))


def promise(kind: RemedyKind = RemedyKind.PAYMENT, by_day: str | None = None, **told: Any) -> RemedyPromised:
    day = date.fromisoformat(by_day) if by_day else None
    return RemedyPromised(**{"remedy": "r1", "kind": kind, "by_day": day, **told})


def complained(on: str = "2024-05-01", **told: Any) -> Given:
    return given(person.tells(complaint(**told), on))


# Acknowledging


@pytest.mark.parametrize(
    ("received", "last", "after"),
    [
        ("2024-05-01", "2024-05-07", "2024-05-08"),  # a Wednesday before an early May bank holiday
        ("2024-05-03", "2024-05-09", "2024-05-10"),
        ("2024-05-05", "2024-05-09", "2024-05-10"),  # a Sunday before it
        ("2023-12-22", "2023-12-29", "2023-12-30"),  # Christmas Day and Boxing Day
        ("2022-09-16", "2022-09-22", "2022-09-23"),  # a bank holiday of one year only
    ],
)
def test_a_complaint_is_acknowledged_within_three_working_days(received: str, last: str, after: str) -> None:
    record = complained(received)
    record.owes(ACKNOWLEDGE, "c1", as_at=last, last_day=last)
    record.owes(ACKNOWLEDGE, "c1", as_at=after, standing=DutyStanding.LATE, late_since=after)
    done = record.when(council.tells(ComplaintAcknowledged(complaint="c1", handling_offered=True), last))
    done.then(ComplaintAcknowledged).owes(ACKNOWLEDGE, as_at=after, standing=DutyStanding.MET)
    done.owes(ANSWER, as_at=after)


def test_an_answer_acknowledges_too() -> None:
    record = complained().when(council.decides(answered(), "2024-05-02")).then(ComplaintResponded).breaches()
    record.owes(ACKNOWLEDGE, as_at="2024-06-01", standing=DutyStanding.MET)


# Answering


@pytest.mark.parametrize(
    ("received", "last", "after"),
    [
        ("2024-05-01", "2024-10-31", "2024-11-01"),
        ("2023-08-31", "2024-02-29", "2024-03-01"),
        ("2024-08-31", "2025-02-28", "2025-03-01"),
        ("2024-03-01", "2024-08-31", "2024-09-01"),
    ],
)
@keeps(a_late_answer_was_explained)
def test_a_complaint_is_answered_within_six_months_that_begin_with_the_day_it_came(
    received: str, last: str, after: str
) -> None:
    record = complained(received)
    record.owes(ANSWER, "c1", as_at=last, last_day=last)
    record.owes(ANSWER, "c1", as_at=after, standing=DutyStanding.LATE, late_since=after)
    in_time = record.when(council.decides(answered(), last)).then(ComplaintResponded).breaches().flags()
    in_time.owes(ANSWER, as_at=after, standing=DutyStanding.MET)


@breaks(a_late_answer_was_explained)
def test_an_answer_that_is_late_without_a_word_breaks_the_regulations() -> None:
    late = complained().when(council.decides(answered(), "2024-11-01")).then(ComplaintResponded)
    late.breaches("REC-05").purported(False).owes(ANSWER, as_at="2024-11-01", standing=DutyStanding.MET_LATE)
    late.finds(
        "SI 2009/309, reg 14(4): not met on 1 November 2024; not shown: (a) answered in time, or whoever complained "
        "was told in writing why not; but the time ended on 31 October 2024, and no letter that says why is on the "
        "file."
    )


@keeps(a_late_answer_was_explained)
def test_a_late_answer_of_which_somebody_was_told_why_is_only_late() -> None:
    record = given(
        person.tells(complaint(), "2024-05-01"),
        council.tells(ComplaintDelayExplained(complaint="c1"), "2024-11-05"),
    )
    late = record.when(council.decides(answered(), "2024-12-01")).then(ComplaintResponded).breaches()
    late.owes(ANSWER, as_at="2024-12-01", standing=DutyStanding.MET_LATE, late_since="2024-11-01")


def test_an_answer_to_a_complaint_that_the_file_does_not_know_is_only_recorded() -> None:
    given().when(council.records(answered(), "2024-11-01")).then(ComplaintResponded).breaches()


# More time


@keeps(more_time_is_agreed_while_some_is_left, a_late_answer_was_explained)
def test_more_time_that_is_agreed_on_the_last_day_is_time_to_answer() -> None:
    agreed = complained().when(council.tells(more_time("2024-12-15"), "2024-10-31"))
    agreed.then(ComplaintPeriodAgreed).flags().owes(ANSWER, as_at="2024-12-15", last_day="2024-12-15")
    agreed.owes(ANSWER, as_at="2024-12-16", standing=DutyStanding.LATE, late_since="2024-12-16")
    agreed.when(council.decides(answered(), "2024-12-15")).then(ComplaintResponded).breaches()


@breaks(more_time_is_agreed_while_some_is_left)
def test_more_time_that_is_agreed_a_day_later_changes_nothing() -> None:
    agreed = complained().when(council.tells(more_time("2024-12-15"), "2024-11-01"))
    agreed.then(ComplaintPeriodAgreed).flags("REC-05").breaches()
    agreed.owes(ANSWER, as_at="2024-12-01", standing=DutyStanding.LATE, late_since="2024-11-01")


@breaks(more_time_is_agreed_while_some_is_left)
def test_less_time_is_no_longer_time() -> None:
    agreed = complained().when(council.tells(more_time("2024-07-01"), "2024-05-10")).then(ComplaintPeriodAgreed)
    agreed.flags("REC-05").owes(ANSWER, as_at="2024-10-31", last_day="2024-10-31")


def test_more_time_can_be_agreed_again_while_some_is_left() -> None:
    record = given(
        person.tells(complaint(), "2024-05-01"),
        council.tells(more_time("2024-11-30"), "2024-10-20"),
        council.tells(more_time("2024-12-31"), "2024-11-30"),
        council.tells(more_time("2025-06-01"), "2025-01-01"),
    )
    record.owes(ANSWER, as_at="2025-01-01", last_day="2024-12-31", standing=DutyStanding.LATE)


@breaks(more_time_is_agreed_while_some_is_left)
@keeps(more_time_is_agreed_while_some_is_left)
def test_more_time_is_more_than_there_was_and_of_that_complaint() -> None:
    record = given(
        person.tells(complaint(complaint="c0"), "2024-05-01"),
        person.tells(complaint(complaint="c1"), "2024-06-01"),
        person.tells(complaint(complaint="c2"), "2024-07-01"),
    )
    for until, flags in (("2024-11-29", ["REC-05"]), ("2024-11-30", ["REC-05"]), ("2024-12-01", [])):
        record.when(council.tells(more_time(until), "2024-11-20")).flags(*flags)
    for asked_on, flags in (("2024-11-29", []), ("2024-11-30", []), ("2024-12-01", ["REC-05"])):
        record.when(council.tells(more_time("2025-03-01"), asked_on)).flags(*flags)


def test_a_complaint_that_the_file_does_not_know_is_not_declined_as_late() -> None:
    given().when(council.records(declined(good_reason=False), "2024-05-10")).flags("REC-05", "REC-SEQ")


def test_more_time_for_a_complaint_that_the_file_does_not_know_is_not_measured_by_another() -> None:
    record = given(person.tells(complaint(complaint="c2"), "2024-05-01"))
    record.when(council.tells(more_time("2024-06-01"), "2024-05-20")).flags("REC-SEQ")


# Outside the regulations


@pytest.mark.parametrize(
    ("received", "settled_on"),
    [("2024-05-01", "2024-05-02"), ("2024-05-03", "2024-05-07"), ("2024-05-03", "2024-05-03")],
)
@keeps(only_an_oral_complaint_settled_at_once_is_outside)
def test_an_oral_complaint_that_is_settled_by_the_next_working_day_is_outside(received: str, settled_on: str) -> None:
    after = complained(received, oral=True).when(council.decides(settled(), settled_on)).then(ComplaintSettledAtOnce)
    for duty in (ACKNOWLEDGE, ANSWER):
        after.owes(duty, as_at="2025-05-01", standing=DutyStanding.ENDED)


@pytest.mark.parametrize(
    ("oral", "settled_on", "not_shown"),
    [
        (True, "2024-05-08", "(2) it was settled by the end of the next working day"),
        (False, "2024-05-03", "(1) the complaint was made orally"),
        (None, "2024-05-03", "(1) the complaint was made orally"),
    ],
)
@breaks(only_an_oral_complaint_settled_at_once_is_outside)
def test_any_other_complaint_is_within(oral: bool | None, settled_on: str, not_shown: str) -> None:
    record = complained("2024-05-03", oral=oral)
    record.when(council.decides(settled(), settled_on)).refused(
        Unlawful, "REC-05", not_shown, "Say in complaint-received" if oral is None else "Answer it"
    )
    recorded = record.when(council.records(settled(), settled_on)).then(ComplaintSettledAtOnce)
    if oral is None:
        # Of what is only recorded, nothing is held against anybody because it was not told.
        recorded.purported(False).flags("REC-05").owes(ANSWER, as_at="2024-10-01", standing=DutyStanding.ENDED)
    else:
        recorded.purported().breaches("REC-05").owes(ANSWER, as_at="2024-10-01", last_day="2024-11-02")


@keeps(only_an_oral_complaint_settled_at_once_is_outside)
def test_that_a_complaint_was_not_settled_at_once_ends_nothing() -> None:
    after = complained().when(council.decides(settled(outcome=False), "2024-05-20")).then(ComplaintSettledAtOnce)
    after.owes(ANSWER, as_at="2024-05-20")


# In time


@pytest.mark.parametrize(
    ("happened", "learned", "on"),
    [
        ("2023-05-01", None, "2024-05-01"),
        ("2023-05-02", None, "2024-05-01"),
        ("2020-01-01", "2023-05-01", "2024-05-01"),
        (None, None, "2024-05-01"),
    ],
)
@keeps(a_complaint_is_made_within_a_year)
def test_a_complaint_comes_within_twelve_months_of_what_happened_or_of_learning_of_it(
    happened: str | None, learned: str | None, on: str
) -> None:
    days = {"happened_on": happened, "learned_on": learned}
    told = complaint(**{name: date.fromisoformat(day) for name, day in days.items() if day})
    given().when(person.tells(told, on)).then(ComplaintReceived).flags().breaches()


@breaks(a_complaint_is_made_within_a_year)
def test_a_complaint_of_the_day_after_is_taken_in_and_somebody_is_warned() -> None:
    late = given().when(person.tells(complaint(happened_on=date(2023, 5, 1)), "2024-05-02")).then(ComplaintReceived)
    late.flags("REC-05").breaches().owes(ANSWER, as_at="2024-05-02", last_day="2024-11-01")


@keeps(a_complaint_is_made_within_a_year)
def test_a_late_complaint_with_good_reason_that_can_still_be_looked_at_is_taken() -> None:
    told = complaint(happened_on=date(2022, 5, 1), good_reason=True, can_be_investigated=True)
    given().when(person.tells(told, "2024-05-02")).then(ComplaintReceived).flags()


@keeps(a_complaint_is_made_within_a_year)
def test_of_what_happened_before_the_regulations_nothing_is_said() -> None:
    told = complaint(happened_on=date(2008, 5, 1))
    late = given().when(person.tells(told, "2010-05-04")).then(ComplaintReceived).flags()
    assert [one.outcome for one in late.findings] == [Outcome.CANNOT_TELL]


@keeps(only_a_late_complaint_is_declined_as_late)
def test_a_late_complaint_may_be_declined() -> None:
    record = complained("2024-05-02", happened_on=date(2023, 5, 1))
    done = record.when(council.decides(declined(good_reason=False), "2024-05-10")).then(LateComplaintDeclined)
    done.breaches().owes(ANSWER, as_at="2024-12-01", standing=DutyStanding.ENDED)


@pytest.mark.parametrize(
    ("happened", "told", "not_shown", "known"),
    [
        (date(2023, 5, 2), {"good_reason": False}, "(1) made more than twelve months", True),
        (None, {"good_reason": False}, "(1) made more than twelve months", False),
        (date(2023, 5, 1), {"good_reason": True, "can_be_investigated": True}, "(2) there was no good reason", True),
        (date(2023, 5, 1), {}, "(2) there was no good reason", False),
    ],
)
@breaks(only_a_late_complaint_is_declined_as_late)
def test_a_complaint_in_time_or_with_good_reason_is_not_declined_as_late(
    happened: date | None, told: dict[str, Any], not_shown: str, known: bool
) -> None:
    record = complained("2024-05-02", happened_on=happened)
    record.when(council.decides(declined(**told), "2024-05-10")).refused(Unlawful, "REC-05", not_shown)
    recorded = record.when(council.records(declined(**told), "2024-05-10")).then(LateComplaintDeclined)
    standing = DutyStanding.OWED if known else DutyStanding.ENDED
    recorded.purported(known).owes(ANSWER, as_at="2024-05-10", standing=standing)


@keeps(only_a_late_complaint_is_declined_as_late)
def test_a_late_complaint_may_be_taken() -> None:
    record = complained("2024-05-02", happened_on=date(2023, 5, 1))
    taken = record.when(council.decides(declined(decision=decided(False)), "2024-05-10")).then(LateComplaintDeclined)
    taken.owes(ANSWER, as_at="2024-05-10")


# Whose it is


def test_a_withdrawn_complaint_is_owed_no_answer() -> None:
    after = complained().when(person.tells(ComplaintWithdrawn(complaint="c1"), "2024-05-02")).then(ComplaintWithdrawn)
    for duty in (ACKNOWLEDGE, ANSWER):
        after.owes(duty, as_at="2025-05-01", standing=DutyStanding.ENDED)


def test_a_complaint_outlives_whoever_it_is_about_and_another_carries_it_on() -> None:
    daughter = Party(kind=BodyKind.FAMILY, relation="daughter")
    record = given(
        person.tells(complaint(), "2024-05-01"),
        council.tells(ComplaintAcknowledged(complaint="c1"), "2024-05-02"),
        council.tells(PersonDied(), "2024-06-01"),
        council.tells(ComplaintCarriedOn(complaint="c1", by=daughter), "2024-06-20"),
    )
    record.owes(ANSWER, as_at="2024-10-31", last_day="2024-10-31")
    record.when(council.decides(answered(), "2024-10-31")).then(ComplaintResponded).breaches()


def test_a_complaint_from_before_the_regulations_owes_nothing_by_them() -> None:
    record = complained("2009-03-31")
    record.owes_no_duty_to(ANSWER, as_at="2012-01-01")
    complained("2009-04-01").owes(ANSWER, as_at="2009-09-30", last_day="2009-09-30")


def test_another_councils_answer_answers_nothing_here() -> None:
    record = complained().when(other_council.tells(answered(), "2024-05-10")).then(ComplaintResponded)
    record.owes(ANSWER, as_at="2024-05-10")


# What was promised


def test_every_promise_is_owed_by_the_day_it_names() -> None:
    record = given(
        council.tells(promise(RemedyKind.PAYMENT, "2024-06-01"), "2024-05-01"),
        council.tells(promise(RemedyKind.APOLOGY, "2024-05-10", remedy="r2"), "2024-05-01"),
    )
    record.owes(PROMISED, "r1", as_at="2024-06-01", last_day="2024-06-01")
    record.owes(PROMISED, "r2", as_at="2024-06-01", last_day="2024-05-10", standing=DutyStanding.LATE)
    paid = record.when(council.tells(RemedyCarriedOut(remedy="r1"), "2024-06-01")).then(RemedyCarriedOut)
    paid.owes(PROMISED, "r1", as_at="2024-07-01", standing=DutyStanding.MET)
    paid.owes(PROMISED, "r2", as_at="2024-07-01", standing=DutyStanding.LATE, late_since="2024-05-11")


def test_a_promise_that_names_no_day_is_owed_within_a_time_of_ours() -> None:
    record = given(council.tells(promise(), "2024-05-01"))
    record.owes(PROMISED, "r1", as_at="2024-05-29", last_day="2024-05-29")
    record.owes(PROMISED, "r1", as_at="2024-05-30", standing=DutyStanding.LATE)


@pytest.mark.parametrize("kind", RemedyKind)
def test_a_promise_is_one_duty_and_only_what_needs_a_living_adult_ends_with_them(kind: RemedyKind) -> None:
    record = given(council.tells(promise(kind), "2024-05-01"), council.tells(PersonDied(), "2024-05-05"))
    (owed,) = record.file().ledger
    assert owed.duty == (FOR_LIFE if kind.is_for_life else PROMISED)
    assert (owed.met_on is None) is not kind.is_for_life


def test_a_promise_that_is_no_longer_wanted_ends_undone() -> None:
    record = given(council.tells(promise(RemedyKind.REVIEW), "2024-05-01"))
    after = record.when(person.tells(RemedyReleased(remedy="r1"), "2024-05-20")).then(RemedyReleased)
    after.owes(FOR_LIFE, as_at="2024-12-01", standing=DutyStanding.ENDED)


def test_a_promised_assessment_opens_the_promise_and_no_second_duty_to_assess() -> None:
    made = given().when(council.tells(promise(RemedyKind.ASSESSMENT), "2024-05-01")).entry
    assert [(mark.act, mark.duty) for mark in made.marks] == [(Act.OPENS, FOR_LIFE)]


@breaks(a_promise_looks_ahead)
def test_a_promise_for_a_day_that_has_passed_is_a_slip_of_the_pen() -> None:
    given().when(council.tells(promise(by_day="2024-04-30"), "2024-05-01")).then(RemedyPromised).flags("REC-DAYS")


@keeps(a_promise_looks_ahead)
def test_a_promise_may_be_for_the_same_day() -> None:
    for by_day in ("2024-05-01", "2024-05-02"):
        given().when(council.tells(promise(by_day=by_day), "2024-05-01")).then(RemedyPromised).flags()


def test_how_a_complaint_stands_is_kept_by_its_name() -> None:
    after: Then = complained().when(council.decides(answered(ComplaintOutcome.PARTLY_UPHELD), "2024-06-01"))
    one = after.then(ComplaintResponded).file().complaints.named("c1")  # type: ignore[attr-defined]
    assert (one.received, one.answered_on, one.outcome) == (
        date(2024, 5, 1),
        date(2024, 6, 1),
        ComplaintOutcome.PARTLY_UPHELD,
    )
