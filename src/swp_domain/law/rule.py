"""Provisions, and tests of the law with the days on which they are in force.

A period of law is keyed by (family, regime): from 1 April 2015 to 31 March 2016 two regimes are in
force for different people, so one date cannot say which test applies (SI 2015/995 art 2).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Generic, TypeVar

from swp_domain.law.dates import LawNotKnown, Period
from swp_domain.law.finding import Finding, Force, Limbs, limb, outcome_of

F = TypeVar("F")
FROM_MEMORY = "from memory, not checked"


class Regime(StrEnum):
    """Which body of law a person is under on a day; ``CALENDAR`` law binds whatever the person's is."""

    COMMUNITY_CARE = "community care"
    CARE_ACT = "Care Act"
    CALENDAR = "by calendar"

    @property
    def span(self) -> Period:
        """The days on which anybody can be under it (SI 2015/995 art 2(1)-(3)), from the first that is encoded."""
        return _SPANS[self]


_SPANS = {
    Regime.COMMUNITY_CARE: Period(date(1993, 4, 1), date(2016, 3, 31)),
    Regime.CARE_ACT: Period(date(2015, 4, 1), None),
    Regime.CALENDAR: Period(date(1993, 4, 1), None),
}


@dataclass(frozen=True, slots=True)
class Provision:
    """A place in a text, cited as practitioners write it: *Care Act 2014, s 42(1)*."""

    text: str
    part: str
    force: Force
    confidence: str

    def __str__(self) -> str:
        return f"{self.text}, {self.part}" if self.part else self.text

    def from_memory(self) -> Provision:
        """The same place, marked as not yet checked against its text."""
        return replace(self, confidence=FROM_MEMORY)


@dataclass(frozen=True, slots=True)
class Text:
    """An Act, instrument, guidance or published benchmark that provisions are taken from.

    ``confidence`` says how sure we are of what is encoded here: the source it was checked in, or that
    it is from memory. Every finding carries it, and every printed one shows it.
    """

    title: str
    force: Force
    confidence: str

    def __getitem__(self, part: str) -> Provision:
        return Provision(self.title, part, self.force, self.confidence)


@dataclass(frozen=True, slots=True)
class Rule(Generic[F]):
    """A test of the law for some facts, for the days on which it is in force.

    ``period`` is ``None`` for law that is enacted but not commenced: it can be written, and is inert.
    """

    family: str
    regime: Regime
    provision: Provision
    period: Period | None
    test: Callable[[F], Limbs]

    @property
    def says(self) -> str:
        """What the test means, in one sentence."""
        return (self.test.__doc__ or "").strip().splitlines()[0]

    def in_force(self, on: date) -> bool:
        """Whether this test is the law on a day."""
        return self.period is not None and on in self.period

    def in_force_from(self, on: date) -> bool:
        """Whether this test, or whatever has followed it, is the law on a day."""
        return self.period is not None and on >= self.period.first

    def __call__(self, facts: F, *, on: date) -> Finding:
        """Put the facts to the test.

        Raises:
            LawNotKnown: the day lies outside the period for which this test is encoded.
        """
        if not self.in_force(on):
            raise not_known(f"{self.provision} ({self.family})", on, self.period)
        limbs = self.test(facts)
        return Finding(
            provision=str(self.provision),
            force=self.provision.force,
            confidence=self.provision.confidence,
            on=on,
            outcome=outcome_of(limbs),
            limbs=limbs,
        )


def rule(
    provision: Provision,
    *,
    commenced: str | None,
    ceased: str | None = None,
    regime: Regime = Regime.CALENDAR,
    family: str | None = None,
) -> Callable[[Callable[[F], Limbs]], Rule[F]]:
    """Make a function from facts to limbs a rule of law.

    Args:
        provision: what it is read from.
        commenced: first day in force (ISO), or ``None`` for law not commenced.
        ceased: last day in force (ISO), or ``None`` while it stands.
        regime: the regime it belongs to; ``CALENDAR`` binds whatever the person's regime is.
        family: the question it answers, shared by its successors; by default the function's name.
    """

    def declare(test: Callable[[F], Limbs]) -> Rule[F]:
        name = family or test.__name__.replace("_", " ")
        return Rule(name, regime, provision, period(commenced, ceased), test)

    return declare


def law_on(on: date, *versions: Rule[F]) -> Rule[F]:
    """The one of several versions of a test that is in force on a day.

    Raises:
        LawNotKnown: none is.
    """
    found = next((one for one in versions if one.in_force(on)), None)
    if found is None:
        first = versions[0]
        raise not_known(f"{first.provision} ({first.family})", on, first.period)
    return found


def period(commenced: str | None, ceased: str | None) -> Period | None:
    """The days from ``commenced`` to ``ceased`` (both ISO, both inclusive)."""
    if commenced is None:
        return None
    return Period(date.fromisoformat(commenced), date.fromisoformat(ceased) if ceased else None)


def not_known(what: str, on: date, encoded: Period | None) -> LawNotKnown:
    """The refusal to answer about a day outside what is encoded."""
    return LawNotKnown(what, on, encoded.first if encoded else None, encoded.last if encoded else None)


def cited(provision: Provision, *, on: date, holds: bool | None, says: str) -> Finding:
    """A finding of a single limb, for what a rule file can see without a test of its own."""
    limbs = (limb("1", says, holds),)
    return Finding(
        provision=str(provision),
        force=provision.force,
        confidence=provision.confidence,
        on=on,
        outcome=outcome_of(limbs),
        limbs=limbs,
    )
