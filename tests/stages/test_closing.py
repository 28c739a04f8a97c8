"""Who the adult is, what closing their case leaves, and what their death changes."""

from __future__ import annotations

from typing import Any

import pytest

from swp_domain.case.events import (
    CaseAllocated,
    CaseClosed,
    CaseReopened,
    PersonDied,
    PersonRegistered,
    WorkerWithdrawn,
)
from swp_domain.case.rules import (
    a_case_is_closed_once,
    a_closure_leaves_nothing_owed,
    a_closure_says_what_goes_on,
    a_death_is_told_once_and_before_a_case_ends_with_it,
    one_adult_has_one_number_and_one_birth,
    what_comes_to_a_closed_case_opens_it,
    what_needs_a_living_adult_comes_before_their_death,
)
from swp_domain.case.vocabulary import ClosureOutcome, LeftOpen
from swp_domain.case_file import CaseFile
from swp_domain.event import Event
from swp_domain.hospital.events import DischargePlanningBegan
from swp_domain.law.care_act_2014.s37_moving import MoveFacts
from swp_domain.party import Whose
from swp_domain.planning.events import (
    CareAndSupportPlanAgreed,
    NotMeetingNeedsDecided,
    PlanCopyGiven,
    ServiceEnded,
    ServiceStarted,
)
from swp_domain.planning.vocabulary import NotMeetingGround, PlanOutcome
from swp_domain.residence.events import PersonMoved
from tests.cast import council, person
from tests.papers import closed, completed, concern, decided, determined, referral, request
from tests.telling import Said, Then, breaks, day, given, keeps

PLAN = CareAndSupportPlanAgreed(plan="pl1", decision=decided(PlanOutcome.AGREED))
SERVICE = ServiceStarted(service="s1")
NEEDS = (
    person.tells(request(), "2024-04-01"),
    council.records(completed(), "2024-04-20"),
    council.records(determined(), "2024-04-22"),
)


# Who the adult is


def test_who_the_adult_was_stays_and_what_is_not_told_again_stays_as_it_was() -> None:
    record = given(
        council.tells(PersonRegistered(name_family="Invented", birth_year=1941, address="1 Old Road"), "2024-05-01"),
        council.tells(PersonRegistered(address="2 New Road"), "2024-06-01"),
    )
    file = record.file()
    assert isinstance(file, CaseFile)
    now = file.case.registered
    assert now is not None
    assert (now.name_family, now.birth_year, now.address) == ("Invented", 1941, "2 New Road")
    assert [(on, one.address) for on, one in file.case.registrations] == [
        (day("2024-05-01"), "1 Old Road"),
        (day("2024-06-01"), "2 New Road"),
    ]
    assert file.grown_on(day("2024-06-01"))


@breaks(one_adult_has_one_number_and_one_birth)
@keeps(one_adult_has_one_number_and_one_birth)
def test_a_number_or_a_year_of_birth_that_differs_is_flagged_and_never_shown() -> None:
    record = given(council.tells(PersonRegistered(nhs_number="943 476 5919", birth_year=1941), "2024-05-01"))
    other = PersonRegistered(nhs_number="401 023 2137", birth_year=1942)
    record.when(council.tells(other, "2024-06-01")).flags("IDN-01").finds(
        "The record of a case, who the adult is: not met on 1 June 2024; not shown: "
        "(1) what never changes is the same; "
        "but not as on the file: nhs_number, birth_year; correct it, or note a possible duplicate."
    )
    record.when(council.tells(PersonRegistered(birth_year=1941, address="2 New Road"), "2024-06-01")).flags()


# Closing


def closing(*before: Said, outcome: ClosureOutcome = ClosureOutcome.NEEDS_MET, **told: Any) -> Then:
    return given(*before).when(council.records(closed(outcome, **told), "2024-06-01")).then(CaseClosed)


def left(after: Then) -> list[str]:
    return [one.contradiction for one in after.findings if one.rule == "CASE-03" and one.contradiction]


