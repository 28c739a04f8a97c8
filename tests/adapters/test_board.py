"""``swp board`` and its page: well-formed, every number as the view has it, nothing that was recorded is obeyed."""

from __future__ import annotations

import csv
import io
import json
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from typer.testing import CliRunner

from swp_adapters.casework import Casework
from swp_adapters.cli.board import asked_period
from swp_adapters.cli.main import app
from swp_adapters.demo.reviews import adults_reviews
from swp_adapters.pages.board import Page, board_page
from swp_adapters.pages.look import INK, LINK, PAPER, QUIET, RULE, STYLE
from swp_adapters.pages.markup import style, tag
from swp_adapters.pages.timeline import timeline
from swp_adapters.testing.council import Council
from swp_adapters.testing.recording import fill
from swp_domain.actor import BodyKind
from swp_domain.case.events import PersonRegistered
from swp_domain.law.dates import Period
from swp_domain.law.safeguarding_collection import collection_year
from swp_domain.party import Party
from swp_domain.refusal import Invalid
from swp_domain.safeguarding.vocabulary import EnquiryOutcome
from swp_projections import SafeguardingBoard
from swp_projections.moment import Moment
from swp_projections.safeguarding_board import Board
from swp_projections.safeguarding_board_first import first
from tests.cast import council, person
from tests.desk import put
from tests.papers import concern, decided, enquiry
from tests.reading_pages import assert_prints
from tests.safeguarding_papers import COUNTED, action, asked, ended, opened
from tests.telling import day

HOSTILE = "\"><script>alert(1)</script>&<b onload='x'>\u202e\x1b[31m"
SECRETS = (
    "Mercy Inventedname",
    "the neighbour shouted",
    "she is afraid of him",
    "because of the statements",
    "the bank",
)
COUNCIL = Council(seed=3, first=day("2023-04-03"), last=day("2025-03-31"), calls=False)
ON, YEAR = day("2025-03-31"), collection_year(2024)


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> str:
    url = f"sqlite:///{tmp_path_factory.mktemp('board') / 'record.db'}"
    casework = Casework(url)
    fill(casework, COUNCIL, 60)
    adults_reviews(casework, COUNCIL)
    adults_reviews(casework, COUNCIL)
    teller = Party(kind=BodyKind.FAMILY, name="Mercy Inventedname")
    told = concern(
        **COUNTED, provider=HOSTILE, location_name=HOSTILE, raised_by=teller, account="the neighbour shouted"
    )
    decision = enquiry(decision=decided(EnquiryOutcome.ENQUIRE, reasons="because of the statements"))
    file = "case/hostile"
    put(
        casework,
        council.tells(PersonRegistered(name_given="Mercy Inventedname"), "2024-05-01", file=file),
        person.tells(told, "2024-05-01", file=file),
        council.decides(decision, "2024-05-03", file=file),
        council.tells(opened(), "2024-05-07", file=file),
        council.tells(asked(wanted="she is afraid of him"), "2024-05-07", file=file),
        council.decides(action(action="the bank"), "2024-05-20", file=file),
        council.decides(ended(), "2024-05-21", file=file),
        person.tells(concern(concern="again"), "2024-09-01", file=file),
    )
    casework.close()
    return url


@pytest.fixture(scope="module")
def told(database: str) -> Board:
    casework = Casework(database)
    rows = casework.view(SafeguardingBoard, as_at=ON)
    casework.close()
    return Board(rows, YEAR, ON)


@pytest.fixture(scope="module")
def page(told: Board) -> str:
    return board_page(Page(told, council=f"Northmere {HOSTILE}"))


@pytest.fixture(scope="module")
def tree(page: str) -> ET.Element:
    return ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))


def run(database: str, *asked_for: str) -> str:
    told = CliRunner().invoke(app, ["board", "--database", database, "--as-at", "2025-03-31", *asked_for])
    assert told.exit_code == 0, told.output
    return told.stdout


# The page


