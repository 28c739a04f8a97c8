"""Time limits, with how their days are counted and the days on which they are in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from swp_domain.law.calendar import deadline
from swp_domain.law.dates import Counting, Period, Unit
from swp_domain.law.rule import Provision, Regime, not_known, period


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """By when something must be done, counted from a day.

    ``warn`` is the length after which a person should look, in the same unit, where the source gives
    one (the Ombudsman's four to six weeks: warn at 28 days, late after 42).
    """

    family: str
    regime: Regime
    provision: Provision
    length: int
    unit: Unit
    counting: Counting
    period: Period | None
    warn: int | None = None

    def in_force(self, on: date) -> bool:
        """Whether this is the limit for a clock that starts on a day."""
        return self.period is not None and on in self.period

    def last_day(self, start: date) -> date:
        """The last day in time, for a clock that starts on ``start``.

        Raises:
            LawNotKnown: the limit is not encoded for that day, or the bank holidays are not.
        """
        return self._counted(start, self.length)

    def warn_day(self, start: date) -> date | None:
        """The last day before somebody should look, where the source gives one."""
        return None if self.warn is None else self._counted(start, self.warn)

    def _counted(self, start: date, length: int) -> date:
        if not self.in_force(start):
            raise not_known(f"{self.provision} ({self.family})", start, self.period)
        return deadline(start, length, self.unit, self.counting)

    def __str__(self) -> str:
        unit, counting = (one.value.replace("_", " ") for one in (self.unit, self.counting))
        return f"{self.length} {unit.removesuffix('s') if self.length == 1 else unit} {counting}"


def limit(
    provision: Provision,
    length: int,
    unit: Unit,
    counting: Counting,
    *,
    family: str,
    commenced: str | None,
    ceased: str | None = None,
    regime: Regime = Regime.CALENDAR,
    warn: int | None = None,
) -> TimeLimit:
    """A time limit of the law, of a benchmark or of local policy (see :class:`TimeLimit`)."""
    return TimeLimit(family, regime, provision, length, unit, counting, period(commenced, ceased), warn)
