"""Safeguarding: a concern can always be recorded; the decision on it is the council's, limb by limb."""

from __future__ import annotations

import pytest

from swp_domain.actor import BodyKind
from swp_domain.case.events import PersonDied
from swp_domain.duty import DutyStanding
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts
from swp_domain.refusal import OutOfSequence, Unlawful
from swp_domain.safeguarding.events import ConcernReceived, EnquiryDecided
from swp_domain.safeguarding.rules import (
    a_concern_from_elsewhere_is_passed_on,
    a_decision_shows_each_limb,
    a_duty_is_not_declined,
    a_refusal_ends_nothing_once_somebody_is_at_risk,
    a_vulnerable_adult_was_protected,
    prison_has_its_own_arrangements,
    section_42_begins_with_the_care_act,
    some_grounds_are_none,
)
from swp_domain.safeguarding.vocabulary import AbuseType, EnquiryOutcome, NoEnquiryGround
from tests.cast import DELEGATE, PILOT, council, hospital, other_council, person, practice, somebody
from tests.papers import SUSPECTED, closed, concern, decided, ended_by_refusal, enquiry, request
from tests.telling import Given, Voice, breaks, given, keeps

NOT_MET = SafeguardingFacts(has_needs=True, at_risk=False, unable_to_protect=True)
DECLINED = [EnquiryOutcome.NO_ENQUIRY, EnquiryOutcome.OTHER_ENQUIRY]


def received() -> Given:
    return given(person.tells(concern(), "2024-05-01"))


@pytest.mark.parametrize("voice", [somebody(kind) for kind in BodyKind], ids=[kind.name.lower() for kind in BodyKind])
def test_a_concern_is_received_from_anybody(voice: Voice) -> None:
    given().when(voice.tells(concern(types=(AbuseType.NEGLECT,)), "2024-05-01")).then(ConcernReceived).breaches()


def test_a_concern_is_received_about_somebody_who_died_and_whose_case_is_closed() -> None:
    (
        given(person.tells(PersonDied(), "2024-04-01"), council.decides(closed(), "2024-04-20"))
        .when(person.tells(concern(), "2024-05-01"))
        .then(ConcernReceived)
        .breaches()
    )


@keeps(a_duty_is_not_declined, some_grounds_are_none, prison_has_its_own_arrangements, a_decision_shows_each_limb)
def test_once_the_three_limbs_are_suspected_the_council_enquires() -> None:
    (
        received()
        .when(council.decides(enquiry(), "2024-05-03"))
        .then(EnquiryDecided)
        .breaches()
        .flags()
        .finds("Care Act 2014, s 42(1): met on 3 May 2024.")
    )


@pytest.mark.parametrize("outcome", DECLINED)
@breaks(a_duty_is_not_declined)
def test_once_the_duty_is_met_not_enquiring_is_not_open(outcome: EnquiryOutcome) -> None:
    (
        received()
        .when(council.decides(enquiry(outcome), "2024-05-03"))
        .refused(Unlawful)
        .in_these_words(
            "SG-42-01: Care Act 2014, s 42(1): met on 3 May 2024; "
            f"but the decision is {outcome.value}. Decide to enquire, or record which limb is not shown."
        )
    )


@breaks(a_duty_is_not_declined)
def test_where_a_limb_is_absent_there_is_no_section_42_enquiry() -> None:
    (
        received()
        .when(council.decides(enquiry(suspected=NOT_MET), "2024-05-03"))
        .refused(Unlawful)
        .in_these_words(
            "SG-42-01: Care Act 2014, s 42(1): not met on 3 May 2024; not shown: "
            "(b) is experiencing, or at risk of, abuse or neglect; "
            "but the decision is to make a section 42 enquiry. Make another kind of enquiry."
        )
    )


