"""Residence: care that follows a move, councils that differ, after-care, prison, and a provider that fails."""

from __future__ import annotations

from typing import Any

import pytest

from swp_domain.actor import BodyKind
from swp_domain.case_file import CaseFile
from swp_domain.duty import DutyStanding
from swp_domain.law.care_act_2014.s37_moving import MoveFacts
from swp_domain.law.care_act_2014.s39_residence import DeemingFacts, PlacedIn
from swp_domain.law.dates import Period
from swp_domain.law.finding import Outcome
from swp_domain.planning.events import ProviderFailed
from swp_domain.refusal import Unlawful
from swp_domain.residence.events import (
    AfterCareBegan,
    AfterCareEnded,
    ContinuityBegan,
    ContinuityStopped,
    CustodyBegan,
    CustodyEnded,
    DisputeArose,
    DisputeReferred,
    DisputeResolved,
    FailedProvidersNeedsMet,
    IntentionConfirmed,
    LegalArgumentsSent,
    MoveGivenUp,
    MoveInformationGiven,
    MoveNotified,
    NeedsMetForAnother,
    NeedsMetMeanwhile,
    OrdinaryResidenceDecided,
    OtherCouncilNotified,
    PersonMoved,
    ResponsibilityAssumed,
    SupportInterrupted,
)
from swp_domain.residence.rules import (
    a_dispute_interrupts_nothing,
    a_move_says_whether_care_follows,
    after_care_ends_by_both,
    after_care_follows_certain_detentions,
    deemed_residence_is_that_of_before,
    legal_arguments_come_in_time,
    somebody_in_prison_is_where_the_prison_is,
    the_second_council_takes_a_move_as_meant,
    those_concerned_say_how_needs_are_met,
    what_follows_somebody_is_not_stopped,
    who_leads_is_who_meets_the_needs,
)
from swp_domain.residence.state import ResidenceState
from swp_domain.residence.vocabulary import AfterCareEnd, ResidenceBasis
from tests.cast import COUNCIL, DELEGATE, council, other_council, person, practice, somebody
from tests.papers import decided
from tests.telling import Given, Record, Said, breaks, day, given, keeps

SOUTHMERE = "Southmere Council"
FOLLOWS = MoveFacts(needs_met_by_first_council=True, second_council_told=True, second_council_satisfied=True)
MEET = "meet the needs from the day of the move"
MEANWHILE = "meet the needs while councils differ"
REFER = "settle the dispute or refer it"


def state(record: Record, as_at: str | None = None) -> ResidenceState:
    file = record.file(as_at=as_at)
    assert isinstance(file, CaseFile)
    return file.residence


def notified(to: str = COUNCIL, on: str = "2024-05-01", left: str = "") -> Said:
    told = MoveNotified(move="m1", from_council=left, to_council=to, planned_for=day("2024-07-01"))
    return person.tells(told, on)


def confirmed(on: str = "2024-05-10") -> Said:
    return council.decides(IntentionConfirmed(move="m1", decision=decided(True)), on)


def moved(facts: MoveFacts = FOLLOWS, on: str = "2024-07-01") -> Said:
    return council.tells(PersonMoved(move="m1", facts=facts), on)


# Care follows a move


@keeps(the_second_council_takes_a_move_as_meant)
def test_the_council_of_the_new_area_takes_a_move_as_meant_and_owes_what_follows() -> None:
    after = (
        given(*DELEGATE, notified())
        .when(practice.decides(IntentionConfirmed(move="m1", decision=decided(True)), "2024-05-10"))
        .then(IntentionConfirmed)
        .owes("give information about the new area", "m1", as_at="2024-05-10", last_day="2024-05-24")
        .owes("tell the first council of the move", "m1", as_at="2024-05-10", last_day="2024-05-24")
        .owes("assess whoever moves in, and act on it", "m1", as_at="2024-05-10", last_day=None)
    )
    assert {one.mark.owner for one in after.file().ledger} == {"the second council"}


@breaks(the_second_council_takes_a_move_as_meant)
def test_the_first_council_does_not_decide_for_the_second() -> None:
    (
        given(*DELEGATE, notified(SOUTHMERE, left=COUNCIL))
        .when(confirmed())
        .refused(Unlawful)
        .in_these_words(
            "CA-37-06: Care Act 2014, s 37(1)(c): not met on 10 May 2024; not shown: (1) is the council of the new "
            "area; but it is decided by the council that is left. Record what the second council decided."
        )
    )


