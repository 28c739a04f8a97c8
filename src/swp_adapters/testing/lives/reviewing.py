"""Reviews of plans, and what they change."""

from __future__ import annotations

from typing import Final

from swp_adapters.testing.lives.assessing import assessed, determined
from swp_adapters.testing.lives.paying import payment_reviewed
from swp_adapters.testing.lives.planning import Support, planned, served, services_ended
from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import synthetic
from swp_domain.assessment.events import AssessmentRequested
from swp_domain.assessment.vocabulary import Prompt
from swp_domain.decision import Decision
from swp_domain.law.care_act_2014.s27_review import Reassessment, ReviewFacts
from swp_domain.party import Whose
from swp_domain.planning.events import ChangeDecided, ChangeProposed, ConsultedOnChange, NoticeOfChangeGiven
from swp_domain.planning.vocabulary import ChangeGround, ChangeKind, ServiceEnd
from swp_domain.review.events import CircumstancesChanged, ReviewCompleted, ReviewOutcomeGiven, ReviewPlanned
from swp_domain.review.vocabulary import ReviewKind, ReviewOutcome, WhatChanged

_OUTCOMES: Final = (ReviewOutcome.UNCHANGED, ReviewOutcome.INCREASE, ReviewOutcome.DECREASE)


def reviewed(pen: Pen, support: Support, kind: ReviewKind, review: str = "") -> bool:
    """A review is held, and told; what the person gets goes on, or is planned anew after an assessment.

    Whether there is a new plan, of which the first review is then due.
    """
    which = review or pen.named("review")
    if kind is ReviewKind.PLANNED and not review:
        pen.tell(ReviewPlanned(review=which, plan=support.plan, planned_for=pen.day))
        pen.after(1, 20)
    outcome = pen.chance.choices(
        (ReviewOutcome.UNCHANGED, ReviewOutcome.INCREASE, ReviewOutcome.DECREASE), (70, 22, 8)
    )[0]
    changed = outcome is not ReviewOutcome.UNCHANGED
    if changed and not (support.services or support.payment):
        outcome, changed = ReviewOutcome.UNCHANGED, False
    if changed:
        _assessed_for_it(pen, support)
    pen.tell(
        ReviewCompleted(
            review=which,
            plan=support.plan,
            kind=kind,
            facts=ReviewFacts(
                involved=True,
                outcomes_looked_at=True,
                circumstances_changed=changed,
                reassessment=Reassessment.DONE if changed else None,
            ),
            decision=Decision(outcome=outcome, reasons=synthetic("the outcomes were gone through one by one")),
        )
    )
    pen.after(0, 9)
    pen.tell(ReviewOutcomeGiven(review=which))
    if changed:
        _changed(pen, support, outcome)
    if support.payment:
        payment_reviewed(pen, support)
    return changed


def ended_by_review(pen: Pen, support: Support) -> None:
    """A review ends what the council gives, because the NHS takes it on; nothing is left unmet by it."""
    review = pen.named("review")
    decision = Decision(outcome=ReviewOutcome.ENDED, reasons=synthetic("the NHS funds all of the care from now on"))
    facts = ReviewFacts(involved=True, outcomes_looked_at=True, circumstances_changed=False)
    pen.tell(
        ReviewCompleted(
            review=review, plan=support.plan or None, kind=ReviewKind.UNPLANNED, facts=facts, decision=decision
        )
    )
    services_ended(pen, support, ServiceEnd.NO_LONGER_NEEDED)
    pen.tell(ReviewOutcomeGiven(review=review))


def carers_plan_reviewed(pen: Pen, plan: str) -> None:
    """A carer's support plan is looked at, and goes on."""
    review = pen.named("review")
    decision = Decision(outcome=ReviewOutcome.UNCHANGED, reasons=synthetic("the carer means to go on"))
    facts = ReviewFacts(involved=True, outcomes_looked_at=True, circumstances_changed=False)
    pen.tell(ReviewCompleted(review=review, plan=plan, whose=Whose.CARER, facts=facts, decision=decision))
    pen.tell(ReviewOutcomeGiven(review=review))


def circumstances_changed(pen: Pen, support: Support) -> bool:
    """Something changes, and a review is owed for it; some wait long. Whether there is a new plan."""
    review = pen.named("review")
    what = pen.chance.choice((WhatChanged.HEALTH, WhatChanged.CARER, WhatChanged.HOME))
    pen.tell(CircumstancesChanged(review=review, what=what, crisis=False, account=synthetic("it is harder now")))
    if pen.maybe(0.1):
        return False
    pen.after(5, 40 if pen.maybe(0.8) else 120)
    return reviewed(pen, support, ReviewKind.UNPLANNED, review)


def _assessed_for_it(pen: Pen, support: Support) -> None:
    assessment = pen.named("assessment")
    pen.tell(AssessmentRequested(assessment=assessment, prompt=Prompt.CHANGE, wanted=synthetic("other help")))
    if assessed(pen, assessment, needs=1.0):
        found = determined(pen, assessment, eligible=True)
        support.determination, support.outcomes = found.id, found.outcomes


def _changed(pen: Pen, support: Support, outcome: ReviewOutcome) -> None:
    plan, before, change = support.plan, support.weekly, pen.named("change")
    kind = ChangeKind.INCREASE if outcome is ReviewOutcome.INCREASE else ChangeKind.DECREASE
    pen.tell(ChangeProposed(change=change, plan=plan, services=tuple(support.services), kind=kind))
    pen.after(1, 7)
    pen.tell(ConsultedOnChange(change=change, views=synthetic("agrees with it")))
    planned(pen, support, before * 0)
    pen.tell(
        ChangeDecided(
            change=change,
            plan=plan,
            services=tuple(support.services),
            ground=ChangeGround.NEEDS_CHANGED,
            weekly_before=before,
            weekly_after=support.weekly,
            needs_now_met=True,
            decision=Decision(outcome=_kind(before, support), reasons=synthetic("the needs found have changed")),
        )
    )
    pen.tell(NoticeOfChangeGiven(change=change, takes_effect_on=pen.day))
    pen.after(1, 10)
    if not support.payment:
        services_ended(pen, support, ServiceEnd.CHANGED)
        served(pen, support)


def _kind(before: object, support: Support) -> ChangeKind:
    if support.weekly == before:
        return ChangeKind.UNCHANGED
    return ChangeKind.INCREASE if support.weekly > before else ChangeKind.DECREASE  # type: ignore[operator]
