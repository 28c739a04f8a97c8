"""The page of ``swp chc``: how far each question is, days to the decision, disputes, what is late, step by step."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from swp_adapters.casework import Casework
from swp_adapters.pages.healthcare import HealthcarePage, healthcare_page
from swp_domain.law.dates import spoken
from swp_projections import ContinuingHealthcare
from swp_projections.continuing_healthcare import ContinuingHealthcareRow
from swp_projections.steps import HealthcareSteps, Step, by_matter
from tests.printed import HOSTILE, page_of, recorded
from tests.reading_pages import assert_harmless, assert_heard, assert_prints, drawings, entries_behind, table_of
from tests.telling import day

ON = day("2024-06-01")


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return recorded(tmp_path_factory.mktemp("healthcare"))


@pytest.fixture(scope="module")
def page(url: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    return page_of("chc", url, tmp_path_factory.mktemp("page"))


@pytest.fixture(scope="module")
def told(url: str) -> tuple[list[ContinuingHealthcareRow], list[Step]]:
    casework = Casework(url)
    found = casework.view(ContinuingHealthcare, as_at=ON), casework.view(HealthcareSteps, as_at=ON)
    casework.close()
    return found


def test_it_is_harmless_and_can_be_heard(page: str) -> None:
    assert_harmless(page)
    assert_heard(page)
    assert "It is not legal advice." in page
    assert "%" not in page.partition("</style>")[2]


def test_each_question_stands_somewhere_since_a_day(page: str) -> None:
    counts = {one["stands"]: one["considerations"] for one in table_of(page, "How many stand where")}
    assert counts == {"not eligible": "1", "on the fast track": "1", "to be decided": "1"}
    shown = [
        (one["case"], one["stands"], one["since"], one["days since"]) for one in table_of(page, "Where each stands")
    ]
    assert shown == [
        ("case/ash", "not eligible", "1 March 2024", "92"),
        ("case/fir", "on the fast track", "30 May 2024", "2"),
        ("case/birch", "to be decided", "4 March 2024", "89"),
    ]


def test_days_to_the_decision_and_days_of_waiting(page: str) -> None:
    waits, decided = table_of(page, "Days from the notification to the first decision")
    assert (waits["case"], waits["days"], waits["still waits"]) == ("case/birch", "", "89 days")
    assert (decided["case"], decided["days"], decided["of which counted"], decided["still waits"]) == (
        "case/ash", "53", "53", "",
    )  # fmt: skip


def test_a_dispute_tells_since_when_and_who_pays_meanwhile(page: str) -> None:
    (dispute,) = table_of(page, "What NHS body and council disagree on")
    assert (dispute["case"], dispute["since"], dispute["days"], dispute["who pays meanwhile"]) == (
        "case/ash", "10 March 2024", "83", "the council",
    )  # fmt: skip


def test_what_is_late_and_owed_is_what_the_view_has_with_its_force(
    page: str, told: tuple[list[ContinuingHealthcareRow], list[Step]]
) -> None:
    rows, _ = told
    (late,) = table_of(page, "Late")
    assert (late["case"], late["late since"], late["days late"], late["whose"]) == (
        "case/birch", "2 April 2024", "61", "the NHS body",
    )  # fmt: skip
    assert "28 days" in late["under"]
    assert "(framework)" in late["under"]
    owed = {(one["case"], one["what"]) for one in table_of(page, "Owed, and not late")}
    assert owed | {(late["case"], late["what"])} == {(one.file, one.due) for one in rows if one.due}
    assert "Late under framework: 1." in page
    law = {one["provision"]: one["how sure it is as it is encoded here"] for one in table_of(page, "Law")}
    assert {one.provision: one.confidence for one in rows if one.due} == law


def test_every_step_is_drawn_and_told_with_its_entry(
    page: str, told: tuple[list[ContinuingHealthcareRow], list[Step]]
) -> None:
    _, steps = told
    for file in ("case/ash", "case/birch", "case/fir"):
        mine = [one for one in steps if one.file == file]
        called = f"consideration h1 in {file}"
        shown = [(one["day"], one["what"], one["entry"]) for one in table_of(page, f"What happened: {called}")]
        assert shown == [(spoken(one.on), one.what, one.key) for one in mine]
        (drawn,) = [one for one in drawings(page) if called in "".join(one.itertext())]
        assert all(one.what in "".join(drawn.itertext()) for one in mine)
        (stands,) = [one for one in table_of(page, "Where each stands") if one["case"] == file]
        assert entries_behind(page, stands["entries"]) == {one.key for one in mine}


def test_it_says_of_which_cases_and_days_it_is(url: str, tmp_path: Path) -> None:
    page = page_of("chc", url, tmp_path, "--disputed", "--known-at", "2024-06-04")
    assert "as at 1 June 2024, as known on 4 June 2024. Only disputes. What is over is left out." in page
    assert [one["case"] for one in table_of(page, "Where each stands")] == ["case/ash"]
    assert "case/birch" not in page
    late = page_of("chc", url, tmp_path, "--late", "--all", "--team", "Nobody's")
    assert "Only of one team or worker. Only what is late." in late
    assert_heard(late)


def test_an_empty_record_has_a_page_too() -> None:
    empty = healthcare_page(HealthcarePage(rows=[], steps={}, on=ON))
    assert_heard(empty)
    assert "<strong>Late: </strong>none." in empty


def test_whatever_a_code_holds_is_shown_as_text(told: tuple[list[ContinuingHealthcareRow], list[Step]]) -> None:
    rows = [replace(one, file=HOSTILE, consideration=HOSTILE, subject=HOSTILE, due=HOSTILE) for one in told[0]]
    steps = [replace(one, file=HOSTILE, matter=HOSTILE, key=HOSTILE, what=HOSTILE) for one in told[1]]
    page = healthcare_page(HealthcarePage(rows=rows, steps=by_matter(steps), on=ON, only=HOSTILE))
    assert_harmless(page)
    assert "&lt;script&gt;" in page


@pytest.mark.browser
def test_a_browser_prints_it(page: str, tmp_path: Path) -> None:
    assert_prints(page, tmp_path)
