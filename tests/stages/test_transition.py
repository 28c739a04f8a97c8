"""Growing into adult care: assessed before eighteen, decided at eighteen, and not let go in between."""

from __future__ import annotations

from typing import Any

import pytest

from swp_domain.case.events import PersonRegistered
from swp_domain.duty import DutyStanding
from swp_domain.law.care_act_2014.s58_transition import TransitionFacts, YoungPerson
from swp_domain.refusal import Unlawful
from swp_domain.transition.events import (
    AdultConclusionReached,
    AdulthoodReached,
    ChildrensServicesEnded,
    FundingDecided,
    TransitionAssessmentCompleted,
    TransitionAssessmentRequested,
    TransitionExpected,
    TransitionRequestDecided,
    TreatedAsNeedsAssessment,
)
from swp_domain.transition.rules import (
    a_duty_to_assess_before_eighteen_is_not_declined,
    a_transition_assessment_gives_advice,
    declining_comes_with_advice,
    declining_has_written_reasons,
    funding_follows_an_assessment,
    services_go_on_until_adult_services_decide,
)
from swp_domain.transition.vocabulary import AdultConclusion, RequestOutcome, TransitionOutcome
from tests.cast import DELEGATE, council, person, practice
from tests.papers import carers_completed, completed, decided, request
from tests.telling import Said, breaks, day, given, keeps

BIRTHDAY = "2024-12-01"
LIKELY = TransitionFacts(likely_needs_after_18=True, significant_benefit=True, consent=True)
BEFORE, AHEAD = "assess before eighteen", "assess in time to plan for adult life"
DECIDE = "decide what a transition assessment is at eighteen"


def expected(facts: TransitionFacts = LIKELY, birthday: str | None = BIRTHDAY, **told: Any) -> Said:
    event = TransitionExpected(transition="t1", facts=facts, birthday=day(birthday) if birthday else None, **told)
    return council.tells(event, "2024-01-10")


def asked(on: str = "2024-02-01") -> Said:
    return person.tells(TransitionAssessmentRequested(transition="t1", birthday=day(BIRTHDAY)), on)


def assessed(on: str = "2024-08-01", advice_given: bool | None = True) -> Said:
    event = TransitionAssessmentCompleted(
        transition="t1",
        birthday=day(BIRTHDAY),
        advice_given=advice_given,
        decision=decided(TransitionOutcome.LIKELY_ELIGIBLE),
    )
    return council.decides(event, on)


def answer(
    outcome: RequestOutcome = RequestOutcome.DECLINED,
    facts: TransitionFacts | None = None,
    advice_given: bool | None = True,
    who: YoungPerson = YoungPerson.CHILD,
    on: str = "2024-03-01",
    **reasons: Any,
) -> Said:
    event = TransitionRequestDecided(
        transition="t1",
        who=who,
        facts=facts or LIKELY.model_copy(update={"significant_benefit": False}),
        advice_given=advice_given,
        decision=decided(outcome, **reasons),
    )
    return council.decides(event, on)


def grown(on: str = BIRTHDAY, assessed: bool | None = None) -> Said:
    return person.tells(AdulthoodReached(transition="t1", assessed=assessed), on)


def ended(on: str = BIRTHDAY) -> Said:
    return council.tells(ChildrensServicesEnded(transition="t1"), on)


def concluded(on: str) -> Said:
    event = AdultConclusionReached(transition="t1", decision=decided(AdultConclusion.MEETING))
    return council.decides(event, on)


# Before eighteen


def test_somebody_likely_to_have_needs_is_assessed_while_a_child_and_in_time_to_plan() -> None:
    record = given(expected())
    record.owes(BEFORE, "t1", as_at="2024-11-30", last_day="2024-11-30")
    record.owes(BEFORE, "t1", as_at=BIRTHDAY, standing=DutyStanding.LATE, late_since=BIRTHDAY)
    record.owes(AHEAD, "t1", as_at="2024-09-01", last_day="2024-09-01")
    record.owes(AHEAD, "t1", as_at="2024-09-02", standing=DutyStanding.LATE)
    ahead = record.duty(AHEAD).mark
    assert ahead.force is not None
    assert not ahead.force.is_law
    given(expected(), assessed()).owes(BEFORE, as_at=BIRTHDAY, standing=DutyStanding.MET)


@pytest.mark.parametrize("untold", ["significant_benefit", "consent"])
def test_what_was_not_told_asserts_no_duty_and_asks_to_plan_in_time(untold: str) -> None:
    record = given(expected(LIKELY.model_copy(update={untold: None})))
    record.owes_no_duty_to(BEFORE, as_at="2025-01-01").owes(AHEAD, as_at="2024-05-01", last_day="2024-09-01")