@pytest.mark.parametrize("outcome", [EnquiryOutcome.OTHER_ENQUIRY, EnquiryOutcome.NO_ENQUIRY])
@keeps(a_duty_is_not_declined)
def test_where_a_limb_is_absent_every_other_decision_is_open(outcome: EnquiryOutcome) -> None:
    (
        received()
        .when(council.decides(enquiry(outcome, suspected=NOT_MET), "2024-05-03"))
        .then(EnquiryDecided)
        .breaches()
        .finds(
            "Care Act 2014, s 42(1): not met on 3 May 2024; not shown: "
            "(b) is experiencing, or at risk of, abuse or neglect."
        )
    )


def test_a_duty_that_was_declined_all_the_same_is_recorded_as_purported_and_broken() -> None:
    entry = (
        received()
        .when(council.records(enquiry(EnquiryOutcome.NO_ENQUIRY), "2024-05-03"))
        .then(EnquiryDecided)
        .breaches("SG-42-01")
        .purported()
        .entry
    )
    (breach,) = entry.breaches
    assert breach.theme == "P18"
    assert str(breach) == ("SG-42-01 (Care Act 2014, s 42(1); statute) since 2024-05-03: the decision is no enquiry")


def test_another_council_that_declines_is_recorded_and_the_breach_is_theirs() -> None:
    entry = (
        received()
        .when(other_council.decides(enquiry(EnquiryOutcome.NO_ENQUIRY), "2024-05-03"))
        .then(EnquiryDecided)
        .breaches("SG-42-01")
        .purported(False)
        .entry
    )
    assert [one.body for one in entry.breaches] == ["Southmere Council"]


@pytest.mark.parametrize("ground", [one for one in NoEnquiryGround if one.is_no_ground])
@breaks(some_grounds_are_none)
def test_some_grounds_are_no_reason_not_to_enquire(ground: NoEnquiryGround) -> None:
    unclear = SafeguardingFacts(has_needs=True, at_risk=True)
    paper = enquiry(EnquiryOutcome.NO_ENQUIRY, suspected=unclear, grounds=(ground,))
    (
        received()
        .when(council.decides(paper, "2024-05-03"))
        .then(EnquiryDecided)
        .breaches("SG-42-03")
        .finds(
            "Care Act 2014, s 42(1): not met on 3 May 2024; not shown: "
            "(1) a ground is given that section 42 knows; "
            f"but the only grounds given are {ground.value}."
        )
    )


@keeps(some_grounds_are_none)
def test_a_ground_that_counts_beside_one_that_does_not_is_no_breach() -> None:
    grounds = (NoEnquiryGround.NO_CONSENT, NoEnquiryGround.NOT_MET)
    paper = enquiry(EnquiryOutcome.NO_ENQUIRY, suspected=NOT_MET, grounds=grounds)
    received().when(council.decides(paper, "2024-05-03")).then(EnquiryDecided).breaches()


@keeps(some_grounds_are_none)
def test_grounds_that_are_none_are_not_held_against_an_enquiry_that_is_made() -> None:
    paper = enquiry(grounds=(NoEnquiryGround.NO_CONSENT,))
    received().when(council.decides(paper, "2024-05-03")).then(EnquiryDecided).breaches()


@breaks(prison_has_its_own_arrangements)
def test_section_42_does_not_reach_into_prison() -> None:
    suspected = SUSPECTED.model_copy(update={"in_prison": True})
    (
        received()
        .when(council.decides(enquiry(suspected=suspected), "2024-05-03"))
        .refused(Unlawful)
        .in_these_words(
            "SG-42-04: Care Act 2014, s 76(7): not met on 3 May 2024; not shown: "
            "(7) is not in prison or approved premises; but the decision is to make a section 42 enquiry. "
            "Make another kind of enquiry."
        )
    )


@keeps(prison_has_its_own_arrangements, a_duty_is_not_declined)
def test_another_kind_of_enquiry_is_made_in_prison() -> None:
    suspected = SUSPECTED.model_copy(update={"in_prison": True})
    paper = enquiry(EnquiryOutcome.OTHER_ENQUIRY, suspected=suspected)
    received().when(council.decides(paper, "2024-05-03")).then(EnquiryDecided).breaches()


