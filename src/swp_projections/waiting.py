"""Who waits, for what and since when: for somebody to hold the case, or for an assessment to start."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

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
from swp_domain.case.events import CaseClosed, WaitRechecked
from swp_domain.entry import AnyEntry
from swp_domain.event import Event
from swp_domain.referral.events import ReferralReceived
from swp_projections.caseload import held_by, holding
from swp_projections.projection import Projection, Row

ALLOCATION, ASSESSMENT = "a worker", "an assessment"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaitingRow(Row):
    """A wait that goes on. ``about`` is the assessment that has not started.

    ``deferred_on`` is the day since which the person themselves asks to wait. ``rechecked_on`` is the day somebody
    last looked whether waiting is still safe, ``safe_to_wait`` what they concluded, and ``look_again_by`` the day by
    which they wanted it looked at again.
    """

    waits_for: str
    about: str
    since: date
    team: str | None = None
    worker: str | None = None
    urgency: str | None = None
    deferred_on: date | None = None
    rechecked_on: date | None = None
    safe_to_wait: bool | None = None
    look_again_by: date | None = None

    def days(self, as_at: date) -> int:
        """How many days the wait has lasted by a day."""
        return (as_at - self.since).days


class Waiting(Projection[WaitingRow]):
    """The waits of every case that is open; who waits for a worker is as the caseload has it."""

    name = "waiting"
    row = WaitingRow
    stepwise = False

    def concerned(self, entry: AnyEntry) -> bool:
        """Who holds the case, who looked at the wait, and what begins, puts off or ends one for an assessment."""
        return holding(entry) or entry.event.begins == "assessment" or isinstance(entry.event, _READ)

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[WaitingRow]:
        """The waits that go on after a history."""
        held = held_by(file, told)
        if held is None or held.closed_on or held.died_on:
            return
        waits: dict[str, WaitingRow] = {}
        urgency: str | None = None
        looked: Mapping[str, Any] = {}
        for entry in told:
            match entry.event:
                case ReferralReceived() as referral:
                    urgency = referral.urgency.value
                case CaseClosed() if entry.counts:
                    waits, looked = {}, {}
                case WaitRechecked(safe_to_wait=safe, look_again_by=again):
                    looked = {"rechecked_on": entry.occurred_on, "safe_to_wait": safe, "look_again_by": again}
                case _:
                    _follow(waits, file, entry)
        # Whoever holds the file in which work goes on holds the adult; an assessment owed here is still waited for.
        if held.waiting_since is not None and not held.merged_into:
            waits[ALLOCATION] = _wait(file, ALLOCATION, "", held.waiting_since)
        for one in waits.values():
            since = looked if looked and looked["rechecked_on"] >= one.since else {}
            yield replace(one, team=held.team, worker=held.worker, urgency=urgency, **since)


_ENDING = (AssessmentStarted, AssessmentCompleted, CarersAssessmentCompleted, CaringEnded)
_REFUSED = (DutyEndedByRefusal, CarersDutyEndedByRefusal)
_READ = (WaitRechecked, AssessmentDeferred, AssessmentResumed, *_ENDING, *_REFUSED)


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
    if isinstance(event, _REFUSED):
        return event.decision.outcome
    return isinstance(event, _ENDING)


def _wait(file: str, what: str, about: str, since: date) -> WaitingRow:
    key = f"{what}|{about}" if about else what
    return WaitingRow(file=file, key=key, waits_for=what, about=about, since=since)