@breaks(a_closure_says_what_goes_on)
@keeps(a_closure_says_what_goes_on)
def test_a_closure_names_the_plan_and_the_services_that_go_on() -> None:
    running = (council.records(PLAN, "2024-05-01"), council.tells(SERVICE, "2024-05-02"))
    assert left(closing(*running)) == ["left_open does not name a plan in force and services that go on"]
    assert left(closing(*running, left_open=(LeftOpen.PLAN,))) == ["left_open does not name services that go on"]
    assert left(closing(*running, left_open=(LeftOpen.PLAN, LeftOpen.SERVICES))) == []
    assert left(closing(*running, outcome=ClosureOutcome.DIED)) == []
    assert left(closing(*running, council.tells(ServiceEnded(service="s1"), "2024-05-30"))) == []
    assert left(closing(council.tells(ServiceStarted(service="s1", commissioned=False), "2024-05-02"))) == []


def test_eligible_needs_are_met_answered_or_named() -> None:
    named = ["left_open does not name eligible needs not met"]
    assert left(closing(*NEEDS)) == named
    assert left(closing(*NEEDS, left_open=(LeftOpen.NEEDS,))) == []
    for outcome in (ClosureOutcome.DECLINED, ClosureOutcome.MOVED):
        assert left(closing(*NEEDS, outcome=outcome)) == []
    answer = NotMeetingNeedsDecided(determination="n1", decision=decided(NotMeetingGround.MET_BY_CARER))
    assert left(closing(*NEEDS, council.records(answer, "2024-05-01"))) == []
    before = council.records(PLAN, "2024-04-21")
    assert left(closing(*NEEDS, before, council.tells(SERVICE, "2024-05-01"),
                        council.tells(ServiceEnded(service="s1"), "2024-05-09"))) == named  # fmt: skip
    assert "eligible needs" not in str(left(closing(*NEEDS, council.records(PLAN, "2024-04-22"))))


def owed_still(after: Then) -> list[str]:
    return [one.contradiction for one in after.findings if one.rule == "CASE-02" and one.contradiction]


def test_a_review_that_is_not_due_ends_with_the_case_and_one_that_is_late_is_named() -> None:
    plan = (council.records(PLAN, "2024-05-01"), council.tells(PlanCopyGiven(plan="pl1"), "2024-05-02"))
    assert owed_still(closing(*plan)) == []
    late = given(*plan).when(council.records(closed(), "2024-07-01"))
    assert owed_still(late) == ["still owed: hold the first review of the plan"]


def test_what_another_council_or_a_hospital_owes_is_not_left_owed_by_ours() -> None:
    facts = MoveFacts(needs_met_by_first_council=True, second_council_told=True, second_council_satisfied=True)
    moved = council.tells(PersonMoved(move="m1", facts=facts), "2024-05-20")
    planning = council.tells(DischargePlanningBegan(admission="h1"), "2024-05-20")
    assert owed_still(closing(moved, planning, outcome=ClosureOutcome.MOVED)) == []
    assert owed_still(closing(moved)) == ["still owed: meet the needs from the day of the move"]


def test_the_latest_determination_is_the_one_that_is_answered_and_a_later_plan_answers_it() -> None:
    again = (
        council.records(completed(assessment="a2"), "2024-05-05"),
        council.records(determined(determination="n2", assessment="a2"), "2024-05-06"),
    )
    answer = NotMeetingNeedsDecided(determination="n1", decision=decided(NotMeetingGround.MET_BY_CARER))
    named = ["left_open does not name eligible needs not met"]
    assert left(closing(*NEEDS, *again, council.records(answer, "2024-05-07"))) == named
    ended = (council.tells(SERVICE, "2024-05-08"), council.tells(ServiceEnded(service="s1"), "2024-05-20"))
    assert left(closing(*NEEDS, council.records(PLAN, "2024-05-08"), *ended)) == []


