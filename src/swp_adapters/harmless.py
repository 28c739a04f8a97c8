"""Recorded words are shown, never obeyed: what would steer a terminal, or turn lines of a screen or a page round."""

from __future__ import annotations

import re
from typing import Final

STEERING: Final = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # all controls but the tab and the end of a line
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # directions of writing, which can make a line read as another
    "\u2028\u2029"  # ends of a line that only some programs take for one
    "\ud800-\udfff]"  # halves of a character, which cannot be written at all
)


def harmless(text: str) -> str:
    """A text without any of that."""
    return STEERING.sub("\ufffd", text)
