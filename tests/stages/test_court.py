"""The Court of Protection: its orders are never refused, and a deprivation of liberty comes back to it."""

from __future__ import annotations

import pytest

from swp_domain.actor import BodyKind
from swp_domain.court.application_rules import the_council_is_the_applicant
from swp_domain.court.events import ApplicationMade, OrderMade, OrderReviewed
from swp_domain.court.rules import a_deprivation_comes_back_to_the_court, an_order_looks_ahead
from swp_domain.court.vocabulary import OrderOutcome
from swp_domain.duty import DutyStanding
from swp_domain.practice.authority_rules import (
    a_decision_is_taken_by_a_body_entitled_to_it,
)
from swp_domain.refusal import Unlawful
from swp_projections import CourtOfProtection
from tests.cast import council, court, person, practice
from tests.papers import application, closed, decided, order
from tests.telling import CASE, Voice, breaks, day, given, keeps


def test_anybody_may_ask_the_court() -> None:
    given().when(person.tells(application(), "2024-05-01")).then(ApplicationMade).breaches().flags()


@keeps(a_deprivation_comes_back_to_the_court)
def test_an_order_that_comes_back_within_a_year_leaves_nothing_to_say() -> None:
    paper = order(review_by="2025-05-02", authorises_deprivation_of_liberty=True)
    (
        given(council.tells(application(), "2024-03-01"))
        .when(court.decides(paper, "2024-05-02"))
        .then(OrderMade)
        .breaches()
        .flags()
        .purported(False)
    )


@keeps(a_deprivation_comes_back_to_the_court)
def test_an_order_that_ends_within_a_year_needs_no_review_day() -> None:
    paper = order(expires_on="2024-11-01", authorises_deprivation_of_liberty=True)
    given().when(court.decides(paper, "2024-05-02")).then(OrderMade).flags()


@pytest.mark.parametrize(
    ("review_by", "expires_on"), [(None, None), ("2025-05-03", None), ("2026-01-01", "2027-01-01")]
)
@breaks(a_deprivation_comes_back_to_the_court)
def test_a_person_is_warned_of_a_deprivation_that_does_not_come_back_within_a_year(
    review_by: str | None, expires_on: str | None
) -> None:
    paper = order(review_by, expires_on, authorises_deprivation_of_liberty=True)
    given().when(court.decides(paper, "2024-05-02")).then(OrderMade).breaches().flags("COP-05")


@pytest.mark.parametrize("authorises", [False, None])
@keeps(a_deprivation_comes_back_to_the_court)
def test_an_order_that_deprives_nobody_need_not_come_back(authorises: bool | None) -> None:
    paper = order(authorises_deprivation_of_liberty=authorises)
    given().when(court.decides(paper, "2024-05-02")).then(OrderMade).breaches().flags()


def test_an_order_is_owed_back_to_the_court_by_the_day_it_names() -> None:
    duty = "bring the order back to the court"
    record = given(court.decides(order(review_by="2025-05-02"), "2024-05-02"))
    record.owes(duty, "o1", as_at="2025-05-02", last_day="2025-05-02")
    record.owes(duty, "o1", as_at="2025-05-03", standing=DutyStanding.LATE, late_since="2025-05-03")
    (
        record.when(court.tells(OrderReviewed(order="o1"), "2025-05-01"))
        .then(OrderReviewed)
        .owes(duty, "o1", as_at="2025-05-03", standing=DutyStanding.MET)
    )
    given(court.decides(order(), "2024-05-02")).owes_no_duty_to(duty, as_at="2025-05-02")


def test_an_order_that_ends_before_it_would_come_back_owes_nothing() -> None:
    duty = "bring the order back to the court"
    ends = order("2025-05-02", "2024-12-31")
    given(court.decides(ends, "2024-05-02")).owes_no_duty_to(duty, as_at="2025-06-01")
    dismissed = order("2025-05-02", decision=decided(OrderOutcome.DISMISSED), authorises_deprivation_of_liberty=True)
    given().when(court.decides(dismissed, "2024-05-02")).flags().owes_no_duty_to(duty, as_at="2025-06-01")


