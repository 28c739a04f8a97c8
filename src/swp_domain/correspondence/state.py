"""How it stands with what was said, sent, tried and written down about a case."""

from __future__ import annotations

from dataclasses import dataclass

from swp_domain.entry import AnyEntry


@dataclass(frozen=True)
class CorrespondenceState:
    """What the file tells of what was said, sent, tried and written down about a case."""


def evolve(state: CorrespondenceState, entry: AnyEntry) -> CorrespondenceState:
    """How it stands after one more entry."""
    return state
