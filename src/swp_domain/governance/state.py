"""How a practice is held to account."""

from __future__ import annotations

from dataclasses import dataclass

from swp_domain.entry import AnyEntry


@dataclass(frozen=True)
class GovernanceState:
    """How a practice is held to account, on a day."""


def evolve(state: GovernanceState, entry: AnyEntry) -> GovernanceState:
    """The same after one more entry."""
    return state
