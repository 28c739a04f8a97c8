"""Something that happened, as a path or a timeline has it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Moment:
    """Something that happened: the day, what, in the record's codes, and its entry."""

    on: date
    what: str
    entry: str
