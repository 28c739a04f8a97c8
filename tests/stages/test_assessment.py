"""Assessment: what a completed one shows, when a refusal ends the duty, and who supports the person."""

from __future__ import annotations

from datetime import timedelta

import pytest

from swp_domain.actor import BodyKind
from swp_domain.assessment.completion_rules import (
    a_carer_is_not_passed_over_again,
    a_carers_assessment_is_complete,
    an_assessment_is_complete,
    an_assessment_is_of_one_person,
    other_help_is_considered,
    those_concerned_are_involved,
)
from swp_domain.assessment.conduct_rules import (
    a_copy_is_of_something_finished,
    a_deafblind_person_has_a_trained_assessor,
    a_self_assessment_goes_on_what_is_held,
    a_self_assessment_that_was_wanted_is_made,
    an_advocate_comes_before_the_end,
    an_advocate_is_independent,
    an_assessor_is_trained,
    others_get_a_copy_only_if_asked,
    self_assessment_is_offered,
)
from swp_domain.assessment.events import (
    AdvocateArranged,
    AssessmentCompleted,
    AssessmentCopyGiven,
    AssessmentDeferred,
    AssessmentRequested,
    AssessmentResumed,
    AssessmentStarted,
    CarerIdentified,
    CarersAssessmentCompleted,
    CarersDutyEndedByRefusal,
    DutyEndedByRefusal,
    HealthcareReferralMade,
    InvolvementConsidered,
    RefusalExpressed,
)
from swp_domain.assessment.refusal_rules import (
    a_refusal_does_not_leave_somebody_at_risk,
    a_refusal_is_what_the_file_says,
    a_refusal_needs_capacity,
)
from swp_domain.assessment.vocabulary import Prompt
from swp_domain.case.events import OldLawSupportRecorded
from swp_domain.duty import DutyStanding
from swp_domain.law.assessment_regulations_2014.conduct import ConductFacts
from swp_domain.law.care_act_2014.s9_assessment import AssessmentCoverage
from swp_domain.law.care_act_2014.s10_carers import CarerCoverage
from swp_domain.law.care_act_2014.s11_refusal import RefusalFacts
from swp_domain.law.care_act_2014.s67_advocacy import InvolvementFacts
from swp_domain.party import Party, Whose
from swp_domain.referral.vocabulary import TriageOutcome
from swp_domain.refusal import OutOfSequence, Unlawful
from tests.cast import DELEGATE, PILOT, council, hospital, person, practice
from tests.papers import (
    COVERED,
    advocate,
    carers_completed,
    carers_refusal_accepted,
    completed,
    concern,
    decided,
    determined,
    ended_by_refusal,
    enquiry,
    involvement,
    referral,
    request,
    started,
    triaged,
)
from tests.telling import Given, Voice, breaks, day, given, keeps


def requested(whose: Whose = Whose.ADULT) -> Given:
    return given(person.tells(request(whose=whose), "2024-05-01"))


# A completed assessment shows its content


@keeps(
    an_assessment_is_complete,
    those_concerned_are_involved,
    other_help_is_considered,
    a_deafblind_person_has_a_trained_assessor,
    an_advocate_comes_before_the_end,
)
def test_an_assessment_that_covers_what_it_must_is_completed_by_the_practice() -> None:
    entry = (
        given(*DELEGATE, person.tells(request(), "2024-05-01"))
        .when(practice.decides(completed(), "2024-06-12"))
        .then(AssessmentCompleted)
        .breaches()
        .flags()
        .purported(False)
        .owes("assess needs", "a1", as_at="2024-06-12", standing=DutyStanding.MET)
        .owes("give a copy of the assessment", "a1", as_at="2024-06-12", last_day="2024-06-26")
        .entry
    )
    assert entry.authority is not None
    assert entry.authority.theirs
    assert (entry.authority.delegation, entry.authority.under) == ("s79", "Care Act 2014 s 79")


