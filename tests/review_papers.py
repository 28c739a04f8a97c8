"""The papers of reviews, and of the plans that they look at: each lawful as it is."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from swp_domain.law.care_act_2014.s25_plan import PlanContent
from swp_domain.law.care_act_2014.s27_review import Reassessment, RequestFacts, ReviewFacts
from swp_domain.party import Whose
from swp_domain.planning.events import CareAndSupportPlanAgreed, CarersSupportPlanAgreed, ServiceStarted
from swp_domain.planning.package import BudgetLine, PersonalBudget, PlannedNeed
from swp_domain.planning.vocabulary import PlanOutcome, ServiceKind
from swp_domain.review.events import CircumstancesChanged, ReviewCompleted, ReviewRequestAnswered, ReviewRequested
from swp_domain.review.vocabulary import RequestAnswer, ReviewOutcome
from tests.papers import decided

LOOKED_AT = ReviewFacts(involved=True, outcomes_looked_at=True, circumstances_changed=False)
CHANGED = ReviewFacts(
    involved=True,
    outcomes_looked_at=True,
    circumstances_changed=True,
    reassessment=Reassessment.DONE,
    plan_revised=True,
)
_PLAN: dict[str, Any] = {
    "plan": "plan-1",
    "determination": "n1",
    "content": PlanContent(
        eligibility_shown=True, matters_relevant=True, advice_included=True, involved=True, steps_to_agree=True
    ),
    "needs": (PlannedNeed(need="nutrition", outcomes=("a",), eligible=True, to_be_met=True, how="Lunch at noon."),),
    "budget": PersonalBudget(
        weekly=Decimal(140),
        person_pays=Decimal(0),
        council_pays=Decimal(140),
        lines=(BudgetLine(need="nutrition", weekly=Decimal(140)),),
        reasons="One call a day.",
    ),
    "decision": decided(PlanOutcome.AGREED),
}


def plan_agreed(**told: Any) -> CareAndSupportPlanAgreed:
    return CareAndSupportPlanAgreed.model_validate({**_PLAN, **told})


def carers_plan_agreed(**told: Any) -> CarersSupportPlanAgreed:
    return CarersSupportPlanAgreed.model_validate({**_PLAN, "plan": "plan-c", **told})


def service(**told: Any) -> ServiceStarted:
    usual = {"service": "s1", "plan": "plan-1", "kind": ServiceKind.HOME_CARE}
    return ServiceStarted.model_validate({**usual, **told})


def review_requested(**told: Any) -> ReviewRequested:
    return ReviewRequested.model_validate({"review": "v1", **told})


def request_refused(**told: Any) -> ReviewRequestAnswered:
    usual = {"review": "v1", "request": RequestFacts(reasonable=False), "decision": decided(RequestAnswer.REFUSED)}
    return ReviewRequestAnswered.model_validate({**usual, **told})


def circumstances(**told: Any) -> CircumstancesChanged:
    return CircumstancesChanged.model_validate({"review": "v1", **told})


def reviewed(outcome: ReviewOutcome = ReviewOutcome.UNCHANGED, **told: Any) -> ReviewCompleted:
    facts = CHANGED if outcome.takes_away else LOOKED_AT
    return ReviewCompleted.model_validate({"review": "v1", "facts": facts, "decision": decided(outcome), **told})


def carers_reviewed(outcome: ReviewOutcome = ReviewOutcome.UNCHANGED, **told: Any) -> ReviewCompleted:
    return reviewed(outcome, whose=Whose.CARER, **told)
