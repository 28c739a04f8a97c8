"""Chronologies of published cases: read, translated, and judged by the engine as at a day."""

from __future__ import annotations

import json
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
import yaml

from swp_adapters.exchange.check import Checked, check, main
from swp_adapters.exchange.chronology import read_chronology
from swp_adapters.exchange.chronology_vocabulary import ACTS
from swp_adapters.exchange.flag import Flag, Level
from swp_domain.refusal import Invalid

REQUEST = {"on": "2019-01-10", "act": "assessment-requested", "by": "adult"}
DONE = {"on": "2019-05-20", "act": "assessment-completed", "by": "council"}
CARER = {"fact": "informal-carer", "from": "2018", "who": "daughter"}
CARERS_REQUEST = {"on": "2019-01-10", "act": "carer-assessment-requested", "by": "carer"}
CARERS_DONE = {"on": "2019-05-20", "act": "carer-assessment-completed", "by": "council"}
REVIEW = {"on": "2019-03-01", "act": "review-completed", "by": "council"}
END = "2020-01-01"


def case(*events: dict[str, Any], context: tuple[dict[str, Any], ...] = (), **fields: Any) -> str:
    return yaml.safe_dump({"id": "made-up", "chronology": list(events), "context": list(context), **fields})


def checked(*events: dict[str, Any], as_at: str = END, **fields: Any) -> Checked:
    return check(read_chronology(case(*events, **fields)), date.fromisoformat(as_at))


def of(theme: str, *events: dict[str, Any], as_at: str = END, **fields: Any) -> list[Flag]:
    return [one for one in checked(*events, as_at=as_at, **fields).flags if one.theme == theme]


def days(flags: list[Flag]) -> list[tuple[str, str | None, str]]:
    return [(str(one.since), str(one.until) if one.until else None, one.level.value) for one in flags]


# The adult's assessment


def test_an_assessment_is_late_on_the_day_after_six_weeks_until_it_is_done() -> None:
    assert days(of("P01", REQUEST, DONE)) == [("2019-02-22", "2019-05-20", "red")]


def test_an_assessment_within_six_weeks_is_not_flagged_although_it_passed_four() -> None:
    assert of("P01", REQUEST, {**DONE, "on": "2019-02-21"}) == []


def test_somebody_should_look_after_four_weeks_while_it_is_still_open() -> None:
    assert of("P01", REQUEST, as_at="2019-02-07") == []
    assert days(of("P01", REQUEST, as_at="2019-02-08")) == [("2019-02-08", None, "amber")]
    assert days(of("P01", REQUEST, as_at="2019-02-22")) == [("2019-02-22", None, "red")]


def test_a_late_assessment_is_one_flag_and_not_an_amber_and_a_red_one() -> None:
    (flag,) = of("P01", REQUEST)
    assert (flag.rule, flag.about, flag.provision) == ("CA-09-05", "needs-assessment-1", "Care Act 2014, s 9(1)")
    assert flag.force == "published benchmark"
    assert flag.mark == "checked against the Act"
    assert flag.why == (
        "assess needs: late from 22 February 2019 (owed from 10 January 2019, last day 21 February 2019: "
        "42 days after, Ombudsman fact sheet on assessments, four to six weeks); still owed on 1 January 2020."
    )


def test_asking_twice_is_one_obligation_that_runs_from_the_first_time() -> None:
    assert days(of("P01", REQUEST, {**REQUEST, "on": "2019-03-01"}, DONE)) == [("2019-02-22", "2019-05-20", "red")]


def test_asking_again_after_the_assessment_begins_another() -> None:
    flags = of("P01", REQUEST, DONE, {**REQUEST, "on": "2019-07-01"})
    assert [one.about for one in flags] == ["needs-assessment-1", "needs-assessment-2"]


@pytest.mark.parametrize(
    "not_it",
    [
        {**DONE, "statutory": False},
        {**DONE, "by": "provider"},
        {**DONE, "by": "second-council"},
        {**DONE, "act": "assessment-drafted"},
        {**DONE, "act": "assessment-allocated"},
        {**DONE, "act": "assessment-refused"},
        {**DONE, "act": "case-closed"},
        {**DONE, "act": "review-completed"},
    ],
    ids=lambda event: "-".join(str(value) for value in event.values()),
)
def test_a_draft_a_providers_document_or_a_closed_door_is_no_assessment(not_it: dict[str, Any]) -> None:
    assert days(of("P01", REQUEST, not_it)) == [("2019-02-22", None, "red")]