@breaks(an_assessment_is_complete)
def test_an_assessment_is_not_complete_while_a_limb_is_missing() -> None:
    coverage = COVERED.model_copy(update={"wellbeing": False, "contribution": None})
    (
        requested()
        .when(council.decides(completed(coverage=coverage), "2024-05-20"))
        .refused(Unlawful)
        .in_these_words(
            "CA-09-02: Care Act 2014, s 9(4): not met on 20 May 2024; not shown: "
            "(a) the impact of the needs on well-being is assessed; but coverage does not show (a). "
            "Complete what is missing, or record who says it was covered."
        )
    )


@breaks(an_assessment_is_complete)
def test_what_was_not_told_about_coverage_is_not_read_as_yes() -> None:
    (
        requested()
        .when(council.decides(completed(coverage=AssessmentCoverage(wellbeing=True)), "2024-05-20"))
        .refused(Unlawful, "cannot tell on 20 May 2024; not told: (b)", "but coverage does not show (b, c)")
    )


@breaks(those_concerned_are_involved)
def test_an_assessment_without_those_concerned_is_a_breach() -> None:
    coverage = COVERED.model_copy(update={"involved": False})
    (
        requested()
        .when(council.decides(completed(coverage=coverage), "2024-05-20"))
        .then(AssessmentCompleted)
        .breaches("CA-09-03")
    )


@breaks(other_help_is_considered)
def test_a_person_is_warned_where_other_help_was_not_considered() -> None:
    coverage = COVERED.model_copy(update={"other_help": False})
    (
        requested()
        .when(council.decides(completed(coverage=coverage), "2024-05-20"))
        .then(AssessmentCompleted)
        .breaches()
        .flags("CA-09-04")
    )


@pytest.mark.parametrize("trained", [False, None])
@breaks(a_deafblind_person_has_a_trained_assessor)
def test_somebody_deafblind_has_a_trained_assessor(trained: bool | None) -> None:
    conduct = ConductFacts(deafblind=True, assessor_deafblind_trained=trained)
    (
        requested()
        .when(council.decides(completed(conduct=conduct), "2024-05-20"))
        .refused(Unlawful, "CA-AR-06: SI 2014/2827, reg 6:", "Bring in a trained assessor.")
    )


@keeps(a_deafblind_person_has_a_trained_assessor)
def test_a_trained_assessor_signs_off_the_assessment_of_somebody_deafblind() -> None:
    conduct = ConductFacts(deafblind=True, assessor_deafblind_trained=True)
    requested().when(council.decides(completed(conduct=conduct), "2024-05-20")).then(AssessmentCompleted).breaches()


def test_an_assessment_under_the_old_law_is_not_asked_what_section_9_asks() -> None:
    (
        given(*PILOT, person.tells(request(), "2012-05-01"))
        .when(practice.decides(completed(coverage=AssessmentCoverage()), "2012-06-01"))
        .then(AssessmentCompleted)
        .breaches()
        .flags()
        .owes("assess needs", "a1", as_at="2012-06-01", standing=DutyStanding.MET)
        .owes_no_duty_to("give a copy of the assessment", as_at="2012-12-31")
    )


def test_somebody_supported_before_the_care_act_is_assessed_under_the_old_law_until_the_review() -> None:
    (
        given(
            council.tells(OldLawSupportRecorded(), "2015-03-31"),
            person.tells(request(), "2015-06-01"),
        )
        .when(council.decides(completed(coverage=AssessmentCoverage()), "2016-03-31"))
        .then(AssessmentCompleted)
        .breaches()
        .when(council.decides(completed(assessment="a2", coverage=AssessmentCoverage()), "2016-04-01"))
        .refused(OutOfSequence, "no assessment a2 is on the file on that day")
    )
    (
        given(
            council.tells(OldLawSupportRecorded(), "2015-03-31"),
            person.tells(request(), "2015-06-01"),
        )
        .when(council.decides(completed(coverage=AssessmentCoverage()), "2016-04-01"))
        .refused(Unlawful, "CA-09-02")
    )


# Carers


