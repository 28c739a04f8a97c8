"""An enquiry: opened on a decision, made by whoever the council asks, and ended with what it was made for."""

from __future__ import annotations

from datetime import date

import pytest

from swp_domain.actor import BodyKind
from swp_domain.case.events import PersonDied
from swp_domain.duty import DutyStanding
from swp_domain.event import EntryRetracted
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts
from swp_domain.law.finding import Force, Outcome
from swp_domain.law.safeguarding_guidance.consent import StopFacts
from swp_domain.party import Party
from swp_domain.refusal import OutOfSequence, Unlawful
from swp_domain.safeguarding.concern_rules import (
    an_enquiry_without_consent_says_why,
    several_concerns_are_looked_at_together,
)
from swp_domain.safeguarding.enquiry_rules import (
    a_concluded_enquiry_can_be_counted,
    a_decision_to_act_says_what_and_by_whom,
    a_wish_to_stop_is_not_the_whole_answer,
    an_advocate_comes_before_the_decision_on_action,
    an_enquiry_ends_with_what_it_was_made_for,
    an_enquiry_is_made_personal,
    an_enquiry_is_of_the_kind_that_was_decided,
    an_enquirys_advocate_is_independent,
)
from swp_domain.safeguarding.enquiry_vocabulary import (
    ActionOutcome,
    AdvocateEnd,
    AskedWhen,
    EnquiryEnd,
    EnquiryKind,
    ReleaseGround,
    RiskAfter,
    Unasked,
)
from swp_domain.safeguarding.events import (
    ActionAgreed,
    ActionDecided,
    ActionDone,
    ActionReleased,
    AdultFoundSafe,
    ConcernJoined,
    ConcernReceived,
    ConcernReopened,
    EnquiryAdvocateArranged,
    EnquiryAdvocateEnded,
    EnquiryAdvocateRefused,
    EnquiryCaused,
    EnquiryClosed,
    EnquiryDecided,
    EnquiryOpened,
    EnquiryOutcomeTold,
    EnquiryReported,
    PersonAlleged,
    PersonAllegedAgain,
    PositionOfTrustConsidered,
    ProtectionPutInPlace,
    SafeguardingPlanReviewed,
)
from swp_domain.safeguarding.vocabulary import Consent, EnquiryOutcome, OtherBody, Override
from tests.cast import DELEGATE, PILOT, council, hospital, person, practice
from tests.papers import concern, decided, enquiry
from tests.safeguarding_papers import (
    AN_ADVOCATE,
    COUNTED,
    MAY_STOP,
    NO_DIFFICULTY,
    THE_ADULT,
    action,
    advocate_arranged,
    agreed_to,
    asked,
    caused,
    considered,
    ended,
    opened,
    plan_looked_at,
    safe_plan,
)
from tests.telling import Given, Said, breaks, given, keeps

DECIDE, AGAIN = "decide on the concern", "decide again on the concern"
MAKE = "make the enquiry that was decided on"
ACTION = "decide what action is to be taken"
TELL, ADVOCATE = "tell the adult what came of the enquiry", "arrange an advocate for the enquiry"
REVIEW, AGREED = "review the safeguarding plan", "do what was agreed to keep the adult safe"
SAFE = SafeguardingFacts(has_needs=True, at_risk=False, unable_to_protect=True)
NOT_CONCLUDED = [one for one in EnquiryEnd if not one.needs_a_decision]


def enquiring(*more: Said) -> Given:
    """A section 42 enquiry began on 7 May 2024, and the adult was asked what they want."""
    return given(
        person.tells(concern(**COUNTED), "2024-05-01"),
        council.decides(enquiry(), "2024-05-03"),
        council.tells(opened(), "2024-05-07"),
        council.tells(asked(), "2024-05-07"),
        *more,
    )


# How an enquiry ends (s 42(2))


@keeps(
    an_enquiry_ends_with_what_it_was_made_for,
    a_decision_to_act_says_what_and_by_whom,
    an_enquiry_is_made_personal,
    a_concluded_enquiry_can_be_counted,
)
def test_an_enquiry_ends_with_the_decision_whether_to_act() -> None:
    after = enquiring().when(council.decides(action(), "2024-05-20")).then(ActionDecided).breaches().flags()
    after.when(council.decides(ended(), "2024-05-21")).then(EnquiryClosed).breaches().flags().concludes(
        "SG-42-02", Outcome.MET
    )


@breaks(an_enquiry_ends_with_what_it_was_made_for)
def test_an_enquiry_is_not_concluded_without_that_decision() -> None:
    (
        enquiring()
        .when(council.decides(ended(), "2024-05-21"))
        .refused(Unlawful)
        .in_these_words(
            "SG-42-02: Care Act 2014, s 42(2): not met on 21 May 2024; not shown: (2) whether any action should be "
            "taken was decided, or it is recorded why the enquiry went no further; but the enquiry is closed as "
            "concluded, and no decision on action is on the file. "
            "Record action-decided first, or say in the outcome why the enquiry goes no further."
        )
    )


def test_that_no_action_is_taken_is_a_decision_too() -> None:
    none = enquiring(council.decides(action(ActionOutcome.NO_ACTION, action=None, by_whom=None), "2024-05-20"))
    none.when(council.decides(ended(), "2024-05-21")).then(EnquiryClosed).breaches().flags()


