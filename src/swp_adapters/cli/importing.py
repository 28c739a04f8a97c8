"""``swp record --recording``: a whole history, in batches of one transaction each, which can be run again."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import typer

from swp_adapters.batch import Batch, Kept
from swp_adapters.casework import Casework
from swp_adapters.cli.errors import UNAVAILABLE, cause_of, read_no_more, say
from swp_adapters.cli.lines import text_of
from swp_adapters.cli.marked import Marked
from swp_adapters.cli.output import counted, put_json
from swp_adapters.exchange.submissions import Unsaid, read_submission
from swp_domain.proposal import Conduct
from swp_domain.refusal import Invalid

SIZE: Final = 500
"""Entries of a batch: enough that the disk is waited for seldom, few enough that others do not wait for long."""
REMEMBERED: Final = 25_000
"""Entries kept in memory: a history told in the order of days comes back to each of its cases again and again."""
_EVERY: Final = 5.0
"""Seconds between two words on progress, where nobody sees a line change."""


@dataclass
class _Progress:
    """What was recorded so far, told on standard error while it goes on."""

    wanted: bool
    before: int = 0
    submissions: int = 0
    entries: int = 0
    marked: Marked = field(default_factory=Marked)
    _began: float = field(default_factory=time.monotonic)
    _told: float = field(default_factory=time.monotonic)

    def add(self, kept: Kept) -> None:
        """Count a batch that is kept."""
        self.before += sum(one.repeated for one in kept.receipts)
        self.submissions += sum(not one.repeated for one in kept.receipts)
        self.entries += len(kept.entries)
        for one in kept.entries:
            self.marked.add(one)

    def tell(self) -> None:
        """Say how far it is: on one line of a terminal, else now and then."""
        now = time.monotonic()
        if not self.wanted or (now - self._told < _EVERY and not sys.stderr.isatty()):
            return
        self._told = now
        rate = self.entries / max(now - self._began, 0.001)
        told = f"{self}; {rate:.0f} entries a second"
        if sys.stderr.isatty():
            print(f"\r{told}", end="", file=sys.stderr, flush=True)
        else:
            say(f"{told}.")

    def end(self) -> None:
        """Leave the line that changed."""
        if self.wanted and sys.stderr.isatty():
            print(file=sys.stderr)

    def __str__(self) -> str:
        again = f", {self.before} recorded already" if self.before else ""
        return (
            f"{counted(self.submissions, 'submission')} recorded ({counted(self.entries, 'entry', 'entries')}){again}"
        )


@dataclass
class History:
    """A history on its way into the record.

    Args:
        casework: the record.
        acting: who acts where a line does not say.
        reason: why decisions are recorded that do not say.
        size: entries of a batch.
        progress: whether to tell how far it is.
    """

    casework: Casework
    acting: str | None
    reason: str | None
    size: int
    progress: bool

    def record(self, lines: Iterator[tuple[int, bytes]]) -> None:
        """Record line after line; what is before the first that is wrong is kept, and that one is named.

        Raises:
            Exception: what is wrong with the line.
        """
        told = _Progress(self.progress)
        batch = self.casework.batch()
        waiting: list[int] = []
        for number, line in lines:
            try:
                self._submit(batch, line)
            except Exception:
                self._keep(batch, waiting, told)
                told.end()
                say(f"swp: line {number} was not recorded, nor any after it; {told} before it. {_AGAIN}")
                raise
            waiting.append(number)
            if len(batch) >= self.size:
                self._keep(batch, waiting, told)
                told.tell()
        self._keep(batch, waiting, told)
        self.casework.catch_up()
        told.end()
        marked = str(told.marked)
        say(f"{told}; {marked}." if marked else f"{told}.")

    def _submit(self, batch: Batch, line: bytes) -> None:
        sent = read_submission(text_of(line), batch.actor, self.acting, Unsaid(Conduct.RECORDING, self.reason))
        if sent.command_id is None:
            raise Invalid(
                "command_id",
                "is missing, and without it a history cannot be sent again without doubling it",
                "Give each line an id of its own, such as the key it has where it comes from",
            )
        batch.submit(
            *sent.proposals,
            command_id=sent.command_id,
            expected_version=sent.expected_version,
            causation_id=sent.causation_id,
            correlation_id=sent.correlation_id,
        )

    def _keep(self, batch: Batch, waiting: list[int], told: _Progress) -> None:
        try:
            kept = batch.keep()
        except BaseException:
            told.end()
            say(f"swp: lines {_span(waiting)} were not recorded, nor any after them; {told} before them. {_AGAIN}")
            raise
        told.add(kept)
        self._answer(kept, waiting, told)
        if kept.stopped_by is not None:
            told.end()
            number = waiting[len(kept.receipts)]
            say(f"swp: line {number} was not recorded, nor any after it; {told} before it. {_AGAIN}")
            raise kept.stopped_by
        waiting.clear()

    def _answer(self, kept: Kept, waiting: Sequence[int], told: _Progress) -> None:
        try:
            for receipt in kept.receipts:
                put_json(receipt)
            sys.stdout.flush()
        except OSError as error:
            told.end()
            last = waiting[len(kept.receipts) - 1]
            say(f"swp: lines to {last} were recorded, but not all of their receipts could be written; {told}.")
            say(f"swp: {cause_of(error)}")
            read_no_more()
            raise typer.Exit(UNAVAILABLE) from None


_AGAIN: Final = "Send it again from the beginning when it is put right: what is recorded is not recorded twice."


def _span(lines: Sequence[int]) -> str:
    return f"{lines[0]} to {lines[-1]}" if lines else "(none)"
