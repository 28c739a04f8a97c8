"""Section 79: what a council may authorise others to do in its name, and what it may not."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.function import Function
from swp_domain.law.rule import Regime, rule

NEVER_DELEGATED = frozenset(
    {Function.SAFEGUARDING_ENQUIRY, Function.SAFEGUARDING_REVIEW, Function.PROPERTY, Function.CHARGING}
)
"""Functions under ss 3, 6, 7, 14, 42 to 47 and 79 that a decision here can exercise (s 79(2))."""

OUTSIDE_PART_1 = frozenset({Function.CAPACITY_ADVOCACY, Function.DEPRIVATION_OF_LIBERTY})
"""Functions of the Mental Capacity Act, which an authorisation under section 79 cannot reach (s 79(1))."""

DELEGABLE = tuple(one for one in Function if one not in NEVER_DELEGATED | OUTSIDE_PART_1)
"""Functions that an authorisation under section 79 can give to others."""


class ExercisedFunction(Facts):
    """A function exercised by a body that is not the council, and the authorisation it had on the day."""

    function: Function
    authorised: bool | None = None


@rule(CARE_ACT["s 79(2)"], commenced=COMMENCED, family="functions that only the council has")
def may_be_delegated(act: ExercisedFunction) -> Limbs:
    """Integration, co-operation, charging and all of safeguarding stay with the council."""
    return (limb("2", "the function is one that can be delegated", act.function not in NEVER_DELEGATED),)


@rule(
    CARE_ACT["s 79(1), (4)-(5)"],
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
    family="authority to exercise a function",
)
def is_authorised(act: ExercisedFunction) -> Limbs:
    """A delegate acts within an authorisation in force on the day."""
    authorised = False if act.function in OUTSIDE_PART_1 else act.authorised
    return (limb("1", "an authorisation in force covers the function", authorised),)
