"""Means, charges and direct payments."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from swp_adapters.testing.lives.planning import Support
from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import synthetic
from swp_domain.decision import Decision
from swp_domain.direct_payments.events import (
    DirectPaymentDecided,
    DirectPaymentRequested,
    DirectPaymentReviewed,
)
from swp_domain.direct_payments.vocabulary import CapacityRoute, Employed, PaymentOutcome
from swp_domain.finance.events import (
    ChargeDecided,
    ChargingExplained,
    FinancialAssessmentCompleted,
    FinancialAssessmentGiven,
)
from swp_domain.finance.vocabulary import ChargeOutcome, MeansOutcome
from swp_domain.law.care_act_2014.s14_charging import ChargedFor
from swp_domain.law.care_act_2014.s31_direct_payments import PaymentConditions

_CONDITIONS: Final = PaymentConditions(
    capacity_to_request=True, prohibited=False, capable_of_managing=True, appropriate=True
)


def means(pen: Pen) -> Decimal:
    """Charging is explained, means are assessed, and the council decides what to charge: pounds a week."""
    pen.tell(ChargingExplained(proof=True))
    pen.after(3, 20)
    financial = pen.named("financial")
    weekly = Decimal(pen.chance.choice((0, 0, 25, 40, 60)))
    pen.tell(
        FinancialAssessmentCompleted(
            financial=financial,
            capital=Decimal(pen.chance.randint(1, 14) * 1000),
            weekly=weekly,
            consented=True,
            decision=Decision(
                outcome=MeansOutcome.CONTRIBUTES if weekly else MeansOutcome.NOTHING,
                reasons=synthetic("by the papers that were shown"),
            ),
        )
    )
    pen.tell(FinancialAssessmentGiven(financial=financial))
    return weekly


def charged(pen: Pen, support: Support, weekly: Decimal) -> None:
    """Whether to charge is decided by the council itself."""
    if not weekly:
        return
    decision = Decision(outcome=ChargeOutcome.CHARGE, reasons=synthetic("what the person can pay"))
    pen.tell(
        ChargeDecided(
            charge=pen.named("charge"),
            charged_for=ChargedFor.CARE_HOME if support.housing.home else ChargedFor.CARE_AT_HOME,
            financial=f"financial-{pen.count('financial')}",
            weekly=weekly,
            from_day=pen.day,
            counts_home=False,
            decision=decision,
        ),
        by=pen.staff.council_desk.lead,
    )


def direct_payment(pen: Pen, support: Support) -> None:
    """The adult asks for a direct payment, with capacity to do so, and gets one."""
    payment = pen.named("payment")
    pen.tell(DirectPaymentRequested(payment=payment))
    pen.after(2, 15)
    pen.tell(
        DirectPaymentDecided(
            payment=payment,
            route=CapacityRoute.WITH_CAPACITY,
            conditions=_CONDITIONS,
            employed=Employed.NOT_RELATED,
            decision=Decision(outcome=PaymentOutcome.AGREED, reasons=synthetic("each condition was looked at")),
        )
    )
    support.payment = payment


def payment_reviewed(pen: Pen, support: Support) -> None:
    """The making of the payment is looked at."""
    pen.tell(DirectPaymentReviewed(payment=support.payment, conditions=_CONDITIONS))
