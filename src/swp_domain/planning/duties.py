"""What is owed around a plan: the plan itself, its budget, a copy, advice where needs are not met."""

from __future__ import annotations

from typing import Any

from swp_domain.event import Event
from swp_domain.law.care_act_2014 import CARE_ACT, GUIDANCE
from swp_domain.law.care_act_2014.s26_budget import BudgetShown, breakdown_with_the_budget, budget_with_the_plan
from swp_domain.law.community_care_act_1990 import COMMUNITY_CARE
from swp_domain.law.local_targets.working_parameters import advice, plan, written_record
from swp_domain.law.rule import Regime
from swp_domain.owed import Opening, Owed, owed
from swp_domain.party import Whose
from swp_domain.planning.events import (
    BudgetSet,
    CareAndSupportPlanAgreed,
    CarersSupportPlanAgreed,
    NotMeetingNeedsDecided,
    PlanCopyGiven,
    ServiceEnded,
    ServiceStarted,
)
from swp_domain.planning.plan_rules import budget_shown

_PLANS = (CareAndSupportPlanAgreed, CarersSupportPlanAgreed)


def duties(
    determined: type[Event], carers_determined: type[Event], banded: type[Event], advised: type[Event]
) -> tuple[Owed, ...]:
    """The duties of the stage; the events of other stages that open or discharge them are handed in by its rules."""
    return (
        owed(
            "prepare a care and support plan",
            rule="CA-24-01",
            provision=CARE_ACT["s 24(1)"],
            subject="determination",
            opened_by={determined: Opening(plan, when=_must_be_met)},
            discharged_by=(CareAndSupportPlanAgreed,),
            ended_by={NotMeetingNeedsDecided: _none_is_met},
            regime=Regime.CARE_ACT,
            theme="P07",
        ),
        owed(
            "prepare a support plan",
            rule="CA-24-03",
            provision=CARE_ACT["s 24(1)"],
            to="the carer",
            subject="determination",
            opened_by={carers_determined: Opening(plan, when=_eligible)},
            discharged_by=(CarersSupportPlanAgreed,),
            ended_by={NotMeetingNeedsDecided: _none_of_a_carers_is_met},
            regime=Regime.CARE_ACT,
            theme="P07",
        ),
        owed(
            "prepare a plan for the support that began",
            rule="CA-24-04",
            provision=CARE_ACT["s 24(1)"],
            subject="service",
            opened_by={ServiceStarted: Opening(plan, when=_without_a_plan)},
            discharged_by=_PLANS,
            ended_by={ServiceEnded: None},
            regime=Regime.CARE_ACT,
        ),
        owed(
            "plan the services that needs call for",
            rule="CC-47-03",
            provision=COMMUNITY_CARE["s 47(1)(b), and the guidance on care plans"].from_memory(),
            subject="determination",
            opened_by={banded: Opening(plan, when=_eligible)},
            discharged_by=(CareAndSupportPlanAgreed,),
            ended_by={NotMeetingNeedsDecided: _none_is_met},
            regime=Regime.COMMUNITY_CARE,
            theme="P07",
        ),
        owed(
            "set a personal budget with a figure",
            rule="CA-26-03",
            provision=CARE_ACT["s 25(1)(e)"],
            opened_by={one: Opening(budget_with_the_plan, when=_no_figure) for one in _PLANS},
            discharged_by=dict.fromkeys((BudgetSet, *_PLANS), _has_a_figure),
            regime=Regime.CARE_ACT,
            theme="P07",
            recurring=True,
        ),
        owed(
            "show what the personal budget is made of",
            rule="CA-26-02",
            provision=GUIDANCE["ch 11, a transparent budget"].from_memory(),
            opened_by={one: Opening(breakdown_with_the_budget, when=_not_shown) for one in (*_PLANS, BudgetSet)},
            discharged_by=dict.fromkeys((BudgetSet, *_PLANS), _is_shown),
            regime=Regime.CARE_ACT,
            theme="P07",
            recurring=True,
        ),
        owed(
            "give a copy of the plan",
            rule="CA-25-04",
            provision=CARE_ACT["s 25(9)-(10)"],
            to="the person whose plan it is",
            subject="plan",
            opened_by={one: Opening(written_record) for one in _PLANS},
            discharged_by={PlanCopyGiven: lambda event: event.to_the_person},
            regime=Regime.CARE_ACT,
            theme="P08",
        ),
        owed(
            "give advice where needs are not met",
            rule="CA-24-02",
            provision=CARE_ACT["s 24(2)(b)"],
            to="the person assessed",
            subject="determination",
            opened_by={NotMeetingNeedsDecided: Opening(advice, when=lambda event: not event.advice_given)},
            discharged_by=(advised,),
            regime=Regime.CARE_ACT,
        ),
    )


def _eligible(event: Any) -> bool:
    found: bool = event.decision.outcome.is_eligible
    return found


def _must_be_met(event: Any) -> bool:
    """Section 18 asks that the adult lives here and wants it, which is not told of every determination."""
    return _eligible(event) and event.wants_needs_met is not False and event.ordinarily_resident is not False


def _none_is_met(event: NotMeetingNeedsDecided) -> bool:
    return not event.needs and event.whose is Whose.ADULT


def _none_of_a_carers_is_met(event: NotMeetingNeedsDecided) -> bool:
    return not event.needs and event.whose is Whose.CARER


def _without_a_plan(event: ServiceStarted) -> bool:
    return event.commissioned and event.plan is None and not event.kind.may_prevent


def _figures(event: Any) -> BudgetShown:
    return budget_shown(event)


def _no_figure(event: Any) -> bool:
    return _figures(event).figure is False


def _has_a_figure(event: Any) -> bool:
    """Whether a budget, told of or recorded, has a figure as far as is told."""
    return event.budget is not None and _figures(event).figure is not False


def _not_shown(event: Any) -> bool:
    shown = _figures(event)
    return shown.figure is not False and (shown.breakdown is False or shown.reasons is False)


def _is_shown(event: Any) -> bool:
    shown = _figures(event)
    return (
        event.budget is not None
        and shown.figure is not False
        and shown.breakdown is not False
        and shown.reasons is not False
    )
