"""Which reviews are due or late, since when and under what; and what the last one came to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from swp_domain.duty import Duty, duties, late_since
from swp_domain.entry import AnyEntry
from swp_domain.party import Whose
from swp_domain.review.events import ReviewCompleted, ReviewPlanned
from swp_domain.review.rules import AFTER_A_CHANGE, AS_REQUESTED, CRISIS, FIRST, YEARLY
from swp_projections.caseload import held_by, holding
from swp_projections.projection import Projection, Row, touches

_WHOSE = {
    AS_REQUESTED: None,
    AFTER_A_CHANGE: None,
    CRISIS: None,
    **{name: whose for table in (FIRST, YEARLY) for whose, name in table.items()},
}
"""The duties that are shown, with whose plan each is about, where its name says so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRow(Row):
    """A review that is owed, beside the last one held; a case that owes none has one row, with no ``due``.

    Rows are not added up over ``force``: what breaks the Act, what departs from guidance and what misses a target of
    ours are different things. Whether it is late is a question about a day: see :meth:`standing`.
    """

    whose: str | None = None
    team: str | None = None
    worker: str | None = None
    closed_on: date | None = None
    last_on: date | None = None
    last_kind: str | None = None
    last_outcome: str | None = None
    planned_for: date | None = None
    due: str = ""
    subject: str = ""
    rule: str = ""
    provision: str = ""
    force: str = ""
    confidence: str = ""
    limit: str = ""
    limit_force: str = ""
    opened_on: date | None = None
    warn_day: date | None = None
    last_day: date | None = None

    def late_since(self, as_at: date) -> date | None:
        """The first day on which it was late, if it was by ``as_at``."""
        return late_since(self.last_day, None, None, as_at)

    def standing(self, as_at: date) -> str:
        """``late``, ``due soon`` (past the day to look), ``owed``, or ``nothing due``."""
        if not self.due:
            return "nothing due"
        if self.late_since(as_at):
            return "late"
        return "due soon" if self.warn_day is not None and as_at > self.warn_day else "owed"


class Reviews(Projection[ReviewRow]):
    """For each case the last review, and every review that is owed, with its last day and what it rests on."""

    name = "reviews"
    row = ReviewRow
    stepwise = False

    def concerned(self, entry: AnyEntry) -> bool:
        """Who holds the case, reviews, and what is about somebody's plan."""
        return holding(entry) or hasattr(entry.event, "whose") or touches(entry, _WHOSE)

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[ReviewRow]:
        """One row for each review that is owed, or one for the case that owes none."""
        if not told:
            return
        planned_for, held = _reviewed(told)
        case = replace(_held_by(file, told), planned_for=planned_for)
        owed = [one for one in duties(told) if one.duty in _WHOSE and one.met_on is None]
        if not owed:
            yield _with_last(case, held.get(Whose.ADULT) or held.get(Whose.CARER))
        asked = {
            getattr(one.event, "review", ""): whose
            for one in told
            if isinstance(whose := getattr(one.event, "whose", None), Whose)
        }
        for one in owed:
            whose = _WHOSE[one.duty] or asked.get(one.subject, Whose.ADULT)
            yield _with_last(_due(case, one, whose), held.get(whose))


def _held_by(file: str, told: Sequence[AnyEntry]) -> ReviewRow:
    """The case and who holds it, as the caseload has it."""
    case = held_by(file, told)
    if case is None:
        return ReviewRow(file=file, key="")
    return ReviewRow(file=file, key="", team=case.team, worker=case.worker, closed_on=case.closed_on or case.died_on)


def _reviewed(told: Sequence[AnyEntry]) -> tuple[date | None, dict[Whose, AnyEntry]]:
    """The day for which a review is planned, and the last one held of the adult's plan and of a carer's."""
    planned: date | None = None
    held: dict[Whose, AnyEntry] = {}
    for entry in told:
        match entry.event:
            case ReviewPlanned(planned_for=planned_for):
                planned = planned_for
            case ReviewCompleted(whose=whose) if entry.counts:
                planned, held[whose] = None, entry
    return planned, held


def _with_last(row: ReviewRow, held: AnyEntry | None) -> ReviewRow:
    if held is None or not isinstance(event := held.event, ReviewCompleted):
        return row
    came_to = event.decision.outcome.value
    return replace(row, last_on=held.occurred_on, last_kind=event.kind.value, last_outcome=came_to)


def _due(case: ReviewRow, one: Duty, whose: Whose) -> ReviewRow:
    mark = one.governing
    return replace(
        case,
        key=f"{one.duty}|{one.subject}|{one.opened_on}",
        whose=whose.value,
        due=one.duty,
        subject=one.subject,
        rule=mark.rule,
        provision=mark.provision,
        force=mark.force.value if mark.force else "",
        confidence=mark.confidence,
        limit=mark.limit,
        limit_force=mark.limit_force.value if mark.limit_force else "",
        opened_on=one.opened_on,
        warn_day=one.warn_day,
        last_day=one.last_day,
    )