def test_every_number_on_the_page_is_that_of_the_view_and_leads_to_its_entries(told: Board, tree: ET.Element) -> None:
    shown = {one.get("data-cell"): one for one in tree.iter("td") if one.get("data-cell")}
    tables = [table for table in told.tables if any(cell.rows for _, _, cell in table.cells)]
    assert set(shown) == {cell.name for table in tables for _, _, cell in table.cells}
    rows = {row[0].get("id"): row for row in tree.iter("tr") if row[0].get("id")}
    entries = {row[0].text: row[1].text for row in tree.iter("tr") if row[0].get("scope") == "row" and len(row) == 3}
    for name, element in shown.items():
        cell = told.cells[str(name)]
        link = element.find("a")
        assert (link.text if link is not None else element.text) == cell.shown, name
        assert (link is not None) == bool(cell.rows)
        if link is not None:
            behind = rows[str(link.get("href")).removeprefix("#")]
            assert (behind[0].text, behind[1].text) == (name, cell.shown)
            assert {entries[number] for number in _numbers(behind[2].text or "")} == set(cell.entries)


def _numbers(text: str) -> list[str]:
    found: list[str] = []
    for one in text.split(", "):
        begin, _, end = one.partition("\u2013")
        found += [str(number) for number in range(int(begin), int(end or begin) + 1)]
    return found


def test_nothing_that_was_recorded_is_obeyed_and_nothing_comes_from_elsewhere(page: str, tree: ET.Element) -> None:
    lowered = page.lower()
    assert "<script" not in lowered
    assert "<b onload" not in lowered
    assert "\u202e" not in page
    assert "\x1b" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page, "it is shown, as the text that it is"
    for element in tree.iter():
        assert element.tag not in {"script", "iframe", "object", "embed", "link", "img", "form", "base"}
        assert not [name for name in element.attrib if name.lower().startswith("on") or name in ("src", "style")]
        assert (element.get("href") or "#").startswith("#")
    assert "url(" not in STYLE
    assert "@import" not in STYLE
    assert not re.findall(r"https?://(?!www\.w3\.org/2000/svg)", page)


def test_whatever_an_id_holds_is_shown_as_text(told: Board) -> None:
    (row,) = [one for one in told.concerns if one.file == "case/hostile" and one.concern == "k1"]
    path = tuple(Moment(one.on, f"decided: {HOSTILE}", HOSTILE) for one in row.path)
    wild = replace(row, file=HOSTILE, key=HOSTILE, concern=HOSTILE, entries=(HOSTILE,), path=path, called=HOSTILE)
    shown = board_page(Page(Board([wild], YEAR, ON)))
    ET.fromstring(shown.removeprefix("<!DOCTYPE html>\n"))
    assert "<script" not in shown.lower()
    assert "<b onload" not in shown
    assert "\u202e" not in shown


def test_a_name_is_written_as_it_was_recorded(told: Board) -> None:
    (row,) = [one for one in told.concerns if one.file == "case/hostile" and one.concern == "k1"]
    shown = board_page(Page(Board([replace(row, provider="Elmcare North")], YEAR, ON)))
    assert "Financial or material; own home; " in shown
    assert "; Elmcare North; " in shown


def test_no_name_and_nobody_s_words_are_on_it(page: str) -> None:
    for secret in SECRETS:
        assert secret not in page
    assert "Invented:" not in page


