"""How the demonstration's adult comes to be supported: a plan, who may approve it, and the services that begin."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from swp_adapters.demo.step import Step
from swp_domain.actor import Actor
from swp_domain.decision import Decision
from swp_domain.law.care_act_2014.s25_plan import PlanContent
from swp_domain.planning.events import (
    ApprovalAsked,
    ApprovalDecided,
    CareAndSupportPlanAgreed,
    PlanCopyGiven,
    PlanDrafted,
    ServiceChanged,
    ServiceStarted,
)
from swp_domain.planning.package import BudgetLine, PersonalBudget, PlannedNeed
from swp_domain.planning.vocabulary import ApprovalOutcome, ChangeKind, PlanOutcome, ServiceKind, Unit
from swp_domain.proposal import propose

_NEEDS: Final = (
    PlannedNeed(need="nutrition", outcomes=("a",), eligible=True, to_be_met=True, how="Invented: somebody at noon."),
    PlannedNeed(need="hygiene", outcomes=("b",), eligible=True, to_be_met=True, how="Invented: somebody at eight."),
)
_BUDGET: Final = PersonalBudget(
    weekly=Decimal("278.50"),
    person_pays=Decimal("58.50"),
    council_pays=Decimal("220.00"),
    lines=(
        BudgetLine(need="nutrition", service="meals", weekly=Decimal("96.00")),
        BudgetLine(need="hygiene", service="mornings", weekly=Decimal("182.50")),
    ),
    reasons="Invented: ten hours at the council's rate, and a meal on seven days.",
)


def planning(case: str, ada: Actor, edith: Actor) -> Iterator[Step]:
    """A plan is written by one and approved by another, and services begin; one of them grows."""
    drafted = PlanDrafted(plan="PL1", determination="D1", needs=_NEEDS, budget=_BUDGET)
    asked = ApprovalAsked(plan="PL1", weekly=Decimal("278.50"))
    yield Step(
        "A care and support plan is drafted, with a budget line for each need, and put before an approver",
        (propose(case, drafted, ada, "2025-02-20"), propose(case, asked, ada, "2025-02-20")),
    )
    approved = ApprovalDecided(
        plan="PL1",
        weekly=Decimal("278.50"),
        decision=Decision(outcome=ApprovalOutcome.APPROVED, reasons="Invented: the least that meets both needs."),
    )
    yield Step("Whoever wrote it approves it", (propose(case, approved, ada, "2025-02-21"),), refused=True)
    yield Step("Somebody else approves it, within their limit", (propose(case, approved, edith, "2025-02-24"),))
    agreed = CareAndSupportPlanAgreed(
        plan="PL1",
        determination="D1",
        content=PlanContent(matters_relevant=True, advice_included=True, involved=True, steps_to_agree=True),
        needs=_NEEDS,
        budget=_BUDGET,
        decision=Decision(outcome=PlanOutcome.AGREED, reasons="Invented: she and her advocate agree."),
    )
    yield Step(
        "The plan is agreed, and a copy given",
        (
            propose(case, agreed, ada, "2025-02-26"),
            propose(case, PlanCopyGiven(plan="PL1"), ada, "2025-02-28"),
        ),
    )
    mornings = ServiceStarted(
        service="mornings", plan="PL1", kind=ServiceKind.HOME_CARE, needs=("hygiene",), provider="invented-care",
        unit=Unit.HOURS, quantity=Decimal(10), weekly=Decimal("182.50"),
    )  # fmt: skip
    meals = ServiceStarted(
        service="meals", plan="PL1", kind=ServiceKind.MEALS, needs=("nutrition",), provider="invented-meals",
        unit=Unit.DAYS, quantity=Decimal(7), weekly=Decimal("96.00"),
    )  # fmt: skip
    more = ServiceChanged(service="mornings", kind=ChangeKind.INCREASE, quantity=Decimal(12), weekly=Decimal("219.00"))
    yield Step(
        "Care at home and meals begin; a month later the mornings take longer",
        (
            propose(case, mornings, ada, "2025-03-03"),
            propose(case, meals, ada, "2025-03-03"),
            propose(case, more, ada, "2025-04-07"),
        ),
    )
