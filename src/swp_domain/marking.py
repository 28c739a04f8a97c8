"""What an entry does to duties: the marks that are written when it is judged."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from swp_domain.event import Event
from swp_domain.file import File
from swp_domain.law.dates import LawNotKnown
from swp_domain.law.finding import unchecked
from swp_domain.law.limit import TimeLimit
from swp_domain.law.rule import Regime
from swp_domain.mark import Act, Mark
from swp_domain.owed import Condition, Opening, Owed
from swp_domain.proposal import Proposal


def marks_of(
    file: File, asked: Proposal[Event], *, counts: bool = True, opens: bool = True
) -> tuple[tuple[Mark, ...], tuple[LawNotKnown, ...]]:
    """The marks of a proposal, and each limit that is not encoded for its day (its duty opens without one).

    A decision that does not count does nothing to what is owed: the law did not let it be taken, or it was
    another body's. One that was taken here all the same still ``opens`` what it brings: that nobody was
    entitled to triage is no reason to owe an adult nothing.
    """
    marks: dict[tuple[Act, str, str], Mark] = {}
    silences: list[LawNotKnown] = []
    for duty in file.owed_for(type(asked.event)):
        for mark in _marks(duty, file, asked, silences):
            if opens if mark.act is Act.OPENS else counts:
                marks.setdefault((mark.act, mark.duty, mark.subject), mark)
    return tuple(marks.values()), tuple(silences)


def _marks(duty: Owed, file: File, asked: Proposal[Event], silences: list[LawNotKnown]) -> Iterator[Mark]:
    event = asked.event
    opening = duty.opened_by.get(type(event))
    applies = duty.regime in (Regime.CALENDAR, file.regime_on(asked.on)) and asked.on in duty.period
    if opening and applies and _holds(opening.when, event):
        yield _opening(duty, opening, asked, silences)
    for act, table in (
        (Act.DISCHARGES, duty.discharged_by),
        (Act.DISCHARGES, duty.ended_by),
        (Act.DISCHARGES, duty.closed_by),
        (Act.PAUSES, duty.paused_by),
        (Act.RESUMES, duty.resumed_by),
    ):
        if type(event) in table and _holds(table[type(event)], event):
            # What ends a duty undone, or settles it, holds only until it is opened again; what closes it, for good.
            lapses = table is duty.ended_by or table is duty.closed_by
            again = table is duty.ended_by or (act is Act.DISCHARGES and type(event) in duty.settled_by)
            on = asked.occurred.earliest if act is Act.DISCHARGES and not duty.recurring else asked.on
            about = _subject(duty, event)
            yield Mark(act=act, duty=duty.name, on=on, subject=about, of=event.name, recurring=again, lapses=lapses)
    if file.ends_with is type(event) and not duty.survives_death:
        yield Mark(act=Act.DISCHARGES, duty=duty.name, on=asked.on, of=event.name, lapses=True)
    expiry = duty.expires_by.get(type(event))
    if expiry and (named := expiry.until(event)):
        about, again = _subject(duty, event), not expiry.for_good
        yield Mark(
            act=Act.EXPIRES, duty=duty.name, on=asked.on, subject=about, last_day=named, of=event.name, recurring=again
        )
    extension = duty.extended_by.get(type(event))
    if extension and (until := extension.until(event)):
        yield Mark(
            act=Act.EXTENDS,
            duty=duty.name,
            on=asked.on,
            subject=_subject(duty, event),
            last_day=until,
            of=extension.of.name,
            lengthens=extension.lengthens,
        )


def _opening(duty: Owed, opening: Opening, asked: Proposal[Event], silences: list[LawNotKnown]) -> Mark:
    start = asked.occurred.counted_from(asked.recorded_on)
    stated = opening.stated(asked.event) if opening.stated else None
    limit = (lambda _: stated) if stated else opening.limit
    last_day = warn_day = None
    said, force = "", None
    if isinstance(limit, TimeLimit):
        try:
            last_day, warn_day = limit.last_day(start), limit.warn_day(start)
            where = limit.provision
            said, force = f"{limit}, {where}{unchecked(where.confidence)}", where.force
        except LawNotKnown as silence:
            silences.append(silence)
    elif limit is not None and (last_day := limit(asked.event)):
        said, force = "the day stated", (opening.under or duty.provision).force
        last_day = max(last_day, asked.on)  # Nobody is late with what they did not owe yet.
        if opening.at_most and (longest := opening.at_most(start)).last_day(start) < last_day:
            where = longest.provision
            last_day = longest.last_day(start)
            said, force = f"{longest}, {where}{unchecked(where.confidence)}", where.force
    return Mark(
        act=Act.OPENS,
        duty=duty.name,
        on=asked.on,
        subject=_subject(duty, asked.event),
        provision=str(duty.provision),
        owner=duty.by,
        owed_to=duty.owed_to,
        last_day=last_day,
        warn_day=warn_day,
        limit=said,
        limit_force=force,
        force=duty.provision.force,
        confidence=duty.provision.confidence,
        rule=duty.rule,
        theme=duty.theme,
        recurring=duty.recurring,
        of=asked.event.name,
    )


def _holds(condition: Condition | None, event: Event) -> bool:
    return condition is None or bool(condition(event))


def _subject(duty: Owed, event: Event) -> str:
    value: Any = getattr(event, duty.subject, None) if duty.subject else None
    return "" if value is None else str(value)
