"""``swp performance``: a commissioner's report at a terminal, beside what was printed, with the entries of a cell."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from swp_adapters.casework import Casework
from swp_adapters.cli.errors import BAD_INPUT, DONE
from swp_adapters.cli.main import app
from swp_adapters.cli.performing import asked_months
from swp_adapters.exchange.published_figures import shipped
from swp_adapters.security.keys import MemoryKeys
from swp_adapters.testing import fill
from swp_adapters.testing.published_quarter import PublishedQuarter
from swp_domain.planning.events import ServiceStarted
from swp_domain.proposal import propose
from swp_domain.refusal import Invalid

Run = Callable[..., Result]
QUARTER = PublishedQuarter(shipped()[0], scale=20)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A twentieth of the published quarter; one of those helped at triage in January came into services in March."""
    path = tmp_path_factory.mktemp("performance") / "record.db"
    casework = Casework(f"sqlite:///{path}", keys=MemoryKeys())
    fill(casework, QUARTER, QUARTER.lives)
    helped = next(
        name for name, told in casework.files() if getattr(told[-1].event, "referral", "") and name.startswith("case/")
    )
    began = ServiceStarted(service="later")
    casework.submit(propose(helped, began, QUARTER.staff.front_door.lead, "2012-03-01", reason="Invented."))
    casework.close()
    return path


@pytest.fixture
def swp(file: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words: str, code: int = DONE) -> Result:
        asked = ["performance", *words, "--database", f"sqlite:///{file}"]
        ran = CliRunner().invoke(app, asked, catch_exceptions=False)
        assert ran.exit_code == code, ran.output
        return ran

    return run


def rows(ran: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in ran.stdout.splitlines()]


def told(ran: Result) -> str:
    return " ".join(ran.stdout.split())


def test_printed_figures_stand_beside_ours_and_what_differs_is_marked(swp: Run) -> None:
    shown = told(swp("--quarter", "2012-Q1", "--published"))
    assert "In brackets what was printed: North East Lincolnshire Council" in shown
    assert "calls-in Calls in (contacts of every kind) 216 (4,321!) 211 (4,225!) 221 (4,425!)" in shown
    assert "case-worker-complex by a short-term case worker 0 (0) 0 (0) 0 (6!)" in shown
    assert "25.0%: 54 of 216 (25%)" in shown


def test_each_identity_that_fails_has_a_line_and_ours_has_none(swp: Run) -> None:
    lines = swp("--quarter", "2012-Q1", "--published").stdout.splitlines()
    failing = [one for one in lines if one.startswith("DOES NOT ADD UP")]
    assert [one.rpartition(": ")[2] for one in failing] == [
        "69 unexplained", "10 too many", "54 unexplained", "1 too many", "58 unexplained", "9 too many",
        "4 unexplained", "2 unexplained", "1 unexplained", "1 unexplained",
    ]  # fmt: skip
    assert all(one.startswith("DOES NOT ADD UP (printed, 2012-0") for one in failing)
    assert "Of ours, every whole is the sum of its parts, and of its teams." in lines
    assert [one for one in lines if one.startswith("PRINTED: ")]
    assert [one for one in lines if one.startswith("NOTE: ")]


def test_without_what_was_printed_ours_stands_alone(swp: Run) -> None:
    shown = told(swp("--month", "2012-01"))
    assert "calls-in Calls in (contacts of every kind) 216 calls-service-user" in shown
    assert "printed" not in shown
    assert "PRINTED" not in shown


def test_what_is_not_modelled_is_said_and_who_came_later_is_counted(swp: Run) -> None:
    shown = told(swp("--month", "2012-03"))
    assert "Not modelled: staff sickness" in shown
    assert "In the year to 31 March 2012: Of 5 adults helped below the threshold, 1 came into services later." in shown
    before = told(swp("--month", "2012-02", "--as-at", "2012-02-29"))
    assert (
        "In the year to 29 February 2012: Of 3 adults helped below the threshold, 0 came into services later." in before
    )
    (one,) = rows(swp("--month", "2012-03", "--entries", "below-later", "--json"))
    assert one["on"] == "2012-03-01"
    assert len(one["entries"].split()) == 2, "the triage, and the service"


def test_outcomes_stand_beside_the_period_before_without_a_word_on_whether_more_is_better(swp: Run) -> None:
    shown = told(swp("--month", "2012-03"))
    outcomes = shown[shown.index("Outcomes, beside 2012-02") :]
    assert "advised Calls resolved by information, advice or signposting 51 40 -11" in outcomes
    assert "concerns Safeguarding concerns 0 0 the same" in outcomes
    found = rows(swp("--quarter", "2012-Q1", "--json"))
    before = {one["cell"]: (one["month"], one["number"]) for one in found if one["kind"] == "period before"}
    assert before["alternatives"] == ("2011-10 to 2011-12", before["alternatives"][1])
    assert before["alternatives"][1] > 0
    assert before["advised"][1] == 0


def test_a_month_that_is_not_over_says_how_far_it_is_counted(swp: Run) -> None:
    assert "cell what 2012-03 to 2012-03-15" in told(swp("--month", "2012-03", "--as-at", "2012-03-15"))


