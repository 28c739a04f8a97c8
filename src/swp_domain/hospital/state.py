"""How it stands with stays in hospital and leaving it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from swp_domain.entry import AnyEntry
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
from swp_domain.stage import changed


@dataclass(frozen=True)
class Stay:
    """A stay in hospital on a day. ``assessment_notice`` and ``discharge_notice`` are those that stand."""

    admitted_on: date | None = None
    assessment_notice: AssessmentNoticeReceived | None = None
    assessment_notice_on: date | None = None
    discharge_notice: DischargeNoticeReceived | None = None
    answered_on: date | None = None
    arranged_on: date | None = None
    arranged_by_eleven: bool | None = None
    ready_on: date | None = None
    planning_on: date | None = None
    involved_on: date | None = None
    discharged_on: date | None = None


@dataclass(frozen=True)
class HospitalState:
    """What the file tells of stays in hospital, by admission."""

    stays: dict[str, Stay] = field(default_factory=dict)


def evolve(state: HospitalState, entry: AnyEntry) -> HospitalState:
    """How it stands after one more entry."""
    on, event = entry.occurred_on, entry.event
    match event:
        case PatientAdmitted(admission=which):
            return _with(state, which, admitted_on=on)
        case AssessmentNoticeReceived(admission=which):
            return _with(state, which, assessment_notice=event, assessment_notice_on=on)
        case DischargeNoticeReceived(admission=which):
            return _with(state, which, discharge_notice=event)
        case NoticeWithdrawn(admission=which, notice=notice):
            return _with(state, which, **_withdrawn(state.stays.get(which, Stay()), notice))
        case AssessmentNoticeAnswered(admission=which):
            return _with(state, which, answered_on=on)
        case SupportArranged(admission=which, by_eleven=by_eleven):
            return _with(state, which, arranged_on=on, arranged_by_eleven=by_eleven)
        case ReadyForDischarge(admission=which):
            return _with(state, which, ready_on=on)
        case DischargePlanningBegan(admission=which):
            return _with(state, which, planning_on=on)
        case InvolvedInDischarge(admission=which):
            return _with(state, which, involved_on=on)
        case PatientDischarged(admission=which):
            return _with(state, which, discharged_on=on)
    return state


def _withdrawn(stay: Stay, notice: str) -> dict[str, None]:
    if stay.assessment_notice is not None and stay.assessment_notice.notice == notice:
        return {"assessment_notice": None, "assessment_notice_on": None}
    if stay.discharge_notice is not None and stay.discharge_notice.notice == notice:
        return {"discharge_notice": None}
    return {}


def _with(state: HospitalState, which: str, **changes: Any) -> HospitalState:
    return HospitalState({**state.stays, which: changed(state.stays.get(which, Stay()), **changes)})
