"""Section 27: keeping plans under review, answering requests, and revising them.

The Act sets no day for a review. How often, and how soon after a plan begins, is statutory guidance (chapter 13),
and kept apart from what the section itself demands.
"""

from __future__ import annotations

from enum import StrEnum

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED, GUIDANCE
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.limit import limit
from swp_domain.law.rule import Regime, rule


class Reassessment(StrEnum):
    """How far an assessment follows a change of circumstances: to the extent the council thinks appropriate."""

    DONE = "carried out"
    TO_FOLLOW = "to be carried out"
    NOT_APPROPRIATE = "none thought appropriate"


class ReviewFacts(Facts):
    """What a review looked at, who took part, and what it found (s 27(2)-(4)).

    ``involved`` holds where everybody whom s 27(2)-(3) names took part, or it is recorded why not.
    ``circumstances_changed`` is whether the council was satisfied that circumstances have changed in a way that
    affects the plan, ``reassessment`` how far it then thought an assessment appropriate, and ``plan_revised``
    whether the revised plan was settled with the review.
    """

    involved: bool | None = None
    outcomes_looked_at: bool | None = None
    circumstances_changed: bool | None = None
    reassessment: Reassessment | None = None
    plan_revised: bool | None = None


class RequestFacts(Facts):
    """What was concluded about a request for a review."""

    reasonable: bool | None = None


def reassessed_as_far_as_appropriate(facts: ReviewFacts) -> bool | None:
    """Whether the assessment that the council thought appropriate was made, if it thought any was."""
    return None if facts.reassessment is None else facts.reassessment is not Reassessment.TO_FOLLOW


@rule(CARE_ACT["s 27(1)(b)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="refusal to review")
def request_may_be_refused(facts: RequestFacts) -> Limbs:
    """Only a request that is not reasonable may be refused."""
    return (
        limb("b", "the request is not a reasonable one", None if facts.reasonable is None else not facts.reasonable),
    )


@rule(
    CARE_ACT["s 27(2)(b) and (3)(b)"],
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="involvement in a review",
)
def everybody_involved_in_review(facts: ReviewFacts) -> Limbs:
    """Whose plan it is, any carer, and whoever they ask for are involved in revising it, or in leaving it."""
    return (limb("b", "those to be involved were, or it is recorded why not", facts.involved),)


@rule(
    CARE_ACT["s 27(2)(a) and (3)(a)"],
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="what a review has regard to",
)
def review_looks_at_outcomes(facts: ReviewFacts) -> Limbs:
    """A review has regard to what the assessment had to: well-being, and the outcomes wished for."""
    return (limb("a", "well-being and the outcomes wished for were looked at", facts.outcomes_looked_at),)


@rule(CARE_ACT["s 27(4)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="less support after a review")
def support_may_be_lessened(facts: ReviewFacts) -> Limbs:
    """Support is lessened where circumstances have changed, after as much reassessment as is appropriate."""
    return (
        limb("1", "circumstances have changed in a way that affects the plan", facts.circumstances_changed),
        limb("2", "as much as was thought appropriate was reassessed", reassessed_as_far_as_appropriate(facts)),
    )


first_look = limit(
    GUIDANCE["ch 13"],
    8,
    Unit.WEEKS,
    Counting.AFTER,
    family="time to the first review",
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    warn=6,
)
"""A light-touch look six to eight weeks after a plan, or the support in it, begins."""

yearly = limit(
    GUIDANCE["ch 13"],
    12,
    Unit.MONTHS,
    Counting.AFTER,
    family="time from one review to the next",
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
)
"""No later than twelve months after the plan, or the last review: the first year runs from the light-touch look."""