@pytest.mark.parametrize("end", NOT_CONCLUDED)
@keeps(an_enquiry_ends_with_what_it_was_made_for)
def test_an_enquiry_can_go_no_further_for_a_reason(end: EnquiryEnd) -> None:
    enquiring().when(council.decides(ended(end), "2024-05-21")).then(EnquiryClosed).breaches()


@pytest.mark.parametrize("end", NOT_CONCLUDED)
@breaks(an_enquiry_ends_with_what_it_was_made_for)
def test_an_enquiry_goes_no_further_only_for_a_reason(end: EnquiryEnd) -> None:
    silent = ended(end, decision=decided(end, reasons=None))
    enquiring().when(council.decides(silent, "2024-05-21")).refused(
        Unlawful, f"the outcome is {end.value}, and gives no reasons. Give the reasons."
    )


@pytest.mark.parametrize("end", NOT_CONCLUDED)
@breaks(an_enquiry_ends_with_what_it_was_made_for)
def test_reasons_that_an_old_record_does_not_hold_are_asked_for_and_break_nothing(end: EnquiryEnd) -> None:
    silent = ended(end, decision=decided(end, reasons=None))
    after = enquiring().when(council.records(silent, "2024-05-21")).then(EnquiryClosed).breaches()
    after.purported(is_so=False).concludes("SG-42-02", Outcome.CANNOT_TELL)
    # An outcome that is a reason ends the duty to decide; "other" says nothing until somebody gives the reasons.
    says = end is not EnquiryEnd.OTHER
    after.owes(ACTION, "q1", as_at="2024-05-21", standing=DutyStanding.ENDED if says else DutyStanding.OWED)


def test_an_enquiry_closed_without_reasons_whose_decision_is_taken_back_is_to_be_decided_on_again() -> None:
    silent = ended(EnquiryEnd.OTHER, decision=decided(EnquiryEnd.OTHER, reasons=None))
    record = enquiring(council.decides(action(), "2024-05-20", entry="made"), council.decides(silent, "2024-05-21"))
    record.owes(ACTION, "q1", as_at="2024-05-22", standing=DutyStanding.MET)
    gone = record.when(council.corrects("made", EntryRetracted(), "2024-05-22"))
    gone.owes(ACTION, "q1", as_at="2024-05-22")
    told = ended(EnquiryEnd.OTHER)
    gone.when(council.decides(told, "2024-05-23")).owes(ACTION, "q1", as_at="2024-05-23", standing=DutyStanding.ENDED)


def test_an_enquiry_that_was_closed_without_it_all_the_same_is_purported_and_its_decision_still_owed() -> None:
    after = enquiring().when(council.records(ended(), "2024-05-21")).then(EnquiryClosed).breaches("SG-42-02")
    after.purported().owes(ACTION, "q1", as_at="2024-06-06", standing=DutyStanding.LATE)


@keeps(an_enquiry_ends_with_what_it_was_made_for)
def test_an_import_that_begins_in_the_middle_is_not_held_against_anybody() -> None:
    given().when(council.records(ended(), "2024-05-21")).then(EnquiryClosed).breaches().concludes(
        "SG-42-02", Outcome.CANNOT_TELL
    )


def test_another_enquiry_ends_as_it_may_and_so_did_all_before_the_care_act() -> None:
    other = given(
        person.tells(concern(), "2024-05-01"),
        council.decides(enquiry(EnquiryOutcome.OTHER_ENQUIRY, suspected=_UNSUSPECTED), "2024-05-03"),
        council.tells(opened(EnquiryKind.OTHER), "2024-05-07"),
    )
    other.when(council.decides(ended(), "2024-05-21")).then(EnquiryClosed).breaches().concludes("SG-42-02")
    _old().when(council.decides(ended(), "2012-05-21")).then(EnquiryClosed).breaches().concludes("SG-42-02")


def test_before_the_care_act_nothing_that_it_brought_is_asked_about() -> None:
    record = given(
        council.records(opened(EnquiryKind.OTHER), "2012-05-08"), council.records(considered(), "2012-05-09")
    )
    vague = record.when(council.records(action(action=None, by_whom=None), "2012-05-20")).then(ActionDecided).breaches()
    vague.flags()
    stops = ended(EnquiryEnd.CEASED_AT_REQUEST, wish=StopFacts())
    vague.when(council.records(stops, "2012-05-21")).then(EnquiryClosed).breaches().flags()


@pytest.mark.parametrize("missing", ["action", "by_whom", "action and by_whom"])
@breaks(a_decision_to_act_says_what_and_by_whom)
def test_a_decision_to_act_says_what_is_done_and_by_whom(missing: str) -> None:
    silent = action().model_copy(update=dict.fromkeys(missing.split(" and ")))
    after = enquiring().when(council.decides(silent, "2024-05-20")).then(ActionDecided)
    (found,) = [one for one in after.flags("SG-42-12").findings if one.rule == "SG-42-12"]
    assert found.contradiction == f"{missing} not told"


def test_the_practice_makes_the_enquiry_and_the_council_decides_what_comes_of_it() -> None:
    record = given(*DELEGATE, person.tells(concern(), "2024-05-01"), council.decides(enquiry(), "2024-05-03"))
    record = Given(record.when(practice.tells(opened(), "2024-05-07")).then(EnquiryOpened).breaches().streams)
    record.when(practice.tells(EnquiryReported(enquiry="q1"), "2024-05-17")).then(EnquiryReported).breaches()
    for paper in (caused(), action(), ended(EnquiryEnd.ADULT_DIED)):
        record.when(practice.decides(paper, "2024-05-20")).refused(Unlawful, "DEL-02")


