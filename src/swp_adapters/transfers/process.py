"""Telling the cases: a few at a time, each few in one transaction, so that it can be killed and started again.

Nothing is remembered outside the record. What is still to be told is found by looking, and a notice is recorded
only into the very file that was looked at, under a command id that its cause and its case give.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from typing import TYPE_CHECKING, Final

from swp_adapters.batch import Batch
from swp_adapters.logs import logger
from swp_adapters.transfers.following import Following, following
from swp_adapters.transfers.plan import asked_about, planned
from swp_domain.actor import Actor
from swp_domain.law.dates import LawNotKnown, local_day
from swp_domain.practice.moves import Moves
from swp_domain.refusal import CaseHasMovedOn, CommandReused, Refusal
from swp_domain.responsibility.events import ResponsibilityMoved

if TYPE_CHECKING:
    from swp_adapters.casework import Casework

_TRIES: Final = 10
"""How often cases are looked at again that others keep writing to, before it is left to whoever runs it next."""

_IN_BETWEEN: Final = (CaseHasMovedOn, CommandReused)
"""What is met where somebody else wrote to a case after it was looked at; the other may run this very process."""

_log = logger()


@dataclass(frozen=True, slots=True)
class Progress:
    """How far it is: of how many cases, how many are done."""

    done: int
    cases: int


@dataclass(slots=True)
class Outcome:
    """What was recorded, and which cases could not be told, each with why."""

    notices: int = 0
    taken_back: int = 0
    failed: dict[str, Exception] = field(default_factory=dict)


def notify(
    casework: Casework,
    practice: str,
    by: Actor,
    on: date | None = None,
    *,
    cases: Sequence[str] | None = None,
    at_once: int = 100,
    progress: Callable[[Progress], None] = lambda _: None,
) -> Outcome:
    """Tell every open case whose responsible body was moved by a practice's file: one notice each, however often run.

    Args:
        casework: the record.
        practice: the practice's file.
        by: who gives the notices.
        on: only what moved on this day; otherwise on any day up to today.
        cases: those that were found already (:func:`planned`).
        at_once: of how many cases the notices are kept in one transaction.
        progress: told after each of these that it is kept.

    Raises:
        Invalid: there is no such practice, or the day has not come.
        CaseHasMovedOn, CommandReused: others keep writing to the same cases; what was kept is kept, and running
            again goes on.
        RecordBusy: others held the database for longer than anybody waits; the same.
    """
    asked = asked_about(casework, practice, on)
    found = list(planned(casework, practice, on).cases if cases is None else cases)
    outcome = Outcome()
    waiting = iter(found)
    done = 0
    while some := list(islice(waiting, at_once)):
        _Telling(casework, practice, by, asked, outcome).tell(some)
        done += len(some)
        progress(Progress(done, len(found)))
    casework.catch_up()
    _log.info("notices given", practice=practice, notices=outcome.notices, taken_back=outcome.taken_back)
    return outcome


@dataclass(slots=True)
class _Telling:
    """A few cases, told together."""

    casework: Casework
    practice: str
    by: Actor
    asked: Callable[[date], bool]
    outcome: Outcome

    def tell(self, cases: Sequence[str]) -> None:
        """Record what they are to be told; where others wrote in between, look again."""
        lost = 0
        while True:
            batch = self.casework.batch()
            sent, stopped = self._submit(batch, [one for one in cases if one not in self.outcome.failed])
            kept = batch.keep()
            for entry in kept.entries:
                given = isinstance(entry.event, ResponsibilityMoved)
                self.outcome.notices += given
                self.outcome.taken_back += not given
            stopped = kept.stopped_by or stopped
            if stopped is None:
                return
            if isinstance(stopped, _IN_BETWEEN):
                lost += 1
                if lost == _TRIES:
                    raise stopped
            else:
                self.outcome.failed[sent[len(kept.receipts)].case] = stopped

    def _submit(self, batch: Batch, cases: Sequence[str]) -> tuple[list[Following], Exception | None]:
        """Have everything judged that is to be told, each on the version of the file that was looked at."""
        moves = Moves(self.casework.practices())
        today = local_day(self.casework.clock())
        sent: list[Following] = []
        lost: Exception | None = None
        for case in cases:
            entries = self.casework.entries(case)
            version = len(entries)
            for one in following(case, entries, moves, self.practice, self.asked):
                proposals = tuple(one.proposals(self.by, today))
                try:
                    batch.submit(
                        *proposals,
                        command_id=one.command,
                        expected_version=version,
                        causation_id=one.cause or None,
                        correlation_id=self.practice,
                    )
                except _IN_BETWEEN as error:
                    lost = error
                    break
                except (Refusal, LawNotKnown) as error:
                    self.outcome.failed[case] = error
                    break
                sent.append(one)
                version += len(proposals)
        return sent, lost
