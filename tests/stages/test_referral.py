"""Referral and duty triage: what triage starts, and what urgent help leaves owed."""

from __future__ import annotations

import pytest

from swp_domain.assessment.events import AssessmentCompleted
from swp_domain.duty import DutyStanding
from swp_domain.law.care_act_2014.s9_assessment import Appearance, NoAssessmentReason
from swp_domain.referral.events import (
    ReferralReceived,
    ReferralTriaged,
    UrgentSupportProvided,
)
from swp_domain.referral.rules import (
    an_assessment_started_by_triage_is_named,
    means_and_level_do_not_end_a_referral,
    the_old_law_assesses_apparent_need,
    triage_explains_no_assessment,
    triage_leaves_nobody_unassessed,
    what_triage_says_of_the_past_is_on_the_file,
)
from swp_domain.referral.vocabulary import Source, TriageOutcome, Urgency
from swp_domain.refusal import OutOfSequence, Unlawful
from tests.cast import DELEGATE, PILOT, council, other_council, practice
from tests.papers import NO_NEEDS, completed, ended_by_refusal, referral, request, triaged
from tests.telling import breaks, given, keeps

RECEIVED = council.tells(referral(), "2024-05-01")


@pytest.mark.parametrize("source", list(Source))
def test_a_referral_is_received_from_whomever_it_comes(source: Source) -> None:
    given().when(council.tells(referral(source=source), "2024-05-01")).then(ReferralReceived).breaches().flags()


def test_a_second_referral_of_the_same_day_is_a_second_fact() -> None:
    again = referral(referral="r2", urgency=Urgency.URGENT)
    given(RECEIVED).when(council.tells(again, "2024-05-01")).then(ReferralReceived)


@keeps(triage_explains_no_assessment, an_assessment_started_by_triage_is_named)
def test_a_practice_triages_under_its_authorisation_and_an_assessment_is_owed() -> None:
    (
        given(*DELEGATE, RECEIVED)
        .when(practice.decides(triaged(appearance=Appearance(appears_to_have_needs=True)), "2024-05-02"))
        .then(ReferralTriaged)
        .breaches()
        .flags()
        .owes("assess needs", "a1", as_at="2024-05-02", last_day="2024-06-13")
    )


@keeps(triage_explains_no_assessment, means_and_level_do_not_end_a_referral)
def test_a_referral_ends_at_triage_when_nothing_suggests_needs() -> None:
    (
        given(RECEIVED)
        .when(council.decides(triaged(TriageOutcome.SIGNPOSTED, appearance=NO_NEEDS), "2024-05-02"))
        .then(ReferralTriaged)
        .breaches()
        .owes_no_duty_to("assess needs", as_at="2024-12-31")
    )


@pytest.mark.parametrize("outcome", [TriageOutcome.RESOLVED, TriageOutcome.SIGNPOSTED])
@breaks(triage_explains_no_assessment)
def test_a_referral_does_not_end_although_needs_appear(outcome: TriageOutcome) -> None:
    facts = Appearance(appears_to_have_needs=True, reason=NoAssessmentReason.OTHER)
    (
        given(RECEIVED)
        .when(council.decides(triaged(outcome, appearance=facts), "2024-05-02"))
        .refused(Unlawful)
        .in_these_words(
            "CA-09-01: Care Act 2014, s 9(1): met on 2 May 2024; "
            f"but the referral is {outcome.value} although needs appear. "
            "Start an assessment, or say that the adult declined or was already assessed."
        )
    )


@breaks(triage_explains_no_assessment)
def test_a_referral_that_ends_says_why_no_assessment_follows() -> None:
    (
        given(RECEIVED)
        .when(council.decides(triaged(TriageOutcome.RESOLVED), "2024-05-02"))
        .refused(Unlawful, "appearance.reason is missing. Say why it does not appear that the adult may have needs.")
    )


@breaks(triage_leaves_nobody_unassessed)
@keeps(triage_leaves_nobody_unassessed)
def test_a_concern_at_triage_does_not_leave_needs_unassessed() -> None:
    needs = Appearance(appears_to_have_needs=True)
    for outcome, flags in ((TriageOutcome.SAFEGUARDING, ["CA-09-01"]), (TriageOutcome.ASSESS, [])):
        given(RECEIVED).when(council.decides(triaged(outcome, appearance=needs), "2024-05-02")).flags(*flags)