# Opening


_UNSUSPECTED = enquiry().suspected.model_copy(update={"at_risk": False})


@keeps(an_enquiry_is_of_the_kind_that_was_decided)
@breaks(an_enquiry_is_of_the_kind_that_was_decided)
def test_an_enquiry_is_of_the_kind_that_was_decided_on() -> None:
    received = person.tells(concern(), "2024-05-01")
    enquires = given(received, council.decides(enquiry(), "2024-05-03"))
    enquires.when(council.tells(opened(), "2024-05-07")).then(EnquiryOpened).flags()
    enquires.when(council.tells(opened(EnquiryKind.OTHER), "2024-05-07")).flags("SG-42-10").finds(
        "Care Act 2014, s 42: not met on 7 May 2024; not shown: (1) it is what was decided on the concern; "
        "but the decision on the concern is make a section 42 enquiry."
    )
    given(received).when(council.tells(opened(), "2024-05-01")).flags("SG-42-10").finds(
        "Care Act 2014, s 42: cannot tell on 1 May 2024; not told: (1) it is what was decided on the concern; "
        "but the concern is not decided on yet."
    )
    other = enquiry(EnquiryOutcome.OTHER_ENQUIRY, suspected=_UNSUSPECTED)
    others = given(received, council.decides(other, "2024-05-03"))
    others.when(council.tells(opened(EnquiryKind.OTHER), "2024-05-07")).then(EnquiryOpened).flags()


def test_one_concern_leads_to_several_enquiries_and_one_enquiry_is_made_into_several_concerns() -> None:
    record = enquiring(
        council.tells(opened(enquiry="q2"), "2024-05-08"),
        person.tells(concern(concern="k2"), "2024-05-09"),
        council.decides(enquiry(concern="k2"), "2024-05-10"),
        council.tells(ConcernJoined(concern="k2", enquiry="q1"), "2024-05-10"),
    )
    stands = record.file().safeguarding  # type: ignore[attr-defined]
    assert stands.concerns["k1"].enquiries == ("q1", "q2")
    assert stands.enquiries["q1"].concerns == ("k1", "k2")
    record.owes(MAKE, "k2", as_at="2024-05-10", standing=DutyStanding.MET)
    record.owes(ACTION, "q1", as_at="2024-05-10").owes(ACTION, "q2", as_at="2024-05-10")


def test_an_enquiry_is_opened_into_a_concern_that_is_on_the_file() -> None:
    given().when(council.decides(caused(), "2024-05-07")).refused(OutOfSequence, "enquiry: no enquiry q1")


def test_what_was_decided_on_is_begun_and_a_decision_not_to_enquire_leaves_nothing_to_begin() -> None:
    decides = given(person.tells(concern(), "2024-05-01"), council.decides(enquiry(), "2024-05-03"))
    decides.owes(MAKE, "k1", as_at="2024-05-13", last_day="2024-05-13")  # 6 May 2024 was a bank holiday.
    decides.owes(MAKE, "k1", as_at="2024-05-14", standing=DutyStanding.LATE, late_since="2024-05-14")
    declined = enquiry(EnquiryOutcome.NO_ENQUIRY, suspected=_UNSUSPECTED)
    decides.when(council.decides(declined, "2024-05-08")).owes(
        MAKE, "k1", as_at="2024-05-08", standing=DutyStanding.ENDED
    )
    never = given(person.tells(concern(), "2024-05-01"), council.decides(declined, "2024-05-03"))
    never.owes_no_duty_to(MAKE, as_at="2024-05-03")


def test_an_enquiry_that_is_not_under_section_42_is_no_duty_of_the_act() -> None:
    other = enquiry(EnquiryOutcome.OTHER_ENQUIRY, suspected=SafeguardingFacts(in_prison=True))
    for paper, rule, force in ((enquiry(), "SG-42-11", Force.STATUTE), (other, "SG-42-14", Force.LOCAL)):
        record = given(person.tells(concern(), "2024-05-01"), council.decides(paper, "2024-05-02"))
        mark = record.duty(MAKE, "k1").openers[0].mark
        assert (mark.rule, mark.force, mark.last_day) == (rule, force, date(2024, 5, 10))


def test_a_concern_that_is_reopened_is_decided_again_and_a_new_enquiry_is_owed() -> None:
    closed = enquiring(council.decides(action(), "2024-05-20"), council.decides(ended(), "2024-05-21"))
    again = closed.when(council.tells(ConcernReopened(concern="k1"), "2024-09-02")).then(ConcernReopened)
    again.owes(AGAIN, "k1", as_at="2024-09-09", last_day="2024-09-09")
    again.owes(AGAIN, "k1", as_at="2024-09-10", standing=DutyStanding.LATE, late_since="2024-09-10")
    assert again.file().safeguarding.concerns["k1"].waits  # type: ignore[attr-defined]
    after = again.when(council.decides(enquiry(), "2024-09-03")).then(EnquiryDecided)
    after.owes(AGAIN, "k1", as_at="2024-09-03", standing=DutyStanding.MET)
    assert not after.file().safeguarding.concerns["k1"].waits  # type: ignore[attr-defined]
    first, second = after.duties(MAKE, "k1", as_at="2024-09-03")
    assert (first.met_on, second.met_on) == (date(2024, 5, 7), None)


