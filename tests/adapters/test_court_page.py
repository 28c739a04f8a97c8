"""The page of ``swp court``: what is late and comes next, orders, directions, bundles, each matter on a timeline."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.errors import BAD_INPUT
from swp_adapters.cli.main import app
from swp_adapters.pages.court import court_page
from swp_adapters.pages.court_matters import CourtPage
from swp_adapters.pages.timeline import timeline
from swp_domain.law.dates import spoken
from swp_projections import CourtOfProtection, Duties
from swp_projections.moment import Moment
from swp_projections.steps import CourtSteps, Step, by_matter
from tests.printed import HOSTILE, page_of, recorded
from tests.reading_pages import (
    assert_harmless,
    assert_heard,
    assert_prints,
    captions,
    drawings,
    entries_behind,
    table_of,
)
from tests.telling import day

ON = day("2024-06-01")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return recorded(tmp_path_factory.mktemp("court"))


@pytest.fixture(scope="module")
def page(url: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    return page_of("court", url, tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def steps(url: str) -> list[Step]:
    casework = Casework(url)
    found = casework.view(CourtSteps, as_at=ON)
    casework.close()
    return found


def test_it_is_harmless_and_can_be_heard(page: str) -> None:
    assert_harmless(page)
    assert_heard(page)
    assert "It is not legal advice." in page
    assert "%" not in page.partition("</style>")[2]


def test_what_is_late_is_every_late_duty_with_whose_it_is_and_under_what(page: str, url: str) -> None:
    casework = Casework(url)
    late = {
        (one.file, one.duty, one.subject, one.owner, spoken(one.late_since(ON) or ON))
        for one in casework.view(Duties, as_at=ON)
        if one.rule.startswith("COP-") and one.standing(ON) == "late"
    }
    casework.close()
    shown = table_of(page, "Late before the court")
    assert {(one["case"], one["what"], one["about"], one["whose"], one["late since"]) for one in shown} == late
    (ours,) = [one for one in shown if one["about"] == "e2"]
    assert (ours["days late"], "Order of the Court of Protection" in ours["under"]) == ("5", True)
    assert f"Late under court rules: {len(late)}." in page


def test_what_comes_next_is_in_the_order_of_days(page: str) -> None:
    assert [(one["day"], one["what"]) for one in table_of(page, "What comes next")] == [
        ("17 June 2024", "hearing"),
        ("20 June 2024", "do what the court directed another party to do"),
        ("31 December 2024", "last day of the order"),
    ]


def test_an_order_tells_what_it_forbids_and_a_deprivation_its_review(page: str) -> None:
    (order,) = table_of(page, "Orders in force")
    assert (order["forbids"], order["review by"], order["stands"]) == (
        "forbids moving the person", "20 May 2024", "in force, review overdue",
    )  # fmt: skip
    (deprives,) = table_of(page, "Orders that authorise a deprivation of liberty")
    assert (deprives["order"], deprives["expires"]) == ("o1", "31 December 2024")
    assert "Order of the Court of Protection, review (court rules)" in deprives["review under"]
    assert "<strong>Orders that are not in force: </strong>none." in page


def test_directions_have_their_owner_and_day_and_what_is_done_stands_apart(page: str, steps: list[Step]) -> None:
    owed = table_of(page, "Directed, and not done")
    assert [(one["case"], one["direction"], one["whose"], one["stands"]) for one in owed] == [
        ("case/fir", "e1", "council", "late since 26 May 2024"),
        ("case/elder", "e2", "council", "late since 28 May 2024"),
        ("case/elder", "e3", "NHS body", "owed"),
    ]
    (done,) = table_of(page, "Done or discharged")
    assert (done["direction"], done["stands"]) == ("e1", "done on 4 March 2024")
    for one in owed:
        which = {
            each.key for each in steps if each.file == one["case"] and ("direction", one["direction"]) in each.names
        }
        assert entries_behind(page, one["entries"]) == which


def test_a_hearing_tells_what_its_bundle_must_hold_and_lacks_with_the_mark_of_the_law(page: str) -> None:
    (hearing,) = table_of(page, "Hearings that are listed")
    must, lacks = hearing["the bundle must hold"].split(", "), hearing["missing"].split(", ")
    assert sorted(set(must) - set(lacks)) == ["chronology", "issues"]
    assert {"orders", "care plan", "statements"} <= set(lacks) < set(must)
    assert "Bundles: Court of Protection Practice Direction 4B, contents (court rules); from memory" in page
    (held,) = table_of(page, "Hearings that were held or vacated")
    assert (held["hearing"], held["stands"], held["ended"]) == ("h0", "held", "2 April 2024")


def test_every_step_of_a_matter_is_on_its_timeline_and_in_its_table(page: str, steps: list[Step]) -> None:
    for file, matter, called in (
        ("case/elder", "p1", "application p1 in case/elder"),
        ("case/fir", "p1", "application p1 in case/fir"),
        ("case/fir", "", "no application told, case/fir"),
    ):
        mine = [one for one in steps if (one.file, one.matter) == (file, matter)]
        assert mine
        told = [(one["day"], one["what"], one["entry"]) for one in table_of(page, f"What happened: {called}")]
        assert told == [(spoken(one.on), one.what, one.key) for one in mine]
        (drawn,) = [one for one in drawings(page) if f"Timeline: {called}" in "".join(one.itertext())]
        assert all(f"{spoken(one.on)}, {one.what}" in "".join(drawn.itertext()) for one in mine)
    assert "permission given; issued on 22 January 2024; how the person takes part: rule 1.2 representative" in page
    parts = [tuple(one.values()) for one in table_of(page, "Who takes part: application p1 in case/elder")]
    assert parts[0] == ("family or friend", "respondent", "1 February 2024", "takes part")


def test_a_case_has_its_matters_only(url: str, tmp_path: Path) -> None:
    page = page_of("court", url, tmp_path, "--case", "case/fir", "--known-at", "2024-06-04")
    assert_heard(page)
    assert "as at 1 June 2024, as known on 4 June 2024" in page
    assert not [one for one in captions(page) if "elder" in one]
    assert "case/elder" not in page
    said = CliRunner().invoke(app, ["court", "--case", "case/fir", "--database", url, "--as-at", "2024-06-01"])
    assert ("case/fir" in said.stdout, "case/elder" in said.stdout) == (True, False)
    unknown = CliRunner().invoke(app, ["court", "--case", "case/nobody", "--database", url])
    assert unknown.exit_code == BAD_INPUT


def test_an_empty_record_has_a_page_too() -> None:
    empty = court_page(CourtPage(rows=[], owed=[], steps={}, entries={}, on=ON))
    assert_heard(empty)
    assert "<strong>Late before the court: </strong>nothing." in empty


def test_whatever_a_code_holds_is_shown_as_text(url: str, steps: list[Step]) -> None:
    casework = Casework(url)
    rows = [
        replace(one, file=HOSTILE, key=f"{one.what}|{HOSTILE}{number}", matter=HOSTILE, kind=HOSTILE)
        for number, one in enumerate(casework.view(CourtOfProtection, as_at=ON))
    ]
    owed = [replace(one, file=HOSTILE, subject=HOSTILE) for one in casework.view(Duties, as_at=ON)]
    casework.close()
    told = [replace(one, file=HOSTILE, matter=HOSTILE, key=HOSTILE, what=HOSTILE) for one in steps]
    page = court_page(CourtPage(rows=rows, owed=owed, steps=by_matter(told), entries={}, on=ON, case=HOSTILE))
    assert_harmless(page)
    assert "&lt;script&gt;" in page


def test_labels_of_a_timeline_are_not_written_over_one_another() -> None:
    moments = [Moment(day(f"2024-01-0{on}"), "what", str(on)) for on in range(1, 8)]
    crowded = timeline("t", "T", moments, day("2025-01-01"))
    heights = [crowded.partition(f">{number}<")[0].rpartition(' y="')[2].partition('"')[0] for number in range(1, 8)]
    assert len(set(heights)) > 3
    assert crowded.partition('viewBox="0 ')[2].startswith("-"), "there is room above for more rows than usual"
    roomy = timeline("t", "T", moments, day("2024-01-07"))
    assert 'viewBox="0 0 800 88"' in roomy


@pytest.mark.browser
def test_a_browser_prints_it(page: str, tmp_path: Path) -> None:
    assert_prints(page, tmp_path)