def test_a_cell_lists_its_entries_and_they_are_on_record(swp: Run, file: Path) -> None:
    found = rows(swp("--month", "2012-01", "--entries", "triage-resolved", "--json"))
    assert len(found) == 2
    casework = Casework(f"sqlite:///{file}", keys=MemoryKeys())
    for one in found:
        known = {entry.entry_id: entry.event_name for entry in casework.entries(one["file"])}
        assert [known[entry] for entry in one["entries"].split()] == [
            "referral/referral-received",
            "referral/referral-triaged",
        ]
    casework.close()
    assert "Entries of triage-resolved: 2" in swp("--month", "2012-01", "--entries", "triage-resolved").stdout


def test_programs_get_a_row_a_cell_with_what_was_printed_and_what_does_not_add_up(swp: Run) -> None:
    found = rows(swp("--month", "2012-01", "--published", "--json"))
    (calls,) = [one for one in found if one["cell"] == "calls-in" and one["kind"] == "count"]
    assert (calls["number"], calls["printed"], calls["team"], calls["month"]) == (216, 4321, None, "2012-01")
    (rest,) = [one for one in found if one["cell"] == "access-completed-untold" and one["team"] is None]
    assert (rest["kind"], rest["number"]) == ("rest", 4)
    hope = [one["number"] for one in found if one["cell"] == "in-receipt" and one["team"] == "Hope"]
    assert hope == [29]
    (share,) = [one for one in found if one["cell"] == "calls-resolved-share"]
    assert (share["number"], share["part"], share["whole"], share["printed"]) == ("25.0", 54, 216, "25%")
    kinds = {one["kind"] for one in found}
    assert {"does not add up, printed", "doubt, printed", "not modelled", "later"} <= kinds
    assert "does not add up, ours" not in kinds
    written = list(csv.DictReader(io.StringIO(swp("--month", "2012-01", "--published", "--csv").stdout)))
    assert len(written) == len(found)


def test_of_a_team_only_what_is_ever_a_teams_is_shown(swp: Run) -> None:
    shown = told(swp("--month", "2012-03", "--team", "A3"))
    assert "Performance of A3" in shown
    assert "access-completed Assessments and reviews completed 4" in shown
    assert "calls-in" not in shown
    assert "Calls, and what is passed on from them, are no team's, and are left out." in shown
    assert {one["team"] for one in rows(swp("--month", "2012-03", "--team", "A3", "--json")) if one["cell"]} == {"A3"}
    assert "swp: no case was ever given to a team called Hoope." in swp("--month", "2012-03", "--team", "Hoope").stderr


def test_an_answer_of_another_day_and_as_known_on_another_says_so(swp: Run) -> None:
    shown = told(swp("--month", "2012-01", "--as-at", "2012-01-10", "--known-at", "2012-01-10"))
    assert shown.startswith("Performance as at 2012-01-10, as known on 2012-01-10")
    (calls,) = [
        one["number"]
        for one in rows(swp("--month", "2012-01", "--as-at", "2012-01-10", "--json"))
        if one["cell"] == "calls-in" and one["kind"] == "count"
    ]
    assert 0 < calls < 216


def test_figures_of_ones_own_are_set_beside_ours(swp: Run, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('title = "Ours of January"\n[counts.2012-01]\ncalls-in = 216\n', encoding="utf-8")
    shown = told(swp("--month", "2012-01", "--against", str(mine)))
    assert "In brackets what was printed: Ours of January." in shown
    assert "216 (216)" in shown


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--month", "2012-1"), "'2012-1' is no month"),
        (("--quarter", "2012-Q5"), "'2012-Q5' is no quarter"),
        (("--month", "2012-01", "--quarter", "2012-Q1"), "is given beside --month"),
        (("--month", "2012-04", "--as-at", "2012-03-31"), "2012-04 begins after 2012-03-31"),
        (("--month", "2013-01", "--published"), "nothing published is kept of these months"),
        (("--month", "2012-01", "--entries", "compliance"), "'compliance' is no cell"),
        (("--month", "2012-01", "--against", "/nowhere/at/all.toml"), "cannot be read"),
        (("--month", "2012-01", "--json", "--csv"), "is given beside --json"),
    ],
)
def test_what_cannot_be_asked_is_said_with_what_can(swp: Run, words: tuple[str, ...], said: str) -> None:
    assert said in swp(*words, code=BAD_INPUT).stderr


def test_the_last_whole_month_is_meant_where_none_is_named() -> None:
    for on, first in ((date(2012, 2, 28), date(2012, 1, 1)), (date(2012, 2, 29), date(2012, 2, 1))):
        assert [one.first for one in asked_months(None, None, on)] == [first]


def test_a_quarter_that_has_not_ended_has_the_months_that_have_begun() -> None:
    months = asked_months(None, "2012-Q1", date(2012, 2, 10))
    assert [(one.first, one.last) for one in months] == [
        (date(2012, 1, 1), date(2012, 1, 31)),
        (date(2012, 2, 1), date(2012, 2, 10)),
    ]
    assert [one.first.month for one in asked_months(None, "2012-Q4", date(2013, 1, 1))] == [10, 11, 12]
    with pytest.raises(Invalid, match="begins after"):
        asked_months(None, "2012-Q2", date(2012, 3, 31))


def test_in_a_narrow_terminal_it_is_told_in_paragraphs(swp: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "70")
    shown = swp("--quarter", "2012-Q1", "--published").stdout
    assert max(map(len, shown.splitlines())) <= 70
    assert "2012-02: 211 (4,225!)" in " ".join(shown.split())
