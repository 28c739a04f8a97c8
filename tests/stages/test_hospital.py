"""Hospital: notices until June 2022, the hospital's own duty since, and how somebody leaves."""

from __future__ import annotations

from typing import Any

import pytest

from swp_domain.case_file import CaseFile
from swp_domain.duty import DutyStanding
from swp_domain.hospital.events import (
    AssessmentNoticeAnswered,
    AssessmentNoticeReceived,
    DischargeNoticeReceived,
    DischargePlanningBegan,
    InvolvedInDischarge,
    NoticeWithdrawn,
    PatientAdmitted,
    PatientDischarged,
    ReadyForDischarge,
    SupportArranged,
)
from swp_domain.hospital.rules import (
    a_council_has_two_days_from_the_assessment_notice,
    a_day_of_discharge_is_told_the_day_before,
    a_hospital_involves_whoever_it_discharges,
    nobody_leaves_hospital_without_support_or_handover,
    notices_ended_with_schedule_3,
)
from swp_domain.hospital.state import Stay
from swp_domain.law.dates import LawNotKnown
from swp_domain.law.discharge_regulations_2014.notices import days_of_delay
from tests.cast import DELEGATE, council, hospital
from tests.telling import Record, Said, breaks, day, given, keeps

ASSESS = "assess before discharge"


def stay(record: Record, as_at: str | None = None) -> Stay:
    file = record.file(as_at=as_at)
    assert isinstance(file, CaseFile)
    return file.hospital.stays["s1"]


def admitted(on: str = "2020-05-01") -> Said:
    return hospital.tells(PatientAdmitted(admission="s1", hospital="St Anne's"), on)


def notice(on: str = "2020-05-04", after_two: bool | None = False) -> Said:
    return hospital.tells(AssessmentNoticeReceived(notice="n1", admission="s1", after_two=after_two), on)


def leaving(
    discharge_on: str | None = "2020-05-08",
    on: str = "2020-05-05",
    counts: str | None = "2020-05-04",
    after_two: bool | None = False,
) -> Said:
    event = DischargeNoticeReceived(
        notice="n2",
        admission="s1",
        discharge_on=day(discharge_on) if discharge_on else None,
        assessment_notice_on=day(counts) if counts else None,
        after_two=after_two,
    )
    return hospital.tells(event, on)


@pytest.mark.parametrize(
    ("discharge_on", "counts", "last"),
    [
        ("2020-05-08", "2020-05-04", "2020-05-08"),
        ("2020-05-06", "2020-05-04", "2020-05-06"),
        ("2020-05-05", "2020-05-04", "2020-05-06"),
        ("2020-05-06", "2020-05-05", "2020-05-07"),
        ("2020-05-08", None, "2020-05-08"),
        (None, "2020-05-04", None),
    ],
)
def test_a_council_has_until_the_day_of_discharge_and_never_less_than_two_days(
    discharge_on: str | None, counts: str | None, last: str | None
) -> None:
    record = given(admitted(), notice(), leaving(discharge_on, counts=counts))
    record.owes(ASSESS, "s1", as_at="2020-05-05", last_day=last)


def test_an_assessment_notice_alone_brings_no_last_day() -> None:
    given(admitted(), notice()).owes(ASSESS, "s1", as_at="2020-12-01", last_day=None)


def test_an_assessment_is_late_from_the_day_after_the_discharge_that_was_told() -> None:
    record = given(admitted(), notice(), leaving())
    record.owes(ASSESS, as_at="2020-05-09", standing=DutyStanding.LATE, late_since="2020-05-09")
    answered = record.when(council.tells(AssessmentNoticeAnswered(admission="s1"), "2020-05-20"))
    answered.then(AssessmentNoticeAnswered).owes(ASSESS, as_at="2020-05-20", standing=DutyStanding.MET_LATE)
    assert stay(answered).answered_on == day("2020-05-20")


