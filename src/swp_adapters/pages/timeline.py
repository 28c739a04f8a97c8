"""A drawn timeline: moments on a line of days, numbered as in the table beside it, with a text that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import Final

from swp_adapters.pages.look import INK, PAPER, RULE
from swp_adapters.pages.markup import Markup, tag
from swp_adapters.pages.patterns import words
from swp_domain.law.dates import spoken
from swp_projections.moment import Moment

_WIDTH: Final = 800
_LEFT, _RIGHT = 30, 770
_LINE: Final = 52
_LETTER: Final = 7
"""About how wide a letter is, in units."""
_ROW, _ROWS = 13, 2
"""How high a row of labels is; and the highest row, from nought, for which there is always room."""


def timeline(key: str, title: str, moments: Sequence[Moment], until: date) -> Markup:
    """A drawing of moments up to a day.

    Args:
        key: what the ids of its title and description begin with; one a page.
        title: what it is of.
        moments: in the order of days.
        until: the day at which the line ends.
    """
    first = moments[0].on
    days = max((until - first).days, 1)
    drawn: list[Markup] = []
    placed: list[tuple[float, int]] = []
    for on, numbers in _by_day(moments):
        at, half = _LEFT + (_RIGHT - _LEFT) * (on - first).days / days, _LETTER * (len(numbers) + 1) / 2
        # Above every label that it would touch, so that none is written over another.
        row = 1 + max((row for end, row in placed if end > at - half), default=-1)
        placed.append((at + half, row))
        drawn += _marked(at, row, numbers)
    above = _ROW * max(0, *(row - _ROWS for _, row in placed))
    return tag(
        "svg",
        tag("title", title, id=f"{key}-title"),
        tag("desc", _said(moments, until), id=f"{key}-desc"),
        tag("line", x1=_LEFT, y1=_LINE, x2=_RIGHT, y2=_LINE, stroke=RULE, stroke_width=2),
        drawn,
        words(_LEFT, 78, spoken(first)),
        words(_RIGHT, 78, spoken(until) if moments[-1].on == until else f"as at {spoken(until)}", "end"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 {-above} {_WIDTH} {88 + above}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
    )


def _by_day(moments: Sequence[Moment]) -> list[tuple[date, str]]:
    """Each day with the numbers of what happened on it."""
    numbered = enumerate(moments, start=1)
    found = []
    for on, group in groupby(numbered, key=lambda one: one[1].on):
        numbers = [number for number, _ in group]
        found.append((on, str(numbers[0]) if len(numbers) == 1 else f"{numbers[0]}\u2013{numbers[-1]}"))
    return found


def _marked(at: float, row: int, numbers: str) -> list[Markup]:
    x, y = f"{at:.1f}", 38 - _ROW * row
    return [
        tag("line", x1=x, y1=y + 3, x2=x, y2=_LINE, stroke=RULE),
        tag("circle", cx=x, cy=_LINE, r=5, fill=PAPER, stroke=INK, stroke_width=2),
        words(at, y, numbers, "middle"),
    ]


def _said(moments: Sequence[Moment], until: date) -> str:
    told = "; ".join(f"{number}. {spoken(one.on)}, {one.what}" for number, one in enumerate(moments, start=1))
    return f"{told}. The line ends on {spoken(until)}. The table after it says the same."
