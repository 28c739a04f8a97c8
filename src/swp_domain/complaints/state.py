"""How it stands with complaints, and what was promised in answer."""

from __future__ import annotations

from dataclasses import dataclass

from swp_domain.entry import AnyEntry


@dataclass(frozen=True)
class ComplaintsState:
    """What the file tells of complaints, and what was promised in answer."""


def evolve(state: ComplaintsState, entry: AnyEntry) -> ComplaintsState:
    """How it stands after one more entry."""
    return state
