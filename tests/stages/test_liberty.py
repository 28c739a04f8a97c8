"""Deprivation of liberty: by the reading of the day, on six assessments, and no longer than it may last."""

from __future__ import annotations

from typing import Any

import pytest

from swp_domain.actor import BodyKind
from swp_domain.case.events import PersonRegistered
from swp_domain.law.deprivation_of_liberty.meaning import DeprivationFacts, Reading
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import EquivalentFacts, ExtensionFacts, Requirement
from swp_domain.law.representatives_regulations_2008.reg3_eligibility import RepresentativeFacts
from swp_domain.law.standard_authorisations_regulations_2008.reg3_assessors import AssessorFacts
from swp_domain.law.standard_authorisations_regulations_2008.reg16_request import RequestContents
from swp_domain.liberty.assessor_rules import (
    a_representative_can_be_one,
    an_assessment_used_again_is_recent_and_right,
    an_assessor_could_carry_out_the_assessment,
    an_assessor_may_carry_out_the_assessment,
    two_people_assess,
    two_people_assessed,
)
from swp_domain.liberty.deprivation_rules import (
    a_determination_is_what_the_test_of_the_day_makes_of_the_facts,
    a_determination_puts_the_reading_of_the_day,
    a_determination_shows_what_was_weighed,
    a_renewal_is_requested_before_the_authorisation_ends,
    a_request_is_for_an_adult_in_a_hospital_or_care_home,
    a_request_says_what_it_must,
    a_review_is_not_asked_for_meanwhile,
    conditions_are_kept,
    more_days_are_asked_for_once,
    no_second_urgent_authorisation_is_given,
)
from swp_domain.liberty.events import (
    AssessorSelected,
    AuthorisationReviewed,
    AuthorisationReviewRequested,
    AuthorisationSuspended,
    ConditionChecked,
    DeprivationDetermined,
    DeprivationMoved,
    EquivalentAssessmentUsed,
    RepresentativeAppointed,
    RequirementAssessed,
    StandardAuthorisationDecided,
    StandardAuthorisationRequested,
    SuspensionLifted,
    UrgentAuthorisationGiven,
    UrgentExtensionDecided,
    UrgentExtensionRequested,
)
from swp_domain.liberty.grant_rules import (
    a_negative_review_ends_an_authorisation,
    a_refusal_rests_on_a_negative_assessment,
    a_review_lengthens_nothing,
    an_authorisation_does_not_reach_back,
    an_authorisation_is_for_an_adult_in_a_hospital_or_care_home,
    an_authorisation_lasts_no_longer_than_it_may,
    an_authorisation_rests_on_six_assessments,
    an_urgent_authorisation_is_extended_for_reasons,
    an_urgent_authorisation_is_extended_once_and_for_a_week,
    the_assessments_are_held_in_writing,
    the_supervisory_body_of_the_day_decides,
)
from swp_domain.liberty.vocabulary import Determination, ExtensionOutcome, RequestGround, ReviewOutcome, Setting
from swp_domain.refusal import Unlawful
from tests.cast import council, hospital, other_council, person, practice, somebody
from tests.liberty_papers import (
    ACID_TEST_MET,
    ASSESSOR,
    DOCTOR,
    EXCEPTIONAL,
    REPRESENTATIVE,
    SAME_DEMANDS,
    WEIGHED,
    all_met,
    assessed,
    began,
    care_home,
    determined,
    extended,
    granted,
    in_force,
    refused,
    represented,
    requested,
    reviewed,
    selected,
    urgent,
    used_again,
)
from tests.telling import Given, Then, breaks, day, given, keeps

NHS_BODY = somebody(BodyKind.NHS_BODY, body="Northmere PCT")
ACID_TEST_DAY, NEW_DAY = "2024-05-01", "2026-06-02"


def asked(on: str = "2024-05-01", **told: Any) -> Given:
    return given(care_home.tells(requested(**told), on))


def ready(**told: Any) -> Given:
    """A request of 1 May with six positive assessments."""
    return given(care_home.tells(requested(**told), "2024-05-01"), *all_met("2024-05-10"))


