"""Regulation 21(10)-(11): the decision is told in writing, with reasons, and how to have it looked at again."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import rule
from swp_domain.law.standing_rules_2012 import COMMENCED, STANDING_RULES


class TellingFacts(Facts):
    """What the letter was and said; ``eligible`` is what was decided."""

    in_writing: bool | None = None
    reasons_given: bool | None = None
    eligible: bool | None = None
    review_route_told: bool | None = None


@rule(STANDING_RULES["reg 21(10)-(11)"], commenced=COMMENCED, family="how a decision on eligibility is told")
def told_in_full(facts: TellingFacts) -> Limbs:
    """The decision is told in writing, with reasons, and to whoever is not eligible how to ask for a review."""
    return (
        limb("10a", "told in writing", facts.in_writing),
        limb("10b", "with the reasons", facts.reasons_given),
        limb("11", "eligible, or told how to ask for a review", any_of((facts.eligible, facts.review_route_told))),
    )
