"""What the invented cases of the pilots hold: the decisions that were typical of each, under the law of the day."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from swp_adapters.pilots.budgets import budgeted, needs_of, planned
from swp_adapters.pilots.parts import Way
from swp_adapters.testing.lives.assessing import assessed, determined
from swp_adapters.testing.lives.ending import closed, died
from swp_adapters.testing.lives.paying import direct_payment
from swp_adapters.testing.lives.planning import Support, served
from swp_adapters.testing.lives.protecting import concern
from swp_adapters.testing.lives.speaking import note
from swp_adapters.testing.pen import Over
from swp_adapters.testing.words import RELATIONS, synthetic
from swp_domain.assessment.events import CarerIdentified, CarersAssessmentCompleted
from swp_domain.assessment.vocabulary import Conclusion
from swp_domain.case.events import CaseClosed
from swp_domain.case.vocabulary import ClosureOutcome, LeftOpen
from swp_domain.decision import Decision
from swp_domain.eligibility.events import AdviceGiven
from swp_domain.law.care_act_2014.s9_assessment import Appearance
from swp_domain.law.care_act_2014.s27_review import ReviewFacts
from swp_domain.planning.events import ServiceStarted
from swp_domain.planning.vocabulary import ServiceKind, Unit
from swp_domain.referral.events import ReferralReceived, ReferralTriaged
from swp_domain.referral.vocabulary import Source, TriageOutcome
from swp_domain.responsibility.events import CohortRecorded
from swp_domain.responsibility.vocabulary import MoveGround
from swp_domain.review.events import ReviewCompleted, ReviewOutcomeGiven
from swp_domain.review.vocabulary import ReviewKind, ReviewOutcome

if TYPE_CHECKING:
    from swp_adapters.pilots.cases import CasePen

ABOVE_THE_THRESHOLD: Final = "people with eligible needs"
"""The client group of whoever came into the council's services after all."""

_FIRST_LOOK: Final = timedelta(days=70)
_NEXT_LOOK: Final = timedelta(days=330)


def supported(pen: CasePen, assessment: str) -> None:
    """Needs are assessed, found eligible, and met by services or a direct payment, year after year."""
    assessed(pen, assessment, needs=1.0)
    if pen.way is Way.CARER:
        _carer(pen)
    if pen.way is Way.CONCERN:
        concern(pen)
    found = determined(pen, assessment, eligible=True)
    support = Support(found.id, found.outcomes)
    if pen.way is Way.DIRECT_PAYMENT:
        direct_payment(pen, support)
    budgeted(pen, support)
    pen.after(1, 14)
    served(pen, support)
    pen.support = support
    seasons(pen, support)


def _carer(pen: CasePen) -> None:
    """Somebody who cares for the adult is assessed too."""
    carer, assessment = pen.chance.choice(RELATIONS[:6]), pen.named("assessment")
    pen.tell(CarerIdentified(carer=carer, relation=carer, assessment=assessment))
    pen.after(3, 30)
    decision = Decision(outcome=Conclusion.NEEDS, reasons=synthetic("a break now and then"))
    pen.tell(CarersAssessmentCompleted(assessment=assessment, carer=carer, decision=decision))


def seasons(pen: CasePen, support: Support) -> None:
    """Visits, and a review within three months and then every year; some are late."""
    due, kind = pen.day + _FIRST_LOOK, ReviewKind.LIGHT_TOUCH
    while True:
        pen.after(20, 50)
        if pen.maybe(0.006) and not pen.at_home:
            died(pen)
        note(pen)
        if pen.maybe(0.015) and not pen.at_home:
            concern(pen)
        if pen.day >= due and pen.maybe(0.8):
            _reviewed(pen, support, kind)
            due, kind = pen.day + _NEXT_LOOK, ReviewKind.PLANNED


def _reviewed(pen: CasePen, support: Support, kind: ReviewKind) -> None:
    decision = Decision(outcome=ReviewOutcome.UNCHANGED, reasons=synthetic("what is given still fits"))
    facts = ReviewFacts(involved=True, outcomes_looked_at=True, circumstances_changed=False)
    review, plan = pen.named("review"), support.plan or None
    pen.tell(ReviewCompleted(review=review, plan=plan, kind=kind, facts=facts, decision=decision))
    pen.after(0, 9)
    pen.tell(ReviewOutcomeGiven(review=review))


def equipped(pen: CasePen, assessment: str) -> None:
    """Somebody who loses sight or hearing is assessed and given equipment; it is looked at, and the case closes."""
    assessed(pen, assessment, needs=1.0)
    found = determined(pen, assessment, eligible=True)
    support = Support(found.id, found.outcomes, plan=pen.named("plan"))
    pen.after(1, 9)
    planned(pen, support, needs_of(support), None)
    pen.after(3, 25)
    pen.tell(
        ServiceStarted(
            service=pen.named("service"),
            plan=support.plan,
            kind=ServiceKind.EQUIPMENT,
            needs=tuple(one.need for one in needs_of(support)),
            provider="Harbour Equipment (synthetic)",
            unit=Unit.ITEM,
            quantity=Decimal(1),
        )
    )
    pen.after(25, 60)
    _reviewed(pen, support, ReviewKind.LIGHT_TOUCH)
    pen.after(1, 14)
    decision = Decision(outcome=ClosureOutcome.OTHER, reasons=synthetic("the equipment is used and stays"))
    pen.tell(CaseClosed(left_open=(LeftOpen.PLAN, LeftOpen.SERVICES), decision=decision))
    raise Over


def advised(pen: CasePen, assessment: str) -> None:
    """Needs are below the threshold: advice is given. Some come into the council's services later."""
    assessed(pen, assessment, needs=1.0)
    found = determined(pen, assessment, eligible=False)
    pen.tell(AdviceGiven(determination=found.id, advice=synthetic("what the neighbourhood offers")))
    pen.after(20, 60)
    note(pen)
    if not pen.comes_later:
        closed(pen, ClosureOutcome.OTHER, "no needs are eligible, and advice was given")
    pen.after(150, 300)
    referral = ReferralReceived(
        referral=pen.named("referral"), source=Source.FAMILY_OR_FRIEND, summary=synthetic("it goes less well")
    )
    pen.tell(referral, by=pen.staff.front_door.lead)
    pen.after(0, 5)
    pen.tell(CohortRecorded(client_groups=(ABOVE_THE_THRESHOLD,), area=pen.area), by=pen.staff.clerk)
    pen.to_the_council(MoveGround.LEFT_THE_COHORT)
    again = pen.named("assessment")
    decision = Decision(outcome=TriageOutcome.REASSESS, reasons=synthetic("the needs have grown"))
    needs = Appearance(appears_to_have_needs=True)
    pen.tell(ReferralTriaged(referral=referral.referral, assessment=again, appearance=needs, decision=decision))
    assessed(pen, again, needs=1.0)
    now = determined(pen, again, eligible=True)
    support = Support(now.id, now.outcomes)
    budgeted(pen, support)
    pen.after(5, 20)
    served(pen, support)
    seasons(pen, support)
