"""The years in which needs are met: what happens to an adult meanwhile."""

from __future__ import annotations

from swp_adapters.testing.lives.assessing import assessed, carer, determined
from swp_adapters.testing.lives.ending import closed, died
from swp_adapters.testing.lives.front_door import allocated
from swp_adapters.testing.lives.old_law import taken_over
from swp_adapters.testing.lives.protecting import concern, court
from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import synthetic
from swp_domain.assessment.events import AssessmentRequested
from swp_domain.assessment.vocabulary import Prompt
from swp_domain.case.events import ComplexityChanged
from swp_domain.case.vocabulary import ClosureOutcome, Complexity
from swp_domain.law.transitional_order_2015.art2_regime import CARE_ACT_BEGAN, EVE


def years(pen: Pen) -> None:
    """Season after season, until the case ends or nothing more is told."""
    while True:
        before = pen.day < CARE_ACT_BEGAN
        if before and (EVE - pen.day).days < 100:
            taken_over(pen)
        pen.after(60, 100)
        if pen.maybe(0.018):
            died(pen)
        if pen.maybe(0.008):
            closed(pen, *_other_endings(pen))
        _season(pen)


def _other_endings(pen: Pen) -> tuple[ClosureOutcome, str]:
    return pen.chance.choice(
        ((ClosureOutcome.MOVED, "moved to another area"), (ClosureOutcome.DECLINED, "wants no support any more"))
    )


def _season(pen: Pen) -> None:
    if pen.maybe(0.03):
        concern(pen)
    if pen.maybe(0.004):
        court(pen)
    if pen.maybe(0.03):
        pen.tell(ComplexityChanged(complexity=pen.chance.choice(tuple(Complexity))))
    if pen.maybe(0.03) and not pen.old_law:
        carer(pen)
    if pen.maybe(0.04):
        pen.worker = pen.team.decider(pen.chance)
        allocated(pen)
    if pen.maybe(0.03):
        _assessed_again(pen)


def _assessed_again(pen: Pen) -> None:
    """Needs or circumstances are believed to have changed."""
    assessment = pen.named("assessment")
    pen.tell(
        AssessmentRequested(assessment=assessment, prompt=Prompt.CHANGE, wanted=synthetic("more help than before"))
    )
    if assessed(pen, assessment, needs=1.0):
        determined(pen, assessment, eligible=True)
