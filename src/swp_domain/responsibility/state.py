"""Whose a case is, and what the council kept, agreed or took back."""

from __future__ import annotations

from dataclasses import dataclass

from swp_domain.entry import AnyEntry


@dataclass(frozen=True)
class ResponsibilityState:
    """Whose a case is, and what the council kept, agreed or took back, on a day."""


def evolve(state: ResponsibilityState, entry: AnyEntry) -> ResponsibilityState:
    """The same after one more entry."""
    return state
