"""Concerns that came near each other, as one flag for each run of them: from the first that belongs to it to the last.

The engine warns with every concern that makes it three within a year. What was missed is one thing all the same: that
they were not seen together.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Final

from swp_adapters.exchange.chronology_desk import Desk
from swp_adapters.exchange.flag import Flag, Level
from swp_domain.entry import AnyEntry
from swp_domain.law.dates import ONE_DAY, spoken
from swp_domain.law.finding import Finding
from swp_domain.law.local_targets.safeguarding_enquiry import near_each_other
from swp_domain.safeguarding.events import ConcernReceived

CLUSTER: Final = "SG-CLU-01"


def clusters(desk: Desk) -> Iterator[Flag]:
    """One flag for each run of concerns that the engine warned of; those whose days meet are joined into one."""
    received = [one.occurred_on for one in desk.entries if isinstance(one.event, ConcernReceived)]
    found: dict[date, Flag] = {}
    for entry in desk.entries:
        for finding in entry.findings:
            if finding.rule == CLUSTER and finding.contradiction:
                flag = _flag(desk, entry, finding, received)
                found[flag.since] = flag
    yield from found.values()


def _flag(desk: Desk, entry: AnyEntry, finding: Finding, received: list[date]) -> Flag:
    last = min(entry.occurred.latest, desk.as_at)
    near = [one for one in received if one <= entry.occurred_on <= near_each_other.last_day(one)]
    return Flag(
        theme=finding.theme or "",
        rule=finding.rule,
        since=min(near),
        until=last + ONE_DAY,
        level=Level.AMBER,
        about="concerns",
        provision=finding.provision,
        force=finding.force.value,
        mark=finding.confidence,
        why=f"{len(near)} concerns from {spoken(min(near))} to {spoken(last)}: were they looked at together?",
    )
