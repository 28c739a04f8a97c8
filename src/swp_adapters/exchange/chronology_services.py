"""The services of a chronology: begun, changed, paused, ended, and by whom; and the decision behind a cut."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Final

from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import COUNCIL, council_acts
from swp_adapters.exchange.chronology_desk import Desk, Weight
from swp_adapters.exchange.chronology_excuses import (
    died_by,
    in_hospital,
    looked_about_then,
    moved_away,
    nhs_took_over,
    ran_out,
    replaced,
)
from swp_adapters.exchange.chronology_facts import PRESUMED, amounts_fall, begins_on, facts_of, ground_of, overlap
from swp_adapters.exchange.chronology_growing_up import around_eighteen
from swp_adapters.exchange.chronology_vocabulary import PERSONS_SIDE
from swp_domain.decision import Decision
from swp_domain.law.dates import PartialDate
from swp_domain.planning.events import (
    ChangeDecided,
    NeedsAccepted,
    NoticeOfChangeGiven,
    ProviderNoticeGiven,
    SelfFundedCareNoted,
    ServiceChanged,
    ServiceEnded,
    ServiceStarted,
    ServiceSuspended,
)
from swp_domain.planning.vocabulary import (
    ChangeGround,
    ChangeKind,
    ServiceEnd,
    Suspension,
)
from swp_domain.unmet_needs import unmet_needs

_NOT_TOLD: Final = "not-told"
_LESS: Final = ("reduc", "decrea", "cut", "less", "lower", "fewer", "withdraw", "stop", "end")
_DECIDING: Final = frozenset({"decision-notified", "budget-set", "funding-decided"})
_LOOKS: Final = frozenset({"assessment-completed", "review-completed"})


def started(desk: Desk, source: Happening) -> str | None:
    """A service begins; one of the council's fills whatever gap there is."""
    own = source.commissioned and source.by not in PERSONS_SIDE
    service = desk.new("service")
    gaps = {one.need for one in unmet_needs(desk.file, source.occurred.placed())} if own else set()
    needs = tuple(sorted(gaps)) or (service,)
    desk.put(ServiceStarted(service=service, needs=needs, commissioned=own), source)
    return None


def changed(desk: Desk, source: Happening) -> str | None:
    """A service goes on otherwise; where it is less, by the council's act, that follows a decision."""
    said = f"{source.type or ''} {source.result or ''}".lower()
    day = source.occurred.earliest
    less = any(word in said for word in _LESS) or (council_acts(source.by) and amounts_fall(desk, day))
    for which in _meant(desk, source):
        if less and council_acts(source.by):
            _decided_before(desk, source, which, ChangeKind.DECREASE)
        kind = ChangeKind.DECREASE if less else None
        desk.put(ServiceChanged(service=which, kind=kind), source, weight=_sureness(desk, source))
    return None


def suspended(desk: Desk, source: Happening) -> str | None:
    """A service pauses, by whoever is said to do it; a hospital meets the needs of whoever lies in it."""
    if replaced(desk, source):
        return None
    why = Suspension.COUNCIL if council_acts(source.by) else Suspension.PROVIDER
    if source.by in PERSONS_SIDE:
        why = Suspension.PERSON_WISHES
    elif in_hospital(desk, source):
        why = Suspension.HOSPITAL
    if why is Suspension.PROVIDER:
        _still_needed(desk, source)
    for which in _meant(desk, source):
        desk.put(ServiceSuspended(service=which, why=why), source, weight=_sureness(desk, source))
    return None


def ended(desk: Desk, source: Happening) -> str | None:
    """A service stops, by whoever is said to do it; what begins in its place goes on with what was planned."""
    why = _why_ended(desk, source)
    first, *with_it = _meant(desk, source)
    if why is ServiceEnd.COUNCIL:
        _decided_before(desk, source, first, ChangeKind.END)
    if why is ServiceEnd.CHANGED:
        with_it = []
        if first.startswith(PRESUMED):
            return None
    if why is ServiceEnd.PROVIDER:
        _still_needed(desk, source)
    desk.put(ServiceEnded(service=first, why=why), source, weight=_sureness(desk, source))
    for which in with_it:  # One act, held against its council once.
        desk.put(ServiceEnded(service=which), source)
    return None


def notice(desk: Desk, source: Happening) -> str | None:
    """A provider says that it will stop."""
    for which in _meant(desk, source):
        desk.put(ProviderNoticeGiven(service=which), source)
    return None


def self_funded(desk: Desk, source: Happening) -> str | None:
    """Somebody pays for what the council may owe: what was planned or accepted is then not shown to be given."""
    desk.put(SelfFundedCareNoted(), source)
    not_shown(desk, source, source.occurred)
    return None


def not_shown(desk: Desk, source: Happening, on: PartialDate | date) -> None:
    """From then on, nothing shows that what was planned or accepted is given, unless a service of its own runs."""
    day = on if isinstance(on, date) else on.placed()
    for one in desk.file.planning.active_on(day):
        if one.service.startswith(PRESUMED):
            desk.put(ServiceSuspended(service=one.service), source, on=on, weight=Weight.APPEARANCE)


