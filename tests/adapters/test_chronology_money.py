"""Money in chronologies: a charge before means and words, a payment cut unseen, reviews that have a day."""

from __future__ import annotations

from typing import Any

import pytest

from tests.adapters.test_chronology import checked, days, of

MEANS = {"on": "2019-01-10", "act": "financial-assessment-completed", "by": "council"}
TOLD = {"on": "2019-01-05", "act": "information-given", "by": "council"}
CHARGE = {"on": "2019-02-01", "act": "charge-issued", "by": "council"}
STARTED = {"on": "2019-01-10", "act": "direct-payment-started", "by": "council"}
STOPPED = {"on": "2019-06-03", "act": "direct-payment-stopped", "by": "council"}
REVIEW = {"on": "2019-05-01", "act": "review-completed", "by": "council"}
ASSESSED = {"on": "2019-05-01", "act": "assessment-completed", "by": "council"}


def test_a_charge_before_means_and_words_is_one_red_flag() -> None:
    (flag,) = of("P20", CHARGE)
    assert (flag.rule, str(flag.since), flag.level.value) == ("CA-14-05", "2019-02-01", "red")


def test_a_charge_after_both_is_none_and_after_one_of_them_is_looked_at() -> None:
    assert of("P20", TOLD, MEANS, CHARGE) == []
    assert [level for *_, level in days(of("P20", TOLD, CHARGE))] == ["amber"]
    assert [level for *_, level in days(of("P20", MEANS, CHARGE))] == ["amber"]


def test_what_was_said_of_something_else_or_may_not_have_arrived_explains_no_charge() -> None:
    assert [one.level.value for one in of("P20", {**TOLD, "type": "safeguarding"}, CHARGE)] == ["red"]
    assert [one.level.value for one in of("P20", {**TOLD, "received": "disputed"}, CHARGE)] == ["red"]
    assert [one.level.value for one in of("P20", {**TOLD, "type": "charges", "by": "media"}, CHARGE)] == ["red"]


def test_what_a_vague_date_may_have_come_before_counts_as_before() -> None:
    assert of("P20", TOLD, {**MEANS, "on": "2019-02-20"}, {**CHARGE, "on": "2019-02"}) == []
    assert of("P20", TOLD, {**MEANS, "on": "2019-02"}, {**CHARGE, "on": "2019-02"}) == []
    assert days(of("P20", {**CHARGE, "on": "2019-02"})) == [("2019-02-28", "2019-03-01", "red")]


def test_several_invoices_are_one_obligation_and_a_providers_are_its_own() -> None:
    assert days(of("P20", CHARGE, {**CHARGE, "on": "2019-03-01"})) == [("2019-02-01", "2019-03-02", "red")]
    assert of("P20", {**CHARGE, "by": "provider"}) == []


def test_a_refusal_to_have_means_assessed_stands_for_it() -> None:
    assert of("P20", TOLD, {**MEANS, "result": "refused"}, CHARGE) == []


def test_a_charge_in_a_free_time_is_looked_at_and_one_after_it_is_not() -> None:
    free = {"fact": "free-period", "from": "2019-01-15", "to": "2019-02-25"}
    assert [(one.rule, one.level.value) for one in of("P20", TOLD, MEANS, CHARGE, context=(free,))] == [
        ("CA-14-09", "amber")
    ]
    later = {**CHARGE, "on": "2019-02-26"}
    assert of("P20", TOLD, MEANS, later, context=(free,)) == []
    assert of("P20", TOLD, MEANS, {**CHARGE, "on": "2019-02"}, context=(free,)) == [], "it may have been after"


@pytest.mark.parametrize("type_", ["after-care", "s117 placement"])
def test_a_charge_for_after_care_is_a_breach(type_: str) -> None:
    assert [one.rule for one in of("P20", TOLD, MEANS, {**CHARGE, "type": type_})] == ["CA-14-07"]


def test_a_payment_that_the_council_stops_before_anybody_looked() -> None:
    assert days(of("P05", STARTED, STOPPED)) == [("2019-06-03", "2019-06-04", "red")]
    assert days(of("P05", {**STOPPED, "assumed": True})) == [("2019-06-03", "2019-06-04", "amber")]
    assert of("P05", STARTED, {**STOPPED, "by": "adult"}) == []


@pytest.mark.parametrize("look", [REVIEW, ASSESSED, {**ASSESSED, "on": "2019-06"}])
def test_a_payment_that_stops_after_a_review_or_an_assessment_is_no_fault(look: dict[str, Any]) -> None:
    assert of("P05", STARTED, look, {**STOPPED, "on": "2019-06"}) == []


def test_a_review_too_long_ago_supports_no_cut() -> None:
    assert [one.rule for one in of("P05", STARTED, {**REVIEW, "on": "2019-03-01"}, STOPPED)] == ["CA-DP-08"]


def _payment_reviews(*events: dict[str, Any], as_at: str) -> list[tuple[str, str, str | None]]:
    still = {"on": as_at, "act": "contact-received", "by": "adult"}  # An account that ended says nothing of reviews.
    found = [one for one in of("P03", *events, still, as_at=as_at) if one.rule.startswith("CA-DP")]
    return [(one.rule, str(one.since), str(one.until) if one.until else None) for one in found]


def test_a_direct_payment_is_reviewed_within_six_months_and_then_twelve() -> None:
    assert _payment_reviews(STARTED, as_at="2019-07-10") == []
    assert _payment_reviews(STARTED, as_at="2019-07-11") == [("CA-DP-01", "2019-07-11", None)]
    assert _payment_reviews(STARTED, REVIEW, as_at="2020-05-01") == []
    assert _payment_reviews(STARTED, REVIEW, as_at="2020-05-02") == [("CA-DP-02", "2020-05-02", None)]
    assert _payment_reviews(STARTED, {**STOPPED, "by": "adult"}, as_at="2020-05-02") == []


def test_a_request_and_a_start_are_of_one_payment_and_a_carers_is_another() -> None:
    asked = {"on": "2019-01-02", "act": "direct-payment-requested", "by": "adult"}
    carers = {**STARTED, "subject": "carer", "on": "2019-01-20"}
    still = {"on": "2019-12-01", "act": "contact-received", "by": "adult"}
    flags = of("P03", asked, STARTED, carers, still, as_at="2019-12-01")
    assert [one.about for one in flags if one.rule == "CA-DP-01"] == ["payment-1", "payment-2"]


def test_acts_of_money_are_understood() -> None:
    topped = {"on": "2019-03-01", "act": "top-up-agreed", "by": "family"}
    asked = {"on": "2019-01-02", "act": "direct-payment-requested", "by": "adult"}
    found = checked(TOLD, MEANS, CHARGE, asked, STARTED, STOPPED, topped)
    assert found.not_understood == ()
