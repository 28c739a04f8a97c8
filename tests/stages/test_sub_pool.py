"""The care budget: money is moved inside the sub-pool, kept by agreement, and an overspend is met in its order."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from swp_domain.duty import DutyStanding
from swp_domain.law.year_of_account import YEAR_OF_ACCOUNT
from swp_domain.practice_file import Practice
from swp_domain.refusal import Unlawful
from swp_domain.sub_pool.account import Instalment, Line
from swp_domain.sub_pool.events import (
    CommitmentReleased,
    InstalmentAgreed,
    LoanRepaid,
    OverspendFound,
    OverspendMet,
    OverspendRaised,
    SpendingReported,
    UnderspendCarriedForward,
    Vired,
)
from swp_domain.sub_pool.rules import (
    an_instalment_is_known_by_its_name,
    an_overspend_is_met_in_order,
    an_underspend_is_kept_by_agreement,
    money_is_moved_within_the_sub_pool,
    what_the_commissioner_covers_is_a_loan,
)
from swp_domain.sub_pool.state import SubPoolState
from swp_domain.sub_pool.vocabulary import CarryForward, MetFrom
from tests.cast import PILOT, council, practice
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
from tests.telling import PRACTICE, Given, Record, Said, breaks, day, given, keeps

LOAN, PAID = "agree how a loan is paid back", "pay back an instalment of a loan"
COMMISSIONER, SURPLUS, SUB_POOL = MetFrom.COMMISSIONER, MetFrom.CARRIED_SURPLUS, MetFrom.SUB_POOL


def sub_pool(record: Record, as_at: str | None = None) -> SubPoolState:
    file = record.file(PRACTICE, as_at=as_at)
    assert isinstance(file, Practice)
    return file.sub_pool


def agreed(*more: Said, **lines: int) -> Given:
    return given(*PILOT, council.tells(budget(YEAR, **lines), "2012-04-01"), *more)


def spent(pounds: int, line: str = "homecare", year: date | None = None) -> SpendingReported:
    return SpendingReported(line=line, pounds=Decimal(pounds), year_begins=year)


def found(pounds: int, year: date = NEXT_YEAR, *, forecast: bool = False, line: str = "") -> OverspendFound:
    return OverspendFound(year_begins=year, pounds=Decimal(pounds), forecast=forecast, line=line)


def repaid(pounds: int, name: str = "", loan: str = "l1") -> LoanRepaid:
    return LoanRepaid(loan=loan, pounds=Decimal(pounds), instalment=name)


# The account


@pytest.mark.parametrize(
    ("on", "begins"),
    [
        ("2012-03-31", "2011-04-01"),
        ("2012-04-01", "2012-04-01"),
        ("2013-03-31", "2012-04-01"),
        ("2012-02-29", "2011-04-01"),
    ],
)
def test_a_year_of_account_begins_on_the_first_of_april(on: str, begins: str) -> None:
    assert YEAR_OF_ACCOUNT.beginning(day(on)) == day(begins)


def test_a_line_as_it_stands_on_any_day() -> None:
    record = agreed(
        practice.tells(committed(400), "2012-05-01"),
        practice.tells(committed(100, commitment="c2"), "2012-05-02"),
        practice.tells(CommitmentReleased(commitment="c1", pounds=Decimal(150)), "2012-06-01"),
        practice.tells(spent(90), "2012-06-30"),
        practice.decides(vired(200), "2012-07-01"),
        practice.tells(spent(380), "2012-09-30"),
    )
    for on, stands in (
        ("2012-04-30", Line(Decimal(1000))),
        ("2012-05-02", Line(Decimal(1000), committed=Decimal(500))),
        ("2012-06-30", Line(Decimal(1000), committed=Decimal(350), spent=Decimal(90))),
        ("2012-07-01", Line(Decimal(1000), vired_out=Decimal(200), committed=Decimal(350), spent=Decimal(90))),
    ):
        assert sub_pool(record, on).line(YEAR, "homecare") == stands
    assert sub_pool(record, "2012-07-01").line(YEAR, "homecare").left == 450
    assert sub_pool(record).line(YEAR, "homecare").left == 420
    assert sub_pool(record).line(YEAR, "residential").left == 700


def test_what_is_told_after_a_year_ended_says_of_which_it_is() -> None:
    record = agreed(
        practice.tells(spent(990, year=YEAR), "2013-05-15"),
        practice.tells(spent(80), "2013-05-15"),
    )
    lines = sub_pool(record).lines
    assert {key: line.spent for key, line in lines.items()} == {
        (YEAR, "homecare"): Decimal(990),
        (YEAR, "residential"): None,
        (NEXT_YEAR, "homecare"): Decimal(80),
    }


def test_a_budget_agreed_again_takes_the_place_of_the_first_and_moves_nothing() -> None:
    record = agreed(practice.decides(vired(100), "2012-05-01"), council.tells(budget(homecare=1200), "2012-06-01"))
    lines = sub_pool(record).lines
    assert (lines[YEAR, "homecare"].agreed, lines[YEAR, "homecare"].left) == (Decimal(1200), Decimal(1100))
    assert (lines[YEAR, "residential"].agreed, lines[YEAR, "residential"].left) == (None, Decimal(100))


def test_what_is_committed_again_and_released_too_often_is_never_less_than_nothing() -> None:
    release = CommitmentReleased(commitment="c1", pounds=Decimal(500))
    for order in ((committed(300), committed(400), release), (release, committed(300), committed(400))):
        record = agreed(*(practice.tells(one, f"2012-05-0{number}") for number, one in enumerate(order, 1)))
        assert sub_pool(record).line(YEAR, "homecare").committed == 0
    assert sub_pool(agreed(practice.tells(release, "2012-05-01"))).lines.keys() == {
        (YEAR, "homecare"),
        (YEAR, "residential"),
    }


# Virement


@keeps(money_is_moved_within_the_sub_pool)
@breaks(money_is_moved_within_the_sub_pool)
def test_money_is_moved_between_lines_of_the_sub_pool_and_only_what_is_left() -> None:
    record = agreed(practice.tells(committed(400), "2012-05-01"))
    record.when(practice.decides(vired(600), "2012-05-02")).then(Vired).breaches()
    (
        record.when(practice.decides(vired(601), "2012-05-02"))
        .refused(Unlawful)
        .in_these_words(
            "GOV-07: Partnership framework (North East Lincolnshire Council, July 2012), appendix 5: "
            "not met on 2 May 2012; not shown: (left) so much is left uncommitted on the line it comes from; "
            "but pounds is more than is left uncommitted on from_line. Record the agreed budget first, or move less."
        )
    )
    for outside, field in (({"to_line": "roads"}, "to_line"), ({"from_line": "roads"}, "from_line")):
        asked = record.when(practice.decides(vired(0, **outside), "2012-05-02"))
        asked.refused(Unlawful, "GOV-07", f"{field} is no line of the sub-pool of that year")


def test_a_line_of_another_year_is_no_line_of_this_one() -> None:
    record = agreed()
    record.when(practice.decides(vired(1), "2013-03-31")).then(Vired)
    record.when(practice.decides(vired(1), "2013-04-01")).refused(Unlawful, "GOV-07")
    record.when(practice.decides(vired(1, year_begins=YEAR), "2013-04-01")).then(Vired)


def test_spending_above_what_was_committed_is_no_longer_left() -> None:
    record = agreed(practice.tells(committed(400), "2012-05-01"), practice.tells(spent(700), "2012-06-01"))
    record.when(practice.decides(vired(300), "2012-06-02")).then(Vired)
    record.when(practice.decides(vired(301), "2012-06-02")).refused(Unlawful, "GOV-07")


def test_money_that_was_moved_although_it_might_not_be_is_marked_and_is_where_it_went() -> None:
    record = agreed().when(practice.records(vired(1500, to_line="roads"), "2012-05-02"))
    record.then(Vired).breaches("GOV-07").purported()
    lines = sub_pool(record).lines
    assert (lines[YEAR, "homecare"].left, lines[YEAR, "roads"].left) == (Decimal(-500), Decimal(1500))
    assert lines[YEAR, "roads"].agreed is None


def test_before_the_framework_nobody_asked() -> None:
    record = given(*PILOT)
    record.when(practice.decides(vired(1), "2012-03-31")).then(Vired).breaches()
    record.when(practice.decides(vired(1), "2012-04-01")).refused(Unlawful, "GOV-07")
    record.when(practice.decides(keeps_back(1), "2012-03-31")).then(UnderspendCarriedForward)
    record.when(practice.tells(met_from(COMMISSIONER, 1), "2012-03-31")).then(OverspendMet).breaches().flags()


# Underspends


@keeps(an_underspend_is_kept_by_agreement)
@breaks(an_underspend_is_kept_by_agreement)
def test_an_underspend_is_kept_with_the_councils_agreement_up_to_its_sum() -> None:
    record = agreed()
    record.when(practice.decides(keeps_back(1), "2013-04-02")).refused(
        Unlawful, "GOV-08", "no agreement of the council is on record. Ask the council first."
    )
    may = agreed(council.decides(may_keep(300), "2013-04-02"))
    part = may.when(practice.decides(keeps_back(200), "2013-04-03")).then(UnderspendCarriedForward)
    part.when(practice.decides(keeps_back(100), "2013-04-04")).then(UnderspendCarriedForward)
    part.when(practice.decides(keeps_back(101), "2013-04-04")).refused(
        Unlawful, "GOV-08", "pounds, with what was kept before, is more than the council agreed to"
    )
    may.when(practice.decides(keeps_back(1, NEXT_YEAR), "2013-04-04")).refused(Unlawful, "GOV-08")
    refused = agreed(council.decides(may_keep(300, CarryForward.NOT_AGREED), "2013-04-02"))
    refused.when(practice.decides(keeps_back(1), "2013-04-03")).refused(Unlawful, "GOV-08")


def test_only_the_council_agrees() -> None:
    agreed().when(practice.decides(may_keep(300), "2013-04-02")).refused(Unlawful, "DEL-00")
    own = agreed(practice.records(may_keep(300), "2013-04-02"))
    own.when(practice.decides(keeps_back(1), "2013-04-03")).refused(Unlawful, "GOV-08")


@pytest.mark.parametrize("first", ["answered", "kept"])
def test_surplus_is_what_was_kept_within_what_was_agreed_whatever_is_recorded_first(first: str) -> None:
    answered = council.decides(may_keep(300), "2013-04-02", recorded="2013-05-01")
    kept = practice.records(keeps_back(500), "2013-04-03", recorded="2013-05-01")
    record = agreed(*((answered, kept) if first == "answered" else (kept, answered)))
    assert sub_pool(record, "2013-04-02").surplus == 0
    assert sub_pool(record).surplus == 300
    assert sub_pool(record).kept == {YEAR: 500}


# Overspends


def overspent(*more: Said, homecare: int = 100, surplus: int = 0) -> Given:
    """A year later: the line of residential care is spent by 300 more than it held."""
    return given(
        *PILOT,
        council.tells(budget(), "2012-04-01"),
        council.decides(may_keep(300), "2013-04-02"),
        *([practice.decides(keeps_back(surplus), "2013-04-03")] if surplus else []),
        council.tells(budget(NEXT_YEAR, homecare=homecare, residential=500), "2013-04-01"),
        practice.tells(spent(800, "residential"), "2013-12-31"),
        practice.tells(found(300), "2014-01-05"),
        *more,
    )


RAISED = practice.tells(OverspendRaised(year_begins=NEXT_YEAR), "2014-01-06")


@keeps(an_overspend_is_met_in_order)
@breaks(an_overspend_is_met_in_order)
def test_an_overspend_is_met_from_the_sub_pool_then_surplus_then_raised() -> None:
    record = overspent(surplus=150)
    early = record.when(practice.tells(met_from(SURPLUS, 150), "2014-01-10")).then(OverspendMet).breaches("GOV-09")
    early.finds(
        "Partnership framework (North East Lincolnshire Council, July 2012), appendix 5: not met on 10 January 2014; "
        "not shown: (1) what other lines of the sub-pool have left is used first; but met_from is surplus carried "
        "forward, and this was skipped: what other lines of the sub-pool have left is used first."
    )
    at_once = record.when(practice.tells(met_from(COMMISSIONER, 300, loan="l1"), "2014-01-10"))
    at_once.breaches("GOV-09").flags()
    own = record.when(practice.tells(met_from(SUB_POOL, 100), "2014-01-10")).then(OverspendMet).breaches()
    saved = own.when(practice.tells(met_from(SURPLUS, 150), "2014-01-11")).then(OverspendMet).breaches()
    assert (sub_pool(saved).surplus, sub_pool(saved).overspends[NEXT_YEAR].unmet) == (Decimal(0), Decimal(50))
    saved.when(practice.tells(met_from(COMMISSIONER, 50, loan="l1"), "2014-01-12")).breaches("GOV-09")
    raised = saved.when(practice.tells(OverspendRaised(year_begins=NEXT_YEAR), "2014-01-12"))
    covered = raised.when(practice.tells(met_from(COMMISSIONER, 50, loan="l1"), "2014-01-12")).breaches().flags()
    assert sub_pool(covered).overspends[NEXT_YEAR].unmet == 0
    assert sub_pool(covered).loans["l1"].outstanding == 50


def test_surplus_that_is_left_is_skipped_where_the_commissioner_covers_first() -> None:
    covers = practice.tells(met_from(COMMISSIONER, 300, loan="l1"), "2014-01-12")
    overspent(RAISED, homecare=0, surplus=1).when(covers).breaches("GOV-09")
    overspent(RAISED, homecare=0).when(covers).breaches()
    overspent(homecare=0).when(covers).breaches("GOV-09")


def test_what_was_vired_to_the_line_that_overspends_is_used() -> None:
    record = overspent(practice.decides(vired(100, year_begins=NEXT_YEAR), "2014-01-08"), RAISED)
    record.when(practice.tells(met_from(COMMISSIONER, 200, loan="l1"), "2014-01-12")).breaches()


def test_a_line_that_is_forecast_to_overspend_is_not_asked_for_what_it_has_left() -> None:
    world = (*PILOT, council.tells(budget(), "2012-04-01"))
    covers = met_from(COMMISSIONER, 50, loan="l1", year=YEAR)
    raised = practice.tells(OverspendRaised(year_begins=YEAR), "2012-09-02")
    for line, breaches in (("", ()), ("residential", ("GOV-09",))):
        feared = practice.tells(found(50, YEAR, forecast=True, line=line), "2012-09-01")
        given(*world, feared, raised).when(practice.tells(covers, "2012-09-03")).breaches(*breaches)
    full = practice.tells(committed(1000), "2012-08-01")
    feared = practice.tells(found(50, YEAR, forecast=True, line="residential"), "2012-09-01")
    given(*world, full, feared, raised).when(practice.tells(covers, "2012-09-03")).breaches()


def test_where_no_budget_is_on_record_nobody_is_accused_of_skipping_it() -> None:
    record = given(*PILOT, RAISED)
    record.when(practice.tells(met_from(COMMISSIONER, 50, loan="l1"), "2014-01-10")).then(OverspendMet).breaches()


def test_an_overspend_is_never_refused() -> None:
    record = given(*PILOT).when(practice.tells(found(99_999), "2014-01-05")).then(OverspendFound).breaches().flags()
    assert sub_pool(record).overspends[NEXT_YEAR].unmet == 99_999
    again = record.when(practice.tells(found(10), "2014-02-05"))
    over = again.when(practice.tells(met_from(SUB_POOL, 30), "2014-02-06")).then(OverspendMet)
    assert sub_pool(over).overspends[NEXT_YEAR].unmet == 0


# Loans


@keeps(what_the_commissioner_covers_is_a_loan)
@breaks(what_the_commissioner_covers_is_a_loan)
def test_what_the_commissioner_covers_is_put_down_as_a_loan() -> None:
    record = overspent(RAISED, homecare=0)
    record.when(practice.tells(met_from(COMMISSIONER, 300, loan="l1"), "2014-01-12")).flags()
    twice = overspent(RAISED, practice.tells(met_from(COMMISSIONER, 100), "2014-01-11"), homecare=0)
    twice.when(practice.tells(met_from(COMMISSIONER, 200), "2014-01-12")).flags("GOV-09")
    twice.when(practice.tells(met_from(SUB_POOL, 200), "2014-01-12")).flags()


def lent(*more: Said) -> Given:
    return overspent(RAISED, nhs_body.tells(met_from(COMMISSIONER, 300, loan="l1"), "2014-02-01"), *more, homecare=0)


@keeps(what_the_commissioner_covers_is_a_loan)
@breaks(what_the_commissioner_covers_is_a_loan)
def test_a_schedule_comes_to_no_more_than_the_loan() -> None:
    record = lent(practice.tells(instalment("2015-03-31", 200), "2014-02-10"))
    record.when(practice.tells(instalment("2016-03-31", 100, "i2"), "2014-02-10")).then(InstalmentAgreed).flags()
    record.when(practice.tells(instalment("2016-03-31", 101, "i2"), "2014-02-10")).flags("GOV-09")
    record.when(practice.tells(instalment("2016-03-31", 300), "2014-02-10")).flags()
    record.when(practice.tells(instalment("2016-03-31", 301), "2014-02-10")).flags("GOV-09")


@pytest.mark.parametrize(
    ("covered", "last", "late"),
    [("2014-02-01", "2014-03-01", "2014-03-02"), ("2016-02-01", "2016-02-29", "2016-03-01")],
)
def test_a_loan_without_a_schedule_is_late_after_four_weeks(covered: str, last: str, late: str) -> None:
    record = given(*PILOT, nhs_body.tells(met_from(COMMISSIONER, 300, loan="l1"), covered))
    record.owes(LOAN, "l1", as_at=last, last_day=last)
    record.owes(LOAN, "l1", as_at=late, standing=DutyStanding.LATE, late_since=late)
    agreed_to = record.when(practice.tells(instalment("2017-03-31", 300), last))
    agreed_to.owes(LOAN, "l1", as_at=late, standing=DutyStanding.MET)
    given(*PILOT, practice.tells(met_from(SUB_POOL, 300), covered)).owes_no_duty_to(LOAN, as_at=late)


@pytest.mark.parametrize(
    ("by", "late"), [("2015-03-31", "2015-04-01"), ("2016-02-28", "2016-02-29"), ("2016-02-29", "2016-03-01")]
)
def test_an_instalment_is_paid_by_its_day(by: str, late: str) -> None:
    record = lent(practice.tells(instalment(by, 200), "2014-02-10"))
    record.owes(PAID, "i1", as_at=by, last_day=by)
    record.owes(PAID, "i1", as_at=late, standing=DutyStanding.LATE, late_since=late)
    record.when(practice.tells(repaid(200, "i1"), by)).owes(PAID, "i1", as_at=late, standing=DutyStanding.MET)
    record.when(practice.tells(repaid(200, "i1"), late)).owes(
        PAID, "i1", as_at=late, standing=DutyStanding.MET_LATE, late_since=late
    )
    record.when(practice.tells(repaid(20), by)).owes(PAID, "i1", as_at=late, standing=DutyStanding.LATE)


def test_an_instalment_agreed_again_in_time_is_owed_by_its_new_day_and_afterwards_stays_late() -> None:
    record = lent(practice.tells(instalment("2015-03-31", 200), "2014-02-10"))
    in_time = record.when(practice.tells(instalment("2015-09-30", 200), "2015-03-31"))
    in_time.owes(PAID, "i1", as_at="2015-09-30", last_day="2015-09-30")
    too_late = record.when(practice.tells(instalment("2015-09-30", 200), "2015-04-01"))
    too_late.owes(PAID, "i1", as_at="2015-09-30", standing=DutyStanding.LATE, late_since="2015-04-01")
    sooner = record.when(practice.tells(instalment("2014-12-31", 200), "2014-06-01"))
    sooner.owes(PAID, "i1", as_at="2014-12-31", last_day="2014-12-31")
    assert sub_pool(in_time).loans["l1"].schedule == {"i1": Instalment(day("2015-09-30"), Decimal(200))}


@keeps(an_instalment_is_known_by_its_name)
@breaks(an_instalment_is_known_by_its_name)
def test_an_instalment_is_known_by_a_name_of_its_own_and_paid_whole() -> None:
    record = lent(
        practice.tells(instalment("2015-03-31", 200), "2014-02-10"),
        practice.tells(instalment("2016-03-31", 100, "i2"), "2014-02-10"),
        nhs_body.tells(met_from(COMMISSIONER, 50, loan="l2"), "2014-02-11"),
    )
    record.when(practice.tells(instalment("2015-03-31", 50, "i1", "l2"), "2014-02-12")).flags("GOV-09")
    record.when(practice.tells(instalment("2015-03-31", 50, "i3", "l2"), "2014-02-12")).flags()
    record.when(practice.tells(repaid(199, "i1"), "2014-05-01")).flags("GOV-09")
    record.when(practice.tells(repaid(100, "i3"), "2014-05-01")).flags("GOV-09")
    record.when(practice.tells(repaid(7), "2014-05-01")).flags()
    paid = record.when(practice.tells(repaid(200, "i1"), "2014-05-01")).flags()
    loan = sub_pool(paid).loans["l1"]
    assert (loan.outstanding, loan.scheduled, loan.next_instalment) == (
        Decimal(100),
        Decimal(300),
        Instalment(day("2016-03-31"), Decimal(100)),
    )
    done = paid.when(practice.tells(repaid(100, "i2"), "2014-06-01"))
    assert (sub_pool(done).loans["l1"].outstanding, sub_pool(done).loans["l1"].next_instalment) == (Decimal(0), None)


def test_an_import_that_begins_with_a_repayment_owes_nothing_and_lent_nothing() -> None:
    record = given(*PILOT, practice.tells(repaid(70), "2014-05-01"))
    loan = sub_pool(record).loans["l1"]
    assert (loan.lent, loan.outstanding) == (None, Decimal(0))
    record.when(practice.tells(instalment("2015-03-31", 50), "2014-05-02")).flags()
