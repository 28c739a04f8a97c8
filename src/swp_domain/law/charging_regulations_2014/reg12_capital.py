"""Regulations 12 and 25: the capital limits, and what capital between them counts as income.

The figures are those of 2014. That they still stand is from memory; a change is one more row in the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import ROUND_CEILING, Decimal

from swp_domain.law.charging_regulations_2014 import CHARGING, COMMENCED
from swp_domain.law.dates import Period
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import FROM_MEMORY, Provision, Regime, not_known, rule


@dataclass(frozen=True, slots=True)
class CapitalLimits:
    """Pounds, and the days on which they are the law.

    ``upper`` is the financial limit (reg 12). Capital above ``lower`` counts as ``income`` a week for each complete
    ``step`` and for what is left of one (reg 25).
    """

    period: Period
    upper: Decimal
    lower: Decimal
    step: Decimal
    income: Decimal
    provision: Provision
    confidence: str


_FIGURES = (Decimal(23250), Decimal(14250), Decimal(250), Decimal(1))
LIMITS = (
    CapitalLimits(Period(date(2015, 4, 1), date(2016, 3, 31)), *_FIGURES, CHARGING["regs 12, 25"], CHARGING.confidence),
    CapitalLimits(Period(date(2016, 4, 1), None), *_FIGURES, CHARGING["regs 12, 25"].from_memory(), FROM_MEMORY),
)


def capital_limits(on: date) -> CapitalLimits:
    """The limits of a day.

    Raises:
        LawNotKnown: none is encoded for it.
    """
    found = next((one for one in LIMITS if on in one.period), None)
    if found is None:
        raise not_known("SI 2014/2672, regs 12, 25 (capital limits)", on, Period(LIMITS[0].period.first, None))
    return found


def tariff_income(capital: Decimal, *, on: date) -> Decimal:
    """What capital counts as income, in pounds a week, for somebody whose capital is within the upper limit.

    Args:
        capital: what is counted of it, in pounds.
        on: the day on which means are assessed.

    Raises:
        LawNotKnown: the limits of that day are not encoded.
        ValueError: the capital is above the upper limit, where no tariff applies.
    """
    limits = capital_limits(on)
    if capital > limits.upper:
        raise ValueError(f"Capital above £{limits.upper} is above the financial limit: it has no tariff income.")
    steps = ((capital - limits.lower) / limits.step).to_integral_value(ROUND_CEILING)
    return max(steps, Decimal(0)) * limits.income


class CapitalFacts(Facts):
    """Capital that counts, in pounds, and the limit of the day."""

    capital: Decimal | None = None
    upper_limit: Decimal


@rule(
    CHARGING["reg 12"].from_memory(),
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="capital above the financial limit",
)
def above_the_limit(facts: CapitalFacts) -> Limbs:
    """Above the upper limit a council may not pay for a permanent place in a care home, and need not pay for others."""
    above = None if facts.capital is None else facts.capital > facts.upper_limit
    return (limb("12", "the capital is above the upper limit", above),)
