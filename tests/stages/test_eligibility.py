"""Eligibility: derived from the outcomes recorded, never ticked, by the test of the person's own regime."""

from __future__ import annotations

import pytest

from swp_domain.assessment.vocabulary import Conclusion
from swp_domain.case.events import OldLawSupportRecorded, TransitionReviewCompleted
from swp_domain.case.vocabulary import TransitionConclusion
from swp_domain.duty import DutyStanding
from swp_domain.eligibility.events import (
    AdviceGiven,
    BandedEligibilityDetermined,
    CarersEligibilityDetermined,
    DeterminationGiven,
    EligibilityDetermined,
)
from swp_domain.eligibility.rules import (
    a_carer_is_eligible_by_the_criteria,
    a_need_above_the_threshold_is_eligible,
    an_adult_is_eligible_by_the_criteria,
    each_regime_has_its_own_test,
    it_has_reasons,
    it_stands_on_an_assessment,
    more_than_the_threshold_asks_is_looked_at,
    the_old_decision_has_regard_to_one,
    wishes_and_residence_are_recorded,
)
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.law.eligibility_regulations_2015.reg2_adults import AdultAbility, AdultNeeds, AdultOutcome
from swp_domain.law.eligibility_regulations_2015.reg3_carers import CarerAbility, CarerNeeds, CarerOutcome
from swp_domain.law.fair_access_to_care.bands import Band
from swp_domain.law.finding import Force
from swp_domain.party import Whose
from swp_domain.refusal import OutOfSequence, Unlawful
from tests.cast import DELEGATE, PILOT, council, other_council, person, practice, threshold
from tests.papers import (
    CARER_CRITERIA_MET,
    CRITERIA_MET,
    banded,
    carer_determined,
    carers_completed,
    completed,
    decided,
    determined,
    request,
)
from tests.telling import Given, breaks, given, keeps

NOT_ELIGIBLE = decided(Eligibility.NOT_ELIGIBLE)
ALL_OUT_OF_REACH = tuple(AdultAbility(outcome=one, needs_assistance=True) for one in AdultOutcome)
ALL_IN_REACH = tuple(
    AdultAbility(
        outcome=one,
        needs_assistance=False,
        pain_distress_or_anxiety=False,
        danger_to_health_or_safety=False,
        significantly_longer=False,
    )
    for one in AdultOutcome
)


def assessed() -> Given:
    return given(person.tells(request(), "2024-05-01"), council.decides(completed(), "2024-05-20"))


def carer_assessed() -> Given:
    asked = person.tells(request(whose=Whose.CARER), "2024-05-01")
    return given(asked, council.decides(carers_completed(), "2024-05-20"))


def assessed_in_the_pilot(band: Band | None = Band.SUBSTANTIAL) -> Given:
    return given(
        *PILOT,
        *([threshold(band)] if band else []),
        person.tells(request(), "2012-05-01"),
        practice.decides(completed(), "2012-05-20"),
    )


# The Care Act


@keeps(
    each_regime_has_its_own_test,
    it_stands_on_an_assessment,
    it_has_reasons,
    an_adult_is_eligible_by_the_criteria,
    wishes_and_residence_are_recorded,
)
def test_needs_that_meet_the_criteria_are_eligible() -> None:
    (
        given(*DELEGATE, person.tells(request(), "2024-05-01"), practice.decides(completed(), "2024-05-20"))
        .when(practice.decides(determined(), "2024-05-21"))
        .then(EligibilityDetermined)
        .breaches()
        .flags()
        .finds("SI 2015/313, reg 2(1): met on 21 May 2024.")
        .owes("give the determination in writing", "n1", as_at="2024-05-21", last_day="2024-06-04")
        .owes_no_duty_to("give advice where no needs are eligible", as_at="2024-05-21")
    )


