"""What counts as taking support away: by whose act it ends, pauses or shrinks, and the decision behind that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from swp_domain.planning.events import ChangeDecided, ServiceChanged, ServiceEnded, ServiceSuspended
from swp_domain.planning.plans import Change
from swp_domain.planning.vocabulary import ServiceEnd, ServiceKind, Suspension
from swp_domain.proposal import Proposal

if TYPE_CHECKING:
    from swp_domain.case_file import CaseFile
    from swp_domain.planning.services import Service
    from swp_domain.practice.standing import Standing

Less = ServiceChanged | ServiceSuspended | ServiceEnded
REVIEW: Final = "Review the plan, or reassess, first"


def is_a_cut(file: CaseFile, event: ChangeDecided) -> bool:
    """Whether a change takes away what a plan gives, by the council's own act."""
    if not event.decision.outcome.takes_away or not event.ground.is_the_councils:
        return False
    named = [file.planning.services[one] for one in event.services if one in file.planning.services]
    return not named or any(not ends_by_itself(one) for one in named)


def ends_by_itself(service: Service | None) -> bool:
    """Whether a service was for a specified period from the start (SI 2014/2672 reg 3), so that its end is no cut."""
    return service is not None and service.kind is ServiceKind.REABLEMENT


def taken_away_by_council(asked: Proposal[Less], service: Service | None, standing: Standing) -> bool:
    """Whether a service ends, pauses or shrinks by the council's own act."""
    event = asked.event
    if service is not None and not service.commissioned:
        return False
    match event:
        case ServiceEnded(why=why):
            return why is ServiceEnd.COUNCIL and not ends_by_itself(service)
        case ServiceSuspended(why=pause):
            return pause is Suspension.COUNCIL
        case ServiceChanged():
            return standing.is_ours(asked.by) and _shrinks(event, service)
    return False


def _shrinks(event: ServiceChanged, service: Service | None) -> bool:
    if event.kind is not None:
        return event.kind.takes_away
    was = service.terms if service else None
    if was is None:
        return False
    if was.quantity is not None:  # As much for less money takes nothing away.
        return event.quantity is not None and event.quantity < was.quantity
    return was.weekly is not None and event.weekly is not None and event.weekly < was.weekly


def decision_behind(file: CaseFile, asked: Proposal[Less]) -> Change | None:
    """The decision behind what happens to a service: the one it names, else the last one that is about it."""
    event = asked.event
    service = file.planning.services.get(event.service)
    named = file.planning.changes.get(event.change) if event.change else None
    if named is not None:
        return named if named.decided_on is not None else None
    began = service.started_on if service else None
    about = [
        one
        for one in file.planning.changes.values()
        if one.decided_on is not None and one.covers(event.service, service.plan if service else None)
        if began is None or one.decided_on >= began
    ]
    return max(about, key=lambda one: str(one.decided_on), default=None)
