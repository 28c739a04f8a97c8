"""What is owed about capacity: to assess what is doubted, to look again, and to instruct an advocate."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from swp_domain.capacity.events import (
    AdvocateInstructed,
    AdvocateInstructedByNhs,
    AdvocateNeedArose,
    AdvocateNeedEnded,
    CapacityAssessed,
    CapacityDoubted,
    CapacityDoubtSettled,
)
from swp_domain.law.local_targets.capacity import assessing_capacity, instructing_an_advocate
from swp_domain.law.mental_capacity_act_2005 import (
    ADVOCATES_BEGAN,
    CODE,
    COMMENCED,
    DEPRIVATION_BEGAN,
    MENTAL_CAPACITY_ACT,
)
from swp_domain.law.mental_capacity_act_2005.s39_advocates import OWED, Trigger, urgent_accommodation
from swp_domain.owed import Ends, Opening, Openings, owed
from swp_domain.party import HOSPITAL

_ADVOCATE, _NHS_ADVOCATE = "instruct a mental capacity advocate", "instruct a mental capacity advocate (NHS)"
_DETAINED = "instruct a mental capacity advocate (Schedule A1)"


def _is_owed(event: AdvocateNeedArose) -> bool:
    test = OWED.get(event.trigger)
    return test is not None and all(one.shown for one in test.test(event.need))


def _of(*triggers: Trigger, urgent: bool | None = None) -> Callable[[AdvocateNeedArose], bool]:
    return lambda event: event.trigger in triggers and urgent in (None, event.urgent) and _is_owed(event)


def _before_it_begins(event: AdvocateNeedArose) -> date | None:
    return event.planned_for


def _look_again(event: CapacityAssessed) -> date | None:
    return event.look_again_on


def _planned(*triggers: Trigger) -> Openings:
    return {AdvocateNeedArose: Opening(_before_it_begins, when=_of(*triggers, urgent=False))}


_NOT_NEEDED: Ends = {AdvocateNeedEnded: None}
_OF_DETENTION = tuple(one for one in Trigger if one.of_detention)
_BY_THE_NHS = tuple(one for one in Trigger if one.by_the_nhs)

DUTIES = (
    owed(
        "assess capacity for the decision",
        rule="MCA-01-02",
        provision=CODE["ch 4"],
        subject="capacity_decision",
        opened_by={CapacityDoubted: Opening(assessing_capacity)},
        discharged_by=(CapacityAssessed,),
        settled_by=(CapacityAssessed,),
        ended_by={CapacityDoubtSettled: None},
        commenced=COMMENCED,
        recurring=True,
        theme="P17",
    ),
    owed(
        "look at capacity for the decision again",
        rule="MCA-02-03",
        provision=CODE["ch 4"],
        subject="capacity_decision",
        opened_by={CapacityAssessed: Opening(_look_again, when=lambda event: event.look_again_on is not None)},
        discharged_by=(CapacityAssessed,),
        ended_by={CapacityDoubtSettled: None},
        commenced=COMMENCED,
        recurring=True,
        theme="P17",
    ),
    owed(
        _ADVOCATE,
        rule="IMCA-39",
        provision=MENTAL_CAPACITY_ACT["s 39(1)-(2)"],
        subject="advocacy",
        opened_by=_planned(Trigger.COUNCIL_ACCOMMODATION),
        discharged_by=(AdvocateInstructed,),
        ended_by=_NOT_NEEDED,
        commenced=ADVOCATES_BEGAN,
        theme="P12",
    ),
    owed(
        _ADVOCATE,
        rule="IMCA-39-URGENT",
        provision=MENTAL_CAPACITY_ACT["s 39(4)-(5)"],
        subject="advocacy",
        opened_by={
            AdvocateNeedArose: Opening(urgent_accommodation, when=_of(Trigger.COUNCIL_ACCOMMODATION, urgent=True))
        },
        discharged_by=(AdvocateInstructed,),
        ended_by=_NOT_NEEDED,
        commenced=ADVOCATES_BEGAN,
        theme="P12",
    ),
    owed(
        _NHS_ADVOCATE,
        rule="IMCA-37",
        provision=MENTAL_CAPACITY_ACT["ss 37(3), 38(1)-(2)"],
        by=HOSPITAL,
        subject="advocacy",
        opened_by=_planned(*_BY_THE_NHS),
        discharged_by=(AdvocateInstructedByNhs,),
        ended_by=_NOT_NEEDED,
        commenced=ADVOCATES_BEGAN,
        theme="P12",
    ),
    owed(
        _DETAINED,
        rule="IMCA-39A",
        provision=MENTAL_CAPACITY_ACT["ss 39A, 39C, 39D"],
        by="supervisory body",
        subject="advocacy",
        opened_by={AdvocateNeedArose: Opening(instructing_an_advocate, when=_of(*_OF_DETENTION))},
        discharged_by=(AdvocateInstructed,),
        ended_by=_NOT_NEEDED,
        commenced=DEPRIVATION_BEGAN,
        theme="P12",
    ),
)