# The clocks of local procedures, and of the framework before April 2015


def _old() -> Given:
    """An investigation under No Secrets began on 8 May 2012."""
    return given(
        *PILOT,
        person.tells(concern(), "2012-05-01"),
        council.decides(enquiry(EnquiryOutcome.OTHER_ENQUIRY), "2012-05-02"),
        council.tells(opened(EnquiryKind.OTHER), "2012-05-08"),
    )


@pytest.mark.parametrize(
    ("began", "last"),
    [
        ("2024-05-07", "2024-06-05"),  # across the spring bank holiday of 27 May
        ("2024-12-20", "2025-01-22"),  # across Christmas, Boxing Day and New Year's Day
        ("2025-04-11", "2025-05-14"),  # across Good Friday, Easter Monday and the early May bank holiday
        ("2022-05-23", "2022-06-22"),  # across the Jubilee: the spring bank holiday moved, and one more
        ("2022-09-12", "2022-10-11"),  # across the day of the Queen's funeral
        ("2023-04-28", "2023-05-31"),  # across the day of the coronation
    ],
)
def test_action_is_decided_on_within_the_working_days_of_local_procedure(began: str, last: str) -> None:
    record = given(council.records(enquiry(), began), council.tells(opened(), began))
    after = str(date.fromordinal(date.fromisoformat(last).toordinal() + 1))
    record.owes(ACTION, "q1", as_at=last, last_day=last)
    record.owes(ACTION, "q1", as_at=after, standing=DutyStanding.LATE, late_since=after)
    force = record.duty(ACTION).mark.limit_force
    assert force is not None
    assert not force.is_law


def test_before_the_care_act_an_investigation_took_four_weeks_and_began_within_five_working_days() -> None:
    duty = "bring the investigation to its end"
    _old().owes(duty, "q1", as_at="2012-06-05", last_day="2012-06-05").owes_no_duty_to(ACTION, as_at="2012-06-05")
    _old().owes(duty, "q1", as_at="2012-06-06", standing=DutyStanding.LATE, late_since="2012-06-06")
    began = given(
        person.tells(concern(), "2012-05-01"), council.decides(enquiry(EnquiryOutcome.OTHER_ENQUIRY), "2012-05-02")
    )
    began.owes(MAKE, "k1", as_at="2012-05-10", last_day="2012-05-10")  # 7 May 2012 was a bank holiday.
    on_the_eve = given(council.records(opened(EnquiryKind.OTHER), "2015-03-31"))
    on_the_eve.owes(duty, "q1", as_at="2015-03-31", last_day="2015-04-28")
    first_day = given(council.records(opened(), "2015-04-01"))
    first_day.owes(ACTION, "q1", as_at="2015-04-01", last_day="2015-05-01").owes_no_duty_to(duty, as_at="2015-04-01")


def test_a_safeguarding_plan_is_reviewed_and_outlives_its_enquiry() -> None:
    plan = enquiring(
        council.decides(action(), "2024-05-20"),
        council.tells(safe_plan(), "2024-05-20"),
        council.decides(ended(), "2024-05-21"),
    )
    plan.owes(REVIEW, "s1", as_at="2024-08-20", last_day="2024-08-20")
    plan.owes(REVIEW, "s1", as_at="2024-08-21", standing=DutyStanding.LATE, late_since="2024-08-21")
    stated = plan.when(council.tells(plan_looked_at(review_by=date(2024, 9, 2)), "2024-06-20"))
    assert [one.last_day for one in stated.duties(REVIEW, "s1")] == [date(2024, 8, 20), date(2024, 9, 2)]
    over = stated.when(council.tells(plan_looked_at(goes_on=False, risk=RiskAfter.REMOVED), "2024-08-30"))
    over.then(SafeguardingPlanReviewed)
    assert [one.met_on for one in over.duties(REVIEW, "s1")] == [date(2024, 6, 20), date(2024, 8, 30)]
    protection = given(council.records(safe_plan(), "2012-05-01"))
    protection.owes(REVIEW, "s1", as_at="2012-06-12", last_day="2012-06-12")


def test_an_adult_who_is_not_safe_is_protected_within_a_day() -> None:
    duty = "protect the adult at once"
    record = given(person.tells(concern(safe_now=False), "2024-05-01"))
    record.owes(duty, "k1", as_at="2024-05-02", last_day="2024-05-02")
    record.owes(duty, "k1", as_at="2024-05-03", standing=DutyStanding.LATE, late_since="2024-05-03")
    record.when(council.tells(ProtectionPutInPlace(concern="k1"), "2024-05-01")).owes(
        duty, "k1", as_at="2024-05-01", standing=DutyStanding.MET
    )
    for safe in (True, None):
        given(person.tells(concern(safe_now=safe), "2024-05-01")).owes_no_duty_to(duty, as_at="2024-05-01")


