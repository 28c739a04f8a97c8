"""Rows as CSV (RFC 4180): for spreadsheets, where a recorded text must not become a formula."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from swp_adapters.cli.output import plain
from swp_adapters.harmless import harmless


def put_csv(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> None:
    """A header and a line a row on standard output, in UTF-8 whatever the terminal's encoding; days in ISO.

    Nothing told is an empty cell, and yes and no are ``true`` and ``false``. What is a list or holds more
    within is JSON in its cell.
    """
    sys.stdout.flush()
    out = getattr(sys.stdout, "buffer", None)
    for line in _lines(columns, rows):
        if out is None:
            sys.stdout.write(line)
        else:
            out.write(line.encode("utf-8"))
    if out is not None:
        out.flush()


def _lines(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> Iterable[str]:
    written = io.StringIO(newline="")
    writer = csv.writer(written, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        yield _taken(written)
        writer.writerow([cell(row[column]) for column in columns])
    yield _taken(written)


def _taken(written: io.StringIO) -> str:
    line = written.getvalue()
    written.seek(0)
    written.truncate()
    return line


def cell(value: Any) -> str:
    """A value as a cell holds it."""
    told = plain(value)
    if told is None:
        return ""
    if isinstance(told, str):
        return guarded(told)
    return json.dumps(told, ensure_ascii=False)


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe stands before what would begin one.

    Nor does it steer a terminal, where somebody may look at it first.
    """
    shown = harmless(text.replace("\r\n", "\n"))
    return f"'{shown}" if shown.lstrip(_BLANK)[:1] in _FORMULA or shown[:1] in _LEADING else shown


_BLANK: Final = " \t\n\u00a0\u3000"
_FORMULA: Final = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""What begins a formula, also as it is written among Chinese and Japanese letters."""
_LEADING: Final = ("\t", "\n")
