"""The front door: a contact ends there only with a reason the law knows."""

from __future__ import annotations

import pytest

from swp_domain.contact.events import ContactPassedOn, ContactReceived, ContactResolved
from swp_domain.contact.rules import (
    a_contact_ends_once,
    declining_ends_it_only_as_section_11_says,
    means_and_level_are_no_reason,
    no_assessment_is_explained,
    somebody_assessed_is_known,
    the_old_law_assessed_apparent_need,
)
from swp_domain.law.care_act_2014.s9_assessment import Appearance, NoAssessmentReason
from swp_domain.refusal import Invalid, OutOfSequence, Unlawful
from tests.cast import DELEGATE, PILOT, advice_officer, council, hospital
from tests.papers import contact, request, resolved
from tests.telling import CONTACT, breaks, given, keeps


def test_an_anonymous_call_is_received_like_any_other() -> None:
    given().when(council.tells(contact(caller=None), "2024-05-01")).then(ContactReceived).breaches().flags()


@keeps(no_assessment_is_explained, means_and_level_are_no_reason, a_contact_ends_once)
def test_a_contact_ends_when_nothing_suggests_needs() -> None:
    (
        given(*DELEGATE, advice_officer.tells(contact(), "2024-05-01"))
        .when(advice_officer.decides(resolved(), "2024-05-01"))
        .then(ContactResolved)
        .breaches()
        .flags()
        .purported(False)
        .finds(
            "Care Act 2014, s 9(1): not met on 1 May 2024; not shown: "
            "(1) it appears that the adult may have needs for care and support."
        )
    )


@breaks(no_assessment_is_explained)
def test_a_contact_does_not_end_although_needs_appear() -> None:
    facts = Appearance(appears_to_have_needs=True, reason=NoAssessmentReason.OTHER)
    (
        given(council.tells(contact(), "2024-05-01"))
        .when(council.decides(resolved(appearance=facts), "2024-05-01"))
        .refused(Unlawful)
        .in_these_words(
            "CA-09-01: Care Act 2014, s 9(1): met on 1 May 2024; but the contact ends although needs appear. "
            "Pass the contact on, or say that the adult declined or was already assessed."
        )
    )


@breaks(no_assessment_is_explained)
def test_a_contact_that_ends_says_why_no_assessment_follows() -> None:
    (
        given(council.tells(contact(), "2024-05-01"))
        .when(council.decides(resolved(appearance=Appearance(appears_to_have_needs=False)), "2024-05-01"))
        .refused(Unlawful)
        .in_these_words(
            "CA-09-01: Care Act 2014, s 9(3): cannot tell on 1 May 2024; not told: "
            "(a) the reason is not the level of the needs, (b) the reason is not the adult's means; "
            "but appearance.reason is missing. Say why it does not appear that the adult may have needs."
        )
    )


@pytest.mark.parametrize("reason", [NoAssessmentReason.MEANS, NoAssessmentReason.LEVEL_OF_NEED])
@breaks(means_and_level_are_no_reason)
def test_means_and_level_of_need_are_no_reasons_but_what_was_decided_stays_on_record(
    reason: NoAssessmentReason,
) -> None:
    (
        given(council.tells(contact(), "2024-05-01"))
        .when(
            council.decides(resolved(appearance=Appearance(appears_to_have_needs=False, reason=reason)), "2024-05-01")
        )
        .then(ContactResolved)
        .breaches("CA-09-01")
        .purported(False)
    )


def test_before_the_care_act_the_front_door_was_not_asked_by_section_9() -> None:
    (
        given(*PILOT, advice_officer.tells(contact(), "2012-05-01"))
        .when(advice_officer.decides(resolved(appearance=Appearance()), "2012-05-01"))
        .then(ContactResolved)
        .breaches()
    )


@breaks(a_contact_ends_once)
def test_a_contact_that_was_passed_on_does_not_also_end_at_the_front_door() -> None:
    passed_on = ContactPassedOn(contact="c1", case="one", referral="r1")
    (
        given(council.tells(contact(), "2024-05-01"), council.tells(passed_on, "2024-05-01"))
        .when(council.decides(resolved(), "2024-05-02"))
        .refused(Unlawful)
        .in_these_words(
            "CON-01: The record of a contact, one ending: not met on 2 May 2024; not shown: "
            "(1) the contact is still at the front door; but the contact was already passed on to a case. "
            "Record what happens next on that case."
        )
    )


