"""Chronologies in which nothing was wrong: what excuses a council, and that vague dates accuse nobody."""

from __future__ import annotations

import random
from typing import Any

import pytest

from swp_adapters.exchange.chronology_vocabulary import ACTS, ROLES
from swp_adapters.exchange.flag import Level
from tests.adapters.test_chronology import checked, days, of

END = "2023-12-31"
HOME_CARE = {"fact": "plan-element", "from": "2018-01-01", "item": "home care"}
NEED = {"fact": "eligible-need", "from": "2018-01-01", "item": "care at home"}


def told(on: str, act: str, by: str = "council", **more: Any) -> dict[str, Any]:
    return {"on": on, "act": act, "by": by, **more}


BEGUN = told("2018-01-01", "service-started")
STOPPED = told("2019-05-20", "service-ended")
PAYMENT = told("2018-01-01", "direct-payment-started")
ASKED = told("2019-03-01", "assessment-requested", "family")
CONTROLS: dict[str, tuple[dict[str, Any], ...]] = {
    "assessed in time": (
        ASKED,
        told("2019-04-05", "assessment-completed"),
        told("2019-04-12", "assessment-copy-given"),
        told("2019-04-20", "plan-agreed"),
    ),
    "refused": (ASKED, told("2019-03-20", "assessment-offered"), told("2019-03-22", "assessment-refused", "adult")),
    "moved away": (ASKED, told("2019-03-25", "moved-accommodation", "adult", to="second-council")),
    "passed on": (
        ASKED,
        told("2019-03-20", "case-transferred", to="another council"),
        told("2019-08-01", "assessment-completed", "second-council"),
    ),
    "withdrawn": (ASKED, told("2019-03-20", "case-closed", "adult")),
    "died": (ASKED, told("2019-03-25", "person-died", "adult"), told("2019-09-25", "complaint-received", "family")),
    "deferred": (
        ASKED,
        told("2019-03-15", "assessment-deferred", agreed_until="2019-09-01"),
        told("2019-09-20", "assessment-completed"),
    ),
    "a service that outlives nobody": (BEGUN, told("2019-05-19", "person-died", "adult"), STOPPED),
    "a provider's end with another in its place": (
        BEGUN,
        told("2019-05-01", "provider-notice-given", "provider"),
        {**STOPPED, "by": "provider"},
        told("2019-05-20", "service-started"),
    ),
    "one service for another": (BEGUN, STOPPED, told("2019-05-20", "service-started")),
    "the new one told first": (BEGUN, told("2019-05-20", "service-started", "second-council"), STOPPED),
    "a stay in hospital": (
        BEGUN,
        told("2019-05-20", "hospital-admission", "hospital-trust"),
        told("2019-05-20", "service-suspended"),
        told("2019-06-20", "hospital-discharge", "hospital-trust"),
        told("2019-06-20", "service-started"),
    ),
    "reviewed before": (
        BEGUN,
        told("2019-05-01", "review-completed"),
        told("2019-05-10", "decision-notified"),
        told("2019-06-30", "service-changed", type="reduced"),
    ),
    "short from the start": (
        told("2019-01-01", "service-started", type="reablement"),
        told("2019-02-05", "assessment-completed"),
        told("2019-02-06", "decision-notified"),
        told("2019-02-12", "service-ended", type="reablement"),
    ),
    "from a payment to a service": (
        PAYMENT,
        told("2018-06-05", "review-completed"),
        told("2019-04-20", "review-completed"),
        told("2019-04-22", "decision-notified"),
        told("2019-05-20", "direct-payment-stopped"),
        told("2019-05-20", "service-started"),
    ),
    "helped at once": (
        told("2018-03-01", "plan-agreed"),
        told("2019-03-01", "incident-occurred", "family"),
        told("2019-03-02", "urgent-support-provided"),
    ),
    "a plan reviewed by the next council": (
        told("2018-03-01", "plan-agreed"),
        told("2019-01-01", "case-transferred", "first-council"),
        told("2019-02-01", "review-completed", "second-council"),
        told("2020-06-15", "complaint-received", "family"),
    ),
    "the old law": (told("2012-01-01", "service-started"), told("2013-05-02", "service-ended")),
}


