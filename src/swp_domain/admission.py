"""From a submission to entries: placed, judged each on the files as the ones before left them, all or nothing."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from types import NoneType
from typing import Any, Final

from swp_domain.actor import Actor
from swp_domain.case_file import FILES
from swp_domain.catalogue import digest, events, file_kind
from swp_domain.entry import AnyEntry, entry_of
from swp_domain.event import EntryRetracted, Event, Names, NamesDecisions
from swp_domain.file import File
from swp_domain.history import chain_of, history
from swp_domain.judgement import Judgement, consider, placed
from swp_domain.law.dates import PartialDate, Precision, local_day
from swp_domain.personal import marks_on
from swp_domain.practice.every_decision import EVERY_DECISION
from swp_domain.practice.standing import Standing
from swp_domain.practice_file import Practice
from swp_domain.proposal import Conduct, Proposal, Submission
from swp_domain.refusal import CaseHasMovedOn, Invalid, OutOfSequence

Streams = Mapping[str, Sequence[AnyEntry]]
Standings = Callable[[date], Standing]


def standing_on(day: date, streams: Streams, *, known_at: datetime | date | None = None) -> Standing:
    """Practice and council as they were on a day, from every practice file among the streams."""
    files = [
        Practice.fold(stream, history(entries, as_at=day, known_at=known_at))
        for stream, entries in sorted(streams.items())
        if stream.startswith("practice/")
    ]
    partners = tuple(one for file in files for one in file.partners(day))
    return Standing(day, tuple(file.contract.on(day) for file in files if file.entries), partners)


def file_on(stream: str, entries: Sequence[AnyEntry], day: date | None = None, *, without: str | None = None) -> File:
    """A file as it stood on a day, as now known; ``without`` leaves out an entry and its corrections."""
    left_out = chain_of(entries, without) if without else frozenset()
    kept = history((one for one in entries if one.entry_id not in left_out), as_at=day)
    return file_kind(stream).fold(stream, kept)


def admit(
    submission: Submission,
    streams: Streams,
    *,
    recorded_at: datetime,
    new_id: Callable[[], str],
    standings: Standings | None = None,
) -> list[AnyEntry]:
    """Judge a submission and make its entries.

    Args:
        submission: what is proposed.
        streams: the entries of every file it touches, and of every practice file.
        recorded_at: the moment of recording (UTC), from the caller's clock.
        new_id: gives a new identifier for each entry.
        standings: the standing on a day, from whoever has it at hand already; the submission then writes to
            no practice file.

    Raises:
        Refusal: the first proposal that may not enter the record, whole or in part; nothing is made.
        LawNotKnown: a decision is asked on a day for which the law is not encoded.
    """
    well_formed(submission)
    if not submission.proposals:
        raise Invalid("proposals", "a submission holds at least one proposal", "Send what happened")
    files = {stream: list(entries) for stream, entries in streams.items()}
    made: list[AnyEntry] = []
    for asked in placed(submission.proposals):
        entries = files.setdefault(asked.file, [])
        judgement = judge(asked, entries, files, recorded_at=recorded_at, standings=standings)
        moment = recorded_at.astimezone(UTC)
        entry = _entry(asked, judgement, submission, moment, len(entries) + 1, asked.entry_id or new_id())
        entries.append(entry)
        made.append(entry)
    return made


def expect(submission: Submission, streams: Streams) -> None:
    """See that the first proposal's file is at the version that the caller has seen, where they said which.

    Raises:
        CaseHasMovedOn: it is at another.
    """
    expected = submission.expected_version
    if expected is not None and submission.proposals:
        stream = submission.proposals[0].file
        if len(streams[stream]) != expected:
            raise CaseHasMovedOn(stream, expected, len(streams[stream]))


def judge(
    asked: Proposal[Event],
    entries: Sequence[AnyEntry],
    streams: Streams,
    *,
    recorded_at: datetime | None = None,
    standings: Standings | None = None,
) -> Judgement:
    """What the record would make of a proposal, on the entries of its file; writes nothing.

    Args:
        asked: what is proposed, placed on its day.
        entries: those of its file.
        streams: the entries of every practice file.
        recorded_at: the moment of recording; without it, whether it may be recorded then is not asked.
        standings: the standing on a day, from whoever has it at hand already.

    Raises:
        Refusal: it may not enter the record.
        LawNotKnown: a decision is asked on a day for which the law is not encoded.
    """
    if recorded_at is not None:
        asked = replace(asked, recorded_on=_recorded_on(recorded_at, entries, asked))
    corrected = _corrected(asked, entries)
    file = file_on(asked.file, entries, asked.on, without=asked.corrects)
    standing = standing_on(asked.on, streams) if standings is None else standings(asked.on)
    try:
        return consider(file, asked, standing, EVERY_DECISION, corrected)
    except OutOfSequence as early:
        raise _begun_within(early, asked, entries) or early from None


def _begun_within(early: OutOfSequence, asked: Proposal[Event], entries: Sequence[AnyEntry]) -> OutOfSequence | None:
    """The same refusal of a vague date, where what it stands on came within it: that says how to tell it."""
    kind = asked.event.references.get(early.field, "")
    named = (kind, str(getattr(asked.event, early.field, "")))
    known = history(entries, as_at=asked.occurred.latest)
    first = next((one.occurred_on for one in known if named in one.event.speaks_of()), None)
    if first is None or first <= asked.on:
        return None
    told = PartialDate(first, asked.occurred.latest, Precision.RANGE) if first < asked.occurred.latest else first
    return OutOfSequence(early.field, f"{early.what}, but from {first} on", f"Tell the date as {told}, if that is so")


def well_formed(submission: Submission) -> None:
    """See that what was sent is what it claims to be, before anything is made of it.

    Raises:
        Invalid: a field holds something else than it should, or text that no database keeps.
    """
    if submission.command_id == "":
        raise Invalid("command_id", "is empty", "Leave it out, or give each command an id of its own")
    _are_texts(submission, "command_id")
    _are_texts(submission, "causation_id", "correlation_id", needed=False)
    if type(submission.expected_version) not in (int, NoneType):
        raise Invalid("expected_version", "is not a whole number", "Send the version of the file that was seen")
    for one in submission.proposals:
        if not isinstance(one, Proposal):
            raise Invalid("proposals", f"holds {_kind(one)}, not a proposal", "Make each with propose(…)")
        for field, kind in _KINDS.items():
            if not isinstance(value := getattr(one, field), kind):
                raise Invalid(field, f"is {_kind(value)}, not {_kind(kind)}", f"Send {_kind(kind)}")
        _are_texts(one, "file", "entry_id")
        _are_texts(one, "corrects", "reason", needed=False)
        for field, text in _texts("event", one.event.model_dump()):
            storable(field, text)
        _names_decisions(one.event)
        _names_files_of_their_kind(one.event)


def _names_files_of_their_kind(event: Event) -> None:
    """See that what an event calls a case is no file of another kind: a review would be counted as an adult.

    An id without a kind before it may be another system's, and says nothing.
    """
    kinds = {one.kind for one in FILES}
    for field, info in type(event).model_fields.items():
        wanted = {mark.kind for mark in marks_on(info) if isinstance(mark, Names)} & kinds
        told = getattr(event, field) if wanted else None
        for name in (told,) if isinstance(told, str) else told or ():
            kind, slash, _ = name.partition("/")
            if slash and kind in kinds - wanted:
                raise Invalid(field, f"{name} is the id of a file of the kind {kind}", f"Give {wanted.pop()}/…")


def _names_decisions(event: Event) -> None:
    """See that what an event calls a kind of decision is one: what is misspelt would reserve nothing, unseen."""
    for field, info in type(event).model_fields.items():
        if any(isinstance(mark, NamesDecisions) for mark in marks_on(info)):
            told = getattr(event, field)
            for name in (told,) if isinstance(told, str) else told:
                known = events().get(name)
                if known is None or known.taken_by is None:
                    raise Invalid(field, f"{name} is no decision", "Give a stored name, from the list of events")


_KINDS: Final = {"event": Event, "by": Actor, "recorded_by": Actor, "occurred": PartialDate, "conduct": Conduct}
# Half of a surrogate pair has no bytes, and PostgreSQL keeps no NUL.
_NO_TEXT: Final = re.compile("[\ud800-\udfff\0]")


def storable(field: str, text: str) -> None:
    """See that a text can be stored.

    Raises:
        Invalid: it holds half a character, or NUL.
    """
    if _NO_TEXT.search(text):
        raise Invalid(field, "holds a character that cannot be stored", "Send it without halves of characters and NUL")


def _are_texts(of: object, *fields: str, needed: bool = True) -> None:
    for field in fields:
        value = getattr(of, field)
        if isinstance(value, str):
            storable(field, value)
        elif needed or value is not None:
            raise Invalid(field, f"is {_kind(value)}, not a text", "Send a text")


def _kind(value: object) -> str:
    """What something is, without showing what it says."""
    name = (value if isinstance(value, type) else type(value)).__name__
    return "nothing" if name == "NoneType" else f"{'an' if name[0] in 'AEIOaeio' else 'a'} {name}"


def _texts(field: str, value: Any) -> Iterator[tuple[str, str]]:
    """Every text in an event, with the field it stands in."""
    if isinstance(value, str):
        yield field, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(f"{field}.{name}", inner)
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from _texts(field, inner)


def _recorded_on(recorded_at: datetime, entries: Sequence[AnyEntry], asked: Proposal[Event]) -> date:
    """The day of recording, if this may be recorded then."""
    if recorded_at.tzinfo is None:
        raise Invalid("recorded_at", "a moment without its time zone", "Give it in UTC")
    today = local_day(recorded_at)
    if asked.on > today:
        raise Invalid(
            "occurred",
            f"{asked.occurred} is after the day of recording, {today}",
            "Record it when it has happened; what is planned is a field",
        )
    if entries and recorded_at < entries[-1].recorded_at:
        raise Invalid("recorded_at", "earlier than the last entry of the file", "Set the clock right")
    return today


def _corrected(asked: Proposal[Event], entries: Sequence[AnyEntry]) -> AnyEntry | None:
    """The entry a proposal takes the place of: one of the same class, or any for a retraction."""
    retracts = isinstance(asked.event, EntryRetracted)
    if asked.corrects is None:
        if retracts:
            raise Invalid(
                "corrects", "a retraction names the entry that it takes back", "Give its entry id in corrects"
            )
        return None
    if not asked.reason:
        raise Invalid("reason", "a correction or retraction needs a reason", "Say what was wrong, and how you know")
    found = next((one for one in entries if one.entry_id == asked.corrects), None)
    if found is None:
        raise OutOfSequence(
            "corrects",
            f"no entry {asked.corrects} is on the file",
            "Look it up with the audit trail of the file",
        )
    if found.event_name != asked.event.name and not retracts:
        raise Invalid(
            "corrects",
            f"{asked.corrects} is {found.event_name}, and a correction is the same event, whole",
            f"Send {found.event_name}, or retract the entry and record the other",
        )
    if not retracts and not any(one.entry_id in chain_of(entries, found.entry_id) for one in history(entries)):
        raise Invalid("corrects", f"{asked.corrects} was retracted", "Retract the retraction first, then correct it")
    if isinstance(found.event, EntryRetracted) and not retracts:
        raise Invalid("corrects", "a retraction is not corrected", "Retract the retraction")
    return found


def _entry(
    asked: Proposal[Event],
    judgement: Judgement,
    submission: Submission,
    recorded_at: datetime,
    version: int,
    entry_id: str,
) -> AnyEntry:
    return entry_of(type(asked.event))(
        format=1,
        stream=asked.file,
        version=version,
        entry_id=entry_id,
        event_name=asked.event.name,
        event_version=asked.event.event_version,
        event=asked.event,
        occurred=asked.occurred,
        occurred_on=asked.on,
        recorded_at=recorded_at,
        by=asked.by,
        recorded_by=None if asked.recorded_by == asked.by else asked.recorded_by,
        conduct=judgement.conduct,
        purported=judgement.purported,
        counts=judgement.counts,
        reason=asked.reason,
        law=digest(),
        corrects=asked.corrects,
        causation_id=submission.causation_id,
        correlation_id=submission.correlation_id,
        command_id=submission.command_id,
    ).with_judged(judgement.judged)