@breaks(the_second_council_takes_a_move_as_meant)
@keeps(the_second_council_takes_a_move_as_meant)
def test_which_council_is_the_second_is_not_guessed() -> None:
    yes = IntentionConfirmed(move="m1", decision=decided(True))
    for left, outcome in ((COUNCIL, None), ("Eastmere Council", Outcome.CANNOT_TELL), (SOUTHMERE, Outcome.CANNOT_TELL)):
        after = given(*DELEGATE, notified("Westmere Council", left=left)).when(confirmed())
        if outcome is None:
            after.refused(Unlawful, "CA-37-06")
        else:
            after.breaches().concludes("CA-37-06", outcome)
    given(*DELEGATE, notified(COUNCIL, left=SOUTHMERE)).when(confirmed()).concludes("CA-37-06", Outcome.MET)
    elsewhere = given(*DELEGATE, notified("Eastmere Council", left=SOUTHMERE)).when(confirmed())
    elsewhere.concludes("CA-37-06", Outcome.CANNOT_TELL)
    nobodys = given(notified(SOUTHMERE)).when(practice.records(yes, "2024-05-10"))
    nobodys.concludes("CA-37-06")
    given(*DELEGATE, notified("")).when(council.decides(yes, "2024-05-10")).breaches().concludes("CA-37-06")
    given(*DELEGATE).when(council.records(yes, "2024-05-10")).breaches().concludes("CA-37-06")
    theirs = given(*DELEGATE, notified(SOUTHMERE)).when(other_council.decides(yes, "2024-05-10"))
    theirs.breaches().concludes("CA-37-06")


def test_a_council_whose_name_is_written_in_another_way_is_not_refused_its_own_decision() -> None:
    told = notified("Northmere County Council", left=SOUTHMERE)
    given(*DELEGATE, told).when(confirmed()).then(IntentionConfirmed).breaches()


def test_what_the_other_council_decided_as_the_second_counts() -> None:
    said = other_council.decides(IntentionConfirmed(move="m1", decision=decided(True)), "2024-05-10")
    after = given(*DELEGATE, notified(SOUTHMERE)).when(said).then(IntentionConfirmed).breaches()
    after.owes("assess whoever moves in, and act on it", "m1", as_at="2024-05-10")
    told = after.when(other_council.tells(MoveInformationGiven(move="m1"), "2024-05-20")).then(MoveInformationGiven)
    told.owes("pass on the plan", "m1", as_at="2024-05-20", last_day="2024-06-03")
    assert told.duty("pass on the plan").mark.owner == "the first council"


def test_an_intention_that_is_not_taken_as_meant_owes_nothing() -> None:
    said = council.decides(IntentionConfirmed(move="m1", decision=decided(False)), "2024-05-10")
    after = given(notified()).when(said).then(IntentionConfirmed)
    assert after.file().ledger == []
    assert state(after).moves["m1"].confirmed_on is None


@keeps(a_move_says_whether_care_follows)
def test_needs_are_met_from_the_day_of_the_move() -> None:
    record = given(notified(), confirmed()).when(moved()).then(PersonMoved).flags()
    record.owes(MEET, "m1", as_at="2024-07-01", last_day="2024-07-01")
    record.owes(MEET, "m1", as_at="2024-07-02", standing=DutyStanding.LATE, late_since="2024-07-02")
    on_the_day = record.when(council.tells(ContinuityBegan(move="m1"), "2024-07-01")).then(ContinuityBegan)
    on_the_day.owes(MEET, "m1", as_at="2024-07-10", standing=DutyStanding.MET)


@breaks(a_move_says_whether_care_follows)
def test_a_move_that_says_less_than_the_file_is_asked_to_say_it() -> None:
    record = given(notified(), confirmed()).when(moved(MoveFacts())).then(PersonMoved).flags("CA-38-02")
    record.owes_no_duty_to(MEET, as_at="2024-08-01")


