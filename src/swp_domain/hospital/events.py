"""What can have happened about a stay in hospital and leaving it."""

from __future__ import annotations

from datetime import date

from swp_domain.event import Event
from swp_domain.identifiers import AdmissionId, AssessmentId, NoticeId


class PatientAdmitted(Event, name="hospital/patient-admitted", begins="admission"):
    """The adult was admitted to hospital."""

    admission: AdmissionId
    hospital: str = ""


class AssessmentNoticeReceived(Event, name="hospital/assessment-notice-received", begins="notice"):
    """A hospital gave notice that discharge may be unsafe without care (Care Act 2014 Sch 3, to 30 June 2022).

    ``after_two`` is whether it came after 2 pm, which makes it a notice of the next day.
    """

    notice: NoticeId
    admission: AdmissionId
    discharge_proposed_for: date | None = None
    after_two: bool | None = None


class DischargeNoticeReceived(Event, name="hospital/discharge-notice-received", begins="notice"):
    """A hospital gave notice of the day of discharge.

    ``assessment_notice_on`` is the day on which its assessment notice counts as given: a council has two days
    from then, whatever day of discharge is named.
    """

    notice: NoticeId
    admission: AdmissionId
    discharge_on: date | None = None
    assessment_notice_on: date | None = None
    after_two: bool | None = None


class NoticeWithdrawn(Event, name="hospital/notice-withdrawn"):
    """A notice was withdrawn, and with it what it asked for in that stay."""

    notice: NoticeId
    admission: AdmissionId


class AssessmentNoticeAnswered(Event, name="hospital/assessment-notice-answered"):
    """The council assessed the patient, and told the hospital what it found and what it will do (Sch 3 para 3)."""

    admission: AdmissionId
    assessment: AssessmentId | None = None


class SupportArranged(Event, name="hospital/support-arranged"):
    """What the patient needs to leave hospital was arranged. ``by_eleven`` is whether by 11 am of that day (reg 9)."""

    admission: AdmissionId
    by_eleven: bool | None = None


class DischargePlanningBegan(Event, name="hospital/discharge-planning-began"):
    """The hospital began to plan discharge of a patient likely to need care (s 74, from 1 July 2022)."""

    admission: AdmissionId


class InvolvedInDischarge(Event, name="hospital/involved-in-discharge"):
    """The patient, and any carer, were involved in planning the discharge."""

    admission: AdmissionId


class ReadyForDischarge(Event, name="hospital/ready-for-discharge"):
    """The day came on which the adult could have left hospital. ``support_ready`` is whether care was arranged."""

    admission: AdmissionId
    support_ready: bool | None = None


class PatientDischarged(Event, name="hospital/patient-discharged"):
    """The adult left hospital. ``handed_over`` is whether those who go on caring were told what they need to know."""

    admission: AdmissionId
    handed_over: bool | None = None
    support_ready: bool | None = None
