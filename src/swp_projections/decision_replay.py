"""One decision as it was taken: what was known by then, what it stood on, and what only came to be known afterwards.

Nothing is judged again: the findings, the authority and the law's digest are those kept in the entry.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from swp_domain.entry import AnyEntry
from swp_domain.event import EntryRetracted
from swp_domain.history import chain_of, history


@dataclass(frozen=True, slots=True)
class Replayed:
    """A decision, and the rest of its file sorted by what could be known when it was recorded.

    Every entry of the file but the decision itself, its corrections, and what put something right, stands in one of
    ``known``, ``already_true`` and ``later``, in the order of the world.

    Attributes:
        entry: the decision, as it was recorded.
        known: what had happened by the day of the decision, and was recorded before it.
        relied_on: what of that the decision speaks of: the same concern, assessment, plan.
        already_true: what had happened by that day and was recorded only afterwards.
        later: what happened on a later day.
        followed: what of that speaks of the same.
        put_right: what was known then and was corrected or retracted since, each with what put it right.
        stands: the entry that stands now in its place; ``None`` where it was retracted.
    """

    entry: AnyEntry
    known: tuple[AnyEntry, ...]
    relied_on: tuple[AnyEntry, ...]
    already_true: tuple[AnyEntry, ...]
    later: tuple[AnyEntry, ...]
    followed: tuple[AnyEntry, ...]
    put_right: tuple[tuple[AnyEntry, AnyEntry], ...]
    stands: AnyEntry | None


def replayed(entries: Sequence[AnyEntry], entry_id: str) -> Replayed:
    """A decision of a file as it was taken.

    Args:
        entries: every entry of the file.
        entry_id: the decision's.

    Raises:
        KeyError: no entry of the file has that id.
    """
    by_id = {one.entry_id: one for one in entries}
    entry = by_id[entry_id]
    own = chain_of(entries, entry_id)
    before = [one for one in entries if one.version < entry.version and one.entry_id not in own]
    known = history(before, as_at=entry.occurred_on)
    seen = {one.entry_id for one in before}
    mended = tuple(
        (by_id[one.corrects], one)
        for one in entries
        if one.corrects and one.corrects in seen and one.version > entry.version
    )
    now = [one for one in history(entries) if one.entry_id not in own and one.entry_id not in seen and not one.corrects]
    named = frozenset(entry.event.speaks_of())
    later = tuple(one for one in now if one.occurred_on > entry.occurred_on)
    already = tuple(one for one in now if one.occurred_on <= entry.occurred_on)
    planned = tuple(one for one in history(before) if one.occurred_on > entry.occurred_on)
    return Replayed(
        entry=entry,
        known=tuple(known),
        relied_on=tuple(one for one in known if named & frozenset(one.event.speaks_of())),
        already_true=already,
        later=_in_order(planned + later),
        followed=tuple(one for one in _in_order(planned + later) if named & frozenset(one.event.speaks_of())),
        put_right=mended,
        stands=next((one for one in history(entries) if one.entry_id in own), None),
    )


def _in_order(entries: Sequence[AnyEntry]) -> tuple[AnyEntry, ...]:
    told = [one for one in entries if not isinstance(one.event, EntryRetracted)]
    return tuple(sorted(told, key=lambda one: (one.occurred_on, one.version)))
