"""Direct payments: conditions by capacity, who is paid, reviews that have their days, and how a payment ends."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from swp_domain.case.events import OldLawSupportRecorded, PersonDied
from swp_domain.direct_payments.events import (
    DirectPaymentChanged,
    DirectPaymentDecided,
    DirectPaymentRequestWithdrawn,
    DirectPaymentResumed,
    DirectPaymentStarted,
    EndOfPaymentDecided,
    PaymentConditionLost,
    PaymentReviewPrompted,
)
from swp_domain.direct_payments.rules import (
    a_long_stay_was_not_bought,
    a_payment_buys_no_long_stay,
    a_payment_is_not_cut_before_anybody_looked,
    a_payment_stands_on_its_conditions,
    a_payment_that_must_be_made_is_made,
    a_refusal_says_why,
    an_end_has_a_ground,
    an_end_is_announced,
    close_relatives_at_home_are_not_paid,
    needs_are_met_after_an_end,
    the_older_conditions_are_for_a_person,
    the_route_follows_capacity,
)
from swp_domain.direct_payments.vocabulary import (
    Condition,
    Employed,
    EndGround,
    Payee,
    PaymentOutcome,
    ReviewPrompt,
)
from swp_domain.duty import DutyStanding
from swp_domain.event import Event
from swp_domain.law.care_act_2014.s31_direct_payments import PaymentConditions
from swp_domain.law.finding import Outcome
from swp_domain.refusal import OutOfSequence, Unlawful
from tests.cast import DELEGATE, council, other_council, person, practice
from tests.papers import completed, decided
from tests.papers_money import (
    CONDITIONS_MET,
    CONDITIONS_MET_WITHOUT_CAPACITY,
    care_home_stay,
    payment,
    payment_ends,
    payment_for_another,
    payment_request,
    payment_reviewed,
    payment_started,
    payment_stopped,
)
from tests.telling import Given, breaks, day, given, keeps

REFUSED = PaymentOutcome.REFUSED
FIRST, AGAIN = "review the direct payment the first time", "review the direct payment again"


def asked_for() -> Given:
    return given(person.tells(payment_request(), "2024-05-01"))


def being_paid(on: str = "2024-05-20") -> Given:
    return given(
        person.tells(payment_request(), "2024-05-01"),
        council.decides(payment(), "2024-05-10"),
        council.tells(payment_started(weekly="120.00"), on),
    )


# The decision


@keeps(
    a_payment_stands_on_its_conditions,
    the_route_follows_capacity,
    close_relatives_at_home_are_not_paid,
    a_payment_buys_no_long_stay,
    a_payment_that_must_be_made_is_made,
    a_refusal_says_why,
)
def test_a_payment_is_agreed_where_every_condition_is_met() -> None:
    agreed = asked_for().when(council.decides(payment(care_home_nights=28), "2024-05-10"))
    agreed.then(DirectPaymentDecided).breaches().flags()
    agreed.finds("Care Act 2014, s 31(4)-(7): met on 10 May 2024.")


@breaks(a_payment_stands_on_its_conditions)
@pytest.mark.parametrize(
    ("told", "letter"),
    [
        ({"prohibited": True}, "2"),
        ({"capable_of_managing": False}, "3"),
        ({"appropriate": False}, "4"),
        ({"appropriate": None}, "4"),
    ],
)
def test_a_payment_is_not_agreed_where_one_condition_is_not_shown(told: dict[str, bool | None], letter: str) -> None:
    conditions = CONDITIONS_MET.model_copy(update=told)
    refused = asked_for().when(council.decides(payment(conditions=conditions), "2024-05-10"))
    refused.refused(Unlawful, "CA-31-01: Care Act 2014, s 31(4)-(7)", f"conditions does not show ({letter})")


def test_what_an_agreed_payment_lacks_is_told_word_for_word() -> None:
    conditions = CONDITIONS_MET.model_copy(update={"capable_of_managing": False})
    asked_for().when(council.decides(payment(conditions=conditions), "2024-05-10")).in_these_words(
        "CA-31-01: Care Act 2014, s 31(4)-(7): not met on 10 May 2024; not shown: (3) the recipient can manage it, "
        "alone or with help; but the payment is agreed, and conditions does not show (3). Record what was concluded "
        "of each condition, or meet the needs in another way."
    )


@breaks(a_payment_stands_on_its_conditions)
def test_a_nominee_agrees_to_receive_it() -> None:
    to_nominee = payment(payee=Payee.NOMINEE)
    asked_for().when(council.decides(to_nominee, "2024-05-10")).refused(Unlawful, "does not show (1b)")
    conditions = CONDITIONS_MET.model_copy(update={"nominee_agrees": True})
    willing = payment(payee=Payee.NOMINEE, conditions=conditions)
    asked_for().when(council.decides(willing, "2024-05-10")).then(DirectPaymentDecided)


@keeps(a_payment_stands_on_its_conditions, the_route_follows_capacity)
def test_an_authorised_person_is_paid_for_an_adult_without_capacity() -> None:
    agreed = asked_for().when(council.decides(payment_for_another(), "2024-05-10")).then(DirectPaymentDecided)
    agreed.breaches().finds("Care Act 2014, s 32(1)(b), (5)-(9): met on 10 May 2024.")


@breaks(a_payment_stands_on_its_conditions)
@pytest.mark.parametrize(
    ("told", "letter"),
    [
        ({"authorised_supports": False}, "1"),
        ({"prohibited": True}, "2"),
        ({"best_interests": False}, "3"),
        ({"capable_of_managing": False}, "4"),
        ({"appropriate": False}, "5"),
    ],
)
def test_no_condition_is_left_out_for_an_adult_without_capacity(told: dict[str, bool], letter: str) -> None:
    conditions = CONDITIONS_MET_WITHOUT_CAPACITY.model_copy(update=told)
    refused = asked_for().when(council.decides(payment_for_another(conditions=conditions), "2024-05-10"))
    refused.refused(Unlawful, f"conditions does not show ({letter})")


@breaks(the_route_follows_capacity)
@pytest.mark.parametrize(
    "wrong",
    [
        payment(conditions=CONDITIONS_MET_WITHOUT_CAPACITY),
        payment_for_another(conditions=CONDITIONS_MET),
        payment(route=None),
        payment(conditions=CONDITIONS_MET.model_copy(update={"capacity_to_request": None})),
        payment(payee=Payee.AUTHORISED),
        payment_for_another(payee=Payee.PERSON),
    ],
)
def test_the_route_is_that_of_the_conclusion_on_capacity(wrong: DirectPaymentDecided) -> None:
    asked_for().when(council.decides(wrong, "2024-05-10")).refused(Unlawful, "CA-DP-03")


def test_what_is_wrong_with_the_route_is_told_apart_from_what_was_not_told() -> None:
    untold = CONDITIONS_MET.model_copy(update={"capacity_to_request": None})
    for paper, words in (
        (payment(conditions=CONDITIONS_MET_WITHOUT_CAPACITY), "but route does not follow conditions"),
        (payment(conditions=untold), "but route is not told, or not conditions"),
        (payment_for_another(route=None), "but route is not told, or not conditions"),
    ):
        asked_for().when(council.decides(paper, "2024-05-10")).refused(Unlawful, words)


def test_without_a_route_the_conditions_are_those_of_the_conclusion_on_capacity() -> None:
    refusal = asked_for().when(council.decides(payment_for_another(route=None), "2024-05-10")).refusal
    assert isinstance(refusal, Unlawful)
    assert {one.rule for one in refusal.findings} == {"CA-DP-03"}


@breaks(a_payment_that_must_be_made_is_made)
@pytest.mark.parametrize("conditions", [CONDITIONS_MET, CONDITIONS_MET_WITHOUT_CAPACITY])
def test_a_payment_that_must_be_made_is_refused_in_breach(conditions: PaymentConditions) -> None:
    refusal = asked_for().when(council.decides(payment(REFUSED, conditions=conditions), "2024-05-10"))
    refusal.then(DirectPaymentDecided).breaches("CA-31-02").purported(False)


@keeps(a_payment_that_must_be_made_is_made, a_refusal_says_why)
def test_a_payment_is_refused_with_reasons_where_a_condition_is_not_met() -> None:
    conditions = CONDITIONS_MET.model_copy(update={"appropriate": False})
    refusal = asked_for().when(council.decides(payment(REFUSED, conditions=conditions), "2024-05-10"))
    refusal.breaches().flags().concludes("CA-DP-06", Outcome.MET)
    refusal.owes("give the reasons for refusing a direct payment", "p1", as_at="2024-05-10", last_day="2024-05-24")


@keeps(close_relatives_at_home_are_not_paid, a_payment_buys_no_long_stay)
@pytest.mark.parametrize("told", [{"employed": Employed.CLOSE_SAME_HOUSEHOLD}, {"care_home_nights": 29}])
def test_what_may_not_be_bought_is_a_reason_to_refuse_and_none_against_it(told: dict[str, object]) -> None:
    conditions = CONDITIONS_MET.model_copy(update={"appropriate": False})
    refusal = asked_for().when(council.decides(payment(REFUSED, conditions=conditions, **told), "2024-05-10"))
    refusal.then(DirectPaymentDecided).breaches().flags()


@breaks(a_refusal_says_why)
def test_a_refusal_without_reasons_is_looked_at() -> None:
    conditions = CONDITIONS_MET.model_copy(update={"appropriate": False})
    silent = payment(conditions=conditions, decision=decided(REFUSED, reasons=None))
    after = asked_for().when(council.decides(silent, "2024-05-10")).flags("CA-DP-06", "REC-WHY")
    after.concludes("CA-DP-06", Outcome.CANNOT_TELL)


def test_a_payment_nobody_asked_for_is_not_decided() -> None:
    given().when(council.decides(payment(), "2024-05-10")).refused(OutOfSequence, "no payment p1 is on the file")


def test_a_practice_decides_where_that_was_delegated() -> None:
    asked = given(*DELEGATE, person.tells(payment_request(), "2024-05-01"))
    asked.when(practice.decides(payment(), "2024-05-10")).then(DirectPaymentDecided).breaches()


# Who is paid, and care homes


@breaks(close_relatives_at_home_are_not_paid)
@pytest.mark.parametrize("necessary", [False, None])
def test_a_close_relative_of_the_household_is_not_paid_unless_it_is_necessary(necessary: bool | None) -> None:
    relative = payment(employed=Employed.CLOSE_SAME_HOUSEHOLD, necessary=necessary)
    asked_for().when(council.decides(relative, "2024-05-10")).refused(Unlawful, "CA-DP-05: SI 2014/2871, reg 3")


@keeps(close_relatives_at_home_are_not_paid)
@pytest.mark.parametrize(
    ("employed", "necessary"), [(Employed.CLOSE_SAME_HOUSEHOLD, True), (Employed.CLOSE_ELSEWHERE, None)]
)
def test_a_relative_is_paid_where_it_is_necessary_or_they_live_elsewhere(
    employed: Employed, necessary: bool | None
) -> None:
    relative = payment(employed=employed, necessary=necessary)
    asked_for().when(council.decides(relative, "2024-05-10")).then(DirectPaymentDecided)


@breaks(a_payment_buys_no_long_stay)
def test_a_payment_for_more_than_four_weeks_in_a_care_home_is_not_agreed() -> None:
    asked_for().when(council.decides(payment(care_home_nights=29), "2024-05-10")).refused(Unlawful, "reg 6")


@keeps(a_long_stay_was_not_bought)
def test_a_stay_of_four_weeks_is_within_the_limit() -> None:
    being_paid().when(council.tells(care_home_stay("2024-06-28"), "2024-06-01")).breaches()


@breaks(a_long_stay_was_not_bought)
def test_a_stay_of_four_weeks_and_a_night_is_a_breach() -> None:
    being_paid().when(council.tells(care_home_stay("2024-06-29"), "2024-06-01")).breaches("CA-DP-05")


@breaks(a_long_stay_was_not_bought)
def test_short_stays_less_than_four_weeks_apart_add_up() -> None:
    record = being_paid()
    record.streams = record.when(council.tells(care_home_stay("2024-06-20"), "2024-06-01")).streams
    # 20 nights, and 9 more that begin 27 nights after: 29 together.
    record.when(council.tells(care_home_stay("2024-07-26"), "2024-07-18")).breaches("CA-DP-05")
    record.when(council.tells(care_home_stay("2024-07-25"), "2024-07-18")).breaches()
    # 28 nights between them: the second stands alone.
    record.when(council.tells(care_home_stay("2024-07-30"), "2024-07-19")).breaches()


# Reviews


def test_the_first_review_is_due_within_six_months_of_the_first_payment() -> None:
    record = being_paid("2024-08-31")
    record.owes(FIRST, "p1", as_at="2025-02-28", last_day="2025-02-28")
    record.owes(FIRST, "p1", as_at="2025-03-01", standing=DutyStanding.LATE, late_since="2025-03-01")


def test_a_review_before_the_first_payment_is_not_the_first_review_of_it() -> None:
    record = given(
        person.tells(payment_request(), "2024-05-01"),
        council.tells(payment_reviewed(), "2024-05-10"),
        council.tells(payment_started(), "2024-05-20"),
    )
    record.owes(FIRST, "p1", as_at="2024-11-20", last_day="2024-11-20")


def test_then_twelve_months_lie_between_two_reviews_at_most() -> None:
    record = being_paid().when(council.tells(payment_reviewed(), "2024-11-20"))
    record.owes(FIRST, "p1", as_at="2024-12-01", standing=DutyStanding.MET)
    record.owes(AGAIN, "p1", as_at="2025-11-20", last_day="2025-11-20")
    record.owes(AGAIN, "p1", as_at="2025-11-21", standing=DutyStanding.LATE, late_since="2025-11-21")
    again = record.when(council.tells(payment_reviewed(), "2025-11-20"))
    assert [one.last_day for one in again.duties(AGAIN)] == [day("2025-11-20"), day("2026-11-20")]


@pytest.mark.parametrize(("continues", "owed"), [(True, True), (None, True), (False, False)])
def test_a_review_that_ends_the_payment_is_followed_by_none(continues: bool | None, owed: bool) -> None:
    record = being_paid().when(council.tells(payment_reviewed(continues=continues), "2024-11-20"))
    assert bool(record.duties(AGAIN, "p1")) is owed


def test_a_payment_that_stops_is_reviewed_no_more_and_one_that_is_suspended_is() -> None:
    suspended = being_paid().when(person.tells(payment_stopped(suspended=True), "2024-06-10"))
    suspended.owes(FIRST, "p1", as_at="2024-07-01")
    resumed = suspended.when(council.tells(DirectPaymentResumed(payment="p1"), "2024-06-20"))
    resumed.owes(FIRST, "p1", as_at="2024-07-01", last_day="2024-11-20")
    stopped = resumed.when(person.tells(payment_stopped(), "2024-07-10"))
    stopped.owes(FIRST, "p1", as_at="2024-08-01", standing=DutyStanding.ENDED)


@pytest.mark.parametrize("prompt", [ReviewPrompt.THIRD_PARTY, ReviewPrompt.CONDITION_DOUBTED])
def test_what_comes_to_notice_calls_for_a_review_before_its_time(prompt: ReviewPrompt) -> None:
    prompted = being_paid().when(council.tells(PaymentReviewPrompted(payment="p1", prompt=prompt), "2024-07-01"))
    prompted.owes(
        "review the direct payment that was called in question", "p1", as_at="2024-07-01", last_day="2024-07-29"
    )


def test_payments_before_the_care_act_have_no_review_under_its_regulations() -> None:
    given(council.tells(payment_started(), "2014-05-01")).owes_no_duty_to(FIRST, as_at="2016-05-01")


# The end


def test_a_payment_whose_condition_is_lost_must_end() -> None:
    lost = being_paid().when(council.tells(PaymentConditionLost(payment="p1", which=Condition.MANAGING), "2024-07-01"))
    lost.owes("end the direct payment", "p1", as_at="2024-07-29", last_day="2024-07-29")
    lost.owes("end the direct payment", "p1", as_at="2024-07-30", standing=DutyStanding.LATE)
    suspended = lost.when(person.tells(payment_stopped(suspended=True), "2024-07-05"))
    suspended.owes("end the direct payment", "p1", as_at="2024-07-10")


def test_losing_capacity_alone_ends_no_payment() -> None:
    conditions = PaymentConditions(capacity_to_request=False, capable_of_managing=True, appropriate=True)
    reviewed = being_paid().when(council.tells(payment_reviewed(conditions=conditions), "2024-07-01"))
    reviewed.owes_no_duty_to("end the direct payment", as_at="2025-07-01")


@keeps(
    an_end_has_a_ground,
    an_end_is_announced,
    needs_are_met_after_an_end,
    a_payment_is_not_cut_before_anybody_looked,
)
def test_a_payment_ends_on_a_ground_with_notice_and_with_the_needs_met() -> None:
    ended = being_paid().when(council.decides(payment_ends(), "2024-07-01")).then(EndOfPaymentDecided)
    ended.breaches().flags().concludes("CA-33-01", Outcome.MET)
    ended.when(council.tells(payment_stopped(), "2024-12-01")).breaches()


@breaks(an_end_has_a_ground)
def test_an_end_on_no_ground_is_looked_at() -> None:
    ended = being_paid().when(council.decides(payment_ends(EndGround.OTHER), "2024-07-01")).flags("CA-33-01")
    ended.concludes("CA-33-01", Outcome.CANNOT_TELL)


@breaks(an_end_is_announced)
def test_an_end_without_notice_is_looked_at() -> None:
    being_paid().when(council.decides(payment_ends(notice_given=False), "2024-07-01")).flags("CA-33-02")


@breaks(needs_are_met_after_an_end)
def test_an_end_that_leaves_needs_unmet_is_a_breach() -> None:
    being_paid().when(council.decides(payment_ends(needs_now_met=False), "2024-07-01")).breaches("CA-33-03")
    being_paid().when(council.decides(payment_ends(needs_now_met=None), "2024-07-01")).flags("CA-33-03")


@keeps(needs_are_met_after_an_end)
@pytest.mark.parametrize("ground", [EndGround.MOVED, EndGround.DIED, EndGround.NEEDS_ENDED])
def test_an_end_that_leaves_no_needs_here_asks_nothing_more(ground: EndGround) -> None:
    being_paid().when(council.decides(payment_ends(ground, needs_now_met=None), "2024-07-01")).flags()


@breaks(a_payment_is_not_cut_before_anybody_looked)
@pytest.mark.parametrize("suspended", [False, True])
def test_a_payment_that_the_council_stops_before_anybody_looked_is_a_breach(suspended: bool) -> None:
    stopped = being_paid().when(council.tells(payment_stopped(suspended=suspended), "2024-12-01"))
    stopped.breaches("CA-DP-08").purported(False)


@keeps(a_payment_is_not_cut_before_anybody_looked)
@breaks(a_payment_is_not_cut_before_anybody_looked)
def test_a_review_supports_a_cut_for_twelve_weeks() -> None:
    record = being_paid().when(council.tells(payment_reviewed(), "2024-07-01"))
    less = DirectPaymentChanged(payment="p1", weekly=Decimal(80))
    for on in ("2024-09-22", "2024-09-23"):
        record.when(council.tells(less, on)).breaches().flags()
    record.when(council.tells(less, "2024-09-24")).breaches().flags("CA-DP-08")
    being_paid().when(council.tells(less, "2024-09-24")).breaches("CA-DP-08")


@keeps(a_payment_is_not_cut_before_anybody_looked)
@pytest.mark.parametrize(
    "first",
    [
        PaymentConditionLost(payment="p1", which=Condition.MANAGING),
        DirectPaymentRequestWithdrawn(payment="p1"),
    ],
)
def test_a_payment_that_must_end_or_is_wanted_no_more_stops_without_a_breach(first: Event) -> None:
    record = being_paid().when(council.tells(first, "2024-11-20"))
    record.when(council.tells(payment_stopped(), "2024-12-01")).breaches().flags()


@keeps(a_payment_is_not_cut_before_anybody_looked)
def test_an_assessment_supports_a_cut_and_a_rise_needs_none() -> None:
    assessed = being_paid().when(council.records(completed(), "2024-12-01"))
    assessed.when(council.tells(DirectPaymentChanged(payment="p1", weekly=Decimal(80)), "2024-12-10")).breaches()
    for weekly in (120, 180):
        no_less = DirectPaymentChanged(payment="p1", weekly=Decimal(weekly))
        being_paid().when(council.tells(no_less, "2024-12-10")).breaches()


@breaks(a_payment_is_not_cut_before_anybody_looked)
def test_what_is_no_look_and_a_look_that_does_not_count_support_no_cut() -> None:
    stops = council.tells(payment_stopped(), "2024-12-01")
    being_paid().when(council.tells(payment_request(payment="p2"), "2024-11-20")).when(stops).breaches("CA-DP-08")
    elsewhere = being_paid().when(other_council.tells(completed(), "2024-11-20"))
    elsewhere.when(stops).breaches("CA-DP-08")


@breaks(a_payment_is_not_cut_before_anybody_looked)
@pytest.mark.parametrize("looked_on", ["2024-05-19", "2024-05-20"])
def test_a_look_from_before_the_payment_began_supports_no_cut_of_it(looked_on: str) -> None:
    looked = being_paid().when(council.records(completed(), looked_on))
    looked.when(council.tells(payment_stopped(), "2024-12-01")).breaches("CA-DP-08")


@breaks(a_payment_is_not_cut_before_anybody_looked)
@pytest.mark.parametrize("other", ["p0", "p2"])
def test_that_another_payment_must_end_is_no_reason_to_stop_this_one(other: str) -> None:
    lost = PaymentConditionLost(payment=other, which=Condition.MANAGING)
    record = being_paid().when(council.records(lost, "2024-11-20"))
    record.when(council.tells(payment_stopped(), "2024-12-01")).breaches("CA-DP-08")


@keeps(a_payment_is_not_cut_before_anybody_looked)
def test_a_payment_that_the_person_ends_or_that_ends_with_a_death_is_no_cut() -> None:
    being_paid().when(person.tells(payment_stopped(), "2024-12-01")).breaches()
    died = being_paid().when(council.tells(PersonDied(), "2024-11-30"))
    died.when(council.tells(payment_stopped(), "2024-12-01")).breaches()


# Before the Care Act


@keeps(the_older_conditions_are_for_a_person)
@breaks(the_older_conditions_are_for_a_person)
def test_the_law_before_the_care_act_is_left_to_a_person() -> None:
    asked = given(council.tells(OldLawSupportRecorded(), "2015-03-31"), person.tells(payment_request(), "2015-04-10"))
    asked.when(council.decides(payment(REFUSED), "2015-05-01")).flags()
    old = asked.when(council.decides(payment(conditions=PaymentConditions()), "2015-05-01"))
    old.then(DirectPaymentDecided).flags("DP-OLD-01").breaches()
    assert {one.confidence for one in old.findings if one.rule == "DP-OLD-01"} == {"not encoded"}


# The order in which things are typed in


def test_a_review_typed_in_late_was_in_time() -> None:
    late = being_paid().when(council.tells(payment_reviewed(), "2024-11-19", recorded="2025-01-10"))
    late.owes(FIRST, "p1", as_at="2025-01-10", standing=DutyStanding.MET)
    late.owes(FIRST, "p1", as_at="2025-01-10", known_at="2025-01-09", standing=DutyStanding.LATE)


def test_a_payment_of_a_month_is_counted_from_its_last_day() -> None:
    record = given(council.tells(DirectPaymentStarted(payment="p1"), "2024-05", recorded="2024-06-01"))
    assert record.duty(FIRST).last_day == date(2024, 11, 30)
