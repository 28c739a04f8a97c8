"""Regulations 2 and 4: to whom a deferred payment agreement must be offered."""

from __future__ import annotations

from decimal import Decimal

from swp_domain.law.deferred_payment_regulations_2014 import COMMENCED, DEFERRED_PAYMENT
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule

OTHER_CAPITAL = Decimal(23250)
"""Pounds beside the home."""


class DeferralFacts(Facts):
    """What a financial assessment found. ``other_capital`` is beside the home, in pounds.

    ``security`` is whether a first legal charge on the home can be had.
    """

    care_home: bool | None = None
    counts_home: bool | None = None
    other_capital: Decimal | None = None
    security: bool | None = None


@rule(
    DEFERRED_PAYMENT["regs 2, 4"],
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="deferred payment that must be offered",
)
def must_be_offered(found: DeferralFacts) -> Limbs:
    """Whoever's home counts towards a care home place, and who has little else, is offered to pay later."""
    little = None if found.other_capital is None else found.other_capital <= OTHER_CAPITAL
    return (
        limb("a", "needs are met, or would be, by a place in a care home", found.care_home),
        limb("b", "the home counts as capital", found.counts_home),
        limb("c", "other capital is within the limit", little),
        limb("d", "a first legal charge can be had", found.security),
    )
