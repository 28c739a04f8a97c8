"""The lines that are sent: read one at a time, from a file or standard input, however many there are."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path
from typing import Final

from swp_domain.refusal import Invalid

_MARK: Final = "\ufeff".encode()
"""Some editors put this before the first line."""


def lines_of(source: str) -> Iterator[tuple[int, bytes]]:
    """The lines that hold something, as bytes: one that is no text must not keep those before it from being read."""
    with nullcontext(sys.stdin.buffer) if source == "-" else Path(source).open("rb") as lines:
        for number, line in enumerate(lines, start=1):
            told = line.removeprefix(_MARK)
            if told.strip():
                yield number, told


def text_of(line: bytes) -> str:
    """A line as text.

    Raises:
        Invalid: it is not UTF-8.
    """
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError as error:
        at = f"byte {error.start + 1} of the line is not UTF-8 text"
        raise Invalid("line", at, "Save the file as UTF-8, and send it again from this line") from None
