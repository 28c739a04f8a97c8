"""Asking the court, taking part, being told of a hearing; and acts in any room that an order forbids."""

from __future__ import annotations

from datetime import date

import pytest

from swp_domain.actor import BodyKind
from swp_domain.capacity.events import ContactRestricted, ObjectionResolved, PersonAccommodated
from swp_domain.capacity.vocabulary import Objecting
from swp_domain.court.application_rules import (
    a_bundle_is_whole,
    a_person_who_is_a_party_is_represented,
    a_streamlined_application_is_complete,
    a_trigger_asks_for_a_hearing,
    an_order_is_brought_back_by_the_right_application,
    how_the_person_takes_part_is_considered,
    permission_is_asked_for,
    the_person_is_told_of_a_hearing,
    three_are_consulted,
)
from swp_domain.court.events import (
    AppealMade,
    ApplicationMade,
    ApplicationTransferred,
    BundleFiled,
    HearingHeld,
    HearingVacated,
    LitigantJoined,
    LitigationCapacityFound,
    OrderEnded,
    OrderMade,
    OrderReviewed,
    ParticipationDecided,
    PermissionDecided,
    RepresentativeAppointed,
    RepresentativeLeft,
    RestrictionImposed,
)
from swp_domain.court.rules import (
    a_move_that_is_objected_to_is_put_to_the_court_first,
    an_order_is_not_relied_on_when_it_is_over,
    what_an_order_forbids_is_not_done,
)
from swp_domain.court.state import Application, CourtState
from swp_domain.court.vocabulary import (
    ActKind,
    ApplicationKind,
    HearingKind,
    LitigantRole,
    OrderEnd,
    OrderOutcome,
    Participation,
    PermissionOutcome,
    RepresentativeKind,
    Told,
)
from swp_domain.event import Event
from swp_domain.hospital.events import PatientDischarged
from swp_domain.law.court_of_protection_rules_2017.pd4b_bundles import BundlePart
from swp_domain.law.court_of_protection_rules_2017.pd11a_streamlined import StreamlinedFacts
from swp_domain.law.finding import Outcome
from swp_domain.party import Party
from swp_projections import CourtOfProtection
from tests.capacity_papers import objection, restricted
from tests.cast import council, court, hospital, person, practice
from tests.court_papers import listed, served
from tests.papers import application, decided, order
from tests.plan_papers import service_ended
from tests.telling import CASE, Given, Said, Voice, breaks, day, given, keeps

WELFARE = ApplicationKind.WELFARE
asked = council.tells(application(kind=WELFARE, permission_asked=True), "2024-04-01")
FINAL = order(application="p1", ends_application=True)


def takes_part(how: Participation, on: str = "2024-04-10") -> Said:
    return court.decides(ParticipationDecided(application="p1", decision=decided(how)), on)


def _state(record: Given) -> CourtState:
    state = record.file().court  # type: ignore[attr-defined]
    assert isinstance(state, CourtState)
    return state


def _proceedings(record: Given) -> Application:
    return _state(record).applications["p1"]


# Asking


@breaks(permission_is_asked_for)
@keeps(permission_is_asked_for)
def test_a_council_asks_for_permission_to_ask_about_welfare() -> None:
    for told in (None, False):
        paper = application(kind=WELFARE, permission_asked=told)
        given().when(council.tells(paper, "2024-05-01")).then(ApplicationMade).flags("COP-04")
    given().when(council.tells(application(kind=WELFARE, permission_asked=True), "2024-05-01")).flags()


@pytest.mark.parametrize("kind", [one for one in ApplicationKind if one.needs_no_permission])
@keeps(permission_is_asked_for)
def test_some_matters_need_no_permission(kind: ApplicationKind) -> None:
    given().when(council.tells(application(kind=kind), "2024-05-01")).flags().concludes("COP-04", Outcome.MET)


