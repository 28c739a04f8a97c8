"""The Safeguarding Adults Collection (SAC): what councils count of concerns and enquiries each year."""

from __future__ import annotations

from datetime import date

from swp_domain.law.dates import ONE_DAY, Period, add_months
from swp_domain.law.finding import Force
from swp_domain.law.rule import Text

COLLECTION = Text(
    "Safeguarding Adults Collection", Force.DATA_STANDARD, "checked in its guidance; first day from memory"
)
BEGAN = "2015-04-01"

_FIRST_MONTH = 4
_A_YEAR = 12


def collection_year(begins: int) -> Period:
    """The year of the collection that begins in a calendar year: 2024 is 1 April 2024 to 31 March 2025.

    Raises:
        ValueError: there is no such year in the calendar.
    """
    first = date(begins, _FIRST_MONTH, 1)
    return Period(first, add_months(first, _A_YEAR) - ONE_DAY)


def collection_year_on(day: date) -> Period:
    """The year of the collection in which a day lies."""
    return collection_year(day.year if day.month >= _FIRST_MONTH else day.year - 1)
