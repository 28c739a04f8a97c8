"""What the court authorises: orders, with what reviews made of them; section 4B while it is asked; what it ended."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from swp_domain.case_file import CaseFile
from swp_domain.court.events import ApplicationMade, OrderEnded, OrderMade, OrderReviewed
from swp_domain.court.state import application_ended_by
from swp_domain.court.vocabulary import ApplicationKind, OnAuthorisation
from swp_domain.deprivation_cover.entries import of_order, of_vital_act
from swp_domain.deprivation_cover.spans import Cover, Span, span, span_of, whole
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.law.dates import Period, day_before
from swp_domain.law.mental_capacity_act_2005.s4b_vital_act import vital_act
from swp_domain.liberty.state import Spell, VitalAct


def by_orders(file: CaseFile, spell: Spell) -> Iterator[Cover]:
    """The days of each order that authorises a deprivation of liberty, or of which it is not told that it does not.

    A review can move the last day of an order, either way, and an order can end before it. What happened on a vague day
    leaves the days it may have been on open: they are neither sure nor excluded. So are the days in a place to which
    the person was moved after the court last looked: the record does not say whether the order is for that place.
    """
    for place, entry in enumerate(file.entries):
        event = entry.event
        if not isinstance(event, OrderMade) or not entry.counts or not event.decision.outcome.stands:
            continue
        if event.authorises_deprivation_of_liberty is not False:
            after = [one for one in file.entries[place + 1 :] if one.counts]
            told = (entry.entry_id, *of_order(after, event.order))
            cover = _of_order(event, span_of(entry), after)._replace(entries=told)
            if spell.moved:
                cover = _as_looked_at(cover, [entry, *after], event.order, span(spell.since).latest)
            yield cover if event.authorises_deprivation_of_liberty else cover._replace(sure=[])


def _of_order(order: OrderMade, made: Span, after: Iterable[AnyEntry]) -> Cover:
    last = order.expires_on or date.max
    sure, possible = whole(made.latest, last), whole(made.earliest, last)
    for entry in after:
        told, event = span_of(entry), entry.event
        match event:
            case OrderEnded(order=which) if which == order.order:
                sure, possible = _until(sure, day_before(told.earliest)), _until(possible, day_before(told.latest))
                break
            case OrderReviewed(order=which) if which == order.order:
                last = event.expires_on or (date.max if event.until_further_order else last)
                kept = _until(sure, min(day_before(told.latest), max(day_before(told.earliest), last)))
                sure = [*kept, *whole(told.latest, last)]
                possible = [*_until(possible, day_before(told.latest)), *whole(told.earliest, last)]
    return Cover("order of the court", sure, possible)


def _looks(event: Event, order: str) -> bool:
    """Whether the court made an order, or reviewed it; what it dismissed under that name makes none."""
    match event:
        case OrderMade(order=which, decision=decision):
            return which == order and decision.outcome.stands
        case OrderReviewed(order=which):
            return which == order
    return False


def _as_looked_at(cover: Cover, entries: Iterable[AnyEntry], order: str, moved: date) -> Cover:
    """What is sure once the court made or reviewed the order and the person was there already."""
    looked = [span_of(one).latest for one in entries if _looks(one.event, order) and span_of(one).earliest >= moved]
    since = min(looked, default=None)
    found = [part for one in cover.sure for part in whole(max(one.first, since), one.last or date.max)] if since else []
    return cover._replace(sure=found)


def _until(periods: Iterable[Period], last: date) -> list[Period]:
    return [found for one in periods for found in whole(one.first, last if one.last is None else min(one.last, last))]


def terminated_by(file: CaseFile) -> list[tuple[Span, str]]:
    """When the court terminated the authorisation that was in force (s 21A(3), (5)), and the entry of its order."""
    return [
        (span_of(entry), entry.entry_id)
        for entry in file.entries
        if isinstance(entry.event, OrderMade)
        and entry.counts
        and entry.event.decision.outcome.stands
        and entry.event.authorisation is OnAuthorisation.TERMINATED
    ]


def until_the_court(cover: Cover, terminated: Iterable[tuple[Span, str]]) -> Cover:
    """An authorisation that the court terminated has that day as its last; one that begins after it stands."""
    for order, told in terminated:
        sure = [part for one in cover.sure for part in _up_to(one, one.first > order.latest, order.earliest)]
        possible = [part for one in cover.possible for part in _up_to(one, one.first >= order.earliest, order.latest)]
        if (sure, possible) != (cover.sure, cover.possible):
            cover = cover._replace(sure=sure, possible=possible, entries=(*cover.entries, told))
    return cover


def _up_to(one: Period, spared: bool, last: date) -> list[Period]:
    return [one] if spared else whole(one.first, min(one.last or date.max, last))


def for_a_vital_act(file: CaseFile, which: str) -> Iterator[Cover]:
    """Section 4B: the days on which somebody relied on it and the court was asked."""
    asked = tuple(one.entry_id for one in file.entries if isinstance(one.event, ApplicationMade))
    for act in file.liberty.deprivations[which].vital_acts:
        told = (*of_vital_act(file, which, act), *asked)
        yield _of_vital_act(file, act)._replace(under=vital_act.provision, entries=told)


def _of_vital_act(file: CaseFile, act: VitalAct) -> Cover:
    """Section 4B, on the days on which it is relied on and a question is before the court."""
    facts = vital_act(act.facts, on=act.since.on) if vital_act.in_force(act.since.on) else None
    if facts is None or facts.not_met:
        return Cover("section 4B", [], [])
    since, until = span(act.since), span(act.until) if act.until else Span(date.max, date.max)
    sure, possible = [], []
    for made, ended, kind in _applications(file):
        if facts.met and kind.puts_a_dispute:
            sure += whole(max(since.latest, made.latest), min(until.earliest, ended.earliest))
        if kind.puts_a_dispute or kind is ApplicationKind.OTHER:
            possible += whole(max(since.earliest, made.earliest), min(until.latest, ended.latest))
    return Cover("section 4B", sure, possible)


def _applications(file: CaseFile) -> Iterator[tuple[Span, Span, ApplicationKind]]:
    ended: dict[str, Span] = {}
    for entry in file.entries:
        if which := application_ended_by(entry):
            ended.setdefault(which, span_of(entry))
    for entry in file.entries:
        if isinstance(entry.event, ApplicationMade):
            over = ended.get(entry.event.application, Span(date.max, date.max))
            yield span_of(entry), over, entry.event.kind
