"""Sections 27 and 29: what a decision can be about, and what nobody decides for somebody else."""

from __future__ import annotations

from enum import StrEnum

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.mental_capacity_act_2005 import COMMENCED, MENTAL_CAPACITY_ACT
from swp_domain.law.rule import rule


class Matter(StrEnum):
    """What the decision in question is about; its own words stand beside it."""

    RESIDENCE = "where to live"
    CARE = "care and support"
    CONTACT = "contact with others"
    TREATMENT = "medical treatment"
    SERIOUS_TREATMENT = "serious medical treatment"
    PROPERTY_AND_AFFAIRS = "property and affairs"
    TENANCY = "tenancy"
    DIRECT_PAYMENT = "direct payment"
    ASSESSMENT = "being assessed"
    SAFEGUARDING = "a safeguarding enquiry"
    INFORMATION = "sharing information"
    LASTING_POWER = "making a lasting power of attorney"
    LEGAL_PROCEEDINGS = "legal proceedings"
    MARRIAGE = "marriage or civil partnership"
    SEXUAL_RELATIONS = "sexual relations"
    ADOPTION = "adoption of a child"
    VOTING = "voting"
    OTHER = "another matter"


EXCLUDED = frozenset({Matter.MARRIAGE, Matter.SEXUAL_RELATIONS, Matter.ADOPTION, Matter.VOTING})
"""Capacity for these can be in question; nobody consents or votes for somebody who lacks it (ss 27, 29)."""

OF_PROPERTY = frozenset({Matter.PROPERTY_AND_AFFAIRS, Matter.TENANCY, Matter.DIRECT_PAYMENT})
"""Matters of property and affairs. A tenancy is one, though where to live is not."""

OF_WELFARE = frozenset(
    {
        Matter.RESIDENCE,
        Matter.CARE,
        Matter.CONTACT,
        Matter.TREATMENT,
        Matter.SERIOUS_TREATMENT,
        Matter.ASSESSMENT,
    }
)
"""Matters of personal welfare, as section 17 lists them in part. Of what is in neither list nothing is presumed."""


class MatterFacts(Facts):
    """What the decision is about."""

    matter: Matter | None = None


@rule(MENTAL_CAPACITY_ACT["ss 27, 29"], commenced=COMMENCED)
def may_be_decided_for_them(facts: MatterFacts) -> Limbs:
    """Nobody consents to marriage, sexual relations or adoption for another, nor votes for them."""
    matter = facts.matter
    return (
        limb(
            "27",
            "it is a matter that the Act lets be decided for somebody",
            None if matter is None else matter not in EXCLUDED,
        ),
    )
