"""What a contract arranges: authorisations, cohorts, and the decisions that the council keeps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from swp_domain.law.dates import ONE_DAY, Period
from swp_domain.law.function import Function
from swp_domain.practice.vocabulary import Instrument
from swp_domain.stage import changed


@dataclass(frozen=True)
class Extent:
    """Which people an authorisation or a cohort is for, in the contract's own words; empty means all."""

    client_groups: tuple[str, ...] = ()
    areas: tuple[str, ...] = ()

    @property
    def limited(self) -> bool:
        """Whether it is for some people only."""
        return bool(self.client_groups or self.areas)

    def holds(self, client_groups: Iterable[str], area: str) -> bool | None:
        """Whether it is for somebody of these client groups and this area; ``None`` where that was not told."""
        groups, areas = _words(self.client_groups), _words(self.areas)
        of = _words(client_groups)
        by_group = None if groups and not of else not groups or bool(groups & of)
        by_area = None if areas and not area else not areas or area.casefold() in areas
        if by_group is False or by_area is False:
            return False
        return None if by_group is None or by_area is None else True

    def __str__(self) -> str:
        who = ", ".join(self.client_groups) or "everybody"
        return f"{who} in {', '.join(self.areas)}" if self.areas else who


def _words(told: Iterable[str]) -> frozenset[str]:
    return frozenset(one.casefold() for one in told)


@dataclass(frozen=True)
class Delegation:
    """An authorisation to exercise functions, the days it was in force, and for whom it is.

    ``withdrawn`` are functions that the council took out of it, each with the first day without it.
    """

    id: str
    functions: tuple[Function, ...]
    under: Instrument
    period: Period
    extent: Extent = Extent()
    withdrawn: tuple[tuple[Function, date], ...] = ()

    def gives(self, function: Function, on: date) -> bool:
        """Whether it authorises a function on a day, for whomever it is for."""
        out = any(one is function and on >= since for one, since in self.withdrawn)
        return function in self.functions and not out and on in self.period and self.under.in_force(on)


@dataclass(frozen=True)
class Reservation:
    """Decisions of some kinds that the council kept; ``above`` in pounds a week, ``None`` for all of them."""

    id: str
    decisions: tuple[str, ...]
    above: Decimal | None = None

    def reserves(self, decision: str, amount: Decimal | None) -> bool | None:
        """Whether it reserves a decision of a kind; ``None`` where that turns on an amount that was not told."""
        if decision not in self.decisions:
            return False
        if self.above is None:
            return True
        return None if amount is None else amount > self.above


@dataclass(frozen=True)
class Cohort:
    """The people that a practice serves; ``since`` is the first day on which it is responsible for them."""

    id: str
    extent: Extent
    since: date | None = None
    joint_until: date | None = None


def cut(given: Delegation, on: date) -> Delegation | None:
    """An authorisation that is none from a day on; one that ended earlier is left as it is."""
    if on <= given.period.first:
        return None
    last = min(given.period.last or on, on - ONE_DAY)
    return changed(given, period=Period(given.period.first, last))