@pytest.mark.parametrize("facts", [TransitionFacts(), LIKELY.model_copy(update={"significant_benefit": False})])
def test_nobody_is_expected_to_be_assessed_without_need_or_benefit(facts: TransitionFacts) -> None:
    given(expected(facts)).owes_no_duty_to(BEFORE, as_at="2025-01-01").owes_no_duty_to(AHEAD, as_at="2025-01-01")


def test_nobody_is_late_before_a_need_came_to_notice() -> None:
    late = council.tells(TransitionExpected(transition="t1", facts=LIKELY, birthday=day(BIRTHDAY)), "2024-11-10")
    given(late).owes(AHEAD, as_at="2024-11-10", last_day="2024-11-10")


def test_a_birthday_that_is_not_told_makes_nothing_late() -> None:
    given(expected(birthday=None)).owes(BEFORE, as_at="2030-01-01", last_day=None)


@pytest.mark.parametrize(
    ("who", "owed"),
    [(YoungPerson.CHILD, True), (YoungPerson.YOUNG_CARER, True), (YoungPerson.CHILDS_CARER, False)],
)
def test_abuse_overrides_the_refusal_of_a_child_and_not_of_a_childs_carer(who: YoungPerson, owed: bool) -> None:
    facts = LIKELY.model_copy(update={"consent": False, "abuse_or_neglect": True})
    assert bool(given(expected(facts, who=who)).duties(BEFORE)) is owed


@keeps(a_duty_to_assess_before_eighteen_is_not_declined, declining_has_written_reasons, declining_comes_with_advice)
def test_a_request_may_be_declined_with_reasons_and_advice() -> None:
    after = given(asked()).when(answer()).then(TransitionRequestDecided).breaches().flags()
    after.owes("decide on a transition request", "t1", as_at="2024-03-01", standing=DutyStanding.MET_LATE)
    in_time = given(asked("2024-02-02")).when(answer())
    in_time.owes("decide on a transition request", as_at="2024-03-01", standing=DutyStanding.MET)


@breaks(a_duty_to_assess_before_eighteen_is_not_declined)
def test_a_request_that_meets_the_test_is_not_declined() -> None:
    (
        given(asked())
        .when(answer(facts=LIKELY))
        .refused(Unlawful)
        .in_these_words(
            "CA-58-02: Care Act 2014, s 58(1), (4): met on 1 March 2024; but the request is declined. "
            "Assess, or record which of these does not hold."
        )
    )


@breaks(declining_has_written_reasons)
def test_declining_without_reasons_is_refused() -> None:
    given(asked()).when(answer(reasons=None)).refused(Unlawful, "CA-58-03", "decision.reasons is missing")


@breaks(declining_comes_with_advice)
def test_declining_without_advice_is_a_breach() -> None:
    given(asked()).when(answer(advice_given=False)).breaches("CA-58-04")
    given(asked()).when(answer(advice_given=None)).then(TransitionRequestDecided).breaches().flags()


def test_a_request_taken_up_is_then_owed() -> None:
    given(asked(), answer(RequestOutcome.ASSESS, LIKELY)).owes(BEFORE, "t1", as_at="2024-03-01")


@keeps(a_transition_assessment_gives_advice)
def test_a_transition_assessment_by_the_practice_gives_advice() -> None:
    said = practice.decides(assessed().proposal.event, "2024-08-01")
    given(*DELEGATE, asked()).when(said).then(TransitionAssessmentCompleted).breaches()


@breaks(a_transition_assessment_gives_advice)
def test_a_transition_assessment_without_advice_is_a_breach() -> None:
    given(asked()).when(assessed(advice_given=False)).breaches("CA-59-01")


def test_before_the_care_act_none_of_it_was_law() -> None:
    said = answer(facts=LIKELY, advice_given=False, on="2015-03-31", reasons=None)
    given(asked("2015-03-01")).when(said).then(TransitionRequestDecided).breaches()


# At eighteen


def test_at_eighteen_it_is_decided_what_the_assessment_is() -> None:
    record = given(asked(), assessed())
    record.owes(DECIDE, "t1", as_at=BIRTHDAY, last_day=BIRTHDAY)
    record.owes(DECIDE, "t1", as_at="2024-12-02", standing=DutyStanding.LATE)
    taken = council.decides(TreatedAsNeedsAssessment(transition="t1", decision=decided(True)), BIRTHDAY)
    record.when(taken).owes(DECIDE, as_at="2025-01-01", standing=DutyStanding.MET)


def test_whoever_was_not_assessed_has_nothing_to_be_decided_on() -> None:
    given(asked(), grown()).owes_no_duty_to(DECIDE, as_at="2025-01-01")
    given(asked(), grown(assessed=True)).owes(DECIDE, as_at=BIRTHDAY, last_day=BIRTHDAY)