@keeps(a_carers_assessment_is_complete)
def test_a_carer_is_assessed_once_they_come_to_notice() -> None:
    (
        given(council.tells(CarerIdentified(carer="carer", assessment="a1"), "2024-05-01"))
        .owes("assess the carer", "a1", as_at="2024-05-01", last_day="2024-06-12")
        .when(council.decides(carers_completed(), "2024-06-12"))
        .then(CarersAssessmentCompleted)
        .breaches()
        .owes("assess the carer", "a1", as_at="2024-06-12", standing=DutyStanding.MET)
    )


@breaks(a_carers_assessment_is_complete)
def test_a_carers_assessment_asks_whether_they_can_and_will_go_on() -> None:
    coverage = CarerCoverage(able=True, willing=False, wellbeing=True, outcomes_wished=True)
    (
        requested(Whose.CARER)
        .when(council.decides(carers_completed(coverage=coverage), "2024-05-20"))
        .refused(Unlawful, "CA-10-01: Care Act 2014, s 10(5)-(6): not met", "but coverage does not show (5b)")
    )


def test_under_the_old_law_a_carer_asks_for_an_assessment_and_is_not_merely_noticed() -> None:
    duty = "assess the carer"
    noticed = given(council.tells(CarerIdentified(carer="carer", assessment="a1"), "2012-05-01"))
    noticed.owes_no_duty_to(duty, as_at="2012-05-01")
    asked = given(person.tells(request(whose=Whose.CARER), "2012-05-01"))
    asked.owes(duty, "a1", as_at="2012-05-01", last_day="2012-06-12")
    assert asked.duty(duty).mark.provision == "Carers (Recognition and Services) Act 1995, s 1"
    assert asked.duty(duty).mark.owed_to == "the carer"


# Refusal


def test_a_refusal_is_a_fact_and_ends_nothing_by_itself() -> None:
    (
        requested()
        .when(council.tells(RefusalExpressed(assessment="a1", in_words="Leave me alone."), "2024-05-02"))
        .then(RefusalExpressed)
        .breaches()
        .owes("assess needs", "a1", as_at="2024-05-02")
    )


def refused() -> Given:
    return given(person.tells(request(), "2024-05-01"), person.tells(RefusalExpressed(assessment="a1"), "2024-05-02"))


@keeps(a_refusal_needs_capacity, a_refusal_does_not_leave_somebody_at_risk, a_refusal_is_what_the_file_says)
def test_a_refusal_with_capacity_and_out_of_danger_ends_the_duty() -> None:
    (
        refused()
        .when(council.decides(ended_by_refusal(), "2024-05-03"))
        .then(DutyEndedByRefusal)
        .breaches()
        .flags()
        .owes("assess needs", "a1", as_at="2024-05-03", standing=DutyStanding.ENDED)
    )


@breaks(a_refusal_does_not_leave_somebody_at_risk)
def test_a_refusal_does_not_end_the_duty_to_somebody_at_risk() -> None:
    facts = RefusalFacts(has_capacity_to_refuse=True, at_risk_of_abuse_or_neglect=True)
    (
        requested()
        .when(council.decides(ended_by_refusal(refusal=facts), "2024-05-03"))
        .refused(Unlawful)
        .in_these_words(
            "CA-11-02: Care Act 2014, s 11(2)(b): not met on 3 May 2024; not shown: "
            "(b) the adult is neither experiencing nor at risk of abuse or neglect; "
            "but the refusal is taken to end the duty. Assess as far as possible."
        )
        .owes("assess needs", "a1", as_at="2024-05-03")
    )


@breaks(a_refusal_needs_capacity)
def test_a_refusal_without_capacity_does_not_end_the_duty_if_assessing_is_in_their_best_interests() -> None:
    facts = RefusalFacts(
        has_capacity_to_refuse=False, assessment_in_best_interests=True, at_risk_of_abuse_or_neglect=False
    )
    (
        requested()
        .when(council.decides(ended_by_refusal(refusal=facts), "2024-05-03"))
        .refused(Unlawful)
        .in_these_words(
            "CA-11-01: Care Act 2014, s 11(2)(a): not met on 3 May 2024; not shown: "
            "(a) the adult has capacity to refuse, or an assessment is not in their best interests; "
            "but the refusal is taken to end the duty. Assess as far as possible."
        )
    )


