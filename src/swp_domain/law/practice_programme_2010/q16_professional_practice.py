"""Question 16: what makes a practice a professional one."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.practice_programme_2010 import COMMENCED, PROGRAMME
from swp_domain.law.rule import rule

_HALF, _WHOLE = 50, 100
Share = Annotated[int, Field(ge=0, le=_WHOLE)]
"""A share in per cent."""

PROFESSIONAL = PROGRAMME["question 16"]


class ConstitutionFacts(Facts):
    """What registered social workers engaged in the practice own of it, and of its votes, in per cent."""

    owned_by_social_workers: Share | None = None
    controlled_by_social_workers: Share | None = None


def _most(share: int | None) -> bool | None:
    return None if share is None else share > _HALF


@rule(PROFESSIONAL, commenced=COMMENCED)
def professional_practice(facts: ConstitutionFacts) -> Limbs:
    """More than half of it is owned, and more than half controlled, by registered social workers engaged in it."""
    return (
        limb("owned", "engaged registered social workers own more than half", _most(facts.owned_by_social_workers)),
        limb(
            "controlled",
            "engaged registered social workers control more than half",
            _most(facts.controlled_by_social_workers),
        ),
    )
