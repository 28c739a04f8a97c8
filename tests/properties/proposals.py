"""Any proposal at all: every class of event, by anybody, told exactly or vaguely, in either conduct."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

from hypothesis import strategies as st

from swp_adapters.testing import strategies
from swp_domain.case_file import FILES
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.file import File
from swp_domain.proposal import Conduct, Proposal
from tests import cast
from tests.papers import completed, concern, contact, referral, request
from tests.telling import Said, Voice, given

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


def proposals(
    kinds: tuple[type[Event], ...] = EVENTS,
    voices: tuple[Voice, ...] = OURS + OTHERS,
    conducts: tuple[Conduct, ...] = tuple(Conduct),
    latest: date = TODAY,
    earliest: date = LONG_AGO,
    files: tuple[str, ...] = (),
) -> st.SearchStrategy[Proposal[Event]]:
    """A proposal that is well formed, by one of these people, as they were on its day."""
    by = tuple(one.who for one in voices)
    return strategies.proposals(kinds, by=by, conducts=conducts, latest=latest, earliest=earliest, files=files)


def correcting(asked: Proposal[Event], entry_id: str) -> Proposal[Event]:
    """The same, in the place of an entry."""
    return replace(asked, corrects=entry_id, reason="It was typed wrongly.")


def kind_of(stream: str) -> type[File]:
    """The kind of file a stream holds."""
    return next(kind for kind in FILES if kind.kind == stream.partition("/")[0])