def test_a_delegate_of_the_council_assesses_for_it() -> None:
    assert days(of("P01", REQUEST, {**DONE, "by": "council-delegate"})) == [("2019-02-22", "2019-05-20", "red")]


def test_a_refusal_by_the_adult_ends_the_wait() -> None:
    refusal = {"on": "2019-02-01", "act": "assessment-refused", "by": "adult"}
    assert of("P01", REQUEST, refusal) == []
    assert of("P01", REQUEST, {**refusal, "act": "case-closed"}) == []


def test_death_ends_what_was_owed_and_leaves_what_was_late() -> None:
    died = {"on": "2019-03-01", "act": "person-died", "by": "adult"}
    assert days(of("P01", REQUEST, died)) == [("2019-02-22", "2019-03-01", "red")]
    assert days(of("P01", REQUEST, {**died, "subject": "relative"})) == [("2019-02-22", None, "red")]


@pytest.mark.parametrize("act", ["plan-agreed", "budget-set", "eligibility-determined"])
def test_what_stands_on_an_assessment_ends_the_certainty_that_there_was_none(act: str) -> None:
    answer = {"on": "2019-06-01", "act": act, "by": "council"}
    assert days(of("P01", REQUEST, answer)) == [("2019-02-22", "2019-06-01", "amber")]
    assert [one.rule for one in of("P08", REQUEST, answer) if one.rule == "CA-12-01"] == []


def test_the_clock_starts_when_the_council_knows() -> None:
    referral = {"on": "2019-01-10", "known_on": "2019-03-01", "act": "referral-received", "by": "gp"}
    assert days(of("P01", referral)) == [("2019-04-13", None, "red")]
    assert checked(referral, as_at="2019-02-28").flags == ()


def test_the_councils_own_word_that_an_assessment_is_needed_starts_the_clock() -> None:
    assert days(of("P01", {**REQUEST, "act": "assessment-required", "by": "council"})) == [("2019-02-22", None, "red")]


def test_a_referral_about_somebody_whom_the_council_supports_is_about_the_plan() -> None:
    referral = {"on": "2019-01-10", "act": "referral-received", "by": "gp"}
    plan = {"fact": "plan-element", "from": "2018", "item": "home care"}
    assert of("P01", referral, context=(plan,)) == []
    assert of("P01", {"on": "2018-05", "act": "plan-agreed", "by": "council"}, referral) == []
    assert of("P01", {**referral, "type": "safeguarding"}) == []


def test_a_contact_from_somebody_unknown_is_only_to_be_looked_at() -> None:
    contact = {"on": "2019-01-10", "act": "contact-received", "by": "family"}
    (flag,) = of("P01", contact)
    assert flag.level is Level.AMBER
    assert "for a person to judge" in flag.why


@pytest.mark.parametrize(
    ("event", "fields"),
    [
        ({"by": "council"}, {}),
        ({"by": "provider"}, {}),
        ({"by": "family"}, {"setting": "care-home"}),
        ({"by": "family"}, {"context": ({"fact": "case-open", "from": "2018"},)}),
    ],
    ids=["by the council", "by a provider", "in a care home", "with an open case"],
)
def test_a_contact_shows_no_new_need_of_somebody_already_cared_for(event: dict[str, Any], fields: Any) -> None:
    assert of("P01", {"on": "2019-01-10", "act": "contact-received", **event}, **fields) == []


def test_a_contact_after_an_assessment_is_about_what_was_assessed() -> None:
    early = {**DONE, "on": "2019-02-01"}
    assert of("P01", REQUEST, early, {"on": "2019-03-01", "act": "contact-received", "by": "adult"}) == []


def test_asking_for_a_review_is_no_request_for_an_assessment() -> None:
    assert of("P01", {**REQUEST, "act": "review-requested"}) == []


def test_a_first_step_that_nobody_asked_for_is_to_be_looked_at_when_nothing_comes_of_it() -> None:
    step = {"on": "2019-01-10", "act": "assessment-started", "by": "council"}
    assert days(of("P01", step)) == [("2019-02-22", None, "amber")]


