"""Section 25: what a care and support plan, or a support plan, contains, and how it is come to."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule


class PlanContent(Facts):
    """What a plan holds (s 25(1)-(2)), and the steps taken to agree it (s 25(3), (5)).

    The needs and the budget are fields of the event itself; these are what only the writer can tell.
    ``budget_included`` is told only of a plan whose budget is not copied into the record.
    """

    eligibility_shown: bool | None = None
    matters_relevant: bool | None = None
    budget_included: bool | None = None
    advice_included: bool | None = None
    involved: bool | None = None
    steps_to_agree: bool | None = None


class PlanShown(Facts):
    """What a plan shows, taken together: its needs, how they are met, its budget, and what only the writer tells."""

    needs_identified: bool | None = None
    eligibility: bool | None = None
    how_met: bool | None = None
    matters_relevant: bool | None = None
    budget: bool | None = None
    advice: bool | None = None


class PaymentShown(Facts):
    """What a plan shows of needs that are to be met by direct payments."""

    needs_named: bool | None = None
    amount: bool | None = None
    frequency: bool | None = None


@rule(CARE_ACT["s 25(1)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="content of a plan")
def plan_contains(plan: PlanShown) -> Limbs:
    """A plan holds six things: needs, eligibility, what will be met and how, what matters, the budget, advice."""
    return (
        limb("a", "the needs identified by the assessment are specified", plan.needs_identified),
        limb("b", "whether and how far they are eligible is specified", plan.eligibility),
        limb("c", "the needs that the council will meet, and how, are specified", plan.how_met),
        limb("d", "to which matters assessed the support could be relevant is specified", plan.matters_relevant),
        limb("e", "the personal budget is included", plan.budget),
        limb("f", "advice and information on reducing and preventing needs is included", plan.advice),
    )


@rule(CARE_ACT["s 25(2)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="direct payments in a plan")
def payments_are_specified(payments: PaymentShown) -> Limbs:
    """Where needs are to be met by direct payments, the plan says which, and how much how often."""
    return (
        limb("a", "the needs to be met by direct payments are specified", payments.needs_named),
        limb("b1", "their amount is specified", payments.amount),
        limb("b2", "their frequency is specified", payments.frequency),
    )


@rule(CARE_ACT["s 25(3)-(5)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="how a plan is come to")
def plan_is_sought_together(content: PlanContent) -> Limbs:
    """Those concerned are involved, and all reasonable steps are taken to agree; agreement itself is not required."""
    return (
        limb("3", "the person, any carer and whoever they ask for are involved", content.involved),
        limb("5", "all reasonable steps are taken to reach agreement", content.steps_to_agree),
    )
