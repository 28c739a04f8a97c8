"""Any proposal at all: every class of event, by anybody, told exactly or vaguely, in either conduct."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from hypothesis import strategies as st

from swp_domain.actor import Actor
from swp_domain.case_file import FILES
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.file import File
from swp_domain.law.dates import PartialDate
from swp_domain.proposal import Conduct, Proposal, propose
from tests import cast
from tests.papers import completed, concern, contact, referral, request
from tests.strategies import models
from tests.telling import Said, Voice, given, home_of

NOW = datetime(2026, 11, 20, 12, tzinfo=UTC)
TODAY = NOW.date()
LONG_AGO = date(1950, 1, 1)

OURS = (cast.council, cast.practice, cast.advice_officer, cast.case_worker, cast.administrator, cast.unregistered)
OTHERS = (cast.court, cast.hospital, cast.other_council, cast.person)

EVENTS: tuple[type[Event], ...] = tuple(event for kind in FILES for stage in kind.stages for event in stage.event_types)
FACTS = tuple(event for event in EVENTS if event.taken_by is None)
DECISIONS = tuple(event for event in EVENTS if event.taken_by is not None)

_CASE: tuple[Said, ...] = (
    cast.council.tells(contact(contact="contact-1"), "2016-05-01"),
    cast.council.tells(referral(referral="referral-1"), "2016-05-01"),
    cast.person.tells(request(assessment="assessment-1"), "2016-05-01"),
    cast.council.decides(completed(assessment="assessment-1"), "2016-05-20"),
    cast.person.tells(concern(concern="concern-1"), "2016-06-01"),
)

Streams = dict[str, list[AnyEntry]]


@cache
def worlds() -> tuple[Streams, ...]:
    """What may be on record before: nothing, a practice of some time, and a case on its way."""
    pilot, delegate = given(cast.PILOT), given(cast.DELEGATE)
    return ({}, pilot.streams, given(_CASE).streams, given(cast.DELEGATE, _CASE).streams, delegate.streams)


@st.composite
def told_dates(draw: st.DrawFn, latest: date, earliest: date = LONG_AGO) -> PartialDate:
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
    kinds: tuple[type[Event], ...] = EVENTS,
    voices: tuple[Voice, ...] = OURS + OTHERS,
    conducts: tuple[Conduct, ...] = tuple(Conduct),
    latest: date = TODAY,
    earliest: date = LONG_AGO,
    files: tuple[str, ...] = (),
) -> Proposal[Event]:
    """A proposal that is well formed; whether it is lawful is another matter."""
    event = draw(models(draw(st.sampled_from(kinds))))
    occurred = draw(told_dates(latest, earliest))
    conduct = draw(st.sampled_from(conducts))
    reason = "It is being put on record." if conduct is Conduct.RECORDING else None
    here = home_of(event)
    possible = [one for one in files if one.partition("/")[0] == here.partition("/")[0]] or [here]
    return propose(
        draw(st.sampled_from(possible)), event, _actor(draw, voices, occurred.earliest), occurred,
        conduct=conduct, reason=reason,
    )  # fmt: skip


def _actor(draw: st.DrawFn, voices: tuple[Voice, ...], on: date) -> Actor:
    return draw(st.sampled_from(voices)).who(on)


def correcting(asked: Proposal[Event], entry_id: str) -> Proposal[Event]:
    """The same, in the place of an entry."""
    return replace(asked, corrects=entry_id, reason="It was typed wrongly.")


def kind_of(stream: str) -> type[File]:
    """The kind of file a stream holds."""
    return next(kind for kind in FILES if kind.kind == stream.partition("/")[0])