def test_a_promise_of_an_assessment_is_one_and_a_promise_of_money_is_none() -> None:
    promise = {"on": "2019-01-10", "act": "remedy-agreed", "by": "council", "remedy": "reassessment"}
    assert days(of("P01", promise)) == [("2019-02-22", None, "red")]
    assert of("P01", {**promise, "remedy": "payment"}) == []
    assert of("P01", {**promise, "remedy": "financial assessment"}) == []
    assert days(of("P01", promise, {**promise, "on": "2019-03-01", "act": "remedy-completed"})) == [
        ("2019-02-22", "2019-03-01", "red")
    ]


def test_a_promise_nobody_describes_is_understood_from_the_assessment_that_follows() -> None:
    promise = {"on": "2019-01-10", "act": "remedy-agreed", "by": "council"}
    assert of("P01", promise) == []
    assert days(of("P01", promise, DONE)) == [("2019-02-22", "2019-05-20", "amber")]
    assert of("P01", promise, {**REQUEST, "on": "2019-05-01"}, DONE) == []
    assert of("P01", promise, {**DONE, "on": "2020-06-01"}, as_at="2021-01-01") == []


def test_what_a_child_will_need_is_not_yet_an_adults_assessment() -> None:
    grown = {"fact": "birthday-18", "from": "2019-06-01"}
    assert of("P01", REQUEST, context=(grown,)) == []
    assert len(of("P01", {**REQUEST, "on": "2019-06-02"}, context=(grown,))) == 1


def test_a_signposted_referral_owes_no_assessment_but_its_reason_is_asked_for() -> None:
    referral = {"on": "2019-01-10", "act": "referral-received", "by": "gp"}
    triage = {"on": "2019-01-20", "act": "referral-triaged", "by": "council", "decision": "signpost"}
    (flag,) = of("P01", referral, triage)
    assert (flag.rule, flag.level) == ("CA-09-01", Level.AMBER)


def test_an_adult_sent_away_for_their_means_is_still_owed_an_assessment() -> None:
    referral = {"on": "2019-01-10", "act": "referral-received", "by": "gp"}
    triage = {"on": "2019-01-20", "act": "referral-triaged", "by": "council", "decision": "signpost: means"}
    flags = of("P01", referral, triage)
    assert [(one.rule, one.level) for one in flags] == [("CA-09-01", Level.RED), ("CA-09-05", Level.RED)]


def test_a_case_the_council_closes_ends_what_only_appeared_and_no_request() -> None:
    contact = {"on": "2019-01-10", "act": "contact-received", "by": "family"}
    closed = {"on": "2019-02-01", "act": "case-closed", "by": "council"}
    assert [(one.rule, one.level) for one in of("P01", contact, closed)] == [("CA-09-01", Level.AMBER)]
    assert [one.rule for one in of("P01", REQUEST, closed)] == ["CA-09-05"]


def test_an_adult_who_asks_again_after_refusing_is_owed_an_assessment_again() -> None:
    refusal = {"on": "2019-01-20", "act": "assessment-refused", "by": "adult"}
    assert days(of("P01", REQUEST, refusal, {**REQUEST, "on": "2019-03-01"})) == [("2019-04-13", None, "red")]


def test_the_old_law_is_asked_of_somebody_who_had_support_before_the_care_act() -> None:
    asked = {**REQUEST, "on": "2015-06-01"}
    assert of("P01", asked, as_at="2016-01-01")[0].rule == "CA-09-05"
    plan = {"fact": "plan-element", "from": "2014", "item": "home care"}
    assert of("P01", asked, as_at="2016-01-01", context=(plan,))[0].rule == "CC-47-01"


# Waiting


def test_the_clock_stands_still_until_the_agreed_day() -> None:
    wait = {"on": "2019-01-20", "act": "assessment-deferred", "by": "council", "agreed_until": "2019-03-20"}
    assert of("P01", REQUEST, wait, as_at="2019-03-19") == []
    # 10 days had run, so 32 are left after the wait.
    assert days(of("P01", REQUEST, wait)) == [("2019-04-22", None, "red")]
    assert days(of("P01", REQUEST, {**wait, "agreed_until": None, "agreed_days": 59})) == [("2019-04-22", None, "red")]


