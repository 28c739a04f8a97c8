"""How it stands with reviews of a plan."""

from __future__ import annotations

from dataclasses import dataclass

from swp_domain.entry import AnyEntry


@dataclass(frozen=True)
class ReviewState:
    """What the file tells of reviews of a plan."""


def evolve(state: ReviewState, entry: AnyEntry) -> ReviewState:
    """How it stands after one more entry."""
    return state