@pytest.mark.parametrize(
    "says",
    [
        council.tells(AdultFoundSafe(concern="k1"), "2024-05-20"),
        council.tells(safe_plan(concern="k1"), "2024-05-20"),
        council.decides(enquiry(EnquiryOutcome.NO_ENQUIRY, suspected=SAFE), "2024-05-20"),
    ],
    ids=["found safe", "planned for", "not at risk"],
)
def test_what_was_to_be_done_at_once_ends_undone_where_the_adult_is_safe(says: Said) -> None:
    duty = "protect the adult at once"
    record = given(
        person.tells(concern(safe_now=False), "2024-05-01"),
        person.tells(concern(concern="k2", safe_now=False), "2024-05-20"),
    )
    after = record.when(says)
    after.owes(duty, "k1", as_at="2024-05-20", standing=DutyStanding.ENDED_LATE, late_since="2024-05-03")
    after.owes(duty, "k2", as_at="2024-05-21", last_day="2024-05-21", standing=DutyStanding.OWED)


def test_it_does_not_end_where_nobody_says_that_this_concern_makes_nobody_unsafe() -> None:
    duty = "protect the adult at once"
    record = given(person.tells(concern(safe_now=False), "2024-05-01"))
    another_limb = SafeguardingFacts(has_needs=False, at_risk=True, unable_to_protect=True)
    for says in (
        council.records(safe_plan(), "2024-05-20"),
        council.decides(enquiry(EnquiryOutcome.NO_ENQUIRY, suspected=another_limb), "2024-05-20"),
        council.decides(enquiry(EnquiryOutcome.OTHER_ENQUIRY, suspected=SAFE), "2024-05-20"),
        practice.records(enquiry(EnquiryOutcome.NO_ENQUIRY, suspected=SAFE), "2024-05-20"),
        council.tells(AdultFoundSafe(concern="k1"), "2024-04-30"),
    ):
        record.when(says).owes(duty, "k1", as_at="2024-06-01", standing=DutyStanding.LATE, late_since="2024-05-03")


def test_a_safeguarding_plan_is_made_without_an_enquiry_and_is_reviewed_all_the_same() -> None:
    record = given(person.tells(concern(), "2024-05-01"))
    planned = record.when(council.tells(safe_plan(enquiry=None, concern="k1"), "2024-05-20")).flags()
    planned.owes(REVIEW, "s1", as_at="2024-08-20", last_day="2024-08-20")


def test_what_was_agreed_is_owed_by_whoever_took_it_on_until_the_day_that_was_named() -> None:
    named = agreed_to(by_day=date(2024, 5, 17), enquiry="q1")
    record = enquiring(council.tells(named, "2024-05-08"))
    record.owes(AGREED, "x1", as_at="2024-05-17", last_day="2024-05-17")
    record.owes(AGREED, "x1", as_at="2024-05-18", standing=DutyStanding.LATE, late_since="2024-05-18")
    record.when(council.tells(ActionDone(action="x1"), "2024-05-18")).owes(
        AGREED, "x1", as_at="2024-05-18", standing=DutyStanding.MET_LATE
    )
    silent = given(council.tells(agreed_to(), "2024-05-08"))
    silent.owes(AGREED, "x1", as_at="2024-06-05", last_day="2024-06-05")
    released = ActionReleased(action="x1", why=ReleaseGround.NOT_WANTED)
    silent.when(council.tells(released, "2024-05-10")).owes(
        AGREED, "x1", as_at="2024-05-10", standing=DutyStanding.ENDED
    )
    silent.when(council.tells(agreed_to(action="x2"), "2024-05-08")).then(ActionAgreed)


def test_an_enquiry_that_somebody_is_caused_to_make_is_reported_by_the_day_that_was_set() -> None:
    duty = "report what the enquiry found"
    record = enquiring(council.decides(caused(report_by=date(2024, 5, 24)), "2024-05-08"))
    record.owes(duty, "q1", as_at="2024-05-24", last_day="2024-05-24")
    record.owes(duty, "q1", as_at="2024-05-25", standing=DutyStanding.LATE, late_since="2024-05-25")
    reported = record.when(hospital.tells(EnquiryReported(enquiry="q1"), "2024-05-24")).then(EnquiryReported)
    # The council may have it made again.
    again = reported.when(council.decides(caused(), "2024-05-28")).then(EnquiryCaused)
    first, second = again.duties(duty, "q1")
    assert (first.met_on, second.met_on, second.last_day) == (date(2024, 5, 24), None, date(2024, 6, 25))


# Advocacy (s 68)


@keeps(an_advocate_comes_before_the_decision_on_action, an_enquirys_advocate_is_independent)
@breaks(an_advocate_comes_before_the_decision_on_action)
def test_an_enquiry_may_begin_without_an_advocate_who_is_owed_and_is_not_decided_on_without() -> None:
    owed = enquiring(council.tells(considered(), "2024-05-08"))
    owed.owes(ADVOCATE, "q1", as_at="2024-05-22", last_day="2024-05-22")
    owed.when(council.decides(action(), "2024-05-20")).then(ActionDecided).breaches("SG-68-01").finds(
        "Care Act 2014, s 68(2)-(5): met on 20 May 2024; but action is decided on, and no advocate was arranged."
    )
    arranged = owed.when(council.decides(advocate_arranged(), "2024-05-10")).then(EnquiryAdvocateArranged).breaches()
    arranged.owes(ADVOCATE, "q1", as_at="2024-05-10", standing=DutyStanding.MET)
    arranged.when(council.decides(action(), "2024-05-20")).then(ActionDecided).breaches()
    not_owed = owed.when(council.tells(considered(involvement=NO_DIFFICULTY), "2024-05-09"))
    not_owed.owes(ADVOCATE, "q1", as_at="2024-05-09", standing=DutyStanding.ENDED)
    not_owed.when(council.decides(action(), "2024-05-20")).then(ActionDecided).breaches()


