"""Our lines: full envelopes, personal text sealed, receipts, heads and views, with keys in a file of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, cast

from bench.lives import PER_CASE, life, stream_of
from bench.place import Place, Side, Watch, drain, in_turns
from swp_adapters.casework import Casework
from swp_adapters.demo.people import establish
from swp_adapters.security.keys import FileKeys
from swp_adapters.store.heads import extend_heads
from swp_adapters.store.stored import Receipt
from swp_domain.entry import AnyEntry
from swp_domain.history import history
from swp_projections import Caseload


class Ours(Side):
    """One method a line; each does one round and says how much it did."""

    def __init__(self, place: Place) -> None:
        super().__init__(place)
        database = f"sqlite:///{place.address}" if place.embedded else place.address
        keys = FileKeys(f"{place.lives}.{place.kind}.keys")
        self.casework = Casework(database, keys=keys)
        # What reads from the log is measured without what is at hand from reading before.
        self.afresh = Casework(database, keys=keys, remembered=0)

    def fill(self) -> None:
        """Fifty cases to a transaction; the last fifty on SQLite with the heads."""
        for start in range(0, self.place.cases, 50):
            numbers = range(start, min(start + 50, self.place.cases))
            self._put(in_turns([self.cases[number] for number in numbers]))
        establish(self.casework)
        self._catch_up()
        extend_heads(self.casework.engine)

    def append_1(self, watch: Watch) -> int:
        """Entries judged already: sealed, mapped, and appended with receipt and head; one to a transaction."""
        entries = [one for case in self._new(3) for one in case]
        with watch:
            for one in entries:
                self._put([one])
        return len(entries)

    def append_20(self, watch: Watch) -> int:
        """The same, twenty to a transaction."""
        cases = list(self._new(20))
        with watch:
            for case in cases:
                self._put(case)
        return len(cases) * PER_CASE

    def command(self, watch: Watch) -> int:
        """A whole command: practices and case loaded, judged, appended and, on SQLite, all views brought up to date."""
        proposals = [one for number in self.new(2) for one in life(number % 7, stream_of(number), self.casework)]
        self._catch_up()
        with watch:
            drain(self.casework.submit(one) for one in proposals)
        return len(proposals)

    def load(self, watch: Watch) -> int:
        """Every entry with its whole envelope, put in order and folded to a file."""
        streams = list(map(stream_of, self.present(100)))
        with watch:
            drain(self.afresh.file(stream) for stream in streams)
        return len(streams)

    def load_again(self, watch: Watch) -> int:
        """The same of files that were read a moment ago, as somebody who works on a case asks all day."""
        streams = list(map(stream_of, self.present(100)))
        drain(self.casework.entries(stream) for stream in streams)
        with watch:
            drain(self.casework.file(stream) for stream in streams)
        return len(streams)

    def replay(self, watch: Watch) -> int:
        """Every entry in the order of the world, with what the law made of it."""
        streams = list(map(stream_of, self.present(100)))
        with watch:
            drain(one.findings for stream in streams for one in history(self.afresh.entries(stream)))
        return len(streams) * PER_CASE

    def views_1(self, watch: Watch) -> int:
        """Four views brought up to date after every entry."""
        entries = in_turns(list(self._new(2)))
        self._catch_up()
        for one in entries:
            self._put([one])
            with watch:
                self._catch_up()
        return len(entries)

    def views_live(self, watch: Watch) -> int:
        """Four views brought up to date with what came in meanwhile."""
        entries = in_turns(list(self._new(20)))
        self._catch_up()
        self._put(entries)
        with watch:
            self._catch_up()
        return len(entries)

    def views_rebuilt(self, watch: Watch) -> int:
        """Four views made again from the whole log."""
        with watch:
            return self.casework.rebuild()

    def as_at(self, watch: Watch) -> int:
        """A file as at a day in the middle of its life."""
        asked = [(stream_of(number), self.cases.half(number)) for number in self.present(100)]
        with watch:
            drain(self.afresh.file(stream, as_at=day) for stream, day in asked)
        return len(asked)

    def caseload_as_at(self, watch: Watch) -> int:
        """The caseload of everybody as at a day, folded from the log."""
        day = self.cases.half(0)
        with watch:
            return len(self.casework.view(Caseload, as_at=day))

    def verify(self, watch: Watch) -> int:
        """Bytes, digests, columns, order and heads of the whole log."""
        extend_heads(self.casework.engine)
        with watch:
            found = self.casework.verify()
        if not found.intact:
            raise SystemExit(f"the log that the benchmark wrote does not verify: {found}")
        return found.entries

    def close(self) -> None:
        """Let go of the database."""
        self.afresh.close()
        self.casework.close()

    def _new(self, number: int) -> Iterator[list[AnyEntry]]:
        for case in self.new(number):
            # A key is made once in the life of a file; that is measured in the line of whole commands.
            self.casework.sealer.keys.make(stream_of(case))
            yield self.cases[case]

    def _put(self, entries: Sequence[AnyEntry]) -> None:
        kept: dict[str, Any] = {"heads": True} if self.casework.embedded else {}
        receipt = Receipt(entries[0].command_id, "", "{}")
        self.casework.events.put(cast("Any", entries), receipt=receipt, **kept)

    def _catch_up(self) -> None:
        with self.casework.engine.begin() as connection:
            self.casework.runner.catch_up(connection)
