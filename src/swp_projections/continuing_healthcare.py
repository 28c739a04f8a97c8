"""Every question of NHS continuing healthcare: how far it is, how long the decision took, and what is owed on it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from swp_domain.continuing_healthcare import STAGE
from swp_domain.continuing_healthcare.state import Consideration, ContinuingHealthcareState, evolve
from swp_domain.continuing_healthcare.vocabulary import ChecklistOutcome
from swp_domain.duty import Duty, duties, late_since
from swp_domain.entry import AnyEntry
from swp_domain.law.dates import ONE_DAY
from swp_domain.law.healthcare_framework import version_on
from swp_domain.law.healthcare_framework.clocks import PAUSED
from swp_projections.caseload import held_by, holding
from swp_projections.projection import Projection, Row, touches

NEGATIVE: Final = "checklist negative"
"""How far a question is that ended with screening: no full assessment follows; that is told, and nothing else owed."""
_OURS = frozenset(one.name for one in STAGE.duties)


@dataclass(frozen=True, slots=True, kw_only=True)
class ContinuingHealthcareRow(Row):
    """A consideration with one thing that is owed on it; one with nothing owed has one row, with no ``due``.

    ``days`` are those of the calendar from the notification to the decision, ``days_counted`` without those on which
    the clock stood still in 2020. Rows are not added up over ``force``: what breaks the regulations, departs from the
    framework or misses a target of ours are different things.
    """

    team: str | None = None
    worker: str | None = None
    closed_on: date | None = None
    consideration: str = ""
    stage: str = ""
    since: date | None = None
    framework: str | None = None
    signs_on: date | None = None
    checklist_on: date | None = None
    checklist: str | None = None
    received_on: date | None = None
    tool_on: date | None = None
    recommended: str | None = None
    fast_track_on: date | None = None
    decided_on: date | None = None
    outcome: str | None = None
    days: int | None = None
    days_counted: int | None = None
    told_on: date | None = None
    disputed_since: date | None = None
    funder: str | None = None
    reviewed_on: date | None = None
    end_notified_on: date | None = None
    funding_ended_on: date | None = None
    due: str = ""
    by: str = ""
    subject: str = ""
    rule: str = ""
    provision: str = ""
    force: str = ""
    confidence: str = ""
    limit: str = ""
    limit_force: str = ""
    opened_on: date | None = None
    last_day: date | None = None

    def late_since(self, as_at: date) -> date | None:
        """The first day on which what is owed was late, if it was by ``as_at``."""
        return late_since(self.last_day, None, None, as_at)

    def standing(self, as_at: date) -> str:
        """``late``, ``owed``, or ``nothing due``."""
        if not self.due:
            return "nothing due"
        return "late" if self.late_since(as_at) else "owed"

    @property
    def over(self) -> bool:
        """Whether it is decided, ended, given up or screened out, nothing is disputed, and nothing is owed any more."""
        ended = self.stage in ("not eligible", "funding ended", "no longer considered", NEGATIVE)
        return ended and not self.due and self.disputed_since is None


class ContinuingHealthcare(Projection[ContinuingHealthcareRow]):
    """For each consideration how far it is and since when, and everything that is owed on it."""

    name = "continuing_healthcare"
    version = 2
    row = ContinuingHealthcareRow
    stepwise = False

    def concerned(self, entry: AnyEntry) -> bool:
        """What the stage declares, its duties, and who holds the case."""
        return isinstance(entry.event, STAGE.event_types) or holding(entry) or touches(entry, _OURS)

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[ContinuingHealthcareRow]:
        """The rows of a file in which continuing healthcare is considered."""
        state: ContinuingHealthcareState = STAGE.state
        about: dict[str, str] = {}
        for entry in told:
            state = evolve(state, entry)
            about |= _subjects(entry)
        if not state.considerations:
            return
        held = held_by(file, told)
        owed = [one for one in duties(told) if one.duty in _OURS and one.met_on is None]
        for which, one in state.considerations.items():
            row = _row(ContinuingHealthcareRow(file=file, key=which, consideration=which), one, state)
            if held is not None:
                row = replace(row, team=held.team, worker=held.worker, closed_on=held.closed_on or held.died_on)
            mine = [duty for duty in owed if about.get(duty.subject, duty.subject) == which]
            yield from [_due(row, duty) for duty in mine] or [row]


def late_by_force(rows: Iterable[ContinuingHealthcareRow], as_at: date) -> dict[str, int]:
    """How many things are late on a day, by what their last day rests on; never added up."""
    return dict(sorted(Counter(one.limit_force or one.force for one in rows if one.late_since(as_at)).items()))


def _subjects(entry: AnyEntry) -> dict[str, str]:
    """The dispute, review or refund that an event begins, with the consideration that it is about."""
    begins, event = entry.event.begins, entry.event
    which = getattr(event, "consideration", None)
    return {getattr(event, begins): which} if which and begins and begins != "consideration" else {}


def _row(row: ContinuingHealthcareRow, one: Consideration, state: ContinuingHealthcareState) -> ContinuingHealthcareRow:
    stage, since = _stage(one)
    under = one.received_on or since
    days, counted = _days(one)
    disputes = [d for d in state.disputes.values() if d.consideration == row.consideration and d.resolved_on is None]
    funder = disputes[-1].funder if disputes else None
    recommended = one.tool.recommends if one.tool else None
    return replace(
        row,
        stage=stage,
        since=since,
        framework=version_on(under) if under else None,
        signs_on=one.signs_on,
        checklist_on=one.checklist_on,
        checklist=one.checklist.value if one.checklist else None,
        received_on=one.received_on,
        tool_on=one.tool_on,
        recommended=recommended.value if recommended else None,
        fast_track_on=one.fast_track_on,
        decided_on=one.decided_on,
        outcome=one.outcome.value if one.outcome else None,
        days=days,
        days_counted=counted,
        told_on=one.told_on,
        disputed_since=min((d.arose_on for d in disputes if d.arose_on), default=None),
        funder=funder.value if funder else None,
        reviewed_on=one.reviewed_on,
        end_notified_on=one.end_notified_on,
        funding_ended_on=one.funding_ended_on,
    )


def _stage(one: Consideration) -> tuple[str, date | None]:
    """How far it is, and since when: what came last on the way counts."""
    if one.ended_on is not None:
        return "no longer considered", one.ended_on
    if one.funding_ended_on is not None:
        return "funding ended", one.funding_ended_on
    if one.outcome is not None:
        eligible = one.outcome.is_eligible
        name = "decided" if eligible is None else "eligible" if eligible else "not eligible"
        return name, one.reversed_on or one.decided_on
    way = (
        ("on the fast track", one.fast_track_on),
        ("recommended", one.tool_on),
        ("to be decided", one.received_on),
        (NEGATIVE if one.checklist is ChecklistOutcome.NEGATIVE else "screened", one.checklist_on),
        ("signs noted", one.signs_on),
    )
    return next(((name, on) for name, on in way if on is not None), ("considered", None))


def _days(one: Consideration) -> tuple[int | None, int | None]:
    """Days from the notification to the first decision: of the calendar, and those that count."""
    if one.received_on is None or one.first_decided_on is None or one.first_decided_on < one.received_on:
        return None, None
    days = (one.first_decided_on - one.received_on).days
    first, last = max(PAUSED.first, one.received_on + ONE_DAY), min(PAUSED.last or date.max, one.first_decided_on)
    return days, days - max(0, (last - first).days + 1)


def _due(row: ContinuingHealthcareRow, one: Duty) -> ContinuingHealthcareRow:
    mark = one.governing
    return replace(
        row,
        key=f"{row.consideration}|{one.duty}|{one.subject}|{one.opened_on}",
        due=one.duty,
        by=mark.owner,
        subject=one.subject,
        rule=mark.rule,
        provision=mark.provision,
        force=mark.force.value if mark.force else "",
        confidence=mark.confidence,
        limit=mark.limit,
        limit_force=mark.limit_force.value if mark.limit_force else "",
        opened_on=one.opened_on,
        last_day=one.last_day,
    )
