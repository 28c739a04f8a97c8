"""Reviews of plans: asked for, called for by a change, planned, held; and what they leave owed."""

from __future__ import annotations

from datetime import date

import pytest

from swp_domain.case.events import CaseClosed, OldLawSupportRecorded, PersonDied
from swp_domain.case.vocabulary import LeftOpen
from swp_domain.duty import DutyStanding
from swp_domain.law.care_act_2014.s27_review import Reassessment, RequestFacts, ReviewFacts
from swp_domain.law.finding import Force, Outcome
from swp_domain.party import Whose
from swp_domain.planning.vocabulary import ServiceKind
from swp_domain.refusal import Unlawful
from swp_domain.review.events import (
    CircumstancesChanged,
    CrisisAnswered,
    ReviewCompleted,
    ReviewOutcomeGiven,
    ReviewPlanned,
    ReviewRequestAnswered,
    ReviewRequestWithdrawn,
)
from swp_domain.review.rules import (
    AFTER_A_CHANGE,
    AS_REQUESTED,
    CRISIS,
    FIRST,
    YEARLY,
    a_reasonable_request_is_not_refused,
    a_review_answers_what_was_asked,
    a_review_is_completed_once,
    a_review_is_planned_in_time,
    a_review_looks_at_outcomes,
    a_review_says_what_it_came_to,
    a_review_that_lessens_support_says_what_changed,
    support_is_lessened_only_after_a_change,
    those_concerned_take_part,
)
from swp_domain.review.vocabulary import CrisisAnswer, RequestAnswer, ReviewOutcome, WhatChanged
from tests.cast import DELEGATE, council, person, practice
from tests.papers import closed, completed, decided
from tests.review_papers import (
    CHANGED,
    LOOKED_AT,
    carers_plan_agreed,
    carers_reviewed,
    circumstances,
    plan_agreed,
    request_refused,
    review_requested,
    reviewed,
    service,
)
from tests.telling import breaks, day, given, keeps

FIRST_LOOK, EVERY_YEAR = FIRST[Whose.ADULT], YEARLY[Whose.ADULT]
PLAN = council.records(plan_agreed(), "2024-05-01")
ASKED = person.tells(review_requested(), "2024-05-01")

# Asking for a review


def test_a_request_is_to_be_answered_in_six_weeks_by_a_parameter_of_ours_under_the_act() -> None:
    given().when(ASKED).then(type(review_requested())).owes(AS_REQUESTED, "v1", as_at="2024-06-12")
    duty = given(ASKED).duty(AS_REQUESTED)
    assert (duty.mark.provision, duty.mark.force) == ("Care Act 2014, s 27(1)(b)", Force.STATUTE)
    assert (duty.last_day, duty.warn_day, duty.mark.limit_force) == (day("2024-06-12"), day("2024-05-29"), Force.LOCAL)
    given(ASKED).owes(
        AS_REQUESTED,
        "v1",
        as_at="2024-06-13",
        standing=DutyStanding.LATE,
        late_since="2024-06-13",
        last_day="2024-06-12",
    )


@keeps(a_review_answers_what_was_asked, a_review_says_what_it_came_to, those_concerned_take_part)
def test_a_practice_holds_the_review_that_was_asked_for() -> None:
    (
        given(*DELEGATE, ASKED)
        .when(practice.decides(reviewed(), "2024-06-12"))
        .then(ReviewCompleted)
        .breaches()
        .flags()
        .owes(AS_REQUESTED, "v1", as_at="2024-06-13", standing=DutyStanding.MET)
    )


@keeps(a_review_is_completed_once)
def test_a_review_keeps_the_name_under_which_it_was_planned() -> None:
    planned = council.tells(ReviewPlanned(review="v1"), "2024-05-01")
    given(planned).when(council.decides(reviewed(), "2024-06-01")).then(ReviewCompleted).breaches().flags()


@breaks(a_review_is_completed_once)
def test_a_review_is_not_completed_twice() -> None:
    given(council.decides(reviewed(), "2024-05-01")).when(council.decides(reviewed(), "2024-06-01")).refused(
        Unlawful, "REV-04", "it is completed already"
    )


