"""Which functions a power can carry at all on a day, whoever is authorised under it and for whomever."""

from __future__ import annotations

from datetime import date

from swp_domain.law.care_act_2014.s42_enquiry import enquiry_duty
from swp_domain.law.care_act_2014.s79_delegation import ExercisedFunction, is_authorised, may_be_delegated
from swp_domain.law.contracting_out_orders.art3_authorisation import (
    ContractedAct,
    authorised_under_2011,
    authorised_under_2014,
)
from swp_domain.law.finding import Finding
from swp_domain.law.function import Function
from swp_domain.practice.vocabulary import Instrument


def before_it_was_one(function: Function, on: date) -> bool:
    """Before section 42 there was no safeguarding function that an order could grant or withhold."""
    return function is Function.SAFEGUARDING_ENQUIRY and not enquiry_duty.in_force(on)


def kept(function: Function, on: date) -> bool:
    """Whether no authorisation under section 79 can give a function away (s 79(2))."""
    return may_be_delegated.in_force(on) and may_be_delegated(ExercisedFunction(function=function), on=on).not_met


def carries(under: Instrument, function: Function, on: date) -> bool | None:
    """Whether an authorisation under a power can be one to exercise a function on a day.

    ``None`` where that is not encoded: of charges the order of 2014 holds those for accommodation only, and what a
    partnership carries of the functions that section 79 leaves with the council is in no text that was checked.
    """
    if function is Function.DEPRIVATION_OF_LIBERTY or not under.in_force(on):
        return False
    if under is Instrument.NHS_ACT_S75:
        return None if kept(function, on) else True
    if kept(function, on):
        return False
    found = carried(under, function, on)
    return None if found is None or not (found.met or found.not_met) else found.met


def carried(under: Instrument, function: Function, on: date) -> Finding | None:
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
