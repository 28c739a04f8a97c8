"""Checks that the log is what was recorded: bytes, digests, columns, order, and the heads kept of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from sqlalchemy import Engine

from swp_adapters.store.driver import mark_of
from swp_adapters.store.engine import BEGIN
from swp_adapters.store.envelope import COMPARED, ColumnsOf, columns_of, first_difference
from swp_adapters.store.errors import translated
from swp_adapters.store.proofs import Tree, leaf_hash
from swp_adapters.store.stored import Head
from swp_adapters.store.verification import Difference, Kind, Verification

__all__ = ["Difference", "Kind", "Verification", "verify"]

_PAGE: Final = 1000
_ENTRIES: Final = f"SELECT position, state, leaf, {', '.join(COMPARED)} FROM log"
_HEADS: Final = "SELECT size, root, frontier FROM head"


def verify(engine: Engine, head: Head | None = None, *, columns_of: ColumnsOf = columns_of) -> Verification:
    """Read the whole log in order and compare it with itself, its heads and a head kept elsewhere.

    One reading transaction, so that appends going on meanwhile do not matter; a page of entries at a
    time, so that a log of any length fits.

    Args:
        engine: the database.
        head: a head exported earlier. Only this shows a log re-made together with its heads.
        columns_of: what the columns should be, read from stored bytes.
    """
    snapshot = "" if engine.dialect.name == "sqlite" else "ISOLATION LEVEL REPEATABLE READ READ ONLY"
    with translated, engine.connect() as connection:
        connection.execution_options(**{BEGIN: snapshot})
        with connection.begin():
            cursor: Any = connection.connection.cursor()
            return _Reading(cursor, mark_of(engine), head, columns_of).result()


class _Reading:
    """One pass over the log. Keeps two trees, over the bytes and over the digests kept beside them.

    They are one while nothing is wrong. After an entry whose bytes and digest disagree, the next head
    tells which of the two was altered: it vouches for the other.
    """

    def __init__(self, cursor: Any, mark: str, given: Head | None, columns_of: ColumnsOf) -> None:
        self.cursor, self.mark, self.given, self.columns_of = cursor, mark, given, columns_of
        self.of_bytes = self.of_digests = Tree()
        self.position = self.heads = self.vouched = 0
        self.disagreeing: tuple[Any, ...] | None = None
        self.doubted: int | None = None
        self.found: dict[Kind, Difference] = {}

    def result(self) -> Verification:
        heads = self._paged(_HEADS, "size")
        head = next(heads, None)
        entries = 0
        for entry in self._paged(_ENTRIES, "position"):
            entries += 1
            self._take(entry)
            while head is not None and head[0] <= self.position:
                self._compare(*head)
                head = next(heads, None)
            if self.given is not None and self.given.size == self.position:
                self._compare_given(self.given)
        self._settle(None)
        self._end()
        found = sorted(self.found.values(), key=lambda difference: difference.position)
        return Verification(entries, self.heads, self.of_bytes.root(), tuple(found), self.given)

    def _paged(self, select: str, key: str) -> Iterator[tuple[Any, ...]]:
        last = -1
        while True:
            where = f"WHERE {key} > {self.mark} ORDER BY {key} LIMIT {self.mark}"
            self.cursor.execute(f"{select} {where}", (last, _PAGE))
            page = self.cursor.fetchall()
            yield from page
            if len(page) < _PAGE:
                return
            last = page[-1][0]

    def _note(
        self, kind: Kind, position: int, sentence: str, stream: str | None = None, version: int | None = None
    ) -> None:
        self.found.setdefault(kind, Difference(kind, position, sentence, stream, version))

    def _note_entry(self, kind: Kind, entry: tuple[Any, ...], sentence: str) -> None:
        position, stream, version = entry[0], entry[3], entry[4]
        self._note(kind, position, f"Entry {position} (version {version} of {stream}): {sentence}", stream, version)

    def _take(self, entry: tuple[Any, ...]) -> None:
        before, self.position = self.position, entry[0]
        if self.position != before + 1:
            gone = f"{before + 1}" if self.position == before + 2 else f"{before + 1} to {self.position - 1}"
            self._note(Kind.MISSING, before + 1, f"Missing from the log: {gone}.")
        # Whoever altered it on SQLite may have left a text where there were bytes.
        state, digest = entry[1] if not isinstance(entry[1], str) else entry[1].encode(), entry[2]
        leaf, envelope = leaf_hash(state), self.columns_of(state)
        agrees = digest == leaf or (digest is None and envelope is None)
        if not agrees:
            self.disagreeing = self.disagreeing or entry
            if self.of_bytes is self.of_digests:
                self.of_digests = Tree(self.of_bytes.size, self.of_bytes.peaks)
        self.of_bytes.append(leaf)
        if self.of_digests is not self.of_bytes:
            self.of_digests.append(leaf if agrees else digest or bytes(32))
        columns = dict(zip(COMPARED, entry[3:], strict=True))
        if agrees and (wrong := first_difference(columns, envelope)) is not None:
            said = f"the column {wrong!r} says {columns[wrong]!s}, and its bytes say otherwise."
            self._note_entry(Kind.COLUMN, entry, said)

    def _compare(self, size: int, root: bytes, frontier: bytes) -> None:
        self.heads += 1
        if Kind.MISSING in self.found:
            return  # every root from there on differs, which says no more
        tree = self._with_root(root) if size == self.position else None
        self._settle(tree)
        if tree is None:
            self.doubted = self.doubted or size
            return
        if self.doubted is not None:
            # This head vouches for all entries below it, so the one that differed was itself altered.
            self._note(Kind.HEAD, self.doubted, f"{_HEAD.format(self.doubted)}; a later head is right.")
            self.doubted = None
        if frontier != tree.frontier:
            self._note(Kind.HEAD, size, f"{_HEAD.format(size)}: its frontier does not give its root.")
        self.vouched = size

    def _with_root(self, root: bytes) -> Tree | None:
        return next((tree for tree in (self.of_digests, self.of_bytes) if tree.root() == root), None)

    def _settle(self, vouched: Tree | None) -> None:
        """Say which was altered, bytes or digest, once a head vouches for the other or none can."""
        entry, self.disagreeing = self.disagreeing, None
        if entry is not None:
            if vouched is not None and vouched is self.of_bytes:
                said = "its bytes are as recorded, but the digest kept beside them was altered."
                self._note_entry(Kind.DIGEST, entry, said)
            else:
                said = "its bytes are not those of which the digest was kept."
                self._note_entry(Kind.ENTRY, entry, said)
        if vouched is not None:
            self.of_bytes = self.of_digests = vouched

    def _compare_given(self, given: Head) -> None:
        if Kind.MISSING not in self.found and self._with_root(given.root) is None:
            said = f"The first {given.size} entries are not those of the head brought along"
            self._note(Kind.HISTORY, given.size, f"{said}.")

    def _end(self) -> None:
        if self.doubted is not None:
            said = f"an entry after {self.vouched} was altered together with its digest, or the head was."
            self._note(
                Kind.HISTORY,
                self.doubted,
                f"The head of {self.doubted} is not that of the entries there are: {said}",
            )
        self.cursor.execute("SELECT coalesce(max(size), 0) FROM head")
        longest = max(self.cursor.fetchone()[0], self.given.size if self.given is not None else 0)
        if longest > self.position:
            gone = longest - self.position
            said = f"though there was a head of {longest}: {gone} gone from its end."
            self._note(Kind.CUT, self.position, f"The log ends with entry {self.position}, {said}")


_HEAD: Final = "The head of {} entries was altered"
