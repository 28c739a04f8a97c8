"""Casework: the one place where deciding meets storing.

Everything that writes goes through :meth:`Casework.submit`; everything that asks "may I?" through
:meth:`Casework.consider`. Frontends need nothing else of this project but the events.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from datetime import UTC, date, datetime
from typing import Any, Final, TypeVar, cast
from uuid import uuid4

from eventsourcing.application import Application
from eventsourcing.persistence import InfrastructureFactory, IntegrityError, Mapper, StoredEvent
from eventsourcing.utils import Environment
from sqlalchemy import Connection

from swp_adapters.batch import Batch
from swp_adapters.logs import logger
from swp_adapters.security.keys import KeyRing, keys_beside
from swp_adapters.security.seal import Sealer
from swp_adapters.store.engine import writing
from swp_adapters.store.errors import CommandIdTaken, RecordReadOnly, translated
from swp_adapters.store.factory import StoreFactory
from swp_adapters.store.mapper import EntryMapper
from swp_adapters.store.receipts import Receipt, body_of, digest_as_named, digest_of, receipt_of
from swp_adapters.store.recent import RecentFiles
from swp_adapters.store.recorder import LogRecorder
from swp_adapters.store.runner import ViewRunner
from swp_adapters.store.sealed import holds_sealed, keys_in_use
from swp_adapters.store.stored import Head
from swp_adapters.store.stored import Receipt as StoredReceipt
from swp_adapters.store.verify import Verification, verify
from swp_adapters.store.views import View
from swp_domain.actor import Actor
from swp_domain.admission import admit, expect, judge, standing_on, storable, well_formed
from swp_domain.catalogue import file_kind
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.file import File
from swp_domain.history import history
from swp_domain.judgement import Judgement, placed
from swp_domain.law.dates import local_day
from swp_domain.next_steps import NextStep, next_steps
from swp_domain.practice.standing import Standing
from swp_domain.proposal import Proposal, Submission
from swp_domain.refusal import CommandReused, Invalid
from swp_domain.stored import from_bytes
from swp_projections import VIEWS, Caseload
from swp_projections.asking import Question, answers
from swp_projections.projection import Projection, Row

__all__ = ["Casework", "Receipt"]

R = TypeVar("R", bound=Row)
_TRIES: Final = 3
"""How often a submission is judged before it is judged while nobody else writes."""
_MUCH: Final = 2_000
"""From how many new entries on making the views again may be faster than following the log."""

_log = logger()


class Casework(Application[str]):
    """The record of a practice and its council, on one database.

    Args:
        database: ``sqlite:///file``, ``sqlite:///:memory:`` or ``postgresql://…``. No setting is ever
            read from the environment.
        keys: where the keys of personal text are kept; by default a file beside the database.
        clock: gives the moment of recording, in UTC.
        new_id: gives a new identifier for an entry or a command.
        remembered: how many entries of the files read last are kept in memory, their personal text
            sealed; 0 keeps none.

    Raises:
        UnknownDatabase: the address names no database that can be opened.
        DatabaseTooNew: a later release made the database.
    """

    name = "casework"

    def __init__(
        self,
        database: str = "sqlite:///:memory:",
        *,
        keys: KeyRing | None = None,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        new_id: Callable[[], str] = lambda: str(uuid4()),
        remembered: int = 5_000,
    ) -> None:
        self.database, self.clock, self.new_id = database, clock, new_id
        self.store = StoreFactory(database)
        self.sealer = Sealer(keys or keys_beside(database))
        super().__init__()
        self.engine = self.store.engine
        self.embedded = self.engine.dialect.name == "sqlite"
        self._recent = RecentFiles(self._from_log, remembered)
        self.runner = ViewRunner(self._read, [View(view(), self._mapper.sealer_of) for view in VIEWS])
        self.runner.prepare(self.engine)

    def construct_env(self, name: str, env: Any = None) -> Environment:
        """The library would read the process's environment, where a stray setting opens another store."""
        return Environment(name, dict(env or {}))

    def construct_factory(self, env: Environment) -> InfrastructureFactory[Any]:
        """Recorders over our own tables."""
        return self.store

    def construct_mapper(self) -> Mapper[str]:
        """Entries to bytes and back, personal text sealed."""
        return EntryMapper(
            self.construct_transcoder(), self.sealer, lambda stream: holds_sealed(self.store_log, stream)
        )

    # Writing

    def submit(
        self,
        *proposals: Proposal[Event],
        command_id: str | None = None,
        expected_version: int | None = None,
        causation_id: str | None = None,
        correlation_id: str | None = None,
    ) -> Receipt:
        """Record proposals: all of them in one transaction, or none.

        Args:
            proposals: what happened or is being decided; each is judged on the files as the ones
                before it left them.
            command_id: sent again with the same content, it is answered with the first receipt.
            expected_version: the version of the first proposal's file that the caller has seen.
            causation_id: what caused this. ``correlation_id``: what it belongs to.

        Raises:
            Refusal: nothing was recorded, and why.
            LawNotKnown: a decision is asked on a day for which the law is not encoded.
            CommandReused: the command id was used for something else.
            KeyForgotten: something personal is told in a file whose key was destroyed.
            KeyMissing: the same, in a file whose key is not among the keys at hand.
            CaseHasMovedOn: the file is at another version than expected.
            RecordBusy: others held the database for longer than anybody waits.
        """
        command = self.new_id() if command_id is None else command_id
        submission = Submission(command, proposals, causation_id, correlation_id, expected_version)
        well_formed(submission)
        digest = digest_of(submission)
        if command_id is not None and (first := self.answered(submission, digest)) is not None:
            return first
        for _ in range(_TRIES):
            try:
                return _told(self._decide(submission, digest))
            except CommandIdTaken:
                return cast("Receipt", self.answered(submission, digest))
            except IntegrityError:
                # Somebody wrote to the file in between: judge again on what it holds now.
                if expected_version is not None:
                    expect(submission, self._streams(submission))
        # Lost each time. Now nobody else writes until this is judged and recorded, so it cannot be lost.
        try:
            with self.store_log.alone():
                receipt = self.answered(submission, digest) or self._decide(submission, digest)
        except IntegrityError:
            raise Invalid("entry_id", "is that of another entry", "Leave it out, or give a new one") from None
        return _told(receipt)

    def batch(self) -> Batch:
        """Many submissions, to be kept in one transaction."""
        return Batch(self)

    def consider(self, proposal: Proposal[Event]) -> Judgement:
        """What the record would make of a proposal if it were submitted now; nothing is written.

        Raises:
            Refusal: it may not enter the record, and why.
            LawNotKnown: a decision is asked on a day for which the law is not encoded.
        """
        well_formed(Submission("considered", (proposal,)))
        (asked,) = placed((proposal,))
        streams = self._streams(Submission("considered", (asked,)))
        return judge(asked, streams[asked.file], streams, recorded_at=self.clock())

    def next_steps(self, stream: str, by: Actor, on: date | None = None) -> list[NextStep]:
        """What may happen next in a file, for somebody, today or on a day; what is owed soonest first."""
        if not isinstance(by, Actor):
            raise Invalid("by", "is not an actor", "Send an Actor")
        _see_day("on", on)
        day = on or local_day(self.clock())
        return next_steps(self.file(stream, as_at=day), by, self.standing(day))

    # Reading

    def entries(self, stream: str) -> list[AnyEntry]:
        """Every entry of a file, in the order of recording."""
        _see_file(stream)
        return self._recent.entries(stream)

    def file(self, stream: str, *, as_at: date | None = None, known_at: datetime | date | None = None) -> File:
        """A file as at a day, as known at a moment or by the end of a day."""
        _see_when(as_at, known_at)
        entries = history(self.entries(stream), as_at=as_at, known_at=known_at)
        return file_kind(stream).fold(stream, entries)

    def standing(self, on: date, *, known_at: datetime | date | None = None) -> Standing:
        """Practice and council as they were on a day, as now known or as known at a moment or by the end of a day."""
        _see_day("on", on)
        _see_when(None, known_at)
        return standing_on(on, self.practices(), known_at=known_at)

    def actor(self, who: str, on: date | None = None) -> Actor:
        """Somebody on the staff, as they are today or on a day.

        Raises:
            OutOfSequence: nobody by that id was on the staff that day.
        """
        return self.standing(on or local_day(self.clock())).actor(who)

    def view(
        self,
        projection: type[Projection[R]],
        *,
        file: str | None = None,
        as_at: date | None = None,
        known_at: datetime | date | None = None,
        where: Sequence[Question] = (),
        held: Sequence[Question] = (),
    ) -> list[R]:
        """The rows of a view: from its table, or folded in memory when a date is asked for.

        Args:
            projection: the view.
            file: only this file's rows.
            as_at: as things stood at the end of a day.
            known_at: only what was recorded by a moment, or by the end of a day.
            where: what the rows must answer to.
            held: what the case's row in the caseload must answer to: its team, or its worker.
        """
        _see_when(as_at, known_at)
        if file is not None:
            _see_file(file)
        if as_at is None and known_at is None and self.runner.keeps(projection):
            with translated, self.engine.connect() as connection:
                if self.runner.is_current(connection):
                    return self._kept(connection, projection, file, where, held)
            # Behind, and where it cannot be brought up to date it is folded for this answer.
            with suppress(RecordReadOnly), translated, writing(self.engine) as connection:
                self.runner.catch_up(connection)
                return self._kept(connection, projection, file, where, held)
        asked, holds = projection(), Caseload()
        when = {"as_at": as_at, "known_at": known_at}
        files = [(file, self.entries(file))] if file is not None else self.files()
        return [
            row
            for name, entries in files
            if not held or any(answers(one, held) for one in holds.of(name, entries, **when))
            for row in asked.of(name, entries, **when)
            if answers(row, where)
        ]

    def _kept(
        self,
        connection: Connection,
        projection: type[Projection[R]],
        file: str | None,
        where: Sequence[Question],
        held: Sequence[Question],
    ) -> list[R]:
        of = View(Caseload()).files(held) if held else None
        return View(projection(), self._mapper.sealer_of).rows(connection, file, where, of)

    def files(self) -> Iterator[tuple[str, list[AnyEntry]]]:
        """Every file with its entries, one at a time."""
        with translated, self.engine.connect() as connection:
            yield from self.runner.files(connection, self.recorder.max_notification_id() or 0)

    # Keeping

    def verify(self, head: Head | None = None) -> Verification:
        """Whether the log is what was written: leaves, columns, and the Merkle heads kept or given."""
        return verify(self.engine, head)

    def missing_keys(self) -> list[str]:
        """The files with sealed texts whose key is not among the keys at hand, and was not destroyed on purpose.

        Their texts read as forgotten though nobody forgot them, and nothing personal can be added to
        them: the keys that belong to this record are somewhere else. Reads the whole log.
        """
        keys = self.sealer.keys
        return sorted(
            name for name in keys_in_use(self.store_log) if keys.key(name) is None and not keys.was_forgotten(name)
        )

    def catch_up(self) -> None:
        """Bring the tables of the views up to the end of the log, as whoever reads one does.

        Where much of the log is not in them yet, each file is folded once instead of once a thousand entries.
        """
        with translated, writing(self.engine) as connection:
            behind, end = self.runner.behind(connection)
            if behind <= _MUCH or 4 * behind < end:
                self.runner.catch_up(connection)
                return
        self.rebuild()

    def rebuild(self, progress: Callable[[int], None] = lambda _: None) -> int:
        """Make every view again from the log; how many entries were folded."""
        return self.runner.rebuild(self.engine, progress)

    # For what keeps several submissions together

    @property
    def store_log(self) -> LogRecorder:
        """The log that everything is kept in."""
        return cast("LogRecorder", self.recorder)

    def practices(self) -> dict[str, list[AnyEntry]]:
        """The entries of every practice's file."""
        return {stream: self.entries(stream) for stream in self.store_log.streams("practice/")}

    def stored(self, entry: AnyEntry) -> StoredEvent:
        """An entry as it is kept, its personal text sealed."""
        return self._mapper.to_stored_event(entry)

    def answered(self, submission: Submission, digest: str | None = None) -> Receipt | None:
        """The first answer to a command, or ``None`` if it was never recorded.

        Args:
            submission: the command.
            digest: what tells its content, where it is known already.

        Raises:
            CommandReused: it was recorded with other content.
        """
        stored = self.store_log.receipt(submission.command_id)
        if stored is None:
            return None
        if stored.digest not in (digest, digest_of(submission), digest_as_named(submission)):
            raise CommandReused(submission.command_id)
        return receipt_of(stored.body, repeated=True)

    def sent_with(self, command_id: str) -> list[AnyEntry]:
        """Everything that was recorded under a command, in the order in which it was sent."""
        stored = self.store_log.receipt(command_id)
        told = [] if stored is None else receipt_of(stored.body).entries
        return [self.entries(one["stream"])[one["version"] - 1] for one in told]

    # Inside

    @property
    def _mapper(self) -> EntryMapper:
        return cast("EntryMapper", self.mapper)

    def _from_log(self, stream: str, first: int) -> list[AnyEntry]:
        sealer = self._mapper.sealer_of(stream)
        return [from_bytes(state, topic, sealer) for topic, state in self.store_log.stream(stream, first)]

    def _read(self, stream: str, topic: str, state: bytes) -> AnyEntry:
        return from_bytes(state, topic, self._mapper.sealer_of(stream))

    def _decide(self, submission: Submission, digest: str) -> Receipt:
        """Judge on the files as they are, and record.

        Raises:
            IntegrityError: one of the files was written to after it was read.
        """
        streams = self._streams(submission)
        expect(submission, streams)
        entries = admit(submission, streams, recorded_at=self.clock(), new_id=self.new_id)
        body = body_of(submission.command_id, entries)
        self._append(entries, StoredReceipt(submission.command_id, digest, body), streams)
        return receipt_of(body)

    def _append(self, entries: list[AnyEntry], receipt: StoredReceipt, streams: dict[str, list[AnyEntry]]) -> None:
        def also(connection: Connection, _: Any) -> None:
            whole = {name: [*known, *(one for one in entries if one.stream == name)] for name, known in streams.items()}
            self.runner.catch_up(connection, whole)

        kept = {"heads": True, "also": also} if self.embedded else {}
        self.events.put(cast("Any", entries), receipt=receipt, **kept)

    def _streams(self, submission: Submission) -> dict[str, list[AnyEntry]]:
        streams = self.practices()
        for one in submission.proposals:
            if one.file not in streams:
                streams[one.file] = self.entries(one.file)
        return streams


def _told(receipt: Receipt) -> Receipt:
    """The receipt, once what it says has been kept, and the log of the program told so."""
    if not receipt.repeated:
        streams = sorted({one["stream"] for one in receipt.entries})
        _log.info("recorded", command=receipt.command_id, entries=len(receipt.entries), streams=streams)
    return receipt


def _see_file(file: object) -> None:
    if not isinstance(file, str):
        raise Invalid("file", "is not the id of a file", "Send it as text, such as case/one")
    storable("file", file)


def _see_day(field: str, value: object) -> None:
    if value is not None and (not isinstance(value, date) or isinstance(value, datetime)):
        raise Invalid(field, "is not a day", "Give a day, such as date(2024, 5, 1)")


def _see_when(as_at: object, known_at: object) -> None:
    _see_day("as_at", as_at)
    if not isinstance(known_at, datetime):
        _see_day("known_at", known_at)
    elif known_at.utcoffset() is None:
        raise Invalid("known_at", "a moment without its time zone", "Give it in UTC, or give a day")
