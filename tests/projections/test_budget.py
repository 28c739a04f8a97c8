"""How a practice's budget stood on a day, as it was known on a day; kept live or folded."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from swp_adapters.casework import Casework
from swp_domain.sub_pool.events import LoanRepaid, OverspendFound, OverspendRaised, SpendingReported
from swp_domain.sub_pool.vocabulary import MetFrom
from swp_projections import Budget
from swp_projections.budget import BudgetRow, surplus_left
from tests.cast import PILOT, council, practice
from tests.desk import put
from tests.governance_papers import (
    NEXT_YEAR,
    YEAR,
    budget,
    committed,
    instalment,
    keeps_back,
    may_keep,
    met_from,
    nhs_body,
    vired,
)
from tests.telling import PRACTICE, Said, day, given

STORY = (
    council.tells(budget(), "2012-04-01"),
    practice.tells(committed(400), "2012-05-01"),
    practice.decides(vired(100), "2012-06-01"),
    practice.tells(SpendingReported(line="homecare", pounds=Decimal(650)), "2013-03-31"),
    council.tells(budget(NEXT_YEAR), "2013-04-01"),
    council.decides(may_keep(200), "2013-04-20"),
    practice.decides(keeps_back(200), "2013-04-21"),
    practice.tells(SpendingReported(line="homecare", pounds=Decimal(2000)), "2014-01-01"),
    practice.tells(OverspendFound(year_begins=NEXT_YEAR, pounds=Decimal(900), line="homecare"), "2014-01-05"),
    practice.tells(met_from(MetFrom.SUB_POOL, 500), "2014-01-06"),
    practice.tells(met_from(MetFrom.CARRIED_SURPLUS, 150), "2014-01-07"),
    practice.tells(OverspendRaised(year_begins=NEXT_YEAR, recovery_plan_agreed=True), "2014-01-08"),
    nhs_body.tells(met_from(MetFrom.COMMISSIONER, 200, loan="l1"), "2014-01-09"),
    practice.tells(instalment("2015-03-31", 120), "2014-01-10"),
    practice.tells(instalment("2016-03-31", 80, "i2"), "2014-01-10"),
    practice.tells(LoanRepaid(loan="l1", pounds=Decimal(120), instalment="i1"), "2015-03-31"),
)


def rows(*said: Said, as_at: str | None = None, known_at: str | None = None) -> dict[str, BudgetRow]:
    entries = given(*PILOT, *said).streams[PRACTICE]
    found = Budget().of(
        PRACTICE, entries, as_at=day(as_at) if as_at else None, known_at=day(known_at) if known_at else None
    )
    return {one.key: one for one in found}


@pytest.mark.parametrize(
    ("as_at", "left"),
    [
        ("2012-04-01", 1000),
        ("2012-05-01", 600),
        ("2012-06-01", 500),
        ("2013-03-30", 500),
        ("2013-03-31", 250),
        ("2015-01-01", 250),
    ],
)
def test_what_a_line_has_left_can_be_asked_of_any_day(as_at: str, left: int) -> None:
    assert rows(*STORY, as_at=as_at)["line|2012-04-01|homecare"].left == left


def test_each_line_of_each_year_is_a_row() -> None:
    found = rows(*STORY)
    assert found["line|2012-04-01|homecare"] == BudgetRow(
        file=PRACTICE,
        key="line|2012-04-01|homecare",
        what="line",
        year=YEAR,
        line="homecare",
        agreed=Decimal(1000),
        vired_in=Decimal(0),
        vired_out=Decimal(100),
        committed=Decimal(400),
        spent=Decimal(650),
        left=Decimal(250),
    )
    assert [key for key in found if key.startswith("line|")] == [
        f"line|{year}|{name}" for year in (YEAR, NEXT_YEAR) for name in ("homecare", "residential")
    ]


def test_what_was_carried_overspent_and_lent_stands_beside_the_lines() -> None:
    found = rows(*STORY)
    carried, overspend, loan = (found[key] for key in ("surplus|2012-04-01", "overspend|2013-04-01", "loan|l1"))
    assert (carried.agreed, carried.kept) == (Decimal(200), Decimal(200))
    assert (overspend.found, overspend.left) == (Decimal(900), Decimal(50))
    assert (overspend.line, overspend.forecast) == ("homecare", False)
    met = (overspend.met_from_sub_pool, overspend.met_from_surplus, overspend.met_from_commissioner)
    assert (met, overspend.raised_on) == ((Decimal(500), Decimal(150), Decimal(200)), day("2014-01-08"))
    assert (loan.lent, loan.repaid, loan.left, loan.year) == (Decimal(200), Decimal(120), Decimal(80), NEXT_YEAR)
    assert (loan.next_by, loan.next_pounds) == (date(2016, 3, 31), Decimal(80))
    assert surplus_left(found.values()) == 50
    before = rows(*STORY, as_at="2015-03-30")["loan|l1"]
    assert (before.left, before.next_by, before.next_pounds) == (Decimal(200), date(2015, 3, 31), Decimal(120))
    without = rows(nhs_body.tells(met_from(MetFrom.COMMISSIONER, 200, loan="l2"), "2014-01-09"))["loan|l2"]
    assert (without.next_by, without.next_pounds) == (None, None)


def test_what_was_typed_in_late_was_not_known_before() -> None:
    late = practice.tells(committed(300, commitment="late"), "2012-05-02", recorded="2016-01-01")
    key = "line|2012-04-01|homecare"
    assert rows(*STORY, late, as_at="2012-05-02")[key].left == 300
    assert rows(*STORY, late, as_at="2012-05-02", known_at="2015-12-31")[key].left == 600


def test_a_practice_of_which_no_money_was_told_has_no_rows() -> None:
    assert rows() == {}


def test_the_rows_kept_live_are_those_of_a_fold(casework: Casework) -> None:
    put(casework, practice.tells(committed(250, year_begins=date(2023, 4, 1)), "2023-05-01"))
    put(casework, council.tells(budget(date(2023, 4, 1)), "2023-04-01"))
    live = casework.view(Budget)
    assert {one.key: one.left for one in live} == {"line|2023-04-01|homecare": 750, "line|2023-04-01|residential": 500}
    assert sorted(live, key=lambda one: one.key) == sorted(
        casework.view(Budget, as_at=day("2024-06-01")), key=lambda one: one.key
    )
