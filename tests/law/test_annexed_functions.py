"""The list that North East Lincolnshire annexed, item by item against the schedules of the two orders."""

from __future__ import annotations

from datetime import date

import pytest

from swp_domain.law.care_act_2014.s79_delegation import NEVER_DELEGATED
from swp_domain.law.contracting_out_orders.art3_authorisation import SCHEDULED_2011, SCHEDULED_2014
from swp_domain.law.contracting_out_orders.schedules import (
    SCHEDULE_2011,
    SCHEDULE_2014,
    Act,
    Place,
    Scheduled,
    scheduled_in_2011,
    scheduled_in_2014,
)
from swp_domain.law.function import Function
from swp_domain.law.nhs_act_2006.annexed_functions import (
    APPENDIX_6,
    Covered,
    Listed,
    OnTheList,
    annexed,
    covered_by,
    functions_of,
)

LAST_OF_2011, FIRST_OF_2014 = date(2014, 3, 31), date(2014, 4, 1)
BEFORE_ANY = date(2011, 7, 31)

IN_FULL = {3, 6, 8, 11, 20}
IN_PART = {
    1: ("s 8",),
    2: ("s 47",),
    4: ("s 21", "s 24", "s 26(1)-(4A)"),
    5: ("s 29",),
    18: ("SI 2009/1887",),
    19: ("s 22", "s 26(1)-(4A)"),
}
WIDER = {7, 9, 10, 12, 13, 14, 15, 16, 17, 21}


def item(number: int) -> Listed:
    return next(one for one in APPENDIX_6 if one.number == number)


@pytest.mark.parametrize("number", range(1, 22))
def test_each_item_is_wider_than_the_first_order_or_not(number: int) -> None:
    found = covered_by(item(number), LAST_OF_2011)
    assert found.order == "SI 2011/1568"
    if number in IN_FULL:
        assert found.covered is Covered.YES
    elif number in IN_PART:
        assert found.covered is Covered.PARTLY
        parts = found.part.split(", ")
        for section in IN_PART[number]:
            assert any(section in part for part in parts), found.part
        assert found.part.count(" s ") + found.part.count("SI ") == len(IN_PART[number])
    else:
        assert number in WIDER
        assert found.covered is Covered.NO
        assert found.part == ""


def test_every_item_is_looked_at_once_and_numbered_as_printed() -> None:
    assert [one.number for one in APPENDIX_6] == list(range(1, 22))
    assert IN_FULL | set(IN_PART) | WIDER == set(range(1, 22))
    assert not IN_FULL & WIDER


def test_the_second_order_left_out_property_and_charges_for_services() -> None:
    changed = {
        one.number
        for one in APPENDIX_6
        if covered_by(one, LAST_OF_2011).covered is not covered_by(one, FIRST_OF_2014).covered
    }
    assert changed == {6, 20}
    assert covered_by(item(6), FIRST_OF_2014).covered is Covered.NO
    assert covered_by(item(20), FIRST_OF_2014).order == "SI 2014/829"


def test_before_the_first_order_nothing_was_contracted_out() -> None:
    assert {covered_by(one, BEFORE_ANY).covered for one in APPENDIX_6} == {Covered.NO}
    assert covered_by(item(3), date(2011, 8, 1)).covered is Covered.YES


def test_a_schedule_that_holds_only_some_subsections_says_which() -> None:
    assert covered_by(item(8), LAST_OF_2011).part == "Mental Health Act 1959 s 8(2)"
    assert covered_by(item(3), LAST_OF_2011).part == ""


def test_a_section_is_on_the_schedule_or_it_is_not() -> None:
    property_ = Place(act=Act.NAA_1948, section="48")
    assert scheduled_in_2011(property_, on=LAST_OF_2011).met
    assert scheduled_in_2014(property_, on=FIRST_OF_2014).not_met
    # The regulations are scheduled, and not the Part under which they were made.
    assert scheduled_in_2011(Place(act=Act.HSCA_2001, section="Part 4"), on=LAST_OF_2011).not_met


@pytest.mark.parametrize(
    ("schedule", "functions", "only_for_accommodation"),
    [
        (SCHEDULE_2011, SCHEDULED_2011, frozenset()),
        (SCHEDULE_2014, SCHEDULED_2014, frozenset({Function.CHARGING, Function.FINANCIAL_ASSESSMENT})),
    ],
)
def test_sections_and_functions_of_an_order_say_the_same(
    schedule: tuple[Scheduled, ...], functions: frozenset[Function], only_for_accommodation: frozenset[Function]
) -> None:
    carried = {function for one in schedule for function in one.carries}
    assert carried == functions | only_for_accommodation
    # What the second order holds of charging is section 22 alone.
    paying = {one.section for one in schedule if set(one.carries) & only_for_accommodation}
    assert not only_for_accommodation or paying == {"22"}


def test_no_schedule_names_a_section_twice() -> None:
    for schedule in (SCHEDULE_2011, SCHEDULE_2014):
        assert len({(one.act, one.section) for one in schedule}) == len(schedule)


def test_the_mistakes_of_the_list_are_named() -> None:
    assert item(21).places == item(14).places
    assert "it repeats item 14" in item(21).anomalies
    assert set(item(4).anomalies) & set(item(19).anomalies), "section 22 is both excluded and included"
    assert any("superseded" in one for one in item(12).anomalies)
    assert all(any("superseded" in said for said in item(number).anomalies) for number in (14, 21))
    assert any("needy" in one for one in item(20).anomalies)
    assert item(3).anomalies == ()


def test_section_22_is_excluded_in_one_place_and_included_in_another() -> None:
    assert "22" not in {place.section for place in item(4).places}
    assert "22" in {place.section for place in item(19).places}


def test_the_list_is_narrower_than_the_orders_too() -> None:
    """It names no after-care, and nobody to instruct an advocate; the orders do."""
    listed = set(functions_of(tuple(range(1, 22))))
    assert SCHEDULED_2011 - listed == {Function.AFTER_CARE, Function.CAPACITY_ADVOCACY}
    assert Function.SAFEGUARDING_ENQUIRY not in listed
    # Two that nobody but the council has from the Care Act on.
    assert listed & NEVER_DELEGATED == {Function.CHARGING, Function.PROPERTY}


def test_a_function_is_on_the_list_where_an_item_named_carries_it() -> None:
    on = date(2013, 9, 1)
    assert annexed(OnTheList(function=Function.PROPERTY, numbers=(6,)), on=on).met
    assert annexed(OnTheList(function=Function.PROPERTY, numbers=(5, 7)), on=on).not_met
    assert annexed(OnTheList(function=Function.PROPERTY, numbers=(6, 22)), on=on).not_met, "there is no item 22"
    assert annexed(OnTheList(function=Function.AFTER_CARE, numbers=tuple(range(1, 22))), on=on).not_met
