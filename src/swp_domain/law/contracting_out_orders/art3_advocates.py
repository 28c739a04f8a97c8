"""Article 3(2)(e) of the order of 2011: under it a practice instructs only the council's own kind of advocate."""

from __future__ import annotations

from swp_domain.law.contracting_out_orders import ORDER_2011
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import rule


class ContractedAdvocate(Facts):
    """Whether the advocate comes from a provider under arrangement with the council that authorised the practice."""

    of_an_arranged_provider: bool | None = None


@rule(ORDER_2011["art 3(2)(e)"], commenced="2011-08-01", ceased="2014-03-31", family="advocates under the order")
def advocate_is_arranged_by_the_council(advocate: ContractedAdvocate) -> Limbs:
    """A practice of the pilots instructs only an advocate of a provider under arrangement with the council."""
    says = "the advocate is supplied by a provider under arrangement with the authorising council"
    return (limb("e", says, advocate.of_an_arranged_provider),)
