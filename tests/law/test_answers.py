"""What single tests of the law answer where a stage asks them only one way round: the days beside a limit, the no."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from swp_domain.law.assessment_regulations_2014.conduct import ConductFacts, deafblind_assessor
from swp_domain.law.care_act_2014.s14_charging import ChargedFor, ChargeFacts
from swp_domain.law.care_act_2014.s31_direct_payments import PaymentConditions, still_met
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts, in_the_area
from swp_domain.law.charging_regulations_2014.reg3_free import last_free_day, not_free
from swp_domain.law.charging_regulations_2014.reg12_capital import CapitalFacts, above_the_limit, capital_limits
from swp_domain.law.charging_regulations_2014.sch2_disregards import home_may_count, last_disregarded_day
from swp_domain.law.contracting_out_orders.art3_authorisation import ContractedAct, authorised_under_2014
from swp_domain.law.dates import LawNotKnown, PartialDate, Precision
from swp_domain.law.finding import Facts, Outcome
from swp_domain.law.function import Function
from swp_domain.law.rule import Rule

ON = date(2015, 6, 1)
BEGAN = date(2015, 5, 1)


def shown(rule: Rule[Any], facts: Facts, on: date = ON) -> dict[str, bool | None]:
    """Limb by limb, whether it is shown."""
    return {one.letter: one.shown for one in rule(facts, on=on).limbs}


@pytest.mark.parametrize(
    ("deafblind", "trained", "answer"),
    [(False, None, True), (False, False, True), (True, True, True), (True, False, False), (True, None, None)],
)
def test_a_trained_assessor_is_asked_for_only_where_somebody_is_deafblind(
    deafblind: bool, trained: bool | None, answer: bool | None
) -> None:
    assert shown(deafblind_assessor, ConductFacts(deafblind=deafblind, assessor_deafblind_trained=trained)) == {
        "6": answer
    }
    assert shown(deafblind_assessor, ConductFacts(assessor_deafblind_trained=trained)) == {"6": None}


@pytest.mark.parametrize(("outside", "answer"), [(True, False), (False, True), (None, None)])
def test_the_duty_to_enquire_is_that_of_the_council_of_the_area(outside: bool | None, answer: bool | None) -> None:
    assert shown(in_the_area, SafeguardingFacts(outside_the_area=outside)) == {"1": answer}


@pytest.mark.parametrize(
    ("told", "best_interests", "agreed"),
    [
        # Without a conclusion on capacity only what both sections ask is sure.
        ({}, None, None),
        ({"best_interests": True}, True, None),
        ({"best_interests": False}, None, None),
        ({"nominated": False, "authorised_supports": True}, None, True),
        ({"nominated": True, "nominee_agrees": True, "authorised_supports": True}, None, True),
        ({"nominated": True, "authorised_supports": True}, None, None),
        ({"nominated": False, "authorised_supports": False}, None, None),
        ({"capacity_to_request": True, "best_interests": False, "nominated": False}, True, True),
        ({"capacity_to_request": True, "nominated": True, "nominee_agrees": False}, True, False),
        ({"capacity_to_request": False, "best_interests": False, "authorised_supports": True}, False, True),
        ({"capacity_to_request": False, "authorised_supports": False}, None, False),
    ],
)
def test_a_payment_goes_on_under_the_section_that_capacity_points_to(
    told: dict[str, bool], best_interests: bool | None, agreed: bool | None
) -> None:
    found = shown(still_met, PaymentConditions(**told))
    assert (found["d"], found["e"]) == (best_interests, agreed)


# Money


def test_before_the_limits_are_encoded_the_refusal_says_from_when_they_are() -> None:
    with pytest.raises(LawNotKnown, match=r"encoded from 1 April 2015\.$"):
        capital_limits(date(2015, 3, 31))


@pytest.mark.parametrize(
    ("capital", "answer"), [("23249.99", False), ("23250", False), ("23250.01", True), (None, None)]
)
def test_capital_is_above_the_limit_only_above_it(capital: str | None, answer: bool | None) -> None:
    facts = CapitalFacts(capital=None if capital is None else Decimal(capital), upper_limit=Decimal(23250))
    assert shown(above_the_limit, facts) == {"12": answer}


@pytest.mark.parametrize(("days", "answer"), [(-1, False), (0, False), (1, True)])
def test_what_is_free_is_free_to_its_last_day(days: int, answer: bool) -> None:
    def after(last: date) -> date:
        return date.fromordinal(last.toordinal() + days)

    reablement = ChargeFacts(
        charged_for=ChargedFor.REABLEMENT, provision_began=BEGAN, first_day=after(last_free_day(BEGAN))
    )
    assert shown(not_free, reablement)["c"] is answer
    home = ChargeFacts(counts_home=True, provision_began=BEGAN, first_day=after(last_disregarded_day(BEGAN)))
    assert shown(home_may_count, home) == {"2": answer}


@pytest.mark.parametrize(("cost", "answer"), [("999.99", False), ("1000", False), ("1000.01", True), (None, None)])
def test_an_adaptation_to_the_limit_is_a_minor_one(cost: str | None, answer: bool | None) -> None:
    told = ChargeFacts(charged_for=ChargedFor.ADAPTATION, cost=None if cost is None else Decimal(cost))
    assert shown(not_free, told)["b"] is answer


def test_a_home_that_is_not_counted_needs_no_weeks_and_one_that_is_needs_its_days_told() -> None:
    assert shown(home_may_count, ChargeFacts(counts_home=False)) == {"2": True}
    assert shown(home_may_count, ChargeFacts(counts_home=True)) == {"2": None}
    assert shown(home_may_count, ChargeFacts()) == {"2": None}


# Who may act


@pytest.mark.parametrize("function", Function)
def test_of_charging_the_order_of_2014_is_not_read_and_of_the_rest_its_schedule_is(function: Function) -> None:
    act = ContractedAct(function=function, authorised=True)
    found = authorised_under_2014(act, on=date(2014, 6, 1))
    if function in (Function.CHARGING, Function.FINANCIAL_ASSESSMENT):
        assert found.outcome is Outcome.CANNOT_TELL
    else:
        assert found.outcome is not Outcome.CANNOT_TELL


# Days


@pytest.mark.parametrize(
    ("first", "last"), [("2024-05-02", "2024-05-31"), ("2024-05-01", "2024-05-30"), ("2024-05-01", "2024-06-01")]
)
def test_a_month_is_told_whole(first: str, last: str) -> None:
    with pytest.raises(ValueError, match="is not one month: tell it as a range"):
        PartialDate(date.fromisoformat(first), date.fromisoformat(last), Precision.MONTH)


def test_a_vague_date_is_counted_from_its_latest_day_as_far_as_it_had_come() -> None:
    told = PartialDate.parse("2024-05")
    assert told.counted_from() == date(2024, 5, 31)
    assert told.counted_from(date(2024, 5, 20)) == date(2024, 5, 20)
    assert told.counted_from(date(2024, 6, 20)) == date(2024, 5, 31)


@pytest.mark.parametrize("floor", [date(2024, 5, 1), date(2024, 5, 31)])
def test_a_floor_at_either_end_of_the_range_is_within_it(floor: date) -> None:
    assert PartialDate.parse("2024-05").placed(floor=floor) == floor
