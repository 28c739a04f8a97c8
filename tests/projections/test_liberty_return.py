"""The return on deprivations of liberty: what is in it, parts that make wholes, and nothing lost between two years."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given as drawn
from hypothesis import settings
from hypothesis import strategies as st

from swp_domain.actor import Actor, BodyKind
from swp_domain.case.events import PersonDied
from swp_domain.entry import AnyEntry, entry_of
from swp_domain.event import EntryRetracted, Event
from swp_domain.identity.events import CasesMerged
from swp_domain.law.dates import PartialDate
from swp_domain.law.liberty_collection import Answer, collection_year
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import Requirement
from swp_domain.liberty.events import (
    AssessmentsCompleted,
    AuthorisationEnded,
    AuthorisationSuspended,
    DeprivationBegan,
    DeprivationEnded,
    RequestWithdrawn,
    UnauthorisedDeprivationDecided,
)
from swp_domain.liberty.vocabulary import ReportOutcome, RequestGround, ReviewOutcome, Setting
from swp_projections.liberty_return import Return
from swp_projections.liberty_return_active import Came
from swp_projections.liberty_return_fold import LibertyReturn
from swp_projections.liberty_return_gaps import NOT_TOLD
from swp_projections.liberty_return_rows import DIED, NOT_DECIDED, WITHDRAWN, ApplicationRow
from swp_projections.safeguarding_board_cells import mismatches
from tests.cast import council, other_council, person, practice
from tests.liberty_papers import (
    all_met,
    assessed,
    care_home,
    granted,
    in_force,
    refused,
    requested,
    reviewed,
    terminated,
    urgent,
    used_again,
)
from tests.papers import decided
from tests.telling import CASE, Record, Said, day, given

TWO = "case/two"


def folded(record: Record, year: int, on: str | None = None, known_at: str | None = None) -> Return:
    asked = collection_year(year)
    last = day(on) if on else asked.last
    assert last is not None
    rows = [
        row
        for file, entries in record.streams.items()
        for row in LibertyReturn().of(file, entries, as_at=last, known_at=day(known_at) if known_at else None)
    ]
    made = Return(rows, asked, last)
    assert list(mismatches(made.tables)) == []
    return made


def returned(
    *said: Said | tuple[Said, ...], year: int = 2023, on: str | None = None, known_at: str | None = None
) -> Return:
    return folded(given(*said), year, on, known_at)


def only(told: Return) -> ApplicationRow:
    (one,) = told.applications
    return one


def parts(told: Return, name: str) -> dict[str, int]:
    """The parts of a whole that are not nought."""
    found = {key.removeprefix(f"{name}/"): cell.count for key, cell in told.cells.items() if key.startswith(f"{name}/")}
    return {key: count for key, count in found.items() if count}


def counts(told: Return, *names: str) -> list[Any]:
    return [told.cells[name].number for name in names]


def how(told: Return) -> list[Came]:
    return list(told.came.values())


# Which applications are in it


def test_a_request_of_31_march_that_is_decided_on_1_april_is_in_both_years_and_decided_in_the_second() -> None:
    told = (care_home.tells(requested(), "2024-03-31"), council.records(refused(), "2024-04-01"))
    first, second = returned(*told, year=2023), returned(*told, year=2024)
    assert (how(first), only(first).stands) == ([Came.RECEIVED], NOT_DECIDED)
    assert (how(second), only(second).stands) == ([Came.WAITING], "refused")
    assert counts(first, "received", "waiting", "signed-off") == [1, 1, 0]
    assert counts(second, "received", "waiting", "signed-off", "to-deal-with-came/waiting-before") == [0, 0, 1, 1]
    assert returned(*told, year=2022).applications == returned(*told, year=2025).applications == []


@pytest.mark.parametrize(
    ("received", "decided_on", "among"),
    [
        ("2023-03-31", "2023-03-31", None),
        ("2023-03-31", "2023-04-01", Came.WAITING),
        ("2023-04-01", "2023-04-01", Came.RECEIVED),
        ("2024-02-29", "2024-03-31", Came.RECEIVED),
        ("2024-04-01", "2024-04-01", None),
    ],
)
def test_a_year_is_1_april_to_31_march(received: str, decided_on: str, among: Came | None) -> None:
    told = returned(care_home.tells(requested(), received), council.records(refused(), decided_on))
    assert how(told) == ([among] if among else [])


@pytest.mark.parametrize(
    ("until", "more", "inside"),
    [
        ("2023-03-31", (), False),
        ("2023-04-01", (), True),
        ("2024-01-10", (council.tells(AuthorisationEnded(authorisation="s1"), "2023-03-31"),), False),
        ("2024-01-10", (council.tells(AuthorisationEnded(authorisation="s1"), "2023-04-01"),), True),
        ("2024-01-10", (council.decides(terminated(), "2023-03-30"),), False),
        ("2024-01-10", (person.tells(PersonDied(), "2023-03-31"),), False),
        ("2024-01-10", (person.tells(PersonDied(), "2023-04-01"),), True),
    ],
)
def test_what_was_granted_before_the_year_is_in_it_while_the_authorisation_lasts(
    until: str, more: tuple[Said, ...], inside: bool
) -> None:
    told = returned(*in_force("2023-01-20", until, "2023-01-10"), *more)
    assert how(told) == ([Came.AUTHORISED] if inside else [])
    assert counts(told, "received", "signed-off", "to-deal-with") == [0, 0, 0]


def test_an_authorisation_that_begins_in_the_year_was_active_before_it_began() -> None:
    ahead = council.records(granted("2024-03-01", begins_on=day("2023-04-05")), "2023-03-20")
    told = returned(care_home.tells(requested(), "2023-03-10"), *all_met("2023-03-12"), ahead, on="2023-04-04")
    assert (how(told), parts(told, "in-place")) == ([Came.AUTHORISED], {"to-begin": 1})
    told = returned(care_home.tells(requested(), "2023-03-10"), *all_met("2023-03-12"), ahead, on="2023-04-05")
    assert parts(told, "in-place") == {"begun": 1}


def test_an_authorisation_is_in_place_on_its_last_day_and_suspended_is_told() -> None:
    told = in_force("2023-05-10", "2024-03-31", "2023-05-01")
    assert parts(returned(*told), "in-place") == {"begun": 1}
    still = care_home.tells(AuthorisationSuspended(authorisation="s1"), "2024-03-10")
    assert parts(returned(*told, still), "in-place") == {"suspended": 1}
    assert returned(*in_force("2023-05-10", "2024-03-30", "2023-05-01")).cells["in-place"].count == 0


def test_somewhere_else_than_a_hospital_or_a_care_home_is_not_in_the_return_and_is_said() -> None:
    told = returned(care_home.tells(requested(setting=Setting.SUPPORTED_LIVING), "2023-05-01"))
    assert told.applications == []
    assert counts(told, "put-right/elsewhere") == [1]


def test_a_report_that_is_borne_out_is_an_application_received_on_that_day() -> None:
    def found(outcome: ReportOutcome) -> UnauthorisedDeprivationDecided:
        return UnauthorisedDeprivationDecided(report="r1", request="q1", decision=decided(outcome))

    told = returned(council.records(found(ReportOutcome.UNAUTHORISED), "2023-05-01"))
    assert parts(told, "received-ground") == {"after_report": 1}
    assert (parts(told, "received-place"), parts(told, "waiting-assessed")) == ({"not-told": 1}, {"late": 1})
    told = returned(
        council.records(found(ReportOutcome.UNAUTHORISED), "2023-05-01"),
        care_home.tells(requested(setting=Setting.HOSPITAL, ground=RequestGround.AFTER_REPORT), "2023-05-03"),
        council.records(refused(), "2023-05-21"),
    )
    assert (only(told).days, parts(told, "received-place")) == (20, {"hospital": 1})
    assert returned(council.records(found(ReportOutcome.NOT_DEPRIVED), "2023-05-01")).applications == []
    void = returned(practice.records(found(ReportOutcome.UNAUTHORISED), "2023-05-01"))
    assert (void.applications, counts(void, "put-right/no-receipt")) == ([], [0])


def test_a_decision_on_another_application_says_nothing_of_this_one() -> None:
    told = returned(
        care_home.tells(requested(), "2023-05-01"),
        care_home.tells(requested(request="q2"), "2023-06-01"),
        council.records(granted("2024-03-01"), "2023-06-02"),
        council.records(granted("2024-05-01", request="q2"), "2024-04-20"),
        year=2023,
    )
    assert {one.application: one.stands for one in told.applications} == {"q1": "granted", "q2": NOT_DECIDED}


@pytest.mark.parametrize("other", ["2023-05-10", "2023-07-10"])
def test_an_authorisation_whose_name_is_used_twice_decides_each_application_on_its_own_day(other: str) -> None:
    grant = council.records(granted("2024-05-01"), "2023-06-10", recorded="2023-09-01")
    refusal = council.records(refused(request="q2"), other, recorded="2023-09-01")
    later_first = (refusal, grant) if other > "2023-06-10" else (grant, refusal)
    asked = (care_home.tells(requested(request=one), "2023-05-01") for one in ("q1", "q2"))
    told = returned(*asked, *later_first)
    found = {one.application: (one.stands, one.over_on) for one in told.applications}
    assert found == {"q1": ("granted", day("2023-06-10")), "q2": ("refused", day(other))}


# What became of them


def test_a_withdrawal_ends_the_waiting_and_is_not_signed_off() -> None:
    asked = care_home.tells(requested(), "2023-05-01")
    told = returned(asked, care_home.tells(RequestWithdrawn(request="q1"), "2023-05-10"))
    assert (parts(told, "received"), only(told).assessed_on) == ({"withdrawn": 1}, None)
    assert counts(told, "signed-off", "waiting") == [0, 0]
    before = returned(asked, care_home.tells(RequestWithdrawn(request="q1"), "2023-05-10"), on="2023-05-09")
    assert counts(before, "waiting", "waiting-days/most") == [1, 8]


def test_a_death_ends_the_waiting_and_what_is_signed_off_after_it_is_counted_when_it_was() -> None:
    asked, death = care_home.tells(requested(), "2024-03-01"), person.tells(PersonDied(), "2024-03-20")
    late = council.records(refused(), "2024-04-03")
    first = returned(asked, death, late)
    assert (only(first).stands, parts(first, "to-deal-with")) == (DIED, {"died-before-it-was-decided": 1})
    assert counts(first, "waiting", "signed-off") == [0, 0]
    second = returned(asked, death, late, year=2024)
    assert (how(second), only(second).stands) == ([Came.SIGNED_SINCE], "refused")
    assert counts(second, "signed-off", "to-deal-with") == [1, 0]
    assert returned(asked, death, year=2024).applications == []
    formally = care_home.tells(RequestWithdrawn(request="q1"), "2024-04-01")
    assert only(returned(asked, death, formally, year=2024)).stands == WITHDRAWN


def test_what_is_refused_is_told_with_each_requirement_not_met() -> None:
    def told(file: str, *met: tuple[Requirement, bool]) -> list[Said]:
        found = [council.tells(assessed(one, yes), "2023-05-10", file=file) for one, yes in met]
        return [
            care_home.tells(requested(), "2023-05-01", file=file),
            *found,
            council.records(refused(), "2023-05-12", file=file),
        ]

    both = told(CASE, (Requirement.BEST_INTERESTS, False), (Requirement.AGE, True), (Requirement.ELIGIBILITY, False))
    made = returned(*both, *told(TWO))
    assert parts(made, "refused") == {"best-interests": 1, "eligibility": 1, "not-told": 1}
    assert counts(made, "refused", "signed-off/refused") == [2, 2]
    one = next(one for one in made.applications if one.file == CASE)
    assert one.answers == {
        **dict.fromkeys(Requirement, Answer.NOT_ASSESSED),
        Requirement.BEST_INTERESTS: Answer.NOT_SATISFIED,
        Requirement.AGE: Answer.SATISFIED,
        Requirement.ELIGIBILITY: Answer.NOT_SATISFIED,
    }
    assert one.last_assessed is not None
    assert one.last_assessed.on == day("2023-05-10")


def test_an_assessment_used_again_is_equivalent_and_no_new_assessment() -> None:
    again = council.records(used_again(Requirement.AGE, "2023-01-05"), "2023-05-10")
    one = only(returned(care_home.tells(requested(), "2023-05-01"), again))
    assert (one.answers[Requirement.AGE], one.last_assessed) == (Answer.EQUIVALENT, None)
    against = council.records(used_again(Requirement.AGE, "2023-01-05", decision=decided(False)), "2023-05-10")
    one = only(returned(care_home.tells(requested(), "2023-05-01"), against))
    assert (one.answers[Requirement.AGE], one.not_met) == (Answer.NOT_SATISFIED, (Requirement.AGE,))


def test_the_last_assessment_is_the_latest() -> None:
    told = returned(
        care_home.tells(requested(), "2023-05-01"),
        council.tells(assessed(Requirement.AGE), "2023-05-09"),
        council.tells(assessed(Requirement.ELIGIBILITY), "2023-05-03"),
        council.records(granted(None), "2023-05-20"),
    )
    last = only(told).last_assessed
    assert last is not None
    assert (last.on, counts(told, "put-right/no-end", "in-place")) == (day("2023-05-09"), [1, 1])


def test_a_grant_is_told_with_its_days_and_its_reviews() -> None:
    shorter = council.decides(reviewed(until=day("2023-12-31")), "2023-08-01")
    varied = council.decides(reviewed(ReviewOutcome.CONDITIONS_VARIED, review="r2"), "2023-09-01")
    told = returned(*in_force("2023-05-15", "2024-05-14", "2023-05-01"), shorter, varied)
    one = only(told).granted
    assert one is not None
    assert (one.begins_on, one.planned_until, one.until) == (day("2023-05-15"), day("2024-05-14"), day("2023-12-31"))
    assert (one.reviews, one.latest_review) == (2, ReviewOutcome.CONDITIONS_VARIED)
    assert one.last_day(day("2023-12-31")) is None
    assert one.last_day(day("2024-01-01")) == day("2023-12-31")


# How long it took


@pytest.mark.parametrize(
    ("received", "signed", "days", "among"),
    [
        ("2023-05-01", "2023-05-01", 0, "in-time"),
        ("2023-05-01", "2023-05-21", 20, "in-time"),
        ("2023-05-01", "2023-05-22", 21, "later"),
        ("2024-02-20", "2024-03-11", 20, "in-time"),
        ("2023-05-01/2023-05-03", "2023-05-21", None, "in-time"),
        ("2023-05-01/2023-05-03", "2023-05-22", None, "not-told"),
        ("2023-05-01/2023-05-03", "2023-05-23", None, "not-told"),
        ("2023-05-01/2023-05-03", "2023-05-24", None, "later"),
        ("2023-05-01", "2023-05-20/2023-05-22", None, "not-told"),
        ("2023-05", "2023-09", None, "later"),
    ],
)
def test_21_days_begin_with_the_day_of_receipt_and_vague_days_accuse_nobody(
    received: str, signed: str, days: int | None, among: str
) -> None:
    told = returned(
        care_home.tells(requested(), received, recorded="2024-03-31"),
        council.records(refused(), signed, recorded="2024-03-31"),
    )
    assert (only(told).days, parts(told, "signed-off-time")) == (days, {among: 1})
    assert counts(told, "put-right/vague") == [0 if days is not None else 1]


def test_the_middle_and_the_longest_are_told_with_what_took_them() -> None:
    said: list[Said] = []
    for number, on in enumerate(("2023-05-11", "2023-05-21", "2023-07-01")):
        file = f"case/{number}"
        said += [
            care_home.tells(requested(), "2023-05-01", file=file),
            council.records(refused(), on, file=file, entry=f"d{number}"),
        ]
    told = returned(*said)
    assert counts(told, "signed-off-days/middle", "signed-off-days/most") == [20, 61]
    assert [one.file for one in told.cells["signed-off-days/most"].rows] == ["case/2"]
    assert parts(told, "signed-off-time") == {"in-time": 2, "later": 1}


def test_a_request_for_a_place_that_the_person_has_left_waits_and_is_to_be_looked_at() -> None:
    here = care_home.tells(DeprivationBegan(deprivation="d1"), "2023-05-01")
    asked = care_home.tells(requested(deprivation="d1"), "2023-06-01")
    gone = care_home.tells(DeprivationEnded(deprivation="d1"), "2023-07-01")
    assert counts(returned(here, asked), "waiting", "put-right/left") == [1, 0]
    assert counts(returned(here, asked, gone), "waiting", "put-right/left") == [1, 1]
    withdrawn = care_home.tells(RequestWithdrawn(request="q1"), "2023-07-02")
    assert counts(returned(here, asked, gone, withdrawn), "waiting", "put-right/left") == [0, 0]


def test_a_decision_before_the_receipt_is_said_and_counted_in_no_time() -> None:
    told = returned(council.records(refused(), "2023-05-01"), care_home.tells(requested(), "2023-06-01"))
    assert (only(told).days, parts(told, "signed-off-time")) == (None, {"not-told": 1})
    assert counts(told, "put-right/backwards") == [1]


def test_who_waits_is_told_by_how_the_assessments_stand() -> None:
    def asked(file: str, on: str) -> Said:
        return care_home.tells(requested(), on, file=file)

    complete = council.tells(AssessmentsCompleted(request="q1"), "2024-03-05", file="case/done")
    told = returned(
        asked("case/late", "2024-03-10"), asked("case/today", "2024-03-11"), asked("case/done", "2024-03-01"),
        asked("case/old", "2023-03-01"), complete,
    )  # fmt: skip
    assert parts(told, "waiting-assessed") == {"late": 2, "in-time": 1, "assessed": 1}
    assert parts(told, "waiting") == {"received": 3, "before": 1}
    assert counts(told, "waiting-days/most") == [396]
    vague = returned(care_home.tells(requested(), "2024-02", recorded="2024-03-31"))
    assert counts(vague, "waiting") == [1]
    assert "waiting-days/most" not in vague.cells


def test_an_urgent_authorisation_is_told_of_the_request_beside_it() -> None:
    plain = care_home.tells(requested(ground=RequestGround.RENEWAL), "2023-05-02", file=TWO)
    told = returned(
        care_home.tells(requested(), "2023-05-01"), care_home.tells(urgent("2023-05-07"), "2023-05-01"), plain
    )
    assert parts(told, "received-urgent") == {"given": 1, "none": 1}
    assert parts(told, "received-ground") == {"first": 1, "renewal": 1}


# People


def test_an_adult_counts_once_in_however_many_files() -> None:
    said = (
        care_home.tells(requested(), "2023-05-01"),
        care_home.tells(requested(request="q2", ground=RequestGround.RENEWAL), "2023-10-01"),
        care_home.tells(requested(request="q9"), "2023-06-01", file=TWO),
        care_home.tells(requested(), "2023-07-01", file="case/three"),
    )
    assert parts(returned(*said), "people") == {"several": 1, "one": 2}
    merged = council.tells(CasesMerged(other=CASE, goes_on_in=CASE), "2023-08-01", file=TWO, entry="merged")
    further = council.tells(CasesMerged(other=TWO, goes_on_in=TWO), "2023-08-02", file="case/three")
    told = returned(*said, merged, further)
    assert (parts(told, "people"), parts(told, "people-received")) == ({"several": 1}, {"several": 1})
    (adult,) = told.cells["people"].rows
    assert adult.file == told.person(told.applications[0]) == CASE
    assert set(told.cells["active"].entries) < set(adult.entries)
    assert "merged" in adult.entries


# What is to be looked at


def test_what_cannot_be_placed_is_listed_and_not_in_the_return() -> None:
    told = returned(council.records(granted("2024-04-30", request=None), "2023-05-01"))
    assert (told.applications, counts(told, "put-right/no-application")) == ([], [1])
    told = returned(council.records(granted("2024-04-30"), "2023-05-01"))
    assert (told.applications, counts(told, "put-right/no-receipt")) == ([], [1])
    assert counts(
        folded(given(council.records(granted("2024-04-30"), "2023-05-01")), 2024), "put-right/no-receipt"
    ) == [1]
    assert counts(
        folded(given(council.records(granted("2024-03-31"), "2023-05-01")), 2024), "put-right/no-receipt"
    ) == [0]


def test_a_decision_that_does_not_count_is_none_and_another_bodys_is_said() -> None:
    asked = care_home.tells(requested(), "2023-05-01")
    told = returned(asked, practice.records(refused(), "2023-05-10"))
    assert (only(told).stands, counts(told, "put-right/uncounted", "waiting")) == (NOT_DECIDED, [1, 1])
    told = returned(asked, other_council.tells(refused(), "2023-05-10"))
    assert (only(told).stands, counts(told, "put-right/another")) == ("refused", [1])


def test_a_day_so_vague_that_it_may_lie_in_another_year_is_said() -> None:
    told = returned(care_home.tells(requested(place=None), "2024-03-30/2024-04-02", recorded="2024-05-01"))
    assert counts(told, "received", "put-right/two-years", "put-right/vague", "put-right/no-place") == [1, 1, 1, 1]
    told = returned(care_home.tells(requested(), "2024-02", recorded="2024-05-01"))
    assert counts(told, "put-right/two-years", "put-right/vague") == [0, 1]


def test_what_the_record_cannot_say_is_said_aloud() -> None:
    told = returned()
    assert told.tables[-1].unsaid == NOT_TOLD
    assert any("ethnicity" in one for one in NOT_TOLD)


# The record


def test_a_number_lists_exactly_the_entries_that_it_stands_on() -> None:
    told = returned(
        care_home.tells(requested(), "2023-05-01", entry="r"),
        care_home.tells(requested(request="q2"), "2023-05-02", entry="r2"),
        council.tells(assessed(Requirement.AGE, False), "2023-05-03", entry="a"),
        council.records(refused(), "2023-05-04", entry="d"),
    )
    assert told.cells["signed-off/refused"].entries == ("r", "a", "d")
    assert told.cells["waiting"].entries == ("r2",)


def test_a_correction_moves_an_application_to_another_year_and_what_was_known_before_stays() -> None:
    record = given(
        care_home.tells(requested(), "2024-03-31", recorded="2024-04-02", entry="r"),
        care_home.corrects("r", requested(), "2024-04-01", recorded="2024-05-01"),
    )
    assert counts(folded(record, 2023), "received") == [0]
    assert counts(folded(record, 2024), "received") == [1]
    assert counts(folded(record, 2023, known_at="2024-04-30"), "received") == [1]


def test_what_is_taken_back_is_in_no_return() -> None:
    record = given(
        care_home.tells(requested(), "2023-05-01", entry="r"),
        council.records(refused(), "2023-05-04", entry="d"),
        council.corrects("d", EntryRetracted(), "2023-06-01", recorded="2023-06-01", file=CASE),
    )
    assert parts(folded(record, 2023), "received") == {"not-decided": 1}
    assert parts(folded(record, 2023, known_at="2023-05-31"), "received") == {"refused": 1}


def test_there_is_no_year_before_the_collection() -> None:
    assert collection_year(2013).first == day("2013-04-01")
    assert collection_year(2023).last == day("2024-03-31")
    with pytest.raises(ValueError, match="since 2013"):
        collection_year(2012)


# Whatever is told

_WHO = {kind: Actor(id=kind.value, kind=kind) for kind in (BodyKind.COUNCIL, BodyKind.OTHER_COUNCIL)}
FIRST, LAST = day("2022-12-01"), day("2025-07-31")


@st.composite
def happened(draw: st.DrawFn) -> Event:
    """Something about one of two applications, or of two authorisations, or of the adult."""
    which = {"request": draw(st.sampled_from(("q1", "q2")))}
    what = draw(st.sampled_from(("s1", "s2")))
    until = draw(st.none() | st.dates(FIRST, LAST))
    setting = draw(st.sampled_from((Setting.CARE_HOME, Setting.HOSPITAL, Setting.OWN_HOME)))
    found: Event = draw(
        st.sampled_from(
            (
                requested(**which, setting=setting),
                requested(**which, setting=setting),
                UnauthorisedDeprivationDecided(
                    report="r1", decision=decided(draw(st.sampled_from(ReportOutcome))), **which
                ),
                RequestWithdrawn(**which),
                refused(**which, authorisation=what),
                granted(until.isoformat() if until else None, **which, authorisation=what),
                granted(until.isoformat() if until else None, **which, authorisation=what),
                granted(None, request=None, authorisation=what),
                assessed(Requirement.AGE, draw(st.booleans()), **which),
                urgent(None, **which),
                reviewed(authorisation=what, until=until),
                AuthorisationSuspended(authorisation=what),
                AuthorisationEnded(authorisation=what),
                PersonDied(),
                CasesMerged(other="case/b", goes_on_in="case/a"),
            )
        )
    )
    return found


@st.composite
def told_files(draw: st.DrawFn) -> dict[str, list[AnyEntry]]:
    """Two files in which anything is told in any order, with vague days, corrections and void decisions."""
    return {file: draw(_told(file)) for file in ("case/a", "case/b")}


@st.composite
def _told(draw: st.DrawFn, file: str) -> list[AnyEntry]:
    made: list[AnyEntry] = []
    for version in range(1, draw(st.integers(0, 9)) + 1):
        back = bool(made) and draw(st.integers(0, 5)) == 0
        about = draw(st.sampled_from(made)) if back else None
        event: Event = draw(happened())
        if about is not None and draw(st.booleans()):
            event = EntryRetracted()
        elif about is not None and not isinstance(about.event, EntryRetracted):
            event = about.event
        else:
            about = None
        on = draw(st.dates(FIRST, LAST))
        long = timedelta(draw(st.sampled_from((0, 0, 0, 3, 30))))
        occurred = PartialDate.parse(f"{on}/{on + long}") if long else PartialDate.on(on)
        made.append(
            entry_of(type(event))(
                format=1, stream=file, version=version, entry_id=f"{file} {version}", event_name=event.name,
                event_version=1, event=event, occurred=occurred, occurred_on=on,
                recorded_at=datetime(2025, 9, 1, tzinfo=UTC) + timedelta(days=version),
                by=_WHO[draw(st.sampled_from(list(_WHO)))], counts=draw(st.integers(0, 9)) > 0,
                corrects=about.entry_id if about is not None else None,
            )
        )  # fmt: skip
    return made


def _of(files: dict[str, list[AnyEntry]], year: int, known_at: date | None = None) -> Return:
    asked = collection_year(year)
    assert asked.last is not None
    rows = [
        one
        for file, told in files.items()
        for one in LibertyReturn().of(file, told, as_at=asked.last, known_at=known_at)
    ]
    return Return(rows, asked, asked.last)


def _named(rows: Iterable[Any]) -> set[tuple[str, str]]:
    return {(one.file, one.key) for one in rows}


many = settings(max_examples=100, deadline=None)


@many
@drawn(told_files())
def test_whatever_is_told_parts_make_wholes_and_numbers_have_their_entries(files: dict[str, list[AnyEntry]]) -> None:
    ids = {one.entry_id for told in files.values() for one in told}
    for year in (2022, 2023, 2024, 2025):
        told = _of(files, year)
        assert list(mismatches(told.tables)) == []
        names = [cell.name for table in told.tables for _, _, cell in table.cells]
        assert len(names) == len(set(names))
        for cell in told.cells.values():
            assert all(row.entries for row in cell.rows)
            assert set(cell.entries) <= ids


@many
@drawn(told_files())
def test_what_waits_at_the_end_of_a_year_waits_when_the_next_begins(files: dict[str, list[AnyEntry]]) -> None:
    for year in (2022, 2023, 2024):
        assert _named(_of(files, year).waiting) == _named(_of(files, year + 1).that(Came.WAITING))


@many
@drawn(told_files())
def test_an_application_is_received_in_one_year_and_is_in_every_one_in_which_it_was_signed_off(
    files: dict[str, list[AnyEntry]],
) -> None:
    years = [_of(files, year) for year in (2022, 2023, 2024, 2025)]
    received = [one for told in years for one in _named(told.that(Came.RECEIVED))]
    assert len(received) == len(set(received))
    for told in years:
        every = [one for one in told._rows if isinstance(one, ApplicationRow) and one.setting is not Setting.OWN_HOME]
        signed = [one for one in every if one.signed is not None and one.signed.when.on in told.year]
        assert _named(one for one in signed if one.received is not None) == _named(told.signed)
        assert _named(one for one in signed if one.received is None) <= _named(told.outside)


@many
@drawn(told_files(), st.integers(0, 9))
def test_an_answer_as_known_is_the_answer_without_what_came_later(
    files: dict[str, list[AnyEntry]], version: int
) -> None:
    then = date(2025, 9, 1) + timedelta(days=version)
    before = {file: [one for one in told if one.recorded_at.date() <= then] for file, told in files.items()}
    now, as_known = _of(before, 2023), _of(files, 2023, known_at=then)
    assert {name: cell.entries for name, cell in now.cells.items()} == {
        name: cell.entries for name, cell in as_known.cells.items()
    }
