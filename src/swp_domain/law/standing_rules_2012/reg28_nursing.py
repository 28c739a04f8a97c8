"""Regulation 28: NHS-funded nursing care, and its weekly rates by the years they are for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Final

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import FROM_MEMORY, rule
from swp_domain.law.standing_rules_2012 import COMMENCED, STANDING_RULES


class NursingFacts(Facts):
    """Whether continuing healthcare was considered before nursing care was funded."""

    healthcare_considered_first: bool | None = None


@rule(STANDING_RULES["reg 28(2)"], commenced=COMMENCED, family="what comes before funded nursing care")
def healthcare_considered_first(facts: NursingFacts) -> Limbs:
    """Continuing healthcare is considered before somebody is assessed for funded nursing care."""
    return (limb("2", "continuing healthcare was considered first", facts.healthcare_considered_first),)


class RateFacts(Facts):
    """Whether the sum paid is one that was set for the day."""

    sum_is_the_rate: bool | None = None


@rule(STANDING_RULES["reg 28"], commenced=COMMENCED, family="the sum of funded nursing care")
def paid_at_the_rate(facts: RateFacts) -> Limbs:
    """Funded nursing care is paid at the flat rate of the day."""
    return (limb("1", "the weekly sum is the rate of the day", facts.sum_is_the_rate),)


@dataclass(frozen=True, slots=True)
class NursingRate:
    """A weekly rate in pounds, from its first day on.

    ``higher`` is for people on the high band before 1 October 2007. ``known_from`` is the day on which it was
    announced, where it was backdated: before that day the rate before it was payable.
    """

    first: date
    standard: Decimal
    higher: Decimal | None
    confidence: str
    known_from: date | None = None


_SEEN: Final = "checked in public sources"


def _rate(first: str, standard: str, higher: str | None, confidence: str = _SEEN, known: str = "") -> NursingRate:
    known_from = date.fromisoformat(known) if known else None
    top = None if higher is None else Decimal(higher)
    return NursingRate(date.fromisoformat(first), Decimal(standard), top, confidence, known_from)


RATES: Final = (
    _rate("2011-04-01", "108.70", "149.60"),
    _rate("2013-04-01", "109.79", "151.10"),
    _rate("2014-04-01", "110.89", None, f"{FROM_MEMORY}; fits the steps on either side"),
    _rate("2015-04-01", "112.00", "154.14"),
    _rate("2016-04-01", "156.25", "215.04", known="2016-07-13"),
    _rate("2017-04-01", "155.05", "213.32"),
    _rate("2018-04-01", "158.16", "217.59"),
    _rate("2019-04-01", "165.56", "227.77"),
    _rate("2019-04-01", "180.31", "248.06", known="2020-04-30"),
    _rate("2020-04-01", "183.92", "253.02", known="2020-04-30"),
    _rate("2021-04-01", "187.60", "258.08"),
    _rate("2022-04-01", "209.19", "287.78"),
    _rate("2023-04-01", "219.71", "302.25"),
    _rate("2024-04-01", "235.88", "324.50"),
    _rate("2025-04-01", "254.06", "349.50"),
    _rate("2026-04-01", "267.68", "368.24"),
)
"""The rates of each year, in the order in which they were set. The last is for the year to 31 March 2027."""

RATES_END: Final = date(2027, 3, 31)
"""The last day for which a rate is known."""


def rates_on(day: date, known: date) -> tuple[NursingRate, ...]:
    """The rates for a day: the one in force as known on another, and the one it took the place of, if it was backdated.

    Nothing is guessed: a day outside the years that are encoded has none.
    """
    started = [one for one in RATES if one.first <= day]
    if not started or day > RATES_END:
        return ()
    year = max(one.first for one in started)
    of_year = [one for one in started if one.first == year]
    told = [one for one in of_year if one.known_from is None or one.known_from <= known]
    paid_then = [one for one in started if one.known_from is None or one.known_from <= day]
    before = [one for one in paid_then if one.first < year][-1:]
    # Until a backdated rate was announced, that of the year before was paid.
    return tuple(told) if told and told[0].known_from is None else tuple(before + told)


def is_a_rate(weekly: Decimal, day: date, known: date, *, higher: bool | None) -> bool | None:
    """Whether a sum is a rate for a day, as known on another; ``None`` where that rate is not known."""
    found = rates_on(day, known)
    sums = [one.standard for one in found] if not higher else []
    sums += [one.higher for one in found if one.higher is not None] if higher is not False else []
    if weekly in sums:
        return True
    unknown = not found or (higher is not False and any(one.higher is None for one in found))
    return None if unknown else False
