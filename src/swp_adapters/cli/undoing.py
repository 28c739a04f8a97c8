"""``swp undo``: a slip of a minute ago is taken back, by whoever made it; it is an entry like any other."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated, Final

import typer

from swp_adapters.casework import Casework
from swp_adapters.cli.errors import answered, say
from swp_adapters.cli.output import counted, one_line, put_json, put_text
from swp_adapters.cli.settings import Acting, AsJson, Database, opened
from swp_adapters.cli.telling import tell
from swp_domain.entry import AnyEntry
from swp_domain.event import EntryRetracted
from swp_domain.history import history
from swp_domain.law.dates import local_day
from swp_domain.proposal import propose
from swp_domain.refusal import Invalid, Refusal
from swp_projections import AuditTrail
from swp_projections.asking import one_of

WITHIN: Final = timedelta(minutes=30)
"""How long after it was recorded something is a slip; later it is put right with a reason of its own."""
_NAME_IT: Final = "If it is to be taken back all the same, name it and say why: swp undo --entry {entry} --reason …"


class NotUndone(Refusal):
    """Nothing was taken back, and why."""

    def __init__(self, why: str, remedy: str) -> None:
        super().__init__(f"{why}. {remedy}")


@dataclass(frozen=True, slots=True)
class Slip:
    """A submission that may be taken back: what it recorded, and the files as they are."""

    entries: Sequence[AnyEntry]
    files: dict[str, list[AnyEntry]]

    @property
    def command(self) -> str:
        """The id of the command that recorded it."""
        return self.entries[0].command_id


@answered
def undo(
    database: Database = None,
    acting: Acting = None,
    entry: Annotated[
        str | None, typer.Option("--entry", metavar="ID", help="What this entry was recorded with, however long ago.")
    ] = None,
    reason: Annotated[str | None, typer.Option("--reason", help="Why it is taken back; needed with --entry.")] = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask.")] = False,
    as_json: AsJson = False,
) -> None:
    """Take back what you recorded last, all that was sent together: nothing is deleted, it is retracted."""
    if acting is None:
        raise Invalid("--as", "nobody is named as acting", "Say who takes it back, with --as")
    if entry is not None and not (reason or "").strip():
        raise Invalid("--reason", "is missing", "Say why the entry is taken back")
    with opened(database) as casework:
        by = casework.actor(acting)
        slip = _last(casework, acting) if entry is None else _named(casework, entry)
        _see(slip, acting, casework.clock(), named=entry is not None)
        for one in slip.entries:
            for line in tell(one):
                put = say if as_json else put_text
                put(one_line(line))
        _ask(slip, yes)
        why = (reason or "").strip() or "A slip, taken back by who recorded it."
        today = local_day(casework.clock())
        first = slip.entries[-1].stream
        receipt = casework.submit(
            *(
                propose(one.stream, EntryRetracted(), by, today, corrects=one.entry_id, reason=why)
                for one in reversed(slip.entries)
            ),
            expected_version=len(slip.files[first]),
            causation_id=slip.command,
        )
    if as_json:
        put_json(receipt)
    else:
        put_text(f"Taken back: {counted(len(slip.entries), 'entry', 'entries')}. It stays in the audit trail.")


def _last(casework: Casework, who: str) -> Slip:
    """What somebody recorded last.

    Raises:
        NotUndone: they recorded nothing.
    """
    rows = casework.view(AuditTrail, where=[one_of("recorded_by", [who])])
    if not rows:
        raise NotUndone(f"{who} recorded nothing", "There is nothing to take back")
    last = max(rows, key=lambda row: (row.recorded_at, row.version))
    return _slip(casework, last.command_id)


def _named(casework: Casework, entry: str) -> Slip:
    """What an entry was recorded with.

    Raises:
        Invalid: there is no such entry.
    """
    rows = casework.view(AuditTrail, where=[one_of("key", [entry])])
    if not rows:
        raise Invalid("--entry", "is not the id of an entry", "swp replay and swp audit show the ids")
    return _slip(casework, rows[0].command_id)


def _slip(casework: Casework, command: str) -> Slip:
    entries = casework.sent_with(command)
    return Slip(entries, {one.stream: casework.entries(one.stream) for one in entries})


def _see(slip: Slip, who: str, now: datetime, *, named: bool) -> None:
    """See that it may be undone.

    Raises:
        NotUndone: it is not theirs, or does not stand, or others acted on it, or it was too long ago.
    """
    newest = slip.entries[-1]
    others = sorted({one.entered_by.id for one in slip.entries} - {who})
    if others:
        ask = "Ask them to, or send case/entry-retracted with your own reason (swp record)"
        raise NotUndone(f"{newest.entry_id} was recorded by {others[0]}, not by {who}", ask)
    if not named and isinstance(newest.event, EntryRetracted):
        again = f"To take that back, name it: swp undo --entry {newest.entry_id} --reason …"
        raise NotUndone("What was recorded last took something back already", again)
    for one in slip.entries:
        _see_standing(one, slip.files[one.stream])
    if named:
        return
    name_it = _NAME_IT.format(entry=newest.entry_id)
    for file, entries in slip.files.items():
        mine = max(one.version for one in slip.entries if one.stream == file)
        since = sorted({one.entered_by.id for one in entries[mine:]} - {who})
        if since:
            raise NotUndone(f"{', '.join(since)} recorded in {file} since, and may have relied on it", name_it)
    if now - newest.recorded_at > WITHIN:
        ago = f"{newest.recorded_at:%Y-%m-%d %H:%M} UTC, more than {int(WITHIN.total_seconds() // 60)} minutes ago"
        raise NotUndone(f"It was recorded at {ago}", name_it)


def _see_standing(one: AnyEntry, entries: Sequence[AnyEntry]) -> None:
    later = [other for other in entries if other.corrects == one.entry_id]
    undone = {other.corrects for other in entries if isinstance(other.event, EntryRetracted)}
    standing = [other for other in later if other.entry_id not in undone]
    if any(isinstance(other.event, EntryRetracted) for other in standing):
        raise NotUndone(f"{one.entry_id} was taken back already", "swp audit shows by whom")
    if standing:
        newer = standing[-1].entry_id
        raise NotUndone(f"{one.entry_id} was corrected since by {newer}", f"Take that back first: --entry {newer}")
    if not isinstance(one.event, EntryRetracted) and one.entry_id not in {kept.entry_id for kept in history(entries)}:
        raise NotUndone(f"{one.entry_id} does not stand any more", "swp audit shows why")


def _ask(slip: Slip, yes: bool) -> None:
    """Have it confirmed by a person, unless that was done already.

    Raises:
        Invalid: nobody can be asked.
        typer.Abort: they say no.
    """
    if yes:
        return
    if not sys.stdin.isatty():
        raise Invalid("--yes", "is missing, and there is nobody to ask", "Give --yes where nobody looks on")
    what = "this entry" if len(slip.entries) == 1 else f"these {len(slip.entries)} entries"
    typer.confirm(f"Take back {what}?", abort=True, err=True)
