"""Stays in hospital: admitted, the hospital's notices, ready to leave, gone."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import council_acts
from swp_adapters.exchange.chronology_desk import Desk, Weight
from swp_domain.event import Event
from swp_domain.hospital.events import (
    AssessmentNoticeAnswered,
    AssessmentNoticeReceived,
    DischargeNoticeReceived,
    PatientAdmitted,
    PatientDischarged,
    ReadyForDischarge,
)
from swp_domain.law.discharge_regulations_2014.notices import counted_on

ASSESS: Final = "assess before discharge"
_ASSESSES: Final = frozenset({"assessment-started", "assessment-drafted", "assessment-completed"})
_SUPPORT: Final = frozenset(
    {"service-started", "urgent-support-provided", "direct-payment-started", "moved-accommodation"}
)


def admitted(desk: Desk, source: Happening) -> str | None:
    """A stay begins."""
    desk.put(PatientAdmitted(admission=desk.new("stay")), source)
    return None


def noticed(desk: Desk, source: Happening) -> None:
    """A hospital gave notice that somebody needs to be assessed before they leave."""
    desk.put(AssessmentNoticeReceived(notice=desk.new("notice"), admission=_stay(desk)), source, on=source.known)


def told_of_discharge(desk: Desk, source: Happening) -> str | None:
    """A hospital named the day of discharge; which, is told by the day that later came."""
    stay = desk.file.hospital.stays.get(_stay(desk))
    # Only a hospital that asked for an assessment gives such notice; where it is not told that it did, look.
    asked = stay is not None and stay.assessment_notice is not None
    weight = Weight.FACT if asked else Weight.INFERRED
    desk.put(_notice(desk, _day_named(desk, source)), source, on=source.known, weight=weight)
    return None


def ready(desk: Desk, source: Happening) -> str | None:
    """The day came that a hospital had named: a notice of it had been given, told or not."""
    stay = desk.file.hospital.stays.get(_stay(desk))
    untold = stay is None or stay.discharge_notice is None
    if untold and not _seen_in_hospital(desk, source):
        desk.put(_notice(desk, source.occurred.latest), source, weight=Weight.INFERRED)
    desk.put(ReadyForDischarge(admission=_stay(desk)), source)
    return None


def left(desk: Desk, source: Happening) -> str | None:
    """A stay ends; with a hospital's request unanswered, and nothing begun, the adult left with no support ready."""
    owed = desk.owed(ASSESS)
    # Where a day had been named and passed, what was not done by then is held against the council already.
    passed = owed is not None and owed.last_day is not None and owed.last_day < source.occurred.earliest
    ready = False if owed is not None and not passed and not _supported(desk, source) else None
    desk.put(PatientDischarged(admission=_stay(desk), support_ready=ready), source, weight=Weight.INFERRED)
    return None


def _seen_in_hospital(desk: Desk, source: Happening) -> bool:
    """Whether somebody of the council can have assessed during the stay, before the day that was named."""
    admitted = [one.occurred.earliest for one in desk.before(source) if one.act == "hospital-admission"]
    since = max(admitted, default=source.occurred.earliest)
    return any(
        one.act in _ASSESSES and council_acts(one.by) and one.statutory and one.occurred.latest >= since
        for one in desk.told
        if one.occurred.earliest <= source.occurred.latest
    )


def _supported(desk: Desk, source: Happening) -> bool:
    """Whether support can have begun within a day of leaving, or the adult had some to go back to."""
    last = source.occurred.latest + timedelta(days=1)
    begun = [one for one in desk.told if one.act in _SUPPORT and one.occurred.earliest <= last]
    return desk.served(source) or any(one.occurred.latest >= source.occurred.earliest for one in begun)


def assessed(desk: Desk, source: Happening) -> None:
    """An assessment answers the hospital. So does a first step, where an account does not tell of its end."""
    duty = desk.owed(ASSESS)
    if duty is not None and council_acts(source.by) and source.statutory:
        weight = Weight.FACT if source.act == "assessment-completed" else Weight.INFERRED
        desk.put(AssessmentNoticeAnswered(admission=duty.subject), source, weight=weight)


def _notice(desk: Desk, discharge_on: date | None) -> Event:
    stay = desk.file.hospital.stays.get(_stay(desk))
    asked = stay.assessment_notice if stay else None
    given = max((one.occurred.latest for one in desk.entries if one.event is asked or one.event == asked), default=None)
    return DischargeNoticeReceived(
        notice=desk.new("notice"),
        admission=_stay(desk),
        discharge_on=discharge_on,
        assessment_notice_on=counted_on(given, None) if asked and given else None,
    )


def _day_named(desk: Desk, source: Happening) -> date | None:
    later = (one.occurred.latest for one in desk.chronology.chronology if one.act == "discharge-ready")
    return next((day for day in later if day >= source.occurred.earliest), None)


def _stay(desk: Desk) -> str:
    """The stay that has not ended, or one that the account does not tell the beginning of."""
    stays = desk.file.hospital.stays
    return next((name for name in reversed(stays) if stays[name].discharged_on is None), f"stay-untold-{len(stays)}")
