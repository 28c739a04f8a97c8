"""What can have happened to a plan, its budget and the services that carry it out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pydantic import Field

from swp_domain.actor import council_or_delegate
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.identifiers import ChangeId, DeterminationId, PlanId, ServiceId
from swp_domain.law.care_act_2014.s22_health import HealthFacts
from swp_domain.law.care_act_2014.s25_plan import PlanContent
from swp_domain.law.function import Function
from swp_domain.money import Pounds
from swp_domain.party import Party, Whose
from swp_domain.personal import PersonalText
from swp_domain.planning.package import NeedCode, PersonalBudget, PlannedNeed, PlannedPayment
from swp_domain.planning.vocabulary import (
    ApprovalOutcome,
    ChangeGround,
    ChangeKind,
    NotMeetingGround,
    PlanOutcome,
    ServiceEnd,
    ServiceKind,
    Suspension,
    Unit,
    Untold,
)
from swp_domain.resting import RestsOnIncapacity

BY = council_or_delegate(Function.PLANNING)
MEETING = council_or_delegate(Function.MEETING_NEEDS)


class NeedsAccepted(Event, name="planning/needs-accepted"):
    """Needs were accepted as the council's to meet, or were found later to have been, from this day on.

    It is said of what no plan on the file tells: a determination that names needs, an Ombudsman's finding, an old
    plan. ``needs`` are the short names by which plans and services speak of them.
    """

    needs: tuple[NeedCode, ...] = Field(min_length=1)
    whose: Whose = Whose.ADULT
    determination: DeterminationId | None = None


class NeedEnded(Event, name="planning/need-ended"):
    """Needs ended, or are no longer the council's to meet; the day it happened is the first day without them."""

    needs: tuple[NeedCode, ...] = Field(min_length=1)
    whose: Whose = Whose.ADULT


class PlanDrafted(Event, name="planning/plan-drafted", begins="plan"):
    """A plan was drafted. ``follows`` is the plan that it is to replace."""

    plan: PlanId
    whose: Whose = Whose.ADULT
    follows: PlanId | None = None
    determination: DeterminationId | None = None
    needs: tuple[PlannedNeed, ...] = ()
    budget: PersonalBudget | None = None


class PlanRedrafted(Event, name="planning/plan-redrafted"):
    """A draft was written again, before the plan was final; what is told takes the place of what was told before."""

    plan: PlanId
    needs: tuple[PlannedNeed, ...] = ()
    budget: PersonalBudget | None = None


class ApprovalAsked(Event, name="planning/approval-asked"):
    """A plan was put before somebody who may approve what it costs, in pounds a week."""

    plan: PlanId
    weekly: Pounds


class ApprovalDecided(Event, name="planning/approval-decided", taken_by=BY):
    """What an approver or a panel made of a plan. ``weekly`` is the amount that was before them, in pounds a week."""

    plan: PlanId
    weekly: Pounds
    decision: Decision[ApprovalOutcome]

    @property
    def weekly_cost(self) -> Decimal | None:
        """What is approved, or is not."""
        return self.weekly


class CareAndSupportPlanAgreed(
    RestsOnIncapacity, name="planning/care-and-support-plan-agreed", taken_by=BY, begins="plan"
):
    """The adult's plan is final: agreed, or settled after all reasonable steps to agree it (s 25)."""

    plan: PlanId
    follows: PlanId | None = None
    determination: DeterminationId | None = None
    content: PlanContent = PlanContent()
    needs: tuple[PlannedNeed, ...] = ()
    budget: PersonalBudget | None = None
    payments: tuple[PlannedPayment, ...] = ()
    decision: Decision[PlanOutcome]

    @property
    def weekly_cost(self) -> Decimal | None:
        """What the plan costs the council, where it says."""
        return self.budget.weekly if self.budget else None


class CarersSupportPlanAgreed(Event, name="planning/carers-support-plan-agreed", taken_by=BY, begins="plan"):
    """A carer's support plan is final (s 25)."""

    plan: PlanId
    carer: str | None = None
    follows: PlanId | None = None
    determination: DeterminationId | None = None
    content: PlanContent = PlanContent()
    needs: tuple[PlannedNeed, ...] = ()
    budget: PersonalBudget | None = None
    payments: tuple[PlannedPayment, ...] = ()
    decision: Decision[PlanOutcome]

    @property
    def weekly_cost(self) -> Decimal | None:
        """What the plan costs the council, where it says."""
        return self.budget.weekly if self.budget else None