@breaks(a_decision_shows_each_limb)
def test_a_person_is_warned_where_a_limb_has_no_answer() -> None:
    suspected = SafeguardingFacts(has_needs=True, at_risk=True)
    (
        received()
        .when(council.decides(enquiry(suspected=suspected), "2024-05-03"))
        .then(EnquiryDecided)
        .breaches()
        .flags("SG-42-07")
    )


def test_the_practice_does_the_work_and_the_council_takes_the_decision() -> None:
    (
        given(*DELEGATE, person.tells(concern(), "2024-05-01"))
        .when(practice.decides(enquiry(), "2024-05-03"))
        .refused(Unlawful)
        .in_these_words(
            "DEL-02: Care Act 2014, s 79(2): not met on 3 May 2024; not shown: "
            "(2) the function is one that can be delegated; "
            "but the practice takes the safeguarding enquiry decision. "
            "The practice may do the work; ask the council to take the decision."
        )
    )


def test_a_concern_that_is_not_on_file_is_recorded_first() -> None:
    given().when(council.decides(enquiry(), "2024-05-03")).refused(OutOfSequence, "concern: no concern k1")


def test_a_concern_that_another_is_only_said_to_repeat_is_not_on_file_by_that() -> None:
    record = given().when(person.tells(concern(concern="k2", repeats="k1"), "2024-05-01")).flags("REC-SEQ")
    record.when(council.decides(enquiry(), "2024-05-03")).refused(OutOfSequence, "concern: no concern k1")
    record.when(council.records(enquiry(), "2024-05-03")).then(EnquiryDecided).flags("REC-SEQ")
    known = record.when(person.tells(concern(), "2024-04-01"))
    known.when(council.decides(enquiry(), "2024-05-03")).then(EnquiryDecided).flags()


# Before the Care Act


@keeps(a_vulnerable_adult_was_protected)
def test_before_the_care_act_a_vulnerable_adult_was_to_be_protected() -> None:
    (
        given(*PILOT, person.tells(concern(), "2012-05-01"))
        .when(council.decides(enquiry(EnquiryOutcome.OTHER_ENQUIRY), "2012-05-03"))
        .then(EnquiryDecided)
        .breaches()
        .flags()
        .finds("No Secrets, para 2.3: met on 3 May 2012.")
    )


@breaks(section_42_begins_with_the_care_act)
def test_before_the_care_act_there_is_no_section_42_enquiry() -> None:
    (
        given(*PILOT, person.tells(concern(), "2012-05-01"))
        .when(council.decides(enquiry(), "2012-05-03"))
        .refused(Unlawful)
        .in_these_words(
            "SG-42-08: Care Act 2014, s 42: not met on 3 May 2012; not shown: (1) section 42 is in force; "
            "but the decision is to make a section 42 enquiry. Make another enquiry, as guidance asked."
        )
    )


@keeps(section_42_begins_with_the_care_act)
def test_under_the_care_act_there_is_one() -> None:
    received().when(council.decides(enquiry(), "2024-05-03")).then(EnquiryDecided).breaches()


@breaks(a_vulnerable_adult_was_protected)
def test_before_the_care_act_declining_is_a_departure_from_guidance_and_no_breach_of_a_duty() -> None:
    (
        given(*PILOT, person.tells(concern(), "2012-05-01"))
        .when(council.decides(enquiry(EnquiryOutcome.NO_ENQUIRY), "2012-05-03"))
        .then(EnquiryDecided)
        .breaches()
        .flags("SG-OLD-01")
    )


