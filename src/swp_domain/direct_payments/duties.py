"""What is owed about direct payments: a decision, reasons, reviews, and an end where a condition is lost."""

from __future__ import annotations

from swp_domain.direct_payments.events import (
    DirectPaymentDecided,
    DirectPaymentRequested,
    DirectPaymentRequestWithdrawn,
    DirectPaymentReviewed,
    DirectPaymentStarted,
    DirectPaymentStopped,
    PaymentConditionLost,
    PaymentDecisionGiven,
    PaymentReviewPrompted,
)
from swp_domain.direct_payments.vocabulary import PaymentOutcome
from swp_domain.law.care_act_2014 import CARE_ACT, GUIDANCE
from swp_domain.law.care_act_2014.s31_direct_payments import still_met
from swp_domain.law.direct_payments_regulations_2014 import DIRECT_PAYMENTS
from swp_domain.law.direct_payments_regulations_2014.reg7_review import first_review, next_review
from swp_domain.law.local_targets.payments import payment_decision, payment_ended, prompted_review
from swp_domain.law.local_targets.working_parameters import written_record
from swp_domain.law.rule import Regime
from swp_domain.owed import Opening, owed


def _refused(event: DirectPaymentDecided) -> bool:
    return event.decision.outcome is PaymentOutcome.REFUSED


def _goes_on(event: DirectPaymentReviewed) -> bool:
    return event.continues is not False


def _for_good(event: DirectPaymentStopped) -> bool:
    return not event.suspended


def _lost(event: DirectPaymentReviewed) -> bool:
    return any(one.shown is False for one in still_met.test(event.conditions))


def _all_met(event: DirectPaymentReviewed) -> bool:
    return all(one.shown for one in still_met.test(event.conditions))


DUTIES = (
    owed(
        "decide on the direct payment",
        rule="CA-31-03",
        provision=CARE_ACT["ss 31(2), 32(2)"],
        to="the person who asked",
        subject="payment",
        opened_by={DirectPaymentRequested: Opening(payment_decision)},
        discharged_by=(DirectPaymentDecided, DirectPaymentStarted),
        ended_by={DirectPaymentRequestWithdrawn: None},
        regime=Regime.CARE_ACT,
    ),
    owed(
        "give the reasons for refusing a direct payment",
        rule="CA-DP-06",
        provision=GUIDANCE["ch 12"].from_memory(),
        to="the person who asked",
        subject="payment",
        opened_by={DirectPaymentDecided: Opening(written_record, when=_refused)},
        discharged_by=(PaymentDecisionGiven,),
        regime=Regime.CARE_ACT,
    ),
    owed(
        "review the direct payment the first time",
        rule="CA-DP-01",
        provision=DIRECT_PAYMENTS["reg 7"],
        to="the person who is paid",
        subject="payment",
        opened_by={DirectPaymentStarted: Opening(first_review)},
        discharged_by=(DirectPaymentReviewed,),
        ended_by={DirectPaymentStopped: _for_good},
        regime=Regime.CARE_ACT,
        theme="P03",
        recurring=True,
    ),
    owed(
        "review the direct payment again",
        rule="CA-DP-02",
        provision=DIRECT_PAYMENTS["reg 7"],
        to="the person who is paid",
        subject="payment",
        opened_by={DirectPaymentReviewed: Opening(next_review, when=_goes_on)},
        discharged_by=(DirectPaymentReviewed,),
        ended_by={DirectPaymentStopped: _for_good},
        regime=Regime.CARE_ACT,
        theme="P03",
        recurring=True,
    ),
    owed(
        "review the direct payment that was called in question",
        rule="CA-DP-07",
        provision=DIRECT_PAYMENTS["reg 7"],
        to="the person who is paid",
        subject="payment",
        opened_by={PaymentReviewPrompted: Opening(prompted_review)},
        discharged_by=(DirectPaymentReviewed,),
        ended_by={DirectPaymentStopped: _for_good},
        regime=Regime.CARE_ACT,
        recurring=True,
    ),
    owed(
        "end the direct payment",
        rule="CA-DP-04",
        provision=CARE_ACT["s 33(4)"],
        subject="payment",
        opened_by={
            PaymentConditionLost: Opening(payment_ended),
            DirectPaymentReviewed: Opening(payment_ended, when=_lost),
        },
        discharged_by={DirectPaymentStopped: _for_good},
        ended_by={DirectPaymentReviewed: _all_met},
        regime=Regime.CARE_ACT,
        recurring=True,
    ),
)
