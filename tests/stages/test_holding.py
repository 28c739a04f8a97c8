"""Who holds a case: given, handed over, waiting for a worker, looked at again, supervised."""

from __future__ import annotations

from datetime import date

import pytest

from swp_domain.actor import BodyKind, Role
from swp_domain.admission import standing_on
from swp_domain.case.events import (
    CaseAllocated,
    CaseClosed,
    CaseHandedOver,
    CaseReopened,
    ClosureTold,
    SupervisionHeld,
    WaitRechecked,
    WorkerWithdrawn,
)
from swp_domain.case.holding import (
    a_closed_case_is_opened_before_it_is_given,
    a_handover_is_known_at_both_ends,
    a_look_at_somebody_who_waits_says_when_the_next_is,
    nobody_supervises_themselves,
    only_a_closed_case_is_opened_again,
    who_holds_a_case_is_supervised,
)
from swp_domain.case.state import CaseState
from swp_domain.case.vocabulary import ClosureOutcome
from swp_domain.case_file import CaseFile
from swp_domain.duty import DutyStanding
from swp_domain.event import Event
from swp_domain.next_steps import next_steps
from tests.cast import DELEGATE, PRACTICE, council, joined, somebody
from tests.papers import closed
from tests.telling import Record, breaks, day, given, keeps

ANOTHER, LOOK, TELL = (
    "give the case another worker, or close it",
    "look again at an adult who waits",
    "tell the adult that the case was closed",
)
TEAM = CaseAllocated(team="north")
ADA = CaseAllocated(team="north", worker="ada")


def held(record: Record, as_at: str | None = None) -> CaseState:
    file = record.file(as_at=as_at)
    assert isinstance(file, CaseFile)
    return file.case


# Given, and left without a worker


def test_a_case_is_with_its_worker_since_they_got_it_whatever_team_they_are_in() -> None:
    record = given(
        council.tells(ADA, "2024-05-01"),
        council.tells(CaseHandedOver(team="south", worker="ada"), "2024-06-01"),
        council.tells(CaseHandedOver(team="south", worker="ben"), "2024-07-01"),
    )
    assert (held(record, "2024-06-10").team, held(record, "2024-06-10").held_since) == ("south", day("2024-05-01"))
    assert (held(record).worker, held(record).held_since) == ("ben", day("2024-07-01"))


def test_an_open_case_that_loses_its_worker_gets_another_within_two_weeks() -> None:
    lost = given(council.tells(ADA, "2024-05-01")).when(council.tells(WorkerWithdrawn(worker="ada"), "2024-06-03"))
    assert (held(lost).worker, held(lost).team, held(lost).waits_since) == (None, "north", day("2024-06-03"))
    lost.owes(ANOTHER, as_at="2024-06-17", last_day="2024-06-17")
    lost.owes(ANOTHER, as_at="2024-06-18", standing=DutyStanding.LATE, late_since="2024-06-18")
    found = lost.when(council.tells(CaseAllocated(team="north", worker="ben"), "2024-06-17"))
    found.owes(ANOTHER, as_at="2024-07-30", standing=DutyStanding.MET)
    again = found.when(council.tells(WorkerWithdrawn(), "2024-09-02"))
    assert [one.last_day for one in again.duties(ANOTHER)] == [day("2024-06-17"), day("2024-09-16")]


def test_a_worker_found_on_the_day_the_other_left_leaves_nothing_owed() -> None:
    for first, second in ((WorkerWithdrawn(), ADA), (TEAM, ADA)):
        record = given(council.tells(first, "2024-06-03"), council.tells(second, "2024-06-03"))
        assert all(one.met_on == day("2024-06-03") for one in record.file().ledger)


def test_who_waits_longer_waits_since_the_beginning() -> None:
    record = given(council.tells(TEAM, "2024-05-01"), council.tells(CaseAllocated(team="south"), "2024-06-01"))
    assert (held(record).waits_since, held(record).team) == (day("2024-05-01"), "south")


def test_nobody_is_withdrawn_from_a_closed_case() -> None:
    record = given(council.tells(ADA, "2024-05-01"), council.decides(closed(), "2024-05-20"))
    after = record.when(council.tells(WorkerWithdrawn(), "2024-06-01"))
    assert (held(after).worker, held(after).waits_since) == ("ada", None)


# Looking again


@keeps(a_look_at_somebody_who_waits_says_when_the_next_is)
def test_who_waits_is_looked_at_within_four_weeks_and_then_by_the_day_set() -> None:
    waits = given(council.tells(TEAM, "2024-05-01")).owes(LOOK, as_at="2024-05-29", last_day="2024-05-29")
    waits.owes(LOOK, as_at="2024-05-30", standing=DutyStanding.LATE)
    look = WaitRechecked(safe_to_wait=True, look_again_by=date(2024, 6, 10))
    looked = waits.when(council.tells(look, "2024-05-29")).then(WaitRechecked).flags()
    first, second = looked.duties(LOOK)
    assert (first.met_on, second.last_day, second.met_on) == (day("2024-05-29"), day("2024-06-10"), None)
    state = held(looked)
    assert (state.rechecked_on, state.look_again_by) == (day("2024-05-29"), day("2024-06-10"))
    assert second.late_since(day("2024-06-11")) == day("2024-06-11")
    given_to = looked.when(council.tells(ADA, "2024-06-05"))
    assert [one.met_on for one in given_to.duties(LOOK)] == [day("2024-05-29"), day("2024-06-05")]
    assert held(given_to).look_again_by is None


