"""Plans, budgets, approvals, services, charges and direct payments."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final

from swp_adapters.testing.lives.housing import Housing, Place
from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import synthetic
from swp_domain.decision import Decision
from swp_domain.direct_payments.events import (
    DirectPaymentStarted,
)
from swp_domain.law.care_act_2014.s22_health import HealthFacts
from swp_domain.law.care_act_2014.s25_plan import PlanContent
from swp_domain.law.eligibility_regulations_2015.reg2_adults import AdultOutcome
from swp_domain.planning.events import (
    ApprovalAsked,
    ApprovalDecided,
    CareAndSupportPlanAgreed,
    PlanCopyGiven,
    PlanDrafted,
    PlanRedrafted,
    ServiceEnded,
    ServiceStarted,
)
from swp_domain.planning.package import BudgetLine, PersonalBudget, PlannedNeed, PlannedPayment
from swp_domain.planning.vocabulary import ApprovalOutcome, PlanOutcome, ServiceEnd, ServiceKind, Unit

HOUR: Final = Decimal("18.50")
_PROVIDERS: Final = ("Willow Home Care (synthetic)", "Harbour Support (synthetic)", "Estuary Care (synthetic)")
_MORE: Final = {Place.SUPPORTED_LIVING: 6, Place.CARE_HOME: 8, Place.NURSING_HOME: 10}
"""Hours a week more for each need there than at home; chosen, and from no source."""

_AGREED: Final = HealthFacts(nhs_required=False, nhs_consents=True)
CONTENT: Final = PlanContent(
    eligibility_shown=True, matters_relevant=True, advice_included=True, involved=True, steps_to_agree=True
)


@dataclass
class Support:
    """What somebody gets: their plan, its cost in pounds a week, the services, and a direct payment if there is one.

    ``housing`` is where they live meanwhile.
    """

    determination: str
    outcomes: tuple[AdultOutcome, ...]
    plan: str = ""
    weekly: Decimal = Decimal(0)
    services: list[str] = field(default_factory=list)
    payment: str = ""
    housing: Housing = field(default_factory=Housing)


def _needs(support: Support, *, paid: bool) -> tuple[PlannedNeed, ...]:
    letters = {one: chr(ord("a") + number) for number, one in enumerate(AdultOutcome)}
    return tuple(
        PlannedNeed(
            need=one.name.lower().replace("_", " "),
            outcomes=(letters[one],),
            eligible=True,
            to_be_met=True,
            met_by_carer=False,
            by_direct_payment=paid,
            how=synthetic("help with it at home" if support.housing.home is None else "help with it in the care home"),
        )
        for one in support.outcomes
    )


def _budget(pen: Pen, support: Support, needs: tuple[PlannedNeed, ...], pays: Decimal) -> PersonalBudget:
    more = _MORE.get(support.housing.place, 0)
    lines = tuple(BudgetLine(need=one.need, weekly=HOUR * (pen.chance.randint(2, 7) + more)) for one in needs)
    weekly = sum((one.weekly for one in lines), Decimal(0))
    share = min(pays, weekly)
    return PersonalBudget(
        weekly=weekly,
        person_pays=share,
        council_pays=weekly - share,
        lines=lines,
        reasons=synthetic("what such help costs here, hour by hour"),
    )


def planned(pen: Pen, support: Support, pays: Decimal) -> None:
    """Drafted, put before whoever may approve it, agreed with the person, copied to them."""
    pen.after(3, 25 if pen.maybe(0.9) else 90)
    before, support.plan = support.plan or None, pen.named("plan")
    paid = bool(support.payment)
    needs = _needs(support, paid=paid)
    budget = _budget(pen, support, needs, pays)
    weekly = budget.weekly or Decimal(0)
    drafted = PlanDrafted(
        plan=support.plan, follows=before, determination=support.determination, needs=needs, budget=budget
    )
    pen.tell(drafted)
    pen.tell(ApprovalAsked(plan=support.plan, weekly=weekly))
    pen.after(0, 6)
    approver = pen.team.lead if pen.worker is not pen.team.lead else pen.staff.front_door.lead
    outcome = ApprovalOutcome.APPROVED
    if pen.maybe(0.1):
        returned = Decision(outcome=ApprovalOutcome.RETURNED, reasons=synthetic("say more of the evenings"))
        pen.tell(ApprovalDecided(plan=support.plan, weekly=weekly, decision=returned), by=approver)
        pen.after(1, 6)
        pen.tell(PlanRedrafted(plan=support.plan, needs=needs, budget=budget))
    decision = Decision(outcome=outcome, reasons=synthetic("the plan meets the needs"))
    pen.tell(ApprovalDecided(plan=support.plan, weekly=weekly, decision=decision), by=approver)
    payments = (
        (PlannedPayment(needs=tuple(one.need for one in needs), amount=budget.council_pays, every_weeks=4),)
        if paid
        else ()
    )
    agreed = Decision(
        outcome=PlanOutcome.AGREED if pen.maybe(0.95) else PlanOutcome.SETTLED,
        reasons=synthetic("the person was heard"),
        views=synthetic("glad of the help"),
    )
    pen.tell(
        CareAndSupportPlanAgreed(
            plan=support.plan,
            follows=before,
            determination=support.determination,
            content=CONTENT,
            needs=needs,
            budget=budget,
            payments=payments,
            decision=agreed,
        )
    )
    support.weekly = weekly
    pen.after(0, 9)
    pen.tell(PlanCopyGiven(plan=support.plan))


def served(pen: Pen, support: Support) -> None:
    """Services begin, or a direct payment does."""
    if support.payment:
        pen.tell(DirectPaymentStarted(payment=support.payment, plan=support.plan, weekly=support.weekly))
        return
    service = pen.named("service")
    kind = pen.chance.choices((ServiceKind.HOME_CARE, ServiceKind.DAY_CARE, ServiceKind.SUPPORTED_LIVING), (7, 2, 1))[0]
    provider, hours = pen.chance.choice(_PROVIDERS), Decimal(pen.chance.randint(4, 21))
    home, fixed = support.housing.home, support.housing.place.service
    support.housing.since = support.housing.since or pen.day
    pen.tell(
        ServiceStarted(
            service=service,
            plan=support.plan or None,
            kind=fixed or kind,
            needs=tuple(one.name.lower().replace("_", " ") for one in support.outcomes),
            provider=home.name if home else provider,
            unit=Unit.PLACE if home else Unit.HOURS,
            quantity=Decimal(1) if home else hours,
            weekly=support.weekly or None,
            health=_AGREED if home and home.nursing else HealthFacts(),
        )
    )
    support.services.append(service)


def services_ended(pen: Pen, support: Support, why: ServiceEnd) -> None:
    """Every service ends."""
    for one in support.services:
        pen.tell(ServiceEnded(service=one, why=why))
    support.services.clear()
