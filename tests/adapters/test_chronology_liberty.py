"""Chronologies of deprivation of liberty: days without authority, the clocks, and what silence does not prove."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml

from swp_adapters.exchange.check import Checked, check
from swp_adapters.exchange.chronology import read_chronology

Told = dict[str, Any]
DETAINED = {"fact": "deprivation-of-liberty", "from": "2016-03-01", "to": "2016-09-30"}
URGENT = {"on": "2016-03-01", "act": "dols-urgent-granted", "by": "care-home", "days": 7}


def told(on: str, act: str, by: str = "council", **more: Any) -> Told:
    return {"on": on, "act": act, "by": by, **more}


REQUEST = told("2016-03-01", "dols-standard-requested", "care-home")
GRANT = told("2016-03-08", "dols-standard-granted", valid_to="2016-09-30")


def checked(*events: Told, context: tuple[Told, ...] = (DETAINED,), as_at: str = "2017-06-01") -> Checked:
    case = {"id": "made-up", "setting": "care-home", "chronology": list(events), "context": list(context)}
    return check(read_chronology(yaml.safe_dump(case)), date.fromisoformat(as_at))


def of(theme: str, *events: Told, **more: Any) -> list[tuple[str, str, str | None, str]]:
    return [
        (one.rule, str(one.since), str(one.until) if one.until else None, one.level.value)
        for one in checked(*events, **more).flags
        if one.theme == theme
    ]


def test_days_that_nothing_authorised_are_one_flag_for_each_stretch() -> None:
    late = told("2016-03-20", "dols-standard-granted", valid_to="2016-08-31")
    assert of("P13", URGENT, late) == [
        ("DOL-16", "2016-03-08", "2016-03-20", "red"),
        ("DOL-16", "2016-09-01", "2016-10-01", "red"),
    ]


def test_an_authorised_detention_is_not_flagged_at_all() -> None:
    assert of("P13", URGENT, REQUEST, GRANT) == []
    assert of("P14", URGENT, REQUEST, GRANT) == []


def test_every_act_of_the_safeguards_is_understood() -> None:
    acts = (
        URGENT, told("2016-03-05", "dols-urgent-extended"), REQUEST,
        told("2016-03-07", "dols-assessment-completed", "bia"), GRANT, told("2016-04-01", "rpr-appointed"),
        told("2016-05-01", "dols-review-requested", "family"),
        told("2016-06-01", "dols-review-completed"), told("2016-09-30", "dols-standard-expired", "care-home"),
        told("2016-10-05", "dols-standard-requested", "care-home"), told("2016-10-06", "dols-standard-refused"),
        told("2016-05-02", "objection-recorded", "family"),
    )  # fmt: skip
    assert checked(*acts).not_understood == ()


@pytest.mark.parametrize(
    ("fact", "weight"), [({}, "red"), ({"basis": "implied by the finding"}, "amber")], ids=["told", "inferred"]
)
def test_a_deprivation_that_is_inferred_is_to_be_looked_at(fact: Told, weight: str) -> None:
    found = of("P13", told("2016-04-01", "letter-sent", "family"), context=({**DETAINED, **fact},))
    assert found == [("DOL-16", "2016-03-01", "2016-10-01", weight)]


def test_no_day_before_the_safeguards_is_flagged() -> None:
    before = {**DETAINED, "from": "2008-03-01", "to": "2009-03-31"}
    assert of("P13", told("2008-04-01", "letter-sent", "family"), context=(before,)) == []


@pytest.mark.parametrize("kind", [{}, {"review_by": "2016-09-01"}])
def test_what_an_order_allows_is_not_told_and_so_nothing_is_said(kind: Told) -> None:
    assert of("P13", told("2016-03-01", "cop-order", "court", **kind)) == []


def test_an_authorisation_whose_end_is_not_told_lasts_a_year_and_what_follows_is_to_be_looked_at() -> None:
    held = {**DETAINED, "to": "2017-05-01"}
    untold = told("2016-03-01", "dols-standard-granted")
    after = told("2017-05-01", "moved-accommodation", "family")
    assert of("P13", untold, after, context=(held,)) == [("DOL-16", "2017-03-01", "2017-05-02", "amber")]


def test_the_end_of_a_deprivation_is_the_move_that_it_can_be() -> None:
    """The favourable reading: the person can have been home by the first day of the range."""
    home = told("2016-09", "moved-accommodation", "court", range=["2016-06-01", "2016-12-31"])
    grant = told("2016-03-01", "dols-standard-granted", valid_to="2016-06-10")
    assert of("P13", grant, home) == []


def test_respite_that_was_outstayed_counts_from_its_agreed_end_where_keeping_is_told() -> None:
    stay = told("2016-03-01", "moved-accommodation", "family", type="respite", agreed_until="2016-03-14")
    kept = told("2016-03-15", "moved-accommodation", type="retained")
    home = told("2016-05-01", "moved-accommodation", "family")
    assert of("P13", stay, kept, home, context=()) == [("DOL-16", "2016-03-15", "2016-05-02", "amber")]
    assert of("P13", stay, home, context=()) == []


def test_a_request_is_late_after_three_weeks_or_after_the_urgent_days() -> None:
    decided = told("2016-05-01", "dols-standard-granted", valid_to="2016-09-30")
    assert of("P14", REQUEST, decided) == [("DOL-01", "2016-03-22", "2016-05-01", "red")]
    assert of("P14", URGENT, REQUEST, decided) == [("DOL-01", "2016-03-08", "2016-05-01", "red")]
    assert of("P14", REQUEST, told("2016-03-21", "dols-standard-granted", valid_to="2016-09-30")) == []


def test_a_decision_on_the_day_after_the_last_can_rest_on_assessments_in_time() -> None:
    assert of("P14", URGENT, told("2016-03-08", "dols-standard-granted")) == []


def test_assessments_in_time_are_in_time_although_the_decision_came_later() -> None:
    done = told("2016-03-20", "dols-assessment-completed", "bia")
    assert of("P14", REQUEST, done, told("2016-04-20", "dols-standard-granted")) == []


def test_an_open_request_of_the_oldest_case_is_late_as_far_as_the_account_goes() -> None:
    oldest = {**REQUEST, "subject": "oldest case"}
    counted = told("2016-12-31", "backlog-counted", count=40)
    assert of("P14", oldest, counted) == [("DOL-01", "2016-03-22", "2017-01-01", "red")]


@pytest.mark.parametrize(
    "event",
    [
        {**URGENT, "days": 10},
        told("2016-03-20", "dols-urgent-granted", "care-home", days=7),
        told("2016-03-07", "dols-urgent-extended", days=14),
        told("2016-03-09", "dols-urgent-extended"),
        told("2016-03-08", "dols-standard-granted", valid_to="2017-03-09"),
    ],
    ids=["too long", "a second", "extended too long", "extended too late", "more than a year"],
)
def test_what_lasts_too_long_or_comes_twice_is_flagged(event: Told) -> None:
    events = [event] if event["act"] == URGENT["act"] and event["days"] > 7 else [URGENT, event]
    assert "red" in [one[3] for one in of("P14", *events)]


def test_a_renewal_after_the_end_is_flagged_and_one_before_it_is_not() -> None:
    again = told("2016-10-05", "dols-standard-requested", "care-home")
    assert ("DOL-17", "2016-10-05", "2016-10-06", "red") in of("P14", REQUEST, GRANT, again)
    assert of("P14", REQUEST, GRANT, {**again, "on": "2016-09-20"}, told("2016-09-30", "dols-standard-granted")) == []


@pytest.mark.parametrize(("until", "rules"), [("2017-09-30", []), ("2017-10-01", ["DOL-05"])])
def test_a_renewal_given_before_the_end_begins_after_it(until: str, rules: list[str]) -> None:
    again = told("2016-09-10", "dols-standard-requested", "care-home")
    renewed = told("2016-09-20", "dols-standard-granted", valid_to=until)
    events = (URGENT, REQUEST, GRANT, again, renewed)
    open_end = ({"fact": "deprivation-of-liberty", "from": "2016-03-01"},)
    assert [one[0] for one in of("P14", *events) if one[0] == "DOL-05"] == rules
    assert of("P13", *events, context=open_end, as_at="2017-06-01") == []


@pytest.mark.parametrize(("until", "red"), [("2018-03-07", []), ("2018-03-08", ["DOL-05"])])
def test_a_renewal_of_one_whose_end_is_not_told_can_have_begun_when_that_had_lasted_a_year(
    until: str, red: list[str]
) -> None:
    open_end = told("2016-03-08", "dols-standard-granted")
    renewed = told("2017-03-01", "dols-standard-granted", valid_to=until)
    found = of("P14", REQUEST, open_end, told("2017-02-20", "dols-standard-requested", "care-home"), renewed)
    assert [one[0] for one in found if one[3] == "red" and one[0] == "DOL-05"] == red


def test_an_objection_without_a_court_is_looked_at_after_four_weeks() -> None:
    objects = told("2016-04-01", "objection-recorded", "adult")
    applied = told("2016-06-01", "cop-application", "family")
    assert ("COP-15", "2016-04-30", "2016-06-01", "amber") in of("P15", objects, applied)
    other = {**applied, "type": "other"}
    assert [one[0] for one in of("P15", objects, other)] == ["COP-15"]
    assert of("P15", objects, {**applied, "on": "2016-04-20"}) == []