@breaks(a_look_at_somebody_who_waits_says_when_the_next_is)
def test_a_look_that_says_nothing_is_flagged() -> None:
    waits = given(council.tells(TEAM, "2024-05-01"))
    waits.when(council.tells(WaitRechecked(), "2024-05-20")).flags("CASE-07", "CASE-07")
    same_day = WaitRechecked(safe_to_wait=True, look_again_by=date(2024, 5, 20))
    waits.when(council.tells(same_day, "2024-05-20")).flags()
    past = WaitRechecked(safe_to_wait=True, look_again_by=date(2024, 5, 19))
    waits.when(council.tells(past, "2024-05-20")).finds(
        "The record of a case, waiting: not met on 20 May 2024; not shown: (1) a day to look again; "
        "but look_again_by, 2024-05-19, is past."
    )


def test_an_adult_who_is_not_safe_to_wait_gets_a_worker_in_three_days() -> None:
    waits = given(council.tells(TEAM, "2024-05-01"))
    unsafe = waits.when(council.tells(WaitRechecked(safe_to_wait=False), "2024-05-20")).flags("CASE-07")
    unsafe.owes(ANOTHER, as_at="2024-05-23", last_day="2024-05-23")
    unsafe.owes(ANOTHER, as_at="2024-05-24", standing=DutyStanding.LATE)


# Handing over, supervising


@keeps(a_handover_is_known_at_both_ends)
def test_a_handover_tells_the_next_worker_what_to_know() -> None:
    hands = CaseHandedOver(team="north", worker="ben", from_worker="ada", handover="Invented: ring the daughter first.")
    given(council.tells(ADA, "2024-05-01")).when(council.tells(hands, "2024-06-01")).then(CaseHandedOver).flags()


@breaks(a_handover_is_known_at_both_ends)
def test_a_handover_from_somebody_else_or_of_nothing_is_flagged() -> None:
    record = given(council.tells(ADA, "2024-05-01"))
    record.when(council.tells(CaseHandedOver(team="north", worker="ben"), "2024-06-01")).flags("CASE-10")
    for early in ("aaron", "eve"):
        other = CaseHandedOver(team="north", worker="ben", from_worker=early, handover="Invented.")
        record.when(council.tells(other, "2024-06-01")).flags("CASE-10")
    strange = CaseHandedOver(team="north", worker="ben", from_worker="eve", handover="Invented.")
    record.when(council.tells(strange, "2024-06-01")).finds(
        "The record of a case, handing over: not met on 1 June 2024; not shown: (1) it comes from who holds the case; "
        "but from_worker is eve, and ada holds the case."
    )


@keeps(who_holds_a_case_is_supervised)
@breaks(who_holds_a_case_is_supervised)
def test_whoever_of_a_practice_holds_a_case_is_supervised_by_a_registered_social_worker() -> None:
    loose = somebody(BodyKind.PRACTICE, Role.CASE_WORKER, "loose", PRACTICE)
    record = given(DELEGATE, joined(loose, "2020-01-01"))

    def flags(worker: str) -> list[str]:
        after = record.when(council.tells(CaseAllocated(team="north", worker=worker), "2024-05-01"))
        return [one.rule for one in after.findings if one.contradiction]

    assert flags("loose") == ["GOV-13"]
    for worker in ("advice-officer", "practice-worker", "administrator", "nobody-known"):
        assert flags(worker) == [], worker


@keeps(nobody_supervises_themselves)
@breaks(nobody_supervises_themselves)
def test_nobody_supervises_themselves() -> None:
    record = given(council.tells(ADA, "2024-05-01"))
    held_on = record.when(council.tells(SupervisionHeld(worker="ada", supervisor="eve"), "2024-06-01")).flags()
    assert held(held_on).supervised_on == day("2024-06-01")
    record.when(council.tells(SupervisionHeld(worker="ada", supervisor="aaron"), "2024-06-01")).flags()
    record.when(council.tells(SupervisionHeld(worker="ada", supervisor="ada"), "2024-06-01")).flags("GOV-13")


# Closed, told, and opened again


