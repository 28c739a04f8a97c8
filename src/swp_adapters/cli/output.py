"""How answers are shown: tables for people, JSON for programs, the same words in both."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from pydantic import BaseModel
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from swp_adapters.harmless import STEERING, harmless
from swp_domain.entry import Entry

NOT_ADVICE = "What the engine finds is a check on the record. It is not legal advice."


class _Screen(Console):
    def on_broken_pipe(self) -> None:
        raise BrokenPipeError  # and not rich's own way out, which is exit code 1


def console() -> Console:
    """Where people read: colours off with NO_COLOR, and a width that does not cut in a pipe."""
    return _Screen(highlight=False, width=None if sys.stdout.isatty() else int(os.environ.get("COLUMNS", "160")))


def plain(value: Any) -> Any:
    """A value as JSON has it, with stable keys."""
    if isinstance(value, Entry):
        return {**value.model_dump(mode="json"), **value.judged.model_dump(mode="json")}
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if is_dataclass(value) and not isinstance(value, type):
        return {key: plain(one) for key, one in asdict(value).items()}
    if isinstance(value, dict):
        return {str(key): plain(one) for key, one in value.items()}
    if isinstance(value, list | tuple):
        return [plain(one) for one in value]
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date | datetime):
        return value.isoformat()
    return f"{value:f}" if isinstance(value, Decimal) else value


def put_json(value: Any) -> None:
    """One object on one line of standard output; what would steer a terminal is escaped, as JSON lets it be."""
    print(STEERING.sub(_escaped, json.dumps(plain(value), ensure_ascii=False)))


def put_lines(values: Iterable[Any]) -> None:
    """JSON Lines: one object a line."""
    for value in values:
        put_json(value)


def put_text(text: str, *, indent: int = 0, style: str = "") -> None:
    """A line for people, or several; what does not fit goes on under its own beginning."""
    shown = Text(harmless(text), style=style)
    console().print(Padding(shown, (0, 0, 0, indent), expand=False) if indent else shown)


def put_command(command: str) -> None:
    """A command to be copied: one line however long it is, since a terminal that breaks it itself copies it whole."""
    console().print(Text(f"    {harmless(command)}"), soft_wrap=True)


def put_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], *, empty: str = "Nothing.") -> None:
    """A table for people, or a sentence where there is nothing to show."""
    found = [[_cell(cell) for cell in row] for row in rows]
    if not found:
        put_text(f"{title}: {empty}")
        return
    put_text(title, style="bold")
    screen = console()
    if _least_width(columns, found) > screen.width:
        _put_blocks(screen, columns, found)
        return
    table = Table(header_style="dim", box=SIMPLE_HEAD, pad_edge=False)
    for column in columns:
        least = 14 if column in _SENTENCES else None
        table.add_column(column, overflow="fold", no_wrap=column in _WHOLE, min_width=least)
    for row in found:
        table.add_row(*row)
    screen.print(table)


def _least_width(columns: Sequence[str], rows: Sequence[Sequence[Text]]) -> int:
    """How wide a table must be to be read: names and days in one piece, and of the rest a word a line."""
    needed = 0
    for number, column in enumerate(columns):
        cells = [column, *(row[number].plain for row in rows)]
        longest = max(map(len, cells))
        word = max(len(word) for cell in cells for word in cell.split() or [""])
        needed += 3 + (longest if column in _WHOLE else min(longest, max(word, 10)))
    return needed


def _put_blocks(screen: Console, columns: Sequence[str], rows: Sequence[Sequence[Text]]) -> None:
    """Where a table would be cut or broken into letters: a paragraph a row, of what is told in it."""
    for first, *rest in rows:
        screen.print(first, style="bold")
        told = [f"{column}: {cell.plain}" for column, cell in zip(columns[1:], rest, strict=True) if cell.plain]
        screen.print(Padding(Text("; ".join(told)), (0, 0, 0, 4), expand=False))


def dated(title: str, as_at: date | None, known_at: date | None) -> str:
    """A title with the days that were asked about: an answer of another day must not pass for today's."""
    days = [f"as at {as_at}"] if as_at else []
    days += [f"as known on {known_at}"] if known_at else []
    return f"{title} {', '.join(days)}" if days else title


_WHOLE = (
    "event", "file", "case", "opened", "last day", "late since", "met or ended", "made", "review by", "expires",
    "since", "born", "NHS number",
)  # fmt: skip
"""Columns of names and days, which nobody reads when they are broken."""

_SENTENCES = ("what", "under")
"""Columns of words, which are broken between words while there is room."""


def _cell(value: Any) -> Text:
    told = "" if value is None else "yes" if value is True else "no" if value is False else str(value)
    return Text(shortened(one_line(told)))


def shortened(text: str) -> str:
    """A recorded text as a person's screen has room for it; JSON and CSV have it whole.

    Nothing that is looked up is cut: no id is longer than the longest word, nor is a digest. Of a long text the end
    stays as well, since what is ours to say stands on either side of a name.
    """
    cut = _TOO_LONG.sub(lambda word: f"{word[0][:_WORD]}\u2026", text)
    return cut if len(cut) <= _TEXT else f"{cut[: _TEXT - _TAIL]}\u2026{cut[-_TAIL:]}"


_WORD, _TEXT, _TAIL = 120, 1000, 300
"""How many characters of one word, and of one cell, a person is shown, and how many of these are its last."""

_TOO_LONG = re.compile(rf"\S{{{_WORD + 1},}}")


def counted(count: int, what: str, plural: str = "") -> str:
    """A number of things in words."""
    return f"{count} {what if count == 1 else plural or what + 's'}"


def one_line(text: str) -> str:
    """A recorded text that begins no line of its own, where what begins a line is ours to say."""
    return harmless(" \u23ce ".join(text.splitlines()))


def _escaped(found: re.Match[str]) -> str:
    return f"\\u{ord(found[0]):04x}"
