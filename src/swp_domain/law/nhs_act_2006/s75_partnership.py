"""National Health Service Act 2006, s 75: partnership arrangements, the other route by which a practice acts."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.nhs_act_2006 import NHS_ACT
from swp_domain.law.rule import rule


class PartnershipFacts(Facts):
    """Whether a partnership arrangement covers what was done."""

    covered: bool | None = None


@rule(NHS_ACT["s 75"], commenced="2007-03-01", family="authority under a partnership")
def partnership_covers(facts: PartnershipFacts) -> Limbs:
    """An NHS body exercises a council's functions, itself or through others, under an arrangement in force."""
    return (limb("75", "a partnership arrangement in force covers the function", facts.covered),)