def test_an_assessment_that_is_not_kept_is_made_again() -> None:
    not_kept = council.decides(TreatedAsNeedsAssessment(transition="t1", decision=decided(False)), BIRTHDAY)
    record = given(asked(), assessed(), not_kept)
    again = "assess anew at eighteen, and conclude"
    record.owes(again, "t1", as_at="2025-01-12", last_day="2025-01-12")
    record.when(concluded("2025-01-10")).owes(again, as_at="2025-01-12", standing=DutyStanding.MET)


@keeps(services_go_on_until_adult_services_decide)
def test_services_for_a_child_end_once_adult_services_have_decided() -> None:
    record = given(asked(), assessed(), grown(), concluded("2025-01-10"))
    record.when(ended("2025-01-10")).then(ChildrensServicesEnded).breaches().flags()


@breaks(services_go_on_until_adult_services_decide)
def test_services_for_a_child_do_not_end_on_the_birthday_with_nothing_decided() -> None:
    given(asked(), grown()).when(ended()).breaches("CA-66-01")
    given(asked(), assessed()).when(ended()).breaches("CA-66-01")
    given(expected(), grown()).when(ended()).breaches("CA-66-01")


def test_where_no_assessment_is_shown_to_be_owed_it_is_a_warning() -> None:
    untold = TransitionFacts(likely_needs_after_18=True)
    given(expected(untold), grown()).when(ended()).breaches().flags("CA-66-01")
    given(asked(), answer(), grown()).when(ended()).breaches().flags("CA-66-01")


def test_before_eighteen_it_is_no_matter_of_the_care_act() -> None:
    given(asked()).when(ended("2024-11-30")).breaches().flags()


@keeps(funding_follows_an_assessment)
def test_funding_follows_an_assessment() -> None:
    funding = council.tells(FundingDecided(transition="t1"), "2024-11-20")
    given(asked(), assessed()).when(funding).then(FundingDecided).flags()


@breaks(funding_follows_an_assessment)
def test_funding_that_is_decided_before_assessing_is_a_warning() -> None:
    funding = council.tells(FundingDecided(transition="t1"), "2024-11-20")
    given(asked()).when(funding).then(FundingDecided).breaches().flags("CA-58-05")


@breaks(funding_follows_an_assessment)
@keeps(funding_follows_an_assessment)
def test_the_adults_own_assessment_is_one_and_a_carers_or_an_unfinished_one_is_not() -> None:
    funding = council.tells(FundingDecided(transition="t1"), "2024-12-20")
    finished = council.records(completed(), "2024-12-10")
    carers = council.records(carers_completed(), "2024-12-10")
    begun = person.tells(request(), "2024-12-10")
    for before, flags in ((finished, []), (carers, ["CA-58-05"]), (begun, ["CA-58-05"])):
        after = given(asked(), before).when(funding).then(FundingDecided)
        assert [one.rule for one in after.findings if one.rule == "CA-58-05" and one.contradiction] == flags


def test_a_child_is_no_surprise_in_a_decision_about_growing_up() -> None:
    born = council.tells(PersonRegistered(birth_year=2006), "2023-01-02")
    record = given(born, asked("2023-02-01"))
    record.when(assessed("2023-08-01")).then(TransitionAssessmentCompleted).flags()
    record.when(answer(on="2023-03-01")).then(TransitionRequestDecided).flags()


def test_an_assessment_that_is_no_longer_owed_or_no_longer_possible_is_not_late_for_ever() -> None:
    refused = LIKELY.model_copy(update={"consent": False, "abuse_or_neglect": False})
    declined = given(expected(), asked()).when(answer(facts=refused)).then(TransitionRequestDecided)
    declined.owes(BEFORE, "t1", as_at="2026-01-01", standing=DutyStanding.ENDED)
    untold = TransitionFacts(likely_needs_after_18=True)
    still = given(expected(), asked()).when(answer(facts=untold)).then(TransitionRequestDecided)
    still.owes(BEFORE, "t1", as_at="2024-12-01", standing=DutyStanding.LATE)
    grown_up = given(expected(), grown(), concluded("2025-03-01"))
    grown_up.owes(BEFORE, "t1", as_at="2026-01-01", standing=DutyStanding.ENDED_LATE, late_since=BIRTHDAY)


def test_a_request_that_nobody_decided_on_is_moot_at_eighteen_and_stays_late() -> None:
    decide = "decide on a transition request"
    record = given(asked(), grown())
    record.owes(decide, "t1", as_at="2026-01-01", standing=DutyStanding.ENDED_LATE, late_since="2024-03-01")
