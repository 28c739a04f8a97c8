"""Who held a case, and how it ended, as a chronology tells of them."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from swp_adapters.exchange import chronology_outcomes as outcomes
from swp_adapters.exchange import chronology_waits as waits
from swp_adapters.exchange.chronology import Happening
from swp_adapters.exchange.chronology_actors import COUNCIL, council_acts, kind_of
from swp_adapters.exchange.chronology_desk import NOT_YET, Desk
from swp_domain.case.events import CaseAllocated, ClosureTold, WorkerWithdrawn
from swp_domain.correspondence.events import AssertedLater, NoteMade
from swp_domain.correspondence.vocabulary import How
from swp_domain.party import Party

_TEAM: Final = "team"
_ABOUT_THEN: Final = timedelta(days=3)
_SHOWN_BY: Final = frozenset(
    {
        "record-made", "assessment-started", "assessment-drafted", "assessment-completed", "carer-assessment-completed",
        "review-completed", "meeting-held", "safeguarding-meeting-held", "person-consulted", "capacity-assessed",
    }
)  # fmt: skip
"""Acts that are written down when they are done, and show that somebody was there."""


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
    """A record was made. What it says is not told."""
    desk.put(NoteMade(note="A record was made. What it says is not told."), source)
    return None


def claimed(desk: Desk, source: Happening) -> str | None:
    """The council says later that it visited; what it did about then, and is told of, may be what shows that it did."""
    if not council_acts(source.by):
        desk.put(NoteMade(note="It was said that a visit had taken place."), source)
        return None
    first, last = source.occurred.earliest - _ABOUT_THEN, source.occurred.latest + _ABOUT_THEN
    then = [one for one in desk.told if one.occurred.earliest <= last and first <= one.occurred.latest]
    shown = any(council_acts(one.by) and one.act in _SHOWN_BY for one in then)
    desk.put(AssertedLater(how=How.VISIT, said_by=Party(kind=kind_of(source.by)), written_down=shown), source)
    return None


def counted(desk: Desk, source: Happening) -> str | None:
    """A count is about many cases, and changes nothing in this one."""
    return None


_DECISIONS: Final = ("decision-notified", "reasons-given")


def _open(desk: Desk, source: Happening) -> bool:
    """Whether the case can be open that day, where the chronology says from when to when it was."""
    spans = desk.chronology.facts("case-open")
    return not spans or any(one.holds_on(source.occurred.earliest) for one in spans)
