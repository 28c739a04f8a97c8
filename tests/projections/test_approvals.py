"""Who approved what, for how much, within what limit at that moment: nothing of it is ever lost."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from swp_adapters.cli.package import approval_of
from swp_domain.planning.vocabulary import ApprovalOutcome
from swp_projections.approvals import ApprovalRow, Approvals
from swp_projections.package import Package
from tests.cast import council
from tests.plan_papers import (
    COUNCIL_WITH_LIMITS,
    agreed,
    approved,
    budget,
    budget_set,
    drafted,
    limit,
    manager,
    redrafted,
    service,
)
from tests.telling import CASE, Said, day, given


def rows(*said: Said, as_at: str | None = None) -> list[ApprovalRow]:
    streams = given(*COUNCIL_WITH_LIMITS, *said).streams
    return Approvals().of(CASE, streams.get(CASE, []), as_at=day(as_at) if as_at else None)


def approvals(found: list[ApprovalRow]) -> list[tuple[str, str, Decimal | None, Decimal | None]]:
    return [(one.outcome, str(one.on), one.weekly, one.limit) for one in found if one.what == "approval"]


def test_a_plan_returned_for_changes_keeps_who_answered_before_with_sum_and_limit() -> None:
    found = rows(
        council.tells(drafted(), "2024-05-01"),
        manager.decides(approved(), "2024-05-02"),
        manager.decides(approved("260", ApprovalOutcome.RETURNED), "2024-05-09"),
        council.tells(redrafted(budget=budget("150", "90")), "2024-05-10"),
        manager.decides(approved("240"), "2024-05-11"),
        council.decides(agreed(budget=budget("150", "90")), "2024-05-12"),
    )
    assert approvals(found) == [
        ("approved", "2024-05-02", Decimal(200), Decimal(500)),
        ("returned for changes", "2024-05-09", Decimal(260), Decimal(500)),
        ("approved", "2024-05-11", Decimal(240), Decimal(500)),
    ]
    (plan,) = (one for one in found if one.what == "plan")
    assert (plan.by, plan.weekly, plan.in_force_on(date(2024, 5, 11)), plan.in_force_on(date(2024, 5, 12))) == (
        "council-worker",
        Decimal(240),
        False,
        True,
    )


def test_the_limit_is_that_of_the_moment_and_moves_for_nobody_afterwards() -> None:
    found = rows(
        council.tells(drafted(), "2024-05-01"),
        manager.decides(approved(), "2024-05-02"),
        limit("manager", "100", "2024-06-01"),
    )
    assert approvals(found) == [("approved", "2024-05-02", Decimal(200), Decimal(500))]


def test_an_approval_beyond_the_limit_is_on_record_as_such_and_approves_nothing() -> None:
    found = rows(council.tells(drafted(), "2024-05-01"), manager.records(approved("900"), "2024-05-02"))
    (one,) = (one for one in found if one.what == "approval")
    assert (one.within, one.purported, one.approves) == (False, True, False)


def test_the_plan_that_replaces_another_ends_it_on_its_own_first_day() -> None:
    found = rows(
        council.decides(agreed(), "2024-05-03"),
        council.decides(agreed(plan="p2", follows="p1"), "2025-05-03"),
    )
    first = next(one for one in found if one.plan == "p1")
    second = next(one for one in found if one.plan == "p2")
    assert (first.in_force_on(date(2025, 5, 2)), first.in_force_on(date(2025, 5, 3))) == (True, False)
    assert second.in_force_on(date(2025, 5, 3))


def test_a_budget_set_anew_is_the_budget_of_the_plan_from_then_on() -> None:
    said = (council.decides(agreed(), "2024-05-03"), council.decides(budget_set(budget("150", "90")), "2024-06-03"))
    (before,) = rows(*said, as_at="2024-06-02")
    (after,) = rows(*said)
    assert (before.weekly, after.weekly) == (Decimal(200), Decimal(240))


def test_what_carries_a_plan_out_stands_on_the_last_approval_by_that_day() -> None:
    said = (
        *COUNCIL_WITH_LIMITS,
        council.tells(drafted(), "2024-05-01"),
        manager.decides(approved(), "2024-05-02"),
        council.decides(agreed(), "2024-05-03"),
        council.tells(service(), "2024-05-04"),
        manager.decides(approved("240"), "2024-07-01"),
    )
    entries = given(*said).streams[CASE]
    (element,) = Package().of(CASE, entries)
    plans = Approvals().of(CASE, entries)
    by = [approval_of(plans, element, on) for on in (date(2024, 6, 1), date(2024, 7, 1))]
    assert [one.weekly if one else None for one in by] == [Decimal(200), Decimal(240)]
    assert approval_of(plans, element, date(2024, 5, 1)) is None