def authorised(until: str = "2025-05-14") -> Given:
    return given(*in_force("2024-05-15", until, "2024-05-01"))


# What is a deprivation


@keeps(a_determination_is_what_the_test_of_the_day_makes_of_the_facts)
@pytest.mark.parametrize(
    ("on", "facts"),
    [
        ("2014-03-18", WEIGHED),
        ("2014-03-19", ACID_TEST_MET),
        ("2026-06-01", ACID_TEST_MET),
        ("2026-06-02", WEIGHED),
    ],
)
def test_each_day_has_the_test_that_was_the_law_on_it(on: str, facts: DeprivationFacts) -> None:
    given().when(council.decides(determined(facts), on)).then(DeprivationDetermined).breaches()


@breaks(a_determination_is_what_the_test_of_the_day_makes_of_the_facts)
@pytest.mark.parametrize(
    ("on", "facts"),
    [
        ("2014-03-18", ACID_TEST_MET),
        ("2014-03-19", WEIGHED),
        ("2026-06-01", WEIGHED),
        ("2026-06-02", ACID_TEST_MET.model_copy(update={"wishes_considered": True})),
    ],
)
def test_no_test_is_put_to_the_facts_of_another_days(on: str, facts: DeprivationFacts) -> None:
    given().when(council.decides(determined(facts), on)).refused(Unlawful, "DOL-20-TEST")


@breaks(a_determination_is_what_the_test_of_the_day_makes_of_the_facts)
def test_whoever_meets_the_test_is_not_said_not_to_be_deprived_of_liberty() -> None:
    event = determined(ACID_TEST_MET, Determination.NOT_DEPRIVED)
    given().when(council.decides(event, ACID_TEST_DAY)).refused(Unlawful, "DOL-20-TEST")
    untold = determined(DeprivationFacts(free_to_leave=False), Determination.NOT_DEPRIVED)
    given().when(council.decides(untold, ACID_TEST_DAY)).refused(Unlawful, "DOL-20-TEST")


@keeps(a_determination_is_what_the_test_of_the_day_makes_of_the_facts, a_determination_shows_what_was_weighed)
def test_consent_through_wishes_and_feelings_takes_the_case_outside_article_5() -> None:
    facts = WEIGHED.model_copy(update={"consent_through_wishes": True})
    event = determined(facts, Determination.NOT_DEPRIVED)
    given().when(council.decides(event, NEW_DAY)).then(DeprivationDetermined).breaches()


@breaks(a_determination_shows_what_was_weighed)
@pytest.mark.parametrize(
    "untold", [{"purpose_and_normality_weighed": None}, {"wishes_considered": False}, {"consent_through_wishes": None}]
)
def test_since_the_acid_test_was_overruled_a_determination_shows_its_reasoning(untold: dict[str, Any]) -> None:
    facts = WEIGHED.model_copy(update=untold)
    given().when(council.decides(determined(facts), NEW_DAY)).refused(Unlawful, "DOL-20: [2026] UKSC 16")


@keeps(a_determination_shows_what_was_weighed)
def test_until_then_it_did_not_have_to() -> None:
    """Silence keeps it: the rule has nothing to say of the day before."""
    given().when(council.decides(determined(ACID_TEST_MET), "2026-06-01")).then(DeprivationDetermined).breaches()


def test_whether_somebody_is_deprived_is_determined_again_by_the_law_of_the_day() -> None:
    before = given(council.decides(determined(ACID_TEST_MET), "2026-05-01"))
    consents = WEIGHED.model_copy(update={"amounts_to_it": True, "consent_through_wishes": True})
    again = before.when(council.decides(determined(consents, Determination.NOT_DEPRIVED), "2026-06-02"))
    again.then(DeprivationDetermined).breaches().flags().purported(False)


