"""``swp practice``: the practices of a record on a day, and the seven pilots with the mark of each fact."""

from __future__ import annotations

import csv
import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from swp_adapters.cli.main import app
from swp_adapters.pilots import NAMES


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record in which two of the pilots were lived, small."""
    folder = tmp_path_factory.mktemp("pilots")
    for name in ("activ8", "people2people"):
        ran = practice(folder, "live", name, "--cases", "6")
        assert "6 cases and" in ran.stdout
        assert "Nobody in it exists." in ran.stdout
    return folder


def ran(folder: Path, *words: str, code: int = 0) -> Result:
    env = {"HOME": str(folder), "XDG_DATA_HOME": str(folder / "data"), "COLUMNS": "160", "SWP_DATABASE_URL": None}
    done = CliRunner().invoke(app, ["practice", *words], env=env)
    assert done.exit_code == code, done.output
    return done


def practice(folder: Path, *words: str, code: int = 0) -> Result:
    return ran(folder, *words, "--database", f"sqlite:///{folder / 'record.db'}", code=code)


def rows(done: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def said(found: list[dict[str, Any]], about: str) -> list[str]:
    return [str(one["says"]) for one in found if one["about"] == about]


# The record


def test_the_practices_are_listed_as_they_stood_on_a_day(record: Path) -> None:
    found = {one["file"]: one for one in rows(practice(record, "list", "--as-at", "2013-09-15", "--json"))}
    assert set(found) == {"practice/activ8", "practice/people2people"}
    birmingham = found["practice/activ8"]
    assert birmingham["stands"] == "under contract"
    assert (birmingham["council"], birmingham["form"]) == ("Birmingham City Council", "charity")
    assert (birmingham["since"], birmingham["until"]) == ("2012-01-16", "2014-03-31")
    assert birmingham["under"] == "SI 2011/1568"
    assert birmingham["functions"].startswith("information and advice; assessment of needs")
    assert birmingham["client_groups"] == "people with physical disabilities"
    assert birmingham["reserved"] == "planning/approval-decided"
    assert birmingham["accountable"] == "activ8-003"
    assert birmingham["cases"] > 0
    assert birmingham["staff"] > birmingham["social_workers"] > 1
    assert found["practice/people2people"]["areas"] == "Shrewsbury; South Shropshire"


def test_the_day_after_the_contract_nothing_is_held(record: Path) -> None:
    found = {one["file"]: one for one in rows(practice(record, "list", "--as-at", "2013-09-16", "--json"))}
    birmingham = found["practice/activ8"]
    assert (birmingham["stands"], birmingham["until"]) == ("ended", "2013-09-15")
    assert (birmingham["functions"], birmingham["accountable"]) == ("", "")
    assert (birmingham["staff"], birmingham["cases"]) == (0, 0)
    shown = rows(practice(record, "show", "activ8", "--as-at", "2013-09-16", "--json"))
    assert said(shown, "returned to") == ["Birmingham City Council"]
    assert said(shown, "contract") == ["ended"]
    assert said(shown, "function held") == []


def test_before_its_contract_a_practice_says_that_it_has_none(record: Path) -> None:
    found = {one["file"]: one for one in rows(practice(record, "list", "--as-at", "2012-01-15", "--json"))}
    assert found["practice/activ8"]["stands"] == "no contract yet"
    assert found["practice/people2people"]["stands"] == "under contract"
    assert practice(record, "list", "--as-at", "2001-01-01").stdout.startswith("Practices as at 2001-01-01: None.")


@pytest.mark.parametrize("name", ["people2people", "practice/people2people", "People2People"])
def test_a_practice_is_shown_by_its_file_or_by_what_it_is_called(record: Path, name: str) -> None:
    found = rows(practice(record, "show", name, "--as-at", "2013-10-07", "--json"))
    assert {one["practice"] for one in found} == {"People2People"}
    held = [one for one in found if one["about"] == "function held"]
    assert len(held) == 8
    assert {(one["since"], one["until"], one["under"]) for one in held} == {
        ("2012-01-09", "2014-03-31", "SI 2011/1568")
    }
    assert all(one["limited_to"].endswith("in Shrewsbury, South Shropshire, North Shropshire") for one in held)
    assert said(found, "decision reserved") == ["planning/approval-decided above £350.00 a week"]
    assert "people2people-004: senior social worker, Health and Care Professions Council SYN00004" in said(
        found, "staff"
    )
    assert {one["mark"] for one in found} == {""}, "what is on record has no mark"


def test_the_power_is_that_of_the_day(record: Path) -> None:
    for day, under in (
        ("2014-03-31", "SI 2011/1568"), ("2014-04-01", "SI 2014/829"), ("2015-04-01", "Care Act 2014 s 79"),
    ):  # fmt: skip
        found = rows(practice(record, "show", "people2people", "--as-at", day, "--json"))
        assert {one["under"] for one in found if one["about"] == "function held"} == {under}
    early = rows(practice(record, "show", "people2people", "--as-at", "2012-07-31", "--json"))
    assert any("General Social Care Council" in one for one in said(early, "staff"))


def test_people_read_the_functions_in_one_line(record: Path) -> None:
    told = practice(record, "show", "activ8", "--as-at", "2013-01-01").stdout
    assert told.startswith("Activ8 as at 2013-01-01")
    assert "functions held: information and advice, assessment of needs," in told
    assert "SI 2011/1568; people with physical disabilities" in " ".join(told.split())


def test_a_spreadsheet_gets_the_same_rows(record: Path) -> None:
    told = practice(record, "show", "activ8", "--as-at", "2013-01-01", "--csv").stdout
    as_json = rows(practice(record, "show", "activ8", "--as-at", "2013-01-01", "--json"))
    as_csv = list(csv.DictReader(StringIO(told)))
    assert [one["about"] for one in as_csv] == [one["about"] for one in as_json]
    assert list(as_csv[0]) == list(as_json[0])


def test_an_unknown_practice_is_answered_with_those_that_there_are(record: Path) -> None:
    refused = practice(record, "show", "northmere", code=65).stderr
    assert "practice: there is none called northmere on record. There are: practice/activ8 (Activ8), " in refused
    assert "swp practice show --pilots" in practice(record, "show", "topaz", code=65).stderr


def test_a_scenario_twice_does_no_harm(record: Path) -> None:
    before = practice(record, "list", "--as-at", "2013-09-15", "--csv").stdout
    again = practice(record, "live", "activ8", "--cases", "6").stdout
    assert "0 cases and 0 entries recorded; it had been lived before" in again
    assert practice(record, "list", "--as-at", "2013-09-15", "--csv").stdout == before


def test_a_scenario_is_written_only_into_a_record_that_is_named(tmp_path: Path) -> None:
    refused = ran(tmp_path, "live", "focus", code=65).stderr
    assert "--database: a scenario is written only into a record that is named" in refused
    assert "there is no pilot called bath. Name one of focus" in practice(tmp_path, "live", "bath", code=65).stderr
    assert list(tmp_path.iterdir()) == []


# The pilots, without a database


def test_the_seven_are_listed_without_a_database(tmp_path: Path) -> None:
    found = {one["pilot"]: one for one in rows(ran(tmp_path, "list", "--pilots", "--as-at", "2013-10-01", "--json"))}
    assert list(found) == list(NAMES)
    assert {name for name, one in found.items() if one["stands"] == "ended"} == {"activ8"}
    assert (found["focus"]["since"], found["focus"]["since_mark"]) == ("2013-09-01", "stated")
    assert (found["topaz"]["since"], found["topaz"]["since_mark"]) == ("2012-02-06", "synthetic")
    told = ran(tmp_path, "list", "--pilots").stdout
    assert "did not finish:" in told
    assert list(tmp_path.iterdir()) == []


def test_a_pilot_is_shown_with_the_mark_of_each_fact(tmp_path: Path) -> None:
    found = rows(ran(tmp_path, "show", "focus", "--pilots", "--json"))
    marks = {one["mark"] for one in found}
    assert marks == {"stated", "uncertain", "synthetic"}
    assert all(one["source"] for one in found if one["mark"] != "synthetic")
    assert said(found, "board")[0].startswith("15 seats: 5 staff, 1 service user, 1 carer")
    (listed,) = said(found, "functions delegated")
    assert "listed: 1 to 21" in listed
    items = [one for one in found if one["about"] == "function annexed"]
    assert len(items) == 21
    assert items[5]["says"] == "6. protection of property: NAA 1948 s 48"
    assert items[5]["under"] == "in SI 2011/1568: yes"
    assert items[6]["under"] == "in SI 2011/1568: no"
    assert items[20]["source"].endswith(
        "it repeats item 14; the Act was long superseded (Registered Homes Act 1984, Care Standards Act 2000)"
    )
    later = rows(ran(tmp_path, "show", "focus", "--pilots", "--as-at", "2014-04-01", "--json"))
    assert [one["under"] for one in later if one["says"].startswith("6. ")] == ["in SI 2014/829: no"]


def test_a_pilot_on_a_day_has_what_held_on_it_and_had_happened_by_then(tmp_path: Path) -> None:
    found = rows(ran(tmp_path, "show", "jmc", "--pilots", "--as-at", "2013-09-15", "--json"))
    assert said(found, "also called") == ["JMS Homecare"]
    assert said(found, "contract extended") == said(found, "became of it") == []
    held = [one for one in found if one["about"] == "function held"]
    assert {one["under"] for one in held} == {"SI 2011/1568"}
    assert {one["mark"] for one in held} == {"uncertain"}
    later = rows(ran(tmp_path, "show", "jmc", "--pilots", "--as-at", "2014-04-01", "--json"))
    assert said(later, "function held") == []
    (ended,) = (one for one in later if one["about"] == "contract ended")
    assert (ended["since"], ended["mark"]) == ("2014-04-01", "stated")
    people = ran(tmp_path, "show", "jmc", "--pilots").stdout
    assert "the name is inconsistent in the source" in people


def test_an_unknown_pilot_is_answered_with_the_seven(tmp_path: Path) -> None:
    refused = ran(tmp_path, "show", "essex", "--pilots", code=65).stderr
    assert f"Name one of {', '.join(NAMES)}" in refused


def test_the_pilots_are_no_record_and_known_on_no_day(tmp_path: Path) -> None:
    for words in (("list",), ("show", "focus")):
        refused = ran(tmp_path, *words, "--pilots", "--known-at", "2014-01-01", code=65).stderr
        assert "--known-at: the pilots are data, and were recorded on no day. Leave it out" in refused


def test_a_record_with_a_scenario_is_what_was_written(record: Path) -> None:
    database = f"sqlite:///{record / 'record.db'}"
    assert CliRunner().invoke(app, ["verify", "--database", database]).exit_code == 0
    told = CliRunner().invoke(app, ["replay", "practice/activ8", "--database", database, "--json"]).stdout
    ended = next(one for one in map(json.loads, told.splitlines()) if "returned_to" in one["event"])
    assert ended["reason"].startswith("Uncertain: a 2014 report on the pilots")
