"""What stands in the account of a sub-pool: its lines, what was committed on them, overspends and loans, in pounds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from swp_domain.sub_pool.vocabulary import MetFrom

NOTHING = Decimal(0)


@dataclass(frozen=True)
class Line:
    """One line in one year. ``agreed`` is ``None`` where it is no line of the sub-pool, ``spent`` where never told.

    ``committed`` is what was committed and not given up.
    """

    agreed: Decimal | None = None
    vired_in: Decimal = NOTHING
    vired_out: Decimal = NOTHING
    committed: Decimal = NOTHING
    spent: Decimal | None = None

    @property
    def left(self) -> Decimal:
        """What may still be committed or moved: below nothing, where the line is overspent or overcommitted.

        Of what was committed and what was spent the greater counts: what is spent was mostly committed before, and
        taking off both would take it twice.
        """
        used = max(self.committed, self.spent or NOTHING)
        return (self.agreed or NOTHING) + self.vired_in - self.vired_out - used


@dataclass(frozen=True)
class Commitment:
    """What was committed of a line; ``made`` is ``None`` where only its release is on record."""

    year: date | None = None
    line: str = ""
    made: Decimal | None = None
    released: Decimal = NOTHING

    @property
    def stands(self) -> Decimal:
        """What of it was not given up; never less than nothing, whatever is told."""
        return max(NOTHING, (self.made or NOTHING) - self.released)


@dataclass(frozen=True)
class Overspend:
    """An overspend of a year: what was found, from what it was met, and whether it was raised.

    ``found`` is ``None`` where the finding is not on record. ``line`` is the one that overspends, where it is one.
    """

    found: Decimal | None = None
    forecast: bool = False
    line: str = ""
    met: dict[MetFrom, Decimal] = field(default_factory=dict)
    raised_on: date | None = None

    @property
    def unmet(self) -> Decimal:
        """What of it is not met yet; nothing, where more was met than was found."""
        return max(NOTHING, (self.found or NOTHING) - sum(self.met.values(), NOTHING))


@dataclass(frozen=True)
class Instalment:
    """What is to be paid back of a loan by a day."""

    by: date
    pounds: Decimal


@dataclass(frozen=True)
class Loan:
    """What the commissioner covered, its schedule, and what was paid back; ``lent`` is ``None`` where not on record."""

    year: date | None = None
    lent: Decimal | None = None
    schedule: dict[str, Instalment] = field(default_factory=dict)
    repaid: Decimal = NOTHING

    @property
    def outstanding(self) -> Decimal:
        """What is still to be paid back."""
        return max(NOTHING, (self.lent or NOTHING) - self.repaid)

    @property
    def scheduled(self) -> Decimal:
        """What its instalments come to."""
        return sum((one.pounds for one in self.schedule.values()), NOTHING)

    @property
    def next_instalment(self) -> Instalment | None:
        """The first instalment that what was paid back does not reach, whichever was named with it."""
        reached = NOTHING
        for one in sorted(self.schedule.values(), key=lambda one: (one.by, one.pounds)):
            reached += one.pounds
            if reached > self.repaid:
                return one
        return None
