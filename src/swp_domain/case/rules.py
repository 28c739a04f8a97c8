"""What the record makes of holding and closing a case."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.case.events import CaseClosed
from swp_domain.case.vocabulary import ClosureOutcome
from swp_domain.law.finding import Force
from swp_domain.law.rule import Text, cited
from swp_domain.proposal import Proposal
from swp_domain.stage import FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

RECORD = Text("The record of a case", Force.RECORD, "our own")


@judges("CASE-01", effect=REFUSE)
def a_closure_has_reasons(file: CaseFile, asked: Proposal[CaseClosed], standing: Standing) -> Findings:
    """A case is closed with reasons, so that the adult can be told them."""
    if asked.event.decision.reasons is None:
        finding = cited(RECORD["closure"], on=asked.on, holds=False, says="the reasons for closing are recorded")
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


RULES = (a_closure_has_reasons, a_closure_leaves_nothing_owed)