@breaks(a_determination_puts_the_reading_of_the_day)
@pytest.mark.parametrize(("reading", "on"), [(Reading.ACID_TEST, NEW_DAY), (Reading.MULTI_FACTORIAL, "2026-06-01")])
def test_a_reading_that_is_not_the_law_on_the_day_is_pointed_out(reading: Reading, on: str) -> None:
    facts = ACID_TEST_MET if on < NEW_DAY else WEIGHED
    given().when(council.decides(determined(facts, reading=reading), on)).then(DeprivationDetermined).flags(
        "DOL-20-DATE"
    )


@keeps(a_determination_puts_the_reading_of_the_day)
def test_the_reading_of_the_day_is_not() -> None:
    paper = determined(ACID_TEST_MET, reading=Reading.ACID_TEST)
    given().when(council.decides(paper, "2014-03-19")).then(DeprivationDetermined).flags()


# Requests


@keeps(a_request_is_for_an_adult_in_a_hospital_or_care_home, a_request_says_what_it_must)
def test_a_request_of_a_care_home_about_an_adult() -> None:
    known = given(council.tells(PersonRegistered(birth_year=1940), "2024-01-01"))
    known.when(care_home.tells(requested(), "2024-05-01")).then(StandardAuthorisationRequested).flags()


@breaks(a_request_is_for_an_adult_in_a_hospital_or_care_home)
def test_a_request_for_supported_living_or_a_child_is_taken_and_the_court_is_pointed_to() -> None:
    elsewhere = requested(setting=Setting.SUPPORTED_LIVING)
    given().when(care_home.tells(elsewhere, "2024-05-01")).then(StandardAuthorisationRequested).flags("DOL-22")
    child = given(council.tells(PersonRegistered(birth_year=2010), "2024-01-01"))
    child.when(care_home.tells(requested(), "2024-05-01")).then(StandardAuthorisationRequested).flags("DOL-22")


@breaks(a_request_says_what_it_must)
def test_a_request_that_lacks_something_is_taken_and_flagged() -> None:
    paper = requested(contents=RequestContents(purpose=False))
    given().when(care_home.tells(paper, "2024-05-01")).then(StandardAuthorisationRequested).flags("DOL-REQ")


def renewal() -> StandardAuthorisationRequested:
    return requested(request="q2", ground=RequestGround.RENEWAL, follows="s1")


@keeps(a_renewal_is_requested_before_the_authorisation_ends)
def test_a_renewal_on_the_last_day_is_in_time() -> None:
    authorised().when(care_home.tells(renewal(), "2025-05-14")).then(StandardAuthorisationRequested).breaches()


@breaks(a_renewal_is_requested_before_the_authorisation_ends)
def test_a_renewal_on_the_day_after_is_too_late_and_taken_all_the_same() -> None:
    authorised().when(care_home.tells(renewal(), "2025-05-15")).then(StandardAuthorisationRequested).breaches("DOL-17")


# Urgent authorisations


@keeps(no_second_urgent_authorisation_is_given)
def test_an_urgent_authorisation_after_a_move_is_for_another_detention() -> None:
    record = given(
        care_home.tells(began(), "2024-05-01"),
        care_home.tells(urgent("2024-05-07", deprivation="d1"), "2024-05-01"),
        care_home.tells(DeprivationMoved(deprivation="d1", place="oaks"), "2024-06-01"),
    )
    second = urgent("2024-06-07", request="q2", deprivation="d1")
    record.when(care_home.tells(second, "2024-06-01")).then(UrgentAuthorisationGiven).breaches()


@breaks(no_second_urgent_authorisation_is_given)
def test_a_second_urgent_authorisation_for_the_same_detention_is_recorded_as_a_breach() -> None:
    record = given(care_home.tells(urgent("2024-05-07", deprivation="d1"), "2024-05-01"))
    second = urgent("2024-05-14", request="q2", deprivation="d1")
    record.when(care_home.tells(second, "2024-05-08")).then(UrgentAuthorisationGiven).breaches("DOL-03")
    began_before = given(
        care_home.tells(began(), "2024-05-01"), care_home.tells(urgent("2024-05-07", deprivation="d1"), "2024-05-01")
    )
    began_before.when(care_home.tells(second, "2024-05-08")).then(UrgentAuthorisationGiven).breaches("DOL-03")
    beside_the_same_request = second.model_copy(update={"request": "q1"})
    record.when(care_home.tells(beside_the_same_request, "2024-05-08")).breaches("DOL-03")
    record.when(care_home.tells(urgent("2024-05-07", deprivation="d1"), "2024-05-01")).breaches()


