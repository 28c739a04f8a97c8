"""Every concern and every enquiry it led to: its path, what the adult wanted and got, and what is owed next."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from swp_domain.duty import Duty, duties, late_since
from swp_domain.entry import AnyEntry
from swp_domain.safeguarding import STAGE
from swp_domain.safeguarding.concerns import Concern
from swp_domain.safeguarding.enquiries import Enquiry
from swp_domain.safeguarding.state import SafeguardingState, evolve
from swp_domain.safeguarding.words import words_on
from swp_projections.caseload import held_by, holding
from swp_projections.projection import Projection, Row, touches

AT_ONCE: Final = "protect the adult at once"
"""The duty to somebody who is not safe for the moment."""

_OURS = frozenset(one.name for one in STAGE.duties)
_BY_CONCERN, _BY_ENQUIRY, _BY_PLAN = (
    frozenset(one.name for one in STAGE.duties if one.subject == subject) for subject in ("concern", "enquiry", "plan")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeguardingRow(Row):
    """A concern with one enquiry that it led to, or with none.

    The four points at which somebody decides: whether to enquire (``decided_on``), that it begins (``opened_on``),
    what action is taken (``action_on``), that it ends (``closed_on``). ``due`` is what is owed first. Rows are not
    added up over ``limit_force``: a missed local target is no breach of the Act.
    """

    team: str | None = None
    worker: str | None = None
    concern: str = ""
    called: str = ""
    received_on: date | None = None
    raised_by: str | None = None
    types: str = ""
    location: str | None = None
    location_name: str = ""
    provider: str = ""
    risk_source: str | None = None
    decided_on: date | None = None
    decision: str | None = None
    reopened_on: date | None = None
    enquiry: str = ""
    enquiry_called: str = ""
    opened_on: date | None = None
    maker: str | None = None
    reported_on: date | None = None
    advocate_on: date | None = None
    advocate_refused_on: date | None = None
    advocate_ended_on: date | None = None
    asked: str = ""
    unasked: str | None = None
    expressed: bool | None = None
    action_on: date | None = None
    action: str | None = None
    risk: str | None = None
    closed_on: date | None = None
    end: str | None = None
    risk_after: str | None = None
    achieved: str | None = None
    told_on: date | None = None
    due: str = ""
    rule: str = ""
    provision: str = ""
    confidence: str = ""
    limit: str = ""
    limit_force: str = ""
    last_day: date | None = None

    def late_since(self, as_at: date) -> date | None:
        """The first day on which what is owed first was late, if it was by ``as_at``."""
        return late_since(self.last_day, None, None, as_at)

    def standing(self, as_at: date) -> str:
        """``late``, ``owed``, or ``nothing due``."""
        if not self.due:
            return "nothing due"
        return "late" if self.late_since(as_at) else "owed"

    @property
    def over(self) -> bool:
        """Whether it was decided on, whatever enquiry was made is closed, and nothing is owed any more."""
        ended = self.closed_on is not None if self.enquiry else self.decided_on is not None
        return ended and not self.due


class Safeguarding(Projection[SafeguardingRow]):
    """One row for each concern and enquiry into it, with the days of its decisions and what is owed next."""

    name = "safeguarding"
    version = 2
    row = SafeguardingRow
    stepwise = False

    def concerned(self, entry: AnyEntry) -> bool:
        """What the stage declares, its duties, and who holds the case."""
        return isinstance(entry.event, STAGE.event_types) or holding(entry) or touches(entry, _OURS)

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[SafeguardingRow]:
        """The rows of a file that has concerns."""
        state: SafeguardingState = STAGE.state
        for entry in told:
            state = evolve(state, entry)
        owed = [one for one in duties(told) if one.duty in _OURS and one.met_on is None]
        held = held_by(file, told) if state.concerns else None
        for which, concern in state.concerns.items():
            row = _of_concern(SafeguardingRow(file=file, key=which, concern=which), concern)
            if held is not None:
                row = replace(row, team=held.team, worker=held.worker)
            for enquiry in concern.enquiries or ("",):
                yield _due(_of_enquiry(row, enquiry, state), owed, state)


def _of_concern(row: SafeguardingRow, one: Concern) -> SafeguardingRow:
    return replace(
        row,
        called=words_on(one.received_on).concern if one.received_on else "",
        received_on=one.received_on,
        raised_by=one.raised_by.value if one.raised_by else None,
        types=", ".join(kind.value for kind in one.types),
        location=one.location.value if one.location else None,
        location_name=one.location_name,
        provider=one.provider,
        risk_source=one.risk_source.value if one.risk_source else None,
        decided_on=one.decided_on,
        decision=one.outcome.value if one.outcome else None,
        reopened_on=one.reopened_on,
    )


def _of_enquiry(row: SafeguardingRow, which: str, state: SafeguardingState) -> SafeguardingRow:
    if not which:
        return row
    one: Enquiry = state.enquiries[which]
    return replace(
        row,
        key=f"{row.concern}|{which}",
        enquiry=which,
        enquiry_called=words_on(one.opened_on).of(one.kind) if one.opened_on else "",
        opened_on=one.opened_on,
        maker=one.maker.value if one.maker else None,
        reported_on=one.reported_on,
        advocate_on=one.advocate_on,
        advocate_refused_on=one.advocate_refused_on,
        advocate_ended_on=one.advocate_ended_on,
        asked=", ".join(sorted(when.value for when in one.asked)),
        unasked=one.unasked.value if one.unasked and not one.asked else None,
        expressed=one.expressed,
        action_on=one.decided_on,
        action=one.action.value if one.action else None,
        risk=one.risk.value if one.risk else None,
        closed_on=one.closed_on,
        end=one.end.value if one.end else None,
        risk_after=one.risk_after.value if one.risk_after else None,
        achieved=one.achieved.value if one.achieved else None,
        told_on=one.told_on,
    )


def _due(row: SafeguardingRow, owed: Sequence[Duty], state: SafeguardingState) -> SafeguardingRow:
    """The row with what is owed first: what has a last day before what has none.

    What was to be done at once does not hide what comes next, once there is a plan or every enquiry is closed.
    """
    mine = [one for one in owed if _is_about(row, one, state)]
    if not mine:
        return row
    overtaken = state.planned_or_ended(row.concern)
    first = min(
        mine, key=lambda one: (overtaken and one.duty == AT_ONCE, one.last_day or date.max, one.opened_on, one.duty)
    )
    mark = first.governing
    return replace(
        row,
        due=first.duty,
        rule=mark.rule,
        provision=mark.provision,
        confidence=mark.confidence,
        limit=mark.limit,
        limit_force=mark.limit_force.value if mark.limit_force else "",
        last_day=first.last_day,
    )


def _is_about(row: SafeguardingRow, one: Duty, state: SafeguardingState) -> bool:
    if one.duty in _BY_CONCERN:
        return one.subject == row.concern
    if one.duty in _BY_ENQUIRY:
        return one.subject == row.enquiry
    if one.duty not in _BY_PLAN or one.subject not in state.plans:
        return False
    plan = state.plans[one.subject]
    return plan.enquiry == row.enquiry if plan.enquiry else plan.concern == row.concern
