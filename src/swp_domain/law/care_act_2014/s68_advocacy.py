"""Section 68: an independent advocate for the adult whom an enquiry is about.

SI 2014/2889 is made under section 67(7) alone: neither its exceptions (reg 4) nor its conditions for an advocate
(reg 2) are read into section 68.
"""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import rule


class EnquiryInvolvementFacts(Facts):
    """How far the adult can be involved in an enquiry, and who could support them (s 68(3)-(5)).

    ``appropriate_person`` is somebody who is not paid to care or treat, and whom the adult agrees to, or whose
    support is in the best interests of an adult who cannot agree.
    """

    difficulty_understanding: bool | None = None
    difficulty_retaining: bool | None = None
    difficulty_weighing: bool | None = None
    difficulty_communicating: bool | None = None
    appropriate_person: bool | None = None

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


@rule(CARE_ACT["s 68(2)-(5)"], commenced=COMMENCED)
def enquiry_advocate_duty(facts: EnquiryInvolvementFacts) -> Limbs:
    """Substantial difficulty in being involved in an enquiry, and nobody appropriate to help, make an advocate due."""
    somebody = facts.appropriate_person
    return (
        limb("3", "would have substantial difficulty in being involved", facts.substantial_difficulty),
        limb(
            "4",
            "nobody appropriate, who is not paid to care, can support their involvement",
            None if somebody is None else not somebody,
        ),
    )


class EnquiryAdvocateFacts(Facts):
    """Whether the advocate is independent of the council."""

    independent: bool | None = None


@rule(CARE_ACT["s 68(2)"], commenced=COMMENCED)
def enquiry_advocate_independent(facts: EnquiryAdvocateFacts) -> Limbs:
    """An advocate for an enquiry is independent of the council."""
    return (limb("2", "is independent of the council", facts.independent),)