@pytest.mark.parametrize("name", CONTROLS)
@pytest.mark.parametrize("context", [(), (HOME_CARE,)])
def test_a_council_that_did_nothing_wrong_is_accused_of_nothing(name: str, context: tuple[dict[str, Any], ...]) -> None:
    nothing_planned = name in ("the old law", "short from the start")
    found = checked(*CONTROLS[name], as_at=END, context=() if nothing_planned else context)
    assert [(one.theme, one.rule) for one in found.flags if one.level is Level.RED] == []


@pytest.mark.parametrize("name", CONTROLS)
def test_vague_dates_accuse_nobody(name: str) -> None:
    events = CONTROLS[name]
    vaguer = [[{**one, "on": one["on"][:length]} for one in events] for length in (7, 4)]
    vaguer += [[{**one, "on": one["on"][:7]} if one is vague else one for one in events] for vague in events]
    for case in vaguer:
        assert [(one.theme, one.rule) for one in checked(*case, as_at=END).flags if one.level is Level.RED] == []


def test_the_days_before_a_move_are_held_against_a_council_and_none_after_it() -> None:
    moved = told("2019-06-01", "moved-accommodation", "adult", to="second-council")
    assert days(of("P01", ASKED, moved, as_at=END)) == [("2019-04-13", "2019-06-01", "red")]
    still_here = told("2019-07-01", "assessment-started")
    assert days(of("P01", ASKED, moved, still_here, as_at=END)) == [("2019-04-13", None, "red")]


def test_what_is_replaced_by_less_is_taken_away_all_the_same() -> None:
    less = ({**HOME_CARE, "amount": 20, "to": "2019-05-19"}, {**HOME_CARE, "amount": 8, "from": "2019-05-20"})
    found = of("P05", BEGUN, STOPPED, told("2019-05-20", "service-started"), context=less, as_at=END)
    assert days(found) == [("2019-05-20", "2019-05-21", "red")]


def test_a_service_that_the_council_ends_after_the_stay_is_no_pause_for_it() -> None:
    stay = (
        told("2019-02-01", "hospital-admission", "hospital-trust"),
        told("2019-02-20", "hospital-discharge", "hospital-trust"),
    )
    assert days(of("P05", BEGUN, *stay, told("2019-05-20", "service-suspended"), as_at=END)) == [
        ("2019-05-20", "2019-05-21", "red")
    ]


def test_a_look_on_the_same_vague_day_leaves_a_cut_to_be_looked_at() -> None:
    cut = told("2019-05", "service-changed", type="reduced")
    assert days(of("P05", BEGUN, cut, as_at=END)) == [("2019-05-31", "2019-06-01", "red")]
    assert days(of("P05", BEGUN, cut, told("2019-05", "review-completed"), as_at=END)) == [
        ("2019-05-31", "2019-06-01", "amber")
    ]


def test_a_decision_from_before_the_last_look_is_not_the_one_behind_a_cut() -> None:
    cut = told("2019-09-02", "service-changed", type="reduced")
    looked = told("2019-06-03", "review-completed")
    for earlier in (told("2019-03", "budget-set"), told("2019-04-01", "decision-notified")):
        assert [one.rule for one in of("P05", BEGUN, earlier, looked, cut, as_at=END)] == ["CA-27-04"]
        assert [one.about for one in of("P05", BEGUN, earlier, looked, cut, as_at=END)] == ["service-1"]


def test_a_panel_decides_a_cut_and_tells_nobody() -> None:
    looked, panel = told("2019-06-03", "review-completed"), told("2019-06-10", "funding-decided", amount=90)
    cut, word = told("2019-07-01", "service-changed", type="reduced"), told("2019-06-20", "decision-notified")
    assert [(one.rule, *days([one])[0]) for one in of("P05", BEGUN, looked, panel, cut, as_at=END)] == [
        ("CA-27-11", "2019-07-01", "2019-07-02", "amber")
    ]
    assert of("P05", BEGUN, looked, panel, word, cut, as_at=END) == []
    fact = {"fact": "decision-reason", "from": "2019-06-10", "reason": "a cap"}
    (capped,) = of("P06", BEGUN, looked, panel, cut, context=(fact,), as_at=END)
    assert (capped.rule, *days([capped])[0]) == ("CA-18-02", "2019-06-10", "2019-06-11", "amber")


