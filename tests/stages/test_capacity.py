"""Capacity is about one decision at one time: what was found, side by side, and what may rest on it."""

from __future__ import annotations

from dataclasses import fields
from inspect import getmembers, isfunction, signature

import pytest

from swp_domain.assessment.events import DutyEndedByRefusal
from swp_domain.capacity.assessment_rules import (
    a_result_follows_from_its_elements,
    incapacity_is_not_read_off_the_person,
    opposite_findings_are_explained,
    somebody_is_helped_to_decide_first,
    what_rests_on_incapacity_has_an_assessment,
)
from swp_domain.capacity.events import (
    CapacityAssessed,
    CapacityDoubted,
    CapacityDoubtSettled,
    ContactRestricted,
    DecidingSupported,
    PersonAccommodated,
)
from swp_domain.capacity.rules import a_decision_taken_because_somebody_cannot_says_on_what_it_rests
from swp_domain.capacity.side_by_side import contradictory, unsupported
from swp_domain.capacity.state import Assessed, CapacityState, InQuestion
from swp_domain.capacity.vocabulary import CapacityResult, Found
from swp_domain.case_file import CaseFile
from swp_domain.duty import DutyStanding
from swp_domain.event import Event
from swp_domain.finance.events import PlacementDecided
from swp_domain.finance.vocabulary import PlacementOutcome
from swp_domain.law.care_act_2014.s11_refusal import RefusalFacts
from swp_domain.law.finding import Effect, Outcome
from swp_domain.law.mental_capacity_act_2005.s1_principles import GroundFacts, SupportFacts
from swp_domain.law.mental_capacity_act_2005.s2_capacity import CapacityFacts
from swp_domain.refusal import OutOfSequence, Unlawful
from swp_domain.safeguarding.events import EnquiryDecided
from swp_domain.safeguarding.vocabulary import Consent
from tests.capacity_papers import ABLE, UNABLE, accommodated, assessed, doubted, lacking, named, restricted
from tests.cast import council, court, hospital, person
from tests.papers import concern, decided, ended_by_refusal, enquiry, request
from tests.plan_papers import agreed
from tests.telling import Given, Record, Said, breaks, day, given, keeps

HAS, LACKS, NEITHER = CapacityResult.HAS, CapacityResult.LACKS, CapacityResult.NOT_ESTABLISHED


def case(record: Record) -> CaseFile:
    file = record.file()
    assert isinstance(file, CaseFile)
    return file


def in_question(*said: Said) -> Given:
    return given(council.tells(named(), "2024-05-01"), *said)


# There is no flag on a person


def test_nothing_says_of_a_person_that_they_have_or_lack_capacity() -> None:
    """The state answers only for one decision and one day; nothing about capacity can be asked without both."""
    answers = {name: signature(one) for name, one in getmembers(CapacityState, isfunction) if not name.startswith("_")}
    assert [str(one) for one in answers["found"].parameters] == ["self", "decision", "on"]
    assert [str(one) for one in signature(InQuestion.found).parameters] == ["self", "on"]
    assert [name for name, one in answers.items() if one.return_annotation == "Found"] == ["found"]
    for kind in (CapacityState, InQuestion):
        assert not [name for name, one in vars(kind).items() if isinstance(one, property)]
        assert not [one.name for one in fields(kind) if "bool" in str(one.type) or "Result" in str(one.type)]
    assert [one.name for one in fields(Assessed) if "Result" in str(one.type)] == ["result"]


def test_a_finding_on_one_decision_says_nothing_of_another() -> None:
    record = given(*lacking(), council.tells(named("q2"), "2024-05-01"))
    state = case(record).capacity
    assert state.found("q1", day("2024-05-01")) is Found.LACKS
    assert state.found("q2", day("2024-05-01")) is Found.NOTHING
    assert state.found("q1", day("2024-04-30")) is Found.NOTHING


def test_a_decision_is_named_before_it_is_assessed() -> None:
    given().when(council.decides(assessed(), "2024-05-01")).refused(OutOfSequence, "no capacity-decision q1")
    given().when(council.records(assessed(), "2024-05-01")).then(CapacityAssessed).flags("REC-SEQ")


