"""Chronologies of plans, budgets and services: what is flagged, and what silence does not prove."""

from __future__ import annotations

from typing import Any

import pytest

from tests.adapters.test_chronology import checked, days, of

HOME_CARE = {"fact": "plan-element", "from": "2018-01-01", "item": "home care"}
ENDED = {"on": "2019-05-01", "act": "service-ended", "by": "council"}
PROVIDER_LEFT = {**ENDED, "by": "provider"}
AGAIN = {"on": "2019-06-01", "act": "service-started", "by": "council"}
REVIEWED = {"on": "2019-03-01", "act": "assessment-completed", "by": "council"}
NOTIFIED = {"on": "2019-03-20", "act": "decision-notified", "by": "council"}
PLAN = {"on": "2019-02-01", "act": "plan-agreed", "by": "council"}
ELIGIBLE = {"on": "2019-02-01", "act": "eligibility-determined", "by": "council", "result": "eligible"}


# P09: a need without a service


def test_what_was_planned_is_presumed_given_until_the_account_says_otherwise() -> None:
    assert of("P09", PLAN, context=(HOME_CARE,)) == []
    need = {"fact": "eligible-need", "from": "2018-01-01", "item": "support"}
    assert of("P09", PLAN, context=(need,)) == []


def test_a_provider_that_leaves_leaves_a_gap_until_the_council_starts_something() -> None:
    found = of("P09", PROVIDER_LEFT, AGAIN, context=(HOME_CARE,))
    assert days(found) == [("2019-05-01", "2019-06-01", "red")]
    assert days(of("P09", PROVIDER_LEFT, context=(HOME_CARE,))) == [("2019-05-01", None, "red")]


def test_what_nobody_planned_may_end() -> None:
    own = {"on": "2019-01-01", "act": "service-started", "by": "provider", "commissioned": False}
    assert of("P09", own, PROVIDER_LEFT, context=(HOME_CARE,)) == []


def test_what_a_council_arranged_was_for_a_need_though_no_plan_is_told() -> None:
    begun = {**AGAIN, "on": "2019-01-01"}
    assert days(of("P09", begun, PROVIDER_LEFT, AGAIN)) == [("2019-05-01", "2019-06-01", "amber")]
    assert of("P09", begun, PROVIDER_LEFT, {**AGAIN, "on": "2019-05-02"}) == []


def test_what_the_person_does_not_want_is_no_gap() -> None:
    assert of("P09", {**ENDED, "by": "adult"}, context=(HOME_CARE,)) == []


@pytest.mark.parametrize("amount", [0, "0", "none"])
def test_nothing_delivered_of_what_is_needed_is_a_gap_between_its_days(amount: object) -> None:
    none = {"fact": "delivered", "from": "2019-04-01", "to": "2019-04-30", "item": "home care", "amount": amount}
    found = of("P09", PLAN, context=(HOME_CARE, none))
    assert days(found) == [("2019-04-01", "2019-05-01", "red")]
    assert of("P09", PLAN, context=(none,)) == [], "nothing was planned or accepted"
    assert of("P09", PLAN, context=(HOME_CARE, {**none, "amount": 7})) == []
    inferred = of("P09", PLAN, context=(HOME_CARE, {**none, "basis": "inferred"}))
    assert days(inferred) == [("2019-04-01", "2019-05-01", "amber")]


def test_an_element_that_is_not_funded_is_a_gap_until_it_is() -> None:
    unpaid = {**HOME_CARE, "item": "centre", "funded": False}
    paid = {**unpaid, "from": "2019-03-01", "funded": True}
    assert days(of("P09", PLAN, context=(unpaid, paid))) == [("2018-01-01", "2019-03-01", "red")]
    assert days(of("P09", PLAN, context=(unpaid,))) == [("2018-01-01", None, "red")]


def test_paying_oneself_asks_somebody_to_look() -> None:
    pays = {"on": "2019-04-01", "act": "service-self-funded", "by": "family"}
    assert days(of("P09", pays, AGAIN, context=(HOME_CARE,))) == [("2019-04-01", "2019-06-01", "amber")]


# P05: a cut before a look


def test_a_service_that_the_council_ends_without_a_decision_is_flagged_on_its_day() -> None:
    begun = {**AGAIN, "on": "2018-06-01"}
    assert days(of("P05", begun, REVIEWED, ENDED)) == [("2019-05-01", "2019-05-02", "red")]
    assert of("P05", begun, REVIEWED, NOTIFIED, ENDED) == []
    assert of("P05", begun, PROVIDER_LEFT) == []
    assert of("P05", begun, {**ENDED, "by": "adult"}) == []


