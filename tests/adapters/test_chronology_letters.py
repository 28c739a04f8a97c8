"""Letters, outcomes, complaints and promises of a chronology: what was not answered, told or kept."""

from __future__ import annotations

from typing import Any

import pytest

from tests.adapters.test_chronology import checked, days, of

LETTER = {"on": "2019-01-10", "act": "letter-sent", "by": "solicitor"}
REPORT = {"on": "2019-01-10", "act": "report-received", "by": "health-professional"}
COMPLAINT = {"on": "2019-01-10", "act": "complaint-received", "by": "family"}
ANSWER = {"on": "2019-09-10", "act": "complaint-responded", "by": "council"}
PROMISE = {"on": "2019-01-10", "act": "remedy-agreed", "by": "council", "remedy": "payment"}
AGAIN = {
    "on": "2019-02", "act": "contact-received", "by": "family", "count": 5,
    "range": ["2019-02-01", "2019-06-30"], "precision": "approx",
}  # fmt: skip


def by(act: str, on: str, role: str = "council", **more: Any) -> dict[str, Any]:
    return {"on": on, "act": act, "by": role, **more}


# Replies


def test_a_letter_that_nobody_answers_is_flagged_after_two_weeks() -> None:
    assert of("P21", LETTER, as_at="2019-01-24") == []
    assert days(of("P21", LETTER, as_at="2019-01-25")) == [("2019-01-25", None, "amber")]


@pytest.mark.parametrize("act", ["reply-sent", "letter-sent", "assessment-offered", "complaint-responded"])
def test_whatever_the_council_does_towards_the_adults_side_answers_it(act: str) -> None:
    assert of("P21", LETTER, by(act, "2019-01-24")) == []


@pytest.mark.parametrize(
    "other", [by("policy-adopted", "2019-01-12"), by("reply-sent", "2019-01-12", "provider"),
              by("letter-sent", "2019-01-12", to="gp")]
)  # fmt: skip
def test_what_is_for_others_or_by_others_answers_nothing(other: dict[str, Any]) -> None:
    assert days(of("P21", LETTER, other)) == [("2019-01-25", None, "amber")]


@pytest.mark.parametrize("quiet", [by("contact-received", "2019-01-10", "family"), {**LETTER, "by": "provider"},
                                   {**LETTER, "to": "provider"}])  # fmt: skip
def test_what_nobody_is_seen_to_wait_for_is_no_flag(quiet: dict[str, Any]) -> None:
    assert of("P21", quiet) == []


def test_who_asks_again_and_again_waits_from_the_first_time_and_is_answered_after_the_last() -> None:
    halfway, after = by("information-given", "2019-04-01"), by("assessment-allocated", "2019-07-10")
    assert days(of("P21", AGAIN, halfway, after)) == [("2019-02-16", "2019-07-10", "amber")]


def test_a_contact_is_understood_although_it_shows_no_need() -> None:
    assert checked(by("contact-received", "2019-01-10", "provider")).not_understood == ()


# Outcomes


def test_a_report_that_is_kept_back_is_flagged_until_it_is_told() -> None:
    assert days(of("P19", REPORT, by("outcome-notified", "2019-03-01"))) == [("2019-01-25", "2019-03-01", "amber")]
    assert of("P19", REPORT, by("outcome-notified", "2019-01-24")) == []


def test_a_report_of_the_adults_own_side_need_not_be_told_them() -> None:
    assert of("P19", {**REPORT, "by": "family"}) == []


def test_a_report_of_an_advocate_is_answered_in_writing() -> None:
    report = {**REPORT, "by": "advocate"}
    assert days(of("P21", report, by("reply-sent", "2019-03-01"))) == [("2019-01-25", "2019-03-01", "amber")]


def test_funding_that_was_decided_shows_in_a_service_that_starts() -> None:
    decided = by("funding-decided", "2019-01-10")
    assert days(of("P19", decided)) == [("2019-01-25", None, "amber")]
    assert of("P19", decided, by("service-started", "2019-01-20")) == []
    assert days(of("P19", REPORT, by("service-started", "2019-01-20"))) == [("2019-01-25", None, "amber")]


def test_a_worker_who_reports_waits_for_the_body_they_reported_to() -> None:
    first = by("whistleblower-report", "2019-01-10", "whistleblower", to="regulator")
    again = {**first, "on": "2019-02-01"}
    assert days(of("P19", first, again, by("reply-sent", "2019-02-10"))) == [("2019-01-25", None, "amber")]
    replied = by("reply-sent", "2019-01-20", "regulator")
    assert of("P19", first, replied) == []
    assert of("P19", {**first, "to": "provider"}) == []


def test_an_outcome_that_nobody_was_seen_to_learn_was_told_all_the_same() -> None:
    found = checked(by("outcome-notified", "2019-01-10"))
    assert (found.flags, found.not_understood) == ((), ())


# Complaints


def test_an_answer_that_came_late_is_for_somebody_to_look_at() -> None:
    assert days(of("P28", COMPLAINT, ANSWER)) == [("2019-07-10", "2019-09-10", "amber")]
    assert of("P28", COMPLAINT, {**ANSWER, "on": "2019-07-09"}) == []


def test_that_an_account_tells_no_answer_is_no_proof_that_there_was_none() -> None:
    assert of("P28", COMPLAINT) == []
    assert of("P28", {**COMPLAINT, "assumed": True}, ANSWER) == []


# Promises


def test_every_promise_is_owed_by_itself() -> None:
    other = {**PROMISE, "remedy": "apology"}
    assert days(of("P28", PROMISE, other, by("remedy-completed", "2019-02-01", remedy="payment"))) == [
        ("2019-02-08", None, "amber")
    ]


def test_a_promise_for_a_day_is_late_the_day_after() -> None:
    dated = {**PROMISE, "agreed_until": "2019-01-31"}
    assert days(of("P28", dated)) == [("2019-02-01", None, "red")]
    assert days(of("P28", {**PROMISE, "agreed_days": 10})) == [("2019-01-21", None, "red")]


@pytest.mark.parametrize(
    ("remedy", "kept"),
    [
        ("new assessment", "assessment-completed"),
        ("carer's assessment", "carer-assessment-completed"),
        ("review", "review-completed"),
        ("change of team", "assessment-allocated"),
        (None, "plan-agreed"),
    ],
)
def test_a_promise_is_kept_by_what_was_promised(remedy: str | None, kept: str) -> None:
    promise = {**PROMISE, "remedy": remedy}
    assert of("P28", promise, by(kept, "2019-02-01")) == []
    assert days(of("P28", promise, by(kept, "2019-03-01"))) == [("2019-02-08", "2019-03-01", "amber")]


def test_a_promise_of_somebody_else_is_not_the_councils() -> None:
    found = checked({**PROMISE, "by": "provider"})
    assert (found.flags, found.not_understood) == ((), ())


def test_an_answer_that_promises_and_the_promise_told_again_are_one() -> None:
    answer = {**ANSWER, "on": "2019-01-10", "remedy": "payment"}
    assert len(of("P28", answer, PROMISE)) == 1


@pytest.mark.parametrize("act", ["incident-occurred", "service-requested"])
def test_what_somebody_tells_of_is_held_though_it_asks_for_nothing(act: str) -> None:
    told_of = by(act, "2019-01-12", "provider")
    found = checked(told_of)
    assert (found.not_understood, found.flags) == ((), ())
