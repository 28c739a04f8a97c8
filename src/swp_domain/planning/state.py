"""How it stands with plans, budgets and the services that carry them out."""

from __future__ import annotations

from dataclasses import dataclass

from swp_domain.entry import AnyEntry


@dataclass(frozen=True)
class PlanningState:
    """What the file tells of plans, budgets and the services that carry them out."""


def evolve(state: PlanningState, entry: AnyEntry) -> PlanningState:
    """How it stands after one more entry."""
    return state
