"""What the law makes of a plan and its budget: that it is whole, adds up, was sought together, and was given."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s25_plan import (
    PaymentShown,
    PlanShown,
    payments_are_specified,
    plan_contains,
    plan_is_sought_together,
)
from swp_domain.law.care_act_2014.s26_budget import (
    BudgetShown,
    BudgetSums,
    budget_adds_up,
    budget_is_transparent,
    budget_specifies,
)
from swp_domain.law.rule import Regime, cited
from swp_domain.planning.events import BudgetSet, CareAndSupportPlanAgreed, CarersSupportPlanAgreed, PlanCopyGiven
from swp_domain.planning.package import PersonalBudget, PlannedNeed
from swp_domain.proposal import Conduct, Proposal
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

Agreed = CareAndSupportPlanAgreed | CarersSupportPlanAgreed
Budgeted = CareAndSupportPlanAgreed | CarersSupportPlanAgreed | BudgetSet


@judges("CA-25-01", effect=REFUSE, regime=Regime.CARE_ACT)
def a_plan_is_whole(file: CaseFile, asked: Proposal[Agreed], standing: Standing) -> Findings:
    """A plan is agreed only with all six of its contents."""
    finding = plan_contains(shown(asked.event), on=asked.on)
    if finding.met:
        yield finding
    else:
        missing = ", ".join(one.letter for one in finding.limbs if not one.shown)
        yield finding.contradicts(f"the plan does not show ({missing})", "Complete the plan first")


@judges("CA-25-02", effect=REFUSE, regime=Regime.CARE_ACT)
def direct_payments_are_specified(file: CaseFile, asked: Proposal[Agreed], standing: Standing) -> Findings:
    """A plan with direct payments says which needs they meet, how much they are, and how often they are paid."""
    event = asked.event
    paid = {one.need for one in event.needs if one.by_direct_payment}
    if not paid and not event.payments:
        return
    named = {need for one in event.payments for need in one.needs}
    facts = PaymentShown(
        needs_named=paid <= named and bool(named),
        amount=bool(event.payments) and all(one.amount is not None for one in event.payments),
        frequency=bool(event.payments) and all(one.says_how_often for one in event.payments),
    )
    finding = payments_are_specified(facts, on=asked.on)
    says = "payments does not say it for every need that is to be met so"
    yield (
        finding
        if finding.met
        else finding.contradicts(says, "Say of each which needs, how much, and how often or once")
    )


@judges("CA-25-03", effect=BREACH, regime=Regime.CARE_ACT)
def a_plan_is_sought_together(file: CaseFile, asked: Proposal[Agreed], standing: Standing) -> Findings:
    """Those concerned are involved in a plan, and all reasonable steps are taken to agree it with them."""
    finding = plan_is_sought_together(asked.event.content, on=asked.on)
    yield finding.contradicts("content.involved or content.steps_to_agree is no") if finding.not_met else finding


@judges("CA-26-01", effect=REFUSE, regime=Regime.CARE_ACT)
def a_budget_specifies_cost_and_shares(file: CaseFile, asked: Proposal[Budgeted], standing: Standing) -> Findings:
    """A personal budget says what meeting the needs costs, what the person pays and what the council pays."""
    budget = asked.event.budget
    if budget is None:
        return
    finding = budget_specifies(_sums(budget), on=asked.on)
    says = "budget does not tell all three"
    yield finding if finding.met else finding.contradicts(says, "Tell the cost and both shares; a share may be nothing")


@judges("CA-26-01", effect=REFUSE, regime=Regime.CARE_ACT)
def a_budget_adds_up(file: CaseFile, asked: Proposal[Budgeted], standing: Standing) -> Findings:
    """The shares of a personal budget come to its cost, and so do its lines and the sum that was decided."""
    event = asked.event
    if event.budget is None:
        return
    finding = budget_adds_up(_sums(event.budget), on=asked.on)
    outcome = event.decision.outcome if isinstance(event, BudgetSet) else None
    decided = outcome if isinstance(outcome, Decimal) else None
    if finding.not_met:
        yield finding.contradicts("the shares or the lines come to another sum", "Correct the sums")
    elif decided is not None and event.budget.weekly is not None and decided != event.budget.weekly:
        says = "the sum decided is the cost of the budget"
        other = cited(CARE_ACT["s 26(1)"], on=asked.on, holds=False, says=says)
        yield other.contradicts("decision.outcome is another sum than budget.weekly", "Correct one of them")
    else:
        yield finding


@judges("CA-26-02", effect=BREACH, regime=Regime.CARE_ACT)
def a_budget_shows_what_it_is_made_of(file: CaseFile, asked: Proposal[Budgeted], standing: Standing) -> Findings:
    """A personal budget has a figure, a part for each need that is to be met, and reasons."""
    facts = budget_shown(asked.event)
    finding = budget_is_transparent(facts, on=asked.on)
    if finding.not_met or (asked.conduct is Conduct.DECIDING and not finding.met):
        yield finding.contradicts("budget shows too little", "Add a line for each need to be met, and the reasons")
    else:
        yield finding


@judges("CA-25-04", effect=FLAG, regime=Regime.CARE_ACT)
def a_copy_is_of_a_plan_that_is_final(file: CaseFile, asked: Proposal[PlanCopyGiven], standing: Standing) -> Findings:
    """What is given as a copy is of a plan that was agreed by then."""
    plan = file.planning.plan(asked.event.plan)
    if plan is None or plan.agreed_on is None:
        finding = cited(CARE_ACT["s 25(9)-(10)"], on=asked.on, holds=None, says="the plan was agreed by then")
        yield finding.contradicts("no agreed plan of that name is on the file on that day")


@judges("CA-25-04", effect=FLAG, regime=Regime.CARE_ACT)
def others_get_a_plan_only_if_asked(file: CaseFile, asked: Proposal[PlanCopyGiven], standing: Standing) -> Findings:
    """A copy is owed to others where the person asks; a provider or advocate may have one on grounds of its own."""
    event = asked.event
    if not event.to_the_person and not event.asked_for:
        says = "the person asked for it to be given to them"
        finding = cited(CARE_ACT["s 25(9)-(10)"], on=asked.on, holds=event.asked_for, says=says)
        yield finding.contradicts(
            "a copy went to somebody the person is not shown to have named", "See that there was a ground to share it"
        )


def shown(event: Agreed) -> PlanShown:
    """What a plan shows, from its needs and budget, and from what its writer tells."""
    needs, content = event.needs, event.content
    graded = bool(needs) and all(one.eligible is not None for one in needs)
    return PlanShown(
        needs_identified=True if needs else None,
        eligibility=graded or content.eligibility_shown,
        how_met=True if needs and all(_says_how(one) for one in needs) else None,
        matters_relevant=content.matters_relevant,
        budget=True if event.budget else content.budget_included,
        advice=content.advice_included,
    )


def budget_shown(event: Budgeted) -> BudgetShown:
    """What the budget of a plan shows: as it is recorded, else as it is told of."""
    budget = event.budget
    if budget is None:
        none = False if not isinstance(event, BudgetSet) and event.content.budget_included is False else None
        return BudgetShown(figure=none)
    needs = () if isinstance(event, BudgetSet) else event.needs
    costed = {one.need for one in budget.lines}
    whole = all(one.need in costed for one in needs if one.to_be_met)
    reasons = budget.reasons is not None or (isinstance(event, BudgetSet) and event.decision.reasons is not None)
    return BudgetShown(
        figure=True if budget.weekly is not None else budget.shows.figure,
        breakdown=whole if budget.lines else budget.shows.breakdown,
        reasons=budget.shows.reasons if budget.shows.reasons is not None else reasons or None,
    )


def _says_how(need: PlannedNeed) -> bool:
    if need.to_be_met is None:
        return bool(need.met_by_carer)  # What a carer meets is not the council's to meet (s 18(7)).
    return not need.to_be_met or need.how is not None or bool(need.by_direct_payment)


def _sums(budget: PersonalBudget) -> BudgetSums:
    lines = sum((one.weekly for one in budget.lines), Decimal(0)) if budget.lines else None
    return BudgetSums(
        weekly=budget.weekly, person_pays=budget.person_pays, council_pays=budget.council_pays, lines=lines
    )


RULES = (
    a_plan_is_whole,
    direct_payments_are_specified,
    a_plan_is_sought_together,
    a_budget_specifies_cost_and_shares,
    a_budget_adds_up,
    a_budget_shows_what_it_is_made_of,
    a_copy_is_of_a_plan_that_is_final,
    others_get_a_plan_only_if_asked,
)