def test_a_rule_that_stood_still_meanwhile_leaves_a_delay_to_be_looked_at() -> None:
    pause = (told("2019-03-10", "law-suspended", "government"), told("2019-09-01", "law-resumed", "government"))
    assert days(of("P01", ASKED, *pause, as_at=END)) == [("2019-04-13", None, "amber")]
    earlier = [{**one, "on": one["on"].replace("2019", "2017")} for one in pause]
    assert days(of("P01", ASKED, *earlier, as_at=END)) == [("2019-04-13", None, "red")]


def test_days_in_hospital_are_no_days_without_the_service() -> None:
    nothing = {"fact": "delivered", "from": "2019-02-01", "to": "2019-03-20", "item": "home care", "amount": 0}
    stay = (
        told("2019-02-01", "hospital-admission", "hospital-trust"),
        told("2019-03-01", "hospital-discharge", "hospital-trust"),
    )
    gap = (HOME_CARE, nothing)
    assert days(of("P09", BEGUN, *stay, context=gap, as_at=END)) == [("2019-03-01", "2019-03-21", "red")]
    home_later = {**stay[1], "on": "2019-03-20"}
    assert of("P09", BEGUN, stay[0], home_later, context=gap, as_at=END) == []


def test_the_last_day_of_one_fact_and_the_end_of_a_service_leave_no_gap_between_them() -> None:
    planned = {**HOME_CARE, "to": "2019-05-20"}
    assert of("P09", BEGUN, {**STOPPED, "by": "provider"}, context=(planned,), as_at=END) == []


def test_a_childs_service_that_ends_at_eighteen_is_no_cut_of_the_adults() -> None:
    grown = told("2019-05-20", "person-turned-18", "adult")
    before = told("2018-09-01", "assessment-completed")
    assert of("P05", before, told("2018-10-01", "decision-notified"), grown, STOPPED, as_at=END) == []
    assert len(of("P05", grown, BEGUN, {**STOPPED, "on": "2021-01-10"}, as_at=END)) == 1


@pytest.mark.parametrize("body", ["charity", "hospital-trust"])
def test_what_another_body_assessed_in_time_may_have_been_for_the_council(body: str) -> None:
    theirs = told("2019-03-20", "assessment-completed", body)
    assert days(of("P01", ASKED, theirs, as_at=END)) == [("2019-04-13", None, "amber")]
    for no_answer in ({**theirs, "statutory": False}, {**theirs, "by": "family"}, {**theirs, "on": "2019-04-13"}):
        assert days(of("P01", ASKED, no_answer, as_at=END)) == [("2019-04-13", None, "red")]


def test_who_has_support_and_is_told_why_not_to_be_assessed_again_is_for_a_person_to_judge() -> None:
    why = told("2019-03-20", "reasons-given")
    assert days(of("P01", BEGUN, ASKED, why, as_at=END)) == [("2019-04-13", None, "amber")]
    assert days(of("P01", ASKED, why, as_at=END)) == [("2019-04-13", None, "red")]


def test_care_that_the_nhs_takes_over_is_not_cut_by_the_council() -> None:
    found = told("2019-04-20", "chc-decision", "nhs", result="eligible")
    assert of("P05", BEGUN, found, STOPPED, as_at=END) == []
    assert len(of("P05", BEGUN, {**found, "result": "not eligible"}, STOPPED, as_at=END)) == 1


def test_a_service_that_ends_with_what_was_planned_is_only_looked_at() -> None:
    planned = {**HOME_CARE, "to": "2019-05-20"}
    assert [one.level for one in of("P05", BEGUN, STOPPED, context=(planned,), as_at=END)] == [Level.AMBER]
    assert [one.level for one in of("P05", BEGUN, STOPPED, context=(HOME_CARE,), as_at=END)] == [Level.RED]


# Other ways to tell a breach


def test_support_that_began_only_long_after_a_need_was_accepted_leaves_it_unmet_till_then() -> None:
    need = {**NEED, "from": "2019-02-04"}
    late = told("2019-10-07", "service-started")
    assert days(of("P09", late, context=(need,), as_at=END)) == [("2019-02-04", "2019-10-07", "amber")]
    assert of("P09", {**late, "on": "2019-03-01"}, context=(need,), as_at=END) == []
    assert of("P09", context=(need,), as_at=END) == []
    cared_for = {"fact": "informal-carer", "from": "2018"}
    assert of("P09", late, context=(need, cared_for), as_at=END) == []


