"""Schedule 2, paragraph 2: the home counts for nothing in the first twelve weeks of a permanent stay."""

from __future__ import annotations

from datetime import date

from swp_domain.law.calendar import deadline
from swp_domain.law.care_act_2014.s14_charging import ChargeFacts
from swp_domain.law.charging_regulations_2014 import CHARGING, COMMENCED
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Limbs, limb
from swp_domain.law.limit import limit
from swp_domain.law.rule import Regime, rule

home_disregard = limit(
    CHARGING["Sch 2 para 2"],
    12,
    Unit.WEEKS,
    Counting.BEGINNING_WITH,
    family="weeks for which the home is disregarded",
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
)


def last_disregarded_day(moved_in: date) -> date:
    """The last of the twelve weeks; the day of moving in is day 1."""
    return deadline(moved_in, home_disregard.length, home_disregard.unit, home_disregard.counting)


@rule(
    CHARGING["Sch 2 para 2"],
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="the home in the first weeks of a permanent stay",
)
def home_may_count(charge: ChargeFacts) -> Limbs:
    """The value of the home is counted only after the first twelve weeks in a care home."""
    after = None
    if charge.first_day is not None and charge.provision_began is not None:
        after = charge.first_day > last_disregarded_day(charge.provision_began)
    shown = True if after or charge.counts_home is False else None if charge.counts_home is None else after
    return (limb("2", "the home is not counted, or the first twelve weeks are over", shown),)
