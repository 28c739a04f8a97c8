"""What every printed page must be, and how tests read one: its tables, drawings and entries."""

from __future__ import annotations

import re
import shutil
import subprocess
import xml.etree.ElementTree as ET
from itertools import pairwise
from pathlib import Path

import pytest

from swp_adapters.pages.look import STYLE
from tests.printed import NAME, WORDS


def tree_of(page: str) -> ET.Element:
    """The page as the XML that it has to be."""
    return ET.fromstring(page.removeprefix("<!DOCTYPE html>\n"))


def assert_harmless(page: str) -> None:
    """Nothing that was recorded is obeyed, nothing comes from elsewhere, nobody's name or words are on it."""
    lowered = page.lower()
    assert "<script" not in lowered
    assert "<b onload" not in lowered
    assert not [one for one in ("\u202e", "\x1b", NAME, WORDS, "As discussed", "Invented:") if one in page]
    for element in tree_of(page).iter():
        assert element.tag not in {"script", "iframe", "object", "embed", "link", "img", "form", "base"}
        assert not [name for name in element.attrib if name.lower().startswith("on") or name in ("src", "style")]
        assert (element.get("href") or "#").startswith("#")
    assert not re.findall(r"https?://(?!www\.w3\.org/2000/svg)", page)
    assert "default-src &#x27;none&#x27;" in page
    assert "url(" not in STYLE


def assert_heard(page: str) -> None:
    """Whoever hears the page is told what whoever sees it sees."""
    tree = tree_of(page)
    assert tree.get("lang") == "en-GB"
    assert len(list(tree.iter("h1"))) == len(list(tree.iter("main"))) == len(list(tree.iter("header"))) == 1
    levels = [int(one.tag[1]) for one in tree.iter() if re.fullmatch("h[1-6]", one.tag)]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    ids = [one.get("id") for one in tree.iter() if one.get("id")]
    assert len(ids) == len(set(ids))
    for table in tree.iter("table"):
        assert (table.find("caption").text or "").strip()  # type: ignore[union-attr]
        assert all(one.get("scope") in ("col", "row") for one in table.iter("th"))
        (head, *rows) = table.iter("tr")
        assert {len(one) for one in rows} == {len(head)}
    assert len(captions(page)) == len(set(captions(page)))
    for link in tree.iter("a"):
        assert str(link.get("href")).removeprefix("#") in ids
    for section in tree.iter("section"):
        assert section.get("aria-labelledby") in ids
    for drawing in drawings(page):
        title, desc = drawing.find(f"{_SVG}title"), drawing.find(f"{_SVG}desc")
        assert title is not None
        assert desc is not None
        assert drawing.get("role") == "img"
        assert drawing.get("aria-labelledby") == f"{title.get('id')} {desc.get('id')}"
        assert (desc.text or "").startswith("1. ")


_SVG = "{http://www.w3.org/2000/svg}"


def drawings(page: str) -> list[ET.Element]:
    """The drawings of a page."""
    return list(tree_of(page).iter(f"{_SVG}svg"))


def captions(page: str) -> list[str]:
    """What the tables of a page are called."""
    return ["".join(one.itertext()) for one in tree_of(page).iter("caption")]


def table_of(page: str, caption: str) -> list[dict[str, str]]:
    """The rows of a table of a page, by its caption."""
    for table in tree_of(page).iter("table"):
        if "".join(table.find("caption").itertext()) == caption:  # type: ignore[union-attr]
            (head, *rows) = (["".join(cell.itertext()) for cell in row] for row in table.iter("tr"))
            return [dict(zip(head, row, strict=True)) for row in rows]
    raise AssertionError(f"there is no table {caption!r}, only {captions(page)}")


def entries_behind(page: str, numbers: str) -> set[str]:
    """The entries that a line names by their numbers."""
    by_number = {one["number"]: one["entry"] for one in table_of(page, "Entries")}
    found: set[str] = set()
    for one in filter(None, numbers.split(", ")):
        begin, _, end = one.partition("\u2013")
        found |= {by_number[str(number)] for number in range(int(begin), int(end or begin) + 1)}
    return found


def assert_prints(page: str, folder: Path) -> None:
    """A browser makes a document of it, where there is one."""
    browser = shutil.which("chromium")
    if browser is None:
        pytest.skip("there is no chromium")
    source, printed = folder / "page.html", folder / "page.pdf"
    source.write_text(page, encoding="utf-8")
    asked_for = [browser, "--headless", "--no-sandbox", "--disable-gpu", f"--print-to-pdf={printed}", source.as_uri()]
    subprocess.run(asked_for, check=True, capture_output=True, timeout=120)
    assert printed.read_bytes().startswith(b"%PDF")