@keeps(permission_is_asked_for)
def test_the_person_needs_no_permission_and_of_others_it_is_not_known() -> None:
    mine = application(kind=WELFARE, applicant=BodyKind.PERSON)
    given().when(person.tells(mine, "2024-05-01")).flags().concludes("COP-04", Outcome.MET)
    for kind in (BodyKind.REPRESENTATIVE, BodyKind.FAMILY):
        theirs = application(kind=WELFARE, applicant=kind)
        given().when(person.tells(theirs, "2024-05-01")).flags().concludes("COP-04", Outcome.CANNOT_TELL)
    other = application(kind=ApplicationKind.DEPUTYSHIP)
    given().when(council.tells(other, "2024-05-01")).flags().concludes("COP-04", Outcome.CANNOT_TELL)


def test_permission_is_asked_about_from_the_first_day_of_the_rules() -> None:
    given().when(council.tells(application(kind=WELFARE), "2017-11-30")).flags().concludes("COP-04")
    given().when(council.tells(application(kind=WELFARE), "2017-12-01")).flags("COP-04")


COMPLETE = StreamlinedFacts(
    consulted=3,
    medical_evidence=True,
    rule_1_2_representative=True,
    person_objects=False,
    relatives_not_consulted=False,
    contested=False,
    wide_restrictions=False,
    needs_a_hearing=False,
    under_18=False,
)
_TRIGGERS = [
    "person_objects", "relatives_not_consulted", "contested", "wide_restrictions", "needs_a_hearing", "under_18",
]  # fmt: skip


def streamlined(**told: object) -> ApplicationMade:
    return application(streamlined=COMPLETE.model_copy(update=told))


@keeps(three_are_consulted, a_streamlined_application_is_complete, a_trigger_asks_for_a_hearing)
def test_a_whole_streamlined_application_leaves_nothing_to_say() -> None:
    given().when(council.tells(streamlined(), "2024-05-01")).then(ApplicationMade).breaches().flags()
    given().when(council.tells(streamlined(consulted=2, why_fewer=True), "2024-05-01")).flags()
    given().when(council.tells(streamlined(consulted=2), "2017-11-30")).flags()


@pytest.mark.parametrize("consulted", [0, 2, None])
@breaks(three_are_consulted)
def test_three_people_are_consulted_or_it_says_why_not(consulted: int | None) -> None:
    given().when(council.tells(streamlined(consulted=consulted), "2024-05-01")).flags("COP-11")


@pytest.mark.parametrize("lacks", ["medical_evidence", "rule_1_2_representative"])
@pytest.mark.parametrize("told", [False, None])
@breaks(a_streamlined_application_is_complete)
def test_without_medical_evidence_or_a_representative_it_is_incomplete(lacks: str, told: bool | None) -> None:
    given().when(council.tells(streamlined(**{lacks: told}), "2024-05-01")).flags("COP-11-EV")


@pytest.mark.parametrize("trigger", _TRIGGERS)
@breaks(a_trigger_asks_for_a_hearing)
def test_each_trigger_takes_an_application_off_the_paper_route(trigger: str) -> None:
    given().when(council.tells(streamlined(**{trigger: True}), "2024-05-01")).flags("COP-11-TR")
    given().when(council.tells(streamlined(**{trigger: None}), "2024-05-01")).flags()


@breaks(an_order_is_brought_back_by_the_right_application)
@keeps(an_order_is_brought_back_by_the_right_application)
def test_an_application_that_is_not_the_one_required_does_not_answer_a_day_that_has_passed() -> None:
    record = given(court.decides(order(review_by="2024-04-01"), "2023-05-01"))
    record.when(council.tells(application(order="o9"), "2024-04-02")).flags("COP-06-K", "REC-SEQ")
    for paper in (application(), application(kind=ApplicationKind.OTHER, order="o1")):
        record.when(council.tells(paper, "2024-04-02")).then(ApplicationMade).flags("COP-06-K")
        record.when(council.tells(paper, "2024-04-01")).flags()
    record.when(council.tells(application(order="o1"), "2024-04-02")).flags()
    theirs = application(applicant=BodyKind.FAMILY)
    record.when(person.tells(theirs, "2024-04-02")).flags()
    back = given(
        court.decides(order(review_by="2024-04-01"), "2023-05-01"),
        council.tells(application(order="o1"), "2024-03-30"),
    )
    back.when(council.tells(application(application="p2"), "2024-04-02")).flags()
    over = given(
        court.decides(order(review_by="2024-04-01"), "2023-05-01"),
        court.tells(OrderEnded(order="o1", why=OrderEnd.REPLACED), "2024-03-01"),
    )
    over.when(council.tells(application(), "2024-04-02")).flags()


