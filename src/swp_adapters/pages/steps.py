"""Steps, drawn on a timeline, with the table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from swp_adapters.pages.markup import Markup, lines
from swp_adapters.pages.tables import plain_table, scrolling
from swp_adapters.pages.timeline import timeline
from swp_domain.law.dates import spoken
from swp_projections.moment import Moment


def step_by_step(key: str, called: str, moments: Sequence[Moment], until: date) -> Markup | None:
    """A timeline up to a day and its table; nothing where nothing happened.

    Args:
        key: what the ids of the drawing begin with; one a page.
        called: what the steps are of.
        moments: in the order of days.
        until: the day at which the line ends.
    """
    if not moments:
        return None
    title = f"Timeline: {called}"
    rows = ((str(n), spoken(one.on), one.what, one.entry) for n, one in enumerate(moments, start=1))
    return lines(
        scrolling(timeline(key, title, moments, until), title),
        plain_table(f"What happened: {called}", ("number", "day", "what", "entry"), rows, unbroken=("day",)),
    )
