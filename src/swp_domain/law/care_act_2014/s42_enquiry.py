"""Section 42: the duty to make safeguarding enquiries."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import rule


class SafeguardingFacts(Facts):
    """What there is reasonable cause to suspect, and whether it is this council's to look into.

    ``in_prison`` is s 76(7), where s 42 does not apply. ``outside_the_area`` is about where the adult is,
    and never about where they ordinarily live.
    """

    has_needs: bool | None = None
    at_risk: bool | None = None
    unable_to_protect: bool | None = None
    in_prison: bool | None = None
    outside_the_area: bool | None = None


@rule(CARE_ACT["s 42(1)"], commenced=COMMENCED)
def enquiry_duty(suspected: SafeguardingFacts) -> Limbs:
    """Reasonable cause to suspect three things makes a duty to enquire, whoever else is involved."""
    return (
        limb("a", "has needs for care and support", suspected.has_needs),
        limb("b", "is experiencing, or at risk of, abuse or neglect", suspected.at_risk),
        limb("c", "cannot protect themselves because of those needs", suspected.unable_to_protect),
    )


@rule(CARE_ACT["s 42(1)"], commenced=COMMENCED, family="adults in the area")
def in_the_area(suspected: SafeguardingFacts) -> Limbs:
    """The duty is that of the council in whose area the adult is, ordinarily resident there or not."""
    outside = suspected.outside_the_area
    return (limb("1", "is in the area of the council that decides", None if outside is None else not outside),)


@rule(CARE_ACT["s 76(7)"], commenced=COMMENCED)
def enquiry_reaches_them(suspected: SafeguardingFacts) -> Limbs:
    """Section 42 does not apply to an adult in prison or in approved premises."""
    return (
        limb(
            "7",
            "is not in prison or approved premises",
            None if suspected.in_prison is None else not suspected.in_prison,
        ),
    )
