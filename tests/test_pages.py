"""The pages of the project are whole: nothing of a merge is left in them, and their links lead somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

HOME = Path(__file__).parents[1]
DECISIONS = HOME / "docs" / "adr"
PAGES = sorted([*HOME.glob("*.md"), *(HOME / "docs").rglob("*.md")])
LINK = re.compile(r"\]\((?!https?:|mailto:)([^)#\s]+)(#[^)\s]*)?\)")
LEFT = re.compile(r"^(<{7,}|>{7,}|={7,}|\|{7,})( .*)?$", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(HOME)))
def test_nothing_of_a_merge_is_left_and_links_lead_to_files(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert [found.group() for found in LEFT.finditer(text)] == []
    linked = [match.group(1) for match in LINK.finditer(text)]
    assert [one for one in linked if not (page.parent / one).exists()] == []


def test_every_decision_has_its_number_and_stands_in_the_list() -> None:
    index = (DECISIONS / "README.md").read_text(encoding="utf-8")
    listed = re.findall(r"^\| \[(\d{4})\]\(([^)]+)\) \| (.+?) \|", index, re.MULTILINE)
    pages = sorted(page for page in DECISIONS.glob("*.md") if page.name != "README.md")
    assert [name for _, name, _ in listed] == [page.name for page in pages]
    for number, name, _ in listed:
        assert name.startswith(number)
        title = (DECISIONS / name).read_text(encoding="utf-8").splitlines()[0]
        assert re.fullmatch(rf"# {number}: \S.*", title), name


def test_this_check_finds_what_a_merge_leaves() -> None:
    assert LEFT.search("a\n<<<<<<<< HEAD:docs/x.md\nb")
    assert LEFT.search("a\n========\nb")
    assert not LEFT.search("a table\n=====\n")