@breaks(what_triage_says_of_the_past_is_on_the_file)
@keeps(what_triage_says_of_the_past_is_on_the_file, triage_explains_no_assessment)
def test_a_referral_ends_for_what_went_before_if_it_is_on_the_file() -> None:
    asked = council.tells(request(), "2024-04-01")
    refused = council.decides(ended_by_refusal(), "2024-04-02")
    for reason, before, flags in (
        (NoAssessmentReason.DECLINED, (), ["CA-11-01"]),
        (NoAssessmentReason.DECLINED, (asked, refused), []),
        (NoAssessmentReason.ALREADY, (), ["CA-11-01"]),
        (NoAssessmentReason.ALREADY, (asked,), []),
    ):
        facts = Appearance(appears_to_have_needs=True, reason=reason)
        ends = triaged(TriageOutcome.RESOLVED, appearance=facts)
        given(RECEIVED, before).when(council.decides(ends, "2024-05-02")).then(ReferralTriaged).flags(*flags)


@breaks(means_and_level_do_not_end_a_referral)
def test_means_do_not_end_a_referral_but_what_was_decided_stays_on_record() -> None:
    facts = Appearance(appears_to_have_needs=False, reason=NoAssessmentReason.MEANS)
    (
        given(RECEIVED)
        .when(council.decides(triaged(TriageOutcome.RESOLVED, appearance=facts), "2024-05-02"))
        .then(ReferralTriaged)
        .breaches("CA-09-01")
        .finds(
            "Care Act 2014, s 9(3): not met on 2 May 2024; not shown: (b) the reason is not the adult's means; "
            "but the reason given is the means."
        )
    )


@keeps(an_assessment_started_by_triage_is_named)
def test_under_the_old_law_triage_is_not_asked_by_section_9_and_its_assessment_is_owed_under_section_47() -> None:
    after = (
        given(*PILOT, council.tells(referral(), "2012-05-01"))
        .when(practice.decides(triaged(), "2012-05-02"))
        .then(ReferralTriaged)
        .breaches()
        .owes("assess needs", "a1", as_at="2012-05-02", last_day="2012-06-13")
    )
    assert after.duty("assess needs").mark.provision == "NHS and Community Care Act 1990, s 47(1)(a)"


@pytest.mark.parametrize("outcome", [one for one in TriageOutcome if one.owes_an_assessment])
@breaks(an_assessment_started_by_triage_is_named)
def test_triage_names_the_assessment_that_it_starts(outcome: TriageOutcome) -> None:
    (
        given(RECEIVED)
        .when(council.decides(triaged(outcome, assessment=None), "2024-05-02"))
        .refused(Unlawful)
        .in_these_words(
            "REF-01: The record of a referral, what triage starts: not met on 2 May 2024; not shown: "
            "(1) the assessment it starts is named; but assessment is missing. Give the assessment an identifier."
        )
    )


def test_every_objection_is_named_in_one_refusal() -> None:
    facts = Appearance(appears_to_have_needs=True)
    refusal = (
        given(RECEIVED)
        .when(practice.decides(triaged(TriageOutcome.SIGNPOSTED, appearance=facts), "2024-05-02"))
        .refused(Unlawful)
        .refusal
    )
    assert isinstance(refusal, Unlawful)
    assert [one.rule for one in refusal.findings] == ["DEL-01", "DEL-03", "CA-09-01"]
    assert str(refusal).count("\n") == 2


def test_triage_of_a_referral_that_is_not_on_file_waits_for_it_or_is_flagged() -> None:
    given().when(council.decides(triaged(), "2024-05-02")).refused(OutOfSequence, "referral: no referral r1")
    (
        given()
        .when(council.records(triaged(), "2024-05-02", because="Imported."))
        .then(ReferralTriaged)
        .flags("REC-SEQ")
        .purported(False)
    )


