"""Capacity in a chronology: doubts, opposite findings, decisions that heard nobody, and advocates who came late."""

from __future__ import annotations

from typing import Any

import pytest

from tests.adapters.test_chronology import checked, days, of

Told = dict[str, Any]


def by(act: str, on: str, role: str = "council", **more: Any) -> Told:
    return {"on": on, "act": act, "by": role, **more}


DOUBT = by("capacity-questioned", "2019-01-10")
LACKS, HAS = by("capacity-assessed", "2019-02-01", result="lacks"), by("capacity-assessed", "2019-02-10", result="has")
MOVED = by("moved-accommodation", "2019-03-01")
DECIDED = by("best-interests-decided", "2019-02-20")
OBJECTS = by("objection-recorded", "2019-02-05", "family")
AUTHORISED = by("dols-standard-granted", "2019-03-10")
DETAINED = {"fact": "deprivation-of-liberty", "from": "2019-02-01"}
ALONE = {"fact": "appropriate-person", "from": "2018-01-01", "who": "none"}
DIFFICULTY = {"fact": "substantial-difficulty", "from": "2018-01-01"}


def rules(theme: str, *events: Told, **fields: Any) -> list[str]:
    return [one.rule for one in of(theme, *events, **fields)]


# A doubt, and what was found


def test_a_doubt_that_nobody_assesses_is_looked_at_after_four_weeks() -> None:
    assert of("P17", DOUBT, as_at="2019-02-07") == []
    assert days(of("P17", DOUBT, as_at="2019-02-08")) == [("2019-02-08", None, "amber")]
    assert of("P17", DOUBT, LACKS) == []
    late = {**LACKS, "on": "2019-04-01"}
    assert days(of("P17", DOUBT, late)) == [("2019-02-08", "2019-04-01", "amber")]


def test_a_finding_on_another_decision_answers_no_doubt_and_one_that_names_none_answers_all() -> None:
    about = {**DOUBT, "decision": "where to live"}
    assert of("P17", about, {**LACKS, "decision": "residence"}) == []
    assert days(of("P17", about, {**LACKS, "decision": "managing money"})) == [("2019-02-08", None, "amber")]
    assert of("P17", about, LACKS) == []
    assert of("P17", DOUBT, {**LACKS, "decision": "managing money"}) == []


def test_opposite_findings_on_one_decision_are_looked_at_and_two_alike_are_not() -> None:
    (flag,) = of("P17", LACKS, HAS)
    assert (str(flag.since), flag.rule, flag.level.value) == ("2019-02-10", "MCA-02-02", "amber")
    assert of("P17", LACKS, {**HAS, "on": "2019-06-10"}) == []
    assert of("P17", HAS, {**HAS, "by": "gp"}) == []
    assert of("P17", {**LACKS, "decision": "residence"}, {**HAS, "decision": "managing money"}) == []
    assessor = by("dols-assessment-completed", "2019-02-10", "bia", result="has")
    assert rules("P17", LACKS, assessor) == ["MCA-02-02"]
    assert of("P17", LACKS, by("dols-assessment-completed", "2019-02-10", "bia")) == []


# Deciding for somebody


def test_a_decision_in_best_interests_hears_people_and_rests_on_a_finding() -> None:
    family = by("person-consulted", "2019-02-15", "family")
    assert [*of("P16", LACKS, family, DECIDED), *of("P17", LACKS, family, DECIDED)] == []
    meeting = by("meeting-held", "2019-02-20", type="best-interests")
    assert of("P16", LACKS, meeting, DECIDED) == []
    assert days(of("P16", LACKS, DECIDED)) == [("2019-02-20", "2019-02-21", "amber")]
    assert rules("P17", family, DECIDED) == ["MCA-04-01"]


def test_what_was_decided_for_somebody_who_was_found_able_is_a_breach() -> None:
    able, decided = {**HAS, "decision": "residence"}, {**DECIDED, "decision": "residence"}
    assert days(of("P17", able, decided)) == [("2019-02-20", "2019-02-21", "red")]
    assert days(of("P17", HAS, DECIDED)) == [("2019-02-20", "2019-02-21", "amber")]
    assert rules("P17", {**HAS, "decision": "managing money"}, LACKS, DECIDED) == []


def test_a_move_for_somebody_who_cannot_decide_hears_people_first() -> None:
    assert days(of("P16", LACKS, MOVED)) == [("2019-03-01", "2019-03-02", "amber")]
    assert of("P16", LACKS, by("person-consulted", "2019-02-20", "adult"), MOVED) == []
    assert days(of("P16", MOVED, context=(DETAINED,))) == [("2019-03-01", "2019-03-02", "amber")]
    assert of("P16", MOVED) == []
    assert rules("P17", DOUBT, MOVED) == ["MCA-01-02", "MCA-05-01"]


@pytest.mark.parametrize("own", ["adult", "family", "court"])
def test_a_move_of_the_persons_own_side_or_of_the_court_is_no_decision_of_the_council(own: str) -> None:
    assert of("P16", LACKS, {**MOVED, "by": own}, context=(DETAINED,)) == []


