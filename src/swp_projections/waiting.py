"""Who waits, for what and since when: for somebody to hold the case, or for an assessment to start."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from swp_domain.assessment.events import (
    AssessmentCompleted,
    AssessmentDeferred,
    AssessmentResumed,
    AssessmentStarted,
    CarersAssessmentCompleted,
    CarersDutyEndedByRefusal,
    CaringEnded,
    DutyEndedByRefusal,
)
from swp_domain.case.events import CaseAllocated, CaseClosed, PersonDied
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.referral.events import ReferralReceived
from swp_projections.projection import Projection, Row

ALLOCATION, ASSESSMENT = "a worker", "an assessment"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow(Row):
    """A wait that goes on. ``about`` is the assessment that has not started.

    ``deferred_on`` is the day since which the person themselves asks to wait. ``rechecked_on`` is the day
    somebody last looked whether waiting is still safe, and ``risk`` what they found.
    """

    waits_for: str
    about: str
    since: date
    team: str | None = None
    worker: str | None = None
    urgency: str | None = None
    deferred_on: date | None = None
    rechecked_on: date | None = None
    risk: str | None = None

    def days(self, as_at: date) -> int:
        """How many days the wait has lasted by a day."""
        return (as_at - self.since).days


class Waiting(Projection[WaitingRow]):
    """The waits of every case. A case that was closed and opened again waits for a worker anew."""

    name = "waiting"
    row = WaitingRow
    stepwise = False

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[WaitingRow]:
        """The waits that go on after a history."""
        waits: dict[str, WaitingRow] = {}
        team: str | None = None
        worker: str | None = None
        urgency: str | None = None
        over = False
        for entry in told:
            event, on = entry.event, entry.occurred_on
            match event:
                case CaseAllocated():
                    team, worker, over = event.team, event.worker, False
                case ReferralReceived():
                    urgency, over = event.urgency.value, False
                case CaseClosed():
                    worker, over = None, True
                case PersonDied():
                    return ()
                # The re-check of a wait (case/wait-rechecked) belongs here: it sets rechecked_on and risk on
                # every wait of the case, so that the next one begins without.
            if over:
                waits.clear()
                continue
            if worker is not None:
                waits.pop(ALLOCATION, None)
            elif ALLOCATION not in waits:
                waits[ALLOCATION] = _wait(file, ALLOCATION, "", on)
            _follow(waits, file, entry)
        return [replace(one, team=team, worker=worker, urgency=urgency) for one in waits.values()]


def _follow(waits: dict[str, WaitingRow], file: str, entry: AnyEntry) -> None:
    """What an entry does to the waits for an assessment."""
    event, on = entry.event, entry.occurred_on
    which = getattr(event, "assessment", None)
    if which is None or not entry.counts:
        return
    key = f"{ASSESSMENT}|{which}"
    if event.begins == "assessment":
        waits.setdefault(key, _wait(file, ASSESSMENT, which, on))
    elif _ends(event):
        waits.pop(key, None)
    elif isinstance(event, AssessmentDeferred | AssessmentResumed) and key in waits:
        waits[key] = replace(waits[key], deferred_on=on if isinstance(event, AssessmentDeferred) else None)


def _ends(event: Event) -> bool:
    """Whether an assessment is no longer waited for: it began, or the duty to make it ended."""
    if isinstance(event, DutyEndedByRefusal | CarersDutyEndedByRefusal):
        return event.decision.outcome
    return isinstance(event, AssessmentStarted | AssessmentCompleted | CarersAssessmentCompleted | CaringEnded)


def _wait(file: str, what: str, about: str, since: date) -> WaitingRow:
    key = f"{what}|{about}" if about else what
    return WaitingRow(file=file, key=key, waits_for=what, about=about, since=since)
