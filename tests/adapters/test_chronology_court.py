"""The court in a chronology: objections without a way to it, days that an order named, and what ends either."""

from __future__ import annotations

from typing import Any

import pytest

from tests.adapters.test_chronology import checked, days, of

Told = dict[str, Any]


def by(act: str, on: str, role: str = "council", **more: Any) -> Told:
    return {"on": on, "act": act, "by": role, **more}


OBJECTS = by("objection-recorded", "2019-02-05", "family")
APPLIED = by("cop-application", "2019-04-01")
AUTHORISED = by("dols-standard-granted", "2019-03-10")
MOVED = by("moved-accommodation", "2019-02-01")
LACKS = by("capacity-assessed", "2019-01-20", result="lacks", decision="residence")
DETAINED = [{"fact": "deprivation-of-liberty", "from": "2019-02-01"}]
ORDER = by("cop-order", "2018-06-04", "court", review_by="2019-06-04")


def found(*events: Told, **fields: Any) -> list[tuple[str, str, str | None, str]]:
    return sorted((one.rule, *days([one])[0]) for one in of("P15", *events, **fields))


# Objections


def test_an_objection_of_somebody_deprived_of_their_liberty_reaches_the_court_in_four_weeks() -> None:
    assert found(OBJECTS, context=DETAINED, as_at="2019-03-05") == []
    assert found(OBJECTS, context=DETAINED, as_at="2019-03-06") == [("COP-15", "2019-03-06", None, "amber")]
    assert found(OBJECTS, APPLIED, context=DETAINED) == [("COP-15", "2019-03-06", "2019-04-01", "amber")]
    assert found(OBJECTS, {**APPLIED, "on": "2019-03-05"}, context=DETAINED) == []
    assert found(OBJECTS, {**APPLIED, "by": "friend"}, context=DETAINED) == [
        ("COP-15", "2019-03-06", "2019-04-01", "amber")
    ]
    assert found(OBJECTS, {**APPLIED, "type": "other"}, context=DETAINED) == [("COP-15", "2019-03-06", None, "amber")]


def test_an_objection_to_care_and_support_alone_is_not_for_the_court() -> None:
    assert found(OBJECTS) == []
    assert found(MOVED, OBJECTS) == []
    assert found(LACKS, OBJECTS) == []


def test_an_objection_of_somebody_who_was_moved_and_cannot_decide_it_is_for_the_court() -> None:
    assert found(LACKS, MOVED, OBJECTS) == [("COP-15", "2019-03-06", None, "amber")]
    assert found(LACKS, {**MOVED, "by": "family"}, OBJECTS) == []


def test_an_authorisation_of_whoever_objects_is_challenged_or_reviewed() -> None:
    late = [("COP-15", "2019-03-06", None, "amber"), ("COP-21A", "2019-04-08", None, "amber")]
    assert found(OBJECTS, AUTHORISED, context=DETAINED) == late
    reviewed = by("dols-review-completed", "2019-04-01")
    assert found(OBJECTS, AUTHORISED, reviewed, context=DETAINED) == late[:1]
    assert found(AUTHORISED, {**OBJECTS, "on": "2019-04-05"}, context=DETAINED) == [
        ("COP-15", "2019-05-04", None, "amber"),
        ("COP-21A", "2019-05-04", None, "amber"),
    ]
    assert found(OBJECTS, {**APPLIED, "on": "2019-03-01"}, AUTHORISED, context=DETAINED) == []


def test_a_later_authorisation_does_not_begin_the_wait_again() -> None:
    again = by("dols-standard-granted", "2019-09-10")
    assert found(OBJECTS, AUTHORISED, again, context=DETAINED) == found(OBJECTS, AUTHORISED, context=DETAINED)


@pytest.mark.parametrize("role", ["family", "court"])
def test_whoever_went_home_has_nothing_left_to_put_to_the_court(role: str) -> None:
    home = by("moved-accommodation", "2019-05-01", role)
    assert found(OBJECTS, home, context=DETAINED) == [("COP-15", "2019-03-06", "2019-05-01", "amber")]
    assert found(OBJECTS, {**home, "type": "respite"}, context=DETAINED) == [("COP-15", "2019-03-06", None, "amber")]


