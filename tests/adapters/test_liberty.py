"""``swp liberty``: days that nothing authorised, by person; a line for each stretch; requests that wait."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.errors import DONE
from swp_adapters.cli.main import app
from tests.cast import council
from tests.desk import put
from tests.liberty_papers import began, care_home, requested, urgent
from tests.papers import application


@pytest.fixture
def url(tmp_path: Path) -> str:
    """Somebody detained since 1 May, with an urgent authorisation of a week, and a request that waits."""
    url = f"sqlite:///{tmp_path}/record.db"
    casework = Casework(url)
    for one in (
        care_home.tells(began(), "2024-05-01"),
        care_home.tells(requested(deprivation="d1"), "2024-05-03"),
        care_home.tells(urgent("2024-05-09", deprivation="d1"), "2024-05-03"),
    ):
        put(casework, one)
    return url


def swp(url: str, *words: str) -> str:
    ran = CliRunner().invoke(app, ["liberty", *words, "--database", url], prog_name="swp", env={"COLUMNS": "200"})
    assert ran.exit_code == DONE, ran.output
    return ran.output


def test_the_days_that_nothing_authorised_are_listed_by_person_with_why(url: str) -> None:
    rows = list(csv.DictReader(io.StringIO(swp(url, "--as-at", "2024-05-20", "--csv"))))
    days = [(one["file"], one["first"], one["last"], one["days"], one["why"]) for one in rows if one["what"] == "days"]
    assert [one for one in days if one[4] != "urgent authorisation"] == [
        ("case/one", "2024-05-01", "2024-05-02", "2", "nothing authorised it"),
        (
            "case/one", "2024-05-10", "2024-05-20", "11",
            "the urgent authorisation ended, or stood still, after 9 May 2024",
        ),
    ]  # fmt: skip
    urgent_days = next(one for one in rows if one["why"] == "urgent authorisation")
    assert urgent_days["under"] == "Mental Capacity Act 2005, Sch A1 para 78(2)"
    assert len(urgent_days["entries"].split()) == 2, "what began it, and the urgent authorisation"
    (asked,) = [one for one in rows if one["what"] == "request"]
    assert asked["provision"] == "SI 2008/1858, reg 13"
    assert (asked["standing"], asked["late_since"], asked["waits"]) == ("late", "2024-05-10", "17")


def test_people_see_what_waits_and_for_how_long(url: str) -> None:
    said = swp(url, "--as-at", "2024-05-20")
    assert "1 request waits, the oldest 17 days; 1 late; 0 died waiting." in said
    assert "not authorised" in said
    assert "1 person, 13 days that nothing authorised." in said


def test_one_case_is_a_line_of_days(url: str) -> None:
    said = swp(url, "--as-at", "2024-05-20", "--case", "case/one")
    assert "1 May 2024 ! 2 May 2024  not authorised: nothing authorised it" in said
    assert "3 May 2024 = 9 May 2024  authorised: urgent authorisation" in said
    assert "10 May 2024 !! 20 May 2024  not authorised:" in said


def test_each_line_of_json_has_every_column(url: str) -> None:
    lines = [json.loads(one) for one in swp(url, "--as-at", "2024-05-20", "--json").splitlines()]
    assert len({tuple(one) for one in lines}) == 1
    assert {one["what"] for one in lines} == {"days", "request"}


def test_a_day_that_is_not_one_day_is_shown_as_it_was_told(url: str, tmp_path: Path) -> None:
    casework = Casework(url)
    for one in (
        council.tells(application(application="p1"), "2024"),
        care_home.tells(requested(request="r2"), "2024-04"),
        care_home.tells(requested(request="r3"), "2024-04-02"),
    ):
        put(casework, one)
    casework.close()
    asked = " ".join(swp(url, "--as-at", "2024-05-20").split())
    assert "request r2 elms 2024-04 " in asked
    assert "request r3 elms 2024-04-02 " in asked
    runner, page = CliRunner(), tmp_path / "court.html"
    said = runner.invoke(app, ["court", "--as-at", "2024-05-20", "--database", url], env={"COLUMNS": "200"}).stdout
    assert "2024-01-01" not in said
    assert "council 2024 before the court" in " ".join(said.split())
    runner.invoke(app, ["court", "--as-at", "2024-05-20", "--html", str(page), "--database", url])
    assert "its day is told as 2024" in page.read_text(encoding="utf-8")