def test_a_wait_without_an_end_ends_with_the_next_word_from_the_adult() -> None:
    wait = {"on": "2019-01-20", "act": "assessment-deferred", "by": "council"}
    word = {"on": "2019-02-01", "act": "contact-received", "by": "family"}
    assert days(of("P01", REQUEST, wait, word)) == [("2019-03-06", None, "red")]


def test_a_wait_without_an_end_and_without_a_word_is_looked_at_after_six_weeks() -> None:
    wait = {"on": "2019-01-20", "act": "assessment-deferred", "by": "council"}
    (flag,) = of("P01", REQUEST, wait)
    assert days([flag]) == [("2019-04-05", None, "amber")]
    assert "a wait without an agreed end is taken to be over" in flag.why


def test_an_assessment_offered_in_time_leaves_it_open_whose_delay_it_was() -> None:
    offer = {"on": "2019-02-01", "act": "assessment-offered", "by": "council"}
    assert days(of("P01", REQUEST, offer, DONE)) == [("2019-02-22", "2019-05-20", "amber")]
    assert days(of("P01", REQUEST, {**offer, "on": "2019-03-01"}, DONE)) == [("2019-02-22", "2019-05-20", "red")]


# The carer


def test_a_carer_who_asks_is_assessed_within_six_weeks() -> None:
    assert days(of("P02", CARERS_REQUEST, CARERS_DONE)) == [("2019-02-22", "2019-05-20", "red")]
    assert of("P02", CARERS_REQUEST, {**CARERS_DONE, "on": "2019-02-10"}) == []


def test_a_review_is_a_reminder_of_a_carer_known_from_the_standing_facts() -> None:
    assert of("P02", REVIEW) == []
    (flag,) = of("P02", REVIEW, context=(CARER,))
    assert days([flag]) == [("2019-04-13", None, "amber")]
    assert of("P02", {**REVIEW, "on": "2017-03-01"}, context=(CARER,)) == []


def test_an_assessment_of_the_adult_is_a_reminder_too() -> None:
    assert days(of("P02", DONE, context=(CARER,))) == [("2019-07-02", None, "amber")]


def test_each_review_that_passes_a_waiting_carer_by_is_held_against_the_council() -> None:
    flags = of("P02", CARERS_REQUEST, REVIEW, {**REVIEW, "on": "2019-04-01"}, CARERS_DONE)
    assert [(one.rule, one.level.value) for one in flags] == [("CA-10-02", "red"), ("CA-10-03", "amber")]
    assert days(flags[1:]) == [("2019-03-01", "2019-04-02", "amber")]


def test_a_review_in_the_month_of_the_carers_assessment_may_have_come_after_it() -> None:
    vague = {**REVIEW, "on": "2019-05"}
    assert [one.rule for one in of("P02", CARERS_REQUEST, vague, CARERS_DONE)] == ["CA-10-02"]


def test_a_carer_assessed_within_the_year_needs_no_reminder() -> None:
    assessed = {**CARERS_DONE, "on": "2018-10-01"}
    assert of("P02", assessed, REVIEW, context=(CARER,)) == []
    assert len(of("P02", {**assessed, "on": "2018-01-10"}, REVIEW, context=(CARER,))) == 1


def test_a_carers_refusal_counts_even_before_anybody_asked() -> None:
    refusal = {"on": "2019-02-01", "act": "assessment-refused", "by": "carer"}
    assert of("P02", CARERS_REQUEST, refusal) == []
    assert of("P02", refusal, REVIEW, context=(CARER,)) == []


def test_a_carer_who_cannot_go_on_has_come_to_notice() -> None:
    assert days(of("P02", {"on": "2019-01-10", "act": "carer-unable", "by": "carer"})) == [("2019-02-22", None, "red")]


def test_a_word_from_a_carer_is_a_reminder_to_look() -> None:
    assert days(of("P02", {"on": "2019-01-10", "act": "complaint-received", "by": "carer"})) == [
        ("2019-02-22", None, "amber")
    ]


