"""Requests that wait and authorisations that run out, as at any day."""

from __future__ import annotations

from datetime import date

import pytest

from swp_domain.case.events import PersonDied
from swp_domain.event import Event
from swp_domain.liberty.events import (
    AssessmentsCompleted,
    AuthorisationEnded,
    AuthorisationSuspended,
    DeprivationEnded,
    DeprivationMoved,
    RequestWithdrawn,
    SuspensionLifted,
)
from swp_projections.authorisations import AUTHORISATION, REQUEST, AuthorisationRow, Authorisations
from tests.cast import council, person
from tests.liberty_papers import began, care_home, granted, in_force, refused, represented, requested, urgent
from tests.telling import CASE, Said, day, given


def row(what: str, *said: Said) -> AuthorisationRow:
    rows = [one for one in Authorisations().of(CASE, given(*said).streams[CASE]) if one.what == what]
    assert len(rows) == 1
    return rows[0]


ASKED = care_home.tells(requested(), "2024-05-01")


@pytest.mark.parametrize(
    ("as_at", "standing", "late", "waits"),
    [("2024-05-21", "requested", None, 20), ("2024-05-22", "late", date(2024, 5, 22), 21)],
)
def test_a_request_waits_and_is_late_from_the_22nd_day(
    as_at: str, standing: str, late: date | None, waits: int
) -> None:
    one = row(REQUEST, ASKED)
    assert (one.standing(day(as_at)), one.late_since(day(as_at)), one.waits(day(as_at))) == (standing, late, waits)
    assert one.last_day == date(2024, 5, 21)
    assert (one.provision, one.force) == ("SI 2008/1858, reg 13", "regulations")
    assert "SI 2008/1858, reg 13(1)" in one.limit
    assert one.confidence


@pytest.mark.parametrize(
    ("said", "standing"),
    [
        (council.records(refused(), "2024-06-01"), "refused"),
        (council.records(granted("2025-05-31"), "2024-06-01"), "granted"),
        (care_home.tells(RequestWithdrawn(request="q1"), "2024-06-01"), "withdrawn"),
        (person.tells(PersonDied(), "2024-06-01"), "died waiting"),
    ],
)
def test_nobody_waits_for_what_was_decided_withdrawn_or_outlived(said: Said, standing: str) -> None:
    one = row(REQUEST, ASKED, said)
    assert (one.standing(day("2024-06-02")), one.waits(day("2024-06-02"))) == (standing, None)
    assert one.late_since(day("2024-06-02")) == date(2024, 5, 22)


HERE = care_home.tells(began(place="elms"), "2024-04-20")
ASKED_HERE = care_home.tells(requested(deprivation="d1", place="elms"), "2024-05-01")


@pytest.mark.parametrize(
    "gone",
    [DeprivationEnded(deprivation="d1"), DeprivationMoved(deprivation="d1", place="oaks")],
)
def test_a_request_for_a_place_that_the_person_has_left_waits_no_longer_and_keeps_its_clock(gone: Event) -> None:
    one = row(REQUEST, HERE, ASKED_HERE, care_home.tells(gone, "2024-05-10"))
    stands = [one.standing(day(each)) for each in ("2024-05-10", "2024-05-11", "2024-06-01")]
    assert stands == ["requested", "left", "left"]
    assert [one.waits(day(each)) for each in ("2024-05-10", "2024-05-11")] == [9, None]
    # Nothing in the Schedule says that the duty to assess is over.
    assert one.late_since(day("2024-06-01")) == date(2024, 5, 22)


def test_nobody_has_left_who_came_back_or_for_whom_the_next_place_was_asked_for() -> None:
    moved = care_home.tells(DeprivationMoved(deprivation="d1", place="oaks"), "2024-05-10")
    back = care_home.tells(DeprivationMoved(deprivation="d1", place="elms"), "2024-05-15")
    assert row(REQUEST, HERE, ASKED_HERE, moved, back).standing(day("2024-05-16")) == "requested"
    ahead = care_home.tells(requested(deprivation="d1", place="oaks"), "2024-05-01")
    assert row(REQUEST, HERE, ahead, moved).standing(day("2024-05-16")) == "requested"
    withdrawn = care_home.tells(RequestWithdrawn(request="q1"), "2024-05-12")
    assert row(REQUEST, HERE, ASKED_HERE, moved, withdrawn).standing(day("2024-05-16")) == "withdrawn"


