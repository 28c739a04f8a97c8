"""From a submission to entries: placed, judged each on the files as the ones before left them, all or nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from swp_domain.catalogue import digest, file_kind
from swp_domain.entry import AnyEntry, entry_of
from swp_domain.event import EntryRetracted, Event
from swp_domain.file import File
from swp_domain.history import chain_of, history
from swp_domain.judgement import Judgement, consider, placed
from swp_domain.law.dates import local_day
from swp_domain.practice import Practice
from swp_domain.practice.rules import EVERY_DECISION
from swp_domain.practice.standing import Standing
from swp_domain.proposal import Proposal, Submission
from swp_domain.refusal import Invalid, OutOfSequence

Streams = Mapping[str, Sequence[AnyEntry]]


def standing_on(day: date, streams: Streams, *, known_at: datetime | None = None) -> Standing:
    """Practice and council as they were on a day, from every practice file among the streams."""
    files = (
        Practice.fold(stream, history(entries, as_at=day, known_at=known_at))
        for stream, entries in sorted(streams.items())
        if stream.startswith("practice/")
    )
    return Standing(day, tuple(file.contract for file in files if file.entries))


def file_on(stream: str, entries: Sequence[AnyEntry], day: date | None = None, *, without: str | None = None) -> File:
    """A file as it stood on a day, as now known; ``without`` leaves out an entry and its corrections."""
    left_out = chain_of(entries, without) if without else frozenset()
    kept = history((one for one in entries if one.entry_id not in left_out), as_at=day)
    return file_kind(stream).fold(stream, kept)


def admit(
    submission: Submission, streams: Streams, *, recorded_at: datetime, new_id: Callable[[], str]
) -> list[AnyEntry]:
    """Judge a submission and make its entries.

    Args:
        submission: what is proposed.
        streams: the entries of every file it touches, and of every practice file.
        recorded_at: the moment of recording (UTC), from the caller's clock.
        new_id: gives a new identifier for each entry.

    Raises:
        Refusal: the first proposal that may not enter the record, whole or in part; nothing is made.
        LawNotKnown: a decision is asked on a day for which the law is not encoded.
    """
    if not submission.proposals:
        raise Invalid("proposals", "a submission holds at least one proposal", "Send what happened")
    files = {stream: list(entries) for stream, entries in streams.items()}
    made: list[AnyEntry] = []
    for asked in placed(submission.proposals):
        entries = files.setdefault(asked.file, [])
        moment = _recorded(recorded_at, entries, asked)
        asked = replace(asked, recorded_on=local_day(moment))
        judgement = judge(asked, entries, files)
        entry = _entry(asked, judgement, submission, moment, len(entries) + 1, asked.entry_id or new_id())
        entries.append(entry)
        made.append(entry)
    return made


def judge(asked: Proposal[Event], entries: Sequence[AnyEntry], streams: Streams) -> Judgement:
    """What the record would make of a proposal, on the entries of its file; writes nothing.

    Raises:
        Refusal: it may not enter the record.
        LawNotKnown: a decision is asked on a day for which the law is not encoded.
    """
    corrected = _corrected(asked, entries)
    file = file_on(asked.file, entries, asked.on, without=asked.corrects)
    return consider(file, asked, standing_on(asked.on, streams), EVERY_DECISION, corrected)


def _recorded(recorded_at: datetime, entries: Sequence[AnyEntry], asked: Proposal[Event]) -> datetime:
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
    return recorded_at.astimezone(UTC)


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
        reason=asked.reason,
        law=digest(),
        corrects=asked.corrects,
        causation_id=submission.causation_id,
        correlation_id=submission.correlation_id,
        command_id=submission.command_id,
    ).with_judged(judgement.judged)
