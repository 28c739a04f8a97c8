"""Care and Support (Independent Advocacy Support) (No. 2) Regulations 2014, SI 2014/2889."""

from __future__ import annotations

from swp_domain.law.advocacy_regulations_2014 import ADVOCACY
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule


class AdvocateFacts(Facts):
    """Whom the advocate works for."""

    works_for_council_or_delegate: bool | None = None


@rule(
    ADVOCACY["reg 2(3), (5)"],
    commenced="2015-04-01",
    regime=Regime.CARE_ACT,
    family="independence of an advocate",
)
def advocate_independent(facts: AdvocateFacts) -> Limbs:
    """An advocate works neither for the council nor for the body to which the function was delegated."""
    tied = facts.works_for_council_or_delegate
    return (limb("5", "works for neither the council nor its delegate", None if tied is None else not tied),)
