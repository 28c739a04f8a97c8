"""Regulation 3: a direct payment does not pay a partner or close relative of the same household, unless it must."""

from __future__ import annotations

from swp_domain.law.direct_payments_regulations_2014 import COMMENCED, DIRECT_PAYMENTS
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule


class PaidFromIt(Facts):
    """Who is paid from a direct payment, and whether the council considers that necessary.

    ``necessary`` is for the care of the adult, or for managing and administering the payment.
    """

    close_relative_in_household: bool | None = None
    necessary: bool | None = None


@rule(
    DIRECT_PAYMENTS["reg 3"],
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="who is paid from a direct payment",
)
def may_be_paid(facts: PaidFromIt) -> Limbs:
    """A partner or close relative who lives with the adult is paid only where the council thinks it necessary."""
    close = facts.close_relative_in_household
    shown = True if close is False or facts.necessary else None if close is None else facts.necessary
    return (limb("3", "nobody of the household who is a partner or close relative is paid, or it is necessary", shown),)
