"""The reviews view: which are late, since when and under what, on any day, as known on any day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.main import app
from swp_domain.case.events import CaseAllocated, CaseHandedOver, WorkerWithdrawn
from swp_domain.duty import DutyStanding
from swp_projections import Reviews
from swp_projections.reviews import ReviewRow
from tests.cast import council, other_council, person
from tests.desk import put
from tests.papers import closed, request
from tests.review_papers import carers_plan_agreed, carers_reviewed, plan_agreed, review_requested, reviewed
from tests.telling import Said, day, given

ALLOCATED = council.tells(CaseAllocated(team="East", worker="edith"), "2024-04-01")
PLAN = council.records(plan_agreed(), "2024-05-01")
HELD = council.records(reviewed(review="v0"), "2024-06-20")
ASKED = person.tells(review_requested(), "2024-08-01")


def rows(*said: Said, as_at: str, known_at: str | None = None) -> dict[str, ReviewRow]:
    record = given(*said)
    known = day(known_at) if known_at else None
    found = Reviews().of("case/one", record.streams["case/one"], as_at=day(as_at), known_at=known)
    return {one.rule: one for one in found}


def test_each_review_that_is_owed_stands_with_its_force_its_holder_and_the_last_one_held() -> None:
    found = rows(ALLOCATED, PLAN, HELD, ASKED, as_at="2025-07-01")
    assert set(found) == {"CA-27-01", "CA-27-03"}
    yearly, asked = found["CA-27-03"], found["CA-27-01"]
    assert (yearly.last_on, yearly.last_kind, yearly.last_outcome) == (day("2024-06-20"), "planned", "unchanged")
    assert (yearly.last_day, yearly.late_since(day("2025-07-01"))) == (day("2025-06-20"), day("2025-06-21"))
    assert (yearly.force, asked.force, asked.limit_force) == ("statutory guidance", "statute", "local policy")
    assert asked.late_since(day("2025-07-01")) == day("2024-09-13")
    assert {(one.team, one.worker) for one in found.values()} == {("East", "edith")}


def test_on_an_earlier_day_it_was_not_yet_late_and_the_case_was_somebody_elses() -> None:
    handed = council.tells(CaseHandedOver(team="West", worker="olu"), "2025-01-10")
    told = (ALLOCATED, PLAN, HELD, ASKED, handed)
    assert rows(*told, as_at="2024-08-20")["CA-27-01"].standing(day("2024-08-20")) == DutyStanding.OWED.value
    assert rows(*told, as_at="2024-08-30")["CA-27-01"].standing(day("2024-08-30")) == "due soon"
    assert rows(*told, as_at="2025-01-09")["CA-27-01"].worker == "edith"
    assert rows(*told, as_at="2025-01-10")["CA-27-01"].worker == "olu"


def test_who_holds_the_case_is_as_the_caseload_has_it() -> None:
    withdrawn = rows(ALLOCATED, PLAN, council.tells(WorkerWithdrawn(), "2024-05-10"), as_at="2024-07-01")
    assert {(one.team, one.worker) for one in withdrawn.values()} == {("East", None)}
    elsewhere = rows(ALLOCATED, PLAN, other_council.tells(closed(), "2024-05-10"), as_at="2024-07-01")
    assert {one.closed_on for one in elsewhere.values()} == {None}
    ours = rows(ALLOCATED, PLAN, council.records(closed(), "2024-05-10"), as_at="2024-07-01")
    assert {one.closed_on for one in ours.values()} == {day("2024-05-10")}


def test_a_review_typed_in_later_was_not_known_before() -> None:
    done = council.records(reviewed(), "2024-08-20", recorded="2025-01-01")
    assert (
        rows(ALLOCATED, PLAN, HELD, ASKED, done, as_at="2024-10-01", known_at="2024-12-31")["CA-27-01"].subject == "v1"
    )
    assert "CA-27-01" not in rows(ALLOCATED, PLAN, HELD, ASKED, done, as_at="2024-10-01")


def test_a_carers_plan_has_its_own_row_and_its_own_last_review() -> None:
    carers = council.records(carers_plan_agreed(), "2024-05-01")
    found = rows(PLAN, carers, council.records(carers_reviewed(review="vc"), "2024-06-01"), as_at="2024-07-01")
    assert found["CA-27-03C"].last_on == day("2024-06-01")
    assert found["CA-27-03"].last_on is None
    assert found["CA-27-02"].standing(day("2024-07-01")) == "late"


def test_a_case_that_owes_no_review_has_a_row_that_says_so() -> None:
    (row,) = rows(person.tells(request(), "2024-05-01"), as_at="2024-05-02").values()
    assert (row.due, row.standing(day("2024-05-02"))) == ("", "nothing due")
    (shut,) = rows(PLAN, HELD, council.records(closed(), "2024-07-01"), as_at="2026-01-01").values()
    assert (shut.due, shut.closed_on, shut.last_on) == ("", day("2024-07-01"), day("2024-06-20"))


@pytest.fixture
def database(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'record.db'}"
    put(Casework(url), ALLOCATED, PLAN, HELD, ASKED)
    return url


def test_a_manager_reads_what_is_late_the_longest_first(database: str) -> None:
    runner = CliRunner()
    asked = ["reviews", "--database", database, "--as-at", "2025-07-01", "--late", "--team", "East", "--json"]
    answer = runner.invoke(app, asked)
    assert answer.exit_code == 0, answer.output
    told = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [(one["rule"], one["late_since"]) for one in told] == [
        ("CA-27-01", "2024-09-13"),
        ("CA-27-03", "2025-06-21"),
    ]
    page = runner.invoke(app, ["reviews", "--database", database, "--as-at", "2025-07-01"])
    assert "as at 2025-07-01" in page.stdout
    nobody = runner.invoke(
        app, ["reviews", "--database", database, "--as-at", "2025-07-01", "--worker", "olu", "--json"]
    )
    assert nobody.stdout == ""