def test_nobody_is_left_to_assess_once_caring_has_ended() -> None:
    until = {**CARER, "to": "2019-04-01"}
    assert days(of("P02", CARERS_REQUEST, context=(until,))) == [("2019-02-22", "2019-04-01", "red")]
    died = {"on": "2019-04-01", "act": "person-died", "subject": "carer"}
    assert days(of("P02", CARERS_REQUEST, died)) == [("2019-02-22", "2019-04-01", "red")]


def test_a_promised_carers_assessment_is_the_carers() -> None:
    promise = {"on": "2019-01-10", "act": "remedy-agreed", "by": "council", "remedy": "carer assessment"}
    assert of("P01", promise) == []
    assert len(of("P02", promise)) == 1


def test_a_wait_agreed_with_the_carer_leaves_the_adults_clock_running() -> None:
    wait = {"on": "2019-01-20", "act": "assessment-deferred", "by": "council", "subject": "carer", "agreed_days": 59}
    assert days(of("P01", REQUEST, CARERS_REQUEST, wait)) == [("2019-02-22", None, "red")]
    assert days(of("P02", REQUEST, CARERS_REQUEST, wait)) == [("2019-04-22", None, "red")]


# Copies and outcomes


def test_a_copy_that_never_came_is_asked_for_after_two_weeks() -> None:
    assert days(of("P08", DONE)) == [("2019-06-04", None, "amber")]


@pytest.mark.parametrize("act", ["assessment-copy-given", "decision-notified", "reasons-given", "plan-copy-given"])
def test_a_copy_or_a_notified_outcome_ends_it(act: str) -> None:
    notice = {"on": "2019-07-01", "act": act, "by": "council"}
    assert days(of("P08", DONE, notice)) == [("2019-06-04", "2019-07-01", "amber")]
    assert of("P08", DONE, {**notice, "on": "2019-06-03"}) == []


def test_a_copy_for_the_carer_leaves_the_adult_without_theirs() -> None:
    copy = {"on": "2019-05-25", "act": "assessment-copy-given", "by": "council", "to": "carer"}
    assert [one.about for one in of("P08", DONE, CARERS_DONE, copy)] == ["needs-assessment-1"]


def test_a_determination_is_given_in_writing() -> None:
    decided = {**DONE, "act": "eligibility-determined"}
    assert [one.rule for one in of("P08", DONE, decided)] == ["CA-12-01", "CA-13-02"]
    assert of("P08", DONE, decided, {"on": "2019-06-01", "act": "decision-notified", "by": "council"}) == []


# Dates


def test_a_vague_request_counts_from_its_last_day_and_a_vague_answer_on_its_first() -> None:
    asked, done = {**REQUEST, "on": "2019-01"}, {**DONE, "on": "2019-05"}
    assert days(of("P01", asked, done)) == [("2019-03-15", "2019-05-01", "red")]
    assert days(of("P01", {**REQUEST, "on": "2018"}, {**DONE, "on": "2019"})) == []


def test_a_range_bounds_a_day_that_is_not_known() -> None:
    asked = {**REQUEST, "on": "2019-01", "precision": "approx", "range": ["2019-01-10", "2019-02-10"]}
    assert days(of("P01", asked, DONE)) == [("2019-03-25", "2019-05-20", "red")]


def test_an_answer_told_by_its_month_answers_a_request_of_that_month() -> None:
    assert of("P01", {**DONE, "on": "2019-01"}, REQUEST) == []


def test_events_that_hang_on_one_vague_day_keep_their_distances() -> None:
    asked = {**REQUEST, "on": "2019", "anchor": "R"}
    answer = {"rel": "R+50d", "act": "assessment-completed", "by": "council"}
    assert days(of("P01", asked, answer)) == [("2019-02-13", "2019-02-20", "red")]


def test_what_is_inferred_or_contested_is_amber() -> None:
    assert days(of("P01", {**REQUEST, "assumed": True})) == [("2019-02-22", None, "amber")]
    assert days(of("P01", {**REQUEST, "basis": "complaint"})) == [("2019-02-22", None, "amber")]
    notice = {"on": "2019-01-10", "act": "hospital-assessment-notice", "by": "hospital-trust"}
    assert days(of("P01", notice)) == [("2019-02-22", None, "red")]
    assert days(of("P01", {**notice, "received": "disputed"})) == [("2019-02-22", None, "amber")]


