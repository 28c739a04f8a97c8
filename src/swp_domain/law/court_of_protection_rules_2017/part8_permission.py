"""Part 8 and section 50 of the Act: when the court's permission is needed to ask it for something."""

from __future__ import annotations

from swp_domain.law.court_of_protection_rules_2017 import RULES_2017, RULES_BEGAN
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import rule


class PermissionFacts(Facts):
    """What an application is about, who makes it, and whether permission was asked for in it."""

    exempt_matter: bool | None = None
    exempt_applicant: bool | None = None
    asked: bool | None = None


@rule(RULES_2017["r 8.2"], commenced=RULES_BEGAN)
def permission_asked_or_not_needed(facts: PermissionFacts) -> Limbs:
    """Permission is asked for, unless the matter or the applicant needs none (Mental Capacity Act 2005 s 50)."""
    settled = any_of((facts.exempt_matter, facts.exempt_applicant, facts.asked))
    return (limb("1", "needs no permission, or permission was asked for", settled),)
