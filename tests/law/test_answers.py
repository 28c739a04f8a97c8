"""What single tests of the law answer where a stage asks them only one way round: the days beside a limit, the no."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from swp_domain.law.assessment_regulations_2014.conduct import ConductFacts, deafblind_assessor
from swp_domain.law.care_act_2014 import CARE_ACT
from swp_domain.law.care_act_2014.s14_charging import ChargedFor, ChargeFacts
from swp_domain.law.care_act_2014.s31_direct_payments import PaymentConditions, still_met
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts, in_the_area
from swp_domain.law.charging_regulations_2014.reg3_free import last_free_day, not_free
from swp_domain.law.charging_regulations_2014.reg12_capital import CapitalFacts, above_the_limit, capital_limits
from swp_domain.law.charging_regulations_2014.sch2_disregards import home_may_count, last_disregarded_day
from swp_domain.law.contracting_out_orders.art3_authorisation import ContractedAct, authorised_under_2014
from swp_domain.law.dates import Counting, LawNotKnown, PartialDate, Precision, Unit
from swp_domain.law.eligibility_regulations_2015.reg3_carers import (
    CarerAbility,
    CarerNeeds,
    CarerOutcome,
    carer_eligible,
)
from swp_domain.law.finding import Facts, Finding, Force, Limbs, Outcome, limb
from swp_domain.law.function import Function
from swp_domain.law.limit import TimeLimit, limit
from swp_domain.law.local_targets.moves import (
    about_the_move,
    differences_explained,
    news_of_a_dispute,
    plan_passed_on,
)
from swp_domain.law.local_targets.payments import (
    last_invoice,
    payment_decision,
    payment_ended,
    prompted_review,
    recent_look,
)
from swp_domain.law.local_targets.review_times import crisis_answer, requested_review
from swp_domain.law.ombudsman.assessment_times import carers_assessment, needs_assessment
from swp_domain.law.rule import Regime, Rule
from swp_domain.law.social_work_registration.title import (
    ELSEWHERE,
    GSCC,
    HCPC,
    SWE,
    TitleFacts,
    carried_over,
    registered_on,
    registered_with_gscc,
    registered_with_hcpc,
    registered_with_swe,
)
from swp_domain.law.transitional_order_2015.art2_regime import EVE, supported_immediately_before

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


@pytest.mark.parametrize("rule", [registered_with_gscc, registered_with_hcpc, registered_with_swe])
@pytest.mark.parametrize("by", [GSCC, HCPC, SWE, "Another register", *sorted(ELSEWHERE), None])
def test_a_social_worker_is_registered_with_the_regulator_of_the_day_or_once_elsewhere(
    rule: Rule[TitleFacts], by: str | None
) -> None:
    regulator = {registered_with_gscc: GSCC, registered_with_hcpc: HCPC, registered_with_swe: SWE}[rule]
    assert rule.period is not None
    found = shown(rule, TitleFacts(registered_with=by), rule.period.first)["1"]
    if by in ELSEWHERE:
        assert found is (None if rule is registered_with_swe else True)
    else:
        assert found is (None if by is None else by == regulator)


def test_each_register_was_taken_over_by_the_next_and_none_by_the_one_before() -> None:
    for on, current in ((date(2012, 7, 31), GSCC), (date(2012, 8, 1), HCPC), (date(2019, 12, 2), SWE)):
        for number, one in enumerate((GSCC, HCPC, SWE)):
            taken_over = number <= (GSCC, HCPC, SWE).index(current)
            assert carried_over(one, on) == (current if taken_over else one)
            assert registered_on(one, on) is taken_over
        for one in ELSEWHERE:
            assert carried_over(one, on) == one
            assert registered_on(one, on)
        assert not registered_on("A register of nobody", on)
        assert not registered_on(None, on)


# Carers, and who was supported when the law changed


@pytest.mark.parametrize("outcome", CarerOutcome)
def test_each_outcome_of_a_carer_is_answered_by_what_was_told_of_it(outcome: CarerOutcome) -> None:
    out_of_reach = CarerAbility(outcome=outcome, needs_assistance=True)
    in_reach = tuple(
        CarerAbility(
            outcome=one,
            needs_assistance=False,
            pain_distress_or_anxiety=False,
            danger_to_health_or_safety=False,
        )
        for one in CarerOutcome
        if one is not outcome
    )
    told = CarerNeeds(health_at_risk=False, abilities=(out_of_reach, *in_reach))
    assert shown(carer_eligible, told)["b"] is True
    assert shown(carer_eligible, CarerNeeds(health_at_risk=False, abilities=in_reach))["b"] is None


@pytest.mark.parametrize(("until", "answer"), [(-1, False), (0, True), (1, True), (None, True)])
def test_support_stood_immediately_before_if_it_had_not_ended_by_then(until: int | None, answer: bool) -> None:
    ended = None if until is None else EVE + timedelta(days=until)
    assert supported_immediately_before(ended) is answer


def test_a_test_or_what_followed_it_is_the_law_from_its_first_day() -> None:
    assert registered_with_gscc.period is not None
    first = registered_with_gscc.period.first
    assert not registered_with_gscc.in_force_from(first - timedelta(days=1))
    assert registered_with_gscc.in_force_from(first)
    assert registered_with_gscc.in_force_from(date(2024, 5, 1))
    assert not replace(registered_with_gscc, period=None).in_force_from(date(2024, 5, 1))


def test_what_is_not_encoded_is_cannot_tell_without_a_word_of_limbs() -> None:
    silent = Finding(provision="An Act", force=Force.STATUTE, confidence="made up", on=ON, outcome=Outcome.CANNOT_TELL)
    assert str(silent) == "An Act: cannot tell on 1 June 2015."


def test_a_rule_says_what_it_means_in_its_first_sentence_however_much_follows() -> None:
    def test(facts: Facts) -> Limbs:
        """One thing holds.

        And this is why.
        """
        return (limb("1", type(facts).__name__, True),)

    assert replace(registered_with_gscc, test=test).says == "One thing holds."


@pytest.mark.parametrize(
    ("one", "last", "warn"),
    [
        (about_the_move, 14, None),
        (plan_passed_on, 14, None),
        (differences_explained, 14, None),
        (news_of_a_dispute, 28, None),
        (payment_decision, 28, None),
        (prompted_review, 28, None),
        (payment_ended, 28, None),
        (recent_look, 84, None),
        (last_invoice, 28, None),
        (requested_review, 42, 28),
        (crisis_answer, 3, 1),
        (needs_assessment, 42, 28),
        (carers_assessment, 42, 28),
    ],
    ids=lambda value: value.family if isinstance(value, TimeLimit) else str(value),
)
def test_days_that_policy_or_the_ombudsman_gives_are_counted_to_the_last(
    one: TimeLimit, last: int, warn: int | None
) -> None:
    start = date(2024, 5, 1)
    assert one.last_day(start) == start + timedelta(days=last)
    assert one.warn_day(start) == (None if warn is None else start + timedelta(days=warn))


def test_each_regime_has_its_days() -> None:
    assert {one: (one.span.first, one.span.last) for one in Regime} == {
        Regime.COMMUNITY_CARE: (date(1993, 4, 1), date(2016, 3, 31)),
        Regime.CARE_ACT: (date(2015, 4, 1), None),
        Regime.CALENDAR: (date(1993, 4, 1), None),
    }


def test_what_was_found_stays_as_it_was_found() -> None:
    finding = in_the_area(SafeguardingFacts(outside_the_area=True), on=ON)
    for kept, field in (
        (finding, "contradiction"),
        (finding.limbs[0], "says"),
        (SafeguardingFacts(), "outside_the_area"),
    ):
        with pytest.raises(ValidationError, match="frozen"):
            setattr(kept, field, None)


@pytest.mark.parametrize(
    ("length", "unit", "words"),
    [
        (1, Unit.DAYS, "1 day after"),
        (2, Unit.DAYS, "2 days after"),
        (1, Unit.WORKING_DAYS, "1 working day after"),
        (3, Unit.WORKING_DAYS, "3 working days after"),
        (12, Unit.MONTHS, "12 months after"),
    ],
)
def test_a_limit_is_told_in_words(length: int, unit: Unit, words: str) -> None:
    told = limit(CARE_ACT["s 1"], length, unit, Counting.AFTER, family="made up", commenced="2015-04-01")
    assert str(told) == words


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