# A result follows from its elements


@keeps(
    a_result_follows_from_its_elements,
    somebody_is_helped_to_decide_first,
    incapacity_is_not_read_off_the_person,
    opposite_findings_are_explained,
)
def test_who_cannot_weigh_because_of_an_impairment_lacks_capacity_for_that_decision() -> None:
    (
        in_question()
        .when(council.decides(assessed(), "2024-05-02"))
        .then(CapacityAssessed)
        .breaches()
        .flags()
        .concludes("MCA-02-01", Outcome.MET)
    )


@pytest.mark.parametrize("ability", ["understands", "retains", "uses_or_weighs", "communicates"])
@keeps(a_result_follows_from_its_elements)
def test_any_one_of_the_four_abilities_is_enough(ability: str) -> None:
    found = ABLE.model_copy(update={ability: False})
    in_question().when(council.decides(assessed(found=found), "2024-05-02")).then(CapacityAssessed).breaches()


@pytest.mark.parametrize("missing", ["impairment", "because_of_it"])
@pytest.mark.parametrize("told", [False, None])
@breaks(a_result_follows_from_its_elements)
def test_a_failed_ability_without_impairment_or_link_is_no_incapacity(missing: str, told: bool | None) -> None:
    found = UNABLE.model_copy(update={missing: told})
    in_question().when(council.decides(assessed(found=found), "2024-05-02")).refused(
        Unlawful, "MCA-02-01", "Complete the elements, or record a doubt instead"
    )


@breaks(a_result_follows_from_its_elements)
def test_a_result_does_not_contradict_what_was_found() -> None:
    (
        in_question()
        .when(council.decides(assessed(HAS, found=UNABLE), "2024-05-02"))
        .refused(Unlawful)
        .in_these_words(
            "MCA-02-01: Mental Capacity Act 2005, ss 2(1), 3(1): met on 2 May 2024; "
            "but the result is: has capacity for this decision. Complete the elements, or record a doubt instead."
        )
    )
    in_question().when(council.decides(assessed(LACKS, found=ABLE), "2024-05-02")).refused(Unlawful, "MCA-02-01")
    for found in (UNABLE, ABLE):
        in_question().when(council.decides(assessed(NEITHER, found=found), "2024-05-02")).refused(Unlawful, "MCA-02-01")


@keeps(a_result_follows_from_its_elements)
def test_capacity_is_presumed_and_needs_no_proof() -> None:
    for result in (HAS, NEITHER):
        paper = assessed(result, found=CapacityFacts())
        in_question().when(council.decides(paper, "2024-05-02")).then(CapacityAssessed).breaches()


@breaks(a_result_follows_from_its_elements)
def test_what_another_body_found_is_kept_with_its_contradiction_and_bears_nothing() -> None:
    after = in_question().when(hospital.decides(assessed(LACKS, found=ABLE), "2024-05-02"))
    after.then(CapacityAssessed).breaches("MCA-02-01").purported(False)
    assert case(after).capacity.found("q1", day("2024-05-02")) is Found.NOTHING


@breaks(a_result_follows_from_its_elements)
def test_a_finding_told_without_its_elements_is_looked_at_and_not_called_unlawful() -> None:
    paper = assessed(found=CapacityFacts())
    record = in_question().when(council.records(paper, "2024-05-02"))
    record.then(CapacityAssessed).breaches().flags("MCA-02-01")
    assert case(record).capacity.found("q1", day("2024-05-02")) is Found.LACKS


@keeps(a_result_follows_from_its_elements)
def test_nothing_is_held_against_a_finding_from_before_the_act() -> None:
    record = given(council.tells(named(), "2007-09-01"))
    paper = assessed(found=CapacityFacts(), support=SupportFacts())
    record.when(council.decides(paper, "2007-09-30")).then(CapacityAssessed).flags()
    record.when(council.decides(paper, "2007-10-01")).refused(Unlawful, "MCA-02-01")


# Help first, and the right reasons