# Taking part


@breaks(how_the_person_takes_part_is_considered)
@keeps(how_the_person_takes_part_is_considered)
def test_the_court_considers_how_the_person_takes_part_before_a_final_order() -> None:
    given(asked).when(court.decides(FINAL, "2024-05-01")).then(OrderMade).breaches().flags("COP-12")
    given(asked, takes_part(Participation.NOTHING)).when(court.decides(FINAL, "2024-05-01")).flags()
    given(asked).when(court.decides(order(application="p1"), "2024-05-01")).flags()
    interim = order(application="p1", ends_application=True, decision=decided(OrderOutcome.WITHDRAWN))
    given(asked).when(court.decides(interim, "2024-05-01")).flags()
    before = given(council.tells(application(kind=WELFARE), "2017-04-01"))
    before.when(court.decides(FINAL, "2017-11-30")).flags()


@breaks(a_person_who_is_a_party_is_represented)
@keeps(a_person_who_is_a_party_is_represented)
def test_a_person_who_is_a_party_has_somebody_who_conducts_the_proceedings() -> None:
    joined = (asked, takes_part(Participation.JOINED))
    heard = court.tells(HearingHeld(application="p1"), "2024-05-01")
    given(*joined).when(heard).then(HearingHeld).flags("COP-12-LF")
    for kind in RepresentativeKind:
        appointed = court.tells(RepresentativeAppointed(application="p1", kind=kind), "2024-04-20")
        flags = () if kind.conducts else ("COP-12-LF",)
        given(*joined, appointed).when(heard).flags(*flags)
        left = court.tells(RepresentativeLeft(application="p1", kind=kind), "2024-04-25")
        given(*joined, appointed, left).when(heard).flags("COP-12-LF")
    able = court.tells(LitigationCapacityFound(application="p1", can_conduct=True), "2024-04-20")
    given(*joined, able).when(heard).flags()
    unable = court.tells(LitigationCapacityFound(application="p1", can_conduct=False), "2024-04-20")
    given(*joined, unable).when(heard).flags("COP-12-LF")
    given(asked, takes_part(Participation.HEARD)).when(heard).flags()


def _heard(told_on: str | None, shortened: bool | None, held: str = "2024-06-17") -> Given:
    said = [asked, court.tells(listed(held, time_shortened=shortened), "2024-05-01")]
    if told_on:
        said.append(council.tells(served(Told.PERSON, hearing="h1"), told_on))
    return given(*said)


@pytest.mark.parametrize(("told_on", "shortened"), [("2024-06-03", None), (None, None), (None, True)])
@breaks(the_person_is_told_of_a_hearing)
def test_a_hearing_of_which_the_person_was_not_told_in_time_is_flagged(
    told_on: str | None, shortened: bool | None
) -> None:
    held = court.tells(HearingHeld(hearing="h1"), "2024-06-17")
    _heard(told_on, shortened).when(held).then(HearingHeld).breaches().flags("COP-02-HR")


@pytest.mark.parametrize(("told_on", "shortened"), [("2024-06-02", None), ("2024-06-03", True)])
@keeps(the_person_is_told_of_a_hearing)
def test_fourteen_clear_days_are_notice_or_what_the_court_makes_of_them(told_on: str, shortened: bool | None) -> None:
    _heard(told_on, shortened).when(court.tells(HearingHeld(hearing="h1"), "2024-06-17")).flags()