@breaks(a_refusal_needs_capacity, a_refusal_does_not_leave_somebody_at_risk)
def test_a_refusal_does_not_end_the_duty_while_capacity_and_risk_are_not_told() -> None:
    (
        requested()
        .when(council.decides(ended_by_refusal(refusal=RefusalFacts()), "2024-05-03"))
        .refused(Unlawful, "CA-11-01", "CA-11-02", "cannot tell")
    )


@keeps(a_refusal_needs_capacity, a_refusal_does_not_leave_somebody_at_risk)
def test_deciding_that_a_refusal_does_not_end_the_duty_is_always_open() -> None:
    facts = RefusalFacts(has_capacity_to_refuse=False, at_risk_of_abuse_or_neglect=True)
    (
        requested()
        .when(council.decides(ended_by_refusal(refusal=facts, decision=decided(False)), "2024-05-03"))
        .then(DutyEndedByRefusal)
        .owes("assess needs", "a1", as_at="2024-05-03")
    )


def test_a_refusal_that_the_law_gives_no_weight_does_not_end_the_duty_by_being_recorded() -> None:
    facts = RefusalFacts(has_capacity_to_refuse=True, at_risk_of_abuse_or_neglect=True)
    (
        requested()
        .when(council.records(ended_by_refusal(refusal=facts), "2024-05-03"))
        .then(DutyEndedByRefusal)
        .breaches("CA-11-02")
        .purported()
        .owes("assess needs", "a1", as_at="2024-07-01", standing=DutyStanding.LATE, late_since="2024-06-13")
    )


def test_there_is_no_override_for_a_carer_who_refuses() -> None:
    for opens in (request(whose=Whose.CARER), CarerIdentified(carer="daughter", assessment="a1")):
        (
            given(council.tells(opens, "2024-05-01"), person.tells(RefusalExpressed(assessment="a1"), "2024-05-02"))
            .when(council.decides(carers_refusal_accepted(), "2024-05-03"))
            .then(CarersDutyEndedByRefusal)
            .breaches()
            .owes("assess the carer", "a1", as_at="2024-05-03", standing=DutyStanding.ENDED)
        )


@breaks(an_assessment_is_of_one_person)
def test_an_adult_at_risk_does_not_become_a_carer_by_being_called_one() -> None:
    (
        refused()
        .when(council.decides(carers_refusal_accepted(), "2024-05-03"))
        .refused(Unlawful)
        .in_these_words(
            "REC-WHOSE: The record of an assessment, whose it is: not met on 3 May 2024; not shown: "
            "(1) it is the carer's assessment; but assessment names that of the adult. "
            "Name the right one, or record the event meant for it."
        )
        .owes("assess needs", "a1", as_at="2024-05-03")
    )


@breaks(an_assessment_is_of_one_person)
@keeps(an_assessment_is_of_one_person)
def test_what_ends_a_carers_assessment_is_told_of_a_carers() -> None:
    for opens in (
        request(whose=Whose.CARER),
        CarerIdentified(carer="daughter", assessment="a1"),
        triaged(TriageOutcome.ASSESS_CARER, assessment="a1"),
    ):
        record = given(person.tells(referral(), "2024-05-01"), council.tells(opens, "2024-05-01"))
        for wrong in (completed(), ended_by_refusal()):
            record.when(council.decides(wrong, "2024-05-03")).refused(Unlawful, "REC-WHOSE")
        record.when(council.decides(carers_completed(), "2024-05-03")).then(CarersAssessmentCompleted)


@breaks(a_refusal_is_what_the_file_says)
def test_a_person_is_warned_of_a_refusal_that_nobody_heard_or_that_a_concern_contradicts() -> None:
    requested().when(council.decides(ended_by_refusal(), "2024-05-03")).flags("CA-11-02").breaches()
    at_risk = refused().when(person.tells(concern(), "2024-05-02"), council.decides(enquiry(), "2024-05-03"))
    at_risk.when(council.decides(ended_by_refusal(), "2024-05-04")).flags("CA-11-02").finds(
        "Care Act 2014, s 11(2)(b): not met on 4 May 2024; not shown: "
        "(b) the adult is neither experiencing nor at risk of abuse or neglect; "
        "but a decision to enquire is on the file, which found cause to suspect that they are."
    )