@keeps(no_second_urgent_authorisation_is_given)
def test_an_urgent_authorisation_that_is_varied_after_its_extension_is_no_second_one() -> None:
    record = given(
        care_home.tells(requested(), "2024-05-01"),
        care_home.tells(urgent("2024-05-07"), "2024-05-01"),
        council.decides(extended("2024-05-14"), "2024-05-06"),
    )
    varied = urgent("2024-05-14")
    assert "DOL-03" not in [
        one.rule
        for one in record.when(care_home.tells(varied, "2024-05-07")).findings
        if one.contradiction and "before" in one.contradiction
    ]


@keeps(more_days_are_asked_for_once)
@breaks(more_days_are_asked_for_once)
def test_more_days_are_asked_for_once_even_where_they_were_refused() -> None:
    more = UrgentExtensionRequested(request="q1")
    record = given(care_home.tells(urgent("2024-05-07"), "2024-05-01"))
    first = record.when(care_home.tells(more, "2024-05-05")).then(UrgentExtensionRequested).breaches()
    no = first.when(council.decides(extended(None, ExtensionOutcome.REFUSED), "2024-05-06")).then(
        UrgentExtensionDecided
    )
    no.when(care_home.tells(more, "2024-05-07")).then(UrgentExtensionRequested).breaches("DOL-04")


@keeps(an_urgent_authorisation_is_extended_for_reasons, an_urgent_authorisation_is_extended_once_and_for_a_week)
def test_a_supervisory_body_extends_an_urgent_authorisation_by_a_week() -> None:
    record = given(care_home.tells(urgent("2024-05-07"), "2024-05-01"))
    record.when(council.decides(extended("2024-05-14"), "2024-05-07")).then(UrgentExtensionDecided).breaches()


@breaks(an_urgent_authorisation_is_extended_for_reasons)
@pytest.mark.parametrize("limb", ["standard_requested", "exceptional_reasons", "detention_essential"])
def test_it_is_not_extended_without_each_of_the_reasons(limb: str) -> None:
    record = given(care_home.tells(urgent("2024-05-07"), "2024-05-01"))
    for answer in (False, None):
        paper = extended("2024-05-14", facts=EXCEPTIONAL.model_copy(update={limb: answer}))
        record.when(council.decides(paper, "2024-05-07")).refused(Unlawful, "DOL-04")
    told = record.when(council.records(extended("2024-05-14", facts=ExtensionFacts()), "2024-05-07"))
    told.then(UrgentExtensionDecided).flags("DOL-04")


@breaks(an_urgent_authorisation_is_extended_once_and_for_a_week)
def test_it_is_extended_once_in_time_and_by_no_more_than_a_week() -> None:
    record = given(care_home.tells(urgent("2024-05-07"), "2024-05-01"))
    record.when(council.decides(extended("2024-05-15"), "2024-05-07")).refused(Unlawful, "at most 2024-05-14")
    record.when(council.decides(extended("2024-05-14"), "2024-05-08")).refused(Unlawful, "it ended after 2024-05-07")
    once = record.when(council.decides(extended("2024-05-10"), "2024-05-05"))
    once.when(council.decides(extended("2024-05-14"), "2024-05-07")).refused(Unlawful, "it was extended before")


# Assessors


