"""The clocks of deprivation of liberty, each by a table: the first day, the last, and the day on which it is late."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from swp_domain.actor import BodyKind
from swp_domain.court.events import ApplicationMade
from swp_domain.court.vocabulary import ApplicationKind
from swp_domain.duty import DutyStanding
from swp_domain.event import Event
from swp_domain.law.limit import TimeLimit
from swp_domain.law.mental_capacity_act_2005.sch_a1_periods import (
    equivalent,
    extension,
    standard,
    suspension,
    urgent_at_most_on,
    urgent_on,
)
from swp_domain.law.rule import FROM_MEMORY
from swp_domain.law.standard_authorisations_regulations_2008.reg13_times import (
    forty_two_days,
    seven_days,
    twenty_one_days,
)
from swp_domain.liberty.deprivation_rules import (
    an_urgent_authorisation_counts_its_first_day,
    an_urgent_authorisation_is_short,
)
from swp_domain.liberty.events import (
    AssessmentsCompleted,
    AuthorisationEnded,
    AuthorisationReviewRequested,
    DeprivationMoved,
    DeprivationObjectedTo,
    RepresentativeCeased,
    RequestWithdrawn,
    StandardAuthorisationDecided,
    UnauthorisedDeprivationDecided,
    UnauthorisedDeprivationReported,
    UrgentAuthorisationGiven,
)
from swp_domain.liberty.grant_rules import an_authorisation_lasts_no_longer_than_it_may
from swp_domain.liberty.rules import ASSESSMENTS, NEW_PLACE, OBJECTION, REPORT, REPRESENTATIVE, REVIEW
from swp_domain.liberty.vocabulary import ReportOutcome, RepresentativeEnd, RequestGround
from swp_domain.refusal import Unlawful
from tests.cast import council, person
from tests.liberty_papers import (
    all_met,
    began,
    care_home,
    extended,
    granted,
    in_force,
    represented,
    requested,
    reviewed,
    terminated,
    urgent,
)
from tests.papers import decided
from tests.telling import breaks, day, given, keeps

DONE = AssessmentsCompleted(request="q1")


@pytest.mark.parametrize(
    ("limit", "first", "last"),
    [
        (twenty_one_days, "2024-05-01", "2024-05-21"),
        (twenty_one_days, "2024-02-10", "2024-03-01"),
        (twenty_one_days, "2009-05-01", "2009-05-21"),
        (forty_two_days, "2009-04-30", "2009-06-10"),
        (forty_two_days, "2009-04-01", "2009-05-12"),
        (seven_days, "2024-05-01", "2024-05-07"),
        (urgent_on(day("2024-05-01")), "2024-05-01", "2024-05-07"),
        (urgent_at_most_on(day("2024-05-01")), "2024-05-01", "2024-05-08"),
        (urgent_on(day("2009-05-01")), "2009-05-01", "2009-05-07"),
        (urgent_on(day("2009-04-30")), "2009-04-30", "2009-05-20"),
        (urgent_at_most_on(day("2009-04-30")), "2009-04-30", "2009-05-21"),
        (extension, "2024-05-07", "2024-05-14"),
        (suspension, "2024-07-01", "2024-07-28"),
        (suspension, "2024-02-10", "2024-03-08"),
        (suspension, "2023-02-10", "2023-03-09"),
        (standard, "2024-05-15", "2025-05-14"),
        (standard, "2024-02-29", "2025-02-28"),
        (standard, "2023-03-01", "2024-02-29"),
        (standard, "2024-03-01", "2025-02-28"),
        (standard, "2023-02-28", "2024-02-27"),
        (equivalent, "2023-05-02", "2024-05-02"),
        (equivalent, "2024-02-29", "2025-02-28"),
    ],
)
def test_the_last_day_of_each_period(limit: TimeLimit, first: str, last: str) -> None:
    assert limit.last_day(day(first)) == day(last)


def test_how_urgent_days_are_counted_is_from_memory_and_says_so() -> None:
    assert FROM_MEMORY in urgent_on(day("2024-05-01")).provision.confidence
    assert FROM_MEMORY not in standard.provision.confidence


# Twenty-one days, or the urgent ones


@pytest.mark.parametrize(
    ("on", "last"),
    [("2024-05-01", "2024-05-21"), ("2009-05-01", "2009-05-21"), ("2009-04-30", "2009-06-10")],
)
def test_the_assessments_are_late_on_the_day_after_the_last(on: str, last: str) -> None:
    record = given(care_home.tells(requested(), on))
    late = str(day(last) + timedelta(days=1))
    record.owes(ASSESSMENTS, "q1", as_at=last, last_day=last)
    record.owes(ASSESSMENTS, "q1", as_at=late, standing=DutyStanding.LATE, late_since=late)
    record.when(council.tells(DONE, last)).owes(ASSESSMENTS, "q1", as_at=late, standing=DutyStanding.MET)
    after = record.when(council.tells(DONE, late))
    after.owes(ASSESSMENTS, "q1", as_at=late, standing=DutyStanding.MET_LATE, late_since=late)


@pytest.mark.parametrize("urgent_first", [True, False])
def test_an_urgent_authorisation_shortens_the_time_whichever_was_typed_in_first(urgent_first: bool) -> None:
    """Situation 3: 2 to 8 May, the request of 3 May."""
    said = [care_home.tells(urgent("2024-05-08"), "2024-05-02"), care_home.tells(requested(), "2024-05-03")]
    record = given(*(said if urgent_first else reversed(said)))
    record.owes(ASSESSMENTS, "q1", as_at="2024-05-08", last_day="2024-05-08")
    record.owes(ASSESSMENTS, "q1", as_at="2024-05-09", standing=DutyStanding.LATE, late_since="2024-05-09")


@pytest.mark.parametrize(
    ("on", "stated", "last"),
    [
        ("2024-05-01", "2024-05-07", "2024-05-07"),
        ("2024-05-01", "2024-05-08", "2024-05-08"),
        ("2024-05-01", "2024-05-09", "2024-05-08"),
        ("2024-05-01", "2024-07-01", "2024-05-08"),
        ("2009-04-30", "2009-05-21", "2009-05-21"),
        ("2009-04-30", "2009-08-01", "2009-05-21"),
    ],
)
def test_an_urgent_authorisation_gives_no_more_time_than_it_can_last(on: str, stated: str, last: str) -> None:
    record = given(care_home.tells(urgent(stated), on))
    late = str(day(last) + timedelta(days=1))
    record.owes(ASSESSMENTS, "q1", as_at=last, last_day=last)
    record.owes(ASSESSMENTS, "q1", as_at=late, standing=DutyStanding.LATE, late_since=late)
    limit = record.duty(ASSESSMENTS).governing.limit
    assert ("Sch" in limit) is (stated > last)
    assert (FROM_MEMORY in limit) is (stated > last)


def test_a_day_stated_that_is_too_late_keeps_no_request_waiting_longer_than_the_21_days_either() -> None:
    record = given(care_home.tells(requested(), "2024-05-01"), care_home.tells(urgent("2024-06-30"), "2024-05-01"))
    record.owes(ASSESSMENTS, "q1", as_at="2024-05-08", last_day="2024-05-08")
    longer = record.when(council.records(extended("2024-05-15"), "2024-05-08"))
    longer.owes(ASSESSMENTS, "q1", as_at="2024-05-15", last_day="2024-05-15")


def test_an_extension_moves_the_last_day_of_the_urgent_authorisation_and_no_further_than_the_21_days() -> None:
    record = given(care_home.tells(requested(), "2024-05-01"), care_home.tells(urgent("2024-05-07"), "2024-05-01"))
    longer = record.when(council.decides(extended("2024-05-14"), "2024-05-07"))
    longer.owes(ASSESSMENTS, "q1", as_at="2024-05-14", last_day="2024-05-14")
    longer.owes(ASSESSMENTS, "q1", as_at="2024-05-15", standing=DutyStanding.LATE, late_since="2024-05-15")


def test_assessments_done_in_time_are_in_time_although_the_request_is_recorded_later() -> None:
    """Situation 1: done on 15 May and recorded then; the request of 1 May is recorded on 10 June."""
    record = given(
        council.tells(DONE, "2024-05-15", recorded="2024-05-15"),
        care_home.tells(requested(), "2024-05-01", recorded="2024-06-10"),
    )
    record.owes(ASSESSMENTS, "q1", as_at="2024-06-30", standing=DutyStanding.MET)


def test_a_request_corrected_to_a_later_day_was_in_time_and_known_before_the_correction_it_was_late() -> None:
    """Situation 2: of 1 May, corrected to 10 May after a discharge on 25 May."""
    record = given(
        care_home.tells(requested(), "2024-05-01", entry="asked"),
        council.tells(DONE, "2024-05-25"),
        care_home.corrects("asked", requested(), "2024-05-10", recorded="2024-06-01"),
    )
    record.owes(ASSESSMENTS, "q1", as_at="2024-06-30", standing=DutyStanding.MET)
    record.owes(
        ASSESSMENTS, "q1", as_at="2024-06-30", known_at="2024-05-31",
        standing=DutyStanding.MET_LATE, late_since="2024-05-22",
    )  # fmt: skip


def test_a_withdrawn_request_ends_undone_and_keeps_that_it_was_late() -> None:
    record = given(care_home.tells(requested(), "2024-05-01"))
    gone = record.when(care_home.tells(RequestWithdrawn(request="q1"), "2024-06-01"))
    gone.owes(ASSESSMENTS, "q1", as_at="2024-06-01", standing=DutyStanding.ENDED_LATE, late_since="2024-05-22")


# Seven days


@keeps(an_urgent_authorisation_is_short, an_urgent_authorisation_counts_its_first_day)
@pytest.mark.parametrize(("on", "until"), [("2024-05-01", "2024-05-07"), ("2009-04-30", "2009-05-20")])
def test_an_urgent_authorisation_of_its_full_length(on: str, until: str) -> None:
    given().when(care_home.tells(urgent(until), on)).then(UrgentAuthorisationGiven).breaches().flags()


@keeps(an_urgent_authorisation_is_short)
@breaks(an_urgent_authorisation_counts_its_first_day)
@pytest.mark.parametrize(("on", "until"), [("2024-05-01", "2024-05-08"), ("2009-04-30", "2009-05-21")])
def test_a_day_more_is_flagged_because_nothing_says_which_day_is_the_first(on: str, until: str) -> None:
    given().when(care_home.tells(urgent(until), on)).then(UrgentAuthorisationGiven).breaches().flags("DOL-03")


@breaks(an_urgent_authorisation_is_short)
@pytest.mark.parametrize(("on", "until"), [("2024-05-01", "2024-05-09"), ("2009-04-30", "2009-05-22")])
def test_two_days_more_are_too_long_on_either_reading(on: str, until: str) -> None:
    given().when(care_home.tells(urgent(until), on)).then(UrgentAuthorisationGiven).breaches("DOL-03").flags()


REPORTED = UnauthorisedDeprivationReported(report="r1")
FOUND = UnauthorisedDeprivationDecided(report="r1", request="q2", decision=decided(ReportOutcome.UNAUTHORISED))


def test_a_report_of_an_unauthorised_deprivation_is_assessed_within_seven_days() -> None:
    record = given(person.tells(REPORTED, "2024-05-01"))
    record.owes(REPORT, "r1", as_at="2024-05-07", last_day="2024-05-07")
    record.owes(REPORT, "r1", as_at="2024-05-08", standing=DutyStanding.LATE, late_since="2024-05-08")
    found = record.when(council.decides(FOUND, "2024-05-07")).then(UnauthorisedDeprivationDecided)
    found.owes(REPORT, "r1", as_at="2024-05-08", standing=DutyStanding.MET)
    found.owes(ASSESSMENTS, "q2", as_at="2024-05-27", last_day="2024-05-27")


@pytest.mark.parametrize("outcome", [ReportOutcome.NOT_DEPRIVED, ReportOutcome.AUTHORISED, ReportOutcome.DECLINED])
def test_only_a_finding_that_it_is_not_authorised_is_treated_as_a_request(outcome: ReportOutcome) -> None:
    event = FOUND.model_copy(update={"decision": decided(outcome)})
    record = given(person.tells(REPORTED, "2024-05-01")).when(council.decides(event, "2024-05-07"))
    record.owes_no_duty_to(ASSESSMENTS, "q2", as_at="2024-06-30")


def test_a_report_before_the_managing_authority_was_asked_is_no_request_to_be_assessed() -> None:
    for asked_first, owed in ((False, 0), (None, 1), (True, 1)):
        told = REPORTED.model_copy(update={"authority_was_asked_first": asked_first})
        assert len(given(person.tells(told, "2024-05-01")).duties(REPORT)) == owed


# A representative, a review, a new place


def test_a_representative_appointed_on_the_day_of_the_grant_is_the_one_that_is_owed() -> None:
    record = given(*in_force("2024-05-15", "2024-11-14", "2024-05-01"))
    record.owes(REPRESENTATIVE, "s1", as_at="2024-05-15")
    on_the_day = record.when(council.decides(represented(), "2024-05-15"))
    on_the_day.owes(REPRESENTATIVE, "s1", as_at="2024-06-01", standing=DutyStanding.MET)
    gone = RepresentativeCeased(authorisation="s1", why=RepresentativeEnd.UNWILLING)
    left = on_the_day.when(council.tells(gone, "2024-08-05"))
    assert [one.standing(day("2024-08-06")) for one in left.duties(REPRESENTATIVE)] == [
        DutyStanding.MET,
        DutyStanding.OWED,
    ]
    replaced = left.when(council.decides(represented(), "2024-08-05"))
    assert {one.standing(day("2024-08-06")) for one in replaced.duties(REPRESENTATIVE)} == {DutyStanding.MET}


_UNWILLING = RepresentativeCeased(authorisation="s1", why=RepresentativeEnd.UNWILLING)


@pytest.mark.parametrize("over", [AuthorisationEnded(authorisation="s1"), terminated()])
@pytest.mark.parametrize("left", ["2024-08-04", "2024-08-05", "2024-09-01"])
def test_nobody_is_represented_in_an_authorisation_that_is_over(over: Event, left: str) -> None:
    record = given(
        *in_force("2024-05-15", "2024-11-14", "2024-05-01"),
        council.decides(represented(), "2024-05-20"),
        council.records(over, "2024-08-05"),
        council.tells(_UNWILLING, left),
    )
    assert not [one for one in record.duties(REPRESENTATIVE) if one.standing(day("2024-10-01")) is DutyStanding.OWED]


@pytest.mark.parametrize(("left", "owed"), [("2024-11-13", 1), ("2024-11-14", 1), ("2024-11-15", 0), ("2025-01-01", 0)])
def test_a_representative_who_leaves_after_the_last_day_leaves_no_vacancy(left: str, owed: int) -> None:
    record = given(
        *in_force("2024-05-15", "2024-11-14", "2024-05-01"),
        council.decides(represented(), "2024-05-20"),
        council.tells(_UNWILLING, left),
    )
    found = [one.standing(day(left)) for one in record.duties(REPRESENTATIVE)]
    assert found.count(DutyStanding.OWED) == owed
    after = [one.standing(day("2025-01-02")) for one in record.duties(REPRESENTATIVE)]
    assert after == [DutyStanding.MET, DutyStanding.ENDED]
    # A review that makes it shorter ends that the sooner, in whatever order it was recorded.
    shorter = council.decides(reviewed(until=day("2024-10-31")), "2024-07-01", recorded="2025-02-01")
    sooner = record.when(shorter).duties(REPRESENTATIVE)
    assert sooner[1].met_on == max(day("2024-11-01"), day(left))


def test_a_review_is_owed_no_longer_once_the_authorisation_has_ended() -> None:
    record = given(
        *in_force("2024-05-15", "2024-11-14", "2024-05-01"),
        care_home.tells(AuthorisationReviewRequested(review="r1", authorisation="s1"), "2024-06-01"),
    )
    record.owes(REVIEW, "r1", as_at="2024-06-10")
    ended = record.when(council.tells(AuthorisationEnded(authorisation="s1"), "2024-06-05"))
    ended.owes(REVIEW, "r1", as_at="2024-06-10", standing=DutyStanding.ENDED)


@pytest.mark.parametrize("asked", ["2024-05-20", "2024-06-01", "2024-06-02"])
def test_a_new_place_is_asked_for_on_the_day_of_the_move_after_it_or_before(asked: str) -> None:
    for_it = requested(request="q2", deprivation="d1", place="oaks", ground=RequestGround.CHANGE_OF_PLACE)
    ahead = "q2" if asked < "2024-06-01" else None
    moved = DeprivationMoved(deprivation="d1", place="oaks", request=ahead)
    said = [care_home.tells(for_it, asked), care_home.tells(moved, "2024-06-01")]
    record = given(care_home.tells(began(), "2024-05-01"), *(said if ahead else reversed(said)))
    assert [one.standing(day("2024-07-01")) for one in record.duties(NEW_PLACE)] == (
        [] if ahead else [DutyStanding.MET]
    )


# Twelve months


@keeps(an_authorisation_lasts_no_longer_than_it_may)
@breaks(an_authorisation_lasts_no_longer_than_it_may)
@pytest.mark.parametrize(
    ("given_on", "begins", "last"),
    [
        ("2024-05-15", None, "2025-05-14"),
        ("2024-02-29", None, "2025-02-28"),
        ("2023-03-01", None, "2024-02-29"),
        ("2024-05-15", "2024-06-01", "2025-05-31"),
        ("2024-05-15", "2024-05-01", "2025-05-14"),
    ],
)
def test_a_standard_authorisation_lasts_at_most_a_year(given_on: str, begins: str | None, last: str) -> None:
    begins_on = day(begins) if begins else None
    record = given(care_home.tells(requested(), given_on), *all_met(given_on))
    record.when(council.decides(granted(last, begins_on=begins_on), given_on)).then(StandardAuthorisationDecided)
    over = str(day(last) + timedelta(days=1))
    paper = granted(over, begins_on=begins_on)
    record.when(council.decides(paper, given_on)).refused(Unlawful, "DOL-05", f"at most {last} can be")
    told = record.when(council.records(paper, given_on)).then(StandardAuthorisationDecided).purported()
    assert "DOL-05" in [one.rule for one in told.entry.breaches]


# Four weeks, which are ours


def test_an_objection_is_before_a_court_within_four_weeks_by_whoever_applies() -> None:
    record = given(person.tells(DeprivationObjectedTo(deprivation="d1"), "2024-05-01"))
    record.owes(OBJECTION, "d1", as_at="2024-05-29", last_day="2024-05-29")
    record.owes(OBJECTION, "d1", as_at="2024-05-30", standing=DutyStanding.LATE, late_since="2024-05-30")

    def asked(kind: ApplicationKind) -> Event:
        return ApplicationMade(application="p1", kind=kind, applicant=BodyKind.FAMILY)

    challenge = record.when(person.tells(asked(ApplicationKind.CHALLENGE_TO_AUTHORISATION), "2024-05-29"))
    challenge.owes(OBJECTION, "d1", as_at="2024-06-30", standing=DutyStanding.MET)
    of_money = record.when(person.tells(asked(ApplicationKind.PROPERTY_AND_AFFAIRS), "2024-05-29"))
    of_money.owes(OBJECTION, "d1", as_at="2024-06-30", standing=DutyStanding.LATE)
    assert date(2024, 5, 29) - date(2024, 5, 1) == timedelta(days=28)
