"""Sections 37 and 38: what two councils owe somebody who moves from the area of one to that of the other."""

from __future__ import annotations

from swp_domain.law.care_act_2014 import CARE_ACT, COMMENCED
from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Facts, Limbs, limb
from swp_domain.law.limit import limit
from swp_domain.law.rule import Regime, rule


class MoveFacts(Facts):
    """What makes a move one that the Act carries care across (s 37(1))."""

    needs_met_by_first_council: bool | None = None
    second_council_told: bool | None = None
    second_council_satisfied: bool | None = None


@rule(CARE_ACT["s 37(1)"], commenced=COMMENCED, regime=Regime.CARE_ACT, family="moves that care follows")
def care_follows(move: MoveFacts) -> Limbs:
    """Care follows somebody whose needs are met by a council, once the next one is told and takes the move as meant."""
    return (
        limb("a", "a council is meeting the person's needs", move.needs_met_by_first_council),
        limb("b", "the second council was told of the move", move.second_council_told),
        limb("c", "it is satisfied that the intention is genuine", move.second_council_satisfied),
    )


on_the_day_of_the_move = limit(
    CARE_ACT["s 38(1)"],
    1,
    Unit.DAYS,
    Counting.BEGINNING_WITH,
    family="time to meet the needs of somebody who moved",
    commenced=COMMENCED,
    regime=Regime.CARE_ACT,
)
"""What has not been assessed and arranged by the day of the move is met from that day as it was before."""