@keeps(two_people_assess, an_assessor_may_carry_out_the_assessment)
@pytest.mark.parametrize(
    ("requirement", "who", "facts"),
    [
        (Requirement.AGE, "bia", ASSESSOR),
        (Requirement.NO_REFUSALS, "bia", ASSESSOR),
        (Requirement.MENTAL_CAPACITY, "bia", ASSESSOR),
        (Requirement.MENTAL_CAPACITY, "doctor", DOCTOR),
        (Requirement.MENTAL_HEALTH, "doctor", DOCTOR),
        (Requirement.ELIGIBILITY, "doctor", DOCTOR),
        (Requirement.ELIGIBILITY, "bia", ASSESSOR.model_copy(update={"approved_mental_health_professional": True})),
        (Requirement.BEST_INTERESTS, "bia", ASSESSOR),
    ],
)
def test_each_assessment_has_its_assessors(requirement: Requirement, who: str, facts: AssessorFacts) -> None:
    record = asked().when(council.decides(selected(requirement, assessor=who, facts=facts), "2024-05-02"))
    record.then(AssessorSelected).breaches()
    both = record.when(council.decides(selected(Requirement.BEST_INTERESTS), "2024-05-03"))
    both.then(AssessorSelected).breaches()


@breaks(an_assessor_may_carry_out_the_assessment)
@pytest.mark.parametrize(
    ("requirement", "facts"),
    [
        (Requirement.AGE, DOCTOR),
        (Requirement.NO_REFUSALS, DOCTOR),
        (Requirement.BEST_INTERESTS, DOCTOR),
        (Requirement.MENTAL_HEALTH, ASSESSOR),
        (Requirement.ELIGIBILITY, ASSESSOR.model_copy(update={"approved_mental_health_professional": False})),
        (Requirement.ELIGIBILITY, DOCTOR.model_copy(update={"section_12_doctor": False})),
        (Requirement.MENTAL_CAPACITY, ASSESSOR.model_copy(update={"best_interests_assessor": False})),
        (Requirement.AGE, ASSESSOR.model_copy(update={"insured_and_checked": None})),
        (Requirement.AGE, ASSESSOR.model_copy(update={"related": True})),
        (Requirement.AGE, ASSESSOR.model_copy(update={"financially_interested": True})),
        (Requirement.BEST_INTERESTS, ASSESSOR.model_copy(update={"involved_in_care": True})),
    ],
)
def test_nobody_else_is_selected(requirement: Requirement, facts: AssessorFacts) -> None:
    asked().when(council.decides(selected(requirement, facts=facts), "2024-05-02")).refused(Unlawful, "DOL-09")


@breaks(two_people_assess)
@pytest.mark.parametrize("first", [Requirement.MENTAL_HEALTH, Requirement.BEST_INTERESTS])
def test_one_person_is_not_selected_for_mental_health_and_best_interests(first: Requirement) -> None:
    second = Requirement.BEST_INTERESTS if first is Requirement.MENTAL_HEALTH else Requirement.MENTAL_HEALTH
    both = ASSESSOR.model_copy(update={"mental_health_assessor": True})
    record = asked().when(council.decides(selected(first, facts=both), "2024-05-02"))
    record.when(council.decides(selected(second, facts=both), "2024-05-03")).refused(Unlawful, "DOL-08")


@breaks(two_people_assessed)
@keeps(two_people_assessed)
def test_that_one_person_assessed_both_is_recorded_and_a_breach() -> None:
    record = asked().when(council.tells(assessed(Requirement.MENTAL_HEALTH, assessor="x"), "2024-05-05"))
    again = record.when(council.tells(assessed(Requirement.BEST_INTERESTS, assessor="x"), "2024-05-06"))
    again.then(RequirementAssessed).breaches("DOL-08")
    record.when(council.tells(assessed(Requirement.BEST_INTERESTS, assessor="y"), "2024-05-06")).then(
        RequirementAssessed
    ).breaches()


@breaks(an_assessor_could_carry_out_the_assessment)
@keeps(an_assessor_could_carry_out_the_assessment)
def test_what_comes_to_light_of_an_assessor_is_a_breach_and_what_is_not_told_is_none() -> None:
    related = assessed(Requirement.AGE, facts=ASSESSOR.model_copy(update={"related": True}))
    asked().when(council.tells(related, "2024-05-05")).then(RequirementAssessed).breaches("DOL-09")
    asked().when(council.tells(assessed(Requirement.AGE), "2024-05-05")).then(RequirementAssessed).breaches()


