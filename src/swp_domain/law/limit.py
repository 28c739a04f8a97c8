"""Time limits, with how their days are counted and the days on which they are in force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from swp_domain.law.calendar import deadline
from swp_domain.law.dates import ONE_DAY, Counting, Period, Unit
from swp_domain.law.rule import Provision, Regime, not_known, period


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """By when something must be done, counted from a day.

    ``warn`` is the length after which a person should look, in the same unit, where the source gives
    one (the Ombudsman's four to six weeks: warn at 28 days, late after 42). ``still`` are the days on which the clock
    stood still for everybody, in their order.
    """

    family: str
    regime: Regime
    provision: Provision
    length: int
    unit: Unit
    counting: Counting
    period: Period | None
    warn: int | None = None
    still: tuple[Period, ...] = ()

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
        try:
            last = deadline(start, length, self.unit, self.counting)
        except OverflowError:
            # A day such as 9999-12-31 is how others write "for ever"; whoever records it is not turned away.
            return date.max
        for stop in self.still:
            last += _stood_still(stop, start, last)
        return last

    def __str__(self) -> str:
        unit, counting = (one.value.replace("_", " ") for one in (self.unit, self.counting))
        return f"{self.length} {unit.removesuffix('s') if self.length == 1 else unit} {counting}"


def _stood_still(stop: Period, start: date, last: date) -> timedelta:
    """How long a clock that started on one day, and would run out on another, stood still in between."""
    first = max(stop.first, start + ONE_DAY)
    if stop.last is None or first > stop.last or first > last:
        return timedelta(0)
    return stop.last - first + ONE_DAY


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
    still: tuple[Period, ...] = (),
) -> TimeLimit:
    """A time limit of the law, of a benchmark or of local policy (see :class:`TimeLimit`)."""
    return TimeLimit(family, regime, provision, length, unit, counting, period(commenced, ceased), warn, still)