@keeps(an_advocate_comes_before_the_decision_on_action)
@breaks(an_advocate_comes_before_the_decision_on_action)
def test_where_the_adult_refused_an_advocate_a_person_decides_whether_one_was_to_be_arranged() -> None:
    refused = enquiring(
        council.tells(considered(), "2024-05-08"), council.tells(EnquiryAdvocateRefused(enquiry="q1"), "2024-05-09")
    )
    refused.when(council.decides(action(), "2024-05-20")).then(ActionDecided).breaches().flags("SG-68-01").finds(
        "Care Act 2014, s 68(2): cannot tell on 20 May 2024; "
        "not told: (1) an advocate is arranged although the adult refused one; "
        "but the adult refused an advocate on 9 May 2024."
    )
    arranged = refused.when(council.decides(advocate_arranged(), "2024-05-10"))
    arranged.when(council.decides(action(), "2024-05-20")).then(ActionDecided).breaches().flags()
    ended = EnquiryAdvocateEnded(enquiry="q1", why=AdvocateEnd.WORK_DONE)
    arranged.when(council.tells(ended, "2024-05-18")).then(EnquiryAdvocateEnded).breaches().flags()


def test_an_advocate_is_owed_to_whoever_has_nobody_appropriate_and_is_not_owed_before_the_care_act() -> None:
    with_a_friend = considered().involvement.model_copy(update={"appropriate_person": True})
    enquiring(council.tells(considered(involvement=with_a_friend), "2024-05-08")).owes_no_duty_to(
        ADVOCATE, as_at="2024-05-08"
    )
    given(council.records(considered(), "2015-03-31")).owes_no_duty_to(ADVOCATE, as_at="2015-03-31")
    given(council.records(considered(), "2015-04-01")).owes(ADVOCATE, "q1", as_at="2015-04-01")


def test_section_68_is_asked_of_section_42_enquiries_only_and_of_none_before_the_care_act() -> None:
    other = given(council.records(opened(EnquiryKind.OTHER), "2024-05-07"), council.records(considered(), "2024-05-08"))
    other.when(council.records(action(), "2024-05-20")).then(ActionDecided).breaches().concludes("SG-68-01")
    early = given(council.records(opened(), "2015-03-02"), council.records(considered(), "2015-03-03"))
    early.when(council.records(action(), "2015-03-31")).then(ActionDecided).breaches().concludes("SG-68-01")
    early.when(council.records(action(), "2015-04-01")).then(ActionDecided).breaches("SG-68-01")


@pytest.mark.parametrize(
    ("independent", "words"),
    [
        (False, "but the advocate is not independent of the council. Arrange somebody independent."),
        (None, "but independent was not told. Say whether the advocate is independent of the council."),
    ],
)
@breaks(an_enquirys_advocate_is_independent)
def test_an_advocate_of_an_enquiry_is_independent(independent: bool | None, words: str) -> None:
    paper = advocate_arranged(independent=independent, decision=decided(AN_ADVOCATE))
    enquiring().when(council.decides(paper, "2024-05-10")).refused(Unlawful, words)


# What the adult wants


@pytest.mark.parametrize(("consent", "despite"), [(Consent.REFUSED, None), (Consent.NOT_ASKED, None)])
@breaks(an_enquiry_without_consent_says_why)
def test_an_enquiry_without_consent_says_why_it_is_made(consent: Consent, despite: Override | None) -> None:
    received = given(person.tells(concern(), "2024-05-01"))
    paper = enquiry(consent=consent, despite=despite)
    received.when(council.decides(paper, "2024-05-03")).then(EnquiryDecided).breaches().flags("SG-CON-01")


@pytest.mark.parametrize(
    ("consent", "despite"),
    [
        (Consent.GIVEN, None),
        (Consent.CANNOT_DECIDE, None),
        (Consent.REFUSED, Override.OTHERS_AT_RISK),
        (Consent.NOT_ASKED, Override.UNSAFE_TO_ASK),
    ],
)
@keeps(an_enquiry_without_consent_says_why)
def test_an_enquiry_needs_no_consent(consent: Consent, despite: Override | None) -> None:
    received = given(person.tells(concern(), "2024-05-01"))
    paper = enquiry(consent=consent, despite=despite)
    # That they cannot decide points at a finding, which is asked of capacity.
    flags = ("MCA-05-02",) if consent is Consent.CANNOT_DECIDE else ()
    received.when(council.decides(paper, "2024-05-03")).then(EnquiryDecided).breaches().flags(*flags)


@keeps(an_enquiry_without_consent_says_why)
def test_nothing_is_asked_about_consent_where_nobody_enquires_or_nobody_told() -> None:
    received = given(person.tells(concern(), "2024-05-01"))
    declined = enquiry(EnquiryOutcome.NO_ENQUIRY, suspected=_UNSUSPECTED, consent=Consent.REFUSED)
    for paper in (declined, enquiry()):
        received.when(council.decides(paper, "2024-05-03")).then(EnquiryDecided).flags()


