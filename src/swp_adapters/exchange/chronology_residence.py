"""Between two councils: who answers after a move, and who meets the needs while they differ.

That a case passes to another council opens a duty to go on with its care only where the account shows that
care stopped; what it is silent about is no gap.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import Final

from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import kind_of
from swp_adapters.exchange.chronology_dates import between
from swp_adapters.exchange.chronology_desk import NOT_YET, Desk, Weight
from swp_adapters.exchange.chronology_excuses import moved_between_councils
from swp_domain.actor import BodyKind
from swp_domain.case.events import CaseHandedOver
from swp_domain.law.care_act_2014.s37_moving import MoveFacts
from swp_domain.residence.events import (
    ContinuityBegan,
    DisputeArose,
    DisputeReferred,
    DisputeResolved,
    NeedsMetMeanwhile,
    PersonMoved,
    SupportInterrupted,
)

_COUNCILS: Final = frozenset({BodyKind.COUNCIL, BodyKind.PRACTICE, BodyKind.OTHER_COUNCIL})
_DISPUTE: Final = frozenset({"residence-dispute-raised", "residence-dispute-resolved"})
_STOPS: Final = frozenset({"service-ended", "service-suspended", "direct-payment-stopped"})
_NEEDS: Final = ("eligible-need", "plan-element")
_GOVERNMENT: Final = ("secretary", "government", "minister", "department")
# Our reading: a service that ends within a month before a move ends because of it.
_MONTH: Final = timedelta(days=31)
_MOVE: Final = "meet the needs from the day of the move"
_MEANWHILE: Final = "meet the needs while councils differ"


def transferred(desk: Desk, source: Happening) -> str | None:
    """A case passes to another council, or to another team or body of the same one."""
    if not moved_between_councils(desk, source):
        # That it passes to a team does not say that nobody there takes it up.
        event = CaseHandedOver(team=source.to or source.type or "team", worker=desk.new("worker"))
        desk.put(event, source)
        return None
    unmet = _unmet(desk, source.occurred.latest)
    shown = True if desk.served(source) and (unmet or _care_stopped(desk, source)) else None
    facts = MoveFacts(needs_met_by_first_council=shown, second_council_told=shown, second_council_satisfied=shown)
    weight = Weight.FACT if unmet else Weight.INFERRED
    desk.put(PersonMoved(move=_same_move(desk, source) or desk.new("move"), facts=facts), source, weight=weight)
    _over(desk, source)
    return None


def _same_move(desk: Desk, source: Happening) -> str | None:
    """The move that a case passing on and a change of address about the same time both tell of."""
    first = source.occurred.earliest - _MONTH
    near = [
        one.event.move for one in desk.entries if isinstance(one.event, PersonMoved) and one.occurred.latest >= first
    ]
    return near[-1] if near else None


def moved(desk: Desk, source: Happening) -> str | None:
    """A change of address is a matter between councils only where the account says so."""
    return transferred(desk, source) if moved_between_councils(desk, source) else NOT_YET


def disputed(desk: Desk, source: Happening) -> str | None:
    """Two councils differ; whether anybody meets the needs meanwhile is asked of the standing facts."""
    unmet = _unmet(desk, source.occurred.earliest) or _unmet(desk, source.occurred.latest)
    desk.put(DisputeArose(dispute=desk.new("dispute"), needs_met=False if unmet else None), source)
    return None


def settled(desk: Desk, source: Happening) -> str | None:
    """A dispute is over; what the government determined was referred to it at some time before."""
    which = _open_dispute(desk)
    arose = desk.file.residence.disputes[which].arose_on if which else None
    named = which or desk.new("dispute")
    if source.by == "government" and arose is not None and arose <= source.occurred.latest:
        desk.put(DisputeReferred(dispute=named), source, on=between(arose, source.occurred.latest))
    desk.put(DisputeResolved(dispute=named), source)
    return None


def referred_on(desk: Desk, source: Happening) -> str | None:
    """A referral to the government is that of a dispute, where one is open."""
    which = _open_dispute(desk)
    to = (source.to or source.type or "").lower()
    if which is None or not any(word in to for word in _GOVERNMENT):
        return NOT_YET
    desk.put(DisputeReferred(dispute=which), source)
    return None


def support_began(desk: Desk, source: Happening) -> None:
    """Whatever council arranges support, it ends the days without it after a move or during a dispute."""
    if kind_of(source.by) not in _COUNCILS or not source.commissioned:
        return
    for move in [one.subject for one in desk.file.ledger if one.duty == _MOVE and one.met_on is None]:
        desk.put(ContinuityBegan(move=move), source)
    if (duty := desk.owed(_MEANWHILE)) is not None:
        desk.put(NeedsMetMeanwhile(dispute=duty.subject), source)
    _over(desk, source)


def _over(desk: Desk, source: Happening) -> None:
    """A council that takes the matter on ends a dispute of which the account tells nothing more."""
    which = _open_dispute(desk)
    if which and not any(one.act in _DISPUTE for one in desk.later_than(source)):
        desk.put(DisputeResolved(dispute=which), source, weight=Weight.INFERRED)


def interruptions(desk: Desk) -> None:
    """Standing facts that nothing was delivered from a day on which councils already differed."""
    for which, one in desk.file.residence.disputes.items():
        for begins in (fact.begins for fact in desk.chronology.facts("delivered") if fact.nothing):
            if begins is None or one.arose_on is None or begins.latest > desk.as_at:
                continue
            settled_before = one.resolved_on is not None and one.resolved_on <= begins.latest
            if begins.earliest > one.arose_on and not settled_before and _needed(desk, begins.earliest):
                desk.put(SupportInterrupted(dispute=which), None, on=begins, weight=Weight.INFERRED)


def _care_stopped(desk: Desk, source: Happening) -> bool:
    begins, ends = source.occurred.earliest - _MONTH, source.occurred.latest + _MONTH
    return any(one.act in _STOPS and begins <= one.occurred.earliest <= ends for one in desk.told)


def _unmet(desk: Desk, day: date) -> bool:
    """Whether standing facts say that there was a need and that nothing was delivered for it."""
    return _needed(desk, day) and any(one.nothing and one.holds_on(day) for one in desk.chronology.facts("delivered"))


def _needed(desk: Desk, day: date) -> bool:
    return any(desk.chronology.holds(fact, day) for fact in _NEEDS)


def _open_dispute(desk: Desk) -> str | None:
    disputes = desk.file.residence.disputes
    return next((name for name in reversed(disputes) if disputes[name].resolved_on is None), None)
