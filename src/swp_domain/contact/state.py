"""How a contact stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from swp_domain.contact.events import ContactPassedOn, ContactReceived, ContactResolved
from swp_domain.entry import AnyEntry
from swp_domain.stage import changed


class Status(StrEnum):
    """Where a contact has got to."""

    UNKNOWN = "unknown"
    OPEN = "open"
    RESOLVED = "resolved"
    PASSED_ON = "passed on"


@dataclass(frozen=True)
class ContactState:
    """A contact on a day."""

    status: Status = Status.UNKNOWN
    received_on: date | None = None
    anonymous: bool | None = None
    concerns_a_service_user: bool | None = None
    case: str = ""


def evolve(state: ContactState, entry: AnyEntry) -> ContactState:
    """The contact after one more entry."""
    match entry.event:
        case ContactReceived(caller=caller, concerns_a_service_user=known):
            status = Status.OPEN if state.status is Status.UNKNOWN else state.status
            return changed(
                state,
                status=status,
                received_on=entry.occurred_on,
                anonymous=caller is None,
                concerns_a_service_user=known,
            )
        case ContactResolved():
            return changed(state, status=Status.RESOLVED)
        case ContactPassedOn(case=case):
            return changed(state, status=Status.PASSED_ON, case=case)
    return state
