"""A safeguarding adults review: referred, decided, carried out in six months or with a reason, followed up."""

from __future__ import annotations

from datetime import date

import pytest

from swp_domain.actor import BodyKind
from swp_domain.duty import DutyStanding
from swp_domain.law.care_act_2014.s44_review import ReviewFacts
from swp_domain.proposal import Conduct
from swp_domain.refusal import Invalid, Unlawful
from swp_domain.safeguarding_adults_review.events import (
    AdultHarmed,
    ChronologyAsked,
    ChronologyReceived,
    DelayExplained,
    RecommendationCarriedOut,
    RecommendationMade,
    ReviewDecided,
    ReviewerAppointed,
    ReviewPublished,
    ReviewReferralReceived,
    ReviewReported,
)
from swp_domain.safeguarding_adults_review.rules import (
    a_board_says_why,
    a_review_is_called_what_it_is,
    a_review_that_must_be_arranged_is,
    a_reviewer_is_independent,
)
from swp_domain.safeguarding_adults_review.vocabulary import Harm, ReviewChoice
from tests.cast import council, somebody
from tests.papers import decided
from tests.telling import REVIEW, Given, breaks, given, keeps

board = somebody(BodyKind.SAFEGUARDING_BOARD, body="Northmere Safeguarding Adults Board")
FINISH = "finish the safeguarding adults review"
MUST = ReviewFacts(has_needs=True, joint_working_concern=True, died_of_abuse=True, seriously_abused=False)


def referral(**told: object) -> ReviewReferralReceived:
    return ReviewReferralReceived.model_validate({"cases": ("case/one",), **told})


def choice(outcome: ReviewChoice, facts: ReviewFacts = MUST, reasons: str | None = "Made up.") -> ReviewDecided:
    return ReviewDecided(facts=facts, decision=decided(outcome).model_copy(update={"reasons": reasons}))


def referred(on: str = "2024-01-10") -> Given:
    return given(board.tells(referral(), on))


@keeps(a_review_that_must_be_arranged_is, a_review_is_called_what_it_is, a_board_says_why)
def test_a_death_from_abuse_with_concern_about_joint_working_makes_a_review_a_duty() -> None:
    then = referred().when(board.decides(choice(ReviewChoice.MANDATORY), "2024-02-01"))
    entry = then.then(ReviewDecided).breaches().flags().entry
    assert entry.conduct is None
    assert entry.counts


@breaks(a_review_that_must_be_arranged_is)
@pytest.mark.parametrize("outcome", [ReviewChoice.NONE, ReviewChoice.OTHER_LEARNING])
@pytest.mark.parametrize("facts", [MUST, MUST.model_copy(update={"died_of_abuse": False, "seriously_abused": True})])
def test_a_board_does_not_decline_what_it_must_arrange(outcome: ReviewChoice, facts: ReviewFacts) -> None:
    then = referred().when(board.decides(choice(outcome, facts), "2024-02-01")).then(ReviewDecided)
    then.breaches("SG-44-02").flags()
    assert then.entry.breaches[0].body == "Northmere Safeguarding Adults Board"


@pytest.mark.parametrize("untold", ["has_needs", "joint_working_concern", "died_of_abuse"])
@pytest.mark.parametrize("answer", [None, False])
def test_with_a_condition_not_shown_a_review_is_no_duty(untold: str, answer: bool | None) -> None:
    facts = MUST.model_copy(update={untold: answer})
    referred().when(board.decides(choice(ReviewChoice.NONE, facts), "2024-02-01")).then(ReviewDecided).breaches()
    then = referred().when(board.decides(choice(ReviewChoice.MANDATORY, facts), "2024-02-01")).then(ReviewDecided)
    then.breaches().flags("SG-44-03")


@breaks(a_review_is_called_what_it_is)
def test_a_discretionary_review_is_of_an_adult_with_needs() -> None:
    for has_needs, flags in ((False, ("SG-44-03",)), (None, ()), (True, ())):
        facts = ReviewFacts(has_needs=has_needs)
        then = referred().when(board.decides(choice(ReviewChoice.DISCRETIONARY, facts), "2024-02-01"))
        then.then(ReviewDecided).breaches().flags(*flags)


