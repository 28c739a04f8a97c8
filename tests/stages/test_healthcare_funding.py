"""Who pays for what somebody with a primary health need is given: reviews, disputes, ends, refunds, nursing."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from swp_domain.continuing_healthcare.events import (
    FundingEndNotified,
    HealthcareDisputeArose,
    HealthcareDisputeResolved,
    HealthcareFundingEnded,
    HealthcareReviewWithdrawn,
    IndependentReviewDecided,
    IndependentReviewRequested,
    InterimFundingAgreed,
    LocalReviewDecided,
    LocalReviewRequested,
    NursingCareFunded,
    NursingCareFundingEnded,
    RefundDecided,
    RefundPaid,
)
from swp_domain.continuing_healthcare.funding_rules import (
    a_dispute_has_its_procedure,
    a_refund_begins_when_it_is_due,
    a_review_is_asked_for_in_time,
    funding_ends_without_a_gap,
    healthcare_is_considered_before_nursing,
    nobody_withdraws_in_a_dispute,
    nursing_is_paid_at_the_rate,
    the_local_process_comes_first,
)
from swp_domain.continuing_healthcare.rules import a_service_beside_healthcare_is_looked_at
from swp_domain.continuing_healthcare.vocabulary import Funder, NursingEnd, RefundGround, ReviewResult
from swp_domain.duty import DutyStanding
from swp_domain.law.care_act_2014.s22_health import HealthFacts
from swp_domain.law.finding import Outcome
from swp_domain.law.standing_rules_2012.reg28_nursing import RATES, is_a_rate
from swp_domain.planning.events import ServiceStarted
from tests.cast import council, other_council, person
from tests.healthcare_papers import (
    ELIGIBLE,
    NOT_ELIGIBLE,
    checklist,
    found,
    funding_ended,
    nhs,
    nhs_england,
    received,
    tool,
)
from tests.papers import completed, decided, ended_by_refusal
from tests.plan_papers import service
from tests.telling import breaks, given, keeps

KEEP_FUNDED = "agree who funds care while it is disputed"
LOCAL, INDEPENDENT = (
    "decide the local review of continuing healthcare",
    "decide the independent review of continuing healthcare",
)
ASSESS = "assess before continuing healthcare ends"
REFUND = "pay the refund of care costs"


def asks_locally(letter: str | None = None) -> LocalReviewRequested:
    return LocalReviewRequested(
        review="v1", consideration="h1", letter_on=date.fromisoformat(letter) if letter else None
    )


def asks_nhs_england(letter: str | None = None, **told: Any) -> IndependentReviewRequested:
    on = date.fromisoformat(letter) if letter else None
    return IndependentReviewRequested(review="v2", consideration="h1", letter_on=on, **told)


def dispute(**told: Any) -> HealthcareDisputeArose:
    return HealthcareDisputeArose(dispute="d1", consideration="h1", **told)


def refund(ground: RefundGround, paid_from: str | None, amount: str = "1000") -> RefundDecided:
    return RefundDecided(
        refund="r1",
        consideration="h1",
        ground=ground,
        paid_from=date.fromisoformat(paid_from) if paid_from else None,
        decision=decided(Decimal(amount)),
    )


# Asking for a review


@pytest.mark.parametrize(
    ("letter", "last", "late"),
    [("2024-05-01", "2024-11-01", "2024-11-02"), ("2023-08-31", "2024-02-29", "2024-03-01")],
)
@breaks(a_review_is_asked_for_in_time)
@keeps(a_review_is_asked_for_in_time)
def test_a_review_is_asked_for_within_six_months_of_the_letter(letter: str, last: str, late: str) -> None:
    record = given(nhs.decides(found(NOT_ELIGIBLE), "2013-01-01"))
    for asks in (asks_locally, asks_nhs_england):
        record.when(person.tells(asks(letter), last)).then(type(asks())).flags()
        record.when(person.tells(asks(letter), late)).then(type(asks())).flags("CHC-05").breaches()
        record.when(person.tells(asks(), late)).flags()
    record.when(person.tells(asks_locally("2013-03-31"), "2015-05-01")).flags()


@pytest.mark.parametrize(
    ("on", "last", "late"),
    [
        ("2024-05-01", "2024-08-01", "2024-08-02"),
        # Appeals stood still from 19 March to 31 August 2020: 166 days.
        ("2020-01-01", "2020-09-14", "2020-09-15"),
    ],
)
def test_a_review_is_decided_within_three_months(on: str, last: str, late: str) -> None:
    ends = (
        (
            LOCAL,
            asks_locally(),
            LocalReviewDecided(review="v1", consideration="h1", decision=decided(ReviewResult.UPHELD)),
        ),
        (
            INDEPENDENT,
            asks_nhs_england(),
            IndependentReviewDecided(review="v2", consideration="h1", decision=decided(ReviewResult.UPHELD)),
        ),
    )
    for duty, asked, decision in ends:
        record = given(person.tells(asked, on))
        record.owes(duty, as_at=last, last_day=last)
        record.owes(duty, as_at=late, standing=DutyStanding.LATE, late_since=late)
        record.when(nhs_england.decides(decision, last)).owes(duty, as_at=late, standing=DutyStanding.MET)
    marked = given(person.tells(asks_nhs_england(), on)).duty(INDEPENDENT).mark
    assert "memory" in marked.confidence, "the three months of NHS England were not checked"


@breaks(the_local_process_comes_first)
@keeps(the_local_process_comes_first)
def test_nhs_england_is_asked_once_the_local_process_is_over_or_would_take_too_long() -> None:
    record = given(nhs.decides(found(NOT_ELIGIBLE), "2024-05-01"), person.tells(asks_locally(), "2024-05-10"))
    record.when(person.tells(asks_nhs_england(undue_delay=False), "2024-06-01")).flags("CHC-25").breaches()
    record.when(person.tells(asks_nhs_england(), "2024-06-01")).flags().concludes("CHC-25", Outcome.CANNOT_TELL)
    record.when(person.tells(asks_nhs_england(undue_delay=True), "2024-06-01")).flags()
    record.when(person.tells(asks_nhs_england("2024-05-30"), "2024-06-01")).flags()
    outcome = LocalReviewDecided(review="v1", consideration="h1", decision=decided(ReviewResult.UPHELD))
    over = record.when(nhs.decides(outcome, "2024-05-20"))
    over.when(person.tells(asks_nhs_england(undue_delay=False), "2024-06-01")).flags()
    before = given(nhs.decides(found(NOT_ELIGIBLE), "2013-01-01"), person.tells(asks_locally(), "2013-03-01"))
    before.when(person.tells(asks_nhs_england(undue_delay=False), "2013-03-31")).flags()


@pytest.mark.parametrize("independent", [False, True])
def test_a_decision_that_is_reversed_makes_the_nhs_body_fund_again(independent: bool) -> None:
    kind = IndependentReviewDecided if independent else LocalReviewDecided
    review = kind(review="v1", consideration="h1", decision=decided(ReviewResult.ELIGIBLE))
    record = given(nhs.decides(found(NOT_ELIGIBLE), "2024-05-01"), person.tells(asks_locally(), "2024-05-10"))
    one = record.when(nhs.decides(review, "2024-07-01")).file().continuing_healthcare.named("h1")  # type: ignore[attr-defined]
    assert (one.outcome, one.reversed_on, one.funded) == (ELIGIBLE, date(2024, 7, 1), True)
    for result in (ReviewResult.UPHELD, ReviewResult.TO_BE_DECIDED_AGAIN):
        stands = review.model_copy(update={"decision": decided(result)})
        one = record.when(nhs.decides(stands, "2024-07-01")).file().continuing_healthcare.named("h1")  # type: ignore[attr-defined]
        assert (one.outcome, one.reversed_on) == (NOT_ELIGIBLE, None)


# Disputes


@breaks(a_dispute_has_its_procedure)
@keeps(a_dispute_has_its_procedure)
def test_nhs_body_and_council_have_a_procedure_for_disputes() -> None:
    for told, breaches in ((True, []), (None, []), (False, ["CHC-14"])):
        given().when(council.tells(dispute(agreed_procedure=told), "2024-05-01")).breaches(*breaches)
    given().when(council.tells(dispute(agreed_procedure=False), "2013-03-31")).breaches()


@pytest.mark.parametrize("funder", [*Funder, None])
def test_somebody_public_funds_care_while_it_is_disputed(funder: Funder | None) -> None:
    record = given(council.tells(dispute(funder=funder), "2024-05-01"))
    public = funder in (Funder.NHS_BODY, Funder.COUNCIL, Funder.SHARED)
    if public:
        record.owes_no_duty_to(KEEP_FUNDED, as_at="2024-06-01")
        return
    record.owes(KEEP_FUNDED, "d1", as_at="2024-06-01", last_day=None)
    agreed = record.when(council.tells(InterimFundingAgreed(dispute="d1", funder=Funder.COUNCIL), "2024-06-01"))
    agreed.owes(KEEP_FUNDED, as_at="2024-06-01", standing=DutyStanding.MET)
    private = record.when(council.tells(InterimFundingAgreed(dispute="d1", funder=Funder.PERSON), "2024-06-01"))
    private.owes(KEEP_FUNDED, as_at="2024-06-01")


@breaks(nobody_withdraws_in_a_dispute)
@keeps(nobody_withdraws_in_a_dispute)
def test_the_nhs_body_does_not_withdraw_by_itself_in_a_dispute() -> None:
    record = given(nhs.decides(found(), "2024-01-01"), council.tells(dispute(funder=Funder.NHS_BODY), "2024-05-01"))
    then = record.when(nhs.decides(funding_ended(), "2024-06-01")).then(HealthcareFundingEnded)
    then.flags("CHC-09").breaches()
    record.when(nhs.decides(funding_ended(by_agreement=True), "2024-06-01")).flags()
    settled = record.when(council.tells(HealthcareDisputeResolved(dispute="d1", funder=Funder.COUNCIL), "2024-05-30"))
    settled.when(nhs.decides(funding_ended(), "2024-06-01")).flags()
    other = funding_ended().model_copy(update={"consideration": "h2"})
    record.when(nhs.records(other, "2024-06-01")).flags("REC-SEQ")
    given(council.tells(dispute(), "2013-03-01")).when(nhs.decides(funding_ended(), "2013-03-31")).flags()


# The end of funding


@breaks(funding_ends_without_a_gap)
@keeps(funding_ends_without_a_gap)
def test_funding_ends_only_when_the_council_had_assessed() -> None:
    record = given(nhs.decides(found(), "2024-01-01"))
    for told, flags in ((True, []), (None, []), (False, ["CHC-16"])):
        record.when(nhs.decides(funding_ended(council_assessed=told), "2024-06-01")).flags(*flags).breaches()
    notice = record.when(nhs.tells(FundingEndNotified(consideration="h1"), "2024-05-01"))
    ended = notice.when(nhs.decides(funding_ended(council_assessed=True), "2024-06-01"))
    ended.concludes("CHC-16", Outcome.MET)
    assert not ended.file().continuing_healthcare.funded  # type: ignore[attr-defined]
    given(nhs.decides(found(), "2013-01-01")).when(
        nhs.decides(funding_ended(council_assessed=False), "2013-03-31")
    ).flags()


def test_a_notice_that_funding_ends_makes_the_council_assess_before() -> None:
    notice = FundingEndNotified(consideration="h1", ends_on=date(2024, 6, 1))
    record = given(council.records(completed(), "2023-01-01"), nhs.tells(notice, "2024-05-01"))
    record.owes(ASSESS, "h1", as_at="2024-05-31", last_day="2024-05-31")
    record.owes(ASSESS, as_at="2024-06-01", standing=DutyStanding.LATE, late_since="2024-06-01")
    done = record.when(council.records(completed(), "2024-05-31"))
    done.owes(ASSESS, as_at="2024-06-01", standing=DutyStanding.MET)
    again = record.when(nhs.decides(found(), "2024-05-20"))
    again.owes(ASSESS, as_at="2024-06-01", standing=DutyStanding.ENDED)
    record.when(nhs.decides(found(NOT_ELIGIBLE), "2024-05-20")).owes(ASSESS, as_at="2024-05-20")


def test_a_later_notice_gives_the_council_time_while_there_is_some() -> None:
    first = nhs.tells(FundingEndNotified(consideration="h1", ends_on=date(2024, 6, 17)), "2024-05-20")
    later = FundingEndNotified(consideration="h1", ends_on=date(2024, 7, 15))
    moved = given(first, nhs.tells(later, "2024-06-10"))
    moved.owes(ASSESS, "h1", as_at="2024-07-14", last_day="2024-07-14")
    moved.owes(ASSESS, "h1", as_at="2024-07-15", standing=DutyStanding.LATE, late_since="2024-07-15")
    too_late = given(first, nhs.tells(later, "2024-06-20"))
    too_late.owes(ASSESS, "h1", as_at="2024-07-01", standing=DutyStanding.LATE, late_since="2024-06-17")
    sooner = FundingEndNotified(consideration="h1", ends_on=date(2024, 6, 10))
    given(first, nhs.tells(sooner, "2024-05-25")).owes(ASSESS, "h1", as_at="2024-06-01", last_day="2024-06-09")
    refused = given(first).when(council.records(ended_by_refusal(), "2024-06-01"))
    refused.owes(ASSESS, "h1", as_at="2024-07-01", standing=DutyStanding.ENDED)


def test_a_review_that_is_taken_back_is_owed_no_longer() -> None:
    record = given(nhs.decides(found(NOT_ELIGIBLE), "2024-01-01"), person.tells(asks_locally(), "2024-02-01"))
    withdrawn = HealthcareReviewWithdrawn(review="v1", consideration="h1")
    over = record.when(person.tells(withdrawn, "2024-03-01"))
    over.owes(LOCAL, "v1", as_at="2025-01-01", standing=DutyStanding.ENDED)
    late = record.when(person.tells(withdrawn, "2024-05-02"))
    late.owes(LOCAL, "v1", as_at="2025-01-01", standing=DutyStanding.ENDED_LATE, late_since="2024-05-02")


# What a council may give


@breaks(a_service_beside_healthcare_is_looked_at)
@keeps(a_service_beside_healthcare_is_looked_at)
def test_while_the_nhs_funds_care_a_council_says_that_its_service_is_not_for_the_nhs() -> None:
    record = given(nhs.decides(found(), "2024-05-01"))
    record.when(council.tells(service(plan=None), "2024-06-01")).then(ServiceStarted).flags("CA-22-02").breaches()
    spared = service(plan=None, health=HealthFacts(nhs_required=False))
    record.when(council.tells(spared, "2024-06-01")).flags()
    # What is told to be for the NHS is flagged by CA-22-01 already.
    record.when(council.tells(service(plan=None, health=HealthFacts(nhs_required=True)), "2024-06-01")).flags(
        "CA-22-01"
    )
    record.when(council.tells(service(plan=None, commissioned=False), "2024-06-01")).flags()
    ended = record.when(nhs.decides(funding_ended(), "2024-05-20"))
    ended.when(council.tells(service(plan=None), "2024-06-01")).flags()
    given(nhs.decides(found(NOT_ELIGIBLE), "2024-05-01")).when(council.tells(service(plan=None), "2024-06-01")).flags()


# Refunds


@pytest.mark.parametrize(
    ("on", "due", "day_after"),
    [("2024-05-01", "2024-05-30", "2024-05-31"), ("2020-03-01", "2020-09-12", "2020-09-13")],
)
@breaks(a_refund_begins_when_it_is_due)
@keeps(a_refund_begins_when_it_is_due)
def test_a_late_decision_is_paid_back_from_the_29th_day(on: str, due: str, day_after: str) -> None:
    record = given(nhs.tells(received(), on), nhs.decides(found(), "2024-09-01"))
    record.when(nhs.decides(refund(RefundGround.LATE, due), "2024-10-01")).then(RefundDecided).flags()
    record.when(nhs.decides(refund(RefundGround.LATE, day_after), "2024-10-01")).flags("CHC-18").breaches()
    record.when(nhs.decides(refund(RefundGround.LATE, None), "2024-10-01")).flags()
    given().when(nhs.records(refund(RefundGround.LATE, due), "2024-10-01")).flags("REC-SEQ")


@breaks(a_refund_begins_when_it_is_due)
@keeps(a_refund_begins_when_it_is_due)
def test_a_decision_that_was_reversed_is_paid_back_from_the_first_one() -> None:
    record = given(nhs.decides(found(NOT_ELIGIBLE), "2024-05-01"), nhs.decides(found(), "2024-09-01"))
    record.when(nhs.decides(refund(RefundGround.REVERSED, "2024-05-01"), "2024-10-01")).flags()
    owed = record.when(nhs.decides(refund(RefundGround.REVERSED, "2024-05-02"), "2024-10-01")).flags("CHC-18")
    owed.owes(REFUND, "r1", as_at="2025-01-01", last_day=None)
    paid = owed.when(nhs.tells(RefundPaid(refund="r1"), "2025-01-01"))
    paid.owes(REFUND, as_at="2025-01-01", standing=DutyStanding.MET)
    before = given(nhs.decides(found(NOT_ELIGIBLE), "2013-01-01"))
    before.when(nhs.decides(refund(RefundGround.REVERSED, "2013-02-01"), "2013-03-31")).flags()


# Funded nursing care


@breaks(healthcare_is_considered_before_nursing)
@keeps(healthcare_is_considered_before_nursing)
def test_continuing_healthcare_is_considered_before_nursing_is_funded() -> None:
    for told, breaches in ((True, []), (None, []), (False, ["CHC-07"])):
        event = NursingCareFunded(healthcare_considered=told)
        given().when(nhs.tells(event, "2024-05-01")).then(NursingCareFunded).breaches(*breaches)
    for seen in (
        nhs.tells(checklist(), "2024-04-01"),
        nhs.tells(tool(), "2024-04-01"),
        nhs.decides(found(), "2024-04-01"),
    ):
        given(seen).when(nhs.tells(NursingCareFunded(healthcare_considered=False), "2024-05-01")).breaches()
    # A new sum is no new beginning.
    raised = given(nhs.tells(NursingCareFunded(), "2023-05-01"))
    raised.when(nhs.tells(NursingCareFunded(healthcare_considered=False), "2024-05-01")).breaches()
    again = raised.when(nhs.tells(NursingCareFundingEnded(why=NursingEnd.LEFT), "2024-01-01"))
    again.when(nhs.tells(NursingCareFunded(healthcare_considered=False), "2024-05-01")).breaches("CHC-07")
    given().when(nhs.tells(NursingCareFunded(healthcare_considered=False), "2013-03-31")).breaches()
    # Nobody had to be assessed for either during the emergency.
    for on, breaches in (
        ("2020-03-18", ["CHC-07"]),
        ("2020-03-19", []),
        ("2020-08-31", []),
        ("2020-09-01", ["CHC-07"]),
    ):
        given().when(nhs.tells(NursingCareFunded(healthcare_considered=False), on)).breaches(*breaches)


@pytest.mark.parametrize(
    ("on", "recorded", "weekly", "higher", "flags"),
    [
        ("2024-03-31", "2024-03-31", "219.71", None, False),
        ("2024-04-01", "2024-04-01", "219.71", None, True),
        ("2024-04-01", "2024-04-01", "235.88", False, False),
        ("2024-04-01", "2024-04-01", "235.88", True, True),
        ("2024-04-01", "2024-04-01", "324.50", True, False),
        ("2024-04-01", "2024-04-01", "324.50", None, False),
        ("2024-04-01", "2024-04-01", "324.50", False, True),
        # The higher rate of 2014-15 is not known.
        ("2014-05-01", "2014-05-01", "152.00", None, False),
        ("2014-05-01", "2014-05-01", "152.00", False, True),
        ("2014-05-01", "2014-05-01", "110.89", False, False),
        # Announced on 30 April 2020, for the year before.
        ("2019-05-01", "2020-04-29", "165.56", None, False),
        ("2019-05-01", "2020-04-29", "180.31", None, True),
        ("2019-05-01", "2020-04-30", "180.31", None, False),
        ("2019-05-01", "2020-04-30", "165.56", None, False),
        ("2016-05-01", "2016-05-01", "112.00", None, False),
        ("2016-05-01", "2016-07-12", "156.25", None, True),
        ("2016-05-01", "2016-07-13", "156.25", None, False),
        # Both were announced on 30 April 2020: up to then the rate of 2019 as it had been was paid.
        ("2020-04-10", "2020-04-10", "165.56", None, False),
        ("2020-04-10", "2020-06-01", "165.56", None, False),
        ("2020-04-10", "2020-06-01", "183.92", None, False),
        ("2020-04-10", "2020-04-10", "183.92", None, True),
        ("2020-05-01", "2020-05-01", "165.56", None, True),
        ("2020-05-01", "2020-05-01", "183.92", None, False),
        ("2026-04-01", "2026-04-01", "267.68", None, False),
        ("2027-03-31", "2027-03-31", "1.00", None, True),
        # Of a year whose rate is not known, nothing is said.
        ("2027-04-01", "2027-04-01", "1.00", None, False),
    ],
)
@breaks(nursing_is_paid_at_the_rate)
@keeps(nursing_is_paid_at_the_rate)
def test_nursing_is_paid_at_the_rate_of_the_day_as_known_then(
    on: str, recorded: str, weekly: str, higher: bool | None, flags: bool
) -> None:
    event = NursingCareFunded(weekly=Decimal(weekly), higher=higher)
    then = given().when(nhs.tells(event, on, recorded=recorded))
    then.flags(*(["CHC-19"] if flags else [])).breaches()
    given().when(nhs.tells(NursingCareFunded(weekly=Decimal("235.88")), "2024-05-01")).flags()
    given().when(nhs.tells(NursingCareFunded(weekly=Decimal(1)), "2024-05-01")).flags("CHC-19")
    given().when(nhs.tells(NursingCareFunded(weekly=Decimal(1)), "2013-03-31")).flags()


def test_every_rate_is_one_from_its_first_day_and_says_how_sure_we_are() -> None:
    assert [one.first for one in RATES] == sorted(one.first for one in RATES)
    for one in RATES:
        assert is_a_rate(one.standard, one.first, one.known_from or one.first, higher=False) is True
        assert one.confidence
        assert one.higher is None or one.higher > one.standard
    assert [one.first.year for one in RATES if "memory" in one.confidence] == [2014]
    assert is_a_rate(Decimal(100), date(2011, 3, 31), date(2011, 3, 31), higher=False) is None


def test_funded_nursing_care_is_kept_while_it_is_paid() -> None:
    began = given(nhs.tells(NursingCareFunded(weekly=Decimal("219.71")), "2024-01-01"))
    raised = began.when(nhs.tells(NursingCareFunded(weekly=Decimal("235.88")), "2024-04-01"))
    state = raised.file().continuing_healthcare  # type: ignore[attr-defined]
    assert (state.nursing.weekly, state.nursing_since) == (Decimal("235.88"), date(2024, 1, 1))
    over = raised.when(nhs.tells(NursingCareFundingEnded(why=NursingEnd.HEALTHCARE), "2024-05-01"))
    assert over.file().continuing_healthcare.nursing is None  # type: ignore[attr-defined]


def test_what_another_council_says_of_eligibility_is_nothing_here() -> None:
    then = given().when(other_council.records(found(), "2024-05-01"))
    assert not then.file().continuing_healthcare.funded  # type: ignore[attr-defined]
