"""The view of continuing healthcare: how far each question is, how long it took, what is late and under what."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.main import app
from swp_domain.case.events import CaseAllocated
from swp_domain.continuing_healthcare.events import (
    ChecklistOutcomeTold,
    ConsiderationEnded,
    HealthcareDisputeArose,
    HealthcareDisputeResolved,
    InterimFundingAgreed,
    LocalReviewDecided,
    LocalReviewRequested,
)
from swp_domain.continuing_healthcare.vocabulary import ChecklistOutcome, ConsiderationEnd, Funder, ReviewResult
from swp_projections import ContinuingHealthcare
from swp_projections.continuing_healthcare import ContinuingHealthcareRow, late_by_force
from tests.cast import council, hospital, person
from tests.desk import put
from tests.healthcare_papers import (
    NOT_ELIGIBLE,
    NOT_TOLD,
    checklist,
    fast_track_received,
    found,
    funding_ended,
    nhs,
    received,
    signs,
    told_in_writing,
    tool,
)
from tests.papers import decided
from tests.telling import Said, day, given

SIGNS = council.tells(signs(), "2024-05-01")
SCREENED = hospital.tells(checklist(), "2024-05-02")
RECEIVED = nhs.tells(received(), "2024-05-03")
TOOL = nhs.tells(tool(), "2024-05-20")
FOUND = nhs.decides(found(), "2024-06-10")
TOLD = nhs.tells(told_in_writing(), "2024-06-12")
DISPUTE = council.tells(HealthcareDisputeArose(dispute="d1", consideration="h1"), "2024-06-15")


def rows(*said: Said, as_at: str = "2030-01-01") -> list[ContinuingHealthcareRow]:
    record = given(*said)
    return ContinuingHealthcare().of("case/one", record.streams["case/one"], as_at=day(as_at))


def stage(*said: Said) -> tuple[str, str]:
    (row,) = {(one.stage, str(one.since)) for one in rows(*said)}
    return row


def test_a_case_in_which_it_is_not_considered_has_no_row() -> None:
    assert rows(council.tells(CaseAllocated(team="East", worker="edith"), "2024-04-01")) == []


def test_how_far_it_is_and_since_when() -> None:
    told = (SIGNS, SCREENED, RECEIVED, TOOL, FOUND)
    names = ("signs noted", "screened", "to be decided", "recommended", "eligible")
    for many, name in enumerate(names, start=1):
        assert stage(*told[:many]) == (name, told[many - 1].proposal.on.isoformat())
    assert stage(*told[:4], nhs.decides(found(NOT_ELIGIBLE), "2024-06-10")) == ("not eligible", "2024-06-10")
    assert stage(*told[:4], nhs.decides(found(NOT_TOLD), "2024-06-10")) == ("decided", "2024-06-10")
    assert stage(*told, nhs.decides(funding_ended(), "2025-06-10")) == ("funding ended", "2025-06-10")
    assert stage(nhs.tells(fast_track_received(), "2024-05-01")) == ("on the fast track", "2024-05-01")
    gone = ConsiderationEnded(consideration="h1", why=ConsiderationEnd.REFUSED)
    assert stage(SIGNS, council.tells(gone, "2024-05-05")) == ("no longer considered", "2024-05-05")
    upheld = LocalReviewDecided(review="v1", consideration="h1", decision=decided(ReviewResult.ELIGIBLE))
    asked = person.tells(LocalReviewRequested(review="v1", consideration="h1"), "2024-06-20")
    reversed_ = nhs.decides(upheld, "2024-07-01")
    assert stage(nhs.decides(found(NOT_ELIGIBLE), "2024-06-10"), asked, reversed_) == ("eligible", "2024-07-01")


def test_a_negative_checklist_that_was_told_is_over() -> None:
    negative = hospital.tells(checklist(ChecklistOutcome.NEGATIVE), "2024-05-02")
    told = nhs.tells(ChecklistOutcomeTold(consideration="h1", in_writing=True), "2024-05-06")
    assert stage(SIGNS, negative) == ("checklist negative", "2024-05-02")
    assert [one.over for one in rows(SIGNS, negative)] == [False]
    assert [(one.over, one.due) for one in rows(negative, told)] == [(True, "")]
    assert [one.over for one in rows(SCREENED, told)] == [False]
    # Notice given all the same is to be decided on.
    assert stage(negative, told, RECEIVED) == ("to be decided", "2024-05-03")


@pytest.mark.parametrize(
    ("on", "decided_on", "days", "counted"),
    [
        ("2024-05-03", "2024-06-10", 38, 38),
        ("2020-03-18", "2020-03-18", 0, 0),
        ("2020-03-18", "2020-03-19", 1, 0),
        ("2020-03-01", "2020-09-11", 194, 28),
        ("2020-05-01", "2020-06-01", 31, 0),
        ("2020-08-31", "2020-09-28", 28, 28),
    ],
)
def test_days_from_the_notification_to_the_decision(on: str, decided_on: str, days: int, counted: int) -> None:
    found_ = rows(nhs.tells(received(), on), nhs.decides(found(), decided_on))
    assert {(one.days, one.days_counted) for one in found_} == {(days, counted)}
    assert {one.framework for one in found_} == {"2018" if on.startswith("2020") else "2022"}


def test_what_is_owed_stands_in_rows_of_its_own_with_what_it_rests_on() -> None:
    told = rows(SIGNS, SCREENED, RECEIVED, TOOL, as_at="2024-06-01")
    assert {(one.due, str(one.last_day), one.limit_force) for one in told} == {
        ("tell in writing whether continuing healthcare is assessed", "None", ""),
        ("decide on continuing healthcare", "2024-05-31", "framework"),
        ("answer the recommendation on continuing healthcare", "2024-05-22", "framework"),
    }
    assert {one.by for one in told} == {"the NHS body"}
    late = {one.due.split()[0]: one.late_since(day("2024-06-01")) for one in told}
    assert late == {"tell": None, "decide": day("2024-06-01"), "answer": day("2024-05-23")}
    assert sorted(one.standing(day("2024-05-31")) for one in told) == ["late", "owed", "owed"]
    assert late_by_force(told, day("2024-05-22")) == {}
    assert late_by_force(told, day("2024-05-31")) == {"framework": 1}
    assert late_by_force([*told, *rows(SIGNS)], day("2024-06-01")) == {"framework": 2, "local policy": 1}


def test_a_dispute_and_a_review_stand_beside_the_question_that_they_are_about() -> None:
    asked = person.tells(LocalReviewRequested(review="v1", consideration="h1"), "2024-06-20")
    told = rows(RECEIVED, nhs.decides(found(NOT_ELIGIBLE), "2024-05-20"), DISPUTE, asked, as_at="2024-07-01")
    assert {one.due for one in told} >= {
        "agree who funds care while it is disputed", "decide the local review of continuing healthcare",
    }  # fmt: skip
    assert {(str(one.disputed_since), one.funder, one.over) for one in told} == {("2024-06-15", None, False)}
    agreed = council.tells(InterimFundingAgreed(dispute="d1", funder=Funder.COUNCIL), "2024-06-16")
    assert {one.funder for one in rows(RECEIVED, DISPUTE, agreed)} == {"the council"}
    settled = council.tells(HealthcareDisputeResolved(dispute="d1"), "2024-06-30")
    assert {one.disputed_since for one in rows(RECEIVED, DISPUTE, settled)} == {None}


def test_what_is_decided_told_and_undisputed_is_over() -> None:
    no = nhs.decides(found(NOT_ELIGIBLE), "2024-06-10")
    (row,) = rows(RECEIVED, no, TOLD)
    assert (row.over, row.due, row.standing(day("2024-07-01"))) == (True, "", "nothing due")
    assert not any(one.over for one in rows(RECEIVED, FOUND, TOLD))


# The command


def shown(tmp_path: Path, *options: str) -> str:
    database = f"sqlite:///{tmp_path / 'r.db'}"
    with_case = council.tells(CaseAllocated(team="East", worker="edith"), "2024-04-01")
    casework = Casework(database)
    try:
        put(casework, with_case, SIGNS, SCREENED, RECEIVED, DISPUTE)
    finally:
        casework.close()
    ran = CliRunner().invoke(app, ["chc", "--database", database, "--as-at", "2024-06-30", *options])
    assert ran.exit_code == 0, ran.output
    return ran.output


def test_the_command_shows_the_late_first_and_counts_them_by_force(tmp_path: Path) -> None:
    text = " ".join(shown(tmp_path).split())
    assert "to be decided" in text
    assert "Late under framework: 1" in text


def test_programs_get_every_field_with_what_is_late(tmp_path: Path) -> None:
    row = json.loads(shown(tmp_path, "--json", "--late"))
    assert (row["consideration"], row["standing"], row["late_since"]) == ("h1", "late", "2024-06-01")
    assert row["team"] == "East"
    assert (row["stage"], row["due"]) == ("to be decided", "decide on continuing healthcare")


def test_what_is_disputed_is_found_by_itself(tmp_path: Path) -> None:
    assert "h1" in shown(tmp_path, "--disputed")