def test_asking_again_after_a_refusal_makes_a_new_duty() -> None:
    (
        given(person.tells(request(), "2024-05-01"), council.decides(ended_by_refusal(), "2024-05-03"))
        .when(person.tells(request(assessment="a2", prompt=Prompt.CHANGE), "2024-09-01"))
        .then(AssessmentRequested)
        .owes("assess needs", "a1", as_at="2024-09-01", standing=DutyStanding.ENDED)
        .owes("assess needs", "a2", as_at="2024-09-01", last_day="2024-10-13")
    )


# How it is carried out


@keeps(self_assessment_is_offered)
def test_an_assessment_starts_with_the_question_of_self_assessment() -> None:
    requested().when(council.tells(started(), "2024-05-10")).then(AssessmentStarted).breaches()


@breaks(self_assessment_is_offered)
def test_not_asking_about_self_assessment_is_a_breach() -> None:
    asked = started(conduct=ConductFacts(self_assessment_offered=False))
    requested().when(council.tells(asked, "2024-05-10")).then(AssessmentStarted).breaches("CA-AR-02")


@breaks(a_self_assessment_that_was_wanted_is_made)
@keeps(a_self_assessment_that_was_wanted_is_made, an_assessor_is_trained)
def test_a_self_assessment_that_was_wanted_and_possible_is_made() -> None:
    wanted = {"self_assessment_wanted": True, "able_to_self_assess": True, "assessor_trained": True}
    for conduct, broken in (
        ({**wanted, "self_assessed": True}, []),
        ({**wanted, "self_assessed": False}, ["CA-AR-02"]),
        ({**wanted, "able_to_self_assess": False, "self_assessed": False}, []),
        ({"self_assessment_wanted": True, "self_assessed": False}, []),
    ):
        finished = completed(conduct=ConductFacts.model_validate(conduct))
        requested().when(council.decides(finished, "2024-05-20")).then(AssessmentCompleted).breaches(*broken)


@breaks(a_self_assessment_goes_on_what_is_held)
@keeps(a_self_assessment_goes_on_what_is_held)
def test_whoever_assesses_themselves_is_given_what_is_held_about_them() -> None:
    for conduct, broken in (
        ({"self_assessed": True, "information_held_given": True}, []),
        ({"self_assessed": True, "information_held_given": False}, ["CA-AR-02"]),
        ({"self_assessed": False, "information_held_given": False}, []),
        ({"self_assessed": True}, []),
    ):
        finished = completed(conduct=ConductFacts.model_validate(conduct))
        requested().when(council.decides(finished, "2024-05-20")).then(AssessmentCompleted).breaches(*broken)


@breaks(an_assessor_is_trained)
def test_an_assessor_who_is_not_trained_is_a_breach() -> None:
    finished = completed(conduct=ConductFacts(assessor_trained=False))
    requested().when(council.decides(finished, "2024-05-20")).then(AssessmentCompleted).breaches("CA-AR-05")


@breaks(a_copy_is_of_something_finished)
@keeps(a_copy_is_of_something_finished)
def test_a_copy_before_the_assessment_is_finished_is_looked_at() -> None:
    copy = AssessmentCopyGiven(assessment="a1")
    requested().when(council.tells(copy, "2024-05-10")).then(AssessmentCopyGiven).flags("CA-12-01")
    done = requested().when(council.decides(completed(), "2024-05-20"))
    done.when(council.tells(copy, "2024-05-20")).then(AssessmentCopyGiven).flags()


