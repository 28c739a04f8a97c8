"""How it stands with growing into adult care."""

from __future__ import annotations

from dataclasses import dataclass

from swp_domain.entry import AnyEntry


@dataclass(frozen=True)
class TransitionState:
    """What the file tells of growing into adult care."""


def evolve(state: TransitionState, entry: AnyEntry) -> TransitionState:
    """How it stands after one more entry."""
    return state
