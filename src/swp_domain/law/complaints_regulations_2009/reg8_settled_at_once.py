"""What stands outside the regulations: an oral complaint that was settled by the end of the next working day."""

from __future__ import annotations

from swp_domain.law.complaints_regulations_2009 import COMMENCED, COMPLAINTS
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.limit import limit
from swp_domain.law.rule import rule

next_working_day = limit(
    COMPLAINTS["reg 8(1)(c)"],
    1,
    Unit.WORKING_DAYS,
    Counting.AFTER,
    family="time to settle an oral complaint",
    commenced=COMMENCED,
)


class SettlementFacts(Facts):
    """How a complaint was made, and whether it was settled by the end of the next working day."""

    oral: bool | None = None
    by_next_working_day: bool | None = None


@rule(COMPLAINTS["reg 8(1)(c)"], commenced=COMMENCED, family="a complaint outside the regulations")
def settled_at_once(facts: SettlementFacts) -> Limbs:
    """An oral complaint that was settled by the end of the next working day is outside the regulations."""
    return (
        limb("1", "the complaint was made orally", facts.oral),
        limb("2", "it was settled by the end of the next working day", facts.by_next_working_day),
    )
