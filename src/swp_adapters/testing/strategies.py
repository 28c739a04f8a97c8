"""Hypothesis strategies for whoever tests against the record.

``events`` and ``every_event`` draw any value of every class of the catalogue, from its declaration alone.
``proposals`` draws whatever somebody may send. ``lives`` draws whole lives that the engine lets in as they are;
``messy_lives`` the same as life tells them: out of order, vaguely, corrected and taken back.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from random import Random
from typing import Final, TypeVar

from hypothesis import strategies as st

from swp_adapters.testing.council import Council
from swp_adapters.testing.sent import Sent
from swp_adapters.testing.shape import Shape, north_east_lincolnshire
from swp_adapters.testing.values import LAST, days, models, values
from swp_adapters.testing.words import synthetic
from swp_domain import catalogue
from swp_domain.actor import Actor, BodyKind, Registration, Regulator, Role
from swp_domain.case_file import FILES
from swp_domain.event import EntryRetracted, Event
from swp_domain.law.dates import PartialDate
from swp_domain.proposal import Conduct, Proposal, Submission, propose

__all__ = [
    "ACTORS",
    "days",
    "events",
    "every_event",
    "lives",
    "messy",
    "messy_lives",
    "models",
    "proposals",
    "told_dates",
    "values",
]

E = TypeVar("E", bound=Event)

LONG_AGO: Final = date(1950, 1, 1)
_NUMBER: Final = Registration(regulator=Regulator.GSCC, number="N1")
_COUNCIL, _PRACTICE = "Northmere Council", "Northmere Social Work Practice"

ACTORS: Final = (
    Actor(id="council-worker", kind=BodyKind.COUNCIL, body=_COUNCIL, role=Role.SOCIAL_WORKER, registration=_NUMBER),
    Actor(id="practice-worker", kind=BodyKind.PRACTICE, body=_PRACTICE, role=Role.SOCIAL_WORKER, registration=_NUMBER),
    Actor(id="advice-officer", kind=BodyKind.PRACTICE, body=_PRACTICE, role=Role.ADVICE_OFFICER),
    Actor(id="unregistered", kind=BodyKind.COUNCIL, body=_COUNCIL, role=Role.SOCIAL_WORKER),
    Actor(id="judge", kind=BodyKind.COURT, body="Court of Protection", role=Role.JUDGE),
    Actor(id="hospital", kind=BodyKind.HOSPITAL, body="St Anne's"),
    Actor(id="person", kind=BodyKind.PERSON),
)
"""Invented people of our bodies and of others, the same on every day."""

By = Callable[[date], Actor]
"""Somebody, as they were on a day."""


def events(kind: type[E]) -> st.SearchStrategy[E]:
    """Any value of a class of event, every field told or not told."""
    return models(kind)


def every_event() -> st.SearchStrategy[Event]:
    """Any value of any class of the catalogue."""
    return st.sampled_from(sorted(catalogue.events().values(), key=lambda one: one.name)).flatmap(models)


@st.composite
def told_dates(draw: st.DrawFn, latest: date = LAST, earliest: date = LONG_AGO) -> PartialDate:
    """A date that can have been told on a day: exact, or as vague as people are."""
    first = draw(st.dates(earliest, latest))
    last = draw(st.dates(first, max(first, min(latest, date(first.year + 2, 1, 1)))))
    word = draw(st.sampled_from(["", "", "", "before ", "after ", "about "]))
    forms = [str(first)] * 6 + [str(first)[:7], str(first)[:4], f"{word}{first}/{last}"]
    told = PartialDate.parse(draw(st.sampled_from(forms)))
    return told if told.earliest >= earliest else PartialDate.on(first)


@st.composite
def proposals(
    draw: st.DrawFn,
    kinds: Sequence[type[Event]] = (),
    by: Sequence[Actor | By] = ACTORS,
    conducts: Sequence[Conduct] = tuple(Conduct),
    latest: date = LAST,
    earliest: date = LONG_AGO,
    files: Sequence[str] = (),
) -> Proposal[Event]:
    """A proposal that is well formed; whether it is lawful is another matter.

    Args:
        draw: given by Hypothesis.
        kinds: the classes of event; every one that belongs in a file, unless told.
        by: who may act, or what gives them on a day.
        conducts: whether it is decided, or was and is being recorded.
        latest: the last day on which it can have happened, and ``earliest`` the first.
        files: where it may go, if its event belongs there; else ``case/one``, ``contact/one``, ``practice/one``.
    """
    kind = draw(st.sampled_from(tuple(kinds) or _all_events()))
    occurred = draw(told_dates(latest, earliest))
    conduct = draw(st.sampled_from(tuple(conducts)))
    home = next(one.kind for one in FILES if kind in one.homes())
    possible = [one for one in files if one.partition("/")[0] == home] or [f"{home}/one"]
    who = draw(st.sampled_from(tuple(by)))
    return propose(
        draw(st.sampled_from(possible)),
        draw(models(kind)),
        who if isinstance(who, Actor) else who(occurred.earliest),
        occurred,
        conduct=conduct,
        reason="It is being put on record." if conduct is Conduct.RECORDING else None,
    )


def _all_events() -> tuple[type[Event], ...]:
    return tuple(event for kind in FILES for event in kind.homes())


@st.composite
def lives(
    draw: st.DrawFn, first: date | None = None, last: date | None = None, shape: Shape | None = None
) -> tuple[Council, int, list[Sent]]:
    """A council, the number of a life, and the life: the case of one adult, in order of recording.

    Each is let in by the engine as it is. What is unlawful on purpose is recorded, and says so in ``wrong``.
    """
    began = first or draw(st.dates(date(2011, 8, 1), date(2022, 1, 1)))
    ended = last or began + timedelta(days=draw(st.integers(200, 1500)))
    council = Council(draw(st.integers(0, 10_000)), began, ended, shape or north_east_lincolnshire(), calls=False)
    number = draw(st.integers(0, 10_000))
    return council, number, council.life(number)


@st.composite
def messy_lives(draw: st.DrawFn, most: int = 40) -> tuple[Council, list[Sent]]:
    """A life as it comes to be told: imported, out of order, with vague dates, corrections and retractions.

    Every decision is recorded, not taken, so that nothing may be refused. At most ``most`` submissions, from the first
    or from the middle of the life on.
    """
    council, _, life = draw(lives())
    start = draw(st.integers(0, max(0, len(life) - most)))
    return council, messy(life[start : start + most], Random(draw(st.integers(0, 2**32))), council.last)


def messy(life: Sequence[Sent], chance: Random, recorded: date) -> list[Sent]:
    """A life as it comes to be told, one proposal to a submission, all recorded on one day or soon after it."""
    told = [replace(one, entry_id=f"told-{number}") for number, one in enumerate(_proposals(life))]
    told = [_imported(_vague(one, chance) if chance.random() < 0.2 else one) for one in told]
    for _ in range(len(told) // 4):
        here, there = chance.randrange(len(told)), chance.randrange(len(told))
        told[here], told[there] = told[there], told[here]
    known: list[Proposal[Event]] = []
    out: list[Proposal[Event]] = []
    for one in told:
        known.append(one)
        out.append(one)
        if chance.random() < 0.15:
            out.append(_mended(known.pop(chance.randrange(len(known))), f"mended-{len(out)}", chance))
    moment = datetime.combine(recorded, time(9), UTC)
    return [
        Sent(Submission(f"messy-{number}", (one,)), moment + timedelta(minutes=number))
        for number, one in enumerate(out)
    ]


def _proposals(life: Sequence[Sent]) -> list[Proposal[Event]]:
    return [one for sent in life for one in sent.proposals]


def _imported(one: Proposal[Event]) -> Proposal[Event]:
    if one.event.taken_by is None:
        return one
    return replace(one, conduct=Conduct.RECORDING, reason=synthetic("imported"))


def _vague(one: Proposal[Event], chance: Random) -> Proposal[Event]:
    """The same, told less exactly: the day it happened still lies within."""
    wide = timedelta(days=chance.randint(1, 20))
    forms = (
        f"about {one.on - wide}/{one.on}",
        f"before {one.on - wide}/{one.on}",
        f"{one.on - wide}/{one.on}",
        str(one.on)[:7],
    )
    told = PartialDate.parse(chance.choice(forms))
    return replace(one, occurred=told, on=told.placed())


def _mended(one: Proposal[Event], entry_id: str, chance: Random) -> Proposal[Event]:
    """A correction of an entry to another day, or its retraction."""
    mend = replace(one, corrects=one.entry_id, entry_id=entry_id, reason=synthetic("it was typed wrongly"))
    if chance.random() < 0.4:
        return replace(mend, event=EntryRetracted(), conduct=Conduct.DECIDING)
    earlier = one.on - timedelta(days=chance.randint(0, 30))
    return replace(mend, occurred=PartialDate.on(earlier), on=earlier)