@keeps(others_get_a_copy_only_if_asked)
def test_a_copy_goes_to_the_person() -> None:
    (
        given(person.tells(request(), "2024-05-01"), council.decides(completed(), "2024-05-20"))
        .when(council.tells(AssessmentCopyGiven(assessment="a1"), "2024-06-04"))
        .then(AssessmentCopyGiven)
        .breaches()
        .owes(
            "give a copy of the assessment",
            "a1",
            as_at="2024-06-04",
            standing=DutyStanding.MET_LATE,
            late_since="2024-06-04",
        )
    )


@breaks(others_get_a_copy_only_if_asked)
def test_a_copy_to_somebody_the_person_had_not_named_is_a_breach_and_does_not_count() -> None:
    elsewhere = AssessmentCopyGiven(
        assessment="a1", given_to=Party(kind=BodyKind.FAMILY), to_the_person=False, asked_for=False
    )
    (
        given(person.tells(request(), "2024-05-01"), council.decides(completed(), "2024-05-20"))
        .when(council.tells(elsewhere, "2024-05-21"))
        .then(AssessmentCopyGiven)
        .breaches("CA-12-01")
        .owes("give a copy of the assessment", "a1", as_at="2024-05-21")
    )


@breaks(others_get_a_copy_only_if_asked)
def test_a_copy_to_somebody_of_whom_nobody_tells_is_looked_at() -> None:
    carer = AssessmentCopyGiven(assessment="a1", to_the_person=False)
    done = given(person.tells(request(), "2024-05-01"), council.decides(completed(), "2024-05-20"))
    done.when(council.tells(carer, "2024-05-21")).then(AssessmentCopyGiven).breaches().flags("CA-12-01")


@keeps(others_get_a_copy_only_if_asked)
def test_a_copy_to_somebody_the_person_named_is_no_breach() -> None:
    carer = AssessmentCopyGiven(assessment="a1", to_the_person=False, asked_for=True)
    requested().when(council.tells(carer, "2024-05-21")).then(AssessmentCopyGiven).breaches()


def test_possible_continuing_healthcare_makes_a_duty_to_refer() -> None:
    duty = "refer for NHS continuing healthcare"
    conduct = ConductFacts(may_need_nhs_continuing_healthcare=True)
    (
        requested()
        .when(council.decides(completed(conduct=conduct), "2024-05-20"))
        .then(AssessmentCompleted)
        .owes(duty, "a1", as_at="2024-05-20", last_day="2024-06-03")
        .when(council.tells(HealthcareReferralMade(assessment="a1"), "2024-05-21"))
        .then(HealthcareReferralMade)
        .owes(duty, "a1", as_at="2024-05-21", standing=DutyStanding.MET)
    )
    requested().when(council.decides(completed(), "2024-05-20")).owes_no_duty_to(duty, as_at="2024-05-20")


# Advocacy


@breaks(an_advocate_comes_before_the_end)
def test_an_assessment_finished_without_the_advocate_who_was_owed_is_a_breach() -> None:
    (
        given(person.tells(request(), "2024-05-01"), council.tells(involvement(), "2024-05-02"))
        .owes("arrange an independent advocate", "a1", as_at="2024-05-02", last_day="2024-05-16")
        .when(council.decides(completed(), "2024-05-20"))
        .then(AssessmentCompleted)
        .breaches("CA-67-01")
    )


@keeps(an_advocate_is_independent, an_advocate_comes_before_the_end)
def test_an_advocate_who_came_in_time_leaves_nothing_to_say() -> None:
    (
        given(person.tells(request(), "2024-05-01"), council.tells(involvement(), "2024-05-02"))
        .when(council.decides(advocate(), "2024-05-16"))
        .then(AdvocateArranged)
        .owes("arrange an independent advocate", "a1", as_at="2024-05-16", standing=DutyStanding.MET)
        .when(council.decides(completed(), "2024-05-20"))
        .then(AssessmentCompleted)
        .breaches()
    )


