"""How it stands with direct payments."""

from __future__ import annotations

from dataclasses import dataclass

from swp_domain.entry import AnyEntry


@dataclass(frozen=True)
class DirectPaymentsState:
    """What the file tells of direct payments."""


def evolve(state: DirectPaymentsState, entry: AnyEntry) -> DirectPaymentsState:
    """How it stands after one more entry."""
    return state
