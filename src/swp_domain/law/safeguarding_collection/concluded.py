"""Tables SG2 to SG4: what is counted of an enquiry in the year in which it is concluded."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import rule
from swp_domain.law.safeguarding_collection import BEGAN, COLLECTION


class ConcludedFacts(Facts):
    """Which of the things that are counted are recorded."""

    type_told: bool | None = None
    location_told: bool | None = None
    source_told: bool | None = None
    risk_told: bool | None = None
    capacity_told: bool | None = None


@rule(COLLECTION["SG2-SG3"], commenced=BEGAN)
def can_be_counted(facts: ConcludedFacts) -> Limbs:
    """A concluded enquiry is counted by type, place and source of risk, what was found, and capacity."""
    return (
        limb("2a", "the type of risk", facts.type_told),
        limb("2b", "its location and source", _both(facts.location_told, facts.source_told)),
        limb("2c", "what the risk assessment found", facts.risk_told),
        limb("3a", "whether the adult lacked capacity", facts.capacity_told),
    )


def _both(one: bool | None, other: bool | None) -> bool | None:
    return True if one and other else None
