"""The words of a practice's care budget, which is a part of a pooled fund."""

from __future__ import annotations

from enum import StrEnum


class CarryForward(StrEnum):
    """What the council said to an underspend that the practice wants to keep."""

    AGREED = "agreed"
    NOT_AGREED = "not agreed"


class MetFrom(StrEnum):
    """From what an overspend was met, in the order in which it must be."""

    SUB_POOL = "the sub-pool"
    CARRIED_SURPLUS = "surplus carried forward"
    COMMISSIONER = "the commissioner"


class Movement(StrEnum):
    """The outcome of moving money."""

    MOVED = "moved"
