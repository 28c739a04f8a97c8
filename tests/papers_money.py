"""The papers about money that tests submit: each lawful as it is, so that a test changes only what it is about."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from swp_domain.direct_payments.events import (
    CareHomeStayRecorded,
    DirectPaymentDecided,
    DirectPaymentRequested,
    DirectPaymentReviewed,
    DirectPaymentStarted,
    DirectPaymentStopped,
    EndOfPaymentDecided,
)
from swp_domain.direct_payments.vocabulary import CapacityRoute, Employed, EndGround, Payee, PaymentOutcome
from swp_domain.event import Event
from swp_domain.finance.events import (
    ChargeDecided,
    ChargeIssued,
    ChargingExplained,
    FinancialAssessmentCompleted,
    FinancialAssessmentRefused,
    PlacementDecided,
    PlacementPreferred,
    TopUpAgreed,
)
from swp_domain.finance.vocabulary import (
    Accommodation,
    ChargeOutcome,
    MeansOutcome,
    PlacementOutcome,
    TopUpOutcome,
    TopUpPayer,
)
from swp_domain.law.care_act_2014.s14_charging import ChargedFor
from swp_domain.law.care_act_2014.s31_direct_payments import PaymentConditions
from tests.papers import decided

E = TypeVar("E", bound=Event)

CONDITIONS_MET = PaymentConditions(
    capacity_to_request=True, prohibited=False, capable_of_managing=True, appropriate=True
)
CONDITIONS_MET_WITHOUT_CAPACITY = PaymentConditions(
    capacity_to_request=False,
    authorised_supports=True,
    prohibited=False,
    best_interests=True,
    capable_of_managing=True,
    appropriate=True,
)


def _paper(kind: type[E], usual: dict[str, Any], told: dict[str, Any]) -> E:
    return kind.model_validate({**usual, **told})


def payment_request(**told: Any) -> DirectPaymentRequested:
    return _paper(DirectPaymentRequested, {"payment": "p1"}, told)


def payment(outcome: PaymentOutcome = PaymentOutcome.AGREED, **told: Any) -> DirectPaymentDecided:
    usual = {
        "payment": "p1",
        "route": CapacityRoute.WITH_CAPACITY,
        "conditions": CONDITIONS_MET,
        "employed": Employed.NOT_RELATED,
        "decision": decided(outcome),
    }
    return _paper(DirectPaymentDecided, usual, told)


def payment_for_another(**told: Any) -> DirectPaymentDecided:
    """A payment to an authorised person, for an adult without capacity to ask for it."""
    usual = {
        "route": CapacityRoute.WITHOUT_CAPACITY,
        "conditions": CONDITIONS_MET_WITHOUT_CAPACITY,
        "payee": Payee.AUTHORISED,
    }
    return payment(**{**usual, **told})


def payment_started(**told: Any) -> DirectPaymentStarted:
    return _paper(DirectPaymentStarted, {"payment": "p1"}, told)


def payment_reviewed(**told: Any) -> DirectPaymentReviewed:
    return _paper(DirectPaymentReviewed, {"payment": "p1"}, told)


def payment_stopped(**told: Any) -> DirectPaymentStopped:
    return _paper(DirectPaymentStopped, {"payment": "p1"}, told)


def payment_ends(ground: EndGround = EndGround.CONDITION_LOST, **told: Any) -> EndOfPaymentDecided:
    usual = {"payment": "p1", "notice_given": True, "needs_now_met": True, "decision": decided(ground)}
    return _paper(EndOfPaymentDecided, usual, told)


def care_home_stay(last_night: str, **told: Any) -> CareHomeStayRecorded:
    return _paper(CareHomeStayRecorded, {"payment": "p1", "last_night": date.fromisoformat(last_night)}, told)


def means(outcome: MeansOutcome = MeansOutcome.CONTRIBUTES, **told: Any) -> FinancialAssessmentCompleted:
    return _paper(FinancialAssessmentCompleted, {"financial": "f1", "decision": decided(outcome)}, told)


def means_refused(**told: Any) -> FinancialAssessmentRefused:
    return _paper(FinancialAssessmentRefused, {}, told)


def explained(**told: Any) -> ChargingExplained:
    return _paper(ChargingExplained, {}, told)


def charge(what: ChargedFor = ChargedFor.CARE_AT_HOME, **told: Any) -> ChargeDecided:
    usual = {"charge": "c1", "charged_for": what, "decision": decided(ChargeOutcome.CHARGE)}
    return _paper(ChargeDecided, usual, told)


def invoice(**told: Any) -> ChargeIssued:
    return _paper(ChargeIssued, {"charge": "c1"}, told)


def preference(**told: Any) -> PlacementPreferred:
    return _paper(PlacementPreferred, {"placement": "w1", "accommodation": Accommodation.CARE_HOME}, told)


def place(outcome: PlacementOutcome = PlacementOutcome.ARRANGED, **told: Any) -> PlacementDecided:
    usual = {
        "placement": "w1",
        "type_in_plan": True,
        "suitable": True,
        "available": True,
        "terms_agreed": True,
        "within_budget": True,
        "decision": decided(outcome),
    }
    return _paper(PlacementDecided, usual, told)


def top_up(**told: Any) -> TopUpAgreed:
    usual = {
        "placement": "w1",
        "payer": TopUpPayer.THIRD_PARTY,
        "written": True,
        "willing_and_able": True,
        "decision": decided(TopUpOutcome.AGREED),
    }
    return _paper(TopUpAgreed, usual, told)
