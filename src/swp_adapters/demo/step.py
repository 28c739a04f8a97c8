"""A step of the demonstration."""

from __future__ import annotations

from dataclasses import dataclass

from swp_domain.event import Event
from swp_domain.proposal import Proposal


@dataclass(frozen=True, slots=True)
class Step:
    """What is tried, in words, and what is sent. ``refused`` says that the engine is expected to say no."""

    says: str
    proposals: tuple[Proposal[Event], ...]
    refused: bool = False
