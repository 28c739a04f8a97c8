"""Section 9: a lasting power of attorney confers authority once it is registered."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.mental_capacity_act_2005 import COMMENCED, MENTAL_CAPACITY_ACT
from swp_domain.law.rule import rule


class LastingPowerFacts(Facts):
    """What the record tells of an instrument that is said to be a lasting power of attorney."""

    registered: bool | None = None


@rule(MENTAL_CAPACITY_ACT["s 9(2)(b)"].from_memory(), commenced=COMMENCED)
def a_lasting_power_confers_authority(power: LastingPowerFacts) -> Limbs:
    """A lasting power of attorney is none, and confers no authority, before it is registered."""
    return (limb("b", "the instrument is registered with the Public Guardian", power.registered),)
