"""Section 67: an independent advocate for somebody who would have substantial difficulty in being involved."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import Regime, rule


class InvolvementFacts(Facts):
    """How far the person can be involved, and who could support them (s 67(4)-(6); SI 2014/2889 reg 4).

    ``long_nhs_stay`` is a stay that the NHS arranges, of 28 days in hospital or 8 weeks in a care home, in
    which an advocate is in the person's best interests; ``disagreement`` one on something that matters, between
    the council and whoever could support them, who agree that an advocate is in the person's best interests.
    """

    difficulty_understanding: bool | None = None
    difficulty_retaining: bool | None = None
    difficulty_weighing: bool | None = None
    difficulty_communicating: bool | None = None
    appropriate_person: bool | None = None
    long_nhs_stay: bool | None = None
    disagreement: bool | None = None

    @property
    def substantial_difficulty(self) -> bool | None:
        """Whether any of the four difficulties is substantial."""
        return any_of(
            (
                self.difficulty_understanding,
                self.difficulty_retaining,
                self.difficulty_weighing,
                self.difficulty_communicating,
            )
        )


@rule(CARE_ACT["s 67(2)-(5)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="duty to arrange an advocate")
def advocate_duty(facts: InvolvementFacts) -> Limbs:
    """Substantial difficulty in being involved, with nobody appropriate to help, makes an advocate due."""
    somebody = facts.appropriate_person
    nobody = None if somebody is None else not somebody
    return (
        limb("4", "would have substantial difficulty in being involved", facts.substantial_difficulty),
        limb(
            "5",
            "nobody appropriate, who is not paid to care, can support their involvement, or reg 4 applies",
            any_of((nobody, facts.long_nhs_stay, facts.disagreement)),
        ),
    )
