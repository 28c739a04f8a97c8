"""Days of a deprivation of liberty, drawn: a stretch is a line, and each week that it began is a sign."""

from __future__ import annotations

from datetime import date

from swp_adapters.pages.patterns import SIGNS
from swp_domain.deprivation_cover import Authority
from swp_domain.law.dates import spoken


def on_the_line(first: date, last: date, authority: Authority, why: str) -> str:
    """A stretch of days as a line of a timeline, with what it is in words beside it."""
    weeks = SIGNS[authority] * (1 + (last - first).days // 7)
    return f"{spoken(first)} {weeks} {spoken(last)}  {authority.value}: {why}"
