"""Plans and budgets: whole, adding up, sought together, given; and approved by somebody else, within their limit."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from swp_domain.case_file import CaseFile
from swp_domain.law.care_act_2014.s25_plan import PlanContent
from swp_domain.law.care_act_2014.s26_budget import BudgetShown
from swp_domain.law.finding import Force, Outcome
from swp_domain.planning.approval_rules import (
    a_plan_costs_no_more_than_was_approved,
    a_plan_that_costs_is_put_before_an_approver,
    an_approval_is_not_entered_by_who_wrote,
    an_approver_stays_within_their_limit,
    nobody_approves_what_they_wrote,
)
from swp_domain.planning.events import (
    ApprovalDecided,
    BudgetSet,
    CareAndSupportPlanAgreed,
    CarersSupportPlanAgreed,
    PlanCopyGiven,
)
from swp_domain.planning.package import BudgetLine, PlannedNeed, PlannedPayment
from swp_domain.planning.plan_rules import (
    a_budget_adds_up,
    a_budget_shows_what_it_is_made_of,
    a_budget_specifies_cost_and_shares,
    a_copy_is_of_a_plan_that_is_final,
    a_plan_is_sought_together,
    a_plan_is_whole,
    direct_payments_are_specified,
    others_get_a_plan_only_if_asked,
)
from swp_domain.planning.vocabulary import ApprovalOutcome, PlanOutcome
from swp_domain.practice.events import ApprovalLimitSet
from swp_domain.practice.rules import nobody_sets_their_own_limit
from swp_domain.refusal import OutOfSequence, Unlawful
from tests.cast import DELEGATE, PILOT, council, practice
from tests.papers import banded, decided
from tests.plan_papers import (
    CONTENT,
    COUNCIL_WITH_LIMITS,
    MEALS,
    WASHING,
    agreed,
    approved,
    asked,
    budget,
    budget_set,
    carers_agreed,
    drafted,
    head,
    limit,
    manager,
    redrafted,
)
from tests.telling import Given, Record, breaks, day, given, keeps

PAID = MEALS.model_copy(update={"by_direct_payment": True, "how": None})


def planning(record: Record, **at: str) -> Any:
    file = record.file(**at)
    assert isinstance(file, CaseFile)
    return file.planning


# A plan and its budget


@keeps(
    a_plan_is_whole,
    a_plan_is_sought_together,
    a_budget_specifies_cost_and_shares,
    a_budget_adds_up,
    a_budget_shows_what_it_is_made_of,
)
def test_a_plan_with_all_it_needs_is_agreed_and_a_copy_is_owed() -> None:
    (
        given(*DELEGATE, practice.tells(drafted(), "2024-06-01"))
        .when(practice.decides(agreed(), "2024-06-10"))
        .then(CareAndSupportPlanAgreed)
        .breaches()
        .flags()
        .finds("Care Act 2014, s 25(1): met on 10 June 2024.")
        .owes("give a copy of the plan", "p1", as_at="2024-06-10", last_day="2024-06-24")
    )


@pytest.mark.parametrize(
    ("letter", "told"),
    [
        ("a, b, c", {"needs": ()}),
        ("b", {"needs": (MEALS.model_copy(update={"eligible": None}), WASHING)}),
        ("c", {"needs": (MEALS.model_copy(update={"to_be_met": None}), WASHING)}),
        ("c", {"needs": (MEALS.model_copy(update={"how": None}), WASHING)}),
        ("d", {"content": CONTENT.model_copy(update={"matters_relevant": None})}),
        ("e", {"budget": None}),
        ("f", {"content": CONTENT.model_copy(update={"advice_included": False})}),
    ],
    ids=["needs", "eligibility", "which are met", "how", "what matters", "budget", "advice"],
)
@breaks(a_plan_is_whole)
def test_no_plan_is_agreed_without_each_of_its_six_contents(letter: str, told: dict[str, Any]) -> None:
    refused = given(*DELEGATE).when(practice.decides(agreed(**told), "2024-06-10")).refused(Unlawful, "CA-25-01")
    assert isinstance(refused.refusal, Unlawful)
    shown = f"the plan does not show ({letter})."
    refused.refused(Unlawful, shown)
    given(*DELEGATE).when(practice.decides(carers_agreed(**told), "2024-06-10")).refused(Unlawful, "CA-25-01", shown)


def test_a_plan_that_is_known_to_have_no_advice_is_recorded_and_is_a_breach() -> None:
    told = agreed(content=CONTENT.model_copy(update={"advice_included": False}))
    record = given(*DELEGATE).when(practice.records(told, "2024-06-10")).then(CareAndSupportPlanAgreed)
    record.breaches("CA-25-01")
    silent = agreed(content=PlanContent())
    given(*DELEGATE).when(practice.records(silent, "2024-06-10")).breaches().flags("CA-25-01")


def test_before_the_care_act_a_plan_has_no_such_contents() -> None:
    old = given(*PILOT, practice.records(banded(), "2012-05-21"))
    old.owes("plan the services that needs call for", "n1", as_at="2012-05-21", last_day="2012-06-18")
    bare = CareAndSupportPlanAgreed(plan="p1", determination="n1", decision=decided(PlanOutcome.AGREED))
    record = old.when(practice.decides(bare, "2012-06-01")).then(CareAndSupportPlanAgreed).breaches()
    assert planning(record).plan("p1").agreed_on.isoformat() == "2012-06-01"


@breaks(direct_payments_are_specified)
@keeps(direct_payments_are_specified)
def test_a_plan_with_direct_payments_says_which_needs_how_much_and_how_often() -> None:
    whole = PlannedPayment(needs=("nutrition",), amount=Decimal(120), every_weeks=4)
    plan = agreed(needs=(PAID, WASHING), payments=(whole,))
    given(*DELEGATE).when(practice.decides(plan, "2024-06-10")).then(CareAndSupportPlanAgreed).breaches()
    more = agreed(needs=(PAID, WASHING), payments=(whole.model_copy(update={"needs": ("hygiene", "nutrition")}),))
    given(*DELEGATE).when(practice.decides(more, "2024-06-10")).then(CareAndSupportPlanAgreed).breaches()
    both = (PAID, WASHING.model_copy(update={"by_direct_payment": True, "how": None}))
    given(*DELEGATE).when(practice.decides(agreed(needs=both, payments=(whole,)), "2024-06-10")).refused(
        Unlawful, "CA-25-02", "payments"
    )
    for payments in (
        (),
        (whole.model_copy(update={"amount": None}),),
        (whole.model_copy(update={"every_weeks": None}),),
        (whole.model_copy(update={"needs": ("hygiene",)}),),
    ):
        wrong = agreed(needs=(PAID, WASHING), payments=payments)
        given(*DELEGATE).when(practice.decides(wrong, "2024-06-10")).refused(Unlawful, "CA-25-02", "payments")


@keeps(a_plan_is_whole)
def test_a_need_that_a_carer_meets_is_not_the_councils_and_says_how_it_is_met() -> None:
    by_carer = PlannedNeed(need="nutrition", eligible=True, met_by_carer=True)
    plan = agreed(needs=(by_carer, WASHING))
    given(*DELEGATE).when(practice.decides(plan, "2024-06-10")).then(CareAndSupportPlanAgreed).breaches()


@pytest.mark.parametrize("often", [{"once": True}, {"every_months": 1}])
@keeps(direct_payments_are_specified)
def test_a_direct_payment_may_be_paid_once_or_by_the_month(often: dict[str, Any]) -> None:
    paid = PlannedPayment.model_validate({"needs": ("nutrition",), "amount": Decimal(250), **often})
    plan = carers_agreed(needs=(PAID, WASHING), payments=(paid,))
    given(*DELEGATE).when(practice.decides(plan, "2024-06-10")).then(CarersSupportPlanAgreed).breaches()


@breaks(a_plan_is_sought_together)
def test_a_plan_that_nobody_tried_to_agree_is_a_breach_and_settling_one_is_none() -> None:
    settled = agreed(decision=decided(PlanOutcome.SETTLED))
    given(*DELEGATE).when(practice.decides(settled, "2024-06-10")).then(CareAndSupportPlanAgreed).breaches()
    for field in ("involved", "steps_to_agree"):
        alone = agreed(content=CONTENT.model_copy(update={field: False}))
        given(*DELEGATE).when(practice.decides(alone, "2024-06-10")).breaches("CA-25-03")


@breaks(a_budget_specifies_cost_and_shares, a_budget_adds_up)
def test_a_budget_that_does_not_add_up_is_no_budget() -> None:
    record = given(*DELEGATE, practice.decides(agreed(), "2024-06-10"))
    record.when(practice.decides(budget_set(), "2024-07-01")).then(BudgetSet).breaches()
    for wrong in (
        budget(council_pays=Decimal("150.01")),
        budget(person_pays=Decimal("49.99")),
        budget(lines=(BudgetLine(need="nutrition", weekly=Decimal("199.99")),)),
    ):
        asked_for = practice.decides(budget_set(wrong), "2024-07-01")
        record.when(asked_for).refused(Unlawful, "CA-26-01", "the shares or the lines come to another sum")
        record.when(practice.records(budget_set(wrong), "2024-07-01")).breaches("CA-26-01")
    for untold in (budget(person_pays=None), budget(council_pays=None), budget(weekly=None)):
        record.when(practice.decides(budget_set(untold), "2024-07-01")).refused(Unlawful, "CA-26-01", "all three")
    for sum_decided in (199, 201):
        other = budget_set(decision=decided(Decimal(sum_decided)))
        record.when(practice.decides(other, "2024-07-01")).refused(Unlawful, "decision.outcome is another sum")


@breaks(a_budget_shows_what_it_is_made_of)
def test_a_budget_has_a_part_for_each_need_that_is_to_be_met_and_reasons() -> None:
    one_line = budget(lines=(BudgetLine(need="nutrition", weekly=Decimal(200)),))
    record = given(*DELEGATE).when(practice.decides(agreed(budget=one_line), "2024-06-10"))
    record.then(CareAndSupportPlanAgreed).breaches("CA-26-02")
    assert record.entry.breaches[0].force is Force.STATUTORY_GUIDANCE
    shows = "show what the personal budget is made of"
    record.owes(shows, as_at="2024-06-10", last_day="2024-06-10")
    cured = record.when(practice.decides(budget_set(), "2024-06-20")).then(BudgetSet)
    assert cured.duty(shows).met_on == cured.entry.occurred_on
    bare = budget(reasons=None)
    given(*DELEGATE).when(practice.decides(agreed(budget=bare), "2024-06-10")).flags("CA-26-02")


@pytest.mark.parametrize("lacking", ["figure", "breakdown", "reasons"])
def test_a_budget_that_still_lacks_one_thing_does_not_show_what_it_is_made_of(lacking: str) -> None:
    one_line = budget(lines=(BudgetLine(need="nutrition", weekly=Decimal(200)),))
    record = given(*DELEGATE).when(practice.decides(agreed(budget=one_line), "2024-06-10"))
    told = budget(lines=(), shows=BudgetShown.model_validate({lacking: False}))
    if lacking == "figure":
        told = told.model_copy(update={"weekly": None, "person_pays": None, "council_pays": None})
    after = record.when(practice.records(budget_set(told), "2024-06-20")).then(BudgetSet)
    assert after.duties("show what the personal budget is made of")[0].met_on is None


def test_a_plan_without_its_budget_shows_nothing_of_it() -> None:
    one_line = budget(lines=(BudgetLine(need="nutrition", weekly=Decimal(200)),))
    record = given(*DELEGATE).when(practice.decides(agreed(budget=one_line), "2024-06-10"))
    content = CONTENT.model_copy(update={"budget_included": True})
    again = record.when(practice.records(agreed(plan="p2", budget=None, content=content), "2024-06-20"))
    assert again.duties("show what the personal budget is made of")[0].met_on is None


def test_the_reasons_for_a_budget_are_its_own_or_those_of_the_decision_that_set_it() -> None:
    record = given(*DELEGATE, practice.decides(agreed(), "2024-06-10"))
    own = budget_set(decision=decided(Decimal(200), reasons=None))
    record.when(practice.decides(own, "2024-07-01")).then(BudgetSet).concludes("CA-26-02", Outcome.MET)
    decisions = budget_set(budget(reasons=None))
    record.when(practice.decides(decisions, "2024-07-01")).concludes("CA-26-02", Outcome.MET)
    neither = budget_set(budget(reasons=None), decision=decided(Decimal(200), reasons=None))
    record.when(practice.decides(neither, "2024-07-01")).concludes("CA-26-02", Outcome.CANNOT_TELL)


def test_a_plan_told_to_have_no_budget_owes_one_the_same_day_until_it_is_set() -> None:
    none = agreed(budget=None, content=CONTENT.model_copy(update={"budget_included": False}))
    record = given(*DELEGATE).when(practice.records(none, "2016-04-11")).then(CareAndSupportPlanAgreed)
    figure = "set a personal budget with a figure"
    record.owes(figure, as_at="2016-04-11", last_day="2016-04-11")
    told = budget(weekly=None, person_pays=None, council_pays=None, lines=(), shows=BudgetShown(figure=False))
    again = record.when(practice.records(budget_set(told), "2017-01-01")).then(BudgetSet)
    assert again.duty(figure).met_on is None
    cured = again.when(practice.records(budget_set(), "2017-11-17")).then(BudgetSet)
    assert str(cured.duty(figure).met_on) == "2017-11-17"


@breaks(a_copy_is_of_a_plan_that_is_final, others_get_a_plan_only_if_asked)
@keeps(a_copy_is_of_a_plan_that_is_final, others_get_a_plan_only_if_asked)
def test_a_copy_of_a_plan_goes_to_the_person_and_to_others_only_if_they_asked() -> None:
    draft = given(*DELEGATE, practice.tells(drafted(), "2024-06-01"))
    draft.when(practice.tells(PlanCopyGiven(plan="p1"), "2024-06-02")).flags("CA-25-04").breaches()
    record = given(*DELEGATE, practice.decides(agreed(), "2024-06-10"))
    copy = record.when(practice.tells(PlanCopyGiven(plan="p1"), "2024-06-24")).flags().breaches()
    assert str(copy.duty("give a copy of the plan", "p1").met_on) == "2024-06-24"
    other = PlanCopyGiven(plan="p1", to_the_person=False)
    given_to = record.when(practice.tells(other, "2024-06-12"))
    assert given_to.duty("give a copy of the plan", "p1").met_on is None
    told = other.model_copy(update={"asked_for": False})
    record.when(practice.tells(told, "2024-06-12")).breaches().flags("CA-25-04")
    wanted = other.model_copy(update={"asked_for": True})
    record.when(practice.tells(wanted, "2024-06-12")).breaches().flags()


# Approval


def put_forward(weekly: str = "200") -> Given:
    plan = drafted(budget=budget(meals=str(Decimal(weekly) - 80)))
    return given(*COUNCIL_WITH_LIMITS, practice.tells(plan, "2024-06-01"), practice.tells(asked(weekly), "2024-06-02"))


@keeps(an_approver_stays_within_their_limit, nobody_approves_what_they_wrote, an_approval_is_not_entered_by_who_wrote)
def test_an_approval_keeps_the_amount_and_the_limit_of_that_moment() -> None:
    record = put_forward("500").when(manager.decides(approved("500"), "2024-06-03")).then(ApprovalDecided).breaches()
    authority = record.entry.authority
    assert authority is not None
    assert (authority.amount, authority.limit) == (Decimal(500), Decimal(500))
    raised = record.when(limit("manager", "900", "2024-06-04")).then(ApprovalLimitSet)
    (kept,) = planning(raised).plan("p1").approvals
    assert (kept.by, str(kept.decided_on), kept.weekly, kept.limit) == ("manager", "2024-06-03", 500, 500)


@breaks(an_approver_stays_within_their_limit)
def test_nobody_approves_a_penny_above_their_limit() -> None:
    record = put_forward("500.01")
    refused = record.when(manager.decides(approved("500.01"), "2024-06-03"))
    refused.refused(Unlawful, "GOV-APP-01", "£500.01 a week is approved, and the limit is £500.00")
    record.when(head.decides(approved("500.01"), "2024-06-03")).then(ApprovalDecided).breaches()
    done = record.when(manager.records(approved("500.01"), "2024-06-03")).breaches("GOV-APP-01")
    assert done.entry.breaches[0].force is Force.LOCAL
    plan = planning(done).plan("p1")
    assert plan.approved is None
    assert [one.limit for one in plan.approvals] == [Decimal(500)]
    assert plan.awaits_approval
    returned = approved("500.01", ApprovalOutcome.RETURNED)
    record.when(manager.decides(returned, "2024-06-03")).then(ApprovalDecided).breaches()


def test_a_limit_holds_from_the_day_it_was_set_and_ends_when_its_holder_leaves() -> None:
    record = put_forward("600")
    raised = record.when(limit("manager", "600", "2024-06-10")).then(ApprovalLimitSet)
    raised.when(manager.decides(approved("600"), "2024-06-09")).refused(Unlawful, "GOV-APP-01")
    raised.when(manager.decides(approved("600"), "2024-06-10")).then(ApprovalDecided)
    taken = record.when(limit("manager", None, "2024-06-10")).then(ApprovalLimitSet)
    no_limit = taken.when(manager.decides(approved("1"), "2024-06-10"))
    no_limit.refused(Unlawful, "no limit is on record for who approves")


def test_where_no_limit_is_on_record_nobody_is_held_to_one() -> None:
    record = given(*DELEGATE, practice.tells(drafted(), "2024-06-01"), practice.tells(asked(), "2024-06-02"))
    approval = record.when(council.decides(approved(), "2024-06-03")).then(ApprovalDecided).breaches()
    assert approval.entry.authority is not None
    assert (approval.entry.authority.amount, approval.entry.authority.limit) == (Decimal(200), None)


@breaks(nobody_sets_their_own_limit)
@keeps(nobody_sets_their_own_limit)
def test_nobody_sets_their_own_limit() -> None:
    own = ApprovalLimitSet(member="manager", weekly=Decimal(9999))
    record = put_forward("900").when(manager.tells(own, "2024-06-02")).flags("GOV-APP-04")
    record.when(manager.decides(approved("900"), "2024-06-03")).refused(Unlawful, "GOV-APP-01")
    put_forward().when(limit("manager", "900", "2024-06-02")).flags()
    anothers = ApprovalLimitSet(member="head-of-service", weekly=Decimal(9999))
    put_forward().when(manager.tells(anothers, "2024-06-02")).flags()


@breaks(nobody_approves_what_they_wrote)
def test_nobody_approves_what_they_wrote_or_put_forward() -> None:
    wrote = given(*COUNCIL_WITH_LIMITS, manager.tells(drafted(), "2024-06-01"), head.tells(asked(), "2024-06-02"))
    wrote.when(manager.decides(approved(), "2024-06-03")).refused(Unlawful, "GOV-APP-02", "whoever by names")
    wrote.when(head.decides(approved(), "2024-06-03")).refused(Unlawful, "GOV-APP-02")
    again = wrote.when(practice.tells(redrafted(), "2024-06-03"))
    again.when(manager.decides(approved(), "2024-06-04")).refused(Unlawful, "GOV-APP-02")
    recorded = wrote.when(manager.records(approved(), "2024-06-03")).breaches("GOV-APP-02").flags()
    assert planning(recorded).plan("p1").approved is None


@keeps(nobody_approves_what_they_wrote, an_approval_is_not_entered_by_who_wrote)
def test_who_wrote_a_plan_may_return_it_and_of_an_unknown_plan_nobody_is_the_writer() -> None:
    returned = approved(outcome=ApprovalOutcome.RETURNED)
    put_forward().when(practice.decides(returned, "2024-06-03")).then(ApprovalDecided).breaches().flags()
    said = manager.decides(returned, "2024-06-03")
    writer = practice.decides(returned, "2024-06-03").proposal.by
    entered = replace(said, proposal=replace(said.proposal, recorded_by=writer))
    put_forward().when(entered).then(ApprovalDecided).flags()
    unknown = given(*COUNCIL_WITH_LIMITS).when(manager.records(approved(), "2024-06-03"))
    unknown.then(ApprovalDecided).breaches().flags("REC-SEQ")


@breaks(an_approval_is_not_entered_by_who_wrote)
def test_an_approval_that_the_writer_enters_for_another_is_looked_at() -> None:
    said = manager.decides(approved(), "2024-06-03")
    writer = practice.decides(approved(), "2024-06-03").proposal.by
    entered = replace(said, proposal=replace(said.proposal, recorded_by=writer))
    told = put_forward().when(entered).then(ApprovalDecided).breaches().flags("GOV-APP-02")
    assert "whoever recorded_by names wrote the plan" in str(told.entries[-1].judged)


def test_returning_a_plan_for_changes_keeps_who_approved_it_before_when_and_how_much() -> None:
    record = put_forward()
    approval = record.when(manager.decides(approved(), "2024-06-03"))
    returned = approval.when(head.decides(approved(outcome=ApprovalOutcome.RETURNED), "2024-06-05"))
    anew = returned.when(practice.tells(redrafted(), "2024-06-06"))
    plan = planning(anew).plan("p1")
    kept = [(one.by, str(one.decided_on), one.outcome, one.weekly, one.limit) for one in plan.approvals]
    assert kept == [
        ("manager", "2024-06-03", ApprovalOutcome.APPROVED, 200, 500),
        ("head-of-service", "2024-06-05", ApprovalOutcome.RETURNED, 200, 2000),
    ]
    assert plan.approved is None
    then = planning(anew, as_at="2024-06-04").plan("p1")
    assert then.approved is not None


@breaks(a_plan_costs_no_more_than_was_approved)
@keeps(a_plan_costs_no_more_than_was_approved)
def test_a_plan_dearer_than_approved_is_still_a_plan_and_the_scheme_was_broken() -> None:
    record = put_forward().when(manager.decides(approved(), "2024-06-03"))
    for meals in ("100", "120"):
        within = agreed(budget=budget(meals=meals))
        record.when(practice.decides(within, "2024-06-10")).then(CareAndSupportPlanAgreed).breaches().flags()
    dearer = record.when(practice.decides(agreed(budget=budget(meals="120.01")), "2024-06-10"))
    dearer.breaches("GOV-APP-03")
    assert dearer.entry.breaches[0].why == "it costs £200.01 a week, and £200.00 was approved"
    assert planning(dearer).plan("p1").agreed_on is not None
    returned = record.when(head.decides(approved(outcome=ApprovalOutcome.RETURNED), "2024-06-05"))
    returned.when(practice.decides(agreed(), "2024-06-10")).breaches("GOV-APP-03")
    put_forward().when(practice.decides(agreed(), "2024-06-10")).breaches("GOV-APP-03").flags()


@breaks(a_plan_that_costs_is_put_before_an_approver)
@keeps(a_plan_that_costs_is_put_before_an_approver)
def test_a_plan_that_nobody_was_asked_to_approve_is_looked_at() -> None:
    record = given(*COUNCIL_WITH_LIMITS, practice.tells(drafted(), "2024-06-01"))
    record.when(practice.decides(agreed(), "2024-06-10")).then(CareAndSupportPlanAgreed).flags("GOV-APP-03")
    for meals, flags in (("120", []), ("420", []), ("420.01", ["GOV-APP-03"])):
        costs = agreed(budget=budget(meals=meals))
        record.when(manager.decides(costs, "2024-06-10")).then(CareAndSupportPlanAgreed).flags(*flags)
    unknown = given(*COUNCIL_WITH_LIMITS)
    unknown.when(practice.decides(agreed(), "2024-06-10")).flags("GOV-APP-03")
    own = given(*COUNCIL_WITH_LIMITS, manager.tells(drafted(), "2024-06-01"))
    own.when(manager.decides(agreed(), "2024-06-10")).flags("GOV-APP-03")


def test_an_approval_is_of_a_plan_that_the_file_knows() -> None:
    given(*COUNCIL_WITH_LIMITS).when(manager.decides(approved(), "2024-06-03")).refused(OutOfSequence, "plan")


# As at a day


def test_the_plan_and_the_budget_of_a_day_are_those_of_thatday() -> None:
    record = given(
        *DELEGATE,
        practice.decides(agreed(), "2024-06-10"),
        practice.decides(budget_set(budget(meals="220")), "2024-08-01"),
        practice.decides(agreed(plan="p2", follows="p1", budget=budget(meals="320")), "2024-10-01"),
    )
    held = planning(record)
    days = ("2024-06-09", "2024-06-10", "2024-07-31", "2024-08-01", "2024-09-30", "2024-10-01")
    sums = [held.budget_on(day(one)) for one in days]
    assert [one.weekly if one else None for one in sums] == [None, 200, 200, 300, 300, 400]
    assert held.plan_in_force(day("2024-09-30")).entry != held.plan_in_force(day("2024-10-01")).entry


def test_a_carers_plan_is_not_the_adults() -> None:
    record = given(*DELEGATE, practice.decides(agreed(), "2024-06-10"))
    both = record.when(practice.decides(carers_agreed(plan="c1", budget=budget(meals="20")), "2024-07-01"))
    both.then(CarersSupportPlanAgreed).breaches()
    assert planning(both).budget_on(day("2024-07-02")).weekly == 200


def test_a_need_is_known_by_a_short_name() -> None:
    with pytest.raises(ValueError, match="need"):
        PlannedNeed(need="Nutrition!")