def test_what_a_hospital_withdraws_it_no_longer_asks_for() -> None:
    withdrawn = hospital.tells(NoticeWithdrawn(notice="n2", admission="s1"), "2020-05-06")
    record = given(admitted(), notice(), leaving(), withdrawn)
    record.owes(ASSESS, as_at="2020-06-01", standing=DutyStanding.ENDED)
    assert stay(record).discharge_notice is None
    assert stay(record).assessment_notice is not None
    both = record.when(hospital.tells(NoticeWithdrawn(notice="n1", admission="s1"), "2020-05-07"))
    assert stay(both).assessment_notice is None


def test_notices_are_those_of_the_act_of_the_day() -> None:
    assert given(notice("2015-03-31")).duty(ASSESS).mark.rule == "CC-DD-01"
    assert given(notice("2015-04-01")).duty(ASSESS).mark.rule == "HD-01"
    assert given(notice("2022-06-30")).duty(ASSESS).mark.rule == "HD-01"
    given(notice("2022-07-01")).owes_no_duty_to(ASSESS, as_at="2022-08-01")


@keeps(notices_ended_with_schedule_3)
def test_a_notice_of_the_last_day_is_one() -> None:
    given(admitted("2022-06-29")).when(notice("2022-06-30")).then(AssessmentNoticeReceived).flags()


@breaks(notices_ended_with_schedule_3)
def test_a_notice_since_july_2022_has_no_force() -> None:
    given(admitted("2022-06-29")).when(notice("2022-07-01")).flags("HD-04")


@keeps(a_day_of_discharge_is_told_the_day_before, a_council_has_two_days_from_the_assessment_notice)
def test_a_discharge_is_told_the_day_before() -> None:
    given(admitted(), notice()).when(leaving("2020-05-06")).then(DischargeNoticeReceived).breaches().flags()


@keeps(a_council_has_two_days_from_the_assessment_notice)
def test_a_later_day_than_the_law_gives_is_nobodys_fault() -> None:
    given(admitted(), notice()).when(leaving("2020-05-06", counts="2020-05-06")).breaches().flags()


@keeps(a_council_has_two_days_from_the_assessment_notice)
def test_of_a_discharge_without_a_day_or_an_assessment_notice_nothing_is_concluded() -> None:
    given(admitted(), notice()).when(leaving(None)).flags().concludes("HD-03")
    given(admitted()).when(leaving("2020-05-06")).flags().concludes("HD-03")
    given(admitted("2022-06-29"), notice("2022-06-30")).when(leaving("2022-07-05", on="2022-07-01")).concludes("HD-03")


@breaks(a_day_of_discharge_is_told_the_day_before)
@pytest.mark.parametrize(("on", "after_two"), [("2020-05-08", False), ("2020-05-07", True), ("2020-05-08", True)])
def test_a_discharge_told_on_the_day_is_the_hospitals_breach(on: str, after_two: bool) -> None:
    said = leaving("2020-05-08", on=on, after_two=after_two)
    (breach,) = given(*DELEGATE, admitted(), notice()).when(said).entry.breaches
    assert (breach.rule, breach.body) == ("HD-02", "St Anne's")


def test_what_a_council_says_it_received_is_no_breach_of_the_council() -> None:
    event = DischargeNoticeReceived(notice="n2", admission="s1", discharge_on=day("2020-05-08"))
    given(*DELEGATE, admitted()).when(council.tells(event, "2020-05-08")).then(DischargeNoticeReceived).breaches()


@breaks(a_council_has_two_days_from_the_assessment_notice)
@pytest.mark.parametrize("counts", [None, "2020-05-03"])
def test_a_discharge_notice_that_leaves_less_than_two_days_is_put_right(counts: str | None) -> None:
    after = given(admitted(), notice(after_two=True)).when(leaving("2020-05-06", counts=counts))
    after.flags("HD-03").finds(
        "SI 2014/2823, reg 8: not met on 5 May 2020; not shown: (1) the last day to act is 7 May 2020; "
        "but assessment_notice_on is missing or too early."
    )


