"""Continuing healthcare in a chronology: signs that nobody followed up, and a decision that took too long."""

from __future__ import annotations

from typing import Any

import pytest

from tests.adapters.test_chronology import checked, days, of

Told = dict[str, Any]


def nhs(act: str, on: str, role: str = "nhs", **more: Any) -> Told:
    return {"on": on, "act": act, "by": role, **more}


SIGNS = {"fact": "possible-primary-health-need", "from": "2019-01-10"}
CONTACT = {"on": "2018-12-01", "act": "contact-received", "by": "family"}
POSITIVE = nhs("chc-checklist", "2019-01-15", result="positive")
DECIDED = nhs("chc-decision", "2019-02-12", result="not-eligible")


def healthcare(*events: Told, signs: Told | None = SIGNS, **fields: Any) -> list[tuple[str, str | None, str]]:
    context = [signs] if signs else []
    return days(of("P23", CONTACT, *events, context=context, **fields))


# Signs


def test_signs_that_nobody_follows_up_are_looked_at_after_two_weeks() -> None:
    assert healthcare(as_at="2019-01-24") == []
    assert healthcare(as_at="2019-01-25") == [("2019-01-25", None, "amber")]
    assert healthcare(signs=None) == []
    assert healthcare(signs={**SIGNS, "from": "2019-01"}) == [("2019-02-15", None, "amber")]


@pytest.mark.parametrize(
    ("begins", "since"),
    [
        ("2020-03-04", "2020-03-19"),
        # The fourteenth day would have been the first of the national pause.
        ("2020-03-05", "2020-09-02"),
        ("2020-03-19", "2020-09-15"),
        ("2020-08-31", "2020-09-15"),
        ("2020-09-01", "2020-09-16"),
    ],
)
def test_the_national_pause_is_no_delay(begins: str, since: str) -> None:
    assert healthcare(signs={**SIGNS, "from": begins}, as_at="2021-06-01") == [(since, None, "amber")]


@pytest.mark.parametrize(
    "step",
    [
        nhs("chc-checklist", "2019-01-15", result="negative"),
        nhs("chc-checklist", "2019-01-15", "hospital-trust"),
        nhs("chc-dst", "2019-01-15"),
        nhs("chc-decision", "2019-01-15", result="eligible"),
        nhs("referral-made", "2019-01-15", "council", to="nhs", type="continuing-healthcare"),
    ],
    ids=lambda step: str(step["act"]),
)
def test_any_step_on_the_way_follows_them_up(step: Told) -> None:
    assert healthcare(step) == []
    late = {**step, "on": "2019-03-01"}
    assert healthcare(late)[0] == ("2019-01-25", "2019-03-01", "amber")


def test_a_vague_step_about_then_accuses_nobody() -> None:
    vague = nhs("chc-checklist", "2019-01", result="negative", precision="month")
    assert healthcare(vague) == []


def test_signs_of_somebody_whom_the_nhs_funds_or_that_went_again_ask_for_nothing() -> None:
    assert healthcare(nhs("chc-decision", "2018-06-01", result="eligible")) == []
    assert healthcare(nhs("chc-decision", "2018-06-01", result="not eligible")) == [("2019-01-25", None, "amber")]
    assert healthcare(signs={**SIGNS, "to": "2019-01-20"}) == []
    assert healthcare(signs={**SIGNS, "to": "2019-03-01"}) == [("2019-01-25", "2019-03-01", "amber")]


def test_a_referral_to_somebody_else_is_none_of_that() -> None:
    other = nhs("referral-made", "2019-01-15", "council", to="gp")
    assert healthcare(other) == [("2019-01-25", None, "amber")]
    assert [one.act for one in checked(CONTACT, other).not_understood] == ["referral-made"]


# Checklist to decision


@pytest.mark.parametrize(("on", "found"), [("2019-02-12", []), ("2019-02-13", [("2019-02-13", "2019-02-13", "amber")])])
def test_a_decision_comes_within_28_days_of_a_positive_checklist(on: str, found: list[Any]) -> None:
    assert healthcare(POSITIVE, {**DECIDED, "on": on}) == found


def test_a_decision_that_never_comes_is_late_and_never_red() -> None:
    assert healthcare(POSITIVE, as_at="2019-06-01") == [("2019-02-13", None, "amber")]
    (flag,) = of("P23", CONTACT, POSITIVE, as_at="2019-06-01")
    assert (flag.rule, flag.force) == ("CHC-02", "framework")


def test_the_clock_stands_still_in_the_national_pause() -> None:
    checklist = nhs("chc-checklist", "2020-03-01", result="positive")
    assert (
        healthcare(checklist, nhs("chc-decision", "2020-09-11", result="eligible"), signs=None, as_at="2021-01-01")
        == []
    )
    late = healthcare(checklist, nhs("chc-decision", "2020-09-20", result="eligible"), signs=None, as_at="2021-01-01")
    assert late == [("2020-09-12", "2020-09-20", "amber")]


def test_a_checklist_that_was_negative_or_led_nowhere_starts_no_clock() -> None:
    assert healthcare(nhs("chc-checklist", "2019-01-15", result="negative"), as_at="2020-01-01") == []
    assert healthcare(nhs("chc-checklist", "2019-01-15"), as_at="2020-01-01") == []
    untold = nhs("chc-checklist", "2019-01-15")
    assert healthcare(untold, nhs("chc-dst", "2019-04-01"), as_at="2020-01-01") == [("2019-02-13", None, "amber")]


@pytest.mark.parametrize("result", ["eligible", "not-eligible", "no longer eligible", "eligible now", None])
def test_every_act_of_it_is_understood(result: str | None) -> None:
    events = (POSITIVE, nhs("chc-dst", "2019-02-01", result=result), {**DECIDED, "result": result})
    assert [one.act for one in checked(CONTACT, *events).not_understood if one.act.startswith("chc")] == []
    assert healthcare(*events) == []


def test_a_no_to_somebody_whom_the_nhs_funds_ends_its_funding() -> None:
    yes = nhs("chc-decision", "2018-06-01", result="eligible")
    no = nhs("chc-decision", "2019-06-01", "council", result="no longer eligible")
    assert healthcare(yes, no, signs=None) == []
    assert [one.act for one in checked(yes, no).not_understood] == []


def test_what_is_about_somebody_else_is_left_out() -> None:
    other = {**POSITIVE, "subject": "carer"}
    assert healthcare(other, as_at="2019-06-01") == [("2019-01-25", None, "amber")]