@breaks(a_review_answers_what_was_asked)
def test_a_review_under_another_name_leaves_the_request_owed_and_says_so() -> None:
    other = given(ASKED).when(council.decides(reviewed(review="v2"), "2024-05-20")).then(ReviewCompleted)
    other.flags("CA-27-01").owes(AS_REQUESTED, "v1", as_at="2024-05-20")


@keeps(a_review_answers_what_was_asked)
def test_the_review_of_a_carers_plan_leaves_the_adults_request_alone() -> None:
    other = given(ASKED).when(council.decides(carers_reviewed(review="v2"), "2024-05-20")).then(ReviewCompleted)
    other.flags().owes(AS_REQUESTED, "v1", as_at="2024-05-20")


@breaks(a_review_answers_what_was_asked)
def test_each_request_that_is_still_owed_is_named_and_nothing_else() -> None:
    record = given(
        council.records(plan_agreed(), "2024-04-01"),
        person.tells(review_requested(review="v1"), "2024-05-01"),
        person.tells(review_requested(review="v3"), "2024-05-02"),
        person.tells(review_requested(review="v5"), "2024-05-03"),
        council.decides(reviewed(review="v1"), "2024-05-10"),
    )
    for held, owed in (("v2", ["v3", "v5"]), ("v4", ["v3", "v5"]), ("v3", ["v5"]), ("v5", ["v3"])):
        after = record.when(council.decides(reviewed(review=held), "2024-05-20"))
        said = [one.contradiction for one in after.findings if one.rule == "CA-27-01" and one.contradiction]
        assert said == [f"{one} is still owed" for one in owed]


def test_what_a_change_alone_calls_for_is_no_request() -> None:
    changed = given(council.tells(circumstances(), "2024-05-01"))
    changed.when(council.decides(reviewed(review="v2"), "2024-05-20")).flags()


@keeps(a_reasonable_request_is_not_refused)
def test_an_unreasonable_request_is_refused_with_reasons_and_nothing_is_owed() -> None:
    refused = given(ASKED).when(council.decides(request_refused(), "2024-05-10")).then(ReviewRequestAnswered)
    refused.breaches().flags().owes(AS_REQUESTED, "v1", as_at="2024-07-01", standing=DutyStanding.ENDED)


@breaks(a_reasonable_request_is_not_refused)
def test_a_request_is_not_refused_without_reasons() -> None:
    bare = request_refused(decision=decided(RequestAnswer.REFUSED, reasons=None))
    given(ASKED).when(council.decides(bare, "2024-05-10")).refused(Unlawful).in_these_words(
        "CA-27-01: The record of a review, a refusal: cannot tell on 10 May 2024; not told: (1) the reasons for "
        "refusing are recorded; but decision.reasons is missing. Give the reasons."
    )


@breaks(a_reasonable_request_is_not_refused)
def test_a_reasonable_request_is_not_refused_whatever_the_reasons() -> None:
    event = request_refused(request=RequestFacts(reasonable=True))
    given(ASKED).when(council.decides(event, "2024-05-10")).refused(Unlawful).in_these_words(
        "CA-27-01: Care Act 2014, s 27(1)(b): not met on 10 May 2024; not shown: (b) the request is not a reasonable "
        "one; but it is refused although it is reasonable. Hold the review."
    )


@breaks(a_reasonable_request_is_not_refused)
def test_a_refusal_says_whether_the_request_is_reasonable() -> None:
    given(ASKED).when(council.decides(request_refused(request=RequestFacts()), "2024-05-10")).refused(
        Unlawful, "request.reasonable was not told"
    )
    unknown = given().when(council.records(request_refused(request=RequestFacts()), "2024-05-10"))
    assert "CA-27-01" in [one.rule for one in unknown.findings if one.contradiction]
    both = given(ASKED, council.tells(circumstances(), "2024-05-02"))
    both.when(council.decides(request_refused(request=RequestFacts()), "2024-05-10")).refused(
        Unlawful, "request.reasonable was not told"
    )


