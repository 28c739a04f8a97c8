"""Money: means, charges and what was said of them, top-ups, and direct payments from request to end.

What an account leaves out of a charge (for which time, for what) stays untold, so that the record asks a
person to look where it would otherwise say that the law was broken.
"""

from __future__ import annotations

import re
from typing import Final

from swp_adapters.exchange import chronology_services as services
from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import COUNCIL, council_acts, kind_of
from swp_adapters.exchange.chronology_desk import NOT_YET, Desk, Weight
from swp_adapters.exchange.chronology_excuses import died_by, looked_about_then, replaced
from swp_adapters.exchange.chronology_vocabulary import ALREADY_CARING
from swp_domain.decision import Decision
from swp_domain.direct_payments.events import (
    DirectPaymentRequested,
    DirectPaymentReviewed,
    DirectPaymentStarted,
    DirectPaymentStopped,
)
from swp_domain.finance.events import (
    ChargeIssued,
    ChargingExplained,
    FinancialAssessmentCompleted,
    FinancialAssessmentRefused,
    FreePeriodNoted,
    TopUpAgreed,
)
from swp_domain.finance.vocabulary import MeansOutcome, TopUpOutcome, TopUpPayer
from swp_domain.law.care_act_2014.s14_charging import ChargedFor
from swp_domain.party import Party, Whose

_MONEY: Final = ("charg", "cost", "contribut", "financ", "fee", "pay", "fund")
_REFUSED: Final = ("refus", "declin", "no-disclosure", "not-co-operat")
_OUTCOMES: Final = (
    ("above", MeansOutcome.ABOVE_LIMIT),
    ("self-fund", MeansOutcome.ABOVE_LIMIT),
    ("full cost", MeansOutcome.ABOVE_LIMIT),
    ("nil", MeansOutcome.NOTHING),
    ("nothing", MeansOutcome.NOTHING),
)
_LOOKS: Final = frozenset({"assessment-completed", "review-completed"})
_CHARGED_FOR: Final = (
    ("reabl", ChargedFor.REABLEMENT),
    ("intermediate", ChargedFor.REABLEMENT),
    ("after-care", ChargedFor.AFTER_CARE),
    ("aftercare", ChargedFor.AFTER_CARE),
    ("117", ChargedFor.AFTER_CARE),
)


def means_assessed(desk: Desk, source: Happening) -> str | None:
    """Means were assessed by the council, or the person did not want that."""
    said = _said(source)
    if any(word in said for word in _REFUSED):
        desk.put(FinancialAssessmentRefused(proof=_proof(source)), source)
        return None
    outcome = next((found for word, found in _OUTCOMES if word in said), MeansOutcome.CONTRIBUTES)
    assessed = FinancialAssessmentCompleted(
        financial=desk.new("financial-assessment"), whose=_whose(source), decision=Decision(outcome=outcome)
    )
    desk.put(assessed, source, by=COUNCIL)
    return None


def explained(desk: Desk, source: Happening) -> str | None:
    """What the council told the person may have been about charges, unless it is told to be about something else."""
    if not council_acts(source.by):
        return NOT_YET
    if source.type is None or any(word in source.type.lower() for word in _MONEY):
        desk.put(ChargingExplained(proof=_proof(source)), source)
    return None


def written(desk: Desk, source: Happening) -> None:
    """A letter that is said to be about money explains charges as well as a leaflet does."""
    if source.type:
        explained(desk, source)


def charged(desk: Desk, source: Happening) -> str | None:
    """A charge is judged on the latest day it can have been: what came before it may have been done by then."""
    what = next((found for word, found in _CHARGED_FOR if word in _said(source)), None)
    # One obligation, however often an account speaks of its invoices; another where it says what for.
    name = re.sub(r"[^a-z0-9]+", "-", (source.type or "").lower()).strip("-")
    charge = "-".join(filter(None, ("charge", name[:40])))
    on = min(source.occurred.latest, desk.as_at)
    _free_times(desk, source)
    issued = ChargeIssued(charge=charge, charged_for=what, whose=_whose(source))
    if source.by in ALREADY_CARING and desk.served(source):
        # Whoever provides for a council may charge on its behalf, or for something of its own: look.
        desk.put(issued, source, on=on, by=COUNCIL, weight=Weight.APPEARANCE)
    else:
        desk.put(issued, source, on=on)
    return None