def test_a_first_plan_long_after_the_assessment_was_owed_since_then() -> None:
    done, plan = told("2019-02-04", "assessment-completed"), told("2019-10-01", "plan-agreed")
    assert days(of("P07", done, plan, as_at=END)) == [("2019-03-05", "2019-10-01", "amber")]
    assert of("P07", done, {**plan, "on": "2019-03-04"}, as_at=END) == []
    assert of("P07", done, as_at=END) == []
    assert of("P07", told("2018-01-10", "plan-agreed"), done, plan, as_at=END) == []


def test_a_conclusion_long_after_eighteen_was_due_on_the_birthday() -> None:
    grown = told("2021-04-15", "person-turned-18", "adult")
    likely = {"fact": "likely-need-after-18", "from": "2019"}
    done, plan = told("2021-01-10", "assessment-completed"), told("2021-11-01", "plan-agreed")
    assert days(of("P24", done, grown, plan, context=(likely,), as_at=END)) == [("2021-04-16", "2021-11-01", "amber")]
    assert of("P24", done, grown, {**plan, "on": "2021-03-01"}, context=(likely,), as_at=END) == []
    assert of("P24", done, grown, context=(likely,), as_at=END) == []


def test_a_move_between_councils_is_told_by_the_councils_in_it() -> None:
    before = told("2018-01-01", "service-started", "first-council")
    moved = told("2019-02-04", "moved-accommodation", "adult")
    stopped = told("2019-02-04", "service-ended", "first-council")
    again = told("2019-05-13", "service-started")
    assert [(str(one.since), str(one.until)) for one in of("P11", before, moved, stopped, again, as_at=END)] == [
        ("2019-02-05", "2019-05-13")
    ]
    assert of("P05", before, moved, stopped, again, as_at=END) == []


def test_whoever_turns_to_a_case_without_a_worker_is_heard_by_nobody() -> None:
    left = told("2019-02-01", "worker-unallocated", type="sick")
    rings = told("2019-03-01", "contact-received", "hospital-trust")
    rules = [one.rule for one in of("P21", BEGUN, left, rings, as_at=END)]
    assert rules == ["CASE-06", "COR-01"]
    assert [one.rule for one in of("P21", BEGUN, rings, as_at=END)] == []


def test_a_letter_about_charges_explains_them() -> None:
    means, charge = told("2019-02-10", "financial-assessment-completed"), told("2019-03-10", "charge-issued")
    assert len(of("P20", means, charge, as_at=END)) == 1
    assert of("P20", told("2019-01-10", "letter-sent", type="charges"), means, charge, as_at=END) == []


def test_a_case_that_passes_to_a_team_has_not_lost_its_worker() -> None:
    assert of("P21", BEGUN, told("2019-05-20", "case-transferred", to="team"), as_at=END) == []


def test_a_budget_that_comes_to_less_follows_a_look_at_the_person() -> None:
    sums = (told("2018-01-01", "budget-set", amount=400), told("2019-07-01", "budget-set", amount=250))
    assert days(of("P05", *sums, as_at=END)) == [("2019-07-01", "2019-07-02", "red")]
    assert of("P05", sums[0], told("2019-06-01", "assessment-completed"), sums[1], as_at=END) == []
    yearly = {**sums[0], "amount": 20800}
    assert of("P05", yearly, sums[1], as_at=END) == []
    assert of("P05", {**sums[0], "amount": 250}, {**sums[1], "amount": 400}, as_at=END) == []


def test_a_payment_that_stops_leaves_what_it_paid_for_to_be_looked_at() -> None:
    gap = (PAYMENT, told("2019-05-20", "direct-payment-stopped"), told("2019-08-01", "direct-payment-started"))
    assert days(of("P09", *gap, context=(NEED,), as_at=END)) == [("2019-05-20", "2019-08-01", "amber")]
    by_the_person = {**gap[1], "by": "adult"}
    assert of("P09", gap[0], by_the_person, gap[2], context=(NEED,), as_at=END) == []


