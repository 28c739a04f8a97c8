"""Regulations 1 to 4: needs are met meanwhile, who leads, and when the Secretary of State is asked."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import COMMENCED
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.disputes_regulations_2014 import DISPUTES
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.limit import limit
from swp_domain.law.rule import Regime, rule

refer_to_the_secretary_of_state = limit(
    DISPUTES["reg 3(7)"],
    4,
    Unit.MONTHS,
    Counting.AFTER,
    family="time to settle or refer a dispute",
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
)
"""Four months of the date on which it arose, which is that of the first written communication: that day is day 0."""

legal_arguments = limit(
    DISPUTES["reg 4"].from_memory(),
    14,
    Unit.DAYS,
    Counting.AFTER,
    family="time for legal arguments",
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
)
meanwhile = limit(
    DISPUTES["reg 2"],
    1,
    Unit.DAYS,
    Counting.BEGINNING_WITH,
    family="time to meet needs while councils differ",
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
)
"""A dispute delays nothing: where nobody meets the needs, the lead authority does so from the day it arises."""


class LeadFacts(Facts):
    """Who was doing what when a dispute arose, each council by its name; empty where nobody was.

    ``led_by`` is the council said to lead.
    """

    led_by: str | None = None
    met_by: str | None = None
    living_in: str | None = None


@rule(DISPUTES["reg 1(2)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="lead authority")
def leads(facts: LeadFacts) -> Limbs:
    """The council that meets the needs leads; where none does, the one in whose area the person lives."""
    rightly = facts.living_in if facts.met_by == "" else facts.met_by
    told = facts.led_by and rightly
    says = "is the council that meets the needs, or else in whose area the person lives"
    return (limb("1", says, facts.led_by == rightly if told else None),)
