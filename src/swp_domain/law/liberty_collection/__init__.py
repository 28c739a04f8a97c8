"""The Deprivation of Liberty Safeguards data collection: a row for each application that was active in a year.

Read in the guidance for 2023-24 and 2025-26, not to its end: the codes of the application's status and of the reason
why it was not granted were not seen, and are not here.
"""

from __future__ import annotations

from datetime import date
from enum import IntEnum

from swp_domain.law.dates import ONE_DAY, Period, add_months
from swp_domain.law.finding import Force
from swp_domain.law.rule import Text
from swp_domain.law.standard_authorisations_regulations_2008.reg13_times import twenty_one_days

COLLECTION = Text(
    "Deprivation of Liberty Safeguards data collection",
    Force.DATA_STANDARD,
    "checked in its guidance, of which the codes for status and reasons were not seen",
)
BEGAN = date(2013, 4, 1)
"""The first day of the first year that was collected application by application."""

_A_YEAR = 12
TIME_TO_SIGN_OFF = twenty_one_days
"""What the days from receipt to signing off are put beside. The regulations give it to the assessments."""


class Answer(IntEnum):
    """How the collection has what became of a requirement."""

    NOT_ASSESSED = 0
    SATISFIED = 1
    NOT_SATISFIED = 2
    EQUIVALENT = 3


def collection_year(begins: int) -> Period:
    """The year of the collection that begins in a calendar year: 2023 is 1 April 2023 to 31 March 2024.

    Raises:
        ValueError: it lies before the first year, or there is no such year in the calendar.
    """
    first = BEGAN.replace(year=begins)
    if first < BEGAN:
        raise ValueError(f"the collection is by application since {BEGAN.year}")
    return Period(first, add_months(first, _A_YEAR) - ONE_DAY)
