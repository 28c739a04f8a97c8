"""The papers of planning that tests submit: each lawful as it is, so that a test changes only what it is about."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from swp_domain.actor import BodyKind, Role
from swp_domain.law.care_act_2014.s24_not_meeting import NotMeetingGround
from swp_domain.law.care_act_2014.s25_plan import PlanContent
from swp_domain.law.care_act_2014.s27_review import Reassessment, ReviewFacts
from swp_domain.planning.events import (
    ApprovalAsked,
    ApprovalDecided,
    BudgetSet,
    CareAndSupportPlanAgreed,
    CarersSupportPlanAgreed,
    ChangeDecided,
    NotMeetingNeedsDecided,
    PlanDrafted,
    PlanRedrafted,
    ServiceEnded,
    ServiceStarted,
)
from swp_domain.planning.package import BudgetLine, PersonalBudget, PlannedNeed
from swp_domain.planning.vocabulary import (
    ApprovalOutcome,
    ChangeGround,
    ChangeKind,
    PlanOutcome,
    ServiceEnd,
    ServiceKind,
    Unit,
    Untold,
)
from swp_domain.practice.events import ApprovalLimitSet
from swp_domain.review.events import ReviewCompleted
from swp_domain.review.vocabulary import ReviewOutcome
from tests.cast import COUNCIL, DELEGATE, administrator, joined, somebody
from tests.papers import decided
from tests.telling import Said

CONTENT = PlanContent(matters_relevant=True, advice_included=True, involved=True, steps_to_agree=True)
MEALS = PlannedNeed(need="nutrition", outcomes=("a",), eligible=True, to_be_met=True, how="Somebody calls at noon.")
WASHING = PlannedNeed(need="hygiene", outcomes=("b",), eligible=True, to_be_met=True, how="Somebody calls at eight.")

manager = somebody(BodyKind.COUNCIL, Role.MANAGER, "manager", COUNCIL)
head = somebody(BodyKind.COUNCIL, Role.MANAGER, "head-of-service", COUNCIL)


def limit(of: str, weekly: str | None, on: str = "2015-04-01") -> Said:
    """What somebody may approve, in pounds a week."""
    return administrator.tells(ApprovalLimitSet(member=of, weekly=Decimal(weekly) if weekly else None), on)


COUNCIL_WITH_LIMITS = (
    *DELEGATE,
    joined(manager, "2015-04-01"),
    joined(head, "2015-04-01"),
    limit("manager", "500"),
    limit("head-of-service", "2000"),
)
"""A council whose manager may approve 500 pounds a week, and its head of service 2,000."""


def budget(meals: str = "120", washing: str = "80", person: str = "50", **told: Any) -> PersonalBudget:
    weekly = Decimal(meals) + Decimal(washing)
    usual = {
        "weekly": weekly,
        "person_pays": Decimal(person),
        "council_pays": weekly - Decimal(person),
        "lines": (
            BudgetLine(need="nutrition", weekly=Decimal(meals)),
            BudgetLine(need="hygiene", weekly=Decimal(washing)),
        ),
        "reasons": "Two calls a day.",
    }
    return PersonalBudget.model_validate({**usual, **told})


def drafted(**told: Any) -> PlanDrafted:
    return PlanDrafted.model_validate({"plan": "p1", "needs": (MEALS, WASHING), "budget": budget(), **told})


def redrafted(**told: Any) -> PlanRedrafted:
    return PlanRedrafted.model_validate({"plan": "p1", "needs": (MEALS, WASHING), "budget": budget(), **told})


def asked(weekly: str = "200", **told: Any) -> ApprovalAsked:
    return ApprovalAsked.model_validate({"plan": "p1", "weekly": Decimal(weekly), **told})


def approved(weekly: str = "200", outcome: ApprovalOutcome = ApprovalOutcome.APPROVED, **told: Any) -> ApprovalDecided:
    usual = {"plan": "p1", "weekly": Decimal(weekly), "decision": decided(outcome)}
    return ApprovalDecided.model_validate({**usual, **told})


def _agreed() -> dict[str, Any]:
    return {
        "plan": "p1",
        "content": CONTENT,
        "needs": (MEALS, WASHING),
        "budget": budget(),
        "decision": decided(PlanOutcome.AGREED),
    }


def agreed(**told: Any) -> CareAndSupportPlanAgreed:
    return CareAndSupportPlanAgreed.model_validate({**_agreed(), **told})


def carers_agreed(**told: Any) -> CarersSupportPlanAgreed:
    return CarersSupportPlanAgreed.model_validate({**_agreed(), **told})


def budget_set(of: PersonalBudget | None = None, **told: Any) -> BudgetSet:
    one = of or budget()
    sum_of_it = one.weekly if one.weekly is not None else Untold.NOT_TOLD
    return BudgetSet.model_validate(
        {
            "plan": "p1",
            "budget": one,
            "decision": decided(sum_of_it),
            **told,
        }
    )


def service(**told: Any) -> ServiceStarted:
    usual = {
        "service": "s1",
        "plan": "p1",
        "kind": ServiceKind.HOME_CARE,
        "needs": ("nutrition", "hygiene"),
        "provider": "Millrace Care",
        "unit": Unit.HOURS,
        "quantity": Decimal(10),
        "weekly": Decimal(200),
    }
    return ServiceStarted.model_validate({**usual, **told})


def service_ended(why: ServiceEnd = ServiceEnd.COUNCIL, **told: Any) -> ServiceEnded:
    return ServiceEnded.model_validate({"service": "s1", "why": why, **told})


def cut(kind: ChangeKind = ChangeKind.DECREASE, **told: Any) -> ChangeDecided:
    usual = {
        "change": "x1",
        "plan": "p1",
        "services": ("s1",),
        "ground": ChangeGround.NEEDS_CHANGED,
        "needs_now_met": True,
        "decision": decided(kind, views="She can wash herself now."),
    }
    return ChangeDecided.model_validate({**usual, **told})


def reviewed(**told: Any) -> ReviewCompleted:
    facts = ReviewFacts(
        involved=True, outcomes_looked_at=True, circumstances_changed=True, reassessment=Reassessment.DONE
    )
    usual = {"review": "v1", "plan": "p1", "facts": facts, "decision": decided(ReviewOutcome.DECREASE)}
    return ReviewCompleted.model_validate({**usual, **told})


def not_meeting(ground: NotMeetingGround = NotMeetingGround.MET_BY_CARER, **told: Any) -> NotMeetingNeedsDecided:
    usual = {"determination": "n1", "advice_given": True, "decision": decided(ground)}
    return NotMeetingNeedsDecided.model_validate({**usual, **told})