@keeps(a_reasonable_request_is_not_refused)
def test_a_change_may_be_found_to_need_no_review() -> None:
    changed = council.tells(circumstances(), "2024-05-01")
    none = given(changed).when(council.decides(request_refused(request=RequestFacts()), "2024-05-10"))
    none.then(ReviewRequestAnswered).owes(AFTER_A_CHANGE, "v1", as_at="2024-07-01", standing=DutyStanding.ENDED)


def test_a_refusal_that_was_made_on_paper_without_reasons_leaves_the_review_owed() -> None:
    bare = request_refused(decision=decided(RequestAnswer.REFUSED, reasons=None))
    recorded = given(ASKED).when(council.records(bare, "2024-05-10")).then(ReviewRequestAnswered)
    recorded.flags("CA-27-01", "REC-WHY").owes(AS_REQUESTED, "v1", as_at="2024-05-10")


def test_whoever_no_longer_asks_is_owed_no_review() -> None:
    withdrawn = given(ASKED).when(person.tells(ReviewRequestWithdrawn(review="v1"), "2024-05-10"))
    withdrawn.owes(AS_REQUESTED, "v1", as_at="2024-07-01", standing=DutyStanding.ENDED)


def test_to_grant_a_review_is_not_to_hold_it() -> None:
    granted = request_refused(decision=decided(RequestAnswer.REVIEW))
    given(ASKED).when(council.decides(granted, "2024-05-10")).then(ReviewRequestAnswered).breaches().owes(
        AS_REQUESTED, "v1", as_at="2024-06-13", standing=DutyStanding.LATE
    )


def test_the_old_law_knew_no_duty_to_review_on_request() -> None:
    given(person.tells(review_requested(), "2015-03-31")).owes_no_duty_to(AS_REQUESTED, as_at="2016-06-01")
    supported = given(
        council.tells(OldLawSupportRecorded(), "2015-03-31"), person.tells(review_requested(), "2016-03-31")
    )
    supported.owes_no_duty_to(AS_REQUESTED, as_at="2016-06-01")
    given(person.tells(review_requested(), "2015-04-01")).owes(AS_REQUESTED, "v1", as_at="2015-04-01")


# A change, and a crisis


def test_a_change_calls_for_a_review_and_no_crisis() -> None:
    changed = given(council.tells(circumstances(what=WhatChanged.HEALTH), "2024-05-01"))
    changed.owes(AFTER_A_CHANGE, "v1", as_at="2024-06-12", last_day="2024-06-12")
    changed.owes_no_duty_to(CRISIS, as_at="2024-06-12")


def test_a_crisis_of_somebody_without_a_plan_is_answered_and_calls_for_no_review() -> None:
    changed = given(council.tells(circumstances(what=WhatChanged.CARER_UNABLE, no_plan=True), "2024-05-01"))
    changed.owes(CRISIS, "v1", as_at="2024-05-04", last_day="2024-05-04")
    changed.owes_no_duty_to(AFTER_A_CHANGE, as_at="2024-06-12")


@pytest.mark.parametrize(
    ("told", "owed"),
    [
        ({"crisis": True}, True),
        ({"what": WhatChanged.CRISIS}, True),
        ({"what": WhatChanged.CARER_UNABLE}, True),
        ({"what": WhatChanged.CARER_UNABLE, "crisis": False}, False),
        ({"what": WhatChanged.CARER}, False),
    ],
)
def test_a_carer_who_cannot_go_on_is_a_crisis_unless_it_is_said_that_it_is_none(
    told: dict[str, object], owed: bool
) -> None:
    record = given(council.tells(circumstances(**told), "2024-05-01"))
    assert bool(record.duties(CRISIS)) is owed


def test_a_crisis_is_answered_within_three_days_and_the_review_stays_owed() -> None:
    record = given(council.tells(circumstances(crisis=True), "2024-05-01"))
    record.owes(CRISIS, "v1", as_at="2024-05-04", last_day="2024-05-04")
    record.owes(CRISIS, "v1", as_at="2024-05-05", standing=DutyStanding.LATE, late_since="2024-05-05")
    assert record.duty(CRISIS).mark.force is Force.LOCAL
    answer = CrisisAnswered(review="v1", how=CrisisAnswer.URGENT_SUPPORT)
    answered = record.when(council.tells(answer, "2024-05-01")).then(CrisisAnswered)
    answered.owes(CRISIS, "v1", as_at="2024-05-01", standing=DutyStanding.MET)
    answered.owes(AFTER_A_CHANGE, "v1", as_at="2024-05-05")


