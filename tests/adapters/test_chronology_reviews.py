"""Chronologies: reviews that fell due, were asked for or were called for by a crisis, and what answers them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.adapters.test_chronology import checked, days, of

PLAN = {"on": "2018-01-10", "act": "plan-agreed", "by": "council"}
ASKED = {"on": "2018-03-01", "act": "review-requested", "by": "family"}
REVIEW = {"on": "2018-03-20", "act": "review-completed", "by": "council"}
WORD = {"on": "2019-12-01", "act": "contact-received", "by": "family"}


def test_a_review_that_was_asked_for_is_to_be_looked_at_after_six_weeks_and_is_no_red_flag() -> None:
    assert days(of("P04", PLAN, ASKED)) == [("2018-04-13", None, "amber")]
    assert of("P04", PLAN, ASKED, REVIEW) == []
    assert days(of("P04", PLAN, {**ASKED, "act": "service-requested"})) == [("2018-04-13", None, "amber")]


@pytest.mark.parametrize("act", ["contact-received", "letter-sent", "assessment-allocated"])
def test_a_letter_or_a_worker_is_no_review(act: str) -> None:
    assert days(of("P04", PLAN, ASKED, {**REVIEW, "act": act})) == [("2018-04-13", None, "amber")]


@pytest.mark.parametrize("act", ["plan-agreed", "assessment-completed", "decision-notified"])
def test_a_plan_a_reassessment_or_a_decision_answers_the_request(act: str) -> None:
    assert of("P04", PLAN, ASKED, {**REVIEW, "act": act}) == []


def test_a_wish_of_somebody_without_a_plan_is_no_request_for_a_review() -> None:
    assert of("P04", {**ASKED, "act": "service-requested"}) == []


def test_a_year_without_a_review_is_to_be_looked_at_while_the_account_goes_on() -> None:
    assert days(of("P03", PLAN, WORD)) == [("2019-01-11", None, "amber")]
    assert of("P03", PLAN) == []
    assert of("P03", PLAN, {**WORD, "on": "2019-01-10"}) == []


def test_a_plan_that_was_kept_up_owes_no_review() -> None:
    kept = [{**REVIEW, "on": on} for on in ("2018-11-01", "2019-10-20")]
    assert of("P03", PLAN, *kept, WORD) == []
    late = {**REVIEW, "on": "2019-03-01"}
    assert days(of("P03", PLAN, late, WORD)) == [("2019-01-11", "2019-03-01", "amber")]


def test_death_and_closing_end_the_clock() -> None:
    assert of("P03", PLAN, {"on": "2018-06-01", "act": "person-died", "by": "adult"}, WORD) == []
    assert of("P03", PLAN, {"on": "2018-06-01", "act": "case-closed", "by": "council"}, WORD) == []


def test_a_carer_who_cannot_go_on_is_a_crisis_for_days_until_somebody_helps() -> None:
    unable: dict[str, Any] = {"on": "2018-03-01", "act": "carer-unable", "by": "carer"}
    assert days(of("P10", PLAN, unable)) == [("2018-03-05", None, "amber")]
    helped = {"on": "2018-03-04", "act": "urgent-support-provided", "by": "council"}
    assert of("P10", PLAN, unable, helped) == []


def test_a_crisis_of_somebody_who_has_no_plan_yet_is_answered_too_and_calls_for_no_review() -> None:
    unable: dict[str, Any] = {"on": "2018-03-01", "act": "carer-unable", "by": "carer"}
    fall = {**unable, "act": "incident-occurred", "by": "ambulance"}
    asked = {"on": "2018-02-20", "act": "assessment-requested", "by": "family"}
    seen = {"on": "2018-03-04", "act": "assessment-completed", "by": "council"}
    for crisis in (unable, fall):
        assert days(of("P10", asked, crisis)) == [("2018-03-05", None, "amber")]
        assert of("P10", asked, crisis, seen) == []
        assert of("P04", asked, crisis) == []
    assert days(of("P10", unable)) == [("2018-03-05", None, "amber")]
    assert of("P10", fall) == []


def test_a_plan_of_the_old_law_is_looked_at_after_a_year_too() -> None:
    plan = {**PLAN, "on": "2013-06-10"}
    late = {**REVIEW, "on": "2014-09-01"}
    assert days(of("P03", plan, late)) == [("2014-06-11", "2014-09-01", "amber")]
    assert of("P03", plan, {**late, "on": "2014-06-10"}) == []


def test_an_incident_that_is_told_to_within_months_carries_no_clock_of_days() -> None:
    fall: dict[str, Any] = {"on": "2018-03-01", "act": "incident-occurred", "by": "ambulance"}
    assert days(of("P10", PLAN, fall)) == [("2018-03-05", None, "amber")]
    assert of("P10", PLAN, {**fall, "on": "2018-03", "range": ["2018-03-01", "2018-08-31"]}) == []
    assert of("P10", PLAN, {**fall, "by": "council"}) == []


def test_these_acts_are_understood() -> None:
    left = {one.act for one in checked(PLAN, ASKED, REVIEW, WORD).not_understood}
    assert left == set()
