"""Who may approve what a plan costs, and how far: the body's own scheme, and no statute's.

A plan that was agreed beyond its approval is a plan all the same: the person is owed it. So agreeing is never
refused for want of approval, while approving beyond one's limit, or what one wrote, is (docs/adr/0017).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.law.finding import Force
from swp_domain.law.rule import Text, cited
from swp_domain.money import pounds
from swp_domain.planning.events import ApprovalDecided, BudgetSet, CareAndSupportPlanAgreed, CarersSupportPlanAgreed
from swp_domain.planning.vocabulary import ApprovalOutcome
from swp_domain.proposal import Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

APPROVAL = Text("Scheme of approval", Force.LOCAL, "our own")
Priced = CareAndSupportPlanAgreed | CarersSupportPlanAgreed | BudgetSet


@judges("GOV-APP-01", effect=REFUSE)
def an_approver_stays_within_their_limit(
    file: CaseFile, asked: Proposal[ApprovalDecided], standing: Standing
) -> Findings:
    """Nobody approves more, in pounds a week, than their limit of that day."""
    if asked.event.decision.outcome is not ApprovalOutcome.APPROVED:
        return
    limit, amount = standing.approval_limit(asked.by), asked.event.weekly
    within = amount <= limit if limit is not None else False if standing.limits_approval else None
    finding = cited(APPROVAL["limits"], on=asked.on, holds=within, says="the amount is within the approver's limit")
    if within is not False:
        yield finding
    elif limit is None:
        yield finding.contradicts("no limit is on record for who approves", "Ask somebody who may approve it")
    else:
        yield finding.contradicts(
            f"{pounds(amount)} a week is approved, and the limit is {pounds(limit)}", "Ask somebody with a higher limit"
        )


@judges("GOV-APP-02", effect=REFUSE)
def nobody_approves_what_they_wrote(file: CaseFile, asked: Proposal[ApprovalDecided], standing: Standing) -> Findings:
    """Whoever drafted a plan, or put it before an approver, does not approve it."""
    plan = file.planning.plan(asked.event.plan)
    if plan is None or asked.event.decision.outcome is not ApprovalOutcome.APPROVED:
        return
    own = asked.by.id in plan.writers
    says = "somebody else wrote the plan and put it forward"
    finding = cited(APPROVAL["two pairs of eyes"], on=asked.on, holds=not own, says=says)
    words = "whoever by names wrote it, or put it forward", "Ask somebody else to approve it"
    yield finding.contradicts(*words) if own else finding


@judges("GOV-APP-02", effect=FLAG)
def an_approval_is_not_entered_by_who_wrote(
    file: CaseFile, asked: Proposal[ApprovalDecided], standing: Standing
) -> Findings:
    """An approval that the writer of the plan enters for somebody else is looked at."""
    plan = file.planning.plan(asked.event.plan)
    if plan is None or asked.event.decision.outcome is not ApprovalOutcome.APPROVED or asked.by.id in plan.writers:
        return
    own = asked.recorded_by.id in plan.writers
    finding = cited(APPROVAL["two pairs of eyes"], on=asked.on, holds=not own, says="somebody else entered it")
    yield finding.contradicts("whoever recorded_by names wrote the plan, or put it forward") if own else finding


@judges("GOV-APP-03", effect=BREACH)
def a_plan_costs_no_more_than_was_approved(file: CaseFile, asked: Proposal[Priced], standing: Standing) -> Findings:
    """A plan that was put before an approver is agreed, and its budget set, within what was approved last."""
    plan, cost = file.planning.plan(asked.event.plan), asked.event.weekly_cost
    if plan is None or not (plan.asked or plan.approvals):
        return
    approved = plan.approved
    within = False if approved is None else None if cost is None else cost <= approved.weekly
    finding = cited(APPROVAL["amounts"], on=asked.on, holds=within, says="it costs no more than was approved")
    if within is not False:
        yield finding
    elif approved is None or cost is None:
        last = "it was not answered" if plan.approval is None else f"the last answer is {plan.approval.outcome.value}"
        yield finding.contradicts(f"no approval stands: {last}", "Ask for approval, or record why it went ahead")
    else:
        yield finding.contradicts(
            f"it costs {pounds(cost)} a week, and {pounds(approved.weekly)} was approved", "Ask for approval of the sum"
        )


@judges("GOV-APP-03", effect=FLAG)
def a_plan_that_costs_is_put_before_an_approver(
    file: CaseFile, asked: Proposal[Priced], standing: Standing
) -> Findings:
    """Where approval has limits, whoever agrees what costs money without asking may approve that much themselves."""
    plan, cost = file.planning.plan(asked.event.plan), asked.event.weekly_cost
    if not cost or not standing.limits_approval or (plan is not None and (plan.asked or plan.approvals)):
        return
    limit = standing.approval_limit(asked.by)
    wrote = plan is not None and asked.by.id in plan.writers
    within = limit is not None and cost <= limit and not wrote
    says = "it was put before an approver, or is within the limit of who agrees it and did not write it"
    finding = cited(APPROVAL["amounts"], on=asked.on, holds=within, says=says)
    yield finding if within else finding.contradicts(f"{pounds(cost)} a week was put before no approver")


RULES = (
    an_approver_stays_within_their_limit,
    nobody_approves_what_they_wrote,
    an_approval_is_not_entered_by_who_wrote,
    a_plan_costs_no_more_than_was_approved,
    a_plan_that_costs_is_put_before_an_approver,
)
