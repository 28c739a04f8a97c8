"""What the NHS has to do with somebody in a nursing home: nursing that it funds, and all of it for a few."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Final

from swp_adapters.testing.lives.healthcare import decided, looked_at, notified, recommended, screened
from swp_adapters.testing.lives.housing import Housing
from swp_adapters.testing.others import CLINICIAN, NHS
from swp_adapters.testing.pen import Over, Pen
from swp_adapters.testing.words import synthetic
from swp_domain.continuing_healthcare.events import (
    FastTrackCarePutInPlace,
    FastTrackCompleted,
    FastTrackReceived,
    HealthcareEligibilityDecided,
    HealthcareReviewed,
    NursingCareFunded,
    NursingCareFundingEnded,
)
from swp_domain.continuing_healthcare.vocabulary import (
    ChecklistOutcome,
    HealthcareOutcome,
    NursingEnd,
)
from swp_domain.decision import Decision
from swp_domain.law.healthcare_framework.clocks import decision as time_to_decide
from swp_domain.law.standing_rules_2012.reg21_fast_track import FastTrackFacts
from swp_domain.law.standing_rules_2012.reg28_nursing import RATES, rates_on

_DYING: Final = FastTrackFacts(
    responsible_for_treatment=True,
    nurse_or_doctor=True,
    rapidly_deteriorating=True,
    may_be_entering_terminal_phase=True,
)


def considered(pen: Pen, housing: Housing) -> None:
    """Before the NHS pays for the nursing somebody is screened, most of the time; a few are found eligible for all."""
    if housing.since is None:
        raise Over
    pen.until(housing.since)
    if not time_to_decide.in_force(pen.day):
        return
    if pen.ending is not None and pen.ending.died and pen.maybe(0.5):
        pen.meanwhile("fast track", _fast_track)
    if housing.taken_on_after is not None:
        pen.meanwhile("taken on", lambda later: _taken_on(later, housing))
    elif pen.maybe(0.6):
        pen.meanwhile("asked", looked_at)
    if pen.maybe(0.85):
        pen.after(0, 5)
        which = pen.named("consideration")
        screened(pen, which, housing, ChecklistOutcome.NEGATIVE)
        _nursing(pen, housing, first=None)
    else:
        pen.after(0, 10)
        _nursing(pen, housing, first=False)


def _nursing(pen: Pen, housing: Housing, first: bool | None) -> None:
    """The NHS pays for nursing, at the rate of each year, until it pays for everything."""
    pen.after(3, 30)
    taken_on = housing.since and housing.taken_on_after and housing.since + timedelta(days=housing.taken_on_after)
    while True:
        rates = rates_on(pen.day, pen.day)
        weekly: Decimal | None = rates[-1].standard if rates else None
        pen.tell(NursingCareFunded(weekly=weekly, higher=False, healthcare_considered=first), by=NHS)
        following = min((one.first for one in RATES if one.first > pen.day), default=None)
        if taken_on and (following is None or taken_on <= following):
            pen.until(taken_on)
            pen.tell(NursingCareFundingEnded(why=NursingEnd.HEALTHCARE), by=NHS)
            return
        if following is None:
            return
        pen.until(following)


def _taken_on(pen: Pen, housing: Housing) -> None:
    """Somebody whose needs have grown is found eligible on the day from which the NHS pays for all of it."""
    if housing.since is None or housing.taken_on_after is None:
        raise Over
    decided_on = housing.since + timedelta(days=housing.taken_on_after)
    pen.until(decided_on - timedelta(days=pen.chance.randint(25, 100)))
    which = pen.named("consideration")
    screened(pen, which, housing, ChecklistOutcome.POSITIVE)
    received = notified(pen, which)
    pen.until(decided_on - timedelta(days=pen.chance.randint(2, 8)))
    recommended(pen, which, HealthcareOutcome.ELIGIBLE)
    pen.until(decided_on)
    decided(pen, which, received, HealthcareOutcome.ELIGIBLE, HealthcareOutcome.ELIGIBLE)
    pen.after(80, 88 if pen.maybe(0.6) else 160)
    while True:
        pen.tell(HealthcareReviewed(consideration=which, meets_needs=True, eligibility_to_be_looked_at=False), by=NHS)
        pen.after(330, 364 if pen.maybe(0.7) else 480)


def _fast_track(pen: Pen) -> None:
    """Somebody is dying, and a clinician says so: the NHS pays from then on, most of the time within two days."""
    ending = pen.ending
    if ending is None:
        raise Over
    pen.until(max(pen.day, ending.on - timedelta(days=pen.chance.randint(6, 40))))
    which = pen.named("consideration")
    pen.tell(FastTrackCompleted(consideration=which, facts=_DYING), by=CLINICIAN)
    pen.after(0, 1)
    pen.tell(FastTrackReceived(consideration=which), by=NHS)
    pen.after(0, 1 if pen.maybe(0.8) else 6)
    decision = Decision(outcome=HealthcareOutcome.ELIGIBLE, reasons=synthetic("the tool counts"))
    pen.tell(
        HealthcareEligibilityDecided(
            consideration=which, primary_health_need=True, council_consulted=True, decision=decision
        ),
        by=NHS,
    )
    pen.after(0, 2 if pen.maybe(0.7) else 9)
    pen.tell(FastTrackCarePutInPlace(consideration=which), by=NHS)