def test_less_than_was_planned_of_one_thing_leaves_the_rest() -> None:
    planned = {**HOME_CARE, "amount": 21, "unit": "hours a week"}
    given = {"fact": "delivered", "from": "2019-05-01", "to": "2019-10-01", "item": "home care", "amount": 7}
    found = of("P09", BEGUN, context=(planned, {**given, "unit": "hours a week"}), as_at=END)
    assert days(found) == [("2019-05-01", "2019-10-02", "amber")]
    assert of("P09", BEGUN, context=(planned, {**given, "unit": "visits"}), as_at=END) == []
    assert of("P09", BEGUN, context=(planned, {**given, "amount": 21, "unit": "hours a week"}), as_at=END) == []


def test_a_provider_may_charge_for_the_council_that_arranged_it() -> None:
    charge = told("2019-05-01", "charge-issued", "care-home")
    assert [one.level for one in of("P20", BEGUN, charge, as_at=END)] == [Level.AMBER]
    assert of("P20", charge, as_at=END) == []


def test_whoever_comes_a_third_time_was_not_answered() -> None:
    comes = [told(f"2019-0{month}-03", "contact-received", "family") for month in (2, 3, 4)]
    answer = told("2019-05-10", "reply-sent")
    assert days(of("P21", *comes, answer, context=(HOME_CARE,), as_at=END)) == [("2019-02-18", "2019-05-10", "amber")]
    assert of("P21", *comes[:2], answer, context=(HOME_CARE,), as_at=END) == []
    between = told("2019-03-10", "contact-received", to="family")
    assert of("P21", *comes[:2], between, comes[2], answer, context=(HOME_CARE,), as_at=END) == []


def test_nobody_leaves_hospital_with_the_hospitals_request_unanswered() -> None:
    stay = (
        told("2019-03-01", "hospital-admission", "hospital-trust"),
        told("2019-03-10", "hospital-assessment-notice", "hospital-trust"),
    )
    out = told("2019-03-22", "hospital-discharge", "hospital-trust")
    assert days(of("P22", *stay, out, as_at=END)) == [("2019-03-22", "2019-03-23", "amber")]
    assert of("P22", *stay, told("2019-03-20", "assessment-completed"), out, as_at=END) == []
    assert of("P22", *stay, out, told("2019-03-22", "service-started"), as_at=END) == []


@pytest.mark.parametrize(("act", "by"), [("assessment-requested", "family"), ("referral-received", "school")])
def test_whoever_asks_for_a_child_says_that_needs_are_likely(act: str, by: str) -> None:
    grown = told("2019-06-01", "person-turned-18", "adult")
    asked = told("2018-01-10", act, by)
    assert ("2019-03-02", "2019-06-01", "amber") in days(of("P24", asked, grown, as_at=END))
    assert of("P24", asked, told("2018-09-01", "assessment-completed"), grown, as_at=END) == []


@pytest.mark.parametrize("act", ["decision-notified", "budget-set", "service-changed", "assessment-refused"])
@pytest.mark.parametrize("why", ["cap", "priority matrix", "policy on shared care"])
def test_a_decision_that_names_a_rule_for_many_is_to_be_looked_at(act: str, why: str) -> None:
    decided = told("2019-03-04", act, decision=why)
    assert days(of("P06", decided, as_at=END)) == [("2019-03-04", "2019-03-05", "amber")]
    changed = {"fact": "need-change", "from": "2019-02-01"}
    assert of("P06", decided, context=(changed,), as_at=END) == []


def test_a_cut_on_a_look_of_long_ago_is_looked_at_under_either_law() -> None:
    fact = {"fact": "decision-reason", "from": "2019-09-02", "reason": "policy"}
    looked, decided = told("2018-09-03", "review-completed"), told("2019-09-02", "decision-notified")
    found = of("P05", looked, decided, context=(HOME_CARE, fact), as_at=END)
    assert [(one.rule, *days([one])[0]) for one in found] == [("CUT-01", "2019-09-02", "2019-09-03", "amber")]
    assert of("P05", {**looked, "on": "2019-06-10"}, decided, context=(HOME_CARE, fact), as_at=END) == []
    old = [{**one, "on": one["on"].replace("201", "200", 1)} for one in (looked, decided)]
    context = ({**HOME_CARE, "from": "2007-01-01"}, {**fact, "from": "2009-09-02"})
    assert [one.rule for one in of("P05", *old, context=context, as_at=END)] == ["CUT-01"]
    assert [one.rule for one in of("P06", *old, context=context, as_at=END)] == ["CC-47-04"]
    cut = told("2009-09-02", "service-changed", type="reduced")
    assert [one.rule for one in of("P05", {**BEGUN, "on": "2007-01-01"}, cut, as_at=END)] == ["CUT-01"]


