"""``swp silence``: what should have happened and did not, since when, whose it was, by force and never added up."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.errors import DONE
from swp_adapters.cli.main import app
from tests.cast import DELEGATE, person, practice
from tests.desk import put
from tests.papers import completed, concern, request


@pytest.fixture
def url(tmp_path: Path) -> str:
    """A record in which one assessment is late, another came late, and a concern was never decided on."""
    url = f"sqlite:///{tmp_path}/record.db"
    casework = Casework(url)
    for one in (*DELEGATE, person.tells(request(), "2024-05-01"), person.tells(concern(), "2024-05-01")):
        put(casework, one)
    late = (
        person.tells(request(), "2024-05-01", file="case/two"),
        practice.tells(completed(), "2024-06-20", file="case/two"),
    )
    for one in late:
        put(casework, one)
    return url


def swp(url: str, *words: str) -> str:
    ran = CliRunner().invoke(app, ["silence", *words, "--database", url], prog_name="swp", env={"COLUMNS": "240"})
    assert ran.exit_code == DONE, ran.output
    return ran.output


def missed(url: str, *words: str) -> list[tuple[str, str, str, str, str]]:
    rows = csv.DictReader(io.StringIO(swp(url, "--csv", *words)))
    return [(one["file"], one["rule"], one["first_missed_day"], one["days_missed"], one["standing"]) for one in rows]


def test_the_last_day_in_time_is_no_silence_and_the_next_is(url: str) -> None:
    assert [one for one in missed(url, "--as-at", "2024-06-12") if one[1] == "CA-09-05"] == []
    assert [one for one in missed(url, "--as-at", "2024-06-13") if one[1] == "CA-09-05"] == [
        ("case/one", "CA-09-05", "2024-06-13", "1", "late"), ("case/two", "CA-09-05", "2024-06-13", "1", "late"),
    ]  # fmt: skip


def test_what_was_done_late_is_silence_no_more_and_is_told_when_asked_for(url: str) -> None:
    now = ("--as-at", "2024-06-30", "--case", "case/two")
    assert "CA-09-05" not in [one[1] for one in missed(url, *now)]
    assert ("case/two", "CA-09-05", "2024-06-13", "7", "met late") in missed(url, *now, "--all")


def test_it_is_told_by_force_and_never_added_up(url: str) -> None:
    said = swp(url, "--as-at", "2024-06-30")
    assert "Missed, under published benchmark" in said
    assert "Missed, under local policy" in said
    assert "They are never added up" in said


def test_where_nothing_was_missed_it_says_so(url: str) -> None:
    assert "Nothing that the record knows of" in swp(url, "--as-at", "2024-05-02", "--case", "case/two")