def test_a_fact_governs_what_was_only_a_sign_before_it() -> None:
    sign = {"on": "2018-10-01", "act": "contact-received", "by": "adult"}
    assert days(of("P01", sign, REQUEST)) == [("2019-02-22", None, "red")]


# Advocates, concerns and orders, as far as the record has stages for them


def test_an_assessment_without_the_advocate_who_was_owed_is_a_breach() -> None:
    context = ({"fact": "substantial-difficulty", "from": "2018"}, {"fact": "appropriate-person", "who": "none"})
    (flag,) = of("P12", REQUEST, DONE, context=context)
    assert (flag.rule, days([flag])) == ("CA-67-01", [("2019-01-25", None, "red")])
    advocate = {"on": "2019-01-20", "act": "advocate-appointed", "by": "council"}
    assert of("P12", REQUEST, advocate, DONE, context=context) == []


def test_a_concern_without_a_decision_misses_a_local_target() -> None:
    concern = {"on": "2019-01-10", "act": "safeguarding-concern-received", "by": "provider"}
    assert days(of("P18", concern)) == [("2019-01-18", None, "amber")]
    assert of("P18", concern, {"on": "2019-01-11", "act": "enquiry-started", "by": "council"}) == []


def test_a_decision_that_shows_no_limb_is_looked_at_unless_an_enquiry_follows() -> None:
    concern = {"on": "2019-01-10", "act": "safeguarding-concern-received", "by": "provider"}
    decision = {"on": "2019-01-11", "act": "safeguarding-decision", "by": "council"}
    assert [one.rule for one in of("P18", concern, decision)] == ["SG-42-07", "SG-42-14"]
    assert [one.rule for one in of("P18", concern, {**decision, "decision": "no enquiry"})] == ["SG-42-07"]
    assert of("P18", concern, decision, {"on": "2019-01-12", "act": "enquiry-started", "by": "council"}) == []


def test_before_there_was_a_duty_to_enquire_a_strategy_meeting_was_the_answer() -> None:
    concern = {"on": "2012-01-10", "act": "safeguarding-concern-received", "by": "provider"}
    meeting = {"on": "2012-02-10", "act": "safeguarding-meeting-held", "by": "council"}
    assert days(of("P18", concern, meeting)) == [("2012-01-12", "2012-02-10", "amber")]
    later = [{**one, "on": str(one["on"]).replace("2012", "2019")} for one in (concern, meeting)]
    assert days(of("P18", *later)) == [("2019-01-18", None, "amber")]


def test_urgent_support_leaves_an_assessment_owed() -> None:
    support = {"on": "2019-01-10", "act": "urgent-support-provided", "by": "council"}
    assert days(of("P01", support)) == [("2019-02-22", None, "red")]


def test_an_application_of_the_wrong_kind_does_not_bring_an_order_back() -> None:
    order = {"on": "2019-01-10", "act": "cop-order", "by": "court", "review_by": "2019-06-01"}
    application = {"on": "2019-05-01", "act": "cop-application", "by": "council"}
    assert of("P15", order, application) == []
    assert days(of("P15", order, {**application, "type": "other"})) == [("2019-06-02", None, "red")]


# What is left out


def test_an_act_without_a_stage_is_listed_and_never_an_error() -> None:
    found = checked({"on": "2019-01", "act": "treatment-started", "by": "council"})
    assert found.flags == ()
    assert [(one.act, one.on, one.why) for one in found.not_understood] == [
        ("treatment-started", "2019-01", "no stage of the record asks about it yet")
    ]


def test_an_act_outside_the_vocabulary_is_listed_too() -> None:
    (left_out,) = checked({"on": "2019-01", "act": "moon-landing", "by": "alien"}).not_understood
    assert left_out.why == "not an act of the vocabulary"


def test_an_act_about_somebody_else_is_not_this_adults() -> None:
    found = checked({**REQUEST, "subject": "oldest case"})
    assert found.flags == ()
    assert found.not_understood[0].why == "about somebody else (oldest case)"


def test_every_act_by_everybody_is_taken() -> None:
    for role in ("adult", "carer", "council", "council-delegate", "provider", "court", "somebody new"):
        found = checked(*({"on": "2019-01", "act": act, "by": role} for act in sorted(ACTS)), context=(CARER,))
        assert not [one for one in found.not_understood if "does not take it" in one.why]