def test_the_end_of_a_deprivation_ends_the_wait_and_nothing_else_does() -> None:
    ended = [{**DETAINED[0], "to": "2019-05-01"}]
    assert found(OBJECTS, context=ended) == [("COP-15", "2019-03-06", "2019-05-01", "amber")]
    assert found(OBJECTS, context=[*ended, *DETAINED]) == [("COP-15", "2019-03-06", None, "amber")]
    assert found(OBJECTS, context=ended, as_at="2019-04-01") == [("COP-15", "2019-03-06", None, "amber")]


def test_a_move_against_an_objection_that_was_foreseen_is_put_to_the_court_first() -> None:
    knew = [{"fact": "objection-foreseen", "from": "2019-01-15"}]
    assert found(MOVED, context=knew) == [
        ("COP-15", "2019-02-13", None, "amber"),
        ("COP-16", "2019-02-01", "2019-02-02", "amber"),
    ]
    assert found({**APPLIED, "on": "2019-01-20"}, MOVED, context=knew) == []
    assert found({**MOVED, "by": "family"}, context=knew) == []
    assert found(MOVED, context=[{"fact": "objection-foreseen"}]) == []


# Orders


def test_an_order_is_late_from_the_day_after_the_one_it_names() -> None:
    assert found(ORDER, as_at="2019-06-04") == []
    assert found(ORDER, as_at="2019-06-05") == [("COP-06", "2019-06-05", None, "red")]
    for act, role in (("cop-application", "council"), ("cop-hearing", "court"), ("cop-order", "court")):
        assert found(ORDER, by(act, "2019-06-04", role)) == []
        assert found(ORDER, by(act, "2019-06-10", role)) == [("COP-06", "2019-06-05", "2019-06-10", "red")]


def test_a_late_application_that_is_not_the_one_required_is_a_thing_of_its_own() -> None:
    other = by("cop-application", "2019-09-05", type="other")
    assert found(ORDER, other) == [
        ("COP-06", "2019-06-05", None, "red"),
        ("COP-06-K", "2019-09-05", "2019-09-06", "amber"),
    ]
    assert found(ORDER, {**other, "by": "family"}) == [("COP-06", "2019-06-05", None, "red")]
    early = {**other, "on": "2019-05-01"}
    assert found(ORDER, early) == [("COP-06", "2019-06-05", None, "red")]


def test_a_judgment_brings_an_order_back_in_proceedings_that_are_before_the_court() -> None:
    judgment = by("judgment-given", "2019-06-01", "court")
    assert found(ORDER, {**APPLIED, "type": "other"}, judgment) == []
    assert found(ORDER, judgment) == [("COP-06", "2019-06-05", None, "red")]


# Days that a court sets for an assessment


def test_a_day_that_the_court_sets_for_an_assessment_is_kept_and_the_usual_clock_waits_for_it() -> None:
    order = by("cop-order", "2018-06-04", "court", assessment_by="2018-09-03")
    done = by("assessment-completed", "2018-09-03")
    assert found(APPLIED | {"on": "2018-05-01"}, order, done) == []
    assert found(order) == [("COP-06-D", "2018-09-04", None, "red")]
    assert found(order, {**done, "on": "2018-10-01"}) == [("COP-06-D", "2018-09-04", "2018-10-01", "red")]
    assert found(order, {**done, "by": "provider"}) == [("COP-06-D", "2018-09-04", None, "red")]
    assert days(of("P01", order)) == [("2018-09-04", None, "red")]
    soon = {**order, "assessment_by": "2018-06-18"}
    assert days(of("P01", soon)) == [("2018-07-17", None, "red")]
    elsewhere = {**order, "act": "court-order"}
    assert (found(elsewhere), days(of("P01", elsewhere))) == ([], [("2018-09-04", None, "red")])
    assert of("P01", {**order, "assessment_by": "2030-01-01"}) == []


# What is understood


def test_what_belongs_to_other_courts_is_not_understood_and_papers_need_proceedings() -> None:
    served, judgment = by("papers-served", "2019-05-01"), by("judgment-given", "2019-06-01", "court")
    alone = checked(served, judgment)
    assert [(one.act, one.why) for one in alone.not_understood] == [
        ("papers-served", "no application to the Court of Protection is on the file"),
        ("judgment-given", "no stage of the record asks about it yet"),
    ]
    assert checked(APPLIED, served, judgment).not_understood == ()
    after = checked(APPLIED, judgment, {**served, "on": "2019-07-01"})
    assert [one.act for one in after.not_understood] == ["papers-served"]
