"""Dates of a chronology: bounded by a range, or told as an offset from another event (``rel: R+14d``)."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

from swp_domain.law.dates import PartialDate, Precision, add_months

_OFFSET = re.compile(r"^(?P<anchor>[A-Za-z][\w-]*?)?\s*(?P<sign>[+-])\s*(?P<count>\d{1,4})\s*(?P<unit>[dwm])$")


def bounded(told: PartialDate, possible: tuple[PartialDate, PartialDate] | None) -> PartialDate:
    """The days a date can mean: those of its range where one is given, else of the date as told.

    Raises:
        ValueError: the range ends before it begins.
    """
    if possible is None:
        return told
    first, last = possible[0].earliest, possible[1].latest
    return PartialDate.on(first) if first == last else PartialDate(first, last, Precision.RANGE)


def between(first: date, last: date) -> PartialDate:
    """A day that lies somewhere from ``first`` to ``last``."""
    return PartialDate.on(first) if first >= last else PartialDate(first, last, Precision.RANGE)


def with_offsets(events: list[Any]) -> list[Any]:
    """The events of a file, with every date that is told as an offset worked out.

    Events that hang on one vague anchor keep their distances: the anchor is put on the earliest day it
    can mean, and they follow. An offset that cannot be worked out leaves the date as told.
    """
    anchors = {
        name: day
        for one in events
        if isinstance(one, dict) and not one.get("rel") and (name := _text(one, "anchor")) and (day := _earliest(one))
    }
    used = {name for one in events if isinstance(one, dict) and (name := _counts_from(one)) in anchors}
    return [_placed(one, anchors, used) if isinstance(one, dict) else one for one in events]


def _placed(one: dict[Any, Any], anchors: dict[str, date], used: set[str]) -> dict[Any, Any]:
    name = _counts_from(one)
    if name in anchors:
        return _exactly(one, _moved(anchors[name], _text(one, "rel")))
    if not one.get("rel") and (own := _text(one, "anchor")) in used:
        return _exactly(one, anchors[own])
    return one


def _exactly(one: dict[Any, Any], day: date) -> dict[Any, Any]:
    kept = {key: value for key, value in one.items() if key != "range"}
    return {**kept, "on": day.isoformat()}


def _counts_from(one: dict[Any, Any]) -> str:
    """The anchor that an event's offset counts from; empty where it has no offset that can be read."""
    found = _OFFSET.match(_text(one, "rel"))
    return (found["anchor"] or _text(one, "anchor")) if found else ""


def _text(one: dict[Any, Any], key: str) -> str:
    return str(one.get(key) or "").strip()


def _moved(day: date, offset: str) -> date:
    found = _OFFSET.match(offset)
    if found is None:  # pragma: no cover - asked only of offsets that were read before
        return day
    count = int(found["count"]) * (1 if found["sign"] == "+" else -1)
    if found["unit"] == "m":
        return add_months(day, count)
    return day + timedelta(days=count * (7 if found["unit"] == "w" else 1))


def _earliest(one: dict[Any, Any]) -> date | None:
    possible = one.get("range")
    told = possible[0] if isinstance(possible, list) and possible else one.get("on")
    try:
        return PartialDate.parse(str(told)).earliest
    except ValueError:
        return None
