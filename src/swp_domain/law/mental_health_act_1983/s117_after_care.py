"""Section 117: who has after-care, and when two bodies together may end it."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.mental_health_act_1983 import MENTAL_HEALTH_ACT
from swp_domain.law.rule import rule

CARRIES_AFTER_CARE = frozenset({"3", "37", "45A", "47", "48"})
"""The sections under which a detention is followed by after-care (s 117(1))."""

# The section is older than anything encoded here; community patients have been in it since 3 November 2008.
BEGAN = "1993-04-01"


class DetentionFacts(Facts):
    """Under which section somebody was detained, as it is written: ``3``, ``37``, ``45A``."""

    section: str | None = None


class EndOfAfterCareFacts(Facts):
    """What was concluded when after-care was looked at.

    ``community_patient`` is whether the person is on a community treatment order.
    """

    council_satisfied: bool | None = None
    nhs_body_satisfied: bool | None = None
    community_patient: bool | None = None


@rule(MENTAL_HEALTH_ACT["s 117(1)"], commenced=BEGAN)
def after_care_follows(facts: DetentionFacts) -> Limbs:
    """After-care follows detention under sections 3, 37, 45A, 47 or 48, and no other."""
    carries = None if facts.section is None else facts.section.upper() in CARRIES_AFTER_CARE
    return (limb("1", "was detained under a section that carries after-care", carries),)


@rule(MENTAL_HEALTH_ACT["s 117(2)"], commenced=BEGAN)
def after_care_may_end(facts: EndOfAfterCareFacts) -> Limbs:
    """After-care ends when council and NHS body are both satisfied, and not while the person is a community patient."""
    return (
        limb("1", "the council is satisfied that it is no longer needed", facts.council_satisfied),
        limb("2", "the NHS body is satisfied too", facts.nhs_body_satisfied),
        limb("3", "is no community patient", None if facts.community_patient is None else not facts.community_patient),
    )
