"""Adults supported before the Care Act, and the review that took them over."""

from __future__ import annotations

from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import synthetic
from swp_domain.case.events import OldLawSupportRecorded, TransitionReviewCompleted
from swp_domain.case.vocabulary import TransitionConclusion
from swp_domain.decision import Decision
from swp_domain.law.transitional_order_2015.art2_regime import CARE_ACT_BEGAN, EVE, OLD_LAW_ENDED, REVIEW_BY


def taken_over(pen: Pen) -> None:
    """Support stood on the eve of the Care Act; the case is reviewed within the year, or is not and stays owed it."""
    pen.until(EVE)
    pen.tell(OldLawSupportRecorded(), by=pen.staff.clerk)
    pen.old_support = True
    if pen.maybe(0.1):
        pen.until(OLD_LAW_ENDED)
        return
    pen.after(5, (REVIEW_BY - CARE_ACT_BEGAN).days)
    decision = Decision(outcome=TransitionConclusion.MEETING_NEEDS, reasons=synthetic("the needs go on being met"))
    pen.tell(TransitionReviewCompleted(decision=decision))
    pen.old_support = False