@keeps(a_review_that_must_be_arranged_is)
@breaks(a_review_is_called_what_it_is)
def test_no_review_is_owed_of_what_happened_in_prison_and_nowhere_else() -> None:
    inside = MUST.model_copy(update={"only_in_prison": True})
    referred().when(board.decides(choice(ReviewChoice.NONE, inside), "2024-02-01")).then(ReviewDecided).breaches()
    for kind in (ReviewChoice.MANDATORY, ReviewChoice.DISCRETIONARY):
        referred().when(board.decides(choice(kind, inside), "2024-02-01")).breaches().flags("SG-44-03")
    for told in (None, False):
        also_outside = MUST.model_copy(update={"only_in_prison": told})
        none = referred().when(board.decides(choice(ReviewChoice.NONE, also_outside), "2024-02-01"))
        none.breaches("SG-44-02")


@breaks(a_board_says_why)
def test_a_board_says_why_it_decided_as_it_did() -> None:
    silent = choice(ReviewChoice.MANDATORY, reasons=None)
    referred().when(board.decides(silent, "2024-02-01")).then(ReviewDecided).breaches().flags("SG-44-04")


@breaks(a_reviewer_is_independent)
@keeps(a_reviewer_is_independent)
def test_a_reviewer_is_independent() -> None:
    for independent, flags in ((True, ()), (False, ("SG-44-05",)), (None, ("SG-44-05",))):
        event = ReviewerAppointed(independent=independent)
        referred().when(board.tells(event, "2024-02-10")).then(ReviewerAppointed).flags(*flags)


def test_the_council_does_not_take_the_boards_decision() -> None:
    referred().when(council.decides(choice(ReviewChoice.NONE), "2024-02-01")).refused(Unlawful, "DEL-00")
    noted = referred().when(council.records(choice(ReviewChoice.MANDATORY), "2024-02-01")).then(ReviewDecided)
    assert noted.purported().entry.conduct is Conduct.RECORDING


# Six months, or a reason


@pytest.mark.parametrize(
    ("decided_on", "last", "late"),
    [("2024-02-01", "2024-08-01", "2024-08-02"), ("2023-08-31", "2024-02-29", "2024-03-01"),
     ("2024-08-31", "2025-02-28", "2025-03-01")],
)  # fmt: skip
def test_a_review_is_finished_in_six_months(decided_on: str, last: str, late: str) -> None:
    record = given(board.tells(referral(), "2023-06-01"), board.decides(choice(ReviewChoice.MANDATORY), decided_on))
    record.owes(FINISH, as_at=last, last_day=last)
    record.owes(FINISH, as_at=late, standing=DutyStanding.LATE, late_since=late)
    record.when(board.tells(ReviewReported(), last)).owes(FINISH, as_at=late, standing=DutyStanding.MET)


def test_a_reason_on_record_in_time_gives_more_time_and_one_too_late_gives_none() -> None:
    longer = DelayExplained(until=date(2024, 12, 31))
    record = given(board.tells(referral(), "2024-01-10"), board.decides(choice(ReviewChoice.MANDATORY), "2024-02-01"))
    record.when(board.tells(longer, "2024-08-01")).owes(FINISH, as_at="2024-12-31", last_day="2024-12-31")
    late = record.when(board.tells(longer, "2024-08-02"))
    late.owes(FINISH, as_at="2024-12-31", last_day="2024-08-01", standing=DutyStanding.LATE, late_since="2024-08-02")


@pytest.mark.parametrize("outcome", [ReviewChoice.NONE, ReviewChoice.OTHER_LEARNING])
def test_where_no_review_was_arranged_none_is_finished(outcome: ReviewChoice) -> None:
    facts = ReviewFacts(has_needs=True, joint_working_concern=False)
    record = given(board.tells(referral(), "2024-01-10"), board.decides(choice(outcome, facts), "2024-02-01"))
    record.owes_no_duty_to(FINISH, as_at="2025-01-01", stream=REVIEW)