@pytest.mark.parametrize("limb", ["needs_met_by_first_council", "second_council_told", "second_council_satisfied"])
@pytest.mark.parametrize("told", [None, False])
def test_where_a_limb_is_not_shown_no_duty_to_continue_is_asserted(limb: str, told: bool | None) -> None:
    given(moved(FOLLOWS.model_copy(update={limb: told}))).owes_no_duty_to(MEET, as_at="2025-01-01")


def test_a_move_that_was_given_up_owes_nothing_more() -> None:
    record = given(notified(), confirmed(), person.tells(MoveGivenUp(move="m1"), "2024-05-15"))
    record.owes("give information about the new area", as_at="2024-06-30", standing=DutyStanding.ENDED)
    assert state(record).moves["m1"].given_up_on == day("2024-05-15")


@breaks(what_follows_somebody_is_not_stopped)
def test_what_was_continued_does_not_stop_before_the_second_council_acted() -> None:
    (
        given(moved(), council.tells(ContinuityBegan(move="m1"), "2024-07-01"))
        .when(council.tells(ContinuityStopped(move="m1"), "2024-07-20"))
        .then(ContinuityStopped)
        .breaches("CA-38-01")
    )


@keeps(what_follows_somebody_is_not_stopped)
def test_it_may_stop_once_the_second_council_acted() -> None:
    acted = council.tells(ResponsibilityAssumed(move="m1"), "2024-07-20")
    record = given(moved(), council.tells(ContinuityBegan(move="m1"), "2024-07-01"), acted)
    record.when(council.tells(ContinuityStopped(move="m1"), "2024-07-20")).then(ContinuityStopped).breaches()


def test_a_stop_in_a_move_that_the_file_does_not_know_is_a_warning_only() -> None:
    given().when(council.tells(ContinuityStopped(move="m9"), "2024-07-20")).breaches().flags("CA-38-01", "REC-SEQ")


def test_what_leads_up_to_an_assessment_is_not_asked_for_once_the_second_council_acted() -> None:
    acted = council.tells(ResponsibilityAssumed(move="m1", differs=False), "2024-07-01")
    record = given(notified(), confirmed(), moved(), acted)
    for what in ("give information about the new area", "tell the first council of the move"):
        record.owes(what, "m1", as_at="2025-01-01", standing=DutyStanding.ENDED_LATE, late_since="2024-05-25")


def test_the_days_without_care_after_a_move_are_told_exactly() -> None:
    record = given(
        moved(),
        council.tells(ContinuityBegan(move="m1"), "2024-07-04"),
        council.tells(ContinuityStopped(move="m1"), "2024-07-20"),
        council.tells(ResponsibilityAssumed(move="m1"), "2024-07-23"),
    )
    move = state(record).moves["m1"]
    first, second = Period(day("2024-07-01"), day("2024-07-03")), Period(day("2024-07-20"), day("2024-07-22"))
    assert move.uncovered(day("2024-06-30")) == []
    assert move.uncovered(day("2024-07-02")) == [Period(day("2024-07-01"), day("2024-07-02"))]
    assert move.uncovered(day("2024-07-19")) == [first]
    assert move.uncovered(day("2024-12-31")) == [first, second]


def test_a_council_that_was_ready_on_the_day_leaves_no_day_uncovered() -> None:
    record = given(moved(), council.tells(ResponsibilityAssumed(move="m1"), "2024-07-01"))
    assert state(record).moves["m1"].uncovered(day("2024-12-31")) == []
    record.owes(MEET, as_at="2024-12-31", standing=DutyStanding.MET)


def test_before_the_care_act_no_move_carried_care_with_it() -> None:
    given(moved(on="2015-03-31")).owes_no_duty_to(MEET, as_at="2015-12-31")
    given(moved(on="2015-04-01")).owes(MEET, as_at="2015-04-01", last_day="2015-04-01")


# Needs of somebody from elsewhere


def test_the_council_of_residence_is_told_before_or_on_the_day() -> None:
    met = council.tells(NeedsMetForAnother(council=SOUTHMERE), "2024-05-10")
    told = "tell the council of residence"
    before = given(council.tells(OtherCouncilNotified(council=SOUTHMERE), "2024-05-01"), met)
    before.owes(told, SOUTHMERE, as_at="2024-06-01", standing=DutyStanding.MET)
    after = given(met, council.tells(OtherCouncilNotified(council=SOUTHMERE), "2024-05-11"))
    after.owes(told, SOUTHMERE, as_at="2024-06-01", standing=DutyStanding.MET_LATE, late_since="2024-05-11")


