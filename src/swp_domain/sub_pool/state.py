"""How the care budget of a practice stands."""

from __future__ import annotations

from dataclasses import dataclass

from swp_domain.entry import AnyEntry


@dataclass(frozen=True)
class SubPoolState:
    """How the care budget of a practice stands, on a day."""


def evolve(state: SubPoolState, entry: AnyEntry) -> SubPoolState:
    """The same after one more entry."""
    return state