def test_it_can_be_read_by_those_who_hear_it(tree: ET.Element) -> None:
    assert tree.get("lang") == "en-GB"
    assert len(list(tree.iter("h1"))) == len(list(tree.iter("main"))) == len(list(tree.iter("header"))) == 1
    levels = [int(one.tag[1]) for one in tree.iter() if re.fullmatch("h[1-6]", one.tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    for table in tree.iter("table"):
        assert (table.find("caption").text or "").strip()  # type: ignore[union-attr]
        assert all(one.get("scope") in ("col", "row") for one in table.iter("th"))
    for link in tree.iter("a"):
        assert str(link.get("href")).removeprefix("#") in ids
    words = ["".join(one.itertext()) for one in tree.iter("a")]
    assert len(words) == len(set(words)), "links that differ have words that differ"
    for section in tree.iter("section"):
        assert section.get("aria-labelledby") in ids


def test_a_drawing_says_in_words_what_it_shows_beside_its_table(tree: ET.Element) -> None:
    svg = "{http://www.w3.org/2000/svg}"
    drawings = list(tree.iter(f"{svg}svg"))
    assert drawings
    for drawing in drawings:
        title, desc = drawing.find(f"{svg}title"), drawing.find(f"{svg}desc")
        assert title is not None
        assert desc is not None
        assert drawing.get("role") == "img"
        assert drawing.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
        assert (desc.text or "").startswith("1. ")
    assert "@page { size: A4" in STYLE


def test_moments_of_one_day_share_a_mark_and_the_line_ends_on_the_day_asked_about() -> None:
    moments = [
        Moment(day(on), what, on) for on, what in (("2024-05-01", "a"), ("2024-05-01", "b"), ("2024-05-03", "c"))
    ]
    drawn = timeline("t", "T", moments, day("2024-05-05"))
    assert re.findall(r'text-anchor="middle">([^<]+)<', drawn) == ["1\u20132", "3"]
    assert re.findall(r'cx="([^"]+)"', drawn) == ["30.0", "400.0"]
    assert "as at 5 May 2024" in drawn
    assert "cx" in timeline("t", "T", moments[:1], day("2024-05-01")), "a line of one day"


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (one / 12.92 if one <= 0.04045 else ((one + 0.055) / 1.055) ** 2.4 for one in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize(("colour", "least"), [(INK, 7), (QUIET, 4.5), (LINK, 4.5), (RULE, 3)])
def test_what_is_written_stands_out_from_the_paper(colour: str, least: float) -> None:
    assert (_light(PAPER) + 0.05) / (_light(colour) + 0.05) >= least


def test_markup_escapes_text_and_attributes_and_a_style_holds_none() -> None:
    assert tag("p", "<i>&", tag("b", "x"), title='"') == '<p title="&quot;">&lt;i&gt;&amp;<b>x</b></p>'
    assert tag("p", None, ["a", "<"]) == "<p>a&lt;</p>"
    with pytest.raises(ValueError, match="no markup"):
        style("</style>")


def test_an_empty_record_has_a_page_too() -> None:
    empty = board_page(Page(Board([], YEAR, ON)))
    assert "Nothing that the record knows of." in empty
    ET.fromstring(empty.removeprefix("<!DOCTYPE html>\n"))


@pytest.mark.browser
def test_a_browser_prints_it(page: str, tmp_path: Path) -> None:
    assert_prints(page, tmp_path)


# The command


def test_a_board_reads_where_to_look_first_and_then_every_table(database: str, told: Board) -> None:
    shown = run(database, "--year", "2024")
    assert "from 1 April 2024 to 31 March 2025" in shown
    assert shown.index("Where to look first") < shown.index("From concern to the end")
    for reason in first(told):
        assert reason.says in shown
    assert "no percentage of compliance" in " ".join(shown.split())


def test_rows_for_programs_are_the_same_numbers_with_their_entries(database: str, told: Board) -> None:
    found = [json.loads(line) for line in run(database, "--year", "2024", "--json").splitlines()]
    cells = {one["cell"]: one for one in found if one["cell"]}
    assert {name: one["number"] for name, one in cells.items()} == {
        name: cell.number if isinstance(cell.number, int) else str(cell.number) for name, cell in told.cells.items()
    }
    assert {one["kind"] for one in found} == {"look", "count", "part", "worked out", "not modelled"}
    assert cells["concerns"]["entries"].split() == list(told.cells["concerns"].entries)
    table = list(csv.DictReader(io.StringIO(run(database, "--year", "2024", "--csv"))))
    assert [one["cell"] for one in table if one["cell"]] == list(cells)


def test_the_entries_of_a_cell_are_listed_and_a_cell_that_is_not_there_is_said(database: str, told: Board) -> None:
    rows = [json.loads(line) for line in run(database, "--year", "2024", "--cell", "concerns", "--json").splitlines()]
    assert [one["entries"].split() for one in rows] == [list(one.entries) for one in told.cells["concerns"].rows]
    assert "concerns: " in run(database, "--year", "2024", "--cell", "concerns")
    wrong = CliRunner().invoke(app, ["board", "--database", database, "--cell", "nothing"])
    assert (wrong.exit_code, "is no cell of this report" in wrong.stderr) == (65, True)


def test_the_page_is_written_to_a_file(database: str, tmp_path: Path) -> None:
    file = tmp_path / "board.html"
    assert run(database, "--year", "2024", "--known-at", "2026-12-31", "--html", str(file)) == ""
    written = file.read_text(encoding="utf-8")
    assert "as at 31 March 2025, as known on 31 December 2026" in written


def test_the_page_can_be_without_its_appendix_and_says_how_to_get_it(
    database: str, told: Board, tmp_path: Path
) -> None:
    file = tmp_path / "board.html"
    run(database, "--year", "2024", "--without-entries", "--html", str(file))
    written = file.read_text(encoding="utf-8")
    bare = ET.fromstring(written.removeprefix("<!DOCTYPE html>\n"))
    captions = [one.text for one in bare.iter("caption")]
    assert not {"Entries", "Numbers, and which entries they are counted from"} & set(captions)
    shown = {str(one.get("data-cell")): one.text for one in bare.iter("td") if one.get("data-cell")}
    assert shown
    assert shown == {name: told.cells[name].shown for name in shown}, "numbers stand, and lead nowhere"
    ids = {one.get("id") for one in bare.iter() if one.get("id")}
    assert all(str(one.get("href")).removeprefix("#") in ids for one in bare.iter("a"))
    assert "The same command without --without-entries writes the page with it." in written
    wrong = CliRunner().invoke(app, ["board", "--database", database, "--without-entries"])
    assert (wrong.exit_code, "is given without --html" in wrong.stderr) == (65, True)


@pytest.mark.parametrize(
    ("begins", "ends", "year", "found"),
    [
        (None, None, None, ("2024-04-01", "2025-02-10")),
        (None, None, 2023, ("2023-04-01", "2024-03-31")),
        (None, None, 2024, ("2024-04-01", "2025-02-10")),
        ("2024-06-01", None, None, ("2024-06-01", "2025-02-10")),
        (None, "2023-06-30", None, ("2023-04-01", "2023-06-30")),
        ("2022-01-01", "2024-06-30", None, ("2022-01-01", "2024-06-30")),
    ],
)
def test_the_days_asked_about_end_with_the_day_asked_about(
    begins: str | None, ends: str | None, year: int | None, found: tuple[str, str]
) -> None:
    assert asked_period(begins, ends, year, day("2025-02-10")) == Period(day(found[0]), day(found[1]))


@pytest.mark.parametrize(
    ("begins", "ends", "year", "field"),
    [
        ("2024-01-01", None, 2024, "--year"),
        ("2025-02-11", None, None, "--from"),
        ("2024-02-01", "2024-01-01", None, "--from"),
        (None, None, 2025, "--from"),
        (None, None, 0, "--year"),
        ("soon", None, None, "--from"),
    ],
)
def test_days_that_cannot_be_asked_about_are_refused(
    begins: str | None, ends: str | None, year: int | None, field: str
) -> None:
    with pytest.raises(Invalid, match=field):
        asked_period(begins, ends, year, day("2025-02-10"))


def test_a_last_day_without_a_year_is_named_as_the_last_day() -> None:
    with pytest.raises(Invalid, match="--to: 9999-12-31"):
        asked_period("2024-01-01", "9999-12-31", None, day("2025-02-10"))


def test_on_paper_no_heading_stands_alone_and_no_number_of_the_appendix_is_broken() -> None:
    printed = STYLE.partition("@media print")[2]
    kept = {rule.strip() for rule in printed.splitlines()}
    assert {
        "tr, svg, li, caption, thead, .short { break-inside: avoid; }",
        "thead { break-after: avoid; }",
        "tbody tr:nth-child(-n+2), tbody tr:last-child { break-before: avoid; }",
        ".appendix thead th, .appendix td.number { overflow-wrap: normal; white-space: nowrap; }",
    } <= kept
