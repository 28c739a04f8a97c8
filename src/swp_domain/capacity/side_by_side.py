"""What only several entries together show: findings that contradict each other, and acts with nothing to rest on.

Both are asked of the file as it is now known, so the answer is the same in whatever order it was recorded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from swp_domain.capacity.state import Assessed, CapacityState, InQuestion
from swp_domain.capacity.vocabulary import CapacityResult, Found
from swp_domain.entry import AnyEntry
from swp_domain.law.local_targets.capacity import soon_after
from swp_domain.law.mental_capacity_act_2005.s2_capacity import lacks_capacity
from swp_domain.resting import RestsOnIncapacity

_OPPOSITE = {CapacityResult.LACKS, CapacityResult.HAS}


def opposite(earlier: Assessed, later: Assessed) -> bool:
    """Whether two findings on one decision are opposite within a short time, and the later does not say why."""
    explained = later.explained or (earlier.explained and earlier.on == later.on)
    return {earlier.result, later.result} == _OPPOSITE and soon_after(earlier.on, later.on) and not explained


def contradictory(one: InQuestion) -> tuple[tuple[Assessed, Assessed], ...]:
    """Every two assessments of one decision that contradict each other, the earlier first."""
    return tuple((first, second) for first, second in combinations(one.assessed, r=_PAIR) if opposite(first, second))


_PAIR = len(_OPPOSITE)


@dataclass(frozen=True, slots=True)
class Unsupported:
    """An act that rests on incapacity for a decision of which no such assessment is in force on its day."""

    entry: AnyEntry
    decision: str
    found: Found


def unsupported(state: CapacityState, entries: tuple[AnyEntry, ...]) -> Iterator[Unsupported]:
    """The acts among some entries that rest on incapacity which the file, as now known, does not bear out."""
    for entry in entries:
        event = entry.event
        if (
            not isinstance(event, RestsOnIncapacity)
            or not event.rests_on
            or not lacks_capacity.in_force(entry.occurred_on)
        ):
            continue
        found = state.found(event.rests_on, entry.occurred_on)
        if not found.bears_incapacity:
            yield Unsupported(entry, event.rests_on, found)
