"""What can have happened to a direct payment."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from swp_domain.actor import council_or_delegate
from swp_domain.decision import Decision
from swp_domain.direct_payments.vocabulary import (
    CapacityRoute,
    Condition,
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


class DirectPaymentRequestWithdrawn(Event, name="direct-payments/request-withdrawn"):
    """Whoever asked for a direct payment no longer does."""

    payment: PaymentId


class DirectPaymentDecided(Event, name="direct-payments/direct-payment-decided", taken_by=BY):
    """Whether needs are met by a direct payment, as requested, was decided. ``weekly`` is pounds a week.

    ``necessary`` is whether the council considers paying a close relative in the same household necessary, and
    ``care_home_nights`` how many consecutive nights in a care home it is to buy within twelve months.
    """

    payment: PaymentId
    plan: PlanId | None = None
    route: CapacityRoute | None = None
    conditions: PaymentConditions = PaymentConditions()
    payee: Payee = Payee.PERSON
    employed: Employed | None = None
    necessary: bool | None = None
    care_home_nights: Annotated[int, Field(ge=0)] | None = None
    weekly: Pounds | None = None
    decision: Decision[PaymentOutcome]


class PaymentDecisionGiven(Event, name="direct-payments/decision-given"):
    """The decision on a direct payment was given in writing, with its reasons."""

    payment: PaymentId
    given_to: Party | None = None


class DirectPaymentStarted(Event, name="direct-payments/direct-payment-started"):
    """The first payment was made. ``weekly`` is pounds a week."""

    payment: PaymentId
    whose: Whose = Whose.ADULT
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
    """The making of the payment was reviewed: whether the conditions are still met.

    ``continues`` is ``False`` where the payment ends with this review, so that no other is to follow.
    """

    payment: PaymentId
    continues: bool | None = None
    conditions: PaymentConditions = PaymentConditions()


class PaymentConditionLost(Event, name="direct-payments/condition-lost"):
    """A condition without which no direct payment may be made is no longer met (s 33(4))."""

    payment: PaymentId
    which: Condition


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


class DirectPaymentResumed(Event, name="direct-payments/direct-payment-resumed"):
    """A payment that was suspended went on."""

    payment: PaymentId


class RepaymentRequired(Event, name="direct-payments/repayment-required", taken_by=BY):
    """Repayment of some or all of a payment was required. The outcome is the sum, in pounds."""

    payment: PaymentId
    decision: Decision[Pounds]
