"""``swp liberty --return``: a row for each application, tables for people, what each number is counted from."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.errors import BAD_INPUT, DONE
from swp_adapters.cli.main import app
from swp_domain.case.events import PersonRegistered
from swp_domain.law.mental_capacity_act_2005.sch_a1_requirements import Requirement
from tests.cast import council
from tests.desk import put
from tests.liberty_papers import assessed, care_home, in_force, refused, requested, urgent

TWO, THREE = "case/two", "case/three"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Three people: one authorised, one refused on a vague day, one whose request of 31 March waits."""
    url = f"sqlite:///{tmp_path_factory.mktemp('return')}/record.db"
    casework = Casework(url)
    for one in (
        council.tells(PersonRegistered(name_given="Mercy Inventedname", birth_date="1940-01-02"), "2023-05-01"),
        *in_force("2023-05-25", "2024-05-24", "2023-05-01"),
        care_home.tells(requested(place="=1+1"), "2023-06", file=TWO),
        council.tells(assessed(Requirement.BEST_INTERESTS, False), "2023-06-20", file=TWO),
        council.records(refused(), "2023-07-30", file=TWO),
        care_home.tells(requested(), "2024-03-31", file=THREE),
        care_home.tells(urgent("2024-04-06"), "2024-03-31", file=THREE),
    ):
        put(casework, one)
    return url


def swp(url: str, *words: str, code: int = DONE) -> str:
    ran = CliRunner().invoke(app, ["liberty", *words, "--database", url], prog_name="swp", env={"COLUMNS": "200"})
    assert ran.exit_code == code, ran.output
    return ran.output


def rows(said: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(said)))


def test_there_is_a_row_for_each_application_with_what_is_not_told(url: str) -> None:
    first, second, third = rows(swp(url, "--return", "2023", "--as-at", "2024-05-20", "--csv"))
    assert (first["person"], first["came"], first["received"], first["signed_off"]) == (
        "case/one", "received in the year", "2023-05-01", "2023-05-25",
    )  # fmt: skip
    assert (first["stands"], first["days"], first["in_time"], first["planned_end"], first["ended"]) == (
        "granted", "24", "false", "2024-05-24", "",
    )  # fmt: skip
    assert {first[one.name.lower()] for one in Requirement} == {"1"}
    assert (second["received"], second["stands"], second["not_met"], second["days"], second["in_time"]) == (
        "2023-06", "refused", "best interests", "", "false",
    )  # fmt: skip
    assert (second["best_interests"], second["age"], second["last_assessed"]) == ("2", "0", "2023-06-20")
    assert (third["stands"], third["urgent"], third["signed_off"]) == ("not decided", "true", "")
    for one in (first, second, third):
        assert {one[column] for column in ("la_code", "cqc_location_code", "demographics")} == {"not told"}


def test_nobodys_name_and_no_birthday_is_in_it_and_no_cell_is_a_formula(url: str) -> None:
    for words in ((), ("--csv",), ("--json",)):
        said = swp(url, "--return", "2023", "--as-at", "2024-05-20", *words)
        assert "Inventedname" not in said
        assert "1940" not in said
    assert not any(one["place"].startswith("=") for one in rows(swp(url, "--return", "2023", "--csv")))


def test_each_line_of_json_has_the_columns_of_the_csv(url: str) -> None:
    lines = [json.loads(one) for one in swp(url, "--return", "2023", "--json").splitlines()]
    assert {tuple(one) for one in lines} == {tuple(rows(swp(url, "--return", "2023", "--csv"))[0])}
    assert [one["in_time"] for one in lines] == [False, False, None]


def test_people_see_the_counts_the_names_of_cells_and_what_is_not_told(url: str) -> None:
    said = swp(url, "--return", "2023", "--as-at", "2024-05-20", "--known-at", "2099-01-01")
    assert "Return on deprivations of liberty as known on 2099-01-01, from 1 April 2023 to 31 March 2024" in said
    assert "signed-off-time/later" in said
    assert "Not told: What describes the person" in said
    assert "suppression and rounding" in said
    assert "no percentage of compliance" in said
    assert "%" not in said
    assert "(data standard): checked in its guidance, of which the codes for status and reasons were not seen." in said
    assert "The year is not over" not in said


def test_a_year_that_is_not_over_is_counted_to_the_day_that_is_asked_about(url: str) -> None:
    said = swp(url, "--return", "2023", "--as-at", "2023-05-24")
    assert "The year is not over: it is counted to 24 May 2023" in said
    (one,) = rows(swp(url, "--return", "2023", "--as-at", "2023-05-24", "--csv"))
    assert one["stands"] == "not decided"


def test_a_number_leads_to_its_entries(url: str) -> None:
    (one,) = rows(swp(url, "--return", "2023", "--cell", "signed-off/refused", "--csv"))
    assert (one["file"], one["item"], len(one["entries"].split())) == (TWO, "application|q1", 3)
    assert "signed-off/refused: 1, from 1" in swp(url, "--return", "2023", "--cell", "signed-off/refused")


def test_the_next_year_begins_with_who_waited(url: str) -> None:
    found = rows(swp(url, "--return", "2024", "--as-at", "2024-05-20", "--csv"))
    assert [(one["person"], one["came"]) for one in found] == [
        ("case/one", "granted before the year, for days that reach into it"),
        (THREE, "received before the year, and waiting when it began"),
    ]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--return", "2012"), "2012 is no year of the collection"),
        (("--return", "0"), "0 is no year of the collection"),
        (("--return", "2024", "--as-at", "2024-03-31"), "the year begins on 2024-04-01, after 2024-03-31"),
        (("--return", "2023", "--cell", "nothing"), "'nothing' is no cell of this return"),
        (("--return", "2023", "--case", "case/one"), "is asked of all cases"),
        (("--cell", "active"), "is asked of all cases"),
    ],
)
def test_what_cannot_be_asked_says_why(url: str, words: tuple[str, ...], said: str) -> None:
    assert said in swp(url, *words, code=BAD_INPUT)


def test_a_record_of_nothing_is_a_return_of_nothing(tmp_path: Path) -> None:
    empty = f"sqlite:///{tmp_path}/record.db"
    put(Casework(empty), council.tells(PersonRegistered(), "2023-05-01"))
    assert "Applications in the return: none." in swp(empty, "--return", "2023", "--as-at", "2024-05-20")
    assert rows(swp(empty, "--return", "2023", "--csv")) == []
