"""How answers are shown: tables for people, JSON for programs, the same words in both."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterable, Sequence
from dataclasses import asdict, is_dataclass
from datetime import date, datetime
from enum import Enum
from typing import Any

from pydantic import BaseModel
from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from swp_domain.entry import Entry

NOT_ADVICE = "What the engine finds is a check on the record. It is not legal advice."


def console() -> Console:
    """Where people read: colours off with NO_COLOR, and a width that does not cut in a pipe."""
    return Console(highlight=False, width=None if sys.stdout.isatty() else int(os.environ.get("COLUMNS", "140")))


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
    return value


def put_json(value: Any) -> None:
    """One object on one line of standard output."""
    print(json.dumps(plain(value), ensure_ascii=False))


def put_lines(values: Iterable[Any]) -> None:
    """JSON Lines: one object a line."""
    for value in values:
        put_json(value)


def put_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], *, empty: str = "Nothing.") -> None:
    """A table for people, or a sentence where there is nothing to show."""
    found = [[_cell(cell) for cell in row] for row in rows]
    screen = console()
    if not found:
        screen.print(f"{title}: {empty}", markup=False)
        return
    table = Table(
        title=title, title_justify="left", title_style="bold", header_style="dim", box=SIMPLE_HEAD, pad_edge=False
    )
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in found:
        table.add_row(*row)
    screen.print(table)


def _cell(value: Any) -> str:
    text = "" if value is None else "yes" if value is True else "no" if value is False else str(value)
    return text.replace("[", "\\[")