@breaks(declining_ends_it_only_as_section_11_says)
@keeps(no_assessment_is_explained)
def test_an_adult_may_decline_at_the_front_door_and_somebody_looks() -> None:
    facts = Appearance(appears_to_have_needs=True, reason=NoAssessmentReason.DECLINED)
    (
        given(council.tells(contact(), "2024-05-01"))
        .when(council.decides(resolved(appearance=facts), "2024-05-01"))
        .then(ContactResolved)
        .breaches()
        .flags("CA-11-01")
    )


@breaks(somebody_assessed_is_known)
@keeps(somebody_assessed_is_known, declining_ends_it_only_as_section_11_says)
def test_a_question_from_somebody_already_supported_can_just_be_answered() -> None:
    facts = Appearance(appears_to_have_needs=True, reason=NoAssessmentReason.ALREADY)
    for known, flags in ((True, []), (None, ["CA-09-01"])):
        (
            given(council.tells(contact(concerns_a_service_user=known), "2024-05-01"))
            .when(council.decides(resolved(appearance=facts), "2024-05-01"))
            .then(ContactResolved)
            .breaches()
            .flags(*flags)
        )


@breaks(the_old_law_assessed_apparent_need)
@keeps(the_old_law_assessed_apparent_need)
def test_before_the_care_act_nobody_who_appeared_to_need_services_was_turned_away() -> None:
    record = given(council.tells(contact(), "2015-03-30"))
    facts = Appearance(appears_to_have_needs=True)
    record.when(council.decides(resolved(appearance=facts), "2015-03-31")).refused(Unlawful).in_these_words(
        "CC-47-03: NHS and Community Care Act 1990, s 47(1)(a): met on 31 March 2015; "
        "but the contact ends although needs appear. Pass the contact on."
    )
    record.when(council.decides(resolved(), "2015-03-31")).then(ContactResolved)
    record.when(council.decides(resolved(appearance=facts), "2015-04-01")).refused(Unlawful, "CA-09-01")


def test_of_a_contact_before_any_law_that_is_encoded_nothing_is_concluded() -> None:
    record = given(council.records(contact(), "1993-03-01"))
    facts = Appearance(appears_to_have_needs=True)
    old = record.when(council.records(resolved(appearance=facts), "1993-03-02")).then(ContactResolved).breaches()
    assert "CC-47-03" not in [one.rule for one in old.findings]


def test_what_ended_although_needs_appeared_is_recorded_as_purported() -> None:
    facts = Appearance(appears_to_have_needs=True, reason=NoAssessmentReason.OTHER)
    (
        given(council.tells(contact(), "2024-05-01"))
        .when(council.records(resolved(appearance=facts), "2024-05-01"))
        .then(ContactResolved)
        .breaches("CA-09-01")
        .purported()
    )


def test_a_contact_nobody_received_cannot_be_ended() -> None:
    (
        given()
        .when(council.decides(resolved(), "2024-05-01"))
        .refused(OutOfSequence)
        .in_these_words(
            "contact: no contact c1 is on the file on that day. Record it first, or record this with a reason"
        )
    )


def test_a_contact_file_holds_contacts_only() -> None:
    (
        given()
        .when(council.tells(request(), "2024-05-01", file=CONTACT))
        .refused(Invalid)
        .in_these_words(
            "event: assessment/assessment-requested does not belong in a contact file. "
            "Propose it to the file it concerns"
        )
    )


def test_a_hospital_that_ends_a_contact_is_never_refused() -> None:
    facts = Appearance(appears_to_have_needs=True)
    (
        given(council.tells(contact(), "2024-05-01"))
        .when(hospital.decides(resolved(appearance=facts), "2024-05-01"))
        .then(ContactResolved)
        .breaches("CA-09-01")
        .purported(False)
    )
