"""Regulation 6: a direct payment buys no more than four consecutive weeks in a care home in twelve months."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from swp_domain.law.dates import ONE_DAY, add_months
from swp_domain.law.direct_payments_regulations_2014 import COMMENCED, DIRECT_PAYMENTS
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule

LONGEST = timedelta(weeks=4)
"""Of consecutive time in a care home."""
APART = timedelta(weeks=4)
"""Stays that lie nearer to each other than this are one."""
WITHIN_MONTHS = 12


@dataclass(frozen=True, slots=True)
class Stay:
    """Time in a care home, from its first night to its last, both within it."""

    first_night: date
    last_night: date

    @property
    def nights(self) -> int:
        """How many nights; none, if it ended before it began."""
        return max((self.last_night - self.first_night).days + 1, 0)


class CareHomeTime(Facts):
    """How many nights in a care home count together (see :func:`nights_together`)."""

    nights: int | None = None


def nights_together(stays: Iterable[Stay], last_night: date) -> int:
    """How many nights count as one stay that ends with ``last_night``, within the twelve months up to it.

    A stay shorter than four weeks is added to the next one that begins less than four weeks after it ended. Only
    nights of the twelve months that end with ``last_night`` are counted.
    """
    earliest = add_months(last_night, -WITHIN_MONTHS) + ONE_DAY
    together: set[date] = set()
    previous: Stay | None = None
    for one in sorted((one for one in stays if one.nights and one.first_night <= last_night), key=_order):
        if previous is None or previous.nights >= LONGEST.days or _apart(previous, one):
            together = set()
        together |= _nights(max(one.first_night, earliest), min(one.last_night, last_night))
        previous = one if previous is None or one.last_night >= previous.last_night else previous
    return len(together)


def _apart(one: Stay, following: Stay) -> bool:
    """Whether the nights between two stays are too many to add them up."""
    return following.first_night - one.last_night - ONE_DAY >= APART


def _nights(first: date, last: date) -> set[date]:
    return {first + ONE_DAY * number for number in range((last - first).days + 1)}


def _order(one: Stay) -> tuple[date, date]:
    return one.first_night, one.last_night


@rule(
    DIRECT_PAYMENTS["reg 6"],
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="care homes bought with a direct payment",
)
def within_four_weeks(facts: CareHomeTime) -> Limbs:
    """No more than four consecutive weeks in a care home in any twelve months are bought with it."""
    shown = None if facts.nights is None else facts.nights <= LONGEST.days
    return (limb("6", "no more than four consecutive weeks in twelve months are in a care home", shown),)