@keeps(a_vulnerable_adult_was_protected, a_duty_is_not_declined)
@breaks(a_vulnerable_adult_was_protected, a_duty_is_not_declined)
def test_the_duty_begins_with_the_care_act() -> None:
    record = given(person.tells(concern(), "2015-03-30"))
    declined = enquiry(EnquiryOutcome.NO_ENQUIRY)
    record.when(council.decides(declined, "2015-03-31")).then(EnquiryDecided).flags("SG-OLD-01")
    record.when(council.decides(declined, "2015-04-01")).refused(Unlawful, "SG-42-01")


# The duty to decide


def test_a_concern_is_decided_within_the_days_of_local_procedure() -> None:
    duty = "decide on the concern"
    record = received().owes(duty, "k1", as_at="2024-05-09", last_day="2024-05-09")
    record.owes(duty, "k1", as_at="2024-05-10", standing=DutyStanding.LATE, late_since="2024-05-10")
    record.when(council.decides(enquiry(), "2024-05-09")).owes(
        duty, "k1", as_at="2024-05-09", standing=DutyStanding.MET
    )
    record.when(council.decides(enquiry(), "2024-05-10")).owes(
        duty, "k1", as_at="2024-05-10", standing=DutyStanding.MET_LATE
    )
    mark = record.duty(duty).mark
    assert mark.limit_force is not None
    assert not mark.limit_force.is_law, "a missed local target is not unlawful"


def test_the_days_of_local_procedure_are_working_days() -> None:
    over_a_bank_holiday = given(person.tells(concern(), "2024-05-03"))
    over_a_bank_holiday.owes("decide on the concern", "k1", as_at="2024-05-13", last_day="2024-05-13")


def test_where_the_working_days_are_not_known_the_duty_opens_without_a_last_day_and_says_so() -> None:
    after = given().when(person.tells(concern(), "2028-12-28")).then(ConcernReceived).breaches()
    after.owes("decide on the concern", "k1", as_at="2028-12-31", last_day=None)
    assert [one.confidence for one in after.findings] == ["not encoded"]


def test_no_duty_of_an_act_is_owed_before_the_act() -> None:
    before = given(person.tells(concern(), "2012-05-01"))
    for one in before.duties("decide on the concern"):
        assert "Care Act" not in one.mark.provision


def test_a_decision_of_a_hospital_on_a_concern_is_recorded_without_conduct() -> None:
    paper = enquiry(EnquiryOutcome.NO_ENQUIRY, decision=decided(EnquiryOutcome.NO_ENQUIRY, reasons=None))
    entry = received().when(hospital.decides(paper, "2024-05-03")).then(EnquiryDecided).entry
    assert entry.conduct is None


@breaks(a_concern_from_elsewhere_is_passed_on)
@keeps(a_concern_from_elsewhere_is_passed_on, a_duty_is_not_declined, some_grounds_are_none)
def test_the_duty_is_that_of_the_council_in_whose_area_the_adult_is() -> None:
    elsewhere = SUSPECTED.model_copy(update={"outside_the_area": True})
    declined = decided(EnquiryOutcome.NO_ENQUIRY)
    for grounds, outcome, flags in (
        ((NoEnquiryGround.NOT_HERE,), declined, []),
        ((), declined, ["SG-42-01"]),
        ((NoEnquiryGround.NO_CONSENT,), declined, ["SG-42-01"]),
        ((), decided(EnquiryOutcome.ENQUIRE), ["SG-42-01"]),
    ):
        paper = enquiry(suspected=elsewhere, grounds=grounds, decision=outcome)
        received().when(council.decides(paper, "2024-05-03")).then(EnquiryDecided).breaches().flags(*flags)
    here = SUSPECTED.model_copy(update={"outside_the_area": False})
    for grounds in ((), (NoEnquiryGround.NOT_HERE,)):
        paper = enquiry(suspected=here, grounds=grounds, decision=declined)
        received().when(council.decides(paper, "2024-05-03")).refused(Unlawful, "SG-42-01")