def test_a_decision_on_support_without_an_assessment_is_flagged() -> None:
    cost = {"fact": "decision-reason", "from": "2019-03-20", "reason": "cost in part"}
    assert days(of("P05", NOTIFIED, context=(HOME_CARE, cost))) == [("2019-03-20", "2019-03-21", "red")]
    draft = {**REVIEWED, "act": "assessment-drafted"}
    assert len(of("P05", draft, NOTIFIED, context=(HOME_CARE, cost))) == 1
    providers = {**REVIEWED, "by": "provider", "statutory": False}
    assert len(of("P05", providers, NOTIFIED, context=(HOME_CARE, cost))) == 1
    assert of("P05", REVIEWED, NOTIFIED, context=(HOME_CARE, cost)) == []
    assert of("P05", NOTIFIED, context=(HOME_CARE,)) == [], "a notified decision need not be one on support"


# P06: policy instead of need


def test_a_policy_as_the_reason_is_looked_at_unless_the_need_changed() -> None:
    policy = {"fact": "decision-reason", "from": "2019-03-20", "reason": "cap on the cost of care"}
    assert days(of("P06", REVIEWED, NOTIFIED, context=(HOME_CARE, policy))) == [("2019-03-20", "2019-03-21", "amber")]
    assert days(of("P06", PLAN, context=(policy,))) == [("2019-03-20", "2019-03-21", "amber")]
    changed = {"fact": "need-change", "from": "2019-01-01"}
    assert of("P06", REVIEWED, NOTIFIED, context=(HOME_CARE, policy, changed)) == []
    for reason in ("need", "cost in part"):
        assert of("P06", REVIEWED, NOTIFIED, context=(HOME_CARE, {**policy, "reason": reason})) == []


# P07: a plan or a budget that is missing


def test_a_plan_is_looked_for_four_weeks_after_an_eligible_determination() -> None:
    assert days(of("P07", ELIGIBLE)) == [("2019-03-02", None, "amber")]
    assert of("P07", ELIGIBLE, {**PLAN, "on": "2019-03-01"}) == []
    assert of("P07", ELIGIBLE, {**PLAN, "act": "budget-set", "on": "2019-03-01"}) == []
    assert of("P07", {**ELIGIBLE, "result": "not-eligible"}) == []


def test_a_need_accepted_with_the_assessment_is_a_determination() -> None:
    need = {"fact": "eligible-need", "from": "2019-03", "item": "support"}
    assert len(of("P07", REVIEWED, context=(need,))) == 1
    assert of("P07", REVIEWED, context=({**need, "from": "2018-01"},)) == []


def test_a_plan_told_to_have_no_budget_is_flagged_until_one_is_set_and_silence_is_not() -> None:
    none = {"fact": "budget-content", "from": "2019-02-01", "to": "2019-06-01", "figure": "missing", "breakdown": False}
    budget = {"on": "2019-06-01", "act": "budget-set", "by": "council"}
    assert days(of("P07", PLAN, budget, context=(none,))) == [("2019-02-02", "2019-06-01", "red")]
    assert of("P07", PLAN) == []
    opaque = {**none, "figure": 8000}
    assert days(of("P07", PLAN, budget, context=(opaque,))) == [("2019-02-02", "2019-06-01", "amber")]


# P08, and what is understood


def test_a_copy_of_the_plan_is_looked_for_and_a_plan_that_is_assumed_asks_for_none() -> None:
    assert days(of("P08", PLAN)) == [("2019-02-16", None, "amber")]
    assert of("P08", PLAN, {"on": "2019-02-15", "act": "plan-copy-given", "by": "council"}) == []
    assert of("P08", {**PLAN, "assumed": True}) == []


@pytest.mark.parametrize(
    "act",
    [
        "plan-drafted", "plan-agreed", "plan-copy-given", "budget-set", "service-started", "service-changed",
        "service-suspended", "service-ended", "service-self-funded", "provider-notice-given",
    ],
)  # fmt: skip
@pytest.mark.parametrize("by", ["council", "provider", "adult"])
@pytest.mark.parametrize("context", [(), (HOME_CARE,), (HOME_CARE, {**HOME_CARE, "item": "day centre"})])
def test_acts_of_plans_and_services_are_understood(act: str, by: str, context: tuple[dict[str, Any], ...]) -> None:
    assert checked({"on": "2019-02-01", "act": act, "by": by}, context=context).not_understood == ()


def test_a_panel_is_understood_whether_or_not_the_sum_is_told() -> None:
    panel = {"on": "2019-02-01", "act": "funding-decided", "by": "council", "amount": 412.5}
    assert checked(panel).not_understood == ()
    assert checked({**panel, "result": "refused"}, PLAN).not_understood == ()
    assert checked({**panel, "amount": None}).not_understood == ()
    assert checked({**panel, "by": "nhs"}).not_understood == ()
