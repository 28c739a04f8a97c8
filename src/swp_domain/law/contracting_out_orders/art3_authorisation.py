"""Article 3 and the Schedule of each order: which functions may be exercised, and under whose supervision."""

from __future__ import annotations

from swp_domain.law.contracting_out_orders import ORDER_2011, ORDER_2014
from swp_domain.law.finding import Facts, Limbs, any_of, limb
from swp_domain.law.function import Function
from swp_domain.law.rule import Regime, rule

SCHEDULED_2014 = frozenset(
    {
        Function.INFORMATION_AND_ADVICE,
        Function.NEEDS_ASSESSMENT,
        Function.CARERS_ASSESSMENT,
        Function.ELIGIBILITY,
        Function.MEETING_NEEDS,
        Function.PLANNING,
        Function.REVIEW,
        Function.DIRECT_PAYMENTS,
        Function.AFTER_CARE,
    }
)
"""Functions of a decision here that both schedules hold. There was no statutory safeguarding decision to hold."""

SCHEDULED_2011 = SCHEDULED_2014 | {
    Function.CHARGING,
    Function.FINANCIAL_ASSESSMENT,
    Function.PROPERTY,
    Function.CAPACITY_ADVOCACY,
}
"""The first order also held charging (NAA 1948 s 22, HASSASSA 1983 s 17), of which the second holds that for
accommodation only; the protection of property (NAA 1948 s 48); and the instruction of a mental capacity advocate
(MCA 2005 ss 39, 39A, 39C and 39D). Neither holds what a supervisory body decides."""


class ContractedAct(Facts):
    """A function exercised by an authorised body, by whom, under whose supervision, and for somebody how old."""

    function: Function
    authorised: bool | None = None
    by_registered_social_worker: bool | None = None
    supervised_by_one: bool | None = None
    competent: bool | None = None
    about_an_adult: bool | None = None


def _authorised(act: ContractedAct, scheduled: bool | None) -> Limbs:
    return (
        limb("1", "the function is in the schedule", scheduled),
        limb("2", "an authorisation in force covers it", act.authorised),
    )


def _supervised(act: ContractedAct) -> Limbs:
    shown = any_of((act.by_registered_social_worker, act.supervised_by_one))
    return (limb("c", "exercised by, or under the supervision of, a registered social worker", shown),)


@rule(
    ORDER_2011["art 3, Sch"],
    commenced="2011-08-01",
    ceased="2014-03-31",
    regime=Regime.COMMUNITY_CARE,
    family="authority to exercise a function",
)
def authorised_under_2011(act: ContractedAct) -> Limbs:
    """A pilot practice exercises only scheduled functions, under an authorisation in force."""
    return _authorised(act, act.function in SCHEDULED_2011)


@rule(
    ORDER_2014["art 3, Sch"],
    commenced="2014-04-01",
    ceased="2016-03-31",
    regime=Regime.COMMUNITY_CARE,
    family="authority to exercise a function",
)
def authorised_under_2014(act: ContractedAct) -> Limbs:
    """A contractor exercises only scheduled functions, under an authorisation in force."""
    charging = act.function in (Function.CHARGING, Function.FINANCIAL_ASSESSMENT)
    return _authorised(act, None if charging else act.function in SCHEDULED_2014)


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
    ceased="2016-03-31",
    family="supervision by a social worker",
)
def supervised_under_2014(act: ContractedAct) -> Limbs:
    """Functions are exercised by, or under the supervision of, a registered social worker."""
    return _supervised(act)


def _competent(act: ContractedAct) -> Limbs:
    shown = any_of((act.by_registered_social_worker, act.competent))
    return (limb("d", "by a social worker, or somebody with what the council considers requisite", shown),)


@rule(ORDER_2011["art 3(2)(d)"], commenced="2011-08-01", ceased="2014-03-31", family="competence under the orders")
def competent_under_2011(act: ContractedAct) -> Limbs:
    """Whoever is no social worker has the qualifications or competence that the council considers requisite."""
    return _competent(act)


@rule(ORDER_2014["art 3(2)(c)"], commenced="2014-04-01", ceased="2016-03-31", family="competence under the orders")
def competent_under_2014(act: ContractedAct) -> Limbs:
    """Whoever is no social worker has the qualifications or competence that the council considers requisite."""
    return _competent(act)


def _grown(act: ContractedAct) -> Limbs:
    return (limb("b", "it concerns somebody aged 18 or over", act.about_an_adult),)


@rule(ORDER_2011["art 3(2)(b)"], commenced="2011-08-01", ceased="2014-03-31", family="age under the orders")
def grown_under_2011(act: ContractedAct) -> Limbs:
    """Functions are contracted out for people aged 18 or over only."""
    return _grown(act)


@rule(ORDER_2014["art 3(2)(a)"], commenced="2014-04-01", ceased="2016-03-31", family="age under the orders")
def grown_under_2014(act: ContractedAct) -> Limbs:
    """Functions are contracted out for people aged 18 or over only."""
    return _grown(act)