@pytest.mark.parametrize(
    "needs",
    [
        CRITERIA_MET.model_copy(update={"from_impairment_or_illness": False}),
        CRITERIA_MET.model_copy(update={"significant_impact_on_wellbeing": False}),
        CRITERIA_MET.model_copy(update={"abilities": ALL_IN_REACH}),
        CRITERIA_MET.model_copy(update={"abilities": (*ALL_IN_REACH[1:], ALL_OUT_OF_REACH[0])}),
    ],
    ids=["no impairment", "no impact", "no outcome", "one outcome"],
)
@breaks(an_adult_is_eligible_by_the_criteria)
@keeps(an_adult_is_eligible_by_the_criteria)
def test_an_adult_is_not_eligible_where_one_limb_is_absent(needs: AdultNeeds) -> None:
    record = assessed()
    record.when(council.decides(determined(needs=needs), "2024-05-21")).refused(
        Unlawful,
        "CA-13-03: SI 2015/313, reg 2(1): not met on 21 May 2024; not shown: ",
        "but the decision is that the person has eligible needs. "
        "Decide as the outcomes recorded show, or record what is missing.",
    )
    record.when(council.decides(determined(needs=needs, decision=NOT_ELIGIBLE), "2024-05-21")).then(
        EligibilityDetermined
    ).breaches()


@breaks(an_adult_is_eligible_by_the_criteria)
def test_eligible_needs_are_not_denied_against_the_outcomes_recorded() -> None:
    (
        assessed()
        .when(council.decides(determined(decision=NOT_ELIGIBLE), "2024-05-21"))
        .refused(Unlawful)
        .in_these_words(
            "CA-13-03: SI 2015/313, reg 2(1): met on 21 May 2024; "
            "but the decision is that the person has no eligible needs. "
            "Decide as the outcomes recorded show, or record what is missing."
        )
    )


@pytest.mark.parametrize("outcome", list(Eligibility))
@breaks(an_adult_is_eligible_by_the_criteria)
def test_nothing_is_determined_while_the_outcomes_do_not_tell(outcome: Eligibility) -> None:
    needs = CRITERIA_MET.model_copy(update={"abilities": CRITERIA_MET.abilities[:1]})
    (
        assessed()
        .when(council.decides(determined(needs=needs, decision=decided(outcome)), "2024-05-21"))
        .refused(Unlawful, "cannot tell", "not told: (b) is unable to achieve two or more of the outcomes")
    )


@breaks(it_stands_on_an_assessment)
def test_eligibility_waits_for_an_assessment_to_be_completed() -> None:
    (
        given(person.tells(request(), "2024-05-01"))
        .when(council.decides(determined(), "2024-05-21"))
        .refused(Unlawful)
        .in_these_words(
            "CA-13-01: Care Act 2014, s 13(1): not met on 21 May 2024; not shown: "
            "(1) a needs or carer's assessment is completed; "
            "but no such assessment of that person is completed by then. "
            "Complete the assessment first."
        )
    )


@breaks(it_stands_on_an_assessment)
def test_each_determination_stands_on_an_assessment_of_that_person() -> None:
    assessed().when(council.decides(carer_determined(), "2024-05-21")).refused(Unlawful, "CA-13-01")
    carer_assessed().when(council.decides(determined(), "2024-05-21")).refused(Unlawful, "CA-13-01")


def test_eligibility_is_judged_on_the_day_it_was_determined_and_not_on_what_followed() -> None:
    assessed().when(council.decides(determined(), "2024-05-19")).refused(Unlawful, "CA-13-01")
    given().when(council.decides(determined(), "2024-05-21")).refused(OutOfSequence, "assessment: no assessment a1")


@breaks(it_has_reasons)
def test_a_determination_has_reasons() -> None:
    (
        assessed()
        .when(council.decides(determined(decision=decided(Eligibility.ELIGIBLE, reasons=None)), "2024-05-21"))
        .refused(Unlawful)
        .in_these_words(
            "CA-13-02: Care Act 2014, s 13(2): cannot tell on 21 May 2024; not told: "
            "(2) the reasons are recorded; but decision.reasons is missing. Give the reasons."
        )
    )