def test_one_review_does_what_a_change_and_a_request_called_for() -> None:
    record = given(
        council.tells(circumstances(crisis=True), "2024-05-01"), person.tells(review_requested(), "2024-05-02")
    )
    done = record.when(council.decides(reviewed(), "2024-05-03")).then(ReviewCompleted).flags()
    for duty in (CRISIS, AFTER_A_CHANGE, AS_REQUESTED):
        done.owes(duty, "v1", as_at="2024-05-03", standing=DutyStanding.MET)


# The first look, and every year


def test_the_first_look_is_due_eight_weeks_after_the_plan_and_to_be_watched_after_six() -> None:
    record = given(PLAN)
    first = record.duty(FIRST_LOOK)
    assert (first.warn_day, first.last_day) == (day("2024-06-12"), day("2024-06-26"))
    assert first.mark.force is Force.STATUTORY_GUIDANCE
    record.owes(FIRST_LOOK, as_at="2024-06-26").owes(
        FIRST_LOOK, as_at="2024-06-27", standing=DutyStanding.LATE, late_since="2024-06-27"
    )


def test_a_service_of_the_council_is_looked_at_too_and_the_plan_begins_the_clock_again() -> None:
    record = given(PLAN, council.tells(service(), "2024-04-20"))
    assert [one.last_day for one in record.duties(FIRST_LOOK)] == [day("2024-06-15"), day("2024-06-26")]
    later = given(PLAN, council.tells(service(), "2024-05-20"))
    later.owes(FIRST_LOOK, as_at="2024-06-01", last_day="2024-06-26")
    given(council.tells(service(commissioned=False), "2024-04-20")).owes_no_duty_to(FIRST_LOOK, as_at="2024-05-01")
    given(council.tells(service(plan=None), "2024-04-20")).owes_no_duty_to(FIRST_LOOK, as_at="2024-07-01")
    for_a_carer = service(kind=ServiceKind.CARER_SUPPORT)
    given(council.tells(for_a_carer, "2024-04-20")).owes_no_duty_to(FIRST_LOOK, as_at="2024-05-01")


def test_the_first_year_runs_from_the_first_look() -> None:
    record = given(PLAN).owes(EVERY_YEAR, as_at="2025-05-01", last_day="2025-05-01")
    looked = record.when(council.decides(reviewed(), "2024-06-20")).then(ReviewCompleted)
    looked.owes(FIRST_LOOK, as_at="2024-06-20", standing=DutyStanding.MET)
    before, after = looked.duties(EVERY_YEAR)
    assert (before.met_on, after.last_day) == (day("2024-06-20"), day("2025-06-20"))
    assert after.late_since(day("2025-06-20")) is None
    assert after.late_since(day("2025-06-21")) == day("2025-06-21")


def test_a_year_from_the_last_day_of_february() -> None:
    given(council.records(plan_agreed(), "2024-02-29")).owes(EVERY_YEAR, as_at="2024-03-01", last_day="2025-02-28")


def test_a_new_plan_begins_both_clocks_again() -> None:
    record = given(PLAN, council.records(plan_agreed(plan="plan-2", follows="plan-1"), "2024-06-01"))
    assert [one.last_day for one in record.duties(FIRST_LOOK)] == [day("2024-06-26"), day("2024-07-27")]
    assert [one.standing(day("2024-06-01")) for one in record.duties(FIRST_LOOK)] == [
        DutyStanding.ENDED,
        DutyStanding.OWED,
    ]
    assert [one.last_day for one in record.duties(EVERY_YEAR)] == [day("2025-05-01"), day("2025-06-01")]


def test_a_reassessment_ends_the_year_and_the_plan_that_follows_begins_it_again() -> None:
    record = given(PLAN, council.records(completed(), "2025-03-01"))
    record.owes(EVERY_YEAR, as_at="2025-06-01", standing=DutyStanding.MET)
    record.owes(FIRST_LOOK, as_at="2025-06-01", standing=DutyStanding.LATE)
    again = record.when(council.records(plan_agreed(plan="plan-2"), "2025-03-20"))
    assert [one.last_day for one in again.duties(EVERY_YEAR)] == [day("2025-05-01"), day("2026-03-20")]


