"""The case itself: who the adult is, who holds it, when it ends, and how its record is put right."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from pydantic import ValidationError

from swp_domain.admission import admit
from swp_domain.case.events import (
    CaseAllocated,
    CaseClosed,
    ComplexityChanged,
    OldLawSupportRecorded,
    PersonDied,
    PersonRegistered,
    TransitionReviewCompleted,
)
from swp_domain.case.rules import (
    a_closure_has_reasons,
    a_closure_leaves_nothing_owed,
    an_old_case_is_reviewed_before_it_ends,
    an_old_review_ends_with_what_completes_it,
    old_support_is_told_of_its_eve,
)
from swp_domain.case.vocabulary import ClosureOutcome, Complexity, TransitionConclusion
from swp_domain.case_file import CaseFile
from swp_domain.contact.events import ContactReceived
from swp_domain.duty import DutyStanding
from swp_domain.eligibility.events import EligibilityDetermined
from swp_domain.event import EntryRetracted
from swp_domain.law.dates import LawNotKnown
from swp_domain.law.finding import Outcome
from swp_domain.law.rule import Regime
from swp_domain.proposal import Submission
from swp_domain.refusal import Invalid, OutOfSequence, Unlawful
from swp_domain.safeguarding.events import EnquiryDecided
from swp_domain.safeguarding.vocabulary import EnquiryOutcome
from tests.cast import DELEGATE, council, person, practice
from tests.papers import closed, completed, concern, contact, decided, determined, enquiry, request
from tests.telling import CONTACT, PRACTICE, Given, breaks, day, given, keeps


def case_file(record: Given, as_at: str | None = None) -> CaseFile:
    file = record.file(as_at=as_at)
    assert isinstance(file, CaseFile)
    return file


def test_an_adult_may_be_registered_with_nothing_known_about_them() -> None:
    given().when(council.tells(PersonRegistered(), "2024-05-01")).then(PersonRegistered).breaches()


@pytest.mark.parametrize("number", ["943 476 5919", "943-476-5919", "9434765919"])
def test_an_nhs_number_is_kept_without_its_spaces(number: str) -> None:
    assert PersonRegistered(nhs_number=number).nhs_number == "9434765919"


@pytest.mark.parametrize(
    ("number", "words"),
    [
        ("943 476 5918", "the check digit of the NHS number is wrong"),
        ("943 476 591", "an NHS number has ten digits"),
        ("943 476 591x", "an NHS number has ten digits"),
        ("٩٤٣٤٧٦٥٩١٩", "an NHS number has ten digits"),
        ("", "is empty"),
    ],
)
def test_a_slip_in_an_nhs_number_is_found(number: str, words: str) -> None:
    with pytest.raises(ValidationError, match=words):
        PersonRegistered(nhs_number=number)


def test_a_case_is_held_by_whom_it_was_given_to_last() -> None:
    record = given(
        council.tells(CaseAllocated(team="north", worker="w1", complexity=Complexity.LEVEL_2), "2024-05-01"),
        council.tells(ComplexityChanged(complexity=Complexity.LEVEL_3), "2024-05-20"),
        council.tells(CaseAllocated(team="south", worker="w2"), "2024-06-01"),
    )
    assert case_file(record, "2024-05-10").case.worker == "w1"
    held = case_file(record).case
    assert (held.team, held.worker, held.complexity) == ("south", "w2", Complexity.LEVEL_3)


# Closing


@keeps(a_closure_has_reasons, a_closure_leaves_nothing_owed)
def test_a_case_is_closed_with_reasons_by_the_practice() -> None:
    (
        given(*DELEGATE)
        .when(practice.decides(closed(), "2024-05-20"))
        .then(CaseClosed)
        .breaches()
        .flags()
        .purported(False)
    )


@breaks(a_closure_has_reasons)
def test_a_case_is_not_closed_without_reasons() -> None:
    (
        given()
        .when(council.decides(closed(decision=decided(ClosureOutcome.NEEDS_MET, reasons=None)), "2024-05-20"))
        .refused(Unlawful)
        .in_these_words(
            "CASE-01: The record of a case, closure: cannot tell on 20 May 2024; not told: "
            "(1) the reasons for closing are recorded; but decision.reasons is missing. Give the reasons."
        )
    )


@breaks(a_closure_leaves_nothing_owed)
def test_a_person_is_warned_when_a_case_is_closed_with_duties_still_owed() -> None:
    (
        given(person.tells(request(), "2024-05-01"), person.tells(concern(), "2024-05-01"))
        .when(council.decides(closed(), "2024-05-20"))
        .then(CaseClosed)
        .breaches()
        .flags("CASE-02")
        .finds(
            "The record of a case, closure: not met on 20 May 2024; not shown: (1) no duty is left owed; "
            "but still owed: assess needs; decide on the concern."
        )
    )


@keeps(a_closure_leaves_nothing_owed)
def test_nobody_is_warned_of_duties_when_the_adult_has_died() -> None:
    (
        given(person.tells(request(), "2024-05-01"), council.tells(PersonDied(), "2024-05-10"))
        .when(council.decides(closed(ClosureOutcome.DIED), "2024-05-20"))
        .then(CaseClosed)
        .flags()
    )


def test_a_closed_case_can_be_given_to_somebody_again() -> None:
    record = given(
        council.decides(closed(), "2024-05-20"),
        council.tells(CaseAllocated(team="north"), "2024-09-01"),
    )
    assert case_file(record, "2024-08-31").case.closed_on == day("2024-05-20")
    assert case_file(record).case.closed_on is None
    (closure,) = case_file(record).case.closures
    assert (closure.on, closure.by, closure.reopened_on) == (day("2024-05-20"), "council-worker", day("2024-09-01"))
    assert closure.reopening is None


# Which law the person is under


def test_only_somebody_supported_before_the_care_act_stays_under_the_old_law() -> None:
    unsupported = given(person.tells(request(), "2015-06-01"))
    assert case_file(unsupported).regime_on(day("2015-06-01")) is Regime.CARE_ACT
    supported = given(council.tells(OldLawSupportRecorded(), "2015-03-31"))
    regimes = [
        case_file(supported).regime_on(day(one)) for one in ("2015-03-31", "2015-04-01", "2016-03-31", "2016-04-01")
    ]
    assert regimes == [Regime.COMMUNITY_CARE, Regime.COMMUNITY_CARE, Regime.COMMUNITY_CARE, Regime.CARE_ACT]


def test_the_first_review_that_was_completed_moves_somebody_and_a_later_one_moves_nobody_back() -> None:
    review = TransitionReviewCompleted(decision=decided(TransitionConclusion.MEETING_NEEDS))
    record = given(
        council.tells(OldLawSupportRecorded(), "2015-03-31"),
        council.tells(review, "2015-06-01"),
        council.tells(review, "2016-02-01"),
    )
    assert case_file(record).regime_on(day("2015-12-01")) is Regime.CARE_ACT
    assert case_file(record, "2015-12-01").regime_on(day("2015-12-01")) is Regime.CARE_ACT


def test_support_that_ended_before_the_eve_keeps_nobody_under_the_old_law() -> None:
    for until, regime in (("2015-03-30", Regime.CARE_ACT), ("2015-03-31", Regime.COMMUNITY_CARE)):
        told = OldLawSupportRecorded(until=day(until))
        record = given(council.tells(told, "2015-03-31"))
        assert case_file(record).regime_on(day("2015-06-01")) is regime
        reviews = record.duties("complete the review of the case from before the Care Act")
        assert [one.last_day for one in reviews] == ([day("2016-03-31")] if regime is Regime.COMMUNITY_CARE else [])


@breaks(old_support_is_told_of_its_eve)
@keeps(old_support_is_told_of_its_eve)
def test_support_before_the_care_act_is_told_of_its_eve() -> None:
    given().when(council.tells(OldLawSupportRecorded(), "2015-06-20", recorded="2015-07-01")).flags("REG-01")
    for on in ("2015-03-30", "2015-03-31"):
        given().when(council.tells(OldLawSupportRecorded(), on, recorded="2015-07-01")).flags()


@breaks(an_old_case_is_reviewed_before_it_ends)
@keeps(an_old_case_is_reviewed_before_it_ends)
def test_an_old_case_that_ends_without_its_review_is_a_breach() -> None:
    record = given(council.tells(OldLawSupportRecorded(), "2015-03-31"))
    record.when(council.decides(closed(), "2016-05-01")).then(CaseClosed).breaches("REG-02")
    record.when(council.decides(closed(ClosureOutcome.DIED), "2016-05-01")).then(CaseClosed).breaches()
    review = TransitionReviewCompleted(decision=decided(TransitionConclusion.NO_NEEDS))
    record.when(council.decides(closed(), "2015-03-31")).then(CaseClosed).breaches()
    record.when(council.decides(closed(), "2015-04-01")).then(CaseClosed).breaches("REG-02")
    reviewed = record.when(council.decides(review, "2016-01-01"))
    done = reviewed.when(council.decides(closed(), "2016-05-01")).then(CaseClosed).breaches()
    assert [one.outcome for one in done.findings if one.rule == "REG-02"] == [Outcome.MET]


@pytest.mark.parametrize("outcome", [ClosureOutcome.MOVED, ClosureOutcome.DECLINED])
def test_somebody_who_left_or_wants_no_more_before_the_last_day_of_the_review_breaks_nothing(
    outcome: ClosureOutcome,
) -> None:
    record = given(council.tells(OldLawSupportRecorded(), "2015-03-31"))
    ended = record.when(council.decides(closed(outcome), "2015-06-01")).then(CaseClosed).breaches().flags("REG-02")
    review = "complete the review of the case from before the Care Act"
    ended.owes(review, as_at="2020-01-01", standing=DutyStanding.ENDED)
    late = record.when(council.decides(closed(outcome), "2016-06-01"))
    late.owes(review, as_at="2020-01-01", standing=DutyStanding.ENDED_LATE, late_since="2016-04-01")


@keeps(an_old_review_ends_with_what_completes_it)
@pytest.mark.parametrize("came_to", TransitionConclusion)
def test_each_of_three_conclusions_completes_the_review_of_an_old_case(came_to: TransitionConclusion) -> None:
    record = given(council.tells(OldLawSupportRecorded(), "2015-03-31"))
    review = TransitionReviewCompleted(decision=decided(came_to))
    record.when(council.decides(review, "2015-09-01")).then(TransitionReviewCompleted).flags().breaches()


@breaks(an_old_review_ends_with_what_completes_it)
@keeps(an_old_review_ends_with_what_completes_it)
def test_a_review_is_not_completed_before_the_council_begins_to_meet_the_needs_that_it_found() -> None:
    record = given(council.tells(OldLawSupportRecorded(), "2015-03-31"))
    began = TransitionReviewCompleted(met_from=day("2015-09-02"), decision=decided(TransitionConclusion.MEETING_NEEDS))
    record.when(council.decides(began, "2015-09-01")).refused(Unlawful).in_these_words(
        "REG-04: SI 2015/995, art 2(5): not met on 1 September 2015; not shown: (5) finds no needs, will meet none, or "
        "has begun to meet them; but met_from is 2015-09-02, after the day on which the review is said to be "
        "completed. Record it as completed on the day on which that began."
    )
    done = record.when(council.decides(began, "2015-09-02")).then(TransitionReviewCompleted)
    assert case_file(Given(done.streams)).regime_on(day("2015-09-02")) is Regime.CARE_ACT
    purported = record.when(council.records(began, "2015-09-01")).breaches("REG-04").purported()
    purported.owes("complete the review of the case from before the Care Act", as_at="2015-09-01")


def test_no_review_completes_an_old_case_before_the_order_is_in_force() -> None:
    review = TransitionReviewCompleted(decision=decided(TransitionConclusion.NO_NEEDS))
    record = given(council.tells(OldLawSupportRecorded(), "2015-03-31"))
    record.when(council.decides(review, "2015-03-31")).refused(LawNotKnown, "SI 2015/995, art 2(5)")
    record.when(council.decides(review, "2015-04-01")).then(TransitionReviewCompleted)


def test_a_practice_completes_the_review_only_where_reviews_are_delegated_to_it() -> None:
    review = TransitionReviewCompleted(decision=decided(TransitionConclusion.MEETING_NEEDS))
    contract, *_, staff = DELEGATE
    record = given(contract, staff, council.tells(OldLawSupportRecorded(), "2015-03-31"))
    for on in ("2015-06-01", "2016-06-01"):
        record.when(practice.decides(review, on)).refused(Unlawful, "DEL-01")
        given(*DELEGATE, council.tells(OldLawSupportRecorded(), "2015-03-31")).when(practice.decides(review, on)).then(
            TransitionReviewCompleted
        )


def test_nobody_but_the_council_or_its_delegate_completes_the_review() -> None:
    review = TransitionReviewCompleted(decision=decided(TransitionConclusion.MEETING_NEEDS))
    record = given(*DELEGATE, council.tells(OldLawSupportRecorded(), "2015-03-31"))
    said = record.when(person.tells(review, "2015-06-01")).flags("DEL-00")
    said.owes("complete the review of the case from before the Care Act", as_at="2015-06-01")


def test_a_case_that_ends_with_a_death_needs_no_reasons() -> None:
    silent = closed(ClosureOutcome.DIED, decision=decided(ClosureOutcome.DIED, reasons=None))
    given().when(council.decides(silent, "2024-05-20")).then(CaseClosed)


# Corrections and retractions


def test_a_correction_says_what_was_wrong() -> None:
    record = given(person.tells(request(), "2024-05-01", entry="request"))
    (
        record.when(council.corrects("request", request(), "2024-05-10", because=None))
        .refused(Invalid)
        .in_these_words("reason: a correction or retraction needs a reason. Say what was wrong, and how you know")
    )
    record.when(council.corrects("request", request(), "2024-05-10", recorded="2024-06-01")).then(type(request()))


def test_a_correction_is_the_same_event_whole() -> None:
    (
        given(person.tells(request(), "2024-05-01", entry="request"))
        .when(council.corrects("request", concern(), "2024-05-01"))
        .refused(Invalid)
        .in_these_words(
            "corrects: request is assessment/assessment-requested, and a correction is the same event, whole. "
            "Send assessment/assessment-requested, or retract the entry and record the other"
        )
    )


def test_only_what_is_on_the_file_is_corrected() -> None:
    (
        given(person.tells(request(), "2024-05-01"))
        .when(council.corrects("nothing", request(), "2024-05-01"))
        .refused(OutOfSequence)
        .in_these_words("corrects: no entry nothing is on the file. Look it up with the audit trail of the file")
    )


def test_a_retraction_names_what_it_takes_back() -> None:
    (
        given()
        .when(council.tells(EntryRetracted(), "2024-05-01"))
        .refused(Invalid)
        .in_these_words("corrects: a retraction names the entry that it takes back. Give its entry id in corrects")
    )


def test_a_retraction_is_retracted_and_not_corrected() -> None:
    record = given(
        person.tells(request(), "2024-05-01", entry="request"),
        council.corrects("request", EntryRetracted(), "2024-05-02", entry="retraction"),
    )
    record.owes_no_duty_to("assess needs", as_at="2024-05-02")
    again = council.corrects("retraction", EntryRetracted(), "2024-05-03")
    record.when(again).then(EntryRetracted).owes("assess needs", "a1", as_at="2024-05-03")


def test_an_entry_of_any_file_can_be_retracted() -> None:
    record = given(*DELEGATE, council.tells(contact(), "2024-05-01", entry="contact"))
    (
        record.when(council.corrects("contact", EntryRetracted(), "2024-05-02", file=CONTACT))
        .then(EntryRetracted)
    )  # fmt: skip
    last = record.streams[PRACTICE][-1].entry_id
    record.when(council.corrects(last, EntryRetracted(), "2024-05-02", file=PRACTICE)).then(EntryRetracted)


@pytest.mark.parametrize("how", ["decides", "records"])
def test_a_correction_is_never_refused_and_says_what_it_breaks(how: str) -> None:
    declined = enquiry(EnquiryOutcome.NO_ENQUIRY)
    record = given(
        person.tells(concern(), "2024-05-01"),
        getattr(council, how)(enquiry(), "2024-05-03", entry="decision"),
    )
    after = (
        record.when(council.corrects("decision", declined, "2024-05-03"))
        .then(EnquiryDecided)
        .breaches("SG-42-01")
        .purported()
    )
    assert [one.outcome for one in case_file(Given(after.streams)).safeguarding.concerns.values()] == [None]
    after.owes("decide on the concern", "k1", as_at="2024-05-03")


def test_a_correction_mends_the_record_and_not_the_act() -> None:
    (
        given(
            person.tells(concern(), "2024-05-01"),
            council.records(enquiry(EnquiryOutcome.NO_ENQUIRY), "2024-05-03", entry="decision"),
        )
        .when(council.corrects("decision", enquiry(), "2024-05-03"))
        .then(EnquiryDecided)
        .breaches()
        .purported()
    )


def test_taking_back_a_purported_act_is_not_itself_purported() -> None:
    (
        given(
            person.tells(concern(), "2024-05-01"),
            council.records(enquiry(EnquiryOutcome.NO_ENQUIRY), "2024-05-03", entry="decision"),
        )
        .when(council.corrects("decision", EntryRetracted(), "2024-05-04"))
        .then(EntryRetracted)
        .purported(False)
    )


def test_a_correction_is_judged_on_the_day_it_states() -> None:
    record = given(
        person.tells(request(), "2024-05-01"),
        council.decides(completed(), "2024-05-20"),
        council.decides(determined(), "2024-05-21", entry="determination"),
    )
    (
        record.when(council.corrects("determination", determined(), "2024-05-19"))
        .then(EligibilityDetermined)
        .breaches("CA-13-01")
        .purported()
    )


def test_a_correction_of_a_day_without_encoded_law_is_recorded_with_a_finding_that_says_so() -> None:
    record = given(
        council.records(enquiry(EnquiryOutcome.NO_ENQUIRY), "2024-05-03", entry="decision"),
    )
    record.when(council.corrects("decision", enquiry(), "1995-05-03")).then(EnquiryDecided)


# What is malformed


def test_what_is_planned_is_not_recorded_as_having_happened() -> None:
    (
        given()
        .when(council.tells(request(), "2024-05-02", recorded="2024-05-01"))
        .refused(Invalid)
        .in_these_words(
            "occurred: 2024-05-02 is after the day of recording, 2024-05-01. "
            "Record it when it has happened; what is planned is a field"
        )
    )


def test_the_day_of_recording_is_the_day_that_people_had_in_england() -> None:
    just_past_midnight = datetime(2024, 5, 31, 23, 5, tzinfo=UTC)
    asked = council.tells(request(), "2024-06-01").proposal
    (entry,) = admit(Submission("c1", (asked,)), {}, recorded_at=just_past_midnight, new_id=lambda: "e1")
    assert entry.occurred_on == day("2024-06-01")
    with pytest.raises(Invalid, match="2024-06-01 is after the day of recording, 2024-05-31"):
        admit(
            Submission("c1", (asked,)), {}, recorded_at=just_past_midnight - timedelta(minutes=6), new_id=lambda: "e1"
        )


def test_a_moment_is_kept_in_utc_whatever_zone_it_is_given_in() -> None:
    asked = council.tells(request(), "2024-06-01").proposal
    in_summer = datetime(2024, 6, 1, 12, tzinfo=timezone(timedelta(hours=1)))
    (entry,) = admit(Submission("c1", (asked,)), {}, recorded_at=in_summer, new_id=lambda: "e1")
    assert entry.recorded_at.isoformat() == "2024-06-01T11:00:00+00:00"


def test_a_moment_has_a_time_zone_and_a_submission_says_something() -> None:
    asked = council.tells(request(), "2024-05-01").proposal
    with pytest.raises(Invalid, match=r"recorded_at: a moment without its time zone\. Give it in UTC"):
        admit(Submission("c1", (asked,)), {}, recorded_at=datetime(2024, 6, 1), new_id=lambda: "e1")
    with pytest.raises(Invalid, match=r"proposals: a submission holds at least one proposal\. Send what happened"):
        admit(Submission("c1", ()), {}, recorded_at=datetime(2024, 6, 1, tzinfo=UTC), new_id=lambda: "e1")


def test_the_clock_of_a_file_does_not_run_backwards() -> None:
    (
        given(council.tells(contact(), "2024-05-01", recorded="2024-06-01"))
        .when(council.tells(contact(contact="c2"), "2024-05-01", recorded="2024-05-20"))
        .refused(Invalid)
        .in_these_words("recorded_at: earlier than the last entry of the file. Set the clock right")
    )


def test_recording_a_decision_says_why_it_is_recorded() -> None:
    (
        given(person.tells(concern(), "2024-05-01"))
        .when(council.records(enquiry(), "2024-05-03", because=None))
        .refused(Invalid)
        .in_these_words(
            "reason: recording a decision that was already taken needs a reason. "
            "Say why it is recorded and not decided here"
        )
    )


def test_a_submission_is_all_or_nothing() -> None:
    record = given()
    record.when(
        council.tells(contact(), "2024-05-01"),
        council.tells(request(), "2024-05-01"),
        council.decides(closed(decision=decided(ClosureOutcome.MOVED, reasons=None)), "2024-05-01"),
    ).refused(Unlawful, "CASE-01")
    assert record.bytes_of() == {}


def test_one_submission_may_write_to_two_files_and_each_is_judged_as_the_ones_before_left_them() -> None:
    after = given().when(
        council.tells(contact(), "2024-05-01"),
        council.tells(request(), "2024-05-01"),
        council.decides(completed(), "2024-05-01"),
        council.decides(determined(), "2024-05-01"),
    )
    after.then(ContactReceived, type(request()), type(completed()), EligibilityDetermined).breaches().flags()
    assert len({entry.command_id for entry in after.entries}) == 1


def test_an_entry_says_which_register_of_rules_judged_it() -> None:
    one = given().when(council.tells(contact(), "2024-05-01")).entry
    other = given().when(council.tells(request(), "2024-05-01")).entry
    assert len(one.law) == 64
    assert one.law == other.law