@pytest.mark.parametrize("missing", ["wants_needs_met", "ordinarily_resident"])
@breaks(wishes_and_residence_are_recorded)
def test_a_person_is_warned_where_wishes_or_residence_were_not_asked(missing: str) -> None:
    (
        assessed()
        .when(council.decides(determined(**{missing: None}), "2024-05-21"))
        .then(EligibilityDetermined)
        .breaches()
        .flags("CA-13-06")
    )


def test_somebody_without_eligible_needs_is_owed_advice() -> None:
    duty = "give advice where no needs are eligible"
    needs = AdultNeeds(from_impairment_or_illness=False)
    (
        assessed()
        .when(council.decides(determined(needs=needs, decision=NOT_ELIGIBLE), "2024-05-21"))
        .then(EligibilityDetermined)
        .owes(duty, "n1", as_at="2024-05-21", last_day="2024-06-04")
        .when(council.tells(AdviceGiven(determination="n1"), "2024-06-05"))
        .then(AdviceGiven)
        .owes(duty, "n1", as_at="2024-06-05", standing=DutyStanding.MET_LATE, late_since="2024-06-05")
    )


# Carers


@keeps(a_carer_is_eligible_by_the_criteria)
def test_a_carer_is_eligible_on_any_one_circumstance() -> None:
    for needs in (
        CARER_CRITERIA_MET,
        CarerNeeds(from_necessary_care=True, health_at_risk=True, significant_impact_on_wellbeing=True),
    ):
        (
            carer_assessed()
            .when(council.decides(carer_determined(needs=needs), "2024-05-21"))
            .then(CarersEligibilityDetermined)
            .breaches()
            .finds("SI 2015/313, reg 3(1): met on 21 May 2024.")
        )


@breaks(a_carer_is_eligible_by_the_criteria)
def test_a_carer_is_not_eligible_where_no_circumstance_is_shown() -> None:
    in_reach = tuple(
        CarerAbility(
            outcome=one, needs_assistance=False, pain_distress_or_anxiety=False, danger_to_health_or_safety=False
        )
        for one in CarerOutcome
    )
    needs = CARER_CRITERIA_MET.model_copy(update={"abilities": in_reach, "health_at_risk": False})
    (
        carer_assessed()
        .when(council.decides(carer_determined(needs=needs), "2024-05-21"))
        .refused(
            Unlawful,
            "CA-13-04: SI 2015/313, reg 3(1): not met on 21 May 2024; not shown: "
            "(b) health is at risk, or an outcome is out of reach",
        )
    )


# Before the Care Act


@keeps(each_regime_has_its_own_test, the_old_decision_has_regard_to_one, a_need_above_the_threshold_is_eligible)
def test_before_the_care_act_a_need_in_or_above_the_band_is_eligible() -> None:
    (
        assessed_in_the_pilot()
        .when(practice.decides(banded(Band.LOW, Band.SUBSTANTIAL), "2012-06-01"))
        .then(BandedEligibilityDetermined)
        .breaches()
        .flags()
        .finds("Fair Access to Care Services, eligibility bands: met on 1 June 2012.")
        .owes_no_duty_to("give the determination in writing", as_at="2012-06-01")
    )


@breaks(more_than_the_threshold_asks_is_looked_at)
@keeps(more_than_the_threshold_asks_is_looked_at)
def test_a_need_below_the_band_that_is_met_all_the_same_is_looked_at() -> None:
    """Guidance, not law: there may be a good reason."""
    record = assessed_in_the_pilot()
    (
        record.when(practice.decides(banded(Band.LOW, Band.MODERATE), "2012-06-01"))
        .then(BandedEligibilityDetermined)
        .breaches()
        .flags("CC-FACS-01")
        .finds(
            "Fair Access to Care Services, eligibility bands: not met on 1 June 2012; "
            "not shown: (1) a need lies in or above the council's threshold; "
            "but the decision is that the person has eligible needs."
        )
    )
    declined = banded(Band.LOW, decision=decided(Eligibility.NOT_ELIGIBLE))
    record.when(practice.decides(declined, "2012-06-01")).then(BandedEligibilityDetermined).flags()


