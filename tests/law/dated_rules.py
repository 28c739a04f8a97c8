"""Rules beside the core whose law began or ended on a day of its own: rows of ``test_dates_of_core_rules``."""

from __future__ import annotations

from datetime import date

from swp_domain.capacity.vocabulary import Objecting
from swp_domain.complaints.events import ComplaintReceived
from swp_domain.continuing_healthcare.events import TeamMember
from swp_domain.continuing_healthcare.vocabulary import Profession
from swp_domain.court.events import ApplicationIssued
from swp_domain.court.vocabulary import ApplicationKind, DirectionKind, Told
from swp_domain.hospital.events import (
    AssessmentNoticeReceived,
    DischargeNoticeReceived,
    DischargePlanningBegan,
    PatientDischarged,
)
from swp_domain.law.care_act_2014.s58_transition import TransitionFacts
from swp_domain.planning.events import ProviderFailed
from swp_domain.residence.events import DisputeArose
from swp_domain.transition.events import TransitionExpected
from tests import healthcare_papers as healthcare
from tests.capacity_papers import objection
from tests.cast import court, hospital
from tests.court_papers import directed, served
from tests.law.core_rules import BREACH, CARE_ACT, DAY, DUTY, FLAG, Row
from tests.papers import application, order

_ISSUED, _COURT_RULES = ApplicationIssued(application="p1"), date(2017, 12, 1)
_REPORT = directed("2030-01-01", kind=DirectionKind.SECTION_49_REPORT)
_NOTICE = AssessmentNoticeReceived(notice="n1", admission="s1")
_PLANNED = DischargePlanningBegan(admission="s1")
_LEAVES = PatientDischarged(admission="s1")
_TOO_LATE = DischargeNoticeReceived(notice="n2", admission="s1", discharge_on=date(2015, 3, 1))
_DEPRIVES = order(authorises_deprivation_of_liberty=True)
_NOTICES_END, _OLD_SCHEME, _DIRECTIONS = date(2022, 7, 1), date(2003, 10, 1), date(2010, 4, 19)
_EXPECTED = TransitionExpected(
    transition="t1",
    facts=TransitionFacts(likely_needs_after_18=True, significant_benefit=True, consent=True),
    birthday=date(2024, 12, 1),
)
_COMPLAINT = ComplaintReceived(complaint="c1")

_STANDING_RULES = date(2013, 4, 1)
_NURSE = TeamMember(profession=Profession.NURSE)
_NOT_FOUND = healthcare.found(healthcare.NOT_ELIGIBLE, primary_health_need=True)
_DEPARTS = healthcare.found(healthcare.NOT_ELIGIBLE, exceptional_reasons=False)

DATED = (
    Row("HD-01", DUTY, _NOTICE, first=CARE_ACT),
    Row("HD-01", DUTY, _NOTICE, last=_NOTICES_END - DAY),
    Row("HD-02", BREACH, _TOO_LATE, by=hospital, first=CARE_ACT),
    Row("HD-02", BREACH, _TOO_LATE, by=hospital, last=_NOTICES_END - DAY),
    Row("HD-04", FLAG, _NOTICE, first=_NOTICES_END),
    Row("HD-05", DUTY, _PLANNED, first=_NOTICES_END),
    Row("HD-05", BREACH, _LEAVES, (_PLANNED,), by=hospital, first=_NOTICES_END),
    Row("CC-DD-01", DUTY, _NOTICE, first=_OLD_SCHEME),
    Row("CC-DD-01", DUTY, _NOTICE, last=CARE_ACT - DAY),
    Row("CC-OR-01", DUTY, DisputeArose(dispute="d1", needs_met=False), first=_DIRECTIONS),
    Row("CA-48-01", DUTY, ProviderFailed(provider="Elmcare"), first=CARE_ACT),
    Row("CA-48-01", DUTY, ProviderFailed(provider="Elmcare"), supported=True, first=CARE_ACT),
    Row("CA-58-02", DUTY, _EXPECTED, first=CARE_ACT),
    Row("REC-05", DUTY, _COMPLAINT, first=date(2009, 4, 1)),
    Row("REC-05-ACK", DUTY, _COMPLAINT, first=date(2009, 4, 1)),
    Row("CHC-02", DUTY, healthcare.received(), by=healthcare.nhs, first=_STANDING_RULES),
    Row("CHC-02", BREACH, _DEPARTS, (healthcare.tool(),), by=healthcare.nhs, first=_STANDING_RULES),
    Row("CHC-03", BREACH, healthcare.tool(team=(_NURSE,)), by=healthcare.nhs, first=_STANDING_RULES),
    Row("CHC-03", BREACH, _NOT_FOUND, by=healthcare.nhs, first=_STANDING_RULES),
    Row("COP-06", DUTY, order(review_by="2030-01-01"), by=court, first=date(2007, 10, 1)),
    *(Row(rule, DUTY, _ISSUED, by=court, first=_COURT_RULES) for rule in ("COP-01", "COP-01-N", "COP-02")),
    *(Row(rule, DUTY, served(takes_part=True), first=_COURT_RULES) for rule in ("COP-01-C", "COP-03")),
    Row("COP-02-C", DUTY, served(Told.PERSON), first=_COURT_RULES),
    Row("COP-04", FLAG, application(kind=ApplicationKind.WELFARE), first=_COURT_RULES),
    Row("COP-06-D", DUTY, directed("2030-01-01"), by=court, first=date(2007, 10, 1)),
    Row(
        "COP-07", DUTY, directed("2030-01-01", kind=DirectionKind.SECTION_49_REPORT), by=court, first=date(2007, 10, 1)
    ),
    Row("COP-15", DUTY, objection(to=Objecting.RESIDENCE), first=date(2007, 10, 1)),
    Row("COP-21A", DUTY, objection(to=Objecting.DEPRIVATION), first=date(2009, 4, 1)),
    Row("COP-05", DUTY, _DEPRIVES, by=court, first=date(2009, 4, 1)),
)