@keeps(an_assessment_used_again_is_recent_and_right)
@pytest.mark.parametrize(
    ("requirement", "on"),
    [
        (Requirement.MENTAL_HEALTH, "2023-05-02"),
        (Requirement.AGE, "2015-01-01"),
        (Requirement.BEST_INTERESTS, "2024-04-01"),
    ],
)
def test_an_assessment_of_the_last_twelve_months_is_used_again_and_one_of_age_always(
    requirement: Requirement, on: str
) -> None:
    asked().when(council.decides(used_again(requirement, on), "2024-05-02")).then(EquivalentAssessmentUsed).breaches()


@breaks(an_assessment_used_again_is_recent_and_right)
@pytest.mark.parametrize(
    ("requirement", "on", "untold"),
    [
        (Requirement.MENTAL_HEALTH, "2023-05-01", {}),
        (Requirement.MENTAL_HEALTH, "2008-05-01", {}),
        (Requirement.AGE, "2024-04-01", {"meets_the_same_demands": False}),
        (Requirement.AGE, "2024-04-01", {"written_copy_held": None}),
        (Requirement.AGE, "2024-04-01", {"no_reason_to_doubt": False}),
        (Requirement.BEST_INTERESTS, "2024-04-01", {"advocate_and_representative_heard": False}),
    ],
)
def test_it_is_not_used_again_where_it_is_old_or_in_doubt(
    requirement: Requirement, on: str, untold: dict[str, Any]
) -> None:
    facts: EquivalentFacts = SAME_DEMANDS.model_copy(update=untold)
    paper = used_again(requirement, on, facts=facts)
    asked().when(council.decides(paper, "2024-05-02")).refused(Unlawful, "DOL-10")


# Granting and refusing


@keeps(
    an_authorisation_rests_on_six_assessments,
    the_assessments_are_held_in_writing,
    an_authorisation_lasts_no_longer_than_it_may,
    an_authorisation_is_for_an_adult_in_a_hospital_or_care_home,
    the_supervisory_body_of_the_day_decides,
)
def test_an_authorisation_on_six_positive_assessments_is_granted() -> None:
    ready().when(council.decides(granted("2025-05-14"), "2024-05-15")).then(StandardAuthorisationDecided).breaches()


@breaks(an_authorisation_rests_on_six_assessments)
@pytest.mark.parametrize("requirement", list(Requirement))
def test_it_is_not_granted_while_one_is_negative_or_not_made(requirement: Requirement) -> None:
    one_negative = ready().when(council.tells(assessed(requirement, met=False), "2024-05-11"))
    words = f"the {requirement.value} requirement is met"
    one_negative.when(council.decides(granted("2025-05-14"), "2024-05-15")).refused(Unlawful, "DOL-06", words)
    others = [council.tells(assessed(one), "2024-05-05") for one in Requirement if one is not requirement]
    missing = given(care_home.tells(requested(), "2024-05-01"), *others)
    missing.when(council.decides(granted("2025-05-14"), "2024-05-15")).refused(Unlawful, "DOL-06", words)


@breaks(an_authorisation_rests_on_six_assessments)
def test_another_councils_grant_on_a_negative_assessment_is_recorded_as_a_breach() -> None:
    record = ready().when(council.tells(assessed(Requirement.BEST_INTERESTS, met=False), "2024-05-11"))
    then = record.when(other_council.tells(granted("2025-05-14"), "2024-05-15")).then(StandardAuthorisationDecided)
    then.breaches("DOL-06")


@breaks(the_assessments_are_held_in_writing)
def test_it_is_a_breach_to_grant_without_a_written_copy() -> None:
    record = ready().when(council.tells(assessed(Requirement.AGE, written_copy=False), "2024-05-11"))
    record.when(council.decides(granted("2025-05-14"), "2024-05-15")).then(StandardAuthorisationDecided).breaches(
        "DOL-06"
    )


@breaks(a_refusal_rests_on_a_negative_assessment)
def test_it_is_not_refused_on_six_positive_assessments() -> None:
    ready().when(council.decides(refused(), "2024-05-15")).refused(Unlawful, "DOL-07")