@breaks(a_need_above_the_threshold_is_eligible)
def test_a_need_above_the_band_that_is_not_met_breaks_the_councils_own_policy() -> None:
    declined = banded(Band.CRITICAL, decision=decided(Eligibility.NOT_ELIGIBLE))
    after = assessed_in_the_pilot().when(practice.decides(declined, "2012-06-01"))
    after.then(BandedEligibilityDetermined).breaches("CC-FACS-01").purported(False)
    assert after.entry.breaches[0].force is Force.STATUTORY_GUIDANCE


@breaks(more_than_the_threshold_asks_is_looked_at)
def test_no_band_is_guessed_where_the_council_set_none() -> None:
    after = assessed_in_the_pilot(None).when(practice.decides(banded(Band.CRITICAL), "2012-06-01"))
    after.then(BandedEligibilityDetermined).breaches().flags("CC-FACS-01")
    assert "cannot tell" in str([one for one in after.findings if one.rule == "CC-FACS-01"][-1])


@breaks(the_old_decision_has_regard_to_one)
def test_a_carers_assessment_is_none_of_the_adults() -> None:
    carers = council.decides(carers_completed(), "2012-05-20")
    asked = person.tells(request(whose=Whose.CARER), "2012-05-01")
    record = given(*PILOT, threshold(Band.CRITICAL), asked, carers)
    record.when(practice.decides(banded(), "2012-06-01")).refused(Unlawful, "CC-47-02")


@breaks(it_stands_on_an_assessment)
@keeps(it_stands_on_an_assessment)
def test_nobody_is_eligible_on_an_assessment_that_found_no_needs() -> None:
    none = completed(decision=decided(Conclusion.NO_NEEDS))
    record = given(*DELEGATE, person.tells(request(), "2024-05-01"), council.decides(none, "2024-05-20"))
    record.when(council.decides(determined(), "2024-05-21")).refused(
        Unlawful, "CA-13-01", "but the assessment concluded that there are none. Assess again, or correct it."
    )
    no = determined(needs=AdultNeeds(from_impairment_or_illness=False), decision=decided(Eligibility.NOT_ELIGIBLE))
    record.when(council.decides(no, "2024-05-21")).then(EligibilityDetermined)


def test_what_the_assessment_of_somebody_else_concluded_says_nothing_of_needs() -> None:
    (
        carer_assessed()
        .when(council.decides(determined(), "2024-05-21"))
        .refused(Unlawful, "not shown: (1) a needs or carer's assessment is completed; but no such assessment")
    )


def test_a_carers_assessment_without_needs_does_not_say_that_the_adult_has_none() -> None:
    none = carers_completed(decision=decided(Conclusion.NO_NEEDS))
    record = given(person.tells(request(whose=Whose.CARER), "2024-05-01"), council.records(none, "2024-05-20"))
    after = record.when(council.records(determined(), "2024-05-21"))
    (finding,) = (one for one in after.findings if one.rule == "CA-13-01")
    assert [one.shown for one in finding.limbs] == [False, None]


def test_a_determination_is_owed_once_an_assessment_finds_needs() -> None:
    duty = "determine whether needs are eligible"
    record = given(*DELEGATE, person.tells(request(), "2024-05-01"))
    found = record.when(council.decides(completed(), "2024-05-20")).owes(duty, "a1", as_at="2026-05-20", last_day=None)
    found.when(council.decides(determined(), "2024-05-21")).owes(duty, as_at="2024-05-21", standing=DutyStanding.MET)
    none = completed(decision=decided(Conclusion.NO_NEEDS))
    record.when(council.decides(none, "2024-05-20")).owes_no_duty_to(duty, as_at="2024-05-20")