@pytest.mark.parametrize("kind", [one for one in HearingKind if one is not HearingKind.FINAL])
def test_of_a_hearing_that_does_not_dispose_of_the_application_nobody_need_be_told_in_that_time(
    kind: HearingKind,
) -> None:
    directions = given(asked, court.tells(listed(kind=kind), "2024-05-01"))
    directions.when(court.tells(HearingHeld(hearing="h1"), "2024-06-17")).flags()


def test_a_person_who_is_a_party_is_served_with_a_hearing_as_one() -> None:
    friend = RepresentativeAppointed(application="p1", kind=RepresentativeKind.OFFICIAL_SOLICITOR)
    heard = court.tells(HearingHeld(hearing="h1"), "2024-06-17")
    before = (asked, takes_part(Participation.JOINED), court.tells(friend, "2024-05-01"))
    given(*before, court.tells(listed(), "2024-05-02")).when(heard).flags()


def test_a_hearing_that_the_file_does_not_have_is_not_asked_about() -> None:
    given(asked).when(court.tells(HearingHeld(application="p1"), "2024-06-17")).flags()


@breaks(a_bundle_is_whole)
@keeps(a_bundle_is_whole)
def test_a_bundle_that_lacks_a_part_is_flagged_with_what_it_lacks() -> None:
    hearing = court.tells(listed(), "2024-05-01")
    always = tuple(one for one in BundlePart if one.always)
    lacking = given(hearing).when(council.tells(BundleFiled(hearing="h1", parts=always[1:]), "2024-06-10"))
    lacking.then(BundleFiled).breaches().flags("COP-17").finds(
        "Court of Protection Practice Direction 4B, contents: not met on 10 June 2024; "
        "not shown: (1) holds every part that it should; but it lacks: case summary."
    )
    given(hearing).when(council.tells(BundleFiled(hearing="h1", parts=always), "2024-06-10")).flags()
    given(hearing, asked).when(council.tells(BundleFiled(hearing="h1", parts=always), "2024-06-10")).flags("COP-17")
    old = given(court.tells(listed(), "2017-05-01"))
    old.when(council.tells(BundleFiled(hearing="h1"), "2017-11-30")).flags()


# What an order forbids


_OF: list[tuple[ActKind, Event]] = [
    (ActKind.MOVE, PersonAccommodated(person_agrees=True)),
    (ActKind.CONTACT_LIMITED, restricted()),
    (ActKind.DISCHARGE, PatientDischarged(admission="a1")),
    (ActKind.SUPPORT_ENDED, service_ended()),
    *((kind, RestrictionImposed(kind=kind)) for kind in ActKind),
]


def _broken(record: Given, event: Event, on: str, voice: object = council) -> list[str]:
    entry = record.when(voice.tells(event, on)).entry  # type: ignore[attr-defined]
    return [one.rule for one in entry.breaches if one.rule in ("COP-13", "COP-14")]


@pytest.mark.parametrize(("kind", "event"), _OF)
@breaks(what_an_order_forbids_is_not_done)
@keeps(what_an_order_forbids_is_not_done)
def test_what_an_order_forbids_is_recorded_as_a_breach_and_never_refused(kind: ActKind, event: Event) -> None:
    record = given(court.decides(order(None, "2024-08-31", forbids=(kind,)), "2024-05-01"))
    assert _broken(record, event, "2024-05-01") == ["COP-13"]
    assert _broken(record, event, "2024-08-31") == ["COP-13"]
    assert _broken(record, event, "2024-09-01") == []
    others = tuple(one for one in ActKind if one is not kind)
    elsewhere = given(court.decides(order(forbids=others), "2024-05-01"))
    assert _broken(elsewhere, event, "2024-06-01") == []