def test_a_review_that_the_board_decides_again_not_to_arrange_is_not_to_be_finished() -> None:
    facts = ReviewFacts(has_needs=True, joint_working_concern=False)
    record = given(
        board.tells(referral(), "2024-01-10"),
        board.decides(choice(ReviewChoice.DISCRETIONARY, facts), "2024-02-01"),
    )
    record.owes(FINISH, as_at="2024-08-01", last_day="2024-08-01")
    none = record.when(board.decides(choice(ReviewChoice.NONE, facts), "2024-03-01")).then(ReviewDecided)
    none.owes(FINISH, as_at="2025-01-01", standing=DutyStanding.ENDED)
    again = none.when(board.decides(choice(ReviewChoice.DISCRETIONARY, facts), "2024-04-01"))
    standing = [one.standing(date(2024, 10, 1)) for one in again.duties(FINISH, as_at="2024-10-01")]
    assert standing[-1] is DutyStanding.OWED, standing


def test_each_agency_and_each_recommendation_is_owed_apart() -> None:
    record = given(
        board.tells(ChronologyAsked(agency="Police", by=date(2024, 3, 1)), "2024-02-10"),
        board.tells(ChronologyAsked(agency="Trust", by=date(2024, 3, 1)), "2024-02-10"),
        board.tells(ChronologyReceived(agency="Police"), "2024-02-28"),
        board.tells(RecommendationMade(recommendation="r1", agency="Trust", by=date(2024, 9, 1)), "2024-08-01"),
    )
    asked = "send the chronology that the board asked for"
    record.owes(asked, "Police", as_at="2024-03-02", standing=DutyStanding.MET)
    record.owes(asked, "Trust", as_at="2024-03-02", standing=DutyStanding.LATE, late_since="2024-03-02")
    record.owes(
        "carry out what a safeguarding adults review recommends", "r1", as_at="2024-09-01", last_day="2024-09-01"
    )


def test_a_review_tells_where_it_stands() -> None:
    record = given(
        board.tells(referral(referred_on="2023-03-10"), "2023-03-17"),
        board.tells(referral(cases=("case/two",)), "2023-03-20"),
        board.tells(AdultHarmed(case="case/one", harm=Harm.DIED), "2023-03-20"),
        board.decides(choice(ReviewChoice.MANDATORY), "2023-04-01"),
        board.tells(ReviewerAppointed(independent=True), "2023-05-01"),
        board.tells(ChronologyAsked(agency="Police"), "2023-05-02"),
        board.tells(ChronologyReceived(agency="Police"), "2023-05-20"),
        board.tells(ChronologyAsked(agency="Police"), "2023-06-02"),
        board.tells(RecommendationMade(recommendation="r1", agency="Trust"), "2023-08-01"),
        board.tells(ReviewReported(), "2023-09-01"),
        board.tells(ReviewPublished(in_full=True), "2023-10-01"),
        board.tells(RecommendationCarriedOut(recommendation="r1"), "2023-12-01"),
    )
    process = record.file(REVIEW).process  # type: ignore[attr-defined]
    assert (process.referred_on, process.received_on) == (date(2023, 3, 10), date(2023, 3, 17))
    assert process.cases == ("case/one", "case/two")
    assert process.harms == {"case/one": Harm.DIED}
    assert process.under_way
    assert (process.reviewer_on, process.reported_on, process.published_on) == (
        date(2023, 5, 1), date(2023, 9, 1), date(2023, 10, 1),
    )  # fmt: skip
    assert process.chronologies == {"Police": True}
    assert process.recommendations == {"r1": True}


@pytest.mark.parametrize("other", ["adults-review/two", "contact/one", "practice/one"])
def test_a_file_of_another_kind_is_no_case_of_an_adult(other: str) -> None:
    for event, field in (
        (referral(cases=("case/one", other)), "cases"),
        (AdultHarmed(case=other, harm=Harm.DIED), "case"),
    ):
        given().when(board.tells(event, "2024-01-10")).refused(Invalid, field, other, "Give case/")
    given().when(board.tells(referral(cases=("case/one", "case/two", "12345")), "2024-01-10")).breaches()
