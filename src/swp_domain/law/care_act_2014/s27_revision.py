"""Section 27(4)-(5): a plan is revised, and support taken away, only after circumstances were looked at again."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED, GUIDANCE
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.rule import Regime, rule


class CutFacts(Facts):
    """What came before support was taken away, and what comes after it.

    ``looked_at_again`` is whether a review or a reassessment was completed since the plan, or the service, began.
    """

    circumstances_changed: bool | None = None
    looked_at_again: bool | None = None
    decided_before: bool | None = None
    involved: bool | None = None
    told_before: bool | None = None
    needs_now_met: bool | None = None


@rule(CARE_ACT["s 27(4)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="what comes before a cut")
def cut_follows_a_look(cut: CutFacts) -> Limbs:
    """Support is taken away only where circumstances have changed, and were reassessed as far as is appropriate."""
    return (
        limb("4", "circumstances have changed in a way that affects the plan", cut.circumstances_changed),
        limb("a", "a review or a reassessment was completed before", cut.looked_at_again),
    )


@rule(CARE_ACT["s 27(4)(b)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="a cut is decided")
def cut_is_decided(cut: CutFacts) -> Limbs:
    """Support ends, pauses or shrinks because that was decided, or a plan was made that says so: not by itself."""
    return (limb("b", "it was decided before it happened", cut.decided_before),)


@rule(
    CARE_ACT["s 27(2)(b), (3)(b), (5)"].from_memory(),
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="who is heard before a cut",
)
def cut_is_talked_over(cut: CutFacts) -> Limbs:
    """The person, any carer and whoever they ask for are involved before support is taken away."""
    return (limb("3", "those concerned were involved", cut.involved),)


@rule(CARE_ACT["s 18(1)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="needs after a cut")
def needs_are_met_after(cut: CutFacts) -> Limbs:
    """What remains meets each eligible need that the support met."""
    return (limb("1", "it is shown how each need is met from then on", cut.needs_now_met),)


@rule(
    GUIDANCE["ch 13, revising a plan"].from_memory(),
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="notice of a cut",
)
def cut_is_told_before(cut: CutFacts) -> Limbs:
    """The person is told before support is taken away."""
    return (limb("1", "the person was told before it took effect", cut.told_before),)