# Who is responsible


def residence(
    basis: ResidenceBasis = ResidenceBasis.DEEMED,
    outcome: str = SOUTHMERE,
    deemed_from: str = SOUTHMERE,
    deeming: DeemingFacts | None = None,
) -> Said:
    full = DeemingFacts(placed_in=PlacedIn.CARE_HOME, needs_it=True, met_under_part_1=True)
    event = OrdinaryResidenceDecided(
        basis=basis, deemed_from=deemed_from, deeming=deeming or full, decision=decided(outcome)
    )
    return council.decides(event, "2024-05-01")


@keeps(deemed_residence_is_that_of_before)
@pytest.mark.parametrize(
    "deeming",
    [
        DeemingFacts(placed_in=PlacedIn.SUPPORTED_LIVING, needs_it=True, met_under_part_1=True),
        DeemingFacts(placed_in=PlacedIn.CARE_HOME, needs_it=True, met_under_part_1=True, there_before_part_1=True),
        DeemingFacts(placed_in=PlacedIn.NHS),
        DeemingFacts(placed_in=PlacedIn.AFTER_CARE),
    ],
)
def test_a_placement_leaves_somebody_resident_where_they_were(deeming: DeemingFacts) -> None:
    after = given().when(residence(deeming=deeming)).then(OrdinaryResidenceDecided).breaches().flags()
    decided_on = state(after).decided
    assert decided_on is not None
    assert decided_on.decision.outcome == SOUTHMERE


@breaks(deemed_residence_is_that_of_before)
@pytest.mark.parametrize("kind", [PlacedIn.SHARED_LIVES, PlacedIn.SUPPORTED_LIVING])
def test_what_was_running_before_part_1_applied_left_nobody_resident_elsewhere(kind: PlacedIn) -> None:
    running = DeemingFacts(placed_in=kind, needs_it=True, met_under_part_1=True, there_before_part_1=True)
    given().when(residence(deeming=running)).refused(Unlawful, "CA-39-01", "SI 2015/995 art 6")
    since = running.model_copy(update={"there_before_part_1": False})
    given().when(residence(deeming=since)).then(OrdinaryResidenceDecided)


@breaks(deemed_residence_is_that_of_before)
@pytest.mark.parametrize(
    "deeming",
    [
        DeemingFacts(),
        DeemingFacts(placed_in=PlacedIn.OTHER, needs_it=True, met_under_part_1=True),
        DeemingFacts(placed_in=PlacedIn.CARE_HOME, needs_it=True, met_under_part_1=False),
        DeemingFacts(placed_in=PlacedIn.CARE_HOME, needs_it=None, met_under_part_1=True),
    ],
)
def test_nobody_is_deemed_resident_without_the_grounds_for_it(deeming: DeemingFacts) -> None:
    given().when(residence(deeming=deeming)).refused(Unlawful, "CA-39-01", "Complete deeming")


@breaks(deemed_residence_is_that_of_before)
def test_the_council_of_a_deemed_residence_is_that_of_before_the_placement() -> None:
    for other in (COUNCIL, "Westmere Council"):
        given().when(residence(outcome=other)).refused(Unlawful, "the one of deemed_from")


@keeps(somebody_in_prison_is_where_the_prison_is)
def test_somebody_in_prison_is_the_responsibility_of_its_area() -> None:
    held = person.tells(CustodyBegan(area=SOUTHMERE), "2024-04-01")
    after = given(held).when(residence(ResidenceBasis.PRISON)).then(OrdinaryResidenceDecided).flags()
    assert state(after).custody_since == day("2024-04-01")


def test_another_council_may_conclude_that_it_is_the_one_responsible() -> None:
    accepts = OrdinaryResidenceDecided(basis=ResidenceBasis.ORDINARY, decision=decided(SOUTHMERE))
    after = given(*DELEGATE).when(other_council.decides(accepts, "2024-05-01")).then(OrdinaryResidenceDecided)
    after.breaches().flags()
    concluded = state(after).decided
    assert concluded is not None
    assert concluded.decision.outcome == SOUTHMERE


