"""Section 44: when a safeguarding adults board must arrange a review, and when it may."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED, GUIDANCE
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.limit import limit
from swp_domain.law.rule import rule


class ReviewFacts(Facts):
    """What a board knows or suspects of the adult, and of how those around them worked together.

    ``died_of_abuse`` is that they died, and that abuse or neglect is known or suspected to be why;
    ``seriously_abused`` is that they live, and are known or suspected to have been abused or neglected seriously.
    ``only_in_prison`` is that the case is about nothing but a time in prison or in approved premises (s 76(9)).
    """

    has_needs: bool | None = None
    joint_working_concern: bool | None = None
    died_of_abuse: bool | None = None
    seriously_abused: bool | None = None
    only_in_prison: bool | None = None


@rule(CARE_ACT["s 76(9)"], commenced=COMMENCED, family="cases that a review can be about")
def review_reaches_them(facts: ReviewFacts) -> Limbs:
    """Section 44 does not apply as far as a case is about a time in prison or in approved premises."""
    inside = facts.only_in_prison
    return (
        limb("9", "is about more than a time in prison or approved premises", None if inside is None else not inside),
    )


@rule(CARE_ACT["s 44(1)-(3)"], commenced=COMMENCED, family="reviews that must be arranged")
def review_must_be_arranged(facts: ReviewFacts) -> Limbs:
    """A death from abuse or neglect, or serious abuse, with concern about joint working, makes a review a duty."""
    condition = any_of((facts.died_of_abuse, facts.seriously_abused))
    return (
        limb("1", "is an adult of the area with needs for care and support", facts.has_needs),
        limb("a", "there is reasonable cause for concern about how they worked together", facts.joint_working_concern),
        limb("b", "died of abuse or neglect, or lives and was seriously abused or neglected", condition),
    )


@rule(CARE_ACT["s 44(4)"], commenced=COMMENCED, family="reviews that may be arranged")
def review_may_be_arranged(facts: ReviewFacts) -> Limbs:
    """A board may arrange a review of any other case of an adult of its area with needs for care and support."""
    return (limb("4", "is an adult of the area with needs for care and support", facts.has_needs),)


six_months = limit(
    GUIDANCE["ch 14, time for a review"],
    6,
    Unit.MONTHS,
    Counting.AFTER,
    family="time to finish a safeguarding adults review",
    commenced=COMMENCED,
)
