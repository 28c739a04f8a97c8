"""Services as they run: on which terms on which days, from which entry, paused when and why, ended by whom."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from swp_domain.law.dates import ONE_DAY, Period
from swp_domain.planning.package import NeedCode
from swp_domain.planning.vocabulary import ServiceEnd, ServiceKind, Suspension, Unit
from swp_domain.stage import changed


@dataclass(frozen=True)
class Spell:
    """The days on which a service ran on the same terms (``last`` is ``None`` while it does), and the entry behind it.

    ``weekly`` is pounds a week. ``needs`` are those that it meets; empty: it was not told which.
    """

    first: date
    last: date | None
    entry: str
    needs: tuple[NeedCode, ...] = ()
    provider: str = ""
    unit: Unit | None = None
    quantity: Decimal | None = None
    weekly: Decimal | None = None

    def __contains__(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class Pause:
    """The days on which a service paused, and why."""

    first: date
    last: date | None
    why: Suspension
    entry: str


@dataclass(frozen=True)
class Service:
    """A service, through all its changes. ``notice_until`` is the last day that its provider gave notice of."""

    kind: ServiceKind = ServiceKind.OTHER
    plan: str | None = None
    commissioned: bool = True
    spells: tuple[Spell, ...] = ()
    pauses: tuple[Pause, ...] = ()
    ended_on: date | None = None
    why_ended: ServiceEnd | None = None
    ended_by: str = ""
    notice_until: date | None = None

    @property
    def started_on(self) -> date | None:
        """Its first day, where the record tells it."""
        return self.spells[0].first if self.spells else None

    @property
    def terms(self) -> Spell | None:
        """Its last terms, whether or not it still runs."""
        return self.spells[-1] if self.spells else None

    def on(self, day: date) -> Spell | None:
        """Its terms on a day, where it was given on that day."""
        if any(one.first <= day and (one.last is None or day <= one.last) for one in self.pauses):
            return None
        return next((one for one in reversed(self.spells) if day in one), None)

    def started(self, spell: Spell, kind: ServiceKind, plan: str | None, commissioned: bool) -> Service:
        """The same service, begun or begun again: what had paused goes on."""
        spells, pauses = (*_cut(self.spells, spell.first), spell), _cut_pauses(self.pauses, spell.first)
        again = changed(self, kind=kind, plan=plan, commissioned=commissioned, spells=spells, pauses=pauses)
        return changed(again, ended_on=None, why_ended=None, ended_by="")

    def altered(self, spell: Spell) -> Service:
        """The same service on other terms from a day on; one that had ended goes on again."""
        spells = (*_cut(self.spells, spell.first), spell)
        return changed(self, spells=spells, ended_on=None, why_ended=None, ended_by="")

    def suspended(self, on: date, why: Suspension, entry: str) -> Service:
        """The same service, paused from a day on. What is over neither pauses nor goes on."""
        if self.ended_on is not None:
            return self
        return changed(self, pauses=(*_cut_pauses(self.pauses, on), Pause(on, None, why, entry)))

    def resumed(self, on: date) -> Service:
        """The same service, given again from a day on. What is over neither pauses nor goes on."""
        if self.ended_on is not None:
            return self
        return changed(self, pauses=_cut_pauses(self.pauses, on))

    def ended(self, on: date, why: ServiceEnd, entry: str) -> Service:
        """The same service, over: ``on`` is the first day without it. What had paused it stands, should it go on."""
        return changed(self, spells=_cut(self.spells, on), ended_on=on, why_ended=why, ended_by=entry)

    def given(self, as_at: date) -> list[tuple[Period, tuple[NeedCode, ...]]]:
        """The days on which it was given, with the needs that it met on them."""
        found = []
        for spell in self.spells:
            end = as_at if spell.last is None else min(spell.last, as_at)
            found += [(one, spell.needs) for one in _without(spell.first, end, self.pauses)]
        return found


def _cut(spells: tuple[Spell, ...], on: date) -> tuple[Spell, ...]:
    """Spells that end before a day; one that would have none left is gone."""
    return tuple(
        one if one.last is not None and one.last < on else changed(one, last=on - ONE_DAY)
        for one in spells
        if one.first < on
    )


def _cut_pauses(pauses: tuple[Pause, ...], on: date) -> tuple[Pause, ...]:
    return tuple(
        one if one.last is not None and one.last < on else changed(one, last=on - ONE_DAY)
        for one in pauses
        if one.first < on
    )


def _without(first: date, last: date, pauses: tuple[Pause, ...]) -> list[Period]:
    """The days from one to another that lie in no pause."""
    found, start = [], first
    for pause in pauses:
        if pause.first > start and start <= last:
            found.append(Period(start, min(last, pause.first - ONE_DAY)))
        start = last + ONE_DAY if pause.last is None else max(start, pause.last + ONE_DAY)
    if start <= last:
        found.append(Period(start, last))
    return found