@breaks(somebody_is_helped_to_decide_first)
@keeps(somebody_is_helped_to_decide_first)
def test_somebody_is_helped_to_decide_before_they_are_found_unable() -> None:
    none = assessed(support=SupportFacts(practicable_steps_taken=False))
    untold = assessed(support=SupportFacts())
    in_question().when(council.decides(none, "2024-05-02")).then(CapacityAssessed).breaches("MCA-01-01")
    in_question().when(council.decides(untold, "2024-05-02")).then(CapacityAssessed).breaches().flags("MCA-01-01")
    helped = in_question(council.tells(DecidingSupported(capacity_decision="q1"), "2024-05-01"))
    helped.when(council.decides(untold, "2024-05-02")).then(CapacityAssessed).breaches().flags()
    able = assessed(HAS, support=SupportFacts(practicable_steps_taken=False))
    in_question().when(council.decides(able, "2024-05-02")).breaches()
    early = given(council.tells(named(), "2007-09-01"))
    early.when(council.decides(none, "2007-09-30")).breaches()
    early.when(council.decides(none, "2007-10-01")).breaches("MCA-01-01")


@pytest.mark.parametrize("ground", ["only_an_unwise_decision", "only_age_appearance_or_condition"])
@breaks(incapacity_is_not_read_off_the_person)
@keeps(incapacity_is_not_read_off_the_person)
def test_incapacity_is_not_inferred_from_an_unwise_decision_or_from_age(ground: str) -> None:
    for told, broken in ((True, ["MCA-01-04"]), (False, []), (None, [])):
        grounds = GroundFacts.model_validate({ground: told})
        in_question().when(council.decides(assessed(grounds=grounds), "2024-05-02")).breaches(*broken)
        in_question().when(council.decides(assessed(HAS, grounds=grounds), "2024-05-02")).breaches()
    early, wrong = given(council.tells(named(), "2007-09-01")), GroundFacts.model_validate({ground: True})
    early.when(council.decides(assessed(grounds=wrong), "2007-09-30")).breaches()
    early.when(council.decides(assessed(grounds=wrong), "2007-10-01")).breaches("MCA-01-04")


# Several findings, side by side


@breaks(opposite_findings_are_explained)
def test_opposite_findings_within_a_short_time_are_kept_and_looked_at() -> None:
    record = in_question(council.decides(assessed(HAS), "2024-05-02"))
    after = record.when(council.decides(assessed(LACKS), "2024-05-04")).then(CapacityAssessed).flags("MCA-02-02")
    both = case(after).capacity.decisions["q1"].assessed
    assert [(one.on, one.result) for one in both] == [(day("2024-05-02"), HAS), (day("2024-05-04"), LACKS)]
    assert contradictory(case(after).capacity.decisions["q1"]) == (both,)


@keeps(opposite_findings_are_explained)
@breaks(opposite_findings_are_explained)
def test_a_short_time_is_four_weeks_and_an_explanation_is_enough() -> None:
    record = in_question(council.decides(assessed(HAS), "2024-05-02"))
    record.when(council.decides(assessed(LACKS), "2024-05-30")).flags("MCA-02-02")
    record.when(council.decides(assessed(LACKS), "2024-05-31")).flags()
    record.when(council.decides(assessed(LACKS, differs_because="The infection."), "2024-05-04")).flags()
    record.when(council.decides(assessed(HAS), "2024-05-04")).flags()
    record.when(council.decides(assessed(NEITHER), "2024-05-04")).flags()
    other = in_question(council.tells(named("q2"), "2024-05-01"), council.decides(assessed(HAS), "2024-05-02"))
    other.when(council.decides(assessed(LACKS, "q2"), "2024-05-04")).flags()


def test_findings_recorded_in_the_other_order_contradict_each_other_all_the_same() -> None:
    record = in_question(
        council.decides(assessed(LACKS), "2024-05-04"),
        council.decides(assessed(HAS), "2024-05-02", recorded="2024-06-01"),
    )
    (pair,) = contradictory(case(record).capacity.decisions["q1"])
    assert [one.result for one in pair] == [HAS, LACKS]