@pytest.mark.parametrize(
    "facts",
    [
        InvolvementFacts(difficulty_retaining=True, appropriate_person=True),
        InvolvementFacts(
            difficulty_understanding=False,
            difficulty_retaining=False,
            difficulty_weighing=False,
            difficulty_communicating=False,
            appropriate_person=False,
        ),
        InvolvementFacts(difficulty_retaining=True),
    ],
    ids=["somebody appropriate", "no difficulty", "not told"],
)
@keeps(an_advocate_comes_before_the_end)
def test_no_advocate_is_owed_without_both_difficulty_and_want_of_somebody_appropriate(
    facts: InvolvementFacts,
) -> None:
    (
        requested()
        .when(council.tells(involvement(involvement=facts), "2024-05-02"))
        .then(InvolvementConsidered)
        .owes_no_duty_to("arrange an independent advocate", as_at="2024-05-02")
        .when(council.decides(completed(), "2024-05-20"))
        .then(AssessmentCompleted)
        .breaches()
    )


@breaks(an_advocate_is_independent)
def test_an_advocate_does_not_work_for_the_council_or_the_practice() -> None:
    (
        requested()
        .when(council.decides(advocate(works_for_council_or_delegate=True), "2024-05-10"))
        .refused(Unlawful)
        .in_these_words(
            "CA-67-02: SI 2014/2889, reg 2(3), (5): not met on 10 May 2024; not shown: "
            "(5) works for neither the council nor its delegate; but the advocate works for one of them. "
            "Arrange somebody independent."
        )
    )


@breaks(an_advocate_is_independent)
def test_for_whom_an_advocate_works_is_told_before_they_are_arranged() -> None:
    untold = advocate(works_for_council_or_delegate=None)
    requested().when(council.decides(untold, "2024-05-10")).refused(
        Unlawful, "CA-67-02", "works_for_council_or_delegate was not told. Say for whom the advocate works."
    )
    requested().when(council.records(untold, "2024-05-10")).then(AdvocateArranged).flags("CA-67-02").purported(False)


def test_an_advocate_is_no_longer_owed_once_the_difficulty_has_gone() -> None:
    duty = "arrange an independent advocate"
    none = {f"difficulty_{one}": False for one in ("understanding", "retaining", "weighing", "communicating")}
    gone = InvolvementConsidered(assessment="a1", involvement=InvolvementFacts.model_validate(none))
    looked = requested().when(council.tells(gone, "2024-05-02")).then(InvolvementConsidered)
    owed = looked.when(council.tells(involvement(), "2024-05-03")).owes(duty, "a1", as_at="2024-05-03")
    ended = owed.when(council.tells(gone, "2024-05-10")).owes(duty, as_at="2024-05-10", standing=DutyStanding.ENDED)
    again = ended.when(council.tells(involvement(), "2024-06-01"))
    assert [one.standing(day("2024-06-01")) for one in again.duties(duty)] == [DutyStanding.ENDED, DutyStanding.OWED]


def test_somebody_appropriate_does_not_spare_the_advocate_of_whom_regulation_4_speaks() -> None:
    facts = InvolvementFacts(difficulty_weighing=True, appropriate_person=True, disagreement=True)
    requested().when(council.tells(InvolvementConsidered(assessment="a1", involvement=facts), "2024-05-03")).owes(
        "arrange an independent advocate", "a1", as_at="2024-05-03"
    )


def test_an_assessment_that_the_law_did_not_let_be_finished_is_not_finished() -> None:
    """What was done on paper stays on record; nothing is built on it."""
    purported = requested().when(council.records(completed(coverage={"wellbeing": False}), "2024-05-20"))
    purported.then(AssessmentCompleted).purported().owes("assess needs", "a1", as_at="2024-05-20")
    purported.when(council.decides(determined(), "2024-05-21")).refused(Unlawful, "CA-13-01")


# Waiting at the person's wish


def test_the_clock_stands_still_while_the_person_wants_to_wait() -> None:
    (
        given(
            person.tells(request(), "2024-05-01"),
            person.tells(AssessmentDeferred(assessment="a1"), "2024-05-11"),
        )
        .owes("assess needs", "a1", as_at="2025-01-01")
        .when(person.tells(AssessmentResumed(assessment="a1"), "2024-07-11"))
        .then(AssessmentResumed)
        .owes("assess needs", "a1", as_at="2024-08-12", last_day="2024-08-12")
        .owes("assess needs", "a1", as_at="2024-08-13", standing=DutyStanding.LATE, late_since="2024-08-13")
    )


