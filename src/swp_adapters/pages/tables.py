"""Tables of a report as markup: a caption, headings with their scope, and each number linked to its entries."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date
from typing import Final

from swp_adapters.pages.markup import Markup, hidden, tag
from swp_domain.law.dates import spoken
from swp_projections.safeguarding_board_cells import Cell, Line, Table

_SHORT: Final = 8
"""How many rows a table has at most that is kept together in print: its head does not end a page."""


class References:
    """Short numbers for entries and cells, so that each stands in the page once under its long name."""

    def __init__(self, cells: Iterable[Cell]) -> None:
        self.cells: dict[str, str] = {}
        self.behind: dict[str, Cell] = {}
        self.entries: dict[str, int] = {}
        self.files: dict[str, str] = {}
        for cell in cells:
            if cell.rows:
                self.cells[cell.name] = f"cell-{len(self.cells) + 1}"
                self.behind[cell.name] = cell
            for row in cell.rows:
                for entry in row.entries:
                    self.entries.setdefault(entry, len(self.entries) + 1)
                    self.files.setdefault(entry, row.file)

    def numbers(self, entries: Iterable[str]) -> str:
        """The numbers of some entries, runs of them joined."""
        return in_runs(self.entries[one] for one in entries)


def in_runs(numbers: Iterable[int]) -> str:
    """Numbers in their order, runs of them joined."""
    runs: list[list[int]] = []
    for one in sorted(set(numbers)):
        if runs and runs[-1][1] == one - 1:
            runs[-1][1] = one
        else:
            runs.append([one, one])
    return ", ".join(str(first) if first == last else f"{first}\u2013{last}" for first, last in runs)


def report_table(table: Table, refs: References) -> Markup:
    """A table of the report, or a sentence where there is nothing in it."""
    unsaid = [tag("p", f"Not modelled: {one}.", class_="note") for one in table.unsaid]
    if not any(cell.rows for _, _, cell in table.cells):
        return tag("p", tag("strong", f"{table.title}: "), "none.")
    head = tag("tr", tag("th", "What", scope="col"), [_head(one) for one in table.columns])
    body, whole_of = [], ""
    for line in table.lines:
        whole_of = whole_of if line.part else line.label
        about = f"{table.title}, {whole_of}: {line.label}" if line.part else f"{table.title}, {line.label}"
        body.append(tag("tr", _heading(line), list(_cells(table, line, about, refs)), Markup("\n")))
    whole = tag("table", tag("caption", table.title), tag("thead", head), tag("tbody", body))
    note = tag("p", table.note, class_="note") if table.note else None
    return tag("div", scrolling(whole, table.title), note, unsaid)


def plain_table(
    title: str, columns: Sequence[str], rows: Iterable[Sequence[str]], *, unbroken: Collection[str] = ()
) -> Markup:
    """A table of words; the first of a row is its heading. ``unbroken`` are columns whose words stay on one line."""
    head = tag("tr", [tag("th", one, scope="col") for one in columns])
    kept = ["unbroken" if one in unbroken else None for one in columns]
    body = [
        tag(
            "tr", tag("th", first, scope="row", class_=kept[0]),
            [tag("td", one, class_=kind) for one, kind in zip(rest, kept[1:], strict=True)], Markup("\n"),
        )
        for first, *rest in rows
    ]  # fmt: skip
    whole = tag("table", tag("caption", title), tag("thead", head), tag("tbody", body))
    return scrolling(whole, title, short=len(body) <= _SHORT)


def table_or_none(
    title: str, columns: Sequence[str], rows: Sequence[Sequence[str]], *, unbroken: Collection[str] = ()
) -> Markup:
    """A table of words, or a sentence where there is nothing in it."""
    if not rows:
        return tag("p", tag("strong", f"{title}: "), "none.")
    return plain_table(title, columns, rows, unbroken=unbroken)


def day_cell(on: date | None) -> str:
    """A day as a cell has it: nothing where there is none."""
    return spoken(on) if on else ""


def told_cell(on: date | str | None) -> str:
    """A day as a cell has it, or what was told in its place."""
    return f"told as {on}" if isinstance(on, str) else day_cell(on)


def cells_table(refs: References) -> Markup:
    """Each number that is not nought, by the name under which ``swp board --cell`` has it, with its entries."""
    head = tag("tr", [tag("th", one, scope="col") for one in ("cell", "number", "numbers of its entries")])
    body = [
        tag(
            "tr", tag("th", name, scope="row", id=ref), tag("td", refs.behind[name].shown, class_="number"),
            tag("td", refs.numbers(refs.behind[name].entries), class_="ids"), Markup("\n"),
        )
        for name, ref in refs.cells.items()
    ]  # fmt: skip
    title = "Numbers, and which entries they are counted from"
    return scrolling(tag("table", tag("caption", title), tag("thead", head), tag("tbody", body)), title)


def entries_table(refs: References) -> Markup:
    """Every entry by its number."""
    rows = ((str(number), entry, refs.files[entry]) for entry, number in refs.entries.items())
    return plain_table("Entries", ("number", "entry", "file"), rows)


def scrolling(wide: Markup, title: str, *, short: bool = False) -> Markup:
    """What is wide scrolls by itself, with the keyboard as well; what is short is printed on one page."""
    return tag("div", wide, class_="scroll short" if short else "scroll", role="group", aria_label=title, tabindex=0)


def _head(column: str) -> Markup:
    return tag("th", column, scope="col", class_="number")


def _heading(line: Line) -> Markup:
    return tag(
        "th", hidden("of which ") if line.part else None, line.label,
        scope="row", class_="part" if line.part else "whole",
    )  # fmt: skip


def _cells(table: Table, line: Line, about: str, refs: References) -> Iterable[Markup]:
    for column, cell in zip(table.columns, line.cells, strict=True):
        if cell is None:
            yield tag("td", "\u2013", hidden(" does not apply"), class_="number")
            continue
        ref = refs.cells.get(cell.name)
        told: Markup | str = cell.shown
        if ref:
            told = tag("a", cell.shown, hidden(f" {about}, {column}: entries"), href=f"#{ref}")
        yield tag("td", told, class_="number", data_cell=cell.name)