def test_what_ends_support_or_the_case_ends_the_clock_and_keeps_what_was_late() -> None:
    ended = given(PLAN).when(council.decides(reviewed(ReviewOutcome.ENDED), "2025-01-10")).then(ReviewCompleted)
    ended.owes(EVERY_YEAR, as_at="2030-01-01", standing=DutyStanding.MET)
    shut = given(PLAN).when(council.records(closed(), "2025-01-10"))
    shut.owes(EVERY_YEAR, as_at="2030-01-01", standing=DutyStanding.ENDED)
    late = given(PLAN).when(council.tells(PersonDied(), "2025-05-02"))
    late.owes(EVERY_YEAR, as_at="2030-01-01", standing=DutyStanding.ENDED_LATE, late_since="2025-05-02")


@pytest.mark.parametrize("goes_on", [LeftOpen.PLAN, LeftOpen.SERVICES])
def test_a_case_that_is_closed_while_support_goes_on_is_reviewed_every_year(goes_on: LeftOpen) -> None:
    shut = given(PLAN).when(council.records(closed(left_open=(goes_on,)), "2025-01-10")).then(CaseClosed)
    shut.owes(EVERY_YEAR, as_at="2025-05-02", standing=DutyStanding.LATE)
    shut.owes(FIRST_LOOK, as_at="2025-05-02", standing=DutyStanding.LATE)


def test_a_change_is_met_by_the_plan_that_was_revised_for_it_and_not_by_the_one_before() -> None:
    record = given(PLAN, council.tells(circumstances(), "2024-08-01"))
    record.owes(AFTER_A_CHANGE, "v1", as_at="2024-09-13", standing=DutyStanding.LATE)
    revised = record.when(council.records(plan_agreed(plan="plan-2", follows="plan-1"), "2024-09-01"))
    revised.owes(AFTER_A_CHANGE, "v1", as_at="2030-01-01", standing=DutyStanding.MET)
    same_day = given(council.tells(circumstances(), "2024-05-01"), PLAN)
    same_day.owes(AFTER_A_CHANGE, "v1", as_at="2024-06-01", standing=DutyStanding.MET)


def test_a_carers_plan_has_clocks_of_its_own() -> None:
    record = given(PLAN, council.records(carers_plan_agreed(), "2024-05-10"))
    done = record.when(council.decides(carers_reviewed(), "2024-06-20")).then(ReviewCompleted)
    done.owes(FIRST[Whose.CARER], as_at="2024-06-20", standing=DutyStanding.MET)
    done.owes(FIRST_LOOK, as_at="2024-06-27", standing=DutyStanding.LATE)
    assert [one.last_day for one in done.duties(YEARLY[Whose.CARER])] == [day("2025-05-10"), day("2025-06-20")]


def test_a_review_is_owed_to_whose_plan_it_is() -> None:
    for whose, plan, held, to in (
        (Whose.ADULT, plan_agreed(), reviewed(), "the adult"),
        (Whose.CARER, carers_plan_agreed(), carers_reviewed(), "the carer"),
    ):
        record = given(council.records(plan, "2024-05-01"), council.records(held, "2024-06-01"))
        assert {duty.mark.owed_to for one in (FIRST, YEARLY) for duty in record.duties(one[whose])} == {to}


def test_before_the_care_act_services_are_reviewed_in_three_months_and_then_every_year() -> None:
    record = given(council.tells(service(), "2012-05-01"))
    record.owes(FIRST_LOOK, as_at="2012-08-01", last_day="2012-08-01")
    record.owes(FIRST_LOOK, as_at="2012-08-02", standing=DutyStanding.LATE, late_since="2012-08-02")
    assert record.duty(FIRST_LOOK).mark.confidence == "from memory, not checked"
    held = record.when(council.decides(reviewed(), "2012-07-15")).then(ReviewCompleted).breaches()
    held.owes(EVERY_YEAR, as_at="2013-07-15", last_day="2013-07-15")
    held.owes(EVERY_YEAR, as_at="2013-07-16", standing=DutyStanding.LATE, late_since="2013-07-16")


