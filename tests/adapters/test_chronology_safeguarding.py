"""Concerns, enquiries and claims of a chronology: what was not decided, not made, not ended, not seen together."""

from __future__ import annotations

from typing import Any

import pytest

from tests.adapters.test_chronology import checked, days, of

CONCERN = {"on": "2019-01-10", "act": "safeguarding-concern-received", "by": "provider"}
BEGUN = {"on": "2019-01-11", "act": "enquiry-started", "by": "council"}
LATER = {"on": "2019-11-01", "act": "information-given", "by": "council"}
OLD = {**CONCERN, "on": "2012-01-10"}
SAFEGUARDING = (
    "safeguarding-concern-received", "safeguarding-decision", "enquiry-started", "enquiry-concluded",
    "safeguarding-meeting-held", "person-consulted", "outcome-notified", "protection-plan-agreed",
    "contact-restricted", "contact-restored", "whistleblower-report", "regulator-notified", "visit-claimed",
)  # fmt: skip


def by(act: str, on: str, role: str = "council", **more: Any) -> dict[str, Any]:
    return {"on": on, "act": act, "by": role, **more}


def rules(theme: str, *events: dict[str, Any]) -> list[str]:
    return [one.rule for one in of(theme, *events)]


@pytest.mark.parametrize("role", ["council", "council-delegate", "police", "family"])
@pytest.mark.parametrize("act", SAFEGUARDING)
def test_every_act_of_safeguarding_is_understood_whoever_did_it_and_whatever_came_before(act: str, role: str) -> None:
    for before in ((), (CONCERN,), (CONCERN, BEGUN)):
        for on in ("2019-02-01", "2019", "2014-12"):
            assert checked(*before, by(act, on, role)).not_understood == ()


# From a decision to an enquiry, and to its end


def test_a_decision_that_says_not_to_enquire_leaves_no_enquiry_to_make() -> None:
    for said in ("no enquiry", "no-further-action", "NFA", "threshold not met", "closed at triage"):
        assert "SG-42-11" not in rules("P18", CONCERN, by("safeguarding-decision", "2019-01-11", decision=said))
    enquires = by("safeguarding-decision", "2019-01-11", decision="section-42")
    (flag,) = of("P18", CONCERN, enquires)
    assert (flag.rule, days([flag])) == ("SG-42-11", [("2019-01-19", None, "amber")])


@pytest.mark.parametrize("act", ["enquiry-started", "safeguarding-meeting-held", "person-consulted"])
def test_what_shows_that_the_enquiry_began_is_its_beginning(act: str) -> None:
    enquires = by("safeguarding-decision", "2019-01-11", decision="section-42")
    assert "SG-42-11" not in rules("P18", CONCERN, enquires, by(act, "2019-01-18"))
    (late,) = [one for one in of("P18", CONCERN, enquires, by(act, "2019-03-01")) if one.rule == "SG-42-11"]
    assert days([late]) == [("2019-01-19", "2019-03-01", "amber")]


def test_an_enquiry_that_comes_to_nothing_that_is_told_is_looked_at_after_its_working_days() -> None:
    (flag,) = of("P18", CONCERN, BEGUN, LATER)
    assert (flag.rule, days([flag])) == ("SG-42-02", [("2019-02-09", None, "amber")])
    assert of("P18", CONCERN, BEGUN) == [], "an account that ended before then says nothing"


@pytest.mark.parametrize(
    "end",
    [
        by("enquiry-concluded", "2019-02-01"),
        by("outcome-notified", "2019-02-01"),
        by("protection-plan-agreed", "2019-02-01"),
        by("safeguarding-decision", "2019-02-01"),
        by("contact-restricted", "2019-02-01", "care-home"),
        by("cop-application", "2019-02-01"),
        by("case-closed", "2019-02-01"),
        by("person-died", "2019-02-01", "adult"),
    ],
    ids=lambda one: str(one["act"]),
)
def test_what_shows_that_an_enquiry_came_to_something_ends_the_wait(end: dict[str, Any]) -> None:
    assert of("P18", CONCERN, BEGUN, end, LATER) == []
    later = {**end, "on": "2019-06-01"}
    assert days(of("P18", CONCERN, BEGUN, later, LATER)) == [("2019-02-09", "2019-06-01", "amber")]


def test_an_enquiry_that_is_told_only_by_its_end_was_decided_on_and_made() -> None:
    assert of("P18", CONCERN, by("enquiry-concluded", "2019-01-17"), LATER) == []
    late = of("P18", CONCERN, by("enquiry-concluded", "2019-05-01"), LATER)
    assert [(one.rule, days([one])) for one in late] == [("SG-CLK-01", [("2019-01-18", "2019-05-01", "amber")])]


def test_another_bodys_enquiry_is_one_that_it_was_caused_to_make_and_its_report_ends_nothing() -> None:
    enquires = by("safeguarding-decision", "2019-01-11", decision="section-42")
    theirs = by("enquiry-started", "2019-01-15", "hospital-trust")
    reported = by("enquiry-concluded", "2019-01-30", "hospital-trust")
    assert rules("P18", CONCERN, enquires, theirs, reported, LATER) == ["SG-42-02"]


