"""What can have happened to a direct payment."""

from __future__ import annotations

from datetime import date

from swp_domain.actor import council_or_delegate
from swp_domain.decision import Decision
from swp_domain.direct_payments.vocabulary import (
    CapacityRoute,
    Employed,
    EndGround,
    Payee,
    PaymentOutcome,
    ReviewPrompt,
)
from swp_domain.event import Event
from swp_domain.identifiers import PaymentId, PlanId
from swp_domain.law.care_act_2014.s31_direct_payments import PaymentConditions
from swp_domain.law.function import Function
from swp_domain.money import Pounds
from swp_domain.party import Party, Whose

BY = council_or_delegate(Function.DIRECT_PAYMENTS)


class DirectPaymentRequested(Event, name="direct-payments/direct-payment-requested", begins="payment"):
    """Somebody asked that needs be met by a direct payment."""

    payment: PaymentId
    whose: Whose = Whose.ADULT
    asked_by: Party | None = None


class DirectPaymentDecided(Event, name="direct-payments/direct-payment-decided", taken_by=BY, begins="payment"):
    """Whether needs are met by a direct payment was decided. ``weekly`` is pounds a week.

    ``necessary`` is whether the council considers paying a close relative in the same household necessary.
    """

    payment: PaymentId
    plan: PlanId | None = None
    route: CapacityRoute | None = None
    conditions: PaymentConditions = PaymentConditions()
    payee: Payee = Payee.PERSON
    employed: Employed | None = None
    necessary: bool | None = None
    weekly: Pounds | None = None
    decision: Decision[PaymentOutcome]


class DirectPaymentStarted(Event, name="direct-payments/direct-payment-started", begins="payment"):
    """The first payment was made. ``weekly`` is pounds a week."""

    payment: PaymentId
    plan: PlanId | None = None
    weekly: Pounds | None = None


class DirectPaymentChanged(Event, name="direct-payments/direct-payment-changed"):
    """The payment went on at another amount, in pounds a week."""

    payment: PaymentId
    weekly: Pounds


class PaymentReviewPrompted(Event, name="direct-payments/review-prompted"):
    """Something came to notice that calls for a review of the payment before its time (SI 2014/2871 reg 7)."""

    payment: PaymentId
    prompt: ReviewPrompt


class DirectPaymentReviewed(Event, name="direct-payments/direct-payment-reviewed"):
    """The making of the payment was reviewed: whether the conditions are still met."""

    payment: PaymentId
    conditions: PaymentConditions = PaymentConditions()


class PaymentConditionLost(Event, name="direct-payments/condition-lost"):
    """A condition without which no direct payment may be made is no longer met (s 33(4))."""

    payment: PaymentId
    which: str


class CareHomeStayRecorded(Event, name="direct-payments/care-home-stay-recorded"):
    """Time in a care home bought with the payment, from the day it happened to ``last_night``."""

    payment: PaymentId
    last_night: date


class EndOfPaymentDecided(Event, name="direct-payments/end-decided", taken_by=BY):
    """A direct payment is to end. ``needs_now_met``: the record shows how needs are met from then on."""

    payment: PaymentId
    last_day: date | None = None
    notice_given: bool | None = None
    needs_now_met: bool | None = None
    decision: Decision[EndGround]


class DirectPaymentStopped(Event, name="direct-payments/direct-payment-stopped"):
    """The payment stopped, or was suspended; the day it happened is the first day without it."""

    payment: PaymentId
    suspended: bool = False


class RepaymentRequired(Event, name="direct-payments/repayment-required", taken_by=BY):
    """Repayment of some or all of a payment was required. The outcome is the sum, in pounds."""

    payment: PaymentId
    decision: Decision[Pounds]