def test_of_an_order_that_ran_out_nothing_is_left_to_bring_back_and_it_stays_that_it_was_late() -> None:
    duty = "bring the order back to the court"
    record = given(court.decides(order("2024-10-01", "2024-12-31"), "2024-05-02"))
    record.owes(duty, "o1", as_at="2024-10-01")
    record.owes(duty, "o1", as_at="2024-10-02", standing=DutyStanding.LATE, late_since="2024-10-02")
    record.owes(duty, "o1", as_at="2024-12-31", standing=DutyStanding.LATE)
    record.owes(duty, "o1", as_at="2025-01-01", standing=DutyStanding.ENDED_LATE, late_since="2024-10-02")
    on_its_last_day = given(court.decides(order("2024-12-31", "2024-12-31"), "2024-05-02"))
    on_its_last_day.owes(duty, "o1", as_at="2024-12-31")
    on_its_last_day.owes(duty, "o1", as_at="2025-01-01", standing=DutyStanding.ENDED_LATE, late_since="2025-01-01")


@pytest.mark.parametrize("recorded", ["2024-09-01", "2025-03-01"])
def test_a_review_moves_the_day_on_which_an_order_runs_out(recorded: str) -> None:
    duty = "bring the order back to the court"
    for review, standing in (
        (OrderReviewed(order="o1", review_by=day("2025-02-01")), DutyStanding.ENDED),
        (OrderReviewed(order="o1", review_by=day("2025-02-01"), expires_on=day("2025-06-30")), DutyStanding.LATE),
        (OrderReviewed(order="o1", review_by=day("2025-02-01"), until_further_order=True), DutyStanding.LATE),
    ):
        record = given(
            court.tells(review, "2024-09-01", recorded=recorded),
            court.decides(order("2024-10-01", "2024-12-31"), "2024-05-02", recorded=recorded),
        )
        first, second = record.duties(duty)
        assert first.standing(day("2025-03-01")) is DutyStanding.MET
        assert second.standing(day("2025-03-01")) is standing
        assert second.standing(day("2024-12-31")) is DutyStanding.OWED


def test_a_case_closed_before_an_order_runs_out_is_closed_with_it_still_to_come_back() -> None:
    left = "bring the order back to the court"
    record = given(court.decides(order("2024-10-01", "2024-12-31"), "2024-05-02"))
    for on, owed in (("2024-12-31", 1), ("2025-01-01", 0)):
        told = record.when(council.decides(closed(), on)).findings
        assert sum(left in str(one) for one in told if one.rule == "CASE-02") == owed


def test_a_review_sets_the_day_of_the_next() -> None:
    duty = "bring the order back to the court"
    record = given(
        court.decides(order(review_by="2025-05-02"), "2024-05-02"),
        court.tells(OrderReviewed(order="o1", review_by=day("2026-05-01")), "2025-05-01"),
    )
    first, second = record.duties(duty, as_at="2025-06-01")
    assert (first.standing(day("2025-06-01")), second.standing(day("2025-06-01"))) == (
        DutyStanding.MET,
        DutyStanding.OWED,
    )
    assert second.last_day == day("2026-05-01")


def test_a_deprivation_until_further_order_is_reviewed_within_a_year_whatever_day_the_order_names() -> None:
    duty = "have the deprivation of liberty reviewed by the court"
    for back in (None, "2027-05-02"):
        record = given(court.decides(order(back, authorises_deprivation_of_liberty=True), "2024-05-02"))
        record.owes(duty, "o1", as_at="2025-05-02", last_day="2025-05-02")
        record.owes(duty, "o1", as_at="2025-05-03", standing=DutyStanding.LATE, late_since="2025-05-03")
        on = record.when(court.tells(OrderReviewed(order="o1", until_further_order=True), "2025-05-01"))
        assert [one.last_day for one in on.duties(duty)] == [day("2025-05-02"), day("2026-05-01")]
        off = record.when(court.tells(OrderReviewed(order="o1", until_further_order=False), "2025-05-01"))
        off.owes(duty, "o1", as_at="2026-06-01", standing=DutyStanding.MET)
        asked = record.when(council.tells(application(order="o1"), "2025-05-01"))
        asked.owes(duty, "o1", as_at="2025-06-01", standing=DutyStanding.MET)
        elsewhere = record.when(council.tells(application(), "2025-05-01"))
        elsewhere.owes(duty, "o1", as_at="2025-06-01", standing=DutyStanding.LATE)
    given(court.decides(order(), "2024-05-02")).owes_no_duty_to(duty, as_at="2025-06-01")


