"""Sections 24 to 26: an advance decision to refuse treatment, and what it needs to refuse what sustains life."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.mental_capacity_act_2005 import COMMENCED, MENTAL_CAPACITY_ACT
from swp_domain.law.rule import rule


class AdvanceDecisionFacts(Facts):
    """How an advance decision was made. ``signed`` is by the person, or by another at their direction."""

    refuses_life_sustaining: bool | None = None
    even_if_life_is_at_risk: bool | None = None
    in_writing: bool | None = None
    signed: bool | None = None
    witnessed: bool | None = None


@rule(MENTAL_CAPACITY_ACT["s 25(5)-(6)"].from_memory(), commenced=COMMENCED)
def an_advance_decision_reaches_life(made: AdvanceDecisionFacts) -> Limbs:
    """To refuse what sustains life it says so even if life is at risk, in writing, signed before a witness."""
    spared = None if made.refuses_life_sustaining is None else not made.refuses_life_sustaining
    return (
        limb("5", "it says that it applies even if life is at risk", any_of((spared, made.even_if_life_is_at_risk))),
        limb("6(a)", "it is in writing", any_of((spared, made.in_writing))),
        limb("6(b)", "it is signed by the person, or for them at their direction", any_of((spared, made.signed))),
        limb("6(d)", "a witness signed it too", any_of((spared, made.witnessed))),
    )
