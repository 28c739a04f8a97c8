"""Rule 1.2: how the person takes part in what the court decides about them."""

from __future__ import annotations

from swp_domain.law.court_of_protection_rules_2017 import RULES_2017, RULES_BEGAN
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import rule


class ParticipationFacts(Facts):
    """Whether the court considered how the person takes part."""

    considered: bool | None = None


@rule(RULES_2017["r 1.2"], commenced=RULES_BEGAN)
def participation_considered(facts: ParticipationFacts) -> Limbs:
    """In each case the court considers how the person takes part: joined, represented, heard, or not needed."""
    return (limb("1", "the court considered how the person takes part", facts.considered),)


class LitigantFacts(Facts):
    """A person who was made a party, and who conducts the proceedings for them."""

    can_conduct: bool | None = None
    represented: bool | None = None


@rule(RULES_2017["r 1.2(4)"].from_memory(), commenced=RULES_BEGAN)
def party_is_represented(facts: LitigantFacts) -> Limbs:
    """A person who is a party and cannot conduct proceedings has a litigation friend, or an accredited lawyer."""
    settled = any_of((facts.can_conduct, facts.represented))
    return (limb("4", "can conduct the proceedings, or has somebody who does", settled),)