@breaks(the_old_decision_has_regard_to_one)
def test_the_old_decision_waits_for_an_assessment_too() -> None:
    (
        given(*PILOT, threshold(Band.CRITICAL), person.tells(request(), "2012-05-01"))
        .when(practice.decides(banded(), "2012-06-01"))
        .refused(Unlawful, "CC-47-02: NHS and Community Care Act 1990, s 47(1)(b): not met on 1 June 2012")
    )


@pytest.mark.parametrize("paper", [determined(), carer_determined()], ids=["adult", "carer"])
@breaks(each_regime_has_its_own_test)
def test_the_national_criteria_do_not_apply_before_the_care_act(
    paper: EligibilityDetermined | CarersEligibilityDetermined,
) -> None:
    (
        assessed_in_the_pilot()
        .when(practice.decides(paper, "2012-06-01"))
        .refused(Unlawful)
        .in_these_words(
            "REG-03: Care Act 2014, s 13(1): not met on 1 June 2012; not shown: "
            "(1) the national criteria apply to the person on that day; "
            "but the person is under the community care regime. Determine it by the test of that regime."
        )
    )


@breaks(each_regime_has_its_own_test)
def test_bands_do_not_apply_under_the_care_act() -> None:
    assessed().when(council.decides(banded(), "2024-05-21")).refused(
        Unlawful,
        "REG-03: Fair Access to Care Services, eligibility bands: not met",
        "but the person is under the Care Act regime.",
    )


@pytest.mark.parametrize(
    ("on", "provision"),
    [
        ("2015-04-01", "SI 2015/995, art 2"),
        ("2016-03-31", "SI 2015/995, art 2"),
        ("2016-04-01", "Fair Access to Care Services, eligibility bands"),
    ],
)
@breaks(each_regime_has_its_own_test)
def test_while_there_were_two_regimes_the_order_says_which_is_whose(on: str, provision: str) -> None:
    record = given(person.tells(request(), "2015-03-20"), council.records(completed(), "2015-04-01"))
    record.when(council.decides(banded(), on)).refused(Unlawful, f"REG-03: {provision}: not met")


@keeps(each_regime_has_its_own_test)
@breaks(each_regime_has_its_own_test)
def test_the_review_that_completes_the_move_changes_the_test_from_that_day() -> None:
    record = given(
        threshold(Band.SUBSTANTIAL),
        council.tells(OldLawSupportRecorded(), "2015-03-31"),
        person.tells(request(), "2015-06-01"),
        council.decides(completed(), "2015-06-20"),
        council.tells(TransitionReviewCompleted(decision=decided(TransitionConclusion.MEETING_NEEDS)), "2015-09-01"),
    )
    record.when(council.decides(banded(), "2015-08-31")).then(BandedEligibilityDetermined)
    record.when(council.decides(determined(), "2015-08-31")).refused(Unlawful, "REG-03: SI 2015/995, art 2")
    record.when(council.decides(banded(), "2015-09-01")).refused(Unlawful, "REG-03")
    record.when(council.decides(determined(), "2015-09-01")).then(EligibilityDetermined)


def test_what_another_council_determined_is_taken_as_it_came() -> None:
    (
        given()
        .when(other_council.decides(determined(decision=NOT_ELIGIBLE), "2024-05-21"))
        .then(EligibilityDetermined)
        .breaches("CA-13-01", "CA-13-03")
        .flags("DEL-00", "REC-SEQ")
        .purported(False)
    )


def test_a_determination_given_in_writing_is_what_was_owed() -> None:
    duty = "give the determination in writing"
    (
        given(
            person.tells(request(), "2024-05-01"),
            council.decides(completed(), "2024-05-20"),
            council.decides(determined(), "2024-05-21"),
        )
        .when(council.tells(DeterminationGiven(determination="n1"), "2024-06-04"))
        .then(DeterminationGiven)
        .owes(duty, "n1", as_at="2024-06-04", standing=DutyStanding.MET)
    )
