"""What a case offers next, as it stands: for the buttons of a frontend, and no bar to anything."""

from __future__ import annotations

from swp_domain.case.events import (
    CaseClosed,
    CaseHandedOver,
    CaseReopened,
    ClosureTold,
    SupervisionHeld,
    WaitRechecked,
    WorkerWithdrawn,
)
from swp_domain.case.state import CaseState
from swp_domain.event import Event


def offers(state: CaseState, event: type[Event]) -> bool:
    """Whether an event can come next: what is closed is not closed again, and what is open not opened."""
    is_open = state.closed_on is None
    held = is_open and state.worker is not None
    can = {
        CaseClosed: is_open,
        CaseReopened: not is_open,
        ClosureTold: not is_open and state.closures[-1].told_on is None,
        CaseHandedOver: is_open and bool(state.team),
        WorkerWithdrawn: held,
        WaitRechecked: is_open and not held,
        SupervisionHeld: held,
    }
    return can.get(event, True)
