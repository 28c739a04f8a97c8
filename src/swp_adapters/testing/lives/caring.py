"""Carers: how they come to notice, are assessed in their own right, and are supported."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Final

from swp_adapters.testing.lives.planning import CONTENT, HOUR
from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import RELATIONS, synthetic
from swp_domain.assessment.events import AssessmentCopyGiven, CarerIdentified, CarersAssessmentCompleted
from swp_domain.assessment.vocabulary import Conclusion
from swp_domain.decision import Decision
from swp_domain.eligibility.events import CarersEligibilityDetermined, DeterminationGiven
from swp_domain.eligibility.vocabulary import Eligibility
from swp_domain.law.care_act_2014.s10_carers import CarerCoverage
from swp_domain.law.eligibility_regulations_2015.reg3_carers import CarerAbility, CarerNeeds, CarerOutcome
from swp_domain.planning.events import CarersSupportPlanAgreed, PlanCopyGiven
from swp_domain.planning.package import BudgetLine, PersonalBudget, PlannedNeed
from swp_domain.planning.vocabulary import PlanOutcome

_CARER_COVERED: Final = CarerCoverage(
    able=True, willing=True, wellbeing=True, outcomes_wished=True, work_education_recreation=True
)


def carer(pen: Pen) -> str:
    """A carer comes to notice, sometimes told of vaguely, and is assessed in their own right; their plan, if any."""
    relation = pen.chance.choice(RELATIONS[:6])
    assessment = pen.named("assessment")
    vague = f"about {pen.day - timedelta(days=9)}/{pen.day}" if pen.maybe(0.2) else ""
    pen.tell(CarerIdentified(carer=relation, relation=relation, assessment=assessment), vague=vague)
    if pen.maybe(0.15):
        return ""  # identified, and passed over: the duty stays owed
    pen.after(10, 80)
    found = pen.maybe(0.6)
    reasons = synthetic("support with caring was talked about")
    pen.tell(
        CarersAssessmentCompleted(
            assessment=assessment,
            carer=relation,
            coverage=_CARER_COVERED,
            decision=Decision(outcome=Conclusion.NEEDS if found else Conclusion.NO_NEEDS, reasons=reasons),
        )
    )
    pen.after(1, 9)
    pen.tell(AssessmentCopyGiven(assessment=assessment))
    if not found:
        return ""
    determination = pen.named("determination")
    unable = pen.chance.choice(tuple(CarerOutcome))
    pen.tell(
        CarersEligibilityDetermined(
            determination=determination,
            assessment=assessment,
            needs=CarerNeeds(
                from_necessary_care=True,
                health_at_risk=False,
                abilities=(CarerAbility(outcome=unable, needs_assistance=True),),
                significant_impact_on_wellbeing=True,
            ),
            decision=Decision(outcome=Eligibility.ELIGIBLE, reasons=synthetic("as the outcomes show")),
        )
    )
    pen.tell(DeterminationGiven(determination=determination))
    return _plan(pen, determination, relation) if pen.maybe(0.85) else ""


def _plan(pen: Pen, determination: str, carer: str) -> str:
    """A carer's support plan, with a budget of its own, and a copy of it."""
    pen.after(5, 40)
    plan = pen.named("plan")
    need = PlannedNeed(
        need="time to oneself",
        eligible=True,
        to_be_met=True,
        by_direct_payment=False,
        how=synthetic("a sitting service"),
    )
    weekly = HOUR * pen.chance.randint(1, 3)
    budget = PersonalBudget(
        weekly=weekly,
        person_pays=Decimal(0),
        council_pays=weekly,
        lines=(BudgetLine(need=need.need, weekly=weekly),),
        reasons=synthetic("a few hours of relief"),
    )
    pen.tell(
        CarersSupportPlanAgreed(
            plan=plan,
            carer=carer,
            determination=determination,
            content=CONTENT,
            needs=(need,),
            budget=budget,
            decision=Decision(outcome=PlanOutcome.AGREED, reasons=synthetic("the carer was heard")),
        ),
        by=pen.team.lead,
    )
    pen.tell(PlanCopyGiven(plan=plan))
    return plan
