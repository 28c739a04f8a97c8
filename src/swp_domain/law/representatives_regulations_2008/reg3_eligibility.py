"""Regulations 3 to 9: who can be a representative, and who may object to whom."""

from __future__ import annotations

from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.representatives_regulations_2008 import COMMENCED, REPRESENTATIVES
from swp_domain.law.rule import rule


class RepresentativeFacts(Facts):
    """What is known of somebody who is to be the representative.

    ``works_on_the_case`` is whether they work for the managing authority or the supervisory body on the case.
    ``objected_to`` is whether whoever may choose instead objects. ``checked`` is asked of a paid one alone.
    """

    adult: bool | None = None
    can_keep_in_contact: bool | None = None
    willing: bool | None = None
    financially_interested: bool | None = None
    works_on_the_case: bool | None = None
    objected_to: bool | None = None
    paid: bool | None = None
    checked: bool | None = None


def _not(told: bool | None) -> bool | None:
    return None if told is None else not told


@rule(REPRESENTATIVES["regs 3 to 9"], commenced=COMMENCED, family="who can be a representative")
def representative_is_eligible(facts: RepresentativeFacts) -> Limbs:
    """An adult who is willing, can keep in contact, has no interest in it, and is not objected to."""
    return (
        limb("a", "is 18 or over", facts.adult),
        limb("b", "is able to keep in contact with the person", facts.can_keep_in_contact),
        limb("c", "is willing", facts.willing),
        limb("d", "has no financial interest in the managing authority", _not(facts.financially_interested)),
        limb("e", "does not work on the case for either body", _not(facts.works_on_the_case)),
        limb("f", "is not objected to by whoever may choose instead", _not(facts.objected_to)),
        limb("g", "is checked, if paid", any_of((_not(facts.paid), facts.checked))),
    )
