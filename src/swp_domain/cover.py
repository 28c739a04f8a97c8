"""Cover: which days are not covered by what they need. A fold over intervals of days, both ends inclusive."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from swp_domain.law.dates import ONE_DAY, Period


def uncovered(needed: Iterable[Period], covering: Iterable[Period], *, as_at: date) -> list[Period]:
    """The days that are needed and not covered, as whole intervals, up to and including ``as_at``.

    Args:
        needed: the days on which something must be covered (days of deprivation of liberty, of need).
        covering: the days on which it is (authorisations, orders, services). An open end is ``as_at``.
    """
    gaps: list[Period] = []
    # The last day of the calendar has no day after it: nothing is asked of it.
    as_at = min(as_at, date.max - ONE_DAY)
    cover = _joined(covering, as_at)
    for first, last in _joined(needed, as_at):
        start = first
        for begins, ends in cover:
            if ends < start:
                continue
            if begins > last:
                break
            if begins > start:
                gaps.append(Period(start, begins - ONE_DAY))
            start = ends + ONE_DAY
            if start > last:
                break
        if start <= last:
            gaps.append(Period(start, last))
    return gaps


def _joined(periods: Iterable[Period], as_at: date) -> list[tuple[date, date]]:
    joined: list[tuple[date, date]] = []
    for first, last in sorted((one.first, min(one.last or as_at, as_at)) for one in periods):
        if first > last:
            continue
        if joined and first <= joined[-1][1] + ONE_DAY:
            joined[-1] = (joined[-1][0], max(joined[-1][1], last))
        else:
            joined.append((first, last))
    return joined