@breaks(an_order_looks_ahead)
@keeps(an_order_looks_ahead)
def test_a_person_is_warned_of_days_that_lie_before_the_order() -> None:
    given().when(court.decides(order("2020-01-01", "2019-01-01"), "2024-05-02")).flags("REC-DAYS", "REC-DAYS").finds(
        "Order of the Court of Protection, the days it names: not met on 2 May 2024; not shown: "
        "(1) review_by lies ahead; but review_by is 2020-01-01, before the order was made."
    )
    for ahead in ("2024-05-02", "2025-01-01"):
        given().when(court.decides(order(ahead, ahead), "2024-05-02")).flags()


@pytest.mark.parametrize(
    ("review_by", "comes_back"), [("2024-10-31", True), ("2024-11-01", True), ("2024-11-02", False)]
)
def test_an_order_that_ends_by_itself_before_its_review_does_not_come_back(review_by: str, comes_back: bool) -> None:
    made = given(court.decides(order(review_by, "2024-11-01"), "2024-05-02"))
    assert len(made.duties("bring the order back to the court")) == comes_back


@breaks(the_council_is_the_applicant)
@keeps(the_council_is_the_applicant)
def test_the_council_applies_to_the_court_even_where_the_practice_prepared_the_papers() -> None:
    given().when(practice.tells(application(applicant=BodyKind.PRACTICE), "2024-05-01")).flags("COP-10")
    for kind in (BodyKind.COUNCIL, BodyKind.PERSON, BodyKind.FAMILY, BodyKind.NHS_BODY):
        given().when(practice.tells(application(applicant=kind), "2024-05-01")).flags()


def test_an_order_of_the_court_has_no_conduct_and_is_its_own() -> None:
    entry = given().when(court.decides(order(), "2024-05-02")).then(OrderMade).entry
    assert entry.conduct is None
    assert entry.authority is not None
    assert (entry.authority.acting, entry.authority.answerable) == ("Court of Protection", "Court of Protection")


@pytest.mark.parametrize("voice", [council, practice], ids=["council", "practice"])
@breaks(a_decision_is_taken_by_a_body_entitled_to_it)
def test_nobody_but_the_court_makes_its_orders(voice: Voice) -> None:
    given().when(voice.decides(order(), "2024-05-02")).refused(Unlawful, "DEL-00")


@keeps(a_decision_is_taken_by_a_body_entitled_to_it)
def test_the_court_makes_its_orders() -> None:
    given().when(court.decides(order(), "2024-05-02")).then(OrderMade).breaches()


def test_the_view_of_the_court_knows_the_next_review_and_what_is_no_order() -> None:
    view = CourtOfProtection()
    record = given(
        court.decides(order(review_by="2025-05-02"), "2024-05-02"),
        court.tells(OrderReviewed(order="o1", review_by=day("2026-05-01")), "2025-05-01"),
        court.decides(order(order="o2", decision=decided(OrderOutcome.DISMISSED)), "2024-06-01"),
    )
    first, second = view.of(CASE, record.streams[CASE])
    assert first.review_by == day("2026-05-01")
    assert [first.standing(day(one)) for one in ("2026-05-01", "2026-05-02")] == [
        "in force",
        "in force, review overdue",
    ]
    assert second.standing(day("2024-06-01")) == "no order"
    made_by_us = given(council.records(order(), "2024-05-02"))
    assert view.of(CASE, made_by_us.streams[CASE]) == []
