"""Chronologies of moves between councils, of hospital stays, and of growing into adult care."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from swp_adapters.exchange.check import Checked, check
from swp_adapters.exchange.chronology import read_chronology

Told = dict[str, Any]
BIRTHDAY = {"fact": "birthday-18", "from": "2019-12-01"}
LIKELY = {"fact": "likely-need-after-18", "from": "2019-01-10"}
NEED = {"fact": "eligible-need", "from": "2018"}
NOTHING = {"fact": "delivered", "from": "2019-03-01", "amount": 0}


def told(on: str, act: str, by: str = "council", **more: Any) -> Told:
    return {"on": on, "act": act, "by": by, **more}


def checked(*events: Told, context: tuple[Told, ...] = (), as_at: str = "2020-06-01") -> Checked:
    case = {"id": "made-up", "chronology": list(events), "context": list(context)}
    return check(read_chronology(yaml.safe_dump(case)), date.fromisoformat(as_at))


def of(theme: str, *events: Told, **more: Any) -> list[tuple[str, str, str | None, str]]:
    return [
        (one.rule, str(one.since), str(one.until) if one.until else None, one.level.value)
        for one in checked(*events, **more).flags
        if one.theme == theme
    ]


# Between two councils

RAISED = told("2019-03-10", "residence-dispute-raised")
FUNDED = told("2019-12-05", "service-started")


def test_a_case_that_passes_on_and_a_change_of_address_are_one_move() -> None:
    passed = told("2019-03-01", "case-transferred", "first-council", to="second-council")
    address = told("2019-03-04", "moved-accommodation", "adult", to="second-council")
    begun = told("2019-06-03", "service-started", "second-council")
    later = {**address, "on": "2019-09-02"}
    for events in ((passed, address), (passed,), (address,)):
        found = of("P11", *events, begun, context=(NEED, NOTHING))
        assert [(one[0], one[2], one[3]) for one in found] == [("CA-38-01", "2019-06-03", "red")]
    assert len(of("P11", passed, begun, later, context=(NEED, NOTHING))) == 2


def test_a_dispute_that_leaves_a_need_unmet_is_flagged_until_a_council_meets_it() -> None:
    flags = of("P11", RAISED, FUNDED, context=(NEED, NOTHING))
    assert ("CA-40-01", "2019-03-11", "2019-12-05", "red") in flags
    assert ("CA-40-02", "2019-07-11", "2019-12-05", "red") in flags


@pytest.mark.parametrize("context", [(), (NEED,), (NOTHING,), (NEED, {**NOTHING, "amount": 4})])
def test_a_dispute_of_which_no_gap_is_told_is_none(context: tuple[Told, ...]) -> None:
    assert [one[0] for one in of("P11", RAISED, as_at="2019-07-10", context=context)] == []


@pytest.mark.parametrize(
    "over",
    [
        told("2019-07-10", "residence-dispute-resolved"),
        told("2019-07-10", "referral-made", to="Secretary of State"),
        told("2020-01-10", "residence-dispute-resolved", "government"),
        told("2019-07-10", "case-transferred", to="second-council"),
    ],
)
def test_a_dispute_settled_or_referred_in_four_months_is_no_flag(over: Told) -> None:
    assert of("P11", RAISED, over) == []


def test_support_that_stops_while_councils_differ_is_looked_at() -> None:
    flags = of("P11", {**RAISED, "on": "2019-02-01"}, context=(NEED, NOTHING), as_at="2019-04-01")
    assert flags == [("CA-40-01", "2019-03-01", "2019-03-02", "amber")]


def test_a_case_that_passes_to_another_council_with_a_gap_is_flagged_until_support_begins() -> None:
    plan = told("2018-05-01", "plan-agreed")
    moves = told("2019-03-01", "case-transferred", to="second-council")
    again = told("2019-04-20", "service-started", "second-council")
    gap = told("2019-02-27", "service-ended")
    assert of("P11", plan, moves, again) == []
    assert of("P11", plan, gap, moves, again) == [("CA-38-01", "2019-03-02", "2019-04-20", "amber")]
    assert of("P11", plan, moves, again, context=(NEED, NOTHING)) == [("CA-38-01", "2019-03-02", "2019-04-20", "red")]


@pytest.mark.parametrize("more", [{}, {"to": "adult-team"}, {"to": "council-delegate"}, {"type": "transition"}])
def test_a_case_that_passes_within_a_council_is_no_move(more: Told) -> None:
    found = checked(told("2019-03-01", "case-transferred", **more), context=(NEED, NOTHING))
    assert [one for one in found.flags if one.theme == "P11"] == []
    assert found.not_understood == ()


# Hospital

NOTICE = told("2019-05-01", "hospital-assessment-notice", "hospital-trust")
LEAVES = told("2019-05-02", "hospital-discharge-notice", "hospital-trust")
READY = told("2019-05-10", "discharge-ready", "hospital-trust")
IN = told("2019-04-28", "hospital-admission", "hospital-trust")
OUT = told("2019-06-01", "hospital-discharge", "hospital-trust")


def test_a_day_of_discharge_that_passes_without_an_assessment_is_flagged() -> None:
    done = told("2019-05-20", "assessment-completed")
    assert of("P22", IN, NOTICE, LEAVES, READY, done, OUT) == [("HD-01", "2019-05-11", "2019-05-20", "red")]
    assert of("P22", IN, NOTICE, LEAVES, READY, {**done, "on": "2019-05-09"}, OUT) == []
    assert of("P22", IN, NOTICE, LEAVES, READY, OUT) == [("HD-01", "2019-05-11", "2019-06-01", "red")]


def test_a_day_of_discharge_without_a_notice_told_is_looked_at() -> None:
    assert of("P22", IN, NOTICE, READY, OUT) == [("HD-01", "2019-05-11", "2019-06-01", "amber")]
    assert of("P22", IN, READY, OUT) == [("HD-01", "2019-05-11", "2019-06-01", "amber")]
    assert of("P22", IN, told("2019-05-05", "assessment-completed"), READY, OUT) == []
    assert of("P22", IN, LEAVES, READY, OUT) == [("HD-01", "2019-05-11", "2019-06-01", "amber")]


def test_since_july_2022_no_day_of_discharge_is_the_councils_to_keep() -> None:
    later = [{**one, "on": one["on"].replace("2019", "2023")} for one in (IN, NOTICE, LEAVES, READY, OUT)]
    assert of("P22", *later, as_at="2024-01-01") == []


# Growing up

GROWN = told("2019-12-01", "person-turned-18", "adult")
SOON = (BIRTHDAY, LIKELY)


def test_an_assessment_should_stand_three_months_before_the_birthday() -> None:
    assert of("P24", GROWN, context=SOON) == [("CA-58-06", "2019-09-02", "2019-12-01", "amber")]
    assert of("P24", told("2019-08-30", "assessment-completed"), GROWN, context=SOON) == []
    assert of("P24", GROWN, context=(BIRTHDAY,)) == []


def test_a_need_that_came_to_notice_late_is_not_late_before_that() -> None:
    late = {**LIKELY, "from": "2019-11-10"}
    assert of("P24", GROWN, context=(BIRTHDAY, late)) == [("CA-58-06", "2019-11-11", "2019-12-01", "amber")]


def test_funding_decided_before_assessing_is_looked_at() -> None:
    funding = told("2019-08-25", "funding-decided")
    assert ("CA-58-05", "2019-08-25", "2019-08-26", "amber") in of("P24", funding, GROWN, context=SOON)
    assert of("P24", told("2019-08-20", "assessment-completed"), funding, GROWN, context=SOON) == []


def test_a_service_that_stops_at_eighteen_with_nothing_in_its_place_is_looked_at() -> None:
    done, ends = told("2019-08-20", "assessment-completed"), told("2019-12-03", "service-ended", "provider")
    assert of("P24", done, GROWN, ends, context=SOON) == [("CA-66-01", "2019-12-03", "2019-12-04", "amber")]
    begins = told("2019-12-02", "service-started")
    assert of("P24", done, GROWN, begins, ends, context=SOON) == []
    assert of("P24", done, GROWN, {**ends, "on": "2020-03-01"}, context=SOON) == []


def test_a_request_for_a_child_is_understood_and_no_adults_assessment() -> None:
    asked = told("2019-02-01", "assessment-requested", "family")
    found = checked(asked, told("2019-08-20", "assessment-completed"), GROWN, context=SOON)
    assert found.not_understood == ()
    assert [one for one in found.flags if one.theme == "P01"] == []
