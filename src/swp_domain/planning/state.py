"""How it stands with plans, budgets and the services that carry them out."""

from __future__ import annotations

from typing import Any

from swp_domain.entry import AnyEntry
from swp_domain.law.dates import ONE_DAY
from swp_domain.party import Whose
from swp_domain.planning import needed
from swp_domain.planning.events import (
    ApprovalAsked,
    ApprovalDecided,
    BudgetSet,
    CareAndSupportPlanAgreed,
    CarersSupportPlanAgreed,
    ChangeDecided,
    ChangeProposed,
    ConsultedOnChange,
    NeedEnded,
    NeedsAccepted,
    NoticeOfChangeGiven,
    NotMeetingNeedsDecided,
    PlanDrafted,
    PlanRedrafted,
    ProviderNoticeGiven,
    ServiceChanged,
    ServiceEnded,
    ServiceResumed,
    ServiceStarted,
    ServiceSuspended,
)
from swp_domain.planning.held import PlanningState as PlanningState
from swp_domain.planning.needed import Cover, Needed
from swp_domain.planning.plans import Approval, BudgetFrom, Change, Plan, Written
from swp_domain.planning.services import Service, Spell
from swp_domain.planning.vocabulary import NotMeetingGround, ServiceEnd
from swp_domain.stage import changed

AgreedPlan = CareAndSupportPlanAgreed | CarersSupportPlanAgreed


def evolve(state: PlanningState, entry: AnyEntry) -> PlanningState:
    """How it stands after one more entry."""
    match entry.event:
        case PlanDrafted() | PlanRedrafted() | ApprovalAsked() | ApprovalDecided() | CareAndSupportPlanAgreed():
            return _planned(state, entry)
        case CarersSupportPlanAgreed() | BudgetSet():
            return _planned(state, entry)
        case ChangeProposed() | ConsultedOnChange() | ChangeDecided() | NoticeOfChangeGiven():
            return _changing(state, entry)
        case NeedsAccepted() | NeedEnded() | NotMeetingNeedsDecided():
            return _needing(state, entry)
        case ServiceStarted() | ServiceChanged():
            return _running(state, entry)
        case ServiceSuspended() | ServiceResumed() | ServiceEnded() | ProviderNoticeGiven():
            return _stopping(state, entry)
    return state


def _planned(state: PlanningState, entry: AnyEntry) -> PlanningState:
    on, by, which = entry.occurred_on, entry.by.id, entry.entry_id
    match entry.event:
        case PlanDrafted(plan=plan, budget=budget) as drafted:
            one = state.plans.get(plan, Plan())
            written = Written(on, by, budget.weekly if budget else None, which)
            return _plan(
                state,
                plan,
                whose=drafted.whose,
                follows=drafted.follows or one.follows,
                determination=drafted.determination or one.determination,
                drafts=(*one.drafts, written),
            )
        case PlanRedrafted(plan=plan, budget=budget):
            one = state.plans.get(plan, Plan())
            return _plan(state, plan, drafts=(*one.drafts, Written(on, by, budget.weekly if budget else None, which)))
        case ApprovalAsked(plan=plan, weekly=weekly):
            one = state.plans.get(plan, Plan())
            return _plan(state, plan, asked=(*one.asked, Written(on, by, weekly, which)))
        case ApprovalDecided(plan=plan, weekly=weekly, decision=decision):
            one = state.plans.get(plan, Plan())
            limit = entry.authority.limit if entry.authority else None
            answer = Approval(on, by, decision.outcome, weekly, limit, which, entry.counts)
            return _plan(state, plan, approvals=(*one.approvals, answer))
        case BudgetSet(plan=plan, budget=budget) if entry.counts:
            one = state.plans.get(plan, Plan())
            return _plan(state, plan, budgets=(*one.budgets, BudgetFrom(on, budget, which)))
        case CareAndSupportPlanAgreed() | CarersSupportPlanAgreed() as agreed if entry.counts:
            return _agreed(state, entry, agreed)
    return state


def _agreed(state: PlanningState, entry: AnyEntry, agreed: AgreedPlan) -> PlanningState:
    """A plan in force: its needs are to be met from then on, and what it takes the place of is no longer in force."""
    on = entry.occurred_on
    whose = Whose.CARER if isinstance(agreed, CarersSupportPlanAgreed) else Whose.ADULT
    one = state.plans.get(agreed.plan, Plan())
    carer = agreed.carer if isinstance(agreed, CarersSupportPlanAgreed) else None
    before = state.plan_in_force(on, whose, carer)
    budget = (BudgetFrom(on, agreed.budget, entry.entry_id),) if agreed.budget else ()
    after = _plan(
        state,
        agreed.plan,
        whose=whose,
        carer=carer,
        follows=agreed.follows or one.follows,
        determination=agreed.determination or one.determination,
        agreed_on=on,
        outcome=agreed.decision.outcome,
        needs=agreed.needs,
        budgets=(*one.budgets, *budget),
        payments=agreed.payments,
        entry=entry.entry_id,
    )
    needs = state.needed
    if before is not None and agreed.determination not in (None, before.determination):
        # Needs were looked at anew: those that the plan no longer names were not found again. Another carer's stay.
        stood = {one.need for one in (before.needs if whose is Whose.CARER else needs)}
        needs = needed.closed(needs, on, stood - {need.need for need in agreed.needs}, whose)
    for need in agreed.needs:
        if need.eligible is False and not need.to_be_met:
            needs = needed.closed(needs, on, (need.need,), whose)
        elif (need.eligible and need.to_be_met is None) or need.to_be_met or need.met_by_carer:
            paid = bool(need.by_direct_payment) or any(need.need in one.needs for one in agreed.payments)
            by_carer = bool(need.met_by_carer) and not need.to_be_met
            needs = needed.opened(needs, Needed(need.need, whose, on, None, entry.entry_id, by_carer, paid))
    wanted = tuple(_until(one, on) for one in state.declined if one.first < on)
    return changed(after, needed=needs, declined=wanted)