@keeps(a_hospital_involves_whoever_it_discharges, nobody_leaves_hospital_without_support_or_handover)
def test_since_july_2022_the_hospital_involves_the_patient() -> None:
    planning = hospital.tells(DischargePlanningBegan(admission="s1"), "2022-07-01")
    record = given(admitted("2022-06-28"), planning)
    assert record.duty("involve patient and carer in the discharge").mark.owner == "the hospital"
    involved = record.when(hospital.tells(InvolvedInDischarge(admission="s1"), "2022-07-02"))
    left = involved.when(
        hospital.tells(PatientDischarged(admission="s1", handed_over=True, support_ready=True), "2022-07-05")
    )
    left.then(PatientDischarged).breaches().flags()
    assert stay(left).discharged_on == day("2022-07-05")


@breaks(a_hospital_involves_whoever_it_discharges)
def test_whoever_was_not_involved_is_the_hospitals_breach() -> None:
    planning = hospital.tells(DischargePlanningBegan(admission="s1"), "2022-07-01")
    left = hospital.tells(PatientDischarged(admission="s1"), "2022-07-05")
    (breach,) = given(*DELEGATE, admitted("2022-06-28"), planning).when(left).entry.breaches
    assert (breach.rule, breach.body) == ("HD-05", "St Anne's")
    early = hospital.tells(DischargePlanningBegan(admission="s1"), "2022-06-30")
    given(*DELEGATE, admitted("2022-06-28"), early).when(left).then(PatientDischarged).breaches()


@keeps(a_hospital_involves_whoever_it_discharges)
def test_a_discharge_that_the_council_records_and_one_that_nobody_planned_say_nothing_of_it() -> None:
    planning = hospital.tells(DischargePlanningBegan(admission="s1"), "2022-07-01")
    left = PatientDischarged(admission="s1")
    given(admitted("2022-06-28"), planning).when(council.tells(left, "2022-07-05")).breaches().concludes("HD-05")
    given(admitted("2022-06-28")).when(hospital.tells(left, "2022-07-05")).breaches().concludes("HD-05")
    given().when(hospital.tells(left, "2022-07-05")).breaches().concludes("HD-05")


@breaks(nobody_leaves_hospital_without_support_or_handover)
@pytest.mark.parametrize("told", [{"handed_over": False}, {"support_ready": False}])
def test_a_discharge_without_support_or_handover_is_a_warning(told: dict[str, bool]) -> None:
    given(admitted()).when(hospital.tells(PatientDischarged(admission="s1", **told), "2020-05-09")).flags("HD-06")


def delayed(on: str, *said: Said) -> int:
    """Days of delay, as the file tells of the stay."""
    one = stay(given(admitted(), hospital.tells(ReadyForDischarge(admission="s1"), "2020-05-08"), *said))
    assert one.ready_on
    return days_of_delay(
        one.ready_on,
        arranged_on=one.arranged_on,
        by_eleven=one.arranged_by_eleven,
        discharged_on=one.discharged_on,
        as_at=day(on),
    )


@pytest.mark.parametrize(("by_eleven", "days"), [(True, 3), (False, 4), (None, 4)])
def test_the_day_on_which_support_was_arranged_by_eleven_does_not_count(by_eleven: bool | None, days: int) -> None:
    arranged = council.tells(SupportArranged(admission="s1", by_eleven=by_eleven), "2020-05-11")
    assert delayed("2020-05-20", arranged) == days


def test_days_in_hospital_after_being_ready_are_counted_and_not_billed() -> None:
    assert [delayed(on) for on in ("2020-05-07", "2020-05-08", "2020-05-10")] == [0, 1, 3]
    left = hospital.tells(PatientDischarged(admission="s1"), "2020-05-10")
    assert delayed("2020-06-01", left) == 2


@pytest.mark.parametrize(("ready_on", "known"), [("2015-03-31", False), ("2015-04-01", True), ("2022-06-30", True)])
def test_delay_is_counted_while_there_were_notices(ready_on: str, known: bool) -> None:
    untold: dict[str, Any] = {"arranged_on": None, "by_eleven": None, "discharged_on": None}
    if known:
        assert days_of_delay(day(ready_on), as_at=day(ready_on), **untold) == 1
    else:
        with pytest.raises(LawNotKnown):
            days_of_delay(day(ready_on), as_at=day(ready_on), **untold)
    with pytest.raises(LawNotKnown):
        days_of_delay(day("2022-07-01"), as_at=day("2022-07-02"), **untold)
