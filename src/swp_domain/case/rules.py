"""What the record makes of holding and closing a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.case.events import CaseClosed, OldLawSupportRecorded, TransitionReviewCompleted
from swp_domain.case.vocabulary import ClosureOutcome
from swp_domain.duty import Opening, owed
from swp_domain.law.finding import Force
from swp_domain.law.rule import Text, cited
from swp_domain.law.transitional_order_2015 import TRANSITION
from swp_domain.law.transitional_order_2015.art2_regime import (
    CARE_ACT_BEGAN,
    EVE,
    REVIEW_BY,
    supported_immediately_before,
)
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

RECORD = Text("The record of a case", Force.RECORD, "our own")


@judges("CASE-01", effect=REFUSE)
def a_closure_has_reasons(file: CaseFile, asked: Proposal[CaseClosed], standing: Standing) -> Findings:
    """A case is closed with reasons, so that the adult can be told them."""
    if asked.event.decision.reasons is None and asked.event.decision.outcome is not ClosureOutcome.DIED:
        finding = cited(RECORD["closure"], on=asked.on, holds=None, says="the reasons for closing are recorded")
        yield finding.contradicts("decision.reasons is missing", "Give the reasons")


@judges("CASE-02", effect=FLAG)
def a_closure_leaves_nothing_owed(file: CaseFile, asked: Proposal[CaseClosed], standing: Standing) -> Findings:
    """A case that is closed with duties still owed is looked at by a person."""
    if asked.event.decision.outcome is ClosureOutcome.DIED:
        return
    left = sorted({one.duty for one in file.ledger if one.met_on is None})
    if left:
        finding = cited(RECORD["closure"], on=asked.on, holds=False, says="no duty is left owed")
        yield finding.contradicts(f"still owed: {'; '.join(left)}")


@judges("REG-01", effect=FLAG)
def old_support_is_told_of_its_eve(
    file: CaseFile, asked: Proposal[OldLawSupportRecorded], standing: Standing
) -> Findings:
    """Support from before the Care Act is told of 31 March 2015, so that every day after it is read alike."""
    if asked.on > EVE:
        finding = cited(TRANSITION["art 2(1)"], on=asked.on, holds=None, says="support stood immediately before")
        yield finding.contradicts(f"it is dated {asked.on}; date it {EVE}, or the days before are read as Care Act")


@judges("REG-02", effect=BREACH)
def an_old_case_is_reviewed_before_it_ends(file: CaseFile, asked: Proposal[CaseClosed], standing: Standing) -> Findings:
    """Somebody supported before the Care Act is reviewed before the case ends; until then they are owed support."""
    supported, reviewed = file.supported_before_care_act, file.case.transition_review_on
    if asked.event.decision.outcome is ClosureOutcome.DIED or not supported or asked.on < CARE_ACT_BEGAN:
        return
    finding = cited(
        TRANSITION["art 2(2)-(4)"], on=asked.on, holds=reviewed is not None, says="the review of the case is completed"
    )
    yield finding if reviewed else finding.contradicts("the case is closed without it")


RULES = (
    a_closure_has_reasons,
    a_closure_leaves_nothing_owed,
    old_support_is_told_of_its_eve,
    an_old_case_is_reviewed_before_it_ends,
)


def _supported(event: OldLawSupportRecorded) -> bool:
    return supported_immediately_before(event.until)


DUTIES = (
    owed(
        "complete the review of the case from before the Care Act",
        rule="REG-02",
        provision=TRANSITION["art 2(2)-(3)"],
        opened_by={OldLawSupportRecorded: Opening(lambda _: REVIEW_BY, when=_supported)},
        discharged_by=(TransitionReviewCompleted,),
    ),
)