@pytest.mark.parametrize(
    "wish",
    [
        StopFacts(),
        MAY_STOP.model_copy(update={"others_at_risk": True}),
        MAY_STOP.model_copy(update={"under_pressure": True}),
        MAY_STOP.model_copy(update={"able_to_choose": False}),
        MAY_STOP.model_copy(update={"others_at_risk": None}),
    ],
)
@breaks(a_wish_to_stop_is_not_the_whole_answer)
def test_a_wish_to_stop_is_followed_only_where_it_is_free_and_nobody_else_is_at_risk(wish: StopFacts) -> None:
    stops = ended(EnquiryEnd.CEASED_AT_REQUEST, wish=wish)
    enquiring().when(council.decides(stops, "2024-05-21")).then(EnquiryClosed).breaches().flags("SG-CON-02")


@keeps(a_wish_to_stop_is_not_the_whole_answer)
def test_an_enquiry_stops_at_the_adults_free_request() -> None:
    stops = ended(EnquiryEnd.CEASED_AT_REQUEST)
    after = enquiring().when(council.decides(stops, "2024-05-21")).then(EnquiryClosed).breaches().flags()
    after.owes(ACTION, "q1", as_at="2024-05-21", standing=DutyStanding.ENDED)


@breaks(an_enquiry_is_made_personal)
def test_whoever_was_not_asked_what_they_want_was_not_at_the_centre() -> None:
    unasked = given(council.records(opened(), "2024-05-07"), council.records(action(), "2024-05-20"))
    unasked.when(council.records(ended(), "2024-05-21")).finds(
        "Care and Support Statutory Guidance, ch 14, making safeguarding personal: cannot tell on 21 May 2024; "
        "not told: (asked) the adult was asked what outcomes they want; "
        "but the file does not show that the adult was asked what they want."
    )
    silent = enquiring(council.decides(action(), "2024-05-20"))
    silent.when(council.decides(ended(achieved=None), "2024-05-21")).flags("SG-MSP-01")


@pytest.mark.parametrize(
    ("unasked", "words", "outcome"),
    [
        (Unasked.NO, "but the adult was not asked what they want.", Outcome.NOT_MET),
        (Unasked.NOT_KNOWN, "but the file does not show that the adult was asked what they want.", Outcome.CANNOT_TELL),
    ],
)
@breaks(an_enquiry_is_made_personal)
def test_that_nobody_asked_is_told_apart_from_that_nobody_knows(unasked: Unasked, words: str, outcome: Outcome) -> None:
    silent = given(
        person.tells(concern(**COUNTED), "2024-05-01"),
        council.decides(enquiry(), "2024-05-03"),
        council.tells(opened(), "2024-05-07"),
        council.decides(action(), "2024-05-20"),
    )
    after = silent.when(council.decides(ended(unasked=unasked, achieved=None), "2024-05-21")).flags("SG-MSP-01")
    (found,) = [one for one in after.entry.findings if one.rule == "SG-MSP-01"]
    assert found.outcome is outcome
    assert str(found).endswith(words)


@keeps(an_enquiry_is_made_personal)
def test_whoever_said_that_they_want_nothing_in_particular_was_asked() -> None:
    nothing = given(
        person.tells(concern(**COUNTED), "2024-05-01"),
        council.decides(enquiry(), "2024-05-03"),
        council.tells(opened(), "2024-05-07"),
        council.tells(asked(AskedWhen.DURING, expressed=False), "2024-05-09"),
        council.decides(action(), "2024-05-20"),
    )
    nothing.when(council.decides(ended(achieved=None), "2024-05-21")).then(EnquiryClosed).flags()
    died = ended(EnquiryEnd.ADULT_DIED, achieved=None, wish=StopFacts())
    given(council.records(opened(), "2024-05-07")).when(council.records(died, "2024-05-21")).flags()


@breaks(a_concluded_enquiry_can_be_counted)
def test_a_concluded_enquiry_holds_what_is_counted() -> None:
    bare = given(
        person.tells(concern(), "2024-05-01"),
        council.decides(enquiry(), "2024-05-03"),
        council.tells(opened(), "2024-05-07"),
        council.tells(asked(), "2024-05-07"),
        council.decides(action(risk=None), "2024-05-20"),
    )
    bare.when(council.decides(ended(lacked_capacity=None), "2024-05-21")).flags("RET-05").finds(
        "Safeguarding Adults Collection, SG2-SG3: cannot tell on 21 May 2024; not told: (2a) the type of risk, "
        "(2b) its location and source, (2c) what the risk assessment found, (3a) whether the adult lacked capacity; "
        "but the enquiry is concluded without what is counted of it."
    )


@pytest.mark.parametrize("missing", ["location", "risk_source", "types"])
def test_where_and_by_whom_are_counted_together(missing: str) -> None:
    told = {name: value for name, value in COUNTED.items() if name != missing}
    record = given(
        person.tells(concern(**told), "2024-05-01"),
        council.decides(enquiry(), "2024-05-03"),
        council.tells(opened(), "2024-05-07"),
        council.tells(asked(), "2024-05-07"),
        council.decides(action(), "2024-05-20"),
    )
    record.when(council.decides(ended(), "2024-05-21")).then(EnquiryClosed).flags("RET-05")


# Who is told


