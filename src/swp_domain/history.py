"""A history is read in the order of the world, as it was known on a day.

Everything that folds entries folds what :func:`history` gives: the file, the duties, every view.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from operator import attrgetter

from swp_domain.entry import AnyEntry
from swp_domain.event import EntryRetracted
from swp_domain.law.dates import end_of_day


def history(
    entries: Iterable[AnyEntry],
    *,
    as_at: date | None = None,
    known_at: datetime | date | None = None,
) -> list[AnyEntry]:
    """The entries of one file in the order in which they happened.

    Args:
        entries: the file's entries, in any order.
        as_at: leave out what happened after this day.
        known_at: leave out what was recorded after this moment; a day means its end in London.

    What was recorded later is dropped first; then each correction takes the place of what it
    corrects, on the day the correction states and in the version order of what it corrects, and what
    was retracted is dropped; then what happened after ``as_at``. Two answers for one (``as_at``,
    ``known_at``) are always the same, whatever is recorded afterwards.
    """
    known = known_by(entries, known_at)
    standing = _standing(known) if any(one.corrects for one in known) else [(one.version, one) for one in known]
    if as_at is not None:
        standing = [(place, one) for place, one in standing if one.occurred_on <= as_at]
    standing.sort(key=lambda placed: (placed[1].occurred_on, placed[0]))
    return [one for _, one in standing]


def known_by(entries: Iterable[AnyEntry], known_at: datetime | date | None) -> list[AnyEntry]:
    """The entries recorded by a moment, or by the end of a day in London, in the order of recording."""
    moment = end_of_day(known_at) if known_at is not None and not isinstance(known_at, datetime) else known_at
    return sorted((one for one in entries if moment is None or one.recorded_at <= moment), key=attrgetter("version"))


def chain_of(entries: Iterable[AnyEntry], entry_id: str) -> frozenset[str]:
    """The ids of an entry, of what it corrects, and of every correction of it."""
    by_id = {one.entry_id: one for one in entries}
    if entry_id not in by_id:
        return frozenset({entry_id})
    root = _root(by_id[entry_id], by_id).entry_id
    return frozenset(one.entry_id for one in by_id.values() if _root(one, by_id).entry_id == root)


def _standing(known: list[AnyEntry]) -> list[tuple[int, AnyEntry]]:
    """Every entry that still stands, with the version whose place it takes.

    A chain of corrections has one root; the latest one not withdrawn stands. Retracting the root drops
    the chain, retracting a correction restores what it replaced, retracting a retraction undoes it.
    """
    by_id = {one.entry_id: one for one in known}
    withdrawn = _withdrawn(known)
    chains: dict[str, list[AnyEntry]] = {}
    for one in known:
        if not isinstance(one.event, EntryRetracted):
            chains.setdefault(_root(one, by_id).entry_id, []).append(one)
    standing = []
    for root_id, chain in chains.items():
        left = [one for one in chain if one.entry_id not in withdrawn]
        if left and root_id not in withdrawn:
            standing.append((chain[0].version, left[-1]))
    return standing


def _withdrawn(known: list[AnyEntry]) -> set[str]:
    """What is taken back, retractions included: by any retraction that is not itself taken back.

    A retraction names something recorded before it, so the latest is read first.
    """
    withdrawn: set[str] = set()
    for one in reversed(known):
        if isinstance(one.event, EntryRetracted) and one.corrects and one.entry_id not in withdrawn:
            withdrawn.add(one.corrects)
    return withdrawn


def _root(entry: AnyEntry, by_id: dict[str, AnyEntry]) -> AnyEntry:
    while entry.corrects and (earlier := by_id.get(entry.corrects)) is not None and earlier.version < entry.version:
        entry = earlier
    return entry
