"""What authorises days, surely or possibly, and the days on which something that was told vaguely can have happened."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from swp_domain.entry import AnyEntry
from swp_domain.law.dates import Period
from swp_domain.law.limit import TimeLimit
from swp_domain.law.mental_capacity_act_2005 import MENTAL_CAPACITY_ACT
from swp_domain.law.rule import Provision
from swp_domain.liberty.state import Told, told_by

NO_AUTHORITY = MENTAL_CAPACITY_ACT["s 4A"]
"""What makes a deprivation of liberty without one of these authorities unlawful."""


class Cover(NamedTuple):
    """What authorises, on which days for certain, and on which it may; under what, and in which entries."""

    what: str
    sure: list[Period]
    possible: list[Period]
    under: Provision = NO_AUTHORITY
    entries: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """The days on which something can have happened, no further than they had come when it was told."""

    earliest: date
    latest: date


def span(told: Told) -> Span:
    """Of what a state kept of an entry."""
    return Span(told.occurred.earliest, told.latest)


def span_of(entry: AnyEntry) -> Span:
    """Of what an entry tells."""
    return span(told_by(entry))


def last_of(limit: TimeLimit, start: date) -> date | None:
    """The last day that a limit gives; none where there was no such thing on that day."""
    return limit.last_day(start) if limit.in_force(start) else None


def whole(first: date, last: date) -> list[Period]:
    """The days from one to another, both inclusive; none where the second lies before the first."""
    return [Period(first, last)] if first <= last else []
