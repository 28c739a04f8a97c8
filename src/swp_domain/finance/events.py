"""What can have happened to means, charges and the choice of a place. No ledger: what was decided and told."""

from __future__ import annotations

from datetime import date

from swp_domain.actor import council_alone, council_or_delegate
from swp_domain.decision import Decision
from swp_domain.event import Event
from swp_domain.finance.vocabulary import (
    Accommodation,
    ChargeOutcome,
    FreeGround,
    HowAssessed,
    MeansOutcome,
    PlacementOutcome,
    TopUpOutcome,
    TopUpPayer,
)
from swp_domain.identifiers import ChargeId, FinancialAssessmentId, PlacementId, ServiceId
from swp_domain.law.care_act_2014.s14_charging import ChargedFor
from swp_domain.law.choice_of_accommodation_regulations_2014.reg3_preferred import SelfPayGround
from swp_domain.law.function import Function
from swp_domain.money import Pounds
from swp_domain.party import Party, Whose
from swp_domain.resting import RestsOnIncapacity

MEANS = council_or_delegate(Function.FINANCIAL_ASSESSMENT)
CHARGING = council_alone(Function.CHARGING)


class ChargingExplained(Event, name="finance/charging-explained"):
    """What may be charged, and how it is worked out, was explained. ``proof`` is whether its delivery is proved."""

    service: ServiceId | None = None
    given_to: Party | None = None
    proof: bool | None = None


class FinancialAssessmentRefused(Event, name="finance/financial-assessment-refused"):
    """The person did not want their means assessed, or gave nothing to assess them by.

    ``proof`` is whether it is proved that they had been asked.
    """

    financial: FinancialAssessmentId | None = None
    proof: bool | None = None


class FinancialAssessmentCompleted(
    Event, name="finance/financial-assessment-completed", taken_by=MEANS, begins="financial"
):
    """Means were assessed. ``weekly`` is what the person can pay, ``capital`` what was counted, in pounds.

    ``counts_home`` is whether the value of their home was counted, ``other_capital`` what was counted beside it, and
    ``security`` whether a first legal charge on it can be had. ``consented`` is to a light touch.
    """

    financial: FinancialAssessmentId
    whose: Whose = Whose.ADULT
    how: HowAssessed = HowAssessed.FULL
    permanent_care_home: bool | None = None
    capital: Pounds | None = None
    counts_home: bool | None = None
    other_capital: Pounds | None = None
    security: bool | None = None
    weekly: Pounds | None = None
    consented: bool | None = None
    decision: Decision[MeansOutcome]


class FinancialAssessmentGiven(Event, name="finance/financial-assessment-given"):
    """The written record of the financial assessment was given to the person (Care Act 2014 s 17(6))."""

    financial: FinancialAssessmentId
    given_to: Party | None = None


class ChargeDecided(Event, name="finance/charge-decided", taken_by=CHARGING, begins="charge"):
    """Whether to charge was decided. ``weekly`` is pounds a week from ``from_day``; ``cost`` what the thing costs.

    ``provision_began`` is the first day of the reablement charged for, or the day the person moved into the care
    home; ``counts_home`` whether the value of the home is counted; ``vcjd`` whether the person has variant CJD.
    ``asked_to_arrange`` is whether a person with means above the limit asked for care to be arranged.
    """

    charge: ChargeId
    charged_for: ChargedFor = ChargedFor.OTHER
    service: ServiceId | None = None
    financial: FinancialAssessmentId | None = None
    weekly: Pounds | None = None
    cost: Pounds | None = None
    from_day: date | None = None
    provision_began: date | None = None
    counts_home: bool | None = None
    vcjd: bool | None = None
    asked_to_arrange: bool | None = None
    decision: Decision[ChargeOutcome]


class ChargeIssued(Event, name="finance/charge-issued"):
    """A charge began to be raised, or an invoice went out, for a period that begins on ``from_day``.

    What it does not tell is as the decision to charge has it, where there is one.
    """

    charge: ChargeId
    charged_for: ChargedFor | None = None
    whose: Whose = Whose.ADULT
    service: ServiceId | None = None
    weekly: Pounds | None = None
    cost: Pounds | None = None
    from_day: date | None = None
    provision_began: date | None = None
    counts_home: bool | None = None


class FreePeriodNoted(Event, name="finance/free-period-noted"):
    """For a time nothing is charged: from the day it happened to ``until``, both within it."""

    ground: FreeGround = FreeGround.OTHER
    service: ServiceId | None = None
    until: date | None = None


class PlacementPreferred(Event, name="finance/placement-preferred", begins="placement"):
    """The person said which place they prefer."""

    placement: PlacementId
    accommodation: Accommodation
    provider: str = ""


class PlacementDecided(
    RestsOnIncapacity, name="finance/placement-decided", taken_by=council_or_delegate(Function.MEETING_NEEDS)
):
    """Whether the preferred place is arranged was decided (SI 2014/2670 regs 3, 5, 9).

    ``within_budget`` is whether it costs no more than the personal budget has for that type of accommodation.
    """

    placement: PlacementId
    type_in_plan: bool | None = None
    suitable: bool | None = None
    available: bool | None = None
    terms_agreed: bool | None = None
    within_budget: bool | None = None
    decision: Decision[PlacementOutcome]


class TopUpAgreed(Event, name="finance/top-up-agreed", taken_by=council_or_delegate(Function.MEETING_NEEDS)):
    """Whether somebody pays what a preferred place costs above the budget. ``weekly`` is pounds a week."""

    placement: PlacementId
    payer: TopUpPayer
    ground: SelfPayGround | None = None
    written: bool | None = None
    willing_and_able: bool | None = None
    weekly: Pounds | None = None
    decision: Decision[TopUpOutcome]


class TopUpPaid(Event, name="finance/top-up-paid"):
    """A top-up was being paid. Pounds a week, where told."""

    placement: PlacementId
    payer: TopUpPayer
    weekly: Pounds | None = None


class DeferredPaymentOffered(Event, name="finance/deferred-payment-offered"):
    """An agreement to defer payment was offered (Care Act 2014 ss 34-35)."""

    accepted: bool | None = None
