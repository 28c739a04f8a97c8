"""Section 117: who has after-care, and when two bodies together may end it."""

from __future__ import annotations

import re

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.mental_health_act_1983 import MENTAL_HEALTH_ACT
from swp_domain.law.rule import rule

CARRIES_AFTER_CARE = frozenset({"3", "37", "45A", "47", "48"})
"""The sections under which a detention is followed by after-care (s 117(1))."""

# The section is older than anything encoded here; community patients have been in it since 3 November 2008.
BEGAN = "1993-04-01"


COMMUNITY_TREATMENT = "17A"
"""Whoever is under it was detained before under one of those, and a note that names it alone does not say which."""

_SUBSECTION = re.compile(r"(?<=[0-9A-Z])\([^)]*\)")
_SECTION = re.compile(r"(?<!\d)\d{1,3}[A-Z]?(?![0-9A-Z])")


def sections_in(written: str) -> frozenset[str]:
    """The sections that a note of a detention names: 37 and 41 in ``37/41``, 3 in ``s.3``, 5 in ``s 5(2)``."""
    return frozenset(_SECTION.findall(_SUBSECTION.sub("", written.upper())))


class DetentionFacts(Facts):
    """Under which section somebody was detained, as it is written: ``3``, ``45A``, ``s 37``, ``37/41``."""

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
    """After-care follows detention under sections 3, 37, 45A, 47 or 48, restricted (41, 49) or not, and no other."""
    named = sections_in(facts.section) if facts.section is not None else frozenset()
    unsaid = not named or (COMMUNITY_TREATMENT in named and not named & CARRIES_AFTER_CARE)
    carries = None if unsaid else bool(named & CARRIES_AFTER_CARE)
    return (limb("1", "was detained under a section that carries after-care", carries),)


@rule(MENTAL_HEALTH_ACT["s 117(2)"], commenced=BEGAN)
def after_care_may_end(facts: EndOfAfterCareFacts) -> Limbs:
    """After-care ends when council and NHS body are both satisfied, and not while the person is a community patient."""
    return (
        limb("1", "the council is satisfied that it is no longer needed", facts.council_satisfied),
        limb("2", "the NHS body is satisfied too", facts.nhs_body_satisfied),
        limb("3", "is no community patient", None if facts.community_patient is None else not facts.community_patient),
    )