def test_assessments_in_time_are_not_late_although_the_decision_is_awaited() -> None:
    one = row(REQUEST, ASKED, council.tells(AssessmentsCompleted(request="q1"), "2024-05-21"))
    assert (one.standing(day("2024-06-01")), one.assessed_on) == ("requested", date(2024, 5, 21))


def test_the_urgent_authorisation_beside_a_request_is_shown_and_governs() -> None:
    one = row(REQUEST, ASKED, care_home.tells(urgent("2024-05-07"), "2024-05-01"))
    assert (one.urgent_from, one.urgent_until, one.last_day) == (
        day("2024-05-01"),
        day("2024-05-07"),
        day("2024-05-07"),
    )


AUTHORISED = in_force("2024-05-15", "2025-05-14", "2024-05-01")


@pytest.mark.parametrize(
    ("as_at", "standing", "soon"),
    [
        ("2024-05-15", "in force", False),
        ("2025-04-15", "in force", False),
        ("2025-04-16", "in force", True),
        ("2025-05-14", "in force", True),
        ("2025-05-15", "expired", False),
    ],
)
def test_an_authorisation_is_in_force_up_to_its_last_day(as_at: str, standing: str, soon: bool) -> None:
    one = row(AUTHORISATION, *AUTHORISED)
    assert (one.standing(day(as_at)), one.expires_within(28, day(as_at))) == (standing, soon)
    assert (one.waits(day(as_at)), one.late_since(day(as_at))) == (None, None)
    assert one.represented is False


def test_an_authorisation_can_be_suspended_lifted_ended_and_outlived() -> None:
    suspended = care_home.tells(AuthorisationSuspended(authorisation="s1"), "2024-06-01")
    assert row(AUTHORISATION, *AUTHORISED, suspended).standing(day("2024-06-01")) == "suspended"
    lifted = care_home.tells(SuspensionLifted(authorisation="s1"), "2024-06-10")
    assert row(AUTHORISATION, *AUTHORISED, suspended, lifted).standing(day("2024-06-10")) == "in force"
    # 28 days, the day of suspension being the first.
    never = row(AUTHORISATION, *AUTHORISED, suspended)
    assert [never.standing(day(one)) for one in ("2024-06-28", "2024-06-29")] == ["suspended", "ended"]
    too_late = care_home.tells(SuspensionLifted(authorisation="s1"), "2024-06-29")
    assert row(AUTHORISATION, *AUTHORISED, suspended, too_late).standing(day("2024-06-29")) == "ended"
    in_time = care_home.tells(SuspensionLifted(authorisation="s1"), "2024-06-28")
    assert row(AUTHORISATION, *AUTHORISED, suspended, in_time).standing(day("2024-06-29")) == "in force"
    ended = row(AUTHORISATION, *AUTHORISED, council.tells(AuthorisationEnded(authorisation="s1"), "2024-06-01"))
    assert [ended.standing(day(one)) for one in ("2024-06-01", "2024-06-02")] == ["in force", "ended"]
    died = row(AUTHORISATION, *AUTHORISED, person.tells(PersonDied(), "2024-06-01"))
    assert [died.standing(day(one)) for one in ("2024-05-31", "2024-06-01")] == ["in force", "ended"]


def test_an_authorisation_that_begins_later_is_to_begin_and_a_representative_is_seen() -> None:
    ahead = council.records(granted("2025-05-14", begins_on=day("2024-06-01")), "2024-05-15")
    one = row(AUTHORISATION, *AUTHORISED[:-1], ahead, council.decides(represented(), "2024-05-16"))
    assert [one.standing(day(each)) for each in ("2024-05-31", "2024-06-01")] == ["to begin", "in force"]
    assert one.represented is True