@breaks(somebody_in_prison_is_where_the_prison_is)
def test_another_council_than_that_of_the_prison_is_asked_about() -> None:
    held = person.tells(CustodyBegan(area=SOUTHMERE), "2024-04-01")
    for other in (COUNCIL, "Westmere Council"):
        given(held).when(residence(ResidenceBasis.ORDINARY, other)).flags("CA-76-01").purported(False)
    given(held, person.tells(CustodyEnded(), "2024-04-20")).when(residence(ResidenceBasis.ORDINARY, COUNCIL)).flags()


@breaks(somebody_in_prison_is_where_the_prison_is)
def test_a_prison_that_the_file_does_not_know_is_asked_about() -> None:
    given().when(residence(ResidenceBasis.PRISON)).flags("CA-76-01")


# Councils that differ


def differ(on: str = "2024-01-31", **told: Any) -> Said:
    return council.tells(DisputeArose.model_validate({"dispute": "d1", **told}), on)


def test_a_dispute_is_settled_or_referred_within_four_months_of_the_first_letter() -> None:
    record = given(differ())
    record.owes(REFER, "d1", as_at="2024-05-31", last_day="2024-05-31")
    record.owes(REFER, "d1", as_at="2024-06-01", standing=DutyStanding.LATE, late_since="2024-06-01")
    given(differ(on="2023-10-31")).owes(REFER, as_at="2024-02-29", last_day="2024-02-29")
    given(differ(on="2023-11-01")).owes(REFER, as_at="2024-02-29", last_day="2024-03-01")
    assert record.duty(REFER).mark.owner == "the lead authority"


def test_the_limit_of_four_months_is_that_of_the_care_act() -> None:
    given(differ(on="2015-03-31")).owes_no_duty_to(REFER, as_at="2016-01-01")
    given(differ(on="2015-04-01")).owes(REFER, as_at="2015-04-01", last_day="2015-08-01")


@pytest.mark.parametrize(("on", "rule"), [("2014-11-01", "CC-OR-01"), ("2024-11-01", "CA-40-01")])
def test_where_nobody_meets_the_needs_the_lead_authority_does_so_at_once(on: str, rule: str) -> None:
    record = given(differ(on, needs_met=False))
    assert record.duty(MEANWHILE).mark.rule == rule
    record.owes(MEANWHILE, "d1", as_at=on, last_day=on)
    met = record.when(council.tells(NeedsMetMeanwhile(dispute="d1"), "2025-10-01")).then(NeedsMetMeanwhile)
    met.owes(MEANWHILE, as_at="2025-10-01", standing=DutyStanding.MET_LATE)


@pytest.mark.parametrize("needs_met", [None, True])
def test_where_needs_are_met_or_nothing_is_told_nobody_is_late(needs_met: bool | None) -> None:
    given(differ(needs_met=needs_met)).owes_no_duty_to(MEANWHILE, as_at="2025-01-01")


def test_before_the_directions_of_2010_nothing_is_said() -> None:
    given(differ("2010-04-18", needs_met=False)).owes_no_duty_to(MEANWHILE, as_at="2011-01-01")


@breaks(a_dispute_interrupts_nothing)
def test_support_that_stops_because_councils_differ_breaks_the_law() -> None:
    given(differ()).when(council.tells(SupportInterrupted(dispute="d1"), "2024-03-01")).breaches("CA-40-01")


@keeps(a_dispute_interrupts_nothing)
def test_what_stops_after_a_dispute_was_settled_is_not_its_doing() -> None:
    resolved = council.tells(DisputeResolved(dispute="d1"), "2024-02-20")
    given(differ(), resolved).when(council.tells(SupportInterrupted(dispute="d1"), "2024-03-01")).breaches()


def test_support_that_another_council_stops_is_that_councils_breach() -> None:
    said = other_council.tells(SupportInterrupted(dispute="d1"), "2024-03-01")
    (breach,) = given(*DELEGATE, differ()).when(said).entry.breaches
    assert breach.body == SOUTHMERE


