"""How the direct payments of a case stand."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from swp_domain.direct_payments.events import (
    CareHomeStayRecorded,
    DirectPaymentChanged,
    DirectPaymentDecided,
    DirectPaymentRequested,
    DirectPaymentResumed,
    DirectPaymentReviewed,
    DirectPaymentStarted,
    DirectPaymentStopped,
    EndOfPaymentDecided,
)
from swp_domain.direct_payments.vocabulary import CapacityRoute, EndGround, PaymentOutcome
from swp_domain.entry import AnyEntry
from swp_domain.party import Whose
from swp_domain.stage import changed


@dataclass(frozen=True)
class OnePayment:
    """A direct payment on a day; ``weekly`` is pounds a week, as far as told."""

    whose: Whose = Whose.ADULT
    requested_on: date | None = None
    decided_on: date | None = None
    outcome: PaymentOutcome | None = None
    route: CapacityRoute | None = None
    started_on: date | None = None
    weekly: Decimal | None = None
    reviewed_on: date | None = None
    end_decided_on: date | None = None
    end_ground: EndGround | None = None
    suspended_on: date | None = None
    stopped_on: date | None = None

    @property
    def runs(self) -> bool:
        """Whether it is being paid, or only suspended."""
        return self.started_on is not None and self.stopped_on is None


@dataclass(frozen=True, slots=True)
class CareHomeStay:
    """Time in a care home that a payment bought: its first night and its last."""

    first_night: date
    last_night: date


@dataclass(frozen=True)
class DirectPaymentsState:
    """All direct payments, by identifier, and the stays in care homes that they bought."""

    payments: dict[str, OnePayment] = field(default_factory=dict)
    stays: tuple[CareHomeStay, ...] = ()

    def named(self, which: str) -> OnePayment | None:
        """The payment by that identifier, where the file knows it."""
        return self.payments.get(which)


def evolve(state: DirectPaymentsState, entry: AnyEntry) -> DirectPaymentsState:
    """The direct payments after one more entry."""
    on = entry.occurred_on
    match entry.event:
        case DirectPaymentRequested(payment=which, whose=whose):
            return _with(state, which, whose=whose, requested_on=on)
        case DirectPaymentStarted(payment=which, whose=whose, weekly=weekly):
            return _with(state, which, whose=whose, started_on=on, stopped_on=None, weekly=weekly)
        case DirectPaymentChanged(payment=which, weekly=weekly):
            return _with(state, which, weekly=weekly)
        case DirectPaymentReviewed(payment=which):
            return _with(state, which, reviewed_on=on)
        case DirectPaymentStopped(payment=which, suspended=True):
            return _with(state, which, suspended_on=on)
        case DirectPaymentStopped(payment=which):
            return _with(state, which, stopped_on=on)
        case DirectPaymentResumed(payment=which):
            return _with(state, which, suspended_on=None)
        case CareHomeStayRecorded(last_night=last_night):
            return changed(state, stays=(*state.stays, CareHomeStay(on, last_night)))
    return _decided(state, entry) if entry.counts else state


def _decided(state: DirectPaymentsState, entry: AnyEntry) -> DirectPaymentsState:
    """What decisions add. One that the law did not let be taken made nothing of a payment."""
    on = entry.occurred_on
    match entry.event:
        case DirectPaymentDecided(payment=which, decision=decision, route=route):
            return _with(state, which, decided_on=on, outcome=decision.outcome, route=route)
        case EndOfPaymentDecided(payment=which, decision=decision):
            return _with(state, which, end_decided_on=on, end_ground=decision.outcome)
    return state


def _with(state: DirectPaymentsState, which: str, **changes: Any) -> DirectPaymentsState:
    one = changed(state.payments.get(which, OnePayment()), **changes)
    return changed(state, payments={**state.payments, which: one})
