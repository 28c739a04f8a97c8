"""The review of a case from before the Care Act: when it is completed, and what stands until it is."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import rule
from swp_domain.law.transitional_order_2015 import TRANSITION


class OldCaseReview(Facts):
    """What a council came to about a case from before. ``has_begun`` is whether it has begun to meet the needs."""

    no_needs: bool | None = None
    meets_none: bool | None = None
    has_begun: bool | None = None


class OldSupport(Facts):
    """Whether the review of a case from before is completed."""

    reviewed: bool | None = None


@rule(TRANSITION["art 2(5)"], commenced="2015-04-01", family="completion of the review of an old case")
def old_review_is_completed(facts: OldCaseReview) -> Limbs:
    """A review is completed by finding no needs, by meeting none, or by beginning to meet them: not by being held."""
    concluded = any_of((facts.no_needs, facts.meets_none, facts.has_begun))
    return (limb("5", "finds no needs, will meet none, or has begun to meet them", concluded),)


@rule(TRANSITION["art 2(4)"], commenced="2016-04-01", family="support of whoever was not reviewed")
def support_stands_until_reviewed(facts: OldSupport) -> Limbs:
    """From 1 April 2016, whoever was not reviewed has eligible needs that are to be met until they are."""
    return (limb("4", "the review of the case is completed", facts.reviewed),)