def test_opposite_findings_of_one_day_leave_nobody_sure_unless_the_court_made_one() -> None:
    record = in_question(council.decides(assessed(HAS), "2024-05-02"), hospital.decides(assessed(LACKS), "2024-05-02"))
    assert case(record).capacity.found("q1", day("2024-05-02")) is Found.CONTRADICTED
    declared = record.when(court.decides(assessed(HAS), "2024-05-02"))
    assert case(declared).capacity.found("q1", day("2024-05-02")) is Found.HAS


def test_a_finding_is_relied_on_to_its_last_day_and_then_looked_at_again() -> None:
    until = day("2024-08-01")
    record = in_question(council.decides(assessed(look_again_on=until), "2024-05-02"))
    state = case(record).capacity
    assert state.found("q1", until) is Found.LACKS
    assert state.found("q1", day("2024-08-02")) is Found.TO_BE_LOOKED_AT_AGAIN
    duty = "look at capacity for the decision again"
    record.owes(duty, "q1", as_at="2024-08-01", last_day="2024-08-01")
    record.owes(duty, "q1", as_at="2024-08-02", standing=DutyStanding.LATE, late_since="2024-08-02")
    again = record.when(council.decides(assessed(HAS), "2024-08-01"))
    again.owes(duty, "q1", as_at="2024-08-02", standing=DutyStanding.MET)
    assert case(again).capacity.found("q1", day("2024-08-02")) is Found.HAS
    in_question(council.decides(assessed(), "2024-05-02")).owes_no_duty_to(duty, as_at="2024-12-01")


# A doubt


def test_a_doubt_is_answered_by_an_assessment_of_the_same_decision() -> None:
    duty = "assess capacity for the decision"
    record = in_question(council.tells(named("q2"), "2024-05-01"), person.tells(doubted(), "2024-05-02"))
    record.owes(duty, "q1", as_at="2024-05-30", last_day="2024-05-30")
    record.owes(duty, "q1", as_at="2024-05-31", standing=DutyStanding.LATE, late_since="2024-05-31")
    other = record.when(council.decides(assessed(HAS, "q2"), "2024-05-03"))
    other.owes(duty, "q1", as_at="2024-05-31", standing=DutyStanding.LATE)
    done = other.when(council.decides(assessed(HAS), "2024-05-30")).owes(
        duty, "q1", as_at="2024-06-30", standing=DutyStanding.MET
    )
    again = done.when(council.tells(doubted(), "2024-07-01")).then(CapacityDoubted)
    assert [one.standing(day("2024-07-01")) for one in again.duties(duty)] == [DutyStanding.MET, DutyStanding.OWED]


def test_a_doubt_answered_on_its_day_and_one_that_was_settled_leave_nothing_owed() -> None:
    duty = "assess capacity for the decision"
    same = in_question(council.tells(doubted(), "2024-05-02"), council.decides(assessed(HAS), "2024-05-02"))
    same.owes(duty, "q1", as_at="2024-05-02", standing=DutyStanding.MET)
    settled = in_question(council.tells(doubted(), "2024-05-02")).when(
        council.tells(CapacityDoubtSettled(capacity_decision="q1"), "2024-05-05")
    )
    settled.owes(duty, "q1", as_at="2024-07-01", standing=DutyStanding.ENDED)
    early = given(council.tells(named(), "2007-09-01"))
    early.when(council.tells(doubted(), "2007-09-30")).owes_no_duty_to(duty, as_at="2008-01-01")
    early.when(council.tells(doubted(), "2007-10-01")).owes(duty, "q1", as_at="2007-10-01", last_day="2007-10-29")


# What rests on it


@keeps(what_rests_on_incapacity_has_an_assessment)
def test_an_act_rests_on_an_assessment_in_force() -> None:
    record = given(*lacking())
    after = record.when(council.tells(accommodated(), "2024-05-01")).then(PersonAccommodated).flags()
    assert list(unsupported(case(after).capacity, case(after).entries)) == []


