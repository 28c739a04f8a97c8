"""Sections 39 and 76: in whose area somebody is taken to live who was placed there, or is held there."""

from __future__ import annotations

from enum import StrEnum

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.rule import Regime, rule


class PlacedIn(StrEnum):
    """The accommodation that leaves somebody resident where they were before."""

    CARE_HOME = "care home"
    SHARED_LIVES = "shared lives scheme"
    SUPPORTED_LIVING = "supported living"
    NHS = "NHS accommodation"
    AFTER_CARE = "accommodation as after-care"
    OTHER = "other"

    @property
    def specified(self) -> bool:
        """Whether it is of a type that the regulations name (SI 2014/2828)."""
        return self in (PlacedIn.CARE_HOME, PlacedIn.SHARED_LIVES, PlacedIn.SUPPORTED_LIVING)


class DeemingFacts(Facts):
    """What was concluded about a placement: ``needs_it`` is whether the needs can be met only in such a place,
    ``met_under_part_1`` whether a council is meeting them there under Part 1 of the Act, and
    ``there_before_part_1`` whether the person lived there already when Part 1 came to apply to them, and has since
    (of few, and so of nobody of whom it is not said).
    """

    placed_in: PlacedIn | None = None
    needs_it: bool | None = None
    met_under_part_1: bool | None = None
    there_before_part_1: bool = False


@rule(CARE_ACT["s 39"].from_memory(), commenced=COMMENCED, regime=Regime.CARE_ACT, family="deemed residence")
def deemed_resident(facts: DeemingFacts) -> Limbs:
    """Somebody placed in accommodation of certain types stays resident where they were before."""
    kind = facts.placed_in
    specified = None if kind is None else kind.specified
    other = None if kind is None else kind in (PlacedIn.NHS, PlacedIn.AFTER_CARE)
    not_specified = None if specified is None else not specified
    # Only care homes left people resident elsewhere under the old law; what else was running was left as it was.
    newer = None if kind is None else kind not in (PlacedIn.SHARED_LIVES, PlacedIn.SUPPORTED_LIVING)
    began = "it is no shared life or supported living from before Part 1 applied to the person (SI 2015/995 art 6)"
    return (
        limb("1", "the accommodation is of a type that the law names", any_of((specified, other))),
        limb("2", "the needs can be met only in accommodation of that type", any_of((not_specified, facts.needs_it))),
        limb("3", "they are being met there under Part 1", any_of((not_specified, facts.met_under_part_1))),
        limb("4", began, any_of((newer, not facts.there_before_part_1))),
    )
