"""Many submissions in one transaction: how a whole history is brought into the record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from eventsourcing.persistence import IntegrityError, StoredEvent

from swp_adapters.store.errors import CommandIdTaken
from swp_adapters.store.receipts import Receipt, body_of, digest_as_named, receipt_of
from swp_adapters.store.stored import Receipt as StoredReceipt
from swp_domain.actor import Actor
from swp_domain.admission import admit, expect, standing_on, well_formed
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.practice.standing import Standing
from swp_domain.proposal import Proposal, Submission
from swp_domain.refusal import CommandReused, Invalid

if TYPE_CHECKING:
    from swp_adapters.casework import Casework


@dataclass(slots=True)
class _Made:
    """A submission that was judged, as it waits to be kept; one that was recorded before has its receipt only."""

    submission: Submission
    receipt: Receipt
    kept_as: StoredReceipt | None = None
    entries: Sequence[AnyEntry] = ()
    stored: Sequence[StoredEvent] = ()


@dataclass(slots=True)
class Kept:
    """What became of a batch: the receipts of the submissions that were kept, in their order, and the new entries.

    ``stopped_by`` is why the submission after the last of them was not kept, though it had been found good: others
    wrote in the meantime, and what they wrote made it wrong; or its personal text cannot be sealed.
    """

    receipts: list[Receipt] = field(default_factory=list)
    entries: list[AnyEntry] = field(default_factory=list)
    stopped_by: Exception | None = None


class Batch:
    """Submissions that are kept together. Each is judged on the record as those before it left it.

    What is refused is refused when it is submitted, and those before it can still be kept. Nothing is
    in the record before :meth:`keep`, and then all of it is. Every submission has a command id of its own, so
    that a batch sent again doubles nothing. The tables of the views are not brought up to date with it:
    whoever reads them next does that, or :meth:`Casework.catch_up`, once for all batches.
    """

    def __init__(self, casework: Casework) -> None:
        self._casework = casework
        self._clear()

    def _clear(self) -> None:
        self._size = 0
        self._made: list[_Made] = []
        self._files: dict[str, list[AnyEntry]] = {}
        self._practices: dict[str, list[AnyEntry]] = {}
        self._standings: dict[date, Standing] = {}
        self._commands: dict[str, _Made] = {}

    def __len__(self) -> int:
        """How many entries wait to be kept."""
        return self._size

    def actor(self, who: str, on: date) -> Actor:
        """Somebody on the staff on a day, those who join within the batch included.

        Raises:
            OutOfSequence: nobody by that id was on the staff that day.
        """
        return self._standing(on).actor(who)

    def submit(
        self,
        *proposals: Proposal[Event],
        command_id: str,
        expected_version: int | None = None,
        causation_id: str | None = None,
        correlation_id: str | None = None,
    ) -> None:
        """Judge a submission, and let it wait until the batch is kept.

        Raises:
            Refusal: it was refused, and why; the batch is as it was before.
            LawNotKnown: a decision is asked on a day for which the law is not encoded.
        """
        submission = Submission(command_id, proposals, causation_id, correlation_id, expected_version)
        well_formed(submission)
        self._judge(submission)

    def keep(self) -> Kept:
        """Record everything that waits, in one transaction; then begin again with nothing.

        Raises:
            RecordBusy: others held the database for longer than anybody waits; nothing was kept.
            StorageFull: the disk refuses; nothing was kept.
        """
        waiting = [one.submission for one in self._made]
        kept = Kept()
        try:
            kept.stopped_by = self._seal()
            try:
                self._append()
            except (IntegrityError, CommandIdTaken):
                # Somebody wrote in between: judge it all again while nobody else can.
                kept.stopped_by = self._again(waiting)
            kept.receipts = [one.receipt for one in self._made]
            kept.entries = [entry for one in self._made for entry in one.entries]
        finally:
            self._clear()
        return kept

    # Inside

    def _standing(self, on: date) -> Standing:
        """Practice and council on a day, as the batch leaves them; folded once until one of their files changes."""
        practices = self._known()
        if on not in self._standings:
            self._standings[on] = standing_on(on, practices)
        return self._standings[on]

    def _judge(self, submission: Submission) -> None:
        digest = digest_as_named(submission)
        first = self._first(submission, digest)
        if first is not None:
            self._add(_Made(submission, first))
            return
        streams = self._streams(submission.proposals)
        expect(submission, streams)
        casework = self._casework
        writes_to_practice = any(one.file.startswith("practice/") for one in submission.proposals)
        entries = admit(
            submission,
            streams,
            recorded_at=casework.clock(),
            new_id=casework.new_id,
            standings=None if writes_to_practice else self._standing,
        )
        body = body_of(submission.command_id, entries)
        made = _Made(submission, receipt_of(body), StoredReceipt(submission.command_id, digest, body), entries)
        for entry in entries:
            streams[entry.stream].append(entry)
            if entry.stream in self._practices:
                self._standings.clear()
        self._add(made)
        self._commands[submission.command_id] = made

    def _add(self, made: _Made) -> None:
        self._made.append(made)
        self._size += max(1, len(made.entries))

    def _first(self, submission: Submission, digest: str) -> Receipt | None:
        """The answer that the command had before: in the record, or earlier in the batch."""
        earlier = self._commands.get(submission.command_id)
        if earlier is None:
            return self._casework.answered(submission, digest)
        if earlier.kept_as is not None and earlier.kept_as.digest != digest:
            raise CommandReused(submission.command_id)
        return receipt_of(earlier.kept_as.body, repeated=True) if earlier.kept_as else earlier.receipt

    def _known(self) -> dict[str, list[AnyEntry]]:
        """The entries of every practice's file, as the batch leaves them."""
        if not self._practices:
            self._practices = self._casework.practices()
        return self._practices

    def _streams(self, proposals: Iterable[Proposal[Event]]) -> dict[str, list[AnyEntry]]:
        streams = dict(self._known())
        for one in proposals:
            if one.file.startswith("practice/"):
                streams[one.file] = self._practices.setdefault(one.file, [])
                continue
            if one.file not in self._files:
                self._files[one.file] = self._casework.entries(one.file)
            streams[one.file] = self._files[one.file]
        return streams

    def _seal(self) -> Exception | None:
        """Make the bytes of what waits, and before that every key that is needed for a new file, at once.

        Returns:
            why it stopped before one of them; that and what comes after it waits no longer.
        """
        begun = {one.stream for made in self._made for one in made.entries if one.version == 1}
        self._casework.sealer.make_keys(begun)
        for number, made in enumerate(self._made):
            try:
                made.stored = [self._casework.stored(entry) for entry in made.entries]
            except Exception as error:
                del self._made[number:]
                return error
        return None

    def _again(self, submissions: Sequence[Submission]) -> Exception | None:
        """Judge all of it on the record as it is now, and keep it before anybody else writes.

        Returns:
            why it stopped before one of them; those before that are kept.
        """
        stopped: Exception | None = None
        with self._casework.store_log.alone():
            self._clear()
            for one in submissions:
                try:
                    self._judge(one)
                except Exception as error:
                    stopped = error
                    break
            stopped = self._seal() or stopped
            try:
                self._insert()
            except IntegrityError:
                raise Invalid("entry_id", "is that of another entry", "Leave it out, or give a new one") from None
        return stopped

    def _append(self) -> None:
        """Append what waits, in one transaction."""
        if any(one.kept_as for one in self._made):
            with self._casework.store_log.alone():
                self._insert()

    def _insert(self) -> None:
        casework = self._casework
        made = [one for one in self._made if one.kept_as is not None]
        for one in made:
            head = casework.embedded and one is made[-1]
            casework.store_log.insert_events(one.stored, receipt=one.kept_as, heads=head)