@keeps(a_duty_is_not_declined)
def test_the_grounds_may_be_where_it_is_told_that_the_adult_is_elsewhere() -> None:
    paper = enquiry(EnquiryOutcome.NO_ENQUIRY, grounds=(NoEnquiryGround.NOT_HERE,))
    received().when(council.decides(paper, "2024-05-03")).then(EnquiryDecided).breaches().flags()


@keeps(a_decision_shows_each_limb)
@pytest.mark.parametrize("where", ["in_prison", "outside_the_area"])
def test_where_section_42_does_not_reach_nobody_owes_an_answer_to_its_limbs(where: str) -> None:
    grounds = (NoEnquiryGround.NOT_HERE,)
    paper = enquiry(EnquiryOutcome.NO_ENQUIRY, suspected=SafeguardingFacts(**{where: True}), grounds=grounds)
    after = received().when(council.decides(paper, "2024-05-03")).then(EnquiryDecided).flags()
    after.owes_no_duty_to("say of each limb of section 42(1) whether it is suspected", as_at="2025-05-03")


@keeps(some_grounds_are_none)
def test_a_ground_that_is_none_under_section_42_may_be_one_where_it_does_not_reach() -> None:
    in_prison = SUSPECTED.model_copy(update={"in_prison": True})
    paper = enquiry(EnquiryOutcome.OTHER_ENQUIRY, suspected=in_prison, grounds=(NoEnquiryGround.NO_CONSENT,))
    received().when(council.decides(paper, "2024-05-03")).then(EnquiryDecided).breaches()


@keeps(a_duty_is_not_declined, some_grounds_are_none)
@pytest.mark.parametrize("outcome", DECLINED)
def test_nobody_is_held_to_enquire_once_the_adult_has_died(outcome: EnquiryOutcome) -> None:
    paper = enquiry(outcome, grounds=(NoEnquiryGround.NO_CONSENT,))
    died = received().when(council.tells(PersonDied(), "2024-05-02"))
    died.when(council.decides(paper, "2024-05-02")).then(EnquiryDecided).breaches()
    died.when(council.decides(paper, "2024-05-01")).refused(Unlawful, "SG-42-01")


def test_a_decision_that_leaves_limbs_open_leaves_the_answers_owed() -> None:
    duty = "say of each limb of section 42(1) whether it is suspected"
    silent = enquiry(EnquiryOutcome.NO_ENQUIRY, suspected=SafeguardingFacts(has_needs=True))
    after = received().when(council.decides(silent, "2024-05-03")).then(EnquiryDecided).flags("SG-42-07")
    after.owes(duty, "k1", as_at="2025-05-03", last_day=None)
    after.when(council.decides(enquiry(), "2024-05-10")).owes(duty, as_at="2024-05-10", standing=DutyStanding.MET)


def test_before_the_care_act_a_referral_was_decided_on_by_the_end_of_the_next_working_day() -> None:
    """By the framework of 2005; after it, by local procedures."""
    duty = "decide on the concern"
    given().when(person.tells(concern(), "2012-01-06")).owes(duty, as_at="2012-01-06", last_day="2012-01-09")
    given().when(person.tells(concern(), "2015-03-31")).owes(duty, as_at="2015-03-31", last_day="2015-04-01")
    given().when(person.tells(concern(), "2015-04-01")).owes(duty, as_at="2015-04-01", last_day="2015-04-10")


@breaks(a_refusal_ends_nothing_once_somebody_is_at_risk)
@keeps(a_refusal_ends_nothing_once_somebody_is_at_risk)
def test_an_adult_at_risk_is_assessed_although_they_refused() -> None:
    asked = person.tells(request(), "2024-04-01")
    refused = council.decides(ended_by_refusal(), "2024-04-02")
    raised = person.tells(concern(), "2024-05-01")
    given(asked, refused, raised).when(council.decides(enquiry(), "2024-05-03")).flags("CA-11-03")
    given(asked, raised).when(council.decides(enquiry(), "2024-05-03")).flags()
