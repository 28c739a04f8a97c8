"""The days on which an order of the court authorises a deprivation of liberty: a question to the whole file.

A review can move the last day of an order, either way, and an order can end before it. What happened on a vague day
leaves the days it may have been on open: they are neither sure nor excluded.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from swp_domain.court.events import OrderEnded, OrderMade, OrderReviewed
from swp_domain.entry import AnyEntry
from swp_domain.law.dates import ONE_DAY, Period
from swp_domain.liberty.state import Told, told_by


class OrderDays(NamedTuple):
    """The days on which an order authorises for certain, and those on which it may; and the entries that say so."""

    sure: list[Period]
    possible: list[Period]
    entries: tuple[str, ...] = ()


def authorised_by_orders(entries: Sequence[AnyEntry]) -> Iterator[OrderDays]:
    """The days of each order that authorises a deprivation of liberty, or of which it is not told that it does not."""
    for place, entry in enumerate(entries):
        event = entry.event
        if not isinstance(event, OrderMade) or not entry.counts or not event.decision.outcome.stands:
            continue
        if event.authorises_deprivation_of_liberty is not False:
            after = [one for one in entries[place + 1 :] if one.counts]
            told = (entry.entry_id, *(one.entry_id for one in after if _moves(one, event.order)))
            days = _days(event, told_by(entry), after)._replace(entries=told)
            yield days if event.authorises_deprivation_of_liberty else days._replace(sure=[])


def _days(order: OrderMade, made: Told, after: Iterable[AnyEntry]) -> OrderDays:
    last = order.expires_on or date.max
    sure, possible = _whole(made.latest, last), _whole(made.occurred.earliest, last)
    for entry in after:
        told, event = told_by(entry), entry.event
        first, latest = told.occurred.earliest, told.latest
        match event:
            case OrderEnded(order=which) if which == order.order:
                return OrderDays(_until(sure, first - ONE_DAY), _until(possible, latest - ONE_DAY))
            case OrderReviewed(order=which) if which == order.order:
                last = event.expires_on or (date.max if event.until_further_order else last)
                kept = _until(sure, min(latest - ONE_DAY, max(first - ONE_DAY, last)))
                sure = [*kept, *_whole(latest, last)]
                possible = [*_until(possible, latest - ONE_DAY), *_whole(first, last)]
    return OrderDays(sure, possible)


def _moves(entry: AnyEntry, order: str) -> bool:
    return isinstance(entry.event, OrderReviewed | OrderEnded) and entry.event.order == order


def _until(periods: Iterable[Period], last: date) -> list[Period]:
    return [found for one in periods for found in _whole(one.first, last if one.last is None else min(one.last, last))]


def _whole(first: date, last: date) -> list[Period]:
    return [Period(first, last)] if first <= last else []