def _changing(state: PlanningState, entry: AnyEntry) -> PlanningState:
    on = entry.occurred_on
    match entry.event:
        case ChangeProposed(change=which, kind=kind, plan=plan, services=services):
            return _change(state, which, kind=kind, plan=plan, services=services, proposed_on=on)
        case ConsultedOnChange(change=which):
            return _change(state, which, consulted_on=on)
        case ChangeDecided(change=which) as made if entry.counts:
            of = {"plan": made.plan, "services": made.services}
            return _change(state, which, kind=made.decision.outcome, ground=made.ground, decided_on=on, **of)
        case NoticeOfChangeGiven(change=which, takes_effect_on=effect):
            return _change(state, which, told_on=on, takes_effect_on=effect)
    return state


def _needing(state: PlanningState, entry: AnyEntry) -> PlanningState:
    on = entry.occurred_on
    match entry.event:
        case NeedsAccepted(needs=needs, whose=whose):
            held = state.needed
            for need in needs:
                held = needed.opened(held, Needed(need, whose, on, None, entry.entry_id))
            return changed(state, needed=held)
        case NeedEnded(needs=needs, whose=whose):
            return changed(state, needed=needed.closed(state.needed, on, needs, whose))
        case NotMeetingNeedsDecided(needs=needs, whose=whose, decision=decision, eligible=eligible) if entry.counts:
            ground = decision.outcome
            if ground is NotMeetingGround.DECLINED:
                return changed(state, declined=(*state.declined, Cover(needs or None, on, None, ground.value)))
            if ground.excuses_an_eligible_need or (ground is NotMeetingGround.NOT_ELIGIBLE and not eligible):
                return changed(state, needed=needed.closed(state.needed, on, needs or None, whose))
    return state


def _running(state: PlanningState, entry: AnyEntry) -> PlanningState:
    on, which = entry.occurred_on, entry.entry_id
    match entry.event:
        case ServiceStarted() as began:
            one = state.services.get(began.service, Service())
            terms = Spell(on, None, which, began.needs, began.provider, began.unit, began.quantity, began.weekly)
            return _service(state, began.service, one.started(terms, began.kind, began.plan, began.commissioned))
        case ServiceChanged() as altered:
            one = state.services.get(altered.service, Service())
            was = one.terms or Spell(on, None, which)
            told = {
                "needs": altered.needs,
                "provider": altered.provider,
                "quantity": altered.quantity,
                "weekly": altered.weekly,
            }
            new = {name: value for name, value in told.items() if value is not None}
            return _service(state, altered.service, one.altered(changed(was, first=on, last=None, entry=which, **new)))
    return state


def _stopping(state: PlanningState, entry: AnyEntry) -> PlanningState:
    on, by = entry.occurred_on, entry.entry_id
    match entry.event:
        case ServiceSuspended(service=which, why=why):
            return _service(state, which, state.services.get(which, Service()).suspended(on, why, by))
        case ServiceResumed(service=which):
            return _service(state, which, state.services.get(which, Service()).resumed(on))
        case ProviderNoticeGiven(service=which, last_day=last):
            return _service(state, which, changed(state.services.get(which, Service()), notice_until=last))
        case ServiceEnded(service=which, why=why):
            one = state.services.get(which, Service())
            needs = one.terms.needs if one.terms else ()
            after = _service(state, which, one.ended(on, why, by))
            if why is ServiceEnd.PERSON_DECLINED:
                return changed(after, declined=(*after.declined, Cover(needs or None, on, None, why.value)))
            if why in (ServiceEnd.MOVED, ServiceEnd.DIED):
                return changed(after, needed=needed.closed(after.needed, on, None, Whose.ADULT))
            if why is ServiceEnd.NO_LONGER_NEEDED:
                # What another service still meets is needed still: a stay elsewhere is over, and the need is not.
                met = {need for other in after.active_on(on) if other.is_of.commissioned for need in other.terms.needs}
                whose = Whose.CARER if one.kind.for_a_carer else Whose.ADULT
                return changed(after, needed=needed.closed(after.needed, on, set(needs) - met, whose))
            return after
    return state


def _until(one: Cover, on: Any) -> Cover:
    """What a person declined is offered again by a plan that is agreed with them."""
    return changed(one, last=on - ONE_DAY) if one.last is None or one.last >= on else one


def _plan(state: PlanningState, which: str, **changes: Any) -> PlanningState:
    one = changed(state.plans.get(which, Plan()), **changes)
    return changed(state, plans={**state.plans, which: one})


def _change(state: PlanningState, which: str, **changes: Any) -> PlanningState:
    one = changed(state.changes.get(which, Change()), **{name: value for name, value in changes.items() if value})
    return changed(state, changes={**state.changes, which: one})


def _service(state: PlanningState, which: str, one: Service) -> PlanningState:
    return changed(state, services={**state.services, which: one})
