"""Making safeguarding personal: what the adult wants from an enquiry, and whether they got it."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import COMMENCED
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import rule
from swp_domain.law.safeguarding_guidance import chapter_14

MADE_PERSONAL = chapter_14("making safeguarding personal")


class PersonalFacts(Facts):
    """What was asked and recorded about the outcomes that the adult wants."""

    asked: bool | None = None
    expressed: bool | None = None
    achieved_told: bool | None = None


@rule(MADE_PERSONAL, commenced=COMMENCED)
def made_personal(facts: PersonalFacts) -> Limbs:
    """The adult, or whoever speaks for them, is asked what they want, and it is recorded whether they got it."""
    none_wanted = None if facts.expressed is None else not facts.expressed
    unasked = None if facts.asked is None else not facts.asked
    return (
        limb("asked", "the adult was asked what outcomes they want", facts.asked),
        limb("got", "whether they were achieved is recorded", any_of((facts.achieved_told, none_wanted, unasked))),
    )