def test_waiting_after_the_last_day_does_not_make_it_in_time() -> None:
    (
        given(
            person.tells(request(), "2024-05-01"),
            person.tells(AssessmentDeferred(assessment="a1"), "2024-06-20"),
            person.tells(AssessmentResumed(assessment="a1"), "2024-08-20"),
        )
        .owes("assess needs", "a1", as_at="2024-06-19", standing=DutyStanding.LATE, late_since="2024-06-13")
        .owes("assess needs", "a1", as_at="2024-07-01", standing=DutyStanding.LATE, late_since="2024-06-13")
        .owes("assess needs", "a1", as_at="2024-09-01", standing=DutyStanding.LATE, late_since="2024-06-13")
    )


def test_a_hospital_that_finishes_an_incomplete_assessment_is_recorded_as_it_happened() -> None:
    (
        requested()
        .when(hospital.decides(completed(coverage=AssessmentCoverage(wellbeing=False)), "2024-05-20"))
        .then(AssessmentCompleted)
        .breaches("CA-09-02")
        .purported(False)
    )


@breaks(a_carer_is_not_passed_over_again)
def test_a_carer_who_comes_to_notice_again_and_still_waits_is_looked_at() -> None:
    noticed = CarerIdentified(carer="carer", assessment="a2")
    record = given(council.tells(noticed, "2024-01-01"))
    record.when(council.tells(noticed, "2024-02-01")).then(CarerIdentified).flags("CA-10-03")


@keeps(a_carer_is_not_passed_over_again)
def test_a_carer_who_comes_to_notice_again_in_time_is_not() -> None:
    noticed = CarerIdentified(carer="carer", assessment="a2")
    given(council.tells(noticed, "2024-01-01")).when(council.tells(noticed, "2024-01-15")).then(CarerIdentified).flags()


@keeps(a_carer_is_not_passed_over_again)
@breaks(a_carer_is_not_passed_over_again)
def test_it_is_that_carer_who_still_waits_and_from_the_day_after_the_day_to_look() -> None:
    """What is owed to others, or about something else, is not held against the one who comes again."""

    def noticed(carer: str) -> CarerIdentified:
        return CarerIdentified(carer=carer, assessment=carer)

    record = given(council.tells(noticed("b"), "2024-01-01"))
    look = record.duty("assess the carer", "b").warn_day
    assert look is not None
    record.when(council.tells(noticed("b"), str(look))).flags()
    record.when(council.tells(noticed("b"), str(look + timedelta(days=1)))).flags("CA-10-03")
    for other in ("a", "c"):
        record.when(council.tells(noticed(other), "2024-02-01")).flags()
    assessed = record.when(council.records(carers_completed(assessment="b"), "2024-01-10"))
    assert assessed.duty("give a copy of the assessment", "b").met_on is None
    assessed.when(council.tells(noticed("b"), "2024-05-01")).flags()
    adults = given(person.tells(request(assessment="b"), "2024-01-01"))
    adults.when(council.tells(noticed("b"), "2024-05-01")).flags()


@pytest.mark.parametrize("by", [person, council])
def test_a_refusal_ends_the_duty_until_somebody_asks_again_or_a_change_is_believed(by: Voice) -> None:
    """Section 11(3)-(4): the request is the adult's, the belief in a change the council's; either opens it again."""
    refused = requested().when(council.decides(ended_by_refusal(), "2024-05-10")).then(DutyEndedByRefusal)
    refused.owes("assess needs", "a1", as_at="2024-08-31", standing=DutyStanding.ENDED)
    asked = refused.when(by.tells(request(), "2024-09-02")).then(AssessmentRequested)
    _, again = asked.duties("assess needs", "a1", as_at="2024-09-02")
    assert again.standing(day("2024-09-02")) is DutyStanding.OWED
    assert again.last_day == day("2024-10-14")
