"""The capacity view: every assessment of a decision side by side, on any day, as known on any day."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.main import app
from swp_domain.capacity.vocabulary import CapacityResult
from swp_projections import Capacity
from swp_projections.capacity import CapacityRow
from tests.capacity_papers import ABLE, assessed, best_interests, doubted, named
from tests.cast import council, hospital
from tests.desk import put
from tests.telling import Said, day, given

HAS, LACKS = CapacityResult.HAS, CapacityResult.LACKS
NAMED, OTHER = council.tells(named(), "2024-05-01"), council.tells(named("q2"), "2024-05-01")
DOUBTED = council.tells(doubted(), "2024-05-02")
FIRST = council.decides(assessed(LACKS, look_again_on=day("2024-09-01")), "2024-05-10")
SECOND = hospital.decides(assessed(HAS), "2024-05-20")
THIRD = council.decides(assessed(LACKS), "2024-08-01")
BEST = council.decides(best_interests(), "2024-05-12")


def rows(*said: Said, as_at: str, known_at: str | None = None) -> list[CapacityRow]:
    record = given(*said)
    known = day(known_at) if known_at else None
    return Capacity().of("case/one", record.streams["case/one"], as_at=day(as_at), known_at=known)


def test_a_decision_that_nobody_assessed_has_a_row_of_its_own() -> None:
    first, second = rows(NAMED, OTHER, DOUBTED, as_at="2024-05-31")
    assert (first.decision, first.matter, first.named_on) == ("q1", "where to live", day("2024-05-01"))
    assert (first.doubted_on, first.standing(day("2024-05-31"))) == (day("2024-05-02"), "not assessed")
    assert (second.decision, second.doubted_on, second.in_force(day("2024-05-31"))) == ("q2", None, False)


def test_assessments_stand_side_by_side_with_their_limbs_and_what_they_contradict() -> None:
    first, second, third = rows(NAMED, DOUBTED, FIRST, SECOND, THIRD, BEST, as_at="2024-08-01")
    assert (first.uses_or_weighs, first.understands, first.impairment, first.because_of_it) == (False, True, True, True)
    assert (first.assessor, first.assessor_kind, first.result) == ("council-worker", "council", LACKS.value)
    assert (second.assessor_kind, second.result, second.uses_or_weighs) == ("hospital", HAS.value, True)
    assert (first.opposite_of, second.opposite_of, third.opposite_of) == ("2024-05-20", "2024-05-10", "")
    assert (first.in_force_to, second.in_force_to, third.in_force_to) == (day("2024-05-19"), day("2024-07-31"), None)
    on = [day("2024-05-09"), day("2024-05-10"), day("2024-05-20"), day("2024-08-01")]
    assert [first.standing(one) for one in on] == ["not assessed", "opposite findings", "replaced", "replaced"]
    assert [second.standing(one) for one in on][2:] == ["opposite findings", "replaced"]
    assert [third.in_force(one) for one in on] == [False, False, False, True]
    assert {(one.best_interests, one.best_interests_on, one.helped_to_decide) for one in (first, second, third)} == {
        ("b1", day("2024-05-12"), True)
    }


def test_a_decision_in_best_interests_is_in_doubt_once_an_assessment_says_otherwise() -> None:
    said = (NAMED, FIRST, BEST, SECOND)
    assert {one.best_interests_doubt for one in rows(*said, as_at="2024-05-19")} == {""}
    doubt = "since 2024-05-20: an assessment of capacity in force"
    assert {one.best_interests_doubt for one in rows(*said, as_at="2024-05-20")} == {doubt}
    assert {one.best_interests_doubt for one in rows(*said, THIRD, as_at="2024-08-01")} == {""}
    then = hospital.decides(assessed(HAS), "2024-05-11", recorded="2024-07-01")
    late = rows(NAMED, FIRST, BEST, then, as_at="2024-07-01")
    assert {one.best_interests_doubt for one in late} == {"on its day: an assessment of capacity in force"}


def test_on_an_earlier_day_and_as_known_then_there_was_no_contradiction() -> None:
    (only,) = rows(NAMED, FIRST, SECOND, as_at="2024-05-19")
    assert (only.standing(day("2024-05-19")), only.opposite_of, only.in_force_to) == ("in force", "", None)
    late = hospital.decides(assessed(HAS), "2024-05-20", recorded="2024-07-01")
    assert len(rows(NAMED, FIRST, late, as_at="2024-06-01", known_at="2024-06-30")) == 1
    assert len(rows(NAMED, FIRST, late, as_at="2024-06-01")) == 2


def test_a_finding_past_its_last_day_is_to_be_looked_at_again_and_a_void_one_counts_for_nothing() -> None:
    (first,) = rows(NAMED, FIRST, as_at="2024-09-02")
    assert [first.standing(day(one)) for one in ("2024-09-01", "2024-09-02")] == ["in force", "to be looked at again"]
    wrong = hospital.decides(assessed(LACKS, found=ABLE), "2024-05-20")
    kept, void = rows(NAMED, SECOND, wrong, as_at="2024-06-01")
    assert [one.standing(day("2024-06-01")) for one in (kept, void)] == ["in force", "void"]
    assert (void.counts, void.opposite_of, kept.opposite_of) == (False, "", "")


@pytest.fixture
def database(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'record.db'}"
    put(Casework(url), NAMED, OTHER, DOUBTED, FIRST, SECOND, BEST)
    return url


def test_a_practitioner_reads_what_was_found_about_each_decision(database: str) -> None:
    runner = CliRunner()
    asked = ["capacity", "case/one", "--database", database, "--as-at", "2024-05-20"]
    answer = runner.invoke(app, [*asked, "--json"])
    assert answer.exit_code == 0, answer.output
    told = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [(one["decision"], one["result"], one["standing"], one["in_force"]) for one in told] == [
        ("q1", LACKS.value, "replaced", False),
        ("q1", HAS.value, "opposite findings", True),
        ("q2", "", "not assessed", False),
    ]
    page = runner.invoke(app, asked)
    assert "use or weigh" in page.stdout
    assert "DOUBT" in page.stdout
    assert "as at 2024-05-20" in page.stdout
    assert runner.invoke(app, ["capacity", "case/nobody", "--database", database]).exit_code != 0
    everybody = runner.invoke(app, ["capacity", "--database", database, "--csv"])
    assert everybody.stdout.count("case/one") == 3