@breaks(what_rests_on_incapacity_has_an_assessment)
@keeps(what_rests_on_incapacity_has_an_assessment)
def test_an_act_without_an_assessment_in_force_is_looked_at() -> None:
    bare = in_question()
    after = bare.when(council.tells(accommodated(), "2024-05-02")).then(PersonAccommodated).flags("MCA-05-01")
    after.finds(
        "Mental Capacity Act 2005, ss 1(2), 5(1): not met on 2 May 2024; not shown: "
        "(1) an assessment of incapacity is in force for that decision; but rests_on: the file holds no assessment."
    )
    (one,) = unsupported(case(after).capacity, case(after).entries)
    assert (one.decision, one.found) == ("q1", Found.NOTHING)
    able = in_question(council.decides(assessed(HAS), "2024-05-01"))
    able.when(council.tells(accommodated(), "2024-05-02")).flags("MCA-05-01")
    stale = given(*lacking(look_again_on="2024-05-31"))
    stale.when(council.tells(accommodated(), "2024-05-31")).flags()
    stale.when(council.tells(accommodated(), "2024-06-01")).flags("MCA-05-01")
    nothing_named = restricted(order="o1")
    given().when(council.records(nothing_named, "2024-05-02")).then(ContactRestricted).flags("REC-SEQ")


@breaks(what_rests_on_incapacity_has_an_assessment)
@keeps(what_rests_on_incapacity_has_an_assessment)
def test_nothing_rests_on_the_act_before_it_was_in_force() -> None:
    early = given(council.tells(named(), "2007-09-01"))
    before = early.when(council.tells(accommodated(), "2007-09-30")).then(PersonAccommodated).flags()
    assert list(unsupported(case(before).capacity, case(before).entries)) == []
    early.when(council.tells(accommodated(), "2007-10-01")).flags("MCA-05-01")


# What other rooms do because somebody cannot decide


@keeps(a_decision_taken_because_somebody_cannot_says_on_what_it_rests, what_rests_on_incapacity_has_an_assessment)
def test_an_enquiry_without_consent_names_the_finding_that_the_adult_cannot_decide() -> None:
    record = given(lacking("2024-04-01"), person.tells(concern(), "2024-05-01"))
    enquired = enquiry(consent=Consent.CANNOT_DECIDE, rests_on="q1")
    record.when(council.decides(enquired, "2024-05-02")).then(EnquiryDecided).flags()
    given(person.tells(concern(), "2024-05-01")).when(
        council.decides(enquiry(consent=Consent.GIVEN), "2024-05-02")
    ).flags()


@breaks(a_decision_taken_because_somebody_cannot_says_on_what_it_rests)
def test_an_enquiry_without_consent_that_names_no_finding_is_looked_at() -> None:
    record = given(lacking("2024-04-01"), person.tells(concern(), "2024-05-01"))
    enquired = enquiry(consent=Consent.CANNOT_DECIDE)
    record.when(council.decides(enquired, "2024-05-02")).then(EnquiryDecided).flags("MCA-05-02")


@breaks(a_decision_taken_because_somebody_cannot_says_on_what_it_rests)
def test_nor_is_a_refusal_set_aside_without_a_finding_on_the_file() -> None:
    set_aside = ended_by_refusal(refusal=RefusalFacts(has_capacity_to_refuse=False), decision=decided(False))
    record = given(person.tells(request(), "2024-05-01"))
    record.when(council.decides(set_aside, "2024-05-02")).then(DutyEndedByRefusal).flags("MCA-05-02")
    found = given(lacking("2024-04-01"), person.tells(request(), "2024-05-01"))
    found.when(council.decides(set_aside, "2024-05-02")).then(DutyEndedByRefusal).flags()


@breaks(what_rests_on_incapacity_has_an_assessment)
@pytest.mark.parametrize(
    "event",
    [
        agreed(rests_on="q1"),
        PlacementDecided(placement="p1", rests_on="q1", decision=decided(PlacementOutcome.ARRANGED)),
    ],
)
def test_a_plan_and_a_placement_can_rest_on_incapacity_and_then_need_an_assessment(event: Event) -> None:
    bare = given(council.tells(named(), "2024-04-01")).when(council.records(event, "2024-05-02"))
    assert "MCA-05-01" in [one.rule for one in bare.findings if one.effect is Effect.FLAG]
    found = given(lacking("2024-04-01")).when(council.records(event, "2024-05-02"))
    assert "MCA-05-01" not in [one.rule for one in found.findings if one.effect is Effect.FLAG]
