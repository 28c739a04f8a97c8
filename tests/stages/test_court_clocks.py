"""Clocks of the Court of Protection, counted by hand: clear days over Christmas, Easter and the bank holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from swp_domain.actor import BodyKind
from swp_domain.capacity.vocabulary import Objecting
from swp_domain.court.events import (
    ApplicationIssued,
    DeputyReported,
    DirectionComplied,
    DirectionVaried,
    LitigantJoined,
    PapersServed,
    ParticipationDecided,
    ServiceAcknowledged,
    ServiceDispensedWith,
)
from swp_domain.court.vocabulary import ApplicationKind, DirectionKind, LitigantRole, Participation, Told
from swp_domain.duty import DutyStanding
from swp_domain.event import Event
from swp_domain.law.court_of_protection_rules_2017.part7_notifying import last_day_before
from swp_domain.party import Party
from tests.capacity_papers import deputy, objection
from tests.cast import council, court, person, somebody
from tests.court_papers import directed, served
from tests.papers import application, decided, order
from tests.telling import Given, day, given

issuing = court.tells(ApplicationIssued(application="p1"), "2024-05-01")

FOURTEEN = [
    ("2024-05-01", "2024-05-15"),
    ("2024-05-03", "2024-05-17"),
    # The fourteenth day is a Saturday, Spring Bank Holiday, Christmas Day, Good Friday.
    ("2024-05-04", "2024-05-20"),
    ("2024-05-13", "2024-05-28"),
    ("2024-12-11", "2024-12-27"),
    ("2024-03-15", "2024-04-02"),
    # The first day of the rules.
    ("2017-12-01", "2017-12-15"),
]
SEVEN = [
    ("2024-05-13", "2024-05-22"),
    # Over the early May, Easter and Christmas holidays; service on a Saturday.
    ("2024-05-04", "2024-05-15"),
    ("2024-03-26", "2024-04-08"),
    ("2024-12-19", "2025-01-02"),
]
TWENTY_EIGHT = [("2024-05-01", "2024-05-29"), ("2024-11-28", "2024-12-27"), ("2024-03-01", "2024-04-02")]


def _in_time(record: Given, duty: str, subject: str, last: str) -> None:
    """Owed up to the last day, and late from the day after."""
    after = str(day(last) + timedelta(days=1))
    record.owes(duty, subject, as_at=last, last_day=last)
    record.owes(duty, subject, as_at=after, standing=DutyStanding.LATE, late_since=after)


@pytest.mark.parametrize(("issued", "last"), FOURTEEN)
@pytest.mark.parametrize(
    "duty",
    ["serve the respondents", "notify those likely to be interested", "notify the person of the application"],
)
def test_everybody_is_told_within_fourteen_clear_days_of_issue(duty: str, issued: str, last: str) -> None:
    _in_time(given(court.tells(ApplicationIssued(application="p1"), issued)), duty, "p1", last)


@pytest.mark.parametrize(("on", "last"), FOURTEEN)
def test_a_respondent_answers_within_fourteen_clear_days_of_service(on: str, last: str) -> None:
    _in_time(given(council.tells(served(takes_part=True), on)), "answer the application", "s1", last)


@pytest.mark.parametrize(("on", "last"), SEVEN)
@pytest.mark.parametrize(
    ("told", "duty"),
    [
        (Told.RESPONDENT, "certify service or notification"),
        (Told.OTHER, "certify service or notification"),
        (Told.PERSON, "certify that the person was notified"),
    ],
)
def test_a_certificate_is_filed_within_seven_business_days(told: Told, duty: str, on: str, last: str) -> None:
    _in_time(given(council.tells(served(told), on)), duty, "s1", last)


@pytest.mark.parametrize(("on", "last"), TWENTY_EIGHT)
def test_evidence_against_an_application_is_counted_from_service_and_not_from_the_answer(on: str, last: str) -> None:
    duty = "file evidence against the application"
    answered = str(day(on) + timedelta(days=10))
    opposing = ServiceAcknowledged(serving="s1", opposes=True, served_on=day(on))
    _in_time(given(person.tells(opposing, answered)), duty, "s1", last)
    for silent in (False, None):
        agreeing = ServiceAcknowledged(serving="s1", opposes=silent, served_on=day(on))
        given(person.tells(agreeing, answered)).owes_no_duty_to(duty, as_at="2026-01-01")


def test_evidence_is_owed_without_a_last_day_where_service_is_not_told_or_was_before_the_rules() -> None:
    for told in (None, date(2017, 11, 30)):
        opposing = ServiceAcknowledged(serving="s1", opposes=True, served_on=told)
        record = given(person.tells(opposing, "2017-12-05"))
        assert record.duty("file evidence against the application").last_day is None


@pytest.mark.parametrize(
    ("told", "event"),
    [
        ("serve the respondents", ApplicationIssued(application="p1")),
        ("certify service or notification", served()),
        ("answer the application", served(takes_part=True)),
    ],
)
def test_nothing_is_counted_by_these_rules_before_they_were_in_force(
    told: str, event: ApplicationIssued | PapersServed
) -> None:
    given(council.tells(event, "2017-11-30")).owes_no_duty_to(told, as_at="2018-12-31")


def test_a_part_of_the_respondents_is_not_all_of_them() -> None:
    duty = "serve the respondents"
    some = given(issuing, council.tells(served(everybody=False, takes_part=True), "2024-05-03"))
    some.owes(duty, "p1", as_at="2024-05-03")
    every = some.when(council.tells(served(serving="s2", takes_part=True), "2024-05-06"))
    every.owes(duty, "p1", as_at="2024-05-06", standing=DutyStanding.MET)
    assert {one.subject for one in every.duties("answer the application")} == {"s1", "s2"}


def test_one_kind_of_people_told_or_dispensed_with_leaves_the_others_owed() -> None:
    told = given(issuing, council.tells(served(Told.PERSON), "2024-05-03"))
    told.owes("serve the respondents", "p1", as_at="2024-05-03")
    told.owes("notify the person of the application", "p1", as_at="2024-05-03", standing=DutyStanding.MET)
    told.owes_no_duty_to("answer the application", as_at="2024-06-01")
    spared = told.when(court.tells(ServiceDispensedWith(application="p1", told=Told.RESPONDENT), "2024-05-04"))
    spared.owes("serve the respondents", "p1", as_at="2024-05-20", standing=DutyStanding.ENDED)
    spared.owes("notify those likely to be interested", "p1", as_at="2024-05-04")


def test_notice_of_a_hearing_is_no_service_of_the_application() -> None:
    record = given(issuing, council.tells(served(Told.PERSON, hearing="h1"), "2024-05-03"))
    record.owes("notify the person of the application", "p1", as_at="2024-05-03")
    record.owes("certify that the person was notified", "s1", as_at="2024-05-03")
    respondents = given(council.tells(served(hearing="h1", takes_part=True), "2024-05-03"))
    respondents.owes_no_duty_to("answer the application", as_at="2025-01-01")


@pytest.mark.parametrize("takes_part", [None, False])
def test_a_respondent_who_is_not_known_to_wish_to_take_part_owes_no_answer(takes_part: bool | None) -> None:
    record = given(council.tells(served(takes_part=takes_part), "2024-05-03"))
    record.owes_no_duty_to("answer the application", as_at="2025-01-01")


@pytest.mark.parametrize(
    "event",
    [
        ParticipationDecided(application="p1", decision=decided(Participation.JOINED)),
        LitigantJoined(litigant="l1", application="p1", role=LitigantRole.PERSON, who=Party(kind=BodyKind.PERSON)),
    ],
)
def test_a_person_who_is_a_party_is_served_and_no_longer_notified(event: Event) -> None:
    duty = "notify the person of the application"
    joined = given(issuing, court.tells(event, "2024-05-08"))
    joined.owes(duty, "p1", as_at="2024-06-30", standing=DutyStanding.ENDED)
    others = "notify those likely to be interested"
    joined.owes(others, "p1", as_at="2024-06-30", standing=DutyStanding.LATE)


@pytest.mark.parametrize(
    "event",
    [
        ParticipationDecided(application="p1", decision=decided(Participation.HEARD)),
        LitigantJoined(litigant="l1", application="p1", role=LitigantRole.RESPONDENT, who=Party(kind=BodyKind.FAMILY)),
    ],
)
def test_a_person_who_is_heard_or_another_who_is_joined_is_still_notified(event: Event) -> None:
    record = given(issuing, court.tells(event, "2024-05-08"))
    record.owes("notify the person of the application", "p1", as_at="2024-06-30", standing=DutyStanding.LATE)


def test_where_people_were_told_before_filing_or_there_is_nobody_nothing_is_owed_after_issue() -> None:
    before = given(court.tells(ApplicationIssued(application="p1", told_before_filing=True), "2024-05-01"))
    for duty in (
        "serve the respondents",
        "notify those likely to be interested",
        "notify the person of the application",
    ):
        before.owes_no_duty_to(duty, as_at="2025-01-01")
    nobody = given(court.tells(ApplicationIssued(application="p1", has_respondents=False), "2024-05-01"))
    nobody.owes_no_duty_to("serve the respondents", as_at="2025-01-01")
    nobody.owes("notify the person of the application", "p1", as_at="2024-05-01")


@pytest.mark.parametrize(("hearing", "last"), [("2024-06-17", "2024-06-02"), ("2025-01-08", "2024-12-24")])
def test_fourteen_clear_days_lie_between_notice_and_a_hearing(hearing: str, last: str) -> None:
    assert last_day_before(day(hearing)) == day(last)
    assert (day(hearing) - day(last)).days - 1 == 14


# Directions


def test_a_direction_is_owed_by_its_day_and_the_court_may_move_that_also_when_it_has_passed() -> None:
    duty = "do what the court directed"
    record = given(court.tells(directed("2024-06-03"), "2024-05-01"))
    _in_time(record, duty, "e1", "2024-06-03")
    later = record.when(court.tells(DirectionVaried(direction="e1", due=day("2024-07-01")), "2024-06-10"))
    later.owes(duty, "e1", as_at="2024-07-01", last_day="2024-07-01")
    late = later.when(council.tells(DirectionComplied(direction="e1"), "2024-07-02"))
    late.owes(duty, "e1", as_at="2024-07-02", standing=DutyStanding.MET_LATE, late_since="2024-07-02")
    sooner = record.when(court.tells(DirectionVaried(direction="e1", due=day("2024-05-20")), "2024-05-10"))
    sooner.owes(duty, "e1", as_at="2024-05-21", standing=DutyStanding.LATE, late_since="2024-05-21")


def test_a_direction_without_a_day_is_owed_and_never_late() -> None:
    record = given(court.tells(directed(None), "2024-05-01"))
    record.owes("do what the court directed", "e1", as_at="2034-05-01")


@pytest.mark.parametrize(
    ("kind", "owner", "duty"),
    [
        (DirectionKind.STATEMENT, BodyKind.COUNCIL, "do what the court directed"),
        (DirectionKind.STATEMENT, BodyKind.NHS_BODY, "do what the court directed another party to do"),
        (DirectionKind.SECTION_49_REPORT, BodyKind.PRACTICE, "send the section 49 report"),
        (DirectionKind.SECTION_49_REPORT, BodyKind.NHS_BODY, "send the section 49 report (another body)"),
    ],
)
def test_a_direction_has_one_owner_and_a_report_under_section_49_is_told_apart(
    kind: DirectionKind, owner: BodyKind, duty: str
) -> None:
    record = given(court.tells(directed(kind=kind, owner=owner), "2024-05-01"))
    assert [(one.duty, one.subject) for one in record.file().ledger] == [(duty, "e1")]
    _in_time(record, duty, "e1", "2024-06-03")


# Orders, objections, deputies


def test_only_an_application_that_names_the_order_and_is_of_the_right_kind_brings_it_back() -> None:
    duty = "bring the order back to the court"
    record = given(court.decides(order(review_by="2024-06-03"), "2024-05-01"))
    for paper in (application(), application(kind=ApplicationKind.OTHER, order="o1"), application(order="o2")):
        record.when(council.tells(paper, "2024-06-01")).owes(
            duty, "o1", as_at="2024-06-04", standing=DutyStanding.LATE, late_since="2024-06-04"
        )
    back = record.when(council.tells(application(order="o1"), "2024-06-03")).then(type(application()))
    back.owes(duty, "o1", as_at="2024-06-04", standing=DutyStanding.MET)


@pytest.mark.parametrize(("objected", "last"), [("2024-05-01", "2024-05-29"), ("2024-12-01", "2024-12-29")])
@pytest.mark.parametrize("to", [Objecting.RESIDENCE, Objecting.CARE, Objecting.CONTACT, Objecting.DEPRIVATION])
def test_an_objection_is_before_the_court_in_four_weeks(to: Objecting, objected: str, last: str) -> None:
    duty = "put the objection before the court"
    record = given(council.tells(objection(to=to), objected))
    _in_time(record, duty, "", last)
    for kind in ApplicationKind:
        asked = record.when(somebody(BodyKind.FAMILY).tells(application(kind=kind), last))
        standing = DutyStanding.MET if kind.puts_a_dispute else DutyStanding.OWED
        asked.owes(duty, as_at=last, standing=standing)


@pytest.mark.parametrize("to", [Objecting.FINDING, Objecting.OTHER])
def test_not_every_objection_is_for_the_court(to: Objecting) -> None:
    given(council.tells(objection(to=to), "2024-05-01")).owes_no_duty_to(
        "put the objection before the court", as_at="2025-05-01"
    )


def test_what_is_before_the_court_already_need_not_be_put_there() -> None:
    record = given(
        person.tells(application(kind=ApplicationKind.CHALLENGE_TO_AUTHORISATION), "2024-04-01"),
        council.tells(objection(to=Objecting.DEPRIVATION), "2024-05-01"),
    )
    for duty in ("put the objection before the court", "consider a challenge to the authorisation, or its review"):
        record.owes(duty, as_at="2024-05-01", standing=DutyStanding.MET)


def test_only_an_objection_to_an_authorised_deprivation_asks_for_a_challenge() -> None:
    duty = "consider a challenge to the authorisation, or its review"
    _in_time(given(council.tells(objection(to=Objecting.DEPRIVATION), "2024-05-01")), duty, "", "2024-05-29")
    given(council.tells(objection(to=Objecting.RESIDENCE), "2024-05-01")).owes_no_duty_to(duty, as_at="2025-05-01")


def test_a_council_that_is_deputy_reports_within_a_year_and_again() -> None:
    duty = "report to the Public Guardian"
    record = given(court.tells(deputy(deputy=Party(kind=BodyKind.COUNCIL)), "2023-05-01"))
    _in_time(record, duty, "deputy", "2024-05-01")
    again = record.when(council.tells(DeputyReported(authority="deputy"), "2024-05-01"))
    assert [one.last_day for one in again.duties(duty)] == [day("2024-05-01"), day("2025-05-01")]
    stated = record.when(council.tells(DeputyReported(authority="deputy", next_by=day("2025-03-01")), "2024-05-01"))
    assert stated.duties(duty)[1].last_day == day("2025-03-01")
    given(court.tells(deputy(), "2023-05-01")).owes_no_duty_to(duty, as_at="2026-01-01")