def test_there_are_119_acts() -> None:
    assert len(ACTS) == 119


# Reading


@pytest.mark.parametrize(
    ("text", "field", "rule"),
    [
        ("id: [unclosed", "case", "is no YAML that can be read"),
        ("just words", "case", "is not a mapping of fields"),
        ("id: a\nid: b\nchronology: []", "case", "'id' is given twice"),
        ("chronology: []", "id", "is missing"),
        ("id: a", "chronology", "is missing"),
        ("id: a\nchronology: none", "chronology", "valid tuple"),
        ("id: a\nchronology: [{act: assessment-requested}]", "chronology.0.on", "is missing"),
        ("id: a\nchronology: [{on: 2019-02-30, act: x}]", "chronology.0.on", "not in the calendar"),
        ("id: a\nchronology: [{on: last May, act: x}]", "chronology.0.on", "not a date that can be read"),
        ("id: a\nchronology: [{on: 2019, act: [x]}]", "chronology.0.act", "valid string"),
        ("id: a\nchronology: [{on: 2019, act: x, assumed: perhaps}]", "chronology.0.assumed", "valid boolean"),
        ("id: a\nchronology: [{on: 2019, act: x, range: [2019]}]", "chronology.0.range.1", "is missing"),
        ("id: a\nchronology: [{on: 2019, act: x, range: [2020, 2019]}]", "chronology.0", "ends before it begins"),
        ("id: a\nchronology: []\ncontext: [{from: 2019}]", "context.0.fact", "is missing"),
    ],
)
def test_what_cannot_be_read_is_refused_by_field_rule_and_remedy(text: str, field: str, rule: str) -> None:
    with pytest.raises(Invalid) as refused:
        read_chronology(text)
    assert refused.value.field == field
    assert rule in refused.value.rule
    assert refused.value.remedy


def test_dates_and_the_key_on_may_be_written_without_quotation_marks() -> None:
    read = read_chronology("id: 7\nchronology:\n- {on: 2019, known_on: 2019-03-01, act: x, by: council}\nunheard-of: 1")
    assert (read.id, str(read.chronology[0].on), str(read.chronology[0].known_on)) == ("7", "2019", "2019-03-01")


def test_a_file_that_is_not_there_or_is_no_text_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Invalid, match="cannot be read"):
        read_chronology(tmp_path / "none.yaml")
    (tmp_path / "bytes.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(Invalid, match="not text in UTF-8"):
        read_chronology(tmp_path / "bytes.yaml")


# The answer


def test_the_answer_is_the_json_that_others_read(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(case(REQUEST, {"on": "2019-01", "act": "treatment-started"}))
    assert main([str(path), "--as-at", END, "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["case"], answer["as_at"]) == ("made-up", END)
    assert set(answer["flags"][0]) == {
        "theme", "rule", "from", "to", "level", "about", "provision", "force", "mark", "why",
    }  # fmt: skip
    assert answer["flags"][0]["to"] is None
    assert answer["not_understood"][0]["act"] == "treatment-started"


def test_a_case_that_cannot_be_read_ends_with_2_and_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["nowhere.yaml", "--as-at", END]) == 2
    assert "cannot be read" in capsys.readouterr().err


def test_without_json_the_answer_is_lines_for_people(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "case.yaml"
    path.write_text(case(REQUEST, {"on": "2019-01", "act": "treatment-started"}))
    assert main([str(path), "--as-at", END]) == 0
    assert capsys.readouterr().out.startswith("left  treatment-started") is False
    path.write_text(case())
    assert main([str(path), "--as-at", END]) == 0
    assert capsys.readouterr().out == "nothing to say\n"


def test_what_happens_after_the_day_asked_about_changes_nothing() -> None:
    assert checked(REQUEST, as_at="2019-03-01") == checked(REQUEST, DONE, as_at="2019-03-01")


@pytest.mark.parametrize("name", ["cp-v-north-east-lincolnshire", "hillingdon-v-neary"])
def test_the_chronologies_that_come_with_the_demo_can_be_checked(name: str) -> None:
    folder = Path(str(files("swp_adapters.demo"))) / "chronologies"
    found = check(read_chronology(folder / f"{name}.yaml"), date(2020, 1, 1))
    assert found.case == name
    assert found.flags