def topped_up(desk: Desk, source: Happening) -> str | None:
    """A top-up that was agreed in writing, as the act says."""
    agreed = TopUpAgreed(
        placement=desk.new("placement"),
        payer=TopUpPayer.PERSON if source.by == "adult" else TopUpPayer.THIRD_PARTY,
        written=True,
        decision=Decision(outcome=TopUpOutcome.AGREED),
    )
    desk.put(agreed, source, by=COUNCIL)
    return None


def payment_requested(desk: Desk, source: Happening) -> str | None:
    """Somebody asks for a direct payment."""
    asked_by = Party(kind=kind_of(source.by))
    event = DirectPaymentRequested(payment=desk.new("payment"), whose=_whose(source), asked_by=asked_by)
    desk.put(event, source, on=source.known)
    return None


def payment_started(desk: Desk, source: Happening) -> str | None:
    """The payment that was asked for begins, or one that nobody was seen to ask for."""
    whose = _whose(source)
    waiting = [
        name
        for name, one in desk.file.direct_payments.payments.items()
        if one.whose is whose and one.started_on is None and one.stopped_on is None
    ]
    payment = waiting[-1] if waiting else desk.new("payment")
    desk.put(DirectPaymentStarted(payment=payment, whose=whose), source)
    return None


def payment_stopped(desk: Desk, source: Happening) -> str | None:
    """The payment that runs stops or is suspended, judged on the latest day it can have been.

    What it paid for is then not shown to be given, unless something else began in its place.
    """
    running = _running(desk, _whose(source))
    payment = running[-1] if running else desk.new("payment")
    event = DirectPaymentStopped(payment=payment, suspended="suspend" in _said(source))
    looked = [one.occurred.latest for one in desk.before(source) if one.act in _LOOKS and council_acts(one.by)]
    on = min(source.occurred.latest, desk.as_at)
    if any(one <= source.occurred.earliest for one in looked):
        on = source.occurred.earliest  # The sooner after a look, the better for the council.
    weight = Weight.INFERRED if looked_about_then(desk, source) else Weight.FACT
    desk.put(event, source, on=on, weight=weight)
    if council_acts(source.by) and _whose(source) is Whose.ADULT and not _excused(desk, source):
        services.not_shown(desk, source, on)
    return None


def _excused(desk: Desk, source: Happening) -> bool:
    return replaced(desk, source) or died_by(desk, source)


def payments_reviewed(desk: Desk, source: Happening) -> None:
    """A review of the plan by the council looks at the direct payments in it."""
    if council_acts(source.by):
        for payment in _running(desk, _whose(source)):
            desk.put(DirectPaymentReviewed(payment=payment), source)


def _running(desk: Desk, whose: Whose) -> list[str]:
    payments = desk.file.direct_payments.payments
    return [name for name, one in payments.items() if one.runs and one.whose is whose]


def _free_times(desk: Desk, source: Happening) -> None:
    """The times that are free, as far as they are certain on the day of a charge, each put once."""
    known = [entry.event.until for entry in desk.entries if isinstance(entry.event, FreePeriodNoted)]
    on = min(source.occurred.latest, desk.as_at)
    for fact in desk.chronology.facts("free-period"):
        begins = fact.begins.latest if fact.begins else None
        until = fact.ends.earliest if fact.ends else None
        if begins is not None and begins <= min(on, until or on) and until not in known:
            desk.put(FreePeriodNoted(until=until), None, on=begins)


def _proof(source: Happening) -> bool | None:
    return False if source.received == "disputed" else None


def _whose(source: Happening) -> Whose:
    return Whose.CARER if source.subject == "carer" else Whose.ADULT


def _said(source: Happening) -> str:
    return " ".join(filter(None, (source.type, source.result, source.decision))).lower()