def test_the_court_may_do_what_it_forbids_and_keeping_somebody_is_no_move() -> None:
    record = given(court.decides(order(forbids=(ActKind.MOVE,)), "2024-05-01"))
    assert _broken(record, PersonAccommodated(person_agrees=True), "2024-06-01", court) == []
    assert _broken(record, PersonAccommodated(person_agrees=True), "2024-06-01", hospital) == ["COP-13"]
    assert _broken(record, PersonAccommodated(kept=True, person_agrees=True), "2024-06-01", practice) == []


def test_an_order_forbids_nothing_that_is_dismissed_ended_or_set_aside() -> None:
    limits = RestrictionImposed(kind=ActKind.RESTRAINT)
    forbids = order(forbids=(ActKind.RESTRAINT,))
    for why in OrderEnd:
        record = given(court.decides(forbids, "2024-05-01"), court.tells(OrderEnded(order="o1", why=why), "2024-06-01"))
        assert _broken(record, limits, "2024-06-01") == []
        assert _broken(record, limits, "2024-05-31") == ["COP-13"]
    dismissed = order(forbids=(ActKind.RESTRAINT,), decision=decided(OrderOutcome.DISMISSED))
    assert _broken(given(court.decides(dismissed, "2024-05-01")), limits, "2024-06-01") == []
    interim = order(forbids=(ActKind.RESTRAINT,), decision=decided(OrderOutcome.INTERIM))
    assert _broken(given(court.decides(interim, "2024-05-01")), limits, "2024-06-01") == ["COP-13"]
    appealed = given(
        court.decides(forbids, "2024-05-01"),
        person.tells(AppealMade(order="o1", appellant=BodyKind.FAMILY), "2024-05-20"),
    )
    assert _broken(appealed, limits, "2024-06-01") == ["COP-13"]
    assert _state(appealed).orders["o1"].appealed_on == day("2024-05-20")


def test_an_order_forbids_for_as_long_as_a_review_lets_it_run() -> None:
    record = given(
        court.decides(order(None, "2024-06-30", forbids=(ActKind.RESTRAINT,)), "2024-05-01"),
        court.tells(OrderReviewed(order="o1", expires_on=day("2024-12-31")), "2024-06-20"),
    )
    assert _broken(record, RestrictionImposed(kind=ActKind.RESTRAINT), "2024-12-31") == ["COP-13"]
    assert _broken(record, RestrictionImposed(kind=ActKind.RESTRAINT), "2025-01-01") == []


def test_an_order_that_a_review_lets_run_until_further_order_has_no_last_day() -> None:
    record = given(
        court.decides(order(None, "2024-06-30"), "2024-05-01"),
        court.tells(OrderReviewed(order="o1", until_further_order=True), "2024-06-20"),
    )
    assert _broken(record, RestrictionImposed(kind=ActKind.RESTRAINT, order="o1"), "2024-07-01") == []
    (row,) = CourtOfProtection().of(CASE, record.streams[CASE])
    assert row.standing(day("2024-07-01")) == "in force"
    renamed = given(
        court.decides(order(None, "2024-06-30"), "2024-05-01"),
        court.tells(OrderReviewed(order="o1", until_further_order=True, expires_on=day("2024-07-31")), "2024-06-20"),
    )
    assert _broken(renamed, RestrictionImposed(kind=ActKind.RESTRAINT, order="o1"), "2024-08-01") == ["COP-14"]


@pytest.mark.parametrize(("later", "broken"), [("2024-04-30", ["COP-13"]), ("2024-05-01", []), ("2024-06-01", [])])
def test_a_later_order_that_is_relied_on_may_let_what_an_earlier_one_forbids(later: str, broken: list[str]) -> None:
    record = given(
        court.decides(order(forbids=(ActKind.CONTACT_LIMITED,)), "2024-05-01"),
        court.decides(order(order="o2"), later),
    )
    assert _broken(record, restricted(order="o2"), "2024-07-01") == broken
    assert _broken(record, restricted(order="o1"), "2024-07-01") == ["COP-13"]
    assert _broken(record, restricted(), "2024-07-01") == ["COP-13"]


