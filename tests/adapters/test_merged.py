"""Two files of one adult: each tells what is in it, and the adult is counted once."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.main import app
from swp_domain.actor import Actor, BodyKind
from swp_domain.case.events import CaseAllocated
from swp_domain.event import Event
from swp_domain.identity.events import CasesMerged
from swp_domain.planning.events import ServiceStarted
from swp_domain.proposal import propose

CLERK = Actor(id="clerk", kind=BodyKind.COUNCIL, body="Haverby Council")
ALLOCATED = CaseAllocated(team="East", worker="ada")


def shown(folder: Path, *words: str) -> str:
    ran = CliRunner().invoke(app, [*words, "--database", f"sqlite:///{folder / 'record.db'}"], catch_exceptions=False)
    assert ran.exit_code == 0, ran.output
    return " ".join(ran.stdout.split())


def put(folder: Path, *told: tuple[str, Event]) -> None:
    casework = Casework(f"sqlite:///{folder / 'record.db'}")
    casework.submit(*(propose(file, event, CLERK, "2024-06-01") for file, event in told))
    casework.close()


@pytest.fixture
def merged(tmp_path: Path) -> Path:
    service = ServiceStarted(service="s1", provider="A", weekly=Decimal(10))
    put(
        tmp_path,
        *((file, event) for file in ("case/1", "case/2") for event in (ALLOCATED, service)),
        ("case/1", CasesMerged(other="case/2", goes_on_in="case/1")),
        ("case/2", CasesMerged(other="case/1", goes_on_in="case/1")),
    )
    return tmp_path


def test_the_cost_of_both_files_is_that_of_one_person(merged: Path) -> None:
    assert "1 person, £20.00 a week" in shown(merged, "package")
    assert "This file was merged: work goes on in case/1" in shown(merged, "package", "case/2")
    assert "This file was merged" not in shown(merged, "package", "case/1")


def test_the_caseload_shows_both_and_counts_one(merged: Path) -> None:
    out = shown(merged, "caseload")
    assert "case/2" in out
    assert out.rpartition("cases")[2].split()[-4:] == ["East", "not", "set", "1"]


def test_the_page_of_a_case_doubts_a_merge_that_another_file_does_not_bear_out(merged: Path) -> None:
    assert "LOOK AT THE MERGE" not in shown(merged, "case", "case/2")
    put(merged, ("case/3", CasesMerged(other="case/77", goes_on_in="case/77")))
    assert "LOOK AT THE MERGE: nothing is recorded under case/77." in shown(merged, "case", "case/3")
    put(merged, ("case/1", CasesMerged(other="case/2", goes_on_in="case/2")))
    assert "LOOK AT THE MERGE: case/1 says that work goes on in case/2." in shown(merged, "case", "case/2")
