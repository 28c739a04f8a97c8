"""The page of ``swp liberty``: every stretch drawn and told, requests that wait, what ends soon, nobody's name."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from swp_adapters.casework import Casework
from swp_adapters.pages.detained import people
from swp_adapters.pages.liberty import LibertyPage, liberty_page
from swp_adapters.pages.stretches import stretches
from swp_domain.case_file import CaseFile
from swp_domain.deprivation_cover import Authority, DeprivedDays, deprived_days
from swp_domain.law.dates import Period, spoken
from swp_domain.liberty.vocabulary import Setting
from swp_projections import Authorisations
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
PEOPLE = "People with days that nothing authorised"


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> str:
    return recorded(tmp_path_factory.mktemp("liberty"))


@pytest.fixture(scope="module")
def days(url: str) -> dict[str, list[DeprivedDays]]:
    casework = Casework(url)
    names = [name for name, _ in casework.files() if name.startswith("case/")]
    files = {name: casework.file(name, as_at=ON) for name in names}
    casework.close()
    return {name: deprived_days(file, ON) for name, file in files.items() if isinstance(file, CaseFile)}


@pytest.fixture(scope="module")
def page(url: str, tmp_path_factory: pytest.TempPathFactory) -> str:
    return page_of("liberty", url, tmp_path_factory.mktemp("page"))


def test_it_is_harmless_and_can_be_heard(page: str) -> None:
    assert_harmless(page)
    assert_heard(page)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page, "a place is shown, as the text that it is"
    assert "It is not legal advice." in page
    assert "%" not in page.partition("</style>")[2]


def test_people_whom_nothing_authorises_come_first_with_their_days(
    page: str, days: dict[str, list[DeprivedDays]]
) -> None:
    shown = [tuple(one.values()) for one in table_of(page, PEOPLE)]
    assert shown == [
        ("case/ash", "119", "0", "not authorised"),
        ("case/birch", "24", "8", "not authorised"),
        ("case/cedar", "42", "0", "not deprived of liberty, as far as is told"),
    ]
    each = {
        name: {day for one in found if one.authority is Authority.NOT_AUTHORISED for day in _each(one)}
        for name, found in days.items()
    }
    assert {file: int(number) for file, number, *_ in shown} == {name: len(on) for name, on in each.items() if on}
    assert "People: 3. Days that nothing authorised, each person&#x27;s counted once: 185." in page
    assert "Nobody else." in page


def _each(one: DeprivedDays) -> list[object]:
    first, last = one.days.first.toordinal(), (one.days.last or ON).toordinal()
    return list(range(first, last + 1))


def test_every_stretch_is_in_the_table_and_the_drawing_with_the_entries_that_it_rests_on(
    page: str, url: str, days: dict[str, list[DeprivedDays]]
) -> None:
    for name in ("case/ash", "case/birch", "case/cedar"):
        rows = table_of(page, f"Every stretch of days: d1 in {name}")
        told = [(one["first day"], one["last day"], one["stands"], one["why"]) for one in rows]
        assert told == [
            (spoken(one.days.first), spoken(one.days.last or ON), one.authority.value, one.why) for one in days[name]
        ]
        assert [entries_behind(page, one["entries"]) for one in rows] == [set(one.entries) for one in days[name]]
        (drawn,) = [one for one in drawings(page) if f"d1 in {name}" in "".join(one.itertext())]
        words = "".join(drawn.itertext())
        assert [f"{number}. {first} to {last}, {stands}: {why}" in words for number, (first, last, stands, why) in
                enumerate(told, start=1)] == [True] * len(told)  # fmt: skip
    casework = Casework(url)
    named = {one.entry_id: one.event_name for one in casework.entries("case/ash")}
    casework.close()
    behind = [{named[one].partition("/")[2] for one in each.entries} for each in days["case/ash"]]
    began, moved = "deprivation-began", "deprivation-moved"
    urgent, granted = "urgent-authorisation-given", "standard-authorisation-decided"
    assert behind == [
        {began, moved},
        {began, moved, urgent, granted},
        {began, moved, urgent, granted},
        {began, moved, granted},
        {began, moved, granted},
        {moved},
    ]


def test_the_law_of_each_stretch_is_told_with_its_mark(page: str) -> None:
    law = {one["provision"]: one for one in table_of(page, "Law")}
    assert law["Mental Capacity Act 2005, s 4A"]["how sure it is as it is encoded here"] == "checked against the Act"
    assert "from memory" in law["Mental Capacity Act 2005, Sch A1 para 78(2)"]["how sure it is as it is encoded here"]
    assert "For 2\u20133: Mental Capacity Act 2005, Sch A1 para 78(2) (statute); length checked" in page


def test_requests_wait_with_their_age_and_authorisations_end_soon(page: str) -> None:
    (late,) = table_of(page, "Requests for a standard authorisation")
    assert (late["case"], late["stands"], late["late since"], late["days waited"]) == (
        "case/birch", "late", "22 May 2024", "31",
    )  # fmt: skip
    assert "SI 2008/1858, reg 13" in late["under"]
    assert "Requests that wait: 1; late: 1; days that the oldest waits: 31." in page
    (soon,) = table_of(page, "Standard authorisations")
    assert (soon["case"], soon["until"], soon["representative"]) == ("case/dogwood", "14 June 2024", "none recorded")
    (died,) = table_of(page, "Requests that nobody had decided when the person died")
    assert (died["case"], died["died"], died["days waited"]) == ("case/cedar", "20 February 2024", "41")


def test_a_case_has_every_day_every_request_and_every_authorisation(url: str, tmp_path: Path) -> None:
    page = page_of("liberty", url, tmp_path, "--case", "case/dogwood")
    assert_harmless(page)
    assert_heard(page)
    (stretch,) = table_of(page, "Every stretch of days: d1 in case/dogwood")
    assert (stretch["stands"], stretch["why"]) == ("authorised", "standard authorisation")
    assert [one["stands"] for one in table_of(page, "Requests for a standard authorisation")] == ["granted"]
    assert not [one for one in captions(page) if "case/ash" in one]
    assert "<h1>Deprivation of liberty of case/dogwood</h1>" in page


def test_it_is_of_the_days_that_were_asked_about(url: str, tmp_path: Path) -> None:
    early = page_of("liberty", url, tmp_path, "--known-at", "2024-06-02")
    assert "as at 1 June 2024, as known on 2 June 2024" in early
    assert "Nobody." in early, "everything was recorded on 3 June"
    assert_heard(early)
    before = page_of("liberty", url, tmp_path, as_at="2023-05-05")
    (row,) = table_of(before, PEOPLE)
    assert tuple(row.values()) == ("case/ash", "2", "0", "authorised")


def test_an_empty_record_has_a_page_too() -> None:
    empty = liberty_page(LibertyPage(days=[], rows=[], owed=[], entries={}, on=ON))
    assert_heard(empty)
    assert "Nobody." in empty


def test_whatever_a_code_holds_is_shown_as_text(url: str, days: dict[str, list[DeprivedDays]]) -> None:
    one = stretch("2024-06-01", "2024-06-01", Authority.NOT_AUTHORISED)
    wild = replace(one, deprivation=HOSTILE, why=HOSTILE, place=HOSTILE, entries=(HOSTILE,))
    casework = Casework(url)
    rows = casework.view(Authorisations, as_at=ON)
    casework.close()
    page = liberty_page(LibertyPage(days=[(HOSTILE, wild)], rows=rows, owed=[], entries={}, on=ON, case=HOSTILE))
    assert_harmless(page)
    assert_heard(page)


# The drawing


def stretch(first: str, last: str, authority: Authority = Authority.AUTHORISED) -> DeprivedDays:
    return DeprivedDays("d1", Period(day(first), day(last)), authority, "why", Setting.CARE_HOME)


def test_each_kind_of_days_has_a_pattern_of_its_own_and_a_label() -> None:
    each = [stretch(f"2024-0{month}-01", f"2024-0{month}-28", kind) for month, kind in enumerate(Authority, start=1)]
    alone = {one.authority: stretches("k", "T", [one]).count("<path") for one in each}
    in_legend = 2
    assert [alone[kind] - in_legend for kind in Authority] == [0, 1, 1]
    whole = stretches("k", "T", each)
    for words in ("1 authorised", "2 not authorised", "3 cannot tell", "= authorised", "! not authorised"):
        assert f">{words}<" in whole
    assert not [one for one in ("red", "green", "opacity", "url(") if one in whole]


def test_a_line_is_a_year_at_most_and_a_year_without_anything_is_left_out() -> None:
    many = stretches("k", "T", [stretch("2020-01-01", "2020-01-03"), stretch("2023-06-01", "2023-06-02")])
    assert ">2 =<" in many
    assert many.count("<line") == 2, "neither 2021 nor 2022 has anything to show"
    assert ">1 January 2020<" in many
    assert ">2 June 2023<" in many


def test_a_day_is_seen_and_no_label_is_written_over_another() -> None:
    short = [stretch(f"2023-01-{on:02}", f"2023-01-{on:02}", Authority.NOT_AUTHORISED) for on in range(1, 9)]
    drawn = stretches("k", "T", [*short, stretch("2023-06-01", "2023-12-31")])
    assert drawn.count('width="3.0"') == 8
    heights = {drawn.partition(f">{number} !<")[0].rpartition(' y="')[2].partition('"')[0] for number in range(1, 9)}
    assert len(heights) == 8


def test_stretches_that_lie_over_one_another_have_lines_of_their_own() -> None:
    beside = stretches("k", "T", [stretch("2023-01-01", "2023-02-01"), stretch("2023-02-02", "2023-03-01")])
    over = stretches("k", "T", [stretch("2023-01-01", "2023-02-01"), stretch("2023-01-15", "2023-03-01")])
    tall = [float(one.partition('viewBox="0 0 800 ')[2].partition('"')[0]) for one in (beside, over)]
    assert tall[0] < tall[1]


def test_a_day_is_counted_once_however_many_stretches_hold_it() -> None:
    bare = Authority.NOT_AUTHORISED
    both = (stretch("2024-01-01", "2024-01-10", bare), stretch("2024-01-10", "2024-01-12", bare))
    (one,) = people([("a", each) for each in both], ON)
    assert one.days(bare) == 12


@pytest.mark.browser
def test_a_browser_prints_it(page: str, tmp_path: Path) -> None:
    assert_prints(page, tmp_path)
