"""When a refusal ends the duty to assess."""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.assessment.completion_rules import RECORD
from swp_domain.assessment.events import (
    DutyEndedByRefusal,
)
from swp_domain.law.care_act_2014.s11_refusal import (
    RefusalFacts,
    refusal_counts_for_capacity,
    refusal_counts_for_safety,
)
from swp_domain.law.rule import Regime, cited
from swp_domain.proposal import Proposal
from swp_domain.stage import FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


@judges("CA-11-01", effect=REFUSE, regime=Regime.CARE_ACT)
def a_refusal_needs_capacity(file: CaseFile, asked: Proposal[DutyEndedByRefusal], standing: Standing) -> Findings:
    """A refusal without capacity to refuse does not end the duty, if assessing is in the adult's best interests."""
    if not asked.event.decision.outcome:
        return
    finding = refusal_counts_for_capacity(asked.event.refusal, on=asked.on)
    yield (
        finding
        if finding.met
        else finding.contradicts("the refusal is taken to end the duty", "Assess as far as possible")
    )


@judges("CA-11-02", effect=REFUSE, regime=Regime.CARE_ACT)
def a_refusal_does_not_leave_somebody_at_risk(
    file: CaseFile, asked: Proposal[DutyEndedByRefusal], standing: Standing
) -> Findings:
    """A refusal, however capacitous, does not end the duty to an adult who is or may be abused or neglected."""
    if not asked.event.decision.outcome:
        return
    finding = refusal_counts_for_safety(asked.event.refusal, on=asked.on)
    yield (
        finding
        if finding.met
        else finding.contradicts("the refusal is taken to end the duty", "Assess as far as possible")
    )


@judges("CA-11-02", effect=FLAG, regime=Regime.CARE_ACT)
def a_refusal_is_what_the_file_says(
    file: CaseFile, asked: Proposal[DutyEndedByRefusal], standing: Standing
) -> Findings:
    """A refusal that ends the duty was expressed, by an adult of whom no concern says that they are at risk."""
    one = file.assessment.named(asked.event.assessment)
    if not asked.event.decision.outcome:
        return
    if one is None or one.refused_on is None:
        finding = cited(RECORD["the refusal"], on=asked.on, holds=None, says="the adult's refusal is on the file")
        yield finding.contradicts("no refusal of this assessment is on the file")
    if file.safeguarding.suspected_at_risk:
        finding = refusal_counts_for_safety(RefusalFacts(at_risk_of_abuse_or_neglect=True), on=asked.on)
        yield finding.contradicts("a decision to enquire is on the file, which found cause to suspect that they are")


REFUSAL_RULES = (
    a_refusal_needs_capacity,
    a_refusal_does_not_leave_somebody_at_risk,
    a_refusal_is_what_the_file_says,
)
