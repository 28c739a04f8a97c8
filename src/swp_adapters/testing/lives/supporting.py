"""The years in which needs are met: what happens to an adult meanwhile."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from swp_adapters.testing.lives.assessing import Determined, assessed, determined
from swp_adapters.testing.lives.beside import begins_beside, comes_before_the_court
from swp_adapters.testing.lives.caring import carer
from swp_adapters.testing.lives.ending import closed, died
from swp_adapters.testing.lives.front_door import allocated
from swp_adapters.testing.lives.housing import Place, housing
from swp_adapters.testing.lives.old_law import taken_over
from swp_adapters.testing.lives.paying import charged, direct_payment, means
from swp_adapters.testing.lives.planning import Support, planned, served, services_ended
from swp_adapters.testing.lives.protecting import concern
from swp_adapters.testing.lives.reviewing import (
    carers_plan_reviewed,
    circumstances_changed,
    ended_by_review,
    reviewed,
)
from swp_adapters.testing.lives.speaking import complaint, note
from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import synthetic
from swp_domain.assessment.events import AssessmentRequested
from swp_domain.assessment.vocabulary import Prompt
from swp_domain.case.events import ComplexityChanged
from swp_domain.case.vocabulary import ClosureOutcome, Complexity
from swp_domain.law.transitional_order_2015.art2_regime import CARE_ACT_BEGAN, EVE
from swp_domain.planning.vocabulary import ServiceEnd
from swp_domain.review.vocabulary import ReviewKind

_BEFORE_A_YEAR_IS_OUT: Final = timedelta(days=215)
_FIRST_LOOK: Final = timedelta(days=45)


def supported(pen: Pen, found: Determined) -> None:
    """Needs are met, from the determination to the end of the case."""
    support = Support(found.id, found.outcomes, housing=housing(pen))
    begins_beside(pen, support.housing)
    if pen.old_law:
        pen.after(5, 30)
        served(pen, support)
        _until_the_care_act(pen, support)
    else:
        pays = means(pen)
        if pen.maybe(0.2) and support.housing.own_home:
            direct_payment(pen, support)
        _in_a_plan(pen, support)
        charged(pen, support, pays)
    _years(pen, support)


def _in_a_plan(pen: Pen, support: Support) -> None:
    planned(pen, support, support.weekly * 0)
    pen.after(1, 20)
    served(pen, support)


def _until_the_care_act(pen: Pen, support: Support) -> None:
    """The seasons of the old law, with no plan of its own here; then the case is taken over."""
    while (EVE - pen.day).days > 100:
        pen.after(60, 100)
        if pen.maybe(_dies(support)):
            died(pen)
        _season(pen, support)
    if pen.day < CARE_ACT_BEGAN:
        taken_over(pen)


def _years(pen: Pen, support: Support) -> None:
    """Season after season, until the case ends or nothing more is told."""
    due, kind = pen.day + _FIRST_LOOK, ReviewKind.LIGHT_TOUCH
    carers: list[str] = []
    while True:
        pen.after(25, 45) if kind is ReviewKind.LIGHT_TOUCH else pen.after(60, 100)
        if pen.maybe(_dies(support)):
            services_ended(pen, support, ServiceEnd.DIED)
            died(pen)
        if pen.maybe(0.006):
            services_ended(pen, support, ServiceEnd.MOVED)
            closed(pen, ClosureOutcome.MOVED, "moved to another area")
        if pen.old_law:
            continue
        if support.housing.taken_on(pen.day):
            _taken_on(pen, support)
            continue
        anew: bool | None = None
        if not support.plan:
            anew = _taken_into_a_plan(pen, support)
        elif pen.maybe(0.03):
            anew = circumstances_changed(pen, support) or None
        elif pen.day >= due and pen.maybe(0.8):
            anew = reviewed(pen, support, kind)
        if anew is not None:
            kind = ReviewKind.LIGHT_TOUCH if anew else ReviewKind.PLANNED
            due = pen.day + (_FIRST_LOOK if anew else _BEFORE_A_YEAR_IS_OUT)
        if carers and pen.maybe(0.35):
            carers_plan_reviewed(pen, pen.chance.choice(carers))
        if plan := _season(pen, support):
            carers.append(plan)


def _dies(support: Support) -> float:
    """How likely somebody is to die in a season; chosen, and from no source."""
    return 0.05 if support.housing.home else 0.018


def _taken_on(pen: Pen, support: Support) -> None:
    """The NHS pays for all of it from now on: the council's services end, and its reviews."""
    if support.services:
        ended_by_review(pen, support)
    _season(pen, support)


def _taken_into_a_plan(pen: Pen, support: Support) -> bool | None:
    """Somebody whose support began under the old law is assessed under the Care Act, and gets a plan."""
    assessment = pen.named("assessment")
    pen.tell(AssessmentRequested(assessment=assessment, prompt=Prompt.CHANGE, wanted=synthetic("nothing new")))
    if assessed(pen, assessment, needs=1.0):
        found = determined(pen, assessment, eligible=True)
        support.determination, support.outcomes = found.id, found.outcomes
        planned(pen, support, support.weekly * 0)
        return True
    return None


def _season(pen: Pen, support: Support) -> str:
    """What may happen in any season; the plan of a carer, where one was made."""
    for _ in range(pen.chance.choice((0, 1, 1, 2))):
        note(pen)
    if pen.maybe(0.04):
        concern(pen)
    if pen.maybe(0.004) and support.housing.place is not Place.SUPPORTED_LIVING:
        comes_before_the_court(pen)
    if pen.maybe(0.01):
        complaint(pen)
    if pen.maybe(0.03):
        pen.tell(ComplexityChanged(complexity=pen.chance.choice(tuple(Complexity))))
    if pen.maybe(0.04):
        pen.worker = pen.team.decider(pen.chance)
        allocated(pen)
    return carer(pen) if pen.maybe(0.02) and not pen.old_law and support.housing.own_home else ""
