"""The contracting-out orders on which the pilots rested: SI 2011/1568, then SI 2014/829."""

from __future__ import annotations

from swp_domain.law.contracting_out_orders import ORDER_2011, ORDER_2014
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.function import Function
from swp_domain.law.rule import rule

SCHEDULED = frozenset(
    {
        Function.INFORMATION_AND_ADVICE,
        Function.NEEDS_ASSESSMENT,
        Function.CARERS_ASSESSMENT,
        Function.ELIGIBILITY,
        Function.MEETING_NEEDS,
    }
)
"""Functions of a decision here that both schedules hold. Neither holds safeguarding or charging decisions."""


class ContractedAct(Facts):
    """A function exercised by an authorised body, by whom, and under whose supervision."""

    function: Function
    authorised: bool | None = None
    by_registered_social_worker: bool | None = None
    supervised_by_one: bool | None = None


def _authorised(act: ContractedAct) -> Limbs:
    return (
        limb("1", "the function is in the schedule", act.function in SCHEDULED),
        limb("2", "an authorisation in force covers it", act.authorised),
    )


def _supervised(act: ContractedAct) -> Limbs:
    shown = any_of((act.by_registered_social_worker, act.supervised_by_one))
    return (limb("c", "exercised by, or under the supervision of, a registered social worker", shown),)


@rule(
    ORDER_2011["art 3, Sch"],
    commenced="2011-08-01",
    ceased="2014-03-31",
    family="authority to exercise a function",
)
def authorised_under_2011(act: ContractedAct) -> Limbs:
    """A pilot practice exercises only scheduled functions, under an authorisation in force."""
    return _authorised(act)


@rule(
    ORDER_2014["art 3, Sch"],
    commenced="2014-04-01",
    ceased="2015-03-31",
    family="authority to exercise a function",
)
def authorised_under_2014(act: ContractedAct) -> Limbs:
    """A contractor exercises only scheduled functions, under an authorisation in force."""
    return _authorised(act)


@rule(
    ORDER_2011["art 3(2)(c)"],
    commenced="2011-08-01",
    ceased="2014-03-31",
    family="supervision by a social worker",
)
def supervised_under_2011(act: ContractedAct) -> Limbs:
    """Functions are exercised by, or under the supervision of, a registered social worker."""
    return _supervised(act)


@rule(
    ORDER_2014["art 3(2)(b)"],
    commenced="2014-04-01",
    ceased="2015-03-31",
    family="supervision by a social worker",
)
def supervised_under_2014(act: ContractedAct) -> Limbs:
    """Functions are exercised by, or under the supervision of, a registered social worker."""
    return _supervised(act)
