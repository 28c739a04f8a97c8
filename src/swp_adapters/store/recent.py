"""Files that were read lately: of a file at hand, only what is new is read again."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock

from swp_domain.entry import AnyEntry


class RecentFiles:
    """Keeps the entries of the files that were read last, up to a number of entries in all.

    Entries never change, and their personal text stays sealed in memory, so a file at hand is as good as
    one read from the log once what was appended since is added. The last entry at hand is read again
    each time: a log that was put back to an earlier copy of itself is noticed, and read whole.

    Args:
        read: reads the entries of a file from a version on, in order.
        most: how many entries are kept at most; 0 keeps none.
    """

    def __init__(self, read: Callable[[str, int], list[AnyEntry]], most: int) -> None:
        self._read, self._most = read, most
        self._files: OrderedDict[str, list[AnyEntry]] = OrderedDict()
        self._count, self._turn = 0, Lock()

    def entries(self, stream: str) -> list[AnyEntry]:
        """Every entry of a file, in the order of recording."""
        known = self._files.get(stream)
        if known:
            last, *new = self._read(stream, known[-1].version) or (None,)
            if last is not None and last.entry_id == known[-1].entry_id:
                known = known + new if new else known
            else:
                known = self._read(stream, 1)
        else:
            known = self._read(stream, 1)
        self._keep(stream, known)
        return list(known)

    def _keep(self, stream: str, entries: list[AnyEntry]) -> None:
        with self._turn:
            self._count -= len(self._files.pop(stream, ()))
            if not 0 < len(entries) <= self._most:
                return  # One that is not there, or too long, takes the place of no other.
            self._files[stream] = entries
            self._count += len(entries)
            while self._count > self._most:
                _, gone = self._files.popitem(last=False)
                self._count -= len(gone)
