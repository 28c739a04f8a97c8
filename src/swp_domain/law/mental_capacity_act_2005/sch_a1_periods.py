"""Schedule A1: how long an authorisation lasts. The days are those of the calendar."""

from __future__ import annotations

from datetime import date
from typing import Final

from swp_domain.law.dates import Counting, Unit
from swp_domain.law.finding import Force
from swp_domain.law.limit import TimeLimit, limit
from swp_domain.law.mental_capacity_act_2005 import DEPRIVATION_BEGAN, MENTAL_CAPACITY_ACT
from swp_domain.law.rule import Text

_COUNTED = Text(
    "Mental Capacity Act 2005",
    Force.STATUTE,
    "length checked against the Act; that the day of giving is the first is from memory, not checked",
)
_TRANSITIONAL = Text(
    "SI 2009/139",
    Force.REGULATIONS,
    "length checked on legislation.gov.uk; that the day of giving is the first is from memory, not checked",
)
NOT_EXTENDED = Text("SI 2009/139", Force.REGULATIONS, "checked on legislation.gov.uk")["Sch paras 2-4"]
"""What was given up to 30 April 2009 could not be extended: it could last three weeks instead."""
_SECOND_MONTH, _FIRST_MONTH_ENDED = "2009-05-01", "2009-04-30"
_URGENT, _URGENT_AT_MOST = "longest urgent authorisation", "longest urgent authorisation, its first day not counted"

urgent_in_april_2009 = limit(
    _TRANSITIONAL["Sch paras 2-4"],
    21,
    Unit.DAYS,
    Counting.BEGINNING_WITH,
    family=_URGENT,
    commenced=DEPRIVATION_BEGAN,
    ceased=_FIRST_MONTH_ENDED,
)
"""An urgent authorisation given in the first month could last three weeks, and not be extended."""

urgent = limit(
    _COUNTED["Sch A1 para 78(2)"],
    7,
    Unit.DAYS,
    Counting.BEGINNING_WITH,
    family=_URGENT,
    commenced=_SECOND_MONTH,
)
"""An urgent authorisation lasts at most seven days: the day on which it is given is the first."""

urgent_in_april_2009_at_most = limit(
    _TRANSITIONAL["Sch paras 2-4"],
    21,
    Unit.DAYS,
    Counting.AFTER,
    family=_URGENT_AT_MOST,
    commenced=DEPRIVATION_BEGAN,
    ceased=_FIRST_MONTH_ENDED,
)
"""The same, its first day not counted: the schedule does not say how its days are counted."""

urgent_at_most = limit(
    _COUNTED["Sch A1 para 78(2)"],
    7,
    Unit.DAYS,
    Counting.AFTER,
    family=_URGENT_AT_MOST,
    commenced=_SECOND_MONTH,
)
"""The same, its first day not counted: what lasts longer is too long on either reading."""

extension = limit(
    MENTAL_CAPACITY_ACT["Sch A1 para 85(3)"],
    7,
    Unit.DAYS,
    Counting.AFTER,
    family="longest extension of an urgent authorisation",
    commenced=_SECOND_MONTH,
)
"""At most seven more days, counted from the last day that the urgent authorisation had."""

standard = limit(
    MENTAL_CAPACITY_ACT["Sch A1 paras 42(2) and 51(2)"],
    12,
    Unit.MONTHS,
    Counting.BEGINNING_WITH,
    family="longest standard authorisation",
    commenced=DEPRIVATION_BEGAN,
)
"""A standard authorisation lasts at most a year: the day on which it comes into force is the first."""

suspension = limit(
    MENTAL_CAPACITY_ACT["Sch A1 paras 93-97"],
    28,
    Unit.DAYS,
    Counting.BEGINNING_WITH,
    family="longest suspension of a standard authorisation",
    commenced=DEPRIVATION_BEGAN,
)
"""Unless it is told within four weeks that eligibility is met again, a suspended authorisation ends."""

equivalent = limit(
    MENTAL_CAPACITY_ACT["Sch A1 para 49"],
    12,
    Unit.MONTHS,
    Counting.AFTER,
    family="age of an equivalent assessment",
    commenced=DEPRIVATION_BEGAN,
)
"""An assessment of the last twelve months can be used again; an age assessment of any age."""

_URGENTS: Final = (urgent_in_april_2009, urgent)
_URGENTS_AT_MOST: Final = (urgent_in_april_2009_at_most, urgent_at_most)


def urgent_on(day: date) -> TimeLimit:
    """How long an urgent authorisation given on a day can last; before there were any, the limit says so itself."""
    return next((one for one in _URGENTS if one.in_force(day)), urgent)


def urgent_at_most_on(day: date) -> TimeLimit:
    """The same, its first day not counted."""
    return next((one for one in _URGENTS_AT_MOST if one.in_force(day)), urgent_at_most)