@keeps(a_refusal_rests_on_a_negative_assessment)
def test_it_is_refused_where_one_is_negative_although_others_were_not_made() -> None:
    record = asked().when(council.tells(assessed(Requirement.MENTAL_CAPACITY, met=False), "2024-05-05"))
    record.when(council.decides(refused(), "2024-05-06")).then(StandardAuthorisationDecided).breaches()


@breaks(an_authorisation_lasts_no_longer_than_it_may)
def test_it_lasts_no_longer_than_the_assessor_would_allow() -> None:
    record = ready().when(
        council.tells(assessed(Requirement.BEST_INTERESTS, longest_until=day("2024-08-14")), "2024-05-11")
    )
    record.when(council.decides(granted("2024-08-15"), "2024-05-15")).refused(Unlawful, "DOL-05", "2024-08-14")
    record.when(council.decides(granted("2024-08-14"), "2024-05-15")).then(StandardAuthorisationDecided).breaches()


@keeps(an_authorisation_does_not_reach_back)
@breaks(an_authorisation_does_not_reach_back)
def test_it_does_not_reach_back() -> None:
    back = granted("2025-05-14", begins_on=day("2024-05-14"))
    ready().when(council.decides(back, "2024-05-15")).then(StandardAuthorisationDecided).flags("DOL-05")
    ahead = granted("2025-05-14", begins_on=day("2024-05-15"))
    ready().when(council.decides(ahead, "2024-05-15")).then(StandardAuthorisationDecided).flags()


@breaks(an_authorisation_is_for_an_adult_in_a_hospital_or_care_home)
def test_it_is_not_granted_elsewhere_or_for_a_child() -> None:
    elsewhere = ready(setting=Setting.SUPPORTED_LIVING)
    elsewhere.when(council.decides(granted("2025-05-14"), "2024-05-15")).refused(
        Unlawful, "DOL-22", "Apply to the court"
    )
    child = ready().when(council.tells(PersonRegistered(birth_year=2010), "2024-05-11"))
    child.when(council.decides(granted("2025-05-14"), "2024-05-15")).refused(Unlawful, "DOL-22")


def decides_of(who: Any, setting: Setting, on: str) -> Then:
    record = given(hospital.tells(requested(setting=setting), "2013-03-20"), *all_met("2013-03-25"))
    return record.when(who.records(granted("2013-09-01"), on)).then(StandardAuthorisationDecided)


@keeps(the_supervisory_body_of_the_day_decides)
@pytest.mark.parametrize(
    ("who", "setting", "on"),
    [
        (council, Setting.CARE_HOME, "2013-03-31"),
        (council, Setting.HOSPITAL, "2013-04-01"),
        (NHS_BODY, Setting.HOSPITAL, "2013-03-31"),
        (other_council, Setting.HOSPITAL, "2013-04-01"),
    ],
)
def test_the_supervisory_body_of_a_hospital_is_the_nhs_body_and_from_1_april_2013_a_council(
    who: Any, setting: Setting, on: str
) -> None:
    decides_of(who, setting, on).breaches()


@breaks(the_supervisory_body_of_the_day_decides)
@pytest.mark.parametrize(
    ("who", "setting", "on"),
    [
        (council, Setting.HOSPITAL, "2013-03-31"),
        (other_council, Setting.HOSPITAL, "2013-03-31"),
        (NHS_BODY, Setting.CARE_HOME, "2013-03-31"),
        (NHS_BODY, Setting.HOSPITAL, "2013-04-01"),
    ],
)
def test_no_other_body_authorises(who: Any, setting: Setting, on: str) -> None:
    decides_of(who, setting, on).breaches("DOL-SB")


def test_a_practice_never_decides() -> None:
    ready().when(practice.decides(granted("2025-05-14"), "2024-05-15")).refused(Unlawful, "DEL-08")


# While it lasts


