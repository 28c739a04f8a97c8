"""Reviews of a plan: what asks for one, what calls for one, what is one, and what a crisis is answered with.

Only an adult whom the council already supports has a plan to review; of anybody else, the same words may show a need.
A review, a plan and a reassessment answer whatever was asked for before them; letters and clinics do not.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import council_acts, kind_of
from swp_adapters.exchange.chronology_desk import Desk, Weight
from swp_adapters.exchange.chronology_needs import NEEDS
from swp_adapters.exchange.chronology_vocabulary import PERSONS_SIDE
from swp_domain.decision import Decision
from swp_domain.duty import Duty
from swp_domain.party import Party, Whose
from swp_domain.review.events import (
    CircumstancesChanged,
    CrisisAnswered,
    ReviewCompleted,
    ReviewOutcomeGiven,
    ReviewRequested,
    ReviewRequestWithdrawn,
)
from swp_domain.review.rules import AFTER_A_CHANGE, AS_REQUESTED, CRISIS, YEARLY
from swp_domain.review.vocabulary import CrisisAnswer, ReviewKind, ReviewOutcome, WhatChanged

_ANSWERS: Final = {
    "urgent-support-provided": CrisisAnswer.URGENT_SUPPORT,
    "service-started": CrisisAnswer.MORE_SUPPORT,
    "service-changed": CrisisAnswer.MORE_SUPPORT,
    "direct-payment-started": CrisisAnswer.MORE_SUPPORT,
    "moved-accommodation": CrisisAnswer.MORE_SUPPORT,
    "hospital-admission": CrisisAnswer.HOSPITAL,
    "assessment-started": CrisisAnswer.SEEN,
    "assessment-completed": CrisisAnswer.SEEN,
    "safeguarding-decision": CrisisAnswer.SEEN,
    "safeguarding-meeting-held": CrisisAnswer.SEEN,
    "enquiry-started": CrisisAnswer.SEEN,
}
_OUTCOMES: Final = {
    "decrease": ReviewOutcome.DECREASE,
    "unchanged": ReviewOutcome.UNCHANGED,
    "increase": ReviewOutcome.INCREASE,
    "ended": ReviewOutcome.ENDED,
}
# An account that tells a crisis only to within more than a month cannot carry a clock of three days.
_TOLD_CLOSELY: Final = timedelta(days=31)
_OUTSIDERS: Final = frozenset({"provider", "care-home", "police", "ambulance", "hospital-trust", "health-professional"})
_LOOK_AT_THE_PLAN: Final = frozenset({"assessment-completed", "moved-accommodation"})
"""What a council does that cannot be done without looking at the plan again."""


def requested(desk: Desk, source: Happening) -> str | None:
    """Somebody asks for a review; asking again adds nothing to a wait that runs."""
    if not council_acts(source.by) and _owed(desk) is None:
        _ask(desk, source)
    return None


def wished(desk: Desk, source: Happening) -> bool:
    """A wish for another service, or another home, of somebody who has a plan is a request to review it."""
    if source.by not in PERSONS_SIDE or not desk.served(source):
        return False
    requested(desk, source)
    return True


def carer_unable(desk: Desk, source: Happening) -> None:
    """A carer who cannot go on changes what a plan rests on, and somebody must act in days, plan or no plan."""
    _change(desk, source, WhatChanged.CARER_UNABLE)


def incident(desk: Desk, source: Happening) -> bool:
    """What befell somebody whom the council knows, and was reported to it, may be a crisis."""
    told, served = source.known, desk.served(source)
    known = served or desk.owed(NEEDS) is not None
    if not known or (source.by not in _OUTSIDERS and source.by not in PERSONS_SIDE):
        return False
    if told.latest - told.earliest <= _TOLD_CLOSELY:
        _change(desk, source, WhatChanged.CRISIS)
    return True


def not_wanted(desk: Desk, source: Happening) -> bool:
    """The adult's side does not want the review that was to come: whether there was one to come."""
    asked = desk.owed(AS_REQUESTED)
    if asked is not None:
        desk.put(ReviewRequestWithdrawn(review=asked.subject), source)
    elif desk.owed(YEARLY[Whose.ADULT]) is None:
        return False
    else:
        _complete(desk, source, Weight.INFERRED)
    return True


def planned(desk: Desk, source: Happening) -> None:
    """A plan of the council answers what asked for a review."""
    if not council_acts(source.by) or not source.statutory or "carer" in (source.subject, source.type, source.to):
        return
    if _owed(desk) is not None:
        _complete(desk, source, Weight.INFERRED)


def reviewed(desk: Desk, source: Happening) -> None:
    """A review by the council, whatever it was called for."""
    if council_acts(source.by) and source.statutory:
        _complete(desk, source, Weight.FACT)


def heard(desk: Desk, source: Happening) -> None:
    """What any act means for a review or a crisis that is owed."""
    if not council_acts(source.by) and source.act != "hospital-admission":
        return
    crisis = desk.owed(CRISIS)
    if crisis is not None and source.act in _ANSWERS and source.commissioned:
        desk.put(CrisisAnswered(review=crisis.subject, how=_ANSWERS[source.act]), source)
    if source.act in ("decision-notified", "reasons-given"):
        _notified(desk, source)
    elif source.act in _LOOK_AT_THE_PLAN and source.statutory and source.subject != "carer" and _awaited(desk):
        _complete(desk, source, Weight.INFERRED)


def _notified(desk: Desk, source: Happening) -> None:
    """What is notified while a review is owed is its outcome; after one was held, it tells it."""
    if _owed(desk) is not None:
        _complete(desk, source, Weight.INFERRED)
    for name, one in desk.file.review.reviews.items():
        if one.completed_on is not None and one.told_on is None:
            desk.put(ReviewOutcomeGiven(review=name), source)


def _awaited(desk: Desk) -> bool:
    return _owed(desk) is not None or desk.owed(YEARLY[Whose.ADULT]) is not None


def _owed(desk: Desk) -> Duty | None:
    return desk.owed(AS_REQUESTED) or desk.owed(AFTER_A_CHANGE)


def _ask(desk: Desk, source: Happening) -> None:
    asked_by = Party(kind=kind_of(source.by))
    desk.put(ReviewRequested(review=desk.new("review"), asked_by=asked_by), source, on=source.known)


def _change(desk: Desk, source: Happening, what: WhatChanged) -> None:
    """A change while a review is owed calls for the same one; a crisis calls for more than a review."""
    if desk.owed(CRISIS) is None:
        owed = _owed(desk)
        review = owed.subject if owed else desk.new("review")
        event = CircumstancesChanged(review=review, what=what, no_plan=not desk.served(source))
        desk.put(event, source, on=source.known, weight=Weight.APPEARANCE)


def _complete(desk: Desk, source: Happening, weight: Weight) -> None:
    owed, crisis = _owed(desk), desk.owed(CRISIS)
    which = owed or crisis
    outcome = _OUTCOMES.get((source.result or source.decision or "").lower(), ReviewOutcome.NOT_TOLD)
    event = ReviewCompleted(
        review=which.subject if which else desk.new("review"),
        kind=ReviewKind.REQUESTED if which else ReviewKind.PLANNED,
        decision=Decision(outcome=outcome, reasons="Not told in the chronology"),
    )
    desk.put(event, source, weight=weight)
