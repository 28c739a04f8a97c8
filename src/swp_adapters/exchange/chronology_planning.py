"""The plans and budgets of a chronology, and what tells the person of them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Final

from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import COUNCIL, council_acts
from swp_adapters.exchange.chronology_desk import NOT_YET, Desk, Weight
from swp_adapters.exchange.chronology_facts import NONE, amounts_fall, begins_on, facts_of, ground_of, overlap
from swp_adapters.exchange.chronology_needs import implied
from swp_adapters.exchange.chronology_outcomes import told as told_of
from swp_adapters.exchange.chronology_services import decide
from swp_domain.actor import Actor, BodyKind
from swp_domain.decision import Decision
from swp_domain.law.care_act_2014.s25_plan import PlanContent
from swp_domain.law.care_act_2014.s26_budget import BudgetShown
from swp_domain.planning.events import (
    ApprovalDecided,
    BudgetSet,
    CareAndSupportPlanAgreed,
    CarersSupportPlanAgreed,
    ChangeDecided,
    PlanCopyGiven,
    PlanDrafted,
)
from swp_domain.planning.package import PersonalBudget
from swp_domain.planning.vocabulary import (
    ApprovalOutcome,
    ChangeGround,
    ChangeKind,
    PlanOutcome,
    Untold,
)

_LOOKS: Final = frozenset({"assessment-completed", "review-completed", "plan-agreed"})
# Our reading: no budget is cut to less than a fifth in one step, so such sums count in different units.
_OTHER_UNIT: Final = 0.2
_PANEL: Final = Actor(id="panel", kind=BodyKind.COUNCIL, body=COUNCIL.body)


def drafted(desk: Desk, source: Happening) -> str | None:
    """A proposal, which is no plan yet."""
    if council_acts(source.by):
        desk.put(PlanDrafted(plan=desk.new("plan")), source)
    return None


def agreed(desk: Desk, source: Happening) -> str | None:
    """A plan is final; what its budget holds is told by a standing fact, or not at all."""
    if not council_acts(source.by) or not source.statutory:
        return None
    carers = source.subject == "carer"
    if not carers:
        implied(desk, source)
    shows = _shows(desk, source.occurred.earliest)
    none = shows is not None and shows.figure is False
    told = {
        "plan": desk.new("plan"),
        "content": PlanContent(budget_included=False if none else None),
        "budget": PersonalBudget(shows=shows) if shows and not none else None,
        "decision": Decision(outcome=PlanOutcome.AGREED),
    }
    kind = CarersSupportPlanAgreed if carers else CareAndSupportPlanAgreed
    desk.put(kind.model_validate(told), source)
    if source.inferred:
        # That there was a plan is the compiler's reading; that no copy of it was given would be ours.
        desk.put(PlanCopyGiven(plan=str(told["plan"])), source, weight=Weight.IMPLIED)
    return None


def budgeted(desk: Desk, source: Happening) -> str | None:
    """A budget is set within the last plan; where a plan is still owed, it shows that there is one."""
    if not council_acts(source.by):
        return None
    implied(desk, source)
    if desk.owed("prepare a care and support plan") or (_sum(source) and not desk.file.planning.plans):
        made = CareAndSupportPlanAgreed(plan=desk.new("plan"), decision=Decision(outcome=PlanOutcome.AGREED))
        desk.put(made, source, weight=Weight.IMPLIED)
    plans = list(desk.file.planning.plans)
    budget = PersonalBudget(shows=_shows(desk, source.occurred.earliest) or BudgetShown())
    plan = plans[-1] if plans else desk.new("plan")
    _cut(desk, source)
    desk.put(BudgetSet(plan=plan, budget=budget, decision=Decision(outcome=Untold.NOT_TOLD)), source)
    return None


def _cut(desk: Desk, source: Happening) -> None:
    """A budget that comes to less than the one before it is a change that takes away, decided that day.

    Whether it stands on a look at the person since the budget before it, the engine asks where it did not.
    """
    sums = [one for one in desk.before(source) if one.act == "budget-set" and council_acts(one.by) and _sum(one)]
    now, was = _sum(source), _sum(sums[-1]) if sums else None
    # A sum a year beside one a week, or pounds beside hours, is no cut; the account does not tell which it is.
    less = now is not None and was is not None and was * _OTHER_UNIT < now < was
    if not less or any(one.decided_on for one in desk.file.planning.changes.values()):
        return
    since = sums[-1].occurred.earliest
    looked = [
        one
        for one in desk.told
        if one.act in _LOOKS and council_acts(one.by) and one.statutory and one.occurred.latest > since
        if one.occurred.earliest <= source.occurred.latest
    ]
    if looked or desk.chronology.holds("need-change", source.occurred.latest):
        return
    event = ChangeDecided(
        change=desk.new("change"),
        plan=next(reversed(desk.file.planning.plans), None),
        ground=ChangeGround.OTHER,
        decision=Decision(outcome=ChangeKind.DECREASE),
    )
    desk.put(event, source)


def _sum(source: Happening) -> float | None:
    told = source.amount
    return float(told) if isinstance(told, int | float) and not isinstance(told, bool) and told > 0 else None


def funded(desk: Desk, source: Happening) -> str | None:
    """A panel decides on the cost of a plan; without the sum there is nothing that it approved."""
    if not council_acts(source.by):
        return None
    if not isinstance(source.amount, int | float) or isinstance(source.amount, bool) or source.amount < 0:
        return NOT_YET  # What was decided is held; without the sum it approves nothing.
    said = f"{source.result or ''} {source.decision or ''}".lower()
    no = any(word in said for word in ("refus", "declin", "not ", "reject"))
    plans = list(desk.file.planning.plans)
    event = ApprovalDecided(
        plan=plans[-1] if plans else desk.new("plan"),
        weekly=Decimal(str(source.amount)).quantize(Decimal("0.01")),
        decision=Decision(outcome=ApprovalOutcome.DECLINED if no else ApprovalOutcome.APPROVED),
    )
    desk.put(event, source, by=_PANEL)
    return None


def told(desk: Desk, source: Happening) -> str | None:
    """What tells the person what was decided: a copy of the plan with it, and a change of support where it is one."""
    told_of(desk, source)
    if council_acts(source.by):
        given = {one.event.plan for one in desk.entries if isinstance(one.event, PlanCopyGiven)}
        for name, one in desk.file.planning.plans.items():
            if one.agreed_on and name not in given:
                desk.put(PlanCopyGiven(plan=name), source)
        if source.act == "decision-notified":
            _change_told(desk, source)
    return None


def _change_told(desk: Desk, source: Happening) -> None:
    """A notified decision with a reason on record, about somebody for whom something is planned, changes that."""
    reasons = [one for one in facts_of(desk, ("decision-reason",)) if overlap(begins_on(desk, one), source.occurred)]
    running = [one.service for one in desk.file.planning.active_on(source.occurred.earliest) if one.is_of.commissioned]
    if not reasons or not running:
        return
    ground = ground_of(desk, reasons[0])
    own = (ChangeGround.COST, ChangeGround.POLICY)
    takes = ground in own or amounts_fall(desk, source.occurred.earliest)
    decide(desk, source, ChangeKind.DECREASE if takes else ChangeKind.UNCHANGED, ground, running)


def _shows(desk: Desk, day: date) -> BudgetShown | None:
    """What the budget of a day shows, where a standing fact tells: one that ends that day tells of what was before."""
    for fact in facts_of(desk, ("budget-content",)):
        if begins_on(desk, fact).earliest <= day and (fact.ends is None or day < fact.ends.latest):
            told = (fact.figure, fact.breakdown, fact.reasons)
            figure, breakdown, reasons = (None if one is None else not _absent(one) for one in told)
            return BudgetShown(figure=figure, breakdown=breakdown, reasons=reasons)
    return None


def _absent(value: object) -> bool:
    said = str(value).strip().lower()
    return said in NONE or said.split(" ")[0] in NONE