class BudgetSet(Event, name="planning/budget-set", taken_by=BY):
    """A personal budget was set, or set anew, within a plan. The outcome is the sum, in pounds a week, where told."""

    plan: PlanId
    budget: PersonalBudget
    decision: Decision[Decimal | Untold]

    @property
    def weekly_cost(self) -> Decimal | None:
        """What the budget comes to, where it says."""
        return self.budget.weekly


class PlanCopyGiven(Event, name="planning/copy-given"):
    """A copy of the plan was given. ``asked_for`` is about anybody but the person whose plan it is."""

    plan: PlanId
    given_to: Party | None = None
    to_the_person: bool = True
    asked_for: bool | None = None


class NotMeetingNeedsDecided(Event, name="planning/not-meeting-needs-decided", taken_by=MEETING):
    """It was decided not to meet some or all of the needs found. The outcome is the ground (s 24(2))."""

    determination: DeterminationId
    whose: Whose = Whose.ADULT
    needs: tuple[NeedCode, ...] = ()
    eligible: bool | None = None
    advice_given: bool | None = None
    decision: Decision[NotMeetingGround]


class ChangeProposed(Event, name="planning/change-proposed", begins="change"):
    """A change of support was put to the person, before it is decided."""

    change: ChangeId
    plan: PlanId | None = None
    services: tuple[str, ...] = ()
    kind: ChangeKind
    from_day: date | None = None


class ConsultedOnChange(Event, name="planning/consulted-on-change"):
    """Somebody was heard on a change. ``whom`` is ``None`` for the person themselves."""

    change: ChangeId
    whom: Party | None = None
    views: PersonalText | None = None


class ChangeDecided(Event, name="planning/change-decided", taken_by=MEETING, begins="change"):
    """A change of support was decided. ``weekly_before`` and ``weekly_after`` are pounds a week.

    ``needs_now_met`` holds where the record shows how each need touched is met from then on.
    """

    change: ChangeId
    plan: PlanId | None = None
    services: tuple[str, ...] = ()
    ground: ChangeGround
    weekly_before: Pounds | None = None
    weekly_after: Pounds | None = None
    needs_now_met: bool | None = None
    decision: Decision[ChangeKind]


class NoticeOfChangeGiven(Event, name="planning/notice-of-change-given"):
    """The person was told of a change before it takes effect, and from when it does."""

    change: ChangeId
    takes_effect_on: date | None = None
    given_to: Party | None = None


class ServiceStarted(Event, name="planning/service-started", begins="service"):
    """A service began. ``needs`` are those it meets, ``weekly`` what it costs the council, in pounds a week.

    ``commissioned`` is whether it is the council's to answer for, and not a provider's or a family's own act. Where no
    ``needs`` are told it may meet any of them.
    """

    service: ServiceId
    plan: PlanId | None = None
    kind: ServiceKind = ServiceKind.OTHER
    needs: tuple[NeedCode, ...] = ()
    provider: str = ""
    unit: Unit | None = None
    quantity: Decimal | None = None
    weekly: Pounds | None = None
    one_off: Pounds | None = None
    commissioned: bool = True
    health: HealthFacts = HealthFacts()


class ServiceChanged(Event, name="planning/service-changed"):
    """A service went on otherwise: what is not told stays as it was. ``change`` is the decision behind it."""

    service: ServiceId
    change: ChangeId | None = None
    kind: ChangeKind | None = None
    needs: tuple[NeedCode, ...] | None = None
    provider: str | None = None
    quantity: Decimal | None = None
    weekly: Pounds | None = None


class ServiceSuspended(Event, name="planning/service-suspended"):
    """A service paused; the day it happened is the first day without it. ``change`` is the decision behind it."""

    service: ServiceId
    change: ChangeId | None = None
    why: Suspension = Suspension.OTHER


class ServiceResumed(Event, name="planning/service-resumed"):
    """A paused service went on."""

    service: ServiceId


class ServiceEnded(Event, name="planning/service-ended"):
    """A service ended; the day it happened is the first day without it. ``change`` is the decision behind it."""

    service: ServiceId
    change: ChangeId | None = None
    why: ServiceEnd = ServiceEnd.OTHER


class ProviderNoticeGiven(Event, name="planning/provider-notice-given"):
    """A provider said that it will end a service."""

    service: ServiceId
    last_day: date | None = None


class ProviderFailed(Event, name="planning/provider-failed"):
    """A provider became unable to carry on because its business failed (s 48). ``needs`` are those left unmet."""

    provider: str
    service: ServiceId | None = None
    needs: tuple[NeedCode, ...] = ()


class SelfFundedCareNoted(Event, name="planning/self-funded-care-noted"):
    """The person, or their family, pays for care that the council may owe. Pounds a week, where told."""

    needs: tuple[NeedCode, ...] = ()
    weekly: Pounds | None = None
    until: date | None = None
