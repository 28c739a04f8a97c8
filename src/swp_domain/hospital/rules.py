"""What the law makes of stays in hospital and leaving it, and what it owes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.hospital.events import (
    AssessmentNoticeAnswered,
    AssessmentNoticeReceived,
    DischargeNoticeReceived,
    DischargePlanningBegan,
    InvolvedInDischarge,
    NoticeWithdrawn,
    PatientDischarged,
)
from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.care_act_2014.s74_discharge import (
    HOSPITALS_INVOLVE_FROM,
    DischargePlanningFacts,
    hospital_involves_the_patient,
)
from swp_domain.law.dates import spoken
from swp_domain.law.delayed_discharges_act_2003 import BEGAN, DELAYED_DISCHARGES, ENDED
from swp_domain.law.discharge_regulations_2014 import DISCHARGE, SCHEDULE_3_ENDED
from swp_domain.law.discharge_regulations_2014.notices import (
    DischargeNoticeFacts,
    counted_on,
    notice_of_discharge_is_long_enough,
    relevant_day,
)
from swp_domain.law.local_targets import OURS
from swp_domain.law.rule import cited
from swp_domain.owed import Ends, Opening, Owed, owed
from swp_domain.party import HOSPITAL
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, Findings, Judge, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


@judges("HD-02", effect=BREACH)
def a_day_of_discharge_is_told_the_day_before(
    file: CaseFile, asked: Proposal[DischargeNoticeReceived], standing: Standing
) -> Findings:
    """A hospital gives notice of a discharge at least one day before."""
    # It is the hospital's duty: where a council says what it received, the breach would be put down to the council.
    if standing.is_ours(asked.by) or not notice_of_discharge_is_long_enough.in_force(asked.on):
        return
    event = asked.event
    # The hour is told, or the earlier day is taken: the reading that asks less of the hospital.
    counts = counted_on(asked.on, event.after_two or False)
    facts = DischargeNoticeFacts(counts_on=counts, discharge_on=event.discharge_on)
    finding = notice_of_discharge_is_long_enough(facts, on=asked.on)
    yield finding.contradicts("discharge_on leaves no day between") if finding.not_met else finding


@judges("HD-03", effect=FLAG)
def a_council_has_two_days_from_the_assessment_notice(
    file: CaseFile, asked: Proposal[DischargeNoticeReceived], standing: Standing
) -> Findings:
    """Whatever day of discharge is named, a council has two days from the day the assessment notice counts."""
    event, stay = asked.event, file.hospital.stays.get(asked.event.admission)
    if stay is None or stay.assessment_notice is None or stay.assessment_notice_on is None:
        return
    counts = counted_on(stay.assessment_notice_on, stay.assessment_notice.after_two)
    true_day = relevant_day(event.discharge_on, counts)
    told_day = relevant_day(event.discharge_on, event.assessment_notice_on)
    if true_day is None or told_day is None or not notice_of_discharge_is_long_enough.in_force(asked.on):
        return
    says = f"the last day to act is {spoken(true_day)}"
    finding = cited(DISCHARGE["reg 8"], on=asked.on, holds=told_day >= true_day, says=says)
    yield (
        finding
        if finding.met
        else finding.contradicts("assessment_notice_on is missing or too early", f"Say that it is {spoken(counts)}")
    )


@judges("HD-04", effect=FLAG)
def notices_ended_with_schedule_3(
    file: CaseFile, asked: Proposal[AssessmentNoticeReceived | DischargeNoticeReceived], standing: Standing
) -> Findings:
    """Since 1 July 2022 no notice of a hospital has any force of law."""
    if hospital_involves_the_patient.in_force(asked.on):
        finding = cited(CARE_ACT["s 74"], on=asked.on, holds=False, says="notices under Schedule 3 can be given")
        yield finding.contradicts("it is a notice all the same", "Record it as a referral or request")


@judges("HD-05", effect=BREACH)
def a_hospital_involves_whoever_it_discharges(
    file: CaseFile, asked: Proposal[PatientDischarged], standing: Standing
) -> Findings:
    """A hospital that plans the discharge of somebody likely to need care involves them and any carer."""
    stay = file.hospital.stays.get(asked.event.admission)
    if standing.is_ours(asked.by) or stay is None or stay.planning_on is None:
        return
    if not hospital_involves_the_patient.in_force(stay.planning_on):
        return
    involved = DischargePlanningFacts(involved=stay.involved_on is not None)
    finding = hospital_involves_the_patient(involved, on=asked.on)
    yield finding.contradicts("the patient leaves and was not involved") if finding.not_met else finding


@judges("HD-06", effect=FLAG, theme="P22")
def nobody_leaves_hospital_without_support_or_handover(
    file: CaseFile, asked: Proposal[PatientDischarged], standing: Standing
) -> Findings:
    """Somebody who leaves hospital has what they need, and those who go on caring know it."""
    event = asked.event
    for told, says, what in (
        (event.support_ready, "support was ready", "support_ready is no"),
        (event.handed_over, "those who go on caring were told", "handed_over is no"),
    ):
        finding = cited(OURS["a safe discharge"], on=asked.on, holds=told, says=says)
        if finding.not_met:
            yield finding.contradicts(what)


RULES: tuple[Judge, ...] = (
    a_day_of_discharge_is_told_the_day_before,
    a_council_has_two_days_from_the_assessment_notice,
    notices_ended_with_schedule_3,
    a_hospital_involves_whoever_it_discharges,
    nobody_leaves_hospital_without_support_or_handover,
)

_ENDS: Ends = {NoticeWithdrawn: None, PatientDischarged: None}

DUTIES: tuple[Owed, ...] = (
    owed(
        "assess before discharge",
        rule="HD-01",
        provision=CARE_ACT["Sch 3 paras 3-4"],
        subject="admission",
        opened_by={
            AssessmentNoticeReceived: Opening(),
            DischargeNoticeReceived: Opening(
                lambda event: relevant_day(event.discharge_on, event.assessment_notice_on)
            ),
        },
        discharged_by=(AssessmentNoticeAnswered,),
        ended_by=_ENDS,
        commenced=COMMENCED,
        ceased=SCHEDULE_3_ENDED,
        theme="P22",
    ),
    owed(
        "assess before discharge",
        rule="CC-DD-01",
        provision=DELAYED_DISCHARGES["s 4(2)"],
        subject="admission",
        opened_by={AssessmentNoticeReceived: Opening(), DischargeNoticeReceived: Opening()},
        discharged_by=(AssessmentNoticeAnswered,),
        ended_by=_ENDS,
        commenced=BEGAN,
        ceased=ENDED,
        theme="P22",
    ),
    owed(
        "involve patient and carer in the discharge",
        rule="HD-05",
        provision=CARE_ACT["s 74"],
        by=HOSPITAL,
        to="the patient and any carer",
        subject="admission",
        opened_by={DischargePlanningBegan: Opening()},
        discharged_by=(InvolvedInDischarge,),
        ended_by={PatientDischarged: None},
        commenced=HOSPITALS_INVOLVE_FROM,
    ),
)