def test_respite_that_runs_on_in_a_deprivation_of_liberty_was_a_decision_to_keep_the_person() -> None:
    respite = by("moved-accommodation", "2019-02-10", "family", type="respite", agreed_days=14)
    assert days(of("P16", respite, context=(DETAINED,))) == [("2019-02-25", "2019-02-26", "amber")]
    home = by("moved-accommodation", "2019-02-24", "family")
    assert of("P16", respite, home, context=(DETAINED,)) == []
    assert of("P16", respite) == []
    until = {**respite, "agreed_until": "2019-02-20"}
    assert days(of("P16", until, context=(DETAINED,))) == [("2019-02-21", "2019-02-22", "amber")]
    assert of("P16", {**respite, "agreed_days": None}, context=(DETAINED,)) == []


def test_contact_is_limited_under_a_decision_or_an_order() -> None:
    limited = by("contact-restricted", "2019-03-01", "care-home")
    assert days(of("P16", limited)) == [("2019-03-01", "2019-03-02", "amber")]
    family = by("person-consulted", "2019-02-15", "family")
    assert of("P16", LACKS, family, DECIDED, limited) == []
    assert of("P16", by("cop-order", "2019-02-20", "court"), limited) == []
    assert of("P16", {**limited, "on": "2007-09-30"}) == []
    again = checked(limited, by("contact-restored", "2019-06-01"))
    assert again.not_understood == ()
    assert checked(by("contact-restored", "2019-06-01")).not_understood == ()


# Advocates


def test_somebody_detained_who_objects_gets_an_advocate_or_a_court() -> None:
    assert days(of("P12", OBJECTS, AUTHORISED)) == [("2019-03-25", None, "amber")]
    assert days(of("P12", AUTHORISED, {**OBJECTS, "on": "2019-04-01"})) == [("2019-04-16", None, "amber")]
    instructed = by("imca-instructed", "2019-09-01")
    assert days(of("P12", OBJECTS, AUTHORISED, instructed)) == [("2019-03-25", "2019-09-01", "amber")]
    assert of("P12", OBJECTS, AUTHORISED, {**instructed, "on": "2019-03-20"}) == []
    assert of("P12", OBJECTS, AUTHORISED, by("cop-application", "2019-03-20")) == []
    assert of("P12", OBJECTS, by("cop-application", "2019-03-01", "friend"), AUTHORISED) == []
    assert [*of("P12", AUTHORISED), *of("P12", OBJECTS)] == []


def test_a_representative_who_supports_what_the_person_opposes_is_not_enough() -> None:
    supports = {"fact": "representative-supports-placement", "from": "2019-03-15"}
    appointed = by("rpr-appointed", "2019-03-20")
    assert days(of("P12", AUTHORISED, appointed, context=(supports,))) == [("2019-04-04", None, "amber")]
    assert of("P12", AUTHORISED, appointed) == []


def test_somebody_detained_or_moved_with_nobody_to_consult_gets_an_advocate() -> None:
    assert days(of("P12", AUTHORISED, context=(ALONE,))) == [("2019-03-25", None, "amber")]
    assert of("P12", AUTHORISED, context=({**ALONE, "who": "a brother"},)) == []
    asked = by("dols-standard-requested", "2019-03-01", "care-home")
    assert days(of("P12", asked, AUTHORISED, context=(ALONE,))) == [("2019-03-16", None, "amber")]
    assert of("P12", asked, OBJECTS) == []
    assert days(of("P12", LACKS, MOVED, context=(ALONE,))) == [("2019-04-26", None, "amber")]
    for ended in (by("imca-instructed", "2019-04-25"), by("moved-accommodation", "2019-04-20", "family")):
        assert of("P12", LACKS, MOVED, ended, context=(ALONE,)) == []
    assert [*of("P12", LACKS, MOVED), *of("P12", MOVED, context=(ALONE,))] == []
    assert of("P12", LACKS, MOVED, context=(ALONE,), as_at="2019-04-25") == []
    by_the_nhs = by("imca-instructed", "2019-09-01", "nhs")
    assert checked(by_the_nhs).not_understood == ()


def test_an_advocate_who_was_asked_for_is_arranged() -> None:
    asked, assessed = by("advocate-requested", "2019-01-20"), by("assessment-requested", "2019-01-10", "adult")
    assert days(of("P12", assessed, asked)) == [("2019-02-04", None, "amber")]
    assert of("P12", assessed, asked, by("advocate-appointed", "2019-02-03")) == []
    assert days(of("P12", asked)) == [("2019-02-04", None, "amber")]
    both = (DIFFICULTY, {**ALONE, "who": "a brother"})
    assert of("P12", assessed, asked, context=both) == []


def test_a_review_without_an_assessment_asks_for_the_advocate_too() -> None:
    review = by("review-completed", "2019-03-01")
    assert days(of("P12", review, context=(DIFFICULTY, ALONE))) == [("2019-03-16", None, "amber")]
    assert of("P12", review, context=(DIFFICULTY,)) == []
    assert of("P12", {**review, "by": "gp"}, context=(DIFFICULTY, ALONE)) == []


def test_a_lasting_power_is_kept_although_nothing_is_told_of_its_registration() -> None:
    found = checked(by("lpa-signed", "2019-01-10", "adult"), by("lpa-signed", "2019-01-11", "adult", type="property"))
    assert found.not_understood == ()
    assert found.flags == ()


def test_an_advocate_needs_no_assessment_on_the_file_to_be_held() -> None:
    asked, came = by("advocate-requested", "2019-03-01"), by("advocate-appointed", "2019-06-03")
    assert checked(asked, came).not_understood == checked(came).not_understood == ()
    assert of("P12", asked, {**came, "on": "2019-03-05"}) == []
