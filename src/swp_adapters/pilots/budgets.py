"""Plans and budgets of the invented cases, and what the council keeps of the deciding."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from swp_adapters.testing.lives.planning import CONTENT, Support
from swp_adapters.testing.words import synthetic
from swp_domain.decision import Decision
from swp_domain.law.care_act_2014.s25_plan import PlanContent
from swp_domain.planning.events import (
    ApprovalAsked,
    ApprovalDecided,
    CareAndSupportPlanAgreed,
    PlanCopyGiven,
    PlanDrafted,
)
from swp_domain.planning.package import BudgetLine, PersonalBudget, PlannedNeed
from swp_domain.planning.vocabulary import ApprovalOutcome, PlanOutcome
from swp_domain.practice.events import DecisionsReserved
from swp_domain.responsibility.events import ReservedDecisionAnswered, ReservedDecisionReferred
from swp_domain.responsibility.vocabulary import Agreement

if TYPE_CHECKING:
    from swp_adapters.pilots.cases import CasePen

_WEEKLY: Final = (90, 140, 180, 220, 260, 320, 410, 640, 1150)
"""What a week of support costs, in pounds, case after case: some of it is more than any council here let go."""

_KEPT: Final = ApprovalDecided.name


def budgeted(pen: CasePen, support: Support) -> None:
    """A plan and its budget, put before whoever may approve it; above what the council kept, agreed with it first."""
    pen.after(3, 20)
    support.plan = pen.named("plan")
    weekly = Decimal(_WEEKLY[pen.number % len(_WEEKLY)])
    needs = needs_of(support)
    budget = _budget(needs, weekly)
    pen.tell(PlanDrafted(plan=support.plan, determination=support.determination, needs=needs, budget=budget))
    pen.tell(ApprovalAsked(plan=support.plan, weekly=weekly))
    _agreed_with_the_council(pen, weekly)
    pen.after(0, 6)
    approver = pen.team.lead if pen.worker.id != pen.team.lead.id else pen.staff.front_door.lead
    decision = Decision(outcome=ApprovalOutcome.APPROVED, reasons=synthetic("the plan meets the needs"))
    pen.tell(ApprovalDecided(plan=support.plan, weekly=weekly, decision=decision), by=approver)
    support.weekly = weekly
    pen.after(0, 5)
    planned(pen, support, needs, budget)


def planned(pen: CasePen, support: Support, needs: tuple[PlannedNeed, ...], budget: PersonalBudget | None) -> None:
    """The plan is final, and the person has a copy."""
    decision = Decision(outcome=PlanOutcome.AGREED, reasons=synthetic("the person was heard"))
    content = PlanContent() if pen.old_law else CONTENT
    pen.tell(
        CareAndSupportPlanAgreed(
            plan=support.plan,
            determination=support.determination,
            content=content,
            needs=needs,
            budget=budget,
            decision=decision,
        )
    )
    pen.after(0, 7)
    pen.tell(PlanCopyGiven(plan=support.plan))


def needs_of(support: Support) -> tuple[PlannedNeed, ...]:
    """What the plan is to meet: a need for each outcome out of reach."""
    return tuple(
        PlannedNeed(need=one.name.lower().replace("_", " "), eligible=True, to_be_met=True, how=synthetic("at home"))
        for one in support.outcomes
    )


def _budget(needs: tuple[PlannedNeed, ...], weekly: Decimal) -> PersonalBudget:
    """A line a need, of whole pounds; the first has what is left over."""
    share = weekly // len(needs)
    lines = tuple(BudgetLine(need=one.need, weekly=share) for one in needs[1:])
    first = BudgetLine(need=needs[0].need, weekly=weekly - share * len(lines))
    reasons = synthetic("what such help costs here, hour by hour")
    return PersonalBudget(
        weekly=weekly, person_pays=Decimal(0), council_pays=weekly, lines=(first, *lines), reasons=reasons
    )


def _agreed_with_the_council(pen: CasePen, weekly: Decimal) -> None:
    """What the contract reserves is put to the council before it is decided."""
    kept = [event.above for _, event in pen.pilot.events() if isinstance(event, DecisionsReserved)]
    if not any(above is None or weekly > above for above in kept):
        return
    reference = pen.named("reference")
    why = synthetic("more than the practice decides by itself")
    pen.tell(ReservedDecisionReferred(reference=reference, of=_KEPT, weekly=weekly, why=why))
    pen.after(1, 8)
    decision = Decision(outcome=Agreement.AGREED, reasons=synthetic("nothing that costs less meets the needs"))
    answer = ReservedDecisionAnswered(of=_KEPT, reference=reference, weekly=weekly, decision=decision)
    pen.tell(answer, by=pen.staff.council_desk.lead)
