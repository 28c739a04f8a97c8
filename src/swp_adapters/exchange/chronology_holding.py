"""Who held a case, and how it ended, as a chronology tells of them."""

from __future__ import annotations

from typing import Final

from swp_adapters.exchange import chronology_outcomes as outcomes
from swp_adapters.exchange import chronology_waits as waits
from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import COUNCIL, council_acts
from swp_adapters.exchange.chronology_desk import NOT_YET, Desk
from swp_domain.case.events import CaseAllocated, ClosureTold, WorkerWithdrawn
from swp_domain.correspondence.events import NoteMade

_TEAM: Final = "team"


def allocated(desk: Desk, source: Happening) -> str | None:
    """The case goes to a worker."""
    desk.put(CaseAllocated(team=_TEAM, worker=desk.new("worker")), source, by=COUNCIL)
    return None


def left_without(desk: Desk, source: Happening) -> str | None:
    """The worker leaves, and nobody follows; a case that is closed loses nobody, and one that ended owes nothing."""
    if desk.file.case.closed_on is None and _open(desk, source):
        desk.put(WorkerWithdrawn(), source, by=COUNCIL)
    return None


def closed(desk: Desk, source: Happening) -> str | None:
    """A case is closed. A count of closures is about many, and closes none."""
    return counted(desk, source) if (source.count or 1) > 1 else waits.closed(desk, source)


def told(desk: Desk, source: Happening) -> str | None:
    """A decision is told: the closing of the case too, where that was not told yet."""
    why = outcomes.told(desk, source) if source.act in _DECISIONS else NOT_YET
    closures = desk.file.case.closures
    if council_acts(source.by) and closures and closures[-1].told_on is None and desk.file.case.closed_on is not None:
        desk.put(ClosureTold(), source)
        return None
    return why


def noted(desk: Desk, source: Happening) -> str | None:
    """A record was made, or it is said later that something was done: what is known is what was said."""
    claimed = source.act == "visit-claimed"
    said = "It was said that a visit had taken place." if claimed else "A record was made. What it says is not told."
    desk.put(NoteMade(note=said), source)
    return None


def counted(desk: Desk, source: Happening) -> str | None:
    """A count is about many cases, and changes nothing in this one."""
    return None


_DECISIONS: Final = ("decision-notified", "reasons-given")


def _open(desk: Desk, source: Happening) -> bool:
    """Whether the case can be open that day, where the chronology says from when to when it was."""
    spans = desk.chronology.facts("case-open")
    return not spans or any(one.holds_on(source.occurred.earliest) for one in spans)
