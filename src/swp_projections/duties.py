"""What is owed to whom, by when, under what; met, late, or about to fall due on a day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from swp_domain.duty import duties, late_since, standing_of
from swp_domain.entry import AnyEntry
from swp_projections.projection import Projection, Row


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyRow(Row):
    """One period of one duty. How it stands is a question about a day: see :meth:`standing`."""

    duty: str
    subject: str
    rule: str
    theme: str | None
    owner: str
    owed_to: str
    provision: str
    force: str
    confidence: str
    limit: str
    limit_force: str
    opened_on: date
    warn_day: date | None
    last_day: date | None
    met_on: date | None
    met_by: str
    lapsed: bool
    paused_on: date | None

    @property
    def what(self) -> str:
        """What must be done, and by whom where that is not simply the council of the record."""
        return self.duty if self.owner in ("", "council") else f"{self.duty} (owed by {self.owner})"

    def late_since(self, as_at: date) -> date | None:
        """The first day on which it was late, if it was by ``as_at``."""
        return late_since(self.last_day, self.met_on, self.paused_on, as_at)

    def standing(self, as_at: date, *, soon: int = 7) -> str:
        """``owed``, ``due soon``, ``late``, ``paused``, ``met``, ``met late``, ``ended`` or ``ended late``.

        *Ended* is what was not done, because the adult died or refused.

        Args:
            as_at: the day asked about.
            soon: how many days before its last day a duty is about to fall due.
        """
        late, over = self.late_since(as_at) is not None, self.met_on is not None and self.met_on <= as_at
        if late or over:
            return standing_of(over=over, lapsed=self.lapsed, late=late).value
        if self.paused_on is not None and self.paused_on <= as_at:
            return "paused"
        warned = self.warn_day is not None and as_at > self.warn_day
        near = self.last_day is not None and as_at + timedelta(days=soon) >= self.last_day
        return "due soon" if warned or near else "owed"


class Duties(Projection[DutyRow]):
    """The duty ledger of every case and contact."""

    name = "duties"
    version = 2
    row = DutyRow
    kinds = ("case", "contact", "practice", "adults-review")
    stepwise = False

    def concerned(self, entry: AnyEntry) -> bool:
        """What does something to a duty."""
        return bool(entry.marks)

    def fold(self, file: str, told: Sequence[AnyEntry]) -> Iterable[DutyRow]:
        """Every period of every duty of the file."""
        for one in duties(told):
            mark = one.governing
            yield DutyRow(
                file=file,
                key=f"{one.duty}|{one.subject}|{one.opened_on}",
                duty=one.duty,
                subject=one.subject,
                rule=mark.rule,
                theme=mark.theme,
                owner=mark.owner,
                owed_to=mark.owed_to,
                provision=mark.provision,
                force=mark.force.value if mark.force else "",
                confidence=mark.confidence,
                limit=mark.limit,
                limit_force=mark.limit_force.value if mark.limit_force else "",
                opened_on=one.opened_on,
                warn_day=one.warn_day,
                last_day=one.last_day,
                met_on=one.met_on,
                met_by=one.met_by,
                lapsed=one.lapsed,
                paused_on=one.paused_on,
            )
