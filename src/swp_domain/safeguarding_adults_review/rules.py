"""What the law makes of a safeguarding adults review, and what is owed in it. Whom it is about, is in other files."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED, GUIDANCE
from swp_domain.law.care_act_2014.s44_review import (
    review_may_be_arranged,
    review_must_be_arranged,
    review_reaches_them,
    six_months,
)
from swp_domain.law.local_targets import OURS
from swp_domain.law.local_targets.adults_reviews import decided
from swp_domain.law.rule import cited
from swp_domain.owed import Extension, Opening, owed
from swp_domain.proposal import Proposal
from swp_domain.safeguarding_adults_review.events import (
    ChronologyAsked,
    ChronologyReceived,
    DelayExplained,
    RecommendationCarriedOut,
    RecommendationMade,
    ReviewDecided,
    ReviewerAppointed,
    ReviewReferralReceived,
    ReviewReported,
)
from swp_domain.safeguarding_adults_review.vocabulary import ReviewChoice
from swp_domain.stage import BREACH, FLAG, Findings, judges

if TYPE_CHECKING:
    from swp_domain.practice.standing import Standing
    from swp_domain.safeguarding_adults_review import SafeguardingAdultsReview


@judges("SG-44-02", effect=BREACH, theme="P27")
def a_review_that_must_be_arranged_is(
    file: SafeguardingAdultsReview, asked: Proposal[ReviewDecided], standing: Standing
) -> Findings:
    """Where the conditions of section 44 are met, the board arranges a review, and does not choose not to."""
    if asked.event.facts.only_in_prison:
        return  # Section 44 does not apply (s 76(9)); SG-44-03 says so where there is a review all the same.
    duty = review_must_be_arranged(asked.event.facts, on=asked.on)
    declined = duty.met and not asked.event.decision.outcome.is_a_review
    yield duty.contradicts(f"the decision is {asked.event.decision.outcome.value}") if declined else duty


@judges("SG-44-03", effect=FLAG)
def a_review_is_called_what_it_is(
    file: SafeguardingAdultsReview, asked: Proposal[ReviewDecided], standing: Standing
) -> Findings:
    """A mandatory review is one whose conditions are met; any other is a discretionary one, of an adult with needs."""
    facts, choice = asked.event.facts, asked.event.decision.outcome
    reaches = review_reaches_them(facts, on=asked.on)
    if choice.is_a_review and reaches.not_met:
        yield reaches.contradicts(f"the decision is a {choice.value}")
    elif choice is ReviewChoice.MANDATORY:
        duty = review_must_be_arranged(facts, on=asked.on)
        if not duty.met:
            yield duty.contradicts("the decision is a mandatory review")
    elif choice is ReviewChoice.DISCRETIONARY:
        power = review_may_be_arranged(facts, on=asked.on)
        yield power.contradicts("the decision is a discretionary review") if power.not_met else power


@judges("SG-44-04", effect=FLAG, theme="P27")
def a_board_says_why(file: SafeguardingAdultsReview, asked: Proposal[ReviewDecided], standing: Standing) -> Findings:
    """What a board decides on a referral is recorded with its reasons."""
    told = asked.event.decision.reasons is not None
    finding = cited(
        GUIDANCE["ch 14, reviews"].from_memory(), on=asked.on, holds=told or None, says="the reasons are told"
    )
    yield finding if told else finding.contradicts("decision.reasons was not told")


@judges("SG-44-05", effect=FLAG)
def a_reviewer_is_independent(
    file: SafeguardingAdultsReview, asked: Proposal[ReviewerAppointed], standing: Standing
) -> Findings:
    """Whoever leads a review is independent of the case, and of the bodies whose work is looked at."""
    says = "the reviewer is independent of the case and of those who worked on it"
    finding = cited(GUIDANCE["ch 14, reviewers"].from_memory(), on=asked.on, holds=asked.event.independent, says=says)
    words = "independent was not told" if asked.event.independent is None else "the reviewer is not"
    yield finding if finding.met else finding.contradicts(words)


RULES = (
    a_review_that_must_be_arranged_is,
    a_review_is_called_what_it_is,
    a_board_says_why,
    a_reviewer_is_independent,
)


def _arranged(event: ReviewDecided) -> bool:
    return event.decision.outcome.is_a_review


def _not_arranged(event: ReviewDecided) -> bool:
    return not event.decision.outcome.is_a_review


def _by(event: ChronologyAsked | RecommendationMade) -> date | None:
    return event.by


BOARD = "the safeguarding adults board"
DUTIES = (
    owed(
        "decide whether to arrange a safeguarding adults review",
        rule="SG-44-06",
        provision=OURS["decisions on a referral for a review"],
        by=BOARD,
        opened_by={ReviewReferralReceived: Opening(decided)},
        discharged_by=(ReviewDecided,),
        theme="P27",
        commenced=COMMENCED,
    ),
    owed(
        "finish the safeguarding adults review",
        rule="SG-44-07",
        provision=GUIDANCE["ch 14, time for a review"],
        by=BOARD,
        opened_by={ReviewDecided: Opening(six_months, when=_arranged)},
        discharged_by=(ReviewReported,),
        ended_by={ReviewDecided: _not_arranged},
        extended_by={DelayExplained: Extension(ReviewDecided, lambda event: event.until, lengthens=True)},
        theme="P27",
        commenced=COMMENCED,
    ),
    owed(
        "send the chronology that the board asked for",
        rule="SG-44-08",
        provision=CARE_ACT["s 44(5)"],
        by="the agency",
        to=BOARD,
        subject="agency",
        opened_by={ChronologyAsked: Opening(_by)},
        discharged_by=(ChronologyReceived,),
    ),
    owed(
        "carry out what a safeguarding adults review recommends",
        rule="SG-44-09",
        provision=CARE_ACT["Sch 2 para 4"],
        by="the agency",
        to=BOARD,
        subject="recommendation",
        opened_by={RecommendationMade: Opening(_by)},
        discharged_by=(RecommendationCarriedOut,),
    ),
)
