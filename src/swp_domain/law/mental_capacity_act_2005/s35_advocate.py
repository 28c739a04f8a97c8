"""Section 35: who may be an independent mental capacity advocate."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.mental_capacity_act_2005 import ADVOCATES_BEGAN, MENTAL_CAPACITY_ACT
from swp_domain.law.rule import rule


class AdvocateFacts(Facts):
    """What is known of an advocate: approved by the council, or of a class that is, and answerable to nobody here."""

    approved: bool | None = None
    works_for_who_decides: bool | None = None
    cares_for_the_person: bool | None = None


@rule(MENTAL_CAPACITY_ACT["s 35(1)-(4)"].from_memory(), commenced=ADVOCATES_BEGAN)
def may_be_an_advocate(who: AdvocateFacts) -> Limbs:
    """An advocate is approved, and independent of whoever is responsible for the act or decision."""

    def free(tied: bool | None) -> bool | None:
        return None if tied is None else not tied

    return (
        limb("3", "is approved, or belongs to a class that is", who.approved),
        limb("4", "does not work for the body that decides", free(who.works_for_who_decides)),
        limb("4 care", "does not care for, or treat, the person professionally", free(who.cares_for_the_person)),
    )
