"""Consent to an enquiry, and a wish that it stop: nobody needs either, and it is told why they were not followed."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import COMMENCED
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import rule
from swp_domain.law.safeguarding_guidance import chapter_14


class ConsentFacts(Facts):
    """Whether the adult agrees to an enquiry, and whether it is told why one is made without that."""

    consents: bool | None = None
    reason_told: bool | None = None


@rule(chapter_14("consent"), commenced=COMMENCED)
def enquiry_without_consent_is_explained(facts: ConsentFacts) -> Limbs:
    """Section 42 needs no consent; where the adult does not give it, it is recorded why the enquiry is made."""
    says = "the adult agrees, or it is recorded why the enquiry is made although they do not"
    return (limb("1", says, any_of((facts.consents, facts.reason_told))),)


class StopFacts(Facts):
    """What is known about an adult who asks that an enquiry stop.

    ``able_to_choose``: they have capacity to decide on it. ``others_at_risk``: somebody else is, or may be, at risk
    from the same source. ``under_pressure``: they may be coerced, or otherwise not be free to say so.
    """

    able_to_choose: bool | None = None
    others_at_risk: bool | None = None
    under_pressure: bool | None = None


def _not(answer: bool | None) -> bool | None:
    return None if answer is None else not answer


@rule(chapter_14("consent"), commenced=COMMENCED)
def wish_to_stop_prevails(facts: StopFacts) -> Limbs:
    """An enquiry stops because the adult wishes it if they can choose freely, and nobody else is at risk."""
    return (
        limb("a", "has capacity to decide whether it stops", facts.able_to_choose),
        limb("b", "nobody else is at risk", _not(facts.others_at_risk)),
        limb("c", "is under no undue pressure", _not(facts.under_pressure)),
    )
