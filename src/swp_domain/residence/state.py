"""How it stands with where the adult lives, and which council answers."""

from __future__ import annotations

from dataclasses import dataclass

from swp_domain.entry import AnyEntry


@dataclass(frozen=True)
class ResidenceState:
    """What the file tells of where the adult lives, and which council answers."""


def evolve(state: ResidenceState, entry: AnyEntry) -> ResidenceState:
    """How it stands after one more entry."""
    return state
