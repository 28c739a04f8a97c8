"""Which provision gives a council each function that a decision can exercise, under each regime.

It is the first link of every chain of authority: what no Act gives a council, no council can delegate.
"""

from __future__ import annotations

from datetime import date

from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.charging_before_2015 import NATIONAL_ASSISTANCE
from swp_domain.law.community_care_act_1990 import COMMUNITY_CARE
from swp_domain.law.direct_payments_before_2015 import HSCA_2001
from swp_domain.law.finding import Force
from swp_domain.law.function import Function
from swp_domain.law.mental_capacity_act_2005 import ADVOCATES_BEGAN, DEPRIVATION_BEGAN, MENTAL_CAPACITY_ACT
from swp_domain.law.mental_health_act_1983 import MENTAL_HEALTH_ACT
from swp_domain.law.rule import Provision, Regime, Text, period

CSDPA = Text("Chronically Sick and Disabled Persons Act 1970", Force.STATUTE, "named in the schedule of SI 2011/1568")
CARERS_2000 = Text("Carers and Disabled Children Act 2000", Force.STATUTE, "named in the schedule of SI 2011/1568")

_PART_1: dict[Function, str] = {
    Function.INFORMATION_AND_ADVICE: "s 4",
    Function.NEEDS_ASSESSMENT: "s 9",
    Function.CARERS_ASSESSMENT: "s 10",
    Function.ELIGIBILITY: "s 13",
    Function.MEETING_NEEDS: "ss 18 to 20",
    Function.ADVOCACY: "s 67",
    Function.SAFEGUARDING_ENQUIRY: "s 42",
    Function.SAFEGUARDING_REVIEW: "s 44",
    Function.PROPERTY: "s 47",
    Function.CHARGING: "s 14",
    Function.FINANCIAL_ASSESSMENT: "s 17",
    Function.PLANNING: "ss 24 to 26",
    Function.REVIEW: "s 27",
    Function.DIRECT_PAYMENTS: "ss 31 to 32",
    Function.CONTINUITY: "ss 37 to 38",
    Function.TRANSITION: "ss 58 to 66",
}
_TO_CHARGE = NATIONAL_ASSISTANCE["s 22 for accommodation, or HASSASSA 1983 s 17 for other services"]
_BEFORE: dict[Function, Provision] = {
    Function.INFORMATION_AND_ADVICE: CSDPA["s 1"],
    Function.NEEDS_ASSESSMENT: COMMUNITY_CARE["s 47(1)(a)"],
    Function.CARERS_ASSESSMENT: CARERS_2000["s 1"],
    Function.ELIGIBILITY: COMMUNITY_CARE["s 47(1)(b)"],
    Function.MEETING_NEEDS: NATIONAL_ASSISTANCE["ss 21 and 29, with CSDPA 1970 s 2"],
    Function.PLANNING: COMMUNITY_CARE["s 47(1)(b)"],
    Function.REVIEW: COMMUNITY_CARE["s 47"].from_memory(),
    Function.DIRECT_PAYMENTS: HSCA_2001["s 57"],
    Function.PROPERTY: NATIONAL_ASSISTANCE["s 48"],
    Function.CHARGING: _TO_CHARGE,
    Function.FINANCIAL_ASSESSMENT: _TO_CHARGE,
}
_EITHER: dict[Function, Provision] = {
    Function.AFTER_CARE: MENTAL_HEALTH_ACT["s 117"],
    Function.CAPACITY_ADVOCACY: MENTAL_CAPACITY_ACT["ss 37 to 39D"],
    Function.DEPRIVATION_OF_LIBERTY: MENTAL_CAPACITY_ACT["Sch A1"],
}
_BEGAN = {Function.CAPACITY_ADVOCACY: ADVOCATES_BEGAN, Function.DEPRIVATION_OF_LIBERTY: DEPRIVATION_BEGAN}
_CALENDAR = frozenset({Function.SAFEGUARDING_ENQUIRY, Function.SAFEGUARDING_REVIEW, Function.PROPERTY})
"""Functions of Part 1 that a council has for everybody from the day it began (section 42 binds by calendar)."""


def conferred_by(function: Function, regime: Regime, on: date) -> Provision | None:
    """The provision that gives a council a function for somebody under a regime on a day; ``None`` where none did.

    There was no statutory duty to enquire before section 42, and no Act that provided for advocates, continuity or the
    passage to adulthood as functions of their own.
    """
    if function in _EITHER:
        days = period(_BEGAN.get(function), None)
        return _EITHER[function] if days is None or on in days else None
    part_1 = regime is Regime.CARE_ACT or (function in _CALENDAR and on in Regime.CARE_ACT.span)
    return CARE_ACT[_PART_1[function]] if part_1 else _BEFORE.get(function)
