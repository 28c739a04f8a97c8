"""Sections 9 to 11: a lasting power of attorney confers authority once registered, over welfare only in incapacity."""

from __future__ import annotations

from enum import StrEnum

from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.mental_capacity_act_2005 import COMMENCED, MENTAL_CAPACITY_ACT
from swp_domain.law.mental_capacity_act_2005.s27_excluded import OF_PROPERTY, OF_WELFARE, Matter
from swp_domain.law.rule import rule


class PowerKind(StrEnum):
    """Which matters a lasting power, or a deputy's order, is about."""

    PROPERTY_AND_AFFAIRS = "property and affairs"
    HEALTH_AND_WELFARE = "health and welfare"

    @property
    def matters(self) -> frozenset[Matter]:
        """The matters it can reach; the instrument or order may name fewer."""
        return OF_PROPERTY if self is PowerKind.PROPERTY_AND_AFFAIRS else OF_WELFARE


class LastingPowerFacts(Facts):
    """What the record tells of an instrument that is said to be a lasting power of attorney."""

    registered: bool | None = None


class AttorneyFacts(Facts):
    """A matter that an attorney would decide: whether the power is of welfare, and the person unable to decide it."""

    of_welfare: bool | None = None
    lacks_capacity: bool | None = None


@rule(MENTAL_CAPACITY_ACT["s 9(2)(b)"].from_memory(), commenced=COMMENCED)
def a_lasting_power_confers_authority(power: LastingPowerFacts) -> Limbs:
    """A lasting power of attorney is none, and confers no authority, before it is registered."""
    return (limb("b", "the instrument is registered with the Public Guardian", power.registered),)


@rule(MENTAL_CAPACITY_ACT["s 11(7)(a)"].from_memory(), commenced=COMMENCED)
def an_attorney_may_decide_on_welfare(facts: AttorneyFacts) -> Limbs:
    """An attorney decides on personal welfare only where the person lacks capacity for that."""
    of_property = None if facts.of_welfare is None else not facts.of_welfare
    says = "it is a matter of property, or the person lacks capacity for it"
    return (limb("a", says, any_of((of_property, facts.lacks_capacity))),)