def test_every_closure_stays_with_when_why_and_by_whom() -> None:
    record = given(
        council.tells(ADA, "2024-05-01"),
        council.decides(closed(), "2024-05-20"),
        council.tells(ClosureTold(), "2024-05-22"),
        council.tells(CaseReopened(why="Invented: a fall."), "2024-07-01"),
        council.decides(closed(ClosureOutcome.MOVED), "2024-09-01"),
    )
    first, second = held(record).closures
    assert (first.on, first.told_on, first.reopened_on, first.reopened_by) == (
        day("2024-05-20"),
        day("2024-05-22"),
        day("2024-07-01"),
        "council-worker",
    )
    assert first.decision.reasons == "As discussed."
    assert first.reopening is not None
    assert first.reopening.why == "Invented: a fall."
    assert (second.decision.outcome, second.reopened_on) == (ClosureOutcome.MOVED, None)
    assert held(record).closed_on == day("2024-09-01")
    assert held(record, "2024-08-01").closed_on is None
    assert (held(record, "2024-08-01").worker, held(record, "2024-08-01").waits_since) == (None, day("2024-07-01"))


def test_the_adult_is_told_of_a_closure_within_two_weeks_and_of_the_next_one_too() -> None:
    record = given(council.decides(closed(), "2024-05-20")).owes(TELL, as_at="2024-06-03", last_day="2024-06-03")
    record.owes(TELL, as_at="2024-06-04", standing=DutyStanding.LATE)
    record.when(council.tells(ClosureTold(), "2024-05-20")).owes(TELL, as_at="2024-06-04", standing=DutyStanding.MET)
    again = given(
        council.decides(closed(), "2024-05-20"),
        council.tells(ClosureTold(), "2024-05-20"),
        council.tells(CaseReopened(), "2024-07-01"),
        council.decides(closed(), "2024-09-01"),
    )
    assert [(one.opened_on, one.met_on) for one in again.duties(TELL)] == [
        (day("2024-05-20"), day("2024-05-20")),
        (day("2024-09-01"), None),
    ]
    given(council.decides(closed(ClosureOutcome.DIED), "2024-05-20")).owes_no_duty_to(TELL, as_at="2024-06-30")


def test_what_another_body_closes_is_not_our_case() -> None:
    team = somebody(BodyKind.NHS_BODY, body="Home treatment team")
    record = given(council.tells(ADA, "2024-05-01"), team.decides(closed(), "2024-05-20"))
    assert held(record).closures == ()


@breaks(a_closed_case_is_opened_before_it_is_given)
@keeps(a_closed_case_is_opened_before_it_is_given)
def test_giving_a_closed_case_to_somebody_is_flagged_and_opens_it() -> None:
    record = given(council.decides(closed(), "2024-05-20"))
    after = record.when(council.tells(ADA, "2024-09-01")).then(CaseAllocated).flags("CASE-05")
    assert (held(after).closed_on, held(after).worker) == (None, "ada")
    record.when(council.tells(CaseReopened(), "2024-09-01")).when(council.tells(ADA, "2024-09-01")).flags()


@breaks(only_a_closed_case_is_opened_again)
@keeps(only_a_closed_case_is_opened_again)
def test_only_what_is_closed_is_opened_again_or_told_to_be() -> None:
    for event in (CaseReopened(), ClosureTold()):
        given(council.tells(ADA, "2024-05-01")).when(council.tells(event, "2024-05-02")).flags("CASE-05")
        given(council.decides(closed(), "2024-05-01")).when(council.tells(event, "2024-05-02")).flags()


@breaks(only_a_closed_case_is_opened_again)
@keeps(only_a_closed_case_is_opened_again)
def test_a_closure_may_still_be_told_when_the_case_is_open_again_and_it_is_not_opened_twice() -> None:
    record = given(council.decides(closed(), "2024-05-01"), council.tells(CaseReopened(), "2024-06-01"))
    record.when(council.tells(ClosureTold(), "2024-06-02")).flags()
    record.when(council.tells(CaseReopened(), "2024-06-02")).flags("CASE-05")


# What is offered


@pytest.mark.parametrize(
    ("before", "offered", "withheld"),
    [
        ((), {CaseAllocated, CaseClosed, WaitRechecked}, {CaseReopened, ClosureTold, WorkerWithdrawn, SupervisionHeld}),
        ((ADA,), {WorkerWithdrawn, CaseHandedOver, SupervisionHeld, CaseClosed}, {CaseReopened, WaitRechecked}),
        ((ADA, closed()), {CaseReopened, ClosureTold, CaseAllocated}, {CaseClosed, CaseHandedOver, WorkerWithdrawn}),
        ((ADA, closed(), ClosureTold()), {CaseReopened}, {CaseClosed, ClosureTold}),
        ((ADA, closed(), CaseReopened()), {CaseClosed, WaitRechecked}, {CaseReopened, ClosureTold}),
    ],
)
def test_what_is_offered_fits_how_the_case_stands(
    before: tuple[Event, ...], offered: set[type[Event]], withheld: set[type[Event]]
) -> None:
    record = given(*(council.tells(one, f"2024-05-0{on}") for on, one in enumerate(before, start=1)))
    found = {
        one.event
        for one in next_steps(record.file(), council.who(day("2024-06-01")), standing_on(day("2024-06-01"), {}))
    }
    assert offered <= found
    assert not withheld & found