def test_before_april_2015_no_enquiry_is_one_under_section_42() -> None:
    begun, ended = by("enquiry-started", "2012-01-11"), by("enquiry-concluded", "2012-02-01")
    later = by("information-given", "2013-01-01")
    assert of("P18", OLD, begun, ended, later) == []
    assert rules("P18", OLD, begun, later) == ["SG-OLD-04"]
    assert days(of("P18", OLD, begun, later)) == [("2012-02-09", None, "amber")]


def test_a_meeting_that_nothing_follows_is_looked_at_after_four_weeks() -> None:
    meeting, later = by("safeguarding-meeting-held", "2012-01-11"), by("information-given", "2012-06-01", "media")
    assert days(of("P18", OLD, meeting, later)) == [("2012-02-09", None, "amber")]
    assert of("P18", OLD, meeting, by("enquiry-concluded", "2012-02-08"), later) == []


def test_a_protection_plan_is_reviewed_by_the_day_that_is_told_and_no_other_is_asked_for() -> None:
    plan = by("protection-plan-agreed", "2019-01-15", review_by="2019-03-01")
    flags = of("P18", CONCERN, BEGUN, plan, LATER)
    assert [(one.rule, days([one])) for one in flags] == [("SG-CLK-03", [("2019-03-02", None, "amber")])]
    assert of("P18", CONCERN, BEGUN, plan, by("safeguarding-meeting-held", "2019-02-28"), LATER) == []
    assert of("P18", CONCERN, BEGUN, by("protection-plan-agreed", "2019-01-15"), LATER) == []


def test_the_end_of_an_enquiry_that_is_not_told_is_one_flag() -> None:
    ended = by("enquiry-concluded", "2019-02-01")
    assert rules("P19", CONCERN, BEGUN, ended) == ["COR-02"]
    assert of("P19", CONCERN, BEGUN, ended, by("outcome-notified", "2019-02-15")) == []


@pytest.mark.parametrize("raised_by", ["family", "adult", "solicitor"])
def test_the_adults_side_waits_to_hear_that_nobody_looks_into_what_they_raised(raised_by: str) -> None:
    raised = {**CONCERN, "by": raised_by}
    declined = by("safeguarding-decision", "2019-01-11", decision="no-enquiry")
    (flag,) = of("P19", raised, declined)
    assert (flag.rule, days([flag])) == ("COR-02", [("2019-01-26", None, "amber")])
    for tells in ("decision-notified", "outcome-notified", "letter-sent"):
        assert of("P19", raised, declined, by(tells, "2019-01-25")) == []
    assert of("P19", CONCERN, declined) == [], "whether a provider heard, no account tells"
    assert of("P19", raised, {**declined, "decision": "section-42"}) == []


# Concerns that come together


def test_three_concerns_within_a_year_are_one_flag_from_the_first_to_the_last() -> None:
    second, third = {**CONCERN, "on": "2019-05-01"}, {**CONCERN, "on": "2019-09-01"}
    assert of("P29", CONCERN, second) == []
    (flag,) = of("P29", CONCERN, second, third)
    assert days([flag]) == [("2019-01-10", "2019-09-02", "amber")]
    assert flag.why == "3 concerns from 10 January 2019 to 1 September 2019: were they looked at together?"
    fourth = {**CONCERN, "on": "2019-12-01"}
    assert days(of("P29", CONCERN, second, third, fourth)) == [("2019-01-10", "2019-12-02", "amber")]
    assert of("P29", {**CONCERN, "on": "2018-08-31"}, second, third) == []


def test_a_count_of_concerns_is_a_run_of_them_and_only_one_of_them_waits() -> None:
    many = {**CONCERN, "on": "2019-01", "range": ["2019-01-01", "2019-06-30"], "count": 7, "precision": "approx"}
    assert days(of("P29", many)) == [("2019-01-01", "2019-07-01", "amber")]
    assert len(of("P18", many)) == 1
    assert of("P29", {**many, "count": 2}) == []
    assert len(of("P29", {**many, "count": 4000})) == 1


# What is only said afterwards


def test_a_visit_that_is_only_claimed_is_looked_at_unless_something_shows_it() -> None:
    claim = by("visit-claimed", "2019-02-04", known_on="2019-08-01")
    assert days(of("P26", claim)) == [("2019-02-04", "2019-02-05", "amber")]
    assert of("P26", claim, as_at="2019-07-31") == []
    for shows in (by("record-made", "2019-02-05"), by("assessment-started", "2019-02-01")):
        assert of("P26", claim, shows) == []
    for shows_not in (by("record-made", "2019-02-08"), by("record-made", "2019-02-04", "provider")):
        assert len(of("P26", claim, shows_not)) == 1
    assert of("P26", {**claim, "by": "provider"}) == []