def test_before_the_care_act_a_plan_begins_the_year_as_a_review_does() -> None:
    planned = given(council.records(plan_agreed(), "2012-05-01"))
    planned.owes(EVERY_YEAR, as_at="2013-05-01", last_day="2013-05-01")
    planned.owes(EVERY_YEAR, as_at="2013-05-02", standing=DutyStanding.LATE, late_since="2013-05-02")


@pytest.mark.parametrize("told", [{"commissioned": False}, {"kind": ServiceKind.CARER_SUPPORT}])
def test_before_the_care_act_only_the_adults_services_from_the_council_are_reviewed(told: dict[str, object]) -> None:
    given(council.tells(service(**told), "2012-05-01")).owes_no_duty_to(FIRST_LOOK, as_at="2013-05-01")


def test_before_the_care_act_a_review_that_ends_support_or_is_a_carers_begins_no_year() -> None:
    for held in (reviewed(ReviewOutcome.ENDED), carers_reviewed()):
        record = given(council.tells(service(), "2012-05-01"), council.decides(held, "2012-07-15"))
        record.owes_no_duty_to(EVERY_YEAR, as_at="2014-05-01")


def test_whoever_was_supported_before_keeps_the_old_clock_until_the_order_ends_it() -> None:
    old = council.tells(OldLawSupportRecorded(), "2015-03-31")
    before = given(old, council.tells(service(), "2016-03-31"))
    assert before.duty(FIRST_LOOK).last_day == day("2016-06-30")
    after = given(old, council.tells(service(), "2016-04-01"))
    assert after.duty(FIRST_LOOK).last_day == day("2016-05-27")


@keeps(a_review_is_planned_in_time)
def test_a_review_is_planned_for_its_last_day() -> None:
    for last in (25, 26):
        planned = ReviewPlanned(review="v9", planned_for=date(2024, 6, last))
        given(PLAN).when(council.tells(planned, "2024-05-02")).then(ReviewPlanned).flags()


@keeps(a_review_is_planned_in_time)
def test_a_review_without_a_day_or_of_nothing_that_is_owed_is_not_late() -> None:
    some_day = ReviewPlanned(review="v9", planned_for=date(2030, 6, 26))
    given().when(council.tells(some_day, "2024-05-02")).flags().concludes("CA-27-03")
    given(PLAN).when(council.tells(ReviewPlanned(review="v9"), "2024-05-02")).flags().concludes("CA-27-03")


@breaks(a_review_is_planned_in_time)
def test_a_review_that_is_planned_too_late_is_flagged_when_it_is_planned() -> None:
    planned = ReviewPlanned(review="v9", planned_for=date(2024, 6, 27))
    given(PLAN).when(council.tells(planned, "2024-05-02")).then(ReviewPlanned).flags("CA-27-03").owes(
        FIRST_LOOK, as_at="2024-06-26"
    )


# What a review finds


@breaks(those_concerned_take_part)
def test_a_review_without_those_concerned_breaks_the_act() -> None:
    alone = LOOKED_AT.model_copy(update={"involved": False})
    given().when(council.decides(reviewed(facts=alone), "2024-05-01")).then(ReviewCompleted).breaches("CA-27-06")


@keeps(a_review_looks_at_outcomes)
def test_what_was_not_told_of_a_review_is_not_read_as_no() -> None:
    given().when(council.decides(reviewed(facts=ReviewFacts()), "2024-05-01")).then(ReviewCompleted).breaches().flags()


@breaks(a_review_looks_at_outcomes)
def test_a_review_that_looked_at_no_outcome_is_flagged() -> None:
    costs = LOOKED_AT.model_copy(update={"outcomes_looked_at": False})
    given().when(council.decides(reviewed(facts=costs), "2024-05-01")).then(ReviewCompleted).flags("CA-27-07")


