"""What was active on a day and what a week of it cost, however it was told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from swp_domain.direct_payments.events import (
    DirectPaymentChanged,
    DirectPaymentResumed,
    DirectPaymentStarted,
    DirectPaymentStopped,
)
from swp_domain.planning.events import ServiceChanged, ServiceEnded, ServiceResumed, ServiceStarted, ServiceSuspended
from swp_domain.planning.vocabulary import ServiceEnd, ServiceKind, Unit
from swp_projections.package import Cost, Package, PackageRow, weekly_cost, weekly_cost_by
from tests.cast import council
from tests.telling import CASE, Said, day, given

HOME_CARE = ServiceStarted(
    service="s1",
    plan="p1",
    kind=ServiceKind.HOME_CARE,
    needs=("hygiene", "nutrition"),
    provider="Fen Care",
    unit=Unit.HOURS,
    quantity=Decimal(10),
    weekly=Decimal("182.50"),
)
DAY_CARE = ServiceStarted(
    service="s2", plan="p1", kind=ServiceKind.DAY_CARE, needs=("community",), provider="The Willows", weekly=Decimal(96)
)


def package(*said: Said, as_at: str | None = None) -> list[PackageRow]:
    return Package().of(CASE, given(*said).streams.get(CASE, []), as_at=day(as_at) if as_at else None)


def cost(rows: list[PackageRow], on: str) -> Cost:
    return weekly_cost(rows, day(on))


def test_what_was_active_on_a_day_can_be_asked_of_any_day() -> None:
    rows = package(
        council.tells(HOME_CARE, "2022-01-10"),
        council.tells(DAY_CARE, "2022-03-01"),
        council.tells(ServiceChanged(service="s1", quantity=Decimal(14), weekly=Decimal("255.50")), "2022-06-01"),
        council.tells(ServiceEnded(service="s2", why=ServiceEnd.NO_LONGER_NEEDED), "2022-09-01"),
    )
    assert cost(rows, "2022-01-09") == Cost(Decimal(0), 0)
    assert cost(rows, "2022-01-10") == Cost(Decimal("182.50"), 0)
    assert cost(rows, "2022-03-01") == Cost(Decimal("278.50"), 0)
    assert cost(rows, "2022-06-01") == Cost(Decimal("351.50"), 0)
    assert cost(rows, "2022-08-31") == Cost(Decimal("351.50"), 0)
    assert cost(rows, "2022-09-01") == Cost(Decimal("255.50"), 0), "the day it ended is the first without it"
    ended = next(one for one in rows if one.element == "s2")
    assert (ended.until, ended.ended_why) == (date(2022, 9, 1), "no longer needed")


def test_cost_is_told_by_provider_and_by_the_needs_that_are_met_together() -> None:
    rows = package(council.tells(HOME_CARE, "2022-01-10"), council.tells(DAY_CARE, "2022-01-10"))
    on = day("2022-02-01")
    assert weekly_cost_by(rows, on, lambda one: one.provider) == {
        "Fen Care": Cost(Decimal("182.50"), 0),
        "The Willows": Cost(Decimal(96), 0),
    }
    assert weekly_cost_by(rows, on, lambda one: one.needs) == {
        "community": Cost(Decimal(96), 0),
        "hygiene, nutrition": Cost(Decimal("182.50"), 0),
    }


def test_a_service_that_is_suspended_or_somebody_elses_costs_the_council_nothing() -> None:
    own = DAY_CARE.model_copy(update={"service": "s3", "commissioned": False})
    rows = package(
        council.tells(HOME_CARE, "2022-01-10"),
        council.tells(own, "2022-01-10"),
        council.tells(ServiceSuspended(service="s1"), "2022-02-01"),
        council.tells(ServiceResumed(service="s1"), "2022-02-15"),
    )
    assert cost(rows, "2022-01-31").told == Decimal("182.50")
    assert cost(rows, "2022-02-01").told == cost(rows, "2022-02-14").told == Decimal(0)
    assert cost(rows, "2022-02-15").told == Decimal("182.50")
    assert [one.suspended for one in rows if one.holds_on(day("2022-02-01")) and one.element == "s1"] == [True]


def test_a_cost_that_nobody_told_is_counted_as_untold_and_not_as_nothing() -> None:
    rows = package(council.tells(HOME_CARE.model_copy(update={"weekly": None}), "2022-01-10"))
    assert cost(rows, "2022-02-01") == Cost(Decimal(0), 1)


def test_something_bought_once_is_no_part_of_the_week() -> None:
    rail = ServiceStarted(service="s4", kind=ServiceKind.EQUIPMENT, unit=Unit.ITEM, one_off=Decimal(85))
    assert cost(package(council.tells(rail, "2022-01-10")), "2022-02-01") == Cost(Decimal(0), 0)


def test_a_direct_payment_is_an_element_of_the_package() -> None:
    rows = package(
        council.tells(DirectPaymentStarted(payment="d1", plan="p1", weekly=Decimal(120)), "2022-01-10"),
        council.tells(DirectPaymentChanged(payment="d1", weekly=Decimal("140.25")), "2022-04-01"),
        council.tells(DirectPaymentStopped(payment="d1", suspended=True), "2022-05-01"),
        council.tells(DirectPaymentStarted(payment="d1", weekly=Decimal("140.25")), "2022-06-01"),
        council.tells(DirectPaymentStopped(payment="d1"), "2022-07-01"),
    )
    days = ("2022-01-10", "2022-04-01", "2022-05-01", "2022-06-01", "2022-07-01")
    assert [cost(rows, one).told for one in days] == [120, Decimal("140.25"), 0, Decimal("140.25"), 0]


@pytest.mark.parametrize("first", [ServiceSuspended(service="s1"), ServiceChanged(service="s1", weekly=Decimal(50))])
def test_an_import_that_begins_in_the_middle_says_that_no_beginning_was_told(
    first: ServiceSuspended | ServiceChanged,
) -> None:
    (row,) = package(council.tells(first, "2022-01-10"))
    assert (row.begin_told, row.from_day) == (False, date(2022, 1, 10))


def test_a_payment_that_was_suspended_and_resumed_is_paid_again() -> None:
    rows = package(
        council.tells(DirectPaymentStarted(payment="d1", weekly=Decimal(120)), "2022-01-10"),
        council.tells(DirectPaymentStopped(payment="d1", suspended=True), "2022-05-01"),
        council.tells(DirectPaymentResumed(payment="d1"), "2022-06-01"),
    )
    assert [cost(rows, one).told for one in ("2022-04-30", "2022-05-01", "2022-06-01")] == [120, 0, 120]


def test_what_is_over_neither_pauses_nor_goes_on() -> None:
    rows = package(
        council.tells(HOME_CARE, "2022-01-10"),
        council.tells(ServiceEnded(service="s1"), "2022-02-01"),
        council.tells(ServiceSuspended(service="s1"), "2022-02-05"),
        council.tells(ServiceResumed(service="s1"), "2022-02-10"),
    )
    assert [(one.from_day, one.until) for one in rows] == [(date(2022, 1, 10), date(2022, 2, 1))]


def test_what_goes_on_otherwise_after_it_had_ended_goes_on_again() -> None:
    rows = package(
        council.tells(HOME_CARE, "2022-01-10"),
        council.tells(ServiceEnded(service="s1"), "2022-02-01"),
        council.tells(ServiceChanged(service="s1", weekly=Decimal(50)), "2022-03-01"),
    )
    assert [cost(rows, one).told for one in ("2022-01-31", "2022-02-01", "2022-03-01")] == [Decimal("182.50"), 0, 50]


def test_what_ended_without_ever_beginning_is_no_row() -> None:
    assert package(council.tells(ServiceEnded(service="s1"), "2022-01-10")) == []


def test_a_change_of_the_same_day_leaves_no_row_of_no_days() -> None:
    rows = package(
        council.tells(HOME_CARE, "2022-01-10"),
        council.tells(ServiceChanged(service="s1", weekly=Decimal(200)), "2022-01-10"),
    )
    assert [(one.weekly, one.from_day) for one in rows] == [(Decimal(200), date(2022, 1, 10))]


def test_typed_in_late_it_is_the_package_of_its_own_days() -> None:
    in_order = (
        council.tells(HOME_CARE, "2022-01-10", recorded="2022-12-01"),
        council.tells(ServiceEnded(service="s1"), "2022-06-01", recorded="2022-12-01"),
    )
    late = (
        council.tells(ServiceEnded(service="s1"), "2022-06-01", recorded="2022-12-01"),
        council.tells(HOME_CARE, "2022-01-10", recorded="2022-12-01"),
    )
    assert [(one.from_day, one.until, one.weekly) for one in package(*in_order)] == [
        (one.from_day, one.until, one.weekly) for one in package(*late)
    ]


def test_a_service_that_begins_again_has_two_spells() -> None:
    rows = package(
        council.tells(HOME_CARE, "2022-01-10"),
        council.tells(ServiceEnded(service="s1"), "2022-02-01"),
        council.tells(HOME_CARE, "2022-03-01"),
    )
    assert sorted((str(one.from_day), str(one.until)) for one in rows) == [
        ("2022-01-10", "2022-02-01"),
        ("2022-03-01", "None"),
    ]