def test_the_adult_is_told_what_came_of_it_within_two_weeks() -> None:
    record = enquiring(council.decides(action(), "2024-05-20"))
    record.owes(TELL, "q1", as_at="2024-06-03", last_day="2024-06-03")
    record.owes(TELL, "q1", as_at="2024-06-04", standing=DutyStanding.LATE, late_since="2024-06-04")
    told = record.when(council.tells(EnquiryOutcomeTold(enquiry="q1", told=THE_ADULT), "2024-05-22"))
    told.owes(TELL, "q1", as_at="2024-05-22", standing=DutyStanding.MET)
    assert told.duty(TELL).mark.theme == "P19"
    others = EnquiryOutcomeTold(enquiry="q1", told=Party(kind=BodyKind.PROVIDER))
    record.when(council.tells(others, "2024-05-22")).owes(TELL, "q1", as_at="2024-05-22")


@pytest.mark.parametrize("end", [EnquiryEnd.PASSED_ON, EnquiryEnd.MERGED, EnquiryEnd.ADULT_DIED])
def test_nobody_is_told_of_an_end_that_came_to_nothing(end: EnquiryEnd) -> None:
    enquiring(council.decides(ended(end), "2024-05-21")).owes_no_duty_to(TELL, as_at="2024-05-21")


# People who are said to have caused harm, and several concerns


def test_a_position_of_trust_is_considered_apart_from_the_enquiry() -> None:
    duty = "consider what a position of trust asks for"
    alleged = PersonAlleged(
        alleged="w1", concern="k1", person=Party(kind=BodyKind.PROVIDER, relation="care worker"), position_of_trust=True
    )
    record = enquiring(council.tells(alleged, "2024-05-08"))
    record.owes(duty, "w1", as_at="2034-05-08", last_day=None)
    done = PositionOfTrustConsidered(alleged="w1", told=(OtherBody.EMPLOYER,))
    record.when(council.tells(done, "2024-05-09")).owes(duty, "w1", as_at="2024-05-09", standing=DutyStanding.MET)
    not_told = alleged.model_copy(update={"position_of_trust": None})
    enquiring(council.tells(not_told, "2024-05-08")).owes_no_duty_to(duty, as_at="2024-05-08")


def test_what_concerns_have_in_common_is_kept_by_provider_place_and_person() -> None:
    record = given(
        person.tells(concern(provider="Elmcare", location_name="Elm House"), "2024-05-01"),
        council.tells(PersonAlleged(alleged="w1", concern="k1"), "2024-05-01"),
        person.tells(concern(concern="k2", provider="Elmcare", repeats="k1"), "2024-06-01"),
        council.tells(PersonAllegedAgain(alleged="w1", concern="k2"), "2024-06-01"),
    )
    concerns = record.file().safeguarding.concerns  # type: ignore[attr-defined]
    assert concerns["k1"].is_about == {("provider", "Elmcare"), ("place", "Elm House"), ("person", "w1")}
    assert concerns["k1"].is_about & concerns["k2"].is_about == {("provider", "Elmcare"), ("person", "w1")}


@breaks(several_concerns_are_looked_at_together)
@keeps(several_concerns_are_looked_at_together)
def test_the_third_concern_within_a_year_is_looked_at_with_those_before_it() -> None:
    two = given(person.tells(concern(), "2024-05-01"), person.tells(concern(concern="k2"), "2024-11-01"))
    third = concern(concern="k3")
    two.when(person.tells(third, "2025-05-01")).then(ConcernReceived).flags("SG-CLU-01").finds(
        "Working parameter, three concerns within a year: not met on 1 May 2025; not shown: (1) fewer than three "
        "concerns of the year are about the same adult, provider or place; "
        "but it is number 3 within a year, and the first was received on 1 May 2024."
    )
    two.when(person.tells(third, "2025-05-02")).then(ConcernReceived).flags()
    fourth = Given(two.when(person.tells(third, "2025-04-30")).streams)
    fourth.when(person.tells(concern(concern="k0"), "2025-05-01")).flags("SG-CLU-01")


@breaks(several_concerns_are_looked_at_together)
def test_concerns_of_one_day_are_several_and_one_that_is_not_received_yet_is_none() -> None:
    on = "2024-05-01"
    unreceived = given(council.records(enquiry(concern="k9"), on), person.tells(concern(), on))
    unreceived.when(person.tells(concern(concern="k2"), on)).then(ConcernReceived).flags()
    two = given(person.tells(concern(), on), person.tells(concern(concern="k3"), on))
    two.when(person.tells(concern(concern="k2"), on)).then(ConcernReceived).flags("SG-CLU-01")
    again = two.when(person.tells(concern(concern="k3"), on)).then(ConcernReceived)
    again.flags("REC-TWICE")


def test_a_concern_is_received_on_any_day_whatever_the_law_of_the_day_knows() -> None:
    for on in ("1995-05-01", "2000-03-19", "2000-03-20", "2027-05-01"):
        given().when(person.tells(concern(), on)).then(ConcernReceived).breaches()


def test_a_death_ends_what_is_owed_to_the_adult_and_leaves_the_decision_owed() -> None:
    died = enquiring(person.tells(PersonDied(), "2024-05-10"))
    died.owes(ACTION, "q1", as_at="2024-05-10")
    paper = ended(EnquiryEnd.ADULT_DIED)
    died.when(council.decides(paper, "2024-05-21")).owes(ACTION, "q1", as_at="2024-05-21", standing=DutyStanding.ENDED)