@breaks(a_review_says_what_it_came_to)
def test_a_review_whose_outcome_is_not_told_is_flagged_and_counts() -> None:
    untold = given(ASKED).when(council.records(reviewed(ReviewOutcome.NOT_TOLD), "2024-05-10"))
    untold.concludes("REV-01", Outcome.CANNOT_TELL)
    untold.flags("REV-01").owes(AS_REQUESTED, "v1", as_at="2024-05-10", standing=DutyStanding.MET)


@keeps(support_is_lessened_only_after_a_change, a_review_that_lessens_support_says_what_changed)
@pytest.mark.parametrize("extent", [Reassessment.DONE, Reassessment.NOT_APPROPRIATE])
def test_support_is_lessened_where_circumstances_changed_and_as_much_as_needed_was_reassessed(
    extent: Reassessment,
) -> None:
    facts = CHANGED.model_copy(update={"reassessment": extent})
    event = reviewed(ReviewOutcome.DECREASE, facts=facts)
    given().when(council.decides(event, "2024-05-01")).then(ReviewCompleted).breaches().flags()


@breaks(support_is_lessened_only_after_a_change)
@pytest.mark.parametrize("outcome", [ReviewOutcome.DECREASE, ReviewOutcome.ENDED])
@pytest.mark.parametrize(
    "told", [{"circumstances_changed": False}, {"reassessment": Reassessment.TO_FOLLOW}], ids=["no change", "too soon"]
)
def test_support_is_not_lessened_for_no_change_or_before_reassessing(
    outcome: ReviewOutcome, told: dict[str, object]
) -> None:
    event = reviewed(outcome, facts=CHANGED.model_copy(update=told))
    given().when(council.decides(event, "2024-05-01")).then(ReviewCompleted).breaches("CA-27-04")


@breaks(a_review_that_lessens_support_says_what_changed)
def test_a_decrease_that_does_not_say_what_changed_is_flagged() -> None:
    event = reviewed(ReviewOutcome.DECREASE, facts=CHANGED.model_copy(update={"circumstances_changed": None}))
    given().when(council.decides(event, "2024-05-01")).then(ReviewCompleted).breaches().flags("CA-27-04")


def test_a_change_leaves_the_revised_plan_and_the_reassessment_owed() -> None:
    facts = CHANGED.model_copy(update={"reassessment": Reassessment.TO_FOLLOW, "plan_revised": None})
    record = given(council.decides(reviewed(ReviewOutcome.INCREASE, facts=facts), "2024-05-01"))
    record.owes("revise the plan after a review", as_at="2024-06-01", last_day=None)
    record.owes("reassess the adult after a review", as_at="2024-06-01", last_day=None)
    done = record.when(council.records(completed(), "2024-05-20"), council.records(plan_agreed(), "2024-05-25"))
    done.owes("revise the plan after a review", as_at="2024-06-01", standing=DutyStanding.MET)
    done.owes("reassess the adult after a review", as_at="2024-06-01", standing=DutyStanding.MET)


def test_a_plan_that_was_revised_with_the_review_leaves_nothing_owed() -> None:
    record = given(council.decides(reviewed(ReviewOutcome.INCREASE, facts=CHANGED), "2024-05-01"))
    record.owes_no_duty_to("revise the plan after a review", as_at="2024-06-01")
    record.owes_no_duty_to("reassess the adult after a review", as_at="2024-06-01")


def test_the_outcome_of_a_review_is_told() -> None:
    record = given(council.decides(reviewed(), "2024-05-01"))
    record.owes("tell the outcome of the review", "v1", as_at="2024-05-15", last_day="2024-05-15")
    told = record.when(council.tells(ReviewOutcomeGiven(review="v1"), "2024-05-15")).then(ReviewOutcomeGiven)
    told.owes("tell the outcome of the review", "v1", as_at="2024-05-16", standing=DutyStanding.MET)


def test_a_change_typed_in_after_the_review_that_it_called_for_is_met_by_it() -> None:
    record = given(council.decides(reviewed(), "2024-05-20"))
    late = record.when(council.tells(circumstances(), "2024-05-01", recorded="2024-06-30")).then(CircumstancesChanged)
    late.owes(AFTER_A_CHANGE, "v1", as_at="2024-06-30", standing=DutyStanding.MET)
