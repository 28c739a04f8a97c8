"""How it stands with stays in hospital and leaving it."""

from __future__ import annotations

from dataclasses import dataclass

from swp_domain.entry import AnyEntry


@dataclass(frozen=True)
class HospitalState:
    """What the file tells of stays in hospital and leaving it."""


def evolve(state: HospitalState, entry: AnyEntry) -> HospitalState:
    """How it stands after one more entry."""
    return state