@keeps(legal_arguments_come_in_time)
def test_legal_arguments_come_within_fourteen_days_of_the_referral() -> None:
    record = given(differ(), council.tells(DisputeReferred(dispute="d1"), "2024-05-01"))
    for on in ("2024-05-14", "2024-05-15"):
        sent = record.when(council.tells(LegalArgumentsSent(dispute="d1"), on)).then(LegalArgumentsSent).flags()
        sent.concludes("CA-40-03", Outcome.MET)


@breaks(legal_arguments_come_in_time)
def test_later_legal_arguments_are_out_of_time() -> None:
    record = given(differ(), council.tells(DisputeReferred(dispute="d1"), "2024-05-01"))
    (
        record.when(council.tells(LegalArgumentsSent(dispute="d1"), "2024-05-16"))
        .flags("CA-40-03")
        .finds(
            "SI 2014/2829, reg 4: not met on 16 May 2024; not shown: (1) they were sent by 15 May 2024; "
            "but they were sent later."
        )
    )


def test_legal_arguments_before_a_referral_are_early_and_not_late() -> None:
    given(differ()).when(council.tells(LegalArgumentsSent(dispute="d1"), "2024-09-01")).flags()


@keeps(who_leads_is_who_meets_the_needs)
@pytest.mark.parametrize(
    "told",
    [
        {"lead": COUNCIL, "needs_met": True, "met_by": COUNCIL, "living_in": SOUTHMERE},
        {"lead": SOUTHMERE, "needs_met": False, "living_in": SOUTHMERE},
        {"lead": COUNCIL},
        {"lead": COUNCIL, "living_in": SOUTHMERE},
    ],
)
def test_the_council_that_meets_the_needs_leads_or_else_that_of_where_the_person_lives(told: dict[str, Any]) -> None:
    given().when(differ(**told)).then(DisputeArose).flags()


@breaks(who_leads_is_who_meets_the_needs)
@pytest.mark.parametrize(
    "told",
    [
        {"lead": SOUTHMERE, "needs_met": True, "met_by": COUNCIL},
        {"lead": COUNCIL, "needs_met": False, "living_in": SOUTHMERE},
    ],
)
def test_another_council_is_not_the_lead_authority(told: dict[str, Any]) -> None:
    given().when(differ(**told)).then(DisputeArose).flags("CA-40-06")


def test_the_file_tells_who_was_found_responsible() -> None:
    resolved = council.tells(DisputeResolved(dispute="d1", responsible=SOUTHMERE, determined=True), "2024-09-01")
    record = given(differ(), council.tells(DisputeReferred(dispute="d1"), "2024-05-20"), resolved)
    one = state(record).disputes["d1"]
    assert (one.arose_on, one.referred_on, one.resolved_on) == (
        day("2024-01-31"),
        day("2024-05-20"),
        day("2024-09-01"),
    )
    assert one.responsible == SOUTHMERE
    record.owes(REFER, as_at="2024-09-01", standing=DutyStanding.MET)


# After-care


def began(section: str = "3") -> Said:
    return somebody(BodyKind.HOSPITAL).tells(AfterCareBegan(after_care="c1", section=section), "2024-01-10")


def ends(
    outcome: AfterCareEnd = AfterCareEnd.NO_LONGER_NEEDED,
    nhs_body_agrees: bool | None = True,
    community_patient: bool | None = False,
) -> AfterCareEnded:
    return AfterCareEnded(
        after_care="c1",
        nhs_body_agrees=nhs_body_agrees,
        community_patient=community_patient,
        decision=decided(outcome),
    )


@keeps(after_care_follows_certain_detentions)
@pytest.mark.parametrize(
    "section",
    [
        "3",
        "37",
        "45A",
        "45a",
        "47",
        "48",
        "s 3",
        "s.3",
        "S3",
        "Section 37",
        "37/41",
        "s47/49",
        "37(N)",
        "s 48 MHA 1983",
        "17A",
    ],
)
def test_after_care_is_owed_by_both_bodies_until_it_is_ended(section: str) -> None:
    record = given().when(began(section)).then(AfterCareBegan).flags()
    record.owes("provide after-care", "c1", as_at="2030-01-01", last_day=None)
    assert record.duty("provide after-care").mark.owner == "the council and the NHS body"
    assert state(record).has_after_care


