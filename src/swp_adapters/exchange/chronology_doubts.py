"""Why a duty that seems late may not have been broken: what an account leaves open, and only asks to look at."""

from __future__ import annotations

from typing import Final

from swp_adapters.exchange.chronology_actors import council_acts
from swp_adapters.exchange.chronology_carers import CARERS
from swp_adapters.exchange.chronology_desk import Desk, Weight
from swp_adapters.exchange.chronology_needs import NEEDS
from swp_adapters.exchange.chronology_vocabulary import PERSONS_SIDE
from swp_domain.assessment.events import AssessmentOffered
from swp_domain.duty import Duty

_ASSESSED: Final = frozenset({"assessment-completed", "carer-assessment-completed"})
_ANSWERED: Final = frozenset({"decision-notified", "reasons-given"})


def met_unseen(desk: Desk, duty: Duty) -> bool:
    """Whether only what came of it shows that something was done: then it was done at some time before."""
    return any(
        one.occurred_on == duty.met_on
        and one.event.name == duty.met_by
        and desk.weights.get(one.entry_id, Weight.FACT) is Weight.IMPLIED
        for one in desk.entries
    )


def answered_otherwise(desk: Desk, duty: Duty) -> bool:
    """Whether another body assessed in time, perhaps for the council, or who had support was told why not again."""
    last = duty.last_day if duty.duty in (NEEDS, CARERS) else None
    begun = min(one.on for one in duty.openers)
    near = [one for one in desk.told if last and begun <= one.occurred.latest and one.occurred.earliest <= last]
    another = any(one.act in _ASSESSED and one.statutory and one.by not in PERSONS_SIDE for one in near)
    answers = (one for one in near if one.act in _ANSWERED and council_acts(one.by))
    return another or (duty.duty == NEEDS and any(desk.served(one) for one in answers))


def rule_suspended(desk: Desk, duty: Duty) -> bool:
    """Whether some rule had stopped for a time while a duty was owed: the account does not say which."""
    begun, ended = min(one.on for one in duty.openers), duty.met_on or desk.as_at
    stops = [one.occurred.earliest for one in desk.told if one.act == "law-suspended"]
    again = [one.occurred.latest for one in desk.told if one.act == "law-resumed"]
    return any(day <= ended and begun <= min((one for one in again if one >= day), default=desk.as_at) for day in stops)


def presumed(desk: Desk, duty: Duty) -> bool:
    """Whether its clock runs on only because a wait without an agreed end was taken to be over."""
    return (duty.duty, duty.subject) in desk.presumed


def offered_in_time(desk: Desk, duty: Duty) -> bool:
    """Whether an assessment was offered before the last day: that it came later may not be the council's doing."""
    last = duty.last_day if duty.duty in (NEEDS, CARERS) else None
    return last is not None and any(
        isinstance(one.event, AssessmentOffered) and one.event.assessment == duty.subject and one.occurred_on <= last
        for one in desk.entries
    )


DOUBTS: Final = (met_unseen, presumed, offered_in_time, answered_otherwise, rule_suspended)