@pytest.mark.parametrize("event", [restricted(order="o1"), RestrictionImposed(kind=ActKind.RESTRAINT, order="o1")])
@breaks(an_order_is_not_relied_on_when_it_is_over)
@keeps(an_order_is_not_relied_on_when_it_is_over)
def test_acting_on_an_order_that_has_expired_is_a_breach_and_never_refused(
    event: ContactRestricted | RestrictionImposed,
) -> None:
    record = given(court.decides(order(None, "2024-08-31"), "2024-05-01"))
    assert _broken(record, event, "2024-08-31") == []
    assert _broken(record, event, "2024-09-01") == ["COP-14"]
    assert _broken(given(), event, "2024-09-01") == []
    ended = given(
        court.decides(order(None, "2024-08-31"), "2024-05-01"),
        court.tells(OrderEnded(order="o1", why=OrderEnd.DISCHARGED), "2024-06-01"),
    )
    assert _broken(ended, event, "2024-06-01") == ["COP-14"]


# A move that somebody objects to


@breaks(a_move_that_is_objected_to_is_put_to_the_court_first)
@keeps(a_move_that_is_objected_to_is_put_to_the_court_first)
def test_a_move_that_is_objected_to_is_put_to_the_court_first() -> None:
    objects = council.tells(objection(to=Objecting.RESIDENCE), "2024-04-20")

    def warned(record: Given, event: PersonAccommodated, voice: Voice = council) -> bool:
        return "COP-16" in [
            one.rule for one in record.when(voice.tells(event, "2024-05-01")).entry.findings if one.contradiction
        ]

    moved = PersonAccommodated()
    assert warned(given(objects), moved)
    assert warned(given(objects), moved, practice)
    assert warned(given(objects), PersonAccommodated(person_agrees=False))
    assert not warned(given(), moved)
    assert not warned(given(objects), moved, hospital)
    assert not warned(given(objects), PersonAccommodated(kept=True))
    assert not warned(given(objects), PersonAccommodated(person_agrees=True))
    assert not warned(given(objects, council.tells(ObjectionResolved(), "2024-04-25")), moved)
    assert not warned(given(objects, asked), moved)
    for kind, warns in ((ApplicationKind.PROPERTY_AND_AFFAIRS, True), (ApplicationKind.COMMUNITY_DEPRIVATION, False)):
        assert warned(given(objects, council.tells(application(kind=kind), "2024-04-01")), moved) is warns
    assert not warned(given(objects, court.decides(order(expires_on="2024-05-01"), "2024-04-01")), moved)
    assert warned(given(objects, court.decides(order(expires_on="2024-04-30"), "2024-04-01")), moved)


# How it stands


def test_the_proceedings_stand_as_they_were_told() -> None:
    record = given(
        asked,
        court.decides(PermissionDecided(application="p1", decision=decided(PermissionOutcome.GIVEN)), "2024-04-05"),
        takes_part(Participation.ACCREDITED),
        court.tells(
            LitigantJoined(
                litigant="l1", application="p1", role=LitigantRole.RESPONDENT, who=Party(kind=BodyKind.FAMILY)
            ),
            "2024-04-11",
        ),
        court.tells(ApplicationTransferred(application="p1"), "2024-04-12"),
        court.tells(listed(), "2024-05-01"),
        council.tells(BundleFiled(hearing="h1"), "2024-06-10"),
        court.tells(HearingVacated(hearing="h1"), "2024-06-11"),
    )
    found = _proceedings(record)
    assert (found.permission, found.participation) == (PermissionOutcome.GIVEN, Participation.ACCREDITED)
    assert found.ended_on is None, "a transfer ends nothing"
    hearing = _state(record).hearings["h1"]
    assert (hearing.listed_for, hearing.vacated_on, hearing.bundle) == (date(2024, 6, 17), date(2024, 6, 11), ())
    ours = given(
        asked,
        council.records(PermissionDecided(application="p1", decision=decided(PermissionOutcome.GIVEN)), "2024-04-05"),
    )
    assert _proceedings(ours).permission is None, "permission is the court's to give"
