"""What an authorisation can carry at all, on a day: asked of the law by whoever reads what was delegated."""

from __future__ import annotations

from datetime import date

from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s79_delegation import ExercisedFunction, is_authorised, may_be_delegated
from swp_domain.law.contracting_out_orders.art3_authorisation import (
    ContractedAct,
    authorised_under_2011,
    authorised_under_2014,
)
from swp_domain.law.dates import ONE_DAY
from swp_domain.law.finding import Finding
from swp_domain.law.function import Function
from swp_domain.law.mental_capacity_act_2005 import MENTAL_CAPACITY_ACT
from swp_domain.law.rule import Regime
from swp_domain.practice.authority import before_it_was_one, kept
from swp_domain.practice.vocabulary import Instrument


def without_effect(under: Instrument, function: Function, on: date) -> str:
    """Why an authorisation under a power gives a practice nothing of a function on a day; empty where it does.

    Some functions only the council has (Care Act 2014 s 79(2)), some are outside what the power reaches, and an order
    that is not in force gives nothing. What the schedule of an order holds in part only counts as given.
    """
    if function is Function.DEPRIVATION_OF_LIBERTY:
        return f"it is the supervisory body's own decision ({MENTAL_CAPACITY_ACT['Sch A1']})"
    if kept(function, on):
        return f"only the council has it ({CARE_ACT['s 79(2)']})"
    if not under.in_force(on):
        return f"{under.value} is not in force"
    if before_it_was_one(function, on):
        return "it was no function that could be authorised"
    found = _carried(under, function, on)
    return f"{under.value} does not reach it ({found.provision})" if found is not None and found.not_met else ""


def for_whom(under: Instrument, on: date) -> str:
    """Which people a power reaches on a day on which two regimes are in force; empty where it reaches whom it is for.

    An order authorises nothing about somebody under the Care Act; what section 79 does for somebody still under the
    law before it is for a person to judge, as rule DEL-01 has it.
    """
    if on not in Regime.COMMUNITY_CARE.span or on not in Regime.CARE_ACT.span:
        return ""
    if not under.serves(Regime.CARE_ACT):
        return "people still under the law before the Care Act"
    return "" if under.serves(Regime.COMMUNITY_CARE) else "people under the Care Act; of others a person judges"


def days_of_law() -> frozenset[date]:
    """Every first day on which :func:`without_effect` or :func:`for_whom` may answer otherwise than the day before."""
    spans = [one.days for one in Instrument] + [one.span for one in Regime] + [may_be_delegated.period]
    begun = [one.first for one in spans if one is not None]
    return frozenset(begun + [one.last + ONE_DAY for one in spans if one is not None and one.last is not None])


def _carried(under: Instrument, function: Function, on: date) -> Finding | None:
    """Whether a power, in force that day, carries a function; a partnership carries what its agreement names."""
    match under:
        case Instrument.CONTRACTING_OUT_2011:
            return authorised_under_2011(ContractedAct(function=function, authorised=True), on=on)
        case Instrument.CONTRACTING_OUT_2014:
            return authorised_under_2014(ContractedAct(function=function, authorised=True), on=on)
        case Instrument.CARE_ACT_S79:
            return is_authorised(ExercisedFunction(function=function, authorised=True), on=on)
        case Instrument.NHS_ACT_S75:
            return None
