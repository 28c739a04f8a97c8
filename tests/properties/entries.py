"""Entries made by hand, for the folds that look at nothing but envelopes and marks."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

from swp_domain.actor import Actor, BodyKind
from swp_domain.case.events import CaseAllocated
from swp_domain.entry import AnyEntry, Judged, entry_of
from swp_domain.event import EntryRetracted, Event
from swp_domain.law.dates import PartialDate
from swp_domain.mark import Mark

BEGAN = datetime(2024, 1, 1, 9, tzinfo=UTC)
DAY_0 = date(2023, 1, 1)
SOMEBODY = Actor(id="somebody", kind=BodyKind.PERSON)


def day(number: int) -> date:
    """The days of a test, by number."""
    return DAY_0 + timedelta(days=number)


def entry(
    version: int,
    on: int,
    *,
    corrects: int | None = None,
    retracts: int | None = None,
    marks: Iterable[Mark] = (),
    told: Event | None = None,
) -> AnyEntry:
    """An entry by its version: what is told, else an allocation; or it corrects or retracts that of another version."""
    event = EntryRetracted() if retracts is not None else told or CaseAllocated(team=f"team {version}")
    target = corrects if retracts is None else retracts
    made: AnyEntry = entry_of(type(event))(
        format=1,
        stream="case/one",
        version=version,
        entry_id=f"entry {version}",
        event_name=event.name,
        event_version=1,
        event=event,
        occurred=PartialDate.on(day(on)),
        occurred_on=day(on),
        recorded_at=BEGAN + timedelta(days=version),
        by=SOMEBODY,
        corrects=None if target is None else f"entry {target}",
    )
    return made.with_judged(Judged(marks=tuple(marks)))
