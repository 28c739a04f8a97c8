"""How it stands with means, charges and the choice of a place."""

from __future__ import annotations

from dataclasses import dataclass

from swp_domain.entry import AnyEntry


@dataclass(frozen=True)
class FinanceState:
    """What the file tells of means, charges and the choice of a place."""


def evolve(state: FinanceState, entry: AnyEntry) -> FinanceState:
    """How it stands after one more entry."""
    return state
