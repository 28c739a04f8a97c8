"""What the law makes of reviews of a plan, and what it owes.

Three clocks run beside each other and are never added up: a request is statute (with a working parameter for the
days), the first look and the yearly review are statutory guidance, a crisis is a parameter of ours.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from swp_domain.assessment.events import AssessmentCompleted, CarersAssessmentCompleted, CaringEnded
from swp_domain.case.events import CaseClosed
from swp_domain.law.care_act_2014 import CARE_ACT, GUIDANCE
from swp_domain.law.care_act_2014.s27_review import (
    Reassessment,
    everybody_involved_in_review,
    first_look,
    request_may_be_refused,
    review_looks_at_outcomes,
    support_may_be_lessened,
    yearly,
)
from swp_domain.law.fair_access_to_care import FACS
from swp_domain.law.fair_access_to_care.reviews import first_review, yearly_review
from swp_domain.law.finding import Force
from swp_domain.law.local_targets import OURS
from swp_domain.law.local_targets.review_times import crisis_answer, requested_review
from swp_domain.law.local_targets.working_parameters import written_record
from swp_domain.law.rule import Regime, Text, cited
from swp_domain.owed import Ends, Opening, Openings, Owed, owed
from swp_domain.party import Whose
from swp_domain.planning.events import CareAndSupportPlanAgreed, CarersSupportPlanAgreed, ServiceStarted
from swp_domain.proposal import Proposal
from swp_domain.review.events import (
    CircumstancesChanged,
    CrisisAnswered,
    ReviewCompleted,
    ReviewOutcomeGiven,
    ReviewPlanned,
    ReviewRequestAnswered,
    ReviewRequested,
    ReviewRequestWithdrawn,
)
from swp_domain.review.vocabulary import RequestAnswer, ReviewOutcome
from swp_domain.stage import BREACH, FLAG, REFUSE, Findings, judges

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.practice.standing import Standing

RECORD = Text("The record of a review", Force.RECORD, "our own")

AS_REQUESTED = "review the plan as requested"
AFTER_A_CHANGE = "review the plan after a change"
CRISIS = "answer a crisis"
FIRST = {
    Whose.ADULT: "hold the first review of the plan",
    Whose.CARER: "hold the first review of the carer's plan",
}
YEARLY = {
    Whose.ADULT: "review the plan at least every year",
    Whose.CARER: "review the carer's plan at least every year",
}


@judges("CA-27-01", effect=REFUSE, regime=Regime.CARE_ACT)
def a_reasonable_request_is_not_refused(
    file: CaseFile, asked: Proposal[ReviewRequestAnswered], standing: Standing
) -> Findings:
    """A review is refused only where the request for it is not reasonable, and with reasons."""
    event = asked.event
    if event.decision.outcome is not RequestAnswer.REFUSED:
        return
    finding = request_may_be_refused(event.request, on=asked.on)
    one = file.review.reviews.get(event.review)
    only_a_change = one is not None and one.changed_on is not None and one.requested_on is None
    if finding.not_met:
        yield finding.contradicts("it is refused although it is reasonable", "Hold the review")
    elif not finding.met and not only_a_change:
        yield finding.contradicts("request.reasonable was not told", "Say whether the request is reasonable")
    else:
        yield finding
    if event.decision.reasons is None:
        reasoned = cited(RECORD["a refusal"], on=asked.on, holds=None, says="the reasons for refusing are recorded")
        yield reasoned.contradicts("decision.reasons is missing", "Give the reasons")


@judges("CA-27-01", effect=FLAG, regime=Regime.CARE_ACT)
def a_review_answers_what_was_asked(file: CaseFile, asked: Proposal[ReviewCompleted], standing: Standing) -> Findings:
    """A review that is held while another was asked for is recorded as that one, or leaves it owed."""
    event = asked.event
    for duty in file.ledger:
        one = file.review.reviews.get(duty.subject)
        if duty.duty != AS_REQUESTED or duty.met_on or duty.subject == event.review:
            continue
        if one is not None and one.whose is event.whose:
            finding = cited(
                CARE_ACT["s 27(1)(b)"], on=asked.on, holds=None, says="the review that was asked for is held"
            )
            yield finding.contradicts(f"{duty.subject} is still owed", "Complete it under that name, if this was it")


@judges("CA-27-04", effect=BREACH, regime=Regime.CARE_ACT)
def support_is_lessened_only_after_a_change(
    file: CaseFile, asked: Proposal[ReviewCompleted], standing: Standing
) -> Findings:
    """A review lessens support only where circumstances have changed, and after reassessing as far as appropriate."""
    if not asked.event.decision.outcome.takes_away:
        return
    finding = support_may_be_lessened(asked.event.facts, on=asked.on)
    if finding.not_met:
        yield finding.contradicts(f"the review comes to {asked.event.decision.outcome.value}")
    else:
        yield finding


@judges("CA-27-04", effect=FLAG, regime=Regime.CARE_ACT)
def a_review_that_lessens_support_says_what_changed(
    file: CaseFile, asked: Proposal[ReviewCompleted], standing: Standing
) -> Findings:
    """What changed, and how far it was reassessed, is told where a review lessens support."""
    if not asked.event.decision.outcome.takes_away:
        return
    finding = support_may_be_lessened(asked.event.facts, on=asked.on)
    if not finding.met and not finding.not_met:
        missing = ", ".join(one.letter for one in finding.not_shown)
        yield finding.contradicts(f"facts do not show ({missing})", "Record it, or leave support as it was")


@judges("CA-27-06", effect=BREACH, regime=Regime.CARE_ACT, theme="P16")
def those_concerned_take_part(file: CaseFile, asked: Proposal[ReviewCompleted], standing: Standing) -> Findings:
    """Whose plan it is, any carer, and whoever they ask for are involved in the review."""
    finding = everybody_involved_in_review(asked.event.facts, on=asked.on)
    yield finding.contradicts("facts.involved is no") if finding.not_met else finding


@judges("CA-27-07", effect=FLAG, regime=Regime.CARE_ACT)
def a_review_looks_at_outcomes(file: CaseFile, asked: Proposal[ReviewCompleted], standing: Standing) -> Findings:
    """A review looks at well-being and at the outcomes wished for, not at the cost alone."""
    finding = review_looks_at_outcomes(asked.event.facts, on=asked.on)
    yield finding.contradicts("facts.outcomes_looked_at is no") if finding.not_met else finding


@judges("CA-27-03", effect=FLAG, regime=Regime.CARE_ACT)
def a_review_is_planned_in_time(file: CaseFile, asked: Proposal[ReviewPlanned], standing: Standing) -> Findings:
    """A review is planned for a day before it falls due."""
    planned, whose = asked.event.planned_for, asked.event.whose
    due = [one for one in file.ledger if one.duty in (FIRST[whose], YEARLY[whose]) and one.met_on is None]
    last = min((one.last_day for one in due if one.last_day), default=None)
    if planned is not None and last is not None:
        finding = cited(GUIDANCE["ch 13"], on=asked.on, holds=planned <= last, says="it is planned before it falls due")
        yield finding if finding.met else finding.contradicts(f"planned_for is {planned}, and the last day is {last}")


@judges("REV-01", effect=FLAG)
def a_review_says_what_it_came_to(file: CaseFile, asked: Proposal[ReviewCompleted], standing: Standing) -> Findings:
    """The record of a review says what it came to."""
    told = asked.event.decision.outcome is not ReviewOutcome.NOT_TOLD
    finding = cited(RECORD["its outcome"], on=asked.on, holds=told or None, says="what the review came to is recorded")
    yield finding if told else finding.contradicts("decision.outcome is not told")


@judges("REV-04", effect=REFUSE)
def a_review_is_completed_once(file: CaseFile, asked: Proposal[ReviewCompleted], standing: Standing) -> Findings:
    """A review that was completed is not completed again: the next one has a name of its own."""
    one = file.review.reviews.get(asked.event.review)
    if one is not None and one.completed_on is not None:
        finding = cited(RECORD["its name"], on=asked.on, holds=False, says="the review was not completed before")
        yield finding.contradicts("it is completed already", "Give it another identifier, or correct the entry")


RULES = (
    a_review_is_completed_once,
    a_reasonable_request_is_not_refused,
    a_review_answers_what_was_asked,
    support_is_lessened_only_after_a_change,
    a_review_that_lessens_support_says_what_changed,
    those_concerned_take_part,
    a_review_looks_at_outcomes,
    a_review_is_planned_in_time,
    a_review_says_what_it_came_to,
)


def _refused(event: ReviewRequestAnswered) -> bool:
    """A refusal answers a request where it is reasoned; one that nobody was told the grounds of leaves it owed."""
    return event.decision.reasons is not None and event.decision.outcome is RequestAnswer.REFUSED


def _support_ends(event: CaseClosed) -> bool:
    """A case that nobody holds is reviewed all the same while its plan or its services go on (s 27(1)(a))."""
    return not event.support_goes_on


def _touches_a_plan(event: CircumstancesChanged) -> bool:
    """Section 27 is about plans: whoever has none yet is owed an assessment, which other rules ask for."""
    return not event.no_plan


def _is_a_crisis(event: CircumstancesChanged) -> bool:
    return event.what.usually_a_crisis if event.crisis is None else event.crisis


def _planned(whose: Whose, *, first: str, every: str) -> tuple[Owed, Owed]:
    """The first look at a plan and the yearly review of it, under the Care Act.

    Only a review, a new plan or a finished reassessment ends a period: clinics and letters do not. A reassessment
    begins no year of its own, because the determination and the plan that follow it are owed in their own right.
    """

    def theirs(event: ReviewCompleted) -> bool:
        return event.whose is whose

    def goes_on(event: ReviewCompleted) -> bool:
        return event.whose is whose and event.decision.outcome is not ReviewOutcome.ENDED

    def their_service(event: ServiceStarted) -> bool:
        # Where a service is given before any plan, it is the plan that is owed (s 24(1)), and then a look at it.
        return event.commissioned and event.plan is not None and event.kind.for_a_carer is (whose is Whose.CARER)

    adults = whose is Whose.ADULT
    plan = CareAndSupportPlanAgreed if adults else CarersSupportPlanAgreed
    assessment = AssessmentCompleted if adults else CarersAssessmentCompleted
    to = "the adult" if adults else "the carer"
    # Whoever no longer cares has no support plan to be reviewed (s 10(3)); the next plan or review begins anew.
    over: Ends = {CaseClosed: _support_ends} if adults else {CaseClosed: _support_ends, CaringEnded: None}
    return (
        # No theme: published accounts say little of a first look, and their silence is no proof.
        owed(
            FIRST[whose],
            rule=first,
            provision=GUIDANCE["ch 13"],
            to=to,
            opened_by={plan: Opening(first_look), ServiceStarted: Opening(first_look, when=their_service)},
            discharged_by={ReviewCompleted: theirs},
            ended_by={plan: None, **over},
            regime=Regime.CARE_ACT,
            recurring=True,
        ),
        owed(
            YEARLY[whose],
            rule=every,
            provision=GUIDANCE["ch 13"],
            to=to,
            opened_by={plan: Opening(yearly), ReviewCompleted: Opening(yearly, when=goes_on)},
            discharged_by={ReviewCompleted: theirs, plan: None, assessment: None},
            ended_by=over,
            regime=Regime.CARE_ACT,
            theme="P03",
            recurring=True,
        ),
    )


def _under_the_old_law() -> tuple[Owed, Owed]:
    """Before the Care Act: within three months of services starting, then every year."""

    def adults(event: ReviewCompleted) -> bool:
        return event.whose is Whose.ADULT

    def goes_on(event: ReviewCompleted) -> bool:
        return adults(event) and event.decision.outcome is not ReviewOutcome.ENDED

    def adults_service(event: ServiceStarted) -> bool:
        return event.commissioned and not event.kind.for_a_carer

    return (
        owed(
            FIRST[Whose.ADULT],
            rule="CC-REV-01",
            provision=FACS["first review"].from_memory(),
            opened_by={ServiceStarted: Opening(first_review, when=adults_service)},
            discharged_by={ReviewCompleted: adults},
            ended_by={CareAndSupportPlanAgreed: None, CaseClosed: _support_ends},
            regime=Regime.COMMUNITY_CARE,
            recurring=True,
        ),
        owed(
            YEARLY[Whose.ADULT],
            rule="CC-REV-02",
            provision=FACS["yearly review"].from_memory(),
            opened_by={
                CareAndSupportPlanAgreed: Opening(yearly_review),
                ReviewCompleted: Opening(yearly_review, when=goes_on),
            },
            discharged_by={ReviewCompleted: adults, CareAndSupportPlanAgreed: None, AssessmentCompleted: None},
            ended_by={CaseClosed: _support_ends},
            regime=Regime.COMMUNITY_CARE,
            theme="P03",
            recurring=True,
        ),
    )


def _after(whose: Whose, *, revise: str, reassess: str) -> tuple[Owed, Owed]:
    """What a review that found a change leaves owed: the revised plan, and the assessment thought appropriate."""

    def unrevised(event: ReviewCompleted) -> bool:
        facts, ended = event.facts, event.decision.outcome is ReviewOutcome.ENDED
        return bool(event.whose is whose and facts.circumstances_changed and not facts.plan_revised and not ended)

    def unassessed(event: ReviewCompleted) -> bool:
        return event.whose is whose and event.facts.reassessment is Reassessment.TO_FOLLOW

    adults = whose is Whose.ADULT
    plan = CareAndSupportPlanAgreed if adults else CarersSupportPlanAgreed
    assessment = AssessmentCompleted if adults else CarersAssessmentCompleted
    to, what = ("the adult", "the plan") if adults else ("the carer", "the carer's plan")
    opened_by: dict[str, Openings] = {
        "revise": {ReviewCompleted: Opening(when=unrevised)},
        "reassess": {ReviewCompleted: Opening(when=unassessed)},
    }
    closed: Ends = {CaseClosed: _support_ends}
    return (
        owed(
            f"revise {what} after a review",
            rule=revise,
            provision=CARE_ACT["s 27(4)(b)"],
            to=to,
            opened_by=opened_by["revise"],
            discharged_by={plan: None},
            ended_by=closed,
            regime=Regime.CARE_ACT,
            recurring=True,
        ),
        owed(
            f"reassess {to} after a review",
            rule=reassess,
            provision=CARE_ACT["s 27(4)(a)"],
            to=to,
            opened_by=opened_by["reassess"],
            discharged_by={assessment: None},
            ended_by=closed,
            regime=Regime.CARE_ACT,
            recurring=True,
        ),
    )


DUTIES = (
    owed(
        AS_REQUESTED,
        rule="CA-27-01",
        provision=CARE_ACT["s 27(1)(b)"],
        to="whose plan it is",
        subject="review",
        opened_by={ReviewRequested: Opening(requested_review)},
        discharged_by={ReviewCompleted: None},
        ended_by={ReviewRequestAnswered: _refused, ReviewRequestWithdrawn: None},
        regime=Regime.CARE_ACT,
        theme="P04",
    ),
    owed(
        AFTER_A_CHANGE,
        rule="CA-27-05",
        provision=CARE_ACT["s 27(1)(a)"],
        to="whose plan it is",
        subject="review",
        opened_by={CircumstancesChanged: Opening(requested_review, when=_touches_a_plan)},
        # Section 27(4) asks for a reassessment and a revised plan, whether or not they are called a review.
        discharged_by={ReviewCompleted: None, CareAndSupportPlanAgreed: None},
        ended_by={ReviewRequestAnswered: _refused, CaseClosed: _support_ends},
        settled_by=(ReviewCompleted, CareAndSupportPlanAgreed),
        recurring=True,
        regime=Regime.CARE_ACT,
        theme="P04",
    ),
    owed(
        CRISIS,
        rule="REV-02",
        # Section 19(3) is a power: nothing in the Act counts the days in which it is used.
        provision=OURS["a crisis"],
        to="the adult",
        subject="review",
        opened_by={CircumstancesChanged: Opening(crisis_answer, when=_is_a_crisis)},
        discharged_by={CrisisAnswered: None, ReviewCompleted: None},
        theme="P10",
    ),
    *_planned(Whose.ADULT, first="CA-27-02", every="CA-27-03"),
    *_planned(Whose.CARER, first="CA-27-02C", every="CA-27-03C"),
    *_under_the_old_law(),
    *_after(Whose.ADULT, revise="CA-27-04", reassess="CA-27-08"),
    *_after(Whose.CARER, revise="CA-27-04C", reassess="CA-27-08C"),
    owed(
        "tell the outcome of the review",
        rule="REV-03",
        provision=OURS["the outcome of a review"],
        to="whose plan it is",
        subject="review",
        opened_by={ReviewCompleted: Opening(written_record)},
        discharged_by={ReviewOutcomeGiven: None},
        regime=Regime.CALENDAR,
    ),
)
