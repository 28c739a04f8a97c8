"""Stretches of days, drawn: told by a pattern and a label, numbered as in the table after, with a text that says it.

A line is a year at most, so that a day can be seen; stretches that lie over one another have lines of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from swp_adapters.pages.look import RULE
from swp_adapters.pages.markup import Markup, tag
from swp_adapters.pages.patterns import BAR, LEAST, SIGNS, filled, legend, tenths, words
from swp_domain.deprivation_cover import DeprivedDays
from swp_domain.law.dates import ONE_DAY, spoken

_WIDTH: Final = 800
_LEFT, _RIGHT = 10, 790
_ROW: Final = 15
_LETTER: Final = 6.6
"""About how wide a letter is."""
_APART: Final = 260
"""How wide a line must be for a day at each of its ends."""
_A_LINE: Final = 366
"""How many days a line holds at most."""


@dataclass(slots=True)
class _Line:
    """Days on one line, with the numbered stretches that lie on it."""

    first: date
    days: int
    stretches: list[tuple[int, DeprivedDays]] = field(default_factory=list)

    @property
    def last(self) -> date:
        return self.first + timedelta(days=self.days - 1)

    def at(self, day: date) -> float:
        return _LEFT + (_RIGHT - _LEFT) * (day - self.first).days / self.days

    def span(self, one: DeprivedDays) -> tuple[float, float]:
        """Where a stretch begins on this line, and how wide it is."""
        begin, end = max(one.days.first, self.first), min(last_of(one), self.last) + ONE_DAY
        width = max(self.at(end) - self.at(begin), LEAST)
        return min(self.at(begin), _RIGHT - width), width


def last_of(one: DeprivedDays) -> date:
    """The last day of a stretch."""
    return one.days.last or one.days.first


def length(one: DeprivedDays) -> int:
    """How many days a stretch has."""
    return (last_of(one) - one.days.first).days + 1


def stretches(key: str, title: str, found: Sequence[DeprivedDays]) -> Markup:
    """A drawing of stretches of days.

    Args:
        key: what the ids of its title and description begin with; one a page.
        title: what it is of.
        found: the stretches, one or more, in the order of the table after it.
    """
    drawn: list[Markup] = []
    top, until = 0, max(map(last_of, found))
    for line in _lines(found):
        parts, top = _drawn(line, top, until)
        drawn += parts
    return tag(
        "svg",
        tag("title", title, id=f"{key}-title"),
        tag("desc", _said(found), id=f"{key}-desc"),
        drawn,
        list(legend(_LEFT, top + 6)),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {_WIDTH} {top + 30}",
        role="img",
        aria_labelledby=f"{key}-title {key}-desc",
    )


def _lines(found: Sequence[DeprivedDays]) -> Iterator[_Line]:
    """The lines on which something lies: by year from the first day, and by what lies over one another."""
    tracks: list[list[tuple[int, DeprivedDays]]] = []
    for number, one in enumerate(found, start=1):
        free = next((track for track in tracks if last_of(track[-1][1]) <= one.days.first), None)
        if free is None:
            tracks.append([(number, one)])
        else:
            free.append((number, one))
    first, last = min(one.days.first for one in found), max(map(last_of, found))
    days = min((last - first).days + 1, _A_LINE)
    begin = first
    while begin <= last:
        for track in tracks:
            line = _Line(begin, days)
            line.stretches += [one for one in track if one[1].days.first <= line.last and last_of(one[1]) >= begin]
            if line.stretches:
                yield line
        begin += timedelta(days=days)


def _drawn(line: _Line, top: int, until: date) -> tuple[list[Markup], int]:
    """A line of days below ``top``, and where the next can begin."""
    labelled, rows = _labelled(line)
    bar = top + _ROW * rows + 4
    last = min(line.last, until)
    parts = [tag("line", x1=_LEFT, y1=bar + BAR, x2=tenths(line.at(last + ONE_DAY)), y2=bar + BAR, stroke=RULE)]
    for one, label, left, row in labelled:
        begin, width = line.span(one)
        foot = bar - 4 - _ROW * row
        if row:
            parts.append(tag("line", x1=tenths(left), y1=foot + 3, x2=tenths(left), y2=bar, stroke=RULE))
        parts += [*filled(one.authority, begin, bar, width), words(left, foot, label)]
    return [*parts, *_ends(line, last, bar + BAR + 14)], bar + BAR + 22


def _labelled(line: _Line) -> tuple[list[tuple[DeprivedDays, str, float, int]], int]:
    """Each stretch with its label, where that begins, and in which row; and how many rows there are.

    From the right: a label that has to stand higher then begins to the left of all below it, and so does its stroke.
    """
    found: list[tuple[DeprivedDays, str, float, int]] = []
    for number, one in reversed(line.stretches):
        begin, width = line.span(one)
        whole = f"{number} {one.authority.value}"
        label = whole if len(whole) * _LETTER <= width else f"{number} {SIGNS[one.authority]}"
        left = min(begin, _RIGHT - len(label) * _LETTER)
        end = left + (len(label) + 1) * _LETTER
        found.append((one, label, left, 1 + max((row for _, _, begins, row in found if begins < end), default=-1)))
    return found[::-1], 1 + max(row for *_, row in found)


def _ends(line: _Line, last: date, foot: int) -> Iterator[Markup]:
    """The first and the last day of a line, at its ends where there is room."""
    end = line.at(last + ONE_DAY)
    if end - _LEFT < _APART:
        yield words(_LEFT, foot, f"{spoken(line.first)} to {spoken(last)}")
        return
    yield words(_LEFT, foot, spoken(line.first))
    yield words(end, foot, spoken(last), "end")


def _said(found: Sequence[DeprivedDays]) -> str:
    told = "; ".join(
        f"{number}. {spoken(one.days.first)} to {spoken(last_of(one))}, {one.authority.value}: {one.why}"
        for number, one in enumerate(found, start=1)
    )
    return f"{told}. The table after it says the same."
