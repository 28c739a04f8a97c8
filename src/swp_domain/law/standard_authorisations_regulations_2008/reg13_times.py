"""Regulations 13 and 14: by when the assessments are complete."""

from __future__ import annotations

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Force
from swp_domain.law.limit import limit
from swp_domain.law.rule import Text
from swp_domain.law.standard_authorisations_regulations_2008 import COMMENCED, STANDARD_AUTHORISATIONS

_TRANSITIONAL = Text("SI 2009/139", Force.REGULATIONS, "checked on legislation.gov.uk")
_FAMILY = "time for the assessments"
FIRST_MONTH_ENDED, SECOND_MONTH = "2009-04-30", "2009-05-01"

forty_two_days = limit(
    _TRANSITIONAL["Sch paras 2-4"],
    42,
    Unit.DAYS,
    Counting.BEGINNING_WITH,
    family=_FAMILY,
    commenced=COMMENCED,
    ceased=FIRST_MONTH_ENDED,
)
"""Requests of the first month had twice the time."""

twenty_one_days = limit(
    STANDARD_AUTHORISATIONS["reg 13(1)"],
    21,
    Unit.DAYS,
    Counting.BEGINNING_WITH,
    family=_FAMILY,
    commenced=SECOND_MONTH,
)
"""Every assessment is complete within 21 days, the day on which the request is received being the first."""

seven_days = limit(
    STANDARD_AUTHORISATIONS["reg 14"],
    7,
    Unit.DAYS,
    Counting.BEGINNING_WITH,
    family="time to assess an unauthorised deprivation",
    commenced=COMMENCED,
)
"""Whether there is an unauthorised deprivation is assessed within 7 days, the day of the report being the first."""
