"""What the law makes of what was said, sent, tried and written down about a case, and what it owes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.actor import BodyKind
from swp_domain.correspondence.events import (
    AdvocateReported,
    AssertedLater,
    ContactAttempted,
    CooperationDecided,
    DocumentAttached,
    InformationGiven,
    MessageNeedsNoReply,
    MessageReceived,
    OutcomeLearned,
    OutcomeTold,
    ReplySent,
)
from swp_domain.law.advocacy_regulations_2014 import ADVOCACY
from swp_domain.law.care_act_2014.s4_information import InformationFacts, information_accessible
from swp_domain.law.care_act_2014.s7_cooperation import CooperationFacts, cooperation_or_reasons
from swp_domain.law.dates import spoken
from swp_domain.law.finding import Force
from swp_domain.law.local_targets import OURS
from swp_domain.law.local_targets.answers import advocates_report, reply, telling
from swp_domain.law.rule import Regime, Text, cited
from swp_domain.owed import Opening, owed
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

RECORD = Text("The record of documents", Force.RECORD, "our own")
MADE_THEN = Text("The record of what was done", Force.RECORD, "our own")["made at the time"]


@judges("CA-04-01", effect=FLAG, regime=Regime.CARE_ACT)
def information_can_be_used(file: CaseFile, asked: Proposal[InformationGiven], standing: Standing) -> Findings:
    """Information and advice is accessible to whoever it is given to, and in proportion to what they need."""
    finding = information_accessible(InformationFacts(accessible=asked.event.accessible), on=asked.on)
    yield finding.contradicts("accessible is no") if finding.not_met else finding


@judges("CA-07-01", effect=BREACH, regime=Regime.CARE_ACT)
def who_does_not_cooperate_says_why(
    file: CaseFile, asked: Proposal[CooperationDecided], standing: Standing
) -> Findings:
    """Whoever declines to co-operate in a case gives the reasons in writing to whoever asked."""
    agreed = asked.event.decision.outcome
    facts = CooperationFacts(agreed=agreed, reasons_in_writing=asked.event.reasons_in_writing)
    finding = cooperation_or_reasons(facts, on=asked.on)
    yield finding if finding.met else finding.contradicts("co-operation was declined, and no written reasons are shown")


@judges("REC-DOC", effect=FLAG)
def a_document_is_attached_once(file: CaseFile, asked: Proposal[DocumentAttached], standing: Standing) -> Findings:
    """A document stands once in the file, under whatever name."""
    before = file.correspondence.documents.get(asked.event.document.sha256)
    if before is not None:
        finding = cited(RECORD["each once"], on=asked.on, holds=False, says="no document of this digest was attached")
        yield finding.contradicts(f"the same document was attached on {spoken(before)}")


@judges("REC-LATER", effect=FLAG, theme="P26")
def what_was_done_was_written_down(file: CaseFile, asked: Proposal[AssertedLater], standing: Standing) -> Findings:
    """What is said to have been done was written down when it was."""
    written = asked.event.written_down
    finding = cited(MADE_THEN, on=asked.on, holds=written, says="a record of it was made at the time")
    if finding.met:
        yield finding
    elif finding.not_met:
        yield finding.contradicts("it is only said afterwards that it was done")
    else:
        yield finding.contradicts("written_down was not told", "Say whether a record of it was made at the time")


RULES = (
    information_can_be_used,
    who_does_not_cooperate_says_why,
    a_document_is_attached_once,
    what_was_done_was_written_down,
)


def _for_the_adult(event: OutcomeLearned) -> bool:
    """Whether it is the adult who waits to be told: what they did not hear while they lived, nobody is owed."""
    return event.owed_to is not None and event.owed_to.kind is BodyKind.PERSON


DUTIES = (
    owed(
        "reply to the message",
        rule="COR-01",
        provision=OURS["a message is answered"],
        to="whoever wrote",
        subject="message",
        opened_by={MessageReceived: Opening(reply, when=lambda event: event.needs_reply)},
        discharged_by={
            ReplySent: None,
            ContactAttempted: lambda event: event.message is not None and event.reached,
        },
        ended_by={MessageNeedsNoReply: None},
        theme="P21",
        survives_death=True,
    ),
    owed(
        "tell what is known",
        rule="COR-02",
        provision=OURS["an outcome is told"],
        to="whoever waits to be told",
        subject="outcome",
        opened_by={OutcomeLearned: Opening(telling, when=lambda event: not _for_the_adult(event))},
        discharged_by=(OutcomeTold,),
        theme="P19",
        survives_death=True,
    ),
    owed(
        "tell the adult what is known",
        rule="COR-03",
        provision=OURS["an outcome is told"],
        subject="outcome",
        opened_by={OutcomeLearned: Opening(telling, when=_for_the_adult)},
        discharged_by=(OutcomeTold,),
        theme="P19",
    ),
    owed(
        "respond in writing to the advocate",
        rule="CA-67-03",
        provision=ADVOCACY["reg 6(2)"],
        to="the advocate",
        subject="message",
        opened_by={AdvocateReported: Opening(advocates_report)},
        discharged_by={ReplySent: lambda event: event.how.in_writing},
        regime=Regime.CARE_ACT,
        theme="P21",
        survives_death=True,
    ),
)