def _meant(desk: Desk, source: Happening) -> tuple[str, ...]:
    """Which services an act is about: the one begun last, with what was planned to go with it, else what is planned.

    Where more than one thing is planned and nothing was begun, which of them it is remains untold.
    """
    running = desk.file.planning.active_on(source.occurred.placed())
    planned = [one for one in running if one.service.startswith(PRESUMED)]
    begun = [one for one in running if not one.service.startswith(PRESUMED)]
    # What began on the very day is what came instead, where something ran before it.
    begun = [one for one in begun if (one.is_of.started_on or date.min) < source.occurred.earliest] or begun
    if begun:
        last = max(begun, key=lambda one: (one.is_of.started_on or date.min, one.service))
        if not last.is_of.commissioned:
            return (last.service,)
        with_it = planned if len(planned) == 1 else [one for one in planned if _same_month(one.is_of, last.is_of)]
        return (last.service, *(one.service for one in with_it))
    return (planned[0].service,) if len(planned) == 1 else (_NOT_TOLD,)


def _sureness(desk: Desk, source: Happening) -> Weight:
    """What the council did is held against it surely only where no look at the person can have come just before."""
    doubts = (looked_about_then, ran_out, around_eighteen)
    return Weight.INFERRED if any(one(desk, source) for one in doubts) else Weight.FACT


def _why_ended(desk: Desk, source: Happening) -> ServiceEnd:
    if died_by(desk, source):
        return ServiceEnd.DIED
    if source.by in PERSONS_SIDE:
        return ServiceEnd.PERSON_DECLINED
    if replaced(desk, source):
        return ServiceEnd.CHANGED
    if nhs_took_over(desk, source):
        return ServiceEnd.NO_LONGER_NEEDED
    if moved_away(desk, source):
        return ServiceEnd.MOVED
    if around_eighteen(desk, source):
        return ServiceEnd.OTHER  # A child's service, which no plan of the adult's has to end.
    return ServiceEnd.COUNCIL if council_acts(source.by) else ServiceEnd.PROVIDER


def _still_needed(desk: Desk, source: Happening) -> None:
    """What the council arranged was for a need, which is there when a provider stops; how much, nobody tells."""
    running = desk.file.planning.active_on(source.occurred.placed())
    if any(one.service.startswith(PRESUMED) for one in running):
        return
    for which in _meant(desk, source):
        known = desk.file.planning.services.get(which)
        if known is not None and known.commissioned and known.terms is not None and known.terms.needs:
            desk.put(NeedsAccepted(needs=known.terms.needs), source, by=COUNCIL, weight=Weight.INFERRED)


def _same_month(one: object, other: object) -> bool:
    days = [getattr(each, "started_on", None) for each in (one, other)]
    return None not in days and str(days[0])[:7] == str(days[1])[:7]


def _decided_before(desk: Desk, source: Happening, service: str, kind: ChangeKind) -> None:
    """The decision behind what the council takes away, where the account tells of one after the service began."""
    known = desk.file.planning.services.get(service)
    began = known.started_on if known else None
    if any(one.decided_on and one.covers(service, None) for one in desk.file.planning.changes.values()):
        return
    told_before = [
        one
        for one in desk.before(source)
        if one.act in _DECIDING and council_acts(one.by) and (began is None or one.occurred.latest > began)
    ]
    if told_before and not _looked_between(desk, told_before[-1], source):
        decide(desk, told_before[-1], kind, _ground(desk, told_before[-1]), (service,))


def _ground(desk: Desk, decision: Happening) -> ChangeGround:
    """Why it was decided, where a standing fact tells a reason that began on the day of the decision."""
    told = facts_of(desk, ("decision-reason",))
    reasons = [one for one in told if overlap(begins_on(desk, one), decision.occurred)]
    return ground_of(desk, reasons[0]) if reasons else ChangeGround.OTHER


def _looked_between(desk: Desk, decision: Happening, change: Happening) -> bool:
    """Whether the council looked at the person again after a decision: a change then carries out a later one."""
    looks = (one for one in desk.before(change) if one.act in _LOOKS and council_acts(one.by) and one.statutory)
    return any(one.occurred.earliest > decision.occurred.latest for one in looks)


def decide(desk: Desk, source: Happening, kind: ChangeKind, ground: ChangeGround, services: Iterable[str]) -> None:
    """Put a decision to change support on the desk, and that the person was told of it; a panel tells nobody."""
    change = desk.new("change")
    event = ChangeDecided(change=change, services=tuple(services), ground=ground, decision=Decision(outcome=kind))
    desk.put(event, source, weight=_sureness(desk, source))
    if source.act != "funding-decided":
        desk.put(NoticeOfChangeGiven(change=change), source)