@breaks(after_care_follows_certain_detentions)
@pytest.mark.parametrize("section", ["2", "4", "136", "s 2", "s 5(3)", "Section 135", "37A"])
def test_no_after_care_is_owed_after_another_section(section: str) -> None:
    record = given().when(began(section)).then(AfterCareBegan).flags("MHA-117-01")
    record.owes_no_duty_to("provide after-care", as_at="2024-02-01")


@keeps(after_care_ends_by_both)
def test_after_care_ends_when_both_bodies_are_satisfied() -> None:
    record = given(*DELEGATE, began()).when(practice.decides(ends(), "2025-01-10")).then(AfterCareEnded).breaches()
    record.owes("provide after-care", "c1", as_at="2025-01-10", standing=DutyStanding.ENDED)
    assert not state(record).has_after_care
    assert state(record, as_at="2025-01-09").has_after_care


@breaks(after_care_ends_by_both)
@pytest.mark.parametrize(("agrees", "patient"), [(False, False), (None, False), (True, True), (True, None)])
def test_after_care_is_not_ended_by_one_body_alone_nor_for_a_community_patient(
    agrees: bool | None, patient: bool | None
) -> None:
    ended = ends(nhs_body_agrees=agrees, community_patient=patient)
    given(began()).when(council.decides(ended, "2025-01-10")).refused(Unlawful, "MHA-117-02")


def test_whoever_did_not_tell_is_asked_to_tell_and_not_to_wait_for_the_other_body() -> None:
    (
        given(began())
        .when(council.decides(ends(community_patient=None), "2025-01-10"))
        .refused(Unlawful)
        .in_these_words(
            "MHA-117-02: Mental Health Act 1983, s 117(2): cannot tell on 10 January 2025; not told: (3) is no "
            "community patient; but after-care is ended as no longer needed. Say what is not told, or go on with it."
        )
    )


def test_after_care_that_one_body_ended_all_the_same_is_still_owed() -> None:
    record = given(began()).when(council.records(ends(nhs_body_agrees=False), "2025-01-10")).purported()
    record.breaches("MHA-117-02").owes("provide after-care", as_at="2026-01-01")
    assert state(record).has_after_care


def test_a_new_detention_ends_after_care_whoever_agrees() -> None:
    detained = ends(AfterCareEnd.DETAINED_AGAIN, nhs_body_agrees=None, community_patient=None)
    given(began()).when(council.decides(detained, "2025-01-10")).then(AfterCareEnded)


def test_after_care_is_ended_by_the_council_that_owes_it_though_it_be_another() -> None:
    record = given(*DELEGATE, began()).when(other_council.decides(ends(), "2025-01-10")).then(AfterCareEnded)
    record.breaches().flags()
    record.owes("provide after-care", "c1", as_at="2025-01-10", standing=DutyStanding.ENDED)


# The failure of a provider


@keeps(those_concerned_say_how_needs_are_met)
def test_the_needs_that_a_failed_provider_met_are_met_at_once() -> None:
    record = given(council.tells(ProviderFailed(provider="Elmcare"), "2024-05-01"))
    record.owes("meet the needs that a failed provider met", "Elmcare", as_at="2024-05-01", last_day="2024-05-01")
    met = record.when(council.tells(FailedProvidersNeedsMet(provider="Elmcare", involved=True), "2024-05-01"))
    met.then(FailedProvidersNeedsMet).breaches().owes(
        "meet the needs that a failed provider met", as_at="2024-06-01", standing=DutyStanding.MET
    )


@breaks(those_concerned_say_how_needs_are_met)
def test_those_concerned_have_a_say_when_a_provider_fails() -> None:
    record: Given = given(council.tells(ProviderFailed(provider="Elmcare"), "2024-05-01"))
    record.when(council.tells(FailedProvidersNeedsMet(provider="Elmcare", involved=False), "2024-05-01")).breaches(
        "CA-52-01"
    )


def test_before_the_care_act_the_failure_of_a_provider_opened_no_duty_of_its_own() -> None:
    record = given(council.tells(ProviderFailed(provider="Elmcare"), "2015-03-31"))
    record.owes_no_duty_to("meet the needs that a failed provider met", as_at="2015-06-01")
    record.when(council.tells(FailedProvidersNeedsMet(provider="Elmcare", involved=False), "2015-03-31")).breaches()
