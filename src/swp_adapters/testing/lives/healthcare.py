"""One question of NHS continuing healthcare: noted, screened, put before a team, decided, and disputed."""

from __future__ import annotations

from datetime import date

from swp_adapters.testing.lives.housing import Housing
from swp_adapters.testing.lives.tool import PANEL, WITHOUT_COUNCIL, columns, levels
from swp_adapters.testing.others import ADULT, NHS
from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import synthetic
from swp_domain.continuing_healthcare.events import (
    ChecklistCompleted,
    ChecklistOutcomeTold,
    DecisionToolCompleted,
    HealthcareDecisionTold,
    HealthcareDisputeArose,
    HealthcareDisputeResolved,
    HealthcareEligibilityDecided,
    HealthcareSignsNoted,
    InterimFundingAgreed,
    LocalReviewDecided,
    LocalReviewRequested,
    NotificationReceived,
)
from swp_domain.continuing_healthcare.vocabulary import (
    ChecklistOutcome,
    Consent,
    DelayReason,
    Funder,
    HealthcareOutcome,
    Profession,
    ReviewResult,
)
from swp_domain.decision import Decision
from swp_domain.law.healthcare_framework.clocks import PAUSED
from swp_domain.law.healthcare_framework.clocks import decision as time_to_decide
from swp_domain.law.standing_rules_2012.reg21_primary_health_need import PrimaryNeedFacts


def looked_at(pen: Pen) -> None:
    """Needs grow, somebody notes it, and the NHS looks, and says no; some ask again, and the council may disagree."""
    pen.after(60, 800)
    if not time_to_decide.in_force(pen.day):
        return
    which = pen.named("consideration")
    pen.tell(HealthcareSignsNoted(consideration=which, signs=synthetic("the skin breaks down, and sleep is gone")))
    if pen.maybe(0.15):
        return  # noted, and nobody looked: that stays owed
    pen.after(4, 30)
    can_agree = Housing(cannot_decide=pen.maybe(0.6))
    positive = pen.maybe(0.75)
    screened(pen, which, can_agree, ChecklistOutcome.POSITIVE if positive else ChecklistOutcome.NEGATIVE)
    if not positive:
        pen.meanwhile("asked again", looked_at)
        return
    received = notified(pen, which)
    pen.after(12, 26 if pen.maybe(0.55) else 110)
    thought = HealthcareOutcome.ELIGIBLE if pen.maybe(0.15) else HealthcareOutcome.NOT_ELIGIBLE
    recommended(pen, which, thought)
    pen.after(0, 2 if pen.maybe(0.7) else 20)
    decided(pen, which, received, thought, HealthcareOutcome.NOT_ELIGIBLE)
    drawn = pen.chance.random()
    if drawn < 0.35 or thought is HealthcareOutcome.ELIGIBLE:
        _disputed(pen, which)
    elif drawn < 0.6:
        _asked_again(pen, which)


def screened(pen: Pen, which: str, housing: Housing, outcome: ChecklistOutcome) -> None:
    """The national checklist, with what its columns come to; now and then nobody hears of it in writing."""
    footing = Consent.BEST_INTERESTS if housing.cannot_decide else Consent.GIVEN
    pen.tell(
        ChecklistCompleted(
            consideration=which,
            completed_by=pen.chance.choice((Profession.NURSE, Profession.SOCIAL_WORKER)),
            consent=footing if pen.maybe(0.95) else Consent.NOT_ASKED,
            national_checklist=True,
            columns=columns(pen.chance, high=outcome is ChecklistOutcome.POSITIVE),
            outcome=outcome,
        )
    )
    pen.after(0, 6)
    if pen.maybe(0.85):
        pen.tell(ChecklistOutcomeTold(consideration=which, in_writing=pen.maybe(0.9), told=ADULT), by=NHS)


def notified(pen: Pen, which: str) -> date:
    """The NHS body is notified, and how soon it must have decided begins to count."""
    pen.after(1, 5)
    pen.tell(NotificationReceived(consideration=which), by=NHS)
    return pen.day


def recommended(pen: Pen, which: str, recommends: HealthcareOutcome) -> None:
    """A team meets and recommends; now and then the council was not asked to it."""
    needs = recommends is HealthcareOutcome.ELIGIBLE
    pen.tell(
        DecisionToolCompleted(
            consideration=which,
            team=PANEL if pen.maybe(0.92) else WITHOUT_COUNCIL,
            assessment_up_to_date=True,
            levels=levels(pen.chance, high=needs),
            need=PrimaryNeedFacts(more_than_incidental=needs, beyond_what_a_council_provides=needs),
            nature=synthetic("what the needs are like"),
            views=synthetic("finds it all too much"),
            recommends=recommends,
        ),
        by=NHS,
    )


def decided(pen: Pen, which: str, received: date, recommended: HealthcareOutcome, outcome: HealthcareOutcome) -> None:
    """The NHS body decides; late decisions mostly say why, and letters mostly say what they must."""
    late = pen.day > time_to_decide.last_day(received) and received not in PAUSED
    decision = Decision(outcome=outcome, reasons=synthetic("the team's reasons were read"))
    pen.tell(
        HealthcareEligibilityDecided(
            consideration=which,
            primary_health_need=outcome is HealthcareOutcome.ELIGIBLE,
            tool_used=True,
            council_consulted=pen.maybe(0.9),
            exceptional_reasons=None if recommended is outcome else pen.maybe(0.5),
            delay=pen.chance.choice(tuple(DelayReason)[:4]) if late and pen.maybe(0.7) else None,
            decision=decision,
        ),
        by=NHS,
    )
    pen.after(1, 9)
    told = HealthcareDecisionTold(
        consideration=which,
        in_writing=True,
        reasons_given=True,
        review_route_told=pen.maybe(0.9),
        told=ADULT,
    )
    pen.tell(told, by=NHS)


def _disputed(pen: Pen, which: str) -> None:
    """The council does not agree; somebody pays meanwhile, or nobody has said who, and some of it is never settled."""
    pen.after(3, 25)
    dispute = pen.named("dispute")
    agreed = pen.maybe(0.7)
    arose = HealthcareDisputeArose(
        dispute=dispute,
        consideration=which,
        agreed_procedure=pen.maybe(0.9),
        funder=Funder.COUNCIL if agreed else None,
    )
    pen.tell(arose, by=pen.staff.council_desk.lead)
    if not agreed and pen.maybe(0.6):
        pen.after(5, 40)
        pen.tell(InterimFundingAgreed(dispute=dispute, funder=Funder.SHARED))
    pen.after(40, 300)
    if pen.maybe(0.6):
        pen.tell(HealthcareDisputeResolved(dispute=dispute, funder=Funder.COUNCIL))


def _asked_again(pen: Pen, which: str) -> None:
    """The family asks the NHS body to look again."""
    letter = pen.day
    pen.after(10, 160)
    review = pen.named("healthcare-review")
    pen.tell(LocalReviewRequested(review=review, consideration=which, letter_on=letter), by=NHS)
    pen.after(30, 85 if pen.maybe(0.6) else 200)
    decision = Decision(outcome=ReviewResult.UPHELD, reasons=synthetic("nothing new was shown"))
    pen.tell(LocalReviewDecided(review=review, consideration=which, decision=decision), by=NHS)