@breaks(conditions_are_kept)
@keeps(conditions_are_kept)
def test_a_condition_that_is_not_kept_is_the_managing_authoritys_breach() -> None:
    for kept, breaches in ((False, ["DOL-18"]), (True, []), (None, [])):
        paper = ConditionChecked(authorisation="s1", kept=kept)
        authorised().when(care_home.tells(paper, "2024-06-01")).then(ConditionChecked).breaches(*breaches)


@keeps(a_representative_can_be_one)
def test_a_representative_is_appointed_and_another_after_them() -> None:
    record = authorised().when(council.decides(represented(), "2024-05-16")).then(RepresentativeAppointed).breaches()
    paid = REPRESENTATIVE.model_copy(update={"paid": True, "checked": True})
    record.when(council.decides(represented(facts=paid), "2024-06-16")).then(RepresentativeAppointed).breaches()


@breaks(a_representative_can_be_one)
@pytest.mark.parametrize(
    "told",
    [
        {"adult": False},
        {"can_keep_in_contact": False},
        {"willing": None},
        {"financially_interested": True},
        {"works_on_the_case": True},
        {"objected_to": True},
        {"paid": True, "checked": False},
    ],
)
def test_whoever_cannot_be_one_is_not_appointed(told: dict[str, Any]) -> None:
    facts: RepresentativeFacts = REPRESENTATIVE.model_copy(update=told)
    authorised().when(council.decides(represented(facts=facts), "2024-05-16")).refused(Unlawful, "DOL-12")


REVIEW = AuthorisationReviewRequested(review="r1", authorisation="s1")


@keeps(a_review_is_not_asked_for_meanwhile)
def test_a_review_is_asked_for_and_held() -> None:
    record = authorised().when(person.tells(REVIEW, "2024-06-01")).then(AuthorisationReviewRequested).flags()
    record.owes("review the authorisation", "r1", as_at="2024-06-10")
    record.when(council.decides(reviewed(), "2024-06-20")).then(AuthorisationReviewed).breaches()


@breaks(a_review_is_not_asked_for_meanwhile)
def test_no_review_is_asked_for_while_it_is_suspended_or_its_renewal_is_pending() -> None:
    suspended = authorised().when(care_home.tells(AuthorisationSuspended(authorisation="s1"), "2024-06-01"))
    suspended.when(person.tells(REVIEW, "2024-06-02")).then(AuthorisationReviewRequested).flags("DOL-13")
    lifted = suspended.when(care_home.tells(SuspensionLifted(authorisation="s1"), "2024-06-02"))
    lifted.when(person.tells(REVIEW, "2024-06-03")).then(AuthorisationReviewRequested).flags()
    pending = authorised().when(care_home.tells(renewal(), "2025-05-01"))
    pending.when(person.tells(REVIEW, "2025-05-02")).then(AuthorisationReviewRequested).flags("DOL-13")


@keeps(a_review_lengthens_nothing, a_negative_review_ends_an_authorisation)
def test_a_review_may_shorten_and_ends_what_no_longer_meets_the_requirements() -> None:
    shorter = reviewed(ReviewOutcome.REASONS_VARIED, until=day("2025-05-14"))
    authorised().when(council.decides(shorter, "2024-06-20")).then(AuthorisationReviewed).breaches()
    ended = reviewed(ReviewOutcome.TERMINATED, negative=True)
    authorised().when(council.decides(ended, "2024-06-20")).then(AuthorisationReviewed).breaches()


@breaks(a_review_lengthens_nothing)
def test_a_review_cannot_make_it_last_longer() -> None:
    longer = reviewed(ReviewOutcome.REASONS_VARIED, until=day("2025-05-15"))
    authorised().when(council.decides(longer, "2024-06-20")).refused(Unlawful, "DOL-14", "Ask for a new one")


@breaks(a_negative_review_ends_an_authorisation)
def test_a_negative_review_that_leaves_it_in_force_is_a_breach() -> None:
    paper = reviewed(ReviewOutcome.UNCHANGED, negative=True)
    authorised().when(council.decides(paper, "2024-06-20")).then(AuthorisationReviewed).breaches("DOL-14")
