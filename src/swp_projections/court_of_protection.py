"""What is before the Court of Protection: matters, who takes part, orders in force, what is directed and listed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from swp_domain.court import STAGE
from swp_domain.court.bundle import missing, needed
from swp_domain.court.state import CourtState, evolve
from swp_domain.duty import Duty, duties, late_since
from swp_domain.entry import AnyEntry
from swp_domain.law.court_of_protection_rules_2017.pd4b_bundles import BundlePart
from swp_domain.law.dates import ONE_DAY
from swp_projections.court_steps import step
from swp_projections.projection import Projection, Row, Rows, touches

_OURS = frozenset(one.name for one in STAGE.duties if one.subject in ("application", "order", "direction"))


@dataclass(frozen=True, slots=True, kw_only=True)
class CourtRow(Row):
    """An application, a party, an order, a direction or a hearing. Days only: what is in force asks for a day.

    ``told_as`` is the day on which it was made, as it was told, where that is not one day: ``made_on`` only places it.
    ``matter`` is the application it belongs to, ``owner`` who has to do it or takes part, ``says`` what an order
    forbids, what is missing of a hearing's bundle, or how the person takes part; ``needs`` is what that bundle must
    hold. ``form``, ``permission`` and ``issued_on`` are an application's. ``due`` is what is owed first about it, by
    ``last_day``, under ``provision`` and ``limit`` with their force and with how sure the law is that is encoded here.
    """

    what: str
    kind: str
    made_on: date
    told_as: str = ""
    ended_on: date | None = None
    review_by: date | None = None
    expires_on: date | None = None
    reviewed_on: date | None = None
    authorises_deprivation_of_liberty: bool | None = None
    stands: bool = True
    matter: str = ""
    owner: str = ""
    listed_for: date | None = None
    how_ended: str = ""
    says: str = ""
    due: str = ""
    last_day: date | None = None
    due_until: date | None = None
    form: str = ""
    permission: str = ""
    issued_on: date | None = None
    needs: str = ""
    provision: str = ""
    force: str = ""
    confidence: str = ""
    limit: str = ""
    limit_force: str = ""

    def standing(self, as_at: date) -> str:
        """How it stands as at a day: in force or expired, before the court, owed or late, to come or held."""
        ended = self.ended_on is not None and self.ended_on <= as_at
        match self.what:
            case "application":
                return "ended" if ended else "before the court"
            case "order":
                return self._of_an_order(as_at, ended)
            case "direction":
                late = "late" if self.late_since(as_at) else "owed"
                return self.how_ended if ended else late
            case "hearing":
                return self.how_ended if ended else "listed"
        return "left" if ended else "takes part"

    def _of_an_order(self, as_at: date, ended: bool) -> str:
        if not self.stands:
            return "no order"
        if ended:
            return "ended"
        if self.expires_on is not None and self.expires_on < as_at:
            return "expired"
        reviewed = self.reviewed_on is not None and self.reviewed_on <= as_at
        overdue = self.review_by is not None and self.review_by < as_at and not reviewed
        return "in force, review overdue" if overdue else "in force"

    def late_since(self, as_at: date) -> date | None:
        """The first day on which what is owed first about it was late, if it still is on ``as_at``."""
        return late_since(self.last_day, None, None, as_at) if self.owes(as_at) else None

    def owes(self, as_at: date) -> str:
        """What is owed first about it on a day: of an order that ran out by itself nothing is."""
        return "" if self.due_until is not None and self.due_until < as_at else self.due


class CourtOfProtection(Projection[CourtRow]):
    """Applications, parties, orders, directions and hearings, with their reviews, last days, and what is missing."""

    name = "court_of_protection"
    version = 7
    row = CourtRow
    # What a bundle lacks, and what is owed first, is a question to the whole file.
    stepwise = False

    def concerned(self, entry: AnyEntry) -> bool:
        """What the stage declares, and its duties."""
        return isinstance(entry.event, STAGE.event_types) or touches(entry, _OURS)

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[CourtRow]:
        """The rows of a file, in the order in which each thing began."""
        rows: Rows[CourtRow] = Rows()
        state: CourtState = STAGE.state
        for entry in told:
            step(rows, entry, CourtRow)
            state = evolve(state, entry)
        owed: dict[str, Duty] = {}
        for duty in sorted((one for one in duties(told) if one.duty in _OURS and one.awaits), key=_first_on(told)):
            owed.setdefault(duty.subject, duty)
        return [_asked_of_the_file(row, state, owed) for row in rows]


def _first_on(told: Sequence[AnyEntry]) -> Callable[[Duty], tuple[bool, date, str]]:
    """What is owed first about a thing comes first; what ran out before the history ends comes last."""
    end = max((one.occurred_on for one in told), default=date.min)
    return lambda duty: (duty.over(end), duty.last_day or date.max, duty.duty)


def _asked_of_the_file(row: CourtRow, state: CourtState, owed: dict[str, Duty]) -> CourtRow:
    name = row.key.partition("|")[2]
    if row.what == "hearing" and row.ended_on is None:
        return replace(row, says=_listed(missing(state, name)), needs=_listed(needed(state, name)))
    duty = owed.get(name) if row.what in ("application", "order", "direction") else None
    return _owing(row, duty) if duty else row


def _listed(parts: Iterable[BundlePart]) -> str:
    return ", ".join(part.value for part in parts)


def _owing(row: CourtRow, duty: Duty) -> CourtRow:
    mark = duty.governing
    return replace(
        row,
        due=duty.duty,
        last_day=duty.last_day,
        due_until=None if duty.met_on is None else duty.met_on - ONE_DAY,
        provision=mark.provision,
        force=mark.force.value if mark.force else "",
        confidence=mark.confidence,
        limit=mark.limit,
        limit_force=mark.limit_force.value if mark.limit_force else "",
    )
