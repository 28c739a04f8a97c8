"""``swp budget``: how a practice's care budget stood, for people and for programs."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.main import app
from swp_domain.actor import Actor, BodyKind
from swp_domain.event import Event
from swp_domain.proposal import propose
from swp_domain.sub_pool.events import CommitmentMade, LoanRepaid, OverspendFound, OverspendMet
from swp_domain.sub_pool.vocabulary import MetFrom
from tests.governance_papers import budget, instalment, keeps_back, may_keep, vired

FILE = "practice/one"
CLERK = Actor(id="clerk", kind=BodyKind.COUNCIL, body="Haverby Council")
NEXT = date(2013, 4, 1)
STORY: tuple[tuple[Event, str], ...] = (
    (budget(homecare=1000, residential=500), "2012-04-01"),
    (CommitmentMade(commitment="c1", line="homecare", pounds=Decimal(400)), "2012-05-01"),
    (vired(100), "2012-06-01"),
    (budget(NEXT, homecare=2000), "2013-04-01"),
    (may_keep(200), "2013-04-20"),
    (keeps_back(200), "2013-04-21"),
    (OverspendFound(year_begins=NEXT, pounds=Decimal("1234.50"), forecast=True), "2013-12-01"),
    (OverspendMet(year_begins=NEXT, pounds=Decimal(50), met_from=MetFrom.CARRIED_SURPLUS), "2013-12-02"),
    (OverspendMet(year_begins=NEXT, pounds=Decimal(300), met_from=MetFrom.COMMISSIONER, loan="l1"), "2013-12-03"),
    (instalment("2015-03-31", 300), "2013-12-04"),
    (LoanRepaid(loan="l1", pounds=Decimal(100)), "2014-12-04"),
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    casework = Casework(f"sqlite:///{tmp_path / 'record.db'}")
    for event, on in STORY:
        casework.submit(propose(FILE, event, CLERK, on))
    casework.close()
    return tmp_path


def run(folder: Path, *words: str, code: int = 0) -> str:
    asked = ["budget", *words, "--database", f"sqlite:///{folder / 'record.db'}"]
    ran = CliRunner().invoke(app, asked, catch_exceptions=False)
    assert ran.exit_code == code, ran.output
    return ran.output


def told(folder: Path, *words: str) -> str:
    return " ".join(run(folder, *words).split())


def test_people_read_lines_surplus_overspends_and_loans(folder: Path) -> None:
    out = told(folder)
    assert "practice/one, lines of the sub-pool" in out
    for seen in ("£1,000.00", "£500.00", "Surplus carried forward that is left: £150.00.", "2012-13", "2013-14"):
        assert seen in out
    assert "£1,234.50 forecast" in out
    assert "2015-03-31" in out
    assert "l1" in out


def test_a_year_and_a_day_narrow_the_answer(folder: Path) -> None:
    for year in ("2012", "2012-13"):
        out = told(folder, FILE, "--year", year)
        assert "2013-14" not in out
        assert "Surplus carried forward that is left: £150.00." in out
        assert "Loans" not in out
    early = told(folder, FILE, "--as-at", "2012-05-31")
    assert early.startswith("practice/one as at 2012-05-31")
    assert "£600.00" in early
    assert "Overspends" not in early
    assert told(folder, "--as-at", "2012-03-31") == "Budgets as at 2012-03-31 No budget is on record."


def test_programs_get_every_column(folder: Path) -> None:
    rows = [json.loads(line) for line in run(folder, "--json").splitlines()]
    assert [row["what"] for row in rows] == ["line", "line", "line", "loan", "overspend", "surplus"]
    first = rows[0]
    assert (first["line"], first["agreed"], first["left"], first["year"]) == (
        "homecare",
        "1000",
        "500",
        "2012-04-01",
    )
    header, *lines = run(folder, "--csv", "--year", "2013").splitlines()
    assert header.startswith("file,key,what,year,line,agreed,vired_in,vired_out,committed,spent")
    assert len(lines) == 3


@pytest.mark.parametrize("year", ["12", "2012x", "next", "²⁰¹²"])
def test_a_year_that_is_none_is_named(folder: Path, year: str) -> None:
    assert "is not a year of account" in told_of_error(folder, year)


def told_of_error(folder: Path, year: str) -> str:
    asked = ["budget", "--year", year, "--database", f"sqlite:///{folder / 'record.db'}"]
    ran = CliRunner().invoke(app, asked, catch_exceptions=False)
    assert ran.exit_code != 0
    return " ".join(ran.output.split())


def test_a_practice_that_is_not_there_is_named(folder: Path) -> None:
    ran = CliRunner().invoke(
        app, ["budget", "practice/none", "--database", f"sqlite:///{folder / 'record.db'}"], catch_exceptions=False
    )
    assert ran.exit_code != 0
    assert "nothing is recorded under practice/none" in " ".join(ran.output.split())
