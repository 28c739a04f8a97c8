"""The year of account of a council and of a pooled fund: twelve months from 1 April."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class YearOfAccount:
    """The month and the day on which each year begins."""

    month: int
    day: int

    def beginning(self, on: date) -> date:
        """The first day of the year of account in which a day lies."""
        first = on.replace(month=self.month, day=self.day)
        return first if first <= on or on.year == date.min.year else first.replace(year=on.year - 1)


YEAR_OF_ACCOUNT = YearOfAccount(4, 1)