def test_capacity_is_no_cap() -> None:
    assert of("P06", told("2019-03-04", "decision-notified", decision="capacity"), as_at=END) == []
    fact = {"fact": "decision-reason", "from": "2019-03-04", "reason": "capacity"}
    assert of("P06", told("2019-03-04", "decision-notified"), context=(fact,), as_at=END) == []


def test_a_rule_for_many_is_looked_at_where_it_is_one_of_priorities_or_many_wait() -> None:
    adopted = told("2019-03-04", "policy-adopted")
    waiting = told("2019-09-01", "backlog-counted", count=900)
    assert days(of("P06", adopted, waiting, as_at=END)) == [("2019-03-04", "2019-03-05", "amber")]
    assert days(of("P06", {**adopted, "type": "priority"}, as_at=END)) == [("2019-03-04", "2019-03-05", "amber")]
    assert of("P06", adopted, as_at=END) == []
    assert of("P06", {**adopted, "type": "charging"}, waiting, as_at=END) == []
    assert of("P06", {**adopted, "by": "government"}, waiting, as_at=END) == []
    another_law = told("2018-03-01", "dols-standard-requested", "care-home")
    (put_aside,) = of("P06", another_law, adopted, waiting, as_at=END)
    assert (put_aside.rule, *days([put_aside])[0]) == ("DOL-24", "2019-03-04", "2019-03-05", "amber")
    assert of("P06", another_law, adopted, as_at=END) == []


@pytest.mark.parametrize(
    "answer", [told("2019-09-20", "reasons-given"), told("2019-09-20", "assessment-refused", "adult", type="review")]
)
def test_reasons_or_a_change_of_mind_answer_a_request_for_a_review(answer: dict[str, Any]) -> None:
    asked = (told("2019-03-01", "plan-agreed"), told("2019-09-01", "review-requested", "family"))
    assert len(of("P04", *asked, as_at=END)) == 1
    assert of("P04", *asked, answer, as_at=END) == []


def test_a_letter_that_is_said_to_be_of_it_is_a_copy() -> None:
    done = told("2019-02-03", "assessment-completed")
    assert len(of("P08", done, as_at=END)) == 1
    assert of("P08", done, told("2019-02-10", "letter-sent", type="assessment"), as_at=END) == []
    assert of("P08", done, told("2019-02-10", "outcome-notified"), as_at=END) == []
    assert len(of("P08", done, told("2019-02-10", "letter-sent", type="appointment"), as_at=END)) == 1


# Nothing that can be written is too much


def test_whatever_is_told_gets_an_answer() -> None:
    draw = random.Random(2014)
    roles, acts = [*sorted(ROLES), "somebody", ""], sorted(ACTS)
    more = {"type": "review", "result": "none", "decision": "no", "remedy": "pay", "to": "council", "count": 7}
    more |= {"amount": 0, "assumed": True, "received": "disputed", "statutory": False, "commissioned": False}
    more |= {"subject": "carer", "agreed_until": "2020", "known_on": "2019-12-01", "days": -1}
    for _ in range(150):
        events = []
        for _ in range(draw.choice((1, 4, 12))):
            year = draw.randint(2012, 2023)
            on = draw.choice((f"{year}", f"{year}-{draw.randint(1, 12):02}", f"{year}-03-{draw.randint(1, 31):02}"))
            told_more = {key: value for key, value in more.items() if draw.random() < 0.15}
            events.append(told(on, draw.choice(acts), draw.choice(roles), **told_more))
        checked(*events, context=(HOME_CARE, NEED), as_at=END).model_dump_json()


def test_an_account_of_nothing_says_nothing() -> None:
    assert checked(as_at=END).flags == ()
