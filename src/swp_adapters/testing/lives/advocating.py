"""Independent mental capacity advocates: who is owed one, who gets one, and what they report."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Final

from swp_adapters.testing.others import ADVOCACY
from swp_adapters.testing.pen import Pen
from swp_adapters.testing.words import synthetic
from swp_domain.capacity.events import AdvocateInstructed, AdvocateNeedArose, CapacityAdvocateReported
from swp_domain.decision import Decision
from swp_domain.law.mental_capacity_act_2005.s35_advocate import AdvocateFacts
from swp_domain.law.mental_capacity_act_2005.s39_advocates import Accommodation, AdvocateNeed, Trigger

_INDEPENDENT: Final = AdvocateFacts(approved=True, works_for_who_decides=False, cares_for_the_person=False)
_INSTRUCTED: Final = 0.75
"""The part of those owed an advocate who get one here; chosen, and from no source."""


@dataclass(frozen=True, slots=True)
class Advocacy:
    """An advocate who is owed, and whether they were instructed."""

    id: str
    instructed: bool


def instructed(
    pen: Pen, question: str | None, trigger: Trigger, place: Accommodation, planned_for: date | None
) -> Advocacy:
    """Somebody has nobody to be consulted, so that an advocate is owed; most get one."""
    advocacy = pen.named("advocacy")
    need = AdvocateNeed(
        lacks_capacity=True,
        befriended=False,
        someone_with_authority=False,
        accommodation=place,
        days=365,
        under_mental_health_act=False,
    )
    pen.tell(
        AdvocateNeedArose(
            advocacy=advocacy,
            trigger=trigger,
            need=need,
            planned_for=planned_for,
            urgent=planned_for is None,
            rests_on=question,
        )
    )
    if not pen.maybe(_INSTRUCTED):
        return Advocacy(advocacy, instructed=False)
    if planned_for is None or (planned_for - pen.day).days > 2:
        pen.after(0, 2)
    decision = Decision(outcome=ADVOCACY, reasons=synthetic("nobody but paid carers knows them"))
    pen.tell(
        AdvocateInstructed(
            advocacy=advocacy,
            trigger=trigger,
            of_an_arranged_provider=True,
            advocate=_INDEPENDENT,
            decision=decision,
        ),
        by=pen.staff.council_desk.decider(pen.chance),
    )
    return Advocacy(advocacy, instructed=True)


def reported(pen: Pen, advocacy: Advocacy | None, question: str) -> bool:
    """The advocate reports, if there is one."""
    if advocacy is None or not advocacy.instructed:
        return False
    report = synthetic("asks for a trial at home")
    pen.tell(CapacityAdvocateReported(advocacy=advocacy.id, capacity_decision=question, report=report))
    return True
