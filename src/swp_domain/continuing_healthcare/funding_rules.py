"""What the law makes of who pays: reviews of decisions, disputes, ends of funding, refunds, funded nursing care."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from swp_domain.continuing_healthcare.events import (
    HealthcareDisputeArose,
    HealthcareFundingEnded,
    IndependentReviewRequested,
    LocalReviewRequested,
    NursingCareFunded,
    RefundDecided,
)
from swp_domain.continuing_healthcare.screening_rules import where_not_met
from swp_domain.continuing_healthcare.state import Consideration
from swp_domain.continuing_healthcare.vocabulary import RefundGround
from swp_domain.law.dates import ONE_DAY, spoken
from swp_domain.law.healthcare_framework.clocks import PAUSED, asking_independently, asking_locally
from swp_domain.law.healthcare_framework.clocks import decision as time_to_decide
from swp_domain.law.healthcare_framework.funding import (
    RefundFacts,
    WithdrawalFacts,
    ended_without_a_gap,
    not_withdrawn_in_a_dispute,
    refunded_from_the_day_due,
)
from swp_domain.law.limit import TimeLimit
from swp_domain.law.rule import cited
from swp_domain.law.standing_rules_2012.reg22_council import DisputeFacts, disputed_by_procedure
from swp_domain.law.standing_rules_2012.reg23_review import IndependentReviewFacts, after_the_local_process
from swp_domain.law.standing_rules_2012.reg28_nursing import (
    NursingFacts,
    RateFacts,
    healthcare_considered_first,
    is_a_rate,
    paid_at_the_rate,
)
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, Findings, Judge, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing


# Asking for a review


@judges("CHC-05", effect=FLAG)
def a_review_is_asked_for_in_time(
    file: CaseFile, asked: Proposal[LocalReviewRequested | IndependentReviewRequested], standing: Standing
) -> Findings:
    """A review is asked for within six months of the letter; a later request is taken in, and somebody looks."""
    event = asked.event
    time: TimeLimit = asking_locally if isinstance(event, LocalReviewRequested) else asking_independently
    if event.letter_on is None or not time.in_force(event.letter_on):
        return
    last = time.last_day(event.letter_on)
    in_time = asked.occurred.earliest <= last
    finding = cited(time.provision, on=asked.on, holds=in_time, says="asked for within six months of the letter")
    yield where_not_met(finding, f"the time ended on {spoken(last)}")


@judges("CHC-25", effect=FLAG)
def the_local_process_comes_first(
    file: CaseFile, asked: Proposal[IndependentReviewRequested], standing: Standing
) -> Findings:
    """NHS England is asked once the local process was used, or where using it would delay unduly."""
    if not after_the_local_process.in_force(asked.on):
        return
    one = file.continuing_healthcare.named(asked.event.consideration)
    over = True if one.local_review_decided_on or asked.event.letter_on else False if one.local_review_on else None
    facts = IndependentReviewFacts(local_process_over=over, undue_delay=asked.event.undue_delay)
    yield where_not_met(after_the_local_process(facts, on=asked.on), "the local review is not over")


# Disputes and ends of funding


@judges("CHC-14", effect=BREACH)
def a_dispute_has_its_procedure(
    file: CaseFile, asked: Proposal[HealthcareDisputeArose], standing: Standing
) -> Findings:
    """NHS body and council settle a dispute by a procedure that they agreed."""
    if disputed_by_procedure.in_force(asked.on):
        facts = DisputeFacts(agreed_procedure=asked.event.agreed_procedure)
        yield where_not_met(disputed_by_procedure(facts, on=asked.on), "agreed_procedure is no")


@judges("CHC-09", effect=FLAG)
def nobody_withdraws_in_a_dispute(
    file: CaseFile, asked: Proposal[HealthcareFundingEnded], standing: Standing
) -> Findings:
    """The NHS body does not end its funding by itself while it and the council disagree."""
    if not not_withdrawn_in_a_dispute.in_force(asked.on):
        return
    disputed = file.continuing_healthcare.disputed(asked.event.consideration) and not asked.event.by_agreement
    finding = not_withdrawn_in_a_dispute(WithdrawalFacts(dispute_open=disputed), on=asked.on)
    yield where_not_met(finding, "NHS body and council still disagree", "Keep to what was paid until it is settled")


@judges("CHC-16", effect=FLAG, theme="P23")
def funding_ends_without_a_gap(file: CaseFile, asked: Proposal[HealthcareFundingEnded], standing: Standing) -> Findings:
    """Funding ends only after notice, and once the council had assessed what it then has to provide."""
    if not ended_without_a_gap.in_force(asked.on):
        return
    one = file.continuing_healthcare.named(asked.event.consideration)
    facts = WithdrawalFacts(
        notice_given=one.end_notified_on is not None or None, council_assessed=asked.event.council_assessed
    )
    finding = ended_without_a_gap(facts, on=asked.on)
    yield where_not_met(finding, "council_assessed is no", "Assess, and meet what is eligible meanwhile (s 19(3))")


# Refunds


def _due_from(one: Consideration, ground: RefundGround) -> date | None:
    """The first day for which is paid back."""
    if ground is RefundGround.REVERSED:
        return one.first_decided_on
    if one.received_on is None or not time_to_decide.in_force(one.received_on):
        return None
    return time_to_decide.last_day(one.received_on) + ONE_DAY


@judges("CHC-18", effect=FLAG)
def a_refund_begins_when_it_is_due(file: CaseFile, asked: Proposal[RefundDecided], standing: Standing) -> Findings:
    """A late decision is paid back from the 29th day, a reversed one from the day of the first decision."""
    event = asked.event
    due = _due_from(file.continuing_healthcare.named(event.consideration), event.ground)
    if not refunded_from_the_day_due.in_force(asked.on):
        return
    told = None if due is None or event.paid_from is None else event.paid_from <= due
    finding = refunded_from_the_day_due(RefundFacts(from_the_day_due=told), on=asked.on)
    yield where_not_met(finding, f"paid_from is after {spoken(due)}" if due else "")


# Funded nursing care


@judges("CHC-07", effect=BREACH, theme="P23")
def healthcare_is_considered_before_nursing(
    file: CaseFile, asked: Proposal[NursingCareFunded], standing: Standing
) -> Findings:
    """Continuing healthcare is considered before the NHS begins to pay for nursing in a care home.

    Not so while nobody had to be assessed for it: the Coronavirus Act 2020, s 14, and the guidance before it.
    """
    healthcare = file.continuing_healthcare
    if healthcare.nursing is not None or not healthcare_considered_first.in_force(asked.on) or asked.on in PAUSED:
        return
    seen = any(one.checklist_on or one.tool_on or one.decided_on for one in healthcare.considerations.values())
    facts = NursingFacts(healthcare_considered_first=True if seen else asked.event.healthcare_considered)
    yield where_not_met(healthcare_considered_first(facts, on=asked.on), "healthcare_considered is no")


@judges("CHC-19", effect=FLAG)
def nursing_is_paid_at_the_rate(file: CaseFile, asked: Proposal[NursingCareFunded], standing: Standing) -> Findings:
    """The sum for nursing is the flat rate of the day, as it was known when it was recorded."""
    event = asked.event
    if event.weekly is None or not paid_at_the_rate.in_force(asked.on):
        return
    told = is_a_rate(event.weekly, asked.on, asked.recorded_on or asked.on, higher=event.higher)
    yield where_not_met(paid_at_the_rate(RateFacts(sum_is_the_rate=told), on=asked.on), "weekly is no rate of that day")


FUNDING: tuple[Judge, ...] = (
    a_review_is_asked_for_in_time,
    the_local_process_comes_first,
    a_dispute_has_its_procedure,
    nobody_withdraws_in_a_dispute,
    funding_ends_without_a_gap,
    a_refund_begins_when_it_is_due,
    healthcare_is_considered_before_nursing,
    nursing_is_paid_at_the_rate,
)
