"""What makes somebody think of a safeguarding adults review: conditions noted, a death while somebody was at risk."""

from __future__ import annotations

import pytest

from swp_domain.case.events import PersonDied
from swp_domain.duty import DutyStanding
from swp_domain.law.care_act_2014.s42_enquiry import SafeguardingFacts
from swp_domain.law.care_act_2014.s44_review import ReviewFacts
from swp_domain.safeguarding.events import AdultsReviewAskedFor, AdultsReviewNotAskedFor, ReviewConditionsNoted
from swp_domain.safeguarding.review_rules import what_was_noted_is_held_against_the_conditions
from swp_domain.safeguarding.rules import a_death_while_somebody_was_at_risk_is_thought_about
from swp_domain.safeguarding.vocabulary import EnquiryOutcome
from tests.cast import council, person
from tests.papers import concern, enquiry
from tests.telling import breaks, given, keeps

REFER = "refer the case for a safeguarding adults review, or say why not"
MET = ReviewFacts(has_needs=True, joint_working_concern=True, died_of_abuse=True, seriously_abused=False)


def noted(facts: ReviewFacts = MET) -> ReviewConditionsNoted:
    return ReviewConditionsNoted(conditions=facts)


@keeps(what_was_noted_is_held_against_the_conditions)
def test_a_case_is_referred_within_four_weeks_or_it_is_said_why_not_also_when_the_adult_has_died() -> None:
    record = given(council.tells(PersonDied(), "2024-05-01")).when(council.tells(noted(), "2024-05-01")).flags()
    record.owes(REFER, as_at="2024-05-29", last_day="2024-05-29")
    record.owes(REFER, as_at="2024-05-30", standing=DutyStanding.LATE, late_since="2024-05-30")
    asked = record.when(council.tells(AdultsReviewAskedFor(review="adults-review/one"), "2024-05-29"))
    asked.owes(REFER, as_at="2024-05-30", standing=DutyStanding.MET)
    said = record.when(council.tells(AdultsReviewNotAskedFor(why="Made up."), "2024-05-29"))
    said.owes(REFER, as_at="2024-05-30", standing=DutyStanding.ENDED)


@breaks(what_was_noted_is_held_against_the_conditions)
def test_a_condition_that_nobody_told_is_asked_for_and_the_case_is_still_to_be_referred() -> None:
    facts = ReviewFacts(seriously_abused=True)
    record = given().when(council.tells(noted(facts), "2024-05-01")).then(ReviewConditionsNoted).flags("SG-44-01")
    assert "conditions does not tell (1, a)" in str(record.findings[0])
    record.owes(REFER, as_at="2024-05-01")


@pytest.mark.parametrize(
    "facts",
    [
        MET.model_copy(update={"joint_working_concern": False}),
        MET.model_copy(update={"died_of_abuse": False}),
        MET.model_copy(update={"has_needs": False}),
        ReviewFacts(joint_working_concern=True),
    ],
)
def test_without_harm_or_concern_nothing_is_to_be_referred(facts: ReviewFacts) -> None:
    given(council.tells(noted(facts), "2024-05-01")).owes_no_duty_to(REFER, as_at="2025-05-01")


def test_before_the_care_act_there_was_no_such_duty() -> None:
    given(council.tells(noted(), "2015-03-31")).owes_no_duty_to(REFER, as_at="2015-06-01")
    given(council.tells(noted(), "2015-04-01")).owes(REFER, as_at="2015-04-01")


@breaks(a_death_while_somebody_was_at_risk_is_thought_about)
def test_a_death_with_a_concern_undecided_is_thought_about() -> None:
    record = given(person.tells(concern(), "2024-05-01")).when(council.tells(PersonDied(), "2024-05-04"))
    found = [str(one) for one in record.flags("SG-44-01").findings if one.rule == "SG-44-01"]
    assert "k1 had not come to an end: note the conditions" in found[0]
    earlier = given(person.tells(concern(), "2015-03-01")).when(council.tells(PersonDied(), "2015-03-31"))
    earlier.flags()


@keeps(a_death_while_somebody_was_at_risk_is_thought_about)
def test_a_death_with_no_concern_or_one_that_came_to_nothing_is_not() -> None:
    given().when(council.tells(PersonDied(), "2024-05-04")).then(PersonDied).flags()
    nothing = enquiry(EnquiryOutcome.NO_ENQUIRY, suspected=SafeguardingFacts(at_risk=False))
    record = given(person.tells(concern(), "2024-05-01"), council.records(nothing, "2024-05-02"))
    record.when(council.tells(PersonDied(), "2024-05-04")).then(PersonDied).flags()


@breaks(a_death_while_somebody_was_at_risk_is_thought_about)
def test_a_death_before_an_enquiry_ended_is_thought_about() -> None:
    record = given(person.tells(concern(), "2024-05-01"), council.decides(enquiry(), "2024-05-02"))
    record.when(council.tells(PersonDied(), "2024-05-04")).then(PersonDied).flags("SG-44-01")