def test_urgent_needs_are_met_before_an_assessment_which_stays_owed() -> None:
    (
        given()
        .when(council.tells(UrgentSupportProvided(assessment="a1"), "2024-05-01"))
        .then(UrgentSupportProvided)
        .breaches()
        .flags()
        .owes("assess needs", "a1", as_at="2024-05-01", last_day="2024-06-12")
        .when(council.decides(completed(), "2024-05-20"))
        .then(AssessmentCompleted)
        .owes("assess needs", "a1", as_at="2024-05-20", standing=DutyStanding.MET)
    )
    before = given(council.tells(UrgentSupportProvided(assessment="a1"), "2024-05-01"))
    opened = before.duty("assess needs", "a1").mark
    assert (opened.rule, opened.provision) == ("CA-19-03", "Care Act 2014, s 19(3)")


ASSESS_NEEDS, ASSESS_CARER = "assess needs", "assess the carer"


@pytest.mark.parametrize("outcome", TriageOutcome)
def test_triage_starts_the_assessment_of_whom_it_says_and_of_nobody_else(outcome: TriageOutcome) -> None:
    after = given(RECEIVED).when(council.records(triaged(outcome, assessment="a1"), "2024-05-02"))
    assert bool(after.duties(ASSESS_NEEDS)) is outcome.owes_an_assessment
    assert bool(after.duties(ASSESS_CARER)) is outcome.assesses_a_carer
    unnamed = given(RECEIVED).when(council.records(triaged(outcome, assessment=None), "2024-05-02"))
    assert not unnamed.duties(ASSESS_NEEDS)
    assert not unnamed.duties(ASSESS_CARER)


@pytest.mark.parametrize(
    ("outcome", "appears", "over"),
    [
        (TriageOutcome.RESOLVED, False, True),
        (TriageOutcome.SIGNPOSTED, False, True),
        (TriageOutcome.RESOLVED, None, False),
        (TriageOutcome.RESOLVED, True, False),
        (TriageOutcome.SAFEGUARDING, False, False),
    ],
)
def test_triage_that_ends_here_spares_an_assessment_only_where_no_needs_appear(
    outcome: TriageOutcome, appears: bool | None, over: bool
) -> None:
    asked = given(RECEIVED, council.tells(request(), "2024-05-01"))
    paper = triaged(outcome, assessment="a1", appearance=Appearance(appears_to_have_needs=appears))
    after = asked.when(council.records(paper, "2024-05-02"))
    if outcome.ends_here and appears:  # what the law forbids does nothing
        assert after.entry.purported
    assert (after.duty(ASSESS_NEEDS).met_on is not None) is over


@breaks(triage_explains_no_assessment)
def test_triage_by_another_council_is_recorded_with_its_breach() -> None:
    facts = Appearance(appears_to_have_needs=True, reason=NoAssessmentReason.OTHER)
    entry = (
        given(RECEIVED)
        .when(other_council.decides(triaged(TriageOutcome.RESOLVED, appearance=facts), "2024-05-02"))
        .then(ReferralTriaged)
        .breaches("CA-09-01")
        .purported(False)
        .entry
    )
    assert entry.conduct is None
    assert [one.body for one in entry.breaches] == ["Southmere Council"]


@pytest.mark.parametrize("outcome", [TriageOutcome.RESOLVED, TriageOutcome.SIGNPOSTED])
@breaks(the_old_law_assesses_apparent_need)
def test_under_the_old_law_too_a_referral_does_not_end_although_services_may_be_needed(outcome: TriageOutcome) -> None:
    paper = triaged(outcome, appearance=Appearance(appears_to_have_needs=True))
    (
        given(*PILOT, council.tells(referral(), "2012-05-01"))
        .when(council.decides(paper, "2012-05-02"))
        .refused(Unlawful)
        .in_these_words(
            "CC-47-03: NHS and Community Care Act 1990, s 47(1)(a): met on 2 May 2012; "
            f"but the referral is {outcome.value}. Start an assessment."
        )
    )


@keeps(the_old_law_assesses_apparent_need)
def test_under_the_old_law_a_referral_that_starts_an_assessment_is_open() -> None:
    paper = triaged(appearance=Appearance(appears_to_have_needs=True))
    given(*PILOT, council.tells(referral(), "2012-05-01")).when(council.decides(paper, "2012-05-02")).then(
        ReferralTriaged
    ).breaches()
