"""What the law makes of complaints, and of what was promised in answer, and what it owes."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from swp_domain.complaints.events import (
    ComplaintAcknowledged,
    ComplaintPeriodAgreed,
    ComplaintReceived,
    ComplaintResponded,
    ComplaintSettledAtOnce,
    ComplaintWithdrawn,
    LateComplaintDeclined,
    RemedyCarriedOut,
    RemedyPromised,
    RemedyReleased,
)
from swp_domain.complaints.state import OneComplaint
from swp_domain.law.complaints_regulations_2009 import COMMENCED, COMPLAINTS
from swp_domain.law.complaints_regulations_2009.reg8_settled_at_once import (
    SettlementFacts,
    next_working_day,
    settled_at_once,
)
from swp_domain.law.complaints_regulations_2009.reg12_time_to_complain import (
    TimelinessFacts,
    made_in_time,
    made_too_late,
    twelve_months,
)
from swp_domain.law.complaints_regulations_2009.reg13_acknowledgement import three_working_days
from swp_domain.law.complaints_regulations_2009.reg14_answer import (
    AnswerFacts,
    LongerPeriodFacts,
    lateness_explained,
    longer_period,
    six_months,
)
from swp_domain.law.dates import spoken
from swp_domain.law.finding import Finding, Force, Outcome
from swp_domain.law.local_targets.answers import remedy
from swp_domain.law.ombudsman import REMEDIES
from swp_domain.law.rule import Text, cited
from swp_domain.owed import Ends, Extension, Opening, owed
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

RECORD = Text("The record of a promise", Force.RECORD, "our own")
ANSWER = "answer the complaint"


def _within_a_year(received: ComplaintReceived, on: date) -> bool | None:
    """Whether it came within twelve months of the later of what happened and learning of it."""
    began = max(filter(None, (received.happened_on, received.learned_on)), default=None)
    if began is None or not twelve_months.in_force(began):
        return None
    return on <= twelve_months.last_day(began)


def _time_to_answer(file: CaseFile, complaint: str) -> date | None:
    """The last day to answer, with whatever longer time was agreed."""
    return next((one.last_day for one in file.ledger if (one.duty, one.subject) == (ANSWER, complaint)), None)


@judges("REC-05", effect=FLAG)
def a_complaint_is_made_within_a_year(
    file: CaseFile, asked: Proposal[ComplaintReceived], standing: Standing
) -> Findings:
    """A complaint comes within twelve months; a later one is taken with good reason, if it can still be looked at."""
    told = asked.event
    facts = TimelinessFacts(
        within_twelve_months=_within_a_year(told, asked.occurred.earliest),
        good_reason=told.good_reason,
        can_be_investigated=told.can_be_investigated,
    )
    finding = made_in_time(facts, on=asked.on)
    if facts.within_twelve_months is False and not finding.met:
        yield finding.contradicts(
            "it came after twelve months", "Decide whether it is taken all the same, or is declined as late"
        )
    else:
        yield finding


def _settled_how(finding: Finding) -> str:
    if finding.outcome is Outcome.CANNOT_TELL:
        return "Say in complaint-received what is not told, or answer it and record the answer"
    return "Answer it, and record the answer"


@judges("REC-05", effect=REFUSE)
def only_an_oral_complaint_settled_at_once_is_outside(
    file: CaseFile, asked: Proposal[ComplaintSettledAtOnce], standing: Standing
) -> Findings:
    """Only an oral complaint that was settled by the end of the next working day is outside the regulations."""
    if not asked.event.decision.outcome:
        return
    one = file.complaints.named(asked.event.complaint) or OneComplaint()
    last = next_working_day.last_day(one.received) if one.received else None
    facts = SettlementFacts(
        oral=one.as_received.oral if one.as_received else None,
        by_next_working_day=None if last is None else asked.occurred.earliest <= last,
    )
    finding = settled_at_once(facts, on=asked.on)
    yield (
        finding
        if finding.met
        else finding.contradicts("it is taken to be outside the regulations", _settled_how(finding))
    )


@judges("REC-05", effect=REFUSE)
def only_a_late_complaint_is_declined_as_late(
    file: CaseFile, asked: Proposal[LateComplaintDeclined], standing: Standing
) -> Findings:
    """A complaint is declined as late only if it was, without good reason or when it can no longer be looked at."""
    if not asked.event.decision.outcome:
        return
    one = file.complaints.named(asked.event.complaint)
    came = one.as_received if one else None
    facts = TimelinessFacts(
        within_twelve_months=_within_a_year(came, one.received) if one and one.received and came else None,
        good_reason=asked.event.good_reason,
        can_be_investigated=asked.event.can_be_investigated,
    )
    finding = made_too_late(facts, on=asked.on)
    yield (
        finding
        if finding.met
        else finding.contradicts("it is declined as late", "Take it, or record what shows that it came too late")
    )


@judges("REC-05", effect=FLAG)
def more_time_is_agreed_while_some_is_left(
    file: CaseFile, asked: Proposal[ComplaintPeriodAgreed], standing: Standing
) -> Findings:
    """A longer time to answer counts if it is agreed before the time there is runs out."""
    last = _time_to_answer(file, asked.event.complaint)
    facts = LongerPeriodFacts(
        agreed_before_the_end=None if last is None else asked.on <= last,
        longer=None if last is None else asked.event.until > last,
    )
    finding = longer_period(facts, on=asked.on)
    yield finding.contradicts("the time to answer is as it was") if finding.not_met else finding


@judges("REC-05", effect=BREACH)
def a_late_answer_was_explained(file: CaseFile, asked: Proposal[ComplaintResponded], standing: Standing) -> Findings:
    """Where the time to answer was missed, whoever complained was written to and told why."""
    last = _time_to_answer(file, asked.event.complaint)
    if last is None:
        return
    one = file.complaints.named(asked.event.complaint)
    facts = AnswerFacts(
        in_time=asked.occurred.earliest <= last, told_why_not=bool(one and one.explained_on is not None)
    )
    finding = lateness_explained(facts, on=asked.on)
    yield (
        finding.contradicts(f"the time ended on {spoken(last)}, and no letter that says why is on the file")
        if finding.not_met
        else finding
    )


@judges("REC-DAYS", effect=FLAG)
def a_promise_looks_ahead(file: CaseFile, asked: Proposal[RemedyPromised], standing: Standing) -> Findings:
    """The day by which something is promised does not lie before the promise."""
    by_day = asked.event.by_day
    if by_day is not None and by_day < asked.occurred.earliest:
        finding = cited(RECORD["the day it names"], on=asked.on, holds=False, says="by_day lies ahead")
        yield finding.contradicts(f"by_day is {by_day}, before the promise was made")


RULES = (
    a_complaint_is_made_within_a_year,
    only_an_oral_complaint_settled_at_once_is_outside,
    only_a_late_complaint_is_declined_as_late,
    more_time_is_agreed_while_some_is_left,
    a_late_answer_was_explained,
    a_promise_looks_ahead,
)


def _so_decided(event: ComplaintSettledAtOnce | LateComplaintDeclined) -> bool:
    return event.decision.outcome


def _named_day(event: RemedyPromised) -> date | None:
    return event.by_day


_NOT_OWED: Ends = {ComplaintWithdrawn: None, ComplaintSettledAtOnce: _so_decided, LateComplaintDeclined: _so_decided}

DUTIES = (
    owed(
        "acknowledge the complaint",
        rule="REC-05-ACK",
        provision=COMPLAINTS["reg 13(3)"],
        to="whoever complained",
        subject="complaint",
        opened_by={ComplaintReceived: Opening(three_working_days)},
        # An answer says no less than that the complaint came.
        discharged_by=(ComplaintAcknowledged, ComplaintResponded),
        ended_by=_NOT_OWED,
        commenced=COMMENCED,
        survives_death=True,
    ),
    owed(
        ANSWER,
        rule="REC-05",
        provision=COMPLAINTS["reg 14"],
        to="whoever complained",
        subject="complaint",
        opened_by={ComplaintReceived: Opening(six_months)},
        discharged_by=(ComplaintResponded,),
        ended_by=_NOT_OWED,
        extended_by={
            ComplaintPeriodAgreed: Extension(of=ComplaintReceived, until=lambda event: event.until, lengthens=True)
        },
        commenced=COMMENCED,
        theme="P28",
        survives_death=True,
    ),
    owed(
        "do for the adult what was promised",
        rule="REM-01",
        provision=REMEDIES["a promised remedy"],
        subject="remedy",
        opened_by={RemedyPromised: Opening(remedy, when=lambda event: event.kind.is_for_life, stated=_named_day)},
        discharged_by=(RemedyCarriedOut,),
        ended_by={RemedyReleased: None},
        theme="P28",
    ),
    owed(
        "carry out what was promised",
        rule="REM-02",
        provision=REMEDIES["a promised remedy"],
        to="whoever it was promised to",
        subject="remedy",
        opened_by={RemedyPromised: Opening(remedy, when=lambda event: not event.kind.is_for_life, stated=_named_day)},
        discharged_by=(RemedyCarriedOut,),
        ended_by={RemedyReleased: None},
        theme="P28",
        survives_death=True,
    ),
)