@keeps(a_closure_leaves_nothing_owed)
def test_what_a_closure_answers_is_not_left_owed() -> None:
    lost = (council.tells(CaseAllocated(team="north"), "2024-05-01"), council.tells(WorkerWithdrawn(), "2024-05-20"))
    closing(*lost).flags()


@breaks(a_closure_leaves_nothing_owed)
def test_what_the_council_owes_stays_owed_whoever_moves_and_a_review_while_support_goes_on() -> None:
    asked = person.tells(request(), "2024-05-20")
    for outcome in (ClosureOutcome.NEEDS_MET, ClosureOutcome.MOVED):
        assert _owed(closing(asked, outcome=outcome)) == ["still owed: assess needs"]
    planned = council.records(PLAN, "2024-05-20")
    first = "hold the first review of the plan"
    assert first in str(_owed(closing(planned, left_open=(LeftOpen.PLAN,))))
    assert first not in str(_owed(closing(planned)))


def _owed(after: Then) -> list[str]:
    return [one.contradiction for one in after.findings if one.rule == "CASE-02" and one.contradiction]


@breaks(a_case_is_closed_once)
@keeps(a_case_is_closed_once)
def test_what_is_closed_is_not_closed_again() -> None:
    again = closing(council.decides(closed(), "2024-05-01"))
    assert [one.contradiction for one in again.findings if one.rule == "CASE-05" and one.contradiction] == [
        "it has been closed since 2024-05-01"
    ]
    closing().flags()


@breaks(what_comes_to_a_closed_case_opens_it)
@keeps(what_comes_to_a_closed_case_opens_it)
def test_what_comes_to_a_closed_case_asks_whether_it_is_open_again() -> None:
    record = given(council.decides(closed(), "2024-05-01"))
    for event in (referral(), request(), concern()):
        assert "CASE-05" in [one.rule for one in record.when(person.tells(event, "2024-06-01")).findings]
        for on in ("2024-04-30", "2024-05-01"):
            assert "CASE-05" not in [one.rule for one in record.when(person.tells(event, on)).findings]
        opened = record.when(council.tells(CaseReopened(), "2024-06-01"))
        assert "CASE-05" not in [one.rule for one in opened.when(person.tells(event, "2024-06-01")).findings]


# A death


@pytest.mark.parametrize("event", [CaseAllocated(team="north"), referral(), request(), SERVICE, PLAN])
@breaks(what_needs_a_living_adult_comes_before_their_death)
@keeps(what_needs_a_living_adult_comes_before_their_death)
def test_what_needs_a_living_adult_is_taken_and_flagged_after_their_death(event: Event) -> None:
    record = given(council.tells(PersonDied(), "2024-05-10"))
    after = record.when(council.records(event, "2024-05-11")).then(type(event))
    assert "CASE-08" in [one.rule for one in after.findings if one.contradiction]
    for on in ("2024-05-09", "2024-05-10"):
        alive = record.when(council.records(event, on)).then(type(event))
        assert "CASE-08" not in [one.rule for one in alive.findings if one.contradiction]
    carers = record.when(council.records(request(whose=Whose.CARER), "2024-05-11"))
    assert "CASE-08" not in [one.rule for one in carers.findings]


@breaks(a_death_is_told_once_and_before_a_case_ends_with_it)
@keeps(a_death_is_told_once_and_before_a_case_ends_with_it)
def test_a_death_is_told_once_and_is_there_when_a_case_ends_with_it() -> None:
    died = given(council.tells(PersonDied(), "2024-05-10"))
    twice = died.when(council.tells(PersonDied(), "2024-05-12")).flags("CASE-09")
    file = twice.file()
    assert isinstance(file, CaseFile)
    assert file.case.died_on == day("2024-05-10")
    died.when(council.decides(closed(ClosureOutcome.DIED), "2024-05-20")).flags()
    given().when(council.decides(closed(ClosureOutcome.DIED), "2024-05-20")).flags("CASE-09")
    given().when(council.tells(PersonDied(), "2024-05-10")).flags()
